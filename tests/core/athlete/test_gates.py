from collections.abc import Sequence
from typing import Any

import pytest
from msgspec import structs

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.gates import Checks, Condition, dated, expired, gate, is_open
from runlift_tui.core.athlete.ladder import rung_today
from runlift_tui.core.history.outing import outing
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import T0, library
from tests.core.past import outing as past
from tests.core.past import row, view
from tests.rows import for_each

GOOD = Checks(stance_s=30, squats=True, landings=True, calm=True, when=T0 + 27 * DAY_MS)
B1: dict[str, Any] = {"heavy": "split-squat", "heavy_kg": 16.0, "heavy_reps": 8, "heavy_rir": 2}
STEADY = Outing(when=T0, pain=0, fast="split-squat-fast", **B1)


def outings(count: int = 8, every: int = 4, **last: Any) -> list[Outing]:
    """Return steady sessions, days apart, the newest one changed by `last`."""
    found = [structs.replace(STEADY, when=T0 + n * every * DAY_MS) for n in range(count)]
    if found and last:
        found[-1] = structs.replace(found[-1], **last)
    return found


def then(seen: Sequence[Outing], days: float = 1) -> int:
    return (seen[-1].when if seen else T0 + 28 * DAY_MS) + round(days * DAY_MS)


def asked(seen: Sequence[Outing], checks: Checks, days: float = 1) -> tuple[Condition, ...]:
    return gate(seen, checks, library(), then(seen, days))


def opened(seen: Sequence[Outing], checks: Checks = GOOD, days: float = 1) -> bool:
    return is_open(seen, checks, library(), then(seen, days))


def test_everything_met_opens_the_gate() -> None:
    assert opened(outings())
    assert all(each.met for each in asked(outings(), GOOD))


@for_each(
    ("seen", "checks", "missing"),
    [
        ([], GOOD, {0, 1, 2}),
        (outings(7), GOOD, {1}),
        (outings(8, every=3), structs.replace(GOOD, when=T0), {1}),
        ([structs.replace(each, heavy_reps=7) for each in outings()], GOOD, {2}),
        ([structs.replace(each, heavy_rir=1) for each in outings()], GOOD, {2}),
        ([structs.replace(each, heavy_kg=None) for each in outings()], GOOD, {1, 2}),
        ([structs.replace(each, heavy_kg=0.0) for each in outings()], GOOD, {1, 2}),
        ([structs.replace(each, heavy="dead-bug") for each in outings()], GOOD, {1, 2}),
        (outings(pain=3), GOOD, {0}),
        (outings(pain=None), GOOD, {0}),
        (outings(9, poor_form=True), GOOD, {1}),
        (outings(), structs.replace(GOOD, stance_s=29), {3}),
        (outings(), structs.replace(GOOD, squats=False), {4}),
        (outings(), structs.replace(GOOD, landings=None), {5}),
        (outings(), structs.replace(GOOD, calm=False), {0}),
        (outings(), Checks(), {0, 3, 4, 5}),
        (outings(), structs.replace(GOOD, when=None), {0, 3, 4, 5}),
    ],
)
def test_each_condition_stands_alone(
    seen: Sequence[Outing], checks: Checks, missing: set[int]
) -> None:
    conditions = asked(seen, checks)
    assert {number for number, each in enumerate(conditions) if not each.met} == missing
    assert all(each.asked and each.now for each in conditions)
    assert not opened(seen, checks)


def test_the_box_has_a_height() -> None:
    assert "50-60 cm" in asked([], Checks())[4].asked


def test_reps_in_reserve_count_only_where_they_were_typed() -> None:
    untyped = [structs.replace(each, heavy_rir=None) for each in outings()]
    assert not asked(untyped, GOOD)[2].met
    earlier = [*outings(2), structs.replace(outings(3)[-1], heavy_rir=None)]
    assert asked(earlier, GOOD)[2].met


