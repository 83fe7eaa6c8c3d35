"""Where a session stands, in sentences that can be read aloud: state, target and time in words."""

import re

from runlift_tui.core.athlete.ladder import BY_KEY
from runlift_tui.core.athlete.pain import STOP
from runlift_tui.core.face.before import FIRST_TIME
from runlift_tui.core.face.doubts import question
from runlift_tui.core.face.press import asks_pain
from runlift_tui.core.face.shapes import LineFace
from runlift_tui.core.face.stage import TYPE_IT, TYPE_THE_LOAD, stage
from runlift_tui.core.face.voice import duration
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.phases import side_under_way
from runlift_tui.core.session.rests import deadline, rest_plan
from runlift_tui.core.session.state import (
    Holding,
    HoldReady,
    LeadIn,
    Phase,
    Rest,
    Session,
    Step,
    Work,
    step_at,
)
from runlift_tui.core.session.suggested import typed_load
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.session.told import aim, half_note, side_now, side_word, weight
from runlift_tui.core.sets.loadable import EMPTY_BAR
from runlift_tui.core.sets.told import name_of, result
from runlift_tui.core.sets.values import RestKind
from runlift_tui.core.words.text import sentence
from runlift_tui.core.words.units import Unit
from runlift_tui.core.words.units import load as load_words

_DONE = "Enter when it is done as asked; or type what you did, such as {such}."
_PAIN = "Does anything hurt today? Say so before the first set: pain 3."
_BIG_KEY = re.compile(r"\b[Ss]pace(?= (?:goes|starts|when|is|begins)\b)")
_KINDS = {RestKind.PRIMING: "Priming rest", RestKind.RAMP: "Short rest"}


