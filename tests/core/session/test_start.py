"""The start of a session, the commands that are no steps, and undo's own edges."""

import pytest
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.routines.levels import (
    ALL_SLOTS,
    ARTICLE_ROUTINE,
    FIRST_DAY,
    WITH_B4,
    WITH_COPENHAGEN,
    Level,
    article_routine,
    beginner_stage,
)
from runlift_tui.core.routines.routine import Block, Hold, Routine, Slot
from runlift_tui.core.session.commands import (
    CancelLeadIn,
    Confirm,
    Correct,
    Go,
    HoldEnded,
    HoldVoided,
    Left,
    LogSet,
    Note,
    Prepare,
    Redo,
    Resumed,
    Started,
    Undo,
)
from runlift_tui.core.session.fold import apply, begin, fold, leaves_a_note, replay
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import Entry, HoldReady, Work, step_at
from runlift_tui.core.session.suggested import begins
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.next_time import NextTime
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit, to_kg
from tests.core.builders import T0, Athlete, begun, can_undo, main, reps, started, warm_up
from tests.rows import for_each


def test_a_session_begins_before_its_first_step() -> None:
    session = begun()
    assert session.phase == Work(T0)
    assert not can_undo(session)
    for command in (Undo(), Redo(), Go(), HoldEnded()):
        with pytest.raises(Refused):
            apply(session, T0, command)


def test_a_routine_that_begins_with_a_hold_waits_for_its_start() -> None:
    plank = Exercise(id="plank", name="Plank", measure=Measure.HOLD)
    slot = Slot(label="P", exercise="plank", prescription=Hold(10, 30), target=30)
    routine = Routine(id="r", name="R", blocks=(Block(id="b", name="B", slots=(slot,), rounds=1),))
    athlete = Athlete(started(routine=routine, extra=(plank,)))
    assert athlete.phase() == HoldReady(T0)
    athlete.walk()
    (done,) = athlete.session.done.values()
    assert (done.seconds, done.start_side) == (30, None)


def test_leaving_and_resuming_are_no_steps() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.say(Note("a"))
    athlete.say(Undo())
    before = athlete.session
    athlete.say(Left())
    athlete.say(Resumed())
    assert athlete.session == before
    athlete.say(Redo())
    assert athlete.session.note == "a"


def test_a_lead_in_taken_back_is_no_step_of_undo() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.say(CancelLeadIn())
    athlete.say(Undo())
    assert warm_up(1, "A1") not in athlete.session.done
    athlete.say(Redo())
    assert athlete.is_in(HoldReady)


def test_a_new_command_leaves_nothing_to_redo() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.say(Undo())
    athlete.say(LogSet(reps(9)))
    with pytest.raises(Refused):
        athlete.say(Redo())


def test_undo_of_a_correction_gives_the_old_values_back_deep_into_the_session() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(6))
    athlete.correct(main(1, "B1"), reps(8, 7))
    athlete.correct(main(1, "B1"), {Field.RIR: 1})
    athlete.say(Undo())
    athlete.say(Undo())
    done = athlete.done(main(1, "B1"))
    assert (done.left, done.right, done.rir) == (6, 6, None)


def test_a_session_begins_with_its_start_and_only_once() -> None:
    athlete = Athlete()
    with pytest.raises(Refused):
        athlete.say(started())
    for entries in ([], [Entry(T0, Go())]):
        with pytest.raises(Refused):
            replay(entries)
    with pytest.raises(Refused):
        fold([Entry(T0, Go())])


def test_entries_that_do_not_fit_are_passed_over_and_told() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    strange = Entry(athlete.now, LogSet({Field.REPS: 5}))
    session, refused = replay([athlete.journal[0], strange, *athlete.journal[1:]])
    assert refused == [strange]
    assert session.done == athlete.session.done


def test_a_voided_hold_is_never_in_a_journal() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A3"))
    while can_undo(athlete.session):
        athlete.say(Undo())
    assert HoldVoided not in {type(entry.command) for entry in athlete.journal}


