"""The call: one line of large letters, and no other one in its session."""

from collections import Counter

from runlift_tui.core.exercises.call import (
    MOST_COLUMNS,
    SHORT,
    call,
    capitals,
    columns,
    ending,
    fitting,
    short_name,
)
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
    """Those whose name has no room have a call by hand, which says what is done."""
    calls = {id_: (call(each), short_name(each)) for id_, each in SHELF.items()}
    assert [id_ for id_, said in calls.items() if "…" in "".join(said)] == []


@for_each("id_", SHIPPED)
def test_a_call_is_one_exercises_in_each_shipped_routine(id_: str) -> None:
    for level in Level:
        blocks = shipped(id_, level).blocks
        calls = Counter(call(SHELF[slot.exercise]) for block in blocks for slot in block.slots)
        assert [words for words, n in calls.items() if n > 1] == []


@for_each(
    ("name", "said"),
    [
        ("Kitchen step calf raise", "KITCHEN STEP CALF…"),
        ("Zeppelin-hung goblet split squat with both heels on plates", "ZEPPELIN-HUNG…"),
        ("Heavy lunge with the rear foot on the bench", "HEAVY LUNGE WITH…"),
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
def test_an_own_exercise_is_called_by_its_own_name(name: str, said: str) -> None:
    assert call(Exercise(id="mine", name=name)) == said


@for_each("id_", SHELF)
def test_an_own_name_longer_than_a_shipped_one_is_never_called_as_that_one(id_: str) -> None:
    base = SHELF[id_]
    mine = (f"Zeppelin {base.name}", f"{base.name} with both heels on plates")
    for name in mine:
        own = Exercise(id="mine", name=name)
        assert call(own) != call(base)
        assert short_name(own) not in (short_name(base), base.name)
        assert name.startswith(short_name(own).removesuffix("…"))


@for_each("name", ["Drücken über Kopf", "Élévation latérale", "{x} $y %s", "Squat e \N{FIRE}"])
def test_a_name_in_cells_keeps_its_letters(name: str) -> None:
    assert short_name(Exercise(id="mine", name=name)) == name


def test_a_long_name_in_cells_has_its_mark() -> None:
    found = short_name(Exercise(id="mine", name="Heavy lunge with the rear foot on the bench"))
    assert len(found) <= SHORT
    assert found.endswith("…")


def test_a_call_by_hand_comes_before_the_rule() -> None:
    assert call(SHELF["rfe-split-squat"]) == "REAR-FOOT SPLIT SQUAT"


def test_words_fall_off_at_the_end_or_in_front_and_leave_a_mark() -> None:
    assert fitting("REAR-FOOT SPLIT SQUAT", 58) == "REAR-FOOT…"
    assert ending("REAR-FOOT SPLIT SQUAT", 58) == "…SPLIT SQUAT"
    assert fitting("PLANK", 3) == ending("PLANK", 3) == "PLANK"


def test_a_new_name_takes_its_call_by_hand_away() -> None:
    base = SHELF["rfe-split-squat"]
    renamed, faults = read({**typed(base), "name": "Bench lunge"}, base)
    assert not faults
    assert call(renamed) == "BENCH LUNGE"
