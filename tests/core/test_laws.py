"""What holds for every session, whatever is said to it and whenever."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.advance import advance
from runlift_tui.core.commands import Redo, Undo
from runlift_tui.core.fold import begin, can_undo, fold, replay
from runlift_tui.core.session import is_finished
from tests.core.builders import T0, Athlete
from tests.core.strategies import athletes


@given(athletes())
def test_replaying_the_journal_gives_the_live_session(athlete: Athlete) -> None:
    replayed, refused = replay(athlete.journal)
    assert refused == []
    replayed, _ = advance(replayed, athlete.now)
    live, _ = advance(athlete.session, athlete.now)
    assert replayed == live
    assert list(replayed.done) == list(live.done)


@given(athletes())
def test_folding_the_log_in_force_gives_the_live_session(athlete: Athlete) -> None:
    folded, _ = advance(fold(athlete.session.log), athlete.now)
    live, _ = advance(athlete.session, athlete.now)
    assert folded.done == live.done
    assert folded.phase == live.phase
    assert folded.routine == live.routine


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


@given(athletes())
def test_undo_of_everything_is_the_start(athlete: Athlete) -> None:
    while can_undo(athlete.session):
        athlete.say(Undo())
    first = begin(athlete.start, T0)
    assert athlete.session.done == {}
    assert athlete.session.phase == first.phase
    assert athlete.session.routine == first.routine
    assert athlete.session.start == first.start


@given(athletes())
def test_every_session_can_be_walked_to_its_end(athlete: Athlete) -> None:
    athlete.walk()
    assert is_finished(athlete.session)
