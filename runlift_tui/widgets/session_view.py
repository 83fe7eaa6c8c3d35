"""The whole session screen as one widget: it takes a face and hands every part its share."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.widget import Widget

from runlift_tui.core.face import SessionFace, State
from runlift_tui.core.text import safe_text
from runlift_tui.widgets.bar import Bar
from runlift_tui.widgets.digits import BigDigits
from runlift_tui.widgets.figure import Figure
from runlift_tui.widgets.keys import KeysLine
from runlift_tui.widgets.lines import Spread, TextLine
from runlift_tui.widgets.panel import Panel
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces
from runlift_tui.widgets.top_strip import Course, TopStrip
from runlift_tui.widgets.values import Values

HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
"""For the screen that holds the view: columns from which its classes count."""
VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-medium"), (32, "-tall")]
"""For the screen that holds the view: rows from which its classes count."""

_TICKING = (State.HOLD, State.LEAD_IN)


class SessionView(Widget):
    """Strip, banner, title, figure, cue, bar, panels, values and keys.

    It carries the state as a class (`-work`, `-rest`, `-priming`, `-hold`, `-lead-in`,
    `-overtime`, `-paused`, `-finished`, and `-unsaved` with any of them), from which `app.tcss`
    takes the colours. An equal face repaints nothing.
    """

    face: var[SessionFace] = var(SessionFace())

    def __init__(self, face: SessionFace | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strip = TopStrip()
        self._banner = TextLine(classes="banner")
        self._title = TextLine(classes="title")
        self._digits = BigDigits()
        self._cue = TextLine(classes="cue")
        self._bar = Bar()
        self._values = Values()
        self._aside = Panel()
        self._keys = KeysLine()
        self.set_reactive(SessionView.face, face or SessionFace())
        self._show()

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self._strip
        yield self._banner
        yield self._title
        yield self._digits
        yield self._cue
        yield self._bar
        with Container(classes="foot"):
            yield self._values
            yield self._aside
        yield self._keys

    def watch_face(self) -> None:
        """Hand the new face to the parts."""
        self._show()

    def _show(self) -> None:
        face = self.face
        self._classify(f"-{face.state}", unsaved=face.unsaved)
        self._strip.course = Course(face.place, face.squares, face.progress, face.until)
        self._banner.line = Spread(middle=_banner(face))
        self._title.line = title_line(face)
        self._digits.figure = figure_of(face)
        self._cue.line = Spread(middle=_cue(face))
        self._bar.bar = face.bar
        self._aside.panel = face.aside
        self._values.panel = face.own
        self._values.fields = face.fields
        self._values.display = bool(face.fields or face.own.lines)
        self._keys.keys = face.keys

    def _classify(self, state: str, *, unsaved: bool) -> None:
        before = self.classes
        self.set_classes({state, "-unsaved"} if unsaved else {state})
        if self.classes != before and self.is_mounted:
            # The colour is inherited, and Textual does not repaint those who inherit it.
            for part in self.query(Part):
                part.refresh()


def title_line(face: SessionFace) -> Spread:
    """Return the title: the exercise with its slot and side, or the state's word alone."""
    word, title = safe_text(face.word), safe_text(face.title).upper()
    if not face.label:
        return Spread(middle=(Piece(f" {word or title} ", "chip"),))
    chip = (Piece(f" {word} ", "chip"), Piece("  ")) if word else ()
    label = (Piece(safe_text(face.label), "mark"), Piece("  "))
    return Spread((*chip, *label, Piece(title, "strong")), (), _side(face.side))


def figure_of(face: SessionFace) -> Figure:
    """Return the figure; a hold's seconds keep two places, so that nothing moves at 9."""
    big = face.big.ljust(2) if face.state in _TICKING else face.big
    return Figure(big, face.big_word, face.units)


def _side(side: str) -> Pieces:
    """Return the side with its last word standing out: start LEFT."""
    rest, _, last = safe_text(side).rpartition(" ")
    return (Piece(f"{rest} ", "quiet"), Piece(last, "mark")) if rest else (Piece(last, "mark"),)


def _cue(face: SessionFace) -> Pieces:
    if face.flash:
        return (Piece(safe_text(face.flash), "mark"),)
    return (Piece(safe_text(face.cue)),)


def _banner(face: SessionFace) -> Pieces:
    text = safe_text(face.banner.text)
    if not text:
        return ()
    return (Piece(f" {text} ", "chip" if face.unsaved else "quiet"),)
