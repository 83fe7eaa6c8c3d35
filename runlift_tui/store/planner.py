"""What sessions are planned by, out of a data folder: who trains, what is behind them, the plan."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.pain import stopped_after
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.resolve import is_shipped, resolve
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.runs.raced import EASY_AFTER_LONG, Raced, easy_day
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.choices import Choices, suggested
from runlift_tui.core.setup.coming import (
    ComingSession,
    Which,
    which_comes,
    which_now,
    why_fewer,
)
from runlift_tui.core.setup.planning import Situation, planned_session, stage_of
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.home.would_be import WouldBe
    from runlift_tui.core.plan.own import Own
    from runlift_tui.core.plan.plan import Plan
    from runlift_tui.core.plan.today import PlanDay


class Planner:
    """This moment of a data folder, as far as a session that is about to start needs it."""

    def __init__(self, store: Store, shelf: Callable[[], Shelf]) -> None:
        """Read the history in brief; it counts from now on.

        Args:
            store: The data folder.
            shelf: Returns the exercises and routines that there are, or those that may be needed.
        """
        self.store = store
        self.clock = store.clock
        self.facts = store.facts()
        self._shelf = shelf
        self._plan_day: tuple[object, PlanDay | None] | None = None
        self._logged: tuple[date, tuple[Raced, ...]] | None = None

    @property
    def athlete(self) -> Athlete:
        """Who trains here."""
        return self.store.desk.athlete()

    @property
    def stopped(self) -> str:
        """What a stop sign holds back, in a sentence; empty where none stands."""
        return stopped_after(self.facts.outings)

    def now(self) -> int:
        """Return this moment, milliseconds since the epoch."""
        return self.clock.stamp().utc_ms

    def situation(self) -> Situation:
        """Return all that a session is planned by, but for what the athlete chooses."""
        now, day = self.now(), self.plan_day()
        return Situation(
            athlete=self.athlete,
            shelf=self._shelf(),
            facts=self.facts,
            now=now,
            utc_offset_min=self.clock.utc_offset_min(now),
            lead_in_s=self.store.desk.preferences().lead_in_s,
            week=None if day is None else day.week,
            easy_day=easy_day(self.store.today(), self.races()),
        )

    def coming_situation(self, plan: "Plan | None" = None) -> Situation:
        """Return the same in the week of the session that comes.

        Args:
            plan: Where it is the only one, kept or not; None for those that there are.
        """
        found, day = self.situation(), self.plan_day()
        if plan is not None and (day is None or day.plan != plan):
            from runlift_tui.core.plan.today import plan_day

            day = plan_day((plan,), found.facts, found.now, found.utc_offset_min, self.races())
        coming = self.which_comes().day or self.store.today()
        easy = easy_day(coming, self.races())
        week = None if day is None else day.coming_week
        return structs.replace(found, week=week, easy_day=easy)

    def start_of(self, choices: Choices) -> Started:
        """Return the session that was chosen as it begins this very moment, under its own id.

        Raises:
            Refused: there is no such routine, or one of its exercises is gone.
        """
        found = self.situation()
        return planned_session(choices, found, new_id(found.now))

    def usual(self) -> Choices:
        """Return what home suggests."""
        athlete = self.athlete
        return suggested(athlete.routine, athlete.level, self._shelf())[0]

    def coming(self, choices: Choices | None = None) -> ComingSession:
        """Return the session that comes, which every place shows.

        Args:
            choices: As the athlete has it; None for what home suggests.

        Raises:
            Refused: there is no such routine, or one of its exercises is gone.
        """
        choices = self.usual() if choices is None else choices
        found = self.coming_situation()
        return ComingSession(
            which=self.which_comes(),
            start=planned_session(choices, found, new_id(found.now)),
            fewer=why_fewer(found, choices.routine, choices.level),
        )

    def coming_line(self) -> tuple[str, str]:
        """Return it with its routine: "next", "Tue 1 Dec, week 6, Minimal dose, 17 min: ...".

        It is empty where none can be; while a stop sign stands none comes.
        """
        try:
            return ("", "") if self.stopped else self.coming().line_of_whose
        except Refused:
            return "", ""

    def which_comes(self) -> Which:
        """Return which session comes."""
        last, races = self.facts.last_day, self.races()
        return which_comes(self.store.today(), last, self.plan_day(), races)

    def races(self) -> tuple[Raced, ...]:
        """Return the races of late, logged or planned, and those to come."""
        today, plans = self.store.today(), self.store.desk.plans()
        if self._logged is None or self._logged[0] != today:
            since = today - timedelta(days=EASY_AFTER_LONG)
            self._logged = today, self.store.runs.races(since)
        logged = self._logged[1]
        if not plans:
            return logged  # and nothing of plans needs to be imported
        from runlift_tui.core.plan.rules import known_races

        return known_races(plans, logged, today)

    def which_now(self) -> Which:
        """Return which session would begin this very moment."""
        return which_now(self.plan_day())

    def own(self, plan: "Plan") -> "Own | None":
        """Return what a session of a plan's week is to the athlete; None where it is the plan's.

        A plan that is over keeps its own. One that is not kept yet has what it will have then.
        """
        if plan.is_over(self.store.today()):
            return None
        from runlift_tui.core.setup.pace import own_session

        choices, shelf, found = self.usual(), self._shelf(), self.coming_situation(plan)
        try:
            start = planned_session(choices, found, "")
            written = resolve(choices.routine, choices.level, stage_of(found), shelf)
        except Refused:
            return None
        ships = is_shipped(choices.routine, shelf)
        return own_session(start, stage_of(found), written, ships=ships)

    def plan_day(self) -> "PlanDay | None":
        """Return the plan as it stands today; None where none is under way or still to begin."""
        plans = self.store.desk.plans()
        if not plans:
            return None  # and nothing of plans needs to be imported
        from runlift_tui.core.plan.today import plan_day

        now = self.now()
        offset = self.clock.utc_offset_min(now)
        races = self.races()
        key = (plans, races, (now // 60_000 + offset) // 1440)
        if self._plan_day is None or self._plan_day[0] != key:
            self._plan_day = key, plan_day(plans, self.facts, now, offset, races)
        return self._plan_day[1]


def sessions_of_levels(planner: Planner) -> "dict[Level, WouldBe]":
    """Return what a session of each level would be now; none of one that cannot be."""
    from runlift_tui.core.home.would_be import would_be

    routine, found = planner.usual().routine, planner.situation()
    told = {}
    for level in Level:
        try:
            start = planned_session(Choices(routine=routine, level=level), found, "")
        except Refused:
            continue
        told[level] = would_be(start, is_first=not found.facts.sessions)
    return told


def coming_in_brief(planner: Planner) -> str:
    """Return when the session that comes is, "next: Tue 1 Dec, 28 min"; empty where none can be."""
    try:
        return "" if planner.stopped else planner.coming().brief
    except Refused:
        return ""


def early(planner: Planner) -> str:
    """Return what speaks against training already today; empty where it is time.

    While a stop sign stands it alone is told.
    """
    from runlift_tui.core.home.next_session import early_words

    if planner.stopped:
        return ""
    last, races = planner.facts.last_day, planner.races()
    return early_words(planner.store.today(), last, planner.plan_day(), races)
