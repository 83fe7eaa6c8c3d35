"""One document as a machine holds it: its registers, its sets, and whether it was deleted.

Whatever of these two machines hold is joined piece by piece, each by an order of all that it can
be: so every machine comes to the same, in whatever order, part or repetition it hears of it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from runlift_tui.core.sync.registers import (
    ABSENT,
    ORDER,
    SETS,
    WHOLE,
    Register,
    Registers,
    has_sets,
    is_whole,
    joined_registers,
    kind_of,
    last_key,
    named,
    nested_key,
    set_of,
    set_path,
    values_of,
)
from runlift_tui.core.sync.stamps import BORN, is_stamp, known_stamp
from runlift_tui.core.words.documents import Document

_AT, _GONE, _ROWS, _SORTED = "at", "gone", "rows", "sorted"
EVERYWHERE = "everywhere"
"""The key of a row of `deleted` with the stamp of a deletion that is of every year."""
MOVED = "moved"
"""The key of a row of `marks` with the stamp by which it only went to another year."""
_LAST = "\uffff"
"""Sorts behind every time."""


class Copy(NamedTuple):
    """What the tables of a file have of one document."""

    table: str
    """Where it stands, or stood last."""
    id: str
    document: Document | None = None
    """None where it does not stand."""
    mark: Document | None = None
    """Its row of `marks`: the stamps of what was changed."""
    deleted: Document | None = None
    """Its row of `deleted`."""

    @property
    def kind(self) -> str:
        """What its id is unique among."""
        return kind_of(self.table)


class Held(NamedTuple):
    """The same, taken apart."""

    table: str
    id: str
    registers: Registers
    gone: dict[str, str]
    """The sets that were taken out, with the stamp of that."""
    order: tuple[str, ...] | None
    """The sets as they stand; None where they go by their times: one was added or taken out."""
    nests: bool
    """Whether the document has a place for registers of their own, though none be there."""
    deleted: str = BORN
    """The stamp of its deletion."""
    when: str = ""
    """The day that says its year, where its content is gone."""
    everywhere: str = BORN
    """The stamp of its deletion in whatever year it may stand: it was not only moved to another."""
    moved: str = BORN
    """The stamp by which it went to another year; it was deleted by a later one alone."""

    @property
    def kind(self) -> str:
        """What its id is unique among."""
        return kind_of(self.table)

    @property
    def newest(self) -> str:
        """The latest stamp of anything that was changed in it."""
        stamps = (register.stamp for register in self.registers.values())
        return max((*stamps, *self.gone.values()), default=BORN)

    @property
    def lives(self) -> bool:
        """Whether it stands: what was changed after it was deleted brings it back."""
        has_any = any(
            each.value is not ABSENT and (path != WHOLE or is_whole(self.table))
            for path, each in self.registers.items()
        )
        return has_any and (not self.deleted or self.newest > self.deleted)


def newest_mark(mark: Document) -> str:
    """Return the latest stamp that a row of `marks` has."""
    return max((known_stamp(at) for _, at in _pairs(mark, _AT)), default=BORN)


def held(piece: Copy) -> Held:
    """Return what a file has of one document, taken apart; what makes no sense in it is left out.

    A document that the file does not have and did not delete has no registers.
    """
    mark, row = piece.mark or {}, piece.deleted or {}
    content = row.get("document")
    document = piece.document
    if document is None:
        document = content if isinstance(content, dict) else {}
    values = values_of(piece.table, document) if document else {}
    gone = {k: v for k, v in _pairs(mark, _GONE) if is_stamp(v)}
    for name, values_gone in _pairs(mark, _ROWS):
        if name in gone and isinstance(values_gone, dict):
            more = {set_path(name, key): value for key, value in values_gone.items()}
            values = {**more, **values}
    stamps = {path: v for path, v in _pairs(mark, _AT) if is_stamp(v)}
    # A mark of what is not there says that it was taken out.
    registers = {path: Register(stamps.get(path, BORN), value) for path, value in values.items()}
    for path, at in stamps.items():
        if path not in registers:
            there = path != WHOLE or is_whole(piece.table)
            registers[path] = Register(at, ABSENT if there else True)
    nest = nested_key(piece.table)
    return Held(
        table=piece.table,
        id=piece.id,
        registers=registers,
        gone=gone,
        order=None if mark.get(_SORTED) is True else tuple(_names(document)),
        nests=bool(nest) and nest in document,
        deleted=known_stamp(row.get("at")),
        when=str(row.get("when") or _day_of(document))[:10],
        everywhere=known_stamp(row.get(EVERYWHERE)),
        moved=known_stamp(mark.get(MOVED)),
    )


def _pairs(mark: Mapping[str, Any], key: str) -> Iterable[tuple[str, Any]]:
    found = mark.get(key)
    return found.items() if isinstance(found, dict) else ()


def _names(document: Document) -> Iterable[str]:
    return named(document[SETS]) if has_sets(document) else ()


def _day_of(document: Document) -> str:
    when = document.get("started", document.get("day"))
    return when[:10] if isinstance(when, str) else ""


def joined(one: Held, other: Held) -> Held:
    """Return what two machines hold of a document, as one."""
    gone = dict(one.gone)
    for name, at in other.gone.items():
        gone[name] = max(at, gone.get(name, BORN))
    registers = joined_registers(one.registers, other.registers)
    table = one.table
    if is_whole(table):
        table = _table_of(registers, max(one.table, other.table))
    return Held(
        table=table,
        id=one.id,
        registers=registers,
        gone=gone,
        order=_order(one, other),
        nests=one.nests or other.nests,
        deleted=max(one.deleted, other.deleted),
        when=max(one.when, other.when),
        everywhere=max(one.everywhere, other.everywhere),
        moved=max(one.moved, other.moved),
    )


def _order(one: Held, other: Held) -> tuple[str, ...] | None:
    if not one.registers or not other.registers:
        return one.order if one.registers else other.order
    return one.order if one.order == other.order else None


def _table_of(registers: Registers, other: str) -> str:
    value = registers[WHOLE].value if WHOLE in registers else None
    return str(value[0]) if isinstance(value, list) else other


def standing_sets(found: Held) -> dict[str, Document]:
    """Return the sets that stand, by name, in their order."""
    rows: dict[str, Document] = {}
    newest: dict[str, str] = {}
    for path, register in found.registers.items():
        name = set_of(path)
        if name:
            newest[name] = max(register.stamp, newest.get(name, BORN))
            if register.value is not ABSENT:
                rows.setdefault(name, {})[last_key(path)] = register.value
    stand = [n for n in rows if n not in found.gone or newest[n] > found.gone[n]]
    if found.order is not None and set(found.order) == set(stand):
        return {name: rows[name] for name in found.order}
    by_time = _by_time(rows, stand, found.registers)
    return {name: rows[name] for name in _by_hand(by_time, found.registers)}


def _by_hand(names: list[str], registers: Registers) -> list[str]:
    """Return sets as they were moved by hand, a later one behind that which it follows in time."""
    order = registers[ORDER].value if ORDER in registers else None
    if not isinstance(order, list):
        return names
    moved = [name for name in dict.fromkeys(map(str, order)) if name in names]
    for at, name in enumerate(names):
        if name not in moved:
            moved.insert(moved.index(names[at - 1]) + 1 if at else 0, name)
    return moved


def _by_time(rows: Mapping[str, Document], names: Iterable[str], registers: Registers) -> list[str]:
    """Return sets by when they began; one without a time behind the last of its block and slot."""
    latest: dict[tuple[str, str], str] = {}
    for name in names:
        at = _text(rows[name], "started")
        place = _place(rows[name])
        latest[place] = max(at, latest.get(place, ""))
    slots = _planned(registers)

    def key(name: str) -> tuple[Any, ...]:
        row = rows[name]
        block, slot = _place(row)
        at, last = _text(row, "started"), latest[block, slot]
        when = at or last or _LAST
        first = min((slots.get(s, _FAR) for b, s in latest if b == block), default=_FAR)
        return when, not at, first, block, _number(row), slots.get(slot, _FAR), slot, name

    return sorted(names, key=key)


_FAR = 1 << 20


def _place(row: Document) -> tuple[str, str]:
    return str(row.get("block", "")), str(row.get("slot", ""))


def _text(row: Document, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _number(row: Document) -> float:
    value = row.get("round")
    return float(value) if isinstance(value, int | float) else 0.0


def _planned(registers: Registers) -> dict[str, int]:
    """Return the place of each slot in what was planned."""
    planned = registers["planned"].value if "planned" in registers else None
    rows = planned if isinstance(planned, list) else []
    slots = [str(row.get("slot", "")) for row in rows if isinstance(row, dict)]
    return {slot: place for place, slot in reversed(list(enumerate(slots)))}


def content(found: Held, like: Document | None = None) -> Document:
    """Return the document as its registers have it, deleted or not.

    Args:
        found: It, taken apart.
        like: Values stand in the order of this one's, the rest behind them.
    """
    return _content(found, standing_sets(found), like)


def _content(found: Held, stand: Mapping[str, Document], like: Document | None) -> Document:
    if is_whole(found.table):
        value = found.registers[WHOLE].value if WHOLE in found.registers else None
        return dict(value[1]) if isinstance(value, list) and isinstance(value[1], dict) else {}
    values: Document = {"id": found.id}
    nest = nested_key(found.table)
    nested: Document = {}
    for path, register in found.registers.items():
        if register.value is ABSENT or path == WHOLE or set_of(path):
            continue
        if nest and path.startswith(f"{nest}/"):
            nested[last_key(path)] = register.value
        else:
            values[last_key(path)] = register.value
    sets = list(stand.values()) if nest == SETS else []
    if nest and (found.nests or sets or nested) and nest not in values:
        values[nest] = sets if nest == SETS else nested
    keys = dict.fromkeys((*(like or {}), *values))
    return {key: values[key] for key in keys if key in values}


def piece(found: Held, like: Document | None = None) -> Copy:
    """Return what a file is to have of a document; see `content` for `like`."""
    stand = standing_sets(found)
    document = _content(found, stand, like)
    deleted: Document | None = None
    if not found.lives and found.deleted:
        deleted = _tombstone(found)
        if document.keys() - {"id"}:
            deleted["document"] = document
    mark = _mark(found, stand)
    stands = document if found.lives else None
    return Copy(found.table, found.id, stands, mark, deleted)


def _tombstone(found: Held) -> Document:
    row = {"id": found.id, "table": found.table, "when": found.when, "at": found.deleted}
    return {**row, EVERYWHERE: found.everywhere} if found.everywhere else row


def _mark(found: Held, stand: Mapping[str, Document]) -> Document | None:
    at = {path: each.stamp for path, each in found.registers.items() if each.stamp}
    mark: Document = {"id": found.id, "table": found.table, _AT: dict(sorted(at.items()))}
    if found.gone:
        rows: dict[str, Document] = {}
        for path, register in found.registers.items():
            name = set_of(path)
            if name in found.gone and name not in stand and register.value is not ABSENT:
                rows.setdefault(name, {})[last_key(path)] = register.value
        mark[_GONE] = dict(sorted(found.gone.items()))
        mark[_ROWS] = dict(sorted(rows.items()))
    if found.order is None:
        mark[_SORTED] = True
    if found.moved:
        mark[MOVED] = found.moved
    return mark if at or found.gone or found.moved or found.order is None else None
