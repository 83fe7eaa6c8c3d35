"""An exercise's sessions as the rows of a list, each worked out when it comes into sight."""

from collections.abc import Sequence

from runlift_tui.core.lists.tables import WIDE_GAP, head_line, line
from runlift_tui.core.progress.curves import Curve, outing_cells, outing_columns
from runlift_tui.core.progress.exercise import ExerciseOuting
from runlift_tui.core.words.units import Unit
from runlift_tui.widgets.lists.in_sight import RowsInSight
from runlift_tui.widgets.lists.listing import Row


class OutingRows(RowsInSight[ExerciseOuting]):
    """The rows, the newest first."""

    def __init__(
        self, outings: Sequence[ExerciseOuting], shown: Sequence[Curve], unit: Unit
    ) -> None:
        """Show outings that are given oldest first."""
        columns = outing_columns(shown, outings)

        def row(outing: ExerciseOuting) -> Row:
            return Row(line(columns, outing_cells(outing, shown, unit), WIDE_GAP))

        super().__init__(outings[::-1], row)
        self.head = head_line(columns, WIDE_GAP)
        """The heads over the rows."""
