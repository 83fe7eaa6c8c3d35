"""The base of what stands on a screen: rows of toned text that repaint only what changed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from runlift_tui.widgets.base.pieces import Piece, Pieces, changed_cells, cut, width_of

_GROUNDED = {"chip", "alarm", "lit"}
"""Tones in which a space is seen."""
_OWN = {"figure", "mark", "chip", "lit"}
"""Tones in the widget's own colour."""
_KEPT = 200
"""Lines that are kept painted: the frames of a figure."""
LIT = 0.35
"""How far the ground of a flash leans towards the widget's own colour."""


class Hued(Widget):
    """A widget whose parts have a variable of the theme for their own colour.

    It is no style: a change of one paints everything anew, this one only what is in the colour.
    """

    hue: str = ""
    """The variable's name."""

    def take(self, hue: str) -> None:
        """Have another colour from now on."""
        if hue != self.hue:
            self.hue = hue
            for part in self.query(Part):
                part.recolour()


class Part(Widget):
    """A widget that is a pure function of its vars and its size.

    A subclass says in `lines` what stands in its rows, and calls `redraw` when a var has changed.
    `redraw` compares row by row and cell by cell, and refreshes the stretches that differ:
    nothing at all when they are equal, and never a layout.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: list[Pieces] = []
        self._lines: list[Pieces] = []
        self._lines_at = (0, 0)
        self._tones: dict[str, Style] = {}
        self._strips: dict[Pieces, Strip] = {}
        """Lines as they were painted before: a figure that moves comes back to the same ones."""
        self._painted: tuple[Region, list[Strip]] | None = None

    def lines(self, width: int, height: int) -> Sequence[Pieces]:
        """Return the rows, from the top, of a space of `width` by `height` cells.

        Rows that are missing are empty, rows that are too many are not shown.
        """
        raise NotImplementedError

    def redraw(self) -> None:
        """Refresh what has changed since the rows were last asked for."""
        if not self._lines:
            return
        width, height = self._lines_at
        before, self._rows = self._rows, _trimmed(self.lines(width, height), height)
        regions = []
        for y, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old == new:
                continue
            line = _filled(new, width)
            cells = changed_cells(self._lines[y], line)
            self._lines[y] = line
            if cells is not None:
                regions.append(Region(cells[0], y, cells[1] - cells[0], 1))
        if regions:
            self.refresh(*regions)

    def recolour(self) -> None:
        """Refresh what is in the widget's own colour, which has changed."""
        self._repaint()
        regions = []
        for y, line in enumerate(self._lines):
            x, ends = 0, list[int]()
            for text, tone in line:
                wide = cell_len(text)
                if tone in _OWN and (tone in _GROUNDED or not text.isspace()):
                    ends += [x, x + wide]
                x += wide
            if ends:
                regions.append(Region(ends[0], y, ends[-1] - ends[0], 1))
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """Paint row `y`."""
        self._ask()
        return self._strip(self._lines[y])

    def _ask(self) -> None:
        """Ask for the rows where they are not known, or were asked for in another size."""
        size = self.size
        if self._lines_at != size or not self._lines:
            self._lines_at = (size.width, size.height)
            self._rows = _trimmed(self.lines(*size), size.height)
            self._lines = [_filled(row, size.width) for row in self._rows]

    def _strip(self, line: Pieces) -> Strip:
        """Return a line, painted; the same object each time keeps what Textual makes of it."""
        found = self._strips.get(line)
        if found is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            for tone in {tone for _, tone in line} - self._tones.keys():
                self._tones[tone] = self._styled(tone)
            segments = [Segment(text, self._tones[tone]) for text, tone in line]
            found = self._strips[line] = Strip(segments, self._lines_at[0])
        return found

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some rows; where nothing has changed since the last time, they are as they were.

        Textual asks every widget that lies between two changes, and goes through all its rows.
        """
        if self._painted is None or self._painted[0] != crop:
            whole = self.styles.gutter or self.styles.has_rule("outline_top")
            strips = super().render_lines(crop) if whole else self._bare(crop)
            self._painted = crop, strips
        return self._painted[1]

    def _bare(self, crop: Region) -> list[Strip]:
        """Paint some rows of a part with nothing around it, past Textual's own way of doing it."""
        self._ask()
        strips = [self._strip(line) for line in self._lines[crop.y : crop.bottom]]
        filters = self.get_line_filters()
        if filters:
            ground = self.background_colors[1]
            for each in filters:
                strips = [strip.apply_filter(each, ground) for strip in strips]
        x1, x2 = crop.column_span
        if (x1, x2) != (0, self._lines_at[0]):
            strips = [strip.crop(x1, x2) for strip in strips]
        return strips

    def forget(self) -> None:
        """Paint everything anew when it is asked for the next time, which is no refresh."""
        self._lines, self._painted = [], None
        self._strips.clear()
        self._styles_cache.clear()

    def _set_dirty(self, *regions: Region) -> None:
        self._painted = None
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        """Forget the tones: colours have changed."""
        self._repaint()
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
            self._repaint()
            self._lines = []
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _repaint(self) -> None:
        """Forget how the tones look, and all that was painted in them."""
        self._tones.clear()
        self._strips.clear()

    def _styled(self, tone: str) -> Style:
        """Return a tone's style; component classes would cost a style match each at start."""
        variables = self.app.theme_variables
        own = self.rich_style
        hue = next((node.hue for node in self.ancestors if isinstance(node, Hued)), "")
        if hue:
            own += Style(color=Color.parse(variables[hue]).rich_color)
        match tone:
            case "figure":
                return own
            case "lit":
                return own + Style(bgcolor=_between(own.bgcolor, own.color).rich_color)
            case "mark":
                return own + Style(bold=True)
            case "chip":
                return Style(color=own.bgcolor, bgcolor=own.color, bold=True)
        text = variables["foreground"]
        if tone == "alarm":
            ground = Color.parse(variables.get("alarm", variables["error"])).rich_color
            return Style(color=own.bgcolor, bgcolor=ground, bold=True)
        named = {"good": "hold", "cursor": "work"}.get(tone, tone)
        colour = Color.parse(variables.get(named, text))
        return own + Style(color=colour.rich_color, bold=tone in ("strong", "good") or None)


def _between(ground: RichColor | None, colour: RichColor | None) -> Color:
    """Return the ground of a flash."""
    assert ground is not None
    assert colour is not None
    return Color.from_rich_color(ground).blend(Color.from_rich_color(colour), LIT)


def _trimmed(rows: Iterable[Pieces], height: int) -> list[Pieces]:
    """Return exactly `height` rows."""
    found = list(rows)[:height]
    return found + [()] * (height - len(found))


@lru_cache(maxsize=512)
def _filled(row: Pieces, width: int) -> Pieces:
    """Return a row of exactly `width` cells: filled with spaces, or cut.

    A row that is wider than its place would move all that stands right of it. Spaces join the
    piece before them: fewer colour codes.
    """
    merged: list[Piece] = []
    row = cut(row, width)
    for text, tone in (*row, Piece(" " * (width - width_of(row)))):
        if not text:
            continue
        last = merged[-1] if merged else None
        if last and last.tone == tone:
            merged[-1] = Piece(last.text + text, tone)
        elif last and not {last.tone, tone} & _GROUNDED and text.isspace():
            merged[-1] = Piece(last.text + text, last.tone)
        elif last and not {last.tone, tone} & _GROUNDED and last.text.isspace():
            merged[-1] = Piece(last.text + text, tone)
        else:
            merged.append(Piece(text, tone))
    return tuple(merged)
