"""Gates, rungs and loads over sixteen weeks: what may change from one session to the next, and why.

The athletes are those of `sixteen_weeks`, which prints their lives as tables.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.athlete.gates import PAUSE_DAYS
from runlift_tui.core.athlete.pain import felt
from runlift_tui.core.history.outing import outing
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.e1rm import weaker
from runlift_tui.core.sets.load_asked import Move
from runlift_tui.core.sets.pain import CALM, GO_ON, SETTLING
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import library
from tests.core.plan.sixteen_weeks import BREAKS, Day, live
from tests.sweep import examples


def _marks(level: Level, seed: int, away: int) -> list[pytest.MarkDecorator]:
    if (seed, away) == (1, 5) or (level, seed, away) == (Level.INTERMEDIATE, 2, 2):
        return []
    return [pytest.mark.sweep]


LIVES = [
    pytest.param(
        level,
        seed,
        away,
        race,
        id=f"{level}-{seed}-{away}{'-race' if race else ''}",
        marks=_marks(level, seed, away),
    )
    for level in Level
    for seed, race in ((1, False), (2, True), (3, False), (4, True))
    for away in BREAKS
]
EVERY = pytest.mark.parametrize(("level", "seed", "away", "race"), LIVES)


@cache
def life(level: Level, seed: int, away: int, race: bool) -> list[Day]:
    return live(level, seed, away=away, race=race)


def off(before: Day, now: Day) -> bool:
    """Whether more than two weeks lie between."""
    return now.when - before.when > PAUSE_DAYS * DAY_MS


def closes(before: Day) -> bool:
    """Whether a session ended in what closes the gate, and takes a rung: pain, or poor form."""
    seen = outing(before.past)
    return (felt(seen) or 0) > GO_ON or seen.poor_form


def flips(days: list[Day]) -> Iterator[str]:
    """Yield every change that has none of its reasons."""
    for before, now in pairwise(days):
        reason = off(before, now) or closes(before)
        failed = now.checked and now.is_gated
        if now.is_gated and not before.is_gated and not (reason or failed):
            yield f"{now.start.id}: the gate closed"
        yield from _slots(before, now)
        yield from _rungs(before, now, reason=reason)
        yield from _light(days, now)


def _slots(before: Day, now: Day) -> Iterator[str]:
    was, then = before.exercises, now.exercises
    if was.keys() - then.keys() and not off(before, now):
        yield f"{now.start.id}: slots fell out"
    if len(then.keys() - was.keys()) > 1 + ("B2" in then and "B2" not in was):
        yield f"{now.start.id}: more than one stage at once"
    swapped = {each.slot for each in before.past.sets if each.exercise != was.get(each.slot)}
    for slot in (was.keys() & then.keys()) - {"B2"}:
        same = was[slot] == then[slot]
        higher = library()[then[slot]].rung > library()[was[slot]].rung
        done = [
            time.when or 0
            for time in now.facts.last_times
            if time.slot == slot and library()[time.exercise].rung >= library()[was[slot]].rung
        ]
        left = now.when - max(done, default=0) > PAUSE_DAYS * DAY_MS
        if not same and not (higher and slot in swapped) and not (left or off(before, now)):
            yield f"{now.start.id}: {slot} was {was[slot]}, is {then[slot]}"


def _rungs(before: Day, now: Day, *, reason: bool) -> Iterator[str]:
    """Yield a rung that was skipped, or one that was done and fell without a reason."""
    if not before.fast or not now.fast:
        return
    was, then = library()[before.fast].rung, library()[now.fast].rung
    if then > was + 1:
        yield f"{now.start.id}: a rung was skipped"
    fast = max((each.when for each in now.facts.outings if each.fast), default=now.when)
    left = now.when - fast > PAUSE_DAYS * DAY_MS
    was_done = any(each.exercise == before.fast for each in before.past.done)
    if then < was and was_done and not (reason or left) and not now.start.held:
        yield f"{now.start.id}: B2 fell without a reason"


def _light(days: list[Day], now: Day) -> Iterator[str]:
    """Yield what is new before or after a race.

    What building weeks brought up in which nobody trained may be met there for the first time.
    """
    earlier = [d for d in days if d.when < now.when]
    if not now.is_light or (earlier and off(earlier[-1], now)):
        return
    seen = {(slot, id_) for d in earlier for slot, id_ in d.exercises.items()}
    seen |= {(each.slot, each.exercise) for d in earlier for each in d.past.done}
    for slot, id_ in now.exercises.items() if seen else ():
        at = [library()[old].rung for where, old in seen if where == slot]
        if (slot, id_) not in seen and not (at and library()[id_].rung < max(at)):
            yield f"{now.start.id}: {id_} is new in {slot}"


def jumps_behind(days: list[Day]) -> Iterator[str]:
    """Yield every jump that was planned while jumps were closed."""
    for day in days:
        if day.start.held:
            yield from (id_ for id_ in day.exercises.values() if library()[id_].is_jump)
        hurt = [d for d in days if d.when < day.when and (felt(outing(d.past)) or 0) > SETTLING]
        calm = [
            d
            for d in days
            if hurt
            and hurt[-1].when < d.when < day.when
            and (pain := felt(outing(d.past))) is not None
            and pain <= CALM
        ]
        if hurt and not calm and not day.start.held:
            yield f"{day.start.id}: pain was forgotten"


def rises(days: list[Day]) -> Iterator[str]:
    """Yield every load and every rep that rose where nothing may."""
    for day in days:
        for found in day.start.next_times:
            last = next(
                (
                    each
                    for each in day.facts.last_times
                    if (each.slot, each.exercise) == (found.slot, found.exercise)
                ),
                None,
            )
            if found.anew or last is None or all(each.load_kg is None for each in last.sets):
                continue
            kg = max(each.load_kg or 0 for each in last.sets)
            reps = max(weaker(each) or 0 for each in last.sets)
            away = day.when - (last.when or 0) > PAUSE_DAYS * DAY_MS
            still = day.kind is not WeekKind.BUILD or last.hurt or away
            typed = any(each.rir is not None for each in last.sets)
            if found.load_kg > kg + 0.01 and (still or not typed):
                yield f"{day.start.id}: {found.slot} rose: {found.why}"
            if last.hurt and found.load_kg > kg - 0.01 and kg > 0 and found.reps > reps:
                yield f"{day.start.id}: {found.slot} has more reps after pain: {found.why}"


@EVERY
def test_nothing_flips_without_pain_poor_form_or_two_weeks_away(
    level: Level, seed: int, away: int, race: bool
) -> None:
    assert list(flips(life(level, seed, away, race))) == []


@EVERY
def test_no_jump_is_planned_while_jumps_are_closed(
    level: Level, seed: int, away: int, race: bool
) -> None:
    assert list(jumps_behind(life(level, seed, away, race))) == []


@EVERY
def test_no_load_rises_outside_a_week_that_builds_after_pain_or_after_time_off(
    level: Level, seed: int, away: int, race: bool
) -> None:
    assert list(rises(life(level, seed, away, race))) == []


@given(
    level=st.sampled_from(Level),
    seed=st.integers(5, 10_000),
    away=st.sampled_from(BREAKS),
    away_in=st.integers(2, 14),
    race=st.booleans(),
)
@examples(2, 6)
def test_nor_in_any_other_life(
    level: Level, seed: int, away: int, away_in: int, race: bool
) -> None:
    days = live(level, seed, away=away, away_in=away_in, race=race)
    assert [*flips(days), *jumps_behind(days), *rises(days)] == []


def test_these_lives_have_all_of_it_in_them() -> None:
    """A table of athletes who never get to a jump, a rise or a pain would prove nothing."""
    days = [
        day
        for level in Level
        for seed, away in ((1, 5), (2, 2))
        for day in life(level, seed, away, seed == 2)
    ]
    for level in Level:
        own = [day for day in days if day.start.level is level]
        assert any(day.fast and library()[day.fast].is_jump for day in own), level
        assert any(day.start.held for day in own), level
        assert any(found.move is Move.UP for day in own for found in day.start.next_times), level
    assert any(day.is_light for day in days)
    assert any(time.hurt for day in days for time in day.facts.last_times)
    assert any(day.checked for day in days)
