"""`runlift demo`: training that nobody did, opened in a folder thrown away, or only written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.parser import DEMO_FOLDER, between
from runlift_tui.commands.plain import FOLDER
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift_tui.clock import Clock
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.history.archive import Archive


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line; it takes no folder."""
    demo = commands.add_parser(
        "demo", help="RunLift alive with made-up training, thrown away after"
    )
    demo.add_argument(
        "--years", type=between(1, 20), default=2, metavar="N", help="1 to 20; by default 2"
    )
    demo.add_argument("--into", metavar="DIR", help="only write it into this empty folder")


def run(asked: Asked) -> int:
    """Write made-up training, and open it unless it was only to be written."""
    from runlift_tui.clock import SystemClock

    if hasattr(asked.words, "data_dir"):
        return printing.say(f"demo takes no {FOLDER}: {DEMO_FOLDER}", MISUSED)
    years = asked.words.years
    if asked.words.into:
        return write(os.path.abspath(asked.words.into), years, SystemClock())
    why_not = printing.no_screen()
    if why_not:
        return printing.say(why_not, MISUSED)
    return throwaway(years, SystemClock(), lambda folder: asked.screen(asked.within(folder), None))


def write(path: str, years: int, clock: Clock) -> int:
    """Write made-up training into an empty folder; return the exit status.

    Args:
        path: The data folder; it is made where it is missing.
        years: How many, up to yesterday.
        clock: Says which day it is.
    """
    from runlift_tui.core.runs.logbook import RUNS, TRIALS
    from runlift_tui.store.archive import add_archive
    from runlift_tui.store.disk.folder import DataFolder
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.history.past import Past

    folder = DataFolder(path)
    try:
        why_not = _why_not(path)
        if why_not:
            return printing.say(why_not, MISUSED)
        archive = _made_up(years, clock)
        folder.create()
        folder.lock.acquire(A_MOMENT_S)
        added = add_archive(Past(folder.path), archive)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    finally:
        folder.lock.release()
    runs = sum(
        len(tables.get(name, ())) for tables in archive.years.values() for name in (RUNS, TRIALS)
    )
    said = f"{added.sessions} made-up sessions and {runs} runs"
    printing.complain(f"{said} are in {path}")
    return OK


def _made_up(years: int, clock: Clock) -> Archive:
    from runlift_tui.commands.exchange.how_far import Progress
    from runlift_tui.store.library import shipped
    from runlift_tui.store.made_up.sessions import made_up

    progress = Progress("Making up training")
    try:
        return made_up(shipped.exercises(), years, clock.stamp().utc_ms, tell=progress.tell)
    finally:
        progress.end()


def throwaway(years: int, clock: Clock, run: Callable[[str], int]) -> int:
    """Run something on made-up training in a folder that is gone afterwards.

    Args:
        years: How many.
        clock: Says which day it is.
        run: Is given the folder; returns the exit status.
    """
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="runlift-demo-", ignore_cleanup_errors=True) as folder:
        return write(folder, years, clock) or run(folder)


def _why_not(path: str) -> str:
    """Return why made-up training cannot go to a place; empty where it can."""
    try:
        lies_there = os.listdir(path)
    except FileNotFoundError:
        return ""
    except OSError as error:
        if os.path.isfile(path):
            return f"{path} is a file: choose an empty folder. Nothing was written."
        return f"{path} cannot be looked into ({error.strerror}): choose another folder."
    if not _is_set_up_alone(path, lies_there):
        return f"{path} is not empty: choose an empty folder. Nothing in it was touched."
    return ""


def _is_set_up_alone(path: str, lies_there: list[str]) -> bool:
    """Whether a folder has nothing, or what RunLift lays into one at its start, and no training."""
    from runlift_tui.store.disk.folder import SET_UP, DataFolder

    folder = DataFolder(path)
    holds = (each for each in (folder.history, folder.journal) if os.path.lexists(each))
    return set(lies_there) <= SET_UP and not any(map(os.listdir, holds))
