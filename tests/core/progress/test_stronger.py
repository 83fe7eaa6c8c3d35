"""Whether an exercise gets stronger, in words."""

from runlift_tui.core.progress.exercise import ExerciseOuting, outings_of
from runlift_tui.core.progress.stronger import load_in_brief, load_words, strength_words
from runlift_tui.core.words.units import Unit
from tests.core.past import outing, row, sessions


def trained(*days: tuple[int, float, int | None]) -> tuple[ExerciseOuting, ...]:
    """Return sessions of eights: the day, kilograms in all, what was left."""
    rows = (
        outing(day, row(left=8, right=8, load_kg=kg, implements=2, rir=rir))
        for day, kg, rir in days
    )
    return outings_of(sessions(*rows), "rfe-split-squat")


def every_week(*loads: float) -> tuple[ExerciseOuting, ...]:
    return trained(*((7 * n, kg, 1) for n, kg in enumerate(loads)))


def test_a_load_rose_in_all_and_fell_of_late() -> None:
    found = trained((0, 28.0, 2), (60, 48.0, 2), (80, 44.0, 3), (88, 40.0, 3))
    assert load_words(found, Unit.KG) == (
        "2 x 14 kg → 2 x 20 kg since 5 Jan 26, up 43 %; down 17 % since 6 Mar 26 (2 x 24 kg)"
    )
    assert load_in_brief(found, Unit.KG) == (
        "2 x 14 kg → 2 x 20 kg since 5 Jan 26, up 43 %; down 17 % in 4 weeks"
    )


def test_what_did_not_move_of_late_is_not_told_twice() -> None:
    assert load_words(trained((0, 20.0, 2), (60, 20.0, 2), (70, 20.0, 2)), Unit.KG) == (
        "2 x 10 kg → 2 x 10 kg since 5 Jan 26"
    )
    few = trained((0, 20.0, 2), (7, 24.0, 2))
    assert load_words(few, Unit.KG) == "2 x 10 kg → 2 x 12 kg since 5 Jan 26, up 20 %"
    assert load_words(few[:1], Unit.KG) == load_in_brief(few[:1], Unit.KG) == ""


def test_stronger_is_said_only_beyond_what_ones_own_sessions_vary_by() -> None:
    rising = every_week(20, 20, 21, 20, 21, 28, 29, 28, 29, 29)
    assert strength_words(rising) == (
        "estimated 1RM up 40 %, 5 Jan 26 to 9 Mar 26: first 5 against last 5; yours vary by 8 %"
    )
    assert "down 29 %" in strength_words(every_week(29, 28, 29, 28, 28, 21, 20, 20, 20, 20))
    unsteady = every_week(20, 30, 20, 30, 20, 30, 22, 32, 22, 32)
    assert strength_words(unsteady) == (
        "no clear change of the estimated 1RM, 5 Jan 26 to 9 Mar 26"
    )


def test_too_few_estimates_say_how_many_are_missing_and_none_says_nothing() -> None:
    assert strength_words(every_week(20, 22, 24)) == (
        "7 more sessions with an estimated 1RM before it can be said"
    )
    assert strength_words(trained((0, 20.0, None))) == ""
    assert strength_words(()) == ""
