"""Every action with another key: nowhere does a screen name one that does nothing any more."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.keys.actions import ROWS, SCREENS
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.parts.page import screen_name
from runlift_tui.screens.session.outline import OutlineScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.key_table import KeyTable
from runlift_tui.widgets.lines.keys import KeysLine
from tests.core.keys.test_in_force import ARTICLES, LITERAL, NAMED_IN_HELP, without_nobodys
from tests.screens.gym import SEASONED, Gym, gym

MOVED = list(ROWS)
LETTERS = [letter for letter in map(chr, range(0x400, 0x600)) if letter.isalpha()]
OTHER = dict(zip(MOVED, LETTERS, strict=False))
for form in ("form", "plan-form", "plan-move"):  # where a letter is typed
    OTHER |= {
        id_: f"f{n}"
        for n, id_ in enumerate((each for each in MOVED if each.startswith(f"{form}.")), 2)
    }
"""A letter of its own for every action."""
NAMES = re.compile(r"(?<![\w-])(space|enter|escape|tab|backspace|PgUp|PgDn|page down)(?![\w-])")
"""Keys whose names no sentence has for anything else."""
DIGITS = re.compile(r"(?<![\w])[0-9](?![\w])")


def named(g: Gym) -> Iterator[str]:
    """Yield what names a key as it shipped on the screen that is there."""
    text = " ".join(line.strip() for line in g.text().splitlines())
    # These end a line that has the typing, whatever else is moved.
    own = {"enter", "escape"} if isinstance(g.app.focused, Input) else set()
    yield from (each[0] for each in NAMES.finditer(text) if each[0] not in own)
    yield from (each[0] for each in LITERAL.finditer(text) if each["key"] not in ARTICLES)
    if isinstance(g.screen, SessionScreen) and g.face.asked is not None:
        yield from (key for face in g.face.asked.answers for key in DIGITS.findall(face.key))
    for line in g.screen.query(KeysLine):
        for face in line.keys:
            yield from DIGITS.findall(face.key)
            if any(of.partition(":")[0] in ROWS for of in face.of):
                yield from (key for key in face.key.split() if key.isascii() and key.isalpha())


async def look_at_help(g: Gym) -> None:
    """Open the help of the screen that is there, and look at what it says of keys."""
    screen = screen_name(g.screen)
    id_ = next(id_ for id_ in (f"{screen}.help", f"{screen}.keys") if id_ in ROWS)
    g.clock.advance(1000)
    await g.press(OTHER[id_])
    assert g.is_on(HelpScreen), f"{screen}: {g.text()}"
    tables = [*g.screen.query(KeyTable)]
    for face in (face for table in tables for face in table.faces):
        assert not (face.of and DIGITS.findall(face.key)), f"{screen}: {face}"
        assert not NAMED_IN_HELP.search(without_nobodys(face.word)), f"{screen}: {face}"
    await g.press("escape")
    HELPED.add(screen)


async def visit(g: Gym, *ids: str) -> None:
    """Press the keys of some actions, and look at what stands there after each."""
    for id_ in ids:
        g.clock.advance(1000)
        await g.press(OTHER.get(id_, id_))
        if not g.screen.is_modal or isinstance(g.screen, OutlineScreen):
            SEEN.add(screen_name(g.screen))
            assert [*named(g)] == [], f"{screen_name(g.screen)} after {id_}:\n{g.text()}"
            types = isinstance(g.app.focused, Input)
            if not types and screen_name(g.screen) not in HELPED | WITHOUT_HELP:
                await look_at_help(g)


SEEN: set[str] = set()
HELPED: set[str] = set()
WITHOUT_HELP = {"", "entry", "text"}
"""Those that are opened with another one's keys, or have a key or two."""


def moved_store(folder: Path, clock: ManualClock) -> Store:
    """Return an open store beside settings in which every action has another key."""
    lines = [f'"{id_}" = "{key}"' for id_, key in OTHER.items()]
    (folder / "config.toml").write_text("[keys]\n" + "\n".join(lines), encoding="utf-8")
    store = Store(folder, clock, folder / "config.toml")
    store.open()
    assert set(store.desk.config().keys) == set(OTHER)
    return store


@pytest.mark.sweep
@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_nor_does_one_with_a_year_of_training(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    folder = copytree(made_up_year, tmp_path / "own")
    store = moved_store(folder, clock)
    async with gym(folder, clock, athlete=SEASONED, store=store, size=size) as g:
        for place in TRAINED:
            await visit(g, *place.split())
            assert g.is_home, f"{place}: {g.screen}: {g.text()}"
    assert {"past", "plan", "entry", "exercise", "progress", "setup"} <= SEEN


@pytest.mark.sweep
async def test_no_place_names_a_key_that_was_moved(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = moved_store(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=(160, 45)) as g:
        usual: dict[str, str] = {"space": OTHER["session.space"], "s": OTHER["session.skip"]}
        usual |= {f"{n}": OTHER[f"digits.{n}"] for n in range(10)}
        send = g.send
        await visit(g, *OUTING)

        def moved(key: str) -> None:
            send(usual.get(key, key))

        monkeypatch.setattr(g, "send", moved)
        await g.skip_to("A2")
        await visit(g, *HOLDING)
        await g.skip_to("B1")
        await visit(g, "session.space", "session.leave", *RESUMED)
        await g.press(OTHER["session.finish"])  # a question, whose answers nobody moves
        await visit(g, "enter", *SUMMARY)
        assert g.is_home, g.text()
        for place in PLACES:
            await visit(g, *place.split())
            assert g.is_home, f"{place}: {g.screen}: {g.text()}"
        assert {each.screen for each in SCREENS} - SEEN <= NOT_SEEN
        assert {"home", "setup", "session", "summary", "outline", "levels", "routines"} <= HELPED


NOT_SEEN = {
    *("app", "bin", "digits", "past", "plan", "plan-move", "text", "entry", "exercise"),
    "import-preview",
}
"""What is everywhere, and what has but sentences that another place has too."""
OUTING = (
    *("home.space", "setup.start", "session.next-value", "session.later", "session.undo"),
    *("session.redo", "session.undo", "session.space", "session.pause", "session.space"),
    *("session.undo", "session.redo", "session.longer", "session.shorter", "session.rub"),
    *("session.outline", "outline.back"),
)
HOLDING = ("session.space", "session.undo", "session.space", "session.space", "5")
SUMMARY = ("summary.above", "summary.below", "summary.done")
RESUMED = ("home.discard", "home.undo", "home.resume")
TRAINED = (
    "home.history history.edit past.side past.back past.back history.back",
    "home.plan plan.next plan.enter plan.undo plan.back plan.back",
    "home.progress progress.next-question progress.next-question progress.next progress.open "
    "exercise.back progress.back",
    "home.space setup.card enter session.space session.undo session.redo session.undo "
    "session.leave",
    "home.progress progress.table progress.next-question progress.back",
)
"""Ways that end at home again, with much behind the athlete."""
PLACES = (
    "home.plan plan-form.back plan.back",
    "home.import escape",
    "home.runs runs.five-k five-k.back runs.unit runs.back",
    "home.history history.whole escape history.back",
    "home.progress progress.next-question progress.next-question progress.back",
    "home.routines routines.edit editor.enter editor.more editor.undo editor.side editor.back "
    "editor.back routines.copy routines.undo routines.back",
    "home.exercises exercises.copy exercises.undo exercises.edit form.back exercises.back",
    "home.levels levels.overrule levels.undo levels.harder levels.take levels.undo levels.back",
    "home.settings settings.next settings.next settings.more settings.undo settings.back",
)
