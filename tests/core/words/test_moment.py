"""A day and a time as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.moment import typed_end, typed_when, when_shown
from tests.rows import for_each

NOW = 1_795_366_800_000
"""2026-11-22T17:00:00Z, a Sunday."""


def berlin(_: int) -> int:
    return 60


@for_each(
    ("text", "found"),
    [
        ("today 17:30", "2026-11-22T16:30:00.000Z"),
        ("17:30", "2026-11-22T16:30:00.000Z"),
        ("yesterday 18:30", "2026-11-21T17:30:00.000Z"),
        ("yesterday", "2026-11-21T11:00:00.000Z"),
        ("Sat 9:05", "2026-11-21T08:05:00.000Z"),
        ("saturday 09:05", "2026-11-21T08:05:00.000Z"),
        ("Sun 10:00", "2026-11-22T09:00:00.000Z"),
        ("Sun 18:30", "2026-11-15T17:30:00.000Z"),
        ("Sun 2026-11-08 18:30", "2026-11-08T17:30:00.000Z"),
        ("2026-11-08, 18:30", "2026-11-08T17:30:00.000Z"),
        ("at 17h30", "2026-11-22T16:30:00.000Z"),
        ("last sat 18h", "2026-11-21T17:00:00.000Z"),
        ("8 nov at 6:30 pm", "2026-11-08T17:30:00.000Z"),
        ("3 days ago 6pm", "2026-11-19T17:00:00.000Z"),
        ("31/12/2025 12am", "2025-12-30T23:00:00.000Z"),
    ],
)
def test_what_can_be_typed(text: str, found: str) -> None:
    assert iso(typed_when(text, NOW, berlin)) == found


@for_each(
    "text",
    [
        "",
        "soon",
        "today 25:00",
        "2026-02-30",
        "0001-01-01",
        "18:30 19:30",
        "12",
        "1:2:3",
        "13pm",
        "0 am",
    ],
)
def test_what_cannot_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused, match=r"\w"):
        typed_when(text, NOW, berlin)


@for_each(
    ("text", "says"),
    [
        ("fri 18.30", "18.30 is not clear: write 18:30 for a time"),
        ("18.11", "18.11 is not clear: write 18:11 for a time or 18.11. for a day"),
        ("25.11", "25.11 is not clear: write 25.11. for a day"),
        ("fri 25.70", "25.70 is no time: "),
    ],
)
def test_two_figures_with_a_point_are_named_and_not_the_day(text: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        typed_when(text, NOW, berlin)
    assert str(refused.value).startswith(says)


@pytest.mark.parametrize("text", ["today 18:01", "2027-01-01 8:00", "9999-12-31"])
def test_what_is_still_to_come_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="still to come"):
        typed_when(text, NOW, berlin)


def test_the_clock_of_that_day_counts() -> None:
    def summer(at: int) -> int:
        return 120 if at < NOW - 30 * 86_400_000 else 60

    assert iso(typed_when("2026-07-01 18:00", NOW, summer)) == "2026-07-01T16:00:00.000Z"


@for_each(
    ("text", "found"),
    [
        ("20 nov", "2026-11-20T17:47:32.000Z"),
        ("yesterday", "2026-11-21T17:47:32.000Z"),
        ("sun", "2026-11-15T17:47:32.000Z"),
        ("7:30", "2026-11-14T06:30:00.000Z"),
        ("sat 7:30", "2026-11-21T06:30:00.000Z"),
        ("14 nov", "2026-11-14T17:47:32.123Z"),
        ("14 nov 18:47", "2026-11-14T17:47:32.123Z"),
    ],
)
def test_a_day_alone_keeps_the_time_that_stood_and_a_time_its_day(text: str, found: str) -> None:
    stood = 1_794_678_452_123  # 2026-11-14T17:47:32.123Z
    assert iso(stood) == "2026-11-14T17:47:32.123Z"
    assert iso(typed_when(text, NOW, berlin, stood)) == found


@given(st.integers(0, 2_000_000), st.sampled_from([0, 60, -480, 345]))
def test_what_is_shown_can_be_typed(minutes_ago: int, offset: int) -> None:
    at = NOW - minutes_ago * 60_000
    assert typed_when(when_shown(at, NOW, lambda _: offset), NOW, lambda _: offset) == at


def test_a_moment_before_1970_is_told_where_the_system_knows_none() -> None:
    assert iso(-1) == "1969-12-31T23:59:59.999Z"
    assert iso(1_795_980_406_038) == "2026-11-29T19:26:46.038Z"


@for_each(
    ("text", "shown"),
    [("noon", "today 12:00"), ("yesterday noon", "yesterday 12:00"), ("midday", "today 12:00")],
)
def test_noon_is_a_time(text: str, shown: str) -> None:
    late = NOW - NOW % 86_400_000 + 23 * 3_600_000
    assert when_shown(typed_when(text, late, lambda _: 0), late, lambda _: 0) == shown


@for_each("text", ["tomorrow 7", "yesterday 7", "20 nov 7"])
def test_a_bare_figure_behind_a_day_is_what_is_not_clear(text: str) -> None:
    with pytest.raises(Refused, match="7 is no time: write 7:00"):
        typed_when(text, NOW, lambda _: 0)


@for_each(
    ("text", "minutes"), [("+20 min", 20), ("20 min later", 20), ("+1h20", 80), ("45 min", 45)]
)
def test_an_end_may_be_so_much_later(text: str, minutes: int) -> None:
    began = NOW - 3 * 3_600_000
    assert typed_end(text, began, NOW, lambda _: 0) == began + minutes * 60_000


def test_an_end_with_a_point_says_how_a_time_is_written() -> None:
    with pytest.raises(Refused, match=r"18\.58 is not clear: write 18:58 for a time"):
        typed_end("18.58", NOW - 3 * 3_600_000, NOW, lambda _: 0)
