"""A stop sign stands, wherever it is asked, until somebody has looked."""

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete as Trains
from runlift_tui.core.athlete.pain import (
    GET_HELP,
    NOT_BEFORE,
    UNTIL_LOOKED,
    no_jumps,
    stop_sign,
    stopped,
)
from runlift_tui.core.face import pain_questions, prompts
from runlift_tui.core.face.pain_questions import loads_what_hurts
from runlift_tui.core.history.amend import amended_session, session_values, with_looked
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import SessionFilter, detail, pain_words, sign_words
from runlift_tui.core.home.home import HomeFace, done_today
from runlift_tui.core.home.stopped import unfinished_with_stop_sign, with_stop_sign
from runlift_tui.core.home.unfinished import finishes_first, unfinished
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import (
    Finish,
    GoOn,
    Pause,
    RatePain,
    Redo,
    SayPain,
    Skip,
    StopSign,
    Undo,
)
from runlift_tui.core.session.state import WENT_ON
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.sets.values import Why
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.units import Unit
from runlift_tui.store.history.year_summary import add_up, facts, summarise
from tests.core.builders import Athlete, library, main, started, warm_up
from tests.core.past import outing, row, view


def stopped_session(pain: int = 7, key: StepKey = main(2, "B3")) -> Athlete:  # noqa: B008
    athlete = Athlete()
    athlete.walk_to(key)
    athlete.say(Skip(Why.PAIN))
    athlete.say(RatePain(key, pain))
    athlete.say(StopSign())
    return athlete


def kept(athlete: Athlete) -> Document:
    athlete.say(Finish())
    return document(athlete.session)


def read(found: Document) -> PastSession:
    session = past_session(found)
    assert session is not None
    return session


def test_a_yes_ends_the_jumps_and_goes_with_what_it_was_asked_after() -> None:
    athlete = stopped_session(4)
    assert athlete.session.jumps_off is Why.PAIN
    assert athlete.session.stop == NOT_BEFORE
    athlete.say(Undo())
    assert not athlete.session.stop_sign
    assert athlete.done(main(2, "B3")).pain is None
    athlete.say(Redo())
    assert athlete.session.stop_sign


def test_it_is_kept_where_nothing_was_done() -> None:
    athlete = Athlete()
    athlete.say(SayPain(0))
    athlete.say(StopSign())
    assert "only that it hurts" in prompts.finish(athlete.session).question
    athlete.say(Finish())
    assert is_worth_keeping(athlete.session)
    assert not read(document(athlete.session)).is_trained


def test_it_stands_in_the_next_session_until_somebody_has_looked() -> None:
    stands = kept(stopped_session())
    looked = with_looked(stands, True)
    for found, holds in ((stands, True), (looked, False), (with_looked(looked, False), True)):
        known = facts(add_up([summarise([read(found)])]))
        assert (stop_sign(known.outings) is not None) is holds
        assert bool(no_jumps(False, known.outings)), "then a calm session is waited for"
        situation = Situation(
            athlete=Trains(level=Level.ADVANCED, asked=True),
            facts=known,
            shelf=Shelf(shipped=library()),
            now=known.outings[-1].when + DAY_MS,
        )
        choices = Choices(routine=ARTICLE_ROUTINE, level=Level.ADVANCED)
        start = planned_session(choices, situation, "next")
        coming = ComingSession(start=start)
        assert stopped(start.held) == (NOT_BEFORE if holds else "")
        assert (NOT_BEFORE in list(card(coming, Unit.KG))) is holds
        assert not any(exercise.is_jump for exercise in start.exercises)
        seen = outlook(start, known, Unit.KG, situation.now)
        then = (("next", "from Tue"), ("until then", "easy running or rest"))
        face = done_today(coming, seen, known, Unit.KG, None, then)
        home = with_stop_sign(face, known, may_answer=True)
        assert (home.sentence == NOT_BEFORE) is holds
        assert any("easy running" in text for _, text in home.quiet) is not holds
        assert any(key.word == "train again" for key in home.keys) is not holds


def test_beside_an_unfinished_session_it_stands_first() -> None:
    session = stopped_session().session
    quiet = HomeFace("", "", "", "", (), (), ())
    assert finishes_first(session, session.at), "not: go on with it"
    face = unfinished(session, session.at, 0, quiet, Unit.KG)
    home = unfinished_with_stop_sign(face, session.stop, may_answer=False)
    assert (home.word, home.sentence, home.state) == ("Stop", NOT_BEFORE, "alarm")
    assert home.details[0].startswith(f"Unfinished: {session.routine.name}, ")
    assert home.keys[0].word == "finish it as it stands"
    assert not {"next", "left"} & {label for label, _ in home.quiet}
    calm = Athlete().session
    assert not finishes_first(calm, calm.at)
    assert unfinished_with_stop_sign(face, calm.stop, may_answer=False) is face


def test_the_table_of_an_unfinished_session_has_its_rounds_over_it() -> None:
    session = Athlete().session
    face = unfinished(session, session.at, 0, HomeFace("", "", "", "", (), (), ()), Unit.KG)
    head = next(number for number, (_, text) in enumerate(face.quiet) if "round" in text)
    assert face.quiet[head][1].split() == ["round", "1", "2", "3", "4"]
    assert face.quiet[head + 1][0] == "A1"


