"""What a session of a level would be, in words for somebody who has seen none."""

from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.told import heart
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import WITHOUT_WEIGHT


def would_be(start: Started, *, is_first: bool) -> str:
    """Return what a session is to somebody who has seen none: "first session: 13 min, ...".

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
    return f"{'first session' if is_first else 'today'}: {', '.join(said)}"
