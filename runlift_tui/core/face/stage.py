"""What stands on the stage in each phase of a session: the figure, its words, its bar."""

from msgspec import structs

from runlift_tui.core.exercises.exercise import each
from runlift_tui.core.exercises.tempo import tempo
from runlift_tui.core.face.before import (
    all_of_it,
    before,
    before_jumps,
    lacks_here,
    last_lines,
    less_told,
    noted_before,
    notes,
    told_before,
    told_of,
)
from runlift_tui.core.face.called import (
    count_in_letters,
    exercise_face,
    in_letters,
    share,
)
from runlift_tui.core.face.codes import explained_in_rest
from runlift_tui.core.face.press import asks_pain
from runlift_tui.core.face.shapes import BarFace, PanelFace, Scene, ScreenState, SessionFace
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.levels import WINDOW_WORDS
from runlift_tui.core.routines.reserve import could_do, guided, reserve_asked
from runlift_tui.core.routines.routine import HalfOf, Reps, StepKey
from runlift_tui.core.session.advance import STAND_UP_MS, stands_up
from runlift_tui.core.session.new_bests import best_words, praised
from runlift_tui.core.session.phases import side_under_way
from runlift_tui.core.session.prefill import (
    begins_with_bar,
)
from runlift_tui.core.session.rests import deadline, has_window, least_until
from runlift_tui.core.session.state import (
    Holding,
    HoldReady,
    LeadIn,
    Rest,
    Session,
    Step,
    Work,
    step_at,
    steps,
)
from runlift_tui.core.session.suggested import begins, is_first, lacks_load, typed_load
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.session.told import (
    aim,
    both_ways,
    half_note,
    is_empty_bar,
    load_now,
    no_fast_set,
    side_now,
    side_word,
    weight,
    weight_made_of,
)
from runlift_tui.core.sets.told import name_of, result
from runlift_tui.core.sets.typing import draft
from runlift_tui.core.sets.values import SetDone, fields_of
from runlift_tui.core.words.units import WITHOUT_WEIGHT, Unit, clock

TYPE_IT, TYPE_THE_LOAD = "type it", "type the load"
"""How a cue about keys ends, or goes on."""
_OWN_LOAD = f"with a weight: {{presses}} to the load, {TYPE_IT}"
_OTHER_SIDE = "The other side, the same way"
_WHEN_READY = "{session.space} when you are ready"
_BLOCK_MS = 15_000
"""What one block of a priming rest's bar stands for: as much as `+` adds."""


def stage(session: Session, at: int, unit: Unit) -> SessionFace:
    """Return the part of the face that the phase decides, at a moment on the session's line."""
    step = pending(session)
    phase = session.phase
    if step is None:
        return SessionFace(state=ScreenState.FINISHED, word="DONE")
    if isinstance(phase, Rest):
        return _rest(session, step, phase, at, unit)
    if isinstance(phase, Work):
        return _work(session, step, at - phase.since, unit)
    if isinstance(phase, HoldReady):
        return _hold_ready(session, step, unit)
    if isinstance(phase, LeadIn):
        return _lead_in(session, step, phase, at, unit)
    left = phase.due - at if isinstance(phase, Holding) else 0
    return _hold(session, step, left, unit)


