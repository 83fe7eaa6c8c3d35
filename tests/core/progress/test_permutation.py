"""Every way to part two groups, counted: against the same by hand."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.progress.permutation import MOST, p_value

_group = st.lists(st.integers(2, 10), min_size=1, max_size=5)


@given(_group, _group)
def test_it_is_the_share_of_all_partings(one: list[int], other: list[int]) -> None:
    values = [*one, *other]

    def apart(drawn: tuple[int, ...]) -> int:
        return abs(len(values) * sum(drawn) - len(one) * sum(values))

    ways = list(combinations(values, len(one)))
    far = sum(apart(each) >= apart(tuple(one)) for each in ways)
    assert p_value(one, other) == pytest.approx(far / len(ways))


def test_six_against_six_wholly_apart() -> None:
    assert p_value([2] * 6, [10] * 6) == pytest.approx(2 / 924)


def test_the_most_that_are_looked_at_are_still_counted_exactly() -> None:
    assert p_value([2] * MOST, [10] * MOST) == pytest.approx(2 / 137_846_528_820)
    assert p_value([2, 10] * (MOST // 2), [10, 2] * (MOST // 2)) == 1
