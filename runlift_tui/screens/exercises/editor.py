"""One form with everything of an exercise, refused where it is typed, kept as a whole."""

from collections.abc import Callable

from msgspec import structs
from textual.widget import Widget

from runlift_tui.core.exercises import form
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.sheet import sheet
from runlift_tui.core.exercises.shelf import Edit, kept
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import FormField
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import broken_by
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.ids import free_id, id_from
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.form_page import FormPage
from runlift_tui.widgets.lines.choice import Choice
from runlift_tui.widgets.lines.sheet import Sheet

_KEYS = faces("form", "keep; above below; choice; back; keys")
_NEW = "new-exercise"


class ExerciseEditor(FormPage):
    """An exercise as a form, and beside it as the sheet that it will be."""

    BINDINGS = bindings("form")
    ASK = "Not kept yet: {form.keep} keeps it, {form.back} again throws it away."
    SELECTS = False

    def __init__(
        self,
        shelf: Shelf,
        exercise: Exercise | None,
        done: Callable[[Edit], object],
        name: str = "",
    ) -> None:
        """Open a form.

        Args:
            shelf: What there is.
            exercise: Which one to change; None for a new one.
            done: Given the edit that the form came to, if it is kept.
            name: Of a new one, as far as it is known.
        """
        taken = {*shelf.shipped, *shelf.mine}
        base = exercise or Exercise(id=free_id(_NEW, taken), name=name)
        super().__init__(form.fields(base), form.typed(base))
        self._shelf = shelf
        self._is_new = exercise is None
        self._base = base
        self._done = done

    def on_mount(self) -> None:
        """Show the exercise as it is."""
        self.show_strip("New exercise" if self._is_new else f"Edit   {self._base.name}")
        self.show_keys(_KEYS)
        self.query_one(Sheet).more = "…"
        self.look()
        self.go_to(self.fields[0].name)

    def _read(self) -> tuple[Exercise, tuple[Fault, ...]]:
        return form.read(self.texts(), self._base)

    def look(self) -> None:
        """Show the sheet that it will be."""
        exercise, faults = self._read()
        self.is_fit = not faults
        self.query_one(Sheet).sheet = sheet(exercise, self._shelf)

    def tell_of(self, field: FormField) -> None:
        """Say what is wrong with a field, or might be, or what belongs there."""
        exercise, faults = self._read()
        touched = self.texts()[field.name] != self.began[field.name]
        wrong = [fault.what for fault in faults if form.place_of(fault) == field.name]
        advice = form.advice(exercise, self._shelf.exercises(archived=True).values())
        if wrong and touched:
            self.tell(f"{field.label or 'cue'}: {wrong[0]}.", wrong=True)
        elif touched and field.name in advice:
            self.tell(f"{field.label}: {advice[field.name]}.")
        else:
            self.tell(field.hint)

    def changed(self, widget: Widget) -> None:
        """Show the sheet; take a measure back that a routine would not work with."""
        field = self.field_of(widget)
        is_measure = field is not None and field.name == "measure"
        refused = self._refused() if is_measure else ""
        if refused and isinstance(widget, Choice):
            with self.prevent(Choice.Chosen):
                widget.value = self.began["measure"]
        super().changed(widget)
        if refused:
            self.tell(refused, wrong=True)

    def _refused(self) -> str:
        """Return why a routine would not work with the exercise as it is now, in words."""
        exercise, _ = self._read()
        if self._is_new or exercise.measure is self._base.measure:
            return ""
        for routine, what in broken_by(kept(self._shelf, exercise), self._shelf):
            return f"{routine} has it, {what}. A copy can be changed."
        return ""

    def submit(self) -> None:
        """Keep the exercise."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the exercise, unless something in it cannot work."""
        exercise, faults = self._read()
        if faults:
            self.go_to(form.place_of(faults[0]))
            field = next(each for each in self.fields if each.name == form.place_of(faults[0]))
            self.tell(f"{field.label or 'cue'}: {faults[0].what}.", wrong=True)
            return
        if refused := self._refused():
            self.tell(refused, wrong=True)
            return
        self.dismiss()
        if self._is_new:
            taken = {*self._shelf.shipped, *self._shelf.mine}
            exercise = structs.replace(
                exercise, id=free_id(id_from(exercise.name, "exercise"), taken)
            )
        if exercise != self._base:
            self._done(kept(self._shelf, exercise))
