"""What a session of a level would be, in words for somebody who has seen none."""

from typing import NamedTuple

from runlift_tui.core.routines.routine import HalfOf
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.told import heart
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import WITHOUT_WEIGHT


class WouldBe(NamedTuple):
    """A session, to somebody who has seen none."""

    words: str
    """"first session: 13 min, 4 exercises, 2 rounds, without weight, no jumps"."""
    exercise: str
    """Id of what it is about: the fast exercise behind the heavy one, else the heavy one."""


def would_be(start: Started, *, is_first: bool) -> WouldBe:
    """Return what a session is to somebody who has seen none.

    Args:
        start: It, as it would begin now.
        is_first: Whether they have none behind them.
    """
    slots = [slot for _, slot in start.routine.slots()]
    exercises = {each.id: each for each in start.exercises}
    main, heavy = heart(start.routine, exercises)
    jumps = any(exercises[slot.exercise].is_jump for slot in slots)
    said = (
        f"{minutes_of(start)} min",
        plural(len(slots), "exercise"),
        plural(main.rounds, "round"),
        WITHOUT_WEIGHT if heavy.unloaded else "with weights",
        "jumps" if jumps else "no jumps",
    )
    fast = (slot for slot in slots if slot.prescription == HalfOf(heavy.label))
    return WouldBe(
        f"{'first session' if is_first else 'today'}: {', '.join(said)}",
        next(fast, heavy).exercise,
    )
