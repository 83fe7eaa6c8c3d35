"""The whole program under a clock of the test's own: keys in, what stands on the screen out."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import tinydb
from textual import events
from textual._callback import invoke
from textual.pilot import Pilot
from textual.screen import Screen

from runlift_tui.app import RunLift, Speakers
from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.face.press import GUARD_MS
from runlift_tui.core.face.shapes import ScreenState, SessionFace
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.commands import Skip, Started
from runlift_tui.core.session.state import Finished, HoldReady, Phase, Rest, Session, Work
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.values import SetDone, Why
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.opening import Opening
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.parts.changing_page import ChangingPage
from runlift_tui.screens.parts.once import LETTING_OUT
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.disk.writer import Done, Job, Writer
from runlift_tui.store.library.library import document_of
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from runlift_tui.widgets.session.session_view import SessionView
from tests.screens.drawing import draw_last

_MOST_TURNS = 300
_UNNAMED = re.compile(r"\{\^?[a-z0-9-]+\.[a-z0-9-]+")
_MOST_S, _AT_ONCE = 30, 20
_TO_ARRIVE = 4
"""Turns of the loop until a key that was sent is in the program's queue, and one more."""


class Gym:
    """One run of the program."""

    def __init__(self, app: RunLift, store: Store, clock: ManualClock) -> None:
        self.app = app
        self.store = store
        self.clock = clock
        self.pilot: Pilot[None]
        self._counted: Writer | None = None
        self._handed_over = self._heard_of = 0

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top, dialogs included."""
        return self.app.screen

    @property
    def training(self) -> Training:
        """The session under way."""
        found = self.app.leading.training
        assert found is not None
        return found

    @property
    def session(self) -> Session:
        """The session under way, as its screen shows it."""
        return self.training.shown

    @property
    def phase(self) -> Phase:
        """What the session is in the middle of."""
        return self.session.phase

    def is_on(self, kind: type[Screen[Any]]) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.screen, kind)

    @property
    def is_home(self) -> bool:
        """Whether home is on top."""
        return self.is_on(HomeScreen)

    def shows(self, state: ScreenState) -> bool:
        """Whether the session's screen says that the athlete is doing this."""
        return self.face.state is state

    def is_in(self, kind: type[Any]) -> bool:
        """Whether the session is in a phase of this kind."""
        return isinstance(self.phase, kind)

    def text(self) -> str:
        """Return what the eye sees, line by line."""
        strips = self.screen._compositor.render_strips()
        text = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert not _UNNAMED.search(text), f"an action stands where its key belongs:\n{text}"
        return text

    def line(self, part: str) -> str:
        """Return the line on the screen that holds some text."""
        found = [line for line in self.text().splitlines() if part in line]
        assert found, f"{part!r} is not on the screen:\n{self.text()}"
        return found[0].strip()

    async def comes(self, part: str) -> None:
        """Wait until some text stands on the screen, where a timer of the program brings it."""
        for _ in range(_MOST_TURNS):
            if part in self.text():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"{part!r} never comes:\n{self.text()}")

    async def settled(self) -> None:
        """Wait until the writer has done all it was given, and the screens have heard of it."""
        quiet = 0
        for turn in range(_MOST_TURNS):
            if turn > _AT_ONCE:  # it takes time, not turns: on a busy machine a thread comes late
                await asyncio.sleep(0.01)
            before = self.screen, self._handed_over
            if self._is_writing():
                await self._written()
            else:
                for _ in range(_TO_ARRIVE):
                    await asyncio.sleep(0)
            await self.turn()
            same = before == (self.screen, self._handed_over)
            same = same and not self.screen._layout_required and not self.screen._dirty_widgets
            if self.app.in_order.is_busy and not self.app._exit:
                self.app.in_order.behind(int)  # what nobody waits for is looked after later
                same = False
            quiet = quiet + 1 if same and not self._is_leaving() else 0
            if quiet == 2:
                return
        why = (
            f"layout {self.screen._layout_required}, dirty {self.screen._dirty_widgets}, "
            f"leaving {self._is_leaving()}, handed over {self._handed_over}"
        )
        raise AssertionError(f"it never comes to rest: {why}\n{self.text()}")

    async def turn(self) -> None:
        """Let everything on the screen do what it was told, and paint what changed.

        It is `Pilot.pause(0)` without a message to each widget: whoever waits for its next one
        has done what the ones before asked for.
        """
        end = time.monotonic() + _MOST_S
        while not self._at_rest() or await self._let_out():
            assert time.monotonic() < end, f"something never comes to its end:\n{self.text()}"
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        self.screen._on_timer_update()

    def _at_rest(self) -> bool:
        if self.app._batch_count and not self.app._exit:
            return False
        for each in (self.app, *self.screen.walk_children(with_self=True)):
            ready: Any = each._message_queue.ready_event
            if each._running and (ready.is_set() or not ready._waiters):
                return False
        return True

    async def _let_out(self) -> bool:
        """Go on with what waits for a terminal that is not there; return whether there was any."""
        timers = [each for each in self.screen._timers if each.name == LETTING_OUT]
        waits = [each for each in timers if each._task is not None and not each._task.done()]
        for each in waits:
            each.stop()
            assert each._callback is not None
            with self.app._context(), self.screen._context():
                await invoke(each._callback)
        return bool(waits)

    def _is_writing(self) -> bool:
        """Whether the writer was handed what we have not heard of, or is not known yet."""
        writer = self.store._writer
        known = writer is self._counted and self._handed_over == self._heard_of
        return writer is not None and not known

    async def _written(self) -> None:
        """Wait for the writer, and count from now on what it is handed."""
        writer = self.store.writer
        if writer is not self._counted:
            self._counted, hand_over = writer, writer.submit

            def counted(job: Job, done: Done | None = None) -> None:
                self._handed_over += 1
                hand_over(job, done)

            writer.submit = counted  # type: ignore[method-assign]
        so_far, done = self._handed_over, asyncio.Event()
        loop = asyncio.get_running_loop()
        type(writer).submit(writer, lambda: None, lambda _: _set(loop, done))
        await done.wait()
        self._heard_of = so_far

    def _is_leaving(self) -> bool:
        """Whether the screen has asked to be replaced, or is not there yet."""
        flags = ("_gone", "_wanted", "_leaving")
        under = self.app.screen_stack
        asked = any(getattr(screen, flag, False) for screen in under for flag in flags)
        return asked or not self.screen.is_mounted

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each with all that comes of it."""
        for key in keys:
            if isinstance(self.screen, SetupScreen | ChangingPage):
                self.clock.advance(GUARD_MS)  # a page is seen before a key is pressed on it
            self.send(key)
            await self.settled()

    async def burst(self, *keys: str) -> None:
        """Press keys right behind one another, and wait for all that comes of them."""
        for key in keys:
            self.send(key)
        await self.settled()

    async def keys_done(self) -> None:
        """Wait until the keys that were sent did their work, whatever the writer is at."""
        done = asyncio.Event()
        for _ in range(_TO_ARRIVE):  # a key comes as if from the driver's thread
            await asyncio.sleep(0)
        self.app.call_later(self.app.in_order.behind, done.set)
        await asyncio.wait_for(done.wait(), _MOST_S)

    def send(self, key: str) -> None:
        """Hand over a key as the terminal does; `Pilot.press` waits for a tenth of a second."""
        named = {
            " ": "space",
            "?": "question_mark",
            "[": "left_square_bracket",
            "]": "right_square_bracket",
            ",": "comma",
            ".": "full_stop",
        }
        name = named.get(key, "slash" if key == "/" else key)
        character = key if len(key) == 1 else {"space": " "}.get(key)
        event = events.Key(name, character)
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    async def type(self, text: str) -> None:
        """Type the characters of a text."""
        for character in text:
            self.send(character)
        await self.settled()

    async def wait(self, seconds: float, *, step: float | None = None) -> None:
        """Let time pass, with one look at the clock a step: at its end alone where none is given.

        The journal hears of the clock's time, the test itself waits for nothing.
        """
        left = round(seconds * 1000)
        while left > 0:
            by = left if step is None else min(left, round(step * 1000))
            left -= by
            self._pass(by)
            await self.settled()

    def _pass(self, milliseconds: int) -> None:
        """Let time pass, and what comes of it wait for what is done next."""
        self.clock.advance(milliseconds)
        for screen in self.app.screen_stack:
            if isinstance(screen, SessionScreen):
                screen._tick()

    async def tick(self) -> None:
        """Let the session's screen look at the clock, even from under a dialog."""
        self._pass(0)
        await self.settled()

    async def space(self) -> None:
        """Press the one key, a second after whatever was before."""
        self._pass(1_000)
        await self.press("space")

    async def on(self) -> None:
        """Do what brings a session on: the one key after the work or the rest, or watch."""
        phase = self.training.session.phase
        if isinstance(phase, Work):
            self._pass(30_000)
            await self.press("space")
        elif isinstance(phase, HoldReady):
            await self.space()
        elif isinstance(phase, Rest) and phase.over:
            self._pass(6_000)
            await self.press("space")
            await self.wait(6)
        else:
            boundary = next_boundary(self.training.session)
            assert boundary is not None
            await self.wait(max(1, boundary - self.training.now()) / 1000)

    async def walk(self, until: Callable[[Session], bool]) -> None:
        """Go on until something is so of the session."""
        for _ in range(_MOST_TURNS):
            if until(self.training.session):
                return
            assert isinstance(self.screen, SessionScreen), self.text()
            await self.on()
        raise AssertionError("it never comes to that")

    async def walk_to(self, place: str, round_: int = 1, *, ramp: int = 0) -> None:
        """Go on until the work of a slot, or the wait before its first side, is under way."""

        def there(session: Session) -> bool:
            step = pending(session)
            at = step is not None and (step.key.slot, step.key.round, step.key.ramp)
            return at == (place, round_, ramp) and not isinstance(session.phase, Rest)

        await self.walk(there)

    async def skip_to(self, place: str, round_: int = 1) -> None:
        """Skip everything before the work of a slot, ramp and all, for want of time.

        The session is told so at once: what the keys of it show is seen by tests of those keys.
        """

        def there() -> bool:
            step = pending(self.training.session)
            key = step.key if step is not None else None
            return key is not None and (key.slot, key.round, key.ramp) == (place, round_, 0)

        while not there():
            self.training.tell(Skip(Why.TIME))
        await self.tick()
        if isinstance(self.phase, Rest):
            await self.space()

    def values(self) -> dict[str, str]:
        """Return the values that stand on the screen, by their names."""
        return {field.name: field.shown for field in self.face.fields}

    @property
    def face(self) -> SessionFace:
        """What the session's screen shows now."""
        for screen in self.app.screen_stack:
            if isinstance(screen, SessionScreen):
                return screen.query_one(SessionView).face
        raise AssertionError("no session is on the screen")

    def done(self, place: str, round_: int = 1) -> SetDone:
        """Return a set that was done or skipped."""
        found = [
            d
            for k, d in self.session.done.items()
            if (k.slot, k.round, k.ramp) == (place, round_, 0)
        ]
        assert found, f"{place} of round {round_} is not done"
        return found[0]

    async def walk_out(self) -> None:
        """Go on to the summary."""
        for _ in range(_MOST_TURNS):
            if isinstance(self.screen, SummaryScreen):
                return
            await self.on()
        raise AssertionError("the session never comes to its end")

    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return isinstance(self.training.session.phase, Finished)


