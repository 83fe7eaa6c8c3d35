"""Every screen's keys: one table for them all, one key for one action, and the athlete's own."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

import runlift_tui.screens
from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.keys.actions import ROWS
from runlift_tui.core.keys.key_names import RESERVED, names
from runlift_tui.core.session.state import Rest
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.session.outline import OutlineScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep


def classes() -> set[type[Any]]:
    """Return every class that stands in the screens."""
    ours = "runlift_tui.screens."
    modules = pkgutil.walk_packages(runlift_tui.screens.__path__, ours)
    found = (each for module in modules for each in vars(import_module(module.name)).values())
    return {each for each in found if isinstance(each, type) and each.__module__.startswith(ours)}


def screens() -> list[type[Screen[Any]]]:
    """Return every screen that is no dialog, and the one whose keys are the session's."""
    return sorted(
        (
            each
            for each in classes()
            if issubclass(each, Screen)
            if not issubclass(each, ModalScreen) or each is OutlineScreen
            if "BINDINGS" in each.__dict__
        ),
        key=lambda each: each.__name__,
    )


def bound(screen: type[Any]) -> list[Binding]:
    """Return the bindings of a screen, or of the app."""
    found = screen.__dict__["BINDINGS"]
    return [each if isinstance(each, Binding) else Binding(*each) for each in found]


def test_every_action_is_bound_and_every_key_of_a_screen_comes_from_the_rows() -> None:
    everything: list[type[Any]] = [*screens(), RunLift]
    found = [binding for screen in everything for binding in bound(screen) if binding.id]
    digits = {id_ for id_ in ROWS if id_.startswith("digits.")}
    assert {f"{binding.id}" for binding in found} == set(ROWS) - digits, "they come before all"
    for screen in everything:
        name = next(f"{each.id}" for each in bound(screen) if each.id).partition(".")[0]
        ours = bindings(name)
        assert [each for each in ours if each not in bound(screen)] == []
        others = [each for each in bound(screen) if each not in ours]
        assert {key for each in others for key in names(each.key)} <= RESERVED, screen


def test_the_keys_of_a_dialog_are_answers_and_nobody_can_change_them() -> None:
    """But for one that leads on from a page, and is the one that led there."""
    dialogs = [each for each in classes() if issubclass(each, ModalScreen)]
    found = [each for dialog in dialogs for each in dialog.__dict__.get("BINDINGS", ())]
    assert found
    ids = [each.id for each in found if isinstance(each, Binding) and each.id]
    shared = {f"{each.id}" for each in bound(OutlineScreen)} | {"session.why"}
    assert set(ids) == shared


def test_every_action_is_something_that_its_screen_can_do() -> None:
    """The method is the screen's, or that of a part which the screen lets do its actions."""
    parts = [each for each in classes() if not issubclass(each, DOMNode)]
    everything: list[type[Any]] = [*screens(), RunLift]
    for screen in everything:
        for each in bound(screen):
            where, _, action = each.action.partition("(")[0].rpartition(".")
            able = (RunLift,) if where == "app" else (screen, *parts)
            assert any(hasattr(one, f"action_{action}") for one in able), each


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
        assert "z  U" in g.text(), "the help has them too"


async def test_an_own_key_counts_where_another_action_ships_with_it_and_that_one_has_none(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = own(tmp_path, clock, '[keys]\n"home.exercises" = "h"\n')
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=(120, 36)) as g:
        assert "h  exercises" in g.text()
        assert "history" not in g.text()
        await g.press("?")
        assert re.search(r"no key +history", g.text())
        await g.press("escape", "h")
        assert g.is_on(ExercisesScreen)


async def test_a_question_keeps_the_keys_of_its_answers(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock)) as g:
        await g.press("space", "space", "s")
        assert "0  no reason" in g.text() or "0 no reason" in g.text()
        await g.press("space")
        assert not g.session.done, "space goes back from a question"
        await g.press("s", "0")
        assert len(g.session.done) == 1


async def test_a_key_that_opens_a_line_of_typing_can_be_another(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=own(tmp_path, clock)) as g:
        await g.press("e", "slash")
        assert "end the search" not in g.text()
        assert "F3  search" in g.text() or "F3 search" in g.text()
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
        place = g.text().splitlines()[line.region.y].index("F1") - line.region.x
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


@pytest.mark.parametrize(
    "text", sweep(["[keys", "\0", "keys = 3", "\xff" * 3, ""], stay=("keys = 3", ""))
)
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
        await g.press("space")
        await g.wait(1)  # the key that closes the help trains only once it was let go
        await g.press("space", "f1")
        assert "now: start" in g.text()
        await g.press("space", "space", "?")
        assert "now: done" in g.text()
        await g.press("space")
        await g.space()
        await g.press("?")
        assert "now: go" in g.text()
        assert isinstance(g.phase, Rest), "a rest goes on under it"


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
