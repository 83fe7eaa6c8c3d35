"""What holds an explosive movement back until control is there, and how far off that is.

Our own rules, put together from what physiotherapists and coaches ask for; none of them is a
finding, and the athlete may overrule them knowingly.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import RULES, Level
from runlift_tui.core.words.days import DAY_MS

SESSIONS, WEEKS = 8, 4
HEAVY_REPS, HEAVY_RIR = 8, 2
CALM_PAIN = 2
"""Pain up to this, of 10, is calm."""
REGRESS_PAIN = 3
"""Pain over this takes the jumps out of the day, and one rung off the ladder."""
PAUSE_DAYS = 14
"""More days off than this take one rung off the ladder."""
STEADY = 2
"""Sessions without pain before the next rung is offered."""
STANCE_S, SQUATS, LANDINGS = 30, 5, 10
FAST_LADDER = "fast-split-squat"


class Checks(Struct, frozen=True, kw_only=True):
    """The athlete's own checks of their control; None where one was never done."""

    stance_s: int | None = None
    """Seconds on one leg, the weaker side's."""
    squats: bool | None = None
    """Five single-leg squats to a box on each side, all of them good."""
    landings: bool | None = None
    """Ten soft split-squat landings, quiet and without the knee falling in."""
    calm: bool | None = None
    """No pain over 2 of 10 in daily life."""


class Condition(Struct, frozen=True):
    """One thing that the gate asks for."""

    asked: str
    now: str
    """Where it stands, in words."""
    met: bool


def gate(outings: Iterable[Outing], checks: Checks) -> tuple[Condition, ...]:
    """Return everything that jumping asks for, and how far off each is."""
    seen = sorted(outings, key=lambda outing: outing.when)
    return (
        _pain(seen, checks),
        _controlled(seen),
        _strength(seen),
        _stance(checks),
        _checked("5 single-leg squats to a box on each side, all good", checks.squats),
        _checked("10 soft split-squat landings, quiet, knee over foot", checks.landings),
    )


def is_open(conditions: Iterable[Condition]) -> bool:
    """Whether everything is met."""
    return all(condition.met for condition in conditions)


def _pain(seen: list[Outing], checks: Checks) -> Condition:
    asked = "pain 0-2 of 10 in daily life and, as typed, in the last two sessions"
    last = seen[-2:]
    said = [outing.pain for outing in last if outing.pain is not None]
    high = [pain for pain in said if pain > CALM_PAIN]
    if high:
        return Condition(asked, f"{max(high)} of 10 lately", False)
    if checks.calm is None:
        return Condition(asked, "daily life: not asked yet", False)
    if not checks.calm:
        return Condition(asked, "not in daily life", False)
    missing = 2 - len(said)
    now = "calm" if not missing else f"typed in {len(said)} of the last 2 sessions"
    return Condition(asked, now, not missing)


def _controlled(seen: list[Outing]) -> Condition:
    done = [o.when for o in seen if o.heavy_reps is not None and not o.poor_form]
    weeks = (done[-1] - done[0]) / (7 * DAY_MS) if done else 0.0
    now = f"{len(done)} of {SESSIONS} sessions, {int(weeks)} of {WEEKS} weeks"
    asked = f"{WEEKS} weeks and {SESSIONS} sessions of controlled B1"
    return Condition(asked, now, len(done) >= SESSIONS and weeks >= WEEKS)


def _strength(seen: list[Outing]) -> Condition:
    asked = f"B1 at {HEAVY_REPS} or more on both legs, could do {HEAVY_RIR} more, as typed"
    typed = [o for o in seen if o.heavy_reps is not None and o.heavy_rir is not None]
    if not typed:
        return Condition(asked, "no session with it typed yet", False)
    last = typed[-1]
    reps, rir = last.heavy_reps or 0, last.heavy_rir or 0
    met = reps >= HEAVY_REPS and rir >= HEAVY_RIR
    return Condition(asked, f"last typed: {reps}, could do {rir} more", met)


def _stance(checks: Checks) -> Condition:
    asked = f"{STANCE_S} s on one leg, each side"
    if checks.stance_s is None:
        return Condition(asked, "not checked yet", False)
    return Condition(asked, f"{checks.stance_s} s", checks.stance_s >= STANCE_S)


def _checked(asked: str, answer: bool | None) -> Condition:
    now = "not checked yet" if answer is None else "good" if answer else "not yet good"
    return Condition(asked, now, answer is True)


class Rung(NamedTuple):
    """Where the athlete stands on the ladder of fast movements."""

    exercise: str
    """Id of the movement for today."""
    why: str = ""
    """Why it is not the one that they are on; empty where it is."""
    offered: str = ""
    """Id of the next one, where it may be taken now."""


def rung_today(
    level: Level,
    own: str,
    outings: Iterable[Outing],
    library: Mapping[str, Exercise],
    *,
    now: int,
    may_jump: bool,
) -> Rung:
    """Return the fast movement for today.

    Args:
        level: The athlete's own word; it says where they begin.
        own: Id of the rung that they took since; empty for the level's.
        outings: The sessions of the past.
        library: Every exercise by id.
        now: Milliseconds since the epoch.
        may_jump: Whether the gate is open, overruled, or not there for this level.
    """
    ladder = sorted(
        (each for each in library.values() if each.ladder == FAST_LADDER and _is_fast(each)),
        key=lambda each: each.rung,
    )
    ids = [each.id for each in ladder]
    base = own if own in ids else RULES[level].fast
    if base not in ids:
        return Rung(base)
    place, why = ids.index(base), ""
    seen = sorted(outings, key=lambda outing: outing.when)
    drop = _reason_to_drop(seen, now)
    if drop and place > 0:
        place, why = place - 1, drop
    while place > 0 and ladder[place].is_jump and not may_jump:
        place, why = place - 1, "the gate to jumping is not open yet"
    offered = "" if why else _next(seen, ladder, place, may_jump)
    return Rung(ids[place], why, offered)


def _is_fast(exercise: Exercise) -> bool:
    return exercise.measure == "reps"


def _reason_to_drop(seen: list[Outing], now: int) -> str:
    fast = [outing for outing in seen if outing.fast is not None]
    if not fast:
        return ""
    last = seen[-1]
    if last.pain is not None and last.pain > REGRESS_PAIN:
        return f"one rung down: pain {last.pain} of 10 last time"
    if last.poor_form:
        return "one rung down: a set was left out for form last time"
    days = (now - fast[-1].when) // DAY_MS
    if days > PAUSE_DAYS:
        return f"one rung down: {days} days since the last fast set"
    return ""


def _next(seen: list[Outing], ladder: list[Exercise], place: int, may_jump: bool) -> str:
    """Return the next rung where the last two sessions on this one were steady."""
    on_it = [outing for outing in seen if outing.fast == ladder[place].id][-STEADY:]
    calm = [o for o in on_it if o.pain is not None and o.pain <= CALM_PAIN and not o.poor_form]
    if len(calm) < STEADY or place + 1 >= len(ladder):
        return ""
    higher = ladder[place + 1]
    return "" if higher.is_jump and not may_jump else higher.id
