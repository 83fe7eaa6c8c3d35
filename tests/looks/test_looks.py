"""What the eye finds: pictures of the program that change only on purpose.

After a change on purpose: `pytest tests/looks -m "" --snapshot-update`, and look at every one.
"""

import random
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.targets import how_many
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.opening import Opening
from runlift_tui.looks.glyphs import take_up
from runlift_tui.store.library.library import ATHLETE, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.made_up.runs import made_up_runs
from runlift_tui.store.store import Store
from tests.looks.past import ROUNDS
from tests.screens.drawing import draw
from tests.screens.gym import Gym, begin
from tests.sweep import sweep
from tests.widgets.faces import FACES
from tests.widgets.gallery import Gallery

Compare = Callable[..., bool]
Walk = Callable[[Gym], Awaitable[None]]

FIRST, WHOLE = Choices(level=Level.ADVANCED), Choices(level=Level.ADVANCED, main_rounds=ROUNDS)
"""A session as it is suggested, and one with all the rounds of the past."""
LARGE, SMALL, TINY, WIDE = (120, 36), (80, 24), (60, 16), (160, 45)
HUGE, LINES = (200, 60), (40, 10)


@pytest.fixture(scope="module")
def trained(made_up_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a year of made-up training, for looking only."""
    return copytree(made_up_year, tmp_path_factory.mktemp("trained") / "own")


def looks(
    compare: Compare,
    folder: Path,
    clock: ManualClock,
    walk: Walk,
    *,
    size: tuple[int, int] = LARGE,
    athlete: Athlete | None = None,
    session: bool = False,
    choices: Choices = FIRST,
    theme: str = "",
    still: bool = False,
) -> bool:
    """Walk the program somewhere, and compare what stands there.

    Args:
        compare: What compares.
        folder: The data folder.
        clock: The test's.
        walk: Where to.
        size: Of the window.
        athlete: Who trains; None for whoever the folder has.
        session: Whether one begins at once.
        choices: Which.
        theme: Of the colours; empty for the usual one.
        still: Whether figures stand still from the start: they turn by a real clock.
    """
    store = Store(folder, clock)
    store.open()
    if athlete is not None:
        store.library.put(ATHLETE, KEY, document_of(athlete))
    start = begin(store, choices) if session else None
    app = RunLift(store, clock, Opening(start))
    if theme:
        app.theme = theme
    if still:
        app.animation_level = "none"
    found = Gym(app, store, clock)

    async def before(pilot: Pilot[Any]) -> None:
        found.pilot = pilot
        await found.settled()
        await walk(found)
        await found.settled()
        for under in app.screen_stack[:-1]:
            under.styles.visibility = "hidden"  # when it is veiled again is a matter of moments
            under._refresh_layout(app.size)
        app.screen.refresh()
        await found.settled()
        draw(app.screen._compositor)  # some of it is worked out when it is drawn
        for line in app.screen.query(Input):
            line.cursor_blink = False  # by a real clock it would be there, or not
            line._cursor_visible = True
        await pilot.pause()
        unseen.extend(invisible(app))

    unseen: list[str] = []
    try:
        same = compare(app, terminal_size=size, run_before=before)
        assert not unseen, "text in the colour of its ground"
        return same
    finally:
        store.close()


def invisible(app: RunLift) -> list[str]:
    """Return the texts that stand on the screen in the colour of their ground."""
    strips = app.screen._compositor.render_strips()
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.text.strip() and segment.style and segment.style.color == segment.style.bgcolor
    ]


async def nowhere(g: Gym) -> None:
    """Stay where the program opens."""


async def to_work(g: Gym) -> None:
    await g.skip_to("B1")
    await g.press("7", "tab", "tab")
    await g.wait(24)


async def to_priming_rest(g: Gym) -> None:
    await g.skip_to("B1")
    await g.wait(30)
    await g.press("space", "7", "tab")
    await g.wait(56)


async def to_overtime(g: Gym) -> None:
    await to_priming_rest(g)
    await g.wait(196)


async def to_hold(g: Gym) -> None:
    await g.press("s", "1")
    await g.space()
    await g.wait(18)


async def to_question(g: Gym) -> None:
    await g.press("s", "3")


async def to_summary(g: Gym) -> None:
    await to_priming_rest(g)
    await g.press("f", "enter", "8")


@pytest.mark.parametrize(
    "keys",
    sweep(
        ["", "space", "space minus", "space minus space k"], stay=("space", "space minus space k")
    ),
    ids=["what", "health", "level", "weights"],
)
def test_the_introduction(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, keys: str
) -> None:
    async def walk(g: Gym) -> None:
        await g.press(*keys.split())

    assert looks(snap_compare, tmp_path, clock, walk, still=True)


@pytest.mark.parametrize(
    "size",
    sweep([TINY, SMALL, LARGE, WIDE], stay=(TINY,)),
    ids=["60x16", "80x24", "120x36", "160x45"],
)
def test_home(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    athlete = Athlete(level=Level.ADVANCED, asked=True)
    assert looks(snap_compare, tmp_path, clock, nowhere, athlete=athlete, size=size, still=True)


async def to_unfinished(g: Gym) -> None:
    await g.press("space", "space")
    for _ in range(4):
        await g.space()
        await g.wait(60)
    await g.press("q")


async def to_done(g: Gym) -> None:
    await g.press("space", "space")
    await g.walk(lambda session: 2 * how_many(session)[0] > how_many(session)[1])
    await g.press("q", "f", "escape")
    await g.comes("Today: done")


@pytest.mark.parametrize(
    "size", sweep([SMALL, LARGE, WIDE], stay=(LARGE,)), ids=["80x24", "120x36", "160x45"]
)
@pytest.mark.parametrize(
    "walk", [nowhere, to_unfinished, to_done], ids=["plan", "unfinished", "done"]
)
def test_home_of_a_trained_runner(
    snap_compare: Compare,
    trained: Path,
    tmp_path: Path,
    clock: ManualClock,
    walk: Walk,
    size: tuple[int, int],
) -> None:
    folder = copytree(trained, tmp_path / "own")
    assert looks(snap_compare, folder, clock, walk, size=size)


@pytest.mark.parametrize(
    "walk", [to_work, to_priming_rest, to_overtime, to_hold, to_question, to_summary]
)
def test_session(snap_compare: Compare, tmp_path: Path, clock: ManualClock, walk: Walk) -> None:
    assert looks(snap_compare, tmp_path, clock, walk, session=True)


@pytest.mark.parametrize(
    "size",
    sweep([LINES, TINY, SMALL, WIDE, HUGE], stay=(SMALL,)),
    ids=lambda s: f"{s[0]}x{s[1]}",
)
def test_priming_rest_at_every_size(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    assert looks(snap_compare, tmp_path, clock, to_priming_rest, session=True, size=size)


def test_work_with_its_figure(snap_compare: Compare, tmp_path: Path, clock: ManualClock) -> None:
    assert looks(snap_compare, tmp_path, clock, to_work, session=True, size=WIDE)


def test_how_and_why(snap_compare: Compare, tmp_path: Path, clock: ManualClock) -> None:
    async def walk(g: Gym) -> None:
        g.app.animation_level = "none"
        await g.skip_to("A2")
        await g.press("w")

    assert looks(snap_compare, tmp_path, clock, walk, session=True)


@pytest.mark.parametrize(
    "theme", sweep(["light", "high-contrast", "colour-blind"], stay=("light",))
)
def test_our_other_themes(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, theme: str
) -> None:
    walk = to_priming_rest
    assert looks(snap_compare, tmp_path, clock, walk, session=True, theme=f"runlift-{theme}")


def test_a_theme_of_textuals(snap_compare: Compare, tmp_path: Path, clock: ManualClock) -> None:
    assert looks(snap_compare, tmp_path, clock, to_work, session=True, theme="nord")


@pytest.mark.parametrize("state", ["paused", "unsaved", "lead-in"])
def test_states_that_a_walk_seldom_meets(snap_compare: Compare, state: str) -> None:
    assert snap_compare(Gallery(face=FACES[state]), terminal_size=LARGE)


def test_without_colour(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(snap_compare, tmp_path, clock, to_priming_rest, session=True)


@pytest.mark.parametrize(
    "keys",
    ["e", "o", "oe", "l", "h", "s"],
    ids=["exercises", "routines", "editor", "levels", "history", "settings"],
)
def test_quiet_screens(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, keys: str
) -> None:
    async def walk(g: Gym) -> None:
        await g.press(*keys)

    athlete = Athlete(asked=True)
    assert looks(snap_compare, tmp_path, clock, walk, athlete=athlete)


@pytest.mark.parametrize("theme", sweep(["runlift-dark", "runlift-light"], stay=("runlift-dark",)))
def test_the_palette(snap_compare: Compare, tmp_path: Path, clock: ManualClock, theme: str) -> None:
    async def walk(g: Gym) -> None:
        await g.press("ctrl+p")
        await g.type("split")

    athlete = Athlete(asked=True)
    assert looks(snap_compare, tmp_path, clock, walk, athlete=athlete, size=SMALL, theme=theme)


def test_the_help_of_a_rest(snap_compare: Compare, tmp_path: Path, clock: ManualClock) -> None:
    async def walk(g: Gym) -> None:
        await to_priming_rest(g)
        await g.press("?")

    assert looks(snap_compare, tmp_path, clock, walk, session=True, size=SMALL)


def test_a_search_with_a_slip_of_the_fingers(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock
) -> None:
    async def walk(g: Gym) -> None:
        await g.press("e", "slash")
        await g.type("bulgarain")

    assert looks(snap_compare, tmp_path, clock, walk, athlete=Athlete(asked=True), size=SMALL)


def with_runs(folder: Path, clock: ManualClock) -> None:
    """Put half a year of made-up running into a folder."""
    store = Store(folder, clock)
    for entry in made_up_runs(1, clock.stamp().utc_ms, random.Random(3)):
        if entry.said.day >= date(2026, 5, 1):
            store.history.fold(entry.document, table=entry.table)


@pytest.mark.parametrize("size", sweep([SMALL, LARGE], stay=(SMALL,)), ids=["80x24", "120x36"])
def test_runs(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await g.press("t", "n")
        await g.type("today 26k 2:20:00 long effort 6")

    with_runs(tmp_path, clock)
    assert looks(snap_compare, tmp_path, clock, walk, athlete=Athlete(asked=True), size=size)


@pytest.mark.parametrize("look", sweep(["dark", "light", "no colour"], stay=("dark",)))
def test_the_5k(
    snap_compare: Compare,
    tmp_path: Path,
    clock: ManualClock,
    look: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def walk(g: Gym) -> None:
        await g.press("t", "c", "down")

    if look == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    with_runs(tmp_path, clock)
    theme = "runlift-light" if look == "light" else ""
    assert looks(snap_compare, tmp_path, clock, walk, athlete=Athlete(asked=True), theme=theme)


@pytest.mark.parametrize("size", sweep([SMALL, WIDE], stay=()), ids=["80x24", "160x45"])
def test_the_5k_at_other_sizes(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await g.press("t", "c", "down")

    with_runs(tmp_path, clock)
    assert looks(snap_compare, tmp_path, clock, walk, athlete=Athlete(asked=True), size=size)


async def to_plan_form(g: Gym) -> None:
    await g.press("p")


async def to_plan(g: Gym) -> None:
    await g.press("p", "enter")
    await g.comes("Run first")
    await g.press("down", "down", "enter", "down", "right")


@pytest.mark.parametrize("size", sweep([SMALL, LARGE], stay=(SMALL,)), ids=["80x24", "120x36"])
@pytest.mark.parametrize("walk", [to_plan_form, to_plan], ids=["form", "weeks"])
def test_plan(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, walk: Walk, size: tuple[int, int]
) -> None:
    athlete = Athlete(level=Level.ADVANCED, asked=True)
    assert looks(snap_compare, tmp_path, clock, walk, athlete=athlete, size=size)


async def to_a_curve(g: Gym) -> None:
    await g.press("b", "tab", "tab", "down", "down", "down", "enter")
    await g.comes("◆")
    await g.press("left", "left", "left", "left")


QUESTIONS = ("weeks", "heavy", "records", "rests", "plan", "5K")


@pytest.mark.parametrize(
    "size", sweep([SMALL, LARGE, WIDE], stay=(SMALL,)), ids=["80x24", "120x36", "160x45"]
)
@pytest.mark.parametrize("question", sweep(QUESTIONS, stay=("rests",)))
def test_progress(
    snap_compare: Compare, trained: Path, clock: ManualClock, question: str, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await g.press("b", *["tab"] * QUESTIONS.index(question))

    assert looks(snap_compare, trained, clock, walk, size=size)


@pytest.mark.parametrize("look", sweep(["light", "no colour", "ascii"], stay=("ascii",)))
def test_progress_otherwise(
    snap_compare: Compare,
    trained: Path,
    clock: ManualClock,
    look: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def walk(g: Gym) -> None:
        if look == "ascii":
            take_up(g.app, "ascii")
        await g.press("b", "tab", "left")

    if look == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    theme = "runlift-light" if look == "light" else ""
    assert looks(snap_compare, trained, clock, walk, size=SMALL, theme=theme)


def test_progress_as_a_table(snap_compare: Compare, trained: Path, clock: ManualClock) -> None:
    async def walk(g: Gym) -> None:
        await g.press("b", "t")

    assert looks(snap_compare, trained, clock, walk, size=SMALL)


@pytest.mark.parametrize(
    "size", sweep([SMALL, LARGE, WIDE], stay=(SMALL,)), ids=["80x24", "120x36", "160x45"]
)
def test_an_exercises_curve(
    snap_compare: Compare, trained: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    assert looks(snap_compare, trained, clock, to_a_curve, size=size)


def test_an_exercises_curve_by_daylight(
    snap_compare: Compare, trained: Path, clock: ManualClock
) -> None:
    assert looks(snap_compare, trained, clock, to_a_curve, theme="runlift-light")


def test_an_exercises_curve_without_colour(
    snap_compare: Compare, trained: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(snap_compare, trained, clock, to_a_curve)


def test_an_exercises_table(snap_compare: Compare, trained: Path, clock: ManualClock) -> None:
    async def walk(g: Gym) -> None:
        await to_a_curve(g)
        await g.press("t")

    assert looks(snap_compare, trained, clock, walk)


def test_a_history_with_training(snap_compare: Compare, trained: Path, clock: ManualClock) -> None:
    async def walk(g: Gym) -> None:
        await g.press("h", "down", "down")

    assert looks(snap_compare, trained, clock, walk)
