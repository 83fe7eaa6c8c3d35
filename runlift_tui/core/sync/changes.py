"""Changes of a document by a deliberate act: what differs gets a stamp that beats what stood."""

from typing import Any

from runlift_tui.core.sync.held import Copy, Held, content, held, joined, standing_sets
from runlift_tui.core.sync.moves import carried, left
from runlift_tui.core.sync.registers import (
    ABSENT,
    SETS,
    WHOLE,
    Register,
    greater,
    has_sets,
    is_whole,
    named,
    nested_key,
    set_of,
    values_of,
)
from runlift_tui.core.sync.stamps import BORN, stamp
from runlift_tui.core.words.documents import Document


def changed(found: Held, document: Document, table: str, now_ms: int, device: str) -> Held:
    """Return what is held once a document stands as it is now, by one deliberate act.

    Only the values that are another get a stamp. A document that was deleted is brought back.
    """
    return _changed(found, document, table, now_ms, device)


def born_again(found: Held, document: Document, table: str, now_ms: int, device: str) -> Held:
    """Return the same of a document that its own journal tells anew.

    What would win without a stamp gets none.
    """
    return _changed(found, document, table, now_ms, device, again=True)


def _changed(
    found: Held, document: Document, table: str, now_ms: int, device: str, *, again: bool = False
) -> Held:
    values = values_of(table, document)
    names = tuple(named(document[SETS])) if _has_sets(table, document) else ()
    stood = {} if is_whole(table) else standing_sets(found)
    was_dead = not found.lives
    registers, fresh, replaced = dict(found.registers), dict[str, Any](), list[str]()
    for path in dict.fromkeys((*registers, *values)):
        before, after = registers.get(path, _NONE), values.get(path, ABSENT)
        name = set_of(path)
        if (path == WHOLE and not is_whole(table)) or (name and name not in names):
            continue  # values of a set that is not there are kept for whoever brings it back
        comes_back = name in found.gone and name not in stood
        if _same(before.value, after) and not comes_back:
            continue
        unstamped = Register(BORN, after)
        wins = not before.stamp and not comes_back and greater(before, unstamped) is unstamped
        if again and wins:
            registers[path] = unstamped
            continue
        fresh[path] = after
        replaced += [before.stamp, found.gone.get(name, BORN)]
    out = [name for name in stood if name not in names]
    replaced += [each.stamp for path, each in registers.items() if set_of(path) in out]
    gone = found.gone
    if was_dead or out or fresh:
        at = stamp(now_ms, device, [*replaced, found.deleted if was_dead else BORN])
        registers |= {path: Register(at, value) for path, value in fresh.items()}
        if was_dead:
            registers[WHOLE] = Register(at, values.get(WHOLE, True))
        gone = {**gone, **dict.fromkeys(out, at)}
    nests = found.nests or nested_key(table) in document
    order = found.order if not is_whole(table) and names == found.order else None
    return found._replace(
        table=table,
        registers=registers,
        gone=gone,
        order=() if is_whole(table) else order,
        nests=nests,
    )


_NONE = Register(BORN, ABSENT)


def first(table: str, document: Document) -> Held:
    """Return what is held of a document that nobody changed since it was written."""
    return held(Copy(table, str(document.get("id")), document))


def _has_sets(table: str, document: Document) -> bool:
    return table == "sessions" and has_sets(document)


def _same(one: Any, other: Any) -> bool:
    return one is other or (one is not ABSENT and other is not ABSENT and one == other)


def stamped(found: Held, now_ms: int, device: str) -> Held:
    """Return what is held with a stamp on every value that has none: a row whose id is a name."""
    at = stamp(now_ms, device, [found.deleted])
    registers = {
        path: each if each.stamp else Register(at, each.value)
        for path, each in found.registers.items()
    }
    return found._replace(registers=registers)


def deleted(
    found: Held, now_ms: int, device: str, *, everywhere: bool = False, moved: bool = False
) -> Held:
    """Return what is held once the document is deleted: over every stamp that it knew.

    Args:
        found: It, as it stands in its year.
        now_ms: This moment, milliseconds since the epoch.
        device: Whose act it is.
        everywhere: Whether it goes from any year to which another machine may have moved it.
        moved: Whether it only goes to another year.
    """
    at = stamp(now_ms, device, [found.newest, found.deleted])
    if moved:
        return left(found, at)
    return found._replace(deleted=at, everywhere=at if everywhere else found.everywhere)


def come(found: Held, came: Held, document: Document, table: str, now_ms: int, device: str) -> Held:
    """Return what is held in the new year of a document whose day was changed to one of it.

    Args:
        found: What that year has of it.
        came: What the year has in which it stood.
        document: As it is now.
        table: Where it stands.
        now_ms: This moment, milliseconds since the epoch.
        device: Whose act it is.
    """
    whole = joined(found, carried(came))._replace(deleted=found.deleted)
    return changed(whole, document, table, now_ms, device)


def patched(table: str, before: Document, after: Document, now: Document) -> Document:
    """Return a document with what was typed, and with whatever else stands in it by now.

    Args:
        table: Where it stands.
        before: As the screen showed it.
        after: As it was made there.
        now: As it stands.
    """
    if before == now or is_whole(table):
        return after
    was, made = values_of(table, before), values_of(table, after)
    stands = held(Copy(table, str(now.get("id")), now))
    values = {path: each.value for path, each in stands.registers.items()}
    for path in dict.fromkeys((*was, *made)):
        one, other = was.get(path, ABSENT), made.get(path, ABSENT)
        if not _same(one, other):
            values[path] = other
    out = {set_of(path) for path in was} - {set_of(path) for path in made}
    registers = {
        path: Register(BORN, value)
        for path, value in values.items()
        if value is not ABSENT and set_of(path) not in out - {""}
    }
    names = tuple(named(after[SETS])) if _has_sets(table, after) else ()
    nests = stands.nests or nested_key(table) in after
    found = stands._replace(registers=registers, order=names, nests=nests)
    return content(found, after)


def turned_back(table: str, before: Document, after: Document, now: Document) -> Document | None:
    """Return a document with the values of before in place of those of after.

    Args:
        table: Where it stands.
        before: What of it was changed, as it was.
        after: The same as it was made.
        now: The whole of it as it stands.

    Returns:
        None where one of those values was changed since; any other may have been.
    """
    was, made, stands = (values_of(table, each) for each in (before, after, now))
    for path in dict.fromkeys((*was, *made)):
        one, other, by_now = (each.get(path, ABSENT) for each in (was, made, stands))
        if not _same(one, other) and not _same(by_now, other):
            return None
    return patched(table, after, before, now)
