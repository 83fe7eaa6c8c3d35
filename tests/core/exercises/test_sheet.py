"""What a sheet says of an exercise."""

from msgspec import structs

from runlift_tui.core.exercises import shelf as changes
from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercises.sheet import (
    OWN_RULE,
    OWN_WORDS,
    brief,
    counted,
    loaded,
    sheet,
    standing,
)
from runlift_tui.core.lists.lines import SPACE
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.told import last_lines
from runlift_tui.core.words.units import Unit
from tests.core.builders import library

SHELF = Shelf(shipped=library())
RFESS = library()["rfe-split-squat"]


def told(exercise: Exercise, shelf: Shelf = SHELF, *last: LastTime) -> dict[str, list[str]]:
    """Return what stands under each label."""
    found: dict[str, list[str]] = {}
    label = ""
    for line in sheet(exercise, shelf, last_lines(exercise.id, last, Unit.KG)):
        label = line.label or label
        if line != SPACE:
            found.setdefault(label, []).append(line.text)
    return found


def test_it_says_how_and_why() -> None:
    found = told(RFESS)
    assert found["set-up"] == [RFESS.setup]
    assert found["cues"] == [f"·  {cue}" for cue in RFESS.cues]
    assert found["also"] == ["RFESS, Bulgarian split squat, Bulgarian"]
    assert found["why"] == [RFESS.why]
    assert found["from"] == [RFESS.source]
    assert found["easier"] == ["Goblet split squat, Slow split squat"]
    assert found["id"] == ["rfe-split-squat"]


def test_a_low_window_is_told_how_before_it_is_told_what_else_it_is_called() -> None:
    lines = brief(RFESS, SHELF, ("B1  8/8 at 2 x 24 kg",))
    said = {line.label: line.text for line in lines if line.label}
    assert list(said) == ["counts", "last", "set-up", "cues", "ladder", "also"]
    assert said["counts"] == "reps, each leg; 2 weights; bench, dumbbells, kettlebells"
    assert said["cues"].split(" · ") == list(RFESS.cues)
    assert f" → [{RFESS.name}] → " in said["ladder"]
    assert len(lines) < len(sheet(RFESS, SHELF, ("B1  8/8 at 2 x 24 kg",))) / 2


def test_the_own_rung_is_marked_on_the_ladder() -> None:
    rungs = told(RFESS)["ladder"]
    assert [rung for rung in rungs if rung.startswith("●")] == [f"●  {RFESS.name}"]
    assert len(rungs) == sum(each.ladder == "split-squat" for each in library().values())


def test_the_rungs_follow_an_edit_and_leave_the_archived_out() -> None:
    shelf = SHELF.after(changes.archived(SHELF, "split-squat"))
    first = structs.replace(RFESS, name="Mine", rung=0)
    rungs = told(first, shelf)["ladder"]
    assert "●  Mine" in rungs[:2]
    assert "○  Split squat" not in rungs


def test_it_says_what_was_done_last() -> None:
    done = LastSet(left=8, right=7, load_kg=24.0, implements=2, rir=2)
    last = (
        LastTime(slot="B1", exercise=RFESS.id, sets=(done, done)),
        LastTime(slot="B3", exercise="step-up", sets=(done,)),
        LastTime(slot="B4", exercise=RFESS.id, sets=(LastSet(left=6, right=6),)),
    )
    line = "8/7 at 2 x 12 kg, could do 2 more"
    assert told(RFESS, SHELF, *last)["last"] == [f"B1  {line}   {line}", "B4  6/6"]
    assert "last" not in told(RFESS)


def test_it_says_whose_word_the_reason_is() -> None:
    ruled = library()["dead-bug"]
    assert standing(RFESS, SHELF) == RFESS.source
    assert standing(ruled, SHELF) == OWN_RULE
    assert standing(structs.replace(ruled, id="copy"), SHELF) == OWN_RULE
    assert standing(structs.replace(ruled, why="I like it."), SHELF) == OWN_WORDS
    assert standing(Exercise(id="own", name="Own"), SHELF) == ""


def test_marks_and_favourites_stand_at_the_head() -> None:
    shelf = SHELF.after(changes.kept(SHELF, structs.replace(RFESS, name="Mine")))
    shelf = shelf.after(changes.favoured(shelf, RFESS.id))
    mine = shelf.get(RFESS.id)
    assert mine is not None
    assert told(mine, shelf)[""] == ["★ Mine", RFESS.trains, "adapted"]


def test_counts_and_loads_in_words() -> None:
    plain = Exercise(id="x", name="X")
    assert counted(plain) == "reps"
    held = structs.replace(plain, measure=Measure.HOLD, sides=Sides.EACH)
    assert counted(held) == "seconds held, each side", "it may be one of the arms"
    assert counted(structs.replace(held, tags=("calf",))) == "seconds held, each leg"
    jump = structs.replace(plain, sides=Sides.ALTERNATING, contacts=1)
    assert counted(jump) == "reps, each leg, in turn, 1 contact a rep"
    assert loaded(plain) == "body weight"
    assert loaded(structs.replace(plain, load=LoadKind.EXTERNAL)) == "1 weight"
    assert loaded(structs.replace(plain, load=LoadKind.EXTERNAL, implements=2)) == "2 weights"


def test_nothing_empty_is_shown() -> None:
    lines = sheet(Exercise(id="own", name="Own"), SHELF)
    assert all(line.text for line in lines if line != SPACE)
    assert lines[-1] != SPACE
