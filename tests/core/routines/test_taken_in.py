"""What a list out of a file changes: nothing that came back as it was."""

from functools import partial

from hypothesis import given
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit, MyExercise
from runlift_tui.core.exercises.text import Listed, exercises_plain, read_exercises
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.routines.shelf_edits import use_faults
from runlift_tui.core.routines.taken_in import Taken, standing, take_exercises, take_routine
from tests.core.builders import library
from tests.core.shelves import exercises, routines

SHELF = Shelf(shipped=library())
STEP_UP = library()["step-up"]
MINE = Exercise(id="mine", name="Mine")


def after(shelf: Shelf, edits: tuple[Edit, ...]) -> Shelf:
    for edit in edits:
        shelf = shelf.after(edit)
    return shelf


def test_what_is_new_and_what_is_changed_is_counted() -> None:
    changed = structs.replace(STEP_UP, name="Box step")
    taken = take_exercises(SHELF, [Listed(changed), Listed(MINE), Listed(library()["plank"])])
    assert taken.told == "1 added, 1 changed, 1 as they were"
    assert taken.each == (
        "changed step-up, Box step",
        "added mine, Mine",
        "a built-in comes back as it ships with r among the exercises",
    )
    shelf = after(SHELF, taken.edits)
    assert shelf.get("step-up") == changed
    assert shelf.mine.keys() == {"step-up", "mine"}


def test_a_built_in_that_comes_back_needs_no_copy_and_loses_one() -> None:
    assert take_exercises(SHELF, [Listed(STEP_UP)]).edits == ()
    adapted = MyExercise(id="step-up", exercise=structs.replace(STEP_UP, name="x"))
    shelf = structs.replace(SHELF, mine={"step-up": adapted})
    taken = take_exercises(shelf, [Listed(STEP_UP)])
    assert taken.told == "0 added, 1 changed, 0 as they were"
    assert after(shelf, taken.edits).mine == {}


def test_what_the_list_does_not_say_of_an_exercise_stays() -> None:
    mine = MyExercise(id="mine", exercise=MINE, favourite=True, archived=True)
    shelf = structs.replace(SHELF, mine={"mine": mine})
    assert take_exercises(shelf, [Listed(MINE)]).edits == ()
    taken = take_exercises(shelf, [Listed(MINE, favourite=False)])
    assert after(shelf, taken.edits).mine["mine"] == structs.replace(mine, favourite=False)


@given(exercises(), exercises("step-up"))
def test_a_whole_shelf_comes_back_the_same_on_an_empty_one(own: Exercise, copy: Exercise) -> None:
    mine = {
        "odd-one": MyExercise(id="odd-one", exercise=own, archived=True),
        "step-up": MyExercise(id="step-up", exercise=copy, favourite=True),
        "plank": MyExercise(id="plank", favourite=True),
    }
    shelf = structs.replace(SHELF, mine=mine)
    plain = exercises_plain(shelf)
    listed, _ = read_exercises(plain, SHELF, partial(use_faults, shelf=SHELF))
    assert take_exercises(shelf, listed).edits == ()
    again = after(SHELF, take_exercises(SHELF, listed).edits)
    assert dict(again.mine) == mine
    assert exercises_plain(again) == plain


def test_a_shipped_routine_that_comes_back_makes_no_copy() -> None:
    for id_ in routine_ids(SHELF):
        for level in Level:
            routine = standing(SHELF, id_, level)
            taken = take_routine(SHELF, routine, level)
            assert taken == Taken((), f"{routine.name} is as it was")


def test_a_routine_of_another_level_is_a_change() -> None:
    routine = standing(SHELF, "runner-lower-body", Level.ADVANCED)
    taken = take_routine(SHELF, routine, Level.BEGINNER)
    assert taken.told == "Changed Runner's lower body (runner-lower-body)"
    assert taken.each == ("it comes back as it ships with r among the routines",)
    shelf = after(SHELF, taken.edits)
    assert resolve("runner-lower-body", Level.BEGINNER, ALL_SLOTS, shelf) == routine


def test_a_shipped_routine_that_is_brought_back_loses_its_copy() -> None:
    shipped = standing(SHELF, "pairs", Level.ADVANCED)
    mine = MyRoutine(
        id="pairs",
        routine=structs.replace(shipped, name="x"),
        slots={"B1": MySlot(exercise="step-up")},
    )
    shelf = structs.replace(SHELF, routines={"pairs": mine})
    assert after(shelf, take_routine(shelf, shipped, Level.ADVANCED).edits).routines == {}
    hidden = structs.replace(mine, archived=True)
    shelf = structs.replace(SHELF, routines={"pairs": hidden})
    shelf = after(shelf, take_routine(shelf, shipped, Level.ADVANCED).edits)
    assert shelf.routines == {"pairs": MyRoutine(id="pairs", archived=True)}


def test_choices_for_single_slots_are_part_of_the_text() -> None:
    slots = {"B1": MySlot(exercise="split-squat", alternatives=("squat", "gone"))}
    shelf = structs.replace(SHELF, routines={"pairs": MyRoutine(id="pairs", slots=slots)})
    routine = standing(shelf, "pairs", Level.ADVANCED)
    assert routine.slot("B1").exercise == "split-squat"
    assert routine.slot("B1").alternatives == ("squat",)
    assert take_routine(shelf, routine, Level.ADVANCED).edits == ()
    renamed = structs.replace(routine, name="x")
    shelf = after(shelf, take_routine(shelf, renamed, Level.ADVANCED).edits)
    assert shelf.routines["pairs"] == MyRoutine(id="pairs", routine=renamed)


@given(routines())
def test_a_routine_of_ones_own_is_added_once(made: Routine) -> None:
    taken = take_routine(SHELF, made, Level.BEGINNER)
    assert taken.told == f"Added {made.name} ({made.id})"
    shelf = after(SHELF, taken.edits)
    assert standing(shelf, made.id, Level.ADVANCED) == made
    assert take_routine(shelf, made, Level.ADVANCED).edits == ()
    assert after(shelf, tuple(edit.undone() for edit in taken.edits)) == SHELF


def test_a_long_list_names_the_first_ones() -> None:
    taken = take_exercises(SHELF, [Listed(Exercise(id=f"x{n}", name=f"X {n}")) for n in range(12)])
    assert len(taken.each) == 11
    assert taken.each[-1] == "and 2 more"


def test_a_name_that_is_there_already_is_said() -> None:
    taken = take_exercises(SHELF, [Listed(Exercise(id="step-up-2", name="Step-UP"))])
    assert taken.each == ("added step-up-2, Step-UP: another exercise has this name too",)
    pairs = standing(SHELF, "pairs", Level.ADVANCED)
    routine = take_routine(SHELF, structs.replace(pairs, id="pairs-2"), Level.ADVANCED)
    assert routine.each == ("another routine has this name too",)
