"""A plan under way moved: its race, days and begin, and time off, with what it costs beside it."""

from collections.abc import Callable

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import FormField, SheetLine
from runlift_tui.core.plan.moving import form
from runlift_tui.core.plan.moving.cost import moved_lines
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.words.faults import Fault
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.form_page import FormPage
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.widgets.lines.sheet import Sheet

_KEYS = faces("plan-move", "move; above below; choice; keys; back")


class MoveForm(FormPage):
    """What can be changed of a plan, and beside it what it costs; nothing is moved before."""

    BINDINGS = bindings("plan-move")
    ASK = (
        "Not moved yet: {plan-move.move} moves the plan, {plan-move.back} again leaves it as it is."
    )
    LONGEST = 60

    def __init__(self, plans: PlansToday, plan: Plan, done: Callable[[Plan], object]) -> None:
        """Open the form.

        Args:
            plans: What there is.
            plan: Which of them is moved.
            done: Given the plan as it is to be; not heard from where the form is left.
        """
        super().__init__(form.FIELDS, form.as_it_is(plan, plans.day))
        self._plans = plans
        self._plan = plan
        self._done = done

    def on_mount(self) -> None:
        """Show that nothing was changed yet."""
        self.show_strip(f"Move the plan   {self._plans.where(self._plan)}")
        self.show_keys(_KEYS)
        self.query_one(Sheet).more = named("…  {plan-move.preview} shows the rest")
        self.look()
        self.go_to("race")

    def _read(self) -> tuple[Plan | None, tuple[Fault, ...]]:
        return form.read(self.texts(), self._plan, self._plans.plans, self._plans.day)

    def look(self) -> None:
        """Show what it costs; with an answer that cannot be, what is wrong with it."""
        after, faults = self._read()
        if after is None or faults:
            lines = [SheetLine(_label(fault), f"{fault.what}.", "mark") for fault in faults]
            self.query_one(Sheet).sheet = tuple(lines)
            return
        now, then = self._plans.flow(self._plan), self._plans.flow_of(after)
        self.query_one(Sheet).sheet = moved_lines((self._plan, now), (after, then), self._plans.day)

    def tell_of(self, field: FormField) -> None:
        """Say what is wrong with a line, or what belongs there."""
        wrong = [fault for fault in self._read()[1] if _place(fault) == field.name]
        if wrong:
            self.tell(f"{field.label}: {wrong[0].what}.", wrong=True)
        else:
            self.tell(field.hint)

    def submit(self) -> None:
        """Move the plan."""
        self.action_move()

    def action_move(self) -> None:
        """Move the plan, unless an answer cannot be."""
        after, faults = self._read()
        if after is None or faults:
            self.go_to(_place(faults[0]))
            self.tell(f"{_label(faults[0])}: {faults[0].what}.", wrong=True)
            return
        self.dismiss()
        self._done(after)

    def action_preview(self) -> None:
        """Show all that it costs, in a window of any height."""
        self.action_whole()


def _place(fault: Fault) -> str:
    """Return the name of the line that a fault belongs to."""
    name = str(fault.where[0]) if fault.where else ""
    known = [field.name for field in form.FIELDS]
    return name if name in known else known[0]


def _label(fault: Fault) -> str:
    return next(field.label for field in form.FIELDS if field.name == _place(fault))
