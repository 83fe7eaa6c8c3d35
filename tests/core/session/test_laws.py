"""What holds for every session, whatever is said to it and whenever."""

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.face.summary import minutes
from runlift_tui.core.history.document import document
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.advance import Cue, advance, next_boundary
from runlift_tui.core.session.commands import (
    Continue,
    Correct,
    EndHold,
    HoldEnded,
    LogSet,
    Note,
    Pause,
    RateEffort,
    Redo,
    Resumed,
    Return,
    Undo,
)
from runlift_tui.core.session.fold import apply, begin, fold, replay
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import (
    Entry,
    Finished,
    Holding,
    HoldOver,
    LeadIn,
    Rest,
    Session,
    is_finished,
    steps,
)
from runlift_tui.core.session.targets import StepState, states
from runlift_tui.core.sets.values import COUNTS, SetDone
from tests.core.builders import T0, Athlete, can_undo
from tests.core.past import view
from tests.core.strategies import KINDS, Move, athletes, command_of, moves, play

_MILLISECONDS = st.integers(1, 400_000)


def _performed(athlete: Athlete) -> dict[StepKey, list[float | None]]:
    rows = athlete.session.done
    return {key: [rows[key].counted(field) for field in COUNTS] for key in rows}


@given(athletes())
def test_replaying_the_journal_gives_the_live_session(athlete: Athlete) -> None:
    replayed, refused = replay(athlete.journal)
    assert refused == []
    replayed, _ = advance(replayed, athlete.now)
    assert replayed == athlete.session
    assert list(replayed.done) == list(athlete.session.done)


@given(athletes())
def test_the_log_in_force_is_all_that_a_session_is(athlete: Athlete) -> None:
    bare = {"undone": (), "aside": (), "earlier": ()}
    folded, _ = advance(fold(athlete.session.log), athlete.now)
    assert structs.replace(folded, **bare) == structs.replace(athlete.session, **bare)
    for before in athlete.session.earlier:
        assert structs.replace(fold(before.log), **bare) == before


@given(athletes(), st.lists(st.integers(1, 90_000), max_size=40))
def test_any_tick_size_gives_the_same_state_and_cues(athlete: Athlete, ticks: list[int]) -> None:
    session, cues = athlete.session, list[Cue]()
    for tick in ticks:
        session, passed = advance(session, session.at + tick)
        cues += passed
    at_once = advance(athlete.session, athlete.now + sum(ticks))
    assert (session, cues) == at_once
    assert cues == sorted(cues, key=lambda cue: cue.due)
    assert all(athlete.now <= cue.due <= session.at for cue in cues)


@given(athletes(), st.integers(1, 5_000), st.integers(1, 5_000), st.integers(0, 200_000))
def test_holds_are_logged_the_same_whatever_the_tick(
    athlete: Athlete, fine: int, coarse: int, wait: int
) -> None:
    ends = []
    for tick in (fine, coarse):
        other = _twin(athlete)
        other.tick_ms = tick
        other.wait(wait)
        ends.append((other.session, other.cues, other.journal))
    assert ends[0] == ends[1]


def _twin(athlete: Athlete) -> Athlete:
    twin = Athlete(athlete.start)
    twin.session, twin.now, twin.journal = athlete.session, athlete.now, list(athlete.journal)
    return twin


@given(athletes())
def test_the_next_boundary_is_when_something_happens(athlete: Athlete) -> None:
    due = next_boundary(athlete.session)
    if due is None:
        after, cues = advance(athlete.session, athlete.now + 10**9)
        assert after.phase == athlete.session.phase
        assert cues == []
        return
    before, early = advance(athlete.session, due - 1)
    assert before.phase == athlete.session.phase
    assert early == []
    after, cues = advance(athlete.session, due)
    assert cues or after.phase != athlete.session.phase


@given(athletes(), st.integers(1, 6))
def test_undo_then_redo_is_nothing(athlete: Athlete, deep: int) -> None:
    before = athlete.session
    undone = 0
    while undone < deep and can_undo(athlete.session):
        athlete.say(Undo())
        undone += 1
    for _ in range(undone):
        athlete.say(Redo())
    assert athlete.session == before


@given(
    athletes(
        tuple(set(KINDS) - {"undo", "redo", "return", "left", "resumed", "cancel", "hold ended"})
    )
)
def test_undo_takes_back_the_newest_command_and_nothing_else(athlete: Athlete) -> None:
    assume(can_undo(athlete.session))
    kept, newest = athlete.session.log[:-1], athlete.session.log[-1]
    assume(not isinstance(newest.command, HoldEnded | Note | Resumed))
    before, _ = advance(fold(kept), athlete.now)
    athlete.say(Undo())
    assert athlete.session.done == before.done
    assert athlete.session.routine == before.routine
    assert athlete.session.held == before.held
    if not isinstance(before.phase, LeadIn | Holding | HoldOver):
        assert athlete.session.log == kept


@given(athletes(), st.integers(1, 4))
def test_what_was_undone_is_had_back_after_anything_new(athlete: Athlete, deep: int) -> None:
    athlete.say(Note("the end"))
    before = athlete.session
    while deep and can_undo(athlete.session):
        athlete.say(Undo())
        deep -= 1
    athlete.say(RateEffort(7))
    other = athlete.session
    athlete.say(Return())
    assert (athlete.session.done, athlete.session.note) == (before.done, before.note)
    assert athlete.session.routine == before.routine
    for _ in range(len(other.aside)):
        athlete.say(Return())
    assert (athlete.session.done, athlete.session.effort) == (other.done, 7)


