"""What of a step is said in large letters: the exercise's call, its load, the leg that starts."""

from runlift_tui.core.exercises.call import MOST_COLUMNS, call, capitals, fitting
from runlift_tui.core.exercises.exercise import Measure, each
from runlift_tui.core.face.shapes import SessionFace
from runlift_tui.core.session.prefill import is_led, is_to_find
from runlift_tui.core.session.state import Session, Step, steps
from runlift_tui.core.session.suggested import begins_ramp, typed_load
from runlift_tui.core.session.targets import target
from runlift_tui.core.session.told import (
    is_empty_bar,
    load_now,
    plates_in_letters,
    side_word,
    weight_made_of,
)
from runlift_tui.core.words.units import WITHOUT_WEIGHT, Unit, load

_LIGHTER = "easy: lighter than round 1"
"""What a ramp to a load that nobody knows is; round 1 never begins with the load of it."""


def exercise_face(session: Session, step: Step, unit: Unit) -> SessionFace:
    """Return the part of a face that is the same wherever a step is under way or next."""
    exercise = step.exercise
    return SessionFace(
        label=step.key.slot,
        title=exercise.name,
        call=called(session, step),
        each="" if step.in_metres else each(exercise),
        load=in_letters(session, step, unit),
        made=weight_made_of(session, step, load_now(session, step)),
        plates=plates_in_letters(session, step),
        side=side_word(step).upper(),
        ramp="" if step.ramp is None else "RAMP",
        how=tuple(filter(None, (exercise.setup, *exercise.cues))),
    )


def called(session: Session, step: Step) -> str:
    """Return a step's call, its slot in front where another slot of the session has the same."""
    found = call(step.exercise)
    slots = {each.key.slot for each in steps(session) if call(each.exercise) == found}
    if len(slots) < 2:
        return found
    label = capitals(step.key.slot)
    return f"{label} {fitting(found, MOST_COLUMNS - 4 * len(label) - 2)}"


def in_letters(session: Session, step: Step, unit: Unit) -> str:
    """Return a step's load as letters have it: "2x12 KG", "BAR 20 KG"; empty for none."""
    kg = load_now(session, step)
    if not kg:
        return ""
    shown = load(kg, step.exercise.implements, unit).upper().replace(" X ", "x")
    return f"BAR {shown}" if is_empty_bar(session, step, kg) else shown


def count_in_letters(session: Session, step: Step) -> str:
    """Return a step's target as letters have it: "3 EACH", "12 REPS", "20 S", "40 M"."""
    count = target(session, step)
    if step.is_hold:
        return f"{count} S"
    if step.exercise.measure is Measure.METRES:
        return f"{count} M"
    return f"{count} EACH" if each(step.exercise) else f"{count} REPS"


def share(session: Session, step: Step) -> str:
    """Return how heavy a lighter set on the way up is; empty for any other."""
    if step.ramp is None or (not step.ramp.share and load_now(session, step)):
        return ""
    if step.ramp.share and is_led(session, step) and not typed_load(session, step):
        return "easy: as in the ramp before"
    known = not is_to_find(session, step)
    return share_words(step.ramp.share, known=known, begin=begins_ramp(session, step))


def share_words(share: float, *, known: bool, begin: str = "") -> str:
    """Return how heavy a lighter set is: "easy: half of the load to come".

    Args:
        share: Of the working load, 0 to 1.
        known: Whether there is a load that it is a share of; else no share is named.
        begin: With what, where there is none: "2 x 6-8 kg", "with the empty bar".
    """
    if share == 0:
        return WITHOUT_WEIGHT
    part = "half" if share == 0.5 else f"{share * 100:.0f} %"
    if begin and not known:
        return f"easy, {begin}" if begin.startswith("with") else f"{part} of {begin}"
    return f"easy: {part} of the load to come" if known else _LIGHTER
