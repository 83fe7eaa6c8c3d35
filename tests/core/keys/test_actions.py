"""The one table of the keys: its ids, its words, and what may not mean two things."""

import re
from collections import Counter, defaultdict

import pytest

from runlift_tui.core.keys.action import ScreenKeys
from runlift_tui.core.keys.actions import (
    EVERYWHERE,
    ROWS,
    SCREENS,
    doing,
    faces,
    help_lines,
    looking_only,
    screen_keys,
)
from runlift_tui.core.keys.key_names import key_name, names
from runlift_tui.core.lists.lines import KeyFace
from tests.rows import for_each

HIDDEN = {"first", "last", "ten-on", "ten-back", "rub", "help"}
"""Actions that a help may leave out: what else would these keys do."""


def test_what_changes_something_is_an_action_of_its_screen() -> None:
    for keys in SCREENS:
        assert set(keys.changes) <= {row.name for row in keys.actions}, keys.screen
    shown = faces("history", "edit; delete; undo; save; search; back")
    assert [face.word for face in looking_only(shown)] == ["save", "search", "back"]


@for_each(
    ("shown", "vain", "left"),
    [
        ("edit; delete; undo; back", {"undo", "redo"}, ["edit", "delete", "back"]),
        ("edit; undo; back", {"redo"}, ["edit", "undo", "back"]),
        ("edit; undo; back", {"undo"}, ["edit", "redo", "back"]),
        ("edit; undo; back", {}, ["edit", "undo", "redo", "back"]),
        ("previous next; edit", {"next"}, ["session", "edit"]),
        ("previous next; edit", {"next", "previous"}, ["edit"]),
    ],
)
def test_what_would_come_to_nothing_is_left_out(
    shown: str, vain: set[str], left: list[str]
) -> None:
    assert [face.word for face in doing(faces("history", shown), vain)] == left


def test_keys_that_are_typed_can_be_in_vain_and_an_answer_cannot() -> None:
    choice, answer = faces("form", "choice"), KeyFace("enter", "keep")
    assert doing((*choice, answer), {"← →", "enter", "redo"}) == (answer,)


def test_an_id_is_of_one_action_and_can_be_written_in_the_settings() -> None:
    found = [f"{each.screen}.{row.name}" for each in SCREENS for row in each.actions]
    assert len(found) == len(set(found)) == len(ROWS)
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+", id_) for id_ in found)
    assert len({each.screen for each in SCREENS}) == len(SCREENS)


def test_the_ids_that_stand_in_peoples_settings_are_still_actions() -> None:
    """Some of the oldest; an id is never taken away or given to another action."""
    assert {"session.space", "past.new", "editor.up", "exercises.gear", "app.palette"} <= set(ROWS)


@for_each("screen", SCREENS)
def test_a_key_means_one_thing_on_a_screen(screen: ScreenKeys) -> None:
    rows = [row.keys for row in screen.actions] + [row.keys for row in screen.typed]
    if screen.screen != EVERYWHERE:
        rows += [row.keys for row in screen_keys(EVERYWHERE).actions]
    keys = Counter(key for row in rows for key in names(row))
    assert [key for key, n in keys.items() if n > 1] == []
    assert all(key_name(key) == key for key in keys)


def test_the_same_action_has_the_same_key_on_every_screen() -> None:
    keys: dict[str, set[str]] = defaultdict(set)
    for screen in SCREENS:
        for row in screen.actions:
            keys[row.name].add(names(row.keys)[0])
    assert {name: there for name, there in keys.items() if len(there) > 1} == {}


KEPT_BY_TERMINALS = re.compile(
    r"(ctrl\+)?(alt|option|meta|super)\+.*|ctrl\+shift\+.*|f11|ctrl\+(plus|minus|space|@)"
    r"|ctrl\+(left|right|up|down)"
)
"""What Windows Terminal or macOS has for itself, and letters that option makes others of."""


def test_no_key_is_one_that_a_terminal_keeps() -> None:
    keys = {key for row in ROWS.values() for key in names(row.keys)}
    assert "space" in keys
    assert [key for key in keys if KEPT_BY_TERMINALS.fullmatch(key)] == []


MEANINGS = {
    "escape": {"back"},
    "question_mark": {"help"},
    "f1": {"help", "keys"},
    # A new one of what stands there; in a session that is a note. Where a question stands, its no.
    "n": {"new", "note", "settled"},
    "slash": {"search"},
    "u": {"undo", "restore"},
    "U": {"redo"},
    # On with what stands there: what is chosen is opened, changed or taken, what is typed is kept,
    # and a page that is only read is left.
    "enter": {
        *("space", "take-over", "edit", "enter", "open", "take"),
        *("begin", "move", "keep", "restore", "back", "new"),
    },
}
"""What some keys are wherever they are anything, by the name of the action."""


@for_each("key", MEANINGS)
def test_a_key_means_one_thing_across_screens(key: str) -> None:
    found = {row.name for each in SCREENS for row in each.actions if key in names(row.keys)}
    assert found == MEANINGS[key]


@for_each("screen", SCREENS)
def test_the_help_tells_every_action_and_its_meaning(screen: ScreenKeys) -> None:
    """A key that only the screen knows would be a secret."""
    told = {name.split(":")[0] for line in screen.help.split("; ") for name in line.split()}
    assert {row.name for row in screen.actions} - told <= HIDDEN
    assert all(line.word for line in help_lines(screen.screen))


@for_each("screen", SCREENS)
def test_a_line_that_has_a_meaning_of_its_own_is_one_of_the_help(screen: ScreenKeys) -> None:
    assert {line for line, _ in screen.told} <= set(screen.help.split("; "))


def test_a_last_line_says_the_rows_words_unless_it_is_told_others() -> None:
    found = faces("plan", "enter; less more=a week; plan-before plan-after; back=back")
    assert [each[:2] for each in found] == [
        ("enter", "change a week"),
        ("←→", "a week"),
        ("[]", "another plan"),
        ("escape", "back"),
    ]
    with pytest.raises(KeyError):
        faces("plan", "entre")


@for_each("screen", SCREENS)
def test_shift_and_tab_goes_back_wherever_tab_goes_on(screen: ScreenKeys) -> None:
    by_key = {key: row for row in screen.actions for key in names(row.keys)}
    on = by_key.get("tab")
    if on is None or on.name == "complete":  # a path is completed, and nothing gone on to
        return
    back = by_key["shift+tab"]
    on_by = on.method if on.method.endswith(")") else f"{on.method}(1)"
    assert back.method == on_by.replace("(1)", "(-1)")
