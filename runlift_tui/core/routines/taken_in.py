"""What a list out of a file changes on the shelf; what it does not name stays as it is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit, MyExercise, kept
from runlift_tui.core.exercises.text import Listed
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.core.routines.routine import Routine, Slot
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped

MOST_TOLD = 10
"""Exercises of a list that are named one by one."""


class Taken(NamedTuple):
    """What taking a list in comes to."""

    edits: tuple[Edit, ...]
    told: str
    """In words: "2 added, 1 changed, 159 as they were"."""
    each: tuple[str, ...] = ()
    """What was added and changed one by one, with its id, and how it can be had back."""


def take_exercises(shelf: Shelf, listed: Iterable[Listed]) -> Taken:
    """Return what a list of exercises changes."""
    edits = tuple(
        kept(shelf, exercise, favourite=favourite, archived=archived)
        for exercise, favourite, archived in listed
    )
    changes = tuple(edit for edit in edits if edit.before != edit.after)
    added = sum(shelf.get(edit.id) is None for edit in changes)
    changed, same = len(changes) - added, len(edits) - len(changes)
    told = f"{added} added, {changed} changed, {same} as they were"
    shown = [_exercise_words(shelf, edit) for edit in changes[:MOST_TOLD]]
    if len(changes) > MOST_TOLD:
        shown.append(f"and {len(changes) - MOST_TOLD} more")
    if any(edit.id in shelf.shipped and _after(edit) is not None for edit in changes):
        shown.append(
            named("a built-in comes back as it ships with {exercises.reset} among the exercises")
        )
    return Taken(changes, told, tuple(shown))


def _after(edit: Edit) -> Exercise | None:
    return edit.after.exercise if isinstance(edit.after, MyExercise) else None


def _exercise_words(shelf: Shelf, edit: Edit) -> str:
    """Return one change: "added wall-sit-2, Wall sit: another exercise has this name too"."""
    before = shelf.get(edit.id)
    now = _after(edit) or shelf.shipped.get(edit.id)
    name = now.name if now is not None else edit.id
    said = f"{'added' if before is None else 'changed'} {edit.id}, {name}"
    others = (each for id_, each in shelf.exercises(archived=True).items() if id_ != edit.id)
    if before is None and any(each.name.casefold() == name.casefold() for each in others):
        said += ": another exercise has this name too"
    return said


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
    told = f"{'Changed' if known else 'Added'} {routine.name} ({routine.id})"
    note = ""
    if not known and any(_have_name(shelf, routine.name)):
        note = "another routine has this name too"
    elif known and routine.id in SHIPPED and not ships:
        note = named("it comes back as it ships with {routines.reset} among the routines")
    plain = after == MyRoutine(id=routine.id)
    edit = Edit(
        table="routines",
        id=routine.id,
        before=before,
        after=None if plain else after,
        told=told,
    )
    return Taken((edit,), told, (note,) if note else ())


def _have_name(shelf: Shelf, name: str) -> Iterator[bool]:
    """Yield whether each routine that there is has a name."""
    for each in SHIPPED.values():
        yield each.name.casefold() == name.casefold()
    for mine in shelf.routines.values():
        yield mine.routine is not None and mine.routine.name.casefold() == name.casefold()


def standing(shelf: Shelf, id_: str, level: Level) -> Routine:
    """Return a routine as it stands now, whole, without alternatives that are gone.

    Raises:
        Refused: there is no such routine; its text offers the nearest one.
    """

    def with_those_there(slot: Slot) -> Slot:
        there = tuple(each for each in slot.alternatives if shelf.get(each))
        return structs.replace(slot, alternatives=there)

    return resolve(id_, level, ALL_SLOTS, shelf).with_slots(with_those_there)
