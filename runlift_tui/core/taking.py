"""What a list out of a file changes on the shelf; what it does not name stays as it is."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.exercise_text import Listed
from runlift_tui.core.exercise_use import broken_by
from runlift_tui.core.faults import Fault
from runlift_tui.core.levels import ALL_SLOTS, Level
from runlift_tui.core.routine import Routine
from runlift_tui.core.routines import resolve, routine_ids
from runlift_tui.core.shelf import Edit, MyRoutine, Shelf, kept
from runlift_tui.core.shipped_routines import SHIPPED, shipped


class Taken(NamedTuple):
    """What taking a list in comes to."""

    edits: tuple[Edit, ...]
    told: str
    """In words: "2 added, 1 changed, 159 as they were"."""


def take_exercises(shelf: Shelf, listed: Iterable[Listed]) -> tuple[Taken, list[Fault]]:
    """Return what a list of exercises changes, and what of it would break a routine."""
    edits: list[Edit] = []
    found: list[Fault] = []
    added = same = 0
    for number, (exercise, favourite, archived) in enumerate(listed):
        edit = kept(shelf, exercise, favourite=favourite, archived=archived)
        before = shelf.get(exercise.id)
        if edit.before == edit.after:
            same += 1
            continue
        edits.append(edit)
        added += before is None
        if before is not None and before.measure is not exercise.measure:
            where = ("exercises", number, "measure")
            found += [
                Fault(where, f"{name} would not work any more ({why})")
                for name, why in broken_by(edit, shelf)
            ]
    changed = len(edits) - added
    return Taken(tuple(edits), f"{added} added, {changed} changed, {same} as they were"), found


def take_routine(shelf: Shelf, routine: Routine, level: Level) -> Taken:
    """Return what a routine changes.

    Args:
        shelf: Where it goes.
        routine: Without faults.
        level: The athlete's, which makes the numbers of the routines that ship.
    """
    known = routine.id in routine_ids(shelf, archived=True)
    if known and routine == standing(shelf, routine.id, level):
        return Taken((), f"{routine.name} is as it was")
    ships = routine.id in SHIPPED and routine == shipped(routine.id, level, ALL_SLOTS)
    before = shelf.routines.get(routine.id)
    # A text holds the whole routine: choices for single slots are in it already.
    after = MyRoutine(
        id=routine.id,
        routine=None if ships else routine,
        archived=before is not None and before.archived,
    )
    told = f"{'Changed' if known else 'Added'} {routine.name}"
    plain = after == MyRoutine(id=routine.id)
    edit = Edit(
        table="routines",
        id=routine.id,
        before=before,
        after=None if plain else after,
        told=told,
    )
    return Taken((edit,), told)


def standing(shelf: Shelf, id_: str, level: Level) -> Routine:
    """Return a routine as it stands now, whole, without alternatives that are gone.

    Raises:
        Refused: there is no such routine; its text offers the nearest one.
    """
    routine = resolve(id_, level, ALL_SLOTS, shelf)
    blocks = tuple(
        structs.replace(
            block,
            slots=tuple(
                structs.replace(
                    slot,
                    alternatives=tuple(each for each in slot.alternatives if shelf.get(each)),
                )
                for slot in block.slots
            ),
        )
        for block in routine.blocks
    )
    return structs.replace(routine, blocks=blocks)
