"""The whole session screen as one widget: it takes a face and hands every part its share."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Resize
from textual.reactive import var
from textual.widget import Widget

from runlift_tui.core.face.shapes import ScreenState, SessionFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.large.figure import Figure
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.session.bar import Bar
from runlift_tui.widgets.session.head import Course, Head, Title
from runlift_tui.widgets.session.panel import Panel
from runlift_tui.widgets.session.stage import Stage
from runlift_tui.widgets.session.values import Values

if TYPE_CHECKING:
    from runlift_tui.widgets.session.plain import PlainLines

HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
"""For the screen that holds the view: columns from which its classes count."""
VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-medium"), (32, "-tall")]
"""For the screen that holds the view: rows from which its classes count."""

LEAST = (60, 16)
"""Columns and rows below which the view does not hold its parts any more."""
_LEAST_WITH_FIGURE = 8
"""Rows from which a large figure stands over the plain lines of a window smaller than that."""

_TICKING = (ScreenState.HOLD, ScreenState.LEAD_IN)


class Foot(Widget):
    """The values and the panel beside them: side by side or one above the other."""

    BLANK = True
    DEFAULT_CSS = "Foot { width: 1fr; height: auto; }"


class SessionView(Widget):
    """Head, figure, cue, bar, values, panel and keys.

    It carries the state as a class (`-work`, `-rest`, `-priming`, `-hold`, `-lead-in`,
    `-overtime`, `-paused`, `-finished`, and `-unsaved` or `-pulse` with any of them), from which
    `session.tcss` takes the colours. An equal face repaints nothing.
    """

    BLANK = True
    DEFAULT_CSS = "SessionView { width: 1fr; height: 1fr; layout: vertical; }"

    face: var[SessionFace] = var(SessionFace())

    def __init__(self, face: SessionFace | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._head = Head()
        self._digits = BigDigits()
        self.stage = Stage(self._digits)
        """Where an exercise's figure may stand beside the digits."""
        self._bar = Bar()
        self._values = Values()
        self._aside = Panel()
        self._keys = KeysLine()
        self._plain: PlainLines | None = None
        self._sizes: frozenset[str] = frozenset()
        self.set_reactive(SessionView.face, face or SessionFace())
        self._show()

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self._head
        yield self.stage
        yield self._bar
        yield Foot(self._values, self._aside)
        yield self._keys

    def on_resize(self, event: Resize) -> None:
        """Give up what a window as small as this one cannot hold, and say it in plain lines."""
        width, height = event.size
        tiny = width < LEAST[0] or height < LEAST[1]
        bare = tiny and height < _LEAST_WITH_FIGURE
        self._sizes = frozenset(("-tiny",) * tiny + ("-bare",) * bare)
        if tiny and self._plain is None:
            from runlift_tui.widgets.session.plain import PlainLines

            self._plain = PlainLines()
            self.mount(self._plain)
        if self._plain is not None:
            self._plain.alone = bare
        self._show()

    def watch_face(self) -> None:
        """Hand the new face to the parts."""
        self._show()

    def _show(self) -> None:
        face = self.face
        self._classify(face)
        self._head.course = Course(face.place, face.squares, face.progress, face.until)
        self._head.banner = face.banner
        self._head.title = Title(face.word, face.label, face.title, face.side)
        self._digits.figure = figure_of(face)
        self._bar.over = _cue(face)
        self._bar.bar = face.bar
        self._aside.panel = face.aside
        self._values.panel = face.own
        self._values.fields = face.fields
        self._values.display = bool(face.fields or face.own.lines)
        self._values.set_class(bool(face.own.lines), "-noted")
        self._keys.keys = face.keys
        if self._plain is not None:
            self._plain.face = face

    def _classify(self, face: SessionFace) -> None:
        before = self.classes
        flags = {"-unsaved": face.unsaved, "-pulse": face.pulse}
        shown = {name for name, is_on in flags.items() if is_on}
        self.set_classes({f"-{face.state}", *shown, *self._sizes})
        if self.classes != before and self.is_mounted:
            # Colour and ground are inherited, and Textual does not repaint those who inherit them.
            for part in self.query(Part):
                part.refresh()


def figure_of(face: SessionFace) -> Figure:
    """Return the figure: hollow in a pause, and a hold's seconds with room for two digits."""
    big = face.big.ljust(2) if face.state in _TICKING else face.big
    return Figure(big, face.big_word, face.units, hollow=face.state is ScreenState.PAUSED)


def _cue(face: SessionFace) -> Pieces:
    if face.flash:
        return (Piece(safe_text(face.flash), "mark"),)
    return (Piece(safe_text(face.cue)),)
