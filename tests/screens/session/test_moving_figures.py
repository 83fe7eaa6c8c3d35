"""Figures in the program: which one, when it moves, and when nothing does."""

from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.exercises.figure import ARROWS
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.session.state import Holding
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.why import WhyScreen
from runlift_tui.store.library import shipped
from runlift_tui.store.library.library import document_of
from runlift_tui.store.store import Store
from runlift_tui.widgets.session.moving_figure import MovingFigure
from runlift_tui.widgets.session.stage import Stage
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

LARGE = (160, 45)


def motionless(folder: Path, clock: ManualClock) -> Store:
    """Return a store of an athlete who wants nothing to move."""
    store = Store(folder, clock)
    store.open()
    store.library.put("settings", "me", document_of(Preferences(motion=False)))
    return store


def drawn(g: Gym) -> MovingFigure:
    return g.screen.query_one(MovingFigure)


def is_of(g: Gym, id_: str, side: str = "") -> bool:
    """Whether the figure shows an exercise, with this leg at work."""
    wanted = shipped.figure(id_)
    return wanted is not None and drawn(g).frames == wanted.working(side)


def ticking(g: Gym) -> bool:
    """Whether the session's screen waits for anything to change by itself."""
    found = next(screen for screen in g.app.screen_stack if isinstance(screen, SessionScreen))
    return found._ticking is not None


async def numbers(g: Gym, seconds: float) -> list[int]:
    """Return the frames that are shown through some time, one a half second."""
    found = []
    for _ in range(round(seconds * 2)):
        await g.wait(0.5)
        found.append(drawn(g).number)
    return found


