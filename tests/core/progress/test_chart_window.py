"""The stretch of time that a chart shows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.progress.chart_window import (
    LEAST_DAYS,
    Window,
    moved,
    values,
    whole,
    with_day,
    zoomed,
)
from runlift_tui.core.progress.curve_chart import curve_chart, on_paper
from runlift_tui.core.progress.curves import Curve, Point, unit_of
from runlift_tui.core.words.units import Unit

FIRST = date(2026, 1, 1)
_days = st.dates(date(1990, 1, 1), date(2050, 1, 1))


def point(day: int, low: float = 1.0, high: float = 1.0) -> Point:
    return Point(day, FIRST + timedelta(days=day), low, high)


@given(st.lists(_days, min_size=1, max_size=9))
def test_the_whole_holds_every_day_with_room(days: list[date]) -> None:
    found = whole(days)
    assert found.first < min(days).toordinal()
    assert max(days).toordinal() < found.last
    assert found.days >= LEAST_DAYS - 1e-6


def test_one_day_stands_in_the_middle() -> None:
    found = whole([FIRST])
    assert (found.first + found.last) / 2 == FIRST.toordinal()


@given(
    st.lists(_days, min_size=2, max_size=9),
    st.lists(
        st.tuples(st.sampled_from(["zoom", "move", "day"]), st.floats(0.2, 5), st.integers(0, 8)),
        max_size=12,
    ),
)
def test_wherever_one_looks_it_is_within_the_whole(
    days: list[date], steps: list[tuple[str, float, int]]
) -> None:
    most = window = whole(days)
    for kind, by, number in steps:
        day = days[number % len(days)]
        if kind == "zoom":
            window = zoomed(window, by, day, most)
        elif kind == "move":
            window = moved(window, by - 2.5, most)
        else:
            window = with_day(window, day, most)
            assert window.holds(day)
        assert window.first >= most.first - 1e-6
        assert window.last <= most.last + 1e-6
        assert window.days >= min(LEAST_DAYS, most.days) - 1e-6


def test_closer_keeps_the_chosen_day_where_it_is() -> None:
    most = Window(0.0, 400.0)
    day = date.fromordinal(300)
    found = zoomed(most, 0.5, day, most)
    assert found == Window(150.0, 350.0)
    assert zoomed(found, 2.0, day, most) == most
    assert zoomed(most, 0.0001, day, most).days == pytest.approx(LEAST_DAYS)


def test_a_day_in_sight_moves_nothing() -> None:
    most = Window(1.0, 400.0)
    window = Window(100.0, 200.0)
    assert with_day(window, date.fromordinal(150), most) == window
    assert with_day(window, date.fromordinal(300), most) == Window(203.0, 303.0)
    assert with_day(window, date.fromordinal(1), most) == Window(1.0, 101.0)


def test_values_have_room_and_only_what_is_seen_counts() -> None:
    window = Window(point(0).day.toordinal(), point(9).day.toordinal())
    assert values([point(0, 10, 12), point(9, 8, 20), point(30, 1, 90)], window) == pytest.approx(
        (8 - 0.96, 20 + 0.96)
    )
    low, high = values([point(0, 24, 24)], window)
    assert low < 24 < high
    assert values([], window)[0] < values([], window)[1]


@pytest.mark.parametrize(
    ("curve", "unit"),
    [
        (Curve.E1RM, "kg"),
        (Curve.LOAD, "kg"),
        (Curve.COUNT, "reps"),
        (Curve.SIDES, "%"),
        (Curve.VOLUME, ""),
    ],
)
def test_the_highest_value_of_an_axis_says_what_it_is_of(curve: Curve, unit: str) -> None:
    along = (point(0, 20), point(30, 26))
    window, of = whole([each.day for each in along]), unit_of(curve, (), Unit.KG)
    chart = curve_chart(along, on_paper(along, frozenset()), window, unit=of)
    bare = curve_chart(along, on_paper(along, frozenset()), window)
    said = [words for _, words in chart.labels(19, 27, 4)]
    plain = [words for _, words in bare.labels(19, 27, 4)]
    assert said[:-1] == plain[:-1]
    assert said[-1] == f"{plain[-1]} {unit}".rstrip()
    assert len(said) > 1
    assert chart.labels(5, 5, 4) == ()
