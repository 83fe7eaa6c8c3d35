"""The routines that ship, and what the athlete's own choices make of them."""

import pytest
from msgspec import structs

from runlift_tui.core.exercises.shelf import MyExercise
from runlift_tui.core.routines.levels import (
    ALL_SLOTS,
    FIRST_DAY,
    WITH_COPENHAGEN,
    Level,
    article_routine,
)
from runlift_tui.core.routines.resolve import (
    gone,
    is_adapted,
    not_startable,
    overlaid,
    purpose,
    resolve,
    routine_ids,
)
from runlift_tui.core.routines.routine import HalfOf, Hold, Reps, Routine
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.session.state import is_finished
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, library, started
from tests.rows import for_each

STAGES = range(FIRST_DAY, ALL_SLOTS + 1)


def shelf(*routines: MyRoutine, mine: tuple[MyExercise, ...] = ()) -> Shelf:
    return Shelf(
        shipped=library(),
        mine={each.id: each for each in mine},
        routines={each.id: each for each in routines},
    )


def labels(routine: Routine) -> list[str]:
    return [slot.label for _, slot in routine.slots()]


@for_each("id_", SHIPPED)
@for_each("level", Level)
@for_each("stage", STAGES)
def test_every_routine_that_ships_is_walked_to_its_end(id_: str, level: Level, stage: int) -> None:
    routine = shipped(id_, level, stage)
    assert routine.id == id_
    athlete = Athlete(started(level, routine=routine), tick_ms=60_000)
    athlete.walk()
    assert is_finished(athlete.session)


def test_the_five_that_ship() -> None:
    assert list(SHIPPED) == [
        "runner-lower-body",
        "beginner-path",
        "minimal-25",
        "no-impact",
        "pairs",
    ]


@pytest.mark.parametrize("level", Level)
def test_the_first_is_the_article(level: Level) -> None:
    assert shipped("runner-lower-body", level) == article_routine(level)


def test_the_path_goes_by_the_stage_at_every_level() -> None:
    for level in Level:
        assert labels(shipped("beginner-path", level, FIRST_DAY)) == ["A1", "A3", "B1", "B3"]
        path = shipped("beginner-path", level, WITH_COPENHAGEN)
        assert labels(path) == ["A1", "A2", "A3", "B1", "B3"]
        assert path.slot("A1").target == 6


def test_the_minimal_dose_is_the_column_of_its_own() -> None:
    routine = shipped("minimal-25", Level.INTERMEDIATE)
    warm_up, main = routine.blocks
    assert labels(routine) == ["A1", "A2", "A3", "B1", "B2"]
    assert (warm_up.rounds, main.rounds) == (1, 3)
    assert [slot.target for _, slot in routine.slots()] == [8, 15, 10, 6, 0]
    assert [slot.rest_s for slot in warm_up.slots] == [20, 20, 20]
    heavy = routine.slot("B1")
    assert (heavy.rir, heavy.priming_s, heavy.least_s) == ((2, 3), 180, 120)
    assert [(ramp.reps, ramp.share) for ramp in heavy.ramp] == [(5, 0.0), (4, 0.6)]
    assert main.round_rest_s == 90
    assert abs(minutes_of(started(Level.INTERMEDIATE, routine=routine)) - 25) <= 1


def test_the_minimal_dose_is_never_more_than_the_level_has() -> None:
    for level in Level:
        full, least = article_routine(level), shipped("minimal-25", level)
        for _, slot in least.slots():
            assert slot.target <= full.slot(slot.label).target
        assert minutes_of(started(level, routine=least)) <= 26


@for_each("level", Level)
@for_each("stage", STAGES)
def test_without_impact_nothing_lands(level: Level, stage: int) -> None:
    for _, slot in shipped("no-impact", level, stage).slots():
        assert not library()[slot.exercise].is_jump


@pytest.mark.parametrize("level", Level)
def test_in_pairs_the_first_is_over_before_the_second_begins(level: Level) -> None:
    routine = shipped("pairs", level)
    assert [[slot.label for slot in block.slots] for block in routine.blocks] == [
        ["A1", "A2", "A3"],
        ["B1", "B2"],
        ["B3", "B4"],
    ]
    assert routine.blocks[1].rounds == routine.blocks[2].rounds