async def test_the_exercise_moves_while_it_is_done(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        assert is_of(g, "dead-bug")
        frames = drawn(g).frames
        assert frames is not None
        seen = await numbers(g, 6)
        assert seen == [frames.shown[n % 6] for n in range(1, 13)]


async def test_a_rest_shows_the_next_exercise_from_the_leg_that_starts(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        await g.space()
        assert is_of(g, "copenhagen-long", "left")
        await g.skip_to("B1")
        assert is_of(g, "rfe-split-squat", "left")
        await g.skip_to("B1", 2)
        assert is_of(g, "rfe-split-squat", "right")
        await g.wait(20)
        await g.press("space")
        assert is_of(g, "split-squat-hop")


async def test_a_hold_stands_still_from_the_side_that_is_held(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        await g.walk(lambda session: isinstance(session.phase, Holding))
        assert is_of(g, "copenhagen-long", "left")
        assert set(await numbers(g, 4)) == {1}
        await g.walk(lambda session: bool(session.held) and isinstance(session.phase, Holding))
        assert is_of(g, "copenhagen-long", "right")


async def test_what_is_swapped_in_is_shown_or_leaves_its_place_to_words(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        stage = g.screen.query_one(Stage)
        for id_ in ("dead-bug-weighted", "bird-dog", "bridge"):
            g.training.tell(Swap("A1", g.store.desk.shelf().exercises()[id_]))
            await g.settled()
            assert drawn(g).frames == shipped.figure(id_)
            assert stage.has_room is (id_ != "bird-dog")
            assert ("HOW" in g.text()) is (id_ == "bird-dog")


@pytest.mark.parametrize("how", sweep(["setting", "environment"], stay=("setting",)))
async def test_without_motion_the_frame_that_says_most_stands(
    tmp_path: Path, clock: ManualClock, how: str
) -> None:
    store = motionless(tmp_path, clock) if how == "setting" else None
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE, store=store) as g:
        if how == "environment":
            g.app.animation_level = "none"
            assert isinstance(g.screen, SessionScreen)
            g.screen._demonstrate()
        await g.skip_to("B1")
        assert is_of(g, "rfe-split-squat", "left")
        frames = drawn(g).frames
        assert frames is not None
        assert set(await numbers(g, 4)) == {frames.still}
        await g.press("w")
        assert isinstance(g.screen, WhyScreen)
        assert drawn(g).number == frames.still


async def test_a_pause_stops_the_figure_and_the_ticking(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        await g.space()
        assert ticking(g)
        await g.press("p")
        await g.wait(1)
        assert not ticking(g)
        frames = drawn(g).frames
        assert frames is not None
        assert set(await numbers(g, 3)) == {frames.still}
        await g.press("space")
        assert ticking(g)


async def test_under_a_dialog_the_figure_waits(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        await g.wait(1)
        figure = drawn(g)
        before = figure.number
        await g.press("question_mark")
        for _ in range(6):
            await g.wait(0.5)
            assert figure.number == before
        await g.press("escape")
        assert len(set(await numbers(g, 3))) > 1


async def test_the_ticking_ends_with_the_session(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        session = g.screen
        assert isinstance(session, SessionScreen)
        await g.space()
        await g.press("f", "enter")
        assert not g.is_on(SessionScreen)
        assert session._ticking is None or session._ticking.cancelled()
        assert not g.screen.query(MovingFigure)


async def test_a_small_window_has_no_figure_and_no_beat(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(60, 16)) as g:
        stage = g.screen.query_one(Stage)
        room = [stage.has_room]
        await g.skip_to("A2")
        assert not ticking(g), "a hold that is not begun has no seconds"
        await g.pilot.resize_terminal(*LARGE)
        await g.tick()
        room.append(stage.has_room)
        assert room == [False, True]
        assert ticking(g)


async def test_how_and_why_shows_the_exercise(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(80, 24)) as g:
        await g.press("w")
        assert is_of(g, "dead-bug")
        frames = drawn(g).frames
        assert frames is not None
        assert frames.small[frames.still][-2].strip() in g.text()


@pytest.mark.parametrize("size", [(60, 16), (70, 30)])
async def test_how_and_why_keeps_its_words_where_both_have_no_room(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=size) as g:
        await g.press("w")
        assert not drawn(g).display
        assert "Dead bug" in g.text()


async def test_the_sheet_of_an_exercise_shows_it_where_it_is_drawn(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        assert isinstance(g.screen, ExercisesScreen)
        assert not drawn(g).display
        await g.press("slash")
        await g.type("copenhagen plank, long lever")
        assert drawn(g).display
        assert is_of(g, "copenhagen-long")
        g.screen._turning.turn()
        frames = drawn(g).frames
        assert frames is not None
        assert drawn(g).number != frames.still


def arrows(g: Gym) -> bool:
    """Whether the figure that is drawn says by an arrow how it moves."""
    figure = drawn(g)
    text = "".join(piece.text for row in figure.lines(*figure.size) for piece in row)
    return any(arrow in text for arrow in ARROWS)


async def test_an_arrow_stands_for_the_movement_only_while_there_is_none(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=LARGE) as g:
        await g.walk_to("B1", ramp=1)
        assert is_of(g, "rfe-split-squat", "left")
        assert not arrows(g)
        await g.wait(1)
        assert not arrows(g)
        await g.press("p")
        assert arrows(g)
    store = motionless(tmp_path, clock)
    async with gym(tmp_path, clock, resume=True, size=LARGE, store=store) as g:
        await g.wait(1)
        await g.press("space")
        assert arrows(g)


@pytest.mark.parametrize(
    ("why", "whose"),
    [("My knee likes it.", "Your own words."), ("", "Our own rule, not a finding.")],
)
async def test_a_reason_is_called_whose_it_is_as_on_the_page_of_the_exercise(
    tmp_path: Path, clock: ManualClock, why: str, whose: str
) -> None:
    async with gym(tmp_path, clock) as g:
        shelf = g.store.desk.shelf()
        ruled = next(e for e in shelf.exercises().values() if e.why and not e.source and e.ladder)
        mine = structs.replace(ruled, why=why or ruled.why)
        g.app.push_screen(WhyScreen(mine, shelf))
        await g.comes(whose)
        assert f"[{mine.name}]" in g.text()
