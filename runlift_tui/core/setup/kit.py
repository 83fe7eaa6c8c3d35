"""What to fetch before a session: the kit with its loads, in one line."""

from runlift_tui.core.session.prefill import expected_load
from runlift_tui.core.session.state import Session, steps
from runlift_tui.core.session.told import weight_made_of
from runlift_tui.core.words.units import Unit, load

_WEIGHTS = ("dumbbells", "kettlebells", "barbell", "plate")


def kit(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return the kit of a session about to begin: "bench", "box", "2 x 12 kg", "mini-band"."""
    plain: list[str] = []
    loads: list[str] = []
    for step in steps(session):
        if step.ramp is not None:
            continue
        for item in step.exercise.equipment:
            if item in _WEIGHTS:
                kg = expected_load(session, step)
                if step.slot.unloaded and not kg:
                    continue
                shown = item if kg is None else load(kg, step.exercise.implements, unit)
                made = weight_made_of(session, step, kg)
                shown = f"{shown} ({made})" if made else shown
                if shown not in loads and (kg is not None or not loads):
                    loads.append(shown)
            elif item not in plain:
                plain.append(item)
    return (*plain, *loads)
