"""On which days of a week the sessions go: constraints, never fixed weekdays.

Runs come first and six hours before, because lifting first costs the next day's run more (Doma &
Deakin 2013 Appl Physiol Nutr Metab 38:651). A heavy session is not recovered from after 48
hours (Helland 2020 PeerJ 8:e10044). What is made of that here is our own rule.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from runlift_tui.core.plan.plan import EASY_AFTER_LONG, EASY_AFTER_SHORT, WEEKS, Answers
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.sets.week import WeekKind

APART_DAYS, BETTER_APART_DAYS = 2, 3
"""Between two sessions with jumps: 48 hours at least, 72 are better."""
HARD_EFFORT = 8
"""A session rated as this or more wants 48 hours before the next hard run."""
LAST_FAST_DAYS, LAST_FAST_BY_DAYS = 4, 5
LAST_HEAVY_DAYS, LAST_HEAVY_BY_DAYS = 7, 10
"""Before a race: the last fast set 4-5 days, the last heavy one 7-10."""
AFTER_RACE_DAYS = {EASY_AFTER_SHORT: 3, EASY_AFTER_LONG: 5}
"""From a race to the next session at least, by the easy days after it: our own rule."""
_TO_RACE = {
    WeekKind.TAPER: (LAST_HEAVY_DAYS, LAST_HEAVY_BY_DAYS),
    WeekKind.RACE: (LAST_FAST_DAYS, LAST_FAST_BY_DAYS),
}
RUN_FIRST = "Run first, lift six hours later or more."


class Rule(StrEnum):
    """What a session's day must not break."""

    APART = "48 hours between sessions"
    QUALITY = "a hard run the day after"
    LONG = "the long run the day after"
    RACE = "a race or time trial the day after"
    RACE_DAY = "the day of a race or time trial"
    TAPER = "too near before the race"
    AFTER_RACE = "too soon after the race"


class Calendar(NamedTuple):
    """The runs of a plan that a session has to keep out of the way of."""

    run_days: frozenset[int]
    hard_days: frozenset[int]
    long_day: int | None
    races: frozenset[date]
    """Races and time trials."""
    race: date | None
    """The race that the plan tapers for."""
    easy_after: int = EASY_AFTER_LONG
    """Easy days after the race."""

    def is_race(self, day: date) -> bool:
        """Whether a race or time trial is on a day."""
        return day in self.races

    def is_hard(self, day: date) -> bool:
        """Whether a hard run is on a day."""
        return day.weekday() in self.hard_days and not self._is_eased(day)

    def is_long(self, day: date) -> bool:
        """Whether the long run is on a day."""
        return day.weekday() == self.long_day and not self._is_eased(day)

    def is_run(self, day: date) -> bool:
        """Whether a run is on a day."""
        return day.weekday() in self.run_days or self.is_race(day)

    def _is_eased(self, day: date) -> bool:
        """Whether a race, or what comes after it, takes the place of a day's hard run."""
        return self.race is not None and -self.easy_after <= (self.race - day).days <= 1


def calendar(answers: Answers) -> Calendar:
    """Return the calendar of a plan's answers."""
    return Calendar(
        run_days=frozenset(answers.run_days),
        hard_days=frozenset(answers.hard_days) - {answers.long_day},
        long_day=answers.long_day,
        races=frozenset(trial_days(answers)),
        race=answers.race,
        easy_after=answers.easy_after_race,
    )


def trial_days(answers: Answers) -> Iterator[date]:
    """Yield the days of the first 5K, of the race if there is one, and of the last 5K.

    A race in the last two weeks is the last one: nobody races a 5K on the legs of it.
    """
    hard = sorted(set(answers.hard_days) - {answers.long_day})
    runs = sorted(answers.run_days)
    yield answers.monday(1) + timedelta(days=(hard or runs)[0])
    if answers.race is not None:
        yield answers.race
    if answers.race is None or answers.week_of(answers.race) not in (WEEKS - 1, WEEKS):
        yield answers.monday(WEEKS) + timedelta(days=(hard or runs)[-1])


class PlacedSession(NamedTuple):
    """A strength session on its day."""

    week: int
    number: int
    """Within its week, from 1."""
    day: date
    heavy: bool = True
    """Whether B1 is near the limit."""
    by_hand: bool = False
    """Whether the athlete set its day."""


