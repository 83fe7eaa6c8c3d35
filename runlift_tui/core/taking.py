"""What a list out of a file changes on the shelf; what it does not name stays as it is."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.exercise_text import Listed
from runlift_tui.core.levels import ALL_SLOTS, Level
from runlift_tui.core.routine import Routine
from runlift_tui.core.routines import resolve, routine_ids
from runlift_tui.core.shelf import Edit, MyRoutine, Shelf, kept
from runlift_tui.core.shipped_routines import SHIPPED, shipped

_IDS_TOLD = 5


class Taken(NamedTuple):
    """What taking a list in comes to."""

    edits: tuple[Edit, ...]
    told: str
    """In words: "2 added, 1 changed, 159 as they were"."""


def take_exercises(shelf: Shelf, listed: Iterable[Listed]) -> Taken:
    """Return what a list of exercises changes."""
    edits = tuple(
        kept(shelf, exercise, favourite=favourite, archived=archived)
        for exercise, favourite, archived in listed
    )
    changes = tuple(edit for edit in edits if edit.before != edit.after)
    added = sum(shelf.get(edit.id) is None for edit in changes)
    changed, same = len(changes) - added, len(edits) - len(changes)
    new = [edit.id for edit in changes if shelf.get(edit.id) is None]
    ids = f" ({', '.join(new[:_IDS_TOLD])}{', ...' if added > _IDS_TOLD else ''})" if new else ""
    return Taken(changes, f"{added} added{ids}, {changed} changed, {same} as they were")


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
    told = f"Changed {routine.name}" if known else f"Added {routine.name} ({routine.id})"
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
