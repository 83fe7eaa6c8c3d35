"""The exercises that come with the program."""

import os
from typing import Any

import msgspec

from runlift_tui import data
from runlift_tui.core.exercise import Exercise


def exercises() -> dict[str, Exercise]:
    """Return every exercise that ships, by id."""
    # What `importlib.resources` does in the end; it would cost each start 3 ms.
    loader: Any = data.__loader__
    text = loader.get_data(os.path.join(*data.__path__, "exercises.json"))
    found = msgspec.json.decode(text, type=tuple[Exercise, ...])
    return {exercise.id: exercise for exercise in found}
