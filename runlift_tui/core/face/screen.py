"""The face of the session screen: a session at one moment, in words and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from msgspec import Struct, structs

from runlift_tui.core.athlete.pain import STOP, stop_briefly
from runlift_tui.core.exercises.tempo import beat, tempo
from runlift_tui.core.face.before import hurts_now
from runlift_tui.core.face.doubts import HEADING, RIGHT, before_it, large, question
from runlift_tui.core.face.press import asks_pain
from runlift_tui.core.face.shapes import (
    AskedFace,
    BannerFace,
    FieldFace,
    Mark,
    PanelFace,
    ScreenState,
    SessionFace,
)
from runlift_tui.core.face.stage import stage
from runlift_tui.core.keys.action import NO, YES
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import NoSign, RatePain, SayPain
from runlift_tui.core.session.doubts import doubted, unsure_at
from runlift_tui.core.session.length import seconds_left, whole_minutes, work_seconds
from runlift_tui.core.session.phases import held_values
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import (
    Holding,
    HoldOver,
    HoldReady,
    LeadIn,
    Rest,
    Session,
    Work,
    step_at,
)
from runlift_tui.core.session.suggested import begin_kg
from runlift_tui.core.session.targets import StepState, how_many, pending, states
from runlift_tui.core.sets.pain import CALM
from runlift_tui.core.sets.told import NAMES, field_shown
from runlift_tui.core.sets.typing import Draft, OpenSet
from runlift_tui.core.sets.values import Field, fields_of
from runlift_tui.core.words.text import NOT_SAVED, not_saved
from runlift_tui.core.words.units import Unit, clock, clock_of

if TYPE_CHECKING:
    from runlift_tui.core.face.prompts import Prompt

PAIN_SHOWN_MS = 3_000
"""How long the answer to the question about pain stands on the screen."""
EARLY_SHOWN_MS = 6_000
"""How long after a go the screen says that it was early."""


class Viewing(Struct, frozen=True):
    """What the face needs beside the session: the athlete's settings and what the shell knows."""

    unit: Unit = Unit.KG
    wall_ms: int = 0
    """Milliseconds to add to the session's line of time for the athlete's wall clock."""
    draft: Draft | None = None
    prompt: Prompt | None = None
    beat: int | None = None
    """When the beat of the set under way was started, on the session's line; None for none."""
    unsaved: str = ""
    """Why something is not on disk, in a sentence; empty while all of it is."""
    notice: str = ""


def face(session: Session, at: int, viewing: Viewing) -> SessionFace:
    """Return the session's face at a moment on its line of time.

    Args:
        session: Walked on to `at`.
        at: Milliseconds; the face is the same through a visible second.
        viewing: The athlete's settings and what the shell knows.
    """
    found = stage(session, at, viewing.unit)
    asked = question(session, viewing.unit)
    told = _notice(session, viewing) or asked or _early(session, at)
    found = structs.replace(
        found,
        keys=_with_yes(found.keys) if asked else found.keys,
        place=_place(session),
        squares=_squares(session),
        **_course(session, at, viewing.wall_ms),
        banner=_banner(session, viewing),
        fields=_fields(session, viewing),
        flash=told or _pain_question(session, at),
    )
    if viewing.beat is not None and isinstance(session.phase, Work):
        found = structs.replace(found, side=_beat(session, session.phase, at, viewing.beat))
    if session.paused is not None:
        found = _paused(found, asked)
    if viewing.prompt is not None:
        return _asking(found, viewing.prompt)
    return _doubting(found, session, viewing.unit) if told and told == asked else found


def _doubting(found: SessionFace, session: Session, unit: Unit) -> SessionFace:
    """Return the face with the question about a value large, while its set is the one in hand."""
    key, open_ = doubted(session), edited(session)
    if key is None or open_ is None or session.paused is not None:
        return found
    if open_.key != key and key in session.done:
        return found
    answers = (
        KeyFace(f"{YES} enter", RIGHT, (YES, "session.take-over:1")),
        KeyFace(
            f"{NO} -", f"no, back to {before_it(session, key, unit)}", (NO, "session.shorter:1")
        ),
    )
    asked = AskedFace(
        *(found.flash, answers, found.keys),
        own=found.own,
        fields=found.fields,
        large=large(session, key, unit),
    )
    return structs.replace(found, asked=asked, doubt=HEADING)


def _beat(session: Session, phase: Work, at: int, since: int) -> str:
    """Return what the beat says now; it goes by the seconds of the set, and needs no other tick."""
    step = pending(session)
    parts = () if step is None else tempo(step.exercise)
    second = (at - phase.since) // 1000 - (since - phase.since) // 1000
    return beat(parts, max(0, second), session.start.lead_in_s) if parts else ""


def _with_yes(keys: tuple[KeyFace, ...]) -> tuple[KeyFace, ...]:
    """Return the keys with those that say yes and no to a value, behind the big one."""
    asked = (KeyFace(YES, RIGHT), KeyFace(NO, "no"))
    rest = (each for each in keys[1:] if "session.shorter:1" not in each.of)
    return (*keys[:1], *asked, *rest)


