"""Which exercise of ours a name of another program is: only an exact one that fits.

All other names stay as they are, under an id of their own that is the same from every app.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.words.nearest import near
from runlift_tui.core.words.possible import LONGEST_TEXT
from runlift_tui.exchange.neutral import SetRead

OWN = "x-"
"""How the id of an exercise begins that is only in a file."""
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_NOT_THE_SAME = ("assisted", "machine", "smith", "band")
_BODY = ("bodyweight", "body weight")
_ONE_LEGGED = (
    *("single leg", "one leg", "1 leg", "single legged", "one legged", "per leg", "each leg"),
    *("single arm", "one arm", "1 arm", "single", "alternating", "unilateral", "per side"),
    *("each side", "split squat", "bulgarian", "lunge", "step up", "step down", "pistol", "skater"),
    *("b stance", "kickstand", "copenhagen"),
)
_RUNNERS = ("step", "calf", "hip", "jump", "lunge", "split")
_ALIKE, _LESS_ALIKE = 0.8, 0.6
"""How much like one of ours a name is that is offered, and one of the movements of runners."""
_HANDS = ("dumbbell", "dumbbells", "kettlebell", "kettlebells", "db", "kb")
_ONE_HAND = ("single arm", "one arm", "1 arm", "goblet")


class Match(NamedTuple):
    """What a name of a file stands for."""

    exercise: str
    """An id."""
    is_ours: bool
    one_sided: bool
    """Whether its reps may be of one leg, or of one arm."""
    in_hands: bool
    """Whether its weight may be that of one of two."""
    sides: str = ""
    """What the athlete said of its reps, with this import or before: "each" or "total"."""
    dumbbells: str = ""
    """The same of its weight."""


def folded_name(name: str) -> str:
    """Return a name as it is compared: case, hyphens, apostrophes and spaces do not matter."""
    name = unicodedata.normalize("NFC", name).casefold().translate(_APOSTROPHES)
    return " ".join("".join(c if c.isalnum() else " " for c in name).split())


def own_id(name: str) -> str:
    """Return the id of a name that is none of ours: "x-landmine-press", no longer than a text."""
    return (OWN + ("-".join(folded_name(name).split()) or "unnamed"))[:LONGEST_TEXT]


def is_one_sided(name: str) -> bool:
    """Whether a name is that of a movement for one leg, or one arm, at a time."""
    plain = f" {folded_name(name)} "
    return any(f" {each} " in plain or f" {each}s " in plain for each in _ONE_LEGGED)


def _is_runners(name: str) -> bool:
    words = folded_name(name).split()
    return any(each in words or f"{each}s" in words for each in _RUNNERS)


def is_in_hands(name: str) -> bool:
    """Whether a name is that of a movement that may have a weight in each hand."""
    plain = f" {folded_name(name)} "
    if any(f" {each} " in plain for each in _ONE_HAND):
        return False
    return any(f" {each} " in plain for each in _HANDS)


class NameAnswer(NamedTuple):
    """What the athlete said of a name; what is empty was not said."""

    exercise: str = ""
    """The id of ours that it is."""
    sides: str = ""
    dumbbells: str = ""


class Names:
    """The exercises that there are, by everything that they are called."""

    def __init__(
        self, exercises: Iterable[Exercise], answers: Mapping[str, NameAnswer] | None = None
    ) -> None:
        """Take the exercises.

        Args:
            exercises: All that may be meant.
            answers: What the athlete said of a folded name.
        """
        self._answers = dict(answers or {})
        self._exercises = {each.id: each for each in exercises}
        self._ids: dict[str, set[str]] = {}
        for each in self._exercises.values():
            for name in (each.id, each.name, *each.aliases):
                self._ids.setdefault(folded_name(name), set()).add(each.id)

    def match(self, name: str, sets: Iterable[SetRead]) -> Match:
        """Return what a name stands for, given all of its sets in a file."""
        done, said = list(sets), self._answers.get(folded_name(name), NameAnswer())
        found = self._exercises.get(said.exercise) or self._exact(name, done)
        one_sided = is_one_sided(name)
        if found is not None:
            one_sided = found.two_sided or found.single_leg or one_sided
        return Match(
            own_id(name) if found is None else found.id,
            found is not None,
            one_sided,
            is_in_hands(name),
            said.sides,
            said.dumbbells,
        )

    def likely(self, name: str, sets: Iterable[SetRead]) -> Exercise | None:
        """Return the exercise that a name may be, for the athlete to say; None where none is.

        A name that is much like one of ours, or that of a movement that runners do.
        """
        done = list(sets)
        bare, equipment = _parts(name)
        wanted = folded_name(f"{equipment} {bare}")
        for spelled in (wanted, folded_name(bare)):
            alike = _ALIKE if not is_one_sided(name) and not _is_runners(name) else _LESS_ALIKE
            for near_name in near(spelled, self._ids, 3, alike):
                found = self._one(near_name)
                if found is None or found.two_sided != is_one_sided(name):
                    continue
                if _fits(found, done) and _is_same(found, name):
                    return found
        return None

    def _exact(self, name: str, done: list[SetRead]) -> Exercise | None:
        bare, equipment = _parts(name)
        for spelled in _spellings(bare, equipment):
            found = self._one(spelled)
            if found is not None and _fits(found, done) and _is_same(found, name):
                return found
        if not equipment:
            return None
        found = self._one(folded_name(bare))
        if found is None or not _fits(found, done) or not _is_same(found, name):
            return None
        return found if _takes(found, equipment, done) else None

    def _one(self, name: str) -> Exercise | None:
        ids = self._ids.get(name, set())
        return self._exercises[next(iter(ids))] if len(ids) == 1 else None


def _parts(name: str) -> tuple[str, str]:
    """Return a name, and the equipment in brackets behind it."""
    name = name.strip()
    if name.endswith(")") and "(" in name:
        bare, _, inside = name[:-1].rpartition("(")
        if bare.strip():
            return bare.strip(), inside.strip()
    return name, ""


def _spellings(bare: str, equipment: str) -> tuple[str, ...]:
    if not equipment:
        return (folded_name(bare),)
    return folded_name(f"{bare} {equipment}"), folded_name(f"{equipment} {bare}")


def _fits(exercise: Exercise, done: list[SetRead]) -> bool:
    """Whether what was done can have been this exercise."""
    if any(each.weight for each in done) and not exercise.takes_load:
        return False
    if any(each.assist for each in done):
        return False
    kind = {Measure.REPS} if any(each.reps is not None for each in done) else set()
    if any(each.reps is None and each.seconds is not None for each in done):
        kind.add(Measure.HOLD)
    return kind <= {exercise.measure}


def _is_same(exercise: Exercise, name: str) -> bool:
    """Whether nothing in a name makes it another movement: help, or a machine."""
    words = set(folded_name(name).split())
    said = " ".join((exercise.name, *exercise.aliases, *exercise.equipment))
    known = set(folded_name(said).split())
    return all(each in known for each in _NOT_THE_SAME if each in words)


def _takes(exercise: Exercise, equipment: str, done: list[SetRead]) -> bool:
    """Whether an exercise is done with this equipment."""
    word = folded_name(equipment)
    if word in _BODY:
        return not any(each.weight for each in done)
    known = {folded_name(each).removesuffix("s") for each in exercise.equipment}
    return word.removesuffix("s") in known
