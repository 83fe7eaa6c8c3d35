"""The plans there were, as a section of the page that looks back."""

from collections.abc import Callable, Sequence
from datetime import date

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.charts import BarChart, ChartBar
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.plan.done import TrainedSession, outcome, trained, trained_on
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.own import Own
from runlift_tui.core.plan.plan import Plan, current
from runlift_tui.core.plan.standing import Flow, flow, tally
from runlift_tui.core.plan.week_words import SHARE
from runlift_tui.core.progress.sections import Drawn, Section, SectionLine
from runlift_tui.core.runs.five_k import change, change_words
from runlift_tui.core.runs.run import Run, Trial
from runlift_tui.core.words.days import day_and_year, day_words

_COLUMNS = (
    Column("begins", width=10),
    Column("where", width=11),
    Column("sessions", number=True),
    Column("planned", number=True),
    Column("done", number=True, width=5),
    Column("5K in it", width=20),
)
_NONE = "No plan yet. {home.plan} on home makes one."
_NOTES = (
    f"planned, done: the strength share, up to today. {SHARE}",
    "5K in it: from the last one before a plan, or its first, to its last one.",
)


OwnOf = Callable[[Plan], Own | None]


def as_planned(_: Plan) -> Own | None:
    """Return that a session is what its plan says."""
    return None


def plan_section(
    plans: Sequence[Plan],
    sessions: Sequence[PastSession],
    runs: Sequence[Run],
    trials: Sequence[Trial],
    today: date,
    own: OwnOf = as_planned,
) -> Section:
    """Return every plan, newest first.

    Args:
        plans: The oldest start first.
        sessions: Oldest first.
        runs: Trials among them.
        trials: Races and time trials.
        today: On the athlete's calendar.
        own: Returns what a session of a plan's weeks is to the athlete.
    """
    done, every = trained_on(sessions), trained(sessions)
    flows = [flow(each, done, today, own(each)) for each in plans]
    lines = [
        _line(each, found, every, runs, trials, today)
        for each, found in zip(plans, flows, strict=True)
    ]
    says = "no plan yet"
    if now := current(tuple(plans), today):
        says = f"begins on {day_words(now.answers.start)}"
        if now.answers.week_of(today) >= 1:
            at = plans.index(now)
            says = f"{_where(now, today)}, {tally(now, flows[at]).words}"
    elif plans:
        says = f"the last one ended on {day_words(plans[-1].last_day)}"
    return Section(
        name="plan",
        says=says,
        columns=_COLUMNS,
        lines=tuple(reversed(lines)),
        notes=_NOTES,
        drawn=_drawn(plans, flows, every, today),
        empty=_NONE,
    )


def _drawn(
    plans: Sequence[Plan], flows: Sequence[Flow], every: Sequence[TrainedSession], today: date
) -> tuple[Drawn, ...]:
    """Return the weeks of the plan that is followed, or else the last: minutes planned and done."""
    if not plans:
        return ()
    plan = current(tuple(plans), today) or plans[-1]
    weeks = flows[plans.index(plan)].weeks
    done = [
        sum(each.minutes for each in every if week.monday <= each.day <= week.sunday)
        for week in weeks
    ]
    bars = (
        ChartBar(week.monday.toordinal(), minutes or None, week.books.strength)
        for week, minutes in zip(weeks, done, strict=True)
    )

    def read(place: int) -> str:
        week = weeks[place]
        came = f"{done[place]} min of strength training" if week.monday <= today else "to come"
        return (
            f"week {week.number}, from {day_and_year(week.monday)}: {came}, "
            f"{week.books.strength} planned"
        )

    at = plan.answers.week_of(today) - 1
    title = f"minutes a week of the plan, {len(weeks)} weeks: █ done, ─ planned"
    chart = BarChart(tuple(bars), max(0, min(at, len(weeks) - 1)))
    return (Drawn("minutes", title, chart, read),)


def _where(plan: Plan, today: date) -> str:
    if plan.is_over(today):
        return "over" if plan.ended is None else "ended early"
    number = plan.answers.week_of(today)
    return f"week {number} of {plan.answers.weeks}" if number >= 1 else "to come"


def _line(
    plan: Plan,
    found: Flow,
    every: Sequence[TrainedSession],
    runs: Sequence[Run],
    trials: Sequence[Trial],
    today: date,
) -> SectionLine:
    came = outcome(plan, found.weeks, every, runs, trials, today)
    return SectionLine(
        (
            f"{plan.answers.start}",
            _where(plan, today),
            tally(plan, found).words.replace(" sessions", "", 1),
            _share(came.planned) if came.planned.run else "–",
            _share(came.done) if came.done.run else "–",
            change_words(change(*came.five_k)) if came.five_k else "–",
        )
    )


def _share(books: Books) -> str:
    return f"{books.strength_share:.0%}".replace("%", " %")
