"""Which days of a week are no good for a session: the runs, the races, and what lies between.

Our own rules; what they were made of stands in `placement`.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from runlift_tui.core.plan.plan import EASY_AFTER_LONG, EASY_AFTER_SHORT, Answers, Plan

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
    off: frozenset[date] = frozenset()
    """Days without training."""
    back: frozenset[date] = frozenset()
    """Days of weeks that lead back after an illness: nobody runs hard or long in them."""

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
        return self.is_race(day) or (day.weekday() in self.run_days and day not in self.off)

    def _is_eased(self, day: date) -> bool:
        """Whether a race, what comes after it, a day off or the way back takes a hard run's place.

        The way back after an illness has easy runs alone: our own rule.
        """
        if day in self.off or day in self.back:
            return True
        return self.race is not None and -self.easy_after <= (self.race - day).days <= 1


def calendar_of(plan: Plan) -> Calendar:
    """Return the calendar of a plan as it is answered now."""
    answers, weeks = plan.answers, range(1, plan.answers.weeks + 1)
    off = frozenset(day for week in weeks for day in plan.days_off(week))
    first = frozenset(_trial_day(plan.answers_in(1), 1, off, 1))
    now = calendar(answers, off)
    ways_back = (answers.monday(week) for week in weeks if plan.is_way_back(week))
    back = frozenset(monday + timedelta(days=each) for monday in ways_back for each in range(7))
    return now._replace(
        back=back, races=now.races - frozenset(_trial_day(answers, 1, off, 1)) | first
    )


def calendar(answers: Answers, off: frozenset[date] = frozenset()) -> Calendar:
    """Return the calendar of a plan's answers.

    Args:
        answers: Of the plan.
        off: Days without training.
    """
    return Calendar(
        run_days=frozenset(answers.run_days),
        hard_days=frozenset(answers.hard_days) - {answers.long_day},
        long_day=answers.long_day,
        races=frozenset(trial_days(answers, off)),
        race=answers.race,
        easy_after=answers.easy_after_race,
        off=off,
    )


def trial_days(answers: Answers, off: Collection[date] = ()) -> Iterator[date]:
    """Yield the days of the first 5K, of the race if there is one, and of the last 5K.

    A race in the last three weeks is the last one: nobody races a 5K on the legs of it. A week of
    which no run is good for one has no 5K.
    """
    last = answers.weeks
    yield from _trial_day(answers, 1, off, 1)
    if answers.race is not None:
        yield answers.race
    if not answers.ends_with_race:
        yield from _trial_day(answers, last, off, -1)


def _trial_day(answers: Answers, week: int, off: Collection[date], way: int) -> Iterator[date]:
    """Yield the run of a week that a 5K takes the place of, the first by `way` 1, the last by -1.

    It is never on the eve of a hard run, of the long run or of the race: where every day is one,
    there is none. The long run itself comes last; a hard run gives way before an easy one.
    """
    monday = answers.monday(week)
    runs = [monday + timedelta(days=each) for each in sorted(set(answers.run_days))][::way]
    kept = {*answers.hard_days, answers.long_day}

    def is_eve(day: date) -> bool:
        after = day + timedelta(days=1)
        return after == answers.race or (after.weekday() in kept and after not in off)

    def dislike(day: date) -> tuple[bool, bool]:
        return day.weekday() == answers.long_day, day.weekday() not in answers.hard_days

    free = [day for day in runs if day not in off and not is_eve(day)]
    if free:
        yield min(free, key=dislike)


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
    """Return for how many sessions a week has days that break no rule, up to `most`.

    One at least, where not all days are off; none is on the day of the long run, and one of the
    days without a run stays free.

    Args:
        runs: The calendar.
        monday: The first day of the week, nothing of which was trained yet.
        most: Sessions that are wanted.
    """
    every = [monday + timedelta(days=each) for each in range(7)]
    every = [day for day in every if day not in runs.off]
    off = {day for day in every if not runs.is_run(day)}
    good = [day for day in every if not runs.is_long(day)]
    good = [day for day in good if not broken(PlacedSession(1, 1, day, heavy=False), (), runs)]
    for number in range(most, 1, -1):
        for days in combinations(good, number):
            apart = all((b - a).days >= APART_DAYS for a, b in pairwise(days))
            if apart and not (off and off <= set(days)):
                return number
    return min(most, 1) if every else 0
