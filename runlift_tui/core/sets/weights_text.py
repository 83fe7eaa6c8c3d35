"""The gym's weights as the athlete reads and types them: "every 2 kg", "8, 12, 16 kg"."""

import re

from runlift_tui.core.sets.weights import DEFAULT_STEP, Weights
from runlift_tui.core.words.decimals import divided
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import LEAST_WEIGHT, MOST_WEIGHT, MOST_WEIGHTS
from runlift_tui.core.words.units import Unit, number, to_kg, to_unit

_HOW = "write a smallest step, as 2.5, or a list, as 8 12 16"
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})?", re.ASCII)


def weights_text(weights: Weights, unit: Unit) -> str:
    """Return what the gym has: "every 2 kg", "8, 12, 16 kg"."""
    if weights.list_kg:
        each = (number(to_unit(kg, unit)) for kg in weights.list_kg)
        return f"{', '.join(each)} {unit}"
    step = DEFAULT_STEP[unit] if weights.step_kg is None else to_unit(weights.step_kg, unit)
    return f"every {number(step)} {unit}"


def weights_typed(text: str, unit: Unit) -> Weights:
    """Return the weights that were typed; an empty line is the step of most gyms.

    One number is a smallest step, more are a list; they are parted by spaces, by semicolons, or
    by commas: see `divided`.

    Raises:
        Refused: it is neither.
    """
    said = text.lower().replace("every", " ").replace(unit.value, " ").strip()
    if not said:
        return Weights()
    words = divided(said)
    if not words:
        raise Refused(f"that is no weight: {_HOW}")
    if len(words) > MOST_WEIGHTS:
        raise Refused(f"{len(words)} weights are more than {MOST_WEIGHTS}")
    found = [_weight(word, unit) for word in words]
    if len(found) == 1:
        return Weights(step_kg=found[0])
    return Weights(list_kg=tuple(sorted(set(found))))


def _weight(word: str, unit: Unit) -> float:
    value = float(word) if _NUMBER.fullmatch(word) else 0.0
    if not LEAST_WEIGHT <= value <= MOST_WEIGHT:
        raise Refused(
            f"{word[:20]} is no weight from {LEAST_WEIGHT} to {MOST_WEIGHT} {unit}: {_HOW}"
        )
    return to_kg(value, unit)
