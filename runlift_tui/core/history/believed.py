"""Which rows of a year are believed: whoever reads them and whoever takes them in asks here.

A row without a fault can be shown, counted and planned with. One that has a fault is left where it
stands, and is told of; no other part has to be afraid of its values.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE, Fault, Place
from runlift_tui.core.words.spelling import shown

SESSIONS = "sessions"
_MOST_S = 100_000_000
"""Three years: a rest is as long as the laptop was closed."""
_MOST_REPS = 100_000
_MOST_KG = 10_000

_OF_A_SESSION: Mapping[str, tuple[int, int]] = {
    "effort": (0, 10),
    "pain": (0, 10),
    "utc_offset_min": (-1440, 1440),
}
_OF_A_SET: Mapping[str, tuple[int, int]] = {
    "round": (0, 1000),
    "target": (0, _MOST_REPS),
    "reps": (0, _MOST_REPS),
    "left": (0, _MOST_REPS),
    "right": (0, _MOST_REPS),
    "seconds": (0, _MOST_S),
    "left_s": (0, _MOST_S),
    "right_s": (0, _MOST_S),
    "rir": (0, 1000),
    "snap": (0, 1000),
    "implements": (1, 100),
    "contacts": (0, _MOST_REPS),
    "pain": (0, 10),
    "rest_planned_s": (0, _MOST_S),
    "rest_taken_s": (0, _MOST_S),
}
"""The least and the most that a number may be; None is always one that nobody said."""


_Time = datetime | None
_Set = msgspec.defstruct(
    "_Set",
    [
        ("exercise", str),
        ("started", _Time, None),
        ("ended", _Time, None),
        ("load_kg", Annotated[float, Meta(ge=0, le=_MOST_KG)] | None, None),
        *(
            (name, Annotated[int, Meta(ge=low, le=high)] | None, None)
            for name, (low, high) in _OF_A_SET.items()
        ),
    ],
)
_Session = msgspec.defstruct(
    "_Session",
    [
        ("started", datetime),
        ("finished", _Time, None),
        ("sets", list[_Set], []),  # type: ignore[valid-type]  # made of the table above
        *(
            (name, Annotated[int, Meta(ge=low, le=high)] | None, None)
            for name, (low, high) in _OF_A_SESSION.items()
        ),
    ],
)
"""What nearly every row is; a lifetime of them is looked at in a tenth of a second."""


def row_faults(table: str, document: Document) -> Iterator[Fault]:
    """Yield everything in a row of a year that cannot be, with its place in the row.

    Args:
        table: Which one of a year; of one that is not known everything is believed.
        document: The row.
    """
    if table == SESSIONS:
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
    with suppress(*NONSENSE):
        msgspec.convert(document, _Session)
        return
    yield from _time_faults(document, "started", (), needed=True)
    yield from _time_faults(document, "finished", ())
    yield from _number_faults(document, _OF_A_SESSION, ())
    sets = document.get("sets", [])
    if not isinstance(sets, list):
        yield Fault(("sets",), "it is no list")
        return
    for at, row in enumerate(sets):
        if isinstance(row, dict):
            yield from _set_faults(row, ("sets", at))
        else:
            yield Fault(("sets", at), "it is no set")


def _set_faults(row: Document, place: Place) -> Iterator[Fault]:
    if not isinstance(row.get("exercise"), str):
        yield Fault((*place, "exercise"), f"{shown(row.get('exercise'))} is no id of an exercise")
    for name in ("started", "ended"):
        yield from _time_faults(row, name, place)
    yield from _number_faults(row, _OF_A_SET, place)
    load = row.get("load_kg")
    if load is not None and not (type(load) in (int, float) and 0 <= load <= _MOST_KG):
        yield Fault((*place, "load_kg"), f"{shown(load)} is no load")


def _number_faults(
    row: Document, bounds: Mapping[str, tuple[int, int]], place: Place
) -> Iterator[Fault]:
    for name, value in row.items():
        if value is None or name not in bounds:
            continue
        low, high = bounds[name]
        if type(value) is not int or value < low:
            yield Fault((*place, name), f"{shown(value)} is no whole number from {low} on")
        elif value > high:
            yield Fault((*place, name), f"{shown(value)} is over {high}")


def _time_faults(
    document: Document, name: str, place: Place, *, needed: bool = False
) -> Iterator[Fault]:
    value: Any = document.get(name)
    if value is None and not needed:
        return
    try:
        datetime.fromisoformat(value).timestamp()
    except (TypeError, ValueError, OverflowError, OSError):
        what = "it is missing" if value is None else f"{shown(value)} is no time in UTC"
        yield Fault((*place, name), what)
