"""RunLift on training that nobody did: opened on a folder thrown away, or only written."""

import sys
from collections.abc import Callable

from runlift_tui.clock import Clock
from runlift_tui.core.logbook import RUNS, TRIALS
from runlift_tui.core.text import safe_text
from runlift_tui.store import shipped
from runlift_tui.store.errors import StoreError
from runlift_tui.store.folder import DataFolder
from runlift_tui.store.generations import look
from runlift_tui.store.journal import list_segments
from runlift_tui.store.made_up import made_up
from runlift_tui.store.past import Past
from runlift_tui.store.taking_out import add_archive

OK, FAILED = 0, 1


def write(path: str, years: int, clock: Clock) -> int:
    """Write made-up training into a folder without any; return the exit status.

    Args:
        path: The data folder; it is made where it is missing.
        years: How many, up to yesterday.
        clock: Says which day it is.
    """
    folder = DataFolder(path)
    try:
        if _is_used(folder):
            return _say(f"{path} has training in it already: choose an empty folder.")
        archive = made_up(shipped.exercises(), years, clock.stamp().utc_ms)
        folder.create()
        folder.lock.acquire()
        if _is_used(folder):
            return _say(f"{path} has training in it already: choose an empty folder.")
        added = add_archive(Past(folder.path), archive)
    except StoreError as error:
        return _say(error.what)
    finally:
        folder.lock.release()
    runs = sum(
        len(tables.get(name, ())) for tables in archive.years.values() for name in (RUNS, TRIALS)
    )
    said = f"{added.sessions} made-up sessions and {runs} runs"
    print(f"{said} are in {safe_text(path)}", file=sys.stderr)
    return OK


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


def _is_used(folder: DataFolder) -> bool:
    """Whether anything of somebody's own is there: training, one under way, or their library."""
    past = Past(folder.path)
    return bool(
        past.history.years() or list_segments(folder.journal) or look(folder.library).tables
    )


def _say(what: str) -> int:
    print(f"runlift: {safe_text(what)}", file=sys.stderr)
    return FAILED
