from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import (
    Hold,
    Metres,
    Prescription,
    RampSet,
    Reps,
    measured,
    usual,
)
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.session.fold import apply
from tests.core.builders import T0, begun, library
from tests.rows import for_each


@for_each("id_", library())
def test_every_exercise_has_one_of_its_own_that_fits(id_: str) -> None:
    exercise = library()[id_]
    own = usual(exercise)
    assert measured(own.prescription) is exercise.measure
    assert own.prescription.low <= own.target <= own.prescription.high


@for_each(
    ("slot", "id_", "prescription", "target"),
    [
        ("A1", "plank", Hold(10, 30), 20),
        ("A1", "farmer-carry", Hold(20, 40), 30),
        ("A1", "sled-push", Metres(15, 30), 20),
        ("A1", "strides", Metres(40, 80), 60),
        ("A2", "pogo", Reps(3, 6), 4),
        ("A2", "dead-bug", Reps(6, 12), 8),
    ],
)
def test_a_swap_between_reps_and_hold_takes_the_new_exercises_own(
    slot: str, id_: str, prescription: Prescription, target: int
) -> None:
    session = apply(begun(Level.ADVANCED), T0 + 1_000, Swap(slot, library()[id_]))
    after = session.routine.slot(slot)
    assert after.prescription == prescription
    assert after.target == target


def test_a_lighter_set_says_what_is_asked() -> None:
    one, two = RampSet(reps=5, share=0.0, rest_s=60), RampSet(reps=4, share=0.6, rest_s=60)
    assert (one.words, two.words) == ("5 without weight", "4 at 60%")
