"""The long run: `make faults`, or `python -m tests.faults [PART ...]` for some of it.

Prints what was promised, what went wrong on purpose, in how many cases, and how many of them broke
a promise; the last rows are programs that have to be caught.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults import (
    calls,
    carried,
    fat,
    handlers,
    kernel,
    kills,
    malformed,
    mishaps,
    outside,
    overnight,
    pair,
    pasting,
    power,
    set_up,
    shell,
    soak,
    stock,
    suites,
    theirs,
    torn,
    world,
)
from tests.faults.failing_os import Fault
from tests.faults.ledger import check
from tests.faults.tally import Tally
from tests.faults.victims import Deed, outing_at
from tests.machine import machine

_SHM = "/dev/shm"
_PRESSES = 40
SUITES = {
    "a signal, a key to leave, a stop, a terminal that is closed": ("tests/end_to_end",),
    "names and notes that steer, hide, swell or calculate": (
        "tests/screens/test_hostile_names.py",
        "tests/core/history/test_archive.py",
    ),
    "any umask, links in the way": (
        "tests/store/disk/test_files.py",
        "tests/store/disk/test_folder.py",
    ),
    "values that cannot be, at every door; anything in the place of a file; what is handed on": (
        "tests/commands/doors",
        "tests/screens/test_impossible.py",
    ),
    "random commands at any pace, replayed": ("tests/core/session/test_laws.py",),
}
"""What whole test files break on purpose."""

_LEAST_CAUGHT = 0.7
"""Of the cases of a careless program, which does not break in each of them."""


class Row(NamedTuple):
    """One line of the table."""

    part: str
    fault: str
    cases: int
    """0 where it could not be tried here."""
    broken: int
    must_break: bool = False
    """Whether this is a careless program, which has to be caught."""
    seconds: float = 0.0

    @property
    def verdict(self) -> str:
        """`held`, `BROKEN`, `caught`, `NOT CAUGHT`, or `not tried`."""
        if not self.cases:
            return "not tried"
        if self.must_break:
            return "caught" if self.broken else "NOT CAUGHT"
        return "BROKEN" if self.broken else "held"


class Job(NamedTuple):
    """Something to try."""

    part: str
    fault: str
    do: Callable[[str, float], Tally]
    """For a folder to work in, and a share of the full number of cases."""
    must_break: bool = False
    durable: bool = False
    """Whether it is about the disk itself, and no disk in memory will do."""
    possible: Callable[[], bool] = lambda: True
    is_long: bool = False
    """Whether it takes minutes: then it begins first, and no process waits for it at the end."""


def _many(full: int, share: float) -> int:
    return max(1, round(full * share))


def _ours(folder: str, seed: int) -> Deed:
    return outing_at(folder, seed, _PRESSES)


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0 and sys.platform == "linux"


def _is_linux() -> bool:
    return sys.platform == "linux"


def jobs() -> Iterator[Job]:
    """Yield everything that is tried."""
    for fault in Fault:
        yield Job("every call", f"{fault}", _call_job(fault))
    yield Job(
        "every call",
        "the kernel refuses it, once and for ever, or kills the program at it",
        lambda path, share: kernel.kernel_faults(
            path, seed=1, presses=6, every=max(2, round(2 / share))
        ),
        durable=True,
        possible=kernel.has_strace,
        is_long=True,
    )
    yield Job(
        "kill -9",
        "headless",
        lambda path, share: kills.kills(path, trials=_many(1000, share)),
        is_long=True,
    )
    yield Job(
        "kill -9",
        "the installed command, in a terminal",
        lambda path, share: kills.kills_in_a_terminal(path, trials=_many(20, share)),
    )
    for options in (power.ORDERED, power.WRITEBACK):
        yield Job(
            "power cut",
            f"ext4, {options}",
            _power_job(_ours, check, options, 100),
            durable=True,
            possible=power.can_mount,
        )
    yield Job(
        "torn pages",
        "any part of a write is left",
        lambda path, share: torn.torn_pages(path, trials=_many(1000, share)),
    )
    for kind, words, root in (
        (mishaps.FullDisk, "full, and later with room", True),
        (mishaps.ReadOnly, "read-only for a while", True),
        (mishaps.Vanished, "the folder vanishes and comes back", False),
        (mishaps.SmallFiles, "no file may grow (RLIMIT_FSIZE)", False),
        (mishaps.NoMemory, "no memory left (RLIMIT_AS)", False),
    ):
        yield Job("the disk", words, _mishap_job(kind), possible=_is_root if root else lambda: True)
    yield Job(
        "the disk",
        "a mount that knows no links, no rights, no sync",
        lambda path, share: calls.mounts(path, trials=_many(40, share)),
    )
    yield Job(
        "the disk",
        "a stick: FAT, mounted by FUSE",
        lambda path, share: fat.sticks(path, trials=_many(50, share)),
        possible=fat.can_mount,
    )
    yield Job(
        "two machines",
        "the carried folder hangs, and answers again",
        lambda path, share: fat.hangs(path, trials=_many(20, share)),
        possible=fat.can_mount,
    )
    yield Job(
        "clocks",
        "set forth and back by up to a month, rebooted",
        lambda path, share: kills.clocks(path, trials=_many(500, share)),
    )
    yield Job(
        "two programs",
        "the one with the lock is killed",
        lambda path, share: pair.two_programs(path, trials=_many(200, share)),
    )
    yield Job(
        "two programs",
        "a script writes to the year in between",
        lambda path, share: pair.written_by_another(path, trials=_many(100, share)),
    )
    yield Job(
        "a day",
        "24 hours of use in one run: memory does not grow",
        lambda path, share: soak.soak(path, hours=max(6, _many(24, share))),
        is_long=True,
    )
    yield from _outside()
    yield Job(
        "two machines",
        "three of them, and an engine that loses, repeats, reorders, empties, renames",
        lambda path, share: carried.plays(path, trials=_many(carried.PLAYS, share)),
        is_long=True,
    )
    for fault in Fault:
        yield Job("two machines", f"an exchange: {fault}", _exchange_job(fault))
    yield Job(
        "two machines",
        "a carried file, malformed",
        lambda path, share: carried.malformed_files(path, cases=_many(10_000, share)),
        is_long=True,
    )
    for words, files in SUITES.items():
        yield Job("the suite", words, _suite_job(files))
    for area in malformed.areas():
        yield Job("malformed", area.name, _malformed_job(area))
    for name in theirs.samples():
        yield Job("files of others", name, _theirs_job(name))
    yield from _careless()


def _outside() -> Iterator[Job]:
    """Yield what is sent to the installed command, and what it is started in."""
    shared: dict[str, tuple[Callable[..., Tally], Callable[[], bool]]] = {
        "terminals, sizes, variables, locales, options of Python, 16 open files": (
            world.environments,
            _is_linux,
        ),
        "any exception in any kind of handler, in the middle of a session": (
            handlers.faults,
            _is_linux,
        ),
        "around a program: its window, its shell, multiplexers, zones, years, owners": (
            outside.surroundings,
            _is_linux,
        ),
        "every command under a shell's limits, streams, words, variables and mask": (
            shell.shells,
            _is_linux,
        ),
        "left open over night: home, a rest in overtime, paused, asked": (
            overnight.nights,
            overnight.can_wait,
        ),
        "a megabyte pasted into every line, marked and not": (pasting.pastes, _is_linux),
    }
    yield Job(
        "the world outside",
        "strings of bytes and of escape sequences into every screen",
        lambda path, share: world.strings(path, cases=_many(100_000, share)),
        possible=_is_linux,
        is_long=True,
    )
    for words, (do, possible) in shared.items():
        yield Job("the world outside", words, _shared_job(do), possible=possible, is_long=True)
    yield Job(
        "the world outside",
        "a set-up that is killed, begun again",
        lambda path, share: set_up.killed(path, trials=_many(20, share)),
        possible=set_up.can_set_up,
        is_long=True,
    )


def _shared_job(do: Callable[..., Tally]) -> Callable[[str, float], Tally]:
    return lambda path, share: do(path, share=share)


def _careless() -> Iterator[Job]:
    """Yield the programs that have to be caught."""
    yield Job(
        "caught",
        "RunLift without its fsyncs, power cut",
        _power_job(power.without_syncs(_ours), check, power.ORDERED, 30),
        must_break=True,
        durable=True,
        possible=power.can_mount,
    )
    yield Job(
        "caught",
        "stock TinyDB, power cut",
        _power_job(stock.stock_deed, stock.check_stock, power.ORDERED, 30),
        must_break=True,
        durable=True,
        possible=power.can_mount,
    )
    yield Job(
        "caught",
        "stock TinyDB, torn pages",
        lambda path, share: torn.torn_pages(path, trials=_many(300, share), stock=True),
        must_break=True,
    )
    for words, how in carried.CARELESS.items():
        yield Job("caught", f"two machines, {words}", _plays_job(how), must_break=True)


def _call_job(fault: Fault) -> Callable[[str, float], Tally]:
    def do(path: str, share: float) -> Tally:
        return calls.every_call(path, [fault], seed=1, presses=12, every=max(1, round(1 / share)))

    return do


def _exchange_job(fault: Fault) -> Callable[[str, float], Tally]:
    return lambda path, share: carried.interrupted(path, fault, every=max(1, round(1 / share)))


def _plays_job(how: Callable[[], Any]) -> Callable[[str, float], Tally]:
    return lambda path, share: carried.careless_plays(path, how, trials=_many(60, share))


def _power_job(
    deed: Callable[[str, int], Deed], check_it: power.Check, options: str, full: int
) -> Callable[[str, float], Tally]:
    def do(path: str, share: float) -> Tally:
        return power.power_cuts(path, deed, check_it, trials=_many(full, share), options=options)

    return do


def _mishap_job(kind: type[mishaps.Mishap]) -> Callable[[str, float], Tally]:
    return lambda path, share: mishaps.mishaps(
        path, kind, trials=_many(200, share), presses=_PRESSES
    )


def _suite_job(files: tuple[str, ...]) -> Callable[[str, float], Tally]:
    return lambda path, _: suites.suite(path, files)


def _malformed_job(area: malformed.Area) -> Callable[[str, float], Tally]:
    return lambda path, share: malformed.malformed(path, area, cases=_many(area.cases, share))


def _theirs_job(name: str) -> Callable[[str, float], Tally]:
    return lambda path, share: theirs.theirs(path, name, cases=_many(theirs.CASES, share))


def tried(job: Job, share: float, folder: str | None) -> tuple[Row, list[str]]:
    """Return a job's row, and the promises that it saw broken."""
    if not job.possible():
        return Row(job.part, job.fault, 0, 0, job.must_break), []
    # What is not about the disk itself runs in memory, which is many times faster.
    quick = _SHM if os.path.isdir(_SHM) and not job.durable else None
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="runlift-faults-", dir=folder or quick) as path:
        tally = job.do(path, max(share, _LEAST_CAUGHT) if job.must_break else share)
    taken = time.monotonic() - began
    return Row(job.part, job.fault, tally.cases, tally.failed, job.must_break, taken), tally.broken


