"""The base of what stands on a screen: rows of toned text that repaint only what changed."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from runlift_tui.widgets.pieces import Piece, Pieces, first_change, width_of


class Part(Widget):
    """A widget that is a pure function of its vars and its size.

    A subclass says in `row` what stands in one row, and calls `redraw` when a var has changed.
    `redraw` compares the rows with those that were painted, cell by cell, and refreshes the
    stretch that differs: nothing at all when they are equal, and never a layout.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._painted: dict[int, Pieces] = {}
        self._tones: dict[str, Style] = {}

    def row(self, y: int, width: int, height: int) -> Pieces:
        """Return what stands in row `y` of a space of `width` by `height` cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Refresh what differs from what was painted."""
        width, height = self.size
        for y, painted in list(self._painted.items()):
            if y >= height or width_of(painted) != width:
                self.refresh()
                return
            row = _filled(self.row(y, width, height), width)
            change = first_change(painted, row)
            if change is not None:
                self._painted[y] = row
                self.refresh(Region(change[0], y, change[1] - change[0], 1))

    def render_line(self, y: int) -> Strip:
        """Paint row `y`, and remember what was painted."""
        width, height = self.size
        row = self._painted[y] = _filled(self.row(y, width, height), width)
        return Strip([Segment(text, self._tone(tone)) for text, tone in row if text], width)

    def notify_style_update(self) -> None:
        """Forget the tones: colours have changed."""
        self._tones.clear()
        super().notify_style_update()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> "Part":
        """Refresh regions, or everything; see `Widget.refresh`."""
        if not regions:
            self._tones.clear()
            self._painted.clear()
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _tone(self, tone: str) -> Style:
        style = self._tones.get(tone)
        if style is None:
            style = self._tones[tone] = self._styled(tone)
        return style

    def _styled(self, tone: str) -> Style:
        """Return a tone's style; component classes would cost a style match each at start."""
        own = self.rich_style
        match tone:
            case "figure":
                return own
            case "mark":
                return own + Style(bold=True)
            case "chip":
                return Style(color=own.bgcolor, bgcolor=own.color, bold=True)
        variables = self.app.theme_variables
        text = variables["foreground"]
        colour = Color.parse(variables.get("quiet", text) if tone == "quiet" else text)
        return own + Style(color=colour.rich_color, bold=tone == "strong" or None)


def _filled(row: Pieces, width: int) -> Pieces:
    """Return the row with spaces up to `width`."""
    missing = width - width_of(row)
    return (*row, Piece(" " * missing)) if missing > 0 else row
