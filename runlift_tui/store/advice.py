"""What to lift next time, out of what the store has of the athlete and the past."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from runlift_tui.core.exercise import Exercise
from runlift_tui.core.past_session import PastSession

if TYPE_CHECKING:
    from runlift_tui.store.store import Store


def next_time_words(store: "Store", sessions: Sequence[PastSession], exercise: Exercise) -> str:
    """Return what to lift next time, in a sentence; empty where nothing can be said.

    Args:
        store: Says which routine, which weights and which unit the athlete has.
        sessions: With the sets of the exercise, oldest first.
        exercise: What is looked at.
    """
    from runlift_tui.core.exercise_past import next_time
    from runlift_tui.core.levels import ALL_SLOTS
    from runlift_tui.core.routines import resolve
    from runlift_tui.core.sets import Refused

    athlete = store.athlete()
    try:
        routine = resolve(athlete.routine, athlete.level, ALL_SLOTS, store.shelf())
    except Refused:
        return ""
    found = next_time(sessions, exercise, routine, athlete.weights, athlete.unit)
    return f"Next time: {found.why}." if found else ""
