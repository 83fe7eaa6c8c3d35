"""What a plan says of today, for home and for the session that it suggests."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.pain import Running, running
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.plan.changes_told import changes, race_to_come
from runlift_tui.core.plan.plan import Plan, current
from runlift_tui.core.plan.rules import PlacedSession
from runlift_tui.core.plan.standing import Flow, TrainedOn, flow, tally
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.runs.raced import Raced
from runlift_tui.core.words.days import day_of, day_words

OVER_DAYS = 14
"""So long home tells of a plan that is over."""


class PlanDay(NamedTuple):
    """A plan at one day of it."""

    plan: Plan
    flow: Flow
    today: date
    running: Running = Running.ALL
    """What of its running may be named now."""

    @property
    def week(self) -> PlanWeek | None:
        """The week that today is in; None before the plan begins."""
        number = self.plan.answers.week_of(self.today)
        return self.flow.weeks[number - 1] if 1 <= number <= self.plan.answers.weeks else None

    @property
    def off(self) -> str:
        """Until when they are ill or off on that day: "ill until Sun 6 Dec"; else empty."""
        now = [each for each in self.plan.off if self.today in each]
        return max(now, key=lambda each: each.last).words if now else ""

    @property
    def next(self) -> PlacedSession | None:
        """The session that comes next, today's first; None where none does."""
        return self.flow.sessions[0] if self.flow.sessions else None

    @property
    def next_week(self) -> PlanWeek | None:
        """The week of the session that comes next; None where none does."""
        return None if self.next is None else self.flow.weeks[self.next.week - 1]

    @property
    def coming_week(self) -> PlanWeek | None:
        """The week by which the session that comes is worked out.

        None before the plan begins, and where none of its sessions is left: then it has no say.
        """
        return None if self.week is None else self.next_week


def plan_day(
    plans: Sequence[Plan],
    facts: Facts,
    now: int,
    utc_offset_min: int,
    races: Collection[Raced] = (),
) -> PlanDay | None:
    """Return the plan that is under way or still to begin, as it stands; None without one.

    Args:
        plans: All that there are.
        facts: What the history says; its last sessions are enough for a plan's weeks.
        now: Milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC.
        races: Of late, see `known_races`.
    """
    today = day_of(now, utc_offset_min)
    plan = current(tuple(plans), today)
    if plan is None:
        return None
    done = [TrainedOn(outing.day, outing.effort) for outing in facts.outings if outing.counts]
    return PlanDay(plan, flow(plan, done, today, races=races), today, running(facts.outings))


class HomeLines(NamedTuple):
    """What home says of a plan."""

    sentence: str
    """Empty where the plan has nothing to say of today."""
    quiet: tuple[tuple[str, str], ...]
    over: str = ""
    """Which weeks go over our limits by the athlete's changes; it stands above what can be done."""

    @property
    def warned(self) -> tuple[tuple[str, str], ...]:
        """The same as a line; none where no week does."""
        return (("plan", self.over),) if self.over else ()


def home_lines(day: PlanDay, over: str = "") -> HomeLines:
    """Return the sentence of a plan's day, and the quiet lines under it.

    Args:
        day: Of the plan.
        over: Which weeks go over our limits by the athlete's changes; empty for none.
    """
    week = day.week
    if week is None:
        begins = f"The plan begins on {day_words(day.plan.answers.start)}"
        return HomeLines(f"{begins}; train before it as you like", (), over)
    race = day.plan.answers.race
    is_to_come = race is not None and race >= day.today
    raced = f", {race_to_come(day.plan.answers)}" if is_to_come else ""
    quiet = [("weeks", f"{squares(day)}   {tally(day.plan, day.flow).words}{raced}")]
    quiet += [("changed", text) for text in changes(day.flow, week)]
    said = f"Week {week.number} of {day.plan.answers.weeks}: {_today(day, week)}"
    return HomeLines(said, tuple(quiet), over)


def _today(day: PlanDay, week: PlanWeek) -> str:
    """Return what is due: "session 2 today", "ill until Sun 6 Dec; the next on Tue 8 Dec".

    Days off that begin before the next session are told of as well.
    """
    coming = f"; the next on {day_words(day.next.day)}" if day.next is not None else ""
    if day.off:
        return f"{day.off}{coming}"
    due = day.flow.due_in(week.number)
    if due:
        session = due[0]
        when = "today" if session.day == day.today else f"on {day_words(session.day)}"
        return f"session {session.number} {when}"
    done = len(day.flow.done_in(week.number))
    told = "no session this week" if not done else "this week's sessions are done"
    after = next((each for each in day.flow.sessions if each.week > week.number), None)
    until = week.sunday if after is None else after.day
    off = next((each for each in day.plan.off if day.today < each.first <= until), None)
    away = "" if off is None else f"{off.kind} from {day_words(off.first)}"
    then = "" if after is None else f"the next on {day_words(after.day)}"
    return "; ".join(filter(None, (told, away, then)))


def squares(day: PlanDay) -> str:
    """Return the weeks as squares: full ones trained, a framed one now, dots to come."""
    now = day.plan.answers.week_of(day.today)
    found = []
    for week in day.flow.weeks:
        done = day.flow.done_in(week.number)
        if week.number == now:
            found.append("▣")
        elif week.number > now:
            found.append("·")
        else:
            found.append("■" if done else "□")
    return " ".join(found)


def over_lines(plans: Sequence[Plan], today: date) -> HomeLines | None:
    """Return that a plan is over, for a while after it; None else."""
    ends = [plan.last_day for plan in plans if plan.is_over(today)]
    if not ends or (today - max(ends)).days > OVER_DAYS:
        return None
    return HomeLines(
        "", (("plan", named("the last one is over: {home.plan} shows what it came to")),)
    )
