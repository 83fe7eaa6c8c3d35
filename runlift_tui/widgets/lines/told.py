"""What has just been done, or cannot be: one line, two where one is not enough."""

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, width_of
from runlift_tui.widgets.base.wrapping import wrapped

_MOST = 2


class Told(Part):
    """A few words at the foot of a screen; what is wrong has a tone of its own."""

    DEFAULT_CSS = """
    Told {
        height: 1;
        width: 1fr;
        &.-long { height: 2; }
    }
    """

    text: var[str] = var("")
    wrong: var[bool] = var(False)
    """Whether something is not saved, or refused."""

    def watch_text(self) -> None:
        """Show the new words."""
        self.set_class(width_of((Piece(safe_text(self.text)),)) > self.size.width > 0, "-long")
        self.redraw()

    def watch_wrong(self) -> None:
        """Show the words in their tone."""
        self.redraw()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show words, and whether they are of something wrong."""
        self.text = text
        self.wrong = wrong

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the words."""
        rows = wrapped(safe_text(self.text), max(1, width))
        return [(Piece(row, "mark" if self.wrong else "quiet"),) for row in rows[:_MOST]]


class ToldLine(Static):
    """The same as plain text; a screen's styles may give it more than its one or two lines."""

    def __init__(self) -> None:
        super().__init__(id="told", markup=False)
        self._text = ""

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show words, and whether they are of something wrong."""
        self._text = safe_text(text)
        self.update(Content(self._text), layout=False)
        self.set_class(wrong, "-unsaved")
        self._fit()

    def on_resize(self) -> None:
        """Take a second line where the words need it in the new width, or give it back."""
        self._fit()

    def _fit(self) -> None:
        self.set_class(width_of((Piece(self._text),)) > self.size.width > 0, "-long")
