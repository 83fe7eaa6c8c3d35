"""A set of which none could be done: it is kept as it was typed, and is no set done anywhere."""

from runlift_tui.core.face.summary import afterword
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.history.told import detail
from runlift_tui.core.session.commands import Finish
from runlift_tui.core.session.state import is_partial
from runlift_tui.core.session.targets import how_many, not_done
from runlift_tui.core.sets.told import result
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, reps, warm_up


def test_no_rep_is_no_set_done_in_the_session_the_document_and_the_history() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {**reps(0, 0)})
    done, of = how_many(athlete.session)
    athlete.walk()
    assert result(athlete.done(main(1, "B1")), Unit.KG).endswith("not done")
    assert how_many(athlete.session)[0] < how_many(athlete.session)[1]
    assert "1 skipped" in not_done(athlete.session)
    assert done < of
    past = past_session(document(athlete.session))
    assert past is not None
    kept = next(each for each in past.sets if each.slot == "B1" and each.round == 1)
    assert (kept.left, kept.right, kept.skipped) == (0, 0, None), "as it was typed"
    assert kept not in past.done
    assert len(past.done) == how_many(athlete.session)[0]
    assert any("0/0, not done" in line.text for line in detail(past, Unit.KG))


def test_a_correction_makes_it_one() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"), {**reps(0, 0)})
    before = how_many(athlete.session)[0]
    athlete.correct(warm_up(1, "A1"), {**reps(6, 6)})
    assert how_many(athlete.session)[0] == before + 1
    assert not not_done(athlete.session)


def test_one_leg_that_did_some_is_a_set() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"), {**reps(0, 3)})
    assert how_many(athlete.session)[0] == 1


def test_a_session_of_nothing_but_that_is_none() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"), {**reps(0, 0)})
    assert is_partial(athlete.session)
    athlete.say(Finish())
    assert not is_worth_keeping(athlete.session)
    assert afterword(athlete.session)
