"""The exercises that come with the program."""

from importlib.resources import files

import msgspec

from runlift_tui.core.exercise import Exercise


def exercises() -> dict[str, Exercise]:
    """Return every exercise that ships, by id."""
    data = files("runlift_tui.data").joinpath("exercises.json").read_bytes()
    found = msgspec.json.decode(data, type=tuple[Exercise, ...])
    return {exercise.id: exercise for exercise in found}
