"""The exercises that come with the program, and their figures."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

from runlift_tui import data
from runlift_tui.core.exercises.exercise import Exercise

if TYPE_CHECKING:
    from runlift_tui.core.exercises.figure import FigureFrames


def exercises() -> dict[str, Exercise]:
    """Return every exercise that ships, by id."""
    found = msgspec.json.decode(_read("exercises.json"), type=tuple[Exercise, ...])
    return {exercise.id: exercise for exercise in found}


def has_figure(id_: str) -> bool:
    """Whether an exercise is drawn; it costs a start nothing."""
    return _names_a_file(id_) and os.path.isfile(_path("figures", f"{id_}.json"))


def figure(id_: str) -> FigureFrames | None:
    """Return an exercise's figure, or None where none is drawn."""
    from runlift_tui.core.exercises.figure import FigureFrames

    if not _names_a_file(id_):
        return None
    try:
        text = _read("figures", f"{id_}.json")
    except OSError:
        return None
    return msgspec.json.decode(text, type=FigureFrames)


def _names_a_file(id_: str) -> bool:
    """Whether an id, which an athlete may have written by hand, is no way to somewhere else."""
    return id_.replace("-", "").isalnum()


def _path(*names: str) -> str:
    return os.path.join(*data.__path__, *names)


def _read(*names: str) -> bytes:
    # What `importlib.resources` does in the end; it would cost each start 3 ms.
    loader: Any = data.__loader__
    text: bytes = loader.get_data(_path(*names))
    return text
