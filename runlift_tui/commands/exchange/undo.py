"""`runlift import --undo`: what an import added, out again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK, say
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.core.words.documents import Document
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing.imports import TakenBack

NOTHING = "There is no import to undo."
GONE = "Nothing of it is here any more."


def take_back(asked: Asked) -> int:
    """Take back the last import that stands, or the one that was named; return the exit status.

    What was cut short goes before: of that the same command again makes an end, and of no other.
    """
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing import imports
    from runlift_tui.store.importing.half import make_whole

    past = Past(asked.folder)
    try:
        begun, wanted, row = _chosen(past, asked.words.undo)
        if row is not None or begun:
            past.folder.create()
            past.folder.lock.acquire(A_MOMENT_S)
            begun, wanted, row = _chosen(past, asked.words.undo)
        if begun and (row is None or wanted != begun):
            done = make_whole(past)
            if wanted == begun:
                return _said(asked, wanted, imports.TakenBack(0, 0, []), done or GONE)
            if done:
                say(done, OK)
        if row is None:
            return say(NOTHING if not wanted else f"There is no import {wanted} to undo.", FAILED)
        found = imports.undo(past, row["id"], time.time_ns() // 1_000_000)
    except Locked as error:
        return say(f"{error.what} Nothing was undone.", FAILED)
    except StoreError as error:
        return say(f"{error.what} The same undo goes on once that is put right.", FAILED)
    finally:
        past.folder.lock.release()
    rest = " The undo before had been cut short." if row.get("undone") else ""
    status = _said(asked, row["id"], found, f"{found.told} taken out again.{rest}")
    printing.said_of(past.reports)
    return status


def _chosen(past: Past, named: str) -> tuple[str, str, Document | None]:
    """Return the import that was cut short, which one is wanted, and its row where it stands.

    Raises:
        StoreError: a file cannot be read.
    """
    from runlift_tui.store.importing import imports
    from runlift_tui.store.importing.half import cut_short

    begun = cut_short(past.folder)
    wanted = named or begun
    rows = imports.look(past).standing
    return begun, wanted, next((r for r in reversed(rows) if wanted in ("", r["id"])), None)


def _said(asked: Asked, id_: str, found: TakenBack, what: str) -> int:
    """Say what an undo came to; return the exit status."""
    if asked.words.json:
        import json

        said = {
            "undone": id_,
            "sessions": found.sessions,
            "runs": found.runs,
            "kept": found.kept,
        }
        printing.write((json.dumps(said, ensure_ascii=False, indent=1) + "\n",))
        return OK
    lines = [what]
    if found.kept:
        lines.append(f"{len(found.kept)} changed since, and stay:")
        lines += [f"  {each}" for each in found.kept]
    return printing.done(*lines)