def broken(session: PlacedSession, around: Iterable[date], runs: Calendar) -> tuple[Rule, ...]:
    """Return the rules that a session's day breaks.

    Args:
        session: On its day.
        around: The days of the other sessions, done and planned.
        runs: The calendar.
    """
    day, next_day = session.day, session.day + timedelta(days=1)
    found: list[Rule] = []
    if any(abs((day - other).days) < APART_DAYS for other in around):
        found.append(Rule.APART)
    if runs.is_race(day):
        found.append(Rule.RACE_DAY)
    if runs.is_race(next_day):
        found.append(Rule.RACE)
    elif runs.is_hard(next_day):
        found.append(Rule.QUALITY)
    if runs.is_long(next_day):
        found.append(Rule.LONG)
    if runs.race is not None:
        found += _by_race(session, runs.race, runs.easy_after)
    return tuple(found)


def _by_race(session: PlacedSession, race: date, easy_after: int) -> Iterator[Rule]:
    left = (race - session.day).days
    if 1 < left < LAST_FAST_DAYS or (1 < left < LAST_HEAVY_DAYS and session.heavy):
        yield Rule.TAPER
    if -AFTER_RACE_DAYS[easy_after] < left < 0:
        yield Rule.AFTER_RACE


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
    chosen = [day for day in free if day.weekday() in by_hand][:number]
    free = [day for day in free if day not in chosen]
    costs = {day: _cost(week, day, runs, wanted) for day in (*free, *chosen)}
    near = [day for day in before if abs((day - week.monday).days - 3) <= 3 + BETTER_APART_DAYS]
    best = min(
        combinations(free, min(number - len(chosen), len(free))),
        key=lambda each: _whole(week, (*chosen, *each), near, costs, runs),
        default=(),
    )
    return tuple(sorted((*chosen, *best)))


Cost = tuple[int, int]
"""How many rules a day breaks, and how little it is liked."""
_ABOUT_RACES = (Rule.RACE, Rule.RACE_DAY, Rule.TAPER, Rule.AFTER_RACE)
"""A hard run on stiff legs is the lesser evil."""
_NO_DAY_OFF = 9
"""More than what a day between sessions is worth: 48 hours are kept before 72 are."""


def _whole(
    week: PlanWeek,
    days: Sequence[date],
    near: Sequence[date],
    costs: Mapping[date, Cost],
    runs: Calendar,
) -> Cost:
    """Return the cost of a choice of days; one that takes the week's last free day costs most."""
    rules, likes = _sum(days, near, costs)
    every = (week.monday + timedelta(days=each) for each in range(7))
    off = {day for day in every if not runs.is_run(day)}
    taken = bool(off) and off <= {*days, *near}
    return rules, likes + _NO_DAY_OFF * taken


def _sum(days: Sequence[date], near: Sequence[date], costs: Mapping[date, Cost]) -> Cost:
    """Return the cost of a choice of days: that of each, and that of their distances."""
    rules = likes = 0
    for day in days:
        own, dislike = costs[day]
        apart = min(
            (abs((day - other).days) for other in (*near, *days) if other != day), default=9
        )
        rules += own + (apart < APART_DAYS)
        likes += dislike + 2 * (apart < BETTER_APART_DAYS)
    return rules, likes


def _cost(week: PlanWeek, day: date, runs: Calendar, wanted: Sequence[date]) -> Cost:
    """Return the cost of a day by itself: hard days first, then easy ones, rest days last."""
    against = broken(PlacedSession(week.number, 1, day, week.is_heavy), (), runs)
    rules = sum(2 if rule in _ABOUT_RACES else 1 for rule in against)
    found = 4 if runs.is_long(day) else 0 if runs.is_hard(day) else 2 if runs.is_run(day) else 3
    if wanted and day not in wanted:
        found += 3 + min(abs((day - each).days) for each in wanted)
    if runs.race is not None and week.kind in _TO_RACE:
        low, high = _TO_RACE[week.kind]
        left = (runs.race - day).days
        found += 6 if left > 0 and not low <= left <= high else 0
    return rules, found
