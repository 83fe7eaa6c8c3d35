"""Runs and trials as a list shows them: newest first, every week under its own heading."""

from collections.abc import Sequence

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.runs.five_k import FiveK, five_ks
from runlift_tui.core.runs.logbook import LoggedRun, entry_of, ordered
from runlift_tui.core.runs.rows import RunWeek, row_words, run_weeks, week_words
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.runs.sheet import run_sheet
from runlift_tui.core.words.days import monday_of
from runlift_tui.core.words.units import Distance
from runlift_tui.screens.parts.list_page import ListModel
from runlift_tui.widgets.lists.in_sight import RowsInSight
from runlift_tui.widgets.lists.listing import Row

Item = LoggedRun | RunWeek


class RunList(ListModel[Item]):
    """The runs that are looked at, and what they come to."""

    def __init__(self, entries: Sequence[LoggedRun], unit: Distance) -> None:
        self.unit = unit
        """Of distances."""
        self.kind: RunKind | None = None
        """The only kind that is shown; None for all."""
        self.reload(entries)

    def reload(self, entries: Sequence[LoggedRun]) -> None:
        """Take over what was read anew; the same kind stays looked at."""
        self._entries = list(entries)
        self._count()

    def read(self, entries: Sequence[LoggedRun]) -> None:
        """Show others in their place."""
        self._entries = list(entries)
        self._count()

    def _count(self) -> None:
        """Work out everything that follows from the entries."""
        self.runs: list[Run] = [entry.run for entry in self._entries]
        self.weeks = run_weeks(self.runs)
        """Those that have a run in them, by their Mondays."""
        said = (entry.said for entry in self._entries)
        self.fives: tuple[FiveK, ...] = five_ks(each for each in said if isinstance(each, Trial))
        self.narrow(self.kind)

    def narrow(self, kind: RunKind | None) -> None:
        """Show only one kind, or all for None."""
        self.kind = kind
        shown = [each for each in self._entries if kind is None or each.run.kind is kind]
        weeks = self.weeks if kind is None else run_weeks(each.run for each in shown)
        self._items: list[Item] = []
        self.shown = len(shown)
        """How many runs there are in the list."""
        monday = None
        for entry in reversed(shown):
            if monday_of(entry.said.day) != monday:
                monday = monday_of(entry.said.day)
                self._items.append(weeks[monday])
            self._items.append(entry)

    @property
    def kinds(self) -> dict[RunKind, int]:
        """How many runs there are of each kind."""
        return {
            kind: found
            for kind in RunKind
            if (found := sum(run.kind is kind for run in self.runs)) or kind is self.kind
        }

    @property
    def items(self) -> list[Item]:
        """The runs, each week under its own heading."""
        return self._items

    def id_of(self, item: Item) -> str:
        """Return the id of a run; a heading has none."""
        return item.said.id if isinstance(item, LoggedRun) else ""

    def rows(self) -> RowsInSight[Item]:
        """Return the rows as they are now."""
        return RowsInSight(self._items, self._row)

    def _row(self, item: Item) -> Row:
        if isinstance(item, RunWeek):
            return Row(*week_words(item, self.unit), is_heading=True)
        return Row(*row_words(item.said, self.unit))

    def entry(self, place: int) -> LoggedRun | None:
        """Return the run in a row, or None where there is none."""
        item = self.at(place)
        return item if isinstance(item, LoggedRun) else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no run at all."""
        return not self._items and self.kind is None

    def take(self, change: Amendment) -> None:
        """Take a change over."""
        self._entries = [each for each in self._entries if each.said.id != change.id]
        found = None if change.after is None else entry_of(change.table, change.after)
        if found is not None:
            self._entries = ordered((*self._entries, found))
        self._count()

    def sheet(self, place: int) -> tuple[SheetLine, ...]:
        """Return all that is known of the run in a row."""
        entry = self.entry(place)
        if entry is None:
            return ()
        week = self.weeks[monday_of(entry.said.day)]
        return run_sheet(entry.said, self.runs, week, self.fives, self.unit, entry.origin)
