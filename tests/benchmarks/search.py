"""Finding one of a thousand exercises: from the key to the list, and opening their screen."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
from msgspec import structs
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.fuzzy import Matcher
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.exercises.finder import Finder
from runlift_tui.screens.parts.page import Page
from runlift_tui.store.disk import files
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.library import shipped
from runlift_tui.store.library.library import ATHLETE, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.store import Store
from runlift_tui.store.tables.text import encode
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, interleaved, median
from tests.benchmarks.terminal import COLUMNS, ROWS

MANY = 1_000
QUERIES = ("bulgarian", "bulgarain", "single leg squat", "rfess", "step up", "calf", "zzzz")
A_FRAME_MS = 16.0
ALLOWED_OPENING = 3.0
SETTLED_S = 0.05
"""How long the program is left alone before a key, for its painting."""


class Empty(Page):
    """A screen of the same widgets with nothing in them."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """Yield what the exercises' screen has."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="found"):
                yield Input(compact=True)
                yield Listing()
            yield Sheet()
        yield Told()
        yield KeysLine()


def many(count: int = MANY, seed: int = 1) -> list[Exercise]:
    """Return the shipped exercises, and variations of them up to `count`."""
    base = list(shipped.exercises().values())
    words = sorted({word for each in base for word in each.name.split()})
    chance = random.Random(seed)
    found = list(base)
    while len(found) < count:
        like = chance.choice(base)
        aliases = tuple(f"{alias} {chance.choice(words)}" for alias in like.aliases)
        name = f"{like.name}, {chance.choice(words)} {len(found)}"
        id_ = f"{like.id}-{len(found)}"
        found.append(structs.replace(like, id=id_, name=name, aliases=aliases))
    return found


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure the search alone, then in the program."""
    exercises = many()
    found = interleaved(
        {"ours": _finding(exercises), "fuzzy": _fuzzy(exercises)}, bench.rounds, warm_up=2
    )
    fuzzy = median(found["fuzzy"])
    what = f"a keystroke among {MANY} exercises"
    yield Figure(f"{what}: search alone", median(found["ours"]), fuzzy, "ms", rule=Rule.TOLD)
    took = asyncio.run(_measured(bench, exercises))
    ours, empty = median(took.keys), median(took.empty_keys)
    yield Figure(f"{what}, to the list", ours, empty, "ms", A_FRAME_MS, Rule.MOST)
    what = f"opening {MANY} exercises"
    yield Figure(what, median(took.openings), median(took.empty_openings), "ms", ALLOWED_OPENING)


def _finding(exercises: list[Exercise]) -> Callable[[], float]:
    """Return a measure of our search: milliseconds a keystroke, over all of the queries."""
    finder = Finder(exercises)
    return _typing(finder.find)


def _fuzzy(exercises: list[Exercise]) -> Callable[[], float]:
    """Return the same measure of Textual's fuzzy matcher alone."""
    names = [(each.name, *each.aliases) for each in exercises]

    def find(query: str) -> object:
        matcher = Matcher(query)
        scored = [(max(map(matcher.match, some)), place) for place, some in enumerate(names)]
        return sorted((each for each in scored if each[0] > 0), reverse=True)[:50]

    return _typing(find)


def _typing(find: Callable[[str], object]) -> Callable[[], float]:
    def measure() -> float:
        took = []
        for query in QUERIES:
            for length in range(1, len(query) + 1):
                began = time.perf_counter_ns()
                find(query[:length])
                took.append((time.perf_counter_ns() - began) / 1e6)
        return median(took)

    return measure


class Took(NamedTuple):
    """What each keystroke and each opening took, milliseconds."""

    keys: list[float]
    empty_keys: list[float]
    """The same keys, typed into a line beside which nothing changes."""
    openings: list[float]
    empty_openings: list[float]


async def _measured(bench: Bench, exercises: list[Exercise]) -> Took:
    """Measure in the program, without a terminal."""
    store = Store(_folder(bench, exercises), ManualClock())
    store.open()
    app = RunLift(store, store.clock)
    ear = _Ear()
    try:
        async with app.run_test(size=(COLUMNS, ROWS), message_hook=ear.hear) as pilot:
            ours, empty = [], []
            keys: list[float] = []
            empty_keys: list[float] = []
            for number in range(bench.rounds + 1):
                query = QUERIES[number % len(QUERIES)]
                empty.append(await _opening(app, Empty))
                await pilot.pause()
                empty_keys += await _keys(app, ear, query)
                ours.append(await _opening(app, lambda: ExercisesScreen(store)))
                await pilot.pause()
                keys += await _keys(app, ear, query)
    finally:
        store.close()
    return Took(keys, empty_keys, ours[1:], empty[1:])


def _folder(bench: Bench, exercises: list[Exercise]) -> str:
    path = bench.folder()
    folder = DataFolder(path)
    folder.create()
    known = shipped.exercises()
    own = [each for each in exercises if each.id not in known]
    rows = {
        str(number): {"id": each.id, "exercise": msgspec.to_builtins(each)}
        for number, each in enumerate(own, 1)
    }
    athlete = {"1": {**document_of(Athlete(asked=True)), "id": KEY}}
    data = encode({"exercises": rows, ATHLETE: athlete})
    files.replace_whole(folder.library, data, keep_previous=True)
    return path


async def _opening(app: RunLift, make: Callable[[], Screen[None]]) -> float:
    """Return the milliseconds until a screen has been painted in the place of another."""
    made: list[Screen[None]] = []

    def factory() -> Screen[None]:
        made.append(make())
        return made[0]

    began = time.perf_counter_ns()
    app.go(factory)
    while not made or app.screen is not made[0] or not made[0].is_mounted:
        await asyncio.sleep(0)
    painted = asyncio.Event()
    made[0].call_after_refresh(painted.set)
    await painted.wait()
    return (time.perf_counter_ns() - began) / 1e6


class _Ear:
    """Hears that the typing has reached the screen, and waits for the paint after that."""

    def __init__(self) -> None:
        self.painted = asyncio.Event()

    def hear(self, message: Message) -> None:
        """Ask to be told of the paint."""
        if isinstance(message, Input.Changed):
            message.input.screen.call_after_refresh(self.painted.set)


async def _keys(app: RunLift, ear: _Ear, query: str) -> list[float]:
    line = app.screen.query_one(Input)
    line.can_focus = True
    app.screen.set_focus(line)
    await asyncio.sleep(SETTLED_S)
    return [await _key(app, ear, character) for character in query]


async def _key(app: RunLift, ear: _Ear, character: str) -> float:
    """Return the milliseconds from a key to the paint of what it found."""
    await asyncio.sleep(SETTLED_S)
    ear.painted.clear()
    began = time.perf_counter_ns()
    app.post_message(events.Key("space" if character == " " else character, character))
    await asyncio.wait_for(ear.painted.wait(), 10)
    return (time.perf_counter_ns() - began) / 1e6
