"""What people do with two laptops, over two real Syncthings: `make syncthing`.

It installs nothing. Without a Syncthing it says what it needs, and ends with 2. With words behind
it, only the rows that have them.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from runlift_tui.clock import ManualClock
from runlift_tui.core.session.commands import Finish, LogSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.disk.device import STATE_VARIABLE, home_of
from runlift_tui.store.library.library import Library
from runlift_tui.store.store import Store
from runlift_tui.store.sync.exchange import Met
from runlift_tui.store.sync.switching import carry
from tests.screens.gym import begin
from tests.store.sync.machines import TestMachine
from tests.syncthing.pair import Pair, is_there

NEEDS = (
    "make syncthing needs Syncthing 1.19 or newer (Debian, Ubuntu: apt install syncthing; macOS: "
    "brew install syncthing). It uses two of its own on this machine, and no network."
)


_TEN = LogSet({Field.LEFT: 10, Field.RIGHT: 10})


class WholeMachine(TestMachine):
    """A machine whose data folder itself is carried."""

    def __init__(self, path: Path, carried: Path, name: str) -> None:
        self._state = path / f"state-{name}"
        self._carried = carried
        super().__init__(path, carried, name)

    @contextmanager
    def here(self) -> Iterator[None]:
        """Be on this machine, and in its own of the carried folder."""
        before = os.environ.get(STATE_VARIABLE)
        os.environ[STATE_VARIABLE] = str(self._state)
        try:
            home = home_of(str(self._carried))
            if home != str(self._carried):
                carry(str(self._carried), home)
            self.folder = Path(home)
            for each in ("history", "journal", "derived"):
                (self.folder / each).mkdir(parents=True, exist_ok=True)
            yield
        finally:
            os.environ.pop(STATE_VARIABLE)
            if before is not None:
                os.environ[STATE_VARIABLE] = before

    def on(self, *, join: bool = False) -> Met:
        return self.meet()

    def meet(self) -> Met:
        with self.here():
            self.past.device.ensure()
            return super().meet()


class Trial(NamedTuple):
    """One thing that people do."""

    what: str
    before: str
    """What was on both afterwards while the carried folder was the truth itself."""
    do: Callable[[Pair, TestMachine, TestMachine], None]
    expected: Callable[[TestMachine], str]
    """Returns what is wrong on a machine in the end, in words; empty for nothing."""


def _both(a: TestMachine, b: TestMachine, pair: Pair) -> None:
    """Let everything be carried and taken in."""
    for _ in range(3):
        a.meet()
        b.meet()
        pair.settle()
    a.meet()
    b.meet()


def _connected(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    for machine, number in ((a, 2), (b, 4)):
        machine.train(number)
        machine.note(number + 1)
        machine.meet()
        pair.settle()
        a.meet()
        b.meet()


def _live(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    """Have a session open on one machine while the other trains, and a second program beside it."""
    store = Store(str(a.folder), ManualClock())
    store.open()
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(_TEN)
    pair.settle()
    lock = Path(a.folder, "lock").stat().st_ino
    there = b.here() if isinstance(b, WholeMachine) else nullcontext()
    with there:
        beside = Store(str(b.folder), ManualClock())
        beside.open()
        assert not beside.only_looking
        assert beside.sessions.unfinished() is None  # it is not this machine's
        beside.close()
    b.train(4)
    b.meet()
    pair.settle()
    second = Store(str(a.folder), ManualClock())
    second.open()
    assert second.only_looking  # one writer on a machine, whatever is carried
    second.close()
    assert Path(a.folder, "lock").stat().st_ino == lock
    training.tell(Finish())
    training.keep()
    training.leave()
    store.close()


def _live_too(machine: TestMachine) -> str:
    found = machine.sessions()
    sets = sorted(len(row["sets"]) for id_, row in found.items() if id_ not in ("s1", "s4"))
    good = {"s1", "s4"} < found.keys() and sets == [1]
    return "" if good else f"{machine.name} has {sorted(found)}"


def _apart(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    pair.apart()
    a.train(2)
    a.note(3)
    b.train(4)
    b.note(5)
    a.meet()
    b.meet()
    pair.together()


def _began_apart(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    pair.apart()
    for each in (a, b):
        each.meet()
    a.train(1)
    _apart(pair, a, b)


def _values(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    pair.apart()
    a.change("s1", effort=7)
    a.put_reps("s1", 0, 9)
    b.change("s1", notes="hard")
    b.put_reps("s1", 2, 10)
    a.meet()
    b.meet()
    pair.together()


def _deleted_then_changed(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    pair.apart()
    a.delete("s1")
    a.meet()
    b.now = max(a.now, b.now) + 10_000
    b.change("s1", notes="after it")
    b.meet()
    pair.together()


def _changed_then_deleted(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    pair.apart()
    b.change("s1", notes="before it")
    b.meet()
    a.now = max(a.now, b.now) + 10_000
    a.delete("s1")
    a.meet()
    pair.together()


def _library(machine: TestMachine) -> Library:
    return Library(machine.past.folder.library, machine.past.stamping)


def _lists(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    pair.apart()
    _library(a).put("exercises", "dead-bug", {"favourite": True}, {})
    _library(b).put("exercises", "dead-bug", {"archived": True}, {})
    _library(b).put("exercises", "wall-sit", {"favourite": True}, {})
    a.meet()
    b.meet()
    pair.together()


def _evicted(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    _years(b, Path.unlink)
    b.train(4)
    b.meet()
    pair.settle()


def _emptied(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    _years(b, lambda path: path.write_bytes(b""))
    b.train(4)
    b.meet()
    pair.settle()


def _years(machine: TestMachine, do: Callable[[Path], object]) -> None:
    for path in machine.shared.rglob("2026.json"):
        do(path)


def _folder_deleted(pair: Pair, a: TestMachine, b: TestMachine) -> None:
    for path in (b.shared / a.past.device.own).glob("*"):
        path.unlink()
    pair.settle()
    b.train(4)
    b.meet()


def _has(sessions: str, runs: str = "") -> Callable[[TestMachine], str]:
    def wrong(machine: TestMachine) -> str:
        found = (" ".join(sorted(machine.sessions())), " ".join(sorted(machine.runs())))
        return "" if found == (sessions, runs) else f"{machine.name} has {found}"

    return wrong


def _all_four(machine: TestMachine) -> str:
    row = machine.sessions()["s1"]
    found = (row["effort"], row["notes"], *(each["reps"] for each in row["sets"]))
    return "" if found == (7, "hard", 9, 8, 10) else f"{machine.name} has {found}"


def _all_lists(machine: TestMachine) -> str:
    found = _library(machine).snapshot().get("exercises", {})
    bug, sit = found.get("dead-bug", {}), found.get("wall-sit", {})
    good = bug.get("favourite") and bug.get("archived") and sit.get("favourite")
    return "" if good else f"{machine.name} has {found}"


TRIALS = (
    Trial("one after the other, always connected", "right", _connected, _has("s1 s2 s4", "r3 r5")),
    Trial("apart, each trained once and noted a run", "7 of 8 sessions, 1 of 2 runs, in silence",
          _apart, _has("s1 s2 s4", "r3 r5")),
    Trial("one session put right on both, in four values", "those of one machine", _values,
          _all_four),
    Trial("deleted on one, changed on the other later", "by the newer file", _deleted_then_changed,
          _has("s1")),
    Trial("changed on one, deleted on the other later", "by the newer file", _changed_then_deleted,
          _has("")),
    Trial("lists of exercises changed on both", "those of one machine", _lists, _all_lists),
    Trial("a session open on one, the other trains, a second program beside it",
          "a second writer let in; a finished session in no file", _live, _live_too),
    Trial("the carried year gone on one, which trains", "5 of 6, the rest in no file", _evicted,
          _has("s1 s4")),
    Trial("the carried year empty on one, which trains", "5 of 6, the rest in no file", _emptied,
          _has("s1 s4")),
    Trial("one machine's folder deleted by the other", "not tried", _folder_deleted, _has("s1 s4")),
)  # fmt: skip
_BEGAN_APART = Trial(
    "both began in one folder before they met",
    "1 of 8 sessions",
    _began_apart,
    _has("s1 s2 s4", "r3 r5"),
)
_WHOLE = (*TRIALS[:-1], _BEGAN_APART)
"""What is tried with a data folder that is carried whole, too: the last is about a mailbox."""


def tried(pair: Pair, trial: Trial, path: Path, *, whole: bool) -> tuple[str, int]:
    """Return what is wrong in the end, and how many conflict copies lie in the folders."""
    pair.start()
    try:
        kind = WholeMachine if whole else TestMachine
        a, b = (kind(path, pair.folders[n], name) for n, name in enumerate(("gym", "home")))
        if trial is _BEGAN_APART:
            return _end(pair, trial, a, b)
        if whole:
            a.meet()
        a.train(1)
        a.on()
        pair.settle()
        b.on()
        pair.settle()
        a.meet()
        return _end(pair, trial, a, b)
    finally:
        pair.stop()


def _end(pair: Pair, trial: Trial, a: TestMachine, b: TestMachine) -> tuple[str, int]:
    trial.do(pair, a, b)
    _both(a, b, pair)
    _both(a, b, pair)
    copies = [p for f in pair.folders for p in f.rglob("*sync-conflict*")]
    return "; ".join(filter(None, map(trial.expected, (a, b)))), len(copies)


def main() -> int:
    """Try everything; the status is 0 if nothing was lost, 2 where there is no Syncthing."""
    if not is_there():
        print(NEEDS, file=sys.stderr)
        return 2
    bad = 0
    print("| what was done | before | with `sync on` | conflict copies |\n|---|---|---|---:|")
    with tempfile.TemporaryDirectory(prefix="runlift-syncthing-") as folder:
        pair = Pair(folder)
        rows = [(trial, False) for trial in TRIALS] + [(trial, True) for trial in _WHOLE]
        rows = [row for row in rows if all(word in row[0].what for word in sys.argv[1:])]
        for number, (trial, whole) in enumerate(rows):
            wrong, copies = tried(pair, trial, Path(folder) / f"{number}", whole=whole)
            bad += bool(wrong)
            how = " (the data folder carried whole)" if whole else ""
            done = wrong or "all of it, once"
            print(f"| {trial.what}{how} | {trial.before} | {done} | {copies} |", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
