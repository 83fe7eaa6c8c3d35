"""An exercise's sessions as the rows of a list, each worked out when it comes into sight."""

from collections.abc import Sequence
from typing import overload

from runlift_tui.core.lists.tables import WIDE_GAP, head_line, line
from runlift_tui.core.progress.curves import Curve, outing_cells, outing_columns
from runlift_tui.core.progress.exercise import ExerciseOuting
from runlift_tui.core.words.units import Unit
from runlift_tui.widgets.lists.listing import Row


class OutingRows(Sequence[Row]):
    """The rows, the newest first."""

    def __init__(
        self, outings: Sequence[ExerciseOuting], shown: Sequence[Curve], unit: Unit
    ) -> None:
        """Show outings that are given oldest first."""
        self._outings = outings
        self._shown = shown
        self._unit = unit
        self._columns = outing_columns(shown, outings)

    @property
    def head(self) -> str:
        """The heads over the rows."""
        return head_line(self._columns, WIDE_GAP)

    def __len__(self) -> int:
        return len(self._outings)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Return a row, or a stretch of them."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        outing = self._outings[-1 - place]
        cells = outing_cells(outing, self._shown, self._unit)
        return Row(line(self._columns, cells, WIDE_GAP))
