"""The keys that sentences name: an athlete's own, wherever one is named."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import runlift_tui
from runlift_tui.core.keys import in_force
from runlift_tui.core.keys.action import ScreenKeys
from runlift_tui.core.keys.actions import ROWS, SCREENS, help_lines
from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.keys.own_keys import OwnKeys, shipped_keys

PACKAGE = Path(runlift_tui.__file__).parent
ANSWERS = {
    "commands/exchange/asking.py",
    "commands/parser.py",
    "core/athlete/checks.py",
    "screens/exercises/choosing.py",
    "screens/levels/checks.py",
    "screens/palette/palette.py",
    "screens/parts/choosing.py",
    "screens/parts/help.py",
    "screens/parts/typing_in.py",
    "screens/parts/whole.py",
    "screens/routines/instead.py",
    "screens/session/note.py",
    "screens/session/outline.py",
    "screens/session/reason.py",
    "screens/session/asked/stop_signs.py",
    "screens/session/swap.py",
    "screens/session/why.py",
    "core/home/introduction.py",
}
"""Where keys are answers to a question or lead out of a dialog, which nobody can change.

And where letters are typed as lines.
"""
LITERAL = re.compile(
    r"(?:^|[.:;,(]\s+|\band\s+|\bor\s+|^…\s+)"
    r"(?P<key>[a-zA-Z?+-]|[Ss]pace|[Ee]nter|escape|tab|backspace|page down|page up|PgUp|PgDn)\s+"
    r"(?:also\s+)?(?:stops|stop|takes|take|undoes|undo|brings|puts|makes|shows|goes|leads|begins|starts|keeps|keep|tells|"
    r"says|gives|adds|opens|chooses|changes|types|leaves|quits|ends|resets|again|once|twice|has\b)"
)
"""A key and what it does, as a sentence would have it."""
ARTICLES = {"a", "A"}


@cache
def texts(path: Path) -> tuple[str, ...]:
    """Return the texts of a source that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    documented = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    values = (
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and id(node) not in documented
    )
    return tuple(value for value in values if isinstance(value, str))


NAMED_IN_HELP = re.compile(
    r"(?<![\w-])(?:space|enter|escape|tab|backspace|PgUp|PgDn|arrows|[a-z?] (?:also|stops)"
    r"|home and end|[0-9] [a-z]+, [0-9] [a-z]+)(?![\w-])"
)
"""Keys in what a help says of others, where a sentence is no more than a few words."""
NOBODYS = ("early, then enter", "was done, then enter", "is there, enter reads")
"""Where it is the key of an answer, or of a line."""


def without_nobodys(words: str) -> str:
    """Return what a help says without the keys in it that nobody can change."""
    for each in NOBODYS:
        words = words.replace(each, "")
    return words


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.screen)
def test_no_help_names_a_key_that_was_moved(screen: ScreenKeys) -> None:
    """Nor in what it says of another one; a line of keys that are no more is left out."""
    letters = (chr(each) for each in range(0x400, 0x600) if chr(each).isalpha())
    own = OwnKeys({id_: (key,) for id_, key in zip(ROWS, letters, strict=False)})
    lines = tuple(own.lines(help_lines(screen.screen)))
    codes = (own.named(meaning) for _, meaning in screen.codes)
    said = [without_nobodys(words) for words in (*(line.word for line in lines), *codes)]
    assert [words for words in said if NAMED_IN_HELP.search(words) or "{" in words] == []
    assert not any("clicker" in words for words in said), "nobody has its keys any more"


def test_as_they_ship_a_help_names_the_keys_that_ship() -> None:
    said = {line.word for line in shipped_keys().lines(help_lines("session"))}
    assert "pause; space goes on" in said
    assert "skip, then why: 1 time, 2 equipment, 3 pain, 4 form" in said
    assert "space and u, as a presenter's clicker has them; a tap is space too" in said


@pytest.fixture
def own() -> Iterator[None]:
    """Have other keys for a while."""
    in_force.take(OwnKeys({"session.undo": ("z", "pageup"), "session.space": ("f5",)}))
    yield
    in_force.take(None)


@pytest.mark.usefixtures("own")
def test_a_sentence_names_the_athletes_own_keys() -> None:
    assert named("{session.undo} takes it back, {session.redo} puts it back.") == (
        "z takes it back, U puts it back."
    )
    assert named("{^session.space} goes on; {session.undo:2} too.") == "F5 goes on; PgUp too."
    assert key("session.undo") == "z"


def test_as_they_ship_a_word_that_begins_a_sentence_has_a_capital() -> None:
    assert named("{^session.space} goes on. {^session.undo} takes it back.") == (
        "Space goes on. u takes it back."
    )


def test_every_action_that_a_sentence_names_is_one() -> None:
    in_texts = re.compile(r"\{\^?([a-z0-9-]+\.[a-z0-9-]+)(?::\d)?\}")
    asked = re.compile(r"\bkey\(\s*[\"']([a-z0-9-]+\.[a-z0-9-]+)[\"']")
    paths = list(PACKAGE.rglob("*.py"))
    found = {id_ for path in paths for id_ in asked.findall(path.read_text(encoding="utf-8"))}
    found |= {id_ for each in paths for text in texts(each) for id_ in in_texts.findall(text)}
    assert len(found) > 30
    assert found <= set(ROWS)


def test_no_sentence_names_a_key_that_an_athlete_may_have_moved() -> None:
    """It names the action, and what that is pressed with is put in its place."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        if where in ANSWERS or where.startswith(("by_lines/", "core/aloud/", "store/", "data/")):
            continue
        for text in texts(path):
            found += [
                f"{where}: {text}" for each in LITERAL.finditer(text) if each["key"] not in ARTICLES
            ]
    assert found == []
