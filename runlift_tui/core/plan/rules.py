"""Which days of a week are no good for a session: the runs, the races, and what lies between.

Our own rules; what they were made of stands in `placement`.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from runlift_tui.core.plan.plan import Answers, Plan, current
from runlift_tui.core.runs.raced import EASY_AFTER_LONG, EASY_AFTER_SHORT, Raced, resting

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
    AFTER_TRIAL = "the day after a 5K"
    AFTER_ILL = "too soon after an illness"


ABOUT_RACES = (Rule.RACE, Rule.RACE_DAY, Rule.TAPER, Rule.AFTER_RACE)
"""A hard run on stiff legs is the lesser evil."""


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
    raced: tuple[tuple[date, int], ...] = ()
    """Races that were run before it, each with its easy days."""
    logged: tuple[Raced, ...] = ()
    """Races that the plan has not: no week is lighter for them, so they have no session after."""
    off: frozenset[date] = frozenset()
    """Days without training."""
    back: frozenset[date] = frozenset()
    """Easy days after an illness, and weeks that lead back: nobody runs hard or long in them."""

    def is_race(self, day: date) -> bool:
        """Whether a race or time trial is on a day."""
        return day in self.races

    def is_trial(self, day: date) -> bool:
        """Whether a 5K against the clock is on a day, and no race of the athlete's own."""
        return self.is_race(day) and day != self.race

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
        is_eve = self.race is not None and 0 <= (self.race - day).days <= 1
        if is_eve or resting(day, self.logged) is not None:
            return True
        return any(0 < (day - race).days <= easy for race, easy in self.rests)

    @property
    def rests(self) -> tuple[tuple[date, int], ...]:
        """All races that rest is needed after, each with its easy days."""
        return self.raced if self.race is None else (*self.raced, (self.race, self.easy_after))


@lru_cache(maxsize=32)
def calendar_of(plan: Plan) -> Calendar:
    """Return the calendar of a plan as it is answered now; its first 5K is as it was then.

    A page asks for the same one at every key.
    """
    answers, weeks = plan.answers, range(1, plan.answers.weeks + 1)
    off = frozenset(day for week in weeks for day in plan.days_off(week))
    weak = plan.weak_days()
    raced = plan.raced
    now = calendar(answers, off, weak, raced)
    first = calendar(plan.answers_in(1), off, weak)
    ways_back = (answers.monday(week) for week in weeks if plan.is_way_back(week))
    back = {monday + timedelta(days=each) for monday in ways_back for each in range(7)}
    for each in plan.off:
        back |= {each.last + timedelta(days=day + 1) for day in range(each.easy_after)}
    trials = (
        *(day for day in first.races if first.is_trial(day) and answers.week_of(day) == 1),
        *(day for day in now.races if not now.is_trial(day) or answers.week_of(day) > 1),
    )
    return now._replace(back=frozenset(back), races=frozenset(trials))


def with_races(runs: Calendar, races: Collection[Raced]) -> Calendar:
    """Return a calendar with the easy days after races that it has not, as one that was logged.

    What is raced on the day of one that it has is that one, a 5K against the clock as well; no such
    5K is on one of the easy days.
    """
    known = {*runs.races, *(day for day, _ in runs.rests)}
    logged = tuple(each for each in races if each.day not in known)
    raced = (day for day in runs.races if not runs.is_trial(day) or resting(day, logged) is None)
    return runs._replace(logged=logged, races=frozenset(raced))


def known_races(
    plans: Collection[Plan], logged: Collection[Raced], today: date
) -> tuple[Raced, ...]:
    """Return the races that easy days follow, of plans and as they were logged.

    How far one was is told by what was logged. A 5K that the plan of now has is its own, which
    keeps the day after free.
    """
    now = current(tuple(plans), today)
    others = [each for each in logged if now is None or not calendar_of(now).is_trial(each.day)]
    days = {each.day for each in logged}
    planned = (each for plan in plans for each in plan.races if each.day not in days)
    return (*planned, *others)


def calendar(
    answers: Answers,
    off: frozenset[date] = frozenset(),
    weak: frozenset[date] = frozenset(),
    raced: Collection[Answers] = (),
) -> Calendar:
    """Return the calendar of a plan's answers.

    Args:
        answers: Of the plan.
        off: Days without training.
        weak: Days just after an illness, on which nobody runs a 5K against the clock.
        raced: Answers before them whose race was run.
    """
    runs = Calendar(
        run_days=frozenset(answers.run_days),
        hard_days=frozenset(answers.hard_days) - {answers.long_day},
        long_day=answers.long_day,
        races=frozenset() if answers.race is None else frozenset({answers.race}),
        race=answers.race,
        easy_after=answers.easy_after_race,
        raced=tuple((each.race, each.easy_after_race) for each in raced if each.race is not None),
        off=off,
    )
    return runs._replace(races=runs.races.union(_trial_days(answers, runs, weak, raced)))


