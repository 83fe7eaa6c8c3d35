"""What the gym has to hold as the athlete reads and types it: "every 2 kg", "8, 12, 16 kg"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import floor

from runlift_tui.core.sets.weights import DEFAULT_STEP, Weights
from runlift_tui.core.words.decimals import divided, with_digits
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import LEAST_WEIGHT, MOST_WEIGHT, MOST_WEIGHTS
from runlift_tui.core.words.units import Unit, number, to_kg, to_unit

LARGEST_STEP = {Unit.KG: 5.0, Unit.LB: 10.0}
"""A number alone that is no larger is a step, in the unit; of another it is asked which it is. Our
own rule: from one dumbbell or kettlebell to the next it is seldom more."""
_EVERY, _ONLY = "every", "only"
_HOW = "write a smallest step, as 2.5, or a list, as 8 12 16"
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})?", re.ASCII)
_ONE = r"(\d+(?:[.,]\d+)?)"
_RACK = re.compile(
    rf"{_ONE}(?:[-\u2013]|\s+[-\u2013]\s+|\s*to\s*){_ONE}(?:\s*(?:/|,?\s*{_EVERY})\s*{_ONE})?",
    re.ASCII,
)
"""A rack: its lightest, its heaviest, perhaps the step. A sign on its number alone is none."""
_RACK_FROM = 6
"""So many weights with one step between them are told as a rack."""
_RACK_SHOWN = 8
"""Weights of the rack that is given as an example, at least."""
_SIGN = re.compile(r"([+-])\s+(?=\d)")
_SAME_KG = 1e-3


def weights_text(weights: Weights, unit: Unit) -> str:
    """Return what the gym has: "every 2 kg", "8, 12, 16 kg", "only 14 kg"."""
    if weights.list_kg:
        each = ", ".join(number(to_unit(kg, unit)) for kg in weights.list_kg)
        only = f"{_ONLY} " if len(weights.list_kg) == 1 else ""
        return f"{only}{each} {unit}"
    return f"{_EVERY} {number(_step(weights, unit))} {unit}"


def weights_told(weights: Weights, unit: Unit) -> str:
    """Return how it was read, in words.

    "every 2 kg: 2, 4, 6 and so on", "8, 12 and 16 kg", "4 to 30 kg, every 2".
    """
    if not weights.list_kg:
        first = (number(_step(weights, unit) * place) for place in (1, 2, 3))
        return f"{weights_text(weights, unit)}: {', '.join(first)} and so on"
    each = [to_unit(kg, unit) for kg in weights.list_kg]
    steps = {round(after - before, 2) for before, after in pairwise(each)}
    if len(each) >= _RACK_FROM and len(steps) == 1:
        return f"{number(each[0])} to {number(each[-1])} {unit}, every {number(steps.pop())}"
    *most, last = map(number, each)
    return f"{', '.join(most)} and {last} {unit}" if most else weights_text(weights, unit)


def weights_typed(text: str, unit: Unit, now: Weights | None = None) -> Weights:
    """Return the weights that were typed; an empty line is the step of most gyms.

    More numbers than one are a list; they are parted by spaces, by semicolons, or by commas: see
    `divided`. One is a step if it is no more than `LARGEST_STEP`; with "every" before it it is a
    step, with "only" a list of one. A number behind + or - is put on the list or taken off it.
    Two with a hyphen between them are a rack, by a step behind a slash or by `DEFAULT_STEP`.

    Args:
        text: As typed.
        unit: Of what was typed.
        now: What there was before, for + and - alone.

    Raises:
        Refused: it is none of these, or can be two of them.
    """
    said = with_digits(text).lower().replace(unit.value, " ").replace("\u2212", "-").strip()
    is_step, is_list = said.startswith(_EVERY), said.startswith(_ONLY)
    said = said.removeprefix(_EVERY).removeprefix(_ONLY).strip()
    rack = _RACK.fullmatch(said)
    if rack is not None and not is_step:
        return _rack(rack, unit)
    said = _SIGN.sub(r"\1", said)
    if not said and not is_list:
        return Weights()
    words = divided(said)
    if not words:
        raise Refused(f"that is no weight: {_HOW}")
    if len(words) > MOST_WEIGHTS:
        raise Refused(_too_many(len(words)))
    plain = [_weight(word, unit) for word in words if word[0] not in "+-"]
    signed = [(word[0], _weight(word[1:], unit)) for word in words if word[0] in "+-"]
    if signed:
        now = now or Weights()
        there = plain or now.list_kg
        if not there or is_step:
            step_kg = plain[0] if plain else now.step_kg
            raise Refused(_no_list(*signed[0], Weights(step_kg=step_kg), unit))
        return _changed(there, signed, unit)
    if is_step or (len(plain) == 1 and not is_list):
        if len(plain) > 1:
            raise Refused(f"a step is one weight: {_HOW}")
        return Weights(step_kg=_step_typed(plain[0], unit, is_step=is_step))
    return Weights(list_kg=tuple(sorted(set(plain))))


def _rack(rack: re.Match[str], unit: Unit) -> Weights:
    """Return the list of a rack that was typed: "4-30", "4-30/2.5"."""
    words = [(each or number(DEFAULT_STEP[unit])).replace(",", ".") for each in rack.groups()]
    for word in words:
        _weight(word, unit)
    least, most, step = map(float, words)
    if least >= most:
        raise Refused(f"{number(most)} is no more than {number(least)}: write a rack as 4-30")
    count = floor((most - least) / step + _SAME_KG) + 1
    found = [least + step * place for place in range(count)]
    found += [most] if most - found[-1] > _SAME_KG else []
    if len(found) > MOST_WEIGHTS:
        raise Refused(_too_many(len(found)))
    return Weights(list_kg=tuple(to_kg(round(each, 4), unit) for each in found))


def _changed(there: Sequence[float], signed: Sequence[tuple[str, float]], unit: Unit) -> Weights:
    """Return a list with weights put on it and taken off it, one after the other."""
    found = set(there)
    for sign, kg in signed:
        same = {each for each in found if abs(each - kg) < _SAME_KG}
        if sign == "-" and not same:
            raise Refused(f"{number(to_unit(kg, unit))} {unit} is not on the list")
        found = found - same if sign == "-" else found - same | {kg}
    if not found:
        raise Refused(f"that was the last on the list: {_HOW}")
    if len(found) > MOST_WEIGHTS:
        raise Refused(_too_many(len(found)))
    return Weights(list_kg=tuple(sorted(found)))


def _no_list(sign: str, kg: float, by_step: Weights, unit: Unit) -> str:
    """Return why a weight is not put beside a step, or taken out of it, and what to write."""
    value, step = to_unit(kg, unit), _step(by_step, unit)
    off = value - round(value / step) * step
    has = abs(off) < _SAME_KG and value > _SAME_KG
    every, weight = weights_text(by_step, unit), f"{number(value)} {unit}"
    if sign == "+" and has:
        return f"{every} has {weight} already"
    if sign == "-" and not has:
        return f"{every} has no {weight}"
    last = max(_RACK_SHOWN, int(value // step) + 2)
    first = 1 if last < MOST_WEIGHTS else last - _RACK_SHOWN
    rack = f"{number(first * step)}-{number(last * step)}/{number(step)}"
    return f"{every} has no end: write its rack first, as {rack}, then {sign}{number(value)}"


def _step_typed(kg: float, unit: Unit, *, is_step: bool) -> float:
    """Return a number that was typed alone, where it is a step."""
    value = to_unit(kg, unit)
    if not is_step and value > LARGEST_STEP[unit] + _SAME_KG:
        shown = number(value)
        raise Refused(
            f"every {shown} {unit}, or one weight of {shown} {unit}? "
            f"Write {_EVERY} {shown}, or {_ONLY} {shown}"
        )
    return kg


def _step(weights: Weights, unit: Unit) -> float:
    return DEFAULT_STEP[unit] if weights.step_kg is None else to_unit(weights.step_kg, unit)


def _too_many(count: int) -> str:
    return f"{count} weights are more than {MOST_WEIGHTS}"


def _weight(word: str, unit: Unit) -> float:
    value = float(word) if _NUMBER.fullmatch(word) else 0.0
    if not LEAST_WEIGHT <= value <= MOST_WEIGHT:
        raise Refused(
            f"{word[:20]} is no weight from {LEAST_WEIGHT} to {MOST_WEIGHT} {unit}: {_HOW}"
        )
    return to_kg(value, unit)
