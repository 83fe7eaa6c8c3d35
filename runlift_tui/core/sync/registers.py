"""A document as registers by path, so that two machines can each have changed a part of it.

A session has a register for each value of its own and for each value of each set, which goes by
block, slot and round, and by letters of its own where it was added later; a routine one for each
of its slots. A run, a trial and a plan are typed at
once and are one register each, with the table in which they stand.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from runlift_tui.core.words.documents import Document

WHOLE = ""
"""The path of what is one register, and of the mark by which a deleted document was brought back.
"""
SETS, SLOTS = "sets", "slots"
ORDER = "order"
"""The key of a session whose sets were moved by hand: their names, as they stand since."""
ADDED = "added"
"""The key of a set that was added later which tells it from one of another machine's, in its place.
"""
RUNS, TRIALS, PLANS = "runs", "trials", "plans"
_KINDS = {TRIALS: RUNS}
ABSENT: Any = object()
"""The value of a register that a document does not have."""
_SAYS_NOTHING: tuple[Any, ...] = (None, "", [])


_PATHS = 4096
"""How many paths are remembered taken apart: those of two hundred sessions are mostly the same."""


class Register(NamedTuple):
    """One value, and when it became that."""

    stamp: str
    value: Any


Registers = dict[str, Register]


def kind_of(table: str) -> str:
    """Return what an id of a table is unique among: a run may become a trial."""
    return _KINDS.get(table, table)


def is_whole(table: str) -> bool:
    """Whether a document of a table is one register."""
    return table in (RUNS, TRIALS, PLANS)


def values_of(table: str, document: Document) -> dict[str, Any]:
    """Return the value of every register of a document, by path."""
    if is_whole(table):
        return {WHOLE: [table, document]}
    found: dict[str, Any] = {}
    for key, value in document.items():
        if key == SETS and table == "sessions" and has_sets(document):
            for name, row in named(value).items():
                found |= {set_path(name, each): row[each] for each in row}
        elif key == SLOTS and table == "routines" and isinstance(value, dict):
            found |= {f"{SLOTS}/{_escaped(label)}": each for label, each in value.items()}
        elif key != "id":
            found[_escaped(key)] = value
    return found


def nested_key(table: str) -> str:
    """Return the key under which a document of a table has registers of their own; or nothing."""
    return {"sessions": SETS, "routines": SLOTS}.get(table, "")


def has_sets(document: Document) -> bool:
    """Whether a document has a list of sets."""
    rows = document.get(SETS)
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def named(rows: Iterable[Document]) -> dict[str, Document]:
    """Return the sets of a session by block, slot and round; a second one of a name is `~2`.

    One that was added later has its own letters behind these: two machines may each add one.
    """
    found: dict[str, Document] = {}
    for row in rows:
        name = _escaped(".".join(str(row.get(key, "")) for key in ("block", "slot", "round")))
        if row.get(ADDED):
            name = f"{name}~{_escaped(str(row[ADDED]))}"
        number, free = 1, name
        while free in found:
            number += 1
            free = f"{name}~{number if number < 10 else f'9{number}'}"
        found[free] = row
    return found


def in_order(rows: list[Document]) -> Document:
    """Return what a session says of its sets where they stand in an order made by hand."""
    return {SETS: rows, ORDER: list(named(rows))}


def set_path(name: str, key: str) -> str:
    """Return the path of a value of a set."""
    return f"{SETS}/{name}/{_escaped(key)}"


@lru_cache(_PATHS)
def set_of(path: str) -> str:
    """Return the name of the set that a path is in; empty for any other."""
    parts = path.split("/")
    return parts[1] if len(parts) == 3 and parts[0] == SETS else ""


@lru_cache(_PATHS)
def last_key(path: str) -> str:
    """Return the key of the value at a path, as the document has it."""
    return path.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def greater(one: Register, other: Register) -> Register:
    """Return which of two registers stands: an order of all of them, so that any join agrees.

    The later stamp; then what is there over what is not, then what says something over null, ""
    or [], then the greater text.
    """
    if one.stamp != other.stamp:
        return one if one.stamp > other.stamp else other
    if one.value is other.value:
        return one
    return one if _weight(one.value) >= _weight(other.value) else other


def _weight(value: Any) -> tuple[bool, bool, str]:
    if value is ABSENT:
        return False, False, ""
    return True, value not in _SAYS_NOTHING, canonical(value)


def canonical(value: Any) -> str:
    """Return a value as the one text that every machine writes it as."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=True)


def joined_registers(one: Mapping[str, Register], other: Mapping[str, Register]) -> Registers:
    """Return the greater register at each path."""
    found = dict(one)
    for path, register in other.items():
        found[path] = greater(found[path], register) if path in found else register
    return found
