"""A small titled block: what was just done, what comes next."""

from textual.reactive import var

from runlift_tui.core.face import PanelFace
from runlift_tui.core.text import safe_text
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, cut, joined, width_of


def heading(panel: PanelFace) -> Pieces:
    """Return the heading row of a panel: `NEXT  B2  JUMPING LUNGE`."""
    return joined(
        (
            (Piece(safe_text(panel.heading), "quiet"),),
            (Piece(safe_text(panel.label), "strong"),),
            (Piece(safe_text(panel.name).upper()),),
        ),
        2,
    )


class Panel(Part):
    """A heading and up to two lines; lower windows show the weightier part of it."""

    DEFAULT_CSS = "Panel { height: 3; width: 1fr; }"

    panel: var[PanelFace] = var(PanelFace(), init=False)

    def watch_panel(self) -> None:
        """Show the new panel."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows; where rows are missing, the first line joins the heading if it fits."""
        top = heading(self.panel)
        lines = [(Piece(safe_text(line)),) for line in self.panel.lines]
        rows: list[Pieces] = [top, *lines] if width_of(top) else [*lines]
        if len(rows) > height and width_of(top):
            both = joined((rows[0], rows[1]), 3)
            if width_of(both) <= width or height == 1:
                rows[:2] = [both]
        return [cut(row, width) for row in rows[:height]]
