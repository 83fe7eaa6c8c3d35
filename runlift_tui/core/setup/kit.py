"""What to fetch before a session: the kit with its loads, in one line."""

from collections.abc import Iterable

from runlift_tui.core.session.prefill import expected_load, is_to_find
from runlift_tui.core.session.state import Session, steps
from runlift_tui.core.session.told import is_empty_bar, weight_made_of
from runlift_tui.core.sets.loadable import EMPTY_BAR, is_on_bar
from runlift_tui.core.words.units import Unit, load

_IN_RAMP = " in the ramp"
_WEIGHTS = ("dumbbells", "kettlebells", "barbell", "plate")


def kit(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return the kit of a session about to begin: "bench", "box", "2 x 12 kg", "mini-band".

    What only the ramp is done with stands last: "2 x 4 kg, 2 x 8 kg in the ramp".
    """
    plain: list[str] = []
    loads: list[str] = []
    ramps: list[str] = []
    for step in steps(session):
        for item in step.exercise.equipment:
            if item not in _WEIGHTS:
                if item not in plain and step.ramp is None:
                    plain.append(item)
                continue
            kg = expected_load(session, step)
            if not kg and (step.ramp is not None or step.slot.unloaded):
                continue
            if step.ramp is not None and is_to_find(session, step) and not is_on_bar(step.exercise):
                continue  # the load is still to be found: "dumbbells" stands for all of them
            found = loads if step.ramp is None else ramps
            shown = item if kg is None else load(kg, step.exercise.implements, unit)
            empty = is_empty_bar(session, step, kg)
            made = EMPTY_BAR if empty else weight_made_of(session, step, kg)
            shown = f"{shown} ({made})" if made else shown
            if shown not in found and (kg is not None or not loads):
                found.append(shown)
    lighter = ", ".join(each for each in ramps if each not in loads)
    return (*plain, *loads, *([f"{lighter}{_IN_RAMP}"] if lighter else []))


def without_ramps(found: Iterable[str]) -> tuple[str, ...]:
    """Return the kit of a session with a mark in place of what only its ramp is done with."""
    whole = tuple(found)
    kept = tuple(each for each in whole if not each.endswith(_IN_RAMP))
    return kept if kept == whole else (*kept, "…")
