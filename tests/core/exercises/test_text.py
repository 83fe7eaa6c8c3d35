"""Exercises as plain values: the same value back, and every fault with its place."""

from functools import partial
from typing import Any

from hypothesis import given
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercises.faults import faults
from runlift_tui.core.exercises.shelf import MyExercise, archived, favoured, kept
from runlift_tui.core.exercises.text import Listed, exercises_plain, read_exercises
from runlift_tui.core.routines.levels import Level, article_routine
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shelf_edits import use_faults
from tests.core.builders import library
from tests.core.shelves import exercises
from tests.rows import for_each

SHELF = Shelf(shipped=library())


def told(*rows: dict[str, Any], shelf: Shelf = SHELF) -> list[str]:
    found = read_exercises({"exercises": list(rows)}, shelf, partial(use_faults, shelf=shelf))[1]
    return [f"{fault.place}: {fault.what}" for fault in found]


@given(exercises())
def test_whatever_the_editor_accepts_comes_back_the_same(made: Exercise) -> None:
    assert faults(made) == ()
    shelf = SHELF.after(kept(SHELF, made))
    listed, found = read_exercises(exercises_plain(shelf), shelf, partial(use_faults, shelf=shelf))
    assert found == []
    assert [each.exercise for each in listed] == [*library().values(), made]


def test_every_exercise_is_listed_with_what_the_athlete_made_of_it() -> None:
    shelf = SHELF.after(favoured(SHELF, "step-up"))
    shelf = shelf.after(archived(shelf, "wall-sit"))
    shelf = shelf.after(kept(shelf, Exercise(id="mine", name="Mine")))
    plain = {row["id"]: row for row in exercises_plain(shelf)["exercises"]}
    assert list(plain) == [*library(), "mine"]
    assert plain["step-up"]["favourite"] is True
    assert plain["wall-sit"]["archived"] is True
    assert {"id": "mine", "name": "Mine", "measure": "reps", "rung": 0}.items() <= plain[
        "mine"
    ].items()
    assert len(plain["mine"]) == len(Exercise.__struct_fields__)


def test_what_is_left_out_has_its_default() -> None:
    listed, found = read_exercises(
        {"exercises": [{"name": "Wall sit, one leg"}]}, SHELF, partial(use_faults, shelf=SHELF)
    )
    assert found == []
    assert listed == [Listed(Exercise(id="wall-sit-one-leg", name="Wall sit, one leg"))]


def test_every_field_is_read() -> None:
    row = {
        "id": "mine",
        "name": "Mine",
        "measure": "hold",
        "sides": "each",
        "load": "external",
        "implements": 2,
        "aliases": ["M"],
        "trains": "t",
        "equipment": ["box"],
        "setup": "s",
        "cues": ["one", "two"],
        "tags": ["core"],
        "ladder": "l",
        "rung": 3,
        "easier": ["plank"],
        "harder": ["side-plank"],
        "why": "w",
        "source": "x",
        "favourite": True,
        "archived": False,
    }
    exercise = Exercise(
        id="mine",
        name="Mine",
        measure=Measure.HOLD,
        sides=Sides.EACH,
        load=LoadKind.EXTERNAL,
        implements=2,
        aliases=("M",),
        trains="t",
        equipment=("box",),
        setup="s",
        cues=("one", "two"),
        tags=("core",),
        ladder="l",
        rung=3,
        easier=("plank",),
        harder=("side-plank",),
        why="w",
        source="x",
    )
    listed, found = read_exercises({"exercises": [row]}, SHELF, partial(use_faults, shelf=SHELF))
    assert found == []
    assert listed == [Listed(exercise, favourite=True, archived=False)]


@for_each(
    ("row", "fault"),
    [
        ({}, "name: it is missing"),
        ({"name": 5}, 'name: 5 is no text, put it in "quotes"'),
        ({"name": ""}, "name: it is empty"),
        ({"nmae": "x"}, "nmae: unknown key, did you mean name?"),
        ({"name": "x", "id": "Wall Sit"}, 'id: "Wall Sit" is no id: small letters'),
        ({"name": "x", "mesure": "hold"}, "mesure: unknown key, did you mean measure?"),
        (
            {"name": "x", "measure": "holds"},
            'measure: "holds" is none of reps, hold, metres, did',
        ),
        ({"name": "x", "sides": 2}, "sides: 2 is none of both, each, alternating"),
        ({"name": "x", "implements": 3}, "implements: a load is carried in 1 or 2 pieces"),
        ({"name": "x", "contacts": 1.5}, "contacts: 1.5 is no whole number"),
        ({"name": "x", "measure": "hold", "contacts": 1}, "contacts: a hold has no contacts"),
        ({"name": "x", "measure": "metres", "contacts": 1}, "contacts: contacts are counted a rep"),
        ({"name": "x", "measure": "metres", "sides": "each"}, "sides: metres are those of both"),
        ({"name": "x", "cues": "Push"}, 'cues: "Push" is no list'),
        ({"name": "x", "cues": ["a", 3]}, "cues: 3 is no text"),
        ({"name": "x", "easier": ["plnk"]}, 'easier[0]: there is no exercise "plnk", did you mean'),
        ({"name": "x", "harder": ["x"]}, "harder[0]: nothing is harder than itself"),
        ({"name": "x", "favourite": 1}, "favourite: 1 is neither true nor false"),
    ],
)
def test_a_fault_is_named_alone(row: dict[str, Any], fault: str) -> None:
    found = told(row)
    assert len(found) == 1, found
    assert found[0].startswith(f"exercises[0].{fault}")


