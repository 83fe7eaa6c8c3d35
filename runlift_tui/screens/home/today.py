"""What home and the choices before a session share: the athlete, the facts, the suggestion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.athlete import Athlete, gear_of, standing_of
from runlift_tui.core.athlete.gates import Rung
from runlift_tui.core.athlete.held_back import Allowed, allowed
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.live import Live
from runlift_tui.core.setup.choices import Choices, suggested
from runlift_tui.core.setup.planning import planned_session
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import HomeLines, PlanDay


class Today:
    """This moment, as far as the screens before a session need it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.athlete = store.desk.athlete()
        self.facts = store.facts()
        self.unfinished: Unfinished | None = store.sessions.unfinished()
        self.notice = ""
        """Why the routine that was chosen last is not the suggestion."""
        self.choices = self._suggested()
        self._plan_day: tuple[object, PlanDay | None] | None = None

    def _suggested(self) -> Choices:
        athlete = self.athlete
        choices, self.notice = suggested(athlete.routine, athlete.level, self.store.desk.shelf())
        return choices

    def now(self) -> int:
        """Return this moment, milliseconds since the epoch."""
        return self.clock.stamp().utc_ms

    def planned(self, choices: Choices | None = None) -> Started:
        """Return the session that is suggested, or the one that was chosen."""
        now = self.now()
        chosen = self.choices if choices is None else choices
        day = self.plan_day()
        return planned_session(
            chosen,
            self.facts,
            self.store.desk.shelf(),
            id_=new_id(now),
            now=now,
            utc_offset_min=self.clock.utc_offset_min(now),
            standing=standing_of(self.athlete, chosen.level),
            gear=gear_of(self.athlete),
            lead_in_s=self.store.desk.preferences().lead_in_s,
            week=None if day is None else day.week,
        )

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

    def plan_lines(self, start: Started) -> "HomeLines | None":
        """Return what home says of the plan beside the session that it suggests."""
        plans = self.store.desk.plans()
        if not plans:
            return None
        from runlift_tui.core.plan.today import home_lines, over_lines

        day, athlete = self.plan_day(), self.athlete
        if day is None:
            return over_lines(plans, self.store.today())
        return home_lines(
            day, start.routine, start.exercises, self.facts, athlete.weights, athlete.unit
        )

    def rung(self) -> Rung:
        """Return where B2 stands on its ladder today."""
        return self.allowed().rung

    def allowed(self) -> Allowed:
        """Return what the gates let the athlete do today."""
        library, outings, now = self.store.desk.shelf().exercises(), self.facts.outings, self.now()
        standing, day = standing_of(self.athlete), self.plan_day()
        if day is not None and day.week is not None:
            from runlift_tui.core.plan.todays_session import climbed

            standing = climbed(standing, day.week, outings, library, now)
        return allowed(standing, outings, library, now)

    def keep(self, athlete: Athlete) -> None:
        """Remember who trains here."""
        self.athlete = athlete
        self.choices = self._suggested()
        self.store.desk.keep_athlete(athlete)

    def remember(self, routine: str) -> None:
        """Suggest this routine from now on; the other choices stay as they are."""
        self.athlete = structs.replace(self.athlete, routine=routine)
        self.store.desk.keep_athlete(self.athlete)

    def walked(self) -> tuple[Live, int]:
        """Return the unfinished session at this moment, and what turns its time into wall time.

        Raises:
            ValueError: there is none.
        """
        if self.unfinished is None:
            raise ValueError("nothing is unfinished")
        stamp = self.clock.stamp()
        live, _, _ = self.unfinished.live.walked(stamp)
        offset = self.clock.utc_offset_min(stamp.utc_ms) * 60_000
        return live, stamp.utc_ms - live.session.at + offset

    def may_resume(self) -> bool:
        """Whether there is an unfinished session that may be gone on with here."""
        return self.unfinished is not None and not self.store.only_looking

    def discard(self, done: Callable[[str], object]) -> Unfinished | None:
        """Set the unfinished session aside, and return it; `done` as for `Store.discard`."""
        gone, self.unfinished = self.unfinished, None
        if gone is not None:
            self.store.sessions.discard(gone, done)
        return gone

    def bring_back(self, unfinished: Unfinished, done: Callable[[str], object]) -> None:
        """Undo a discard; `done` as for `Store.discard`."""
        self.store.sessions.bring_back(unfinished, done)
        self.unfinished = unfinished
