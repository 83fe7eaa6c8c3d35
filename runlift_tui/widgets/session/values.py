"""The row of values that the athlete can type into. It only shows: the draft lives in core."""

from msgspec import Struct
from textual.events import Click, MouseEvent, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.face.shapes import FieldFace, PanelFace
from runlift_tui.core.words.text import safe_text, sentence
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, cut, joined, placed, width_of
from runlift_tui.widgets.base.wrapping import ended, wrapped

_AFTER_HEADING = 3
_AIR = 2
"""Cells that a note keeps from what stands beside the values."""
_STACKED = 2
"""Up to so many rows nothing stands beside them, but under them."""


class FieldPointed(Message):
    """A field was clicked, or the wheel was turned over it."""

    def __init__(self, index: int, by: int = 0) -> None:
        super().__init__()
        self.index = index
        """Its place in the row, from 0."""
        self.by = by
        """1 for a turn up, -1 for one down, 0 for a click."""


class _Row(Struct, frozen=True):
    """Where the values stand."""

    y: int
    x: int
    gap: int


class Values(Part):
    """A heading and a row of values: `left  8   right [7]   load  2 x 12 kg   could do  –`.

    With one row only, the heading stands in front of the values if both fit, or gives way.
    """

    DEFAULT_CSS = "Values { height: 3; width: 1fr; }"

    fields: var[tuple[FieldFace, ...]] = var((), init=False)
    panel: var[PanelFace] = var(PanelFace(), init=False)
    right: var[Pieces] = var((), init=False)
    """What stands at the end of their row, as pieces whose texts are safe already.

    Where they have no room the last ones are left out.
    """

    def watch_fields(self) -> None:
        """Show the new values."""
        self.redraw()

    def watch_panel(self) -> None:
        """Show the new heading."""
        self.redraw()

    def watch_right(self) -> None:
        """Show what stands at the end of the row."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the heading, the values or the note."""
        top = heading(self.panel)
        taken = int(bool(self.fields)) + int(width_of(top) > 0)
        wide = width - _AIR if height > _STACKED else width
        notes = self._notes(wide, max(1, height - taken))
        rows = [top, *notes] if width_of(top) else notes
        if self.fields:
            at = self._arranged(width, height)
            values = joined([_field(field) for field in self.fields], at.gap)
            if at.x:
                values = (*top, Piece(" " * _AFTER_HEADING), *values)
            right = self._beside(width - width_of(values) - _AIR)
            if right:
                values = placed(values, (), right, width)
            rows = [*[top][: at.y], values, *notes]
        return [cut(row, width) for row in rows[:height]]

    def _beside(self, room: int) -> Pieces:
        """Return as much of what stands at the end of the row as there is room for."""
        count = len(self.right)
        while count and width_of(self.right[:count]) > room:
            count -= 1
        return self.right[:count]

    def _notes(self, width: int, rows: int) -> list[Pieces]:
        """Return the panel's lines in so many rows: each wrapped, else all in one, else marked."""
        own = [safe_text(line) for line in self.panel.lines]
        lines = [row for line in own for row in wrapped(line, max(1, width))]
        if len(lines) > rows:
            lines = ended(wrapped(" ".join(map(sentence, own)), max(1, width)), width, rows)
        first: Tone = "good" if self.panel.is_marked else "quiet"
        return [cut((Piece(line, "quiet" if n else first),), width) for n, line in enumerate(lines)]

    def on_click(self, event: Click) -> None:
        """Say which field was clicked."""
        self._pointed(event)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Say over which field the wheel was turned up."""
        self._pointed(event, 1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Say over which field the wheel was turned down."""
        self._pointed(event, -1)

    def _pointed(self, event: MouseEvent, by: int = 0) -> None:
        index = self._field_at(event)
        if index is not None:
            if by:
                event.stop()
            self.post_message(FieldPointed(index, by))

    def _field_at(self, event: MouseEvent) -> int | None:
        """Return the place of the field under the mouse, or None for none."""
        at = self._arranged(*self.size)
        x = at.x
        for index, field in enumerate(self.fields):
            end = x + width_of(_field(field))
            if event.y == at.y and x <= event.x < end:
                return index
            x = end + at.gap
        return None

    def _arranged(self, width: int, height: int) -> _Row:
        """Return the loosest arrangement that fits."""
        shown = [_field(field) for field in self.fields]
        top = width_of(heading(self.panel))
        y = 1 if top and height - len(self.panel.lines) > 1 else 0
        starts = [0] if y or not top else [top + _AFTER_HEADING, 0]
        for x in starts:
            for gap in (3, 2, 1):
                if x + width_of(joined(shown, gap)) <= width:
                    return _Row(y, x, gap)
        return _Row(y, 0, 1)


def heading(panel: PanelFace) -> Pieces:
    """Return what heads values: `DONE  B2  JUMPING LUNGE`."""
    texts = (panel.heading, panel.label, panel.name.upper())
    tones: tuple[Tone, ...] = ("quiet", "strong", "strong")
    parts = [(Piece(safe_text(text), tone),) for text, tone in zip(texts, tones, strict=True)]
    return joined(parts, 2)


def _field(field: FieldFace) -> Pieces:
    """Return one field; brackets stand where the spaces were, so that nothing shifts."""
    name, shown = Piece(safe_text(field.name), "quiet"), safe_text(field.shown)
    match field.state:
        case "focused":
            return (name, Piece(" "), Piece(f"[{shown}]", "chip"))
        case "draft":
            return (name, Piece(" "), Piece(f"[{shown}_]", "chip"))
        case "prefilled":
            return (name, Piece(f"  {shown} "))
        case "plain":
            return (name, Piece(f"  {shown} ", "strong"))
