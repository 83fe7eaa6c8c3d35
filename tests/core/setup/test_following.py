"""What a session's end says of the next one, by the plan's week and by the gates."""

from datetime import timedelta

import pytest
from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete as Person
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.face.summary import afterword, ahead
from runlift_tui.core.plan.plan import METRES_PER_MILE, Answers, Plan
from runlift_tui.core.plan.today import plan_day
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Slot
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.runs.raced import Raced
from runlift_tui.core.session.commands import Finish, SayPain, Started, StopSign, Swap
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import which_comes
from runlift_tui.core.setup.following import following
from runlift_tui.core.setup.landings import APART
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS, day_of, day_words
from tests.core.builders import T0, Athlete, library, main, reps
from tests.core.past import heavy
from tests.rows import for_each

DAY = day_of(T0, 0)
SHELF = Shelf(shipped=library())
TEN = (heavy(10, 10, 4, 24.0), heavy(10, 10, 4, 24.0))
TRAINED = tuple(
    Outing(when=T0 - days * DAY_MS, pain=0, fast="jumping-lunge-high") for days in range(70, 0, -7)
)


def a_plan(week: int) -> Plan:
    """Return a plan of which this is a week, with its one session today."""
    monday = DAY - timedelta(days=DAY.weekday()) - timedelta(weeks=week - 1)
    answers = Answers(
        level=Level.ADVANCED,
        start=monday,
        metres=40 * METRES_PER_MILE,
        pace_s=335,
        run_days=(1, 3, 5, 6),
        hard_days=(1,),
        sessions=1,
    )
    return Plan(id="one", answers=answers)


def situation(plans: tuple[Plan, ...], facts: Facts, now: int = T0) -> Situation:
    day = plan_day(plans, facts, now, 0) if plans else None
    week = None if day is None else day.week
    who = Person(level=Level.ADVANCED)
    return Situation(athlete=who, shelf=SHELF, facts=facts, now=now, week=week)


def start(found: Situation) -> Started:
    return planned_session(Choices(level=Level.ADVANCED), found, "x")


def trained(found: Situation, rir: int = 4) -> Session:
    """Return today's session up to the end of its heavy sets."""
    athlete = Athlete(start(found))
    rounds = next(b.rounds for b in athlete.session.routine.blocks if b.id == "main")
    for round_ in range(1, rounds + 1):
        wanted = reps(10) | {Field.RIR: rir, Field.LOAD_KG: 24.0}
        athlete.walk_past(main(round_, "B1"), wanted)
    athlete.walk()
    return athlete.session


def past(rir: int = 4) -> Facts:
    b1 = LastTime(slot="B1", exercise="rfe-split-squat", sets=TEN, before=TEN, when=T0 - 7 * DAY_MS)
    return Facts(sessions=3, last_times=(b1,), outings=TRAINED)


def said(session: Session, found: Situation, plans: tuple[Plan, ...] = ()) -> str:
    then = following(session, found, plans)
    lines = ahead(session, Gear(), then)
    return " ".join(text for label, text in lines if label in ("next time", ""))


@for_each("week", range(1, 10))
def test_the_end_of_a_session_says_what_home_says_in_the_week_after_it(week: int) -> None:
    plans = (a_plan(week),)
    found = situation(plans, past())
    session = trained(found)
    told = said(session, found, plans)
    now = LastTime(
        slot="B1",
        exercise="rfe-split-squat",
        sets=tuple(
            LastSet.of(done)
            for key, done in session.done.items()
            if key.slot == "B1" and not key.ramp
        ),
        before=TEN,
        when=T0,
    )
    outings = (*TRAINED, Outing(when=T0, pain=0, fast="jumping-lunge-high"))
    facts = Facts(sessions=4, last_times=(now,), outings=outings)
    next_week = start(situation(plans, facts, T0 + 7 * DAY_MS))
    (b1,) = (each for each in next_week.next_times if each.slot == "B1")
    assert told == f"B1  {b1.why}"


@pytest.mark.parametrize(("week", "kind"), [(3, "deload"), (8, "taper")])
def test_before_a_lighter_week_nothing_is_said_to_rise(week: int, kind: str) -> None:
    found = situation((a_plan(week),), past())
    session = trained(found)
    assert "→ 2 x 14 kg" in said(session, found), "by the week of today it would rise"
    told = said(session, found, (a_plan(week),))
    assert told == f"B1  a {kind} week, nothing rises: 2 x 12 kg again"


def test_a_lighter_week_does_not_hold_back_what_comes_after_it() -> None:
    found = situation((a_plan(4),), past())
    session = trained(found)
    assert "nothing rises" in said(session, found)
    assert "nothing rises" not in said(session, found, (a_plan(4),))


