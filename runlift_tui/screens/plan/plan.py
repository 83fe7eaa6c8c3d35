"""The plan: nine weeks as a table, one of them in full, every number of it changed by hand."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.plan.plan import Answers, Plan, WeekChange
from runlift_tui.core.plan.table import HOURS, hours_chart
from runlift_tui.core.plan.week_edit import nudged, typed
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.list_page import TwoSidedPage
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.screens.plan.changes import PlanChanges
from runlift_tui.screens.plan.plans_today import PlansToday, away
from runlift_tui.screens.plan.week_in_sight import WeekInSight, week_rows
from runlift_tui.widgets.charts.chart_view import ChartView
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing
from runlift_tui.widgets.lists.value_listing import ValueListing

_MARKS = 6
"""Cells around a week's row: what is chosen, what became of it, and the bar of the list."""
_NO_PLAN_KEYS = faces("plan", "new; back")
_OPEN_KEYS = faces(
    "plan", "enter; move-plan; week-off; previous next; undo; whole; end; back; help"
)
_PAST_KEYS = faces(
    "plan", "previous next; move-plan; enter=its numbers; undo; whole; end; back; help"
)
_OVER_KEYS = faces("plan", "new; previous next; plan-before plan-after; undo; whole; back; help")
_FIELD_KEYS = faces("plan", "enter=type; less more; undo; reset; back=back; help")

_ENDS = "Is the plan to end today? {plan.end} once more ends it; it stays, with what it came to."


