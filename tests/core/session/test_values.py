"""Values that are typed: what is refused, in words, and what is kept."""

import math

import pytest

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Correct, LogSet, Prepare, RateEffort, RatePain
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.sets.values import LIMITS, Field, checked, fields_of
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, library, main, reps, started, warm_up
from tests.rows import for_each

Typed = dict[Field, float | None]


@for_each(("field", "limits"), LIMITS.items())
def test_each_value_is_kept_within_its_limits(
    field: Field, limits: tuple[float, float, str]
) -> None:
    low, high, sentence = limits
    assert checked({field: low}) == {field: low}
    assert checked({field: high}) == {field: high}
    for wrong in (low - 1, high + 1, math.nan, math.inf, -math.inf):
        with pytest.raises(Refused) as refused:
            checked({field: wrong})
        assert sentence in str(refused.value)


def test_a_load_that_is_too_much_is_said_to_be_so_in_all() -> None:
    with pytest.raises(Refused, match="0 to 999 kg in all"):
        checked({Field.LOAD_KG: 2 * 999.0})


def test_counts_are_whole_numbers_and_a_load_need_not_be() -> None:
    assert checked({Field.LOAD_KG: 22.5}) == {Field.LOAD_KG: 22.5}
    for field in set(Field) - {Field.LOAD_KG}:
        with pytest.raises(Refused, match="whole numbers only"):
            checked({field: 3.5})


@pytest.mark.parametrize("field", [Field.LOAD_KG, Field.RIR, Field.SNAP])
def test_what_nobody_said_may_be_taken_back(field: Field) -> None:
    assert checked({field: None}) == {field: None}


@for_each(
    ("exercise", "fast", "fields"),
    [
        ("dead-bug", False, [Field.LEFT, Field.RIGHT]),
        ("bridge", False, [Field.REPS]),
        ("copenhagen-long", False, [Field.LEFT_S, Field.RIGHT_S]),
        ("rfe-split-squat", False, [Field.LEFT, Field.RIGHT, Field.LOAD_KG, Field.RIR]),
        ("jumping-lunge", True, [Field.LEFT, Field.RIGHT, Field.SNAP]),
        ("split-squat-fast", True, [Field.LEFT, Field.RIGHT, Field.SNAP]),
        ("split-squat-fast", False, [Field.LEFT, Field.RIGHT]),
    ],
)
def test_a_set_has_the_values_of_its_exercise(
    exercise: str, fast: bool, fields: list[Field]
) -> None:
    assert list(fields_of(library()[exercise], fast=fast)) == fields


def test_a_refused_set_changes_nothing() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    before = athlete.session
    wrong: list[Typed] = [{Field.LEFT: 6.0}, {}, reps(1000), reps(6) | {Field.SNAP: 3}]
    for values in wrong:
        with pytest.raises(Refused):
            athlete.say(LogSet(values))
    assert athlete.session == before


def test_a_refused_correction_keeps_the_old_values() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(6) | {Field.LOAD_KG: 24.0})
    before = athlete.done(main(1, "B1"))
    wrong: list[Typed] = [{Field.LEFT: 7.0, Field.LOAD_KG: -2.0}, {Field.SECONDS: 3.0}]
    for values in wrong:
        with pytest.raises(Refused):
            athlete.say(Correct(main(1, "B1"), values))
    for key in (main(1, "B2"), main(9, "B1"), warm_up(1, "Z9")):
        with pytest.raises(Refused):
            athlete.say(Correct(key, reps(3)))
    assert athlete.done(main(1, "B1")) == before


def test_values_typed_before_the_set_is_done_stand_in_its_row_and_in_no_other() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    athlete.say(Prepare({Field.LOAD_KG: 24.0}))
    athlete.say(Prepare({Field.RIR: 2}))
    expected = {**reps(6), Field.LOAD_KG: 24.0, Field.RIR: 2}
    assert prefill(athlete.session, athlete.step) == expected
    athlete.log()
    assert (athlete.done(main(1, "B1")).load_kg, athlete.done(main(1, "B1")).rir) == (24.0, 2)
    athlete.walk_to(main(2, "B1"))
    assert prefill(athlete.session, athlete.step) == {**expected, Field.RIR: None}


def test_a_load_of_today_goes_with_its_slot_and_what_was_not_said_stays_empty() -> None:
    athlete = Athlete(started(Level.INTERMEDIATE))
    athlete.walk_to(main(1, "B3"))
    assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] is None
    athlete.log({Field.LOAD_KG: 20.0})
    athlete.walk()
    loads = {key.round: d.load_kg for key, d in athlete.session.done.items() if key.slot == "B3"}
    assert loads == {1: 20.0, 2: 20.0, 3: 20.0}
    assert {done.rir for done in athlete.session.done.values()} == {None}
    assert {done.snap for done in athlete.session.done.values()} == {None}


def test_pain_and_effort_go_from_0_to_10() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    for wrong in (-1, 11):
        with pytest.raises(Refused):
            athlete.say(RateEffort(wrong))
        with pytest.raises(Refused):
            athlete.say(RatePain(main(1, "B1"), wrong))
    athlete.say(RateEffort(10))
    assert athlete.session.effort == 10
    athlete.say(RateEffort(None))
    assert athlete.session.effort is None
