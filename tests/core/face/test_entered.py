"""A session that was trained from a card: taken down set by set, no time and no rest made up."""

import pytest
from msgspec import structs

from runlift_tui.core.face.press import asks_pain, space
from runlift_tui.core.face.set_rows import asked, entry_rows
from runlift_tui.core.face.summary import BY_NOW, ahead, figure
from runlift_tui.core.history.document import document
from runlift_tui.core.history.told import detail, row_words
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.unfinished import unfinished as home_unfinished
from runlift_tui.core.session.advance import advance, next_boundary
from runlift_tui.core.session.commands import (
    Finish,
    LogSet,
    RatePain,
    SayPain,
    Skip,
    Started,
    StartHold,
    Trained,
    Undo,
)
from runlift_tui.core.session.fold import replay
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import Finished, HoldReady, Rest, Session, is_finished
from runlift_tui.core.session.suggested import after
from runlift_tui.core.session.targets import pending, states, target
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.setup.planning import entered
from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, Athlete, main, reps, started, warm_up
from tests.core.past import heavy, view

EMPTY = HomeFace("", "", "", "", (), (), ())
YESTERDAY = T0 - 86_400_000


def card() -> Started:
    return entered(started(), YESTERDAY, 0)


def athlete() -> Athlete:
    return Athlete(card())


def as_written(found: Athlete, until: object = None) -> None:
    """Press space until a step stands there, or to the end."""
    while not is_finished(found.session):
        step = pending(found.session)
        if step is not None and step.key == until:
            return
        command = space(found.session)
        assert isinstance(command, LogSet)
        found.wait(1_000)
        found.say(command)


def test_space_alone_enters_the_session_as_written() -> None:
    found = athlete()
    as_written(found)
    assert {state for _, state in states(found.session)} == {"done"}
    for step, _ in states(found.session):
        done = found.done(step.key)
        assert {v for v in (done.reps, done.left, done.seconds, done.left_s) if v is not None} == {
            target(found.session, step)
        }


def test_no_lighter_set_is_asked_for() -> None:
    assert all(step.ramp is None for step, _ in states(athlete().session))


def test_nothing_runs_and_nothing_is_rested() -> None:
    found = athlete()
    as_written(found, main(1, "B2"))
    assert next_boundary(found.session) is None
    later, cues = advance(found.session, found.now + 10**8)
    assert cues == []
    assert later.phase == found.session.phase
    assert not isinstance(found.session.phase, Rest)


def test_no_hold_is_started() -> None:
    found = athlete()
    as_written(found, warm_up(1, "A2"))
    with pytest.raises(Refused, match="type the seconds"):
        found.say(StartHold())


def test_a_hold_is_entered_in_seconds() -> None:
    found = athlete()
    as_written(found, warm_up(1, "A2"))
    assert isinstance(found.session.phase, HoldReady)
    assert prefill(found.session, found.step) == {Field.LEFT_S: 20, Field.RIGHT_S: 20}
    found.log({Field.RIGHT_S: 14})
    assert (found.done(warm_up(1, "A2")).left_s, found.done(warm_up(1, "A2")).right_s) == (20, 14)


def test_half_of_b1_follows_what_was_entered() -> None:
    found = athlete()
    as_written(found, main(1, "B1"))
    found.log(reps(9, 7))
    assert found.step.key == main(1, "B2")
    assert target(found.session, found.step) == 3
    assert asked(found.session).lines == ("planned 3 each leg, 6 jumps (half of 7)",)


def test_the_document_says_so_and_makes_up_no_time() -> None:
    found = athlete()
    as_written(found)
    row = document(found.session)
    assert row["started"] == row["finished"] == iso(YESTERDAY)
    assert row["entered"] == iso(T0)
    for each in row["sets"]:
        times = ("started", "ended", "rest_kind", "rest_planned_s", "rest_taken_s")
        assert [each[key] for key in times] == [None] * 5
    assert row_words(view(row))[1] == "22 sets"
    assert "entered from a card" in detail(view(row), Unit.KG)[1].text
    assert "entered from a card" in figure(found.session)[1]
    assert "entered" not in document(_trained())


