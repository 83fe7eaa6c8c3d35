"""A plan as events of a calendar: sessions done and to come, the race, and the time trials."""

from collections.abc import Iterator
from datetime import date

from runlift_tui.core.plan.calendar import Event
from runlift_tui.core.plan.placement import RUN_FIRST, trial_days
from runlift_tui.core.plan.plan import WEEKS, Plan
from runlift_tui.core.plan.standing import Flow
from runlift_tui.core.plan.week_words import session_shape
from runlift_tui.core.plan.weeks import PlanWeek


def events(plan: Plan, flow: Flow) -> Iterator[Event]:
    """Yield the events of a plan as it stands; a session keeps its id when it moves."""
    for week in flow.weeks:
        done = flow.done_in(week.number)
        for number, each in enumerate(done, 1):
            yield _session(plan, week, number, each.day, "trained")
        for session in flow.due_in(week.number):
            yield _session(plan, week, session.number, session.day, "")
    for number, day in enumerate(sorted(set(trial_days(plan.answers))), 1):
        what = "Race" if day == plan.answers.race else "5K time trial"
        yield Event(f"{plan.id}-trial-{number}@runlift", day, what)


def _session(plan: Plan, week: PlanWeek, number: int, day: date, word: str) -> Event:
    done = f", {word}" if word else ""
    return Event(
        f"{plan.id}-week-{week.number}-session-{number}@runlift",
        day,
        f"Strength: week {week.number} of {WEEKS}, session {number}{done}",
        f"{_sentence(session_shape(week))}.\n{RUN_FIRST}",
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