@for_each(
    ("sets", "met", "told"),
    [
        (((8, 0), (7, None)), False, "last typed: 8, could do 0 more"),
        (((8, 2), (7, None)), False, "last typed: 7"),
        (((8, 3), (6, 2), (9, 1)), False, "last typed: 6, could do 2 more"),
        (((8, 3), (9, 2), (10, None)), True, "done: 8, could do 3 more"),
    ],
)
def test_the_b1_that_the_gate_tells_is_one_that_was_done(
    sets: tuple[tuple[int, int | None], ...], met: bool, told: str
) -> None:
    rows = [
        row("split-squat", left=reps, right=reps, load_kg=16.0, implements=2, rir=rir)
        for reps, rir in sets
    ]
    seen = outing(view(past(0, *rows)))
    strength = asked([seen], GOOD)[2]
    assert (strength.now, strength.met) == (told, met)


@for_each(
    ("later", "days", "why"),
    [
        ((), 1, ""),
        ((), 14, ""),
        ((), 15, "14 days off"),
        (({"pain": 4},), 1, "pain 4"),
        (({"pain": 3},), 1, ""),
        (({}, {}, {}, {}, {}, {}), 1, ""),
        (({}, {}, {}, {}, {}, {}), 5, "4 weeks old"),
    ],
)
def test_checks_grow_old(later: tuple[dict[str, Any], ...], days: float, why: str) -> None:
    seen = outings()
    checks = structs.replace(GOOD, when=then(seen, 0))
    for change in later:
        seen = [*seen, structs.replace(STEADY, when=then(seen, 4), **change)]
    found = expired(checks, seen, then(seen, days))
    assert why in found
    assert bool(found) == bool(why)


def test_checks_without_a_date_are_asked_again_and_told_why() -> None:
    old = structs.replace(GOOD, when=None)
    assert "had a date" in asked(outings(), old)[3].now
    assert not expired(Checks(), outings(), then(outings()))


def test_an_open_gate_stays_open_when_the_plan_lowers_the_reps_and_the_checks_grow_old() -> None:
    seen = outings()
    for _ in range(20):
        seen = [*seen, structs.replace(STEADY, when=then(seen, 4), heavy_reps=5, heavy_rir=1)]
        assert opened(seen)
    assert expired(GOOD, seen, then(seen))


@pytest.mark.parametrize(("change", "days"), [({"pain": 4}, 3), ({"poor_form": True}, 3), ({}, 15)])
def test_pain_form_and_two_weeks_off_close_it(change: dict[str, Any], days: float) -> None:
    seen = outings()
    assert opened(seen)
    closed = [*seen, structs.replace(STEADY, when=then(seen, 4), **change)]
    assert not opened(closed, days=days)


def test_a_check_that_is_not_good_closes_it_and_a_new_good_one_keeps_it_open() -> None:
    seen = [*outings(), structs.replace(STEADY, when=then(outings(), 4), heavy_reps=5)]
    again = dated(GOOD, GOOD, then(seen, 0.5))
    assert again.earlier == (GOOD.when,)
    assert opened(seen, again)
    failed = dated(structs.replace(GOOD, squats=False), GOOD, then(seen, 0.5))
    assert not opened(seen, failed)


def today(
    level: Level, seen: list[Outing], *, own: str = "", may_jump: bool = True, days: int = 3
) -> tuple[str, str, str]:
    last = seen[-1].when if seen else T0
    held = () if may_jump else ("the gate is closed",)
    return rung_today(level, own, seen, library(), now=last + days * DAY_MS, held=held)


@pytest.mark.parametrize(
    ("level", "rung"),
    [
        (Level.BEGINNER, "split-squat-fast"),
        (Level.INTERMEDIATE, "split-squat-fast"),
        (Level.ADVANCED, "split-squat-hop"),
    ],
)
def test_a_level_begins_a_rung_under_its_own(level: Level, rung: str) -> None:
    found, why, offered = today(level, [])
    assert (found, offered) == (rung, "")
    assert bool(why) == (level is not Level.BEGINNER)
    calm = [structs.replace(each, fast=rung) for each in outings(2)]
    assert today(Level.INTERMEDIATE, calm[:2])[0] == "split-squat-hop"


