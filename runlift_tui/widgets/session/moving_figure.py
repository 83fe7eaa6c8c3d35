"""An exercise, drawn in characters: whichever frame it is told to show."""

from functools import lru_cache
from itertools import groupby

from runlift_tui.core.exercises.figure import ARROWS, DOTTED, FigureFrames
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone

_NO_ARROWS = str.maketrans(dict.fromkeys(ARROWS, " "))


class MovingFigure(Part):
    """One frame of a figure, its floor on the lowest row; what does not fit is not drawn."""

    DEFAULT_CSS = "MovingFigure { width: 28; height: 12; &.-absent { display: none; } }"

    frames: FigureFrames | None = None
    number: int = 0
    """Which of the frames."""

    arrows: bool = True
    """Whether arrows tell the way that it moves."""

    def show(self, frames: FigureFrames | None, number: int, *, arrows: bool = True) -> None:
        """Show a frame of a figure; none for None. Only cells that change are painted.

        Args:
            frames: The figure.
            number: Which of its frames.
            arrows: Whether they tell the way that it moves; one that does move needs none.
        """
        wanted = number, arrows
        if frames is not self.frames or wanted != (self.number, self.arrows):
            self.frames, self.number, self.arrows = frames, number, arrows
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows of the frame, in the larger size that fits."""
        found = self.frames.fitting(width, height) if self.frames is not None else ()
        if not found:
            return []
        rows = found[self.number]
        left = Piece(" " * ((width - len(rows[0])) // 2))
        return [()] * (height - len(rows)) + [(left, *_pieces(row, self.arrows)) for row in rows]


def still(frames: FigureFrames, width: int, height: int) -> list[Pieces]:
    """Return the rows of the frame that says most by itself, in the larger size that fits."""
    found = frames.fitting(width, height)
    return [_pieces(row, True) for row in found[frames.still]] if found else []


@lru_cache(maxsize=512)
def _pieces(row: str, arrows: bool) -> Pieces:
    """Return a row, what recedes apart from the body."""
    row = row if arrows else row.translate(_NO_ARROWS)
    return tuple(Piece("".join(run), tone) for tone, run in groupby(row, _tone))


def _tone(char: str) -> Tone:
    if ord(char) in DOTTED:
        return "quiet"
    return "mark" if char in ARROWS else ""
