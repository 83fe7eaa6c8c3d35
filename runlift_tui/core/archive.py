"""Everything in one JSON value: what an export holds, and what is wrong with a faulty one."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from runlift_tui.core.document import Document, from_iso
from runlift_tui.core.faults import Fault, Place
from runlift_tui.core.logbook import RUNS, TRIALS, entry_faults
from runlift_tui.core.spelling import shown

MARK, FORMAT = "runlift-export", 1
SESSIONS = "sessions"

Tables = Mapping[str, list[Document]]
"""Table name -> its documents."""

_COUNTS = (
    *("round", "target", "reps", "left", "right", "seconds", "left_s", "right_s", "rir", "snap"),
    *("implements", "contacts", "pain", "rest_planned_s", "rest_taken_s"),
)


class Archive(NamedTuple):
    """All that there is of somebody's training."""

    years: Mapping[int, Tables]
    library: Tables


def read_archive(value: Any, schema: int) -> tuple[Archive, list[Fault]]:
    """Return what an export holds, and everything that is wrong in it.

    Args:
        value: The JSON value.
        schema: The newest one of the documents that is known.
    """
    if not isinstance(value, dict) or value.get("kind") != MARK:
        return Archive({}, {}), [Fault((), "it is no export of RunLift")]
    faults = [
        Fault((key,), f"it is {shown(value.get(key))}, and this RunLift knows up to {known}")
        for key, known in (("format", FORMAT), ("schema", schema))
        if not (type(value.get(key)) is int and 0 < value[key] <= known)
    ]
    if faults:
        # Of a form that is not known nothing else can be said.
        return Archive({}, {}), faults
    years: dict[int, Tables] = {}
    for year, tables in _tables_of(value, "history", faults):
        where: Place = ("history", year)
        if len(year) == 4 and year.isascii() and year.isdecimal():
            years[int(year)] = _documents(tables, where, faults)
        else:
            faults.append(Fault(where, f"{shown(year)} is no year"))
    library = _documents(value.get("library"), ("library",), faults)
    for number, tables in years.items():
        for at, document in enumerate(tables.get(SESSIONS, [])):
            faults += _session_faults(document, ("history", str(number), SESSIONS, at))
        for table in (RUNS, TRIALS):
            for at, document in enumerate(tables.get(table, [])):
                faults += _entry_faults(
                    table, document, number, ("history", str(number), table, at)
                )
    return Archive(years, library), faults


def _tables_of(value: Document, key: str, faults: list[Fault]) -> Iterator[tuple[str, Any]]:
    found = value.get(key)
    if isinstance(found, dict):
        yield from found.items()
    else:
        faults.append(Fault((key,), "it is missing" if found is None else "it is no table"))


def _documents(value: Any, place: Place, faults: list[Fault]) -> Tables:
    """Return the tables under a place; every document in them has an id of its own."""
    if not isinstance(value, dict):
        faults.append(Fault(place, "it is missing" if value is None else "it is no table"))
        return {}
    found: dict[str, list[Document]] = {}
    for name, rows in value.items():
        if not isinstance(rows, list) or name == "meta":
            what = "it is the store's own" if name == "meta" else "it is no list"
            faults.append(Fault((*place, name), what))
            continue
        seen: set[str] = set()
        for at, row in enumerate(rows):
            faults += _id_faults(row, (*place, name, at), seen)
        found[name] = [row for row in rows if isinstance(row, dict)]
    return found


def _id_faults(row: Any, place: Place, seen: set[str]) -> Iterator[Fault]:
    if not isinstance(row, dict):
        yield Fault(place, "it is no document")
        return
    id_ = row.get("id")
    if not isinstance(id_, str) or not id_:
        yield Fault((*place, "id"), "it is missing" if id_ is None else f"{shown(id_)} is no id")
    elif id_ in seen:
        yield Fault((*place, "id"), f"{shown(id_)} is there twice")
    else:
        seen.add(id_)


def _session_faults(document: Document, place: Place) -> Iterator[Fault]:
    yield from _time_faults(document, "started", place, needed=True)
    yield from _time_faults(document, "finished", place)
    sets = document.get("sets", [])
    if not isinstance(sets, list):
        yield Fault((*place, "sets"), "it is no list")
        return
    for at, row in enumerate(sets):
        if isinstance(row, dict):
            yield from _set_faults(row, (*place, "sets", at))
        else:
            yield Fault((*place, "sets", at), "it is no set")


def _entry_faults(table: str, document: Document, year: int, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with a run or trial, which stands in the year of its own day."""
    day = str(document.get("day"))
    faults = [Fault(place, what) for what in entry_faults(table, document)]
    if not faults and not day.startswith(f"{year:04d}-"):
        faults.append(Fault((*place, "day"), f"{shown(day)} is not in {year:04d}"))
    yield from faults


def _set_faults(row: Document, place: Place) -> Iterator[Fault]:
    if not isinstance(row.get("exercise"), str):
        yield Fault((*place, "exercise"), f"{shown(row.get('exercise'))} is no id of an exercise")
    for name in ("started", "ended"):
        yield from _time_faults(row, name, place)
    for name in _COUNTS:
        if row.get(name) is not None and not (type(row[name]) is int and row[name] >= 0):
            yield Fault((*place, name), f"{shown(row[name])} is no whole number from 0 on")
    load = row.get("load_kg")
    if load is not None and not (type(load) in (int, float) and load >= 0):
        yield Fault((*place, "load_kg"), f"{shown(load)} is no load")


def _time_faults(
    document: Document, name: str, place: Place, *, needed: bool = False
) -> Iterator[Fault]:
    value = document.get(name)
    if value is None and not needed:
        return
    try:
        from_iso(value)  # type: ignore[arg-type]  # whatever it is, it says so
    except (TypeError, ValueError, OverflowError, OSError):
        what = "it is missing" if value is None else f"{shown(value)} is no time in UTC"
        yield Fault((*place, name), what)
