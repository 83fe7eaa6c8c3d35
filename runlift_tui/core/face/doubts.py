"""What is asked of a value that is far from those before, in words."""

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.reserve import reserve_asked
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.doubts import denied, doubted, reference, unsure_at
from runlift_tui.core.session.state import Session, Step, step_at
from runlift_tui.core.sets.beginning import beginning, far_to_begin
from runlift_tui.core.sets.told import field_shown, name_of
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.text import counted
from runlift_tui.core.words.units import Unit

_ASKED = ". Is it right?"
RIGHT, HEADING = "it is right", "IS IT RIGHT?"
"""What a yes says; and the question in large letters."""
_NOT_KNOWN = "no load"
_REPS = (Field.REPS, Field.LEFT, Field.RIGHT)


def question(session: Session, unit: Unit) -> str:
    """Return what is asked now, in a sentence; empty where nothing is."""
    key = doubted(session)
    return "" if key is None else asked(session, key, unit)


def asked(session: Session, key: StepKey, unit: Unit) -> str:
    """Return what is asked of a set: "B1 round 1: 2 x 125 kg after 2 x 12.5 kg. Is it right?"."""
    said = dict.fromkeys(_far(session, key, each, unit) for each in unsure_at(session, key))
    return f"{name_of(key)}: {', '.join(said)}{_ASKED}" if said else ""


def _far(session: Session, key: StepKey, field: Field, unit: Unit) -> str:
    """Return a value that is asked about, and what it is far from: "125 kg after 12.5 kg"."""
    done = session.done.get(key)
    value = session.prepared[field] if done is None else done.counted(field)
    implements = step_at(session, key).exercise.implements if done is None else done.implements
    before = reference(session, key, field)
    after = "" if before is None else f" after {field_shown(field, before, implements, unit)}"
    if before is None and field is Field.LOAD_KG:
        after = _far_over(session, step_at(session, key))
    return f"{field_shown(field, value, implements, unit)}{_reps_word(field, value)}{after}"


def _reps_word(field: Field, value: float | None) -> str:
    return f" {counted(int(value or 0), 'rep')}" if field in _REPS else ""


def large(session: Session, key: StepKey, unit: Unit) -> str:
    """Return what is asked about as letters have it: "2x125 KG?", "75 REPS?"; the load first."""
    done = session.done.get(key)
    step = step_at(session, key)
    implements = step.exercise.implements if done is None else done.implements
    fields = sorted(unsure_at(session, key), key=lambda field: field is not Field.LOAD_KG)
    value = session.prepared[fields[0]] if done is None else done.counted(fields[0])
    shown = field_shown(fields[0], value, implements, unit)
    return f"{shown}{_reps_word(fields[0], value)}?".upper().replace(" X ", "x")


def before_it(session: Session, key: StepKey, unit: Unit) -> str:
    """Return what stood before the values that are asked about: "2 x 12 kg", "8 reps"."""
    implements = step_at(session, key).exercise.implements
    again = dict.fromkeys(
        f"{field_shown(field, value, implements, unit)}{_reps_word(field, value)}"
        if value
        else _NOT_KNOWN
        for field, value in denied(session, key).values.items()
    )
    return " and ".join(again)


def put_back(session: Session, key: StepKey, unit: Unit) -> str:
    """Return what a no to the question puts back: "B1 round 1 has 2 x 12 kg again."."""
    return f"{name_of(key)} has {before_it(session, key, unit)} again."


def _far_over(session: Session, step: Step) -> str:
    """Return what the load of a first time is far over, as it was suggested to begin with."""
    start, left = session.start, reserve_asked(step.slot)[0]
    gear = start.gear or Gear()
    if not far_to_begin(step.exercise, start.level, gear):
        return ""
    begin = beginning(step.exercise, start.level, left, gear).at
    return f", far over {begin.removeprefix('with ')}"


def asked_last(session: Session, key: StepKey, unit: Unit) -> str:
    """Return what is asked of a set where the session would be left, and what an answer is."""
    keys = "{^summary.text} says so, {summary.note} says no, {summary.space} again leaves."
    return f"{asked(session, key, unit)} {named(keys)}"


def told(session: Session, chosen: StepKey | None, unit: Unit) -> str:
    """Return what is asked of the chosen set, else which values nobody has confirmed."""
    if chosen is not None:
        return asked(session, chosen, unit)
    rows = (key for key in session.done if unsure_at(session, key))
    said = "; ".join(asked(session, key, unit).removesuffix(_ASKED) for key in rows)
    return f"Not confirmed, so it counts for no best set: {said}." if said else ""
