"""Reading a TinyDB file that may be damaged, old or new: looking at it, and putting it right.

Whoever only looks changes nothing, and is shown the last good generation of a damaged file.
Whoever holds the lock sets the damaged one aside by name first, and works on from there.
"""

import os
from contextlib import suppress
from typing import NamedTuple

from runlift_tui.core.words.text import plural
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Damaged, TooLarge, Unwritable
from runlift_tui.store.tables.text import SCHEMA, Damage, Tables, decode, encode, migrate


class Read(NamedTuple):
    """What was found under a file's name."""

    tables: Tables
    """In today's schema; empty where there is no file, or none that is good."""
    damaged: Damaged | None
    """What is wrong with the file, if anything."""
    schema: int = SCHEMA
    """The schema that the file itself has."""


def look(path: str) -> Read:
    """Return what a file holds, or its last good generation, and change nothing.

    Raises:
        Newer: a newer RunLift wrote it.
        Unreadable: the system does not let us read it.
    """
    try:
        found = _read(path)
        if found is not None:
            return found
        fault = "it is missing"
    except Damage as found_out:
        fault = str(found_out)
    previous = _previous(path)
    if previous is None and not os.path.lexists(path) and not _previous_exists(path):
        return Read({}, None)
    name = os.path.basename(path)
    if previous is None:
        what = f"{name} cannot be read ({fault}), and there is no good older generation of it."
        return Read({}, Damaged(what, path))
    what = f"{name} cannot be read ({fault}). The generation before it is shown: {_size(previous)}."
    return Read(previous.tables, Damaged(what, path, recovered=True), previous.schema)


def settle(path: str) -> Read:
    """Return what a file holds, after putting it right; the lock has to be held.

    A damaged file is set aside as `<name>.damaged-1` and its last good generation put in its
    place; one of an older schema is migrated, with a copy kept as `<name>.schema-0`.

    Raises:
        Newer, Unreadable: as for `look`.
        Unwritable: it could not be put right; nothing is worse than before.
    """
    found = look(path)
    if found.damaged is not None:
        mended = _mend(path, found, recovered=found.damaged.recovered)
        found = Read(found.tables, mended, found.schema)
    if found.schema < SCHEMA:
        _keep_old_schema(path, found.schema)
        files.replace_whole(path, encode(found.tables), keep_previous=True)
    return Read(found.tables, found.damaged)


def _read(path: str) -> Read | None:
    """Return what a file holds, or None where there is none."""
    try:
        data = files.read_whole(path)
    except TooLarge as error:
        raise Damage(error.why) from None
    if data is None:
        return None
    tables, schema = decode(path, data)
    return Read(migrate(tables, schema), None, schema)


def _previous_exists(path: str) -> bool:
    return os.path.lexists(path + files.PREVIOUS)


def _previous(path: str) -> Read | None:
    """Return the generation before, or None where there is none that is good."""
    try:
        return _read(path + files.PREVIOUS)
    except Damage:
        return None


def _size(found: Read) -> str:
    """Say how much is in it, without the tables about the file itself."""
    beside = ("meta", "marks", "deleted")
    number = sum(len(table) for name, table in found.tables.items() if name not in beside)
    return plural(number, "record")


def _mend(path: str, found: Read, *, recovered: bool) -> Damaged:
    """Set a damaged file aside and put its last good generation, if any, in its place."""
    from runlift_tui.store.disk.aside import set_aside

    name, aside, kept = os.path.basename(path), None, ""
    _read_others_anew(path)
    if os.path.lexists(path):
        # It keeps its own name until the good one takes it: a kill in between loses nothing.
        aside = set_aside(path, leave=recovered)
        kept = f" and is kept as {os.path.basename(aside)}"
    if recovered:
        good = files.read_whole(path + files.PREVIOUS)
        files.replace_whole(path, good or b"", keep_previous=False)
        what = (
            f"{name} was damaged or missing{kept}. The generation before it is in use: "
            f"{_size(found)}; what was saved after it is not among them."
        )
    else:
        if _previous_exists(path):
            set_aside(path + files.PREVIOUS)
        what = (
            f"{name} could not be read{kept}. No older generation of it is good, so it begins "
            "empty; whatever can be rescued is in the file that was kept."
        )
    return Damaged(what, path, aside=aside, recovered=recovered)


def _read_others_anew(path: str) -> None:
    """Have what other machines have taken in anew: it may be newer than what is good here."""
    folder = os.path.dirname(path)
    for above in (folder, os.path.dirname(folder)):
        with suppress(OSError):
            os.unlink(os.path.join(above, "derived", "seen.jsonl"))


def _keep_old_schema(path: str, schema: int) -> None:
    """Keep a copy of a file as an older RunLift left it; one that is kept already stays."""
    copy = f"{path}.schema-{schema}"
    if os.path.lexists(copy):
        return
    data = files.read_whole(path)
    if data is None:
        raise Unwritable(path, FileNotFoundError(2, os.strerror(2)))
    files.replace_whole(copy, data, keep_previous=False)
