"""What moving a plan costs, in words, before it is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.lists.tables import laid_out
from runlift_tui.core.plan.changes_told import break_words, comeback_words, weeks_words
from runlift_tui.core.plan.done import run_seconds
from runlift_tui.core.plan.faults import broken_by_hand
from runlift_tui.core.plan.outcome import shortness
from runlift_tui.core.plan.plan import Plan, TimeOff
from runlift_tui.core.plan.rules import calendar_of
from runlift_tui.core.plan.standing import Flow, tally
from runlift_tui.core.plan.steps import LAST, STEPS, for_level
from runlift_tui.core.plan.table import kind_word, table, week_row
from runlift_tui.core.plan.week_edit import clock_h
from runlift_tui.core.plan.week_words import keeping_lines, reason
from runlift_tui.core.runs.run import Run
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_words, monday_of, weekdays_words
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import span

NOTHING = "It costs nothing: weeks, sessions and their days stay as they are."
_TAPER_DAYS = 14

Stands = tuple[Plan, Flow]
"""A plan, and how it stands."""


def cost_lines(
    before: Stands, after: Stands, today: date, runs: Sequence[Run] = ()
) -> tuple[SheetLine, ...]:
    """Return what changes with a plan that is moved, a line each.

    Args:
        before: As it is.
        after: As it would be.
        today: The athlete's own day.
        runs: Those that are noted, of the days that are newly off at least.
    """
    was, now = before[0].answers.race, after[0].answers.race
    found = [
        *_ends(before[0], after[0]),
        *_taper(before[0], after[0], today),
        *_kinds(before, after),
        *keeping_lines(after[1]),
        *_steps(before, after),
        *_sums(before, after),
        *_days(before[1], after[1], today),
        *_trials(before, after, today),
        *_short(before, after),
        *_stays_trained(before, after, runs),
        *_comes_back(before, after),
        *_lost(before, after),
        *_broken(before, after),
    ]
    nothing = () if found or was != now else (SheetLine("", NOTHING),)
    return (*nothing, *_race(before[0], after[0]), *found)


def moved_lines(
    before: Stands, after: Stands, today: date, runs: Sequence[Run] = ()
) -> tuple[SheetLine, ...]:
    """Return what moving a plan costs, and under it the weeks as they would be; see `cost_lines`.

    Where nothing was changed there is nothing to say of the weeks. Their hours stand in the sums
    above them, and beside a form there is no room for both: a row is never broken in two.
    """
    found = cost_lines(before, after, today, runs)
    if before[0] == after[0]:
        return found
    rows = (week_row(week, after[1], after[0], today) for week in after[1].weeks)
    head, *weeks = laid_out(*table(rows, "b2", "run", "lift", "share", "done"))
    lines = (SheetLine("", line) for line in weeks)
    return (*found, SPACE, SheetLine("", head, "quiet"), *lines)


def _race(before: Plan, after: Plan) -> Iterator[SheetLine]:
    """Yield where a race is: by how much it stands on another day, and loudly where earlier.

    Where it stays, and an illness is put in just before it, how near that is.
    """
    was, now = before.answers.race, after.answers.race
    ill = [off for off in _newly_off(before, after) if off.ill and now and off.last < now]
    if now is not None and was == now and ill and now in after.weak_days():
        near = plural((now - max(off.last for off in ill)).days, "day")
        yield SheetLine("race", f"{day_words(now)}, as it is: {near} after the illness", "mark")
        return
    if was is None or now is None or was == now:
        kept = ", as it is" if was == now else ""
        gone = "none" if was is not None else ""
        if told := gone if now is None else f"{day_words(now)}{kept}":
            yield SheetLine("race", told)
        return
    days = abs((now - was).days)
    by = plural(days, "day") if days % 7 else plural(days // 7, "week")
    told = f"{day_words(now)}, {by} {'later' if now > was else 'EARLIER'} than {day_words(was)}"
    yield SheetLine("race", told, "" if now > was else "mark")


def _ends(before: Plan, after: Plan) -> Iterator[SheetLine]:
    was, now = before.answers, after.answers
    if was.start != now.start:
        yield SheetLine("begins", f"{day_words(now.start)} instead of {day_words(was.start)}")
    as_long = now.length == was.length
    longer = "" if as_long else f", {now.length} instead of {was.length}"
    if was.end != now.end:
        yield SheetLine("ends", f"{day_words(now.end)} instead of {day_words(was.end)}{longer}")
    elif longer:
        yield SheetLine("ends", f"{day_words(now.end)}, as it is{longer}")


def _taper(before: Plan, after: Plan, today: date) -> Iterator[SheetLine]:
    """Yield where the taper is, and where too little time is left for one."""
    race = after.answers.race
    if race is None or race == before.answers.race:
        return
    left = (race - today).days
    if 0 <= left < _TAPER_DAYS:
        soon = ("the race is today", "the race is tomorrow", f"{left} days are left to the race")
        what = f"{soon[min(left, 2)]}, a taper takes two weeks"
        yield SheetLine("taper", what, "mark")
        return
    first = after.answers.monday(max(1, after.answers.race_week - 1))
    yield SheetLine("taper", f"from {day_words(first)} to the race on {day_words(race)}")


def _kinds(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield which weeks are for something else now.

    Of a plan that begins on another day all of them are moved: there each is held against the one
    that had its number.
    """
    was = {week.number: kind_word(week, before[0].answers.race) for week in before[1].weeks}
    found: dict[tuple[str, str], list[int]] = {}
    for week in after[1].weeks:
        old, new = was.get(week.number), kind_word(week, after[0].answers.race)
        if old is not None and old != new:
            found.setdefault((new, old), []).append(week.number)
    for (new, old), numbers in found.items():
        yield SheetLine("weeks", f"{weeks_words(numbers)}: {new} instead of {old}")


