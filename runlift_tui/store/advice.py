"""What comes next time, out of what the store has of the athlete and the past."""

from typing import TYPE_CHECKING

from runlift_tui.core.exercises.exercise import Exercise

if TYPE_CHECKING:
    from runlift_tui.core.session.state import Session
    from runlift_tui.core.session.suggested import Following
    from runlift_tui.store.session.sessions import Unfinished
    from runlift_tui.store.session.training import Training
    from runlift_tui.store.store import Store


def next_time_words(store: "Store", exercise: Exercise) -> str:
    """Return what to lift next time, in a sentence; empty where nothing can be said.

    It is what stands prefilled in the slot of the athlete's routine that has the exercise, in the
    week of the plan's next session.

    Args:
        store: Says what is behind the athlete, and what they have.
        exercise: What is looked at.
    """
    from runlift_tui.core.routines.levels import ALL_SLOTS
    from runlift_tui.core.routines.resolve import resolve
    from runlift_tui.core.sets.next_time import next_time
    from runlift_tui.core.setup.planning import as_planned, as_today, coming_of
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.store.planner import Planner

    planner = Planner(store, store.desk.shelf)
    found = planner.coming_situation()
    level, routine = found.athlete.level, found.athlete.routine
    try:
        today = as_today(routine, found, level).routine
        # What a beginner's path still has to bring is told as it will be then.
        later = as_planned(resolve(routine, level, ALL_SLOTS, found.shelf), found, level)
    except Refused:
        return ""
    for _, slot in (*today.slots(), *later.slots()):
        if slot.exercise == exercise.id:
            last, coming = found.facts.last_times, coming_of(found, level)
            advice = next_time(slot, exercise, last, coming)
            return f"Next time: {advice.why}." if advice else ""
    return ""


def following_of(store: "Store", session: "Session") -> "Following":
    """Return by what the session after one that is over is worked out.

    Args:
        store: Says what is behind the athlete, and their plan.
        session: As it was trained.
    """
    from runlift_tui.core.setup.following import following
    from runlift_tui.store.planner import Planner

    planner = Planner(store, store.desk.shelf)
    return following(session, planner.situation(), store.desk.plans(), planner.races())


def resumed(store: "Store", found: "Unfinished") -> "Training":
    """Go on with a session, with what has come to hold jumps back since it began.

    Args:
        store: Says what is behind the athlete.
        found: The session.
    """
    from runlift_tui.core.athlete.athlete import standing_of
    from runlift_tui.core.athlete.held_back import holding
    from runlift_tui.core.athlete.pain import stopped
    from runlift_tui.core.session.commands import GoOn

    desk = store.desk
    stands = standing_of(desk.athlete(), found.live.session.start.level)
    library, now = desk.shelf().exercises(archived=True), store.clock.stamp().utc_ms
    held = holding(stands, store.facts().outings, library, now)
    training = store.sessions.resume(found, held)
    session = training.session
    if session.stop and not (session.stop_sign or stopped(held)):
        training.tell(GoOn(looked=True))
    return training
