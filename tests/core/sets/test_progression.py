"""Next time's load over everything it depends on: it rises only where it should, and says why."""

import re
from collections.abc import Iterator
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Sides
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Hold, Reps, Slot
from runlift_tui.core.session.half import half
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.load_asked import Done, LoadAsked, LoadRule, Move, Suggestion
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.next_time import Coming, NextTime, next_time
from runlift_tui.core.sets.progression import (
    ANEW_DAYS,
    AWAY_DAYS,
    BIG_STEP,
    LEAST_TO_HALVE,
    LESS_DAYS,
    REPS_FIRST,
    next_load,
)
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.units import Unit, load, to_kg, to_unit
from tests.core.builders import T0
from tests.core.past import DAY_MS, heavy
from tests.rows import for_each
from tests.sweep import sweep

RANGE = Reps(5, 10)
BELLS = Gear(Weights(list_kg=(8.0, 12.0, 16.0, 20.0, 24.0, 32.0)))
FINE = Gear(Weights(step_kg=0.5))
SQUAT = Exercise(
    id="squat",
    name="Squat",
    sides=Sides.EACH,
    load=LoadKind.EXTERNAL,
    implements=2,
    equipment=("dumbbells",),
)


def after(
    *sessions: list[LastSet],
    reps: Reps = RANGE,
    gear: Gear | None = None,
    reserve: int = 2,
    week: WeekKind = WeekKind.BUILD,
    days: int = 3,
    hurt: bool = False,
    pain: int | None = None,
) -> Suggestion:
    before = sessions[-2] if len(sessions) > 1 else ()
    found = next_load(
        Done(sets=sessions[-1], before=before, days=days, hurt=hurt, pain=pain),
        LoadAsked(reps=reps, reserve=reserve, week=week, loads=loadable(SQUAT, gear or Gear())),
    )
    assert found is not None
    return found


LEVELS, WEEKS, RANGES = tuple(Level), tuple(WeekKind), (Reps(5, 10), Reps(8, 8), Reps(5, 6))
REPS = ((4, 4), (7, 7), (8, 8), (10, 9), (10, 10), (12, 12))
RESERVES, PAINS = (None, 0, 1, 2, 3, 5), (None, 0, 4, 9)
DAYS = (AWAY_DAYS, AWAY_DAYS + 1, LESS_DAYS + 1, ANEW_DAYS + 1)
Row = tuple[Level, WeekKind, Reps, tuple[int, int], int | None, int | None, int, Gear]


def rows() -> Iterator[Row]:
    yield from product(LEVELS, WEEKS, RANGES, REPS, RESERVES, PAINS, DAYS, (Gear(), FINE, BELLS))


def suggested(row: Row) -> tuple[NextTime, LastSet]:
    level, week, reps, (left, right), rir, pain, days, gear = row
    done = heavy(left, right, rir, 32.0)
    last = LastTime(
        slot="B1",
        exercise=SQUAT.id,
        sets=(done, done),
        before=(done, done),
        when=T0 - days * DAY_MS,
        hurt=pain is not None and pain > 3,
        pain=pain if pain is not None and pain > 3 else None,
    )
    slot = Slot(label="B1", exercise=SQUAT.id, prescription=reps, target=reps.low, rir=(2, 3))
    coming = Coming(gear=gear, level=level, week=week, now=T0)
    found = next_time(slot, SQUAT, [last], coming)
    assert found is not None
    return found, done


# 7 divides the number of none of the things that are combined: each meets each in the share.
@pytest.mark.parametrize("every", sweep((7, 1), stay=(7,)))
def test_the_table_of_what_may_rise(every: int) -> None:
    ups = 0
    for row in islice(rows(), 0, None, every):
        _, week, reps, (left, right), rir, pain, days, _ = row
        found, done = suggested(row)
        before, low = done.load_kg or 0.0, min(left, right)
        up = found.load_kg > before + 1e-6
        more = found.reps > low and not found.load_kg < before - 1e-6
        ups += up
        assert up == (found.move is Move.UP)
        assert found.why
        assert reps.low <= found.reps <= reps.high + REPS_FIRST
        if up or more:
            assert week is WeekKind.BUILD, row
            assert days <= AWAY_DAYS, row
            assert pain is None or pain <= 3, row
            assert rir is not None, row
            assert rir >= 2, row
        if up:
            assert low >= reps.high, row
            assert found.load_kg <= before * (1 + BIG_STEP) + 1e-6 or (rir or 0) >= 3, row
            assert found.reps == reps.low
        if days > ANEW_DAYS:
            assert found.anew, row
        elif days > LESS_DAYS:
            assert found.load_kg <= before * 0.85 + 1e-6, row
        else:
            assert not found.anew
    assert ups, "else the table says nothing"


