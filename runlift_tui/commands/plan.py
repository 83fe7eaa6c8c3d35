"""`runlift plan`: the nine weeks as a table to read, and as a file for a calendar."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from runlift_tui import __version__
from runlift_tui.commands import printing
from runlift_tui.commands.parser import Parser, subcommands
from runlift_tui.commands.printing import FAILED, MISUSED, OK, STANDARD
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from datetime import date

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.core.lists.lines import SheetLine
    from runlift_tui.core.plan.plan import Plan
    from runlift_tui.core.plan.standing import Flow
    from runlift_tui.store.store import Store

_NO_PLAN = "there is no plan; p on the first screen makes one."


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    plan = commands.add_parser("plan", parents=[folder], help="the nine weeks as a table; export")
    actions = subcommands(plan, "action", "ACTION")
    out = actions.add_parser("export", parents=[folder], help="the plan as a calendar file")
    out.add_argument("--ics", action="store_true", required=True, help="in iCalendar's format")
    out.add_argument("-o", dest="out", metavar="FILE", help="by default standard output")


def run(asked: Asked) -> int:
    """Print the plan as a table, or write it as a calendar file; return the exit status."""
    store = asked.store()
    today = store.today()
    plan = _plan(store, today)
    if plan is None:
        status = printing.say(_NO_PLAN, FAILED)
    else:
        try:
            found = flow_of(store, plan, today)
            if asked.words.action == "export":
                status = _export(asked, plan, found, store.clock.stamp().utc_ms)
            else:
                status = _show(store, plan, found, today)
        except StoreError as error:
            return printing.say(error.what, FAILED)
    printing.said_of(store.past.reports)
    return status


def _export(asked: Asked, plan: Plan, found: Flow, made: int) -> int:
    """Write the plan as a calendar file; one that is there is replaced."""
    from runlift_tui.core.plan.calendar import calendar_text, events
    from runlift_tui.store.disk import files

    out = asked.words.out
    data = calendar_text(events(plan, found), made, __version__).encode("utf-8", "replace")
    if out is None or out == STANDARD:
        printing.write((data,))
    elif files.lies_in(os.path.realpath(out), os.path.realpath(asked.folder)):
        return printing.say("a calendar file does not belong into the data folder itself.", MISUSED)
    else:
        files.hand_over(os.path.abspath(out), data)
    return OK


def _plan(store: Store, today: date) -> Plan | None:
    """Return the plan under way or still to begin, else the last one."""
    from runlift_tui.core.plan.plan import current

    plans = store.desk.plans()
    return current(plans, today) or (plans[-1] if plans else None)


def _sessions(store: Store, plan: Plan) -> Iterator[PastSession]:
    """Return the sessions that a plan looks at, newest first."""
    from runlift_tui.core.plan.standing import BEFORE

    first = plan.answers.start - BEFORE
    return takewhile(lambda each: each.day >= first, store.past.sessions())


def flow_of(store: Store, plan: Plan, today: date) -> Flow:
    """Return a plan as it stands today, its minutes at the athlete's own pace."""
    from runlift_tui.commands.start import planner_of
    from runlift_tui.core.plan.done import trained_on
    from runlift_tui.core.plan.standing import flow

    return flow(plan, trained_on(_sessions(store, plan)), today, planner_of(store).pace(plan))


def _below(store: Store, plan: Plan, found: Flow, today: date) -> Sequence[SheetLine]:
    """Return what stands under the weeks: this one's days, or what a plan that is over came to."""
    from runlift_tui.commands.start import planner_of
    from runlift_tui.core.lists.lines import SheetLine
    from runlift_tui.core.plan.done import AROUND, outcome, trained
    from runlift_tui.core.plan.outcome import notes, outcome_lines
    from runlift_tui.core.plan.week_words import day_rows

    if not plan.is_over(today):
        week = found.weeks[max(1, min(plan.answers.weeks, plan.answers.week_of(today))) - 1]
        days = day_rows(plan, found, week, today)
        due = found.due_in(week.number) and plan.answers.week_of(today) >= 1
        coming = [SheetLine("next", planner_of(store).coming())] if due else []
        return (*coming, *days, *notes(plan, found))
    since = plan.answers.start - AROUND
    sessions = trained(_sessions(store, plan))
    came = outcome(
        plan, found.weeks, sessions, store.runs.all(since), store.runs.trials(since), today
    )
    return outcome_lines(plan, found, came)


def _show(store: Store, plan: Plan, found: Flow, today: date) -> int:
    """Print the plan as a table; return the exit status."""
    from runlift_tui.core.plan.table import table, week_row
    from runlift_tui.core.words.days import day_words

    lines = _below(store, plan, found, today)
    rows = (week_row(week, found, plan, today) for week in found.weeks)
    number = plan.answers.week_of(today)
    length = plan.answers.length.capitalize()
    printing.prose(f"{length}, {day_words(plan.answers.start)} to {day_words(plan.last_day)}")
    printing.tell("")
    printing.table(*table(rows), number)
    printing.tell("")
    printing.sheet((line.label, line.text) for line in lines)
    return OK
