"""How many examples the laws are tried with: few and the same each time, or many and new ones.

`RUNLIFT_EXAMPLES=2000` tries so many, at random.
"""

import os

from hypothesis import HealthCheck, settings

_EXAMPLES = os.environ.get("RUNLIFT_EXAMPLES", "")

settings.register_profile(
    "runlift",
    max_examples=int(_EXAMPLES) if _EXAMPLES else 40,
    derandomize=not _EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("runlift")
