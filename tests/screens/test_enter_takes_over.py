"""`enter` takes a typed value over, wherever one is typed, and leaves nothing with one still open.

One row is one place: how it is come to, what is typed there, and that it has arrived. What cannot
be is typed at the same place, and `enter` leaves it there with a sentence.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual.screen import Screen

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.routines.levels import Level
from runlift_tui.screens.exercises.editor import ExerciseEditor
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.history.past_session import PastSessionScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.parts.typing_in import TypingScreen
from runlift_tui.screens.plan.form import PlanForm
from runlift_tui.screens.plan.move import MoveForm
from runlift_tui.screens.plan.plan import PlanScreen
from runlift_tui.screens.routines.editor import RoutineEditor
from runlift_tui.screens.runs.runs import RunsScreen
from runlift_tui.screens.session.card_entry import EntryScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.screens.session.swap import SwapScreen
from runlift_tui.screens.settings.settings import SettingsScreen
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from tests.benchmarks.made import fill
from tests.core.plans import plan
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

UNTIL_MS = 1_795_500_000_000
NEW = Athlete(level=Level.BEGINNER)


class Place(NamedTuple):
    """Where something is typed."""

    name: str
    reach: Callable[[Gym], Awaitable[object]]
    """Goes there from home, ready to type."""
    typed: str
    has: Callable[[Gym], bool]
    """Whether what was typed has been taken over."""
    then: type[Screen[Any]]
    """The screen that stands after `enter`."""
    impossible: str
    there: type[Screen[Any]]
    """The screen that stands after `enter` on what cannot be."""
    said: str
    """Why that cannot be, or a part of it."""
    who: Athlete = SEASONED


def keys(*pressed: str) -> Callable[[Gym], Awaitable[object]]:
    """Return a way that is keys alone."""
    return lambda g: g.press(*pressed)


def line(name: str, *pressed: str) -> Callable[[Gym], Awaitable[object]]:
    """Return a way to a line of a form, with nothing in it any more."""

    async def reach(g: Gym) -> None:
        await g.press(*pressed)
        g.screen.query_one(f"#field-{name}").focus()
        await g.settled()
        await g.press("ctrl+u", "ctrl+k")

    return reach


async def to_days_off(g: Gym) -> None:
    await line("off_kind", "p", "m")(g)
    await g.press("i")
    await line("off_first")(g)


async def to_rest(g: Gym) -> None:
    await g.press("space", "space")
    await g.space()


async def to_rest_and(g: Gym, key: str) -> None:
    await to_rest(g)
    await g.press(key)


async def to_the_load(g: Gym) -> None:
    await g.press("space", "space")
    await g.skip_to("B1")
    await g.press("tab", "tab")


async def to_summary(g: Gym) -> None:
    await to_rest(g)
    await g.press("f", "enter")
    await g.wait(1)


async def to_summed_set(g: Gym) -> None:
    await to_summary(g)
    await g.press("down")


async def to_card(g: Gym) -> None:
    await g.press("space", "c", "enter")


async def to_editor(g: Gym) -> None:
    await g.press("o", "e", *["down"] * 2, "enter", "down", "down", "enter")


def left(g: Gym) -> float | None:
    """Return the first leg's reps of the first set."""
    return g.session.done[min(g.session.done)].left if g.session.done else None


def newest(g: Gym) -> dict[str, Any]:
    """Return the newest session of the past."""
    return next(iter(Past(g.store.folder.path).documents()))


def planned(g: Gym, has: Callable[[Plan], bool]) -> bool:
    """Whether the newest plan has something, if there is one."""
    return any(map(has, g.store.desk.plans()[-1:]))


