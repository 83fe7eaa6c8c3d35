"""A plan changed under way: other days, another race or begin, and time off.

What lies behind stays as it was planned; from this week on the new answers hold. It is our own
rule that time off is never made up for: a step of the table is taken later, or falls out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import structs

from runlift_tui.core.plan.faults import answer_faults
from runlift_tui.core.plan.plan import (
    MOST_WEEKS,
    WEEKS,
    Answers,
    Earlier,
    Plan,
    PlanEdit,
    TimeOff,
    WeekChange,
    long_enough,
)
from runlift_tui.core.words.days import day_words, monday_of
from runlift_tui.core.words.faults import Fault

MOST_OFF = timedelta(days=28)
"""Longer off than this is no pause of a plan: our own rule."""


def moved(plan: Plan, answers: Answers, off: Iterable[TimeOff], today: date) -> Plan:
    """Return a plan as other answers and other time off have it.

    Args:
        plan: As it is.
        answers: From this week on; how many weeks they need is found here.
        off: All of it.
        today: The athlete's own day.
    """
    kept = tuple(sorted(off, key=lambda each: each.first))
    answers = long_enough(answers, sum(each.weeks for each in kept))
    return structs.replace(
        plan,
        answers=answers,
        off=kept,
        earlier=_earlier(plan, answers, today),
        changes=_renumbered(plan, answers),
    )


def _earlier(plan: Plan, answers: Answers, today: date) -> tuple[Earlier, ...]:
    """Return what the weeks that lie behind follow from, and the week of a race just run."""
    was, this = plan.answers, monday_of(today)
    if was.race is not None and was.race != answers.race and this <= was.race < today:
        this += timedelta(weeks=1)
    found = [each for each in plan.earlier if answers.start < each.until]
    same = structs.replace(was, start=answers.start, weeks=answers.weeks) == answers
    settled = any(each.until == this for each in found)
    if not same and not settled and max(was.start, answers.start) < this:
        found.append(Earlier(until=this, answers=was))
    return tuple(found)


def _renumbered(plan: Plan, answers: Answers) -> tuple[WeekChange, ...]:
    """Return what was changed by hand, each still in the week of its days."""
    by = (plan.answers.start - answers.start).days // 7
    found = (structs.replace(each, week=each.week + by) for each in plan.changes)
    return tuple(each for each in found if 1 <= each.week <= answers.weeks)


def shifting(plan: Plan, off: TimeOff) -> TimeOff:
    """Return time off for which a plan gets as many weeks longer as it takes.

    Args:
        plan: Without it.
        off: The days.
    """
    whole = structs.replace(plan, off=(*plan.off, off))
    weeks = sum(_is_none(whole, n) and not _is_none(plan, n) for n in range(1, MOST_WEEKS + 1))
    return structs.replace(off, weeks=weeks)


def _is_none(plan: Plan, week: int) -> bool:
    return plan.is_off(week) or plan.is_way_back(week)


def move_faults(before: Plan, after: Plan, others: Iterable[Plan], today: date) -> Iterator[Fault]:
    """Yield what cannot be in a plan that is moved, by the name of the answer.

    Args:
        before: As it is.
        after: As it would be.
        others: The plans that there are.
        today: The athlete's own day.
    """
    rest = [each for each in others if each.id != before.id]
    yield from answer_faults(after.answers, rest, today, before.answers)
    for each in after.off:
        if each not in before.off:
            yield from _off_faults(after, each)


def _off_faults(plan: Plan, off: TimeOff) -> Iterator[Fault]:
    answers, others = plan.answers, [each for each in plan.off if each != off]
    if off.last < off.first:
        yield Fault(("off_last",), f"{day_words(off.last)} is before {day_words(off.first)}")
    elif off.last - off.first >= MOST_OFF:
        what = f"more than {MOST_OFF.days} days are no pause: end the plan, and begin one after it"
        yield Fault(("off_last",), what)
    elif off.last < answers.start or answers.end < off.first:
        plan_days = f"{day_words(answers.start)} to {day_words(answers.end)}"
        yield Fault(("off_first",), f"the plan has {plan_days}, and nothing of those days")
    elif any(each.first <= off.last and off.first <= each.last for each in others):
        yield Fault(("off_first",), "some of those days are off already: take that back first")
    if answers.race is not None and answers.race in off:
        what = f"the race is on {day_words(answers.race)}, one of those days: move one of the two"
        yield Fault(("off_first",), what)
    if off.weeks and answers.race is not None and off.first <= answers.race:
        what = "the race stays where it is, so the rest can only get shorter"
        yield Fault(("rest",), what)
    elif WEEKS + sum(each.weeks for each in plan.off) > MOST_WEEKS:
        what = f"the plan would have more than {MOST_WEEKS} weeks: let the rest get shorter"
        yield Fault(("rest",), what)


def move_edit(before: Plan, after: Plan) -> PlanEdit:
    """Return the edit that moves a plan; nothing else of it changes."""
    return PlanEdit(id=before.id, before=before, after=after, told=_told(before, after))


def _told(before: Plan, after: Plan) -> str:
    was, now = before.answers, after.answers
    said = []
    if was.race != now.race:
        said.append("no race" if now.race is None else f"the race on {day_words(now.race)}")
    if was.start != now.start:
        said.append(f"its begin on {day_words(now.start)}")
    days = ("run_days", "hard_days", "long_day")
    if any(getattr(was, each) != getattr(now, each) for each in days):
        said.append("other running days")
    said += [f"{off_words(off)} {off.kind}" for off in after.off if off not in before.off]
    if set(before.off) - set(after.off) and len(after.off) < len(before.off):
        said.append("time off taken back")
    return f"The plan is moved: {', '.join(said)}" if said else "The plan is moved"


def off_words(off: TimeOff) -> str:
    """Return time off in words: "Mon 7 to Sun 13 Dec"."""
    if off.first == off.last:
        return day_words(off.first)
    return f"{day_words(off.first)} to {day_words(off.last)}"
