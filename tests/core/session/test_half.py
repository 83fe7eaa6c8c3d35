"""Half of B1: the table of every case, and the true reason where there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.routines.levels import FIRST_DAY, Level
from runlift_tui.core.routines.routine import LEAST
from runlift_tui.core.session.advance import Cue, CueKind
from runlift_tui.core.session.commands import EndRound, RatePain, SetRounds, Skip, Swap
from runlift_tui.core.session.half import MOST, Half, NoHalf, half, half_of
from runlift_tui.core.session.rests import deadline, rest_plan
from runlift_tui.core.session.state import Session, is_finished, step_at
from runlift_tui.core.session.targets import StepState, states, target
from runlift_tui.core.sets.values import Field, RestKind, Why
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, begun, library, main, reps, started
from tests.rows import for_each

TABLE = {
    0: None,
    1: None,
    2: None,
    3: None,
    4: 2,
    5: 2,
    6: 3,
    7: 3,
    8: 4,
    9: 4,
    10: 5,
    11: 5,
    12: 5,
}
B1, B2 = main(1, "B1"), main(1, "B2")


def _half(session: Session) -> Half:
    return half_of(session, step_at(session, B2))


def _after_b1(left: int, right: int | None = None, level: Level = Level.ADVANCED) -> Athlete:
    athlete = Athlete(started(level))
    athlete.walk_past(B1, reps(left, right))
    return athlete


@for_each(("done", "expected"), TABLE.items())
def test_half_of_the_reps_by_the_table(done: int, expected: int | None) -> None:
    assert half(done) == expected
    found = _half(_after_b1(done).session)
    assert found == Half(expected, done, None if expected else NoHalf.TOO_HEAVY)


@for_each(
    ("left", "right", "expected"),
    [(9, 7, 3), (7, 9, 3), (10, 5, 2), (12, 11, 5), (8, 3, None), (0, 10, None)],
)
def test_the_weaker_leg_decides_for_both(left: int, right: int, expected: int | None) -> None:
    found = _half(_after_b1(left, right).session)
    assert (found.reps, found.of) == (expected, min(left, right))


@for_each(("done", "expected"), TABLE.items())
def test_an_exercise_on_both_legs_is_halved_as_it_is_counted(
    done: int, expected: int | None
) -> None:
    athlete = Athlete()
    athlete.walk_to(B1)
    athlete.say(Swap("B1", library()["bridge"]))
    athlete.log({Field.REPS: done})
    assert _half(athlete.session).reps == expected


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_half_is_never_rounded_up_and_never_over_five(left: int, right: int) -> None:
    found = half(min(left, right))
    assert found is None or LEAST <= found <= MOST
    assert (found or 0) * 2 <= min(left, right)
    assert (found is None) == (min(left, right) < 2 * LEAST)


def test_before_the_heavy_set_its_target_is_expected() -> None:
    assert _half(begun()) == Half(3, 6, expected=True)
    assert _half(begun(Level.INTERMEDIATE)) == Half(4, 8, expected=True)


@for_each(
    ("why", "reason"),
    [
        (Why.PAIN, NoHalf.PAIN),
        (Why.FORM, NoHalf.FORM),
        (Why.TIME, NoHalf.SKIPPED),
        (Why.EQUIPMENT, NoHalf.SKIPPED),
        (Why.UNSAID, NoHalf.SKIPPED),
    ],
)
def test_no_fast_set_after_a_heavy_one_that_was_skipped(why: Why, reason: NoHalf) -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_to(B1)
    athlete.say(Skip(why))
    assert _half(athlete.session) == Half(None, why=reason)
    assert athlete.step.key == main(1, "B3")


def test_no_fast_set_once_pain_has_ended_the_heavy_exercise() -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_to(B1)
    athlete.say(Skip(Why.PAIN))
    athlete.say(RatePain(B1, 7))
    later = step_at(athlete.session, main(2, "B2"))
    assert half_of(athlete.session, later) == Half(None, why=NoHalf.PAIN)


def test_no_fast_set_where_the_round_was_ended() -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B1"))
    athlete.say(EndRound())
    later = step_at(athlete.session, main(2, "B2"))
    assert half_of(athlete.session, later).why is NoHalf.SKIPPED
    assert athlete.done(main(2, "B2")).skipped is Why.ROUND_ENDED


@for_each("typed", [reps(6, 5), {Field.LEFT: 6}])
@for_each("why", [Why.PAIN, Why.FORM])
def test_reps_typed_after_a_stop_for_pain_or_form_bring_no_fast_set(
    why: Why, typed: dict[Field, float | None]
) -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_to(B1)
    athlete.say(Skip(why))
    athlete.correct(B1, typed)
    assert (athlete.done(B1).left, athlete.done(B1).skipped) == (6, why)
    assert _half(athlete.session).reps is None


def test_reps_typed_after_any_other_skip_make_it_a_set() -> None:
    athlete = Athlete()
    athlete.walk_to(B1)
    athlete.say(Skip(Why.TIME))
    athlete.correct(B1, {Field.LEFT: 6})
    assert athlete.done(B1).skipped is Why.TIME
    athlete.correct(B1, {Field.RIGHT: 6})
    assert athlete.done(B1).skipped is None
    assert _half(athlete.session).reps == 3


def test_a_heavy_set_always_has_its_reps() -> None:
    athlete = _after_b1(6)
    for field in (Field.LEFT, Field.RIGHT):
        with pytest.raises(Refused, match="reps go from 0 to 300"):
            athlete.correct(B1, {field: None})
    assert _half(athlete.session).reps == 3


def test_a_step_that_halves_nothing_has_no_half() -> None:
    session = begun()
    with pytest.raises(KeyError):
        half_of(session, step_at(session, B1))


def test_correcting_b1_changes_a_b2_that_is_not_done_yet() -> None:
    athlete = _after_b1(6)
    assert target(athlete.session, athlete.step) == 3
    athlete.correct(B1, reps(10, 8))
    assert (athlete.step.key, target(athlete.session, athlete.step)) == (B2, 4)
    athlete.walk_to(B2)
    athlete.correct(B1, reps(4))
    assert target(athlete.session, athlete.step) == 2


def test_correcting_b1_never_changes_a_b2_that_is_done() -> None:
    athlete = _after_b1(8)
    athlete.walk_past(B2, {Field.LEFT: 4, Field.RIGHT: 3})
    before = athlete.done(B2)
    for after in (reps(2), reps(10), reps(0, 9)):
        athlete.correct(B1, after)
        assert athlete.done(B2) == before
    assert athlete.step.key == main(1, "B3")


def test_b2_vanishing_and_appearing_keeps_the_start_of_the_rest() -> None:
    athlete = _after_b1(6)
    began = athlete.now
    assert rest_plan(athlete.session, B1) == (RestKind.PRIMING, 240, 180)
    athlete.wait(30_000)
    athlete.correct(B1, reps(3))
    assert athlete.rest.began == began
    assert rest_plan(athlete.session, B1) == (RestKind.SLOT, 90, 0)
    assert {s.key: state for s, state in states(athlete.session)}[B2] is StepState.NONE
    athlete.wait(70_000)
    assert athlete.cues[-1] == Cue(CueKind.REST_OVER, began + 90_000)
    athlete.correct(B1, reps(6))
    assert (athlete.rest.began, athlete.rest.over) == (began, False)
    assert rest_plan(athlete.session, B1).seconds == 240
    assert deadline(athlete.session, athlete.rest) == began + 240_000


def test_a_fast_set_is_twice_as_many_landings_and_at_most_sixty_in_a_session() -> None:
    six = Athlete()
    six.say(SetRounds("main", 6))
    landings = []
    for round_ in range(1, 7):
        six.walk_past(main(round_, "B1"), reps(12, 10))
        six.walk_past(main(round_, "B2"))
        landings.append(six.done(main(round_, "B2")).landings)
    six.walk()
    assert landings == [10] * 6
    assert sum(done.landings for done in six.session.done.values()) == 60


@for_each(("done", "landings"), [(5, 4), (6, 6), (7, 6), (8, 8), (9, 8), (10, 10)])
def test_jumps_of_a_round_by_the_table(done: int, landings: int) -> None:
    athlete = _after_b1(done)
    athlete.walk_past(B2)
    assert athlete.done(B2).landings == landings


@for_each("stage", [FIRST_DAY, 1, 2, 3])
def test_a_beginner_never_gets_a_jump_by_pressing_space(stage: int) -> None:
    athlete = Athlete(started(Level.BEGINNER, stage))
    athlete.walk()
    assert is_finished(athlete.session)
    assert all(done.contacts == 0 for done in athlete.session.done.values())
