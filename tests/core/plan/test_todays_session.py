"""The session of the day as the plan has it, and what outranks the plan."""

from datetime import timedelta
from typing import Any

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.gates import Checks
from runlift_tui.core.athlete.ladder import BACK
from runlift_tui.core.plan.plan import TimeOff, WeekChange
from runlift_tui.core.plan.today import plan_day
from runlift_tui.core.plan.todays_session import is_lighter
from runlift_tui.core.plan.week_words import has_fallen
from runlift_tui.core.plan.weeks import PlanWeek, plan_weeks
from runlift_tui.core.routines.edit import fresh_slot
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Reps, Routine, Slot
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.session.commands import Started
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import LIGHT, ONE_MORE, why_fewer
from runlift_tui.core.setup.planning import Situation, planned_session, stage_of
from runlift_tui.core.words.days import DAY_MS, midnight
from tests.core.builders import T0, library
from tests.core.plans import MONDAY, plan
from tests.rows import for_each

NOW = T0 + 100 * DAY_MS
GOOD = Checks(stance_s=30, squats=True, landings=True, calm=True, when=NOW - 10 * DAY_MS)
USUAL = "runner-lower-body"
SHELF = Shelf(shipped=library())


def outings(fast: str, **last: Any) -> tuple[Outing, ...]:
    """Return two calm months on one rung, the newest session changed by `last`."""
    found = [
        Outing(
            when=NOW - (56 - 7 * n) * DAY_MS,
            heavy="split-squat",
            heavy_kg=24.0,
            heavy_reps=8,
            heavy_rir=3,
            pain=0,
            fast=fast,
        )
        for n in range(8)
    ]
    found[-1] = structs.replace(found[-1], **last)
    return tuple(found)


def facts(**values: Any) -> Facts:
    return Facts(sessions=20, first=T0, **values)


def week(number: int, *changes: WeekChange, **values: Any) -> PlanWeek:
    return plan_weeks(plan(*changes, **values))[number - 1]


def session(
    found: PlanWeek | None,
    level: Level = Level.ADVANCED,
    *,
    routine: str = USUAL,
    athlete: Athlete | None = None,
    known: Facts | None = None,
    shelf: Shelf = SHELF,
    **choices: Any,
) -> Started:
    today = situation(found, shelf, athlete=athlete, known=known)
    return planned_session(Choices(routine=routine, level=level, **choices), today, "x")


def situation(
    found: PlanWeek | None,
    shelf: Shelf,
    *,
    athlete: Athlete | None = None,
    known: Facts | None = None,
    now: int = NOW,
) -> Situation:
    known = known or facts()
    return Situation(athlete=athlete or Athlete(), facts=known, shelf=shelf, now=now, week=found)


def heavy(start: Started) -> Slot:
    return start.routine.slot("B1")


def rounds(start: Started) -> int:
    return start.routine.blocks[-1].rounds


@for_each("number", range(1, 10))
def test_the_weeks_rounds_range_and_reserve_are_those_of_its_session(number: int) -> None:
    found = week(number)
    start = session(found)
    assert rounds(start) == found.rounds
    assert heavy(start).prescription == Reps(*found.reps)
    assert heavy(start).rir == found.rir
    assert heavy(start).target == found.reps[0]


def test_without_a_plan_the_level_alone_speaks() -> None:
    assert (rounds(session(None)), heavy(session(None)).target) == (4, 6)


@for_each("routine", SHIPPED)
@for_each("level", Level)
def test_every_routine_that_ships_can_be_started_in_every_week(routine: str, level: Level) -> None:
    for number in range(1, 10):
        start = session(week(number, level=level), level, routine=routine)
        assert rounds(start) >= 1
        if level is Level.BEGINNER:
            assert rounds(start) <= 3


def test_the_short_session_never_grows() -> None:
    assert rounds(session(week(7), routine="minimal-25")) == 3
    assert rounds(session(week(4), routine="minimal-25")) == 2


