"""What is suggested stands prefilled, inside its slot's range, in the gym's own weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete as Who
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.face.before import told_before
from runlift_tui.core.face.outline import planned_lines
from runlift_tui.core.face.stage import stage
from runlift_tui.core.home.home import done_today, home
from runlift_tui.core.routines.levels import FIRST_DAY, Level, article_routine
from runlift_tui.core.routines.routine import Metres, Reps, Slot
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import LogSet, Prepare, RatePain, SayPain, Started
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.prefill import expected_load, prefill
from runlift_tui.core.session.state import Session, step_at, steps
from runlift_tui.core.session.suggested import after, coming_why, suggested
from runlift_tui.core.session.swaps import swapped_in
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.load_asked import Move
from runlift_tui.core.sets.next_time import Coming, NextTime, next_time, next_times
from runlift_tui.core.sets.pain import PainSaid, with_pain
from runlift_tui.core.sets.progression import AWAY_DAYS, LESS_DAYS, REPS_FIRST
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.kit import kit, without_ramps
from runlift_tui.core.setup.loads import weights_to_put_on
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.units import Unit, load, to_kg, to_unit
from tests.core.builders import T0, Athlete, library, main, reps, started
from tests.core.past import DAY_MS, heavy
from tests.core.sets.test_progression import named
from tests.rows import for_each

FULL = (heavy(10, 10, 3), heavy(10, 10, 4))
BELLS = Weights(list_kg=(8.0, 12.0, 16.0, 20.0, 24.0, 32.0))


def b1(
    *sessions: tuple[LastSet, ...], days: int = 3, exercise: str = "rfe-split-squat"
) -> LastTime:
    before = sessions[-2] if len(sessions) > 1 else ()
    when = T0 - days * DAY_MS
    return LastTime(slot="B1", exercise=exercise, sets=sessions[-1], before=before, when=when)


def planned(*last: LastTime, level: Level = Level.ADVANCED, gear: Gear | None = None) -> Started:
    return planned_by(Facts(sessions=9, first=T0 - 90 * DAY_MS, last_times=last), level, gear)


def planned_by(facts: Facts, level: Level, gear: Gear | None = None) -> Started:
    shelf = Shelf(shipped=library())
    who = Who() if gear is None else Who(weights=gear.weights, unit=gear.unit)
    now = Situation(athlete=who, facts=facts, shelf=shelf, now=T0)
    return planned_session(Choices(level=level), now, "one")


def of_b1(start: Started) -> NextTime:
    return next(each for each in start.next_times if each.slot == "B1")


def at_b1(start: Started) -> Session:
    athlete = Athlete(start)
    athlete.walk_to(main(1, "B1"))
    return athlete.session


def test_what_was_earned_twice_stands_prefilled_with_its_reason() -> None:
    session = at_b1(planned(b1(FULL, FULL)))
    step = step_at(session, main(1, "B1"))
    assert prefill(session, step)[Field.LOAD_KG] == 28.0
    assert prefill(session, step)[Field.LEFT] == 5
    assert coming_why(session, step) == (
        "both legs 10, could do 3 more, twice: 2 x 12 → 2 x 14 kg, from 5"
    )


def test_once_is_not_twice() -> None:
    session = at_b1(planned(b1(FULL)))
    step = step_at(session, main(1, "B1"))
    assert (expected_load(session, step), target(session, step)) == (24.0, 10)


def test_typing_overrules_it_from_then_on() -> None:
    athlete = Athlete(planned(b1(FULL, FULL)))
    athlete.walk_to(main(1, "B1"))
    athlete.say(Prepare({Field.LOAD_KG: 20.0, Field.LEFT: 7}))
    athlete.log(dict(athlete.session.prepared))
    assert athlete.done(main(1, "B1")).load_kg == 20.0
    athlete.walk_to(main(2, "B1"))
    assert expected_load(athlete.session, athlete.step) == 20.0
    assert coming_why(athlete.session, athlete.step) == ""


def test_a_ramp_to_a_load_still_to_be_found_says_what_to_fetch_already_in_the_rest() -> None:
    start = started(level=Level.INTERMEDIATE)
    coming = Coming(level=start.level, now=T0)
    found = next_times(start.routine, library(), (), coming)
    athlete = Athlete(structs.replace(start, next_times=found))
    told: list[tuple[str, str]] = []
    while athlete.step.key != main(1, "B1"):
        if athlete.step.ramp is not None:
            seen = stage(athlete.session, athlete.now, Unit.KG)
            told += [
                (seen.word.partition(" ")[0], each)
                for each in seen.units
                if "2 x 4 kg" in each or each == "without weight"
            ]
            if athlete.step.ramp.share:
                assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] == 8.0, "what is named"
        athlete.on()
    assert any(word == "REST" and "2 x 4 kg" in each for word, each in told), "fetched in the rest"
    assert told[-1] == ("RAMP", "60 % of 2 x 6-8 kg: 2 x 4 kg")
    assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] is None, "nobody typed it"


def test_every_set_of_a_ramp_has_its_line_in_the_weights_and_one_that_this_gym_has() -> None:
    gear = Gear(Weights(list_kg=tuple(range(8, 25, 2))))
    start = structs.replace(started(level=Level.INTERMEDIATE), gear=gear)
    coming = Coming(level=start.level, now=T0, gear=gear)
    found = next_times(start.routine, library(), (), coming)
    session = begin(structs.replace(start, next_times=found), T0)
    told = [(line.label, line.text) for line in weights_to_put_on(session, Unit.KG)]
    assert ("B1 ramp 1", "without weight") in told
    assert ("B1 ramp 2", "without weight") in told, "60 % of 8 kg are lighter than all it has"
    assert ("B1", "begin with 2 x 8 kg") in told


def test_where_to_begin_is_told_until_a_load_is_typed() -> None:
    start = started()
    coming = Coming(level=start.level, now=T0)
    found = next_times(start.routine, library(), (), coming)
    athlete = Athlete(structs.replace(start, next_times=found))
    athlete.walk_to(main(1, "B1"))
    assert coming_why(athlete.session, athlete.step).startswith("first time: begin with 2 x ")
    athlete.say(Prepare({Field.LEFT: 7}))
    assert coming_why(athlete.session, athlete.step), "the load is still to be found"
    athlete.say(Prepare({Field.LOAD_KG: 32.0}))
    assert coming_why(athlete.session, athlete.step) == ""
    seen = stage(athlete.session, athlete.now, Unit.KG)
    assert (seen.load, seen.own.lines) == ("2x16 KG", ())
    assert "type it" not in seen.cue


def test_the_lighter_sets_lead_up_to_what_is_suggested() -> None:
    session = begin(planned(b1(FULL, FULL), level=Level.INTERMEDIATE), T0)
    assert expected_load(session, step_at(session, main(1, "B1", 2))) == 16.0
    assert coming_why(session, step_at(session, main(1, "B1", 2))) == ""


def test_it_lies_in_the_start_and_is_not_worked_out_again() -> None:
    start = planned(b1(FULL, FULL))
    other = structs.replace(start, next_times=(structs.replace(of_b1(start), load_kg=11.0),))
    session = begin(other, T0)
    assert expected_load(session, step_at(session, main(1, "B1"))) == 11.0


def test_after_time_off_the_last_load_from_the_low_end() -> None:
    found = of_b1(planned(b1(FULL, FULL, days=AWAY_DAYS + 1)))
    assert (found.load_kg, found.reps, found.move) == (24.0, 5, Move.SAME)
    assert found.why == "15 days off: 2 x 12 kg again, from 5"
    in_time = of_b1(planned(b1(FULL, FULL, days=AWAY_DAYS)))
    assert in_time.move is Move.UP


def test_after_weeks_off_less() -> None:
    short = (heavy(4, 4, 0),)
    for sets in (short, FULL):
        found = of_b1(planned(b1(sets, sets, days=LESS_DAYS + 1)))
        assert (found.load_kg, found.move) == (20.0, Move.DOWN)


def test_less_says_why_in_short_as_well() -> None:
    near, few = (heavy(5, 5, 0),), (heavy(3, 3, 0),)
    for said, last in (
        ("last time too near the limit", b1(near, near)),
        ("too few reps last time", b1(few, few)),
        ("after weeks off", b1(FULL, FULL, days=60)),
    ):
        assert of_b1(planned(last)).what == f"2 x 12 → 2 x 10 kg, {said}"
    assert of_b1(planned(b1(FULL, FULL))).what == "2 x 12 → 2 x 14 kg"


def test_after_months_off_nothing_stands_prefilled() -> None:
    start = planned(b1(FULL, FULL, days=204))
    assert of_b1(start).why.startswith("204 days off: begin with 2 x 8-10 kg, add until")
    session = at_b1(start)
    assert expected_load(session, step_at(session, main(1, "B1"))) is None


def test_pain_before_the_first_set_takes_a_rise_back() -> None:
    athlete = Athlete(planned(b1(FULL, FULL)))
    athlete.say(SayPain(7))
    step = step_at(athlete.session, main(1, "B1"))
    assert (expected_load(athlete.session, step), target(athlete.session, step)) == (24.0, 10)
    assert coming_why(athlete.session, step).startswith("after pain 7 of 10 nothing rises")


@for_each(
    ("pain", "days", "move"),
    [(7, 3, Move.DOWN), (6, 3, Move.DOWN), (5, 3, Move.DOWN), (7, 6, Move.SAME)],
)
def test_what_hurt_comes_back_lighter_and_once(pain: int, days: int, move: Move) -> None:
    done = b1((heavy(10, 10, 3),))
    pains = {"rfe-split-squat": PainSaid(T0 - days * DAY_MS, pain)}
    facts = Facts(sessions=9, last_times=(with_pain(done, pains),), pains=pains)
    start = planned_by(facts, Level.ADVANCED)
    found = of_b1(start)
    assert found.move is move
    if move is Move.DOWN:
        assert found.why == f"hurt {pain} of 10 last time: 2 x 12 → 2 x 10 kg"
    seen = outlook(start, facts, Unit.KG, T0)
    face = home(ComingSession(start=start), seen, facts, T0)
    told = "hurt 7 of 10 last time: leave it out while it hurts (s, then 3)"
    assert any(told in each for each in face.details) == (pain == 7)
    assert len(seen.hurting) == 1, "and 4 or 5 is named, too"
    assert ("one step easier" in seen.hurting[0]) == (pain == 5)
    done_face = done_today(ComingSession(start=start), seen, facts, Unit.KG)
    assert set(seen.hurting) <= set(done_face.details)
    athlete = Athlete(start)
    athlete.say(SayPain(8))
    assert of_b1(athlete.session.start).move is move, "what hurts today raises nothing"


def test_that_it_hurt_is_said_once_before_a_set() -> None:
    for pain, times in ((5, 1), (3, 1)):
        told = f"hurt {pain} of 10 last time"
        done = structs.replace(b1((heavy(8, 8, 3),)), hurt=True, pain=pain, eases=pain > 3)
        start = structs.replace(planned(done), hurts={"rfe-split-squat": told})
        session = at_b1(start)
        lines = told_before(session, step_at(session, main(1, "B1")))
        assert sum(told in each for each in lines) == times
        assert any("2 x 10 kg" in each for each in lines) == (pain == 5)


def test_an_answer_of_3_since_goes_on_as_planned() -> None:
    pains = {"rfe-split-squat": PainSaid(T0 - DAY_MS, 7, since=3)}
    facts = Facts(sessions=9, pains=pains)
    (told,) = outlook(planned_by(facts, Level.ADVANCED), facts, Unit.KG, T0).hurting
    assert told == (
        "B1 Rear-foot-elevated split squat hurt 3 of 10 last time: "
        "go on as planned; nothing of it rises before a session with pain 0-2."
    )


@for_each(("answer", "said"), [(None, 5), (3, 3), (1, 5), (4, 4)])
def test_what_comes_next_is_told_by_the_newest_answer(answer: int | None, said: int) -> None:
    last = structs.replace(b1((heavy(8, 8, 3),)), hurt=True, pain=5)
    athlete = Athlete(planned(last))
    athlete.walk_to(main(1, "B1"))
    athlete.log({Field.LEFT: 8, Field.RIGHT: 8, Field.LOAD_KG: 24.0, Field.RIR: 3})
    if answer is not None:
        athlete.say(RatePain(main(1, "B1"), answer))
    (found,) = (each for each in after(athlete.session, Gear()) if each.slot == "B1")
    assert found.why.startswith(
        f"hurt {said} of 10" if answer == 4 else f"after pain {said} of 10 nothing rises"
    )


def test_what_hurt_alike_is_named_in_one_sentence() -> None:
    pains = {"rfe-split-squat": PainSaid(T0, 7), "step-up": PainSaid(T0, 6)}
    facts = Facts(sessions=9, pains=pains)
    (told,) = outlook(planned_by(facts, Level.ADVANCED), facts, Unit.KG, T0).hurting
    assert told.startswith("B1 Rear-foot-elevated split squat hurt 7 of 10 last time; B3 Step-up")
    assert told.count("leave it out") == 1


def test_an_own_load_put_down_in_the_last_set_stays_down() -> None:
    own, untyped = heavy(8, 8, 3), LastSet(left=8, right=8)
    down = LastSet(left=8, right=8, load_kg=0)
    slot = Slot(
        label="B1",
        exercise="rfe-split-squat",
        prescription=Reps(8, 8),
        target=8,
        unloaded=True,
    )
    exercise = library()[slot.exercise]
    for sets, stands in (((own, down), False), ((down, own), True), ((own, untyped), True)):
        assert (next_time(slot, exercise, [b1(sets)], Coming(now=T0)) is not None) == stands


def test_where_no_load_was_typed_it_is_still_to_be_found() -> None:
    untyped = (LastSet(left=8, right=8),)
    start = planned(b1(untyped, untyped))
    assert of_b1(start).why.startswith("no load typed last time: begin with 2 x ")
    lines = dict(planned_lines(begin(start, T0), Unit.KG))
    assert "from 2 x 8-10 kg" in lines["B1"], "as it stands before the start, in silence nothing"


def test_a_set_without_the_load_that_was_suggested_says_how_it_is_typed_and_asks_nothing() -> None:
    athlete = Athlete(planned())
    athlete.walk_past(main(1, "B1"))
    (asked,) = stage(athlete.session, athlete.now, Unit.KG).own.lines
    assert asked == "no load? tab twice, type it (0 is without weight)"
    for kg in (0.0, 16.0):
        athlete.correct(main(1, "B1"), {Field.LOAD_KG: kg})
        assert stage(athlete.session, athlete.now, Unit.KG).own.lines == ()


def test_a_slot_without_weight_is_left_as_it_is() -> None:
    routine = article_routine(Level.BEGINNER, FIRST_DAY)
    assert next_times(routine, library(), [b1(FULL, FULL)], Coming(now=T0)) == ()


def test_what_was_done_in_another_slot_never_rises_in_this_one() -> None:
    found = of_b1(planned(structs.replace(b1(FULL, FULL), slot="B3")))
    assert (found.load_kg, found.reps, found.move) == (24.0, 5, Move.SAME)
    assert found.why == "as in B3: 2 x 12 kg, from 5"


@for_each("kg", [28.0, 12.0, 80.0])
def test_what_was_lifted_stands_though_no_list_has_it_and_a_word_says_so(kg: float) -> None:
    found = of_b1(planned(b1((heavy(7, 7, 1, kg),)), gear=Gear(BELLS)))
    shown = load(kg, 2, Unit.KG)
    assert found.load_kg == kg
    assert not found.anew
    assert found.why.endswith(f"{shown}; {shown} is not on your list")


def test_what_was_lifted_is_there_where_only_a_step_is_known() -> None:
    found = of_b1(planned(b1((heavy(7, 7, 1, 28.0),)), gear=Gear(Weights(step_kg=2.5))))
    assert found.load_kg == 28.0


@for_each("weights", [Weights(step_kg=2.0), Weights(), BELLS])
@for_each("rir", [None, 0, 1, 2, 3])
@for_each("week", [WeekKind.BUILD, WeekKind.DELOAD])
def test_after_a_change_of_unit_the_next_load_is_one_of_the_new_units(
    weights: Weights, rir: int | None, week: WeekKind
) -> None:
    pounds = round(2 * to_kg(20, Unit.LB), 4)
    last = b1((heavy(7, 7, rir, pounds),))
    slot = Slot(label="B1", exercise="rfe-split-squat", prescription=Reps(6, 8), target=6)
    coming = Coming(gear=Gear(weights), week=week, now=T0)
    found = next_time(slot, library()[slot.exercise], [last], coming)
    assert found is not None
    assert found.load_kg == 16.0
    assert found.move is Move.DOWN
    assert "2 x 8 kg" in found.what
    assert named(found.why.rpartition(";")[2]) == "2 x 8 kg"


def test_a_carry_after_a_change_of_unit_has_a_weight_that_is_there() -> None:
    carry = library()["farmer-carry"]
    kg = round(carry.implements * to_kg(35, Unit.LB), 4)
    start = planned()
    slot = structs.replace(
        start.routine.slot("B3"), exercise=carry.id, prescription=Metres(20, 40), target=20
    )
    routine = start.routine.with_slots(lambda each: slot if each.label == "B3" else each)
    last = LastTime(slot="B3", exercise=carry.id, sets=(LastSet(metres=20, load_kg=kg),), when=T0)
    start = structs.replace(
        start, routine=routine, exercises=(*start.exercises, carry), last=(last,), next_times=()
    )
    session = begin(start, T0)
    assert expected_load(session, step_at(session, main(1, "B3"))) == 14.0 * carry.implements
    there = structs.replace(start, gear=Gear(unit=Unit.LB))
    session = begin(there, T0)
    assert expected_load(session, step_at(session, main(1, "B3"))) == kg


def test_pounds() -> None:
    kg = to_kg(50, Unit.LB)
    full = (LastSet(left=10, right=10, rir=3, load_kg=2 * kg, implements=2),)
    found = of_b1(planned(b1(full, full), gear=Gear(unit=Unit.LB)))
    assert "2 x 50 → 2 x 55 lb" in found.why
    assert to_unit(found.load_kg, Unit.LB) == pytest.approx(110)


def test_home_says_it_of_the_slot_that_changes() -> None:
    step_up = LastTime(
        slot="B3",
        exercise="step-up",
        sets=(LastSet(left=12, right=12, rir=3, load_kg=24, implements=2),),
        before=(LastSet(left=12, right=12, rir=3, load_kg=24, implements=2),),
        when=T0 - DAY_MS,
    )
    last = (b1((heavy(7, 7, 2),)), step_up)
    start = planned(*last)
    said = outlook(start, Facts(last_times=last), Unit.KG, T0).coming
    assert said.startswith("B3  both legs 12")
    first = outlook(planned(), Facts(), Unit.KG, T0).coming
    assert first.startswith("B1  begin with 2 x 8-10 kg, add until you could do 2 more")


def test_a_swap_brings_its_own() -> None:
    athlete = Athlete(planned(b1(FULL, FULL)))
    athlete.walk_to(main(1, "B1"))
    goblet = library()["goblet-squat"]
    sets = (LastSet(reps=8, rir=2, load_kg=20.0),)
    facts = Facts(last_times=(b1(sets, sets, exercise=goblet.id),), best={goblet.id: sets})
    athlete.say(swapped_in(athlete.step.slot, goblet, facts, Coming(now=T0)))
    step = pending(athlete.session)
    assert step is not None
    assert prefill(athlete.session, step)[Field.REPS] == 9
    assert expected_load(athlete.session, step) == 20.0
    assert athlete.session.start.best[goblet.id] == sets


def test_the_session_itself_says_what_comes_next() -> None:
    athlete = Athlete(planned(b1((heavy(9, 9, 3), heavy(9, 9, 3)), FULL)))
    for round_ in (1, 2, 3, 4):
        athlete.walk_past(main(round_, "B1"), reps(10) | {Field.RIR: 3})
    found = {each.slot: each for each in after(athlete.session, Gear())}
    assert found["B1"].why == "both legs 10, could do 3 more, twice: 2 x 12 → 2 x 14 kg, from 5"
    athlete.correct(main(4, "B1"), {Field.RIGHT: 9})
    found = {each.slot: each for each in after(athlete.session, Gear())}
    assert found["B1"].move is Move.SAME


def test_a_session_without_a_load_suggests_nothing() -> None:
    athlete = Athlete(started())
    athlete.walk()
    assert list(after(athlete.session, Gear())) == []


_rows = st.builds(
    LastSet,
    left=st.integers(0, 14),
    right=st.integers(0, 14),
    rir=st.none() | st.integers(0, 9),
    load_kg=st.sampled_from([None, 0.0, 8.0, 24.0, 28.0, 31.0, 64.0]),
    implements=st.just(2),
)
_outings = st.lists(_rows, min_size=1, max_size=4).map(tuple)


@given(_outings, _outings, st.integers(0, 60), st.sampled_from(Unit))
def test_a_suggestion_is_a_weight_of_the_gym_within_the_range_and_explained(
    before: tuple[LastSet, ...], last: tuple[LastSet, ...], days: int, unit: Unit
) -> None:
    start = planned(b1(before, last, days=days), gear=Gear(BELLS, unit))
    for found in start.next_times:
        asked = start.routine.slot(found.slot).prescription
        if found.slot != "B1":
            continue
        assert isinstance(asked, Reps)
        assert asked.low <= found.reps <= asked.high + REPS_FIRST
        assert found.why
        each = found.load_kg / 2
        listed = each == 0 or min(abs(each - kg) for kg in BELLS.list_kg) < 1e-3
        assert listed or found.load_kg in {done.load_kg for done in last}, "or was lifted"
        assert start.routine.slot(found.slot).target == found.reps


@given(_outings, st.floats(0, 200), st.integers(0, 20))
def test_whatever_is_typed_stands(last: tuple[LastSet, ...], load: float, count: int) -> None:
    session = at_b1(planned(b1(last, last)))
    values = {Field.LEFT: count, Field.RIGHT: count, Field.LOAD_KG: load, Field.RIR: None}
    session = apply(session, session.at, LogSet(values))
    assert session.done[main(1, "B1")].load_kg == load


def test_nothing_is_suggested_for_what_is_no_longer_in_its_slot() -> None:
    session = begin(planned(b1(FULL, FULL)), T0)
    slot = structs.replace(session.routine.slot("B1"), exercise="goblet-squat")
    assert suggested(session, slot) is None
    assert isinstance(suggested(session, session.routine.slot("B1")), NextTime)


def test_where_the_range_has_fallen_below_what_was_done_the_load_goes_one_step_up() -> None:
    def after_ten(rir: int | None, reps: Reps, week: WeekKind = WeekKind.BUILD) -> NextTime:
        sets = tuple(LastSet(left=10, right=10, load_kg=24.0, implements=2, rir=rir) for _ in "abc")
        last = (LastTime(slot="B1", exercise="rfe-split-squat", sets=sets),)
        exercise = library()["rfe-split-squat"]
        slot = Slot(label="B1", exercise=exercise.id, prescription=reps, target=8, rir=(2, 3))
        found = next_time(slot, exercise, last, Coming(now=T0, week=week))
        assert found is not None
        return found

    found = after_ten(3, Reps(6, 8))
    assert (found.load_kg, found.reps) == (28.0, 6)
    assert found.why == "6-8 now after 10, could do 3 more: 2 x 12 → 2 x 14 kg, from 6"
    assert after_ten(3, Reps(8, 10)).load_kg == 24.0, "in the range it waits for a second time"
    assert after_ten(2, Reps(6, 8)).load_kg == 24.0, "a step of 17 % asks for three left"
    assert after_ten(None, Reps(6, 8)).load_kg == 24.0, "nobody said how many were left"
    for week in (WeekKind.DELOAD, WeekKind.TAPER, WeekKind.RACE):
        assert after_ten(5, Reps(8, 8), week).load_kg == 24.0


@for_each("left", [None, 0, 4, 9])
def test_where_no_weight_is_asked_for_ones_own_never_rises(left: int | None) -> None:
    slot = article_routine(Level.BEGINNER, FIRST_DAY).slot("B1")
    exercise = library()[slot.exercise]
    last = b1((heavy(12, 12, left),), (heavy(12, 12, left),), exercise=exercise.id)
    coming = Coming(now=T0)
    found = next_time(slot, exercise, [last], coming)
    assert found is not None
    near = left == 0
    assert found.load_kg == (20.0 if near else 24.0)
    assert found.why.endswith(
        "2 x 12 → 2 x 10 kg" if near else "you took your own: 2 x 12 kg again"
    )
    long_ago = structs.replace(last, when=T0 - (AWAY_DAYS + 1) * DAY_MS)
    assert next_time(slot, exercise, [long_ago], coming) is None
    assert next_time(slot, exercise, [], coming) is None


SHORT = (heavy(4, 4, 0),)
PAST = [(FULL,), (FULL, FULL), (SHORT,), (SHORT, SHORT), ((heavy(8, 8, 2),),), ((heavy(8, 8),),)]


@for_each("gear", [None, Gear(BELLS), Gear(unit=Unit.LB)])
@for_each("days", [3, AWAY_DAYS + 1, LESS_DAYS + 1])
@for_each("sessions", PAST)
def test_the_load_that_a_sentence_names_stands_prefilled_and_on_kit_and_card(
    sessions: tuple[tuple[LastSet, ...], ...], days: int, gear: Gear | None
) -> None:
    start = planned(b1(*sessions, days=days), gear=gear)
    unit = (gear or Gear()).unit
    session = at_b1(start)
    step = step_at(session, main(1, "B1"))
    shown = load(prefill(session, step)[Field.LOAD_KG], 2, unit)
    assert named(coming_why(session, step)) == shown
    assert stage(session, session.at, unit).load == shown.upper().replace(" X ", "x")
    assert shown in kit(begin(start, T0), unit)
    assert any(f" at {shown}," in line for line in card(ComingSession(start=start), unit))


def test_the_kit_has_what_only_the_ramp_is_done_with() -> None:
    start = planned(b1(FULL), gear=Gear(BELLS))
    session = begin(start, T0)
    ramps = {
        load(kg, step.exercise.implements, Unit.KG)
        for step in steps(session)
        if step.ramp is not None and (kg := expected_load(session, step)) is not None
    }
    assert ramps, "or the test shows nothing"
    for each in ramps:
        assert each in kit(session, Unit.KG)[-1]
    assert kit(session, Unit.KG)[-1].endswith(" in the ramp")
    short = without_ramps(kit(session, Unit.KG))
    assert (short[-1], "ramp" in " ".join(short)) == ("…", False), "what is cut has a mark"
    without = start.routine.with_slots(lambda slot: structs.replace(slot, ramp=()))
    bare = begin(structs.replace(start, routine=without), T0)
    assert not any("ramp" in each for each in kit(bare, Unit.KG))
    assert without_ramps(kit(bare, Unit.KG)) == kit(bare, Unit.KG)
