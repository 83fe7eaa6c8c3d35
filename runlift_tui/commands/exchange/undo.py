"""`runlift import --undo`: what an import added, out again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK, say
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.store.importing.imports import TakenBack

NOTHING = "There is no import to undo."
ALREADY = "It is taken back already."


def take_back(asked: Asked) -> int:
    """Take back the last import that stands, or the one that was named; return the exit status.

    What was cut short goes before: of that the same command again makes an end, and of no other.
    """
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing import imports
    from runlift_tui.store.importing.half import cut_short, put_right

    past = Past(asked.folder)
    try:
        begun = cut_short(past.folder)
        wanted = asked.words.undo or begun
        rows = imports.look(past).standing
        row = next((row for row in reversed(rows) if wanted in ("", row["id"])), None)
        if begun and (row is None or wanted != begun):
            said = put_right(asked.folder) or ALREADY
            if wanted == begun:
                return _said(asked, wanted, imports.TakenBack(0, 0, []), said)
            say(said, OK)
        if row is None:
            return say(NOTHING if not wanted else f"There is no import {wanted} to undo.", FAILED)
        past.folder.create()
        past.folder.lock.acquire(A_MOMENT_S)
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