def test_a_beginner_is_held_below_the_jumps_until_the_gate_is_open() -> None:
    held = today(Level.BEGINNER, outings(), own="jumping-lunge", may_jump=False)
    assert held[0] == "split-squat-fast"
    assert "gate" in held[1]
    assert today(Level.BEGINNER, outings(), may_jump=False)[2] == ""
    assert today(Level.BEGINNER, outings(), may_jump=True)[2] == "split-squat-hop"


@pytest.mark.parametrize(
    ("last", "days"), [({"pain": 4}, 3), ({"poor_form": True}, 3), ({"pain": 0}, 15)]
)
def test_pain_a_missed_landing_or_a_long_break_takes_one_rung_off(
    last: dict[str, Any], days: int
) -> None:
    seen = [structs.replace(each, fast="jumping-lunge") for each in outings(4, **last)]
    rung, why, offered = today(Level.ADVANCED, seen, days=days)
    assert (rung, offered) == ("split-squat-hop", "")
    assert why


def test_after_eight_weeks_it_begins_on_the_ground() -> None:
    seen = [structs.replace(each, fast="jumping-lunge") for each in outings(4)]
    assert today(Level.ADVANCED, seen, days=57)[0] == "split-squat-fast"


def test_a_rung_lost_to_pain_is_won_back_by_two_calm_sessions() -> None:
    seen = [structs.replace(each, fast="jumping-lunge") for each in outings(4, pain=4)]
    for _ in range(2):
        assert today(Level.ADVANCED, seen)[0] == "split-squat-hop"
        seen = [*seen, structs.replace(STEADY, when=then(seen, 3), fast="split-squat-hop")]
    assert today(Level.ADVANCED, seen)[0] == "jumping-lunge"


def test_the_next_rung_is_offered_after_two_calm_sessions_on_this_one() -> None:
    hops = [structs.replace(each, fast="split-squat-hop") for each in outings(4)]
    assert today(Level.INTERMEDIATE, hops)[2] == "jumping-lunge"
    assert today(Level.INTERMEDIATE, hops[:1])[2] == ""
    silent = [structs.replace(each, pain=None) for each in hops]
    assert today(Level.INTERMEDIATE, silent)[2] == ""


def test_what_the_next_rung_waits_for_is_said_with_the_key_that_types_it() -> None:
    why = today(Level.INTERMEDIATE, [])[1]
    assert why == (
        "it comes after 2 sessions of this one with pain 0-2, typed with h before the first set"
    )


def test_the_top_rung_comes_after_four_weeks_on_the_one_below() -> None:
    lunges = [structs.replace(each, fast="jumping-lunge") for each in outings(8)]
    assert today(Level.ADVANCED, lunges[:6])[2] == ""
    assert today(Level.ADVANCED, lunges)[2] == "jumping-lunge-high"


def test_nothing_new_comes_up_in_a_light_week() -> None:
    hops = [structs.replace(each, fast="split-squat-hop") for each in outings(4)]
    now = hops[-1].when + 3 * DAY_MS
    for light, rung in ((False, "jumping-lunge"), (True, "split-squat-hop")):
        found = rung_today(
            Level.INTERMEDIATE, "", hops, library(), now=now, above=2, is_light=light
        )
        assert found.exercise == rung
        assert bool(found.why) == light


def test_a_rung_taken_by_a_swap_is_none_that_was_earned() -> None:
    hops = [structs.replace(each, fast="split-squat-hop") for each in outings(1)]
    higher = structs.replace(STEADY, when=then(hops), fast="jumping-lunge-high")
    assert today(Level.ADVANCED, [*hops, higher])[0] == "split-squat-hop"
    assert today(Level.ADVANCED, [*hops, higher, higher])[0] == "jumping-lunge"


def test_a_plan_that_is_over_takes_no_rung_and_a_lower_level_does() -> None:
    climbed = [
        structs.replace(each, fast="jumping-lunge", level="intermediate") for each in outings(4)
    ]
    assert today(Level.INTERMEDIATE, climbed)[:2] == ("jumping-lunge", "")
    assert today(Level.BEGINNER, climbed)[0] == "split-squat-fast"
    unknown = [structs.replace(each, level="") for each in climbed]
    assert today(Level.INTERMEDIATE, unknown)[0] == "split-squat-hop"
