"""Which rows of a year are believed: whoever reads them and whoever takes them in asks here.

A row without a fault can be shown, counted and planned with. One that has a fault is left where it
stands, and is told of; no other part has to be afraid of its values.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, structs

from runlift_tui.core.history.past import PastSession, PastSet, SessionOrigin
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE, Fault, Place
from runlift_tui.core.words.origin import format_of, is_imported
from runlift_tui.core.words.possible import (
    FIRST_DAY,
    IMPORTED_KG,
    IMPORTED_REPS,
    IMPORTED_SECONDS,
    LAST_DAY,
    LONGEST_TEXT,
    MOST_SET_KG,
    no_day,
    too_long,
)
from runlift_tui.core.words.spelling import shown

SESSIONS = "sessions"
_WIDE = {"reps": IMPORTED_REPS, "seconds": IMPORTED_SECONDS, "load_kg": IMPORTED_KG}
"""The most of a set out of another program's file, where it is more than can be typed."""
_TYPED = {"load_kg": MOST_SET_KG}
_TIMES = ("started", "ended", "finished")


def past_session(document: Document) -> PastSession | None:
    """Return a session out of its document; None where something in it cannot be.

    `row_faults` tells what. Words that are none, an exercise's name that is a number, are left
    unsaid; the document has them still.
    """
    # A session out of another program's file has no routine, and says so.
    said = document if document.get("routine", "") is not None else {**document, "routine": ""}
    try:
        found = msgspec.convert(said, PastSession)
    except NONSENSE:
        if next(_session_faults(document), None) is not None:
            return None
        wide = is_imported(document)
        rows = document.get("sets", ())
        sets = tuple(PastSet(**_sensible(row, PastSet) | _wide(row, wide)) for row in rows)
        said = _sensible(document, PastSession) | {"sets": sets}
        if wide and said.get("source") is None:
            # Whatever its origin is taken for, it is no session of RunLift's own.
            said["source"] = SessionOrigin(format=format_of(document))
        found = PastSession(**said)
    if not _is_possible(found):
        return None
    structs.force_setattr(found, "document", document)
    return found


def _wide(row: Document, wide: bool) -> Document:
    """Return the values of a set that only another program's file can have."""
    if not wide:
        return {}
    return {name: row[name] for name in _WIDE if type(row.get(name)) in (int, float)}


def _is_possible(session: PastSession) -> bool:
    """Whether every moment in a session can have been; its type cannot say so."""
    first, last = FIRST_DAY.year, LAST_DAY.year
    if not first <= session.started.year <= last:
        return False
    for each in session.sets:
        began, ended = each.started, each.ended
        if began is not None and not first <= began.year <= last:
            return False
        if ended is not None and not first <= ended.year <= last:
            return False
    return session.finished is None or first <= session.finished.year <= last


def _sensible(row: Document, of: type[Struct]) -> Document:
    """Return the values of a row that its type can take."""
    found: Document = {}
    for field in structs.fields(of):
        value = row.get(field.name)
        with suppress(*NONSENSE):
            if field.name in _TIMES and value is not None:
                value = _moment(value)
            elif field.name == "skipped" and value is not None:
                value = f"{value or ''}"
            found[field.name] = msgspec.convert(value, field.type)
    return found


def _moment(text: str) -> datetime:
    """Return UTC text as a moment, also where it does not say that it is UTC.

    Raises:
        ValueError, TypeError: it is none.
    """
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def row_faults(table: str, document: Document) -> Iterator[Fault]:
    """Yield everything in a row of a year that cannot be, with its place in the row.

    Args:
        table: Which one of a year; of one that is not known everything is believed.
        document: The row.
    """
    if table == SESSIONS:
        if past_session(document) is None:
            yield from _session_faults(document)
        return
    # The types of runs are worth importing only where there is one.
    from runlift_tui.core.runs.logbook import RUNS, TRIALS, entry_faults

    if table in (RUNS, TRIALS):
        yield from (Fault((), what) for what in entry_faults(table, document))


def year_faults(document: Document, year: int) -> Iterator[Fault]:
    """Yield that a row, otherwise without fault, stands under another year than its own."""
    key = "day" if "started" not in document else "started"
    when = str(document.get(key))
    if not when.startswith(f"{year:04d}-"):
        yield Fault((key,), f"{shown(when)} is not in {year:04d}")


def _session_faults(document: Document) -> Iterator[Fault]:
    yield from _time_faults(document, "started", (), needed=True)
    yield from _time_faults(document, "finished", ())
    yield from _number_faults(document, PastSession, ())
    yield from _text_faults(document, PastSession, ())
    sets = document.get("sets", [])
    if not isinstance(sets, list):
        yield Fault(("sets",), "it is no list")
        return
    for at, row in enumerate(sets):
        if isinstance(row, dict):
            yield from _set_faults(row, ("sets", at), _WIDE if is_imported(document) else _TYPED)
        else:
            yield Fault(("sets", at), "it is no set")


def _set_faults(row: Document, place: Place, most: Mapping[str, int]) -> Iterator[Fault]:
    if not isinstance(row.get("exercise"), str):
        yield Fault((*place, "exercise"), f"{shown(row.get('exercise'))} is no id of an exercise")
    for name in ("started", "ended"):
        yield from _time_faults(row, name, place)
    yield from _number_faults(row, PastSet, place, most)
    yield from _text_faults(row, PastSet, place)
    load = row.get("load_kg")
    if load is not None and not (type(load) in (int, float) and 0 <= load <= most["load_kg"]):
        yield Fault((*place, "load_kg"), f"{shown(load)} is no load")


def _number_faults(
    row: Document, of: type[Struct], place: Place, most: Mapping[str, int] | None = None
) -> Iterator[Fault]:
    bounds = _bounds(of)
    for name, value in row.items():
        if value is None or name not in bounds:
            continue
        low, high = bounds[name]
        high = (most or {}).get(name, high)
        if type(value) is not int or value < low:
            yield Fault((*place, name), f"{shown(value)} is no whole number from {low} on")
        elif value > high:
            yield Fault((*place, name), f"{shown(value)} is over {high}")


@cache
def _bounds(of: type[Struct]) -> Mapping[str, tuple[int, int]]:
    """Return the least and the most of every whole number of a type, by its name."""
    from msgspec import inspect

    found = {}
    info = inspect.type_info(of)
    assert isinstance(info, inspect.StructType)
    for field in info.fields:
        kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
        for kind in kinds:
            if isinstance(kind, inspect.IntType) and kind.ge is not None and kind.le is not None:
                found[field.encode_name] = (kind.ge, kind.le)
    return found


def _time_faults(
    document: Document, name: str, place: Place, *, needed: bool = False
) -> Iterator[Fault]:
    value: Any = document.get(name)
    if value is None and not needed:
        return
    try:
        moment = _moment(value)
    except (TypeError, ValueError):
        what = "it is missing" if value is None else f"{shown(value)} is no time in UTC"
        yield Fault((*place, name), what)
    else:
        if not FIRST_DAY.year <= moment.year <= LAST_DAY.year:
            yield Fault((*place, name), no_day(moment.date()))


def _text_faults(row: Document, of: type[Struct], place: Place) -> Iterator[Fault]:
    for name in of.__struct_fields__:
        value = row.get(name)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            yield Fault((*place, name), too_long(value))
