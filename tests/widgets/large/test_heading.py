"""A word and a figure beside each other, in letters as large as they fit."""

from runlift_tui.widgets.large.heading import Heading
from tests.rows import for_each


def rows(word: str, figure: str, width: int, height: int) -> list[str]:
    heading = Heading()
    heading.word, heading.figure = word, figure
    return ["".join(piece.text for piece in line) for line in heading.lines(width, height)]


@for_each(
    ("width", "height", "found"),
    [(150, 5, 5), (58, 5, 5), (57, 5, 3), (60, 3, 3), (30, 3, 3), (28, 3, 1), (76, 1, 1)],
)
def test_they_are_as_large_as_both_fit(width: int, height: int, found: int) -> None:
    lines = rows("Today", "52 min", width, height)
    assert len(lines) == found
    assert all(len(line) == width for line in lines)


def test_before_the_word_becomes_smaller_its_figure_does() -> None:
    lines = rows("Unfinished", "12 of 22", 97, 5)
    assert len(lines) == 5
    assert all(len(line) == 97 for line in lines)
    right = [line[66:].strip() for line in lines]
    assert [bool(each) for each in right] == [False, True, True, True, False]
    assert len(rows("Unfinished", "12 of 22", 130, 5)[0].split()) > 1
    assert all(line[66:].strip() for line in rows("Unfinished", "12 of 22", 130, 5))


def test_where_letters_have_no_room_both_stand_in_cells() -> None:
    (line,) = rows("Unfinished", "12 of 22", 40, 3)
    assert line.startswith("UNFINISHED")
    assert line.endswith("12 OF 22")


def test_a_word_may_stand_alone() -> None:
    assert len(rows("Done", "", 60, 3)) == 3


def test_where_both_have_no_room_the_word_stays_large() -> None:
    lines = rows("Looking only", "28 min", 60, 3)
    assert len(lines) == 3
    assert all(len(line) == 60 for line in lines)
    assert "LOOKING" not in "".join(lines)
    assert lines[-1].endswith("28 MIN")
