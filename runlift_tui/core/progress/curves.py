"""The curves of an exercise over time: which say something, their points, each point in words."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Measure
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.exercise import ExerciseOuting, outing_line
from runlift_tui.core.progress.own_variation import asymmetry, difference
from runlift_tui.core.words.units import Unit, to_unit


class Curve(StrEnum):
    """What a chart of an exercise shows."""

    E1RM = "estimated 1RM"
    LOAD = "load"
    COUNT = "count"
    VOLUME = "volume"
    SIDES = "left and right"


class Point(NamedTuple):
    """One session on a curve."""

    place: int
    """Of its outing, oldest first, from 0."""
    day: date
    low: float
    """In the athlete's unit, or in reps, seconds, metres, per cent."""
    high: float
    """The same as `low` where it is no range."""


def curves(outings: Sequence[ExerciseOuting]) -> tuple[Curve, ...]:
    """Return the curves that have something to show, the most telling first.

    Left against right only where they differ beyond what days alone may make.
    """
    return tuple(curve for curve in Curve if _is_worth_showing(curve, outings))


def points(outings: Sequence[ExerciseOuting], curve: Curve, unit: Unit) -> tuple[Point, ...]:
    """Return the points of a curve for outings given oldest first."""
    loaded = _is_loaded(outings)
    found = ((place, each, _value(each, curve, unit, loaded)) for place, each in enumerate(outings))
    return tuple(Point(place, each.day, *value) for place, each, value in found if value)


def name_of(curve: Curve, outings: Sequence[ExerciseOuting]) -> str:
    """Return what a curve is called: the count by what is counted."""
    if curve is not Curve.COUNT:
        return curve.value
    return _counted(outings)


def _counted(outings: Sequence[ExerciseOuting]) -> str:
    """Return what was counted, in a word."""
    found = {each.measure for each in outings}
    if Measure.HOLD in found:
        return "seconds"
    return "metres" if Measure.METRES in found else "reps"


def axis(curve: Curve, outings: Sequence[ExerciseOuting], unit: Unit) -> str:
    """Return what the values of a curve are, in a few words."""
    counted = _counted(outings)
    match curve:
        case Curve.E1RM:
            return f"{unit}, Epley and Brzycki, a rep less to a rep more"
        case Curve.LOAD:
            return f"{unit} in all, of the heaviest set"
        case Curve.COUNT:
            return f"{counted} of the best set, of the weaker side"
        case Curve.VOLUME:
            return f"{unit} x reps" if _is_loaded(outings) else f"{counted} in all, of both sides"
        case Curve.SIDES:
            return "% that right did more than left; below 0, less"


def unit_of(curve: Curve, outings: Sequence[ExerciseOuting], unit: Unit) -> str:
    """Return what the values of a curve are of, in a few letters; empty where that takes words."""
    if curve in (Curve.E1RM, Curve.LOAD):
        return f"{unit}"
    if curve is Curve.SIDES:
        return "%"
    short = {"reps": "reps", "seconds": "s", "metres": "m"}
    return short[_counted(outings)] if curve is Curve.COUNT else ""


def reading(
    outing: ExerciseOuting, shown: Sequence[Curve], unit: Unit
) -> tuple[tuple[str, str], ...]:
    """Return what the curves have of one session, each with its name; a dash for nothing."""
    line = outing_line(outing, unit)
    said = {
        Curve.E1RM: line.estimate,
        Curve.LOAD: line.load,
        Curve.COUNT: line.most,
        Curve.VOLUME: line.volume,
        Curve.SIDES: line.sides,
    }
    return tuple((name_of(curve, (outing,)), said[curve] or "–") for curve in shown)


def _is_worth_showing(curve: Curve, outings: Sequence[ExerciseOuting]) -> bool:
    if curve is Curve.SIDES:
        return difference([both for each in outings if (both := each.both_sides)]) is not None
    loaded = _is_loaded(outings)
    return any(_value(each, curve, Unit.KG, loaded) for each in outings)


def _is_loaded(outings: Sequence[ExerciseOuting]) -> bool:
    return any(each.lifted_kg > 0 for each in outings)


def _value(
    outing: ExerciseOuting, curve: Curve, unit: Unit, loaded: bool
) -> tuple[float, float] | None:
    """Return the low and the high end of a session's value; None where it says nothing."""
    value: float | None = None
    match curve:
        case Curve.E1RM:
            found = outing.estimate
            return found and (to_unit(found.low, unit), to_unit(found.high, unit))
        case Curve.LOAD:
            heaviest = outing.heaviest
            value = to_unit(heaviest.load_kg or 0.0, unit) if heaviest else None
        case Curve.COUNT:
            value = outing.most
        case Curve.VOLUME:
            value = to_unit(outing.lifted_kg, unit) if loaded else outing.total
            value = value or None
        case Curve.SIDES:
            both = outing.both_sides
            value = asymmetry(*both) if both else None
    return None if value is None else (value, value)


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
