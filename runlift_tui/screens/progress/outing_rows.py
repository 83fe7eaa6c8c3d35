"""An exercise's sessions as the rows of a list, each worked out when it comes into sight."""

from collections.abc import Callable, Sequence

from textual.reactive import var

from runlift_tui.core.lists.tables import GAP, WIDE_GAP, Column, head_line, line
from runlift_tui.core.progress.curves import IN_THE_SETS, Curve, outing_cells, outing_columns
from runlift_tui.core.progress.exercise import ExerciseOuting
from runlift_tui.core.words.units import Unit
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces
from runlift_tui.widgets.lists.in_sight import RowsInSight
from runlift_tui.widgets.lists.listing import Row


class OutingRows(RowsInSight[ExerciseOuting]):
    """The rows, the newest first."""

    def __init__(
        self,
        outings: Sequence[ExerciseOuting],
        curves: Sequence[Curve],
        unit: Unit,
        *,
        narrow: Callable[[], bool],
    ) -> None:
        """Show outings that are given oldest first.

        Args:
            outings: Of one exercise.
            curves: What has a column.
            unit: Of loads.
            narrow: Whether there is no room now for what the words on the sets say anyhow.
        """
        few = tuple(curve for curve in curves if curve not in IN_THE_SETS)
        # Worked out once: what a column is called asks all of the outings.
        whole = (tuple(curves), outing_columns(curves, outings), WIDE_GAP)
        spared = (few, outing_columns(few, outings), GAP)

        def now() -> tuple[tuple[Curve, ...], tuple[Column, ...], int]:
            return spared if narrow() else whole

        def row(outing: ExerciseOuting) -> Row:
            shown, columns, gap = now()
            return Row(line(columns, outing_cells(outing, shown, unit), gap))

        super().__init__(outings[::-1], row)
        self._now = now

    @property
    def head(self) -> str:
        """The heads over the rows as they are now."""
        _, columns, gap = self._now()
        return head_line(columns, gap)


class OutingHeads(Part):
    """The heads, as far in as the rows, which have a mark before them."""

    DEFAULT_CSS = "OutingHeads { height: 1; width: 1fr; }"

    rows: var[OutingRows | None] = var(None, init=False)

    def watch_rows(self) -> None:
        """Show those of other rows."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the one line."""
        return [] if self.rows is None else [(Piece(f"    {self.rows.head}", "quiet"),)]
