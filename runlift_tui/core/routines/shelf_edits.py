"""Changes to the athlete's routines as a whole, each as an edit that can be undone."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.exercises.shelf import kept as kept_exercise
from runlift_tui.core.routines.edit import At, fresh_routine, slot_added
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import (
    is_adapted,
    is_archived,
    is_own,
    overlaid,
    resolve,
    routine_ids,
)
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.words.faults import Fault, Refused
from runlift_tui.core.words.ids import free_id, id_for, id_from


def kept(shelf: Shelf, routine: Routine, base: Routine | None, what: str) -> Edit:
    """Keep a routine as it was edited.

    Where one that ships got nothing but other exercises and lists in its slots, only those are
    kept, so that its numbers still follow the level. Anything else makes a copy of it.

    Args:
        shelf: Where it goes.
        routine: After the change.
        base: The routine that ships, as it is today; None for one of the athlete's own.
        what: What was changed, in words.
    """
    mine = shelf.routines.get(routine.id) or MyRoutine(id=routine.id)
    if base is not None:
        slots = _differences(base, routine)
        if overlaid(base, slots, shelf) == routine:
            elsewhere = {
                label: slot
                for label, slot in mine.slots.items()
                if all(label != each.label for _, each in base.slots())
            }
            after = structs.replace(mine, routine=None, slots={**elsewhere, **slots})
            return _edit(shelf, after, what)
    return _edit(shelf, structs.replace(mine, routine=routine, slots={}), what)


def is_first_copy(edit: Edit) -> bool:
    """Whether an edit made the first copy of a routine that ships, or would if it was done."""
    before, after = edit.before, edit.after
    if edit.id not in SHIPPED or not isinstance(after, MyRoutine) or after.routine is None:
        return False
    return not isinstance(before, MyRoutine) or before.routine is None


def _differences(base: Routine, routine: Routine) -> dict[str, MySlot]:
    """Return what single slots of a routine have that those of another have not, by label."""
    before = {slot.label: slot for _, slot in base.slots()}
    found = {}
    for _, slot in routine.slots():
        old = before.get(slot.label)
        if old is None:
            continue
        exercise = "" if slot.exercise == old.exercise else slot.exercise
        alternatives = () if slot.alternatives == old.alternatives else slot.alternatives
        mine = MySlot(exercise=exercise, alternatives=alternatives)
        if mine != MySlot():
            found[slot.label] = mine
    return found


def _edit(shelf: Shelf, after: MyRoutine, told: str) -> Edit:
    """Return the edit that leads to `after`; an entry that says nothing is taken out."""
    plain = after == MyRoutine(id=after.id)
    return Edit(
        table="routines",
        id=after.id,
        before=shelf.routines.get(after.id),
        after=None if plain else after,
        told=told,
    )


def added(shelf: Shelf, routine: Routine) -> Edit:
    """Add a routine of the athlete's own."""
    return _edit(shelf, MyRoutine(id=routine.id, routine=routine), f"Added {routine.name}")


def gathered(shelf: Shelf, exercises: Sequence[Exercise]) -> Edit:
    """Add a routine of the athlete's own, with a slot for each of some exercises in one block.

    Args:
        shelf: Where it goes.
        exercises: One or more, in their order.

    Raises:
        Refused: they are too many, or cannot stand together.
    """
    name = _new_name(shelf)
    routine = fresh_routine(free_routine_id(shelf, name), name, exercises[0])
    known = shelf.exercises(archived=True)
    for place, each in enumerate(exercises[1:]):
        routine = slot_added(routine, At(0, place), each, known).routine
    return added(shelf, routine)


def _new_name(shelf: Shelf) -> str:
    """Return the name of a routine that has none of its own yet."""
    taken = {mine.routine.name for mine in shelf.routines.values() if mine.routine is not None}
    found, number = "My routine", 2
    while found in taken:
        found, number = f"My routine {number}", number + 1
    return found


def duplicated(shelf: Shelf, routine: Routine) -> Edit:
    """Copy a routine, as it stands today, under an id and a name of its own."""
    name = _free_name(shelf, routine.name)
    copy = structs.replace(routine, id=free_routine_id(shelf, name), name=name)
    return _edit(shelf, MyRoutine(id=copy.id, routine=copy), f"Copied to {name}")