@given(athletes())
def test_undo_of_everything_is_the_start(athlete: Athlete) -> None:
    while can_undo(athlete.session):
        athlete.say(Undo())
    first, _ = advance(begin(athlete.start, T0), athlete.now)
    stays = [each for each in athlete.session.log if isinstance(each.command, Resumed)]
    if stays:  # what closed or opened between two runs is no act of the athlete's
        assert [*athlete.session.log[1:]] == stays
        assert athlete.session.done == {}
    else:
        assert structs.replace(athlete.session, undone=(), aside=()) == first


@given(athletes())
def test_its_minutes_are_those_of_its_document(athlete: Athlete) -> None:
    athlete.walk()
    assert round(minutes(athlete.session)) == round(view(document(athlete.session)).minutes)


@given(athletes())
def test_every_session_can_be_walked_to_its_end(athlete: Athlete) -> None:
    athlete.walk()
    assert is_finished(athlete.session)
    ends = [done.ended for done in athlete.session.done.values() if done.skipped is None]
    assert isinstance(athlete.session.phase, Finished)
    assert not ends or athlete.session.phase.at in ends


@given(athletes(), st.integers(0, 10**8))
def test_time_alone_logs_nothing(athlete: Athlete, wait: int) -> None:
    later, _ = advance(athlete.session, athlete.now + wait)
    rests = {"rest_kind": None, "rest_planned_s": None, "rest_taken_s": None}
    for session in (athlete.session, later):
        assert list(session.done) == list(athlete.session.done)
    for key, done in later.done.items():
        before = athlete.session.done[key]
        assert structs.replace(done, **rests) == structs.replace(before, **rests)
    assert later.log == athlete.session.log


_SETS = (LogSet, EndHold, HoldEnded, Correct)


@given(athletes())
def test_no_set_without_a_command_or_a_hold_watched_to_its_end(athlete: Athlete) -> None:
    session = begin(athlete.start, T0)
    for entry in athlete.session.log[1:]:
        before = session
        session = apply(session, entry.at, entry.command)
        new = {key for key in session.done if _counts(session, key) and not _counts(before, key)}
        assert not new or isinstance(entry.command, _SETS)
        if isinstance(entry.command, HoldEnded):
            over, _ = advance(before, entry.at)
            assert over.phase == HoldOver(entry.at)


def _counts(session: Session, key: StepKey) -> bool:
    return key in session.done and session.done[key].skipped is None


@given(athletes(("on", "on", "log", "correct", "skip", "undo")), _MILLISECONDS)
def test_a_pause_shifts_deadlines_and_nothing_else(athlete: Athlete, length: int) -> None:
    assume(not is_finished(athlete.session) and athlete.session.paused is None)
    other = _twin(athlete)
    other.say(Pause())
    other.sleep(length)
    other.say(Continue())
    plain, paused = athlete.session, other.session
    assert (paused.paused, paused.paused_ms) == (None, plain.paused_ms + length)
    due, later = next_boundary(plain), next_boundary(paused)
    if type(plain.phase) is type(paused.phase):
        assert later == (None if due is None else due + length)
    if isinstance(plain.phase, Rest) and isinstance(paused.phase, Rest):
        assert deadline(paused, paused.phase) == deadline(plain, plain.phase) + length
        assert paused.phase.began == plain.phase.began
    logs = {"log": (), "undone": (), "aside": (), "earlier": ()}
    same = {"at": 0, **logs, "paused_ms": 0, "phase": plain.phase}
    assert structs.replace(paused, **same) == structs.replace(plain, **same)
    for later_athlete in (athlete, other):
        later_athlete.cues.clear()
        later_athlete.wait(60_000)
    assert [(cue.kind, cue.due + length) for cue in athlete.cues] == [
        (cue.kind, cue.due) for cue in other.cues
    ]
    assert _performed(athlete) == _performed(other)


@given(athletes(), moves(KINDS))
def test_a_refused_command_leaves_the_session_as_it_was(athlete: Athlete, move: Move) -> None:
    command = command_of(athlete.session, move)
    before = athlete.session
    log = len(before.log)
    accepted = play(athlete, move._replace(wait_ms=0))
    if not accepted:
        assert athlete.session == before
    elif move.kind not in ("undo", "redo", "return", "left", "resumed", "closed"):
        assert athlete.session.log[log:] == (Entry(athlete.now, command),)


@given(athletes())
def test_what_is_planned_and_what_is_done_always_fit(athlete: Athlete) -> None:
    session = athlete.session
    keys = [step.key for step in steps(session)]
    assert len(keys) == len(set(keys))
    assert set(session.done) <= set(keys)
    assert all(block.rounds <= block.high for block in session.routine.blocks)
    now = [state for _, state in states(session)].count(StepState.NOW)
    assert now == 1 or (now == 0 and is_finished(session))
    for done in session.done.values():
        assert done.started <= done.ended <= session.at
        assert done.skipped is not None or _whole(done)


def _whole(done: SetDone) -> bool:
    sides = (done.left is not None and done.right is not None) or (
        done.left_s is not None and done.right_s is not None
    )
    return sides or done.reps is not None or done.seconds is not None


@given(athletes())
def test_a_fast_set_never_aims_at_more_than_five(athlete: Athlete) -> None:
    for done in athlete.session.done.values():
        if done.key.slot == "B2":
            assert done.target <= 5