def test_the_end_says_for_what_reason_a_jump_falls_out_next_time() -> None:
    found = situation((), past())
    athlete = Athlete(start(found))
    assert "jumps" not in said(athlete.session, found)
    athlete.say(SayPain(7))
    athlete.walk_past(main(1, "B1"), reps(8) | {Field.RIR: 3, Field.LOAD_KG: 24.0})
    told = said(athlete.session, found)
    assert "B2 is Fast split squat, feet down, instead of Jumping lunge: " in told
    assert told.endswith("pain 7 of 10, so no jumps until you say pain 0-2 in a session.")


def test_a_session_that_the_history_has_already_counts_once() -> None:
    found = situation((), past())
    session = trained(found)
    then = following(session, found, ())
    outing = Outing(when=session.began, pain=None, fast="jumping-lunge")
    kept = structs.replace(found, facts=structs.replace(past(), outings=(*TRAINED, outing)))
    assert following(session, kept, ()) == then


def test_a_swap_for_today_promises_nothing_for_the_slot_that_has_its_own_exercise_again() -> None:
    found = situation((), past())
    athlete = Athlete(start(found))
    athlete.say(Swap("B1", SHELF.exercises()["split-squat"]))
    for round_ in range(1, 4):
        athlete.walk_past(main(round_, "B1"), reps(10) | {Field.RIR: 4, Field.LOAD_KG: 24.0})
    athlete.walk()
    assert athlete.session.routine.slot("B1").exercise == "split-squat"
    assert "B1" not in said(athlete.session, found)
    assert "B1" in " ".join(text for _, text in ahead(athlete.session, Gear()))


def test_what_hurt_over_three_is_told_to_be_left_out_or_easier_and_gets_no_load() -> None:
    found = situation((), past())
    session = trained(found)
    assert "B1" in said(session, found)
    done = {
        key: structs.replace(each, pain=4) if key.slot == "B1" else each
        for key, each in session.done.items()
    }
    hurt = structs.replace(session, done=done)
    assert "B1" not in said(hurt, found)
    assert "B1 hurt 4 of 10: leave it out or easier next time" in afterword(hurt)


def test_the_end_says_when_the_next_session_is_as_home_does() -> None:
    found = situation((), past())
    session = trained(found)
    assert following(session, found, ()).when == f"from {day_words(DAY + APART)} on"
    plans = (a_plan(5),)
    found = situation(plans, past())
    session = trained(found)
    facts = Facts(sessions=4, outings=(*TRAINED, Outing(when=T0)))
    which = which_comes(DAY, DAY, plan_day(plans, facts, T0, 0))
    then = following(session, found, plans)
    assert then.when == which.when
    assert then.when.endswith("week 6")
    assert ("next", then.when) in ahead(session, Gear(), then)


def test_while_a_stop_sign_stands_the_end_names_no_next_session() -> None:
    found = situation((), past())
    athlete = Athlete(start(found))
    athlete.say(SayPain(7))
    athlete.say(StopSign())
    athlete.say(Finish())
    session = athlete.session
    assert session.stop
    assert "next" not in dict(ahead(session, Gear(), following(session, found, ())))


@pytest.mark.parametrize("plans", [(), (a_plan(6),)])
def test_on_an_easy_day_after_a_race_there_are_no_jumps_and_nothing_is_heavy(
    plans: tuple[Plan, ...],
) -> None:
    found = situation(plans, past())
    easy = structs.replace(found, easy_day="easy until Wed 2 Dec after the race of Sun 29 Nov")
    usual, light = start(found), start(easy)

    def slots(of: Started) -> dict[str, Slot]:
        return {slot.label: slot for _, slot in of.routine.slots()}

    assert library()[slots(usual)["B2"].exercise].is_jump
    assert not any(library()[each.exercise].is_jump for each in slots(light).values())
    assert easy.easy_day in light.exchanged["B2"]
    least = slots(light)["B1"].rir
    assert least is not None
    assert least[0] >= 3
    rounds = next(each.rounds for each in light.routine.blocks if each.id == "main")
    assert rounds == 2 < next(each.rounds for each in usual.routine.blocks if each.id == "main")
    assert light.week is WeekKind.EASY


def test_the_end_of_a_session_just_before_a_race_tells_the_day_behind_its_easy_ones() -> None:
    session = trained(situation((), past()))
    race = Raced(DAY + timedelta(days=1), 7)
    told = following(session, situation((), past()), (), (race,))
    assert day_words(DAY + timedelta(days=9)) in told.when
