"""A form with all the fields of something, and what they come to beside it; kept as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import FormField
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.widgets.lines.choice import Choice
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.one_line import OneLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told

_CHOICE = "← →"
"""The keys that change a choice, as the last line has them; over typing they only move."""


_KEEPS = ("keep", "begin", "move")
"""The actions of forms that take what was typed."""


class FieldsScroll(VerticalScroll, inherit_bindings=False):
    """The lines of a form; it follows the line that is gone to, and takes no key of the form's."""


class FormPage(Page):
    """A page that owns the fields; a screen says what they come to, and what is to be said."""

    CSS_PATH = LIST_CSS

    ASK: ClassVar[str] = ""
    """Told before what was typed is thrown away."""
    LONGEST: ClassVar[int] = 1000
    """How many characters a field takes."""
    is_fit = True
    """Whether what stands in the fields can be, as `look` found it."""
    SELECTS: ClassVar[bool] = True
    """Whether a field that is gone to is typed over."""

    def __init__(self, fields: Sequence[FormField], began: Mapping[str, str]) -> None:
        """Open a form.

        Args:
            fields: In their order.
            began: What stands in each at first.
        """
        super().__init__()
        self.fields = fields
        self.began = began
        self._asked = False
        self.refused: Mapping[str, str] | None = None
        """What cannot be, and was told to be left by one key."""

    def compose(self) -> ComposeResult:
        """Yield the strip, the form and the sheet, what is to be said of a field, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with FieldsScroll(id="form", can_focus=False), Container(id="lines"):
                labels = (Content(field.label) for field in self.fields)
                yield Static(Content("\n").join(labels), id="labels")
                with Vertical(id="values"):
                    yield from self._widgets()
            yield Sheet()
        yield Told()
        yield KeysLine()

    def _widgets(self) -> Iterator[Widget]:
        for field in self.fields:
            value, id_ = self.began[field.name], _id(field.name)
            if field.choices:
                yield Choice(field.choices, value, field.also, id=id_)
            else:
                yield OneLine(
                    value,
                    compact=True,
                    id=id_,
                    select_on_focus=self.SELECTS,
                    max_length=self.LONGEST,
                )

    # What a screen says

    def look(self) -> None:
        """Show what the fields come to."""
        raise NotImplementedError

    def tell_of(self, field: FormField) -> None:
        """Say what is wrong with a field, or what belongs there."""
        raise NotImplementedError

    def submit(self) -> None:
        """Keep what was typed, unless something in it cannot be."""
        raise NotImplementedError

    def thrown_away(self) -> None:
        """Hear that the form was left, and nothing kept."""

    # The fields

    def go_to(self, name: str) -> None:
        """Go to the field of this name."""
        self.set_focus(self.query_one(f"#{_id(name)}"))

    def texts(self) -> dict[str, str]:
        """Return what stands in each field."""
        found = {}
        for field in self.fields:
            widget = self.query_one(f"#{_id(field.name)}")
            if isinstance(widget, Input | Choice):
                found[field.name] = widget.value
        return found

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say something in the line below the form."""
        self.query_one(Told).say(text, wrong=wrong)

    def field_of(self, widget: Widget | None) -> FormField | None:
        """Return the field that a widget belongs to."""
        return next((each for each in self.fields if widget and _id(each.name) == widget.id), None)

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        self._asked = False
        if field := self.field_of(event.widget):
            self.name_keys(field)
            self.tell_of(field)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self.changed(message.input)

    @on(Choice.Chosen)
    def _chosen(self, message: Choice.Chosen) -> None:
        self.changed(message.choice)

    @on(Choice.NoneOfThem)
    def _unknown(self, message: Choice.NoneOfThem) -> None:
        words = ", ".join(word for _, word in message.choice.choices)
        self.tell(f"{message.text} is none of {words}: {_CHOICE} changes it", wrong=True)

    def changed(self, widget: Widget) -> None:
        """Show what the fields come to now."""
        self._asked = False
        self.look()
        if field := self.field_of(widget):
            self.name_keys(field)
            self.tell_of(field)

    def name_keys(self, field: FormField) -> None:
        """Name the keys that do something in a field; none keeps what cannot be."""
        choice = () if field.choices else (_CHOICE,)
        self.show_keys(self._keys, choice if self.is_fit else (*choice, *_KEEPS))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.submit()

    def action_back(self) -> None:
        """Leave the form; what was typed is thrown away only when asked twice."""
        if self._asked or self.texts() in (self.began, self.refused):
            self.dismiss()
            self.thrown_away()
        else:
            self._asked = True
            self.tell(named(self.ASK), wrong=True)


def _id(name: str) -> str:
    """Return the id of a field's widget."""
    return f"field-{name.replace('.', '-')}"
