"""The athlete's shelf on disk: rows of the library to values of the core, and back."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit, MyExercise
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.words.faults import Fault
from runlift_tui.store.library.library import EXERCISES, ROUTINES, Library, document_of

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import Plan, PlanEdit

_Mine = TypeVar("_Mine", MyExercise, MyRoutine)


def read_shelf(
    shipped: Mapping[str, Exercise], tables: Mapping[str, Mapping[str, Any]]
) -> tuple[Shelf, list[str]]:
    """Return the shelf that the library's tables come to, and what in them makes no sense."""
    told: list[str] = []
    if not (tables.get(EXERCISES) or tables.get(ROUTINES)):
        return Shelf(shipped=shipped, mine={}, routines={}), told
    from runlift_tui.store.library.believed import exercise_of, routine_of

    mine = _rows(tables.get(EXERCISES, {}), exercise_of, told)
    routines = _rows(tables.get(ROUTINES, {}), routine_of, told)
    return Shelf(shipped=shipped, mine=mine, routines=routines), told


def _rows(
    rows: Mapping[str, Any],
    believed: Callable[[str, Any], tuple[_Mine | None, list[Fault]]],
    told: list[str],
) -> dict[str, _Mine]:
    from runlift_tui.store.library.believed import left_out

    found: dict[str, _Mine] = {}
    for id_, row in rows.items():
        mine, faults = believed(id_, row)
        if mine is not None:
            found[id_] = mine
        else:
            told.append(left_out(id_, faults))
    return found


def write_edit(library: Library, edit: "Edit | PlanEdit") -> None:
    """Write one edit; on return it is on disk.

    Raises:
        StoreError: it is not.
    """
    if edit.after is None:
        library.delete(edit.table, edit.id)
    else:
        before = {"id": edit.id} if edit.before is None else document_of(edit.before)
        library.put(edit.table, edit.id, document_of(edit.after), before)


def write_edits(library: Library, edits: Iterable[Edit]) -> None:
    """Write many edits, all of them or none; on return they are on disk.

    Raises:
        StoreError: they are not.
    """
    library.put_all(
        (edit.table, edit.id, None if edit.after is None else document_of(edit.after))
        for edit in edits
    )


def read_plans(rows: Mapping[str, Any]) -> "tuple[tuple[Plan, ...], list[str]]":
    """Return the plans of a table, the oldest start first, and what in it makes no sense."""
    from runlift_tui.store.library.believed import left_out, plan_of

    found: list[Plan] = []
    told: list[str] = []
    for id_, row in rows.items():
        plan, faults = plan_of(row)
        if plan is not None:
            found.append(plan)
        else:
            told.append(left_out(id_, faults))
    return tuple(sorted(found, key=lambda plan: (plan.answers.start, plan.id))), told