class PlanScreen(TwoSidedPage):
    """The weeks of one plan, the numbers of the chosen one, and what there is to say of it."""

    TOLD = Told

    BINDINGS = bindings("plan")

    changes: PlanChanges

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._plans = PlansToday(today)
        self.changes = PlanChanges(self._plans)

    def compose(self) -> ComposeResult:
        """Yield the strip, the weeks and the numbers, the chosen week beside them, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="lines"):
                yield Static(id="heads", markup=False)
                yield Listing(id="weeks")
                yield ValueListing(id="fields")
                with Container(id="drawn"):
                    yield Static(HOURS, id="hours", markup=False)
                    yield ChartView()
            yield Sheet()
        yield Told()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the plan, this week chosen; without one, ask for one."""
        self.query_one(Sheet).more = named("…  {plan.whole} shows the rest")
        self.changes.listen(lambda: self.call_later(self.tell, ""))
        self.paint()
        plan = self._plans.plan
        if plan is None:
            self.action_new()
        else:
            _choose_today(self)
            offset = self._plans.today.clock.utc_offset_min(self._plans.today.now())
            self.tell(away(plan, offset))

    def read_anew(self) -> bool:
        """Show the plan as it is by what was trained elsewhere, the chosen week staying chosen."""
        self._plans.read_anew()
        self.paint()
        return True

    @property
    def _in_sight(self) -> WeekInSight | None:
        """What is chosen; None without a plan."""
        plan = self._plans.plan
        if plan is None:
            return None
        return WeekInSight(self._plans, plan, self._plans.flow(plan), self.lines.chosen)

    @property
    def is_fixed(self) -> bool:
        """Whether nothing of the chosen row can be changed any more."""
        plan = self._plans.plan
        if plan is None or plan.is_over(self._plans.day):
            return True
        return self.lines.chosen >= plan.answers.weeks

    # What is shown

    def look(self, id_: str = "") -> None:
        """Show the plan that is looked at as it is now."""
        self.paint()

    def paint(self) -> None:
        """Show the plan: its weeks, the numbers of the chosen one, what there is to say of it."""
        plan = self._plans.plan
        if plan is None:
            _paint_nothing(self)
            return
        width = self.query_one("#lines").content_size.width
        head, rows = week_rows(self._plans, plan, width - _MARKS if width > _MARKS else None)
        self.query_one("#heads", Static).update(f"    {head}")
        weeks = self.lines
        weeks.rows = rows
        weeks.styles.height = len(rows)
        weeks.chosen = min(weeks.chosen, len(rows) - 1)
        seen = WeekInSight(self._plans, plan, self._plans.flow(plan), self.lines.chosen)
        about = self.query_one(Sheet)
        about.sheet = seen.fullest(about.has_room_for)
        _paint_values(self, seen)
        # Nobody is shown hours of running who may not run.
        self.query_one("#drawn").set_class(self._plans.running is Running.NONE, "-absent")
        self.query_one(ChartView).chart = hours_chart(seen.flow, seen.row)
        self.set_class(self.in_values, "-fields")
        over = plan.is_over(self._plans.day)
        keys = _OVER_KEYS if over else _PAST_KEYS if seen.past else _OPEN_KEYS
        self.show_keys(_FIELD_KEYS if self.in_values else keys, set(_in_vain(self, seen)))
        where = (self._plans.stopped, "Plan", self._plans.where(plan))
        self.show_strip("   ".join(filter(None, where)))

    def choose(self, place: int, by: int = 1) -> None:
        """Choose another week, or another number; what was told is old."""
        super().choose(place, by)
        self.tell("")

    def action_plan(self, by: int) -> None:
        """Look at an earlier plan, or a later one."""
        self._plans.look_at(by)
        plan = self._plans.plan
        if plan is not None:
            _choose_today(self)

    # Changing

    def action_nudge(self, by: int) -> None:
        """Make the chosen number a step less or more; in the weeks, go to the numbers."""
        seen = self._in_sight
        if not self.in_values or seen is None:
            if by > 0:
                self.action_other_side()
            return
        if seen.week is None:
            return
        if seen.past:
            self.tell(seen.past)
            return
        key = seen.fields[self.values.chosen].key
        try:
            change = nudged(seen.plan, seen.week, key, by)
        except Refused as refused:
            self.tell(sentence(str(refused)), wrong=True)
        else:
            self.show(self.changes.change(seen.plan, change, key))

    def type_value(self, begun: str = "") -> None:
        """Have the chosen number typed."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        seen = self._in_sight
        week = None if seen is None else seen.week
        if self.is_fixed or seen is None or week is None:
            return
        if seen.past:
            self.tell(seen.past)
            return
        field = seen.fields[self.values.chosen]

        def take(text: str) -> None:
            change = typed(seen.plan, week, field.key, text)
            self.show(self.changes.change(seen.plan, change, field.key))

        title = f"Week {week.number}   {field.name}"
        hint = f"{field.hint}; plan takes your number back"
        self.app.push_screen(TypingScreen(title, field.shown, hint, take, begun))

    def action_reset(self) -> None:
        """Take everything back that was changed by hand in the chosen week."""
        plan, seen = self._plans.plan, self._in_sight
        if seen is not None and seen.past:
            self.tell(seen.past)
        elif plan is not None and not self.is_fixed:
            done = self.changes.reset(plan, self.lines.chosen + 1)
            self.show(done if done.told else Changed("Nothing of this week was changed."))

    def action_new(self) -> None:
        """Ask for a new plan, unless one is there already."""
        if self._plans.plan is not None and self._plans.is_open:
            under_way = "A plan is under way or still to begin: {plan.end} ends it first."
            self.tell(named(under_way), wrong=True)
        elif self.changes.locked:
            self.tell(self.changes.locked, wrong=True)
        else:
            from runlift_tui.screens.plan.form import PlanForm

            self.app.push_screen(PlanForm(self._plans, self._answered))

    def _answered(self, answers: Answers | None) -> None:
        if answers is None:
            if self._plans.plan is None:
                self.want(HomeWanted())
            return
        done = self.changes.begin(answers)
        _choose_today(self)
        self.show(done)

    def action_move_plan(self, what: str = "") -> None:
        """Change race, days and begin, or put time off in.

        Args:
            what: `off` where the chosen week is to be off, or was, or what is left of this one.
        """
        plan = self._plans.plan

        def take(after: Plan) -> None:
            if plan is None or plan == after:
                self.tell("Nothing was changed.")
                return
            done = self.changes.move(plan, after)
            _choose_today(self)
            self.show(done)

        if plan is None or plan.is_over(self._plans.day):
            self.tell("This plan is over." if plan is not None else "There is no plan.", wrong=True)
        elif self.changes.locked:
            self.tell(self.changes.locked, wrong=True)
        else:
            from runlift_tui.screens.plan.move import MoveForm

            week = plan.answers.monday(self.lines.chosen + 1) if what else None
            self.app.push_screen(MoveForm(self._plans, plan, take, week))

    def action_end(self) -> None:
        """End the plan today, once that was asked; it stays, and it can be taken back."""
        plan = self._plans.plan
        if plan is None or plan.is_over(self._plans.day):
            self.tell("This plan is over.")
            return
        # Its answers take more than a minute to give again, and its weeks are looked at daily.
        if not self._said.startswith(asked := named(_ENDS)):
            self.tell(asked)
            return
        done = self.changes.end(plan)
        _choose_today(self)
        self.show(done)

    def action_whole(self) -> None:
        """Show everything that there is to say of the chosen row."""
        from runlift_tui.screens.parts.whole import WholeScreen

        seen = self._in_sight
        if seen is not None:
            self.app.push_screen(WholeScreen(seen.sheet(whole=True), opened_by="plan.whole"))


def _paint_nothing(page: PlanScreen) -> None:
    """Say that there is no plan yet."""
    page.show_strip("Plan")
    page.lines.rows = ()
    page.lines.empty = named("No plan yet. {plan.new} makes one: nine weeks, in under a minute.")
    page.values.rows = ()
    page.query_one("#heads", Static).update("")
    page.query_one(Sheet).sheet = ()
    page.show_keys(_NO_PLAN_KEYS)


def _in_vain(page: PlanScreen, seen: WeekInSight) -> Iterator[str]:
    """Yield what would be refused: of the chosen number, of the week, and beside other plans."""
    plans, week = page._plans, seen.week
    if len(plans.plans) < 2:
        yield from ("plan-before", "plan-after")
    if plans.is_open:
        yield "new"
    if week is None or seen.past or seen.plan.change(week.number) == WeekChange(week=week.number):
        yield "reset"
    if not page.in_values or week is None:
        return
    if seen.past:
        yield "enter"
    key = seen.fields[page.values.chosen].key
    for name, by in (("less", -1), ("more", 1)):
        try:
            nudged(seen.plan, week, key, by)
        except Refused:
            yield name
        else:
            if seen.past:
                yield name


def _choose_today(page: PlanScreen) -> None:
    plan = page._plans.plan
    if plan is None:
        return
    number, last = plan.answers.week_of(page._plans.day), plan.answers.weeks
    over = plan.is_over(page._plans.day)
    page.in_values = False
    page.lines.chosen = last if over else max(1, min(last, number)) - 1
    page.paint()


def _paint_values(page: PlanScreen, seen: WeekInSight) -> None:
    below = page.values
    count = len(seen.fields)
    page.in_values = page.in_values and bool(count)
    below.chosen = max(0, min(below.chosen, count - 1)) if page.in_values else -1
    below.rows = seen.field_rows(below.chosen)
    if count:
        below.styles.height = count
