"""A plan as a whole in words: what a form comes to, what changed, and what came of it."""

from collections.abc import Iterator

from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.lists.tables import laid_out
from runlift_tui.core.plan.changes_told import BROKEN, broken_lines, events, weeks_words
from runlift_tui.core.plan.done import Judged, Outcome
from runlift_tui.core.plan.own import own_since
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.rules import calendar_of
from runlift_tui.core.plan.standing import Flow, tally, week_tally
from runlift_tui.core.plan.table import table, week_row
from runlift_tui.core.plan.week_edit import clock_h
from runlift_tui.core.plan.week_words import (
    FEW_EASY,
    OURS,
    SHARE,
    done_lines,
    keeping,
    keeping_lines,
    no_session,
    no_trial,
    share_words,
)
from runlift_tui.core.plan.weeks import BEGINNER_SESSIONS
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.five_k import (
    GROUP,
    NO_FORECAST,
    FiveK,
    change,
    change_words,
    group_words,
)
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.text import capital
from runlift_tui.core.words.units import time_text

NO_ROOM = "so little running leaves no room for a session: is that a usual week?"
"""What is said of a plan that would have none in nine weeks."""


def notes(plan: Plan, flow: Flow) -> Iterator[SheetLine]:
    """Yield what changed and what is broken in all of a plan, and that the rules are ours.

    First of all that a race lies behind it, as one of an older RunLift may.
    """
    race, end = plan.answers.race, plan.answers.end
    if race is not None and race > end:
        what = f"{day_words(race)} is after the plan, which does not lead to it: move the plan"
        yield SheetLine("race", what, "mark")
    for week in flow.weeks:
        for text in events(flow, week):
            yield SheetLine(f"week {week.number}", text)
        for line in broken_lines(plan, flow, week):
            yield SheetLine(f"week {week.number}", line.text, line.tone)
    yield from shortness(plan, flow)
    yield from _own_time(flow)
    yield SheetLine("share", SHARE, "quiet")
    yield SheetLine("ours", OURS, "quiet")


def _own_time(flow: Flow) -> Iterator[SheetLine]:
    """Yield from which week on a session is as long as the athlete's own stands."""
    first = own_since(flow.weeks)
    if first is not None:
        own = flow.weeks[first - 1]
        told = f"from week {first} on with your own session's {own.minutes} min"
        yield SheetLine("lift", f"{told}; the plan reckoned with {own.by_table}", "quiet")


def shortness(plan: Plan, flow: Flow) -> Iterator[SheetLine]:
    """Yield in which weeks strength is only kept or left out, easy minutes are few, or no 5K is."""
    found: dict[str, list[int]] = {}
    for week in flow.weeks:
        few = FEW_EASY if week.few_easy else ""
        raced = no_session(flow.weeks, week, plan.answers.race)
        texts = few, no_trial(plan, week), raced, keeping(plan.answers, week)
        for text in filter(None, texts):
            found.setdefault(text, []).append(week.number)
    for text, numbers in found.items():
        told = f"{weeks_words(numbers)}: {text}"
        yield SheetLine("", capital(told), "quiet")


def preview_lines(plan: Plan, flow: Flow) -> tuple[SheetLine, ...]:
    """Return what a form comes to: nine weeks in lines, and what cannot be held."""
    answers = plan.answers
    weeks = (week_row(week, flow, plan, answers.start) for week in flow.weeks)
    lines = laid_out(*table(weeks, "b2", "could_do", "lift", "done"))
    found = list(_broken_rules(flow))
    if not any(week.sessions for week in flow.weeks):
        found.insert(0, SheetLine("", NO_ROOM, "mark"))
    found += [SheetLine("", lines[0], "quiet"), *(SheetLine("", line) for line in lines[1:])]
    first = flow.due_in(1)
    found.append(SPACE)
    if first:
        days = ", ".join(day_words(session.day) for session in first)
        found.append(SheetLine("first", days))
    runs = calendar_of(plan)
    if trials := sorted(filter(runs.is_trial, runs.races)):
        found.append(SheetLine("5K", " and ".join(map(day_words, trials))))
    fullest = max(flow.weeks, key=lambda week: week.books.explosive)
    found.append(
        SheetLine(
            "at most",
            f"{clock_h(fullest.books.explosive)} of strength, {fullest.books.replaced} min of it "
            f"in the place of running, {fullest.books.added} min on top",
        )
    )
    found += [*keeping_lines(flow), *shortness(plan, flow)]
    if answers.level is Level.BEGINNER:
        if answers.sessions > BEGINNER_SESSIONS:
            most = f"{BEGINNER_SESSIONS} a week are the most for a beginner"
            found.append(SheetLine("sessions", most))
        found.append(SheetLine("gate", "Jumps wait for the gate, whatever the plan says.", "quiet"))
    found.append(SheetLine("ours", OURS, "quiet"))
    return tuple(found)


def _broken_rules(flow: Flow) -> Iterator[SheetLine]:
    """Yield which rules the answers break, a line each; first, where no window is too low."""
    for rule in dict.fromkeys(each.rule for each in flow.breaks):
        weeks = [each.session.week for each in flow.breaks if each.rule is rule]
        found = f"broken in {weeks_words(sorted(set(weeks)))}: {BROKEN[rule]}"
        yield SheetLine("", found, "mark")


def outcome_lines(plan: Plan, flow: Flow, came: Outcome) -> tuple[SheetLine, ...]:
    """Return what a plan that is over came to: planned, done, and what the 5K did."""
    dates = f"{day_words(plan.answers.start)} to {day_words(plan.last_day)}"
    early = ", ended early" if plan.ended is not None else ""
    found = [
        SheetLine("", f"{capital(plan.answers.length)}, {dates}{early}", "strong"),
        SheetLine("sessions", tally(plan, flow).words),
        SheetLine("planned", share_words(came.planned)),
    ]
    found += (
        done_lines(came.done) if came.done.total else [SheetLine("done", "nothing was entered")]
    )
    if missed := tuple(_without_session(plan, flow)):
        found.append(SheetLine("missed", weeks_words(missed)))
    found += [SPACE, *_five_k(came.five_k), SPACE]
    studies = f"{GROUP}. {NO_FORECAST}" if came.five_k is None else group_words(came.five_k.first)
    return (*found, SheetLine("studies", studies, "quiet"), SheetLine("share", SHARE, "quiet"))


def _without_session(plan: Plan, flow: Flow) -> Iterator[int]:
    """Yield the weeks of which sessions were due and none was trained, whatever they were for."""
    for week in flow.weeks:
        count = week_tally(flow, week)
        if week.monday <= plan.last_day and count.planned and not (count.done or count.more):
            yield week.number


def _five_k(found: Judged | None) -> Iterator[SheetLine]:
    if found is None:
        yield SheetLine("5K", "two times are needed, one before or in week 1 and one at its end")
        yield SheetLine("", "races from 1,500 m to the marathon count, as an estimate", "quiet")
        return
    label = "5K"
    for each in found:
        yield SheetLine(label, _raced(each))
        label = ""
    yield SheetLine("change", change_words(change(*found)), "strong")


def _raced(found: FiveK) -> str:
    """Return a 5K and its day, and what was run where it was another distance."""
    text = f"{day_words(found.day)}   {found.words}"
    if not found.is_estimate:
        return text
    return f"{text}, by Riegel from {found.metres / 1000:.4g} km in {time_text(found.raced_s)}"
