"""A set that was stopped for pain: told wherever its exercise is, and no base for more."""

from datetime import timedelta

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.exercises.groups import Group, StandIn, about
from runlift_tui.core.face.set_rows import SummaryRow, rows
from runlift_tui.core.face.stage import stage
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.history.past import PastSession, only
from runlift_tui.core.history.text import session_text
from runlift_tui.core.history.told import detail
from runlift_tui.core.home.home import done_lines
from runlift_tui.core.progress.exercise import outings_of, stop_words
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import (
    Correct,
    Finish,
    Prepare,
    RatePain,
    SayPain,
    Skip,
    Swap,
)
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.prefill import expected_load
from runlift_tui.core.session.state import Session, step_at
from runlift_tui.core.session.suggested import coming_why, suggested
from runlift_tui.core.session.swaps import seen, start_words, swapped_in
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.lately import days_done
from runlift_tui.core.sets.load_asked import Move
from runlift_tui.core.sets.next_time import Coming, NextTime, next_time
from runlift_tui.core.sets.told import last_lines
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.units import Unit
from runlift_tui.store.history.year_summary import facts, summarise
from tests.core.builders import T0, Athlete, library, main, reps, started
from tests.core.past import heavy
from tests.rows import for_each

KG = Unit.KG
STEP_UP = library()["step-up"]
AT_TEN = {**reps(5, 3), Field.LOAD_KG: 20.0}
TOLD = "5/3 at 2 x 10 kg, stopped: pain 5"


def stopped(pain: int = 5, *last: LastTime, typed: bool = True) -> Athlete:
    """Return somebody whose first step-up was stopped for pain."""
    athlete = Athlete(started(last=last))
    athlete.walk_to(main(1, "B3"))
    assert athlete.step.exercise.id == "step-up"
    if typed:
        athlete.say(Prepare(AT_TEN))
    athlete.say(RatePain(main(1, "B3"), pain))
    return athlete


def past(athlete: Athlete) -> PastSession:
    athlete.say(Finish())
    found = past_session(document(athlete.session))
    assert found is not None
    return found


def of_b3(session: Session) -> SummaryRow:
    return next(each for each in rows(session, KG) if each.step.key == main(1, "B3"))


def known(*sessions: PastSession) -> Facts:
    return facts(summarise(sessions))


def coming(found: Facts, days: int = 3) -> NextTime:
    slot = started().routine.slot("B3")
    told = next_time(slot, STEP_UP, found.last_times, Coming(now=T0 + days * DAY_MS))
    assert told is not None
    return told


def before_it(kg: float = 20.0, days: int = 7) -> LastTime:
    done = heavy(8, 8, 3, kg)
    return LastTime(slot="B3", exercise="step-up", sets=(done, done), when=T0 - days * DAY_MS)


def test_what_was_stopped_is_no_first_time_and_is_not_added_to() -> None:
    found = known(past(stopped()))
    told = coming(found)
    assert told.why == "hurt 5 of 10 last time: 2 x 10 → 2 x 8 kg"
    assert (told.load_kg, told.move, told.anew) == (16.0, Move.DOWN, False)
    later = coming(found, days=200)
    assert (later.load_kg, later.anew) == (16.0, False), "nor is it looked for anew after months"


@for_each("pain", [4, 5, 8])
def test_without_a_load_it_begins_light_and_stays_there(pain: int) -> None:
    told = coming(known(past(stopped(pain, typed=False))))
    assert told.why == (
        f"hurt {pain} of 10 last time: 2 x 4 kg, no more until a session with pain 0-2"
    )
    assert (told.load_kg, told.anew) == (8.0, False)


def test_no_set_that_was_stopped_is_a_base_a_best_one_or_a_set() -> None:
    session = past(stopped())
    found = known(session)
    (time,) = (each for each in found.last_times if each.exercise == "step-up")
    assert (time.sets, len(time.stopped), time.hurt_kg) == ((), 1, 20.0)
    assert "step-up" not in found.best
    assert outings_of([session], "step-up") == ()
    assert not time.was_done, "what it is to be sore of is still new"


def test_it_is_told_on_every_page_that_asks_what_was_done() -> None:
    session = past(stopped())
    found = known(session)
    assert stop_words([session], "step-up", KG) == f"{session.day}: {TOLD}"
    alone = only(session, "step-up")
    assert alone is not None
    assert stop_words([alone], "step-up", KG) == f"{session.day}: {TOLD}"
    assert last_lines("step-up", found.last_times, KG) == (f"B3  {TOLD}",)
    assert "Step-up: " + TOLD in session_text(session, KG)
    assert ("B3", TOLD) in done_lines(found, KG, started())
    lines = [line.text for line in detail(session, KG)]
    assert any("→ 5/3, stopped: pain 5" in line and "2 x 10 kg" in line for line in lines)
    assert days_done(found.last_times, 0)["step-up"] == session.day


