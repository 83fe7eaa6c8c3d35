"""A beginner's path by sessions, and what they grow into on it."""

from collections.abc import Sequence

import pytest
from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.path import path_stage
from runlift_tui.core.history.outing import outing
from runlift_tui.core.routines.levels import ALL_SLOTS, FIRST_DAY, WITH_B4, WITH_COPENHAGEN, Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import Started
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, library
from tests.core.past import outing as past
from tests.core.past import row, view
from tests.rows import for_each


def facts(days: Sequence[float], *, pain: int | None = 0, last: tuple[LastTime, ...] = ()) -> Facts:
    outings = tuple(Outing(when=T0 + round(day * DAY_MS), pain=pain) for day in days)
    first = outings[0].when if outings else None
    return Facts(sessions=len(days), first=first, outings=outings, last_times=last)


def stage(days: Sequence[float], at: float, *, light: float | None = None) -> int:
    since = None if light is None else T0 + round(light * DAY_MS)
    return path_stage(facts(days), T0 + round(at * DAY_MS), light_since=since)


@for_each(
    ("days", "at", "reached"),
    [
        ((), 0, FIRST_DAY),
        ((0,), 30, FIRST_DAY),
        ((0, 3), 7, 1),
        ((0, 3, 7, 10), 14, WITH_B4),
        ((0, 3, 7, 10, 14, 17), 21, ALL_SLOTS),
        ((0, 1, 2, 3, 4, 5), 6, FIRST_DAY),
        ((0, 3, 7, 10, 14, 17), 32, WITH_COPENHAGEN),
        ((0, 3, 7, 10, 14, 17), 74, FIRST_DAY),
        ((0, 3, 7, 10, 14, 17, 33, 36), 40, WITH_B4),
    ],
)
def test_a_step_needs_two_sessions_and_a_week_and_a_break_takes_one_back(
    days: Sequence[float], at: float, reached: int
) -> None:
    assert stage(days, at) == reached


def test_nothing_new_before_a_race_however_many_sessions_the_light_weeks_have() -> None:
    days = (0, 3, 7, 10)
    assert stage(days, 14) == WITH_B4
    assert stage(days, 14, light=14) == WITH_COPENHAGEN
    assert stage((*days, 14, 17, 21), 24, light=14) == WITH_COPENHAGEN
    assert stage((*days, 14, 17, 21), 24) == ALL_SLOTS
    assert stage(days, 13, light=14) == WITH_COPENHAGEN, "asked of a week that is still to come"


@for_each(
    ("pains", "reached"),
    [
        ((0, 0, 3), WITH_COPENHAGEN),
        ((0, 0, 4), FIRST_DAY),
        ((0, 9, None), FIRST_DAY),
        ((9, 0, 3), WITH_COPENHAGEN),
    ],
)
def test_after_pain_nothing_new_and_no_weight_until_a_calm_session(
    pains: Sequence[int | None], reached: int
) -> None:
    days = (0, 3, 6)
    seen = tuple(
        Outing(when=T0 + day * DAY_MS, pain=pain) for day, pain in zip(days, pains, strict=True)
    )
    known = Facts(sessions=3, first=T0, outings=seen)
    assert path_stage(known, T0 + 8 * DAY_MS) == reached
    assert planned(known, 8).routine.slot("B1").unloaded is (reached == FIRST_DAY)


@pytest.mark.parametrize(("block", "reached"), [("warm-up", FIRST_DAY), ("main", WITH_COPENHAGEN)])
def test_a_session_of_warm_up_sets_alone_is_no_step(block: str, reached: int) -> None:
    seen = tuple(
        outing(view(past(day, row(block=kept, left=8, right=8))))
        for day, kept in ((0, "main"), (4, block), (8, "warm-up"))
    )
    known = Facts(sessions=3, first=seen[0].when, outings=seen)
    assert path_stage(known, seen[-1].when + DAY_MS) == reached


def test_more_sessions_than_are_remembered_are_enough() -> None:
    known = structs.replace(facts([200, 203]), sessions=120, first=T0)
    assert path_stage(known, T0 + 206 * DAY_MS) == ALL_SLOTS


def planned(known: Facts, at: float, level: Level = Level.BEGINNER) -> Started:
    return planned_session(
        Choices(routine="runner-lower-body", level=level),
        Situation(
            athlete=Athlete(level=level),
            facts=known,
            shelf=Shelf(shipped=library()),
            now=T0 + round(at * DAY_MS),
        ),
        "x",
    )


