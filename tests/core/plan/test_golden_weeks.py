"""Nine weeks of every level at 15, 40 and 60 miles stand as they were looked at."""

from tests.core.plan.nine_weeks import GOLDEN, printed


def test_nine_weeks_stand_as_they_were_looked_at() -> None:
    assert printed() == GOLDEN.read_text(encoding="utf-8"), (
        "look at `python -m tests.core.plan.nine_weeks`, then run it with `write`"
    )
