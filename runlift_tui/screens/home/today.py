"""What home and the choices before a session share: the athlete, the facts, the suggestion."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.core.home.ways import PLACES
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.resolve import is_shipped
from runlift_tui.core.setup.choices import Choices, suggested
from runlift_tui.core.setup.planning import allowed_in
from runlift_tui.core.words.days import ago, day_of, day_words
from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import clock_of
from runlift_tui.store.planner import Planner
from runlift_tui.store.session.discarded import JOURNAL

_PLACE = "home"
_WAITS = "{home.undo} brings it back once this one is finished."
_DISCARD = "undo discard"

if TYPE_CHECKING:
    from runlift_tui.core.athlete.athlete import Athlete
    from runlift_tui.core.athlete.held_back import Allowed
    from runlift_tui.core.athlete.ladder import Rung
    from runlift_tui.core.lists.acts import Act
    from runlift_tui.core.plan.today import HomeLines, PlanDay
    from runlift_tui.core.session.commands import Started
    from runlift_tui.core.session.live import Live
    from runlift_tui.core.words.documents import Document
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
        """Return what begins this very moment, as the athlete has changed it."""
        return self.start_of(self.choices)

    def plan_lines(self) -> HomeLines | None:
        """Return what home says of the plan beside the session that it suggests."""
        plans = self.store.desk.plans()
        if not plans:
            return None
        from runlift_tui.core.plan.today import home_lines, over_lines

        day = self.plan_day()
        if day is None:
            return over_lines(plans, self.store.today())
        return home_lines(day, self._over(day))

    def _over(self, day: PlanDay) -> str:
        """Return which weeks of a plan go over our limits by what the athlete chose."""
        if not day.plan.changes and is_shipped(self.usual().routine, self._shelf()):
            return ""
        from runlift_tui.core.plan.faults import weeks_over
        from runlift_tui.core.plan.own import own_weeks

        weeks, own = day.flow.weeks, self.own(day.plan)
        if own is not None:
            weeks = own_weeks(day.plan, weeks, own, day.today)
        return weeks_over(day.plan, weeks, day.today)

    def begins_now(self) -> str:
        """Return which session begins now, with the one that comes where it is another."""
        from runlift_tui.core.home.next_session import begins_now

        return begins_now(self.which_now(), self.which_comes(), self.stopped)

    def rung(self) -> Rung:
        """Return where B2 stands on its ladder in the session that comes."""
        return self.allowed().rung

    def allowed(self) -> Allowed:
        """Return what the gates allow in the session that comes, without what was archived."""
        found = self.coming_situation()
        return allowed_in(found, self.athlete.level, found.shelf.exercises())

    def keep(self, athlete: Athlete) -> None:
        """Remember who trains here."""
        self.store.desk.keep_athlete(athlete)
        self.choices = self._suggested()

    def suggest(self, routine: str) -> None:
        """Suggest this routine from now on."""
        self.keep(structs.replace(self.athlete, routine=routine))

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


def done_last(store: Store) -> str:
    """Return what was done last in a place, and where it is taken back; empty for nothing."""
    found = [(place, store.acts.trail(place).newest()) for place in PLACES]
    done = [(act, place) for place, act in found if act is not None]
    if not done:
        return ""
    act, place = max(done, key=lambda each: each[0].at)
    where = f"{{home.{place}}}, then {{{place}.undo}} there takes it back."
    return f"Done last: {act.told or 'a change'}. {named(where)}"


class SetAside:
    """The unfinished session discarded, brought back, also on another day, and discarded again.

    Where an import is what was done last, it is that which is taken back.
    """

    def __init__(
        self,
        today: Today,
        tell: Callable[[str], object],
        later: Callable[..., object],
        anew: Callable[[str], object],
    ) -> None:
        """Take nothing back yet.

        Args:
            today: This moment, which has the unfinished session.
            tell: Shows what was done, in a sentence; empty where the screen shows it by itself.
            later: Calls, from any thread, what is to be done on the screen's.
            anew: Reads everything anew, and says what was done.
        """
        self._today, self._tell, self._later, self._anew = today, tell, later, anew
        self._back: Act | None = None
        """The discard that was taken back last."""
        self._gone: dict[str, Unfinished] = {}
        """What was discarded here, by id; the disk may not have it yet."""

    @property
    def undoes(self) -> str:
        """What would be taken back, in two words for the last line; empty for nothing."""
        if self._today.store.only_looking:
            return ""
        if self._import() is not None:
            return "undo import"
        may = self._newest() is not None and self._today.unfinished is None
        return _DISCARD if may else ""

    @property
    def told(self) -> str:
        """What was discarded, and how it comes back, while nothing was trained since."""
        act, last = self._newest(), self._today.facts.last
        if self._today.store.only_looking or self._import() is not None or act is None:
            return ""
        if last is not None and last.finished > act.at:
            return ""
        back = _WAITS if self._today.unfinished is not None else "{home.undo} brings it back."
        return named(f"{act.told} ({_when(self._today, act)}). {back}")

    @property
    def may_redo(self) -> bool:
        """Whether one was brought back."""
        return self._back is not None and self._today.unfinished is not None

    @property
    def elsewhere(self) -> str:
        """Where what was done last is taken back, as home has nothing to take back itself."""
        if self._today.store.only_looking:
            return "Nothing can be taken back while this one only looks."
        act = self._newest()
        if act is not None and self._today.unfinished is not None:
            return f"{act.told}. {named(_WAITS)}"
        return done_last(self._today.store) or "There is nothing to take back."

    def _newest(self) -> Act | None:
        """Return the newest discard that can be undone; one that was let go is passed over."""
        trail = self._today.store.acts.trail(_PLACE)
        while (act := trail.newest()) is not None:
            if act.of in self._gone or self._today.store.sessions.discarded.has(act.of):
                return act
            trail.drop()
        return None

    def _import(self) -> Document | None:
        """Return the import that was made last; None where something was done here since."""
        from runlift_tui.store.importing.row import newest_import

        act, last = self._newest(), self._today.facts.last
        since = max(0 if act is None else act.at, 0 if last is None else last.finished)
        return newest_import(self._today.store, since)

    def _take_back(self, row: Document) -> None:
        """Take an import back."""
        from runlift_tui.store.importing.taking_back import take_back

        def done(told: str, wrong: bool) -> None:
            self._later(self._tell if wrong else self._anew, told)

        take_back(self._today.store, row, done)

    def discard(self) -> None:
        """Set the unfinished session aside."""
        today = self._today
        gone, today.unfinished, self._back = today.unfinished, None, None
        if gone is None:
            return
        self._gone[gone.id] = gone
        session = gone.live.session
        before = {"id": gone.id, "started": iso(session.began)}
        offset = today.clock.utc_offset_min(session.began)
        day = day_words(day_of(session.began, offset))
        at = f"{day} {clock_of(session.began + offset * 60_000)}"
        told = f"Discarded {session.routine.name} of {at}, {plural(len(session.done), 'set')}"
        acts = today.store.acts
        act = acts.did(_PLACE, (JOURNAL, gone.id), before, None, told)
        today.store.sessions.discard(gone, self._hearing(lambda: acts.took_back(act)))
        self._tell(named("Discarded. {home.undo} brings it back."))

    def undo(self) -> None:
        """Bring the session that was discarded last back, or take a later import back."""
        row = self._import()
        if row is not None:
            self._take_back(row)
            return
        act, today = self._newest(), self._today
        if act is None:
            return
        if today.unfinished is not None:
            self._tell(self.elsewhere)
            return
        acts, self._back = today.store.acts, act
        acts.took_back(act)
        today.unfinished = self._gone.pop(act.of, None)
        is_known = today.unfinished is not None
        back = named(f"Brought back what was discarded {_when(today, act)}; {{home.discard}} ")
        back += "discards it again."
        hearing = self._hearing(lambda: acts.made_again(act), quiet=is_known, told=back)
        today.store.sessions.discarded.bring_back(act.of, hearing)
        if is_known:
            self._tell(back)

    def redo(self) -> None:
        """Discard again what was brought back."""
        if self.may_redo:
            self.discard()

    def _hearing(
        self, not_so: Callable[[], object], *, quiet: bool = True, told: str = ""
    ) -> Callable[[str], object]:
        """Return what hears on the writer's thread whether it was discarded, or brought back.

        Args:
            not_so: Takes back what was remembered of it, where the disk refused.
            quiet: Whether nothing is to be shown where it did not.
            told: What is said then.
        """

        def hear(why: str) -> None:
            if why or not quiet:
                self._later(self._show_what_is, why, not_so, told)

        return hear

    def _show_what_is(self, why: str, not_so: Callable[[], object], told: str) -> None:
        """Take the unfinished session as the disk has it, and tell why it is not as it was said."""
        if why:
            not_so()
            self._back = None
        self._today.unfinished = self._today.store.sessions.unfinished()
        self._tell(why or told)


def _when(today: Today, act: Act) -> str:
    """Return when something was done, as "today"."""
    now = today.now()
    return ago(act.at, now, today.clock.utc_offset_min(now))
