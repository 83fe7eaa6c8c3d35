"""A plan of nine weeks: what the athlete answered, and what they changed in it by hand.

Everything else about a plan follows from these and from what was done since, so nothing of that
is kept. Days are the athlete's own calendar days; weeks begin on a Monday.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct, structs

from runlift_tui.core.lists.undo import Replaced
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.runs.raced import EASY_AFTER_LONG, EASY_AFTER_SHORT, Raced
from runlift_tui.core.words.days import day_words

WEEKS, MOST_WEEKS = 9, 12
"""As long as the study behind the article; a race or time off may ask for more, as far as studies
went (eight to twelve weeks: Balsalobre-Fernández 2016 J Strength Cond Res 30:2361–2368)."""
MOST_KEPT = 32
"""Weeks for which one session a week kept strength where the load stayed, in a review (Spiering
2021 J Strength Cond Res 35:1449–1458): so many a race far away may put between."""
LONGEST = MOST_WEEKS + MOST_KEPT
_COUNTS = {9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}
METRES_PER_MILE = 1609.344


class RaceDistance(StrEnum):
    """How far a race is; an old plan does not say."""

    FIVE = "5K"
    TEN = "10K"
    HALF = "half"
    MARATHON = "marathon"
    OTHER = "other"


_LAST_SESSION = timedelta(days=3)
"""A race less than so many days after a Monday is led to by the week before."""
AROUND = timedelta(days=14)
"""A 5K so long before a plan still counts as its first, and so long after as its last: our own
rule."""
SHORT_RACES = (RaceDistance.FIVE, RaceDistance.TEN)
_AFTER_RACE = 2
"""In so few weeks after a race nobody tapers for another one, nor races a 5K: our own rule."""


class Answers(Struct, frozen=True, kw_only=True):
    """What a plan is made of. Weekdays count from Monday, 0."""

    level: Level
    start: date
    """A Monday."""
    metres: float
    """Run in a usual week, before the plan."""
    pace_s: float
    """Seconds for a kilometre in a usual week."""
    run_days: tuple[int, ...]
    hard_days: tuple[int, ...] = ()
    """Of the run days, those with a hard run."""
    long_day: int | None = None
    race: date | None = None
    race_distance: RaceDistance | None = None
    """None where nobody was asked: then the race counts as a long one."""
    sessions: int = 2
    """Strength sessions that a week may have."""
    in_miles: bool = False
    """Whether the athlete counts in miles."""
    stage: int = ALL_SLOTS
    """How far along the beginner's path the first week is."""
    weeks: int = WEEKS
    """How long the plan is."""
    first_5k: date | None = None
    """When a 5K was run that takes the place of the one in its first week."""

    @property
    def has_first_5k(self) -> bool:
        """Whether a 5K that was run already is near enough to be the plan's first."""
        return self.first_5k is not None and self.start - AROUND <= self.first_5k

    @property
    def easy_after_race(self) -> int:
        """Days without a hard or a long run after the race; longest where nobody said how far."""
        return EASY_AFTER_SHORT if self.race_distance in SHORT_RACES else EASY_AFTER_LONG

    def rests_on(self, day: date) -> bool:
        """Whether a day is one of the easy days after the race."""
        return self.race is not None and 0 < (day - self.race).days <= self.easy_after_race

    @property
    def easy_percent(self) -> int:
        """Of the usual minutes, how many are easy ones: none of the hard runs or the long run.

        Which day has how many is not asked. Our own rule: all days alike, the long run half as
        much again.
        """
        runs, kept = set(self.run_days), {*self.hard_days, self.long_day}
        easy, half = len(runs - kept), self.long_day in runs
        return 200 * easy // (2 * len(runs) + half) if runs else 0

    @property
    def usual_min(self) -> int:
        """Minutes of running in a usual week: the hours of which the plan makes its share."""
        return round(self.metres / 1000 * self.pace_s / 60)

    @property
    def miles(self) -> float:
        """Miles in a usual week."""
        return self.metres / METRES_PER_MILE

    def left_of(self, off: Collection[date]) -> float:
        """Return what of a week's running days off leave, 0 to 1, the long run half as much again.

        Args:
            off: Of one week.
        """

        def weight(days: set[int]) -> int:
            return 2 * len(days) + (self.long_day in days)

        whole, gone = set(self.run_days), {day.weekday() for day in off}
        return weight(whole - gone) / weight(whole) if whole else 0.0

    @property
    def end(self) -> date:
        """The last day, a Sunday."""
        return self.start + timedelta(days=7 * self.weeks - 1)

    @property
    def length(self) -> str:
        """How long the plan is, in words: "nine weeks"."""
        return f"{_COUNTS.get(self.weeks, self.weeks)} weeks"

    @property
    def race_week(self) -> int:
        """The week that the taper leads to, counted from 1; 0 without a race.

        It is the race's own, or the one before it where that has the days for the last session,
        four or five days before the race: up to a Wednesday.
        """
        return 0 if self.race is None else self.week_of(self.race - _LAST_SESSION)

    @property
    def ends_with_race(self) -> bool:
        """Whether the race is the last one: there is no taper after it, and no last 5K."""
        return self.race is not None and self.week_of(self.race) >= self.weeks - _AFTER_RACE

    def monday(self, week: int) -> date:
        """Return the first day of a week, counted from 1."""
        return self.start + timedelta(weeks=week - 1)

    def week_of(self, day: date) -> int:
        """Return the week that a day belongs to: 0 or less before the plan, over 9 after it."""
        return (day - self.start).days // 7 + 1


