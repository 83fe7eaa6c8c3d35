"""A plan's weeks as a table, cell by cell, and their hours as bars."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.lists.charts import BarChart, ChartBar
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.plan.plan import OFF_WEEK_DAYS, Plan
from runlift_tui.core.plan.standing import Flow, Tally, week_tally
from runlift_tui.core.plan.week_edit import clock_h
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.units import span

_KINDS: Mapping[WeekKind, str] = {
    WeekKind.BUILD: "build",
    WeekKind.DELOAD: "deload",
    WeekKind.KEEP: "keep",
    WeekKind.TAPER: "taper",
    WeekKind.RACE: "race",
    WeekKind.EASY: "easy",
}


def kind_word(week: PlanWeek, race: date | None) -> str:
    """Return what a week is for in a word: "build", "taper", "off"; "race" where the race is in it.

    Before a race early in its week the last session is in the week before: that one is no race
    week by its days, and the race's own is not an easy one.
    """
    if race is not None and week.monday <= race <= week.sunday and not week.off:
        return _KINDS[WeekKind.RACE]
    if week.kind is WeekKind.RACE:
        return _KINDS[WeekKind.TAPER]
    if week.kind is not WeekKind.EASY:
        return _KINDS[week.kind]
    if week.way_back:
        return "back"
    if week.off >= OFF_WEEK_DAYS:
        return "ill" if week.ill else "off"
    return _KINDS[week.kind]


class WeekRow(NamedTuple):
    """One week in the table, cell by cell."""

    mark: str
    """What became of it: done, missed, now, to come."""
    week: str
    begins: str
    kind: str
    sessions: str
    rounds: str
    b1: str
    could_do: str
    b2: str
    run: str
    lift: str
    share: str
    done: str


HEADS = WeekRow(
    "", "wk", "from", "kind", "times", "rounds", "B1", "more", "B2", "run", "lift", "share", "done"
)
_SPARE = {"share": 6, "could_do": 5, "lift": 4, "run": 3, "kind": 2, "done": 1}
"""Which columns go first where there is no room for all, the highest first."""


def week_row(
    week: PlanWeek, flow: Flow, plan: Plan, today: date, running: Running = Running.ALL
) -> WeekRow:
    """Return a week as a row of the table; a star stands by what was changed by hand.

    Of a week that is not over it has no running while nobody may run.
    """
    count = week_tally(flow, week)
    change = plan.change(week.number)
    books = week.books
    may_run = running is not Running.NONE or week.sunday < today

    def starred(text: str, *values: object) -> str:
        return f"{text}*" if any(value is not None for value in values) else text

    reps, could_do, rung = (
        "–" if week.own_heavy else starred(text, value)
        for text, value in (
            (span(*week.reps), change.reps),
            (span(*week.rir), change.rir),
            (f"+{week.rung}", change.rung),
        )
    )
    return WeekRow(
        _mark(week, count, today, plan),
        f"{week.number}",
        day_words(week.monday)[4:],
        kind_word(week, plan.answers.race),
        starred(f"{week.sessions}", change.sessions),
        starred(f"{week.rounds}" if week.sessions else "–", change.rounds),
        reps,
        could_do,
        rung,
        starred(clock_h(books.run)[:-2], change.run_min) if may_run else "–",
        starred(clock_h(books.explosive)[:-2], change.percent),
        f"{books.strength_share:.0%}".replace("%", " %"),
        count.brief if count.done or count.more or week.monday <= today else "",
    )


def _mark(week: PlanWeek, count: Tally, today: date, plan: Plan) -> str:
    if week.monday <= today <= week.sunday and plan.ended is None:
        return "▣"
    if count.done or count.more:
        return "■"
    return "□" if week.sunday < today else "·"


def table(
    rows: Iterable[WeekRow], *left_out: str
) -> tuple[tuple[Column, ...], list[tuple[str, ...]]]:
    """Return the columns of the weeks and their cells, without the mark and what is left out."""
    names = [name for name in WeekRow._fields if name not in ("mark", *left_out)]
    columns = tuple(Column(getattr(HEADS, name), True, spare=_SPARE.get(name, 0)) for name in names)
    return columns, [tuple(getattr(row, name) for name in names) for row in rows]


HOURS = "hours a week, run and lift   ─ usual running"
"""What the bars are, and the line across them."""


def hours_chart(flow: Flow, chosen: int) -> BarChart:
    """Return all hours of each week, with the running that it would have had as a line.

    Args:
        flow: The plan as it stands.
        chosen: The place of the week that is looked at, from 0; none is marked behind the last.
    """
    bars = tuple(
        ChartBar(
            week.monday.toordinal(), week.books.total / 60 or None, week.books.usual / 60 or None
        )
        for week in flow.weeks
    )
    return BarChart(bars, chosen if chosen < len(bars) else None)
