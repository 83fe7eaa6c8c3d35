"""Words in large letters that stand until the next step: the heading, and a side."""

from runlift_tui.core.exercises.call import fitting
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Pieces, Tone
from runlift_tui.widgets.large.figure import text_lines
from runlift_tui.widgets.large.lettering import heading_lines


class Letters(Part):
    """A few words in the largest letters that fit, from the left; in front, words may fall off."""

    text: str = ""
    tone: Tone = ""

    def show(self, text: str, tone: Tone = "") -> None:
        """Show words in a tone."""
        if (text, tone) != (self.text, self.tone):
            self.text, self.tone = text, tone
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows of the words."""
        if not self.text:
            return []
        return heading_lines(fitting(self.text, width), width, height, self.tone)


class SideWord(Part):
    """`LEFT` or `RIGHT`, drawn with the round pen as high as its space."""

    text: str = ""

    def show(self, text: str) -> None:
        """Show a side."""
        if text != self.text:
            self.text = text
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows of the word."""
        return text_lines(self.text, height) if self.text else []
