"""The easy days after a race that was logged."""

from datetime import date, timedelta

from runlift_tui.core.runs.raced import Raced, easy_day, raced, rested, resting
from runlift_tui.core.runs.run import Run, RunKind
from tests.rows import for_each

SUN = date(2026, 11, 29)


def run(metres: float | None, seconds: int | None = None, kind: RunKind = RunKind.RACE) -> Run:
    return Run(id="one", day=SUN, kind=kind, metres=metres, seconds=seconds)


@for_each(
    ("one", "easy"),
    [
        (run(1_500.0), 0),
        (run(3_000.0), 3),
        (run(5_000.0), 3),
        (run(10_200.0), 3),
        (run(15_000.0), 7),
        (run(21_097.5), 7),
        (run(42_195.0), 7),
        (run(None, 40 * 60), 3),
        (run(None, 100 * 60), 7),
        (run(10_000.0, 3000, RunKind.TEMPO), 0),
    ],
)
def test_so_many_easy_days_follow_a_race_by_how_far_it_was(one: Run, easy: int) -> None:
    found = raced([one])
    assert found == ((Raced(SUN, easy),) if easy else ())
    assert rested(SUN + timedelta(days=1), found) == SUN + timedelta(days=easy + 1)


def test_the_day_of_a_race_is_none_for_a_session_and_the_eve_is_free() -> None:
    races = (Raced(SUN, 3),)
    assert easy_day(SUN, races) == "a race today"
    assert resting(SUN - timedelta(days=1), races) is None
    said = "easy until Wed 2 Dec after the race of Sun 29 Nov"
    assert easy_day(SUN + timedelta(days=3), races) == said
    assert not easy_day(SUN + timedelta(days=4), races)


def test_of_two_races_the_one_that_rests_longer_counts() -> None:
    races = (Raced(SUN, 7), Raced(SUN + timedelta(days=2), 3))
    assert resting(SUN + timedelta(days=3), races) == races[0]
    assert rested(SUN, (races[0], Raced(SUN + timedelta(days=8), 3))) == SUN + timedelta(days=12)
