"""A plan under way moved: its race, days and begin, and time off, with what it costs beside it."""

from collections.abc import Callable
from datetime import date

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import FormField, SheetLine
from runlift_tui.core.plan.moving import form
from runlift_tui.core.plan.moving.cost import moved_lines
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.words.faults import Fault
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.plan.answering import AnswersForm
from runlift_tui.screens.plan.plans_today import PlansToday

_KEYS = faces("plan-move", "move; above below; choice; keys; back")


class MoveForm(AnswersForm[Plan]):
    """What can be changed of a plan, and beside it what it costs; nothing is moved before."""

    BINDINGS = bindings("plan-move")
    ASK = (
        "Not moved yet: {plan-move.move} moves the plan, {plan-move.back} again leaves it as it is."
    )
    LEAVES = "{plan-move.back} leaves the plan as it is."

    def __init__(
        self,
        plans: PlansToday,
        plan: Plan,
        done: Callable[[Plan], object],
        off: date | None = None,
    ) -> None:
        """Open the form.

        Args:
            plans: What there is.
            plan: Which of them is moved.
            done: Given the plan as it is to be; not heard from where the form is left.
            off: The Monday of a week that is to be off; None where nothing is known yet.
        """
        began = form.as_it_is(plan, plans.day)
        if off is not None:
            began = form.week_off(plan, off, plans.day, trained=plans.trained_today(plan))
        super().__init__(form.fields(plan, plans.day), began)
        self._first = "race" if off is None else "off_kind"
        self._plans = plans
        self._plan = plan
        self._done = done

    def on_mount(self) -> None:
        """Show that nothing was changed yet."""
        where = (self._plans.stopped, "Move the plan", self._plans.where(self._plan))
        strip = "   ".join(filter(None, where))
        self.show(strip, _KEYS, "plan-move.preview", first=self._first)

    def read(self) -> tuple[Plan | None, tuple[Fault, ...]]:
        """Return the plan as it is to be, and what of it cannot be."""
        return form.read(self.texts(), self._plan, self._plans.plans, self._plans.day)

    def come_to(self, asked: Plan) -> tuple[SheetLine, ...]:
        """Return what the move costs."""
        now, then = self._plans.flow(self._plan), self._plans.flow_of(asked)
        runs = self._plans.today.store.runs.all(self._plan.answers.start)
        return moved_lines((self._plan, now), (asked, then), self._plans.day, runs)

    def day_of(self, field: FormField) -> date | None:
        """Return the day that is understood in a line."""
        return form.understood(field.name, self.texts(), self._plan, self._plans.day)

    def take(self, asked: Plan) -> None:
        """Move the plan."""
        self._done(asked)

    def action_move(self) -> None:
        """Move the plan, unless an answer cannot be."""
        self.submit()
