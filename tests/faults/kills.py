"""The process is killed at moments that chance chooses, headless and in a real terminal."""

import os
import random
import re
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

from runlift_tui.core.session.targets import StepState, states
from runlift_tui.store.history.past import Past
from tests.end_to_end.terminal import Terminal
from tests.faults.ledger import Broken, Ledger, check
from tests.faults.outing import Outing
from tests.faults.tally import Tally
from tests.faults.victims import Deed, Victim, outing_at

Check = Callable[[str, Ledger], list[Broken]]
_SHOWN = re.compile(r"(\d+) of \d+ sets")
_KEYS = "    66  u\t88 +-nnote\rw  ?  "


def kills(
    path: str,
    *,
    trials: int,
    within_s: float = 0.25,
    presses: int = 40,
    deed: Callable[[str, int], Deed] | None = None,
    check_it: Check = check,
) -> Tally:
    """Kill outings, each at a moment of its own.

    Args:
        path: A folder to work in.
        trials: How many.
        within_s: The latest moment.
        presses: How long sessions are, in keys.
        deed: What is done instead, for a data folder and a seed.
        check_it: Holds a folder against what was promised.
    """
    Outing(os.path.join(path, "warm"), 0, presses=3).run()  # what is imported is imported once
    tally = Tally()
    for seed in range(trials):
        folder = os.path.join(path, f"{seed}")
        victim = Victim(deed(folder, seed) if deed else outing_at(folder, seed, presses))
        victim.listen(random.Random(seed).uniform(0.0, within_s))
        tally.add(check_it(folder, victim.kill()), f"kill {seed}")
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def clocks(path: str, *, trials: int) -> Tally:
    """Set the wall clock forth and back, and start the machine anew, in the middle of outings."""
    tally = Tally()
    for seed in range(trials):
        folder = os.path.join(path, f"{seed}")
        run = Outing(folder, seed, presses=40, clock_jumps=True)
        run.run()
        run.close()
        tally.add(check(folder, run.ledger), f"clock {seed}")
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def kills_in_a_terminal(path: str, *, trials: int) -> Tally:
    """Kill the installed command in a terminal, and hold the disk against what it showed."""
    tally = Tally()
    for seed in range(trials):
        folder = Path(path, f"terminal-{seed}")
        tally.add(_killed_in_a_terminal(folder, random.Random(seed)), f"terminal {seed}")
    return tally


def _killed_in_a_terminal(folder: Path, chance: random.Random) -> list[Broken]:
    terminal = Terminal(folder, "start", "--level", "advanced")
    try:
        terminal.wait_for("sets")
        end = time.monotonic() + chance.uniform(0.5, 6.0)
        while time.monotonic() < end:
            terminal.press(chance.choice(_KEYS))
            terminal.read(chance.uniform(0.0, 0.8))
        terminal.read(0.0)
        shown = _SHOWN.search(terminal.text())
        terminal.kill(signal.SIGKILL)
    finally:
        terminal.close()
    found = _on_disk(folder)
    least = int(shown[1]) if shown else 0
    # An undo may be on disk before the screen says so, which takes one set back.
    return [] if found >= least - 1 else [Broken(f"{least} sets were shown, {found} are kept")]


def _on_disk(folder: Path) -> int:
    (journal,) = list(Past(folder).journals.sessions())
    session = journal[1].session
    return sum(state is StepState.DONE for step, state in states(session) if step.ramp is None)