GOLDEN = (
    (
        WeekKind.BUILD,
        RANGE,
        10,
        3,
        None,
        3,
        "both legs 10, could do 3 more, twice: 2 x 12 → 2 x 14 kg, from 5",
    ),
    (
        WeekKind.BUILD,
        RANGE,
        10,
        2,
        None,
        3,
        "2 x 12 kg, 11 first; 14 is 17 % up and waits for 3 left",
    ),
    (
        WeekKind.BUILD,
        RANGE,
        10,
        None,
        None,
        3,
        "10 again at 2 x 12 kg: it rises when you type how many more you could do",
    ),
    (WeekKind.BUILD, RANGE, 8, 2, None, 3, "9 after 8: 2 x 12 kg again"),
    (WeekKind.BUILD, RANGE, 8, 1, None, 3, "8, could do 1 more, the next asks 2: 7 at 2 x 12 kg"),
    (
        WeekKind.BUILD,
        RANGE,
        5,
        0,
        None,
        3,
        "5, could do 0 more, is too near the limit for 5-10 with 2 left: 2 x 12 → 2 x 10 kg",
    ),
    (WeekKind.BUILD, RANGE, 3, 0, None, 3, "3 is far under 5: 2 x 12 → 2 x 10 kg"),
    (WeekKind.BUILD, Reps(8, 10), 7, 3, None, 3, "under 8 twice in a row: 2 x 12 → 2 x 10 kg"),
    (
        WeekKind.BUILD,
        Reps(6, 8),
        10,
        3,
        None,
        3,
        "6-8 now after 10, could do 3 more: 2 x 12 → 2 x 14 kg, from 6",
    ),
    (WeekKind.DELOAD, Reps(8, 8), 10, 3, None, 3, "a deload week, nothing rises: 2 x 12 kg again"),
    (WeekKind.TAPER, Reps(5, 5), 6, 1, None, 3, "a taper week, nothing rises: 2 x 12 kg again"),
    (WeekKind.RACE, Reps(5, 5), 8, 4, None, 3, "a race week, nothing rises: 2 x 12 kg again"),
    (
        WeekKind.BUILD,
        RANGE,
        10,
        3,
        9,
        3,
        "after pain 9 of 10 nothing rises until a session with pain 0-2: 2 x 12 kg again",
    ),
    (WeekKind.BUILD, RANGE, 10, 3, None, 15, "15 days off: 2 x 12 kg again, from 5"),
    (WeekKind.BUILD, RANGE, 10, 3, None, 60, "60 days off: 2 x 12 → 2 x 10 kg, from 5"),
)


@for_each(("week", "reps", "did", "rir", "pain", "days", "said"), GOLDEN)
def test_the_sentence_says_which_rule_spoke(
    week: WeekKind, reps: Reps, did: int, rir: int | None, pain: int | None, days: int, said: str
) -> None:
    sets = [heavy(did, did, rir)]
    found = after(sets, sets, reps=reps, week=week, days=days, hurt=pain is not None, pain=pain)
    assert found.why == said


@for_each(
    ("did", "rir", "asked", "goal"), ((9, 1, 4, 6), (9, 4, 4, 9), (9, None, 4, 9), (8, 1, 2, 7))
)
def test_a_light_week_asks_for_as_many_as_leave_what_it_asks(
    did: int, rir: int | None, asked: int, goal: int
) -> None:
    sets = [heavy(did, did, rir)]
    for week in (WeekKind.EASY, WeekKind.DELOAD, WeekKind.KEEP):
        found = after(sets, sets, reserve=asked, week=week)
        assert (found.move, found.reps) == (Move.SAME, goal)


def one(last: LastTime | None, slot: Slot, level: Level = Level.BEGINNER) -> NextTime | None:
    return next_time(slot, SQUAT, [last] if last else [], Coming(level=level, now=T0, gear=Gear()))


