"""Best sets, and when a new one is a record."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sets.bests import Best, bests, kept, records, strongest
from runlift_tui.core.sets.last import LastSet
from tests.core.past import heavy
from tests.rows import for_each

BEFORE = (heavy(8, 8, 2, 24.0), heavy(6, 7, 2, 28.0), heavy(10, 9, None, 20.0))


@for_each(
    ("new", "kinds"),
    [
        (heavy(8, 8, 2, 24.0), ()),
        (heavy(9, 9, 1, 24.0), (Best.LOAD, Best.REPS)),
        (heavy(8, 8, 2, 27.0), (Best.E1RM, Best.LOAD, Best.REPS)),
        (heavy(5, 5, None, 30.0), (Best.LOAD,)),
        (heavy(12, 12, None, 8.0), (Best.REPS,)),
        (heavy(12, 12, None, 32.0), (Best.LOAD, Best.REPS)),
        (heavy(6, 6, 3, 28.0), (Best.E1RM,)),
        (heavy(0, 9, 2, 40.0), ()),
        (LastSet(), ()),
    ],
)
def test_a_record_is_told_by_its_kind(new: LastSet, kinds: tuple[Best, ...]) -> None:
    assert records(BEFORE, new) == kinds


@for_each(
    ("before", "kinds"),
    [
        (heavy(9, 9, 2, 16.0), ()),  # clearly more, though eleven reps have no estimate
        (heavy(9, 9, None, 16.0), ()),
        (heavy(5, 5, 5, 18.0), (Best.REPS,)),
        (heavy(9, 9, 2, 15.0), (Best.E1RM, Best.LOAD)),
        (heavy(7, 7, None, 16.0), (Best.E1RM, Best.REPS)),
    ],
)
def test_no_set_is_best_by_estimate_where_another_was_clearly_more(
    before: LastSet, kinds: tuple[Best, ...]
) -> None:
    lower = heavy(6, 6, 0, 15.0)
    assert records((lower, before), heavy(8, 8, 0, 16.0)) == kinds
    assert records(kept((lower, before)), heavy(8, 8, 0, 16.0)) == kinds


def test_the_strongest_set_may_have_no_estimate() -> None:
    rated, more = heavy(8, 8, 0, 16.0), heavy(9, 9, 2, 16.0)
    assert strongest((rated, more)) == more
    assert strongest((rated, heavy(8, 8, None, 16.0))) == rated
    assert strongest((rated, heavy(12, 12, 3, 14.0))) == rated
    assert strongest((more,)) is None


def test_the_first_set_beats_nothing() -> None:
    assert records((), heavy(8, 8, 2)) == ()
    assert records((heavy(0, 0),), heavy(8, 8, 2)) == ()


def test_the_best_sets() -> None:
    found = bests(BEFORE)
    assert found == (BEFORE[1], BEFORE[2])
    assert bests(()) == (None, None)
    assert bests([LastSet(left_s=20, right_s=18)]).load is None


_sets = st.builds(
    LastSet,
    left=st.none() | st.integers(0, 14),
    right=st.integers(0, 14),
    rir=st.none() | st.integers(0, 6),
    load_kg=st.none() | st.sampled_from([0.0, 8.0, 12.0, 16.0, 24.0]),
)


@given(st.lists(_sets, max_size=12), st.integers(0, 12), _sets)
def test_the_few_that_are_kept_decide_as_all_would(
    before: list[LastSet], cut: int, new: LastSet
) -> None:
    assert records(kept(before), new) == records(before, new)
    assert kept((*kept(before[:cut]), *kept(before[cut:]))) == kept(before)


def test_a_long_past_comes_to_a_few_sets() -> None:
    past = [heavy(n % 12, n % 11, n % 4, 2.0 * (n % 9)) for n in range(5_000)]
    assert len(kept(past)) <= 10
