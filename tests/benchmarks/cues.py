"""How late a cue is: the player or the bell, and the picture, against the journal's time."""

import math
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack

from runlift_tui.clock import SystemClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.rests import deadline
from runlift_tui.store.disk.folder import DataFolder
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, median
from tests.benchmarks.prepared import dues, lay
from tests.benchmarks.terminal import Terminal, watch
from tests.core.builders import Athlete, started, warm_up

ALLOWED_MS = 150
ATHLETES = 4
"""They rest side by side, their rests ending at different parts of a second; half of them have a
player, half the terminal's bell."""
WATCHED_S = 40
BEFORE_MS = 5_000
"""How much of the rest is left when the program starts."""
_BELL = b"\x07"
_A_FRAME = 40
"""Bytes in one read that are more than a bell."""
_EARLY_MS = 50
_LOST_MS = 1_000
"""A cue that comes later than this never came."""


class Heard:
    """One terminal's bells or played sounds, and its frames, by this boot's clock."""

    def __init__(self, terminal: Terminal, player: "Player | None") -> None:
        offset = SystemClock().stamp().boot_ms - time.perf_counter_ns() / 1e6
        pieces = [(piece.at_ns / 1e6 + offset, piece.data) for piece in terminal.pieces]
        bells = [at for at, data in pieces if _BELL in data]
        self._sounds = bells if player is None else player.started()
        self._frames = [at for at, data in pieces if len(data) >= _A_FRAME]

    def sound_ms(self, due: int) -> float:
        """Return how late the sound was; infinity where it never came."""
        return _late(self._sounds, due)

    def frame_ms(self, due: int) -> float:
        """Return how late the next frame was; infinity where it never came."""
        return _late(self._frames, due)


def _late(times: list[float], due: int) -> float:
    found = (at - due for at in times if -_EARLY_MS <= at - due <= _LOST_MS)
    return next(found, math.inf)


class Player:
    """A pretended player, which takes down when it runs."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.join(folder, "bin")
        self._log = os.path.join(folder, "played")
        os.mkdir(self.folder)
        path = os.path.join(self.folder, "pw-play")
        with open(path, "w", encoding="ascii") as file:
            file.write(f"#!/bin/sh\nexec /bin/date +%s%N >> '{self._log}'\n")
        os.chmod(path, 0o755)

    def started(self) -> list[float]:
        """Return when it ran, milliseconds of this boot's clock."""
        now = SystemClock().stamp()
        with open(self._log, encoding="ascii") as file:
            return [int(line) / 1e6 - now.utc_ms + now.boot_ms for line in file]


def figures(bench: Bench) -> Iterator[Figure]:
    """Wait for the end of rests, lead-ins and holds of a warm-up."""
    sounds: dict[str, list[float]] = {"rung": [], "played": []}
    frames: list[float] = []
    with ExitStack() as stack:
        begun = []
        for number in range(ATHLETES):
            folder = bench.folder()
            path = lay(DataFolder(folder), *before_a_hold(BEFORE_MS + 230 * number))
            expected = dues(path, (WATCHED_S - 1) * 1_000)
            argv = [*bench.runlift, "--data-dir", folder, "resume"]
            player = Player(folder) if number % 2 else None
            env = bench.env | {"PATH": player.folder if player else ""}
            begun.append((stack.enter_context(Terminal(argv, env)), player, expected))
        watch([terminal for terminal, _, _ in begun], WATCHED_S)
        for terminal, player, expected in begun:
            heard = Heard(terminal, player)
            sounds["played" if player else "rung"] += [heard.sound_ms(due) for _, due in expected]
            frames += [heard.frame_ms(due) for _, due in expected]
    for how, late in sounds.items():
        what = f"lateness of {len(late)} cues, {how}"
        yield Figure(f"{what}, p50", median(late), math.nan, "ms", rule=Rule.TOLD)
    for how, late in (*sounds.items(), ("seen", frames)):
        worst = max(late, default=math.nan)
        what = f"worst lateness of {len(late)} cues, {how}"
        yield Figure(what, worst, math.nan, "ms", ALLOWED_MS, Rule.MOST)


def before_a_hold(left_ms: int) -> tuple[Athlete, int]:
    """Return an athlete in the rest before the first timed hold, and the present moment.

    Args:
        left_ms: How much of the rest is left.
    """
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_past(warm_up(1, "A1"))
    return athlete, deadline(athlete.session, athlete.rest) - left_ms
