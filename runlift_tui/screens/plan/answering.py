"""A form about a plan: its answers, what they come to beside them, and which of them cannot be."""

from datetime import date
from typing import ClassVar, Generic, TypeVar

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import FormField, KeyFace, SheetLine
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.text import ended
from runlift_tui.screens.parts.form_page import FormPage
from runlift_tui.widgets.lines.sheet import Sheet

Answered = TypeVar("Answered")


class AnswersForm(FormPage, Generic[Answered]):
    """Tells a wrong answer where it is typed and where it is refused; nothing is done before."""

    LONGEST = 60
    LEAVES: ClassVar[str] = ""
    """Told with what cannot be, where the next key back leaves the form; else it is asked first."""

    def show(self, strip: str, keys: tuple[KeyFace, ...], preview: str, first: str) -> None:
        """Show the answers as they stand at first.

        Args:
            strip: What the form is for.
            keys: At its foot.
            preview: Id of the action that shows all that they come to.
            first: Name of the line that is gone to.
        """
        self.show_strip(strip)
        self.show_keys(keys)
        self.query_one(Sheet).more = named(f"…  {{{preview}}} shows the rest")
        self.look()
        self.go_to(first)

    # What a form says

    def read(self) -> tuple[Answered | None, tuple[Fault, ...]]:
        """Return what is asked for, and what of it cannot be."""
        raise NotImplementedError

    def come_to(self, asked: Answered) -> tuple[SheetLine, ...]:
        """Return what it comes to, in lines."""
        raise NotImplementedError

    def day_of(self, field: FormField) -> date | None:
        """Return the day that is understood in a line; None where none is, or none belongs."""
        return None

    def take(self, asked: Answered) -> None:
        """Do it; the form is gone."""
        raise NotImplementedError

    # The answers

    def look(self) -> None:
        """Show what the answers come to; with one that cannot be, what is wrong with it."""
        asked, faults = self.read()
        self.is_fit = asked is not None and not faults
        if asked is None or faults:
            wrong = (
                SheetLine(self._field(each).label, ended(each.what), "mark") for each in faults
            )
            self.query_one(Sheet).sheet = tuple(wrong)
        else:
            self.query_one(Sheet).sheet = self.come_to(asked)

    def tell_of(self, field: FormField) -> None:
        """Say what is wrong with a line, else which day is understood and what belongs there."""
        wrong = [fault for fault in self.read()[1] if self._field(fault) == field]
        if wrong:
            self.tell(ended(f"{field.label}: {wrong[0].what}"), wrong=True)
        else:
            day = self.day_of(field)
            self.tell(field.hint if day is None else f"{day_text(day)}   {field.hint}")

    def submit(self) -> None:
        """Do what is asked for, unless an answer cannot be."""
        asked, faults = self.read()
        if asked is None or faults:
            field = self._field(faults[0])
            self.go_to(field.name)
            why = ended(f"{field.label}: {faults[0].what}")
            self.tell(named(f"{why} {self.LEAVES}").strip(), wrong=True)
            self.refused = self.texts() if self.LEAVES else None
            return
        self.dismiss()
        self.take(asked)

    def action_preview(self) -> None:
        """Show all that the answers come to, in a window of any height."""
        self.action_whole()

    def _field(self, fault: Fault) -> FormField:
        """Return the line that a fault belongs to; the first where it belongs to none."""
        where = fault.where[0] if fault.where else ""
        return next((each for each in self.fields if each.name == where), self.fields[0])
