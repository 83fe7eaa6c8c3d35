"""What sessions are planned by, out of a data folder: who trains, what is behind them, the plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import FEW_AT_FIRST, GENTLE_ROUNDS
from runlift_tui.core.routines.resolve import is_shipped
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.choices import Choices, suggested
from runlift_tui.core.setup.fit import in_brief
from runlift_tui.core.setup.planning import Situation, is_gentle, planned_session, stage_of
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.store import Store

if TYPE_CHECKING:
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

    @property
    def athlete(self) -> Athlete:
        """Who trains here."""
        return self.store.desk.athlete()

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
        )

    def start_of(self, choices: Choices) -> Started:
        """Return the session that was chosen, under an id of its own.

        Raises:
            Refused: there is no such routine, or one of its exercises is gone.
        """
        found = self.situation()
        return planned_session(choices, found, new_id(found.now))

    def suggested(self) -> Started:
        """Return the session that home would begin today.

        Raises:
            Refused: it cannot be begun.
        """
        athlete = self.athlete
        return self.start_of(suggested(athlete.routine, athlete.level, self._shelf())[0])

    def next_in_brief(self) -> str:
        """Return the session after today's in a line, by the week that it is in."""
        athlete = self.athlete
        try:
            choices = suggested(athlete.routine, athlete.level, self._shelf())[0]
            return in_brief(self.next_of(choices))
        except Refused:
            return ""

    def next_of(self, choices: Choices) -> Started:
        """Return the session that comes next as it was chosen, by the week that it is in.

        Raises:
            Refused: there is no such routine, or one of its exercises is gone.
        """
        day, found = self.plan_day(), self.situation()
        if day is not None:
            found = structs.replace(found, week=day.next_week or day.week)
        return planned_session(choices, found, new_id(found.now))

    def in_brief(self) -> str:
        """Return the session that home would begin today in a line; empty where none can be."""
        try:
            return in_brief(self.suggested())
        except Refused:
            return ""

    def coming(self) -> str:
        """Return the same with the reason where it has fewer rounds than its week."""
        brief, day = self.in_brief(), self.plan_day()
        week, athlete = None if day is None else day.week, self.athlete
        if not brief or week is None or week.rounds <= GENTLE_ROUNDS:
            return brief
        if not is_shipped(athlete.routine, self._shelf()):
            return brief
        gentle = is_gentle(self.situation(), athlete.level)
        return f"{brief}; {FEW_AT_FIRST}" if gentle else brief

    def pace(self, plan: "Plan") -> float:
        """Return the athlete's own minutes of a session as a share of a plan's.

        A plan that is over keeps its own.
        """
        if plan.is_over(self.store.today()):
            return 1.0
        from runlift_tui.core.setup.pace import pace_of

        try:
            return pace_of(self.suggested(), stage_of(self.situation()))
        except Refused:
            return 1.0

    def plan_day(self) -> "PlanDay | None":
        """Return the plan as it stands today; None where none is under way or still to begin."""
        plans = self.store.desk.plans()
        if not plans:
            return None  # and nothing of plans needs to be imported
        from runlift_tui.core.plan.today import plan_day

        now = self.now()
        offset = self.clock.utc_offset_min(now)
        key = (plans, (now // 60_000 + offset) // 1440)
        if self._plan_day is None or self._plan_day[0] != key:
            self._plan_day = key, plan_day(plans, self.facts, now, offset)
        return self._plan_day[1]