def test_a_first_load_has_a_place_to_begin_and_so_has_one_after_months() -> None:
    slot = Slot(label="B4", exercise=SQUAT.id, prescription=Reps(8, 8), target=8)
    first = one(None, slot)
    assert first is not None
    assert first.anew
    assert first.why == ("first time: begin with 2 x 4-6 kg, add until you could do 3 more")
    last = LastTime(
        slot="B4", exercise=SQUAT.id, sets=(heavy(8, 8, 3, 40.0),), when=T0 - 204 * DAY_MS
    )
    found = one(last, slot, Level.ADVANCED)
    assert found is not None
    assert found.why == ("204 days off: begin with 2 x 8-10 kg, add until you could do 3 more")


def test_a_hold_with_a_load_is_less_after_weeks_and_found_anew_after_months() -> None:
    slot = Slot(label="C1", exercise=SQUAT.id, prescription=Hold(20, 40), target=30)
    held = (LastSet(left_s=30, right_s=30, load_kg=24.0, implements=2),)

    def off(days: int) -> NextTime | None:
        last = LastTime(slot="C1", exercise=SQUAT.id, sets=held, when=T0 - days * DAY_MS)
        return one(last, slot)

    less, anew = off(60), off(100)
    assert off(20) is None
    assert less is not None
    assert (less.load_kg, less.reps) == (20.0, 30)
    assert anew is not None
    assert anew.anew
    assert anew.why.endswith("add a little from set to set"), "seconds have no reps to spare"


def test_nothing_done_suggests_nothing() -> None:
    assert next_load(Done(sets=()), LoadAsked(reps=RANGE)) is None
    held = [LastSet(seconds=20, load_kg=8)]
    assert next_load(Done(sets=held), LoadAsked(reps=RANGE)) is None


def test_a_small_step_needs_what_is_asked_twice() -> None:
    full = [heavy(10, 10, 2), heavy(10, 10, 3)]
    found = after(full, full, gear=FINE)
    assert (found.load_kg, found.reps, found.move) == (25.0, 5, Move.UP)
    once = after([heavy(9, 9, 2)], full, gear=FINE)
    assert (once.load_kg, once.reps, once.move) == (24.0, 10, Move.SAME)
    assert once.why == (
        "2 x 12 kg; 12.5 once both legs 10, could do 2 more, comes a second time"
    ), "what stands prefilled is named first"
    assert "could do 5+ more, twice" in after([heavy(10, 10, 7)], [heavy(10, 10, 7)]).why


@pytest.mark.parametrize("missing", [heavy(10, 10), heavy(10, 9, 3), heavy(9, 10, 3)])
def test_one_set_that_falls_short_keeps_the_load(missing: LastSet) -> None:
    full = heavy(10, 10, 3)
    found = after([full, full], [full, missing], gear=FINE)
    assert (found.load_kg, found.move) == (24.0, Move.SAME)


def test_in_between_one_rep_more_by_the_weaker_leg() -> None:
    found = after([heavy(8, 7, 2), heavy(9, 8, 2)])
    assert (found.load_kg, found.reps, found.move) == (24.0, 8, Move.SAME)
    assert found.why == "8 after 7 on the weaker leg: 2 x 12 kg again"


def test_the_lightest_and_the_heaviest_weight_stay() -> None:
    short, full = [heavy(3, 3, 0, 16.0)], [heavy(10, 10, 4, 64.0)]
    assert "easier exercise" in after(short, short, gear=BELLS).why
    assert "nothing here is heavier" in after(full, full, gear=BELLS).why


def test_loads_that_changed_on_the_way_prove_nothing() -> None:
    mixed = [heavy(10, 10, 4, 20.0), heavy(10, 10, 4, 24.0)]
    assert after(mixed, mixed, gear=FINE).move is Move.SAME
    assert after([heavy(10, 10, 3, 22.0)], [heavy(10, 10, 3)], gear=FINE).move is Move.SAME


def test_a_range_that_rises_or_a_reserve_that_grows_takes_load_off() -> None:
    five = [heavy(5, 5, 3)]
    rises = after(five, five, reps=Reps(8, 10), reserve=3)
    assert (rises.load_kg, rises.move) == (20.0, Move.DOWN)
    eight = [heavy(8, 8, 1)]
    deload = after(eight, reps=Reps(8, 8), reserve=4, week=WeekKind.DELOAD)
    assert (deload.move, deload.rule) == (Move.DOWN, LoadRule.TOO_NEAR)


def test_where_pain_is_and_reps_were_missing_the_load_goes_down() -> None:
    found = after([heavy(7, 7, 3)], reps=Reps(8, 8), hurt=True, pain=6)
    assert (found.rule, found.move) == (LoadRule.HURT, Move.DOWN)
    assert "stop for pain" in after([heavy(8, 8, 3)], reps=Reps(8, 8), hurt=True).why