PLACES = (
    Place(
        "the rounds before the start",
        keys("space"),
        "5",
        lambda g: "‹ 5 ›" in g.line("Main rounds"),
        SetupScreen,
        "2,5",
        SetupScreen,
        "whole numbers only",
    ),
    Place(
        "the minutes before the start",
        keys("space", "down"),
        "25",
        lambda g: "‹ 25" in g.line("Minutes"),
        SetupScreen,
        "9",
        SetupScreen,
        "10 to 180",
    ),
    Place(
        "a set's reps",
        keys("space", "space"),
        "7",
        lambda g: g.values()["left"] == "7",
        SessionScreen,
        "7.5",
        SessionScreen,
        "whole numbers only",
    ),
    Place(
        "a set's load",
        to_the_load,
        "12,5",
        lambda g: "12.5" in g.values()["load"],
        SessionScreen,
        "99999",
        SessionScreen,
        "the load goes from",
    ),
    Place(
        "the set just done",
        to_rest,
        "7",
        lambda g: left(g) == 7,
        SessionScreen,
        "7,5",
        SessionScreen,
        "whole numbers only",
    ),
    Place(
        "a set of the summary",
        to_summed_set,
        "7",
        lambda g: left(g) == 7,
        SummaryScreen,
        "999",
        SummaryScreen,
        "reps go from",
    ),
    Place(
        "the effort",
        to_summary,
        "10",
        lambda g: any(each["effort"] == 10 for each in Past(g.store.folder.path).documents()),
        HomeScreen,
        "7.5",
        SummaryScreen,
        "whole numbers only",
    ),
    Place(
        "a set on a card",
        to_card,
        "7",
        lambda g: 7 in g.session.prepared.values(),
        EntryScreen,
        "7.5",
        EntryScreen,
        "whole numbers only",
    ),
    Place(
        "when a card was trained",
        keys("space", "c"),
        "yesterday 18:30",
        lambda g: "18:30" in g.text(),
        EntryScreen,
        "32 jan",
        TypingScreen,
        "It stays",
    ),
    Place(
        "a value of the past",
        keys("h", "enter", "down", "enter"),
        "7",
        lambda g: newest(g)["sets"][0]["left"] == 7,
        PastSessionScreen,
        "7,5",
        TypingScreen,
        "It stays",
    ),
    Place(
        "the weights in the settings",
        keys("s", "down", "down", "enter"),
        "7,5 10 12,5",
        lambda g: g.store.desk.athlete().weights.list_kg == (7.5, 10, 12.5),
        SettingsScreen,
        "8 12 x",
        TypingScreen,
        "is no weight",
    ),
    Place(
        "the weights at the first start",
        keys("space", "minus", "1", "k"),
        "7,5 10 12,5",
        lambda g: g.store.desk.athlete().weights.list_kg == (7.5, 10, 12.5),
        HomeScreen,
        "0 12",
        TypingScreen,
        "is no weight",
        NEW,
    ),
    Place(
        "a line of a new plan",
        line("running", "p"),
        "42 km",
        lambda g: planned(g, lambda one: one.answers.metres == 42_000),
        PlanScreen,
        "much",
        PlanForm,
        "much",
    ),
    Place(
        "a line of a plan moved",
        to_days_off,
        "4 jan",
        lambda g: planned(g, lambda one: bool(one.off)),
        PlanScreen,
        "32 jan",
        MoveForm,
        "32 jan",
    ),
    Place(
        "a week of a plan",
        keys("p", "down", "enter"),
        "3",
        lambda g: planned(g, lambda one: [c.sessions for c in one.changes] == [3]),
        PlanScreen,
        "9",
        TypingScreen,
        "It stays",
    ),
    Place(
        "a run",
        keys("t", "n"),
        "today 5,2 km 25:10",
        lambda g: any(run.metres == 5200 for run in g.store.runs.all()),
        RunsScreen,
        "5k 3:00",
        RunsScreen,
        "faster than anybody has run",
    ),
    Place(
        "a value of a routine",
        to_editor,
        "9",
        lambda g: " 9 " in g.line("A3  Single-leg"),
        RoutineEditor,
        "999",
        TypingScreen,
        "It stays",
    ),
    Place(
        "a new exercise",
        keys("e", "n"),
        "Hill bound",
        lambda g: "hill-bound" in g.store.desk.shelf().exercises(),
        ExercisesScreen,
        "",
        ExerciseEditor,
        "it is empty",
    ),
    Place(
        "a note on a set",
        lambda g: to_rest_and(g, "n"),
        "left knee",
        lambda g: any(done.note == "left knee" for done in g.session.done.values()),
        SessionScreen,
        "",
        SessionScreen,
        "",
    ),
    Place(
        "the name of a routine",
        keys("o", "n", "enter", "escape"),
        "Hotel",
        lambda g: "Hotel" in g.text(),
        RoutineEditor,
        "Pairs " * 40,
        TypingScreen,
        "It stays",
    ),
    Place(
        "what to swap in",
        lambda g: to_rest_and(g, "x"),
        "bird dog",
        lambda g: g.session.routine.slot("A2").exercise == "bird-dog",
        SessionScreen,
        "zzzz",
        SwapScreen,
        "nothing by that name",
    ),
)

REFUSING = tuple(place for place in PLACES if place.said)


@pytest.fixture
def life(tmp_path: Path, clock: ManualClock) -> Store:
    """Return an open store with three sessions behind it."""
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    store = Store(tmp_path, clock)
    store.open()
    return store


def opened(place: Place, life: Store) -> Store:
    """Return the store as the place needs it."""
    if place.name in ("a week of a plan", "a line of a plan moved"):
        life.library.put(PLANS, plan().id, document_of(plan()))
    return life


@pytest.mark.parametrize("place", sweep(PLACES, stay=PLACES[::2]), ids=lambda place: place.name)
async def test_enter_takes_over_what_was_typed(
    place: Place, life: Store, clock: ManualClock, tmp_path: Path
) -> None:
    async with gym(tmp_path, clock, athlete=place.who, store=opened(place, life)) as g:
        await place.reach(g)
        await g.type(place.typed)
        await g.press("enter")
        assert place.has(g), g.text()
        assert g.is_on(place.then), g.text()


@pytest.mark.parametrize("place", sweep(REFUSING, stay=REFUSING[::3]), ids=lambda place: place.name)
async def test_enter_leaves_nothing_where_what_was_typed_cannot_be(
    place: Place, life: Store, clock: ManualClock, tmp_path: Path
) -> None:
    async with gym(tmp_path, clock, athlete=place.who, store=opened(place, life)) as g:
        await place.reach(g)
        await g.type(place.impossible)
        await g.press("enter")
        assert g.is_on(place.there), g.text()
        assert place.said in " ".join(g.text().split()), g.text()
        assert not place.has(g), g.text()
