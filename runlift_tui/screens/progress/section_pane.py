"""What is behind an answer of progress: its charts, a point of them in words, or its rows."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.tables import (
    WIDE_GAP,
    Column,
    fitted,
    head_line,
    laid_out,
    line,
    width_of,
)
from runlift_tui.core.progress.sections import Section, SectionLine
from runlift_tui.screens.progress.section_view import SectionView
from runlift_tui.widgets.charts.chart_view import ChartClicked, ChartScrolled, ChartView
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled

_AROUND = 6
"""Cells of a row that are no text: the mark before it, and how far down the list it is."""


class SectionPane(Vertical):
    """The chosen chart, the next where there is room, and what it says; or the table of it."""

    view: SectionView | None = None
    """What is looked at; None until the past was read."""
    is_drawn: bool = False
    """Whether it is the charts that are shown."""

    def compose(self) -> ComposeResult:
        """Yield both charts with their names, what a point says, the rows, what the figures are."""
        yield Static(id="curves", markup=False)
        yield ChartView(id="first")
        yield Static(id="second-curve", markup=False)
        yield ChartView(id="second")
        yield Static(id="reading", markup=False)
        yield Static(id="heads", markup=False)
        yield Listing()
        yield Static(id="notes", markup=False)

    def on_mount(self) -> None:
        """Say that the past is being read."""
        self.query_one(Listing).empty = "reading …"

    def take(self, view: SectionView, *, as_table: bool) -> None:
        """Show a section, drawn where there is something to draw and no table is wanted."""
        self.view = view
        self.is_drawn = not as_table and view.drawn is not None
        self.set_class(self.is_drawn, "-chart")
        self.set_class(view.next is not None, "-two")
        if self.is_drawn:
            self._draw(view)
        else:
            self._list(view)

    def go(self, by: int) -> None:
        """Go along the chart, or through the rows."""
        if self.view is None:
            return
        if self.is_drawn:
            self.view.move(by)
            self._draw(self.view)
        else:
            self._choose(self.view.row + by)

    def step(self, by: int) -> None:
        """Choose the row above or below; over a chart, another curve of the same answer."""
        if self.view is not None and self.is_drawn:
            self.view.turn(by)
            self._draw(self.view)
        else:
            self.go(by)

    def _draw(self, view: SectionView) -> None:
        for drawn, name in ((view.drawn, "#first"), (view.next, "#second")):
            if drawn is not None:
                chart = self.query_one(name, ChartView)
                chart.set_class(drawn.of_jumps, "-jumps")
                chart.chart = view.chart_of(drawn)
        self.query_one("#curves", Static).update(view.tabs())
        if view.next is not None:
            self.query_one("#second-curve", Static).update(view.head_of(view.next))
        self.query_one("#reading", Static).update(Content(view.reading()))

    def _list(self, view: SectionView) -> None:
        section = view.section
        listing = self.query_one(Listing)
        listing.empty = named(section.empty)
        heads, listing.rows = _table(section, self.size.width - _AROUND)
        listing.chosen = view.row
        # As far in as the rows, which have a mark before them.
        self.query_one("#heads", Static).update(Content(f"    {heads}"))
        self.query_one("#notes", Static).update(Content("  ".join(section.notes)))

    def on_resize(self) -> None:
        """Share the new width among the columns."""
        if self.view is not None and not self.is_drawn:
            self._list(self.view)

    def _choose(self, row: int) -> None:
        if self.view is not None:
            self.view.row = max(0, min(row, len(self.view.section.lines) - 1))
            self.query_one(Listing).chosen = self.view.row

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the row that was clicked."""
        self._choose(message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the rows by the wheel."""
        self.go(message.by)

    def on_chart_clicked(self, message: ChartClicked) -> None:
        """Choose the point or the bar that was clicked."""
        if self.view is not None:
            self.view.choose(message.place)
            self._draw(self.view)

    def on_chart_scrolled(self, message: ChartScrolled) -> None:
        """Go along the chart by the wheel."""
        self.go(message.by)


def _table(section: Section, width: int) -> tuple[str, tuple[Row, ...]]:
    """Return the heads and the rows of a section; words that may be shortened share a width."""
    cells = [row.cells for row in section.lines]
    if any(column.least for column in section.columns):
        heads, *rows = laid_out(section.columns, cells, width)
        return heads, tuple(map(Row, rows))
    columns = fitted(section.columns, cells)
    barred = any(row.bar for row in section.lines)
    rows_of = tuple(_row(columns, row, barred=barred) for row in section.lines)
    return head_line(columns, WIDE_GAP), rows_of


def _row(columns: Sequence[Column], row: SectionLine, *, barred: bool) -> Row:
    """Return a row of the list; where bars follow, they all begin in one place."""
    text = line(columns, row.cells, WIDE_GAP)
    return Row(text.ljust(width_of(columns, WIDE_GAP)) if barred else text, bar=row.bar)