def test_pounds_stay_pounds() -> None:
    kg = to_kg(100, Unit.LB)
    full = [LastSet(reps=10, rir=2, load_kg=kg)]
    found = after(full, full, gear=Gear(unit=Unit.LB))
    assert "100 → 105 lb" in found.why


@pytest.mark.parametrize(
    "weights",
    [Weights(step_kg=0.0), Weights(step_kg=float("nan")), Weights(list_kg=(-1.0, 0.0))],
)
def test_weights_without_sense_are_the_default(weights: Weights) -> None:
    loads = loadable(SQUAT, Gear(weights))
    assert loads.above(12.0, 12.3) == 14.0
    assert loads.below(12.0, 11.4) == 10.0


_sets = st.builds(
    LastSet,
    left=st.integers(0, 14),
    right=st.integers(0, 14),
    rir=st.none() | st.integers(0, 9),
    load_kg=st.none() | st.floats(0, 200),
    implements=st.integers(1, 2),
)
_lists = st.lists(st.floats(0.5, 120), max_size=6).map(tuple)


def named(why: str) -> str:
    """Return the load that a sentence names: behind its arrow, else the first one."""
    found = re.findall(r"(?:\d+ x )?[\d.]+ (?:kg|lb)|no load", why.split("→")[-1])
    return str(found[0]) if found else ""


@given(
    st.lists(_sets, max_size=4),
    st.lists(_sets, min_size=1, max_size=4),
    _lists,
    st.sampled_from(Unit),
    st.sampled_from(WeekKind),
    st.integers(0, 90),
)
def test_every_changed_load_is_a_weight_of_the_gym(
    before: list[LastSet],
    last: list[LastSet],
    there: tuple[float, ...],
    unit: Unit,
    week: WeekKind,
    days: int,
) -> None:
    gear = Gear(Weights(list_kg=there), unit)
    found = after(before, last, gear=gear, week=week, days=days)
    assert RANGE.low <= found.reps <= RANGE.high + REPS_FIRST
    if found.rule is not LoadRule.ANEW:
        prefilled = load(found.load_kg or 0, last[-1].implements, unit)
        assert named(found.why) in ("", prefilled)
    if found.move is Move.SAME:
        assert found.load_kg == last[-1].load_kg
        return
    if found.load_kg is None:
        assert found.rule is LoadRule.ANEW
        return
    assert (found.load_kg > (last[-1].load_kg or 0)) == (found.move is Move.UP)
    each = found.load_kg / last[-1].implements
    if there:
        assert min(abs(each - kg) for kg in there) < 1e-3
    else:
        step = 2.0 if unit is Unit.KG else 5.0
        steps = to_unit(each, unit) / step
        assert abs(steps - round(steps)) < 1e-3


def test_too_few_to_halve_is_too_heavy_at_once() -> None:
    assert half(LEAST_TO_HALVE - 1) is None
    assert half(LEAST_TO_HALVE) is not None
    found = after([heavy(8, 8, 2)], [heavy(3, 9, 0)])
    assert (found.load_kg, found.reps, found.move) == (20.0, 5, Move.DOWN)


def test_what_is_missing_to_rise_is_what_was_not_typed() -> None:
    half = after([heavy(10, 10, None), heavy(10, 10, 4)])
    assert half.why == (
        "10 again at 2 x 12 kg: it rises when you type of every set how many more you could do"
    )
    uneven = after([heavy(10, 10, 4, 20.0), heavy(10, 10, 4)])
    assert uneven.why == "10 again at 2 x 12 kg: the sets had different loads"
    top = Gear(weights=Weights(list_kg=(10.0, 12.0)))
    assert after([heavy(10, 10, None)], gear=top).why == (
        "10 again at 2 x 12 kg, and nothing here is heavier"
    ), "nothing that is typed makes it rise"


SLIGHT, MUCH = "2 x 14 kg hurt 5 of 10 last time: 2 x 12 kg until a session with pain 0-2", 8


