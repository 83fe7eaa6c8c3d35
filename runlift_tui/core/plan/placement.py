"""On which days of a week the sessions go: constraints, never fixed weekdays.

Runs come first and six hours before, because lifting first costs the next day's run more (Doma &
Deakin 2013 Appl Physiol Nutr Metab 38:651). A heavy session is not recovered from after 48
hours (Helland 2020 PeerJ 8:e10044). What is made of that here is our own rule.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from runlift_tui.core.plan.rules import (
    ABOUT_RACES,
    APART_DAYS,
    BETTER_APART_DAYS,
    LAST_FAST_BY_DAYS,
    LAST_FAST_DAYS,
    LAST_HEAVY_BY_DAYS,
    LAST_HEAVY_DAYS,
    Calendar,
    PlacedSession,
    broken,
)
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.runs.raced import resting
from runlift_tui.core.sets.week import WeekKind

HARD_EFFORT = 8
"""A session rated as this or more wants 48 hours before the next hard run."""
_TO_RACE = {
    WeekKind.TAPER: (LAST_HEAVY_DAYS, LAST_HEAVY_BY_DAYS),
    WeekKind.RACE: (LAST_FAST_DAYS, LAST_FAST_BY_DAYS),
}
RUN_FIRST = "Run first, lift six hours later or more."


def placed(
    week: PlanWeek,
    runs: Calendar,
    before: Sequence[date],
    *,
    count: int | None = None,
    earliest: date | None = None,
    wanted: Sequence[date] = (),
    by_hand: Sequence[int] = (),
) -> tuple[date, ...]:
    """Return the days of a week's sessions that break the fewest rules, the likeliest first.

    Args:
        week: How many sessions, and how heavy.
        runs: The calendar.
        before: Days of sessions that are done or settled; the last ones are enough.
        count: How many are still to be placed; by default all of them.
        earliest: No day before this one.
        wanted: The days that they had before, which are kept where nothing speaks against it.
        by_hand: Weekdays that the athlete set; they are taken as they are.
    """
    number = week.sessions if count is None else count
    days = [week.monday + timedelta(days=each) for each in range(7)]
    free = [day for day in days if (earliest is None or day >= earliest) and day not in before]
    free = [day for day in free if day not in runs.off and resting(day, runs.logged) is None]
    chosen = [day for day in free if day.weekday() in by_hand][:number]
    free = [day for day in free if day not in chosen]
    costs = {day: _cost(week, day, runs, wanted) for day in (*free, *chosen)}
    near = [day for day in before if abs((day - week.monday).days - 3) <= 3 + BETTER_APART_DAYS]
    without_run = frozenset(day for day in days if not runs.is_run(day))
    best = min(
        combinations(free, min(number - len(chosen), len(free))),
        key=lambda each: _whole((*chosen, *each), near, costs, without_run),
        default=(),
    )
    return tuple(sorted((*chosen, *best)))


Cost = tuple[int, int]
"""How many rules a day breaks, and how little it is liked."""
_A_WEEK = timedelta(days=7)
_NOT_AGAIN = _EVERY_WEEK = 9
"""As much; what breaks a rule by the runs breaks it every week, a session too near only once."""
_NO_DAY_OFF = 9
"""More than what a day between sessions is worth: 48 hours are kept before 72 are."""


def _whole(
    days: Sequence[date],
    near: Sequence[date],
    costs: Mapping[date, Cost],
    without_run: frozenset[date],
) -> Cost:
    """Return the cost of a choice of days; one that takes the week's last free day costs most.

    So does one that the next week cannot have again, as its first day is too near the last one.
    """
    rules, likes = _sum(days, near, costs)
    taken = bool(without_run) and without_run <= {*days, *near}
    again = len(days) < 2 or (min(days) + _A_WEEK - max(days)).days >= APART_DAYS
    return rules, likes + _NO_DAY_OFF * taken + _NOT_AGAIN * (not again)


def _sum(days: Sequence[date], near: Sequence[date], costs: Mapping[date, Cost]) -> Cost:
    """Return the cost of a choice of days: that of each, and that of their distances."""
    rules = likes = 0
    for day in days:
        own, dislike = costs[day]
        apart = min(
            (abs((day - other).days) for other in (*near, *days) if other != day), default=9
        )
        rules += own + (apart < APART_DAYS)
        likes += dislike + 2 * (apart < BETTER_APART_DAYS) + _EVERY_WEEK * own
    return rules, likes


def _cost(week: PlanWeek, day: date, runs: Calendar, wanted: Sequence[date]) -> Cost:
    """Return the cost of a day by itself: hard days first, then easy ones, rest days last."""
    against = broken(PlacedSession(week.number, 1, day, week.is_heavy), (), runs)
    rules = sum(2 if rule in ABOUT_RACES else 1 for rule in against)
    found = 4 if runs.is_long(day) else 0 if runs.is_hard(day) else 2 if runs.is_run(day) else 3
    if wanted and day not in wanted:
        found += 3 + min(abs((day - each).days) for each in wanted)
    if runs.race is not None and week.kind in _TO_RACE:
        low, high = _TO_RACE[week.kind]
        left = (runs.race - day).days
        found += 6 if left > 0 and not low <= left <= high else 0
    return rules, found
