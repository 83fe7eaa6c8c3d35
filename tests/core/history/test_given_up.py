"""Pain that was said, and no set done behind it: kept, and no training."""

import pytest
from msgspec import structs

from runlift_tui.core.athlete.gates import is_open
from runlift_tui.core.athlete.pain import no_jumps
from runlift_tui.core.athlete.path import path_stage
from runlift_tui.core.face import prompts
from runlift_tui.core.face.summary import GIVEN_UP, afterword
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.history.outing import outing
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import row_words
from runlift_tui.core.plan.done import trained
from runlift_tui.core.progress.weeks import weeks
from runlift_tui.core.session.commands import Finish, RatePain, SayPain, Skip, Undo
from runlift_tui.core.sets.values import Why
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.store.history.year_summary import facts, summarise
from tests.core.athlete.test_gates import GOOD, outings
from tests.core.builders import Athlete, library, warm_up
from tests.rows import for_each


def given_up(pain: int, *, skipped: bool = False) -> Athlete:
    athlete = Athlete()
    if skipped:
        athlete.say(Skip(Why.PAIN, rest=True))
        athlete.say(RatePain(warm_up(1, "A1"), pain))
    else:
        athlete.say(SayPain(pain))
    return athlete


def past(athlete: Athlete) -> PastSession:
    athlete.say(Finish())
    found = past_session(document(athlete.session))
    assert found is not None
    return found


@for_each("skipped", [False, True])
@for_each("pain", [4, 6, 10])
def test_pain_and_then_f_is_kept_and_closes_jumps_next_time(pain: int, skipped: bool) -> None:
    athlete = given_up(pain, skipped=skipped)
    assert "only that it hurts will be kept" in prompts.finish(athlete.session).question
    session = past(athlete)
    assert is_worth_keeping(athlete.session)
    assert afterword(athlete.session).startswith(GIVEN_UP)
    assert "see a physiotherapist" in afterword(athlete.session)
    assert ("Leave what hurt" in afterword(athlete.session)) == (pain > 5)
    known = facts(summarise([session]))
    assert bool(no_jumps(False, known.outings)) == (pain > 5)
    seen = outings()
    assert is_open(seen, GOOD, library(), seen[-1].when + DAY_MS)
    late = seen[-1].when + 2 * DAY_MS
    moved = structs.replace(outing(session), when=late)
    assert not is_open([*seen, moved], GOOD, library(), late + DAY_MS)


@pytest.mark.parametrize("pain", [0, 3])
def test_without_too_much_pain_nothing_is_kept(pain: int) -> None:
    athlete = given_up(pain)
    assert "nothing will be kept" in prompts.finish(athlete.session).question
    athlete.say(Finish())
    assert not is_worth_keeping(athlete.session)


def test_an_undo_takes_it_back() -> None:
    athlete = given_up(8)
    athlete.say(Finish())
    athlete.say(Undo())
    athlete.say(Undo())
    assert not is_worth_keeping(athlete.session)


def test_it_counts_for_no_plan_no_week_and_no_step_of_the_path() -> None:
    session = past(given_up(8))
    assert not session.is_trained
    assert row_words(session)[1] == "given up for pain"
    assert trained([session]) == ()
    assert weeks([session])[0].sessions == 0
    known = facts(summarise([session]))
    assert known.sessions == 0
    assert known.last is not None
    assert path_stage(known, session.at + 30 * DAY_MS) == 0