def standing(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return where a session stands, the weightiest sentence first; nothing once it is over.

    Args:
        session: Walked on to this moment.
        unit: Of loads.
    """
    step, phase = pending(session), session.phase
    if step is None:
        return ()
    stop = (f"{STOP}. {session.stop}",) if session.stop else ()
    return (*stop, *_state(session, step, phase, unit))


def _state(session: Session, step: Step, phase: Phase, unit: Unit) -> tuple[str, ...]:
    if session.paused is not None:
        return ("Paused. Enter goes on.",)
    if isinstance(phase, Rest):
        return (*_rest(session, phase, unit), *doubt(session, unit))
    if isinstance(phase, LeadIn):
        switch = "Switch sides. " if session.held else ""
        ready = f"Get ready{_side(session, step)}: {duration(_seconds(phase.due, session))}."
        return (f"{switch}{ready}",)
    if isinstance(phase, Holding):
        return (f"Hold{_side(session, step)}: {duration(_seconds(phase.due, session))}.",)
    if isinstance(phase, HoldReady):
        return _hold_ready(session, step, unit)
    if isinstance(phase, Work):
        return _work(session, step, unit)
    return ()


def moment(session: Session) -> tuple[object, ...]:
    """Return what is another one whenever there is something new to be said of a session."""
    step, phase = pending(session), session.phase
    began, over = getattr(phase, "began", None), getattr(phase, "over", None)
    return (
        type(phase),
        None if step is None else (step.key, step.exercise.id, len(session.held)),
        (began, over),
        session.paused is None,
    )


def told_step(session: Session, step: Step, unit: Unit) -> str:
    """Return a step in words: "B1: Step-up, 8 each leg with 2 x 24 kg, left first"."""
    typed = typed_load(session, step)
    said = weight(session, step, unit)
    load = said if typed is None else load_words(typed, step.exercise.implements, unit)
    half = half_note(session, step)
    asked = aim(session, step) + (f", {half}" if half else "")
    if load:
        behind = load if load.startswith("without") else f"with {load}"
        asked += f" {behind.replace(f'with {EMPTY_BAR}', f'with the {EMPTY_BAR}')}"
    side = "" if session.held else side_word(step)
    first = f", {side}" if side else ""
    lighter = ", a lighter set on the way up" if step.ramp is not None else ""
    return f"{step.key.slot}: {step.exercise.name}, {asked}{first}{lighter}"


def _work(session: Session, step: Step, unit: Unit) -> tuple[str, ...]:
    face = stage(session, session.at, unit)
    sides = step.exercise.two_sided
    such = f"{target(session, step)}/{max(0, target(session, step) - 1)}" if sides else "8"
    if step.exercise.takes_load:
        such += ", load 20" + (" for each weight" if step.exercise.implements > 1 else "")
    pain = _PAIN if asks_pain(session) else ""
    return tuple(
        filter(
            None,
            (
                f"{_place(step)}. {told_step(session, step, unit)}.",
                *_more(face.units, face.own.lines, face.cue),
                *(_before(line) for line in face.before),
                pain,
                *doubt(session, unit),
                _DONE.format(such=such),
            ),
        )
    )


def _before(line: LineFace) -> str:
    return sentence(line.brief if line.brief == FIRST_TIME else f"{line.label}: {line.text}")


def _more(units: tuple[str, ...], own: tuple[str, ...], cue: str) -> tuple[str, ...]:
    """Return the effort asked, notes and the cue, a sentence each."""
    effort = [each for each in units if each.startswith("could do")]
    # Where the load is new, the cue goes on about keys that no line has; why it is says the rest.
    said = "" if TYPE_IT in cue or TYPE_THE_LOAD in cue else cue
    own = tuple(each.replace(named(BY_KEY), "") for each in own)
    return tuple(sentence(each) for each in (*effort, *own, said) if each)


def _hold_ready(session: Session, step: Step, unit: Unit) -> tuple[str, ...]:
    face = stage(session, session.at, unit)
    lead_in = session.start.switch_s if session.held else session.start.lead_in_s
    starts = f"Enter starts {duration(lead_in)} to get ready, then the hold."
    if session.held:
        return (f"Now{_side(session, step)}. {starts}",)
    said = (
        f"{_place(step)}. {told_step(session, step, unit)}.",
        *_more((), face.own.lines, face.cue),
    )
    pain = _PAIN if asks_pain(session) else ""
    return tuple(filter(None, (*said, pain, starts)))


def _rest(session: Session, rest: Rest, unit: Unit) -> tuple[str, ...]:
    step = pending(session)
    assert step is not None
    then = f"Then {told_step(session, step, unit)}."
    if rest.over:
        return (f"Rest over. Enter when you begin {told_step(session, step, unit)}.",)
    plan = rest_plan(session, rest.after)
    left = _seconds(deadline(session, rest), session)
    kind = _KINDS.get(plan.kind, "Rest")
    said = f"{kind}, {duration(left)}." if left > 0 else "No rest."
    goes = "It begins by itself." if step.block.zero_is_go else "Enter begins it."
    return (f"{said} {then} {goes}",)


def logged(session: Session, key: StepKey, unit: Unit) -> str:
    """Return a set as it is logged: "Logged: B1 round 1, Step-up: 8/8 at 24 kg."."""
    done, name = session.done[key], step_at(session, key).exercise.name
    if done.skipped is not None:
        return f"Skipped: {name_of(key)}, {name}."
    return f"Logged: {name_of(key)}, {name}: {result(done, unit)}."


def rest_words(session: Session) -> str:
    """Return how long the rest under way goes on: "Rest: one minute 45 left."."""
    phase = session.phase
    if not isinstance(phase, Rest):
        return ""
    left = _seconds(deadline(session, phase), session)
    return f"Rest: {duration(left)} left." if left > 0 else "The rest is over."


def doubt(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return what is asked of a value far from those before; nothing where none is."""
    asked = question(session, unit)
    return (f"{asked} Type yes, or what is right.",) if asked else ()


def _place(step: Step) -> str:
    if step.ramp is not None:
        return f"{step.block.name}, ramp {step.key.ramp} of {len(step.slot.ramp)}"
    return f"{step.block.name}, round {step.key.round} of {step.block.rounds}"


def _side(session: Session, step: Step) -> str:
    side = side_now(step, side_under_way(session, step))
    return f", {side}" if side else ""


def _seconds(due: int, session: Session) -> int:
    return max(0, -(-(due - session.at) // 1000))


def by_enter(text: str) -> str:
    """Return the screen's words on its big key as those of a line: Enter does the same."""
    return _BIG_KEY.sub("Enter", named(text))
