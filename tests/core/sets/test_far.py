"""What is asked about once: a digit too many, a point that was lost."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sets.far import is_far
from runlift_tui.core.sets.values import Field
from tests.rows import for_each


@for_each(
    ("field", "value", "known", "implements", "far"),
    [
        (Field.LOAD_KG, 250.0, [25.0], 2, True),
        (Field.LOAD_KG, 800.0, [18.0], 1, True),
        (Field.LOAD_KG, 28.0, [24.0], 2, False),
        (Field.LOAD_KG, 120.0, [42.5], 1, True),
        (Field.LOAD_KG, 80.0, [42.5, 20.0], 1, False),
        (Field.LOAD_KG, 50.0, [20.0], 1, False),
        (Field.LOAD_KG, 8.0, [2.0], 1, False),
        (Field.LOAD_KG, 24.0, [12.0], 2, False),
        (Field.LOAD_KG, 1.2, [12.0], 1, True),
        (Field.LOAD_KG, 0.0, [12.0], 1, False),
        (Field.LOAD_KG, None, [12.0], 1, False),
        (Field.LOAD_KG, 40.0, [], 2, False),
        (Field.LOAD_KG, 250.0, [], 2, True),
        (Field.LOAD_KG, 125.0, [0.0], 1, True),
        (Field.LEFT, 75, [8, 12.0], 1, True),
        (Field.LEFT, 1, [8], 1, True),
        (Field.LEFT, 1, [7, 9], 1, True),
        (Field.LEFT, 1, [6], 1, True),
        (Field.LEFT, 1, [5], 1, False),
        (Field.LEFT, 1, [9, 3], 1, False),
        (Field.LEFT, 1, [], 1, False),
        (Field.LEFT, 2, [12], 1, False),
        (Field.LEFT, 0, [8], 1, False),
        (Field.SECONDS, 1, [20], 1, False),
        (Field.REPS, 25, [8], 1, True),
        (Field.REPS, 21, [8, 10], 1, True),
        (Field.REPS, 18, [8], 1, True),
        (Field.LEFT, 19, [9], 1, True),
        (Field.LEFT, 18, [9], 1, False),
        (Field.LEFT, 17, [8], 1, False),
        (Field.LEFT, 13, [8], 1, False),
        (Field.LEFT, 21, [12], 1, False),
        (Field.REPS, 100, [90], 1, False),
        (Field.SECONDS, 200, [20], 1, True),
        (Field.SECONDS, 60, [20], 1, False),
        (Field.METRES, 400, [40], 1, True),
        (Field.RIR, 10, [1], 1, False),
        (Field.SNAP, 5, [1], 1, False),
    ],
)
def test_what_is_far(
    field: Field, value: float | None, known: list[float], implements: int, far: bool
) -> None:
    assert is_far(field, value, known, implements) is far


@given(st.floats(8, 120), st.floats(0.5, 1.5))
def test_no_ordinary_step_is_asked_about_and_every_lost_point_is(kg: float, step: float) -> None:
    assert not is_far(Field.LOAD_KG, kg * step, [kg])
    assert is_far(Field.LOAD_KG, kg * 10, [kg])


@given(st.integers(3, 30), st.integers(0, 9))
def test_every_digit_too_many_in_reps_is_asked_about(count: int, digit: int) -> None:
    assert is_far(Field.REPS, count * 10 + digit, [count])
    assert not is_far(Field.REPS, count * 2, [count])


@for_each(
    ("each", "known", "far"),
    [
        (22, (12.5, 14), True),
        (26, (12.5, 14), True),
        (30, (14,), True),
        (122, (14,), True),
        (22, (14, 16), False),
        (18, (14,), False),
        (14, (10,), False),
        (14, (7,), False),
        (24, (16,), False),
        (6, (2,), False),
        (48, (40,), False),
    ],
)
@for_each("pieces", [1, 2])
def test_a_digit_that_is_another_one_is_asked_about_of_what_is_held(
    each: float, known: tuple[float, ...], far: bool, pieces: int
) -> None:
    before = [kg * pieces for kg in known]
    assert is_far(Field.LOAD_KG, each * pieces, before, pieces, begin=8) is far
    of_a_bar = far and each == 122
    assert is_far(Field.LOAD_KG, each * pieces, before, pieces) is of_a_bar


@for_each(
    ("value", "known", "far"),
    [
        (9, (2,), True),
        (6, (2,), True),
        (5, (2,), False),
        (6, (3,), False),
        (10, (5,), False),
        (11, (5,), True),
        (9, (2, 5), False),
    ],
)
def test_of_jumps_over_twice_as_many_and_four_more_are_far_for_each_is_a_landing(
    value: int, known: tuple[float, ...], far: bool
) -> None:
    assert is_far(Field.LEFT, value, known, is_jump=True) is far
    assert not is_far(Field.LEFT, value, known)