@for_each(
    ("loads", "pain", "hurt_kg", "kg", "why"),
    [
        ((24, 28), 5, 28, 24, SLIGHT),
        ((28, 24), 5, 28, 24, SLIGHT),
        ((24, 28), None, 28, 24, SLIGHT.replace("hurt 5 of 10", "stopped for pain")),
        ((24, 24), 5, 28, 24, SLIGHT),
        ((24, 24), 4, 24, 20, "hurt 4 of 10 last time: 2 x 12 → 2 x 10 kg"),
        ((24, 28), 4, 24, 20, "hurt 4 of 10 last time: 2 x 12 → 2 x 10 kg"),
        ((24, 24), 5, None, 20, "hurt 5 of 10 last time: 2 x 12 → 2 x 10 kg"),
        ((24, 28), MUCH, 28, 20, "hurt 8 of 10 last time: 2 x 12 → 2 x 10 kg"),
        ((24, 28), MUCH, 16, 12, "hurt 8 of 10 last time: 2 x 8 → 2 x 6 kg"),
    ],
)
def test_never_the_load_that_hurt_comes_again(
    loads: tuple[float, ...], pain: int | None, hurt_kg: float | None, kg: float, why: str
) -> None:
    done = Done(
        sets=[heavy(8, 8, 3, each) for each in loads],
        days=3,
        hurt=True,
        pain=pain,
        eases=True,
        hurt_kg=hurt_kg,
    )
    found = next_load(done, LoadAsked(reps=RANGE, loads=loadable(SQUAT, Gear())))
    assert found is not None
    assert (found.load_kg, found.why, found.rule) == (kg, why, LoadRule.EASED)
    assert found.move is (Move.DOWN if kg < loads[-1] else Move.SAME)
    assert found.reps <= 8, "and no rep more"


def test_a_heavier_load_that_failed_leads_back_to_what_was_done_at_the_lighter_one() -> None:
    gear = Gear(Weights(list_kg=(12.0, 16.0, 24.0)))
    done, failed = heavy(8, 8, 3, 32.0), heavy(6, 5, 0, 48.0)
    found = after([done, failed], reps=Reps(6, 8), reserve=3, gear=gear)
    assert (found.load_kg, found.reps, found.move) == (32.0, 8, Move.DOWN)
    assert found.why == (
        "5, could do 0 more, is too near the limit for 6-8 with 3 left: 2 x 24 → 2 x 16 kg, "
        "8 as done there"
    )
    far_under = after([done, heavy(3, 3, 0, 48.0)], reps=Reps(6, 8), reserve=3, gear=gear)
    assert (far_under.load_kg, far_under.reps) == (32.0, 8)


def test_what_is_led_back_to_is_a_weight_of_the_rack() -> None:
    gear = Gear(Weights(list_kg=(8.0, 10.0, 12.0, 14.0, 16.0)))
    tried = [heavy(8, 8, 3, 25.0), heavy(4, 3, 0, 28.0)]
    found = after(tried, reps=Reps(5, 10), reserve=2, gear=gear)
    assert (found.load_kg, found.reps, found.move) == (24.0, 8, Move.DOWN)
    assert found.why == "3 is far under 5: 2 x 14 → 2 x 12 kg, 8 as done at 2 x 12.5 kg"
    unlisted = after(tried, reps=Reps(5, 10), reserve=2)
    assert unlisted.load_kg == 25.0, "what nobody listed can be there"
    hurt = Done(sets=tried, days=3, hurt=True, pain=4, eases=True, hurt_kg=28.0)
    eased = next_load(hurt, LoadAsked(reps=Reps(5, 10), loads=loadable(SQUAT, gear)))
    assert eased is not None
    assert eased.load_kg == 24.0
    assert eased.why.endswith("2 x 12 kg until a session with pain 0-2")


def test_a_lighter_load_that_was_too_much_too_is_led_back_to_by_nobody() -> None:
    gear = Gear(Weights(list_kg=(12.0, 16.0, 24.0)))
    found = after(
        [heavy(6, 6, 0, 32.0), heavy(4, 4, 0, 48.0)], reps=Reps(6, 8), reserve=3, gear=gear
    )
    assert (found.load_kg, found.reps) == (32.0, 6)
    assert "as done there" not in found.why


def test_who_went_on_lighter_is_asked_by_that_and_nothing_rises() -> None:
    gear = Gear(Weights(list_kg=(12.0, 16.0, 24.0)))
    before = [heavy(8, 8, 3, 32.0)]
    found = after(before, [heavy(6, 5, 0, 48.0), *before], reps=Reps(6, 8), reserve=3, gear=gear)
    assert (found.load_kg, found.reps, found.move) == (32.0, 8, Move.SAME)
    assert found.why == "8 again at 2 x 16 kg: the sets had different loads"
