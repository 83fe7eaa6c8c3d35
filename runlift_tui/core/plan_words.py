"""A plan in words: its weeks as a table, one week in lines, and what it came to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from runlift_tui.core.ledger import STUDY_SHARE, Books
from runlift_tui.core.levels import Level
from runlift_tui.core.placement import RUN_FIRST, Calendar, Rule, Session, calendar
from runlift_tui.core.plan import METRES_PER_MILE, WEEKS, Plan
from runlift_tui.core.plan_change import clock_h
from runlift_tui.core.plan_days import day_words
from runlift_tui.core.plan_done import FiveK
from runlift_tui.core.plan_faults import broken_by_hand
from runlift_tui.core.plan_flow import Break, Flow
from runlift_tui.core.plan_told import changes, weeks_words
from runlift_tui.core.plan_weeks import Kind, PlanWeek
from runlift_tui.core.sheet import SPACE, SheetLine
from runlift_tui.core.units import clock

OURS = (
    "The table, the caps and the days are our own rules, around what studies did: two or three "
    "sessions a week over eight to twelve weeks (Balsalobre-Fernández 2016 J Strength Cond Res "
    "30:2361–2368; Blagrove 2018 Sports Med 48:1117–1149)."
)
SHARE = (
    "The share is explosive time in all training time: whole sessions, warm-up included, and "
    f"strides and sprints. In the study it was {STUDY_SHARE} %, with the total unchanged "
    "(Paavolainen 1999 J Appl Physiol 86:1527–1533)."
)
OURS_SHORT = "Our own rules, around what studies did; w tells more."
GROUP = (
    "Groups in studies became about 2.9 % faster over 3 and 5 km (Yamamoto 2008 J Strength Cond "
    "Res 22:2036–2044): an average of groups, and no forecast for one runner."
)
NEXT_STEPS: Mapping[Kind, str] = {
    Kind.BUILD: "build",
    Kind.DELOAD: "deload",
    Kind.TAPER: "taper",
    Kind.RACE: "race",
}
_WHY: Mapping[Kind, str] = {
    Kind.BUILD: "",
    Kind.DELOAD: "Lighter on purpose: fewer sets, further from the limit.",
    Kind.TAPER: "A taper: about half of the fullest week, half of the rounds, one session.",
    Kind.RACE: "The week of the race: one light session, four or five days before it.",
}
_BAR = 24


class WeekRow(NamedTuple):
    """One week in the table, cell by cell."""

    mark: str
    """What became of it: done, missed, now, to come."""
    week: str
    begins: str
    kind: str
    sessions: str
    b1: str
    could_do: str
    b2: str
    run: str
    lift: str
    share: str
    done: str


COLUMNS = WeekRow(
    "", "wk", "from", "kind", "rounds", "B1", "more", "B2", "run", "lift", "share", "done"
)
"""The heads of the columns."""


def span(pair: tuple[int, int]) -> str:
    """Return a range as one says it: "8-10", "8"."""
    return f"{pair[0]}" if pair[0] == pair[1] else f"{pair[0]}-{pair[1]}"


def week_row(week: PlanWeek, flow: Flow, plan: Plan, today: date) -> WeekRow:
    """Return a week as a row of the table; a star stands by what was changed by hand."""
    done = len(flow.done_in(week.number))
    change = plan.change(week.number)
    books = week.books

    def starred(text: str, *values: object) -> str:
        return f"{text}*" if any(value is not None for value in values) else text

    return WeekRow(
        _mark(week, done, today, plan),
        f"{week.number}",
        day_words(week.monday)[4:],
        NEXT_STEPS[week.kind],
        starred(f"{week.sessions} x {week.rounds}", change.sessions, change.rounds),
        starred(span(week.reps), change.reps),
        starred(span(week.rir), change.rir),
        starred(f"+{week.rung}", change.rung),
        starred(clock_h(books.run)[:-2], change.run_min),
        starred(clock_h(books.explosive)[:-2], change.percent),
        f"{books.share:.0%}".replace("%", " %"),
        f"{done}/{week.sessions}" if done or week.monday <= today else "",
    )


def _mark(week: PlanWeek, done: int, today: date, plan: Plan) -> str:
    if week.monday <= today <= week.sunday and plan.ended is None:
        return "▣"
    if done:
        return "■"
    return "□" if week.sunday < today else "·"


def table(rows: Sequence[WeekRow], keep: Sequence[str]) -> list[str]:
    """Return rows as lines of equal columns, those that are kept."""
    picked = [[getattr(row, name) for name in keep] for row in rows]
    widths = [max(map(len, column)) for column in zip(*picked, strict=True)]
    return [
        "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        for cells in picked
    ]


def week_lines(
    plan: Plan,
    flow: Flow,
    week: PlanWeek,
    done: Books | None,
    today: date,
    *,
    whole: bool = False,
) -> tuple[SheetLine, ...]:
    """Return what there is to say of one week.

    Args:
        plan: Whose.
        flow: As it stands.
        week: Which.
        done: Its ledger as it was done; None where nothing of it can have been yet.
        today: The athlete's own day.
        whole: Whether the studies and what is our own are told at length.
    """
    groups = (
        _head(week),
        tuple(day_rows(plan, flow, week, today)),
        tuple(_ledger(plan, week, done)),
        (*_changes(flow, week), *_broken(plan, flow, week)),
        (SheetLine("share", SHARE, "quiet"), SheetLine("ours", OURS, "quiet")) if whole else (),
        (SheetLine("", OURS_SHORT, "quiet"),) if not whole else (),
    )
    found: list[SheetLine] = []
    for group in groups:
        lines = [line for line in group if line.text]
        found += [SPACE, *lines] if found and lines else lines
    return tuple(found)


def _head(week: PlanWeek) -> tuple[SheetLine, ...]:
    dates = f"{day_words(week.monday)} to {day_words(week.sunday)}"
    fitted = "Less than the table has: the ledger has no room for more." if week.fitted else ""
    return (
        SheetLine("", f"Week {week.number} of {WEEKS}, {dates}", "strong"),
        SheetLine("", week_shape(week), ""),
        SheetLine("", _WHY[week.kind], "quiet"),
        SheetLine("", fitted, "quiet"),
    )


def week_shape(week: PlanWeek) -> str:
    """Return what a week asks for: "2 sessions of about 52 min: 3 rounds, B1 8-10 each leg..."."""
    if not week.sessions:
        return "no session"
    count = "1 session" if week.sessions == 1 else f"{week.sessions} sessions"
    return f"{count} of {session_shape(week)}"


def session_shape(week: PlanWeek) -> str:
    """Return what one session of a week asks for: "about 52 min: 3 rounds, B1 8-10 each leg..."."""
    rounds = "1 round" if week.rounds == 1 else f"{week.rounds} rounds"
    return (
        f"about {week.minutes} min: {rounds}, B1 {span(week.reps)} each leg, "
        f"could do {span(week.rir)} more"
    )


def day_rows(plan: Plan, flow: Flow, week: PlanWeek, today: date) -> Iterator[SheetLine]:
    """Yield what is on the days of a week, in their order."""
    runs = calendar(plan.answers)
    found = [
        (done.day, f"trained{'' if done.effort is None else f', effort {done.effort}'}")
        for done in flow.done_in(week.number)
    ]
    for session in flow.due_in(week.number):
        when = "today, " if session.day == today else ""
        found.append((session.day, f"session {session.number}, {when}{reason(session, runs)}"))
    for day in runs.races:
        if week.monday <= day <= week.sunday:
            what = "the race" if day == plan.answers.race else "a 5K, to see where you stand"
            found.append((day, what))
    for day, what in sorted(found):
        yield SheetLine(day_words(day), what)
    if flow.due_in(week.number):
        yield SheetLine("", RUN_FIRST, "quiet")


def reason(session: Session, runs: Calendar) -> str:
    """Return why a session is on its day, in words."""
    if session.by_hand:
        return "the day that you set"
    if runs.is_hard(session.day):
        return "on a hard day"
    if runs.is_long(session.day):
        return "after the long run"
    if runs.is_run(session.day):
        return "on an easy day"
    return "on a day without a run"


def _ledger(plan: Plan, week: PlanWeek, done: Books | None) -> Iterator[SheetLine]:
    books = week.books
    yield SheetLine("run", f"{clock_h(books.run)}{_less(plan, books)}")
    top = f", {books.added} min on top" if books.added else ", nothing on top"
    yield SheetLine("strength", f"{clock_h(books.explosive)}{top}")
    yield SheetLine("planned", _share(books))
    if done is not None and done.total:
        yield from _done(done)


def _done(done: Books) -> Iterator[SheetLine]:
    """Yield what was done; without a run nobody knows what it is a share of."""
    fast = f", strides and sprints {done.fast} min" if done.fast else ""
    if not done.run:
        told = f"strength {clock_h(done.strength)}{fast}; no run was entered, so no share"
        yield SheetLine("done", told)
        return
    yield SheetLine("done", _share(done))
    yield SheetLine(
        "", f"run {clock_h(done.run)}, strength {clock_h(done.strength)}{fast}", "quiet"
    )


def _less(plan: Plan, books: Books) -> str:
    if not books.replaced:
        return ", nothing replaced"
    metres = books.replaced * 60 / plan.answers.pace_s * 1000
    far = metres / (METRES_PER_MILE if plan.answers.in_miles else 1000)
    unit = "miles" if plan.answers.in_miles else "km"
    return f", {books.replaced} easy min replaced (about {far:.1f} {unit})"


def _share(books: Books) -> str:
    return f"{bar(books.share)} {books.share:.0%} of {clock_h(books.total)}".replace("%", " %")


def bar(share: float) -> str:
    """Return a share of everything as a bar, to half a cell."""
    halves = round(share * _BAR * 2)
    solid = "━" * (halves // 2) + "╸" * (halves % 2)
    return solid + "─" * (_BAR - len(solid))


def _changes(flow: Flow, week: PlanWeek) -> Iterator[SheetLine]:
    label = "changed"
    for text in changes(flow, week):
        yield SheetLine(label, text)
        label = ""


_RULES: Mapping[Rule, str] = {
    Rule.APART: "less than 48 hours from another session",
    Rule.QUALITY: "a hard run follows the day after, 24 hours are the least",
    Rule.LONG: "the long run follows the day after",
    Rule.RACE: "a race or time trial follows the day after",
    Rule.RACE_DAY: "a race or time trial is on that day",
    Rule.TAPER: "too near before the race: the last heavy set 7-10 days, the last jumps 4-5",
    Rule.AFTER_RACE: "less than 48 hours after the race",
}


def break_words(found: Break) -> str:
    """Return a rule that cannot be held, and by whom: "Sat 12 Dec: the long run follows..."."""
    whose = "the day you set" if found.session.by_hand else "your days leave no better one"
    return f"{day_words(found.session.day)}: {_RULES[found.rule]} ({whose})."


def _broken(plan: Plan, flow: Flow, week: PlanWeek) -> Iterator[SheetLine]:
    label = "broken"
    for found in flow.breaks:
        if found.session.week == week.number:
            yield SheetLine(label, break_words(found), "mark")
            label = ""
    for hand in broken_by_hand(plan, flow.weeks):
        if hand.week == week.number:
            yield SheetLine(label, f"{hand.what} (your change).", "mark")
            label = ""


def notes(plan: Plan, flow: Flow) -> Iterator[SheetLine]:
    """Yield what changed and what is broken in all of a plan, and that the rules are ours."""
    for week in flow.weeks:
        for line in (*_changes(flow, week), *_broken(plan, flow, week)):
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
            SheetLine("broken", f"{weeks_words(sorted(set(weeks)))}: {_RULES[rule]}", "mark")
        )
    if answers.level is Level.BEGINNER:
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
        SheetLine("planned", _share(planned)),
    ]
    found += _done(done) if done.total else [SheetLine("done", "nothing was entered")]
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