@for_each(
    ("table", "fault"),
    [
        ({}, "exercises: there are no [[exercises]] in it"),
        ({"exercises": []}, "exercises: there are no [[exercises]] in it"),
        ({"exercises": "x"}, "exercises: it is no list of tables"),
        ({"name": "x", "exercises": [{"name": "y"}]}, "name: unknown key, known are exercises"),
    ],
)
def test_faults_of_the_whole(table: dict[str, Any], fault: str) -> None:
    _, found = read_exercises(table, SHELF, partial(use_faults, shelf=SHELF))
    assert [f"{each.place}: {each.what}" for each in found] == [fault]


def test_an_id_stands_for_one_exercise() -> None:
    rows = [{"name": "a", "id": "a-b"}, {"name": "x"}, {"id": "a-b", "name": "z"}]
    assert told(*rows) == ["exercises[2].id: exercises[0] has it already"]
    assert told({"name": "x"}, {"name": "x"}) == ["exercises[1].id: exercises[0] has it already"]


def test_new_exercises_may_name_each_other() -> None:
    assert told({"name": "one", "easier": ["two"]}, {"name": "two", "harder": ["one"]}) == []


def test_an_exercise_that_a_routine_counts_in_reps_becomes_no_hold() -> None:
    made = Routine(id="mine", name="Mine", blocks=article_routine(Level.ADVANCED).blocks[1:])
    mine = {"mine": MyRoutine(id="mine", routine=made)}
    shelf = Shelf(shipped=library(), routines=mine)
    row = {"id": "jumping-lunge", "measure": "hold", "contacts": 0}
    (found,) = told(row, shelf=shelf)
    assert found.startswith("exercises[0].measure: Runner's lower body and ")
    assert "more of the routines would not work any more (B2: Jumping lunge is a hold" in found
    own = Exercise(id="own", name="Own")
    shelf = Shelf(shipped=library(), mine={"own": MyExercise(id="own", exercise=own)})
    assert told({"id": "own", "name": "Own", "measure": "hold"}, shelf=shelf) == []


def test_a_name_without_an_id_writes_over_nothing() -> None:
    own = Exercise(id="exercise", name="深蹲")
    shelf = Shelf(shipped=library(), mine={"exercise": MyExercise(id="exercise", exercise=own)})
    rows = [
        {"name": "硬拉"},
        {"name": "Äöü"},
        {"name": "Step-up"},
        {"id": "o", "name": "O"},
        {"name": "o"},
    ]
    listed, found = read_exercises({"exercises": rows}, shelf, partial(use_faults, shelf=shelf))
    assert found == []
    ids = [each.exercise.id for each in listed]
    assert ids == ["exercise-2", "exercise-3", "step-up-2", "o", "o-2"]


def test_a_name_without_an_id_is_ones_own_that_has_it() -> None:
    own = Exercise(id="exercise", name="深蹲", sides=Sides.EACH, cues=("Low",))
    shelf = Shelf(shipped=library(), mine={"exercise": MyExercise(id="exercise", exercise=own)})
    listed, _ = read_exercises(
        {"exercises": [{"name": "深蹲", "trains": "legs"}]}, shelf, partial(use_faults, shelf=shelf)
    )
    assert [each.exercise for each in listed] == [structs.replace(own, trains="legs")]


def test_what_is_left_out_of_a_known_one_stays_as_it_is() -> None:
    dead_bug = library()["dead-bug"]
    assert dead_bug.sides is Sides.ALTERNATING
    listed, found = read_exercises(
        {"exercises": [{"id": "dead-bug", "name": "Bug"}]}, SHELF, partial(use_faults, shelf=SHELF)
    )
    assert found == []
    assert listed == [Listed(structs.replace(dead_bug, name="Bug"))]
    listed, _ = read_exercises(
        {"exercises": [{"id": "dead-bug"}]}, SHELF, partial(use_faults, shelf=SHELF)
    )
    assert listed == [Listed(dead_bug)]