def edited(session: Session) -> OpenSet | None:
    """Return the set whose values stand below; None for none.

    In work the set under way, in a rest the one just done. A hold that runs has none.
    """
    phase = session.phase
    if isinstance(phase, Rest):
        return open_set(session, phase.after)
    if isinstance(phase, Work) or (session.is_entered and isinstance(phase, HoldReady)):
        now = pending(session)
        if now is not None:
            values, unsure = prefill(session, now), unsure_at(session, now.key)
            exercise, begin = now.exercise, begin_kg(session, now)
            return OpenSet(now.key, values, exercise.implements, unsure, exercise, begin)
    return None


def open_set(session: Session, key: StepKey) -> OpenSet:
    """Return a set that was done, its values as they were logged."""
    done = session.done[key]
    step = step_at(session, key)
    exercise = session.exercises[done.exercise]
    fields = fields_of(exercise, fast=step.fast)
    values = {field: done.counted(field) for field in fields}
    begin = begin_kg(session, step) if step.exercise == exercise else None
    return OpenSet(key, values, done.implements, done.unsure, exercise, begin, is_over=True)


def _place(session: Session) -> str:
    step = pending(session)
    if step is None:
        return session.routine.name
    if step.ramp is not None:
        return f"{step.block.name}  ramp {step.key.ramp} of {len(step.slot.ramp)}"
    return f"{step.block.name}  round {step.key.round} of {step.block.rounds}"


_ANY_PAIN = "Does anything hurt? {session.pain-today} says how much; if not, just begin."
_TYPE_PAIN = "Does anything hurt? {session.pain-today} says how much, 0 too: WAIT for a typed 0-2."
_MARKS = {
    StepState.DONE: Mark.DONE,
    StepState.NOW: Mark.NOW,
    StepState.TODO: Mark.TODO,
    StepState.SKIPPED: Mark.SKIPPED,
    StepState.LEFT_OUT: Mark.SKIPPED,
    StepState.NONE: Mark.NONE,
}


def _squares(session: Session) -> tuple[tuple[Mark, ...], ...]:
    """Return a tuple a round, and an empty one between two blocks; a ramp under way has its own."""
    rounds: dict[tuple[str, int, bool], list[Mark]] = {}
    for step, state in states(session):
        where = step.key.block, step.key.round, step.ramp is not None
        if step.ramp is None:
            rounds.setdefault(where, []).append(_MARKS[state])
        elif state is StepState.NOW:
            rounds[where] = [Mark.RAMP]
    found: list[tuple[Mark, ...]] = []
    block = ""
    for (each, _, _), marks in rounds.items():
        found += [(), tuple(marks)] if block not in ("", each) else [tuple(marks)]
        block = each
    return tuple(found)


class _Course(TypedDict):
    progress: str
    until: str
    progress_brief: str


def _course(session: Session, at: int, wall_ms: int) -> _Course:
    """Return how much is done, how much is left, and when that is."""
    done = "{} of {}".format(*how_many(session))
    left = seconds_left(session) * 1000
    # What has been worked of the set under way is not still to come.
    step = pending(session)
    if isinstance(session.phase, Work) and step is not None:
        worked = max(0, at - session.phase.since)
        left -= min(worked, work_seconds(session, step) * 1000)
    over = 60_000 * whole_minutes((at + left + wall_ms) / 1000)
    paused = session.paused_ms // 60_000
    more = f" (+{paused} min)" if paused else ""
    to_go = f"{whole_minutes(left / 1000)} min"
    return _Course(
        progress=f"{done} sets",
        until=f"{to_go} left   done {clock_of(over)}{more}",
        progress_brief=f"{done}   {to_go} left",
    )


def _banner(session: Session, viewing: Viewing) -> BannerFace:
    """Return the alarm, else the notice; a stop sign stands in every state, until it is over."""
    stop, why = session.stop, not_saved(viewing.unsaved)
    if stop and why:
        return BannerFace("alarm", f"{STOP}, {why}", (f"{STOP}, {NOT_SAVED}", STOP))
    if why:
        return BannerFace("alarm", why, (NOT_SAVED,))
    if stop:
        longest, *shorter = stop_briefly(stop)
        return BannerFace("alarm", longest, tuple(shorter))
    return BannerFace("notice", viewing.notice) if viewing.notice else BannerFace()


def _notice(session: Session, viewing: Viewing) -> str:
    """Return a notice that has to stand in the cue's place, because an alarm has the banner."""
    return viewing.notice if viewing.unsaved or session.stop else ""


def _early(session: Session, at: int) -> str:
    """Return "early: 1:12 of 3:00" for a while after a go before the level's least rest."""
    if not isinstance(session.phase, Work) or session.went is None:
        return ""
    if not 0 <= at - session.went < EARLY_SHOWN_MS:
        return ""
    for done in reversed(session.done.values()):
        if done.rest_planned_s is not None:
            least = step_at(session, done.key).slot.least_s if done.rest_kind == "priming" else 0
            taken = done.rest_taken_s
            if taken is not None and taken < least:
                return f"early: {clock(taken)} of {clock(done.rest_planned_s)}"
            return ""
    return ""


