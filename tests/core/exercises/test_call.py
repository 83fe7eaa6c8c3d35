"""The call: one line of large letters, and no other one in its session."""

from collections import Counter

from runlift_tui.core.exercises.call import MOST_COLUMNS, call, capitals, columns, fitting
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.form import read, typed
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.store.library.shipped import exercises
from tests.rows import for_each

SHELF = exercises()


@for_each("id_", SHELF)
def test_the_call_of_every_shipped_exercise_fits_in_one_line_of_letters(id_: str) -> None:
    found = call(SHELF[id_])
    assert found
    assert columns(found) <= MOST_COLUMNS
    assert found == capitals(found)
    assert set(found) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ- ")


def test_no_shipped_exercise_loses_a_word_by_width_alone() -> None:
    """Those whose call would not say what is done have one by hand."""
    cut = {
        exercise.id
        for exercise in SHELF.values()
        if not capitals(exercise.call or exercise.name).startswith(call(exercise))
    }
    assert cut == set()


@for_each("id_", SHIPPED)
def test_a_call_is_one_exercises_in_each_shipped_routine(id_: str) -> None:
    for level in Level:
        blocks = shipped(id_, level).blocks
        calls = Counter(call(SHELF[slot.exercise]) for block in blocks for slot in block.slots)
        assert [words for words, n in calls.items() if n > 1] == []


@for_each(
    ("name", "said"),
    [
        ("Copenhagen plank, long lever", "COPENHAGEN PLANK"),
        ("Single-leg bridge with mini-band", "SINGLE-LEG BRIDGE"),
        ("Side plank from the knees", "SIDE PLANK"),
        ("Reverse lunge to knee drive", "REVERSE LUNGE"),
        ("Pistol squat (assisted)", "PISTOL SQUAT"),
        ("My very own and long Romanian deadlift", "ROMANIAN DEADLIFT"),
        ("Élévation du mollet", "ELEVATION DU MOLLET"),
        ("Runner's wall press", "RUNNERS WALL PRESS"),
        ("Приседание", "ПРИСЕДАНИЕ"),
        ("(mine)", "(MINE)"),
        ("Split squat \N{FLEXED BICEPS}\N{FIRE}", "SPLIT SQUAT"),
        ("\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16} Row", "ROW"),
        ("\N{FLEXED BICEPS}", "\N{FLEXED BICEPS}"),
        ("Supercalifragilisticexpialidocious", "SUPERCALIFRAGILISTICEXPIALIDOCIOUS"),
    ],
)
def test_a_name_makes_its_call_by_rule(name: str, said: str) -> None:
    assert call(Exercise(id="mine", name=name)) == said


def test_a_call_by_hand_comes_before_the_rule() -> None:
    assert call(SHELF["rfe-split-squat"]) == "REAR-FOOT SPLIT SQUAT"


def test_words_fall_off_in_front() -> None:
    assert fitting("REAR-FOOT SPLIT SQUAT", 58) == "SPLIT SQUAT"
    assert fitting("PLANK", 3) == "PLANK"


def test_a_new_name_takes_its_call_by_hand_away() -> None:
    base = SHELF["rfe-split-squat"]
    renamed, faults = read({**typed(base), "name": "Bench lunge"}, base)
    assert not faults
    assert call(renamed) == "BENCH LUNGE"
