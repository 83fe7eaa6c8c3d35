"""What kit an exercise needs, and whether it is at hand: what was trained with before is there.

Nobody lists a gym. So what today's session takes, what the athlete ever trained with, and the
weights and the bar that they named count as at hand, and of all else only that it may not be.
"""

from collections.abc import Collection, Iterable

from runlift_tui.core.exercises.exercise import Exercise, LoadKind

Need = frozenset[str]
"""Pieces of kit any one of which will do."""

_HELD = ("dumbbells", "kettlebells", "medicine ball", "plate", "barbell")
_PULLED = ("band", "cable", "partner")
NO_KIT = "no kit"


def needs(exercise: Exercise) -> tuple[Need, ...]:
    """Return what an exercise needs, each as the pieces any one of which will do."""
    kit = exercise.equipment
    held = [each for each in kit if each in _HELD]
    pulled = [each for each in kit if each in _PULLED]
    either: list[list[str]] = []
    if exercise.takes_load and {"dumbbells", "kettlebells"} & set(held):
        either.append(held)
    if exercise.load is LoadKind.BAND and "band" in pulled:
        either.append(pulled)
    plain = [each for each in kit if not any(each in those for those in either)]
    return tuple(Need((each,)) for each in plain) + tuple(map(Need, either))


def at_hand(exercise: Exercise, there: Collection[Need]) -> bool:
    """Whether all that an exercise needs is there for sure.

    Args:
        exercise: The one.
        there: What others needed that were trained here; see `needed_by`.
    """
    return all(any(had <= need for had in there) for need in needs(exercise))


def needed_by(exercises: Iterable[Exercise]) -> frozenset[Need]:
    """Return all that some exercises need."""
    return frozenset(need for each in exercises for need in needs(each))


def used_by(exercise: Exercise, *, loaded: bool) -> frozenset[Need]:
    """Return the kit that was used for an exercise: its weights only where some were lifted."""
    is_weight = exercise.takes_load and not loaded
    return frozenset(need for need in needs(exercise) if not (is_weight and need & set(_HELD)))


def kit_words(exercise: Exercise, there: Collection[Need] = ()) -> str:
    """Return what it needs as a list says it: "bench, 2 weights", "band or cable", "no kit".

    Args:
        exercise: The one.
        there: What kit is there: a bar is named where it is there, and no weights for the hands.
    """
    found = [_words(exercise, need, there) for need in needs(exercise)]
    return ", ".join(found) or NO_KIT


def _words(exercise: Exercise, need: Need, there: Collection[Need]) -> str:
    had = {piece for each in there if each <= need for piece in each}
    if had == {"barbell"}:
        return "barbell"
    if "dumbbells" in need and len(need) > 1:
        return "2 weights" if exercise.implements > 1 else "1 weight"
    return " or ".join(each for each in exercise.equipment if each in need)