def test_no_calm_session_ends_it_and_it_is_remembered_behind_a_hundred_others() -> None:
    sign = read(kept(stopped_session()))
    calm = [view(outing(n, row(left=8, right=8), pain=0)) for n in range(120)]
    calm = [structs.replace(each, started=each.started.replace(year=2030)) for each in calm]
    known = facts(add_up([summarise([sign]), summarise(calm)]))
    assert stop_sign(known.outings) is not None


def test_the_history_tells_where_it_hurt_and_the_sign_is_put_right_there() -> None:
    session = read(kept(stopped_session()))
    assert pain_words(structs.replace(session, pain=3)) == "pain 3 before, 7 in B3"
    told = " ".join(line.text for line in detail(session, Unit.KG))
    assert "skipped: pain 7" in told
    assert "stop sign, nobody has looked yet" in told
    assert ("looked", "stands") in [(each.key, each.shown) for each in session_values(session)]
    assert read(amended_session(session, "looked", "looked at")).looked
    assert not read(amended_session(session, "looked", "none")).stop_sign
    assert "stop_sign" not in document(Athlete().session), "old documents stay as they are"


def test_a_session_without_pain_says_so_and_is_found_by_it() -> None:
    calm = view(outing(1, row(left=8, right=8), pain=0))
    assert "pain 0" in " ".join(line.text for line in detail(calm, Unit.KG))
    sore, unasked = (structs.replace(calm, pain=pain) for pain in (3, None))
    assert pain_words(unasked) == ""
    asked = {
        "pain": (calm, sore),
        "no pain": (calm,),
        "without pain": (calm,),
        "pain 0": (calm,),
        "pain 3": (sore,),
        "nobody pain 0": (),
        f"{calm.day} pain 0": (calm,),
    }
    found = {
        text: tuple(
            each for each in (calm, sore, unasked) if SessionFilter(text=text).lets_through(each)
        )
        for text in asked
    }
    assert found == asked


def test_an_emergency_is_kept_as_one_and_told_wherever_the_sign_is() -> None:
    athlete = stopped_session()
    athlete.say(StopSign(emergency=True))
    assert athlete.session.stop == GET_HELP
    read_back = read(kept(athlete))
    assert "an emergency" in sign_words(read_back)
    known = facts(add_up([summarise([read_back])]))
    assert stopped(no_jumps(False, known.outings)) == GET_HELP


def test_it_stops_the_session_until_a_word_goes_on_without_what_hurts() -> None:
    asked = pain_questions.stopped(stopped_session().session)
    assert asked is not None
    assert [answer.key for answer in asked.answers] == ["f"], "going on would be the end"
    assert "B3 " in asked.answers[0].word
    assert "nothing would be left" in asked.answers[0].word
    athlete = stopped_session(key=warm_up(1, "A1"))
    assert athlete.session.is_stopped
    asked = pain_questions.stopped(athlete.session)
    assert asked is not None
    assert [answer.key for answer in asked.answers] == ["f", "g"]
    assert "left out: A1 " in asked.answers[1].word
    assert loads_what_hurts(athlete.session)
    goes_on = asked.answers[1].command
    assert isinstance(goes_on, GoOn)
    athlete.say(goes_on)
    assert pain_questions.stopped(athlete.session) is None
    hurts = loads_what_hurts(athlete.session).values()
    assert not any(step.exercise.id in hurts for step in open_steps(athlete.session)), "left out"
    assert athlete.session.stop == NOT_BEFORE, "it stands on"
    assert WENT_ON not in document(athlete.session)["overrides"], "nothing was done since"
    athlete.say(Undo())
    assert athlete.session.is_stopped
    athlete.say(Redo())
    athlete.walk_past(warm_up(1, "A3"))
    assert WENT_ON in document(athlete.session)["overrides"]


def test_a_session_begun_while_it_stands_is_stopped_at_once_paused_or_not() -> None:
    start = structs.replace(
        started(Level.ADVANCED), held=(UNTIL_LOOKED,), hurts={"step-up": "hurt"}
    )
    athlete = Athlete(start)
    assert athlete.session.is_stopped
    assert "B3 Step-up" in loads_what_hurts(athlete.session)
    asked = pain_questions.stopped(athlete.session)
    assert asked is not None
    assert [answer.key for answer in asked.answers] == ["f", "escape", "g"]
    assert "nothing is kept" in asked.answers[0].word
    all_of_it = tuple(athlete.session.exercises)
    hurt = Athlete(structs.replace(start, hurts=dict.fromkeys(all_of_it, "hurt")))
    asked = pain_questions.stopped(hurt.session)
    assert asked is not None
    assert asked.answer("g") is None, "going on would be the end"
    athlete.say(Pause())
    athlete.say(GoOn(("step-up",)))
    assert athlete.session.goes_on
    assert "step-up" in athlete.session.off
    athlete.say(GoOn(looked=True))
    assert athlete.session.stop == ""
