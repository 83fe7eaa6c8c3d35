"""What a file may leave open, and what is asked of it: once a file, with the safe guess first."""

from collections.abc import Iterator
from typing import NamedTuple

from runlift_tui.exchange.converted import Converted
from runlift_tui.exchange.neutral import DAY_ORDER, DISTANCE, SPORT, UNIT, FileAnswers

LEFT_OUT = "other"
"""The answer that a file is no run: nothing of it is taken."""


class OpenQuestion(NamedTuple):
    """One thing that a file does not say."""

    key: str
    """As `FileAnswers` calls it."""
    words: str
    label: str
    """In front of its answer."""
    choices: tuple[tuple[str, str], ...]
    """Answer and word of each; the first is the guess where nobody knows better."""
    option: str
    """What is wrong without an answer, and how the command line says it."""

    @property
    def answers(self) -> tuple[str, ...]:
        """What can be answered."""
        return tuple(answer for answer, _ in self.choices)

    def word(self, answer: str) -> str:
        """Return an answer in words."""
        return dict(self.choices).get(answer, answer)


QUESTIONS = {
    UNIT: OpenQuestion(
        "unit",
        "Its weights have no unit: kg or lb?",
        "weights",
        (("kg", "kg"), ("lb", "lb")),
        "the weights have no unit: say --unit kg or --unit lb",
    ),
    DISTANCE: OpenQuestion(
        "distance",
        "Its distances have no unit: km or mi?",
        "distances",
        (("km", "km"), ("mi", "miles")),
        "the distances have no unit: say --distance km or --distance mi",
    ),
    SPORT: OpenQuestion(
        "sport",
        "It does not say of which sport it is: run, or other?",
        "sport",
        (("run", "running"), (LEFT_OUT, "another: leave it out")),
        "it does not say of which sport it is: say --sport run, where it is a run",
    ),
    DAY_ORDER: OpenQuestion(
        "day_order",
        "Is 3/4/2026 the day or the month first: day or month?",
        "3/4/2026",
        (("day", "3 April"), ("month", "4 March")),
        "no day of it says which number is the month: say --day-order day or --day-order month",
    ),
}
"""What has to be answered before anything of a file is taken, by what the JSON calls it."""
DUMBBELLS = OpenQuestion(
    "dumbbells",
    "Is a dumbbell's weight that of each of two, or as it stands in total?",
    "dumbbells",
    (("total", "as it stands"), ("each", "each of two")),
    "",
)
SIDES = OpenQuestion(
    "sides",
    "Are reps on one leg those of each leg, of both in total, or unknown?",
    "one-leg reps",
    (("", "unknown"), ("each", "of each leg"), ("total", "of both legs")),
    "",
)


def may_be_asked(found: Converted, given: FileAnswers) -> Iterator[OpenQuestion]:
    """Yield what a file that can be taken may still be asked; all of it has a safe default."""
    if found.in_hands and not given.dumbbells:
        yield DUMBBELLS
    if found.one_sided and not given.sides:
        yield SIDES
