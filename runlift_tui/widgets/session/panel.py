"""A small titled block: what was just done, what comes next."""

from textual.reactive import var

from runlift_tui.core.face.shapes import PanelFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, cut, joined, width_of


def heading(panel: PanelFace) -> Pieces:
    """Return the heading row of a panel: `NEXT  B2  JUMPING LUNGE`."""
    return joined(
        (
            (Piece(safe_text(panel.heading), "quiet"),),
            (Piece(safe_text(panel.label), "strong"),),
            (Piece(safe_text(panel.name).upper(), "strong"),),
        ),
        2,
    )


_GAP = "   "


class Panel(Part):
    """A heading and up to two lines; lower windows show the weightier part of it.

    Parts of a line stand three spaces apart; those that a row does not hold begin the next one.
    """

    DEFAULT_CSS = "Panel { height: 3; width: 1fr; }"

    panel: var[PanelFace] = var(PanelFace(), init=False)

    def watch_panel(self) -> None:
        """Show the new panel."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows; where rows are missing, the first line joins the heading if it fits."""
        top = heading(self.panel)
        # What comes next is read from as far away as the figure, as well as a cell allows.
        first: Tone = "strong" if self.panel.heading else ""
        lines = [
            tuple(Piece(part, "" if n else first) for part in safe_text(line).split(_GAP))
            for n, line in enumerate(self.panel.lines)
        ]
        if not width_of(top) or height > len(lines):
            own = [top] if width_of(top) else []
            rows = [*own, *_flowed((), lines, width)]
        elif height > 1:
            rows = _flowed(top, lines, width)
        else:
            # The first part stays, even cut.
            stays = tuple((line[0],) for line in lines[:1])
            rows = _flowed(joined((top, *stays), len(_GAP)), [lines[0][1:]] if lines else [], width)
        return [cut(row, width) for row in rows[:height]]


def _flowed(row: Pieces, lines: list[Pieces], width: int) -> list[Pieces]:
    """Return the parts of lines as rows, the first of them behind what stands in one already."""
    rows: list[Pieces] = []
    for line in lines:
        broken = False
        for part in line:
            longer = joined((row, (part,)), len(_GAP))
            if row and width_of(longer) > width:
                rows.append(row)
                row, broken = (part,), True
            else:
                row = longer
        if not broken:
            rows.append(row)
            row = ()
    return [*rows, row] if row else rows