def test_what_was_chosen_for_today_wins() -> None:
    assert rounds(session(week(7), main_rounds=2)) == 2
    assert rounds(session(week(4), rounds={"main": 6})) == 6


def with_one_more(routine: Routine) -> Routine:
    """Return a routine with an accessory more in its main part."""
    main = routine.blocks[-1]
    slot = fresh_slot("B5", library()["towel-curl"])
    return structs.replace(
        routine,
        blocks=(*routine.blocks[:-1], structs.replace(main, slots=(*main.slots, slot))),
    )


def copied(routine: Routine) -> Shelf:
    mine = MyRoutine(id=routine.id, routine=routine)
    return Shelf(shipped=library(), routines={mine.id: mine})


@for_each("number", range(1, 10))
@for_each("level", Level)
def test_a_copy_with_one_exercise_more_follows_the_plan_in_all_else(
    level: Level, number: int
) -> None:
    found = week(number, level=level)
    own = with_one_more(shipped(USUAL, level, stage_of(situation(found, SHELF))))
    as_it_is, now = session(found, level), session(found, level, shelf=copied(own))
    assert now.routine.slot("B5").exercise == "towel-curl"
    less = structs.replace(now.routine.blocks[-1], slots=now.routine.blocks[-1].slots[:-1])
    assert (*now.routine.blocks[:-1], less) == as_it_is.routine.blocks
    assert now.next_times == as_it_is.next_times
    assert why_fewer(situation(found, copied(own)), USUAL, level) == ""


def test_a_copy_has_as_few_rounds_as_what_ships_at_first_and_after_pain() -> None:
    own = copied(with_one_more(shipped(USUAL, Level.INTERMEDIATE)))
    first = structs.replace(facts(), sessions=0)
    hurt = facts(outings=outings("jumping-lunge", pain=4, rounds=1))
    for known in (first, hurt):
        for found in (None, week(7)):
            as_it_is = session(found, Level.INTERMEDIATE, known=known)
            now = session(found, Level.INTERMEDIATE, known=known, shelf=own)
            assert rounds(now) == rounds(as_it_is) < 3


@for_each(
    ("had", "level", "asked"),
    [
        ((1, 1), Level.INTERMEDIATE, 2),
        ((1, 2), Level.INTERMEDIATE, 3),
        ((2, 2), Level.ADVANCED, 3),
        ((2, 2, 3), Level.ADVANCED, 4),
        ((1, 1), Level.BEGINNER, 2),
        ((0, 0), Level.ADVANCED, 4),
    ],
)
def test_a_session_has_one_round_more_than_those_before_at_most(
    had: tuple[int, ...], level: Level, asked: int
) -> None:
    done = tuple(
        Outing(when=NOW - (len(had) - n) * 3 * DAY_MS, rounds=each) for n, each in enumerate(had)
    )
    known = Facts(sessions=len(had), first=done[0].when, outings=done)
    assert rounds(session(None, level, known=known)) == asked
    found = week(7, level=level)
    fewer = why_fewer(situation(found, SHELF, known=known), USUAL, level)
    assert fewer == (ONE_MORE if found.rounds > asked and any(had) else "")
    assert rounds(session(found, level, known=known)) <= asked


def test_what_was_set_in_a_copy_on_purpose_stays() -> None:
    own = shipped(USUAL, Level.INTERMEDIATE)
    main = own.blocks[-1]
    heavy_ = structs.replace(main.slots[0], prescription=Reps(6, 8), target=6)
    main = structs.replace(main, rounds=2, slots=(heavy_, *main.slots[1:]))
    own = structs.replace(own, blocks=(own.blocks[0], main))
    start = session(week(7, level=Level.INTERMEDIATE), Level.INTERMEDIATE, shelf=copied(own))
    assert week(7, level=Level.INTERMEDIATE).rounds > 2
    assert (rounds(start), heavy(start).prescription) == (2, Reps(6, 8))


