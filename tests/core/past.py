"""Sessions of the past to look back on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.past import PastSession, oldest_first, only
from runlift_tui.core.history.text import session_text
from runlift_tui.core.history.told import detail, row_words
from runlift_tui.core.progress.chart_window import whole
from runlift_tui.core.progress.curves import curves, points, reading
from runlift_tui.core.progress.exercise import best_lines, outing_line, outings_of, sides_compared
from runlift_tui.core.progress.page import progress
from runlift_tui.core.progress.records import records_of
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.units import Unit

DAY_MS = 86_400_000
MONDAY = 1_767_603_600_000
"""2026-01-05, nine in the morning, UTC."""


def row(exercise: str = "rfe-split-squat", **more: Any) -> Document:
    """Return a set as a document has it."""
    return {"slot": "B1", "round": 1, "exercise": exercise, "name": exercise.title(), **more}


def outing(day: int, *rows: Document, **more: Any) -> Document:
    """Return the document of a session, so many days after `MONDAY`; each set takes a minute."""
    at = MONDAY + day * DAY_MS
    sets = [
        {"started": iso(at + n * 120_000), "ended": iso(at + n * 120_000 + 60_000), **each}
        for n, each in enumerate(rows)
    ]
    return {"id": f"day-{day}", "started": iso(at), "utc_offset_min": 0, "sets": sets, **more}


def view(document: Document) -> PastSession:
    """Return a document that is believed as what looks back sees of it."""
    found = past_session(document)
    assert found is not None
    return found


def sessions(*documents: Document) -> tuple[PastSession, ...]:
    """Return documents as what looks back sees of them, oldest first."""
    return oldest_first(map(view, documents))


def heavy(left: int, right: int, rir: int | None = None, kg: float | None = 24.0) -> LastSet:
    """Return a set with two dumbbells."""
    return LastSet(left=left, right=right, rir=rir, load_kg=kg, implements=2)


def shown_everywhere(documents: Sequence[Document]) -> None:
    """Ask for all that any screen shows of a history; raises where one could not show it."""
    read = [kept for each in documents if (kept := past_session(each)) is not None]
    for session in read:
        row_words(session)
        detail(session, Unit.LB)
        session_text(session, Unit.KG)
    found = oldest_first(read)
    for unit in Unit:
        for part in progress(found, {}, unit, date(2026, 2, 4)):
            assert part.says
            assert all(len(line.cells) == len(part.columns) for line in part.lines)
    for id_ in {done.exercise for each in found for done in each.done}:
        all_of_it = outings_of(found, id_)
        alone = [s for each in found if (s := only(each, id_)) is not None]
        assert outings_of(alone, id_) == all_of_it
        shown = curves(all_of_it)
        for curve in shown:
            on_it = points(all_of_it, curve, Unit.LB)
            assert all(each.low <= each.high for each in on_it)
            assert all(whole([p.day for p in on_it]).holds(each.day) for each in on_it)
        for one in all_of_it:
            outing_line(one, Unit.KG)
            reading(one, shown, Unit.LB)
        best_lines(all_of_it, Unit.KG)
        sides_compared(all_of_it)
    assert len(records_of(found)) <= 3 * len({d.exercise for s in found for d in s.done})
