"""What was changed, as it is kept: enough to take it back later, and no more than that.

An act holds those values of a document that it changed, before and after. It is taken back onto
the document as it stands then, and only where those values are still as the act left them.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct, structs

from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.sync.changes import turned_back
from runlift_tui.core.sync.registers import SETS, nested_key
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE, Refused
from runlift_tui.core.words.possible import UtcMs

KEPT_MS = 30 * 86_400_000
"""How long what was deleted can be brought back, at least."""
MOST_BYTES = 1_000_000
"""Of the acts that are kept; above it the oldest go, but nothing that was deleted of late."""
WHOLE = ("started", "day")
"""Values that an act always names: they say in which year its document lies."""
_CHANGED = "it was changed since, elsewhere; nothing is changed now"


class Act(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that was changed, with what it takes to take it back."""

    id: str
    """Its own."""
    at: UtcMs
    """When, milliseconds since the epoch."""
    place: str
    """Where its key of undo is pressed: a screen's name."""
    table: str
    """Where the document stands, or stood last."""
    of: str
    """The document's id."""
    before: Document | None = None
    """As it was, or what of it was another; None where there was none."""
    after: Document | None = None
    """As it was made; None where it was deleted."""
    told: str = ""
    """What was done, in words: "Archived Wall sit"."""
    left: str = ""
    """The table that it stood in before, where that was another one."""

    def undone(self) -> "Act":
        """Return the act that takes this one back."""
        back = structs.replace(self, before=self.after, after=self.before)
        return structs.replace(back, table=self.left, left=self.table) if self.left else back


def act_of(act: Act) -> Act:
    """Return an act with no more of its document than what it changed."""
    if act.before is None or act.after is None:
        return act
    before, after = _differing(act.before, act.after)
    return structs.replace(act, before=before, after=after)


def _differing(one: Document, other: Document) -> tuple[Document, Document]:
    """Return what of two documents differs, and what is always named."""
    left: Document = {}
    right: Document = {}
    for key in dict.fromkeys((*one, *other)):
        has, had = key in other, key in one
        if has and had and one[key] == other[key] and key not in WHOLE:
            continue
        if has and had and isinstance(one[key], dict) and isinstance(other[key], dict):
            left[key], right[key] = _differing(one[key], other[key])
            continue
        if had:
            left[key] = one[key]
        if has:
            right[key] = other[key]
    return left, right


def taken_back(act: Act, now: Document | None) -> Document | None:
    """Return what a document comes to once an act is taken back; None for none any more.

    Args:
        act: What was done to it.
        now: The document as it stands.

    Raises:
        Refused: what the act changed was changed since; the text says so.
    """
    if act.after is None:
        if now is not None:
            raise Refused("there is one again by now; nothing is changed")
        return act.before
    if now is None:
        raise Refused("it was deleted since; nothing is changed")
    if act.before is None:
        if _plain(now) != _plain(act.after):
            raise Refused(_CHANGED)
        return None
    if nested_key(act.table) == SETS:
        # Another machine may have changed the row beside it since, which is none of its business;
        # of anything but a list the act has the changed values alone.
        found = turned_back(act.table, act.before, act.after, _plain(now))
        if found is None:
            raise Refused(_CHANGED)
        return found
    return _put_back(act.before, act.after, _plain(now))


def _put_back(before: Document, after: Document, now: Document) -> Document:
    """Return a document with values of before in place of those of after."""
    found = dict(now)
    for key in dict.fromkeys((*before, *after)):
        was, made, stands = (each.get(key, _MISSING) for each in (before, after, now))
        if was == made:
            continue
        if isinstance(was, dict) and isinstance(made, dict) and isinstance(stands, dict):
            found[key] = _put_back(was, made, stands)
        elif stands != made:
            raise Refused(_CHANGED)
        elif was is _MISSING:
            del found[key]
        else:
            found[key] = was
    return found


_MISSING: Any = object()


def _plain(document: Document) -> Document:
    """Return a document as it comes back from the disk: lists and not tuples, texts for days."""
    found: Document = msgspec.json.decode(msgspec.json.encode(document))
    return found


