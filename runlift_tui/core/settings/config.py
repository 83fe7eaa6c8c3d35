"""The hand-written settings file: what in it counts, and what is wrong with the rest."""

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any, get_args

from runlift_tui.core.athlete.preferences import Glyphs
from runlift_tui.core.keys.faults import read_keys
from runlift_tui.core.keys.layouts import AS_TYPED, DIGIT_ROWS
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.faults import Fault, Place
from runlift_tui.core.words.nearest import meant
from runlift_tui.core.words.possible import (
    EXERCISE_NAME,
    LEAST_WEIGHT,
    LONGEST_LEAD_IN_S,
    LOUDEST,
    MOST_WEIGHT,
    MOST_WEIGHTS,
)
from runlift_tui.core.words.spelling import shown
from runlift_tui.core.words.units import Unit, to_kg

_PARTS = ("settings", "keys")


class _Wrong(Exception):
    """A value that cannot be; its text says what could."""


def read_config(table: Mapping[str, Any]) -> tuple[Config, list[Fault]]:
    """Return what a settings file says, and what is wrong with the rest of it.

    Args:
        table: The file as plain values.
    """
    faults = [
        Fault((name,), f"nothing is called that{meant(name, _PARTS)}")
        for name in table
        if name not in _PARTS
    ]
    settings: dict[str, Any] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for part, read in (("settings", _settings), ("keys", read_keys)):
        found = table.get(part, {})
        if not isinstance(found, Mapping):
            faults.append(Fault((part,), f"{shown(found)} is no table, write [{part}]"))
            continue
        faults += read(found, settings if part == "settings" else keys)
    return Config(settings, keys), faults


def _settings(table: Mapping[str, Any], found: dict[str, Any]) -> Iterator[Fault]:
    """Put the settings that can be into `found`, and yield what is wrong with the others."""
    unit = Unit.KG
    # The unit first: weights are written in it.
    for name in sorted(table, key=lambda each: each != "unit"):
        where: Place = ("settings", name)
        if name not in _READERS:
            yield Fault(where, f"no setting is called that{meant(name, _READERS)}")
            continue
        try:
            value = _READERS[name](table[name], unit)
        except _Wrong as wrong:
            yield Fault(where, f"{wrong}")
            continue
        if isinstance(value, Unit):
            unit = value
        if name == "weight_step" and "weights" in table:
            yield Fault(where, "a list of weights stands there too, and counts alone")
        elif name == "weight_step":
            found["weights"] = value
        else:
            found[name] = value


def _one_of(kind: type[Level] | type[Unit]) -> Callable[[Any, Unit], Any]:
    def read(value: Any, unit: Unit) -> Level | Unit:
        words = [each.value for each in kind]
        if value not in words:
            near = meant(str(value), words) if isinstance(value, str) else ""
            raise _Wrong(f"{shown(value)} is not {', '.join(words[:-1])} or {words[-1]}{near}")
        return kind(value)

    return read


def _word(*words: str) -> Callable[[Any, Unit], str]:
    def read(value: Any, unit: Unit) -> str:
        if not isinstance(value, str) or value not in words:
            near = meant(value, words) if isinstance(value, str) else ""
            raise _Wrong(f"{shown(value)} is not {', '.join(words[:-1])} or {words[-1]}{near}")
        return value

    return read


def _whole(high: int, what: str) -> Callable[[Any, Unit], Any]:
    def read(value: Any, unit: Unit) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= high:
            raise _Wrong(f"{shown(value)} is not a whole number from 0 to {high}{what}")
        return value

    return read


def _yes(value: Any, unit: Unit) -> bool:
    if not isinstance(value, bool):
        raise _Wrong(f"{shown(value)} is neither true nor false")
    return value


def _text(value: Any, unit: Unit) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"{shown(value)} is no name")
    if len(value) > EXERCISE_NAME:
        raise _Wrong(f"a name of {len(value)} characters is over {EXERCISE_NAME}")
    return value


def _weight(value: Any, unit: Unit) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not isfinite(value) or not LEAST_WEIGHT <= value <= MOST_WEIGHT:
        raise _Wrong(f"{shown(value)} is no weight from {LEAST_WEIGHT} to {MOST_WEIGHT} {unit}")
    return to_kg(float(value), unit)


def _step(value: Any, unit: Unit) -> Weights:
    return Weights(step_kg=_weight(value, unit))


def _list(value: Any, unit: Unit) -> Weights:
    if not isinstance(value, list) or not value:
        raise _Wrong(f"{shown(value)} is no list of weights, write [8, 12, 16]")
    if len(value) > MOST_WEIGHTS:
        raise _Wrong(f"{len(value)} weights are more than {MOST_WEIGHTS}")
    return Weights(list_kg=tuple(sorted({_weight(each, unit) for each in value})))


_READERS: Mapping[str, Callable[[Any, Unit], Any]] = {
    "level": _one_of(Level),
    "unit": _one_of(Unit),
    "weights": _list,
    "weight_step": _step,
    "lead_in_s": _whole(LONGEST_LEAD_IN_S, " seconds"),
    "sound": _yes,
    "volume": _whole(LOUDEST, ""),
    "voice": _yes,
    "awake": _yes,
    "motion": _yes,
    "theme": _text,
    "plain": _yes,
    "glyphs": _word(*get_args(Glyphs)),
    "digit_row": _word(*DIGIT_ROWS, AS_TYPED),
}
