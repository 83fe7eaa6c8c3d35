"""Rests: how long, what for, when they are over, and what is written down of them."""

from itertools import pairwise

import pytest

from runlift_tui.core.face.consequences import consequences
from runlift_tui.core.routines.levels import RULES, Level
from runlift_tui.core.session.advance import Cue, CueKind, advance, next_boundary
from runlift_tui.core.session.commands import CancelLeadIn, Go, Lengthen, LogSet, Skip
from runlift_tui.core.session.fold import replay
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.rests import (
    RestPlan,
    deadline,
    has_window,
    least_until,
    plan_between,
    rest_plan,
)
from runlift_tui.core.session.state import LeadIn, Rest, Session, Work, steps
from runlift_tui.core.sets.values import RestKind, Why
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, begun, main, reps, started, warm_up

# After each slot of the second round; the ramp in order; a warm-up slot, its round, its block.
PLANS = {
    Level.BEGINNER: ((90, 60, 60, 90), (60,), (30, 60, 60), 60),
    Level.INTERMEDIATE: ((180, 90, 60, 120), (45, 60), (20, 45, 60), 120),
    Level.ADVANCED: ((240, 90, 75, 150), (45, 60, 90), (20, 45, 60), 180),
}


def _plans(session: Session) -> dict[tuple[str, int, str, int], RestPlan]:
    found = steps(session)
    return {before.key: plan_between(before, after) for before, after in pairwise(found)}


@pytest.mark.parametrize("level", list(Level))
def test_the_rests_of_a_level(level: Level) -> None:
    main_rests, ramp, (slot, round_, block), least = PLANS[level]
    plans = _plans(begun(level))
    kinds = (RestKind.PRIMING, RestKind.SLOT, RestKind.SLOT, RestKind.ROUND)
    for label, kind, seconds in zip(("B1", "B2", "B3", "B4"), kinds, main_rests, strict=True):
        expected = RestPlan(kind, seconds, least if kind is RestKind.PRIMING else 0)
        assert plans[main(2, label)] == expected
    for number, seconds in enumerate(ramp, 1):
        assert plans[main(1, "B1", number)] == RestPlan(RestKind.RAMP, seconds)
    assert plans[warm_up(1, "A1")] == RestPlan(RestKind.SLOT, slot)
    assert plans[warm_up(1, "A3")] == RestPlan(RestKind.ROUND, round_)
    assert plans[warm_up(2, "A3")] == RestPlan(RestKind.ROUND, block)


@pytest.mark.parametrize("level", list(Level))
def test_only_a_rest_before_a_jump_has_a_window(level: Level) -> None:
    found = steps(begun(level))
    windows = {after.key.slot for before, after in pairwise(found) if has_window(before, after)}
    assert windows == (set() if level is Level.BEGINNER else {"B2"})


def test_priming_rests_grow_with_the_level_and_none_is_under_a_minute() -> None:
    plans = [RULES[level].priming for level in Level]
    assert plans == sorted(plans)
    assert all(planned >= least >= 60 for planned, least in plans)
    assert [planned for planned, _ in plans] == [90, 180, 240]


@pytest.mark.parametrize("level", list(Level))
def test_no_priming_rest_of_a_whole_session_is_under_a_minute(level: Level) -> None:
    athlete = Athlete(started(level))
    athlete.walk()
    done = athlete.session.done.values()
    priming = [each for each in done if each.rest_kind is RestKind.PRIMING]
    assert len(priming) == RULES[level].rounds
    assert all((each.rest_taken_s or 0) >= (each.rest_planned_s or 0) >= 60 for each in priming)


def _resting(level: Level = Level.ADVANCED) -> Athlete:
    athlete = Athlete(started(level))
    athlete.walk_past(main(1, "B1"))
    return athlete


def test_a_rest_is_counted_down_and_then_goes_on() -> None:
    athlete = _resting()
    began = athlete.now
    athlete.cues.clear()
    assert next_boundary(athlete.session) == began + 220_000
    athlete.wait(400_000)
    expected = [(220, CueKind.STAND_UP), (237, CueKind.THREE), (238, CueKind.TWO)]
    expected += [(239, CueKind.ONE), (240, CueKind.REST_OVER)]
    assert athlete.cues == [Cue(kind, began + second * 1000) for second, kind in expected]
    assert athlete.rest == Rest(main(1, "B1"), began, over=True)
    assert next_boundary(athlete.session) is None


def test_there_is_no_stand_up_cue_in_a_rest_under_a_minute() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.cues.clear()
    athlete.wait(20_000)
    assert CueKind.STAND_UP not in {cue.kind for cue in athlete.cues}
    assert athlete.cues[-1].kind is CueKind.REST_OVER


def test_in_the_warm_up_zero_is_go_and_a_hold_begins_its_lead_in() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    due = deadline(athlete.session, athlete.rest)
    athlete.sleep(20_000)
    assert athlete.phase() == LeadIn(due, due + 10_000)
    assert athlete.done(warm_up(1, "A1")).rest_taken_s == 20
    athlete.walk(lambda session: warm_up(1, "A2") in session.done)
    due = deadline(athlete.session, athlete.rest)
    athlete.sleep(25_000)
    assert athlete.phase() == Work(due)


def test_the_rest_before_the_main_block_waits_for_go() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(2, "A3"))
    athlete.wait(600_000)
    assert athlete.rest.over


