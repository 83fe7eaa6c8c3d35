"""What to lift next time, out of what the store has of the athlete and the past."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.past import PastSession

if TYPE_CHECKING:
    from runlift_tui.store.store import Store


def next_time_words(store: "Store", sessions: Sequence[PastSession], exercise: Exercise) -> str:
    """Return what to lift next time, in a sentence; empty where nothing can be said.

    Args:
        store: Says which routine, which weights and which unit the athlete has.
        sessions: With the sets of the exercise, oldest first.
        exercise: What is looked at.
    """
    from runlift_tui.core.progress.exercise import next_time
    from runlift_tui.core.routines.levels import ALL_SLOTS
    from runlift_tui.core.routines.resolve import resolve
    from runlift_tui.core.setup.planning import as_planned
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.store.planner import Planner

    found = Planner(store, store.desk.shelf).situation()
    athlete = found.athlete
    try:
        routine = resolve(athlete.routine, athlete.level, ALL_SLOTS, found.shelf)
    except Refused:
        return ""
    routine = as_planned(routine, found, athlete.level)
    advice = next_time(sessions, exercise, routine, athlete.weights, athlete.unit, now=found.now)
    return f"Next time: {advice.why}." if advice else ""
