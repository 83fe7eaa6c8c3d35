"""What was done of a plan: its ledger week by week, and what the 5K did."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.ledger import Books
from runlift_tui.core.past_session import PastSession
from runlift_tui.core.plan import Plan
from runlift_tui.core.plan_weeks import PlanWeek
from runlift_tui.core.run import Kind, Run, Trial

FIVE_K_M = 5000.0
_NEAR_M = 100.0
"""So far from 5000 m a time still counts as a 5K."""
AROUND = timedelta(days=14)
"""A time trial so long before a plan still counts as its first, and so long after as its last."""


class Trained(NamedTuple):
    """A strength session that was trained, as far as a plan looks at it."""

    day: date
    minutes: float
    effort: int | None = None


def trained(sessions: Iterable[PastSession]) -> tuple[Trained, ...]:
    """Return sessions of the past as a plan looks at them."""
    return tuple(Trained(each.day, each.minutes, each.effort) for each in sessions)


def fast_seconds(run: Run) -> int:
    """Return the seconds of a run that count as explosive: strides, or all of a sprint session."""
    if run.fast_s is not None:
        return run.fast_s
    return (run.seconds or 0) if run.kind is Kind.SPRINTS else 0


def run_seconds(run: Run, pace_s: float) -> float:
    """Return the seconds of a run; where it has none, its distance at the usual pace."""
    if run.seconds is not None:
        return run.seconds
    return (run.metres or 0.0) / 1000 * pace_s


def books_done(
    week: PlanWeek, plan: Plan, sessions: Iterable[Trained], runs: Iterable[Run]
) -> Books:
    """Return the ledger of a week as it was done; strides are no running here.

    Running short of the week's usual minutes counts as replaced, as far as strength stood for it.
    """
    strength = round(sum(s.minutes for s in sessions if week.monday <= s.day <= week.sunday))
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


class FiveK(NamedTuple):
    """What the 5K did over a plan."""

    first: Trial
    last: Trial

    @property
    def seconds(self) -> float:
        """Seconds gained; less than nothing where it was slower."""
        return self.first.seconds - self.last.seconds

    @property
    def share(self) -> float:
        """The gain as a share of the first time."""
        return self.seconds / self.first.seconds


def five_k(plan: Plan, trials: Sequence[Trial]) -> FiveK | None:
    """Return the first and the last 5K of a plan; None where it has not two."""
    first, last = plan.answers.start - AROUND, plan.last_day + AROUND
    runs = [
        trial
        for trial in trials
        if first <= trial.day <= last and abs(trial.metres - FIVE_K_M) <= _NEAR_M
        if trial.seconds > 0
    ]
    runs.sort(key=lambda trial: trial.day)
    before = [trial for trial in runs if trial.day < plan.answers.start + timedelta(days=7)]
    begin = before[-1] if before else runs[0] if runs else None
    end = runs[-1] if runs else None
    if begin is None or end is None or begin == end:
        return None
    return FiveK(begin, end)
