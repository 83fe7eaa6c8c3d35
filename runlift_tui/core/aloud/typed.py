"""What an athlete types of a set in one line: "8", "8/7, load 24, could do 2", "load 7,5"."""

import re
from collections.abc import Callable

from runlift_tui.core.sets.typing import OpenSet
from runlift_tui.core.sets.values import COUNTS, Field, Values, checked
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.decimals import pointed
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit, number, to_kg, to_unit

_N = r"(\d+(?:\.\d+)?)"
_LEFT, _RIGHT = (Field.LEFT, Field.LEFT_S), (Field.RIGHT, Field.RIGHT_S)
_END = r"(?![\w.])"
_TWICE = "One number stands for both sides, two are typed 9/8: each value once"


def values_typed(text: str, opened: OpenSet, gear: Gear) -> dict[Field, float | None]:
    """Return the values that a line says of a set.

    A number alone counts for both legs; a load is that of each weight, in the athlete's unit.

    Raises:
        Refused: it makes no sense; the text says what would.
    """
    found: dict[Field, float | None] = {}
    rest = pointed(text.strip().lower())
    while rest:
        for pattern, read in _READERS:
            match = pattern.match(rest)
            if match is not None:
                said = read(match, opened, gear)
                if said.keys() & found.keys():
                    raise Refused(_TWICE)
                found |= said
                rest = rest[match.end() :].lstrip(" ,;")
                break
        else:
            raise Refused(f"“{rest}” says nothing of this set. Type ? for what can be typed")
    return checked(found)


def as_typed(opened: OpenSet, gear: Gear) -> str:
    """Return the values of a set as they would be typed: "8/7, load 24, could do 2"."""
    found = [opened.values.get(each) for each in _counts(opened)]
    said = ["/".join(number(each) for each in dict.fromkeys(found) if each is not None)]
    if found.count(None) == 1 and len(found) > 1:
        said = [f"{'right' if found[0] is None else 'left'} {said[0]}"]
    kg = opened.values.get(Field.LOAD_KG)
    if kg is not None:
        said.append(f"load {number(round(to_unit(kg / opened.implements, gear.unit), 2))}")
    for field, what in ((Field.RIR, "could do"), (Field.SNAP, "snap")):
        value = opened.values.get(field)
        said += [] if value is None else [f"{what} {number(value)}"]
    return ", ".join(filter(None, said))


def says_values(text: str) -> bool:
    """Whether a line is about the values of a set rather than an order."""
    said = pointed(text.strip().lower())
    return any(pattern.match(said) for pattern, _ in _READERS)


def _counts(opened: OpenSet, *fields: Field) -> list[Field]:
    return [each for each in opened.values if each in (fields or COUNTS)]


def _counted(match: re.Match[str], opened: OpenSet, gear: Gear) -> Values:
    return dict.fromkeys(_counts(opened), float(match[1]))


def _both(match: re.Match[str], opened: OpenSet, gear: Gear) -> Values:
    left, right = _counts(opened, *_LEFT), _counts(opened, *_RIGHT)
    if not left or not right:
        raise Refused("This set has no left and right: type one number")
    return {left[0]: float(match[1]), right[0]: float(match[2])}


def _named(*fields: Field, what: str) -> Callable[[re.Match[str], OpenSet, Gear], Values]:
    def read(match: re.Match[str], opened: OpenSet, gear: Gear) -> Values:
        found = _counts(opened, *fields)
        if not found:
            raise Refused(f"This set has no {what}")
        return dict.fromkeys(found, float(match[1]))

    return read


def _load(match: re.Match[str], opened: OpenSet, gear: Gear) -> Values:
    if Field.LOAD_KG not in opened.values:
        raise Refused("This set has no load")
    pieces, each, unit = match["pieces"], match["each"], match["unit"]
    if pieces is not None and int(pieces) != opened.implements:
        raise Refused(f"This set has its load in {opened.implements}: type that of each one alone")
    said = Unit(unit) if unit else gear.unit
    return {Field.LOAD_KG: to_kg(float(each), said) * opened.implements}


_WEIGHT = rf"(?:(?P<pieces>\d+)\s*[x×*]\s*)?(?P<each>\d+(?:\.\d+)?)\s*(?P<unit>kg|lb)?s?{_END}"
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], OpenSet, Gear], Values]], ...] = (
    (re.compile(rf"(?:load|at|with)\s*{_WEIGHT}"), _load),
    (re.compile(rf"(?=\d+\s*[x×*]|[\d.]+\s*(?:kg|lb)){_WEIGHT}"), _load),
    (re.compile(rf"left\s+{_N}{_END}"), _named(*_LEFT, what="left")),
    (re.compile(rf"right\s+{_N}{_END}"), _named(*_RIGHT, what="right")),
    (re.compile(rf"(?:could do|rir)\s*{_N}(?:\s*more)?{_END}"), _named(Field.RIR, what="could do")),
    (re.compile(rf"{_N}\s*more{_END}"), _named(Field.RIR, what="could do")),
    (re.compile(rf"snap\s*{_N}{_END}"), _named(Field.SNAP, what="snap")),
    (re.compile(rf"{_N}\s*/\s*{_N}{_END}"), _both),
    (re.compile(rf"(?:reps|seconds|metres)\s+{_N}{_END}"), _counted),
    (re.compile(rf"{_N}\s*(?:reps|seconds|metres|s|m)?(?:\s+each)?{_END}"), _counted),
)