def _ceil_s(ms: int) -> int:
    return -(-ms // 1000)


def _work(session: Session, step: Step, worked: int, unit: Unit) -> SessionFace:
    kg = load_now(session, step)
    count = target(session, step)
    return structs.replace(
        exercise_face(session, step, unit),
        state=ScreenState.WORK,
        word="WORK" if step.ramp is None else f"RAMP {step.key.ramp} of {len(step.slot.ramp)}",
        big=str(count),
        units=_work_units(session, step, count, kg, unit),
        cue=_work_cue(session, step, kg),
        bar=BarFace(label=f"{clock(max(0, worked) // 1000)} working"),
        before=before(session, step, unit),
        own=PanelFace(lines=told_before(session, step)),
        keys=_keys(
            "done",
            change=True,
            pain=asks_pain(session),
            undo=_has_word(session),
            beat=step.ramp is None and bool(tempo(step.exercise)),
        ),
    )


def _work_units(
    session: Session, step: Step, count: int, kg: float | None, unit: Unit
) -> tuple[str, ...]:
    """Return what stands in words beside the target."""
    counted = "metres" if step.in_metres else "" if each(step.exercise) else "reps"
    made = weight_made_of(session, step, kg)
    lines = [both_ways(step, count) or counted, half_note(session, step), made]
    if step.slot.unloaded or is_empty_bar(session, step, kg):
        lines.append(weight(session, step, unit))
    if step.ramp is not None:
        return tuple(filter(None, (*lines, share(session, step), "not counted as a round")))
    return tuple(filter(None, (*lines, could_do(guided(step.slot, step.exercise)))))


def _work_cue(session: Session, step: Step, kg: float | None) -> str:
    """Return how a load is typed while none is known, else the first cue.

    Who is asked to go without weight is told once: in the slot's first set.
    """
    asks_reps = isinstance(step.slot.prescription, Reps)
    unknown = kg is None or (begins_with_bar(session, step) and not typed_load(session, step))
    if step.exercise.takes_load and unknown and step.ramp is None and asks_reps:
        presses = draft(step.key, fields_of(step.exercise, fast=step.fast)).to_load()
        if not step.slot.unloaded:
            enough = could_do(reserve_asked(step.slot)[0])
            return f"{presses}, {TYPE_THE_LOAD}; add until you {enough}"
        if is_first(session, step):
            return _OWN_LOAD.format(presses=presses)
    return step.exercise.cues[0] if step.exercise.cues else ""


def _rest(session: Session, step: Step, rest: Rest, at: int, unit: Unit) -> SessionFace:
    at = at if session.paused is None else session.paused
    due = deadline(session, rest)
    left = due - at
    planned = due - rest.began - rest.stood
    priming = has_window(step_at(session, rest.after), step)
    over = rest.over or left <= 0
    early = at < least_until(session, rest)
    state = ScreenState.OVERTIME if over else ScreenState.PRIMING if priming else ScreenState.REST
    filled = 0 if over else max(0, min(1000, _ceil_s(left) * 1_000_000 // max(1, planned)))
    big = f"+{clock(max(0, -left) // 1000)}" if over else clock(_ceil_s(left))
    cue = _rest_cue(session, rest, left)
    return structs.replace(
        exercise_face(session, step, unit),
        scene=Scene.REST,
        state=state,
        word="REST OVER" if over else "PRIMING REST" if priming else "REST",
        big=big,
        load=in_letters(session, step, unit),
        count=count_in_letters(session, step),
        units=_next_units(session, step, unit),
        before=last_lines(session, step, unit),
        cue=cue,
        more=all_of_it(session, step, cue),
        bar=BarFace(
            "none" if over else "blocks" if priming else "drain",
            filled,
            named(_WHEN_READY) if over else clock(planned // 1000),
            WINDOW_WORDS if priming and not over else "",
            max(1, round(planned / _BLOCK_MS)),
        ),
        own=_just_done(session, rest, unit),
        keys=_keys(
            "go, early" if early and not over else "go", rest=_typed_of(session.done[rest.after])
        ),
    )


def _typed_of(done: SetDone) -> str:
    """Return what a digit is for in the rest: a set that was stopped stays so, however far."""
    return "correct" if done.skipped is None else "how many"


def _just_done(session: Session, rest: Rest, unit: Unit) -> PanelFace:
    """Return the panel over the values of the set just done: a best one, pain, or skipped."""
    done = session.done[rest.after]
    best = best_words(praised(session, rest.after), done)
    said = result(done, unit) if done.skipped is not None else told_of(session, done, best)
    lines = tuple(filter(None, (said, _no_load(session, step_at(session, rest.after)))))
    return PanelFace("DONE", _label(rest.after), lines=lines, is_marked=bool(best and said))


def _label(key: StepKey) -> str:
    return name_of(key) if key.ramp else key.slot


def _rest_cue(session: Session, rest: Rest, left: int) -> str:
    if left <= 0:
        return ""
    if left <= STAND_UP_MS and stands_up(session, rest):
        next_up = pending(session)
        return "get ready" if next_up and "mat" in next_up.exercise.equipment else "stand up"
    before = step_at(session, rest.after)
    for fast in steps(session):
        round_ = (fast.key.block, fast.key.round) == (before.key.block, before.key.round)
        if round_ and fast.slot.prescription == HalfOf(before.key.slot) and not before.ramp:
            said = no_fast_set(session, fast) or explained_in_rest(session, rest)
            if said:
                return said
    coming = pending(session)
    noted = () if coming is None else notes(session, coming)
    less = "" if coming is None else less_told(session, coming)
    told = "   ".join(filter(None, (less, *noted)))
    return before_jumps(session, rest) or told or _whose_load(session, rest)


def _whose_load(session: Session, rest: Rest) -> str:
    """Return which keys type whose load, where a set with a load comes; empty for any other.

    What was typed and this gym has not is told in its place.
    """
    coming = pending(session)
    if coming is None or not coming.exercise.takes_load or session.is_entered:
        return ""
    kg = typed_load(session, coming)
    lacks = "" if not kg else lacks_here(session, coming.exercise, kg)
    if lacks:
        return lacks
    typed = named("{session.next-load} types the load of")
    return f"{typed} {_label(coming.key)}; digits are for {_label(rest.after)}"


def _no_load(session: Session, before: Step) -> str:
    """Return how a load is typed that was left out of the set just done; empty where none was."""
    if not lacks_load(session, before.key):
        return ""
    presses = draft(before.key, fields_of(before.exercise, fast=before.fast)).to_load()
    return f"no load? {presses}, {TYPE_IT} (0 is {WITHOUT_WEIGHT})"


def _next_units(session: Session, step: Step, unit: Unit) -> tuple[str, ...]:
    """Return what the next step asks for, the target before all."""
    shown = weight(session, step, unit) or begins(session, step) or share(session, step)
    effort = could_do(guided(step.slot, step.exercise)) if step.ramp is None else ""
    note = half_note(session, step)
    ramp = f"ramp {step.key.ramp} of {len(step.slot.ramp)}" if step.ramp is not None else ""
    loaded = ", ".join(filter(None, (shown, effort)))
    made = weight_made_of(session, step, load_now(session, step))
    return tuple(filter(None, (aim(session, step), ramp, note, loaded, made)))


def _hold_ready(session: Session, step: Step, unit: Unit) -> SessionFace:
    return structs.replace(
        exercise_face(session, step, unit),
        state=ScreenState.WORK,
        word="READY",
        side=_side_now(session, step) if session.held else side_word(step).upper(),
        big=str(target(session, step)),
        big_word=_side(session, step),
        units=("seconds", *_held_lines(session, step)),
        cue=step.exercise.cues[0] if step.exercise.cues else "",
        before=before(session, step, unit),
        own=PanelFace(lines=noted_before(session, step)),
        keys=_keys("start", hold=True, pain=asks_pain(session), undo=_has_word(session)),
    )


def _lead_in(session: Session, step: Step, phase: LeadIn, at: int, unit: Unit) -> SessionFace:
    at = at if session.paused is None else session.paused
    left = max(0, phase.due - at)
    whole = max(1, phase.due - phase.began)
    switching = bool(session.held)
    return structs.replace(
        exercise_face(session, step, unit),
        scene=Scene.LEAD_IN,
        state=ScreenState.LEAD_IN,
        word="SWITCH SIDES" if switching else "GET READY",
        side=_side_now(session, step),
        lead="SWITCH" if switching else "READY IN",
        count=count_in_letters(session, step),
        big=str(_ceil_s(left)),
        big_word=_side(session, step),
        units=_held_lines(session, step) or (_then_held(session, step),),
        cue=_OTHER_SIDE if switching else step.exercise.setup.split(". ")[0],
        bar=BarFace(
            "dots",
            min(1000, _ceil_s(left) * 1_000_000 // whole),
            clock(whole // 1000),
            steps=max(1, round(whole / 1000)),
        ),
        keys=_keys("begin now", hold=True, cancel=True),
    )


def _hold(session: Session, step: Step, left: int, unit: Unit) -> SessionFace:
    if session.paused is not None and isinstance(session.phase, Holding):
        left = session.phase.due - session.paused
    whole = target(session, step) * 1000
    filled = max(0, min(1000, (whole - _ceil_s(left) * 1000) * 1000 // max(1, whole)))
    # Room for all digits of the target: nothing moves when there is one less.
    wide = max(2, len(str(target(session, step))))
    of, side = f"of {target(session, step)} s", side_under_way(session, step)
    then = f"then {side.other.upper()}" if side is not None and not session.held else ""
    return structs.replace(
        exercise_face(session, step, unit),
        scene=Scene.HOLD,
        state=ScreenState.HOLD,
        word="HOLD",
        side=_side_held(session, step),
        big=str(_ceil_s(max(0, left))).ljust(wide),
        big_word=_side(session, step),
        units=tuple(filter(None, (of, then, *_held_lines(session, step)))),
        cue=step.exercise.cues[0] if step.exercise.cues else "",
        bar=BarFace("fill", filled, clock(whole // 1000)),
        keys=_keys("end here", hold=True, cancel=True),
    )


def _side(session: Session, step: Step) -> str:
    side = side_under_way(session, step)
    return "" if side is None else side.upper()


def _side_now(session: Session, step: Step) -> str:
    """Return the side that is held now or next: "RIGHT SIDE", "RIGHT ON TOP"."""
    side = side_under_way(session, step)
    what = "" if step.exercise.counted else each(step.exercise).removeprefix("each ")
    return f"{side_now(step, side)} {what}".strip().upper()


def _side_held(session: Session, step: Step) -> str:
    """Return it in two parts, which stand one under the other: "RIGHT SIDE", "RIGHT ON TOP"."""
    where = step.exercise.counted or each(step.exercise).removeprefix("each ").partition(" ")[0]
    return f"{_side(session, step)} {where.upper()}".strip()


def _then_held(session: Session, step: Step) -> str:
    """Return what follows the lead-in: "then 20 s", "LEFT ON TOP, then 20 s"."""
    where = f"{_side_now(session, step)}, " if step.exercise.counted else ""
    return f"{where}then {target(session, step)} s"


def _held_lines(session: Session, step: Step) -> tuple[str, ...]:
    """Return what the other side held, if it has."""
    side = side_under_way(session, step)
    if side is None or not session.held:
        return ()
    return (f"{side.other.upper()} done: {session.held[0]} s",)


def _has_word(session: Session) -> bool:
    """Whether anything was said since the start, which undo takes back before the first set too."""
    return len(session.log) > 1


def _keys(
    space: str,
    *,
    change: bool = False,
    rest: str = "",
    hold: bool = False,
    cancel: bool = False,
    pain: bool = False,
    undo: bool = False,
    beat: bool = False,
) -> tuple[KeyFace, ...]:
    keys = [f"space={space}"]
    if cancel:
        keys.append("undo=cancel")
    if change or rest:
        keys.append(f"digits one-more one-less={rest or 'change'}")
    keys += ["longer shorter", "pause"] if rest else ["skip"] if beat else ["skip", "swap"]
    if not cancel:
        keys += ["pain-today=pain"] if pain else []
        keys += ["undo"] if undo or not pain else []
    # At 80 columns the last ones have no room: the help of all keys has them, a swap the list too.
    if change or hold or rest:
        listed = ["outline"] if pain or cancel else ["outline", "pain-today=pain"]
        keys += reversed(listed) if rest else listed  # pain has room in every rest
        keys += ["beat", "why", "swap"] if beat else ["why"]
    if rest:
        keys.append("note=note")
    return faces("session", "; ".join((*keys, "help")))
