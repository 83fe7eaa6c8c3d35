"""What to lift next time, out of what the store has of the athlete and the past."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.past import PastSession

if TYPE_CHECKING:
    from runlift_tui.core.routines.routine import Routine
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
    from runlift_tui.core.words.faults import Refused

    athlete = store.desk.athlete()
    try:
        routine = resolve(athlete.routine, athlete.level, ALL_SLOTS, store.desk.shelf())
    except Refused:
        return ""
    routine, now = _as_planned(store, routine), store.clock.stamp().utc_ms
    found = next_time(sessions, exercise, routine, athlete.weights, athlete.unit, now=now)
    return f"Next time: {found.why}." if found else ""


def _as_planned(store: "Store", routine: "Routine") -> "Routine":
    """Return a routine with the range that the plan's week has in B1, where one is under way."""
    from runlift_tui.core.setup.planning import week_of_plan

    now, facts = store.clock.stamp().utc_ms, store.facts()
    week = week_of_plan(store.desk.plans(), facts, now, store.clock.utc_offset_min(now))
    if week is None:
        return routine
    from runlift_tui.core.athlete.athlete import standing_of
    from runlift_tui.core.athlete.held_back import allowed
    from runlift_tui.core.plan.todays_session import adapted, is_planned

    athlete, shelf = store.desk.athlete(), store.desk.shelf()
    today = allowed(standing_of(athlete), facts.outings, shelf.exercises(archived=True), now)
    if not is_planned(routine.id, shelf):
        return routine
    return adapted(routine, week, athlete.level, today, facts)
