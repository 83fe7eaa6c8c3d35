"""An exercise's sessions as a table: the numbers of its curves, for the screen and for print."""

from collections.abc import Sequence

from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.curves import Curve, name_of
from runlift_tui.core.progress.exercise import outing_line
from runlift_tui.core.progress.exercise_outing import ExerciseOuting
from runlift_tui.core.words.units import Unit

_WIDTHS = {
    Curve.E1RM: 14,
    Curve.LOAD: 11,
    Curve.COUNT: 5,
    Curve.VOLUME: 8,
    Curve.SIDES: 14,
}
"""What the values of nearly everybody take; measuring thousands of rows would hold a screen up."""
IN_THE_SETS = frozenset({Curve.LOAD, Curve.COUNT})
"""What the words on the sets say anyhow, where there is no room for everything."""
_ORDER = (Curve.LOAD, Curve.COUNT, Curve.VOLUME, Curve.E1RM, Curve.SIDES)


def outing_columns(shown: Sequence[Curve], outings: Sequence[ExerciseOuting]) -> tuple[Column, ...]:
    """Return the columns for an exercise of which these curves say something."""
    middle = (
        Column(name_of(curve, outings), curve in (Curve.COUNT, Curve.VOLUME), _WIDTHS[curve])
        for curve in _ORDER
        if curve in shown
    )
    return (Column("date", width=10), *middle, Column("sets"))


def outing_cells(outing: ExerciseOuting, shown: Sequence[Curve], unit: Unit) -> tuple[str, ...]:
    """Return a session in the same columns."""
    line = outing_line(outing, unit)
    said = {
        Curve.E1RM: line.estimate,
        Curve.LOAD: line.load,
        Curve.COUNT: line.most,
        Curve.VOLUME: line.volume,
        Curve.SIDES: line.sides,
    }
    middle = (said[curve] for curve in _ORDER if curve in shown)
    return (f"{line.day}", *middle, line.done)
