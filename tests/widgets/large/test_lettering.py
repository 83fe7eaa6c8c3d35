"""Letters drawn by hand: every one of the width that the core counts with."""

import string

import pytest

from runlift_tui.core.athlete.pain import STOP_SIGNS
from runlift_tui.core.exercises.call import call, columns
from runlift_tui.store.library.shipped import exercises
from runlift_tui.widgets.base.pieces import width_of
from runlift_tui.widgets.large.lettering import (
    ROWS,
    can_letter,
    heading_lines,
    letter_lines,
    lettered_width,
    paragraph,
    rows_for,
)
from tests.rows import for_each

CHARS = string.ascii_uppercase + string.digits + "x+-–:./% "


@for_each("rows", ROWS)
@for_each("char", CHARS)
def test_a_letter_is_as_high_and_as_wide_as_it_says(char: str, rows: int) -> None:
    drawn = letter_lines(char, rows)
    assert len(drawn) == rows
    assert {width_of(row) for row in drawn} == {lettered_width(char, rows)}
    if rows == 3:
        assert lettered_width(char, rows) == columns(char)


@pytest.mark.parametrize("rows", ROWS)
def test_no_two_letters_look_alike(rows: int) -> None:
    drawn = {char: tuple(row[0].text for row in letter_lines(char, rows)) for char in CHARS}
    alike = {frozenset(c for c in CHARS if drawn[c] == drawn[char]) for char in CHARS}
    assert {each for each in alike if len(each) > 1} <= {frozenset("O0")}


def test_letters_in_ascii_are_as_wide_and_no_two_look_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("runlift_tui.looks.glyphs.ascii_now", lambda: True)
    drawn = {char: tuple(row[0].text for row in letter_lines(char, 3)) for char in CHARS}
    assert all(row.isascii() for rows in drawn.values() for row in rows)
    assert all({len(row) for row in rows} == {columns(char)} for char, rows in drawn.items())
    assert len({*drawn.values()}) == len(drawn) - 1, "a load's x is an X"


def test_the_call_of_every_shipped_exercise_is_drawn() -> None:
    assert all(can_letter(call(exercise)) for exercise in exercises().values())


def test_letters_take_the_height_that_fits() -> None:
    assert rows_for("REST", 30, 5) == 5
    assert rows_for("REST", 20, 5) == 3
    assert rows_for("REST", 10, 5) == 0
    assert rows_for("ПРИСЕД", 100, 5) == 0


def test_a_name_without_letters_stands_bold_in_the_first_row() -> None:
    assert [piece for row in heading_lines("ПРИСЕД", 76, 3) for piece in row] == [
        ("ПРИСЕД", "strong")
    ]


@pytest.mark.parametrize("sign", STOP_SIGNS)
def test_a_stop_sign_stands_whole_in_letters_in_a_large_window(sign: str) -> None:
    rows = paragraph(sign.upper(), 152)
    assert len(rows) <= 15
    assert all(len(row) <= 152 for row in rows)
    assert sum(not row for row in rows) == len(rows) // 4, "air between the lines"
    assert not paragraph(sign.upper(), 20)
