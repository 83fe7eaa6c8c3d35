"""Which days of a week are no good for a session: the runs, the races, and what lies between.

Our own rules; what they were made of stands in `placement`.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from runlift_tui.core.plan.plan import EASY_AFTER_LONG, EASY_AFTER_SHORT, WEEKS, Answers

APART_DAYS, BETTER_APART_DAYS = 2, 3
"""Between two sessions with jumps: 48 hours at least, 72 are better."""
LAST_FAST_DAYS, LAST_FAST_BY_DAYS = 4, 5
LAST_HEAVY_DAYS, LAST_HEAVY_BY_DAYS = 7, 10
"""Before a race: the last fast set 4-5 days, the last heavy one 7-10."""
AFTER_RACE_DAYS = {EASY_AFTER_SHORT: 3, EASY_AFTER_LONG: 5}
"""From a race to the next session at least, by the easy days after it: our own rule."""


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


def good_days(runs: Calendar, monday: date, most: int) -> int:
    """Return for how many sessions a week has days that break no rule, up to `most`; one at least.

    None is on the day of the long run, and one of the days without a run stays free.

    Args:
        runs: The calendar.
        monday: The first day of the week, nothing of which was trained yet.
        most: Sessions that are wanted.
    """
    every = [monday + timedelta(days=each) for each in range(7)]
    off = {day for day in every if not runs.is_run(day)}
    good = [day for day in every if not runs.is_long(day)]
    good = [day for day in good if not broken(PlacedSession(1, 1, day, heavy=False), (), runs)]
    for number in range(most, 1, -1):
        for days in combinations(good, number):
            apart = all((b - a).days >= APART_DAYS for a, b in pairwise(days))
            if apart and not (off and off <= set(days)):
                return number
    return min(most, 1)
