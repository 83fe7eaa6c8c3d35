from collections.abc import Sequence
from typing import Any

import pytest
from msgspec import structs

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.gates import Checks, gate, is_open, rung_today
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import T0, library

GOOD = Checks(stance_s=30, squats=True, landings=True, calm=True)


def outings(count: int = 8, every: int = 4, **last: Any) -> list[Outing]:
    """Return steady sessions, days apart, the newest one changed by `last`."""
    steady = Outing(when=T0, heavy_reps=8, heavy_rir=2, pain=0, fast="split-squat-fast")
    found = [structs.replace(steady, when=T0 + n * every * DAY_MS) for n in range(count)]
    if found and last:
        found[-1] = structs.replace(found[-1], **last)
    return found


def test_everything_met_opens_the_gate() -> None:
    assert is_open(gate(outings(), GOOD))


@pytest.mark.parametrize(
    ("seen", "checks", "missing"),
    [
        ([], GOOD, {0, 1, 2}),
        (outings(7), GOOD, {1}),
        (outings(8, every=3), GOOD, {1}),
        (outings(heavy_reps=7), GOOD, {2}),
        (outings(heavy_rir=1), GOOD, {2}),
        (outings(pain=3), GOOD, {0}),
        (outings(pain=None), GOOD, {0}),
        (outings(), structs.replace(GOOD, stance_s=29), {3}),
        (outings(), structs.replace(GOOD, squats=False), {4}),
        (outings(), structs.replace(GOOD, landings=None), {5}),
        (outings(), structs.replace(GOOD, calm=False), {0}),
        (outings(), Checks(), {0, 3, 4, 5}),
    ],
)
def test_each_condition_stands_alone(
    seen: Sequence[Outing], checks: Checks, missing: set[int]
) -> None:
    conditions = gate(seen, checks)
    assert {number for number, each in enumerate(conditions) if not each.met} == missing
    assert all(each.asked and each.now for each in conditions)


def test_reps_in_reserve_count_only_where_they_were_typed() -> None:
    untyped = [structs.replace(each, heavy_rir=None) for each in outings()]
    assert not gate(untyped, GOOD)[2].met
    earlier = [*outings(2), structs.replace(outings(3)[-1], heavy_rir=None)]
    assert gate(earlier, GOOD)[2].met


def test_a_session_with_poor_form_is_not_a_controlled_one() -> None:
    assert not gate(outings(8, poor_form=True), GOOD)[1].met
    assert gate(outings(9, poor_form=True), GOOD)[1].met


def today(
    level: Level, seen: list[Outing], *, own: str = "", may_jump: bool = True, days: int = 3
) -> tuple[str, str, str]:
    last = seen[-1].when if seen else T0
    return rung_today(level, own, seen, library(), now=last + days * DAY_MS, may_jump=may_jump)


@pytest.mark.parametrize(
    ("level", "rung"),
    [
        (Level.BEGINNER, "split-squat-fast"),
        (Level.INTERMEDIATE, "split-squat-hop"),
        (Level.ADVANCED, "jumping-lunge"),
    ],
)
def test_a_level_begins_on_its_rung(level: Level, rung: str) -> None:
    assert today(level, [])[0] == rung


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


def test_the_next_rung_is_offered_after_two_calm_sessions_on_this_one() -> None:
    hops = [structs.replace(each, fast="split-squat-hop") for each in outings(4)]
    assert today(Level.INTERMEDIATE, hops)[2] == "jumping-lunge"
    assert today(Level.INTERMEDIATE, hops[:1])[2] == ""
    silent = [structs.replace(each, pain=None) for each in hops]
    assert today(Level.INTERMEDIATE, silent)[2] == ""
