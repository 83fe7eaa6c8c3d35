"""An exercise as a form: every field as one would type it, and back, with what is wrong in words.

A field that was not touched keeps its value to the letter, whatever the form can show of it.
"""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercises.faults import faults
from runlift_tui.core.lists.lines import FormField
from runlift_tui.core.words.decimals import with_digits
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.nearest import near
from runlift_tui.core.words.possible import MOST_CUES
from runlift_tui.core.words.text import safe_text

LEAST_CUES = 4
"""Lines for cues that there are always."""


Texts = Mapping[str, str]
"""What stands in each field of a form, by the field's name."""

_MEASURES = (
    (Measure.REPS.value, "reps"),
    (Measure.HOLD.value, "seconds held"),
    (Measure.METRES.value, "metres"),
)
_SIDES = (
    (Sides.BOTH.value, "both together"),
    (Sides.EACH.value, "each in turn"),
    (Sides.ALTERNATING.value, "alternating"),
)
_LOADS = (
    (LoadKind.NONE.value, "body weight"),
    (LoadKind.EXTERNAL.value, "a weight"),
    (LoadKind.BAND.value, "a band"),
)
_BEFORE_CUES = (
    FormField("name", "name", "what you call it"),
    FormField("aliases", "also called", "found by these too; a comma between them"),
    FormField("trains", "trains", "in one short phrase"),
    FormField("measure", "counted in", "← → changes it", _MEASURES),
    FormField("sides", "sides", "← → changes it; counts are for one side", _SIDES),
    FormField("load", "load", "← → changes it", _LOADS),
    FormField(
        "implements", "in pieces", "dumbbells, kettlebells: 1 or 2", (("1", "1"), ("2", "2"))
    ),
    FormField("equipment", "equipment", "what to fetch; a comma between them"),
    FormField("setup", "set-up", "bench or box height, stance, grip"),
)
_AFTER_CUES = (
    FormField("tags", "tags", "to filter by, and to rank a swap; a comma between them"),
    FormField("ladder", "ladder", "its family, from easy to hard; may be left empty"),
    FormField("rung", "rung", "how demanding in its ladder: 0 is the easiest"),
    FormField("contacts", "contacts", "landings a rep; 0 where it never leaves the ground"),
    FormField("why", "why", "what it is in the session for"),
    FormField("note", "your note", "stands at every set: bench hole 3, heel pad"),
)


def fields(exercise: Exercise) -> tuple[FormField, ...]:
    """Return the lines of the form, in their order."""
    count = min(max(LEAST_CUES, len(exercise.cues)), MOST_CUES)
    cues = (
        FormField(f"cues.{number}", "cues" if not number else "", "a few words each")
        for number in range(count)
    )
    first = FormField("cues.0", "cues", "the first one stands under the target")
    return (*_BEFORE_CUES, first, *tuple(cues)[1:], *_AFTER_CUES)


def typed(exercise: Exercise) -> dict[str, str]:
    """Return an exercise as the form shows it."""
    return {field.name: _shown(exercise, field.name) for field in fields(exercise)}


def _shown(exercise: Exercise, name: str) -> str:
    field, _, number = name.partition(".")
    value = getattr(exercise, field)
    if number:
        value = value[int(number)] if int(number) < len(value) else ""
    if isinstance(value, tuple):
        return listed(value)
    return safe_text(value) if isinstance(value, str) else str(value)


def listed(items: Iterable[str]) -> str:
    """Return a list as one types it; semicolons stand between where an item has a comma."""
    safe = [safe_text(item) for item in items]
    if not any("," in item for item in safe):
        return ", ".join(safe)
    return "; ".join(safe) if len(safe) > 1 else f"{safe[0]};"


def split(text: str) -> tuple[str, ...]:
    """Return the items of a typed list."""
    items = text.split(";" if ";" in text else ",")
    return tuple(item for each in items if (item := each.strip()))


def read(texts: Texts, base: Exercise) -> tuple[Exercise, tuple[Fault, ...]]:
    """Return the exercise that a form comes to, and what cannot work in it.

    Args:
        texts: What stands in each field.
        base: What the form began with; what was not touched is its.
    """
    found: dict[str, object] = {}
    unread: list[Fault] = []
    for name, text in texts.items():
        field = name.partition(".")[0]
        if text == _shown(base, name) or field == "cues":
            continue
        try:
            found[field] = _READERS.get(field, _line)(text)
        except ValueError as error:
            unread.append(Fault((field,), str(error)))
    if any(texts[name] != _shown(base, name) for name in texts if name.startswith("cues.")):
        cues = (_line(texts[name]) for name in texts if name.startswith("cues."))
        found["cues"] = (*filter(None, cues), *base.cues[MOST_CUES:])
    exercise = msgspec.structs.replace(base, **_fitting(found, base))
    return exercise, (*unread, *faults(exercise))


def _fitting(found: dict[str, object], base: Exercise) -> dict[str, object]:
    """Return the values with what follows from them."""
    if found.get("load", base.load) is not LoadKind.EXTERNAL:
        found["implements"] = 1
    if "name" in found:
        # What is called out goes with the name that it stood for.
        found["call"] = ""
    if "why" in found:
        # A source stands behind the words that it was given for, and no others.
        found["source"] = ""
    return found


def _line(text: str) -> str:
    return " ".join(safe_text(text).split())


def _items(text: str) -> tuple[str, ...]:
    return split(_line(text))


def _number(text: str) -> int:
    number = with_digits(text).strip()
    if number and (not (number.isascii() and number.isdigit()) or len(number) > 6):
        raise ValueError("a whole number is needed")
    return int(number or 0)


_READERS: dict[str, Callable[[str], object]] = {
    "aliases": _items,
    "equipment": _items,
    "tags": _items,
    "measure": Measure,
    "sides": Sides,
    "load": LoadKind,
    "implements": _number,
    "rung": _number,
    "contacts": _number,
}


def place_of(fault: Fault) -> str:
    """Return the name of the form's field that a fault belongs to."""
    match fault.where:
        case ("cues", int(number)):
            return f"cues.{number}"
        case (str(field), *_):
            return "cues.0" if field == "cues" else field
        case _:
            return "name"


def advice(exercise: Exercise, others: Iterable[Exercise]) -> dict[str, str]:
    """Return friendly warnings, by field: a name that is taken, a tag that may be a typo."""
    rest = [other for other in others if other.id != exercise.id]
    found: dict[str, str] = {}
    name = exercise.name.casefold()
    if name and any(name == other.name.casefold() for other in rest):
        found["name"] = "another exercise has this name too"
    known: dict[str, set[str]] = {
        "tags": {tag for other in rest for tag in other.tags},
        "equipment": {kit for other in rest for kit in other.equipment},
        "ladder": {other.ladder for other in rest if other.ladder},
    }
    for field, words in known.items():
        value = getattr(exercise, field)
        told = (_new(word, words) for word in ((value,) if isinstance(value, str) else value))
        if first := next(filter(None, told), ""):
            found[field] = first
    return found


def _new(word: str, known: set[str]) -> str:
    if not word or word in known:
        return ""
    found = near(word, known, 1)
    return f"{word} is new" + (f"; did you mean {found[0]}?" if found else "")
