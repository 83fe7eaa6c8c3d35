"""What cannot work in a routine is said in words, and what has no fault can be walked."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.levels import ALL_SLOTS, Level, article_routine
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.core.routines.routine import HalfOf, Hold, RampSet, Reps, Routine, Slot
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.state import is_finished
from tests.core.builders import Athlete, library, started
from tests.core.shelves import routines
from tests.rows import for_each
from tests.sweep import examples

ROUTINE = article_routine(Level.ADVANCED)
Change = Callable[[Routine], Routine]


def routine(**changes: Any) -> Change:
    return lambda before: structs.replace(before, **changes)


def block(number: int, /, **changes: Any) -> Change:
    def change(before: Routine) -> Routine:
        blocks = list(before.blocks)
        blocks[number] = structs.replace(blocks[number], **changes)
        return structs.replace(before, blocks=tuple(blocks))

    return change


def slot(label: str, /, **changes: Any) -> Change:
    def changed(each: Slot) -> Slot:
        return structs.replace(each, **changes) if each.label == label else each

    def change(before: Routine) -> Routine:
        return before.with_slots(changed)

    return change


def ramp(*shares: float, reps: int = 5, rest_s: int = 60) -> tuple[RampSet, ...]:
    return tuple(RampSet(reps=reps, share=share, rest_s=rest_s) for share in shares)


B1, B2, B3 = (f"blocks[1].slots[{number}]" for number in range(3))
CASES: list[tuple[Change, str, str]] = [
    (routine(name=" "), "name", "it is empty"),
    (routine(name="n" * 61), "name", "61 characters, and 60 is the most"),
    (routine(id=""), "id", "it is empty"),
    (routine(blocks=()), "blocks", "at least one block"),
    (routine(blocks=ROUTINE.blocks * 7), "blocks", "at most 12 blocks"),
    (block(0, slots=()), "blocks[0].slots", "at least one slot"),
    (block(0, id="main"), "blocks[0].id", 'another block is called "main"'),
    (block(1, name=""), "blocks[1].name", "it is empty"),
    (block(1, rounds=7), "blocks[1].rounds", "7 rounds are not between 1 and 6"),
    (block(1, rounds=2, low=3), "blocks[1].rounds", "2 rounds are not between 3 and 6"),
    (block(1, low=6, high=3), "blocks[1].from", "the fewest rounds, 6, are more than the most"),
    (block(1, low=0), "blocks[1].from", "from 1 to 9, not 0"),
    (block(1, rounds=10, high=10), "blocks[1].rounds", "from 1 to 9, not 10"),
    (block(1, rounds=10, high=10), "blocks[1].to", "from 1 to 9, not 10"),
    (block(1, round_rest_s=-1), "blocks[1].round_rest", "cannot be negative"),
    (block(0, rest_after_s=1801), "blocks[0].rest_after", "30:01 is over half an hour"),
    (slot("B1", label=""), f"{B1}.label", "needs a label"),
    (slot("B1", label="1B"), f"{B1}.label", '"1B" is no label'),
    (slot("B1", label="B1x"), f"{B1}.label", '"B1x" is no label'),
    (slot("B1", label="B1\n"), f"{B1}.label", "is no label"),
    (slot("B4", label="A1"), "blocks[0].slots[0].label", "A1 is used 2 times"),
    (
        slot("B3", exercise="step-upp"),
        f"{B3}.exercise",
        '"step-upp", did you mean step-up?',
    ),
    (slot("B3", exercise=""), f"{B3}.exercise", "an exercise is missing"),
    (slot("B3", exercise="plank"), f"{B3}.reps", "Plank is a hold, not counted in reps"),
    (slot("A2", exercise="step-up"), "blocks[0].slots[1].hold", "is counted in reps, not held"),
    (slot("B3", prescription=Reps(12, 6)), f"{B3}.reps", "12-6 is upside down"),
    (slot("B3", prescription=Reps(0, 6)), f"{B3}.reps", "reps go from 1 to 200"),
    (slot("A2", prescription=Hold(10, 901)), "blocks[0].slots[1].hold", "seconds go from 1 to 900"),
    (slot("B3", target=13), f"{B3}.target", "13 is not within 6-12 reps"),
    (slot("B3", target=0), f"{B3}.target", "0 is not within 6-12 reps"),
    (slot("B2", target=3), f"{B2}.target", "the target of a half is the half"),
    (slot("B2", prescription=HalfOf("B3")), f"{B2}.half_of", "B3 comes later in the round"),
    (slot("B2", prescription=HalfOf("A1")), f"{B2}.half_of", "A1 stands in another block"),
    (
        slot("B2", prescription=HalfOf("B9")),
        f"{B2}.half_of",
        'no slot "B9", did you mean B',
    ),
    (slot("B2", prescription=HalfOf("B2")), f"{B2}.half_of", "B2 cannot be half of itself"),
    (slot("B3", prescription=HalfOf("B2"), target=0), f"{B3}.half_of", "B2 is itself half of B1"),
    (slot("B1", exercise="wall-sit"), f"{B2}.half_of", "B1 is a hold, and only reps can be halved"),
    (
        slot("B1", prescription=Reps(2, 3), target=3),
        f"{B2}.half_of",
        "half of B1 is always under",
    ),
    (
        slot("B2", exercise="split-squat-iso"),
        f"{B2}.exercise",
        "hold, and half of reps is reps",
    ),
    (slot("B1", rir=(3, 2)), f"{B1}.rir", "3-2 is upside down"),
    (slot("B1", rir=(3, 11)), f"{B1}.rir", "from 0 to 10"),
    (slot("B1", rest_s=-5), f"{B1}.rest", "cannot be negative"),
    (slot("B1", priming_s=1801), f"{B1}.priming_rest", "over half an hour"),
    (slot("B1", least_s=241), f"{B1}.least_rest", "4:01 is more than the priming rest, 4:00"),
    (slot("B1", ramp=ramp(0, 0.5, 0.5)), f"{B1}.ramp[2].share", "0.5 is not more than the 0.5"),
    (slot("B1", ramp=ramp(0, 1.5)), f"{B1}.ramp[1].share", "from 0 to 1"),
    (slot("B1", ramp=ramp(-0.5)), f"{B1}.ramp[0].share", "from 0 to 1"),
    (slot("B1", ramp=ramp(float("nan"))), f"{B1}.ramp[0].share", "from 0 to 1"),
    (slot("B1", ramp=ramp(0, reps=0)), f"{B1}.ramp[0].reps", "from 1 to 50"),
    (slot("B1", ramp=ramp(0, rest_s=-1)), f"{B1}.ramp[0].rest", "cannot be negative"),
    (slot("B1", ramp=ramp(*(n / 10 for n in range(7)))), f"{B1}.ramp", "at most 6 sets"),
    (slot("B2", ramp=ramp(0)), f"{B2}.ramp", "takes half of another has no ramp"),
    (slot("A2", ramp=ramp(0)), "blocks[0].slots[1].ramp", "a hold has no ramp"),
    (
        slot("B3", alternatives=("dead-bg",)),
        f"{B3}.alternatives[0]",
        '"dead-bg", did you mean dead-bug?',
    ),
    (slot("B3", alternatives=("squat", "squat")), f"{B3}.alternatives[1]", "squat is listed twice"),
    (
        slot("B1", alternatives=("wall-sit",)),
        f"{B1}.alternatives[0]",
        "the pair is counted in",
    ),
    (
        slot("B2", alternatives=("wall-sit",)),
        f"{B2}.alternatives[0]",
        "the pair is counted in",
    ),
]


@for_each(("change", "place", "what"), CASES)
def test_what_cannot_work_is_said_where_it_stands(change: Change, place: str, what: str) -> None:
    changed = change(ROUTINE)
    assert changed != ROUTINE
    found = {fault.place: fault.what for fault in faults(changed, library())}
    assert what in found.get(place, str(found))
    assert place in found


@pytest.mark.parametrize("level", Level)
def test_what_ships_has_no_fault(level: Level) -> None:
    shelf = Shelf(shipped=library())
    for id_ in routine_ids(shelf):
        assert faults(resolve(id_, level, ALL_SLOTS, shelf), library()) == (), id_


@for_each(
    "change",
    [
        slot("B3", alternatives=("wall-sit", "step-up")),
        slot("B2", prescription=Reps(3, 3), target=3),
        slot("B1", prescription=Reps(4, 4), target=4),
        slot("A1", label="Z99"),
        block(1, rounds=9, high=9),
        block(1, rounds=1, high=1),
    ],
)
def test_what_is_merely_unusual_is_no_fault(change: Change) -> None:
    assert faults(change(ROUTINE), library()) == ()


def test_every_fault_is_found_at_once() -> None:
    changed = ROUTINE
    for change in (block(0, rounds=0), slot("B1", rest_s=-1), slot("B4", exercise="x")):
        changed = change(changed)
    assert [fault.place for fault in faults(changed, library())] == [
        "blocks[0].rounds",
        "blocks[1].slots[0].rest",
        "blocks[1].slots[3].exercise",
    ]


@examples(15, 40)
@given(routines())
def test_whatever_has_no_fault_can_be_begun_and_walked_to_its_end(made: Routine) -> None:
    exercises: dict[str, Exercise] = library()
    assert faults(made, exercises) == ()
    athlete = Athlete(started(routine=made), tick_ms=60_000)
    athlete.walk()
    assert is_finished(athlete.session)
    wanted = {
        (block.id, round_, slot.label)
        for block, slot in made.slots()
        for round_ in range(1, block.rounds + 1)
    }
    halves = {slot.label for _, slot in made.slots() if isinstance(slot.prescription, HalfOf)}
    done = {(key.block, key.round, key.slot) for key in athlete.session.done}
    assert done <= wanted
    assert {label for _, _, label in wanted - done} <= halves
