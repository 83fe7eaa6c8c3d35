"""Machines that share a folder which something hostile carries, and the exchange interrupted.

Every value that a machine acknowledged has to stand on every machine in the end: what that is, the
laws of joining say (`tests/core/sync`), applied to what each machine had after each of its acts.
"""

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.core.sync import tables as joining
from runlift_tui.core.sync.held import Copy, Held, held, joined, piece
from runlift_tui.core.sync.tables import Rows, pieces
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.sync import at_hand, mailbox
from runlift_tui.store.sync.shelves import Shelves
from runlift_tui.store.tables.generations import look
from tests.faults import mutations
from tests.faults.calls import on
from tests.faults.failing_os import FailingOS, Fault, Killed
from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.store.sync.machines import TestMachine, copy_file

PLAYS = 480
_NAMES = ("gym-laptop", "home-desktop", "old-laptop")
_DAYS_MS = 115 * 86_400_000
_ROUNDS = 6
_COPIES = (
    "{}.sync-conflict-20261128-224735-65MZMP7.json",
    "{} (conflicted copy 2026-11-28).json",
    "{} (gym's conflicted copy).json",
    "{}_conflict-20261128-224735.json",
    "{}-DESKTOP-7.json",
    "{} 2.json",
    "{} (1).json",
    "{}.json.orig",
    "{}~HEAD.json",
    "{}.remote.json",
)
"""What ten engines call a copy."""


