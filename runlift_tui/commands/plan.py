"""The plan on the command line: a table to read, and a file for a calendar."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from runlift_tui import __version__
from runlift_tui.clock import SystemClock
from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.plan.calendar import events
from runlift_tui.core.plan.done import AROUND, outcome, trained
from runlift_tui.core.plan.outcome import notes, outcome_lines
from runlift_tui.core.plan.plan import WEEKS, Plan, current
from runlift_tui.core.plan.standing import Flow, TrainedOn, flow
from runlift_tui.core.plan.table import table, week_row
from runlift_tui.core.plan.week_words import day_rows
from runlift_tui.core.words.days import day_of, day_words
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from datetime import date

    from runlift_tui.core.lists.lines import SheetLine

NO_PLAN = "there is no plan; p on the first screen makes one."
STDOUT = "-"


def show(folder: str, config: str) -> int:
    """Print the plan as a table; return the exit status."""
    store = Store(folder, SystemClock(), config)
    today = _today(store)
    plan = _plan(store, today)
    if plan is None:
        return _reported(store, printing.say(NO_PLAN, FAILED))
    try:
        found = _flow(store, plan, today)
        lines = _below(store, plan, found, today)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    _print(plan, found, today, lines)
    return _reported(store, OK)


def export(folder: str, config: str, out: str | None) -> int:
    """Write the plan as a calendar file, or to standard output; return the exit status.

    Args:
        folder: The data folder.
        config: Path of the hand-written settings.
        out: Path of the file, one that is there is replaced; None and "-" for standard output.
    """
    from runlift_tui.core.plan.calendar import calendar_text

    store = Store(folder, SystemClock(), config)
    today = _today(store)
    plan = _plan(store, today)
    if plan is None:
        return _reported(store, printing.say(NO_PLAN, FAILED))
    try:
        made = store.clock.stamp().utc_ms
        text = calendar_text(events(plan, _flow(store, plan, today)), made, __version__)
        data = text.encode("utf-8", "replace")
        if out is None or out == STDOUT:
            printing.write((data,))
        elif files.lies_in(os.path.realpath(out), os.path.realpath(folder)):
            return printing.say(
                "a calendar file does not belong into the data folder itself.", MISUSED
            )
        else:
            files.hand_over(os.path.abspath(out), data)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    return _reported(store, OK)


def _today(store: Store) -> date:
    now = store.clock.stamp().utc_ms
    return day_of(now, store.clock.utc_offset_min(now))


def _plan(store: Store, today: date) -> Plan | None:
    """Return the plan under way or still to begin, else the last one."""
    plans = store.desk.plans()
    return current(plans, today) or (plans[-1] if plans else None)


def _sessions(store: Store, plan: Plan) -> Iterator[PastSession]:
    """Return the sessions since a plan began, newest first."""
    return takewhile(lambda each: each.day >= plan.answers.start, store.past.sessions())


def _flow(store: Store, plan: Plan, today: date) -> Flow:
    found = [TrainedOn(each.day, each.effort) for each in _sessions(store, plan)]
    return flow(plan, found, min(today, plan.last_day + timedelta(days=1)))


def _below(store: Store, plan: Plan, found: Flow, today: date) -> Sequence[SheetLine]:
    """Return what stands under the weeks: this one's days, or what a plan that is over came to."""
    if not plan.is_over(today):
        week = found.weeks[max(1, min(WEEKS, plan.answers.week_of(today))) - 1]
        return (*day_rows(plan, found, week, today), *notes(plan, found))
    since = plan.answers.start - AROUND
    sessions = trained(_sessions(store, plan))
    came = outcome(
        plan, found.weeks, sessions, store.runs.all(since), store.runs.trials(since), today
    )
    return outcome_lines(plan, found, came)


def _print(plan: Plan, found: Flow, today: date, lines: Sequence[SheetLine]) -> None:
    rows = (week_row(week, found, plan, today) for week in found.weeks)
    number = plan.answers.week_of(today)
    printing.prose(f"Nine weeks, {day_words(plan.answers.start)} to {day_words(plan.last_day)}")
    printing.tell("")
    printing.table(*table(rows), number)
    printing.tell("")
    printing.sheet((line.label, line.text) for line in lines)


def _reported(store: Store, status: int) -> int:
    printing.said_of(store.past.reports)
    return status