def _trial_days(
    answers: Answers, runs: Calendar, weak: frozenset[date], raced: Collection[Answers]
) -> Iterator[date]:
    """Yield the days of the first and of the last 5K.

    A race in the last three weeks is the last one: nobody races a 5K on the legs of it. A week of
    which no run is good for one has no 5K. Who ran one just before needs no first one.
    """
    if not answers.has_first_5k:
        yield from _trial_day(runs, answers.monday(1), weak, 1)
    if not any(each.ends_with_race for each in (*raced, answers)):
        yield from _trial_day(runs, answers.monday(answers.weeks), weak, -1)


def _trial_day(runs: Calendar, monday: date, weak: frozenset[date], way: int) -> Iterator[date]:
    """Yield the run of a week that a 5K takes the place of, the first by `way` 1, the last by -1.

    It is never on the eve of a hard run, of the long run or of the race: where every day is one,
    there is none. The long run itself comes last, and before it a day beside which no session has
    a good one; a hard run gives way before an easy one. The day after it is no good for a session,
    so that one moves, or a week has one less; and the legs should be fresh. Our own rules.
    """

    def is_kept(day: date) -> bool:
        return day == runs.race or runs.is_hard(day) or runs.is_long(day)

    def dislike(day: date) -> tuple[bool, bool, bool, bool]:
        beside = runs._replace(races=runs.races | {day})
        crowded = not any(_good(beside, monday))
        tired = is_kept(day - timedelta(days=1))
        return runs.is_long(day), crowded, not runs.is_hard(day), tired

    days = [day for day in _week(monday) if runs.is_run(day) and day not in weak][::way]
    free = [day for day in days if not is_kept(day + timedelta(days=1))]
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
    if runs.is_trial(day - timedelta(days=1)):
        found.append(Rule.AFTER_TRIAL)
    if runs.is_race(next_day):
        found.append(Rule.RACE)
    elif runs.is_hard(next_day):
        found.append(Rule.QUALITY)
    if runs.is_long(next_day):
        found.append(Rule.LONG)
    if runs.race is not None:
        left = (runs.race - day).days
        if 1 < left < LAST_FAST_DAYS or (1 < left < LAST_HEAVY_DAYS and session.heavy):
            found.append(Rule.TAPER)
    if session.heavy and day in runs.back:
        found.append(Rule.AFTER_ILL)
    soon = any(0 < (day - race).days < AFTER_RACE_DAYS[easy] for race, easy in runs.rests)
    if soon or resting(day, runs.logged) is not None:
        found.append(Rule.AFTER_RACE)
    return tuple(found)


def good_days(runs: Calendar, monday: date, most: int) -> int:
    """Return for how many sessions a week has days that break no rule, up to `most`.

    One at least, where not all days are off; none is on the day of the long run, and one of the
    days without a run stays free.

    Args:
        runs: The calendar.
        monday: The first day of the week, nothing of which was trained yet.
        most: Sessions that are wanted.
    """
    every = [day for day in _week(monday) if day not in runs.off]
    off = {day for day in every if not runs.is_run(day)}
    good = list(_good(runs, monday))
    for number in range(most, 1, -1):
        for days in combinations(good, number):
            apart = all((b - a).days >= APART_DAYS for a, b in pairwise(days))
            if apart and not (off and off <= set(days)):
                return number
    return min(most, 1) if every else 0


def room(runs: Calendar, monday: date, most: int) -> int:
    """Return how many sessions a week can have without breaking a rule, up to `most`; one at least.

    The weeks beside it have theirs on the same days.
    """
    sessions = (PlacedSession(1, 1, day, heavy=False) for day in _week(monday))
    good = [each.day for each in sessions if not broken(each, (), runs)]
    for number in range(most, 1, -1):
        for days in combinations(good, number):
            around = (*days, days[0] + timedelta(days=7))
            if all((b - a).days >= APART_DAYS for a, b in pairwise(around)):
                return number
    return min(most, 1)


def has_room_about_race(
    runs: Calendar, monday: date, weak: Collection[date] = (), *, before: bool
) -> bool:
    """Whether a week has a day for a light session that is not too near the race, nor just after.

    Args:
        runs: The calendar.
        monday: The first day of the week.
        weak: Days just after an illness that are no good for one either, before a long race.
        before: Whether it is to be before the race.
    """
    days = [day for day in _week(monday) if day not in runs.off and day not in weak]
    if before and runs.race is not None:
        days = [day for day in days if day < runs.race]
    light = (PlacedSession(1, 1, day, heavy=False) for day in days)
    return any(not set(ABOUT_RACES).intersection(broken(each, (), runs)) for each in light)


def _good(runs: Calendar, monday: date) -> Iterator[date]:
    """Yield the days of a week on which a session breaks no rule, without that of the long run."""
    for day in _week(monday):
        against = broken(PlacedSession(1, 1, day, heavy=False), (), runs)
        if not (against or day in runs.off or runs.is_long(day)):
            yield day


def _week(monday: date) -> list[date]:
    return [monday + timedelta(days=each) for each in range(7)]
