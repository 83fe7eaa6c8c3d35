"""An exercise, drawn in characters: whichever frame it is told to show."""

from functools import lru_cache
from itertools import groupby

from runlift_tui.core.figure_frames import ARROWS, DOTTED, FigureFrames
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, Tone


class MovingFigure(Part):
    """One frame of a figure, its floor on the lowest row; what does not fit is not drawn."""

    DEFAULT_CSS = "MovingFigure { width: 28; height: 12; &.-absent { display: none; } }"

    frames: FigureFrames | None = None
    number: int = 0
    """Which of the frames."""

    def show(self, frames: FigureFrames | None, number: int) -> None:
        """Show a frame of a figure; none for None. Only cells that change are painted."""
        if frames is not self.frames or number != self.number:
            self.frames, self.number = frames, number
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows of the frame, in the larger size that fits."""
        found = self.frames.fitting(width, height) if self.frames is not None else ()
        if not found:
            return []
        rows = found[self.number]
        left = Piece(" " * ((width - len(rows[0])) // 2))
        return [()] * (height - len(rows)) + [(left, *_pieces(row)) for row in rows]


@lru_cache(maxsize=512)
def _pieces(row: str) -> Pieces:
    """Return a row, what recedes apart from the body."""
    return tuple(Piece("".join(run), tone) for tone, run in groupby(row, _tone))


def _tone(char: str) -> Tone:
    if ord(char) in DOTTED:
        return "quiet"
    return "mark" if char in ARROWS else ""
