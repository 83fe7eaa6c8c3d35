"""Every screen's keys: one table for them all, one key for one action, and the athlete's own."""

import pkgutil
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

import runlift_tui.screens
from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.keys.actions import DEFAULT_KEYS, TYPED
from runlift_tui.core.keys.key_names import names
from runlift_tui.core.keys.keymap import SCREENS
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from tests.screens.gym import SEASONED, gym


def screens() -> list[type[Screen[Any]]]:
    """Return every screen that is no dialog."""
    found = set()
    for module in pkgutil.walk_packages(runlift_tui.screens.__path__, "runlift_tui.screens."):
        for each in vars(import_module(module.name)).values():
            if not isinstance(each, type) or not issubclass(each, Screen):
                continue
            ours = each.__module__.startswith("runlift_tui.") and "BINDINGS" in each.__dict__
            if ours and not issubclass(each, ModalScreen):
                found.add(each)
    return sorted(found, key=lambda each: each.__name__)


def bound(screen: type[Any]) -> list[Binding]:
    """Return the bindings of a screen, or of the app."""
    found = screen.__dict__["BINDINGS"]
    return [each if isinstance(each, Binding) else Binding(*each) for each in found]


def test_every_key_of_every_screen_stands_in_the_table() -> None:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    typed: dict[str, list[str]] = defaultdict(list)
    everything: list[type[Any]] = [*screens(), RunLift]
    for screen in everything:
        mine = [binding for binding in bound(screen) if binding.id]
        (prefix,) = {f"{binding.id}".partition(".")[0] for binding in mine}
        for binding in bound(screen):
            if binding.id:
                found[prefix][binding.id.partition(".")[2]] = binding.key
            elif screen is not RunLift:
                typed[prefix] += names(binding.key)
    assert dict(found) == {screen: dict(actions) for screen, actions in DEFAULT_KEYS.items()}
    for prefix, keys in typed.items():
        assert set(keys) <= set(TYPED[prefix]), "an action without an id can have no other key"


def test_the_same_action_has_the_same_key_on_every_screen() -> None:
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for screen, actions in DEFAULT_KEYS.items():
        for name, shipped in actions.items():
            keys[name][screen] = names(shipped)[0]
    differing = {name: there for name, there in keys.items() if len(set(there.values())) > 1}
    assert not differing


def test_every_screen_has_a_table_for_its_help() -> None:
    assert {each.screen for each in SCREENS} == set(DEFAULT_KEYS)


def told_in(keys: str) -> set[str]:
    """Return the keys that a line of the help names: "a b", "PgUp PgDn", "↑↓", "[ ]"."""
    words = set(keys.split())
    return words | {sign for word in words if not any(map(str.isalnum, word)) for sign in word}


def test_the_table_of_the_help_has_every_action_of_its_screen() -> None:
    """A key that only the help or only the screen knows would be a lie or a secret."""
    from runlift_tui.core.keys.key_names import printed

    for each in SCREENS:
        told = {key for line in each.keys for key in told_in(line.keys)}
        for name, shipped in DEFAULT_KEYS[each.screen].items():
            shown = any(printed(key) in told for key in names(shipped))
            hidden = name in ("first", "last", "ten-on", "ten-back", "rub", "help")
            assert shown or hidden, (each.screen, name)


CONFIG = """
[keys]
"session.undo" = "z"
"session.space" = ["enter", "space"]
"session.take-over" = "f7"
"home.history" = "H"
"exercises.search" = "f3"
"routines.new" = "N"
"""


def own(folder: Path, clock: ManualClock, text: str = CONFIG) -> Store:
    """Return an open store beside settings written by hand."""
    config = folder / "config.toml"
    config.write_text(text, encoding="utf-8")
    store = Store(folder, clock, config)
    store.open()
    return store


async def test_own_keys_do_what_they_stand_for_and_the_shipped_ones_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock)) as g:
        assert "H  history" in g.text()
        await g.press("h")
        assert g.is_on(HomeScreen)
        await g.press("space", "space")
        assert "enter  done" in g.text(), g.text()
        await g.wait(1)
        await g.press("enter")
        assert len(g.session.done) == 1
        assert "z undo" in g.text()
        await g.press("u")
        assert len(g.session.done) == 1
        await g.press("z")
        assert not g.session.done
        await g.press("?")
        assert "z U" in g.text(), "the help has them too"


async def test_a_question_keeps_the_keys_of_its_answers(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock)) as g:
        await g.press("space", "space", "s")
        assert "space  no reason" in g.text() or "space no reason" in g.text()
        await g.press("space")
        assert len(g.session.done) == 1


async def test_a_key_that_opens_a_line_of_typing_can_be_another(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock)) as g:
        await g.press("e", "slash")
        assert "end the search" not in g.text()
        assert "f3  search" in g.text() or "f3 search" in g.text()
        await g.press("f3")
        await g.type("copenhagen")
        assert g.is_on(ExercisesScreen)
        assert "copenhagen" in g.text()
        await g.press("escape", "escape", "o", "n")
        assert "A new routine" not in g.text()
        await g.press("N")
        assert "A new routine" in g.text()


async def test_a_click_on_an_own_key_presses_it(tmp_path: Path, clock: ManualClock) -> None:
    store = own(tmp_path, clock, '[keys]\n"home.help" = "f1"\n"home.quit" = "Q"')
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=(80, 24)) as g:
        line = g.screen.query_one(KeysLine)
        place = g.text().splitlines()[line.region.y].index("f1") - line.region.x
        await g.pilot.click(KeysLine, offset=(place, 0))
        await g.settled()
        assert "Keys  Home" in g.text()


async def test_a_fault_in_the_settings_by_hand_is_said_on_home(
    tmp_path: Path, clock: ManualClock
) -> None:
    text = '[keys]\n"home.histroy" = "H"\n\n[settings]\nunit = "lb"\n'
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock, text)) as g:
        notice = " ".join(line.strip() for line in g.text().splitlines())
        assert "config.toml:2: keys.home.histroy: no action is called that" in notice
        assert "did you mean home.history?" in notice
        assert g.store.desk.athlete().unit == "lb", "the rest of the file counts"


@pytest.mark.parametrize("text", ["[keys", "\0", "keys = 3", "\xff" * 3, ""])
async def test_a_file_without_sense_stops_nothing(
    text: str, tmp_path: Path, clock: ManualClock
) -> None:
    (tmp_path / "config.toml").write_bytes(text.encode("latin-1"))
    store = Store(tmp_path, clock, tmp_path / "config.toml")
    store.open()
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        assert g.is_on(HomeScreen)
        assert ("config.toml" in g.text()) == bool(text)


async def test_the_help_says_first_what_the_one_key_does_now(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("?")
        assert "now: train" in g.text()
        await g.press("space", "space", "f1")
        assert "now: start" in g.text()
        await g.press("space", "space", "?")
        assert "now: done" in g.text()
        await g.press("space")
        await g.space()
        await g.press("?")
        assert "now: go" in g.text()
        assert g.app.screen_stack[-2].query(".-rest"), "a rest goes on under it"


async def test_the_key_that_began_the_line_of_a_run_may_be_another_actions(
    tmp_path: Path, clock: ManualClock
) -> None:
    text = '[keys]\n"runs.new" = "a"\n"runs.delete" = "n"\n'
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock, text)) as g:
        await g.press("t", "a")
        assert g.screen.query_one(Input).has_focus
        await g.type("today 8k 42:10")
        await g.press("enter", "n")
        assert not g.screen.query_one(Input).has_focus
        assert g.store.runs.all() == ()