def test_a_light_week_asks_a_routine_of_ones_own_for_no_more_than_was_shown() -> None:
    """Nine and one more last time leave four only where fewer are asked for."""
    done = LastSet(reps=9, load_kg=24, implements=2, rir=1)
    last = LastTime(exercise="rfe-split-squat", slot="B1", sets=(done,), when=NOW - 9 * DAY_MS)
    mine = structs.replace(shipped(USUAL, Level.INTERMEDIATE), id="mine")
    ill = TimeOff(first=MONDAY, last=MONDAY + timedelta(days=6), ill=True)
    back = plan_weeks(structs.replace(plan(level=Level.INTERMEDIATE), off=(ill,)))[1]
    assert back.way_back
    known = facts(last_times=(last,))
    start = session(back, Level.INTERMEDIATE, routine="mine", shelf=copied(mine), known=known)
    asked = heavy(start)
    assert asked.rir is not None
    (load,) = [each.load_kg for each in start.next_times if each.slot == "B1"]
    assert load < 24 or asked.target + asked.rir[0] <= 9 + 1


def test_in_a_light_week_ones_own_has_no_more_rounds_and_leaves_as_much() -> None:
    own = shipped("runner-lower-body", Level.ADVANCED)
    mine = structs.replace(own, id="mine")
    shelf = Shelf(shipped=library(), routines={"mine": MyRoutine(id="mine", routine=mine)})
    for number in range(1, 10):
        found = week(number)
        start = session(found, routine="mine", shelf=shelf)
        said = why_fewer(situation(found, shelf), "mine", Level.ADVANCED)
        if is_lighter(found):
            assert rounds(start) == min(rounds(session(None)), found.rounds)
            assert (heavy(start).rir or (0, 0)) >= found.rir
            assert said == LIGHT
        else:
            assert (rounds(start), heavy(start), said) == (4, mine.slot("B1"), "")
    three = mine.with_blocks(
        lambda block: structs.replace(block, low=3) if block.high > 3 else block
    )
    shelf = Shelf(shipped=library(), routines={"mine": MyRoutine(id="mine", routine=three)})
    assert rounds(session(week(4), routine="mine", shelf=shelf)) == week(4).rounds < 3
    assert {is_lighter(week(number)) for number in range(1, 10)} == {True, False}


def test_the_way_back_after_an_illness_is_a_rung_lower_for_all_of_its_week() -> None:
    ill = TimeOff(
        first=MONDAY + timedelta(weeks=4), last=MONDAY + timedelta(weeks=5, days=-1), ill=True
    )
    found = plan_weeks(structs.replace(plan(), off=(ill,)))[5]
    assert found.way_back
    monday = midnight(found.monday, 0)
    for stood, goes_on in (
        ("jumping-lunge-high", "jumping-lunge"),
        ("jumping-lunge", "split-squat-hop"),
    ):
        past = tuple(
            structs.replace(each, when=each.when - NOW + monday) for each in outings(stood)
        )
        for known in (past, (*past, structs.replace(past[-1], when=monday + DAY_MS, fast=goes_on))):
            today = situation(found, SHELF, now=monday + 3 * DAY_MS, known=facts(outings=known))
            start = planned_session(Choices(routine=USUAL, level=Level.ADVANCED), today, "x")
            assert fast(start) == goes_on
            assert (BACK in start.exchanged.get("B2", "")) is (goes_on == "split-squat-hop")


def test_a_first_day_stays_without_weight_and_at_its_own_reserve() -> None:
    start = session(week(1, level=Level.BEGINNER), Level.BEGINNER, known=Facts())
    assert heavy(start).unloaded
    assert heavy(start).rir == (4, 4)
    assert rounds(start) == 2


def test_a_beginners_range_is_never_below_eight_whatever_the_gate_says() -> None:
    for number in range(1, 10):
        found = week(number, level=Level.BEGINNER)
        assert found.reps[0] == 8
        assert found.rir[0] >= 2
        for athlete in (Athlete(), Athlete(checks=GOOD)):
            start = session(found, Level.BEGINNER, athlete=athlete, known=_open())
            assert heavy(start).prescription == Reps(*found.reps)
    heavier = week(7)
    assert heavy(session(heavier, Level.BEGINNER)).prescription == Reps(8, 10)


