"""An export of RunLift itself, back in: whole, or not at all."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, STANDARD, say
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift_tui.commands.asked import Asked
    from runlift_tui.core.words.faults import Fault
    from runlift_tui.store.archive import Added
    from runlift_tui.store.importing.reading import Came


def take(asked: Asked, came: Came, *, dry_run: bool) -> int:
    """Take an export in whole, or refuse it whole with everything wrong in it."""
    from runlift_tui.store.archive import add_archive, read_export
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing import imports
    from runlift_tui.store.importing.own import OwnFile, add_own

    past, path, data = Past(asked.folder), came.name, came.own or b""
    brought = False
    try:
        archive, faults = read_export(path, data)
    except StoreError as error:
        return printing.refused([error.what])
    if faults:
        return printing.refused(_told("stdin" if path == STANDARD else path, faults))
    try:
        if not dry_run:
            past.folder.create()
            past.folder.lock.acquire(A_MOMENT_S)
        if dry_run:
            added = add_archive(past, archive, dry_run=True)
        else:
            told = {"name": path, "sha256": came.sha, "format": "runlift"}
            now = time.time_ns() // 1_000_000
            id_ = imports.id_now(now)
            brought, added = add_own(past, id_, now, [OwnFile(told, archive)])
    except Locked as error:
        return say(f"{error.what} Nothing was imported.", FAILED)
    except StoreError as error:
        return say(f"{error.what} The same import goes on once that is put right.", FAILED)
    finally:
        past.folder.lock.release()
    then = " Nothing was written." if dry_run else ""
    then = " runlift import --undo takes the training of it back." if brought else then
    status = printing.done(_sum(added) + then)
    printing.said_of(past.reports)
    return status


def _told(name: str, faults: Iterable[Fault]) -> list[str]:
    return [
        f"{name}: {fault.place}: {fault.what}" if fault.where else f"{name}: {fault.what}"
        for fault in faults
    ]


def _sum(added: Added) -> str:
    """Return what an import came to, in a line."""
    from runlift_tui.core.words.text import plural

    said = f"{plural(added.sessions, 'session')} and {plural(added.others, 'other document')} "
    said += f"added, {added.same} were here already"
    if added.kept:
        said += f", {added.kept} differ and stayed as they are here"
    return f"{said}."