@for_each(
    ("sessions", "days", "stage"),
    [
        (0, 0, FIRST_DAY),
        (1, 30, FIRST_DAY),
        (2, 6, FIRST_DAY),
        (2, 7, 1),
        (4, 14, WITH_B4),
        (5, 400, WITH_B4),
        (6, 21, ALL_SLOTS),
        (60, 400, ALL_SLOTS),
    ],
)
def test_a_beginner_gets_one_exercise_more_for_two_sessions_and_a_week(
    sessions: int, days: int, stage: int
) -> None:
    assert beginner_stage(sessions, days) == stage


@for_each(
    ("stage", "labels"),
    [
        (FIRST_DAY, "A1 A3 B1 B3"),
        (WITH_COPENHAGEN, "A1 A2 A3 B1 B3"),
        (WITH_B4, "A1 A2 A3 B1 B3 B4"),
        (ALL_SLOTS, "A1 A2 A3 B1 B2 B3 B4"),
    ],
)
def test_the_slots_of_a_beginner_s_path(stage: int, labels: str) -> None:
    routine = article_routine(Level.BEGINNER, stage)
    assert " ".join(slot.label for _, slot in routine.slots()) == labels
    assert routine.id == ARTICLE_ROUTINE
    assert article_routine(Level.ADVANCED, stage) == article_routine(Level.ADVANCED)


_HEAVY = "rfe-split-squat"
_LAST = (
    LastTime(
        slot="B1",
        exercise=_HEAVY,
        sets=(LastSet(left=6, right=6, load_kg=24.0, implements=2), LastSet(load_kg=28.0)),
    ),
)


def _with_last(level: Level) -> Started:
    return started(level, last=_LAST)


def test_the_load_comes_from_last_time_and_the_lighter_sets_have_their_share() -> None:
    session = begin(_with_last(Level.ADVANCED), T0)
    loads = {
        key: prefill(session, step_at(session, key))[Field.LOAD_KG]
        for key in (main(1, "B1"), main(2, "B1"), main(4, "B1"))
    }
    assert list(loads.values()) == [24.0, 28.0, 28.0]
    ramp = [step_at(session, main(1, "B1", number)) for number in (1, 2, 3)]
    assert [prefill(session, step)[Field.LOAD_KG] for step in ramp] == [None, 12.0, 16.0]


@for_each(
    ("gear", "each"),
    [
        (Gear(), (6.0, 8.0)),
        (Gear(Weights(step_kg=0.5)), (6.0, 9.0)),
        (Gear(Weights(list_kg=(4.0, 8.0, 12.0, 16.0))), (4.0, 8.0)),
        (Gear(Weights(list_kg=(12.0, 16.0))), (12.0, 12.0)),
        (Gear(unit=Unit.LB), (to_kg(10, Unit.LB), to_kg(20, Unit.LB))),
    ],
)
def test_a_lighter_set_has_a_weight_that_the_gym_has(gear: Gear, each: tuple[float, float]) -> None:
    start = structs.replace(_with_last(Level.ADVANCED), gear=gear)
    session = begin(start, T0)
    ramp = [step_at(session, main(1, "B1", number)) for number in (2, 3)]
    loads = [prefill(session, step)[Field.LOAD_KG] for step in ramp]
    assert loads == pytest.approx([2 * kg for kg in each])


def test_the_load_of_a_lighter_set_is_not_the_working_load() -> None:
    athlete = Athlete(_with_last(Level.ADVANCED))
    athlete.walk_past(main(1, "B1", ramp=2), {Field.LOAD_KG: 14.0})
    athlete.walk_to(main(1, "B1"))
    assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] == 24.0


