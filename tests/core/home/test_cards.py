"""The drawings at home: bars from zero, points the faster the lower, in any space."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_tui.core.home.cards import bars, points
from runlift_tui.core.progress.weeks import Week
from runlift_tui.core.runs.five_k import FiveK

MONDAY = date(2026, 9, 7)
SIZES = st.tuples(st.integers(0, 90), st.integers(0, 30))


def weeks(minutes: list[int]) -> list[Week]:
    return [Week(MONDAY + timedelta(weeks=n), minutes=each) for n, each in enumerate(minutes)]


def raced(days: list[int], seconds: list[int]) -> list[FiveK]:
    pairs = zip(sorted(days), seconds, strict=False)
    return [FiveK(MONDAY + timedelta(days=n), each, bool(n % 2), 5000, each) for n, each in pairs]


def test_the_fullest_week_reaches_the_top_and_a_missing_one_is_a_gap() -> None:
    lines = bars(weeks([40, 0, 80]), 30, 9)
    assert lines[0].startswith("  80 ")
    assert lines[0].endswith("██")
    assert lines[-2] == "   0 ██    ██"
    assert lines[-1].startswith("     Sep")


def test_the_first_race_is_on_top_where_it_was_the_slowest() -> None:
    lines = points(raced([0, 30, 61], [1400, 1350, 1300]), 40, 10)
    assert lines[0].lstrip().startswith("23:20 ●")
    assert lines[-2].lstrip().startswith("21:40")
    assert lines[-2].endswith("◆")
    assert lines[-1].split() == ["Sep", "26", "Nov", "26"]


@settings(max_examples=60)
@given(
    size=SIZES,
    minutes=st.lists(st.integers(0, 900), max_size=60),
    days=st.lists(st.integers(0, 900), max_size=20, unique=True),
    seconds=st.lists(st.integers(800, 3000), max_size=20),
)
def test_no_line_is_wider_or_more_than_there_is_room_for(
    size: tuple[int, int], minutes: list[int], days: list[int], seconds: list[int]
) -> None:
    width, height = size
    for lines in (bars(weeks(minutes), *size), points(raced(days, seconds), *size)):
        assert len(lines) <= max(0, height)
        assert not lines or max(map(len, lines)) <= width
