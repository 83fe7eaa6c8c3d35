"""The next round of an exercise whose last one went to the limit: less, by what was done today.

Our own rule. A set that left nothing though some were to be left, or that ended under the range, is
not asked for again: what comes is a lighter load that there is, 5-10 % off by the reps that were
lacking, or the next one down. Fewer reps come where nothing is lighter, and where the next lighter
one is a big step down while the range has room, unless no weight was asked for at all. What was
done stays as it was.
"""

from collections.abc import Iterable

from msgspec import Struct

from runlift_tui.core.routines.reserve import could_do
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.sets.e1rm import weaker
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.load_asked import SAME_KG, LoadAsked
from runlift_tui.core.sets.progression import BIG_STEP, LEAST_CUT, NEAR, share_off
from runlift_tui.core.words.units import load

_FEWEST = 2
"""Fewer reps than these are asked of nobody who did as many."""


class NextRound(Struct, frozen=True):
    """What the next round is done with, where the last one was too much."""

    load_kg: float | None
    """Total external load; None where it stays what it was."""
    reps: int
    """Per leg where the movement has sides."""
    why: str
    """One sentence for the screen, without a full stop."""
    what: str
    """The change alone: "2 x 10 → 2 x 5 lb", "4, not 8"."""


def next_round(sets: Iterable[LastSet], goal: int, asked: LoadAsked) -> NextRound | None:
    """Return less for the next round; None where what was done today may come again.

    Fewer reps stay for the rounds after it. A lighter load stays by itself, as the newest one.

    Args:
        sets: Of the exercise in its slot today, in their order, each with its round.
        goal: Reps that the slot aims at.
        asked: Range, reserve and what there is to lift.
    """
    found: NextRound | None = None
    for done in sets:
        if _is_at_limit(done, goal, asked):
            found = _less(done, goal, asked)
            goal = found.reps
        elif found is not None and found.load_kg is not None:
            found = None
    return found


def _is_at_limit(done: LastSet, goal: int, asked: LoadAsked) -> bool:
    reps, left = weaker(done), done.rir
    if reps is None:
        return False
    if left == 0 and asked.reserve > NEAR:
        return True
    return reps < min(asked.reps.low, goal) and (left is None or left < asked.reserve)


def _below(each: float, lacking: int, asked: LoadAsked) -> float | None:
    """Return the lighter load of one implement, 5-10 % off where there is one, else the next."""
    found = asked.loads.below(each, each * (1 - min(BIG_STEP, share_off(lacking))))
    if found is None or found >= each * (1 - BIG_STEP) - SAME_KG:
        return found
    return asked.loads.below(each, each * (1 - LEAST_CUT))


def _less(done: LastSet, goal: int, asked: LoadAsked) -> NextRound:
    reps, left = weaker(done) or 0, done.rir
    could = reps + (left or 0)
    said = f"{reps} in round {done.round}"
    if left is None:
        said = f"{said} is under {min(asked.reps.low, goal)}"
    else:
        said = f"{said}, {could_do(left)}, {asked.reserve} were asked"
    unit, kg = asked.loads.unit, load_of(done)
    each = kg / done.implements
    below = _below(each, goal + asked.reserve - could, asked)
    room = could - asked.reserve >= asked.reps.low and not asked.unloaded
    if kg > 0 and below and not (room and below < each * (1 - BIG_STEP) - SAME_KG):
        after = round(below * done.implements, 4)
        shown, now = (load(one, done.implements, unit) for one in (after, kg))
        what = f"{now.removesuffix(f' {unit}')} → {shown}"
        return NextRound(after, goal, f"{said}: {what}", what)
    fewer = max(1, min(reps, goal - 1, max(_FEWEST, could - asked.reserve)))
    what = f"{fewer}, not {goal}" if fewer < goal else f"{fewer} again"
    lightest = ", as nothing here is lighter" if kg > 0 and not below else ""
    at = f", at {load(kg, done.implements, unit)}" if kg > 0 else ""
    return NextRound(None, fewer, f"{said}: {what}{at}{lightest}", f"{what}{at}")
