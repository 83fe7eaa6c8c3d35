"""`runlift sync status`: how sync stands, for people and for programs."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK
from runlift_tui.core.sync.told import left_out
from runlift_tui.core.words.text import findable, plural, safe_text
from runlift_tui.store.disk.device import folder_name
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.sync.standing import SyncStanding, moment, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift_tui.commands.asked import Asked


def status(asked: Asked) -> int:
    """Say how sync stands; return the exit status."""
    past = Past(asked.folder)
    _named(past)
    try:
        found = standing(past)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    if asked.words.json:
        import json

        printing.write((f"{json.dumps(_values(found), indent=1)}\n",))
    else:
        printing.tell(*map(safe_text, lines(found)))
    return OK


def _named(past: Past) -> None:
    """Have the machine named in a data folder that no program wrote to since it can be."""
    if not past.device.id and os.path.isdir(past.folder.path):
        with suppress(StoreError):  # another program has it, or nothing can be written there
            past.folder.lock.acquire()
            try:
                past.device.ensure()
            finally:
                past.folder.lock.release()


def _values(found: SyncStanding) -> dict[str, object]:
    return {
        "folder": found.folder or None,
        "device": {"device": found.device or None, "name": found.name},
        "devices": [
            {**each._asdict(), "device": each.device or None, "newest": each.newest or None}
            for each in found.machines
        ],
        "published": found.published or None,
        "not_read": [{"file": path, "why": why} for path, why, _ in found.not_read],
        "taken_in": list(found.taken_in),
        "waiting": list(found.waiting),
    }


def lines(found: SyncStanding) -> Iterator[str]:
    """Yield how sync stands, a line for each thing."""
    if not found.folder:
        yield "Sync is off. runlift sync on DIR shares your training through a folder."
    else:
        since = f", away since {moment(found.away)} ({found.why_away})" if found.away else ""
        yield f"On, through {found.folder}{since}; this machine is {found.name}."
    names = [each.name for each in found.machines]
    for each in found.machines if found.folder else ():
        newest = f", the newest of {each.newest[:10]}" if each.newest else ""
        name = each.name if names.count(each.name) == 1 else folder_name(each.name, each.device)
        here = " (this machine)" if name != each.name and each.device == found.device else ""
        yield f"  {name}{here}: {plural(each.sessions, 'session')}{newest}"
    why, since = found.refused
    if why:
        yield f"Nothing can be given out since {moment(since)}: {why}"
    yield from left_out((path, why) for path, why, _ in found.not_read)
    for path in found.taken_in:
        yield f"Taken in, and safe to delete: {findable(path)}"
    yield from found.waits
