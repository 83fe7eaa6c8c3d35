"""Which part of the body an exercise loads, as coarse as pain needs it to be."""

from enum import StrEnum

from runlift_tui.core.exercises.exercise import Exercise


class Region(StrEnum):
    """A part of the body, in the words of a sentence."""

    LEGS = "hips and legs"
    ARMS = "arms and shoulders"
    TRUNK = "trunk"


_LEGS = {"quad", "glute", "hamstring", "calf", "foot", "adductor", "hip"}


def region(exercise: Exercise) -> Region:
    """Return what an exercise loads most; one that does not say loads the legs.

    Coarse on purpose: a sore hip is no better off in a calf raise than in a lunge, and nobody
    here can tell which of them it was.
    """
    tags = set(exercise.tags)
    if not tags & _LEGS:
        if "upper" in tags:
            return Region.ARMS
        if "core" in tags:
            return Region.TRUNK
    return Region.LEGS
