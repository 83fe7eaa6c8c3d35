"""The thin strip on top: where I am, the whole session in squares, how much is left."""

from typing import NamedTuple

from textual.reactive import var

from runlift_tui.core.face import Mark
from runlift_tui.core.text import safe_text
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, joined, placed, width_of
from runlift_tui.widgets.squares import squares


class Course(NamedTuple):
    """Where in the session I am."""

    place: str = ""
    squares: tuple[tuple[Mark, ...], ...] = ()
    progress: str = ""
    until: str = ""


class TopStrip(Part):
    """Place, squares, progress and the hour it will be done, as many of them as fit."""

    DEFAULT_CSS = "TopStrip { height: 1; width: 1fr; }"

    course: var[Course] = var(Course())

    def watch_course(self) -> None:
        """Show the new place."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the fullest arrangement that fits: first the hour goes, then the squares."""
        course = self.course
        left = (Piece(safe_text(course.place), "strong"),)
        progress = (Piece(safe_text(course.progress), "quiet"),)
        until = (Piece(safe_text(course.until), "quiet"),)
        ample = squares(course.squares, 10_000)
        tight = squares(course.squares, max(0, width_of(ample) - 1))
        for middle, right in (
            (ample, joined((progress, until), 3)),
            (ample, progress),
            (tight, progress),
            (tight, ()),
            ((), progress),
        ):
            if width_of(left) + width_of(middle) + width_of(right) + 6 <= width:
                return [placed(left, middle, right, width)]
        return [placed(left, (), (), width)]
