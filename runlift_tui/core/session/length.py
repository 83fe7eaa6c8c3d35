"""How long a session takes: our own figures, until the athlete's history has better ones."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from runlift_tui.core.session.prefill import last_time
from runlift_tui.core.session.rests import deadline, plan_between
from runlift_tui.core.session.state import Finished, Rest, Session, Step
from runlift_tui.core.session.targets import open_steps, target
from runlift_tui.core.sets.values import RestKind

HEAVY_REP_S = 4
REP_S = 3
LOADED_METRE_S, METRE_S = 1.5, 0.5
"""A metre of a carry or a sled, and one without load."""
CHANGE_LEGS_S = 15
GO_S = 10
"""From go to the first rep of a set, where the athlete and not the clock says go."""


def work_seconds(session: Session, step: Step) -> int:
    """Return the seconds that the work of a step takes: the athlete's own, where known."""
    own = _own_pace(session, step)
    return _by_rule(session, step) if own is None else own


def _own_pace(session: Session, step: Step) -> int | None:
    """Return how long the set took last time, in seconds from go to done, or None."""
    if step.is_hold or step.ramp is not None:
        return None
    last = last_time(session, step)
    return last.took_s if last is not None else None


def _by_rule(session: Session, step: Step) -> int:
    sides = 2 if step.exercise.two_sided else 1
    count = target(session, step)
    if step.is_hold:
        switch = session.start.switch_s if sides == 2 else 0
        return session.start.lead_in_s + count * sides + switch
    if step.in_metres:
        pace = LOADED_METRE_S if step.exercise.takes_load else METRE_S
        return round(count * pace) + (0 if step.block.zero_is_go else GO_S)
    seconds = count * sides * (HEAVY_REP_S if _is_heavy(step) else REP_S)
    if _is_heavy(step):
        seconds += CHANGE_LEGS_S if sides == 2 else 0
    return seconds + (0 if step.block.zero_is_go else GO_S)


def _is_heavy(step: Step) -> bool:
    return bool(step.slot.ramp) or step.slot.priming_s > 0


class Lengths(NamedTuple):
    """What the time of a session goes into, in seconds; all of it together is its length."""

    warm_up: int = 0
    """Its rounds, with the rests in them and after them."""
    ramp: int = 0
    """The lighter sets before heavy ones, with their rests."""
    work: int = 0
    """The sets of the other rounds."""
    priming: int = 0
    """The rests between a heavy set and the fast one that takes half of it."""
    rest: int = 0
    """All other rests."""


def lengths_of(session: Session, found: Sequence[Step]) -> Lengths:
    """Return what the time of these steps, and of the rests between them, goes into."""
    seconds = dict.fromkeys(Lengths._fields, 0)
    for step, after in zip(found, (*found[1:], None), strict=True):
        rest = None if after is None else plan_between(step, after)
        whole = "warm_up" if step.block.zero_is_go else "ramp" if step.ramp is not None else ""
        seconds[whole or "work"] += work_seconds(session, step)
        if rest is not None:
            between = "priming" if rest.kind is RestKind.PRIMING else "rest"
            seconds[whole or between] += rest.seconds
    return Lengths(**seconds)


def seconds_of(session: Session, found: Sequence[Step]) -> int:
    """Return the seconds of these steps and the rests between them."""
    return sum(lengths_of(session, found))


def whole_minutes(seconds: float) -> int:
    """Return seconds in the minutes that are enough for them: home and session tell no two."""
    return math.ceil(seconds / 60)


def seconds_left(session: Session) -> int:
    """Return the seconds that the rest of the session takes, the rest under way included."""
    if isinstance(session.phase, Finished):
        return 0
    left = seconds_of(session, open_steps(session))
    if isinstance(session.phase, Rest):
        now = session.at if session.paused is None else session.paused
        left += max(0, deadline(session, session.phase) - now) // 1000
    return left