def _trained() -> Session:
    found = Athlete()
    found.walk()
    return found.session


def test_when_it_was_can_be_changed_until_the_end() -> None:
    found = athlete()
    found.say(Trained(YESTERDAY - 1_000, 60))
    assert document(found.session)["started"] == iso(YESTERDAY - 1_000)
    assert document(found.session)["utc_offset_min"] == 60
    with pytest.raises(Refused, match="to come"):
        found.say(Trained(found.now + 1))
    found.say(Undo())
    assert found.session.began == YESTERDAY
    as_written(found)
    with pytest.raises(Refused):
        found.say(Trained(YESTERDAY))
    with pytest.raises(Refused):
        Athlete().say(Trained(YESTERDAY))


def test_pain_on_the_card_takes_nothing_out_of_what_was_done() -> None:
    found = athlete()
    assert not asks_pain(found.session)
    as_written(found, main(1, "B1"))
    found.say(SayPain(6))
    found.say(Skip(Why.PAIN, rest=True))
    found.say(RatePain(main(1, "B1"), 9))
    as_written(found, main(2, "B2"))
    assert pending(found.session) is not None
    assert document(found.session)["pain"] == 6
    as_written(found)
    assert found.done(main(2, "B2")).skipped is None


def test_undoing_the_end_stands_before_the_last_set_again() -> None:
    found = athlete()
    as_written(found)
    found.say(Undo())
    assert found.step.key == main(4, "B4")
    found.log()
    assert isinstance(found.session.phase, Finished)


def test_a_card_that_ends_early_keeps_what_was_done() -> None:
    found = athlete()
    as_written(found, main(2, "B3"))
    found.say(Finish())
    assert len(document(found.session)["sets"]) == 12


def test_replaying_the_journal_gives_the_same() -> None:
    found = athlete()
    as_written(found, main(1, "B2"))
    found.say(Trained(YESTERDAY - 5_000))
    found.say(Skip(Why.TIME))
    found.say(Undo())
    found.correct(main(1, "B1"), reps(4, 3))
    as_written(found)
    again, refused = replay(found.journal)
    assert refused == []
    assert advance(again, found.now)[0] == found.session
    assert main(1, "B2") not in found.session.done


def test_the_list_shows_what_is_entered_and_what_is_asked() -> None:
    found = athlete()
    as_written(found, main(1, "B1"))
    rows, now = entry_rows(found.session, Unit.KG)
    assert now == 6
    assert [row.done for row in rows[:3]] == ["10/10", "20/20 s", "12/12"]
    assert {row.done for row in rows[6:]} == {""}
    assert "from a card" in home_unfinished(found.session, found.now, 0, EMPTY, Unit.KG).details[0]


def of_earlier(when: int) -> Athlete:
    """Return a card of yesterday, whose B1 was done lighter at that moment."""
    last = LastTime(slot="B1", exercise="rfe-split-squat", sets=(heavy(8, 8, 3, 20.0),), when=when)
    start = structs.replace(started(last=(last,)), best={"rfe-split-squat": last.sets})
    found = Athlete(entered(start, YESTERDAY, 0))
    as_written(found, main(1, "B1"))
    found.say(LogSet(reps(8) | {Field.LOAD_KG: 24.0, Field.RIR: 3}))
    found.say(Finish())
    return found


@pytest.mark.parametrize("since", [True, False])
def test_what_was_trained_since_decides_what_comes_and_what_is_a_best_set(since: bool) -> None:
    found = of_earlier(YESTERDAY + (3_600_000 if since else -3_600_000))
    told = dict(ahead(found.session, Gear()))
    assert ("B1" in told["next time"]) is not since
    assert (told["next time"] == BY_NOW) is since
    assert ("best set yet" in told) is not since
    assert bool([each for each in after(found.session, Gear()) if each.slot == "B1"]) is not since