def _steps(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield which rows of the table fall out, or come in."""
    was, now = _taken(before[1]), _taken(after[1])
    row = STEPS[max(now) - 1] if now else None
    far = "" if row is None else span(*for_level(after[0].answers.level, row.reps, row.rir)[0])
    reach = f"; B1 comes as far as {far} reps" if far else ""
    if lost := len(was - now):
        yield SheetLine("builds", f"{plural(lost, 'step')} less{reach}", "mark")
    if won := len(now - was):
        yield SheetLine("builds", f"{plural(won, 'step')} more{reach}")


def _taken(flow: Flow) -> set[int]:
    """Return the building rows that a plan takes."""
    kinds = (WeekKind.BUILD, WeekKind.DELOAD)
    return {each.step for each in flow.weeks if each.kind in kinds and each.step < LAST}


def _sums(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield how many sessions and hours there are instead of how many."""
    was, now = tally(*before).planned, tally(*after).planned
    if was != now:
        yield SheetLine("sessions", f"{now} planned instead of {was}")
    for label in ("strength", "run"):
        was, now = _minutes(before[1], label), _minutes(after[1], label)
        if was != now:
            yield SheetLine(label, f"{clock_h(now)} planned instead of {clock_h(was)}")


def _days(before: Flow, after: Flow, today: date) -> Iterator[SheetLine]:
    """Yield on which other days sessions are, of weeks that have as many for the same as before."""
    was = {week.monday: (week, before.due_in(week.number)) for week in before.weeks}
    found: dict[tuple[str, str], list[int]] = {}
    for week in after.weeks:
        old, due = was.get(week.monday, (week, ()))
        new = after.due_in(week.number)
        if old.kind is not week.kind or len(due) != len(new) or week.sunday < today:
            continue
        words = [weekdays_words(each.day.weekday() for each in days) for days in (new, due)]
        if words[0] != words[1]:
            found.setdefault((words[0], words[1]), []).append(week.number)
    for (now, then), numbers in found.items():
        yield SheetLine("days", f"{weeks_words(numbers)}: sessions on {now} instead of {then}")


def _minutes(flow: Flow, name: str) -> int:
    return sum(int(getattr(week.books, name)) for week in flow.weeks)


def _trials(before: Stands, after: Stands, today: date) -> Iterator[SheetLine]:
    """Yield which 5Ks are still to come where it is not those that were.

    By other running days one of this week may have come to a day that lies behind.
    """
    old, new = (_trials_of(plan) for plan, _ in (before, after))
    was, now = ([day for day in days if day >= today] for days in (old, new))
    if was != now:
        days = " and ".join(map(day_words, now))
        race = after[0].answers.race
        is_raced = race is not None and race >= today
        none = "none any more before the race" if is_raced else "none any more"
        yield SheetLine("5K", f"on {days}" if days else none)
    this = monday_of(today)
    late = [day for day in new if this <= day < today and day not in old]
    if late and any(monday_of(day) == this for day in was):
        what = f"that of this week would be on {day_words(late[0])}, and falls out"
        yield SheetLine("", what, "mark")


def _short(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield why weeks have fewer sessions than before, or no 5K any more."""
    was = {line.text for line in shortness(*before)}
    label = "less"
    for line in shortness(*after):
        if line.text not in was:
            yield SheetLine(label, line.text)
            label = ""


def _trials_of(plan: Plan) -> list[date]:
    runs = calendar_of(plan)
    return sorted(filter(runs.is_trial, runs.races))


def _stays_trained(before: Stands, after: Stands, runs: Sequence[Run]) -> Iterator[SheetLine]:
    """Yield what was trained and run on days that are off now: it stays, and counts as done."""
    new = _newly_off(before[0], after[0])
    days = [each.day for each in before[1].done if any(each.day in off for off in new)]
    if days:
        told = " and ".join(map(day_words, days))
        yield SheetLine("trained", f"{told}: what was trained stays trained, and in history")
    ran = [each for each in runs if any(each.day in off for off in new)]
    if ran:
        pace_s = before[0].answers.pace_s
        minutes = round(sum(run_seconds(each, pace_s) for each in ran) / 60)
        told = f"{plural(len(ran), 'run')}, {clock_h(minutes)}, on days that are off now"
        yield SheetLine("noted", f"{told}: they stay noted, and count as done")


def _newly_off(before: Plan, after: Plan) -> list[TimeOff]:
    return [off for off in after.off if off not in before.off]


def _comes_back(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield on which day training begins again after time off, and what speaks for that day."""
    plan, flow = after
    for off in _newly_off(before[0], plan):
        first = next((each for each in flow.sessions if each.day > off.last), None)
        if first is None or any(each.day > off.last for each in flow.done):
            continue  # nothing is to begin again, or it has begun
        told = f"{day_words(first.day)}, {reason(first, flow.runs)}"
        if flow.comeback is not None and flow.comeback.session == first:
            told = f"{told}. {comeback_words(flow.comeback)}"
        yield SheetLine("back", told)


def _lost(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield what was done or changed, and is no part of the plan any more."""
    gone = len(before[1].done) - len(after[1].done)
    if gone > 0:
        what = f"{plural(gone, 'session')} that you trained count no more for it; they are kept"
        yield SheetLine("done", what, "mark")
    hand = len(before[0].changes) - len(after[0].changes)
    if hand > 0:
        what = f"what you changed in {plural(hand, 'week')} falls out with them"
        yield SheetLine("changed", what, "mark")


def _broken(before: Stands, after: Stands) -> Iterator[SheetLine]:
    """Yield the rules and the limits that cannot be held any more, each once."""
    held = {(each.week, each.what) for each in broken_by_hand(before[0], before[1].weeks)}
    weeks: dict[tuple[str, str], list[int]] = {}
    for hand in broken_by_hand(after[0], after[1].weeks):
        if (hand.week, hand.what) not in held:
            weeks.setdefault((hand.what, hand.by), []).append(hand.week)
    for (what, by), numbers in weeks.items():
        yield SheetLine("broken", f"{weeks_words(numbers)}: {what} ({by}).", "mark")
    was = {each.rule for each in before[1].breaks}
    new = {each.rule: each for each in reversed(after[1].breaks) if each.rule not in was}
    for each in new.values():
        yield SheetLine("broken", break_words(each), "mark")
