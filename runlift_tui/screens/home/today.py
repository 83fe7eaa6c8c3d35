"""What home and the choices before a session share: the athlete, the facts, the suggestion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.gates import Rung
from runlift_tui.core.athlete.held_back import Allowed
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.live import Live
from runlift_tui.core.setup.choices import Choices, suggested
from runlift_tui.core.setup.planning import allowed_in
from runlift_tui.store.planner import Planner
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import HomeLines


class Today(Planner):
    """This moment, as far as the screens before a session need it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, store.desk.shelf)
        self.unfinished: Unfinished | None = store.sessions.unfinished()
        self.notice = ""
        """Why the routine that was chosen last is not the suggestion."""
        self.choices = self._suggested()

    def _suggested(self) -> Choices:
        shelf, athlete = self.store.desk.shelf(), self.athlete
        choices, self.notice = suggested(athlete.routine, athlete.level, shelf)
        return choices

    def planned(self) -> Started:
        """Return the session that is suggested, as the athlete has changed it."""
        return self.start_of(self.choices)

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
        """Return what the gates let the athlete do today, without what they archived."""
        found = self.situation()
        return allowed_in(found, self.athlete.level, found.shelf.exercises())

    def keep(self, athlete: Athlete) -> None:
        """Remember who trains here."""
        self.store.desk.keep_athlete(athlete)
        self.choices = self._suggested()

    def remember(self, routine: str) -> None:
        """Suggest this routine from now on; the other choices stay as they are."""
        self.store.desk.keep_athlete(structs.replace(self.athlete, routine=routine))

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
        """Set the unfinished session aside, and return it; `done` as for `Sessions.discard`."""
        gone, self.unfinished = self.unfinished, None
        if gone is not None:
            self.store.sessions.discard(gone, done)
        return gone

    def bring_back(self, unfinished: Unfinished, done: Callable[[str], object]) -> None:
        """Undo a discard; `done` as for `Sessions.discard`."""
        self.store.sessions.bring_back(unfinished, done)
        self.unfinished = unfinished
