"""A finished session as the history keeps it: plain values, ready for JSON."""

from runlift_tui.core.routines.routine import HalfOf, Prescription
from runlift_tui.core.session.state import Finished, Session, overruled, steps, worst_pain
from runlift_tui.core.session.targets import target
from runlift_tui.core.sets.pain import GO_ON
from runlift_tui.core.sets.values import Field, SetDone, fields_of
from runlift_tui.core.words.documents import Document, iso


def document(session: Session) -> Document:
    """Return the session's document; `finished` is None while it is under way.

    One that was entered afterwards says when, as `entered`. How long it took nobody knows, so it
    ends when it began, and no set of it has a time.
    """
    phase = session.phase
    start = session.start
    end = session.began if session.is_entered else getattr(phase, "at", 0)
    return {
        "id": start.id,
        "routine": session.routine.id,
        "routine_name": session.routine.name,
        "level": start.level.value,
        "started": iso(session.began),
        "finished": iso(end) if isinstance(phase, Finished) else None,
        **({"entered": iso(session.started)} if session.is_entered else {}),
        "utc_offset_min": start.utc_offset_min,
        "notes": session.note,
        "effort": session.effort,
        "pain": session.pain,
        **({"stop_sign": True} if session.stop_sign else {}),
        **({"emergency": True} if session.emergency else {}),
        "planned": _planned(session),
        "ramp": [_ramp_row(session, done) for done in session.done.values() if done.key.ramp],
        "overrides": list(overruled(session)),
        "sets": [_row(session, done) for done in session.done.values() if not done.key.ramp],
    }


def _planned(session: Session) -> list[Document]:
    return [
        {"slot": step.key.slot, "rounds": step.block.rounds, "target": target(session, step)}
        for step in steps(session)
        if step.key.round == 1 and step.ramp is None
    ]


def _ramp_row(session: Session, done: SetDone) -> Document:
    """Return a lighter set on the way up: it counts for nothing, and is kept as it was done."""
    row: Document = {"slot": done.key.slot, "exercise": done.exercise, "name": done.name}
    row |= _counts(done, (Field.REPS, Field.LEFT, Field.RIGHT, Field.RIR))
    row |= {"load_kg": done.load_kg, "implements": done.implements}
    if not session.is_entered:
        row |= {"started": iso(done.started), "ended": iso(done.ended)}
    if done.skipped is not None:
        row["skipped"] = done.skipped.value
    if done.pain is not None:
        row["pain"] = done.pain
    if done.note:
        row["note"] = done.note
    return row


def _row(session: Session, done: SetDone) -> Document:
    exercise = session.exercises[done.exercise]
    prescription = _prescription(session, done.key.slot)
    fast = isinstance(prescription, HalfOf)
    row: Document = {
        "slot": done.key.slot,
        "block": done.key.block,
        "round": done.key.round,
        "exercise": done.exercise,
        "name": done.name,
        "target": done.target,
    }
    for field in fields_of(exercise, fast=fast):
        row[field.value] = done.counted(field)
        if field is Field.LOAD_KG:
            row["implements"] = done.implements
    if isinstance(prescription, HalfOf):
        row["half_of"] = prescription.slot
    if done.start_side is not None:
        row["start_side"] = done.start_side.value
    if done.contacts:
        row["contacts"] = done.contacts
    if done.skipped is not None:
        row["skipped"] = done.skipped.value
    if done.pain is not None:
        row["pain"] = done.pain
    if done.swapped_from is not None:
        row["swapped_from"] = done.swapped_from
    row |= {
        "started": None if session.is_entered else iso(done.started),
        "ended": None if session.is_entered else iso(done.ended),
        "rest_kind": done.rest_kind.value if done.rest_kind is not None else None,
        "rest_planned_s": done.rest_planned_s,
        "rest_taken_s": done.rest_taken_s,
        "note": done.note,
    }
    # Values far from those before, as they were typed: what nobody confirmed counts nowhere.
    for name, fields in (("unsure", done.unsure), ("confirmed", done.confirmed)):
        if fields:
            row[name] = [field.value for field in fields]
    return row


def _prescription(session: Session, label: str) -> Prescription | None:
    try:
        return session.routine.slot(label).prescription
    except KeyError:
        return None


def _counts(done: SetDone, fields: tuple[Field, ...]) -> Document:
    values = ((field.value, done.counted(field)) for field in fields)
    return {name: value for name, value in values if value is not None}


def is_worth_keeping(session: Session) -> bool:
    """Whether any set was done, or it hurt too much for one: whatever else is discarded."""
    any_done = any(done.is_done for done in session.done.values())
    return any_done or session.stop_sign or (worst_pain(session) or 0) > GO_ON
