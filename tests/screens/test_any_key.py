"""No key in any screen ends in a fault, whatever the size of the window and the time.

Keys are drawn by chance and handed over as the terminal does, in bursts, with windows that change
their size and hours that pass in between. A failure names its seed.
"""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.advance import advance
from runlift_tui.core.commands import Command
from runlift_tui.core.document import is_worth_keeping
from runlift_tui.core.levels import Level
from runlift_tui.core.planning import Choices
from runlift_tui.core.present import Viewing, face
from runlift_tui.core.session import is_finished
from runlift_tui.screens.session import SessionScreen
from runlift_tui.store.journal import read_segment
from runlift_tui.store.sessions import replayed
from runlift_tui.store.store import DISCARDED
from runlift_tui.store.training import Training
from tests.screens.gym import SEASONED, Gym, gym

KEYS = (
    *("space",) * 12,
    *"0123456789",
    *"uUspxrnwflqdhkeotzv/",
    *("tab", "shift+tab", "left", "right", "up", "down", "enter", "escape", "backspace"),
    *("plus", "minus", "full_stop", "question_mark", "pageup", "pagedown", "home", "end"),
)
SIZES = ((120, 36), (80, 24), (60, 16), (40, 10), (20, 5), (200, 60), (9, 2))
WAITS = (0.3, 0.7, 1, 1, 5, 15, 30, 60, 240, 3600)
TYPED = (*"0123456789", "full_stop")
SPACE, UNDO = ("space", "pagedown"), ("u", "pageup")
ASKED_FOR_BY: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("Go", "StartHold", "HoldNow", "LogSet", "EndHold"), SPACE),
    (("Pause", "Continue"), (*SPACE, "p")),
    (("Undo", "CancelLeadIn", "HoldVoided"), UNDO),
    (("Redo",), ("U",)),
    (("Lengthen",), ("plus", "minus")),
    (("Skip",), ("s",)),
    (("RatePain",), TYPED),
    (("SayPain",), (*TYPED, *SPACE)),
    (("Swap",), ("x",)),
    (("MoveToEnd",), ("l",)),
    (("SetRounds", "EndRound"), ("r",)),
    (("Note",), ("n",)),
    (("Finish",), ("f",)),
    (("RateEffort",), TYPED),
    (("Prepare", "Correct"), (*TYPED, "up", "down")),
)
"""Commands that only these keys bring about, and no key more than one of them."""


class Hand:
    """A hand on the keyboard that knows nothing, and what came of it."""

    def __init__(self, gym: Gym, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gym = gym
        self.chance = Random(seed)
        self.pressed: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.trained: set[str] = set()
        """Ids of the sessions in which a set was done."""
        tell = Training.tell

        def counted(training: Training, command: Command) -> None:
            tell(training, command)
            self.told[type(command).__name__] += 1

        monkeypatch.setattr(Training, "tell", counted)
        monkeypatch.setattr(gym.app, "exit", lambda *_, **__: None)

    async def press(self, keys: int) -> None:
        """Press so many keys, and look now and then at what has become of the training."""
        bursts = 0
        while keys > 0:
            burst = min(keys, self.chance.randrange(1, 9))
            for _ in range(burst):
                key = self.chance.choice(KEYS)
                self.pressed[key] += 1
                self.gym.send(key)
                self.gym.clock.advance(self.chance.choice((50, 200, 800)))
            await self.gym.pilot.pause(0)
            keys -= burst
            bursts += 1
            if self.chance.random() < 0.15:
                self.gym.clock.advance(round(self.chance.choice(WAITS) * 1000))
                self.look_at_the_clock()
            if self.chance.random() < 0.03:
                await self.gym.pilot.resize_terminal(*self.chance.choice(SIZES))
            if bursts % 25 == 0:
                await self.check()
                await self.train()
        await self.check()

    async def train(self) -> None:
        """Find the way back into a session, most of the time, where chance has left it."""
        for key in ("escape", "escape", "enter", "space", "space"):
            if not self.gym.is_on(SessionScreen) and self.chance.random() < 0.8:
                self.pressed[key] += 1
                self.gym.clock.advance(1_000)
                await self.gym.press(key)

    def look_at_the_clock(self) -> None:
        for screen in self.gym.app.screen_stack:
            if isinstance(screen, SessionScreen):
                screen._tick()

    async def check(self) -> None:
        """Nothing is lost, and nothing is there that nobody asked for."""
        await self.gym.settled()
        assert self.gym.app._exception is None
        for commands, keys in ASKED_FOR_BY:
            told = sum(self.told[name] for name in commands)
            assert told <= sum(self.pressed[key] for key in keys), commands
        training = self.gym.app._training
        screens = [s for s in self.gym.app.screen_stack if isinstance(s, SessionScreen)]
        if training is not None and screens and not training.unsaved:
            await self.compare(training, screens[0])
        self.find_all_of_them()

    async def compare(self, training: Training, screen: SessionScreen) -> None:
        """The journal comes to the session that is on the screen."""
        await self.gym.tick()
        session, now = training.session, training.now()
        path = f"{self.gym.store.folder.journal}/{session.start.id}.jsonl"
        read = replayed(read_segment(path).records)
        assert read.strange == 0
        found, _ = advance(read.session, now)
        # Named one by one: pytest would take minutes to show two whole sessions.
        names = session.__struct_fields__
        differing = [name for name in names if getattr(found, name) != getattr(session, name)]
        assert not differing, (found.phase, session.phase, found.at, session.at)
        assert not is_finished(found) or is_worth_keeping(found)
        if is_worth_keeping(found):
            self.trained.add(found.start.id)
        seen, due = screen._view.face, face(found, now, Viewing())
        for name in ("state", "place", "squares", "progress", "label", "title", "big", "bar"):
            assert getattr(seen, name) == getattr(due, name), name

    def find_all_of_them(self) -> None:
        """Every session that was trained is in the history, in a journal, or was set aside."""
        folder = Path(self.gym.store.folder.journal)
        journals = {path.name.removesuffix(DISCARDED) for path in folder.iterdir()}
        history = self.gym.store.history
        kept = {row["id"] for row in history.documents()}
        assert self.trained <= kept | {name.removesuffix(".jsonl") for name in journals}


async def hammer(
    folder: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, seed: int, keys: int
) -> Hand:
    print(f"seed {seed}")
    choices = Choices(level=Random(seed).choice(list(Level)), warm_up_rounds=1, main_rounds=1)
    async with gym(folder, clock, choices=choices, athlete=SEASONED, size=(80, 24)) as g:
        hand = Hand(g, seed, monkeypatch)
        await hand.press(keys)
    return hand


@pytest.mark.parametrize("seed", range(4))
async def test_keys_at_random(
    seed: int, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = await hammer(tmp_path, clock, monkeypatch, seed, 300)
    assert hand.told


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 110))
async def test_a_hundred_thousand_keys(
    seed: int, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = await hammer(tmp_path, clock, monkeypatch, seed, 10_000)
    assert hand.told["LogSet"]
    assert hand.trained
