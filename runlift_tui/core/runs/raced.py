"""The days after a race, planned or logged: no hard run, no jumps, no heavy session.

How many there are goes by how far it was; the numbers are our own rule.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.runs.run import Run, RunKind
from runlift_tui.core.words.days import day_words

EASY_AFTER_SHORT, EASY_AFTER_LONG = 3, 7
"""Easy days after a race of 5 or 10 km, and after a longer one: our own rule."""
SHORTEST_M, SHORT_M = 2_500.0, 10_500.0
"""What is raced over less is as a hard run; a watch may make 10.5 km of a race of ten."""
SHORT_S = 75 * 60
"""Of a race that says no distance, so long a one is at most a short one."""


class Raced(NamedTuple):
    """A race, run or planned."""

    day: date
    easy: int
    """Easy days after it."""

    @property
    def until(self) -> date:
        """The last of its easy days."""
        return self.day + timedelta(days=self.easy)

    def rests_on(self, day: date) -> bool:
        """Whether a day is its own, or one of the easy days after it."""
        return self.day <= day <= self.until

    def words_on(self, day: date) -> str:
        """Return what a day is by it: "easy until Wed 2 Dec after the race of Sun 29 Nov"."""
        if day == self.day:
            return "a race today"
        return f"easy until {day_words(self.until)} after the race of {day_words(self.day)}"


def raced(runs: Iterable[Run]) -> tuple[Raced, ...]:
    """Return the races among runs that easy days follow.

    Args:
        runs: As they were logged; a trial is among them, as a race.
    """
    races = (run for run in runs if run.kind is RunKind.RACE)
    return tuple(Raced(run.day, easy) for run in races if (easy := _easy_after(run)))


def _easy_after(run: Run) -> int:
    if run.metres is None:
        is_short = (run.seconds or 0) <= SHORT_S
    elif run.metres < SHORTEST_M:
        return 0
    else:
        is_short = run.metres <= SHORT_M
    return EASY_AFTER_SHORT if is_short else EASY_AFTER_LONG


def resting(day: date, races: Collection[Raced]) -> Raced | None:
    """Return the race that makes a day an easy one, the one that does so longest; None for none."""
    found = [each for each in races if each.rests_on(day)]
    return max(found, key=lambda each: each.until, default=None)


def easy_day(day: date, races: Collection[Raced]) -> str:
    """Return why a day is an easy one after a race; empty where it is none."""
    race = resting(day, races)
    return "" if race is None else race.words_on(day)


def rested(day: date, races: Collection[Raced]) -> date:
    """Return the first day from `day` on that is no easy one after a race."""
    while (race := resting(day, races)) is not None:
        day = race.until + timedelta(days=1)
    return day