# What the disk has of it

DID, BACK, AGAIN = "did", "back", "again"
"""What a line says: that something was done, taken back, or made again."""


class ActLine(NamedTuple):
    """One line of what is kept."""

    id: str
    what: str
    act: Act | None
    """What was done; None where the line is about an act before it."""
    of: str
    """The id of that act."""


def line_of(record: Document) -> ActLine | None:
    """Return what a record says; None where it makes no sense."""
    id_ = record.get("id")
    for what in (DID, BACK, AGAIN):
        said = record.get(what)
        if not isinstance(id_, str) or said is None:
            continue
        if what != DID:
            return ActLine(id_, what, None, said) if isinstance(said, str) else None
        try:
            act = msgspec.convert(said, Act)
        except NONSENSE:
            return None
        return ActLine(id_, what, act, act.id)
    return None


class Trails:
    """The way back in every place, as the lines of all that was done come to."""

    def __init__(self, records: Iterable[Document] = ()) -> None:
        self._trails: dict[str, Trail[Act]] = {}
        self._places: dict[str, str] = {}
        self._heard: set[str] = set()
        for record in records:
            self.hear(record)

    def of(self, place: str) -> Trail[Act]:
        """Return the way back in one place."""
        return self._trails.setdefault(place, Trail())

    def hear(self, record: Document) -> None:
        """Take in what a line says; one that was heard before, or makes no sense, says nothing."""
        line = line_of(record)
        if line is None or line.id in self._heard:
            return
        self._heard.add(line.id)
        if line.act is not None:
            self._places[line.act.id] = line.act.place
            self.of(line.act.place).add(line.act)
        elif line.of in self._places:
            trail = self.of(self._places[line.of])
            trail.turn(lambda act: act.id == line.of, undone=line.what == AGAIN)

    def done(self) -> Iterator[Act]:
        """Yield what stands of all that was done, place by place, the oldest first."""
        for trail in self._trails.values():
            yield from trail.done

    def undone(self) -> Iterator[Act]:
        """Yield what was taken back and could be made again, the one undone first first."""
        for trail in self._trails.values():
            yield from trail.undone

    def deleted(self) -> list[Act]:
        """Return what was deleted and was not brought back, the newest first."""
        found = [act for act in self.done() if act.after is None]
        # Two of one millisecond stand as they were heard: their ids are chance below it.
        heard = {id_: number for number, id_ in enumerate(self._places)}
        return sorted(found, key=lambda act: (act.at, heard[act.id]), reverse=True)


def tidied(records: list[Document], now: int) -> tuple[list[Document], list[Act]]:
    """Return the lines that are worth keeping, and the deletions that cannot be undone any more.

    A clock that was wrong for a while lets nothing go: what is old is so by the clock and by
    what was done last.

    Args:
        records: All lines, in their order.
        now: This moment, milliseconds since the epoch.
    """
    trails = Trails(records)
    acts = sorted((*trails.done(), *trails.undone()), key=lambda act: (act.at, act.id))
    horizon = min((now, *(act.at for act in acts[-1:]))) - KEPT_MS
    standing = {act.id for act in trails.done()}
    room, kept = MOST_BYTES // 2, dict[str, Act]()
    for act in reversed(acts):
        room -= len(msgspec.json.encode(act))
        if act.at >= horizon and (room > 0 or act.after is None):
            kept[act.id] = act
    gone = [a for a in acts if a.id not in kept and a.after is None and a.id in standing]
    # A line that says what was done ends the way forth of its place: those come first.
    # What makes no sense to this program may make some to a newer one.
    did = [
        record
        for record in records
        if ((found := did_in(record)) and found.id in kept) or line_of(record) is None
    ]
    back = [{"id": f"{act.id}-{BACK}", BACK: act.id} for act in trails.undone() if act.id in kept]
    return [*did, *back], gone


def did_in(record: Document) -> Act | None:
    """Return the act that a line is, or None where it is about another one."""
    line = line_of(record)
    return None if line is None else line.act
