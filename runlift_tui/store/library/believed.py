"""Which rows of the library are believed: whoever reads them and whoever imports them asks here."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from runlift_tui.core.exercises.shelf import MyExercise
from runlift_tui.core.routines.shelf import MyRoutine
from runlift_tui.core.words.faults import NONSENSE, Fault, WordsFault
from runlift_tui.core.words.spelling import shown
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.library.library import EXERCISES, PLANS, ROUTINES

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import Plan

_Row = TypeVar("_Row")


def exercise_of(id_: str, row: Mapping[str, Any]) -> tuple[MyExercise | None, list[Fault]]:
    """Return a row of `exercises`, or None with everything that is wrong in it."""
    mine, found = _converted(row, MyExercise)
    if mine is None or mine.exercise is None:
        return mine, found
    from runlift_tui.core.exercises.faults import faults

    found = [
        *_id_faults(id_, mine.exercise.id, "exercise"),
        *_under("exercise", *faults(mine.exercise)),
    ]
    return (None if found else mine), found


def routine_of(id_: str, row: Mapping[str, Any]) -> tuple[MyRoutine | None, list[Fault]]:
    """Return a row of `routines`, or None with everything that is wrong in it.

    Which exercises there are is not asked: one that is gone has its own words where it matters.
    """
    mine, found = _converted(row, MyRoutine)
    if mine is None or mine.routine is None:
        return mine, found
    from runlift_tui.core.routines.faults import faults_in_itself

    found = [
        *_id_faults(id_, mine.routine.id, "routine"),
        *_under("routine", *faults_in_itself(mine.routine)),
    ]
    return (None if found else mine), found


def plan_of(row: Mapping[str, Any]) -> "tuple[Plan | None, list[Fault]]":
    """Return a row of `plans`, or None with everything that is wrong in it."""
    from runlift_tui.core.plan.believed import plan_faults
    from runlift_tui.core.plan.plan import Plan

    plan, found = _converted(row, Plan)
    if plan is None:
        return None, found
    found = list(plan_faults(plan))
    return (None if found else plan), found


def library_faults(tables: Mapping[str, list[dict[str, Any]]]) -> Iterator[Fault]:
    """Yield what is wrong with the rows of an export's library; their ids are texts.

    In other tables than these every value has a default that stands in for nonsense.
    """
    for table, rows in tables.items():
        for at, row in enumerate(rows):
            id_ = str(row.get("id"))
            if table == EXERCISES:
                found = exercise_of(id_, row)[1]
            elif table == ROUTINES:
                found = routine_of(id_, row)[1]
            elif table == PLANS:
                found = plan_of(row)[1]
            else:
                continue
            for fault in found:
                yield Fault(("library", table, at, *fault.where), fault.what)


def left_out(id_: str, faults: list[Fault]) -> str:
    """Return that a row was left out, with the first reason."""
    first = faults[0]
    why = f"{first.place}: {first.what}" if first.where else first.what
    return safe_text(f"{id_} in library.json was left out: {why}.")


def _converted(row: Mapping[str, Any], kind: type[_Row]) -> tuple[_Row | None, list[Fault]]:
    try:
        return msgspec.convert(row, kind), []
    except NONSENSE as error:
        return None, [Fault((), f"{error}")]


def _id_faults(id_: str, inner: str, key: str) -> Iterator[Fault]:
    if inner != id_:
        yield Fault((key, "id"), f"{shown(inner)} is another id than {shown(id_)}")


def _under(key: str, *faults: Fault) -> list[Fault]:
    """Return what nothing could be done with; odd words are shown as they are."""
    real = (fault for fault in faults if not isinstance(fault, WordsFault))
    return [Fault((key, *fault.where), fault.what) for fault in real]
