"""What an editor may do to a routine, and what is refused, in words."""

import pytest
from hypothesis import given
from msgspec import structs

from runlift_tui.core.routines.edit import (
    At,
    block_added,
    block_beside,
    copied,
    exercised,
    fresh_routine,
    moved,
    places,
    relabelled,
    removed,
    slot_added,
)
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.fields import fields
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.reserve import could_do, guided
from runlift_tui.core.routines.routine import HalfOf, Hold, RampSet, Reps, Routine
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.routines.typed import likest, nudged, typed, with_alternatives
from runlift_tui.core.session.state import is_finished
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, library, started
from tests.core.routines.routine_edits import routines
from tests.rows import for_each
from tests.sweep import examples

ROUTINE = shipped("runner-lower-body", Level.ADVANCED)
B1, B2, B3, B4 = (At(1, number) for number in range(4))
A1, A2, A3 = (At(0, number) for number in range(3))


def order(routine: Routine) -> list[list[str]]:
    return [[slot.label for slot in block.slots] for block in routine.blocks]


def test_what_one_could_still_do_is_said_as_the_session_will_say_it() -> None:
    """A loaded slot that asks for nothing is guided by our own rule; one without load is not."""

    def shown(routine: Routine, at: At) -> str:
        (found,) = [each.shown for each in fields(routine, at, library()) if each.key == "rir"]
        return found

    said = typed(ROUTINE, B1, "rir", "1-2", library())
    assert shown(said, B1) == "1-2 more"
    unsaid = typed(said, B1, "rir", "none", library())
    assert shown(unsaid, B1) == "3-4 more by default"
    assert typed(unsaid, B1, "rir", shown(unsaid, B1), library()) == unsaid
    assert shown(nudged(unsaid, B1, "rir", -1, library()), B1) == "2-3 more"
    guide = guided(unsaid.slot("B1"), library()[unsaid.slot("B1").exercise])
    assert could_do(guide) == "could do 3-4 more"
    bare = typed(unsaid, B1, "unloaded", "yes", library())
    assert (shown(bare, B1), guided(bare.slot("B1"), library()["split-squat"])) == ("none", None)


@for_each("id_", SHIPPED)
@for_each("level", Level)
@for_each("stage", range(ALL_SLOTS + 1))
def test_nothing_that_ships_has_a_fault(id_: str, level: Level, stage: int) -> None:
    assert faults(shipped(id_, level, stage), library()) == ()


@examples(20, 60)
@given(routines())
def test_whatever_is_accepted_is_walked_to_its_end(routine: Routine) -> None:
    assert faults(routine, library()) == ()
    athlete = Athlete(started(routine=routine), tick_ms=600_000)
    for _ in range(6_000):
        if is_finished(athlete.session):
            return
        athlete.on()
    raise AssertionError("it never comes to its end")


@examples(20, 60)
@given(routines())
def test_every_value_can_be_typed_as_it_is_shown(routine: Routine) -> None:
    for at in places(routine):
        for line in fields(routine, at, library()):
            if line.key not in ("exercise", "alternatives"):
                assert typed(routine, at, line.key, line.shown, library()) == routine


@for_each(
    ("at", "key", "text", "expected"),
    [
        (B1, "count", "6-8", {"prescription": Reps(6, 8), "target": 6}),
        (B1, "count", "12", {"prescription": Reps(12, 12), "target": 12}),
        (B1, "target", "9", {"target": 9}),
        (B1, "rir", "1-2", {"rir": (1, 2)}),
        (B1, "rir", "none", {"rir": None}),
        (B1, "rest", "2:15", {"rest_s": 135}),
        (B1, "priming", "5:00", {"priming_s": 300}),
        (B1, "least", "none", {"least_s": 0}),
        (B1, "ramp", "6 at 50% 1:00", {"ramp": (RampSet(reps=6, share=0.5, rest_s=60),)}),
        (B1, "ramp", "none", {"ramp": ()}),
        (A2, "count", "15-25", {"prescription": Hold(15, 25), "target": 20}),
        (A2, "count", "30 s", {"prescription": Hold(30, 30), "target": 30}),
        (B4, "count", "half of B3", {"prescription": HalfOf("B3"), "target": 0}),
        (B2, "count", "3-5", {"prescription": Reps(3, 5), "target": 3}),
        (B3, "unloaded", "yes", {"unloaded": True}),
    ],
)
def test_what_is_typed_is_taken(at: At, key: str, text: str, expected: dict[str, object]) -> None:
    after = typed(ROUTINE, at, key, text, library())
    slot = after.blocks[at.block or 0].slots[at.slot or 0]
    assert {name: getattr(slot, name) for name in expected} == expected


