"""A plan as a whole in words: what a form comes to, what changed, and what came of it."""

from collections.abc import Iterator

from runlift_tui.core.ledger import Books
from runlift_tui.core.levels import Level
from runlift_tui.core.plan import Plan
from runlift_tui.core.plan_change import clock_h
from runlift_tui.core.plan_days import day_words
from runlift_tui.core.plan_done import FiveK
from runlift_tui.core.plan_flow import Flow
from runlift_tui.core.plan_table import COLUMNS, table, week_row
from runlift_tui.core.plan_told import weeks_words
from runlift_tui.core.plan_weeks import BEGINNER_SESSIONS
from runlift_tui.core.plan_words import (
    BROKEN,
    OURS,
    SHARE,
    broken_lines,
    change_lines,
    done_lines,
    share_words,
)
from runlift_tui.core.sheet import SPACE, SheetLine
from runlift_tui.core.units import clock

GROUP = (
    "Groups in studies became about 2.9 % faster over 3 and 5 km (Yamamoto 2008 J Strength Cond "
    "Res 22:2036–2044): an average of groups, and no forecast for one runner."
)


def notes(plan: Plan, flow: Flow) -> Iterator[SheetLine]:
    """Yield what changed and what is broken in all of a plan, and that the rules are ours."""
    for week in flow.weeks:
        for line in (*change_lines(flow, week), *broken_lines(plan, flow, week)):
            yield SheetLine(f"week {week.number}", line.text, line.tone)
    yield SheetLine("share", SHARE, "quiet")
    yield SheetLine("ours", OURS, "quiet")


def preview_lines(plan: Plan, flow: Flow) -> tuple[SheetLine, ...]:
    """Return what a form comes to: nine weeks in lines, and what cannot be held."""
    answers = plan.answers
    rows = [COLUMNS, *(week_row(week, flow, plan, answers.start) for week in flow.weeks)]
    lines = table(
        rows, ("week", "begins", "kind", "sessions", "b1", "could_do", "run", "lift", "share")
    )
    found = [SheetLine("", lines[0], "quiet"), *(SheetLine("", line) for line in lines[1:])]
    first = flow.due_in(1)
    found.append(SPACE)
    if first:
        days = ", ".join(day_words(session.day) for session in first)
        found.append(SheetLine("first", days))
    fullest = max(flow.weeks, key=lambda week: week.books.explosive)
    found.append(
        SheetLine(
            "at most",
            f"{clock_h(fullest.books.explosive)} of strength, {fullest.books.replaced} min of it "
            f"in the place of running, {fullest.books.added} min on top",
        )
    )
    for rule in dict.fromkeys(each.rule for each in flow.breaks):
        weeks = [each.session.week for each in flow.breaks if each.rule is rule]
        found.append(
            SheetLine("broken", f"{weeks_words(sorted(set(weeks)))}: {BROKEN[rule]}", "mark")
        )
    if answers.level is Level.BEGINNER:
        if answers.sessions > BEGINNER_SESSIONS:
            most = f"{BEGINNER_SESSIONS} a week are the most for a beginner"
            found.append(SheetLine("sessions", most))
        found.append(SheetLine("gate", "Jumps wait for the gate, whatever the plan says.", "quiet"))
    found.append(SheetLine("ours", OURS, "quiet"))
    return tuple(found)


def outcome_lines(
    plan: Plan, flow: Flow, planned: Books, done: Books, five_k: FiveK | None
) -> tuple[SheetLine, ...]:
    """Return what a plan that is over came to: planned, done, and what the 5K did."""
    sessions = sum(week.sessions for week in flow.weeks if week.monday <= plan.last_day)
    dates = f"{day_words(plan.answers.start)} to {day_words(plan.last_day)}"
    early = ", ended early" if plan.ended is not None else ""
    found = [
        SheetLine("", f"Nine weeks, {dates}{early}", "strong"),
        SheetLine("sessions", f"{len(flow.done)} of {sessions} trained"),
        SheetLine("planned", share_words(planned)),
    ]
    found += done_lines(done) if done.total else [SheetLine("done", "nothing was entered")]
    if flow.missed:
        found.append(SheetLine("missed", f"{weeks_words(flow.missed)}"))
    found += [SPACE, *_five_k(five_k), SPACE]
    return (*found, SheetLine("studies", GROUP, "quiet"), SheetLine("share", SHARE, "quiet"))


def _five_k(found: FiveK | None) -> Iterator[SheetLine]:
    if found is None:
        yield SheetLine("5K", "two times are needed, one before or in week 1 and one at its end")
        return
    for trial in found:
        yield SheetLine("5K", f"{day_words(trial.day)}   {clock(round(trial.seconds))}")
    word = "faster" if found.seconds >= 0 else "slower"
    change = f"{abs(found.seconds):.0f} s {word}, {abs(found.share):.1%}".replace("%", " %")
    yield SheetLine("change", change, "strong")
