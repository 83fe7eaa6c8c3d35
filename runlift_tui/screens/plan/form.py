"""A new plan: a few lines, each with a default that makes sense, and the nine weeks beside them."""

from collections.abc import Callable

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import FormField, SheetLine
from runlift_tui.core.plan import form
from runlift_tui.core.plan.outcome import preview_lines
from runlift_tui.core.plan.plan import Answers
from runlift_tui.core.words.faults import Fault
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.form_page import FormPage
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.widgets.lines.sheet import Sheet

_KEYS = faces("plan-form", "begin; above below; choice; keys; back")


class PlanForm(FormPage):
    """The questions, and beside them what they unfold to; wrong answers are told where typed."""

    BINDINGS = bindings("plan-form")
    ASK = (
        "Not begun yet: {plan-form.begin} begins the plan, "
        "{plan-form.back} again throws the answers away."
    )
    LONGEST = 60

    def __init__(self, plans: PlansToday, done: Callable[[Answers | None], object]) -> None:
        """Open the form.

        Args:
            plans: What there is already.
            done: Given the answers of the plan that is to begin, or None where none is.
        """
        athlete, runs = plans.today.athlete, plans.today.store.runs.all(plans.day - form.NOTED)
        began = form.suggested(athlete.level, runs, plans.day, distance_of(athlete))
        super().__init__(form.FIELDS, began)
        self._plans = plans
        self._done = done

    def on_mount(self) -> None:
        """Show the weeks of the defaults."""
        self.show_strip("A new plan   nine weeks")
        self.show_keys(_KEYS)
        self.query_one(Sheet).more = named("…  {plan-form.preview} shows the rest")
        self.look()
        self.go_to("running")

    def _read(self) -> tuple[Answers | None, tuple[Fault, ...]]:
        return form.read(self.texts(), self._plans.day, self._plans.plans, self._plans.stage)

    def look(self) -> None:
        """Show the nine weeks; with an answer that cannot be, what is wrong with it."""
        answers, faults = self._read()
        if answers is None or faults:
            lines = [SheetLine(_label(fault), f"{fault.what}.", "mark") for fault in faults]
            self.query_one(Sheet).sheet = tuple(lines)
            return
        self.query_one(Sheet).sheet = preview_lines(*self._plans.drafted(answers))

    def tell_of(self, field: FormField) -> None:
        """Say what is wrong with a line, or what belongs there."""
        wrong = [fault for fault in self._read()[1] if _place(fault) == field.name]
        if wrong:
            self.tell(f"{field.label}: {wrong[0].what}.", wrong=True)
        else:
            self.tell(field.hint)

    def submit(self) -> None:
        """Begin the plan."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin the plan, unless an answer cannot be."""
        answers, faults = self._read()
        if answers is None or faults:
            self.go_to(_place(faults[0]))
            self.tell(f"{_label(faults[0])}: {faults[0].what}.", wrong=True)
            return
        self.dismiss()
        self._done(answers)

    def thrown_away(self) -> None:
        """Say that no plan is to begin."""
        self._done(None)

    def action_preview(self) -> None:
        """Show everything that the answers come to, in a window of any height."""
        self.action_whole()


def _place(fault: Fault) -> str:
    """Return the name of the line that a fault belongs to."""
    return str(fault.where[0]) if fault.where else form.FIELDS[0].name


def _label(fault: Fault) -> str:
    return next(field.label for field in form.FIELDS if field.name == _place(fault))
