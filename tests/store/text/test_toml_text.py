"""The text that is exported: one that the standard parser reads back to the same values."""

import tomllib
from typing import Any

from hypothesis import given

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import kept
from runlift_tui.core.exercises.text import exercises_plain
from runlift_tui.core.routines.levels import Level, article_routine
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.text import routine_plain
from runlift_tui.store.text.toml_lines import lines
from runlift_tui.store.text.toml_text import toml_text
from tests.core.shelves import exercises, routines
from tests.rows import for_each


def text_of(table: dict[str, Any], **notes: str) -> str:
    return toml_text(table, "head", notes)


@given(routines())
def test_a_routine_comes_back(made: Routine) -> None:
    plain = routine_plain(made)
    text = text_of(plain)
    assert tomllib.loads(text) == plain
    assert lines(text)


@given(exercises())
def test_exercises_come_back(made: Exercise) -> None:
    shelf = Shelf(shipped={})
    plain = exercises_plain(shelf.after(kept(shelf, made)))
    assert tomllib.loads(text_of(plain)) == plain


@given(exercises())
def test_nothing_in_it_acts_on_a_terminal(made: Exercise) -> None:
    shelf = Shelf(shipped={})
    text = toml_text(exercises_plain(shelf.after(kept(shelf, made))), "head", {})
    joiners = "\n\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    assert all(char.isprintable() or char in joiners for char in text)


def test_it_lies_on_the_page_as_one_would_write_it() -> None:
    plain = routine_plain(article_routine(Level.BEGINNER))
    plain["blocks"] = plain["blocks"][1:]
    plain["blocks"][0]["slots"] = plain["blocks"][0]["slots"][:2]
    text = toml_text(plain, "Mine.\n\nEdit it.", {"split-squat": "Split\nsquat"})
    assert (
        text
        == """\
# Mine.
#
# Edit it.

id = "runner-lower-body"
name = "Runner's lower body"

[[blocks]]
id = "main"
name = "Main"
rounds = 3
from = 1
to = 6
round_rest = "1:30"

[[blocks.slots]]
label = "B1"
exercise = "split-squat"  # Split squat
reps = "5-10"
target = 8
rir = 3
rest = "1:00"
priming_rest = "1:30"
least_rest = "1:00"
ramp = [
    { reps = 5, share = 0.0, rest = "1:00" },
]

[[blocks.slots]]
label = "B2"
exercise = "split-squat-fast"
half_of = "B1"
rest = "1:00"
"""
    )


@for_each(
    ("value", "written"),
    [
        ('say "go"', '"say \\"go\\""'),
        ("one\r\ntwo\t", '"one\\r\\ntwo\\t"'),
        ("\x1b[2J\x9b\u202e\U000e0001", '"\\u001b[2J\\u009b\\u202e\\U000e0001"'),
        ("héé 🦵🏽‍♀️", '"héé 🦵🏽‍♀️"'),
        ("half \ud800 a pair", '"half \N{REPLACEMENT CHARACTER} a pair"'),
        (0.1, "0.1"),
        (True, "true"),
        ([], "[]"),
        (["a", "b"], '["a", "b"]'),
        (["a" * 50, "b" * 50], f'[\n    "{"a" * 50}",\n    "{"b" * 50}",\n]'),
    ],
)
def test_a_value(value: Any, written: str) -> None:
    assert text_of({"x": value}) == f"# head\n\nx = {written}\n"
