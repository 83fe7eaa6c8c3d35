"""One run far longer than any before it: what was observed of such runs.

The study compared a session's distance with the longest one of the 30 days before. It observed,
so a warning says what went together and nothing of a cause.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from runlift_tui.core.runs.run import Run
from runlift_tui.core.words.distance import distance_text
from runlift_tui.core.words.units import Distance

DAYS = 30
MOST_SHARE = 1.1
"""From this share of the longest run on, a run is told of."""
SOURCE = "Frandsen et al. 2025, Br J Sports Med 59:1203-1210"
_RATIOS = (
    (1.3, "10-30 %", "1.64"),
    (2.0, "30-100 %", "1.52"),
    (float("inf"), "over 100 %", "2.28"),
)
"""Up to which share of the longest, in words, and the hazard ratio that was found."""


def longest_before(runs: Iterable[Run], day: date, but: str = "") -> float | None:
    """Return the metres of the longest run of the 30 days before a day.

    Args:
        runs: In any order.
        day: The day that they are before.
        but: Id of a run that does not count.

    Returns:
        None where no distance is known in them, or where the runs do not go 30 days back: what
        was not noted down cannot be compared with.
    """
    since = day - timedelta(days=DAYS)
    longest, goes_back = 0.0, False
    for run in runs:
        if run.id == but or run.day >= day:
            continue
        goes_back = goes_back or run.day <= since
        if run.day >= since and run.metres is not None:
            longest = max(longest, run.metres)
    return longest if longest and goes_back else None


def longest_warning(runs: Iterable[Run], run: Run, unit: Distance) -> str:
    """Return that a run is far longer than those of the 30 days before; empty where it is not."""
    longest = None if run.metres is None else longest_before(runs, run.day, but=run.id)
    if longest is None or run.metres is None or run.metres <= round(MOST_SHARE * longest, 2):
        return ""
    share = run.metres / longest
    _, band, ratio = next(each for each in _RATIOS if share <= each[0])
    more = round(100 * (share - 1))
    return (
        f"{more} % more than the longest run of the {DAYS} days before, "
        f"{distance_text(longest, unit)}. In 5205 runners such a step ({band}) went with {ratio} "
        f"times the rate of injuries; observed, not a proven cause ({SOURCE})."
    )