def long_enough(answers: Answers, longer: int = 0) -> Answers:
    """Return answers with as many weeks as they ask for: nine, and more up to a race after them.

    A race further away than the longest plan changes nothing; the form refuses it.

    Args:
        answers: As typed.
        longer: By how many weeks time off makes the plan longer.
    """
    race = 0 if answers.race is None else answers.week_of(answers.race)
    weeks = max(min(MOST_WEEKS, WEEKS + longer), race if race <= LONGEST else 0)
    return structs.replace(answers, weeks=weeks)


class WeekChange(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete changed in one week; None is as planned."""

    week: int
    sessions: int | None = None
    rounds: int | None = None
    reps: tuple[int, int] | None = None
    """B1, each leg."""
    rir: tuple[int, int] | None = None
    rung: int | None = None
    """Steps of B2 above the level's own rung."""
    percent: int | None = None
    """Of the usual hours, how many strength work may take the place of."""
    run_min: int | None = None
    """Minutes of running before any are taken out."""
    days: tuple[int, ...] | None = None
    """Weekdays of the sessions."""


OFF_WEEK_DAYS = 4
"""Days off from which a week is none of training, and none of the table: our own rule."""
MOST_EASY_AFTER_ILL = 7
"""Easy days after an illness are as many as it had, and no more than these: our own rule."""


class TimeOff(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Days without training, both ends among them."""

    first: date
    last: date
    ill: bool = False
    """Whether by illness, after which a light week leads back; by a holiday otherwise."""
    weeks: int = 0
    """By how many weeks the plan is longer for it."""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    @property
    def easy_after(self) -> int:
        """For how many days after an illness nobody runs hard or long, or lifts near the limit."""
        return min(self.days, MOST_EASY_AFTER_ILL) if self.ill else 0

    @property
    def words(self) -> str:
        """Until when it is: "ill until Sun 6 Dec"."""
        return f"{self.kind} until {day_words(self.last)}"

    @property
    def kind(self) -> str:
        """What it is in a word: "ill", "off"."""
        return "ill" if self.ill else "off"


class Earlier(Struct, frozen=True, kw_only=True):
    """What had been answered before it was changed under way."""

    until: date
    """The Monday from which the next answers hold."""
    answers: Answers

    @property
    def has_raced(self) -> bool:
        """Whether their race was run; one that was put off was not."""
        return self.answers.race is not None and self.answers.race < self.until


class Plan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One plan, as the library keeps it."""

    id: str
    answers: Answers
    changes: tuple[WeekChange, ...] = ()
    """By hand, at most one a week."""
    ended: date | None = None
    """The day on which the athlete ended it early."""
    utc_offset_min: int = 0
    """Minutes that the athlete's clock was ahead of UTC when it was made."""
    earlier: tuple[Earlier, ...] = ()
    """Oldest first; weeks that lie behind stay as they were planned."""
    off: tuple[TimeOff, ...] = ()
    """Oldest first."""

    def answers_in(self, week: int) -> Answers:
        """Return the answers that a week follows from; its number is that of today's answers."""
        now = self.answers
        found = next((e.answers for e in self.earlier if now.monday(week) < e.until), now)
        return structs.replace(found, start=now.start, weeks=now.weeks)

    @property
    def raced(self) -> tuple[Answers, ...]:
        """The answers with a race that was run before another one, or none, took its place."""
        found = (each.answers for each in self.earlier if each.has_raced)
        others = (each for each in found if each.race != self.answers.race)
        now = self.answers
        return tuple(structs.replace(e, start=now.start, weeks=now.weeks) for e in others)

    @property
    def races(self) -> tuple[Raced, ...]:
        """Its races, oldest first; one that it was ended before is none."""
        every = (*self.raced, self.answers)
        found = [Raced(e.race, e.easy_after_race) for e in every if e.race is not None]
        return tuple(each for each in found if self.ended is None or each.day <= self.ended)

    @property
    def ends_with_race(self) -> bool:
        """Whether a race is the last one: there is no taper after it, and no last 5K."""
        return any(each.ends_with_race for each in (*self.raced, self.answers))

    def days_off(self, week: int, *, ill: bool = False) -> frozenset[date]:
        """Return the days off in a week; with `ill` those of illness only."""
        days = (self.answers.monday(week) + timedelta(days=each) for each in range(7))
        off = [each for each in self.off if each.ill or not ill]
        return frozenset(day for day in days if any(day in each for each in off))

    def is_off(self, week: int) -> bool:
        """Whether most of a week is off, so that no step of the table is taken in it."""
        return len(self.days_off(week)) >= OFF_WEEK_DAYS

    def is_way_back(self, week: int) -> bool:
        """Whether a week leads back to training after an illness of as many days as an off week.

        It is the one in which that ends, unless it is off itself, and each that begins with more
        than the last of the easy days after it: so it leads back from a Wednesday as from a Sunday.
        """
        if week < 2 or self.is_off(week):
            return False
        monday = self.answers.monday(week)
        back = (
            -each.easy_after < (each.last - monday).days < 7
            for each in self.off
            if each.ill and each.days >= OFF_WEEK_DAYS
        )
        return self.is_ill(week - 1) or any(back)

    def is_ill(self, week: int) -> bool:
        """Whether most of a week is an illness."""
        return len(self.days_off(week, ill=True)) >= OFF_WEEK_DAYS

    def weak_days(self) -> frozenset[date]:
        """Return the days just after an illness, as many as it had: no race is on one of them.

        The week that leads back is among them: our own rule.
        """
        found: set[date] = set()
        for off in self.off:
            length = min(off.days, (self.answers.end - off.last).days)
            found |= {off.last + timedelta(days=n + 1) for n in range(length * off.ill)}
        for week in range(2, self.answers.weeks + 1):
            if self.is_way_back(week):
                monday = self.answers.monday(week)
                found |= {monday + timedelta(days=each) for each in range(7)}
        return frozenset(found)

    def change(self, week: int) -> WeekChange:
        """Return what was changed in a week."""
        found = (each for each in self.changes if each.week == week)
        return next(found, WeekChange(week=week))

    @property
    def last_day(self) -> date:
        """The last day of it: its ninth Sunday, or the day on which it was ended."""
        return self.answers.end if self.ended is None else min(self.ended, self.answers.end)

    def is_over(self, today: date) -> bool:
        """Whether nothing more is to come of it."""
        return self.ended is not None or today > self.answers.end


class PlanEdit(Replaced[Plan | None], frozen=True, kw_only=True):
    """One change of the plans; one that is None is taken out, or was not there."""

    table: str = "plans"


def changed(plan: Plan, change: WeekChange, told: str) -> PlanEdit:
    """Return the edit that puts a change of one week into a plan."""
    others = [each for each in plan.changes if each.week != change.week]
    if change != WeekChange(week=change.week):
        others.append(change)
    after = structs.replace(plan, changes=tuple(sorted(others, key=lambda each: each.week)))
    return PlanEdit(id=plan.id, before=plan, after=after, told=told)


def begun(plan: Plan) -> PlanEdit:
    """Return the edit that adds a plan."""
    told = f"The plan begins on {day_words(plan.answers.start)}"
    return PlanEdit(id=plan.id, before=None, after=plan, told=told)


def ended(plan: Plan, today: date) -> PlanEdit:
    """Return the edit that ends a plan today; one that has not begun yet is taken out."""
    if today < plan.answers.start:
        return PlanEdit(id=plan.id, before=plan, after=None, told="The plan is taken out")
    after = structs.replace(plan, ended=today)
    return PlanEdit(id=plan.id, before=plan, after=after, told="The plan is ended")


def opened(plans: "tuple[Plan, ...]", today: date) -> "tuple[Plan, ...]":
    """Return stored plans with as many weeks as their races ask for.

    One of an older RunLift has nine whatever its race: while it is not over, and no other plan
    follows at once, it leads to the race as a new one would. What is over stays as it was.
    """
    starts = [plan.answers.start for plan in plans]

    def lengthened(plan: Plan) -> Plan:
        answers = long_enough(plan.answers, sum(each.weeks for each in plan.off))
        follows = any(plan.answers.start < start <= answers.end for start in starts)
        if plan.is_over(today) or follows or answers.weeks <= plan.answers.weeks:
            return plan
        return structs.replace(plan, answers=answers)

    return tuple(map(lengthened, plans))


def current(plans: "tuple[Plan, ...]", today: date) -> Plan | None:
    """Return the plan that is under way or still to begin, or None; the earliest of several."""
    open_ = [plan for plan in plans if not plan.is_over(today)]
    return min(open_, key=lambda plan: plan.answers.start, default=None)
