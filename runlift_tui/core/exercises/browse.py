"""What of a shelf's exercises is looked at: views, tags and equipment, favourites first."""

from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import ExerciseShelf

NO_KIT = "no equipment"
"""Stands among the equipment for whatever needs none."""


class View(StrEnum):
    """Which exercises are looked at, in the words of the screen."""

    ALL = "all"
    FAVOURITES = "favourites"
    OWN = "own and adapted"
    ARCHIVED = "archived"

    def next(self) -> "View":
        """Return the view after this one; the first comes after the last."""
        views = list(View)
        return views[(views.index(self) + 1) % len(views)]


class ExerciseFilter(Struct, frozen=True, kw_only=True):
    """What has to be so of an exercise for it to be shown."""

    view: View = View.ALL
    tag: str = ""
    """Empty for any."""
    kit: str = ""
    """A piece of equipment, `NO_KIT`, or empty for any."""

    def words(self) -> str:
        """Return what is filtered, in words; empty where everything is shown."""
        view = "" if self.view is View.ALL else self.view
        return "   ".join(filter(None, (view, self.tag, self.kit)))


class Count(NamedTuple):
    """Something to filter by."""

    name: str
    exercises: int
    """How many have it; 0 where nobody counted."""


def shown(
    shelf: ExerciseShelf, what: ExerciseFilter, lately: Collection[str] = ()
) -> tuple[Exercise, ...]:
    """Return the exercises that a filter lets through, as `ordered` has them."""
    found = shelf.exercises(archived=what.view is View.ARCHIVED).values()
    return ordered(shelf, (each for each in found if _passes(shelf, each, what)), lately)


def ordered(
    shelf: ExerciseShelf, exercises: Iterable[Exercise], lately: Collection[str] = ()
) -> tuple[Exercise, ...]:
    """Return exercises as a list shows them: favourites first, then what is trained, by name.

    Args:
        shelf: Knows the favourites.
        exercises: What is in the list.
        lately: Ids of those that were done lately.
    """

    def place(exercise: Exercise) -> tuple[bool, bool, str, str]:
        id_ = exercise.id
        return not shelf.is_favourite(id_), id_ not in lately, exercise.name.casefold(), id_

    return tuple(sorted(exercises, key=place))


def _passes(shelf: ExerciseShelf, exercise: Exercise, what: ExerciseFilter) -> bool:
    if what.tag and what.tag not in exercise.tags:
        return False
    if what.kit and what.kit not in (exercise.equipment or (NO_KIT,)):
        return False
    match what.view:
        case View.ALL:
            return True
        case View.FAVOURITES:
            return shelf.is_favourite(exercise.id)
        case View.OWN:
            return shelf.is_own(exercise.id) or shelf.is_adapted(exercise.id)
        case View.ARCHIVED:
            return shelf.is_archived(exercise.id)


def tags(exercises: Iterable[Exercise]) -> tuple[Count, ...]:
    """Return every tag, by name."""
    return _counted(each.tags for each in exercises)


def kits(exercises: Iterable[Exercise]) -> tuple[Count, ...]:
    """Return every piece of equipment, by name, and `NO_KIT` first."""
    counted = _counted(each.equipment or (NO_KIT,) for each in exercises)
    return tuple(sorted(counted, key=lambda each: (each.name != NO_KIT, each.name.casefold())))


def _counted(names: Iterable[Iterable[str]]) -> tuple[Count, ...]:
    found = Counter(name for some in names for name in dict.fromkeys(some))
    return tuple(Count(name, found[name]) for name in sorted(found, key=str.casefold))


def marks(shelf: ExerciseShelf, id_: str) -> str:
    """Return what the athlete made of an exercise, in words: "adapted", "own, archived"."""
    said = (
        ("own", shelf.is_own(id_)),
        ("adapted", shelf.is_adapted(id_)),
        ("archived", shelf.is_archived(id_)),
    )
    return ", ".join(word for word, so in said if so)
