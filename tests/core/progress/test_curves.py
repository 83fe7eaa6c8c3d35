"""The curves of an exercise: which there are, their points, and each point in words."""

from datetime import date

import pytest

from runlift_tui.core.progress.curves import Curve, axis, curves, name_of, points, reading
from runlift_tui.core.progress.exercise import ExerciseOuting, outings_of
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.units import Unit
from tests.core.past import outing, row, sessions
from tests.rows import for_each

SQUAT = "rfe-split-squat"


def done(*days: Document) -> tuple[ExerciseOuting, ...]:
    """Return the outings of one set a day."""
    return outings_of(sessions(*(outing(n, each) for n, each in enumerate(days))), SQUAT)


def loaded(left: int, right: int, kg: float, rir: int | None = None) -> Document:
    return row(left=left, right=right, load_kg=kg, implements=2, rir=rir)


@for_each(
    ("sets", "shown"),
    [
        ([loaded(8, 8, 24.0, 2)], (Curve.E1RM, Curve.LOAD, Curve.COUNT, Curve.VOLUME)),
        ([loaded(8, 8, 24.0)], (Curve.LOAD, Curve.COUNT, Curve.VOLUME)),
        ([loaded(12, 12, 24.0, 0)], (Curve.LOAD, Curve.COUNT, Curve.VOLUME)),
        ([row(left_s=20, right_s=20)], (Curve.COUNT, Curve.VOLUME)),
        ([row(left=8, right=8)] * 3, (Curve.COUNT, Curve.VOLUME)),
        ([row(left=10, right=7)] * 5, (Curve.COUNT, Curve.VOLUME, Curve.SIDES)),
        ([row(left=10, right=7)] * 2, (Curve.COUNT, Curve.VOLUME)),
        ([row()], ()),
    ],
)
def test_a_curve_is_shown_where_it_says_something(
    sets: list[Document], shown: tuple[Curve, ...]
) -> None:
    assert curves(done(*sets)) == shown


def test_points_are_ranges_in_the_athletes_unit_and_skip_what_says_nothing() -> None:
    found = done(loaded(6, 7, 24.0, 2), loaded(8, 8, 24.0), loaded(1, 1, 45.359237, 0))
    first, last = points(found, Curve.E1RM, Unit.LB)
    assert (first.place, first.day) == (0, date(2026, 1, 5))
    assert (first.low, first.high) == pytest.approx((60.95, 71.54), abs=0.01)
    assert last.place == 2
    assert (last.low, last.high) == pytest.approx((100, 107.2), abs=0.01)


@for_each(
    ("curve", "value"),
    [(Curve.LOAD, 24), (Curve.COUNT, 6), (Curve.VOLUME, 24 * 13), (Curve.SIDES, 100 / 7)],
)
def test_what_a_point_counts(curve: Curve, value: float) -> None:
    (found,) = points(done(loaded(6, 7, 24.0)), curve, Unit.KG)
    assert found.low == found.high == pytest.approx(value)


def test_where_some_sessions_have_a_load_those_without_one_are_no_volume() -> None:
    found = done(row(left=8, right=8), loaded(8, 8, 20.0))
    assert [each.place for each in points(found, Curve.VOLUME, Unit.KG)] == [1]
    assert [each.low for each in points(found[:1], Curve.VOLUME, Unit.KG)] == [16]


def test_names_say_what_is_counted() -> None:
    held, lifted = done(row(left_s=20, right_s=20)), done(loaded(6, 7, 24.0, 2))
    assert name_of(Curve.COUNT, held) == "seconds"
    assert name_of(Curve.COUNT, lifted) == "reps"
    assert axis(Curve.VOLUME, held, Unit.KG) == "seconds in all, of both sides"
    assert axis(Curve.VOLUME, lifted, Unit.LB) == "lb x reps"
    for curve in Curve:
        assert axis(curve, lifted, Unit.KG)


def test_a_session_is_read_out() -> None:
    found = done(loaded(6, 7, 24.0, 2))
    assert reading(found[0], tuple(Curve), Unit.KG) == (
        ("estimated 1RM", "27.6-32.4 kg"),
        ("load", "2 x 12 kg"),
        ("reps", "6"),
        ("volume", "312 kg"),
        ("left and right", "6/7, +14 %"),
    )
    assert reading(done(row(reps=8))[0], (Curve.E1RM,), Unit.KG) == (("estimated 1RM", "–"),)
