"""What was done of a plan: its ledger week by week, and what the 5K did."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.history.outing import is_partial, outing
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.plan import AROUND, Plan
from runlift_tui.core.plan.rules import calendar_of
from runlift_tui.core.plan.standing import TrainedOn
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.runs.five_k import FiveK, five_ks
from runlift_tui.core.runs.run import Run, RunKind, Trial


class TrainedSession(NamedTuple):
    """A strength session that was trained, as far as a plan looks at it."""

    day: date
    minutes: int
    effort: int | None = None
    counts: bool = True
    """Whether it is one of the plan's: its minutes are, also where it came from another program
    or less than half of it was done."""


def trained(sessions: Iterable[PastSession]) -> tuple[TrainedSession, ...]:
    """Return sessions of the past as a plan looks at them."""
    return tuple(
        TrainedSession(each.day, each.minutes, each.effort, _counts(each))
        for each in sessions
        if each.is_trained
    )


def trained_on(sessions: Iterable[PastSession]) -> list[TrainedOn]:
    """Return those of them that are a plan's, as far as its days follow from them."""
    return on_days(trained(sessions))


def on_days(sessions: Iterable[TrainedSession]) -> list[TrainedOn]:
    """Return the same of sessions as a plan looks at them."""
    return [TrainedOn(each.day, each.effort) for each in sessions if each.counts]


def _counts(session: PastSession) -> bool:
    # Nearly all are whole, and a lifetime of them is much to look at through the gates' eyes.
    return session.source is None and (not is_partial(session) or outing(session).counts)


def fast_seconds(run: Run) -> int:
    """Return the seconds of a run that count as explosive: strides, or all of a sprint session."""
    if run.fast_s is not None:
        return run.fast_s
    return (run.seconds or 0) if run.kind is RunKind.SPRINTS else 0


def run_seconds(run: Run, pace_s: float) -> float:
    """Return the seconds of a run; where it has none, its distance at the usual pace."""
    if run.seconds is not None:
        return run.seconds
    return (run.metres or 0.0) / 1000 * pace_s


def books_done(
    week: PlanWeek, plan: Plan, sessions: Iterable[TrainedSession], runs: Iterable[Run]
) -> Books:
    """Return the ledger of a week as it was done; strides are no running here.

    Running short of the week's usual minutes counts as replaced, as far as strength stood for it.
    """
    strength = sum(s.minutes for s in sessions if week.monday <= s.day <= week.sunday)
    within = [run for run in runs if week.monday <= run.day <= week.sunday]
    fast = round(sum(map(fast_seconds, within)) / 60)
    all_run = sum(run_seconds(run, plan.answers.pace_s) for run in within)
    run = max(0, round(all_run / 60) - fast)
    replaced = min(strength + fast, max(0, week.books.usual - run))
    return Books(run + replaced, run, strength, fast, replaced)


def summed(books: Iterable[Books]) -> Books:
    """Return the sum of several weeks."""
    found = list(books)
    return Books(*map(sum, zip(*found, strict=True))) if found else Books(0, 0, 0)


class Outcome(NamedTuple):
    """What was planned up to a day, and what came of it."""

    planned: Books
    done: Books
    five_k: "Judged | None"


def outcome(
    plan: Plan,
    weeks: Iterable[PlanWeek],
    sessions: Sequence[TrainedSession],
    runs: Sequence[Run],
    trials: Iterable[Trial],
    today: date,
) -> Outcome:
    """Return what a plan came to, up to today or to its end.

    Args:
        plan: Whose.
        weeks: Its nine.
        sessions: Trained from its start on, at least.
        runs: Of its weeks, at least; trials among them.
        trials: From `AROUND` before its start on, at least.
        today: The athlete's own day.
    """
    begun = [week for week in weeks if week.monday <= min(today, plan.last_day)]
    sessions = [each for each in sessions if each.day <= plan.last_day]
    runs = [each for each in runs if each.day <= plan.last_day]
    return Outcome(
        summed(week.books for week in begun),
        summed(books_done(week, plan, sessions, runs) for week in begun),
        five_k(plan, trials),
    )


class Judged(NamedTuple):
    """What the stopwatch said before a plan, and at its end."""

    first: FiveK
    last: FiveK


def five_k(plan: Plan, trials: Iterable[Trial]) -> Judged | None:
    """Return the first and the last 5K of a plan; None where it has not two.

    Two that were run come before two of which one is an estimate from another distance.
    """
    first, last = plan.answers.start - AROUND, plan.last_day + AROUND
    raced = five_ks(each for each in trials if first <= each.day <= last and each.seconds > 0)
    run = [each for each in raced if not each.is_estimate]
    return _judged(plan, run) or _judged(plan, raced)


def with_first_5k(plan: Plan, trials: Iterable[Trial], today: date) -> Plan:
    """Return a plan that asks for no first 5K where one was run since `AROUND` before its start.

    An estimate from another distance takes the place of none, as in what a plan came to. Once the
    day of the plan's own lies behind, it stays as it was.

    Args:
        plan: Not kept yet, or under way.
        trials: From `AROUND` before its start on, at least.
        today: The athlete's own day.
    """
    answers, end = plan.answers, plan.answers.monday(2)
    bare = structs.replace(plan, answers=structs.replace(answers, first_5k=None))
    runs = calendar_of(bare)
    asked = min((day for day in runs.races if runs.is_trial(day) and day < end), default=None)
    if asked is None or asked < today:
        return plan
    since, until = answers.start - AROUND, min(asked - timedelta(days=1), today)
    raced = five_ks(each for each in trials if since <= each.day <= until and each.seconds > 0)
    first = max((each.day for each in raced if not each.is_estimate), default=None)
    return structs.replace(plan, answers=structs.replace(answers, first_5k=first))


def _judged(plan: Plan, found: Sequence[FiveK]) -> Judged | None:
    """Return the last 5K before a plan, or up to its first week's end, and the last of all."""
    before = [each for each in found if each.day < plan.answers.start + timedelta(days=7)]
    if not found:
        return None
    begin, end = before[-1] if before else found[0], found[-1]
    return Judged(begin, end) if begin.day < end.day else None
