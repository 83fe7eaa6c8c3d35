"""Everything in one JSON value: what an export holds, and what is wrong with a faulty one."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from runlift_tui.core.history.believed import SESSIONS, row_faults, year_faults
from runlift_tui.core.runs.logbook import RUNS, TRIALS
from runlift_tui.core.sync.tables import DELETED, MARKS
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Fault, Place
from runlift_tui.core.words.spelling import shown

MARK, FORMAT = "runlift-export", 1

Tables = Mapping[str, list[Document]]
"""Table name -> its documents."""


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
    faults += years_faults(years)
    return Archive(years, library), faults


def years_faults(years: Mapping[int, Tables]) -> Iterator[Fault]:
    """Yield everything in the rows of years that cannot be, with its place in an export."""
    for number, tables in years.items():
        for table in (SESSIONS, RUNS, TRIALS):
            for at, document in enumerate(tables.get(table, [])):
                found = [*row_faults(table, document)] or [*year_faults(document, number)]
                where = ("history", f"{number:04d}", table, at)
                yield from (Fault((*where, *each.where), each.what) for each in found)


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
            faults += _id_faults(row, (*place, name, at), seen, of_a_table=name in (MARKS, DELETED))
        found[name] = [row for row in rows if isinstance(row, dict)]
    return found


def _id_faults(
    row: Any, place: Place, seen: set[str], *, of_a_table: bool = False
) -> Iterator[Fault]:
    if not isinstance(row, dict):
        yield Fault(place, "it is no document")
        return
    id_ = row.get("id")
    if not isinstance(id_, str) or not id_:
        yield Fault((*place, "id"), "it is missing" if id_ is None else f"{shown(id_)} is no id")
        return
    name = f"{row.get('table')}/{id_}" if of_a_table else id_
    if name in seen:
        yield Fault((*place, "id"), f"{shown(id_)} is there twice")
    seen.add(name)
