"""A new plan: a few lines, each with a default that makes sense, and the nine weeks beside them."""

from collections.abc import Callable
from datetime import date

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import FormField, SheetLine
from runlift_tui.core.plan import form
from runlift_tui.core.plan.outcome import preview_lines
from runlift_tui.core.plan.plan import Answers
from runlift_tui.core.runs.run import Trial
from runlift_tui.core.words.faults import Fault
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.plan.answering import AnswersForm
from runlift_tui.screens.plan.plans_today import PlansToday

_KEYS = faces("plan-form", "begin; above below; choice; keys; back")


class PlanForm(AnswersForm[Answers]):
    """The questions, and beside them what they unfold to; wrong answers are told where typed."""

    BINDINGS = bindings("plan-form")
    ASK = (
        "Not begun yet: {plan-form.begin} begins the plan, "
        "{plan-form.back} again throws the answers away."
    )

    def __init__(self, plans: PlansToday, done: Callable[[Answers | None], object]) -> None:
        """Open the form.

        Args:
            plans: What there is already.
            done: Given the answers of the plan that is to begin, or None where none is.
        """
        athlete, entries = plans.today.athlete, plans.today.store.runs.entries
        noted = entries(plans.day - form.NOTED)
        self._runs = [each.run for each in noted]
        self._trials = [each.said for each in noted if isinstance(each.said, Trial)]
        began = form.suggested(athlete.level, self._runs, plans.day, distance_of(athlete))
        super().__init__(form.FIELDS, began)
        self._plans = plans
        self._done = done

    def on_mount(self) -> None:
        """Show the weeks of the defaults."""
        stop = self._plans.stopped
        strip = "   ".join(filter(None, (stop, "A new plan   nine weeks")))
        self.show(strip, _KEYS, "plan-form.preview", first="running")

    def read(self) -> tuple[Answers | None, tuple[Fault, ...]]:
        """Return the answers, and what of them cannot be."""
        return form.read(
            self.texts(), self._plans.day, self._plans.plans, self._plans.stage, self._trials
        )

    def come_to(self, asked: Answers) -> tuple[SheetLine, ...]:
        """Return the nine weeks, and first that they begin too soon after a race."""
        weeks, soon = preview_lines(*self._plans.drafted(asked)), form.too_soon(asked, self._runs)
        return (SheetLine("", soon, "mark"), *weeks) if soon else weeks

    def day_of(self, field: FormField) -> date | None:
        """Return the day that is understood in a line."""
        return form.understood(field.name, self.texts(), self._plans.day)

    def take(self, asked: Answers) -> None:
        """Begin the plan."""
        self._done(asked)

    def action_begin(self) -> None:
        """Begin the plan, unless an answer cannot be."""
        self.submit()

    def thrown_away(self) -> None:
        """Say that no plan is to begin."""
        self._done(None)
