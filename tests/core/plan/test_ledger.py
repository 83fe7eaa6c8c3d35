"""The ledger: the study's third in hours and miles, what may be added, and the caps by level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.plan.ledger import (
    CAPS,
    MOST_ADDED_MIN,
    STUDY_SHARE,
    Books,
    cap,
    is_fair,
    kept,
    kept_to_run,
    may_add,
    most_replaced,
)
from runlift_tui.core.plan.plan import METRES_PER_MILE
from runlift_tui.core.routines.levels import Level
from tests.core.plans import answers, is_even
from tests.rows import for_each


@for_each(
    ("hours", "strength_min", "left_h"),
    [(3, 58, 2.04), (5, 96, 3.40), (7, 134, 4.76), (8.4, 161, 5.71), (9, 173, 6.12)],
)
def test_a_third_of_the_hours_as_in_the_study(
    hours: float, strength_min: int, left_h: float
) -> None:
    usual = round(hours * 60)
    replaced = most_replaced(usual, STUDY_SHARE)
    books = kept(usual, replaced, 60, STUDY_SHARE)
    assert replaced == pytest.approx(strength_min, abs=1)
    assert books.run / 60 == pytest.approx(left_h, abs=0.02)
    assert books.added == 0
    assert books.total == usual, "replaced, not added"


@for_each(
    ("miles", "minutes_a_mile", "hours", "strength_min", "miles_cut"),
    [
        (25, 9.5, 3.96, 76, 8.0),
        (40, 9.0, 6.00, 115, 12.8),
        (50, 8.5, 7.08, 136, 16.0),
        (60, 8.0, 8.00, 154, 19.2),
        (70, 7.5, 8.75, 168, 22.4),
    ],
)
def test_a_third_of_the_miles(
    miles: float, minutes_a_mile: float, hours: float, strength_min: int, miles_cut: float
) -> None:
    found = answers(miles, minutes_a_mile)
    replaced = most_replaced(found.usual_min, STUDY_SHARE)
    assert found.usual_min / 60 == pytest.approx(hours, abs=0.01)
    assert replaced == pytest.approx(strength_min, abs=1)
    cut = replaced * 60 / found.pace_s * 1000 / METRES_PER_MILE
    assert cut == pytest.approx(miles_cut, abs=0.15)
    assert found.miles - cut == pytest.approx(miles - miles_cut, abs=0.15)


def test_nothing_replaces_nothing_and_no_hours_divide_nothing() -> None:
    assert kept(300, 0, 60, 0) == Books(300, 300, 0)
    assert Books(0, 0, 0).share == 0.0
    assert kept(0, 0, 10, 32).share == 0.0


@for_each(
    ("miles", "strength", "added"),
    [
        (60, 100, 0),
        (50, 100, 0),
        (49.9, 100, 50),
        (30, 101, 50),
        (29.9, 50, 50),
        (15, 100, MOST_ADDED_MIN),
    ],
)
def test_what_may_come_on_top(miles: float, strength: int, added: int) -> None:
    assert may_add(miles, strength) == added


def test_at_fifty_miles_easy_minutes_are_swapped_one_for_one() -> None:
    books = kept(425, 90, 50, 32)
    assert (books.run, books.replaced, books.added) == (335, 90, 0)


def test_what_is_over_the_cap_comes_on_top_and_is_not_fair() -> None:
    books = kept(400, 100, 60, 20)
    assert (books.replaced, books.added) == (80, 20)
    assert is_even(books)
    assert not is_fair(books, 60)
    assert is_fair(kept(400, 80, 60, 20), 60)


@given(
    usual=st.integers(0, 3000),
    strength=st.integers(0, 600),
    miles=st.floats(0, 200),
    percent=st.integers(0, 50),
)
def test_the_equation_holds_and_the_cap_is_never_passed(
    usual: int, strength: int, miles: float, percent: int
) -> None:
    for books in (
        kept(usual, strength, miles, percent),
        kept_to_run(usual, strength, miles, percent),
    ):
        assert is_even(books)
        assert books.replaced * 100 <= books.usual * percent


def test_a_level_replaces_up_to_its_own_share_and_never_less_from_step_to_step() -> None:
    assert [max(CAPS[level]) for level in Level] == [10, 20, STUDY_SHARE]
    for found in CAPS.values():
        assert list(found) == sorted(found)


@for_each(
    ("level", "usual", "near", "most"),
    [
        (Level.ADVANCED, 360, False, 32),
        (Level.ADVANCED, 359, False, 30),
        (Level.ADVANCED, 600, True, 30),
        (Level.INTERMEDIATE, 600, False, 20),
        (Level.BEGINNER, 600, False, 10),
    ],
)
def test_the_studys_share_is_for_the_advanced_with_six_hours_and_no_race_near(
    level: Level, usual: int, near: bool, most: int
) -> None:
    assert cap(level, 7, miles=40, usual=usual, race_near=near) == most


def test_a_beginner_with_many_miles_begins_where_something_fits() -> None:
    assert cap(Level.BEGINNER, 1, miles=20, usual=200, race_near=False) == 0
    assert cap(Level.BEGINNER, 1, miles=30, usual=300, race_near=False) == 5