def is_last_in_sight(shelf: Shelf, id_: str) -> bool:
    """Whether a routine is the only one that is not archived."""
    return routine_ids(shelf) == (id_,)


def archived(shelf: Shelf, routine: Routine) -> Edit:
    """Put a routine out of sight, or back.

    Raises:
        Refused: it is the last one in sight.
    """
    now = not is_archived(shelf, routine.id)
    if is_last_in_sight(shelf, routine.id):
        raise Refused("one routine has to stay in sight")
    mine = shelf.routines.get(routine.id) or MyRoutine(id=routine.id)
    told = f"Archived {routine.name}" if now else f"Brought {routine.name} back"
    return _edit(shelf, structs.replace(mine, archived=now), told)


def deleted(shelf: Shelf, routine: Routine) -> Edit:
    """Delete a routine of the athlete's own; the past keeps what was done in it.

    Raises:
        Refused: it ships.
    """
    if not is_own(shelf, routine.id):
        raise Refused("one that ships stays; a archives it")
    before = shelf.routines[routine.id]
    told = f"Deleted {routine.name}"
    return Edit(table="routines", id=routine.id, before=before, after=None, told=told)


def reset(shelf: Shelf, id_: str) -> Edit:
    """Bring a routine back as it ships.

    Raises:
        Refused: nothing was changed in it, or it is the athlete's own.
    """
    if id_ not in SHIPPED:
        raise Refused("this one is your own; there is nothing to go back to")
    if not is_adapted(shelf, id_):
        raise Refused("it is as it ships")
    after = structs.replace(shelf.routines[id_], routine=None, slots={})
    return _edit(shelf, after, f"{SHIPPED[id_].name} is as it ships again")


def free_routine_id(shelf: Shelf, name: str) -> str:
    """Return an id made of a name that no other routine has."""
    return free_id(id_from(name, "routine"), {*SHIPPED, *shelf.routines})


def routine_id_for(shelf: Shelf, name: str) -> str:
    """Return the id that a routine's name without one stands for; see `shelf.id_for`."""
    own = {
        mine.id: mine.routine.name
        for mine in shelf.routines.values()
        if mine.routine is not None and mine.id not in SHIPPED
    }
    return id_for(name, own, {*SHIPPED, *shelf.routines}, "routine")


def _free_name(shelf: Shelf, name: str) -> str:
    """Return the name of a copy, short enough for a name."""
    taken = {mine.routine.name for mine in shelf.routines.values() if mine.routine is not None}
    found, number = f"{name[:48]} (copy)", 2
    while found in taken:
        found, number = f"{name[:48]} (copy {number})", number + 1
    return found


def broken_by(edit: Edit, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Return what an edit of an exercise would break: name of the routine, and why in words.

    What is broken already is no reason against an edit.
    """
    found: dict[tuple[str, str], None] = {}
    before, after = _standing(shelf), _standing(shelf.after(edit))
    for (_, was), (routine, now) in zip(before, after, strict=True):
        for fault in now:
            if fault not in was:
                found[routine.name, _told(routine, fault)] = None
    return tuple(found)


def _standing(shelf: Shelf) -> Iterator[tuple[Routine, tuple[Fault, ...]]]:
    """Yield every routine at every level, with what cannot work in it."""
    exercises = shelf.exercises(archived=True)
    for id_ in routine_ids(shelf, archived=True):
        for level in Level:
            routine = resolve(id_, level, ALL_SLOTS, shelf)
            yield routine, faults(routine, exercises)


def _told(routine: Routine, fault: Fault) -> str:
    match fault.where:
        case ("blocks", int(block), "slots", int(slot), *_):
            return f"{routine.blocks[block].slots[slot].label}: {fault.what}"
        case _:
            return fault.what


def use_faults(exercise: Exercise, shelf: Shelf) -> Iterator[Fault]:
    """Yield what a change would break in a routine."""
    before = shelf.get(exercise.id)
    if before is None or before.measure is exercise.measure:
        return
    broken = broken_by(kept_exercise(shelf, exercise), shelf)
    if broken:
        name, why = broken[0]
        others = len({each for each, _ in broken}) - 1
        more = f" and {others} more of the routines" if others else ""
        yield Fault(("measure",), f"{name}{more} would not work any more ({why})")
