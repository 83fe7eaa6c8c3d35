"""What the words of a line about a run say, each for itself, before they are put together."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.spelling import shown, slip
from runlift_tui.core.words.units import Distance


class NotYet(Refused):
    """Nothing is wrong with a line, but something is missing in it."""


class Unknown(Refused):
    """A word that is not understood."""

    def __init__(self, word: str, known: Iterable[str]) -> None:
        near = slip(word, known)
        hint = f", did you mean {near}?" if near else "; behind the word note anything may stand"
        super().__init__(f"{shown(word)} is not understood{hint}")
        self.word = word


class TwoFigures(NamedTuple):
    """A time like "42:10.5", of which the distance tells whether it is minutes or hours."""

    first: int
    second: int
    tenths: int = 0


class Times(NamedTuple):
    """Something done several times: "6x20s", "5x1000m"."""

    often: int
    seconds: float
    """Of each; 0 where it is a distance."""
    text: str


class Said:
    """A line's values as far as they were said; None is what was not."""

    def __init__(self, today: date, unit: Distance) -> None:
        self.today = today
        self.unit = unit
        """Of a distance that has none."""
        self.day: date | None = None
        self.kind: RunKind | None = None
        self.metres: float | None = None
        self.usual_m: float | None = None
        """The distance of what a word names, where the line says no other: a parkrun's."""
        self.seconds: float | None = None
        self.figures: TwoFigures | None = None
        self.bare_s: float | None = None
        """A number of plain seconds: the run's, or those of its strides."""
        self.bare: float | None = None
        """A number without a word: a distance where no other is said."""
        self.pace: float | None = None
        """Seconds a metre."""
        self.effort: int | None = None
        self.fast: bool = False
        """Whether strides or sprints are spoken of."""
        self.sprints: bool = False
        """Whether they are sprints, which name a kind of run by themselves."""
        self.hard: bool = False
        """Whether it was hard, which says of a run only that it was none of the easy ones."""
        self.times: list[Times] = []
        self.note = ""
        self._by: dict[str, str] = {}

    def put(self, name: str, value: object, text: str) -> None:
        """Take a value, unless another one was said.

        Raises:
            Refused: it was.
        """
        if getattr(self, name) not in (None, value):
            raise Refused(f"{self.text(name)} and {text} are two {_NAMES[name]}, leave one out")
        setattr(self, name, value)
        self._by[name] = text

    def text(self, name: str) -> str:
        """Return the words that a value came from."""
        return self._by.get(name, "")


_NAMES = {
    "day": "days",
    "kind": "kinds of run",
    "metres": "distances",
    "seconds": "times",
    "figures": "times",
    "bare_s": "times",
    "bare": "numbers without a unit",
    "pace": "paces",
    "effort": "efforts",
}

Take = Callable[[Said, re.Match[str]], None]
"""Puts down what a few words say."""
Reader = tuple[re.Pattern[str], Take]


def reader(pattern: str, take: Take) -> Reader:
    """Return what reads words of a pattern, which end where a word does."""
    return re.compile(rf"(?:{pattern})(?=\s|$)"), take
