"""Numbers as the text form spells them, and back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.routines.spelling import hold_of, hold_text, rest_of, rest_text
from runlift_tui.core.words.spelling import Misspelt, is_id, range_of, range_text, shown
from tests.rows import for_each

pairs = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))


@given(pairs)
def test_ranges_and_holds_come_back(ends: tuple[int, int]) -> None:
    assert range_of(range_text(*ends)) == ends
    assert hold_of(hold_text(*ends)) == ends


@given(st.integers(-(10**5), 10**5))
def test_rests_come_back(seconds: int) -> None:
    assert rest_of(rest_text(seconds)) == seconds


@for_each(
    ("value", "ends"),
    [("5-10", (5, 10)), (" 5 – 10 ", (5, 10)), ("8", (8, 8)), (8, (8, 8)), (-1, (-1, -1))],
)
def test_a_range_may_be_written_so(value: Any, ends: tuple[int, int]) -> None:
    assert range_of(value) == ends


@for_each("value", ["", "5-", "-5", "five", "5-10-15", "٥", 5.0, True, [], {}, None])
def test_what_is_no_range_is_said_to_be_none(value: Any) -> None:
    with pytest.raises(Misspelt, match='is no range, write "5-10" or 8'):
        range_of(value)


@for_each(
    ("value", "ends"),
    [
        *(("10-20 s", (10, 20)), ("10-20s", (10, 20)), ("20 s", (20, 20)), (9, (9, 9))),
        *(("45 sec", (45, 45)), ("1 min", (60, 60)), ("1:00-1:30", (60, 90))),
        ("40 s to 1 min 10", (40, 70)),
    ],
)
def test_a_hold_may_be_written_so(value: Any, ends: tuple[int, int]) -> None:
    assert hold_of(value) == ends


@for_each("value", ["s", "1:75", "1:00-1:10-1:20", "0.5 s", "soon", 1.5, False])
def test_what_is_no_hold_is_said_to_be_none(value: Any) -> None:
    with pytest.raises(Misspelt, match='is no hold, write "10-20 s"'):
        hold_of(value)


@for_each(
    ("value", "seconds"),
    [("3:00", 180), ("0:05", 5), ("90 s", 90), ("90s", 90), (90, 90), ("1:00:01", 3601), (-3, -3)],
)
def test_a_rest_may_be_written_so(value: Any, seconds: int) -> None:
    assert rest_of(value) == seconds


@for_each("value", ["", "1:60", "1:5", "soon", "90", ":30", "1:1:00", 1.5, True, []])
def test_what_is_no_rest_is_said_to_be_none(value: Any) -> None:
    with pytest.raises(Misspelt, match='is no rest, write "1:30" or 90'):
        rest_of(value)


@for_each(
    ("value", "text"),
    [
        ("a\x1b[2J\nb", '"a\N{REPLACEMENT CHARACTER}[2J b"'),
        ("x" * 60, '"' + "x" * 40 + '…"'),
        (1.5, "1.5"),
        (True, "true"),
        ([1], "a list"),
        ({}, "a table"),
    ],
)
def test_a_value_is_quoted_short_and_harmless(value: Any, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("text", ["wall-sit", "a", "90-90-switch"])
def test_an_id(text: str) -> None:
    assert is_id(text)


@for_each("text", ["", "-", "Wall-sit", "wall sit", "a--b", "a-", "é", "a\n"])
def test_no_id(text: str) -> None:
    assert not is_id(text)