def test_no_purpose_is_a_promise() -> None:
    for each in SHIPPED.values():
        assert each.purpose.endswith(".")
        for word in ("%", "faster", "improve", "prevent", "better"):
            assert word not in each.purpose


def test_own_routines_follow_by_name_and_archived_ones_are_hidden() -> None:
    own = structs.replace(article_routine(Level.ADVANCED), id="b", name="Beach")
    found = shelf(
        MyRoutine(id="b", routine=own),
        MyRoutine(id="a", routine=structs.replace(own, id="a", name="Zoo")),
        MyRoutine(id="pairs", archived=True),
    )
    assert routine_ids(found)[-3:] == ("no-impact", "b", "a")
    assert "pairs" in routine_ids(found, archived=True)
    assert purpose("b") == "Your own."
    assert resolve("pairs", Level.BEGINNER, 3, found) == shipped("pairs", Level.BEGINNER)


def test_a_copy_stands_over_the_one_that_ships_whatever_the_level() -> None:
    copy = structs.replace(article_routine(Level.ADVANCED), name="Mine")
    found = shelf(MyRoutine(id=copy.id, routine=copy))
    assert resolve(copy.id, Level.BEGINNER, FIRST_DAY, found) == copy
    assert is_adapted(found, copy.id)


def test_a_choice_for_a_slot_stands_over_both_and_follows_the_level() -> None:
    slots = {"B1": MySlot(exercise="split-squat", alternatives=("rfe-split-squat",))}
    found = shelf(MyRoutine(id="runner-lower-body", slots=slots))
    for level in Level:
        slot = resolve("runner-lower-body", level, ALL_SLOTS, found).slot("B1")
        assert (slot.exercise, slot.alternatives) == ("split-squat", ("rfe-split-squat",))
        assert slot.target == article_routine(level).slot("B1").target
    assert is_adapted(found, "runner-lower-body")


def test_a_choice_counted_otherwise_brings_its_own_prescription() -> None:
    routine = article_routine(Level.ADVANCED)
    found = overlaid(
        routine, {"A2": MySlot(exercise="dead-bug"), "B3": MySlot(exercise="wall-sit")}, shelf()
    )
    assert isinstance(found.slot("A2").prescription, Reps)
    assert isinstance(found.slot("B3").prescription, Hold)


@for_each("label", ["B1", "B2"])
@for_each("id_", ["wall-sit", "no-such-exercise"])
def test_a_choice_that_cannot_work_is_passed_over(label: str, id_: str) -> None:
    routine = article_routine(Level.ADVANCED)
    assert overlaid(routine, {label: MySlot(exercise=id_)}, shelf()) == routine


def test_an_unknown_routine_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(Refused, match=r"did you mean minimal-25\?"):
        resolve("minimal25", Level.ADVANCED, ALL_SLOTS, shelf())


def test_a_routine_whose_exercise_is_gone_says_so_and_what_to_do() -> None:
    routine = article_routine(Level.ADVANCED)
    first = routine.blocks[0].with_slots(lambda slot: structs.replace(slot, exercise="sled"))
    broken = structs.replace(routine, blocks=(first, routine.blocks[1]))
    assert [label for label, _ in gone(broken, shelf())] == ["A1", "A2", "A3"]
    said = not_startable(broken, shelf())
    assert "A1 (sled) is gone, and 2 more" in said
    assert "take A1 out" in said
    assert not_startable(routine, shelf()) == ""


def test_an_archived_exercise_stays_where_it_stands() -> None:
    found = shelf(mine=(MyExercise(id="step-up", archived=True),))
    assert not_startable(article_routine(Level.ADVANCED), found) == ""


def test_half_is_kept_by_another_exercise() -> None:
    found = overlaid(
        article_routine(Level.ADVANCED), {"B2": MySlot(exercise="squat-jump")}, shelf()
    )
    assert found.slot("B2").prescription == HalfOf("B1")
