"""The columns of a table by what they are for, and every row of it taken or told of."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from runlift_tui.exchange.neutral import BAD_ROW, DAY_ORDER, FileRead, NotRead
from runlift_tui.exchange.numbers import clean, decimal_sign, number
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.times import Unclear, day_leads, moment


class Columns:
    """The columns of a table, by what they are for."""

    def __init__(
        self, sheet: CellTable, names: Mapping[str, Iterable[str]], day_order: str = ""
    ) -> None:
        """Find the columns.

        Args:
            sheet: The table.
            names: What a column is for -> the folded headers that it may have.
            day_order: What the athlete said of days like 3/4/2026: "day" or "month" first.
        """
        self._sheet = sheet
        self.places = {what: sheet.place(*each) for what, each in names.items()}
        self._decimals: dict[str, str] = {}
        self._day_order = day_order
        self._day_leads: dict[str, bool | None] = {}

    def need(self, app: str, *wanted: str) -> None:
        """Refuse a table that lacks a column.

        Raises:
            NotRead: it does.
        """
        for what in wanted:
            if self.places.get(what) is None:
                raise NotRead(f"it looks like {app}'s, but has no column {what}")

    def has(self, what: str) -> bool:
        """Whether there is such a column."""
        return self.places.get(what) is not None

    def head(self, what: str) -> str:
        """Return the folded header of a column; empty where there is none."""
        place = self.places.get(what)
        return "" if place is None else self._sheet.header[place]

    def text(self, row: CellRow, what: str) -> str:
        """Return a cell, trimmed; empty where there is no such column."""
        place = self.places.get(what)
        return "" if place is None else clean(row.cells[place])

    def decimal(self, what: str) -> str:
        """Return the decimal sign of a column."""
        if what not in self._decimals:
            cells = (clean(each) for each in self._sheet.column(self.places.get(what)))
            self._decimals[what] = decimal_sign(cells)
        return self._decimals[what]

    def number(self, row: CellRow, what: str) -> float | None:
        """Return the number of a cell, None of a blank one.

        Raises:
            BadCell: it is no number.
        """
        text = self.text(row, what)
        if not text:
            return None
        found = number(text, self.decimal(what))
        if found is None:
            raise BadCell(f"{what} {text} is no number")
        return found

    def when(self, row: CellRow, what: str) -> tuple[datetime, bool] | None:
        """Return a moment, and whether only its day is known; None of a blank cell.

        Raises:
            BadCell: it is none.
            Unclear: nobody can say which number is the month.
        """
        text = self.text(row, what)
        if not text:
            return None
        if what not in self._day_leads:
            cells = self._sheet.column(self.places.get(what))
            self._day_leads[what] = day_leads(cells, self.head(what), self._day_order)
        found = moment(text, self._day_leads[what])
        if found is None:
            raise BadCell(f"{what} {text} is no time")
        return found

    def begun(self, row: CellRow, what: str) -> tuple[datetime, bool]:
        """Return when something began, and whether only its day is known.

        Raises:
            BadCell: it is not said, or is none.
            Unclear: nobody can say which number is the month.
        """
        found = self.when(row, what)
        if found is None:
            raise BadCell(f"it has no {what}")
        return found

    def end(self, row: CellRow, what: str) -> datetime | None:
        """Return when something ended; None where that is not said, or is no moment."""
        try:
            found = self.when(row, what)
        except (BadCell, Unclear):
            return None
        return None if found is None or found[1] else found[0]


class BadCell(Exception):
    """A cell that cannot be what its column is for."""


def is_even(read: FileRead, sheet: CellTable, row: CellRow) -> bool:
    """Whether a row has as many cells as the header; one that has not is told of."""
    if len(row.cells) == len(sheet.header):
        return True
    what = f"it has {len(row.cells)} cells, and the header {len(sheet.header)}"
    read.skip(BAD_ROW, row.line, what)
    return False


def read_rows(read: FileRead, table: CellTable, take: Callable[[CellRow], None]) -> None:
    """Take every row of a table; one that cannot be is told of with its line."""
    for row in table.rows:
        if not is_even(read, table, row):
            continue
        try:
            take(row)
        except BadCell as bad:
            read.skip(BAD_ROW, row.line, f"{bad}")
        except Unclear:
            if DAY_ORDER not in read.questions:
                read.questions.append(DAY_ORDER)
            read.skip(BAD_ROW, row.line, "which number is the month?")