@for_each(
    ("at", "key", "text", "why"),
    [
        (A1, "count", "half of B1", "another block"),
        (B1, "count", "half of B3", "comes later"),
        (B1, "count", "half of B1", "half of itself"),
        (B4, "count", "half of B2", "is itself half"),
        (A3, "count", "half of A2", "is a hold"),
        (B4, "count", "half of C9", "no slot"),
        (B1, "count", "10-5", "upside down"),
        (B1, "count", "10-20 s", "counted in reps"),
        (A2, "count", "5-10 reps", "a hold"),
        (B1, "count", "a few", "no range"),
        (B1, "target", "20", "not within"),
        (B1, "target", "1.5", "whole number"),
        (B1, "rest", "31:00", "half an hour"),
        (B1, "rest", "soon", "no rest"),
        (B1, "least", "9:00", "more than the priming rest"),
        (B1, "ramp", "4 at 60%, 4 at 50%", "not more than"),
        (B1, "ramp", "a lot", "a lighter set is written"),
        (B1, "label", "A1", "used already"),
        (B1, "label", "heavy", "no label"),
        (B3, "unloaded", "maybe", "yes or no"),
        (At(1), "rounds", "7", "not between 1 and 6"),
        (At(1), "low", "5", "not between 5 and 6"),
        (At(1), "high", "0", "1 to 9"),
        (At(1), "name", "", "empty"),
        (At(), "name", "x" * 61, "60 is the most"),
    ],
)
def test_what_cannot_work_is_refused_where_it_is_typed(
    at: At, key: str, text: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        typed(ROUTINE, at, key, text, library())


def test_a_first_half_brings_a_priming_rest_along() -> None:
    after = typed(ROUTINE, B4, "count", "half of B3", library())
    assert (after.slot("B3").priming_s, after.slot("B3").least_s) == (180, 120)


def test_steps_up_and_down() -> None:
    assert nudged(ROUTINE, At(1), "rounds", 1, library()).blocks[1].rounds == 5
    assert nudged(ROUTINE, B1, "rest", 1, library()).slot("B1").rest_s == 105
    assert nudged(ROUTINE, A1, "rest", -1, library()).slot("A1").rest_s == 15
    assert nudged(ROUTINE, B1, "target", 1, library()).slot("B1").target == 7
    assert nudged(ROUTINE, B1, "rir", -1, library()).slot("B1").rir == (1, 1)
    assert nudged(ROUTINE, At(0), "zero_is_go", 1, library()).blocks[0].zero_is_go is False
    with pytest.raises(Refused, match="enter"):
        nudged(ROUTINE, B1, "count", 1, library())
    with pytest.raises(Refused, match="not between"):
        nudged(typed(ROUTINE, At(1), "rounds", "6", library()), At(1), "rounds", 1, library())


def test_a_slot_goes_through_its_block_and_on_into_the_next() -> None:
    down = moved(ROUTINE, A1, 1, library())
    assert order(down.routine)[0] == ["A2", "A1", "A3"]
    over = moved(moved(down.routine, down.at, 1, library()).routine, A3, 1, library())
    assert order(over.routine) == [["A2", "A3"], ["A1", "B1", "B2", "B3", "B4"]]
    assert over.at == At(1, 0)
    back = moved(over.routine, over.at, -1, library())
    assert order(back.routine) == [["A2", "A3", "A1"], ["B1", "B2", "B3", "B4"]]


def test_the_heavy_set_stays_before_the_fast_one() -> None:
    with pytest.raises(Refused, match="B2: B1 comes later"):
        moved(ROUTINE, B1, 1, library())
    with pytest.raises(Refused, match="at the end"):
        moved(ROUTINE, B4, 1, library())


def test_taking_out_keeps_something_to_do() -> None:
    with pytest.raises(Refused, match="take B2 out first"):
        removed(ROUTINE, B1, library())
    after = removed(removed(ROUTINE, B2, library()).routine, B1, library()).routine
    assert order(after)[1] == ["B3", "B4"]
    one = removed(after, At(0), library()).routine
    with pytest.raises(Refused, match="the only block"):
        removed(one, At(0), library())
    last = removed(one, At(0, 1), library()).routine
    with pytest.raises(Refused, match="the only slot"):
        removed(last, At(0, 0), library())


def test_what_is_added_has_a_label_of_its_own() -> None:
    after = slot_added(ROUTINE, B2, library()["wall-sit"], library())
    assert order(after.routine)[1] == ["B1", "B2", "B5", "B3", "B4"]
    assert after.at == At(1, 2)
    block = block_added(ROUTINE, A1, library()["plank"], library())
    assert order(block.routine)[1] == ["C1"]
    assert block.at == At(1)


def test_a_copied_block_takes_its_pair_along() -> None:
    after = copied(ROUTINE, At(1), library()).routine
    assert order(after)[2] == ["C1", "C2", "C3", "C4"]
    assert after.slot("C2").prescription == HalfOf("C1")
    assert len({block.id for block in after.blocks}) == 3


def test_a_new_label_is_followed_by_the_half() -> None:
    after = relabelled(ROUTINE, B1, "D1", library())
    assert after.slot("B2").prescription == HalfOf("D1")


def test_another_exercise_brings_a_prescription_that_it_can_have() -> None:
    after = exercised(ROUTINE, B3, library()["wall-sit"], library())
    assert isinstance(after.slot("B3").prescription, Hold)
    with pytest.raises(Refused, match="Wall sit is a hold"):
        exercised(ROUTINE, B1, library()["wall-sit"], library())
    assert library()["wall-sit"] not in likest(ROUTINE, B2, library(), library())


def test_the_personal_list_of_a_slot() -> None:
    after = with_alternatives(ROUTINE, B1, ("split-squat", "step-up"), library())
    assert after.slot("B1").alternatives == ("split-squat", "step-up")
    with pytest.raises(Refused, match="is a hold"):
        with_alternatives(ROUTINE, B1, ("wall-sit",), library())


def test_a_fault_that_stands_there_already_does_not_lock_the_routine() -> None:
    gone = structs.replace(ROUTINE.blocks[1].slots[2], exercise="sled")
    slots = (*ROUTINE.blocks[1].slots[:2], gone, ROUTINE.blocks[1].slots[3])
    main = structs.replace(ROUTINE.blocks[1], slots=slots)
    broken = structs.replace(ROUTINE, blocks=(ROUTINE.blocks[0], main))
    assert typed(broken, B1, "rest", "60", library()).slot("B1").rest_s == 60
    assert faults(exercised(broken, B3, library()["step-up"], library()), library()) == ()


def test_a_new_routine_is_one_block_of_one_slot() -> None:
    for exercise in library().values():
        assert faults(fresh_routine("own", "Own", exercise), library()) == ()


def test_beside_a_block_stands_the_first_slot_of_the_next() -> None:
    places = [At(), At(0), At(0, 2), At(1), At(1, 1)]
    assert [block_beside(ROUTINE, at, 1) for at in places] == [
        At(0, 0),
        *[At(1, 0)] * 2,
        *places[3:],
    ]
    assert [block_beside(ROUTINE, at, -1) for at in places] == [*places[:3], *[At(0, 0)] * 2]