def test_a_ramp_leads_to_its_own_next_set_and_never_to_the_working_load() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    ramps = [main(1, "B1", ramp=number) for number in (2, 3)]
    athlete.walk_past(ramps[0], {Field.LOAD_KG: 42.0})
    assert athlete.done(ramps[0]).unsure == (Field.LOAD_KG,), "over the 2 x 10 kg that it leads to"
    athlete.say(Confirm(ramps[0]))
    athlete.walk_to(ramps[1])
    assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] == 42.0
    athlete.walk_past(ramps[1], {Field.LOAD_KG: 60.0})
    athlete.walk_to(main(1, "B1"))
    assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] is None, "nobody lifted one yet"
    athlete.say(Correct(ramps[0], {Field.LOAD_KG: 600.0}))
    second = step_at(athlete.session, ramps[1])
    assert prefill(athlete.session, second)[Field.LOAD_KG] == 60.0, "a slip leads nowhere"
    slot = athlete.step.slot
    found = NextTime(slot=slot.label, exercise=slot.exercise, anew=True, load_kg=0, reps=8, why="-")
    start = structs.replace(athlete.session.start, next_times=(found,))
    session = structs.replace(athlete.session, start=start)
    assert begins(session, athlete.step) == "begin with 2 x 8-10 kg"
    assert prefill(session, athlete.step)[Field.LOAD_KG] is None


def test_a_first_day_has_no_load_to_prefill() -> None:
    session = begin(started(Level.BEGINNER, FIRST_DAY, last=_LAST), T0)
    for key in (main(1, "B1"),):
        assert prefill(session, step_at(session, key))[Field.LOAD_KG] is None


def test_there_is_no_such_step() -> None:
    with pytest.raises(Refused):
        step_at(begun(), main(7, "B1"))


def test_values_are_typed_for_a_step_and_go_with_it() -> None:
    athlete = Athlete()
    athlete.walk()
    with pytest.raises(Refused):
        athlete.say(Prepare({Field.LEFT: 3}))


def test_what_a_note_was_while_it_was_typed_is_undone_with_it() -> None:
    athlete = Athlete()
    athlete.say(Note("kept before"))
    for text in ("he", "heavy to", "heavy today"):
        athlete.say(Note(text, draft=text != "heavy today"))
    assert athlete.session.note == "heavy today"
    athlete.say(Undo())
    assert athlete.session.note == "kept before"
    athlete.say(Redo())
    assert athlete.session.note == "heavy today"
    replayed, refused = replay(athlete.journal)
    assert refused == []
    assert replayed.note == "heavy today"


@pytest.mark.parametrize("lost", range(1, 23))
def test_a_line_that_was_lost_has_no_set_taken_down_as_another(lost: int) -> None:
    """Where one is missing, what was said of the sets behind it would be of those before."""
    athlete = Athlete()
    athlete.walk(lambda session: len(session.done) > 12)
    assert len(athlete.journal) >= 23
    found, refused = replay([*athlete.journal[:lost], *athlete.journal[lost + 1 :]])
    sets = [each for each in found.done.values() if each.reps or each.left]
    for each in sets:
        own = athlete.done(each.key)
        assert (each.exercise, each.reps, each.left) == (own.exercise, own.reps, own.left)
    assert len(sets) + len(refused) > 3


def test_undo_of_leaving_a_note_has_what_was_typed() -> None:
    athlete = Athlete()
    athlete.say(Note("kept before"))
    athlete.say(Note("and", draft=True))
    athlete.say(Note("and left", draft=True))
    athlete.say(Note("kept before"))
    assert leaves_a_note(athlete.session.log)
    athlete.say(Undo())
    assert athlete.session.note == "and left"
    athlete.say(Redo())
    assert athlete.session.note == "kept before"
    athlete.say(Undo())
    athlete.say(Undo())
    assert athlete.session.note == "kept before"
    athlete.say(Undo())
    assert athlete.session.note == ""


@pytest.mark.parametrize("kept", ["kept again", "and"])
def test_a_note_that_was_kept_is_not_left(kept: str) -> None:
    athlete = Athlete()
    athlete.say(Note("before"))
    assert not leaves_a_note(athlete.session.log)
    athlete.say(Note("and", draft=True))
    athlete.say(Note(kept))
    assert not leaves_a_note(athlete.session.log)
    athlete.say(Undo())
    assert athlete.session.note == "before"


def test_a_note_on_another_set_is_another_note() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.say(Note("half typed", draft=True))
    athlete.say(Note("on the set", main(1, "B1")))
    athlete.say(Undo())
    assert athlete.session.note == "half typed"