@pytest.mark.parametrize(("waited_s", "left_s"), [(70, 50), (119, 1), (120, None), (200, None)])
def test_what_is_left_out_right_before_a_rest_takes_no_rest_along(
    waited_s: int, left_s: int | None
) -> None:
    athlete = Athlete(started(Level.INTERMEDIATE))
    athlete.walk_past(main(1, "B3"))
    ended = athlete.now
    athlete.wait(65_000)
    athlete.say(Go())
    athlete.wait(waited_s * 1000 - (athlete.now - ended))
    before, skip = athlete.session, Skip(Why.EQUIPMENT, due=True)
    athlete.say(skip)
    assert athlete.step.key == main(2, "B1")
    said = consequences(before, athlete.session, skip)
    if left_s is None:
        assert athlete.is_in(Work)
        assert said == ""
        return
    assert deadline(athlete.session, athlete.rest) - athlete.now == left_s * 1000
    assert said.startswith("B4 is skipped; the rest before B1 comes first.")
    athlete.wait(left_s * 1000)
    athlete.say(Go())
    done = athlete.done(main(1, "B3"))
    assert (done.rest_kind, done.rest_taken_s) == (RestKind.ROUND, 120)


@pytest.mark.parametrize(("taken", "early"), [(72, True), (180, False), (251, False)])
def test_go_at_any_time_writes_down_the_rest_really_taken(taken: int, early: bool) -> None:
    athlete = _resting()
    assert (athlete.now + taken * 1000 < least_until(athlete.session, athlete.rest)) == early
    athlete.wait(taken * 1000)
    athlete.say(Go())
    done = athlete.done(main(1, "B1"))
    assert (done.rest_kind, done.rest_planned_s, done.rest_taken_s) == (
        RestKind.PRIMING,
        240,
        taken,
    )


@pytest.mark.parametrize(("after_ms", "known"), [(0, False), (4_999, False), (5_000, True)])
def test_a_set_done_right_after_go_leaves_its_rest_unknown(after_ms: int, known: bool) -> None:
    cut = _resting()
    cut.wait(20_000)
    cut.say(Go())
    cut.wait(after_ms)
    cut.say(LogSet(prefill(cut.session, cut.step)))
    assert cut.done(main(1, "B1")).rest_taken_s == 20, "as the screen said: early"
    athlete = _resting()
    athlete.wait(240_000)
    athlete.say(Go())
    athlete.wait(after_ms)
    athlete.say(LogSet(prefill(athlete.session, athlete.step)))
    assert athlete.done(main(1, "B1")).rest_taken_s == (240 if known else None)
    assert athlete.done(main(1, "B1")).rest_planned_s == 240


def test_the_rest_begins_at_the_key_and_not_after_the_typing() -> None:
    athlete = _resting()
    began = athlete.now
    athlete.wait(40_000)
    athlete.correct(main(1, "B1"), reps(8))
    assert athlete.rest.began == began
    assert deadline(athlete.session, athlete.rest) == began + 240_000


def test_fifteen_seconds_more_and_less() -> None:
    athlete = _resting()
    due = deadline(athlete.session, athlete.rest)
    athlete.say(Lengthen(15))
    assert deadline(athlete.session, athlete.rest) == due + 15_000
    athlete.say(Lengthen(-15))
    athlete.say(Lengthen(-15))
    assert deadline(athlete.session, athlete.rest) == due - 15_000


def test_a_rest_shortened_past_its_end_is_over_at_once() -> None:
    athlete = _resting()
    athlete.wait(230_000)
    athlete.cues.clear()
    athlete.say(Lengthen(-15))
    assert athlete.cues == [Cue(CueKind.REST_OVER, athlete.now)]
    assert athlete.rest.over


def test_a_key_in_the_millisecond_in_which_a_rest_was_shortened_to_nothing_is_replayed() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.wait(deadline(athlete.session, athlete.rest) - athlete.now - 7_000)
    athlete.say(Lengthen(-15))
    assert athlete.is_in(LeadIn)
    athlete.say(CancelLeadIn())
    replayed, refused = replay(athlete.journal)
    assert refused == []
    assert replayed == athlete.session


def test_fifteen_seconds_more_in_overtime_count_from_now() -> None:
    athlete = _resting()
    athlete.wait(300_000)
    athlete.cues.clear()
    athlete.say(Lengthen(15))
    assert deadline(athlete.session, athlete.rest) == athlete.now + 15_000
    over_at = athlete.now + 15_000
    athlete.wait(20_000)
    assert athlete.cues[-1] == Cue(CueKind.REST_OVER, over_at)


def test_a_longer_rest_is_refused_where_there_is_none() -> None:
    athlete = Athlete()
    for command in (Lengthen(15), Go()):
        with pytest.raises(Refused):
            athlete.say(command)


def test_asleep_for_an_hour_in_a_rest_it_was_over_when_it_was_due() -> None:
    athlete = _resting()
    began = athlete.now
    athlete.cues.clear()
    athlete.sleep(3_600_000)
    assert athlete.cues[-1] == Cue(CueKind.REST_OVER, began + 240_000)
    assert deadline(athlete.session, athlete.rest) == began + 240_000
    assert main(1, "B2") not in athlete.session.done


def test_time_that_runs_backwards_changes_nothing() -> None:
    athlete = _resting()
    assert advance(athlete.session, athlete.now - 3_600_000) == (athlete.session, [])


def test_a_plan_follows_what_comes_next() -> None:
    athlete = _resting()
    assert rest_plan(athlete.session, main(1, "B1")).kind is RestKind.PRIMING
    athlete.walk()
    assert rest_plan(athlete.session, main(4, "B4")) == RestPlan(RestKind.SLOT, 0)


def test_overtime_stays_counted_where_nothing_is_left_to_shorten() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.walk(lambda session: isinstance(session.phase, Rest) and session.phase.over)
    athlete.wait(7_000)
    due = deadline(athlete.session, athlete.rest)
    with pytest.raises(Refused, match="is over"):
        athlete.say(Lengthen(-15))
    assert deadline(athlete.session, athlete.rest) == due
