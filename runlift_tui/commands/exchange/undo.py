"""`runlift import --undo`: what an import added, out again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, say
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked

NOTHING = "There is no import to undo."


def take_back(asked: Asked) -> int:
    """Take back the last import that stands, or the one that was named; return the exit status."""
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing import imports

    past, wanted = Past(asked.folder), asked.words.undo
    try:
        rows = imports.look(past).standing
        row = next((row for row in reversed(rows) if wanted in ("", row["id"])), None)
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
    if asked.words.json:
        import json

        said = {
            "undone": row["id"],
            "sessions": found.sessions,
            "runs": found.runs,
            "kept": found.kept,
        }
        printing.write((json.dumps(said, ensure_ascii=False, indent=1) + "\n",))
        return 0
    lines = [f"{found.told} taken out again."]
    if found.kept:
        lines.append(f"{len(found.kept)} changed since, and stay:")
        lines += [f"  {each}" for each in found.kept]
    status = printing.done(*lines)
    printing.said_of(past.reports)
    return status