def _set(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    loop.call_soon_threadsafe(event.set)


@asynccontextmanager
async def gym(
    folder: Path,
    clock: ManualClock,
    *,
    level: Level | None = None,
    resume: bool = False,
    choices: Choices | None = None,
    athlete: Athlete | None = None,
    size: tuple[int, int] = (120, 36),
    store: Store | None = None,
    speakers: Speakers | None = None,
    opening: Opening | None = None,
) -> AsyncIterator[Gym]:
    """Open the program on a folder.

    Args:
        folder: The data folder.
        clock: The test's.
        level: Start the article's session of this level at once.
        resume: Go on with the unfinished one at once.
        choices: Start this session at once.
        athlete: Who trains here; by default nobody was asked yet.
        size: Columns and rows.
        store: Open already, where a test wants to put something into it first.
        speakers: What sessions are heard through; by default nothing.
        opening: What it is started for, in the place of a level, choices or going on.
    """
    if store is None:
        store = Store(folder, clock)
        store.open()
    if athlete is not None:
        store.library.put("athlete", "me", {**_row(athlete)})
    if level is not None:
        choices = Choices(level=level)
    start = None if choices is None else begin(store, choices)
    app = RunLift(store, clock, opening or Opening(start, resume), speakers)
    found = Gym(app, store, clock)
    try:
        async with app.run_test(size=size) as pilot:
            found.pilot = pilot
            await found.settled()
            yield found
            if not app._exit:
                draw_last(app.screen._compositor)
    finally:
        store.close()


def _row(athlete: Athlete) -> dict[str, Any]:
    return document_of(athlete)


def begin(store: Store, choices: Choices) -> Started:
    """Return the start of a session."""
    now = store.clock.stamp().utc_ms
    found = Situation(facts=store.facts(), shelf=store.desk.shelf(), now=now)
    return planned_session(choices, found, new_id(now))


SEASONED = Athlete(level=Level.ADVANCED, asked=True)
"""Someone who has been asked everything already."""


def folded(folder: Path, year: int = 2026) -> list[dict[str, Any]]:
    """Return the sessions of a year as plain TinyDB reads them."""
    path = folder / "history" / f"{year}.json"
    if not path.exists():
        return []
    with tinydb.TinyDB(path) as db:
        return [dict(row) for row in db.table("sessions").all()]


def journals(folder: Path) -> list[Path]:
    """Return the journals that there are."""
    return sorted((folder / "journal").glob("*.jsonl"))


def commands(folder: Path) -> list[str]:
    """Return the tags of the commands in the only journal."""
    (path,) = journals(folder)
    lines = [json.loads(line.split(" ", 1)[1]) for line in path.read_text().splitlines()]
    return [line["do"]["type"] for line in lines if "do" in line]
