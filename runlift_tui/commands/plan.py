"""`runlift plan`: its weeks as a table to read, as a file for a calendar, and moved."""

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

_MOVES = {
    "race": ("--race", "DAY", "as 31 jan, '+2 weeks', '3 days earlier' or none"),
    "race_distance": ("--distance", "RACE", "5K, 10K, half, marathon or other"),
    "run_days": ("--run-days", "DAYS", "weekdays, as 'tue thu sun'"),
    "hard_days": ("--hard-days", "DAYS", "those with a hard run, or none"),
    "long_day": ("--long-day", "DAY", "that of the long run, or none"),
    "start": ("--begin", "DAY", "a Monday"),
    "off_first": ("--off", "DAY", "the first day off; none takes back all that is to come"),
    "off_last": ("--until", "DAY", "the last day off"),
}
"""What can be moved: by the line of the form, its option, and what that is."""
_OPTIONS = {
    **{name: row[0] for name, row in _MOVES.items()},
    "off_kind": "--holiday or --ill",
    "rest": "--later",
}
"""What is typed for a line of the form."""
_WHY_OFF = "say which it is: the plan leads back from them differently"
_NO_PLAN = "there is no plan; p on the first screen makes one."


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    plan = commands.add_parser("plan", parents=[folder], help="the nine weeks as a table; export")
    actions = subcommands(plan, "action", "ACTION")
    out = actions.add_parser("export", parents=[folder], help="the plan as a calendar file")
    out.add_argument("--ics", action="store_true", required=True, help="in iCalendar's format")
    out.add_argument("-o", dest="out", metavar="FILE", help="by default standard output")
    _add_move(actions.add_parser("move", parents=[folder], help="move it, and say what it costs"))


def _add_move(move: Parser) -> None:
    for name, (option, metavar, help_) in _MOVES.items():
        move.add_argument(option, dest=name, metavar=metavar, help=help_)
    because = move.add_mutually_exclusive_group()
    because.add_argument("--holiday", action="store_true", help="the days off are a holiday")
    because.add_argument("--ill", action="store_true", help="the days off are an illness")
    move.add_argument("--later", action="store_true", help="the rest moves back by the days off")
    move.add_argument("--yes", action="store_true", help="move it; without, only the cost is told")


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
                status = _export(asked, store, plan, found)
            elif asked.words.action == "move":
                status = _move(asked, store, plan, today)
            else:
                status = _show(store, plan, found, today)
        except StoreError as error:
            return printing.say(error.what, FAILED)
    printing.said_of(store.past.reports)
    return status


def _export(asked: Asked, store: Store, plan: Plan, found: Flow) -> int:
    """Write the plan as a calendar file; one that is there is replaced."""
    from runlift_tui.core.athlete.pain import running, stopped_after
    from runlift_tui.core.plan.calendar import calendar_text, events, held
    from runlift_tui.store.disk import handed_out

    out = asked.words.out
    days, made = events(plan, found), store.clock.stamp().utc_ms
    outings = store.facts().outings
    days = held(days, stopped_after(outings), running(outings), store.today())
    data = calendar_text(days, made, __version__).encode("utf-8", "replace")
    if out is None or out == STANDARD:
        printing.write((data,))
    elif handed_out.lies_in_folder(out, asked.folder):
        return printing.say("a calendar file does not belong into the data folder itself.", MISUSED)
    else:
        handed_out.hand_over(os.path.abspath(out), data)
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

    done, planner = trained_on(_sessions(store, plan)), planner_of(store)
    return flow(plan, done, today, planner.own(plan), planner.races())


def _below(store: Store, plan: Plan, found: Flow, today: date) -> Sequence[SheetLine]:
    """Return what stands under the weeks: this one's days, or what a plan that is over came to."""
    from runlift_tui.commands.start import planner_of
    from runlift_tui.core.athlete.pain import running
    from runlift_tui.core.lists.lines import SheetLine
    from runlift_tui.core.plan.done import outcome, trained
    from runlift_tui.core.plan.outcome import notes, outcome_lines
    from runlift_tui.core.plan.plan import AROUND
    from runlift_tui.core.plan.week_words import day_rows

    if not plan.is_over(today):
        week = found.weeks[max(1, min(plan.answers.weeks, plan.answers.week_of(today))) - 1]
        days = day_rows(plan, found, week, today, running(store.facts().outings))
        planner = planner_of(store)
        begun = plan.answers.week_of(today) >= 1
        coming = [SheetLine(*planner.coming_line())] if begun else []
        coming = [each for each in coming if each.text]
        return (*coming, *days, *notes(plan, found))
    since = plan.answers.start - AROUND
    sessions = trained(_sessions(store, plan))
    came = outcome(
        plan, found.weeks, sessions, store.runs.all(since), store.runs.trials(since), today
    )
    return outcome_lines(plan, found, came)


