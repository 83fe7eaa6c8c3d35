"""One week of a plan in words: its days, its ledger, what changed and what is broken."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.plan.changes_told import broken_lines, changes, race_words, weeks_words
from runlift_tui.core.plan.ledger import STUDY_SHARE, Books
from runlift_tui.core.plan.own import own_time
from runlift_tui.core.plan.placement import RUN_FIRST
from runlift_tui.core.plan.plan import METRES_PER_MILE, Answers, Plan
from runlift_tui.core.plan.rules import Calendar, PlacedSession, calendar_of
from runlift_tui.core.plan.standing import Flow
from runlift_tui.core.plan.week_edit import clock_h
from runlift_tui.core.plan.weeks import PlanWeek, has_room
from runlift_tui.core.routines.reserve import could_do
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import span

OURS = (
    "The table, the caps and the days are our own rules, around what studies did: two or three "
    "sessions a week (Blagrove 2018 Sports Med 48:1117–1149) over eight to twelve weeks "
    "(Balsalobre-Fernández 2016 J Strength Cond Res 30:2361–2368). In a review one a week "
    "kept strength where the load stayed (Spiering 2021 J Strength Cond Res 35:1449–1458); that "
    "two build it is our own rule."
)
DAYS = (
    "Running first and lifting six hours later cost the next day's run less than lifting first, "
    "but still something: fourteen men ran 275 s to exhaustion instead of 335, and 238 s after "
    "lifting first (Doma & Deakin 2013 Appl Physiol Nutr Metab 38:651). What else keeps a day free "
    "is our own rule."
)
VOLUME = (
    "Two weeks with 41-60 % less volume, as hard and as often as before, went with the largest "
    "gains in a meta-analysis of 27 studies of competitive athletes (Bosquet 2007 Med Sci Sports "
    "Exerc 39:1358). That strength falls to one session is our own rule."
)
SHARE = (
    "The strength share is whole sessions, warm-up and rests included, in all training time; "
    "strides and sprints stand apart, jumps are the contacts under progress. It is not the "
    f"study's {STUDY_SHARE} %, which were sprints, jumps and fast light lifts, with the total "
    "unchanged (Paavolainen 1999 J Appl Physiol 86:1527–1533)."
)
KEEPING = (
    "In a review one session a week, of one set even, kept strength for up to 32 weeks where the "
    "load stayed (Spiering 2021 J Strength Cond Res 35:1449–1458). About half of the rounds, and "
    "that the last four steps come again before the taper, is our own rule."
)
OURS_SHORT = "Our own rules, around what studies did; {plan.whole} tells more."
_WHY: Mapping[WeekKind, str] = {
    WeekKind.BUILD: "",
    WeekKind.KEEP: "The race is far away: one session a week keeps what was built, loads stay.",
    WeekKind.TAPER: "A taper: about half of the fullest week, half of the rounds, one session.",
    WeekKind.RACE: "The race is near: one light session, four or five days before it.",
    WeekKind.EASY: "After the race: one light session, further from the limit, nothing new.",
}
FEW_EASY = (
    "Too few easy minutes: only easy days give way to strength, never the hard or the long run."
)
_WAY_BACK = (
    "The way back after an illness: one light session, jumps a step easier, half of the running "
    "and none of it hard or long; our own rule, and no doctor's word."
)
_RACE_FIRST = "The race, then easy: one light session, further from the limit, nothing new."
_RACE_ALONE = "The race, then easy days alone: none of them is good for a session (our own rule)."
_NONE_BEFORE = "The race is near: no day of it is good for a last session (our own rule)."
_KEEPS = "One session a week keeps strength, two build it"
_MINIMAL_MIN = 25
_BAR = 24


def why(weeks: Sequence[PlanWeek], week: PlanWeek, race: date | None = None) -> str:
    """Return what a week is for, and in what a lighter one is lighter; empty for a building one."""
    if week.way_back:
        return _WAY_BACK
    if week.off:
        return _off_words(week)
    if week.kind is WeekKind.EASY and race is not None and week.monday <= race <= week.sunday:
        return _RACE_FIRST if week.sessions else _RACE_ALONE
    if week.kind is WeekKind.RACE and not week.sessions:
        return _NONE_BEFORE
    if week.kind is not WeekKind.DELOAD:
        return _WHY[week.kind]
    before = weeks[week.number - 2]
    fewer = "fewer sessions" if week.sessions < before.sessions else "fewer rounds"
    said = (
        fewer if week.all_rounds < before.all_rounds else "",
        "further from the limit",
        _less_running(week.books.run, before),
    )
    return f"Lighter on purpose: {', '.join(filter(None, said))}."


def no_session(weeks: Sequence[PlanWeek], week: PlanWeek, race: date | None) -> str:
    """Return why a week about a race has no session; empty where it has, and for the others."""
    said = "" if week.sessions else why(weeks, week, race)
    return said if said in (_RACE_ALONE, _NONE_BEFORE) else ""


def _off_words(week: PlanWeek) -> str:
    what = "Ill" if week.ill else "Off"
    if not week.sessions:
        return f"{what} {plural(week.off, 'day')} of it: no session, nothing is made up for."
    return f"{what} {plural(week.off, 'day')} of it: sessions and runs of the days that are left."


def _less_running(run: int, before: PlanWeek) -> str:
    """Return by how much a week has less running than the one before; empty where by nothing."""
    less = round(100 * (1 - run / before.books.run)) if before.books.run else 0
    return f"{less} % less running than week {before.number}" if less > 0 else ""


def keeping(answers: Answers, week: PlanWeek) -> str:
    """Return that one session a week keeps, and what could be done instead; empty for others."""
    if week.kind is not WeekKind.BUILD or week.off:
        return ""
    if week.has_trial and week.sessions == 1:
        return "One session this week: beside the 5K no other day is good (our own rule)."
    if week.has_trial and week.sessions:
        return "One session less this week: beside the 5K no day is left for it (our own rule)."
    if week.crowded:
        fewer = plural(week.sessions, "session")
        return f"{fewer} this week: any other day is too near a run or a session (our own rule)."
    if week.sessions != 1:
        return ""
    if answers.sessions == 1:
        return f"{_KEEPS} (our own rule)."
    said = f"{_KEEPS}: your running leaves room for one"
    if not has_room(answers, week, 2 * _MINIMAL_MIN):
        return f"{said} (our own rule)."
    return f"{said}, or for two of the minimal dose (our own rule)."


def no_trial(plan: Plan, week: PlanWeek) -> str:
    """Return why the first or the last week has no 5K; empty where it has, and for the others."""
    answers, runs = plan.answers, calendar_of(plan)
    is_last = week.number == answers.weeks and not plan.ends_with_race
    if not (week.number == 1 or is_last):
        return ""
    days = [week.monday + timedelta(days=each) for each in range(7)]
    if any(map(runs.is_trial, days)):
        return ""
    days = [day for day in days if runs.is_run(day)]
    if not days:
        return "No 5K: no run of it is left."
    if week.number == 1 and answers.first_5k is not None and answers.has_first_5k:
        return f"No 5K: the one of {day_words(answers.first_5k)} is the first."
    if plan.weak_days().intersection(days):
        return "No 5K: it is too soon after the illness (our own rule)."
    return "No 5K: after each of its runs comes a hard or the long run (our own rule)."


def keeping_lines(flow: Flow) -> Iterator[SheetLine]:
    """Yield which weeks keep what was built, for a race far away, and what follows them."""
    weeks = [week.number for week in flow.weeks if week.kind is WeekKind.KEEP]
    if not weeks:
        return
    again = [w.number for w in flow.weeks if w.number > weeks[-1] and w.kind is WeekKind.BUILD]
    then = f"; {weeks_words(again)} build once more" if again else ""
    yield SheetLine("keeping", f"{weeks_words(weeks)}: one session each, loads stay{then}")


def easy_words(answers: Answers) -> str:
    """Return what comes after the race: "then 3 easy days: no hard and no long run (our rule)"."""
    return f"then {answers.easy_after_race} easy days: no hard and no long run (our own rule)"


def week_lines(
    plan: Plan,
    flow: Flow,
    week: PlanWeek,
    done: Books | None,
    today: date,
    *,
    whole: bool = False,
    coming: tuple[str, str] = ("", ""),
    slots: Sequence[tuple[str, str]] = (),
    running: Running = Running.ALL,
) -> tuple[SheetLine, ...]:
    """Return what there is to say of one week.

    Args:
        plan: Whose.
        flow: As it stands.
        week: Which.
        done: Its ledger as it was done; None where nothing of it can have been yet.
        today: The athlete's own day.
        whole: Whether the studies and what is our own are told at length.
        coming: The session that comes in a line, where it is in that week.
        slots: What is done in it, a line a slot.
        running: What of its running may be named now.
    """
    groups = (
        tuple(_head(plan, flow, week)),
        tuple(broken_lines(plan, flow, week)),  # so high up, it is in sight in any window
        (SheetLine(*coming, "strong"), *(SheetLine(*slot) for slot in slots)),
        tuple(day_rows(plan, flow, week, today, running)),
        tuple(_ledger(plan, flow, week, done, running if week.sunday >= today else Running.ALL)),
        tuple(change_lines(flow, week)),
        _at_length(week) if whole else (),
        (SheetLine("", named(OURS_SHORT), "quiet"),) if not whole else (),
    )
    found: list[SheetLine] = []
    for group in groups:
        lines = [line for line in group if line.text]
        found += [SPACE, *lines] if found and lines else lines
    return tuple(found)


def _at_length(week: PlanWeek) -> tuple[SheetLine, ...]:
    light = week.kind in (WeekKind.TAPER, WeekKind.RACE)
    return (
        SheetLine("keeping", KEEPING if week.kind is WeekKind.KEEP else "", "quiet"),
        SheetLine("taper", VOLUME if light else "", "quiet"),
        SheetLine("days", DAYS, "quiet"),
        SheetLine("share", SHARE, "quiet"),
        SheetLine("ours", OURS, "quiet"),
    )


def _head(plan: Plan, flow: Flow, week: PlanWeek) -> Iterator[SheetLine]:
    dates = f"{day_words(week.monday)} to {day_words(week.sunday)}"
    yield SheetLine("", f"Week {week.number} of {plan.answers.weeks}, {dates}", "strong")
    yield SheetLine("", week_shape(week))
    yield SheetLine("", own_time(flow.weeks, week), "quiet")
    yield SheetLine("", why(flow.weeks, week, plan.answers.race), "quiet")
    yield SheetLine("", no_trial(plan, week), "quiet")
    yield SheetLine("", keeping(plan.answers, week), "quiet")
    if week.few_easy:
        yield SheetLine("", FEW_EASY, "quiet")
    elif week.fitted and not week.own_rounds:
        fewer = "Fewer rounds or sessions, as no more fits beside the week's running."
        yield SheetLine("", fewer, "quiet")
    if has_fallen(flow.weeks, week.number) and not week.own_heavy:
        yield SheetLine(
            "", "B1's range falls: heavier, as far as what you typed as left allows.", "quiet"
        )


def week_shape(week: PlanWeek) -> str:
    """Return what a week asks for: "2 sessions of about 52 min: 3 rounds, B1 8-10 each leg..."."""
    if not week.sessions:
        return "no session"
    return f"{plural(week.sessions, 'session')} of {session_shape(week)}"


def session_shape(week: PlanWeek) -> str:
    """Return what one session of a week asks for: "about 52 min: 3 rounds, B1 8-10 each leg..."."""
    heavy = "" if week.own_heavy else f"B1 {span(*week.reps)} each leg, {could_do(week.rir)}"
    told = (week.routine, plural(week.rounds, "round"), heavy)
    return f"about {week.minutes} min: {', '.join(filter(None, told))}"


def day_rows(
    plan: Plan, flow: Flow, week: PlanWeek, today: date, running: Running = Running.ALL
) -> Iterator[SheetLine]:
    """Yield what is on the days of a week, in their order.

    Args:
        plan: Whose.
        flow: As it stands.
        week: Which.
        today: The athlete's own day; what of the running is held back is so from it on.
        running: What of it may be named now.
    """
    runs = flow.runs
    found = [
        (done.day, f"trained{'' if done.effort is None else f', effort {done.effort}'}")
        for done in flow.done_in(week.number)
    ]
    for session in flow.due_in(week.number):
        when = "today, " if session.day == today else ""
        found.append(
            (session.day, f"session {session.number}, {when}{reason(session, runs, running)}")
        )
    for off in plan.off:
        first = max(off.first, week.monday)
        if first <= min(off.last, week.sunday):
            found.append((first, f"{off.words}, no training"))
    for day in runs.races:
        if week.monday <= day <= week.sunday:
            held = running if day >= today else Running.ALL
            found.append((day, _raced(plan.answers, held, is_race=day == plan.answers.race)))
    for day, what in sorted(found):
        yield SheetLine(day_words(day), what)
    due = flow.due_in(week.number)
    if running is not Running.NONE and any(runs.is_run(session.day) for session in due):
        yield SheetLine("", RUN_FIRST, "quiet")


def _raced(answers: Answers, running: Running, *, is_race: bool) -> str:
    """Return what is raced on a day, or until when it is not."""
    if is_race:
        then = f": {running.not_yet}" if running.not_yet else f"; {easy_words(answers)}"
        return f"the {race_words(answers)}{then}"
    return f"no 5K before {running.value}" if running.value else "a 5K, to see where you stand"


def reason(session: PlacedSession, runs: Calendar, running: Running = Running.ALL) -> str:
    """Return why a session is on its day, in words; under a stop sign until when it is not."""
    if running is Running.NONE:
        return running.not_yet
    if session.by_hand:
        return "the day that you set"
    if running is Running.ALL and runs.is_hard(session.day):
        return "on a hard day"
    if running is Running.ALL and runs.is_long(session.day):
        return "after the long run"
    if runs.is_run(session.day):
        return "on an easy day"
    return "on a day without a run"


def _ledger(
    plan: Plan, flow: Flow, week: PlanWeek, done: Books | None, running: Running
) -> Iterator[SheetLine]:
    books = week.books
    none = f"none before {running.value}" if running is Running.NONE else ""
    yield SheetLine("run", none or f"{clock_h(books.run)}{_less(plan, flow, week)}")
    top = f", {books.added} min on top" if books.added else ", nothing on top"
    yield SheetLine("strength", f"{clock_h(books.explosive)}{top}")
    yield SheetLine("planned", share_words(books))
    if done is not None and done.total:
        yield from done_lines(done)


def done_lines(done: Books) -> Iterator[SheetLine]:
    """Yield what was done; without a run nobody knows what it is a share of."""
    fast = f", strides and sprints {done.fast} min" if done.fast else ""
    if not done.run:
        told = f"strength {clock_h(done.strength)}{fast}; no run was entered, so no share"
        yield SheetLine("done", told)
        return
    yield SheetLine("done", share_words(done))
    yield SheetLine(
        "", f"run {clock_h(done.run)}, strength {clock_h(done.strength)}{fast}", "quiet"
    )


def _less(plan: Plan, flow: Flow, week: PlanWeek) -> str:
    """Return what of a week's running gave way to strength.

    A deload has its share of the running that the week before had left: what was replaced in that
    week is in it already.
    """
    books, before = week.books, flow.weeks[week.number - 2] if week.number > 1 else None
    if not books.replaced:
        goes_on = week.kind is WeekKind.DELOAD and before and before.books.replaced
        return f", nothing {'more ' if goes_on else ''}replaced"
    metres = books.replaced * 60 / plan.answers.pace_s * 1000
    far = metres / (METRES_PER_MILE if plan.answers.in_miles else 1000)
    unit = "miles" if plan.answers.in_miles else "km"
    return f", {books.replaced} easy min replaced (about {far:.1f} {unit})"


def share_words(books: Books) -> str:
    """Return the strength share of a ledger: the bar, "25 % of 6:52 h"."""
    share = books.strength_share
    return f"{bar(share)} {share:.0%} of {clock_h(books.total)}".replace("%", " %")


def bar(share: float) -> str:
    """Return a share of everything as a bar, to half a cell."""
    halves = round(share * _BAR * 2)
    solid = "━" * (halves // 2) + "╸" * (halves % 2)
    return solid + "─" * (_BAR - len(solid))


def change_lines(flow: Flow, week: PlanWeek) -> Iterator[SheetLine]:
    """Yield what changed in a week since the plan was made."""
    label = "changed"
    for text in changes(flow, week):
        yield SheetLine(label, text)
        label = ""


def has_fallen(weeks: Sequence[PlanWeek], number: int) -> bool:
    """Whether B1's range of a week lies lower than that of the building week before it."""
    week = weeks[number - 1]
    before = [each for each in weeks[: number - 1] if each.kind is WeekKind.BUILD]
    return week.kind is WeekKind.BUILD and bool(before) and before[-1].reps[1] > week.reps[1]
