"""An exercise as plain values, fit for a file that a person edits, and back."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

import msgspec

from runlift_tui.core.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercise_faults import faults
from runlift_tui.core.exercise_use import broken_by
from runlift_tui.core.faults import Fault, meant
from runlift_tui.core.reading import Notes, Reader, text, texts, whole, yes
from runlift_tui.core.shelf import Shelf, id_from, kept
from runlift_tui.core.spelling import Misspelt, is_id, no_id, shown

_Word = TypeVar("_Word", bound=StrEnum)
_FIRST = ("id", "name", "aliases", "trains", "measure", "sides", "load")
"""What an entry begins with, in this order."""


class Listed(NamedTuple):
    """An exercise as a file lists it."""

    exercise: Exercise
    favourite: bool | None = None
    """None where the file does not say."""
    archived: bool | None = None


def exercises_plain(shelf: Shelf) -> dict[str, Any]:
    """Return every exercise of a shelf as plain values, archived ones too."""
    return {
        "exercises": [
            _plain(exercise, shelf) for exercise in shelf.exercises(archived=True).values()
        ]
    }


def read_exercises(table: Mapping[str, Any], shelf: Shelf) -> tuple[list[Listed], list[Fault]]:
    """Return the exercises that plain values list, with every fault in them.

    Args:
        table: As a file has it.
        shelf: Where they are to go.

    Returns:
        The exercises, which are not to be used unless there are no faults, and the faults.
    """
    notes = Notes()
    reader = Reader(table, (), notes)
    listed = [_listed(row) for row in reader.tables("exercises")]
    reader.close()
    if not listed and not notes.faults:
        notes.wrong(("exercises",), "there are no [[exercises]] in it")
    known = shelf.exercises(archived=True)
    merged = {**known, **{each.exercise.id: each.exercise for each in listed}}
    found: list[Fault] = []
    first: dict[str, int] = {}
    for number, (exercise, *_) in enumerate(listed):
        each = [*_id_faults(exercise, known, first, number), *faults(exercise)]
        each += [*_neighbour_faults(exercise, merged), *_use_faults(exercise, shelf)]
        found += [Fault(("exercises", number, *fault.where), fault.what) for fault in each]
    return listed, [*notes.faults, *notes.sound(found)]


def _id_faults(
    exercise: Exercise, known: Mapping[str, Exercise], first: dict[str, int], number: int
) -> Iterator[Fault]:
    """Yield what is wrong with an id; `first` has where each one stood first, and is added to."""
    if exercise.id not in known and exercise.id and not is_id(exercise.id):
        yield Fault(("id",), no_id(exercise.id))
    if first.setdefault(exercise.id, number) != number:
        yield Fault(("id",), f"exercises[{first[exercise.id]}] has it already")


def _use_faults(exercise: Exercise, shelf: Shelf) -> Iterator[Fault]:
    """Yield what a change would break in a routine."""
    before = shelf.get(exercise.id)
    if before is None or before.measure is exercise.measure:
        return
    broken = broken_by(kept(shelf, exercise), shelf)
    if broken:
        name, why = broken[0]
        others = len({each for each, _ in broken}) - 1
        more = f" and {others} more of the routines" if others else ""
        yield Fault(("measure",), f"{name}{more} would not work any more ({why})")


def _neighbour_faults(exercise: Exercise, known: Mapping[str, Exercise]) -> Iterator[Fault]:
    for key, ids in (("easier", exercise.easier), ("harder", exercise.harder)):
        for number, id_ in enumerate(ids):
            if id_ == exercise.id:
                yield Fault((key, number), f"nothing is {key} than itself")
            elif id_ not in known:
                told = f"there is no exercise {shown(id_)}{meant(id_, known)}"
                yield Fault((key, number), told)


def _plain(exercise: Exercise, shelf: Shelf) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(exercise)
    for key in ("measure", "sides", "load"):
        values.setdefault(key, str(getattr(exercise, key)))
    lists = {key: list(each) for key, each in values.items() if isinstance(each, tuple)}
    values |= lists
    plain = {key: values.pop(key) for key in _FIRST if key in values} | values
    if shelf.is_favourite(exercise.id):
        plain["favourite"] = True
    if shelf.is_archived(exercise.id):
        plain["archived"] = True
    return plain


def _listed(reader: Reader) -> Listed:
    name = reader.need("name", text, "")
    exercise = Exercise(
        id=reader.get("id", text, id_from(name)),
        name=name,
        aliases=reader.get("aliases", texts, ()),
        trains=reader.get("trains", text, ""),
        measure=reader.get("measure", _word(Measure), Measure.REPS),
        sides=reader.get("sides", _word(Sides), Sides.BOTH),
        load=reader.get("load", _word(LoadKind), LoadKind.NONE),
        implements=reader.get("implements", whole, 1),
        equipment=reader.get("equipment", texts, ()),
        setup=reader.get("setup", text, ""),
        cues=reader.get("cues", texts, ()),
        tags=reader.get("tags", texts, ()),
        ladder=reader.get("ladder", text, ""),
        rung=reader.get("rung", whole, 0),
        easier=reader.get("easier", texts, ()),
        harder=reader.get("harder", texts, ()),
        contacts=reader.get("contacts", whole, 0),
        why=reader.get("why", text, ""),
        source=reader.get("source", text, ""),
    )
    favourite = reader.get("favourite", yes, None)
    archived = reader.get("archived", yes, None)
    reader.close()
    return Listed(exercise, favourite, archived)


def _word(kind: type[_Word]) -> Callable[[Any], _Word]:
    """Return what takes one of a few words."""

    def read(value: Any) -> _Word:
        known = [each.value for each in kind]
        if value in known:
            return kind(value)
        hint = meant(value, known) if isinstance(value, str) else ""
        raise Misspelt(f"{shown(value)} is none of {', '.join(known)}{hint}")

    return read