def test_the_summary_has_its_counts_and_its_load() -> None:
    row = of_b3(stopped().session)
    assert row.done == TOLD


def test_a_set_skipped_for_no_pain_is_told_as_ever() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Prepare({Field.LOAD_KG: 20.0}))
    athlete.say(Skip(Why.TIME))
    row = of_b3(athlete.session)
    assert row.done == "skipped: time"
    session = past(athlete)
    assert not any("2 x 10 kg" in line.text for line in detail(session, KG))
    assert not any("Step-up" in line for line in session_text(session, KG))


def test_the_swap_list_knows_it_and_what_it_begins_with() -> None:
    found = known(past(stopped()))
    now = begin(structs.replace(started(), last=found.last_times), T0 + 3 * DAY_MS)
    told = seen(now, found.last_times, STEP_UP, "B3", KG)
    assert told is not None
    assert told.done == TOLD
    slot = now.routine.slot("B3")
    swap = swapped_in(slot, STEP_UP, found, Coming(now=T0 + 3 * DAY_MS))
    words = start_words(now, slot, swap, KG)
    assert words == "Starts at 2 x 8 kg: hurt 5 of 10 last time: 2 x 10 → 2 x 8 kg."
    one = StandIn(exercise=STEP_UP, group=Group.YOURS)
    sheet = about(one, STEP_UP, " ".join(told), words)
    assert not any("never done" in line.text or "add until" in line.text for line in sheet)


def test_after_a_swap_back_the_work_screen_adds_nothing_to_what_hurt() -> None:
    found = known(past(stopped()))
    start = structs.replace(started(), hurts={"step-up": "hurt 5 of 10 last time"})
    athlete = Athlete(start)
    athlete.walk_to(main(1, "B3"))
    slot = athlete.session.routine.slot("B3")
    athlete.say(Swap("B3", library()["step-up-low"]))
    athlete.say(swapped_in(slot, STEP_UP, found, Coming(now=T0)))
    face = stage(athlete.session, athlete.now, KG)
    said = " ".join((face.cue, *face.units, *(line.text for line in face.before)))
    assert "add until" not in said
    assert "first time" not in said
    assert expected_load(athlete.session, athlete.step) == 16.0


def test_less_than_what_hurt_comes_also_the_same_day() -> None:
    athlete = stopped()
    athlete.walk_to(main(2, "B3"))
    step = athlete.step
    assert expected_load(athlete.session, step) == 16.0
    assert coming_why(athlete.session, step) == "hurt 5 of 10 today: 2 x 10 → 2 x 8 kg"
    swap = Swap("B3", library()["step-up-low"])
    athlete.say(swap)
    back = Swap("B3", STEP_UP)
    words = start_words(athlete.session, athlete.session.routine.slot("B3"), back, KG)
    assert words == "Starts at 2 x 8 kg: hurt 5 of 10 today: 2 x 10 → 2 x 8 kg."
    told = seen(athlete.session, (), STEP_UP, "B3", KG)
    assert told is not None
    assert (told.done, told.day) == (TOLD, "today")


def test_the_load_that_hurt_is_what_the_set_had_and_not_what_was_done_before() -> None:
    """It was 10 last time, 8 was typed for the set that hurt: 8 does not come again."""
    athlete = Athlete(started(last=(before_it(),)))
    athlete.walk_to(main(1, "B3"))
    athlete.say(Prepare({Field.LOAD_KG: 16.0}))
    athlete.say(RatePain(main(1, "B3"), 4))
    session = past(athlete)
    done = summarise([session])
    (time,) = (each for each in facts(done).last_times if each.exercise == "step-up")
    assert time.hurt_kg == 16.0
    earlier = structs.replace(done, slots={"B3/step-up": before_it()})
    told = coming(facts(earlier))
    assert told.load_kg < 16.0
    assert told.why == "hurt 4 of 10 last time: 2 x 8 → 2 x 6 kg"


def test_a_load_that_stood_there_untyped_hurt_as_well() -> None:
    athlete = stopped(5, before_it(), typed=False)
    assert athlete.done(main(1, "B3")).load_kg == 20.0
    untouched = Athlete(started(last=(before_it(),)))
    untouched.walk_to(main(1, "B3"))
    untouched.say(Skip(Why.PAIN))
    assert untouched.done(main(1, "B3")).load_kg is None, "nobody says that it was lifted"