def _pain_question(session: Session, at: int) -> str:
    """Return the one question before the first set, and for a moment its answer, or a hold's."""
    if asks_pain(session):
        waiting = session.start.waiting
        return named(_TYPE_PAIN.replace("WAIT", waiting) if waiting else _ANY_PAIN)
    step = pending(session)
    if step is not None and _is_newest(session, at, RatePain):
        # A hold has no panel that it could stand in.
        return hurts_now(session, step) if isinstance(session.phase, LeadIn | Holding) else ""
    if not _is_newest(session, at, SayPain):
        return ""
    off = ": no jumps today" if session.jumps_off is not None else ""
    if not off and (session.pain or 0) > CALM and session.start.waiting:
        off = ": go on as planned, not counted for jumps"
    return f"pain {session.pain} of 10{off}"


def _is_newest(session: Session, at: int, said: type[RatePain | SayPain]) -> bool:
    newest = next(each for each in reversed(session.log) if not isinstance(each.command, NoSign))
    return isinstance(newest.command, said) and at - newest.at < PAIN_SHOWN_MS


def _fields(session: Session, viewing: Viewing) -> tuple[FieldFace, ...]:
    found = edited(session)
    if found is None:
        return _held_fields(session)
    said = set(found.values) if found.key in session.done else _said(session, found.key)
    return _row(found, said, viewing.draft, viewing.unit)


def row_fields(found: OpenSet, draft: Draft | None, unit: Unit) -> tuple[FieldFace, ...]:
    """Return the values of a set that is done, as they stand in a row to be corrected."""
    return _row(found, set(found.values), draft, unit)


def _row(
    found: OpenSet, said: set[Field], draft: Draft | None, unit: Unit
) -> tuple[FieldFace, ...]:
    faces = []
    for field, value in found.values.items():
        shown = field_shown(field, value, found.implements, unit)
        shown += "?" if field in found.unsure else ""
        is_in = draft is not None and (draft.key, draft.is_over) == (found.key, found.is_over)
        under = is_in and draft is not None and field in draft.covered
        if under and draft is not None and draft.text:
            faces.append(FieldFace(NAMES[field], draft.text, "draft"))
        elif under:
            faces.append(FieldFace(NAMES[field], shown, "focused"))
        else:
            faces.append(FieldFace(NAMES[field], shown, "plain" if field in said else "prefilled"))
    return tuple(faces)


def _said(session: Session, key: StepKey) -> set[Field]:
    return set(session.prepared) if session.prepared_for == key else set()


def _held_fields(session: Session) -> tuple[FieldFace, ...]:
    step = pending(session)
    if step is None or not session.held:
        return ()
    held = held_values(step, session.held)
    return tuple(
        FieldFace(f"{NAMES[field].upper()} done", f"{value:.0f} s") for field, value in held.items()
    )


def _paused(found: SessionFace, asked: str) -> SessionFace:
    """Return the face of a pause; what is asked of a value is answered in it too, and stands."""
    keys = faces("session", "space=go on; undo; finish; leave; outline; help")
    over = found.state is ScreenState.OVERTIME
    return structs.replace(
        found,
        state=ScreenState.PAUSED,
        word="PAUSED",
        lead="PAUSED" if found.lead else "",
        cue=named("{session.space} goes on"),
        # Of an overtime it says which key goes on, as the cue does.
        bar=structs.replace(found.bar, label="" if over else found.bar.label),
        flash=asked,
        keys=_with_yes(keys) if asked else keys,
    )


def _asking(found: SessionFace, prompt: Prompt) -> SessionFace:
    """Return the face with a question in place of the cue, its answers in place of the keys.

    Where there is room it stands under the number instead, an answer a row.
    """
    return structs.replace(
        found,
        flash=prompt.brief or prompt.question,
        keys=prompt.faces(),
        own=PanelFace(lines=prompt.lines) if prompt.lines else found.own,
        fields=() if prompt.lines else found.fields,
        asked=AskedFace(
            prompt.question,
            prompt.answer_rows(),
            (prompt.back_face,),
            own=found.own,
            fields=found.fields,
        ),
    )


def next_second(session: Session, at: int) -> int:
    """Return the milliseconds from `at` to the next visible second; 0 where none comes."""
    if session.paused is not None:
        return 0
    moment = anchor(session)
    return 0 if moment is None else 1000 - (at - moment) % 1000


def anchor(session: Session) -> int | None:
    """Return a moment at which the figure changes."""
    phase = session.phase
    if isinstance(phase, Work):
        return phase.since
    if isinstance(phase, Rest):
        return deadline(session, phase)
    return phase.due if isinstance(phase, LeadIn | Holding | HoldOver) else None
