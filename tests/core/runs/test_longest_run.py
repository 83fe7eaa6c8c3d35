"""The guard on one very long run, with its boundaries."""

from datetime import date, timedelta

from runlift_tui.core.runs.run import Run
from runlift_tui.core.runs.sheet import SOURCE, longest_before, longest_warning
from runlift_tui.core.words.units import Distance
from tests.rows import for_each

DAY = date(2026, 11, 24)


def run(days_ago: int, km: float | None, id_: str = "") -> Run:
    metres = None if km is None else km * 1000
    day = DAY - timedelta(days=days_ago)
    return Run(id=id_ or f"r{days_ago}", day=day, metres=metres, seconds=3600)


PAST = [run(40, 5), run(20, 10)]
"""Goes 30 days back; the longest of the last 30 days is 10 km."""


def warned(km: float, *past: Run) -> str:
    return longest_warning(past or PAST, run(0, km), Distance.KM)


@for_each("km", [0.1, 9.9, 10.0, 10.99, 11.0])
def test_up_to_a_tenth_more_is_nothing(km: float) -> None:
    assert warned(km) == ""


@for_each(
    ("km", "more", "band", "ratio"),
    [
        (11.01, "10 % more", "(10-30 %)", "1.64 times"),
        (13.0, "30 % more", "(10-30 %)", "1.64 times"),
        (13.1, "31 % more", "(30-100 %)", "1.52 times"),
        (20.0, "100 % more", "(30-100 %)", "1.52 times"),
        (20.1, "101 % more", "(over 100 %)", "2.28 times"),
    ],
)
def test_more_than_a_tenth_is_told_with_what_was_observed(
    km: float, more: str, band: str, ratio: str
) -> None:
    words = warned(km)
    assert words.startswith(more)
    assert "10.00 km" in words
    assert band in words
    assert ratio in words
    assert "self-reported overuse injuries" in words
    assert "runs up to 10 % longer" in words
    assert "observed, not a proven cause" in words
    assert SOURCE in words
    assert "!" not in words


@for_each(
    ("past", "longest"),
    [
        ([], None),
        ([run(20, 10)], None),  # what was before the first noted run, nobody knows
        ([run(29, 10), run(5, 8)], None),
        ([run(30, 10), run(5, 8)], 10_000),  # the thirtieth day before counts for both
        ([run(31, 10), run(5, 8)], 8000),
        ([run(31, 10)], None),  # nothing in the last 30 days
        ([run(40, 5), run(3, None)], None),
        ([run(40, None), run(3, 6)], 6000),
        ([run(40, 5), run(1, 7), run(0, 30), run(-1, 30)], 7000),  # only days before
    ],
)
def test_what_counts_as_the_longest(past: list[Run], longest: float | None) -> None:
    assert longest_before(past, DAY) == longest


def test_a_run_is_not_compared_with_itself() -> None:
    past = [*PAST, run(2, 30, "same")]
    assert longest_before(past, DAY) == 30_000
    assert longest_before(past, DAY, but="same") == 10_000
    moved = run(0, 12, "same")
    assert longest_warning(past, moved, Distance.KM).startswith("20 % more")


def test_a_run_without_a_distance_is_never_told_of() -> None:
    assert longest_warning(PAST, run(0, None), Distance.KM) == ""