def _tried(number: int, share: float, folder: str | None) -> tuple[Row, list[str]]:
    return tried(list(jobs())[number], share, folder)


def table(rows: list[Row]) -> str:
    """Return the rows as an aligned table."""
    cells = [("part", "fault", "cases", "broken", "")]
    cells += [(r.part, r.fault, f"{r.cases}", f"{r.broken}", r.verdict) for r in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(5)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in (2, 3) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def _write(path: Path, rows: list[Row], whole_s: float | None) -> None:
    """Write rows, in the place of older ones of the same parts; those of other parts stay.

    Args:
        path: Of the file.
        rows: What was tried.
        whole_s: How long all of it took, seconds; None where only a part was tried.
    """
    path.parent.mkdir(exist_ok=True)
    before = json.loads(path.read_text()) if path.exists() else {"rows": []}
    found = {(row["part"], row["fault"]): row for row in before["rows"]}
    found |= {(row.part, row.fault): row._asdict() for row in rows}
    order = [(job.part, job.fault) for job in jobs()]
    told = {
        "machine": machine(),
        "rows": [found[key] for key in order if key in found],
        "whole_s": before.get("whole_s") if whole_s is None else whole_s,
    }
    path.write_text(json.dumps(told, indent=2) + "\n")


def main() -> int:
    """Run the parts that were asked for; the status is 0 if every promise held."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="by default all of them")
    parser.add_argument("--share", type=float, default=1.0, help="of the full number of cases")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="at the same time")
    parser.add_argument("--dir", help="where to work; by default in memory where that will do")
    parser.add_argument("--json", metavar="FILE", help="write the rows there too")
    arguments = parser.parse_args()
    every = list(jobs())
    unknown = set(arguments.parts) - {job.part for job in every}
    if unknown:
        names = ", ".join(dict.fromkeys(job.part for job in every))
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {names}")
    chosen = [n for n, job in enumerate(every) if job.part in (arguments.parts or [job.part])]
    began = time.monotonic()
    with ProcessPoolExecutor(arguments.processes) as pool:
        begun = sorted(chosen, key=lambda n: not every[n].is_long)
        waiting = {pool.submit(_tried, n, arguments.share, arguments.dir): n for n in begun}
        found = {}
        for done in as_completed(waiting):
            row, broken = found[waiting[done]] = done.result()
            told = f"{row.part}: {row.fault}: {row.cases} in {row.seconds:.0f} s: {row.verdict}"
            print(told, *([] if row.must_break else broken[:20]), sep="\n", file=sys.stderr)
        rows = [found[n][0] for n in chosen]
    print(table(rows))
    bad = [row for row in rows if row.verdict in ("BROKEN", "NOT CAUGHT")]
    cases = sum(row.cases for row in rows if not row.must_break)
    print(f"\n{cases} cases, {len(bad)} rows that should be otherwise")
    if arguments.json:
        whole = len(chosen) == len(every) and arguments.share == 1
        _write(Path(arguments.json), rows, time.monotonic() - began if whole else None)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
