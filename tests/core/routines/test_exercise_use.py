"""A change of an exercise is refused where a routine could not work with it."""

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.exercises.shelf import deleted, kept
from runlift_tui.core.routines.routine import Block, HalfOf, Hold, Reps, Routine, Slot
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shelf_edits import broken_by
from tests.core.builders import library

OWN = Exercise(id="own", name="Own squat")
SHELF = Shelf(shipped=library())


def with_own(*slots: Slot) -> Shelf:
    """Return a shelf with the own exercise, and a routine of its own."""
    routine = Routine(
        id="mine", name="Mine", blocks=(Block(id="a", name="A", slots=slots, rounds=2),)
    )
    shelf = SHELF.after(kept(SHELF, OWN))
    return structs.replace(shelf, routines={"mine": MyRoutine(id="mine", routine=routine)})


def reasons(shelf: Shelf, **changes: object) -> tuple[tuple[str, str], ...]:
    """Return what a change of the own exercise breaks."""
    return broken_by(kept(shelf, structs.replace(OWN, **changes)), shelf)


def test_half_of_a_pair_stays_counted_in_reps() -> None:
    heavy = Slot(label="B1", exercise="own", prescription=Reps(5, 10), target=8)
    fast = Slot(label="B2", exercise="jumping-lunge", prescription=HalfOf("B1"))
    ((routine, what),) = reasons(with_own(heavy, fast), measure=Measure.HOLD)[:1]
    assert routine == "Mine"
    assert what.startswith("B")
    assert "hold" in what or "seconds" in what


def test_a_shipped_pair_holds_its_shipped_exercise() -> None:
    heavy = structs.replace(library()["rfe-split-squat"], measure=Measure.HOLD)
    names = {routine for routine, _ in broken_by(kept(SHELF, heavy), SHELF)}
    assert "Runner's lower body" in names


def test_a_hold_in_a_hold_slot_stays_a_hold() -> None:
    held = structs.replace(OWN, measure=Measure.HOLD)
    slot = Slot(label="A1", exercise="own", prescription=Hold(10, 20), target=15)
    shelf = with_own(slot)
    shelf = shelf.after(kept(shelf, held))
    assert not broken_by(kept(shelf, structs.replace(held, name="Other")), shelf)
    assert broken_by(kept(shelf, OWN), shelf)


def test_what_stands_nowhere_may_become_anything() -> None:
    shelf = SHELF.after(kept(SHELF, OWN))
    assert not reasons(shelf, measure=Measure.HOLD)
    assert not broken_by(deleted(shelf, "own"), shelf)


def test_deleting_is_held_against_slots_and_their_own_lists() -> None:
    slot = Slot(label="A1", exercise="own", prescription=Reps(5, 10), target=8)
    shelf = with_own(slot)
    assert {name for name, _ in broken_by(deleted(shelf, "own"), shelf)} == {"Mine"}
    listed = Slot(
        label="A1",
        exercise="step-up",
        prescription=Reps(5, 10),
        target=8,
        alternatives=("own",),
    )
    shelf = with_own(listed)
    assert {name for name, _ in broken_by(deleted(shelf, "own"), shelf)} == {"Mine"}


def test_what_is_broken_already_is_no_reason() -> None:
    bad = Slot(label="A1", exercise="gone", prescription=Reps(5, 10), target=8)
    assert not reasons(with_own(bad), measure=Measure.HOLD)
