"""The session that comes: which one it is, in one phrase, and what it is begun with.

Home, the levels, the routines and their editor, the plan, the card and the command line all show
it; what begins this very moment may be another one, and says so in the same phrase.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from runlift_tui.core.routines.as_it_ships import as_it_ships
from runlift_tui.core.routines.levels import FEW_AT_FIRST, GENTLE_ROUNDS, Level
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.runs.raced import Raced, rested
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.fit import in_brief, minutes_of
from runlift_tui.core.setup.landings import APART
from runlift_tui.core.setup.planning import Situation, as_planned, is_gentle, one_more
from runlift_tui.core.words.days import day_words

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import PlanDay


ONE_MORE = "one round more than any session so far, at most (our own rule)"
LIGHT = "easier than you wrote it, in a light week"


class Which(Struct, frozen=True, kw_only=True):
    """Which session one is; wherever one is drawn its words stand."""

    day: date | None = None
    """When it is; None for today."""
    is_first_day: bool = False
    """Whether any day from that one on is as good."""
    week: int | None = None
    """Of the plan, from 1; None where none is under way."""
    after_plan: bool = False
    """Whether it is the first one behind a plan that has none to come."""
    is_far: bool = False
    """Whether it is a week away or more, so that a weekday alone names another day."""

    @property
    def label(self) -> str:
        """The first word of it: "today" or "next"."""
        return "today" if self.day is None else "next"

    @property
    def when(self) -> str:
        """The rest of it: "Tue 1 Dec, week 6", "from Tue 1 Dec on"; empty for a plain today."""
        day = "" if self.day is None else day_words(self.day)
        week = "" if self.week is None else f"week {self.week}"
        found = (f"from {day} on" if self.is_first_day else day, week)
        return ", ".join(filter(None, (*found, "after the plan" if self.after_plan else "")))

    @property
    def words(self) -> str:
        """All of it: "next, Tue 1 Dec, week 6", "today"."""
        return ", ".join(filter(None, (self.label, self.when)))

    @property
    def word(self) -> str:
        """It in large letters: "Next Tue"; empty for today."""
        if self.day is None:
            return ""
        return f"Next {self.day.day} {self.day:%b}" if self.is_far else f"Next {self.day:%a}"


def which_now(plan: "PlanDay | None") -> Which:
    """Return which session begins this very moment.

    Args:
        plan: As it stands; None without one.
    """
    week = None if plan is None else plan.week
    return Which(week=None if week is None else week.number)


def which_comes(
    today: date,
    last: date | None,
    plan: "PlanDay | None" = None,
    races: Collection[Raced] = (),
) -> Which:
    """Return which session comes: by the plan's days, else 48 hours after the last one.

    Behind a plan and without one it is after the easy days of a race, too.

    Args:
        today: The athlete's own day.
        last: On which they trained last; None where they never did.
        plan: As it stands; None without one. Before it begins it has no say.
        races: Of late, logged or planned.
    """
    apart = today if last is None else max(today, last + APART)
    if plan is None or plan.week is None:
        day = rested(apart, races)
        is_far = day >= today + timedelta(days=7)
        return Which(day=day, is_first_day=True, is_far=is_far) if day > today else Which()
    coming = plan.next
    if coming is None:
        behind = plan.plan.last_day + timedelta(days=1)
        day = rested(max(apart, behind), races)
        is_far = day >= today + timedelta(days=7)
        return Which(day=day, is_first_day=True, after_plan=True, is_far=is_far)
    is_far = coming.day >= today + timedelta(days=7)
    return Which(day=coming.day if coming.day > today else None, week=coming.week, is_far=is_far)


class ComingSession(Struct, frozen=True, kw_only=True):
    """A session that is still to begin, and which one it is."""

    which: Which = Which()
    start: Started
    fewer: str = ""
    """Why it has less than its week of the plan, or than was written; empty where it has not."""

    @property
    def line(self) -> tuple[str, str]:
        """It in a line: "next", "Tue 1 Dec, week 6, 34 min: 2 rounds, B1 8 each leg"."""
        told = (self.which.when, in_brief(self.start))
        return self.which.label, ", ".join(filter(None, told))

    @property
    def brief(self) -> str:
        """It in a few words: "next: Tue 1 Dec, week 6, 34 min", "today: 28 min"."""
        told = ", ".join(filter(None, (self.which.when, f"{minutes_of(self.start)} min")))
        return f"{self.which.label}: {told}"

    @property
    def line_of_whose(self) -> tuple[str, str]:
        """The same with its routine, and the reason where it has fewer rounds than its week.

        It stands beside a week's or a level's own figures, which may be another routine's.
        """
        told = ", ".join(filter(None, (self.which.when, self.start.routine.name)))
        text = f"{told}, {in_brief(self.start)}"
        return self.which.label, f"{text}; {self.fewer}" if self.fewer else text


def why_fewer(found: Situation, routine: str, level: Level) -> str:
    """Return why a session has less than its week of the plan, or than was written; empty if not.

    Args:
        found: By what it is planned.
        routine: Its id.
        level: Its own.
    """
    if found.easy_day:
        return found.easy_day
    if found.week is None:
        return ""
    mine = found.shelf.routines.get(routine)
    if mine is not None and mine.routine is not None:
        return why_own_is_easier(mine.routine, found, level)
    return _few(found, level) if routine in SHIPPED else ""


def why_own_is_easier(own: Routine, found: Situation, level: Level) -> str:
    """Return why a routine as the athlete wrote it is done with less; empty where it is not.

    Args:
        own: As it is written.
        found: By what it is planned.
        level: Its own.
    """
    ships = as_it_ships(own, level)
    as_planned_ = as_planned(own, found, level)
    theirs = [
        (was, now)
        for was, now in zip(own.blocks, as_planned_.blocks, strict=True)
        if was.id not in ships.blocks
    ]
    slots = zip(own.slots(), as_planned_.slots(), strict=True)
    lighter = any(was.rounds != now.rounds for was, now in theirs) or any(
        was != now for (_, was), (_, now) in slots if was.label not in ships.slots
    )
    if lighter:
        return LIGHT
    return _few(found, level) if ships.blocks else ""


def _few(found: Situation, level: Level) -> str:
    """Return why rounds that ship are fewer than the week's; empty where they are not."""
    rounds = 0 if found.week is None else found.week.rounds
    if rounds > GENTLE_ROUNDS and is_gentle(found, level):
        return FEW_AT_FIRST
    most = one_more(found)
    return ONE_MORE if most is not None and rounds > most else ""
