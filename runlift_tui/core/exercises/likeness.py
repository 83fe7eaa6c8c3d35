"""Which exercises are most like another: the order in which a swap offers them."""

from collections.abc import Iterable, Sequence

from runlift_tui.core.exercises.exercise import Exercise


def likeness(one: Exercise, other: Exercise) -> int:
    """Return how alike two exercises are; more is more alike."""
    score = 100 - 10 * abs(one.rung - other.rung) if one.ladder == other.ladder != "" else 0
    score += 8 * len(set(one.tags) & set(other.tags)) - 2 * len(set(other.tags) - set(one.tags))
    score += 10 * (one.measure is other.measure) + 6 * (one.sides is other.sides)
    score += 6 * (one.load is other.load) + 15 * (one.is_jump is other.is_jump)
    score -= 25 * (other.takes_load and not one.takes_load)
    neighbours = (*one.easier, *one.harder)
    return score + 40 * (other.id in neighbours)


def offered(
    exercise: Exercise,
    library: Iterable[Exercise],
    *,
    alternatives: Sequence[str] = (),
    reps_only: bool = False,
) -> list[Exercise]:
    """Return what can stand in an exercise's place, the athlete's own alternatives first.

    Args:
        exercise: What stands there now; it is not offered.
        library: All that there is.
        alternatives: Ids of the slot's own list, in its order.
        reps_only: Leave out what is not counted in reps, as where a set is half of another.
    """
    own = {id_: place for place, id_ in enumerate(alternatives)}

    def place(other: Exercise) -> tuple[int, int, str]:
        return own.get(other.id, len(own)), -likeness(exercise, other), other.name

    fit = (
        other for other in library if other.id != exercise.id and (other.in_reps or not reps_only)
    )
    return sorted(fit, key=place)


_NO_GENTLER = {
    "forward-lunge",
    "reverse-lunge-deficit",
    "rfe-split-squat",
    "rfe-split-squat-deficit",
    "rfe-split-squat-front-rack",
    "step-up-high",
    "front-squat",
}
"""Easier to learn than the rung above, and no easier on the joint: as deep, as heavy, or braked."""


def gentler(
    exercise: Exercise, library: Iterable[Exercise], *, reps_only: bool = False
) -> Exercise | None:
    """Return the next easier movement that is easier on what hurts too; None where there is none.

    Args:
        exercise: What hurt.
        library: Every exercise.
        reps_only: Whether it has to be counted in reps.
    """
    found = {
        each.id: each
        for each in library
        if not (each.is_jump or each.is_running)
        and each.id not in _NO_GENTLER
        and (each.in_reps or not reps_only)
    }
    below = [
        each
        for each in found.values()
        if exercise.ladder and each.ladder == exercise.ladder and each.rung < exercise.rung
    ]
    if below:
        return max(below, key=lambda each: each.rung)
    return next((found[id_] for id_ in exercise.easier if id_ in found), None)
