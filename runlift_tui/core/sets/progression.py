"""What to lift next: more reps first, then more load, by the weaker leg.

Double progression, our own rules after coaches' practice. Only what the athlete typed counts:
reps in reserve that nobody said are no evidence that a load has become light.
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from runlift_tui.core.routines.routine import Reps
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.sets.e1rm import OPEN_RIR, weaker
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.weights import Weights, heavier, lighter
from runlift_tui.core.words.units import Unit, load

TIMES = 2
"""Sessions in a row that have to agree before the load changes."""
LEAST_TO_HALVE = 4
"""Fewer than this leave no fast set after them: too heavy, and no second time is waited for."""
RESERVE = 2
"""Reps in reserve that every set needs before the load goes up."""
BIG_STEP, BIG_STEP_RESERVE = 0.10, 3
"""A step over this share of the load asks for more in reserve."""
LEAST_STEP, _LEAST_CUT = 0.025, 0.05
_SAME_KG = 0.01

Sets = Sequence[LastSet]
"""The working sets of one exercise in one session, in their order."""


class Move(StrEnum):
    """What becomes of the load."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


class Suggestion(Struct, frozen=True):
    """What to lift next time."""

    load_kg: float | None
    """Total external load; None where the exercise was done without any."""
    reps: int
    """Per leg where the movement has sides."""
    move: Move
    why: str
    """One sentence for the screen, without a full stop."""


class _Case(Struct, frozen=True):
    reps: Reps
    reserve: int
    weights: Weights
    unit: Unit


def suggested_load(
    sessions: Sequence[Sets],
    reps: Reps,
    *,
    reserve: int = RESERVE,
    weights: Weights | None = None,
    unit: Unit = Unit.KG,
) -> Suggestion | None:
    """Return what to lift next, with the sentence that explains it; None without a set.

    Args:
        sessions: One exercise's working sets, session by session, the newest last. Those of ramps
            and those that were skipped stay out; two sessions are enough.
        reps: The range that the slot prescribes.
        reserve: Reps in reserve that the slot aims at.
        weights: What the gym has; by default steps of 2 kg or 5 lb.
        unit: The athlete's.
    """
    case = _Case(reps, reserve, weights or Weights(), unit)
    counted = [[done for done in sets if weaker(done) is not None] for sets in sessions]
    recent = [sets for sets in counted if sets][-TIMES:]
    if not recent:
        return None
    if _least(recent[-1]) < min(reps.low, LEAST_TO_HALVE):
        return _down(recent[-1], case, f"{_least(recent[-1])} is far under {reps.low}")
    if _both(recent) and all(_least(sets) < reps.low for sets in recent):
        return _down(recent[-1], case, f"under {reps.low} twice in a row")
    if _is_full(recent[-1], reps.high):
        return _up(recent, case)
    return _same(recent[-1], case)


def _up(recent: list[list[LastSet]], case: _Case) -> Suggestion:
    """Return more load where that is earned, else what is still missing."""
    last = recent[-1]
    now, count = load_of(last[-1]), last[-1].implements
    next_each = heavier(case.weights, now / count, case.unit, now / count * (1 + LEAST_STEP))
    if next_each is None:
        return _stay(
            last, case, f"{_shown(last, case)} is the heaviest there is: stay, and slow down"
        )
    after = _total(next_each, count)
    big = now <= 0 or after > now * (1 + BIG_STEP + 1e-6)
    needed = max(case.reserve, BIG_STEP_RESERVE) if big else case.reserve
    if not _is_spare(last, needed):
        return _stay(last, case, _missing(last, case, needed, after, big))
    if not (_both(recent) and all(_is_earned(sets, case.reps.high, needed) for sets in recent)):
        said = f"{_legs(last)} {case.reps.high}, could do {_spare(last)} more: once more like this"
        return _stay(last, case, f"{said}, then {load(after, count, case.unit)}")
    said = (
        f"{_legs(last)} {case.reps.high}, could do {_spare(last)} more, twice: "
        f"{_step(last, after, case)}, from {case.reps.low}"
    )
    return Suggestion(after, case.reps.low, Move.UP, said)


def _down(last: list[LastSet], case: _Case, why: str) -> Suggestion:
    now, count = load_of(last[-1]), last[-1].implements
    each = now / count
    below = lighter(case.weights, each, case.unit, each * (1 - _LEAST_CUT)) if now > 0 else None
    if below is None:
        return _stay(last, case, f"{why}: there is no lighter weight, so an easier exercise")
    after = _total(below, count)
    said = f"{why}: {_step(last, after, case)}"
    return Suggestion(after, case.reps.low, Move.DOWN, said)


def _same(last: list[LastSet], case: _Case) -> Suggestion:
    goal = max(case.reps.low, min(case.reps.high, _least(last) + 1))
    weak = " on the weaker leg" if _is_uneven(last) else ""
    said = f"{goal} after {_least(last)}{weak}: {_shown(last, case)} again"
    return Suggestion(last[-1].load_kg, goal, Move.SAME, said)


def _stay(last: list[LastSet], case: _Case, why: str) -> Suggestion:
    goal = max(case.reps.low, min(case.reps.high, _least(last)))
    return Suggestion(last[-1].load_kg, goal, Move.SAME, why)


def _missing(last: list[LastSet], case: _Case, needed: int, after: float, big: bool) -> str:
    """Return what a step up still asks for."""
    asked = f"{load(after, last[-1].implements, case.unit)} after {case.reps.high}, "
    asked += f"could do {needed} more, twice"
    if any(done.rir is None for done in last):
        return f"{asked}; type how many more"
    now = load_of(last[-1])
    if big and now > 0:
        asked += f" (a step of {100 * (after - now) / now:.0f} %)"
    return asked


def _is_full(sets: list[LastSet], high: int) -> bool:
    return _least(sets) >= high and _is_even_load(sets)


def _is_spare(sets: list[LastSet], needed: int) -> bool:
    return all(done.rir is not None and done.rir >= needed for done in sets)


def _is_earned(sets: list[LastSet], high: int, needed: int) -> bool:
    return _is_full(sets, high) and _is_spare(sets, needed)


def _both(recent: list[list[LastSet]]) -> bool:
    """Whether there are sessions enough, every set of them at one load."""
    loads = [load_of(done) for sets in recent for done in sets]
    return len(recent) == TIMES and max(loads) - min(loads) < _SAME_KG


def _is_even_load(sets: list[LastSet]) -> bool:
    loads = [load_of(done) for done in sets]
    return max(loads) - min(loads) < _SAME_KG


def _least(sets: list[LastSet]) -> int:
    return min(weaker(done) or 0 for done in sets)


def _spare(sets: list[LastSet]) -> str:
    least = min(done.rir or 0 for done in sets)
    return f"{OPEN_RIR}+" if least >= OPEN_RIR else f"{least}"


def _is_uneven(sets: list[LastSet]) -> bool:
    return any(done.left != done.right for done in sets)


def _legs(sets: list[LastSet]) -> str:
    return "both legs" if sets[-1].left is not None else "all sets"


def _shown(sets: list[LastSet], case: _Case) -> str:
    now = load_of(sets[-1])
    return load(now, sets[-1].implements, case.unit)


def _step(sets: list[LastSet], after: float, case: _Case) -> str:
    """Return a change of load: "2 x 12 → 2 x 14 kg"."""
    shown = _shown(sets, case)
    return f"{shown.removesuffix(f' {case.unit}')} → {load(after, sets[-1].implements, case.unit)}"


def _total(each_kg: float, implements: int) -> float:
    return round(each_kg * implements, 4)
