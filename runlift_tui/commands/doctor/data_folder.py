"""Whether training can be kept: the folder, its lock, what is in it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator

from runlift_tui.commands.doctor.finding import Finding, missing, ok, problem
from runlift_tui.core.session.state import is_over
from runlift_tui.paths import in_a_package
from runlift_tui.store.disk.errors import Locked, StoreError
from runlift_tui.store.disk.files import fsync_file
from runlift_tui.store.history.past import Past

RESCUE = "Move it away once you have rescued what is in it."
"""What to do about a damaged file that was set aside."""
LITTLE_MB = 50
"""A year of training is about 1 MB, and is written anew whole, beside its last generation."""
_PROBE = b"\0" * 4096


def look(path: str) -> Iterator[Finding]:
    """Yield what there is to say of a data folder; nothing that is kept in it is changed.

    A file without a name is written into it and goes again, and its lock is taken for a moment.
    """
    for left in in_a_package(sys.platform, os.environ):
        yield missing(
            f"training lies in {left}, which goes when that Python of the Microsoft Store goes",
            f"Take it along: move it to {path}, while nothing is there.",
        )
    if not os.path.isdir(path):
        yield from _not_there(path)
        return
    yield _written(path)
    yield _space(path)
    past = Past(path)
    yield from _lock(past)
    yield from _training(past)


def _not_there(path: str) -> Iterator[Finding]:
    above = path
    while not os.path.lexists(above) and os.path.dirname(above) != above:
        above = os.path.dirname(above)
    if not os.path.isdir(above):
        yield problem(f"{above} is in the way: it is no folder", "Move it, or name another folder.")
    elif not os.access(above, os.W_OK | os.X_OK):
        yield problem(f"{path} cannot be made: {above} cannot be written to", _ELSEWHERE)
    else:
        yield ok(f"{path} is not there yet; the first start makes it")
        yield _space(above)


_ELSEWHERE = "Change its permissions, or name another folder with --data-dir."


def _written(path: str) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=path) as file:
            file.write(_PROBE)
            file.flush()
            fsync_file(file.fileno())
    except OSError as error:
        return problem(f"{path} cannot be written to: {error.strerror or error}", _ELSEWHERE)
    return ok(f"{path} can be written to")


def _space(path: str) -> Finding:
    free = shutil.disk_usage(path).free // 1_000_000
    shown = f"{free / 1000:.1f} GB" if free >= 1000 else f"{free} MB"
    if free < LITTLE_MB:
        return problem(f"only {shown} of the disk are free", "Free some space before you train.")
    return ok(f"{shown} free")


def _lock(past: Past) -> Iterator[Finding]:
    lock = past.folder.lock
    if not os.path.exists(lock.path):
        return
    try:
        lock.acquire()
    except Locked as error:
        yield missing(error.what.replace("this one can only look", "a second one can only look"))
    except StoreError as error:
        yield problem(error.what, _ELSEWHERE)
    else:
        yield ok("no other RunLift has it open")
    finally:
        lock.release()


def _training(past: Past) -> Iterator[Finding]:
    try:
        count = sum(1 for _ in past.documents())
        left = [read.session for _, read in past.journals.sessions()]
        aside = past.set_aside()
    except StoreError as error:
        yield problem(error.what, "What can be read of it is in: runlift history --json")
        return
    yield ok(f"{count} finished session{'s' * (count != 1)}")
    unfinished = sum(not is_over(session) for session in left)
    if unfinished:
        some = "a session was" if unfinished == 1 else f"{unfinished} sessions were"
        yield missing(f"{some} left unfinished", "Go on with it: runlift resume")
    if len(left) > unfinished:
        yield missing("a finished session lies in its journal", "The next start folds it in.")
    for report in past.reports:
        yield problem(report)
    for path in aside:
        yield missing(f"{path} was set aside: it could not be read", RESCUE)