def test_after_weeks_off_too_less_than_what_hurt_comes() -> None:
    done = summarise([past(stopped(4))])
    earlier = structs.replace(done, slots={"B3/step-up": before_it(40.0, days=40)})
    assert coming(facts(earlier)).load_kg < 20.0


def test_a_set_done_since_without_a_stop_is_what_counts_again() -> None:
    first, second = Athlete(started(Level.ADVANCED)), stopped()
    first.walk_to(main(1, "B4"))
    hurt, calm = past(second), past(first)
    calm = structs.replace(calm, started=calm.started + timedelta(days=3))
    (time, *_) = (t for t in known(hurt, calm).last_times if t.exercise == "step-up")
    assert (time.stopped, time.hurt_kg) == ((), None)
    assert stop_words([hurt, calm], "step-up", KG) == ""


def test_nothing_rises_after_a_stop_though_its_pain_was_little() -> None:
    full = (heavy(10, 10, 3, 20.0),) * 2
    time = LastTime(slot="B3", exercise="step-up", sets=full, before=full, when=T0)
    slot = started().routine.slot("B3")
    now = Coming(now=T0 + DAY_MS)
    up, held = (
        next_time(slot, STEP_UP, [each], now)
        for each in (time, structs.replace(time, stopped=(heavy(3, 3, None, 20.0),), stopped_at=T0))
    )
    assert up is not None
    assert held is not None
    assert up.reps == 11
    assert held.reps == 10
    assert held.why.startswith("after a stop for pain nothing rises")


def test_a_count_typed_behind_the_stop_is_kept_with_it() -> None:
    athlete = stopped(5, before_it(), typed=False)
    athlete.say(Correct(main(1, "B3"), reps(5, 3)))
    session: Session = athlete.session
    assert session.done[main(1, "B3")].skipped is Why.PAIN
    row = of_b3(session)
    assert row.done == TOLD
    assert suggested(session, session.routine.slot("B3")) is not None


def test_no_work_screen_calls_it_a_first_time_with_or_without_a_load() -> None:
    found = known(past(stopped()))
    athlete = Athlete(started(last=found.last_times))
    athlete.walk_to(main(1, "B3"))
    (line, *_) = stage(athlete.session, athlete.now, KG).before
    assert (line.label, line.text) == ("last time", TOLD)
    again = Athlete(started(last=(before_it(),)))
    again.walk_to(main(1, "B3"))
    (line, *_) = stage(again.session, again.now, KG).before
    assert "8/8" in line.text


@for_each(("pain", "held"), [(5, False), (6, True), (9, True)])
def test_after_too_much_pain_no_load_is_looked_for_upwards(pain: int, held: bool) -> None:
    athlete = Athlete(started())
    athlete.walk_to(main(1, "B4"))
    athlete.say(RatePain(main(1, "B4"), pain))
    found, squat = known(past(athlete)), library()["goblet-squat"]
    slot = structs.replace(started().routine.slot("B1"), exercise=squat.id)
    told = next_time(slot, squat, found.last_times, Coming(now=T0 + DAY_MS, pains=found.pains))
    assert told is not None
    assert told.anew is not held
    assert ("add until" in told.why) is not held
    if held:
        light = f"{told.load_kg:g} kg, no more until a session with pain 0-2"
        assert told.why == f"after pain {pain} of 10: {light}"
        assert told.move is Move.SAME
    swap = swapped_in(slot, squat, found, Coming(now=T0 + DAY_MS))
    assert swap.next_time == told, "nor of what comes into a slot for today"


def test_what_was_typed_before_the_first_set_holds_a_first_load_back_too() -> None:
    athlete = Athlete(structs.replace(started(), last=()))
    athlete.say(SayPain(7))
    found = suggested(athlete.session, athlete.session.routine.slot("B1"))
    assert found is not None
    assert (found.anew, found.why.startswith("after pain 7 of 10: ")) == (False, True)
    assert expected_load(athlete.session, step_at(athlete.session, main(1, "B1"))) == found.load_kg


def test_the_session_that_comes_asks_for_no_load_to_be_found_after_too_much_pain() -> None:
    athlete = Athlete(started())
    athlete.walk_to(main(1, "B4"))
    athlete.say(RatePain(main(1, "B4"), 7))
    shelf = Shelf(shipped=library())
    found = Situation(facts=known(past(athlete)), shelf=shelf, now=T0 + 2 * DAY_MS)
    start = planned_session(Choices(level=Level.INTERMEDIATE), found, "")
    told = {each.slot: each for each in start.next_times}
    assert told["B1"].why == ("after pain 7 of 10: 2 x 6 kg, no more until a session with pain 0-2")
    assert not any(each.anew or "add until" in each.why for each in told.values())
