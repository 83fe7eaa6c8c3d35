"""What the rule for the next load is given, and what it answers: plain values."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from runlift_tui.core.routines.reserve import RESERVE
from runlift_tui.core.routines.routine import Reps
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.sets.e1rm import weaker
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.loadable import Loadable, loadable
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear

SAME_KG = 0.01
"""Loads that differ by less, kilograms in all, are one."""
Sets = Sequence[LastSet]
"""The working sets of one exercise in one session, in their order."""


class Move(StrEnum):
    """What becomes of the load."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


class LoadRule(StrEnum):
    """Which rule spoke."""

    ANEW = "months off: found anew"
    LESS = "weeks off: less"
    TOO_FEW = "too few reps: less"
    TOO_NEAR = "too near the limit: less"
    EASED = "it hurt: less"
    HURT = "pain: nothing rises"
    FORM = "form was lost: nothing rises"
    LIGHT_WEEK = "a light week: nothing rises"
    UNASKED = "begun without weight: nothing rises"
    AWAY = "days off: from the low end"
    ELSEWHERE = "done in another slot: from the low end"
    UNSAID = "reserve not typed: nothing rises"
    SHORT = "less in reserve than asked: no more reps"
    ONE_MORE = "one rep more"
    REPS_FIRST = "a big step: reps first"
    WAITS = "the step waits"
    EARNED = "the load rises"
    TOP = "no heavier weight"


class Done(Struct, frozen=True, kw_only=True):
    """What was done last of an exercise."""

    sets: Sets
    """Of the last session that had it, without ramps and what was skipped."""
    before: Sets = ()
    """Of the session before that one."""
    days: int | None = None
    """Days since; None where nobody knows."""
    hurt: bool = False
    """Whether pain was said of it, and no calm session since."""
    pain: int | None = None
    """How much, 0-10; None where it was not rated."""
    eases: bool = False
    """Whether that was of it itself, so that the load that hurt is not asked for again."""
    hurt_kg: float | None = None
    """The least load that hurt, kilograms in all; None where no set says so: then the last one."""
    instead: str = ""
    """What holds it back where nobody typed so much pain: "a stop sign"; else empty."""
    poor_form: bool = False
    """Whether a set of it was stopped for form, and none done since without that."""
    elsewhere: str = ""
    """Label of the slot that it was done in, where that is another one."""


class LoadAsked(Struct, frozen=True, kw_only=True):
    """What is asked for now."""

    reps: Reps
    reserve: int = RESERVE[0]
    """The least reps in reserve that the slot aims at."""
    week: WeekKind = WeekKind.BUILD
    """Without a plan every week builds."""
    loads: Loadable = loadable(None, Gear())
    """What there is to lift for the exercise."""
    unloaded: bool = False
    """Whether no weight is asked for, so that the athlete's own one stays what it is."""


class Suggestion(Struct, frozen=True):
    """What to lift next time."""

    load_kg: float | None
    """Total external load; None where there is none, or where it is to be found anew."""
    reps: int
    """Per leg where the movement has sides."""
    move: Move
    why: str
    """One sentence for the screen, without a full stop."""
    rule: LoadRule
    brief: str = ""
    """The same for where the reps stand beside it; empty where it has none."""
    what: str = ""
    """What is done, without the reason: "8 at 2 x 20 kg", "2 x 12 → 2 x 14 kg"."""


def reserve_of(sets: Sets) -> int | None:
    """Return the least reps in reserve; None unless they were typed of every set."""
    said = [done.rir for done in sets if done.rir is not None]
    return min(said) if said and len(said) == len(sets) else None


def is_same_load(sets: Sets) -> bool:
    """Whether all of them had one load."""
    loads = [load_of(done) for done in sets]
    return max(loads) - min(loads) < SAME_KG


def is_uneven(sets: Sets) -> bool:
    """Whether a set has another count on each leg."""
    return any(done.left != done.right for done in sets)


def least_of(sets: Sets) -> int:
    """Return reps of the weaker leg in the weakest set."""
    return min(weaker(done) or 0 for done in sets)