def test_a_beginner_begins_stable_and_without_weight() -> None:
    start = planned(Facts(), 0)
    slots = {slot.label: slot for _, slot in start.routine.slots()}
    found = [slots[label].exercise for label in ("A3", "B1", "B3")]
    assert found == ["bridge", "split-squat", "step-up-low"]
    assert not slots["B1"].ramp, "nothing leads up to a set without weight"
    assert any("without weight" in line for line in card(ComingSession(start=start), Unit.KG))


def done(slot: str, exercise: str, day: float, *, twice: bool = True) -> LastTime:
    sets = (LastSet(left=8, right=8, load_kg=16.0, implements=2, rir=3),)
    when = T0 + round(day * DAY_MS)
    return LastTime(
        slot=slot, exercise=exercise, sets=sets, when=when, before=sets if twice else ()
    )


def test_two_calm_sessions_offer_the_next_rung_and_none_else_do() -> None:
    last = (done("B1", "split-squat", 3),)
    assert "B1" in planned(facts((0, 3), last=last), 7).ways_up
    for pain in (3, None):
        assert not planned(facts((0, 3), pain=pain, last=last), 7).ways_up
    once = (done("B1", "split-squat", 3, twice=False),)
    assert not planned(facts((0, 3), last=once), 7).ways_up
    assert not planned(facts((0, 3), last=last), 7, Level.ADVANCED).ways_up


def test_what_was_taken_twice_stays_until_a_long_break() -> None:
    days = (0, 3, 7)
    harder = (done("B1", "rfe-split-squat-low", 7), done("B1", "split-squat", 3))
    assert planned(facts(days, last=harder), 10).routine.slot("B1").exercise == harder[0].exercise
    assert planned(facts(days, last=harder), 70).routine.slot("B1").exercise == "split-squat"
    once = (done("B1", "rfe-split-squat-low", 7, twice=False), done("B1", "split-squat", 3))
    assert planned(facts(days, last=once), 10).routine.slot("B1").exercise == "split-squat"


def b1(last: tuple[LastTime, ...], at: float) -> str:
    days = tuple(sorted({((time.when or T0) - T0) / DAY_MS for time in last}))
    return planned(facts(days, last=last), at).routine.slot("B1").exercise


def test_a_higher_one_that_stood_there_once_does_not_take_the_own_one_away() -> None:
    own = (done("B1", "rfe-split-squat-low", 7), done("B1", "split-squat", 3))
    once = (done("B1", "rfe-split-squat", 10, twice=False), *own)
    assert b1(once, 14) == "rfe-split-squat-low"
    assert b1(once, 24) == "rfe-split-squat-low", "the higher one was no time off"
    assert b1(once, 25) == "split-squat"
    twice = (done("B1", "rfe-split-squat", 14), *own)
    assert b1(twice, 17) == "rfe-split-squat"


@for_each(
    ("at", "exercise"),
    [
        (24, "rfe-split-squat"),
        (25, "rfe-split-squat-low"),
        (66, "rfe-split-squat-low"),
        (67, "split-squat"),
    ],
)
def test_two_weeks_without_it_take_a_step_back_and_eight_all_of_them(
    at: float, exercise: str
) -> None:
    own = (done("B1", "rfe-split-squat", 10), done("B1", "rfe-split-squat-low", 7))
    assert b1((*own, done("B1", "split-squat", 3)), at) == exercise
    back = (done("B1", "rfe-split-squat-low", at), own[0])
    if exercise == "rfe-split-squat-low":
        assert b1(back, at + 3) == exercise, "and it stays there until the athlete goes up again"


def test_whoever_begins_above_beginner_has_two_rounds_in_two_sessions() -> None:
    for level in (Level.INTERMEDIATE, Level.ADVANCED):
        rounds = [
            planned(facts(days), 10, level).routine.blocks[-1].rounds
            for days in ((), (0,), (0, 3), (0, 3, 6))
        ]
        assert rounds[:2] == [2, 2]
        assert min(rounds[2:]) >= 3


@pytest.mark.parametrize(
    ("off", "sessions", "gentle"), [(70, 0, False), (71, 1, True), (71, 2, False)]
)
def test_and_again_after_months_off(off: int, sessions: int, gentle: bool) -> None:
    back = 9 + off
    days = (0, 3, 6, 9, *(back + 3 * n for n in range(sessions)))
    start = planned(facts(days), back + 3 * sessions, Level.ADVANCED)
    assert (start.routine.blocks[-1].rounds == 2) is gentle