def _show(store: Store, plan: Plan, found: Flow, today: date) -> int:
    """Print the plan as a table; return the exit status."""
    from runlift_tui.core.athlete.pain import running, stopped_after
    from runlift_tui.core.plan.table import table, week_row
    from runlift_tui.core.words.days import day_words
    from runlift_tui.core.words.text import capital

    lines = _below(store, plan, found, today)
    outings = store.facts().outings
    may = running(outings)
    rows = (week_row(week, found, plan, today, may) for week in found.weeks)
    number = plan.answers.week_of(today)
    held = stopped_after(outings)
    if held:
        printing.prose(held)
    length = capital(plan.answers.length)
    printing.prose(f"{length}, {day_words(plan.answers.start)} to {day_words(plan.last_day)}")
    printing.tell("")
    printing.table(*table(rows), number)
    printing.tell("")
    printing.sheet((line.label, line.text) for line in lines)
    return OK


def _move(asked: Asked, store: Store, plan: Plan, today: date) -> int:
    """Say what moving the plan costs, and move it where that is wanted; return the exit status."""
    from runlift_tui.core.plan.moving import form
    from runlift_tui.core.plan.moving.cost import cost_lines

    if plan.is_over(today):
        return printing.say("this plan is over; nothing of it can be moved.", FAILED)
    of_days_off = asked.words.holiday or asked.words.ill or asked.words.later
    if of_days_off and asked.words.off_first is None:
        return printing.say("--off: the first day off stands here. Nothing was moved.", MISUSED)
    texts = _texts(asked, plan, today)
    after, faults = form.read(texts, plan, store.desk.plans(), today)
    if after is None or faults:
        said = "; ".join(_fault(str(fault.where[0]), fault.what) for fault in faults)
        return printing.say(f"{said}. Nothing was moved.", MISUSED)
    now, then = flow_of(store, plan, today), flow_of(store, after, today)
    runs = store.runs.all(plan.answers.start)
    lines = cost_lines((plan, now), (after, then), today, runs)
    printing.sheet((line.label, line.text) for line in lines)
    if after == plan:
        return OK
    if not asked.words.yes:
        printing.tell("")
        printing.prose("Nothing was moved yet: the same with --yes does it.")
        return OK
    return _keep(store, plan, after)


def _fault(line: str, what: str) -> str:
    """Return a fault of the form as the options have it: a shell has no first letter to press."""
    return f"{_OPTIONS[line]}: {_WHY_OFF if line == 'off_kind' else what}"


def _texts(asked: Asked, plan: Plan, today: date) -> dict[str, str]:
    """Return the lines of the form as the options have them."""
    from runlift_tui.core.plan.moving import form
    from runlift_tui.core.words.typed_days import NONE

    words = asked.words
    texts = form.as_it_is(plan, today)
    given = {name: getattr(words, name) for name in _MOVES if getattr(words, name) is not None}
    if "off_first" in given and given["off_first"].strip().lower() in NONE:
        texts |= {f"off{n}": form.BACK for n, _ in enumerate(form.coming_off(plan, today))}
    if words.ill or words.holiday:
        texts["off_kind"] = form.ILL if words.ill else form.HOLIDAY
    if words.later:
        texts["rest"] = form.LONGER
    return texts | given


def _keep(store: Store, plan: Plan, after: Plan) -> int:
    from runlift_tui.core.plan.moving.move import move_edit

    store.open()
    try:
        if store.only_looking:
            return printing.say(f"{store.only_looking} Nothing was moved.", FAILED)
        edit = move_edit(plan, after)
        store.desk.edit_plan(edit)
        store.acts.changed("plan", edit)
    finally:
        store.close()
    if store.lost:
        return printing.say(" ".join(store.lost), FAILED)
    return printing.done(f"{edit.told}. Undo on the plan's page takes it back.")
