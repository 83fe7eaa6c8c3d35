"""The levels: each a set of rules to read, the gate to jumping, and the ladder of B2."""

from functools import partial

from msgspec import structs
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from runlift_tui.core.athlete import checks as check_words
from runlift_tui.core.athlete import level_sheet as level_words
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.gates import Checks, dated, gate, is_open
from runlift_tui.core.athlete.held_back import may_not_overrule
from runlift_tui.core.athlete.ladder import Rung
from runlift_tui.core.face import reasons
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.keys.key_names import printed
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.lists.undo import Replaced
from runlift_tui.core.routines.levels import ALL_SLOTS, ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.resolve import is_shipped, resolve
from runlift_tui.core.setup.planning import stage_of
from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed, Changes, goes_back
from runlift_tui.screens.parts.changing_page import STAYS_S
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.undoing import value_back
from runlift_tui.widgets.lines.labelled import Labelled

_BACK = " {levels.undo} takes it back."


class LevelsScreen(Page):
    """One level at a time, the athlete's own first."""

    BINDINGS = bindings("levels")

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._today = today
        self._looked_at = today.athlete.level
        self.changes: Changes[Replaced[Athlete]] = Changes(
            today.store,
            "levels",
            lambda change: today.keep(change.after),
            lambda act: Replaced("athlete", today.athlete, value_back(act, today.athlete)),
        )
        self._notice = ""

    def stage(self) -> ComposeResult:
        """Yield the level, its rules, the gate and the rung."""
        yield Static(id="notice", markup=False)
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield Static(id="rules", markup=False)
        yield Static(id="gate", markup=False)
        yield Static(id="rung", markup=False)
        yield Static(id="ours", markup=False)

    def on_mount(self) -> None:
        """Show the athlete's level."""
        self.show_strip("   ".join(filter(None, (self._today.stopped, "Levels"))))
        self._paint()
        self.set_timer(STAYS_S, partial(_say_what_goes_back, self))

    def _paint(self) -> None:
        today, level = self._today, self._looked_at
        athlete, library = today.athlete, today.store.desk.shelf().exercises()
        own = level is athlete.level
        self.show_text("#notice", self._notice)
        self.show_text("#kicker", f"{level}{', yours' if own else ''}".upper())
        self.show_text("#sentence", level_words.who(level))
        coming = today.coming_line() if own else ("", "")
        other, stage = _another(today) if own else "", stage_of(today.coming_situation())
        rules = level_words.rules(level, library, coming, other, stage)
        self.query_one("#rules", Static).update(Labelled(rules))
        gated = own and level is Level.BEGINNER
        lines = self._gate_lines() if gated else ()
        if gated and athlete.overruled is not None:
            lines = (*lines, f"Overruled by you on {athlete.overruled[:10]}.")
        self.query_one("#gate", Static).update(Content("\n".join(map(safe_text, lines))))
        self.query_one("#gate", Static).display = bool(lines)
        rung = self._rung()
        comes = today.which_comes().label
        when = level_words.LATER if level is Level.BEGINNER and stage < ALL_SLOTS else comes
        self.show_text("#rung", level_words.rung_line(rung, library, when) if own else "")
        self.show_text("#ours", named(level_words.OURS))
        keys = level_words.keys(
            looked_at_own=own,
            gated=gated,
            overruled=athlete.overruled is not None,
            offered=own and bool(rung.offered),
        )
        closed = may_not_overrule(athlete.ask_first is True, today.facts.outings)
        self.show_keys(keys, ("overrule",) if closed and athlete.overruled is None else ())
        self.call_after_refresh(_name_what_reads_on, self, keys)

    def on_resize(self, event: Resize) -> None:
        """Name the key that reads on where the new window cuts something."""
        super().on_resize(event)
        if self.query("#ours"):
            self._paint()

    def _gate_lines(self) -> tuple[str, ...]:
        today, library = self._today, self._today.store.desk.shelf().exercises(archived=True)
        past = (today.facts.outings, today.athlete.checks, library, today.now())
        return level_words.gate_lines(gate(*past), opened=is_open(*past))

    def _rung(self) -> Rung:
        return self._today.rung()

    def _keep(self, athlete: Athlete, told: str) -> None:
        """Remember a change, and how to take it back."""
        before = self._today.athlete
        what = told.rstrip(".")
        done = self.changes.make(lambda: Replaced("athlete", before, athlete, what))
        self._notice = f"{told}{named(_BACK)}" if done.id else done.told
        self._paint()

    def action_look(self, by: int, number: int = 0) -> None:
        """Look at another level: so many on, or the first, the second or the third."""
        levels = list(Level)
        now = number - 1 if number else levels.index(self._looked_at)
        self._looked_at = levels[(now + by) % len(levels)]
        self._paint()

    def action_take(self) -> None:
        """Make this the athlete's level, and begin on its rung."""
        athlete = self._today.athlete
        if self._looked_at is athlete.level:
            self.post_message(HomeWanted())
            return
        taken = structs.replace(athlete, level=self._looked_at, rung="", asked=True)
        self._keep(taken, f"You train as {self._looked_at} now.")

    def action_check(self) -> None:
        """Go through the checks of control."""
        from runlift_tui.screens.levels.checks import CheckScreen

        if not self._is_gated():
            return

        def checked(checks: Checks | None) -> None:
            if checks is not None:
                athlete, now = self._today.athlete, self._today.now()
                found = dated(checks, athlete.checks, now)
                done = structs.replace(athlete, checks=found)
                self._keep(done, f"{check_words.told(found)}")

        may_land = not self._today.allowed().why_not
        self.app.push_screen(CheckScreen(self._today.clock, may_land=may_land), checked)

    def action_overrule(self) -> None:
        """Open the gate against the rules, or put it back; both are written down."""
        if not self._is_gated():
            return
        athlete = self._today.athlete
        why_not = may_not_overrule(athlete.ask_first is True, self._today.facts.outings)
        if athlete.overruled is None and why_not:
            self._notice = why_not
            self._paint()
        elif athlete.overruled is None:
            when = iso(self._today.now())
            told = "The gate is overruled; your sessions say so."
            self._keep(structs.replace(athlete, overruled=when), told)
        else:
            self._keep(structs.replace(athlete, overruled=None), "The gate stands again.")

    def action_next(self) -> None:
        """Take the rung that is offered."""
        rung = self._rung()
        if self._looked_at is self._today.athlete.level and rung.offered:
            name = self._today.store.desk.shelf().exercises()[rung.offered].name
            athlete = structs.replace(self._today.athlete, rung=rung.offered)
            self._keep(athlete, f"B2 is {name} from now on.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._show(self.changes.undo())

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self._show(self.changes.redo())

    def _show(self, done: Changed) -> None:
        if done.id:
            self._looked_at = self._today.athlete.level
        self._notice = done.told
        self._paint()

    def _is_gated(self) -> bool:
        own = self._looked_at is self._today.athlete.level
        return own and self._looked_at is Level.BEGINNER

    def action_why(self) -> None:
        """Explain the gate, where there is one, and the numbers."""
        from runlift_tui.screens.session.reason import ReasonScreen

        self.app.push_screen(
            ReasonScreen(*reasons.of_level(self._looked_at), opened_by="levels.why")
        )

    def action_back(self) -> None:
        """Back home."""
        self.post_message(HomeWanted())


def _name_what_reads_on(page: LevelsScreen, keys: tuple[KeyFace, ...]) -> None:
    """Name the key that shows the rest of the page, once it is known that there is one."""
    for stage in page.query("#stage").results(VerticalScroll):
        if stage.show_vertical_scrollbar:
            read_on = KeyFace(printed("pagedown"), "read on")
            page.show_keys((keys[0], read_on, *keys[1:]), page._vain)


def _another(today: Today) -> str:
    """Return the routine that home suggests, where a level's own numbers are not its; else ""."""
    shelf, id_ = today.store.desk.shelf(), today.usual().routine
    if id_ == ARTICLE_ROUTINE and is_shipped(id_, shelf):
        return ""
    return resolve(id_, today.athlete.level, ALL_SLOTS, shelf).name


def _say_what_goes_back(page: LevelsScreen) -> None:
    if page.is_attached and not page.changes.locked:
        newest = page.changes.newest  # read by this, so that the keys know of it too
        page._notice = page._notice or goes_back("levels.undo", newest)
        page._paint()
