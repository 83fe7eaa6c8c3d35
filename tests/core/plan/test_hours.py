"""The hours of a plan's weeks, as bars."""

import pytest

from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.table import hours_chart
from tests.core.plans import plan


def test_a_bar_is_all_of_a_week_and_its_line_the_usual_running() -> None:
    stands = flow(plan(), (), plan().answers.start)
    chart = hours_chart(stands, 2)
    assert len(chart.bars) == len(stands.weeks)
    for bar, week in zip(chart.bars, stands.weeks, strict=True):
        assert bar.first == week.monday.toordinal()
        assert bar.value == pytest.approx((week.books.run + week.books.explosive) / 60)
        assert bar.goal == pytest.approx(week.books.usual / 60)
    assert chart.chosen == 2
    assert hours_chart(stands, len(stands.weeks)).chosen is None, "the row of all of it"
