"""A new plan: a few lines, each with a default that makes sense, and the nine weeks beside them."""

from collections.abc import Callable, Iterator

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.plan import form
from runlift_tui.core.plan.outcome import preview_lines
from runlift_tui.core.plan.plan import Answers
from runlift_tui.core.words.faults import Fault
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.typing_in import typed_ahead
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.widgets.lines.choice import Choice
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told

_KEYS = faces("plan-form", "begin; above below; choice; keys; back")
_ASK = "Not begun yet: enter begins the plan, escape again throws the answers away."


class PlanForm(Page):
    """The questions, and beside them what they unfold to; wrong answers are told where typed."""

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("plan-form")

    def __init__(self, plans: PlansToday, done: Callable[[Answers | None], object]) -> None:
        """Open the form.

        Args:
            plans: What there is already.
            done: Given the answers of the plan that is to begin, or None where none is.
        """
        super().__init__()
        self._plans = plans
        self._done = done
        athlete, runs = plans.today.athlete, plans.today.store.runs.all(plans.day - form.LOOK_BACK)
        self._began = form.suggested(athlete.level, runs, plans.day, distance_of(athlete))
        self._asked = False

    def compose(self) -> ComposeResult:
        """Yield the strip, the form and the weeks, what is to be said of a line, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with VerticalScroll(id="form", can_focus=False), Container(id="lines"):
                yield Static(
                    Content("\n").join(Content(field.label) for field in form.FIELDS), id="labels"
                )
                with Vertical(id="values"):
                    yield from self._widgets()
            yield Sheet()
        yield Told()
        yield KeysLine()

    def _widgets(self) -> Iterator[Widget]:
        for field in form.FIELDS:
            value = self._began[field.name]
            if field.choices:
                yield Choice(field.choices, value, id=field.name)
            else:
                yield Input(value, compact=True, id=field.name, max_length=60)

    def on_mount(self) -> None:
        """Show the weeks of the defaults."""
        self.show_strip("A new plan   nine weeks")
        self.show_keys(_KEYS)
        self.query_one(Sheet).more = "…  page down shows the rest"
        self._show()
        self.set_focus(self.query_one("#running"))

    def on_key(self, event: events.Key) -> None:
        """Lose no letter that was typed before the form stood there."""
        typed_ahead(self, event)

    def _texts(self) -> dict[str, str]:
        """Return what stands in each line."""
        found = {}
        for field in form.FIELDS:
            widget = self.query_one(f"#{field.name}")
            if isinstance(widget, Input | Choice):
                found[field.name] = widget.value
        return found

    def _read(self) -> tuple[Answers | None, tuple[Fault, ...]]:
        return form.read(self._texts(), self._plans.day, self._plans.plans, self._plans.stage)

    def _show(self) -> None:
        """Show the nine weeks; with an answer that cannot be, what is wrong with it."""
        answers, faults = self._read()
        if answers is None or faults:
            lines = [SheetLine(_label(fault), f"{fault.what}.", "mark") for fault in faults]
            self.query_one(Sheet).sheet = tuple(lines)
            return
        self.query_one(Sheet).sheet = preview_lines(*self._plans.drafted(answers))

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        told = self.query_one(Told)
        told.text = text
        told.wrong = wrong

    def _tell_of(self, widget: Widget | None) -> None:
        """Say what is wrong with a line, or what belongs there."""
        field = next((each for each in form.FIELDS if widget and each.name == widget.id), None)
        if field is None:
            return
        wrong = [fault for fault in self._read()[1] if _place(fault) == field.name]
        if wrong:
            self._tell(f"{field.label}: {wrong[0].what}.", wrong=True)
        else:
            self._tell(field.hint)

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        self._asked = False
        self._tell_of(event.widget)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._changed(message.input)

    @on(Choice.Changed)
    def _chosen(self, message: Choice.Changed) -> None:
        self._changed(message.choice)

    def _changed(self, widget: Widget) -> None:
        self._asked = False
        self._show()
        self._tell_of(widget)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        """Begin the plan, unless an answer cannot be."""
        answers, faults = self._read()
        if answers is None or faults:
            self.set_focus(self.query_one(f"#{_place(faults[0])}"))
            self._tell(f"{_label(faults[0])}: {faults[0].what}.", wrong=True)
            return
        self.dismiss()
        self._done(answers)

    def action_back(self) -> None:
        """Leave the form; answers that were typed are thrown away only when asked twice."""
        if self._asked or self._texts() == self._began:
            self.dismiss()
            self._done(None)
        else:
            self._asked = True
            self._tell(_ASK, wrong=True)

    def action_preview(self) -> None:
        """Show everything that the answers come to, in a window of any height."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.query_one(Sheet).sheet))


def _place(fault: Fault) -> str:
    """Return the name of the line that a fault belongs to."""
    return str(fault.where[0]) if fault.where else form.FIELDS[0].name


def _label(fault: Fault) -> str:
    return next(field.label for field in form.FIELDS if field.name == _place(fault))
