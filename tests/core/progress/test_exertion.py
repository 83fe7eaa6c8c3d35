"""Session load, monotony and strain against worked examples."""

import pytest

from runlift_tui.core.progress.weeks import monotony, session_load, strain

WEEK = (0, 270, 150, 400, 150, 0, 540)


def test_load_is_effort_times_minutes() -> None:
    assert session_load(7, 50) == 350
    assert session_load(0, 50) == 0
    assert session_load(None, 50) is None
    assert session_load(7, 0) is None, "a session that was entered does not say how long it took"


def test_a_week_by_its_population_deviation() -> None:
    assert sum(WEEK) == 1510
    assert monotony(WEEK) == pytest.approx(1.16, abs=0.005)
    assert strain(WEEK) == pytest.approx(1510 * 1.16, abs=10)


@pytest.mark.parametrize("day", [0.0, 100.0, 0.1])
def test_a_constant_week_has_no_monotony(day: float) -> None:
    assert monotony([day] * 7) is None
    assert strain([day] * 7) is None


def test_six_days_are_no_week() -> None:
    with pytest.raises(ValueError, match="7 days, not 6"):
        monotony([1, 2, 3, 4, 5, 6])