def _open() -> Facts:
    return facts(outings=outings("split-squat-fast"))


def fast(start: Started) -> str:
    return start.routine.slot("B2").exercise


def test_the_plan_takes_the_rung_that_calm_sessions_offer_and_none_more() -> None:
    calm = facts(outings=outings("jumping-lunge", when=NOW - 2 * DAY_MS))
    base = library()["jumping-lunge"]
    assert fast(session(week(2), known=calm)) == base.id, "the plan has no step up yet"
    higher = fast(session(week(3), known=calm))
    assert library()[higher].rung > base.rung
    silent = facts(outings=outings("jumping-lunge", when=NOW - 2 * DAY_MS, pain=3))
    assert fast(session(week(3), known=silent)) == base.id, "nothing says that it was calm"
    assert fast(session(week(4), known=calm)) == base.id, "nothing new in a deload"
    for number in (8, 9):
        light = week(number, race=plan().answers.monday(9)) if number == 8 else week(9)
        assert fast(session(light, known=calm)) == base.id, "nothing new before a race"
    assert fast(session(week(7), known=calm)) == higher, "one step for two calm sessions on it"


def test_pain_outranks_the_plan() -> None:
    sore = facts(outings=outings("jumping-lunge", when=NOW - 2 * DAY_MS, pain=5))
    assert library()[fast(session(week(5), known=sore))].rung < library()["jumping-lunge"].rung


def test_the_gate_outranks_the_plan() -> None:
    calm = facts(outings=outings("split-squat-fast", when=NOW - 2 * DAY_MS))
    closed = session(week(5, level=Level.BEGINNER), Level.BEGINNER, known=calm)
    assert not library()[fast(closed)].is_jump
    opened = Athlete(level=Level.BEGINNER, checks=GOOD)
    start = session(week(5, level=Level.BEGINNER), Level.BEGINNER, athlete=opened, known=calm)
    assert library()[fast(start)].is_jump


def lifted(*reps: int, load_kg: float = 24.0) -> tuple[LastTime, ...]:
    sets = tuple(
        LastSet(left=each, right=each, load_kg=load_kg, implements=2, rir=3) for each in reps
    )
    return (LastTime(slot="B1", exercise="rfe-split-squat", sets=sets),)


@for_each(
    ("number", "reps", "target"),
    [
        (2, (8, 8, 8), 9),
        (2, (9, 10, 9), 10),
        (3, (10, 10, 10), 10),
        (5, (10, 10, 10), 6),
        (5, (6, 7, 8), 7),
        (2, (7, 7), 8),
    ],
)
def test_the_target_goes_on_from_the_last_time_within_the_weeks_range(
    number: int, reps: tuple[int, ...], target: int
) -> None:
    start = session(week(number), known=facts(last_times=lifted(*reps)))
    assert heavy(start).target == target


def test_the_range_falls_in_weeks_that_build() -> None:
    weeks = plan_weeks(plan())
    fallen = [week.number for week in weeks if has_fallen(weeks, week.number)]
    assert fallen == [5, 7, 8], "not in the deload, nor in the taper"


def test_a_moment_has_the_week_of_the_plan_that_it_is_in() -> None:
    monday = 1_796_000_400_000  # 2026-11-30 01:00 UTC
    assert plan_day((), facts(), monday, 0) is None
    found = plan_day((plan(),), facts(), monday, 0)
    assert found is not None
    assert found.week is not None
    assert found.week.number == 1
    still_sunday = plan_day((plan(),), facts(), monday, -120)
    assert still_sunday is not None
    assert still_sunday.week is None
    assert plan_day((plan(),), facts(), monday + 63 * DAY_MS, 0) is None
