"""A hand on the keyboard that knows nothing, and what comes of it.

Each step is drawn by chance and does the same whenever it is done again: `Hand.steps` is all that
a failure needs.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from textual import events
from textual.geometry import Size

from runlift_tui.clock import ManualClock
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.history.document import is_worth_keeping
from runlift_tui.core.home.home import WAYS
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.advance import advance
from runlift_tui.core.session.commands import Command
from runlift_tui.core.session.state import is_finished
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.palette.palette import PaletteScreen
from runlift_tui.screens.session.card_entry import EntryScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.history.changes import Amending
from runlift_tui.store.journal.records import replayed
from runlift_tui.store.journal.segment import read_segment
from runlift_tui.store.session.discarded import DISCARDED
from runlift_tui.store.session.training import Training
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.one_time import SlowWriter, run

KEYS = (
    *("space",) * 12,
    *"0123456789",
    *"abcdefghijklmnopqrstuvwxyz",
    *"UKJ/[],",
    *("tab", "shift+tab", "left", "right", "up", "down", "enter", "escape", "backspace"),
    *("up", "down", "enter", "escape", "enter", "escape", "escape", "escape"),
    *("plus", "minus", "full_stop", "question_mark", "pageup", "pagedown", "home", "end"),
    *("ctrl+p", "colon", "asterisk", "delete", "f1", "ctrl+u"),
)
WORDS = (
    *("5k 25:10", "yesterday 8k 42:10 easy", "tomorrow 3k", "10 mi 1:20:00 long", "5k race 19:59"),
    *("yesterday 18:30", "2026-11-20", "2026-02-30", "7:15", "-3", "99999", "0", "2,5"),
    *("run", "home", "sett", "bulgarian", "no impact", "skip", "undo", "squat", "[b]ö 世界"),
)
TOURS = (
    *([way.key] for way in WAYS),
    *(["space"], ["space", "c", "enter"], ["t", "c"], ["h", "enter"], ["h", "enter", "y"]),
    *(["e", "b"], ["e", "enter"], ["e", "w"], ["e", "t"], ["o", "e"], ["o", "p"], ["b", "enter"]),
    *(["p", "space"], ["p", "n"], ["p", "e"], ["l", "c"], ["s", "enter"], ["e", "slash"]),
)
SIZES = ((120, 36), (80, 24), (60, 16), (40, 10), (20, 5), (200, 60), (9, 2))
WAITS = (0.01, 0.3, 0.7, 1, 1, 5, 15, 30)
JUMPS = (30, 60, 240, 3600, 40_000)
TYPED = (*"0123456789", "full_stop")
SPACE, UNDO = ("space", "pagedown"), ("u", "pageup")
ANY = ("click", "palette")
"""What may stand for any key."""
LETTERS = tuple("abcdefghijklmopqrstuvwxyz0123456789U")
"""A note is kept whenever its typing pauses."""
ASKED_FOR_BY: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("Go", "StartHold", "HoldNow", "LogSet", "EndHold"), SPACE),
    (("Pause", "Continue"), (*SPACE, "p")),
    (("Undo", "CancelLeadIn", "HoldVoided"), UNDO),
    (("Redo", "Return"), ("U",)),
    (("Lengthen",), ("plus", "minus")),
    (("Skip",), ("s",)),
    (("RatePain",), TYPED),
    (("LeaveOut",), (*SPACE, "enter")),
    (("SayPain",), (*TYPED, *SPACE)),
    (("Swap",), ("x",)),
    (("MoveToEnd",), ("l",)),
    (("SetRounds", "EndRound"), ("r",)),
    (("Note",), ("n", "enter", *LETTERS)),
    (("Finish",), ("f",)),
    (("RateEffort",), TYPED),
    (("Prepare", "Correct"), (*TYPED, "up", "down", "wheel")),
    (("Trained",), ("enter",)),
    (("Confirm",), ("enter",)),
)
"""Commands that only these keys bring about, and no key more than one of them."""


class Step(NamedTuple):
    """One thing that the hand does."""

    kind: str
    what: str = ""
    numbers: tuple[float, ...] = ()


def drawn(seed: int, keys: int) -> Iterator[Step]:
    """Yield what a hand does by chance, with so many keys in it."""
    chance, left, bursts = Random(seed), keys, 0
    tours = cycle(chance.sample(TOURS, len(TOURS)))
    while left > 0:
        burst = min(left, chance.randrange(1, 9))
        left -= burst
        bursts += 1
        if chance.random() < 0.03:
            yield from (Step("key", key) for key in chance.choice(WORDS))
            yield Step("key", "enter")
        for _ in range(burst):
            yield Step("key", chance.choice(KEYS), (chance.choice((0, 50, 200, 800)),))
            if chance.random() < 0.04:
                kind = chance.choice(("click", "click", "click", "up", "down", "hover", "drag"))
                yield Step("mouse", kind, (chance.random(), chance.random()))
        yield Step("turn")
        if chance.random() < 0.15:
            yield Step("wait", "", (chance.choice(WAITS),))
        if chance.random() < 0.02:
            yield Step("jump", "", (chance.choice(JUMPS),))
        if chance.random() < 0.03:
            yield Step("size", "", chance.choice(SIZES))
        if bursts % 25 == 0:
            yield Step("check")
            if chance.random() < 0.4:
                yield from (Step("train", key) for key in ("escape", "escape", "enter"))
                yield from (Step("train", "space"), Step("train", "space"))
            else:
                yield Step("homewards")
                for key in next(tours):
                    yield Step("key", key, (1000,))
                    yield Step("wait", "", (chance.choice((0.001, 0.5)),))
    yield Step("check")


class Hand:
    """What was pressed, and what came of it."""

    def __init__(self, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gym: Gym
        self.seed = seed
        self.steps: list[Step] = []
        self.pressed: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        """Screens that stood on top."""
        self.trained: set[str] = set()
        """Ids of the sessions in which a set is done, and that were not deleted."""
        self._listen(monkeypatch)

    def _listen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Hear of every command, of every change of the past, and of what the palette did."""
        tell, keep, choose = Training.tell, Amending.keep, PaletteScreen._take

        def counted(training: Training, command: Command) -> None:
            tell(training, command)
            self.told[type(command).__name__] += 1
            self._note(training.session.start.id, there=is_worth_keeping(training.session))

        def kept(amending: Amending, change: Amendment, *args: object) -> None:
            if change.table == "sessions":
                self._note(change.id, there=change.after is not None)
            keep(amending, change, *args)  # type: ignore[arg-type]

        def chosen(palette: PaletteScreen, place: int) -> None:
            self.pressed["palette"] += 1
            choose(palette, place)

        monkeypatch.setattr(Training, "tell", counted)
        monkeypatch.setattr(Amending, "keep", kept)
        monkeypatch.setattr(PaletteScreen, "_take", chosen)

    def _note(self, id_: str, *, there: bool) -> None:
        if there:
            self.trained.add(id_)
        else:
            self.trained.discard(id_)

    async def do(self, steps: Iterator[Step]) -> None:
        """Do steps until the program is left, or there are no more."""
        for step in steps:
            self.steps.append(step)
            await getattr(self, f"_{step.kind}")(step)
            if self.gym.app._exception is not None:
                raise self.gym.app._exception
            if self.gym.app._exit:
                return

    def _send(self, key: str) -> None:
        self.pressed[key] += 1
        self.gym.send(key)

    async def _key(self, step: Step) -> None:
        self._send(step.what)
        for ms in step.numbers:
            self.gym.clock.advance(round(ms))

    async def _mouse(self, step: Step) -> None:
        """Click somewhere, turn the wheel there, or pass over it."""
        self.pressed["click" if step.what == "click" else "wheel"] += 1
        width, height = self.gym.app.size
        x, y = (
            int(part * whole) for part, whole in zip(step.numbers, (width, height), strict=True)
        )
        kinds: dict[str, tuple[type[events.MouseEvent], ...]] = {
            "click": (events.MouseDown, events.MouseUp),
            "up": (events.MouseScrollUp,),
            "down": (events.MouseScrollDown,),
            "hover": (events.MouseMove,),
            "drag": (events.MouseMove,),
        }
        driver = self.gym.app._driver
        assert driver is not None
        for kind in kinds[step.what]:
            button = 1 if step.what in ("click", "drag") else 0
            moved = 2 if step.what == "drag" else 0
            event = kind(None, x, y, moved, moved, button, False, False, False, x, y)
            event.set_sender(self.gym.app)
            driver.process_message(event)

    async def _turn(self, step: Step) -> None:
        """Let the program do what it can at once."""
        await asyncio.sleep(0.001)
        self.seen[type(self.gym.app.screen).__name__] += 1

    async def _wait(self, step: Step) -> None:
        await asyncio.sleep(step.numbers[0])
        self.seen[type(self.gym.app.screen).__name__] += 1

    async def _jump(self, step: Step) -> None:
        """Let time pass as under a closed lid."""
        self.gym.clock.advance(round(step.numbers[0] * 1000))
        await asyncio.sleep(0.001)

    async def _size(self, step: Step) -> None:
        size = Size(*map(int, step.numbers))
        self.gym.app._driver._size = size  # type: ignore[union-attr]
        self.gym.app.post_message(events.Resize(size, size))
        await asyncio.sleep(0.02)

    async def _train(self, step: Step) -> None:
        """Find the way back into a session, where chance has led elsewhere."""
        if not isinstance(self.gym.screen, SessionScreen | EntryScreen):
            self.gym.clock.advance(1_000)
            self._send(step.what)
            await asyncio.sleep(0.1)

    async def _homewards(self, step: Step) -> None:
        for key in ("escape", "escape", "q", "escape", "q"):
            if not self.gym.is_home:
                self._send(key)
                await asyncio.sleep(0.4)

    async def _rest(self) -> None:
        """Wait until all is written, and nothing is on its way."""
        for _ in range(100):
            await asyncio.sleep(0.02)
            writer = self.gym.store._writer
            if writer is None or (isinstance(writer, SlowWriter) and writer.is_done):
                break
        await asyncio.sleep(0.05)

    async def _check(self, step: Step) -> None:
        """Nothing is lost, and nothing is there that nobody asked for."""
        await self._rest()
        for commands, keys in ASKED_FOR_BY:
            told = sum(self.told[name] for name in commands)
            assert told <= sum(self.pressed[key] for key in (*keys, *ANY)), commands
        assert not self.told["Note"] or any(self.pressed[key] for key in ("n", *ANY))
        training = self.gym.app.leading.training
        stack = self.gym.app.screen_stack
        screens = [each for each in stack if isinstance(each, SessionScreen | EntryScreen)]
        if training is not None and screens and not training.on_disk.unsaved:
            await self._compare(training, screens[0])
        self._find_all_of_them()

    async def _compare(self, training: Training, screen: SessionScreen | EntryScreen) -> None:
        """The journal comes to the session that is on the screen."""
        screen._steering.tick()
        await self._rest()
        session, now = training.session, training.now()
        path = f"{self.gym.store.folder.journal}/{session.start.id}.jsonl"
        read = replayed(read_segment(path).records)
        assert read.strange == 0
        found, _ = advance(read.session, now)
        session, _ = advance(session, now)
        # Named one by one: pytest would take minutes to show two whole sessions.
        names = session.__struct_fields__
        differing = [name for name in names if getattr(found, name) != getattr(session, name)]
        assert not differing, (differing, found.phase, session.phase, found.at, session.at)
        assert not is_finished(found) or is_worth_keeping(found)
        if isinstance(screen, EntryScreen):
            return
        screen._tick()
        seen, due = screen._view.face, face(found, training.now(), Viewing())
        for name in ("state", "place", "squares", "progress", "label", "title", "big", "bar"):
            assert getattr(seen, name) == getattr(due, name), name

    def _find_all_of_them(self) -> None:
        """Every session that was trained is in the history, in a journal, or was set aside.

        The past has what was changed of it from the journal, before it is in its year.
        """
        folder = Path(self.gym.store.folder.journal)
        journals = {path.name.removesuffix(DISCARDED) for path in folder.iterdir()}
        kept = {row["id"] for row in self.gym.store.past.documents()}
        lost = self.trained - kept - {name.removesuffix(".jsonl") for name in journals}
        assert not lost, lost


def hammer(
    folder: Path,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    keys: int,
    steps: Iterable[Step] | None = None,
) -> Hand:
    """Press keys, over as many runs of the program as they come to.

    Args:
        folder: The data folder, with some training to look back at.
        clock: The one time.
        monkeypatch: What listens is put back by it.
        seed: Of all that is by chance.
        keys: How many, about.
        steps: What to do instead of what the seed draws.
    """
    print(f"seed {seed}")
    hand = Hand(seed, monkeypatch)
    todo = iter(drawn(seed, keys) if steps is None else steps)
    choices = Choices(level=Random(seed).choice(list(Level)), warm_up_rounds=1, main_rounds=1)

    async def main() -> None:
        first = True
        while first or hand.gym.app._exit:
            async with gym(
                folder,
                clock,
                choices=choices if first else None,
                athlete=SEASONED if first else None,
                size=(80, 24),
            ) as g:
                first, hand.gym = False, g
                await hand.do(todo)

    try:
        run(clock, monkeypatch, seed, main)
    except BaseException:
        (folder / "steps.json").write_text(json.dumps(hand.steps))
        print(f"{len(hand.steps)} steps, the last of them:", *hand.steps[-12:], sep="\n  ")
        raise
    return hand
