"""An exercise as plain values, fit for a file that a person edits, and back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

import msgspec

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercises.faults import faults
from runlift_tui.core.exercises.shelf import ExerciseShelf
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.ids import id_for
from runlift_tui.core.words.nearest import meant
from runlift_tui.core.words.spelling import Misspelt, is_id, no_id, shown
from runlift_tui.core.words.table_reader import Notes, Reader, text, texts, whole, yes

_Word = TypeVar("_Word", bound=StrEnum)
_FIRST = ("id", "name", "aliases", "trains", "measure", "sides", "load")
"""What an entry begins with, in this order."""


class Listed(NamedTuple):
    """An exercise as a file lists it."""

    exercise: Exercise
    favourite: bool | None = None
    """None where the file does not say."""
    archived: bool | None = None


def exercises_plain(shelf: ExerciseShelf) -> dict[str, Any]:
    """Return every exercise of a shelf as plain values, archived ones too."""
    return {
        "exercises": [
            _plain(exercise, shelf) for exercise in shelf.exercises(archived=True).values()
        ]
    }


def read_exercises(
    table: Mapping[str, Any],
    shelf: ExerciseShelf,
    use_faults: Callable[[Exercise], Iterable[Fault]],
) -> tuple[list[Listed], list[Fault]]:
    """Return the exercises that plain values list, with every fault in them.

    Args:
        table: As a file has it.
        shelf: Where they are to go.
        use_faults: What an exercise would break where it stands.

    Returns:
        The exercises, which are not to be used unless there are no faults, and the faults.
    """
    notes = Notes()
    reader = Reader(table, (), notes)
    rows = reader.tables("exercises")
    listed = _read(rows, table, shelf)
    reader.close()
    if not listed and not notes.faults:
        notes.wrong(("exercises",), "there are no [[exercises]] in it")
    known = shelf.exercises(archived=True)
    merged = {**known, **{each.exercise.id: each.exercise for each in listed}}
    found: list[Fault] = []
    first: dict[str, int] = {}
    for number, (exercise, *_) in enumerate(listed):
        each = [*_id_faults(exercise, known, first, number), *faults(exercise)]
        each += [*_neighbour_faults(exercise, merged), *use_faults(exercise)]
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


def _neighbour_faults(exercise: Exercise, known: Mapping[str, Exercise]) -> Iterator[Fault]:
    for key, ids in (("easier", exercise.easier), ("harder", exercise.harder)):
        for number, id_ in enumerate(ids):
            if id_ == exercise.id:
                yield Fault((key, number), f"nothing is {key} than itself")
            elif id_ not in known:
                told = f"there is no exercise {shown(id_)}{meant(id_, known)}"
                yield Fault((key, number), told)


def _read(rows: list[Reader], table: Mapping[str, Any], shelf: ExerciseShelf) -> list[Listed]:
    """Return what rows list; those without an id get one that no other one has."""
    own = {
        id_: mine.exercise.name
        for id_, mine in shelf.mine.items()
        if mine.exercise is not None and id_ not in shelf.shipped
    }
    given = (row.get("id") for row in (table["exercises"] if rows else ()))
    taken = {*shelf.shipped, *shelf.mine, *(id_ for id_ in given if isinstance(id_, str))}
    named: dict[str, str] = {}
    found = []
    for row in rows:
        id_ = row.get("id", text, None)
        if id_ is not None and id_ in shelf.same:
            row.wrong("id", f"{id_} was merged into {shelf.same[id_]}")
        base = None if id_ is None else shelf.get(id_)
        name = row.need("name", text, "") if base is None else row.get("name", text, base.name)
        if id_ is None:
            id_ = named.setdefault(name, id_for(name, own, taken, "exercise"))
            base = shelf.get(id_)
            taken.add(id_)
        found.append(_listed(row, base or Exercise(id=id_, name=name), name))
    return found


def _plain(exercise: Exercise, shelf: ExerciseShelf) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(exercise)
    if exercise.id in shelf.mine and shelf.mine[exercise.id].exercise is not None:
        # Taken back, what is left out would stay as it then is.
        values = {name: getattr(exercise, name) for name in exercise.__struct_fields__} | values
    for key in ("measure", "sides", "load"):
        values[key] = str(getattr(exercise, key))
    lists = {key: list(each) for key, each in values.items() if isinstance(each, tuple)}
    values |= lists
    plain = {key: values.pop(key) for key in _FIRST if key in values} | values
    if shelf.is_favourite(exercise.id):
        plain["favourite"] = True
    if shelf.is_archived(exercise.id):
        plain["archived"] = True
    return plain


def _listed(reader: Reader, base: Exercise, name: str) -> Listed:
    """Return a row over what it changes; what it leaves out stays as it is there."""
    exercise = Exercise(
        id=base.id,
        name=name,
        call=reader.get("call", text, base.call if name == base.name else ""),
        aliases=reader.get("aliases", texts, base.aliases),
        trains=reader.get("trains", text, base.trains),
        measure=reader.get("measure", _word(Measure), base.measure),
        sides=reader.get("sides", _word(Sides), base.sides),
        counted=reader.get("counted", text, base.counted),
        load=reader.get("load", _word(LoadKind), base.load),
        implements=reader.get("implements", whole, base.implements),
        equipment=reader.get("equipment", texts, base.equipment),
        setup=reader.get("setup", text, base.setup),
        cues=reader.get("cues", texts, base.cues),
        note=reader.get("note", text, base.note),
        tags=reader.get("tags", texts, base.tags),
        ladder=reader.get("ladder", text, base.ladder),
        rung=reader.get("rung", whole, base.rung),
        easier=reader.get("easier", texts, base.easier),
        harder=reader.get("harder", texts, base.harder),
        contacts=reader.get("contacts", whole, base.contacts),
        why=reader.get("why", text, base.why),
        source=reader.get("source", text, base.source),
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
