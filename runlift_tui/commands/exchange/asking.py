"""What a terminal is asked: only what a file leaves open, each once, with the guess as default."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runlift_tui.commands.printing import Progress, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from runlift_tui.commands.exchange.reading import Came, FileReader
    from runlift_tui.exchange.names import Names
    from runlift_tui.exchange.neutral import FileAnswers, SetRead

_SHOWN_AFTER_S = 0.5
_MOST_OFFERED = 20
_QUESTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "unit": ("Its weights have no unit: kg or lb?", ("kg", "lb")),
    "distance": ("Its distances have no unit: km or mi?", ("km", "mi")),
    "sport": ("It does not say of which sport it is: run, or other?", ("run", "other")),
}
_DUMBBELLS = "Is a dumbbell's weight that of each of two, or as it stands in total?"
_SIDES = "Are reps on one leg those of each leg, of both in total, or unknown?"


class FilesRead:
    """How many files were read so far: shown once that takes longer than a moment."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._done = 0
        self._began = time.monotonic()
        self._progress = Progress("reading")

    def step(self) -> None:
        """Begin with the next file."""
        if self._done and time.monotonic() - self._began > _SHOWN_AFTER_S:
            self._progress.tell(self._done / self._files)
        self._done += 1

    def end(self) -> None:
        """Clear it away."""
        self._progress.end()


def asked_again(
    came: Came,
    given: FileAnswers,
    reader: Callable[[FileAnswers], FileReader],
    guess: Callable[[str], str],
) -> Came:
    """Return a file as it is once what it leaves open was answered.

    Args:
        came: As it came.
        given: What was said on the command line.
        reader: Returns what reads it with other answers.
        guess: Returns the default of a question.
    """
    from msgspec import structs

    answers = given
    while came.found is not None and came.error and came.found.read.questions:
        question = came.found.read.questions[0]
        if question not in _QUESTIONS or getattr(answers, question):
            return came
        words, choices = _QUESTIONS[question]
        answer = _asked(came.name, words, choices, guess(question) or choices[0])
        if answer == "other":
            return came
        answers = structs.replace(answers, **{question: answer})
        came = reader(answers).read(came.name)
    if came.found is None or came.error:
        return came
    more = {}
    if came.found.in_hands and not answers.dumbbells:
        more["dumbbells"] = _asked(came.name, _DUMBBELLS, ("each", "total"), "total")
    if came.found.one_sided and not answers.sides:
        said = _asked(came.name, _SIDES, ("each", "total", "unknown"), "unknown")
        if said != "unknown":
            more["sides"] = said
    if not more or more == {"dumbbells": "total"}:
        return came
    return reader(structs.replace(answers, **more)).read(came.name)


def matched(came: Iterable[Came], names: Names) -> dict[str, str]:
    """Return which of our exercises the athlete says that names of the files are, by folded name.

    Only names that are like one of ours are offered, those of the most sets first.
    """
    from runlift_tui.core.words.text import safe_text
    from runlift_tui.exchange.names import folded_name

    sets: dict[str, list[SetRead]] = {}
    for each in came:
        if each.found is None or each.error:
            continue
        own = set(each.found.unmatched)
        for workout in each.found.read.workouts:
            for one in workout.sets:
                if one.name in own:
                    sets.setdefault(one.name, []).append(one)
    offers = []
    for name, done in sorted(sets.items(), key=lambda item: -len(item[1])):
        found = names.likely(name, done)
        if found is not None:
            offers.append((name, found))
    said: dict[str, str] = {}
    for name, found in offers[:_MOST_OFFERED]:
        theirs, ours = safe_text(name), safe_text(found.name)
        answer = _line(f"{theirs}\n  is our {ours}? y, Enter for no ")
        if answer is not None and answer.strip().casefold() in ("y", "yes"):
            said[folded_name(name)] = found.id
    return said


def _asked(name: str, words: str, choices: Sequence[str], default: str) -> str:
    """Return one of some answers; Enter is the default."""
    from runlift_tui.core.words.text import safe_text

    tell(f"{safe_text(name)}: {words}")
    while True:
        said = (_line(f"  {' / '.join(choices)} [{default}] ") or "").strip().casefold()
        if not said:
            return default
        meant = [each for each in choices if each.startswith(said)]
        if len(meant) == 1:
            return meant[0]


def is_yes() -> bool:
    """Whether Enter imports what stands above."""
    said = _line("Enter imports it, n leaves it. ")
    return said is not None and said.strip().casefold() in ("", "y", "yes")


def _line(prompt: str) -> str | None:
    """Return what was typed; None where nobody types any more."""
    try:
        return input(prompt)
    except EOFError:
        return None