class Play:
    """Three machines, each with a replica of its own of the carried folder."""

    def __init__(self, folder: str, seed: int) -> None:
        self.chance = random.Random(seed)
        self.folder = Path(folder)
        self.keeps_copies = self.chance.random() < 0.5
        self.truth: dict[tuple[str, str], Held] = {}
        self.base: dict[tuple[int, int, str], bytes] = {}
        self.older: list[tuple[Path, bytes]] = []
        self.machines = [
            TestMachine(self.folder / name, self.folder / name / "shared", name, self._skew())
            for name in _NAMES
        ]
        self._number = 1
        first = self.machines[0]
        self.act(first, lambda: first.train(1))
        if self.chance.random() < 0.3:
            self._out_of_view(first)
        first.on()
        for other in self.machines[1:]:
            shutil.copytree(first.shared, other.shared)
            if other is self.machines[2] and self.chance.random() < 0.2:
                self._clone(first, other)
            else:
                other.on()

    def _out_of_view(self, machine: TestMachine) -> None:
        """Have a session lie in nothing but a copy that an engine left in the history."""
        before = TestMachine(self.folder / "before", self.folder, machine.name)
        self.act(before, lambda: before.train(29))
        name = self.chance.choice(_COPIES).format("2026")
        history = Path(machine.folder) / "history"
        copy_file(before.folder / "history" / "2026.json", history / name)

    def _skew(self) -> int:
        return self.chance.randrange(-_DAYS_MS, _DAYS_MS)

    def _clone(self, first: TestMachine, other: TestMachine) -> None:
        """Have two machines with one identity."""
        shutil.copytree(first.folder, other.folder, dirs_exist_ok=True)
        other.past.device.say(shared=str(other.shared))

    def act(self, machine: TestMachine, what: Callable[[], object]) -> None:
        """Do something on a machine, and remember what it then acknowledged."""
        what()
        for copy in _copies_of(machine):
            known = self.truth.get((copy.kind, copy.id))
            found = held(copy)
            self.truth[copy.kind, copy.id] = found if known is None else joined(known, found)

    def step(self) -> None:
        """Let a machine, the engine or bad luck do something."""
        kind = self.chance.random()
        machine = self.chance.choice(self.machines)
        if kind < 0.4:
            self.act(machine, lambda: self._change(machine))
        elif kind < 0.6:
            self._meet(machine)
        elif kind < 0.85:
            one, other = self.chance.sample(range(3), 2)
            self._carry(one, other, whole=False)
        else:
            self._bad_luck(machine)

    def _meet(self, machine: TestMachine) -> None:
        machine.meet()
        if self.chance.random() < 0.1:
            year = machine.folder / "history" / "2026.json"
            if year.with_suffix(".json.bak").exists():
                # Its last generation comes in its place; what it lacks is in the mailbox still.
                year.unlink()
                self._number += 1
                self.act(machine, lambda: machine.train(min(self._number, 28)))
                machine.meet()

    def _change(self, machine: TestMachine) -> None:
        chance, sessions = self.chance, machine.sessions()
        what = chance.randrange(7)
        if what == 0 or not sessions:
            self._number += 1
            if self._number < 29:
                machine.train(self._number)
            return
        id_ = chance.choice(sorted(sessions))
        if what == 1:
            machine.change(id_, effort=chance.randrange(11))
        elif what == 2:
            machine.change(id_, notes="x" * chance.randrange(9))
        elif what == 3:
            rows = sessions[id_]["sets"]
            if rows:
                machine.put_reps(id_, chance.randrange(len(rows)), chance.randrange(30))
        elif what == 4:
            rows = sessions[id_]["sets"]
            out = chance.randrange(len(rows)) if rows else 0
            machine.change(id_, sets=[*rows[:out], *rows[out + 1 :]])
        elif what == 5:
            machine.delete(id_)
        else:
            gone = [c.deleted["document"] for c in _copies_of(machine) if c.deleted]
            if gone:
                machine.past.history.fold(chance.choice(gone))

    def _carry(self, one: int, other: int, *, whole: bool) -> None:
        """Carry files between two replicas, all of them or some, in any order."""
        here, there = (self.machines[n].shared for n in (one, other))
        paths = sorted({str(p.relative_to(d)) for d in (here, there) for p in _files(d)})
        self.chance.shuffle(paths)
        for path in paths if whole else paths[: self.chance.randrange(len(paths) + 1)]:
            self._carry_file(one, other, path, whole=whole)

    def _carry_file(self, one: int, other: int, path: str, *, whole: bool) -> None:
        here, there = (self.machines[n].shared / path for n in (one, other))
        key = (min(one, other), max(one, other), path)
        base = self.base.get(key)
        now, theirs = (_bytes(each) for each in (here, there))
        if now is None or theirs is None:
            left = here if now is not None else there
            if base is not None and not whole and _bytes(left) == base:
                left.unlink()
                return
            copy_file(left, there if now is not None else here)
        elif now != theirs:
            is_newer = here.stat().st_mtime_ns >= there.stat().st_mtime_ns
            wins, loses = (here, there) if is_newer else (there, here)
            if self.keeps_copies and base not in (now, theirs):
                name = self.chance.choice(_COPIES).format(loses.name.removesuffix(".json"))
                copy_file(loses, loses.with_name(name))
            copy_file(wins, loses)
        self.base[key] = _bytes(here) or b""

    def _bad_luck(self, machine: TestMachine) -> None:
        chance = self.chance
        paths = [path for path in _files(machine.shared) if path.name != "device.json"]
        if not paths:
            return
        path = chance.choice(paths)
        data = path.read_bytes()
        match chance.randrange(7):
            case 0:
                path.write_bytes(b"")
            case 1:
                path.unlink()
            case 2:
                path.write_bytes(data[: chance.randrange(len(data) + 1)])
            case 3:
                self.older.append((path, data))
            case 4:
                path.rename(path.with_name(f".{path.name}.icloud"))
            case 5:
                name = chance.choice(_COPIES).format(path.name.removesuffix(".json"))
                copy_file(path, path.with_name(name))
            case _:
                shutil.rmtree(path.parent)
        if self.older and chance.random() < 0.3:
            path, data = self.older.pop()
            if path.parent.exists():
                path.write_bytes(data)

    def end(self) -> list[Broken]:
        """Let everything be carried, and return what is not on every machine then."""
        for _ in range(_ROUNDS):
            for one, other in ((0, 1), (1, 2), (0, 2)):
                self._carry(one, other, whole=True)
            for machine in self.machines:
                machine.meet()
        expected = {
            key: document
            for key, found in self.truth.items()
            if (document := piece(found).document) is not None
        }
        return [
            Broken(f"{machine.name}: {_difference(_standing(machine), expected)}")
            for machine in self.machines
            if _standing(machine) != expected
        ]


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*.json*") if p.is_file() and p.name[0] != ".")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _copies_of(machine: TestMachine) -> list[Copy]:
    past = machine.past
    found: list[Copy] = []
    for year in past.history.years():
        found += pieces(look(past.history.path(year)).tables)
    return found


def _standing(machine: TestMachine) -> dict[tuple[str, str], Any]:
    copies = _copies_of(machine)
    return {(c.kind, c.id): c.document for c in copies if c.document is not None}


def _difference(found: dict[Any, Any], expected: dict[Any, Any]) -> str:
    missing, more = expected.keys() - found.keys(), found.keys() - expected.keys()
    other = [key for key in expected.keys() & found.keys() if expected[key] != found[key]]
    return f"missing {sorted(missing)}, too many {sorted(more)}, another {sorted(other)}"


def plays(path: str, *, trials: int, first: int = 0, until_broken: bool = False) -> Tally:
    """Play so many times; every value ever acknowledged has to stand on every machine."""
    tally = Tally()
    for seed in range(first, first + trials):
        folder = os.path.join(path, f"play-{seed}")
        play = Play(folder, seed)
        for _ in range(play.chance.randrange(15, 46)):
            play.step()
        tally.add(play.end(), f"play {seed}")
        shutil.rmtree(folder, ignore_errors=True)
        if until_broken and tally.failed:
            break
    return tally


# Careless versions, which have to be caught


