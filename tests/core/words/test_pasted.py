"""What is pasted, and the lines in it that a field can take."""

from runlift_tui.core.words.pasted import LOOKED_AT, OFFERED, fitting, left_out, pasted_lines
from tests.rows import for_each


@for_each(
    ("text", "lines"),
    [
        ("", ()),
        ("\n \r\n\t\n", ()),
        ("5k 25:10\n", ("5k 25:10",)),
        ("\n\n  5k 25:10", ("5k 25:10",)),
        ("one\r\ntwo\rthree", ("one", "two", "three")),
        ("a\tb\x1b[2Jc", ("a b\N{REPLACEMENT CHARACTER}[2Jc",)),
    ],
)
def test_lines_that_say_something(text: str, lines: tuple[str, ...]) -> None:
    assert pasted_lines(text) == lines


def test_a_megabyte_is_looked_at_for_its_beginning_alone() -> None:
    assert pasted_lines("x" * 1_000_000) == ("x" * LOOKED_AT,)
    assert len(pasted_lines("line\n" * 200_000)) == OFFERED


def test_what_a_field_has_no_room_for_is_said() -> None:
    assert left_out("abc", 3) == ""
    assert left_out("abcde", 3) == "Only the first 3 letters of what was pasted fit here."
    assert left_out("abc", 0) == "This line is full: nothing of what was pasted fits."


@for_each(
    ("line", "room", "kept"),
    [
        ("10.25 12.25 14.25", 14, "10.25 12.25 "),
        ("10.25 12.25 14.25", 12, "10.25 12.25 "),
        ("10.25 12.25", 11, "10.25 12.25"),
        ("10.25 12.25", 99, "10.25 12.25"),
        ("12345", 3, ""),
        ("a note of 12 words", 7, "a note "),
        ("a note of 12 words", 11, "a note of "),
        ("abc", 0, ""),
        ("abc", -3, ""),
    ],
)
def test_what_is_cut_ends_in_no_part_of_a_number(line: str, room: int, kept: str) -> None:
    assert fitting(line, room) == kept
