"""The plan: nine weeks as a table, one of them in full, every number of it changed by hand."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.lists.tables import laid_out
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.plan.outcome import outcome_lines
from runlift_tui.core.plan.plan import WEEKS, Answers, Plan, PlanEdit, WeekChange
from runlift_tui.core.plan.standing import Flow
from runlift_tui.core.plan.table import table, week_row
from runlift_tui.core.plan.week_edit import WeekField, fields, nudged, told, typed
from runlift_tui.core.plan.week_words import week_lines
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed, sentence
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.typing_in import opened
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.screens.plan.changes import PlanChanges
from runlift_tui.screens.plan.plans_today import PlansToday, away
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled
from runlift_tui.widgets.lists.value_listing import ValueClicked, ValueListing

_OPEN_KEYS = faces("plan", "enter; previous next; undo; whole; end; back; help")
_OVER_KEYS = faces("plan", "new; previous next; plan-before plan-after; undo; whole; back; help")
_FIELD_KEYS = faces("plan", "enter=type; less more; undo; reset; back=back; help")
_SUM = WEEKS
"""The row under the weeks: what a plan that is over came to."""


class PlanScreen(Page):
    """The weeks of one plan, the numbers of the chosen one, and what there is to say of it."""

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("plan")

    def __init__(self, today: Today, trail: Trail[PlanEdit]) -> None:
        super().__init__()
        self._plans = PlansToday(today)
        self._changes = PlanChanges(self._plans, trail)
        self._in_fields = False

    def compose(self) -> ComposeResult:
        """Yield the strip, the weeks and the numbers, the chosen week beside them, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="lines"):
                yield Static(id="heads", markup=False)
                yield Listing(id="weeks")
                yield ValueListing(id="fields")
            yield Sheet()
        yield Told()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the plan, this week chosen; without one, ask for one."""
        self.query_one(Sheet).more = "…  w shows the rest"
        self._changes.listen(lambda: self.call_later(self._tell, ""))
        self._paint()
        plan = self._plans.plan
        if plan is None:
            self._ask()
        else:
            self._choose_today(plan)
            offset = self._plans.today.clock.utc_offset_min(self._plans.today.now())
            self._tell(away(plan, offset))

    def _choose_today(self, plan: Plan) -> None:
        number = plan.answers.week_of(self._plans.day)
        over = plan.is_over(self._plans.day)
        self._weeks.chosen = _SUM if over else max(1, min(WEEKS, number)) - 1
        self._paint()

    @property
    def _weeks(self) -> Listing:
        return self.query_one("#weeks", Listing)

    @property
    def _fields(self) -> Listing:
        return self.query_one("#fields", Listing)

    # What is shown

    def _paint(self) -> None:
        plan = self._plans.plan
        if plan is None:
            self.show_strip("Plan")
            self._weeks.rows = ()
            self._weeks.empty = "No plan yet. n makes one: nine weeks, in under a minute."
            self._fields.rows = ()
            self.query_one("#heads", Static).update("")
            self.query_one(Sheet).sheet = ()
            self.show_keys(faces("plan", "new; back"))
            return
        flow, over = self._plans.flow(plan), plan.is_over(self._plans.day)
        self._paint_table(plan, flow, over=over)
        week = self._week(flow)
        self.query_one(Sheet).sheet = self._lines(plan, flow, week)
        self._paint_fields(plan, flow, week)
        self.set_class(self._in_fields, "-fields")
        keys = _FIELD_KEYS if self._in_fields else _OVER_KEYS if over else _OPEN_KEYS
        self.show_keys(keys)
        self.show_strip(f"Plan   {self._plans.where(plan)}")

    def _paint_table(self, plan: Plan, flow: Flow, *, over: bool) -> None:
        rows = [week_row(week, flow, plan, self._plans.day) for week in flow.weeks]
        head, *lines = laid_out(*table(rows, "b2"))
        self.query_one("#heads", Static).update(f"    {head}")
        found = [Row(line, mark=row.mark) for line, row in zip(lines, rows, strict=True)]
        if over:
            found.append(Row("all of it"))
        weeks = self._weeks
        weeks.rows = tuple(found)
        weeks.styles.height = len(found)
        weeks.chosen = min(weeks.chosen, len(found) - 1)

    def _week(self, flow: Flow) -> PlanWeek | None:
        """Return the chosen week; None for the row under them."""
        return flow.weeks[self._weeks.chosen] if self._weeks.chosen < _SUM else None

    def _lines(
        self, plan: Plan, flow: Flow, week: PlanWeek | None, *, whole: bool = False
    ) -> tuple[SheetLine, ...]:
        if week is None:
            return outcome_lines(plan, flow, self._plans.outcome(plan))
        done = self._plans.done(plan, week)
        return week_lines(plan, flow, week, done, self._plans.day, whole=whole)

    def _paint_fields(self, plan: Plan, flow: Flow, week: PlanWeek | None) -> None:
        below = self._fields
        if week is None:
            self._in_fields = False
            below.rows = ()
            return
        found = self._found(plan, flow, week)
        below.chosen = max(0, min(below.chosen, len(found) - 1)) if self._in_fields else -1
        width = max(len(field.name) for field in found)
        below.rows = tuple(
            Row(
                f"{field.name:>{width}}  {field.shown}{'  by hand' if field.by_hand else ''}",
                field.hint if number == below.chosen else "",
            )
            for number, field in enumerate(found)
        )
        below.styles.height = len(found)

    def _found(self, plan: Plan, flow: Flow, week: PlanWeek) -> tuple[WeekField, ...]:
        days = {done.day.weekday() for done in flow.done_in(week.number)}
        days |= {session.day.weekday() for session in flow.due_in(week.number)}
        return fields(plan, week, tuple(sorted(days)))

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        unkept = self._changes.unsaved
        line = self.query_one(Told)
        line.text = f"NOT SAVED: {unkept}" if unkept else text
        line.wrong = bool(unkept) or wrong

    # Moving

    def action_move(self, by: int) -> None:
        """Go to another week, or another number."""
        listing = self._fields if self._in_fields else self._weeks
        listing.chosen = max(0, min(listing.chosen + by, len(listing.rows) - 1))
        self._paint()
        self._tell("")

    def action_other_side(self) -> None:
        """From the weeks to the numbers of the chosen one, or back."""
        if self._is_fixed():
            self._in_fields = False
        else:
            self._in_fields = not self._in_fields
            self._fields.chosen = 0
        self._paint()

    def _is_fixed(self) -> bool:
        """Whether nothing of the chosen row can be changed any more."""
        plan = self._plans.plan
        return plan is None or plan.is_over(self._plans.day) or self._weeks.chosen >= _SUM

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the week that was clicked."""
        self._in_fields = False
        self._weeks.chosen = message.index
        self._paint()

    def on_value_clicked(self, message: ValueClicked) -> None:
        """Choose the number that was clicked."""
        if not self._is_fixed():
            self._in_fields = True
            self._fields.chosen = message.index
            self._paint()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the weeks by the wheel."""
        self.action_move(1 if message.by > 0 else -1)

    def action_plan(self, by: int) -> None:
        """Look at an earlier plan, or a later one."""
        self._plans.look_at(by)
        plan = self._plans.plan
        if plan is not None:
            self._in_fields = False
            self._choose_today(plan)

    def action_back(self) -> None:
        """From the numbers to the weeks, and from there home."""
        if self._in_fields:
            self.action_other_side()
        else:
            self.want(HomeWanted())

    # Changing

    def _after(self, done: Changed) -> None:
        """Show what a change came to."""
        self._paint()
        self._tell(done.told)

    def _change(self, change: WeekChange, key: str) -> None:
        plan = self._plans.plan
        if plan is not None:
            week = self._plans.flow(plan).weeks[change.week - 1]
            self._after(self._changes.change(plan, change, told(week, change, key)))

    def action_enter(self) -> None:
        """Go to the numbers of the chosen week; there, type the chosen one."""
        if self._is_fixed() or not self._in_fields:
            self.action_other_side()
        else:
            self._type("")

    def action_nudge(self, by: int) -> None:
        """Make the chosen number a step less or more; in the weeks, go to the numbers."""
        plan = self._plans.plan
        if not self._in_fields or plan is None:
            if by > 0:
                self.action_other_side()
            return
        flow = self._plans.flow(plan)
        week = self._week(flow)
        if week is None:
            return
        key = self._found(plan, flow, week)[self._fields.chosen].key
        try:
            self._change(nudged(plan, week, key, by), key)
        except Refused as refused:
            self._tell(sentence(refused), wrong=True)

    def on_key(self, event: events.Key) -> None:
        """Open a dialog at once; take a digit for the beginning of a new number."""
        if opened(self, event, {"enter": self.action_enter} if self._in_fields else {}):
            return
        if self._in_fields and event.character is not None and event.character in "0123456789":
            event.stop()
            self._type(event.character)

    def _type(self, begun: str) -> None:
        from runlift_tui.screens.parts.typing_in import TypingScreen

        plan = self._plans.plan
        week = None if plan is None else self._week(self._plans.flow(plan))
        if plan is None or week is None:
            return
        field = self._found(plan, self._plans.flow(plan), week)[self._fields.chosen]

        def take(text: str) -> None:
            self._change(typed(plan, week, field.key, text), field.key)

        title = f"Week {week.number}   {field.name}"
        hint = f"{field.hint}; plan takes your number back"
        self.app.push_screen(TypingScreen(title, field.shown, hint, take, begun))

    def action_reset(self) -> None:
        """Take everything back that was changed by hand in the chosen week."""
        plan = self._plans.plan
        if plan is not None and not self._is_fixed():
            done = self._changes.reset(plan, self._weeks.chosen + 1)
            self._after(done if done.told else Changed("Nothing of this week was changed."))

    def action_new(self) -> None:
        """Ask for a new plan, unless one is there already."""
        plan = self._plans.plan
        if plan is not None and self._plans.is_open:
            self._tell("A plan is under way or still to begin: x ends it first.", wrong=True)
        elif self._changes.locked:
            self._tell(self._changes.locked, wrong=True)
        else:
            self._ask()

    def _ask(self) -> None:
        from runlift_tui.screens.plan.form import PlanForm

        if self._changes.locked:
            self._tell(self._changes.locked, wrong=True)
            return
        self.app.push_screen(PlanForm(self._plans, self._answered))

    def _answered(self, answers: Answers | None) -> None:
        if answers is None:
            if self._plans.plan is None:
                self.want(HomeWanted())
            return
        done = self._changes.begin(answers)
        plan = self._plans.plan
        if plan is not None:
            self._choose_today(plan)
        self._after(done)

    def action_end(self) -> None:
        """End the plan today; it stays, and it can be taken back."""
        plan = self._plans.plan
        if plan is None or plan.is_over(self._plans.day):
            self._tell("This plan is over.")
            return
        self._in_fields = False
        done = self._changes.end(plan)
        after = self._plans.plan
        if after is not None:
            self._choose_today(after)
        self._after(done)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._after(self._changes.undo())

    def action_redo(self) -> None:
        """Make the change again that was undone last."""
        self._after(self._changes.redo())

    def action_whole(self) -> None:
        """Show everything that there is to say of the chosen row."""
        from runlift_tui.screens.parts.whole import WholeScreen

        plan = self._plans.plan
        if plan is not None:
            flow = self._plans.flow(plan)
            self.app.push_screen(WholeScreen(self._lines(plan, flow, self._week(flow), whole=True)))
