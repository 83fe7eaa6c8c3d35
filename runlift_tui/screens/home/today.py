"""What home and the choices before a session share: the athlete, the facts, the suggestion."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.core.setup.choices import Choices, suggested
from runlift_tui.core.setup.planning import allowed_in
from runlift_tui.store.planner import Planner

if TYPE_CHECKING:
    from runlift_tui.core.athlete.athlete import Athlete
    from runlift_tui.core.athlete.held_back import Allowed
    from runlift_tui.core.athlete.ladder import Rung
    from runlift_tui.core.plan.today import HomeLines
    from runlift_tui.core.session.commands import Started
    from runlift_tui.core.session.live import Live
    from runlift_tui.store.session.sessions import Unfinished
    from runlift_tui.store.store import Store


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

    def plan_lines(self, start: Started) -> HomeLines | None:
        """Return what home says of the plan beside the session that it suggests."""
        plans = self.store.desk.plans()
        if not plans:
            return None
        from runlift_tui.core.plan.today import home_lines, over_lines

        day = self.plan_day()
        if day is None:
            return over_lines(plans, self.store.today())
        return home_lines(day, start)

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


class SetAside:
    """The unfinished session discarded, brought back, and discarded again."""

    def __init__(
        self, today: Today, tell: Callable[[str], object], later: Callable[..., object]
    ) -> None:
        """Begin with nothing discarded.

        Args:
            today: This moment, which has the unfinished session.
            tell: Shows what was done, in a sentence; empty where the screen shows it by itself.
            later: Calls, from any thread, what is to be done on the screen's.
        """
        self._today, self._tell, self._later = today, tell, later
        self._gone: Unfinished | None = None
        self.may_redo = False
        """Whether one was brought back."""

    @property
    def may_undo(self) -> bool:
        """Whether there is one to bring back."""
        return self._gone is not None

    def discard(self) -> None:
        """Set the unfinished session aside."""
        today = self._today
        self._gone, today.unfinished, self.may_redo = today.unfinished, None, False
        if self._gone is not None:
            today.store.sessions.discard(self._gone, self._moved)
            self._tell("Discarded. u brings it back.")

    def undo(self) -> None:
        """Bring the discarded session back."""
        if self._gone is not None:
            self._today.store.sessions.bring_back(self._gone, self._moved)
            self._gone, self._today.unfinished, self.may_redo = None, self._gone, True
            self._tell("")

    def redo(self) -> None:
        """Discard again what was brought back."""
        if self.may_redo:
            self.discard()

    def _moved(self, why_not: str) -> None:
        """Hear on the writer's thread whether it was discarded, or brought back."""
        if why_not:
            self._later(self._show_what_is, why_not)

    def _show_what_is(self, why: str) -> None:
        """Take the unfinished session as the disk has it, and tell why it is not as it was said."""
        self._today.unfinished = self._today.store.sessions.unfinished()
        self._gone, self.may_redo = None, False
        self._tell(why)
