"""When exercises were done last, as a list of them says it."""

from datetime import date, timedelta

import pytest

from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.lately import DAY_CELLS, day_in_a_list, days_done, done_lately
from runlift_tui.core.words.days import midnight

TODAY = date(2026, 11, 30)


def _done(exercise: str, day: date, slot: str = "B1") -> LastTime:
    return LastTime(slot=slot, exercise=exercise, sets=(), when=midnight(day, 60))


def test_the_newest_day_of_an_exercise_counts_whatever_its_slot() -> None:
    days = days_done((_done("a", TODAY, "A1"), _done("a", date(2026, 1, 2)), _done("b", TODAY)), 60)
    assert days == {"a": TODAY, "b": TODAY}
    assert days_done((LastTime(slot="B1", exercise="a", sets=()),), 60) == {}


def test_lately_is_the_last_four_weeks() -> None:
    days = {"in": TODAY - timedelta(days=27), "out": TODAY - timedelta(days=28)}
    assert done_lately(days, TODAY) == {"in"}


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (None, "–"),
        (TODAY, "today"),
        (date(2026, 11, 29), "yesterday"),
        (date(2026, 11, 24), "24 Nov"),
        (date(2025, 1, 31), "31 Jan 25"),
    ],
)
def test_a_day_takes_few_cells(day: date | None, shown: str) -> None:
    assert day_in_a_list(day, TODAY) == shown
    assert len(shown) <= DAY_CELLS