@contextmanager
def newest_document_wins() -> Iterator[None]:
    """Join documents as wholes."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(joining, "joined", lambda a, b: a if _weight(a) >= _weight(b) else b)
        yield


def _weight(found: Held) -> tuple[str, str]:
    return max(found.newest, found.deleted), json.dumps(piece(found).document, sort_keys=True)


@contextmanager
def exact_names_only() -> Iterator[None]:
    """Look at no copy that an engine made."""

    def is_letter(name: str) -> bool:
        stem = name.removesuffix(".json")
        return name.endswith(".json") and (stem.isdecimal() or stem == "library")

    with pytest.MonkeyPatch.context() as patched:
        for module in (at_hand, mailbox):
            patched.setattr(module, "is_letter", is_letter)
        yield


@contextmanager
def absence_deletes() -> Iterator[None]:
    """Take what another machine's file does not have for deleted."""
    join = Shelves.join

    def careless(self: Shelves, place: int, found: Any, source: str, **how: bool) -> list[str]:
        found = list(found)
        told = join(self, place, found, source, **how)
        there = {(copy.kind, copy.id) for copy in found}
        shelf: Rows = self._opened(place).shelf
        for key in [key for key in shelf.keys() if key not in there]:  # noqa: SIM118
            shelf.keep(shelf.piece(key)._replace(document=None, mark=None, deleted=None))
            self._opened(place).is_changed = True
        return told

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Shelves, "join", careless)
        yield


CARELESS = {
    "documents joined as wholes": newest_document_wins,
    "copies of engines left alone": exact_names_only,
    "not there taken for deleted": absence_deletes,
}


def careless_plays(path: str, how: Callable[[], Any], *, trials: int) -> Tally:
    """Play with a careless version until it is caught."""
    with how():
        return plays(path, trials=trials, until_broken=True)


# The exchange interrupted


def interrupted(path: str, fault: Fault, *, every: int = 1) -> Tally:
    """Let the n-th call of an exchange go wrong, for every n: the next one makes up for it."""
    tally, at = Tally(), 1
    while True:
        place = Path(path) / f"{fault.name}-{at}"
        a, b = (TestMachine(place / name, place / "shared", name) for name in _NAMES[:2])
        a.train(1)
        a.on()
        b.on()
        a.train(2)
        a.change("s1", effort=7)
        a.meet()
        b.train(3)
        b.change("s1", notes="hard")
        disk = FailingOS(fault, at)
        with on(disk), suppress(Killed, StoreError, OSError):
            b.meet()
        reached = at <= len(disk.calls)
        tally.add(_interrupted(a, b), f"{fault} at call {at} of {len(disk.calls)}")
        shutil.rmtree(place, ignore_errors=True)
        if not reached:
            return tally
        at += every


def _interrupted(a: TestMachine, b: TestMachine) -> Iterator[Broken]:
    if not {"s1", "s3"} <= b.sessions().keys():
        yield Broken("what was at home is gone")
    for each in (b, a, b, a):
        each.meet()
    for each in (a, b):
        found = each.sessions()
        if found.keys() != {"s1", "s2", "s3"}:
            yield Broken(f"{each.name} has {sorted(found)}")
        elif not each.past.device.shared:
            yield Broken(f"{each.name} shares nothing any more")
        elif (found["s1"]["effort"], found["s1"]["notes"]) != (7, "hard"):
            yield Broken(f"{each.name} has {found['s1']}")
    left = [p.name for p in a.shared.rglob(".*")]
    if left:
        yield Broken(f"left in the carried folder: {left}")


# Files that make no sense


def malformed_files(path: str, *, cases: int, seed: int = 0) -> Tally:
    """Absorb so many broken copies of a carried file: a sentence or sound rows, nothing lost."""
    chance, tally = random.Random(seed), Tally()
    place = Path(path)
    a, b = (TestMachine(place / name, place / "shared", name) for name in _NAMES[:2])
    for number in range(1, 5):
        a.train(number)
    a.on()
    b.on()
    a.change("s1", effort=7)
    a.delete("s2")
    rows = a.sessions()["s3"]["sets"]
    a.change("s3", sets=rows[1:])
    a.meet()
    b.meet()
    target = a.mailbox / "2026.json"
    sound = target.read_bytes()
    for number in range(cases):
        target.write_bytes(_broken(sound, chance))
        tally.add(_absorbed(b), f"{number} of seed {seed}")
    return tally


def _broken(sound: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return mutations.in_bytes(sound, chance)
    return mutations.in_json(sound, chance)


def _absorbed(machine: TestMachine) -> Iterator[Broken]:
    try:
        machine.meet()
        found = machine.sessions()
    except StoreError:
        return
    except Exception as error:  # whatever it is, nobody thought of it
        yield Broken(f"{type(error).__name__}: {error}")
        return
    if machine.past.is_incomplete or machine.past.reports:
        yield Broken(f"it reports: {machine.past.reports}")
    if not {"s1", "s3", "s4"} <= found.keys() and not any(c.deleted for c in _copies_of(machine)):
        yield Broken(f"only {sorted(found)} are left")
