"""One form with everything of an exercise, refused where it is typed, kept as a whole."""

from collections.abc import Callable, Iterator

from msgspec import structs
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from runlift_tui.core.exercises import form
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.sheet import sheet
from runlift_tui.core.exercises.shelf import Edit, kept
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import broken_by
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.ids import free_id, id_from
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.typing_in import typed_ahead
from runlift_tui.widgets.lines.choice import Choice
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told

_KEYS = faces("form", "keep; above below; choice; back; keys")
_NEW = "new-exercise"
_ASK = "Not kept yet: enter keeps it, escape again throws it away."


class ExerciseEditor(Page):
    """An exercise as a form, and beside it as the sheet that it will be."""

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("form")

    def __init__(
        self,
        shelf: Shelf,
        exercise: Exercise | None,
        unit: Unit,
        done: Callable[[Edit], object],
    ) -> None:
        """Open a form.

        Args:
            shelf: What there is.
            exercise: Which one to change; None for a new one.
            unit: Of loads.
            done: Given the edit that the form came to, if it is kept.
        """
        super().__init__()
        self._shelf = shelf
        self._is_new = exercise is None
        taken = {*shelf.shipped, *shelf.mine}
        self._base = exercise or Exercise(id=free_id(_NEW, taken), name="")
        self._fields = form.fields(self._base)
        self._began = form.typed(self._base)
        self._unit = unit
        self._done = done
        self._asked = False

    def compose(self) -> ComposeResult:
        """Yield the strip, the form and the sheet, what is to be said of a field, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with VerticalScroll(id="form", can_focus=False), Container(id="lines"):
                yield Static(self._labels(), id="labels")
                with Vertical(id="values"):
                    yield from self._widgets()
            yield Sheet()
        yield Told()
        yield KeysLine()

    def _labels(self) -> Content:
        return Content("\n").join(Content(field.label) for field in self._fields)

    def _widgets(self) -> Iterator[Widget]:
        for field in self._fields:
            value, id_ = self._began[field.name], _id(field.name)
            if field.choices:
                yield Choice(field.choices, value, id=id_)
            else:
                yield Input(value, compact=True, id=id_, select_on_focus=False, max_length=1000)

    def on_mount(self) -> None:
        """Show the exercise as it is."""
        self.show_strip("New exercise" if self._is_new else f"Edit   {self._base.name}")
        self.show_keys(_KEYS)
        self.query_one(Sheet).more = "…"
        self._show_sheet()
        self.set_focus(self.query_one(f"#{_id(self._fields[0].name)}"))

    def on_key(self, event: events.Key) -> None:
        """Lose no letter that was typed before the form stood there."""
        typed_ahead(self, event)

    def _texts(self) -> dict[str, str]:
        """Return what stands in each field."""
        found = {}
        for field in self._fields:
            widget = self.query_one(f"#{_id(field.name)}")
            if isinstance(widget, Input | Choice):
                found[field.name] = widget.value
        return found

    def _read(self) -> tuple[Exercise, tuple[Fault, ...]]:
        return form.read(self._texts(), self._base)

    def _show_sheet(self) -> None:
        exercise, _ = self._read()
        self.query_one(Sheet).sheet = sheet(exercise, self._shelf)

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        told = self.query_one(Told)
        told.text = text
        told.wrong = wrong

    def _tell_of(self, widget: Widget | None) -> None:
        """Say what is wrong with a field, or might be, or what belongs there."""
        field = next(
            (each for each in self._fields if widget and _id(each.name) == widget.id), None
        )
        if field is None:
            return
        exercise, faults = self._read()
        touched = self._texts()[field.name] != self._began[field.name]
        wrong = [fault.what for fault in faults if form.place_of(fault) == field.name]
        advice = form.advice(exercise, self._shelf.exercises(archived=True).values())
        if wrong and touched:
            self._tell(f"{field.label or 'cue'}: {wrong[0]}.", wrong=True)
        elif touched and field.name in advice:
            self._tell(f"{field.label}: {advice[field.name]}.")
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
        refused = self._refused() if message.choice.id == _id("measure") else ""
        if refused:
            with self.prevent(Choice.Changed):
                message.choice.value = self._began["measure"]
        self._changed(message.choice)
        if refused:
            self._tell(refused, wrong=True)

    def _changed(self, widget: Widget) -> None:
        self._asked = False
        self._show_sheet()
        self._tell_of(widget)

    def _refused(self) -> str:
        """Return why a routine would not work with the exercise as it is now, in words."""
        exercise, _ = self._read()
        if self._is_new or exercise.measure is self._base.measure:
            return ""
        for routine, what in broken_by(kept(self._shelf, exercise), self._shelf):
            return f"{routine} has it, {what}. A copy can be changed."
        return ""

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the exercise, unless something in it cannot work."""
        exercise, faults = self._read()
        if faults:
            self.set_focus(self.query_one(f"#{_id(form.place_of(faults[0]))}"))
            field = next(each for each in self._fields if each.name == form.place_of(faults[0]))
            self._tell(f"{field.label or 'cue'}: {faults[0].what}.", wrong=True)
            return
        if refused := self._refused():
            self._tell(refused, wrong=True)
            return
        self.dismiss()
        if self._is_new:
            taken = {*self._shelf.shipped, *self._shelf.mine}
            exercise = structs.replace(
                exercise, id=free_id(id_from(exercise.name, "exercise"), taken)
            )
        if exercise != self._base:
            self._done(kept(self._shelf, exercise))

    def action_back(self) -> None:
        """Leave the form; what was typed is thrown away only when asked twice."""
        if self._asked or self._texts() == self._began:
            self.dismiss()
        else:
            self._asked = True
            self._tell(_ASK, wrong=True)


def _id(name: str) -> str:
    """Return the id of a field's widget."""
    return f"field-{name.replace('.', '-')}"
