"""What was done of an exercise before, what comes behind it, what is told before its first set.

How long one gets warm, and how many hops come before jumps, is our own rule.
"""

from collections.abc import Iterator
from itertools import takewhile

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face.codes import explained
from runlift_tui.core.face.shapes import LineFace
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.reserve import reserve_asked
from runlift_tui.core.routines.routine import HalfOf
from runlift_tui.core.session.prefill import is_to_find, last_time
from runlift_tui.core.session.rests import plan_between
from runlift_tui.core.session.state import Rest, Session, Step, step_at, steps
from runlift_tui.core.session.suggested import coming_why, less_now
from runlift_tui.core.session.targets import open_steps, pending
from runlift_tui.core.session.told import load_now, with_weight
from runlift_tui.core.sets.landings import POGOS
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.pain import GO_ON, SETTLING, hurt_lighter, so_much
from runlift_tui.core.sets.told import not_done, result
from runlift_tui.core.sets.values import SetDone, Why
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.text import counted
from runlift_tui.core.words.units import Unit, clock, load

FIRST_TIME = "first time"
NONE_YET = "none yet"
_ALL_OF_IT = "{session.why} all of it"
_MOST_SHOWN = 200
EASY_MINUTES = "First, not counted: five easy minutes of walking, jogging or cycling."
NO_JOGGING = "First, not counted: five easy minutes of walking or cycling."
"""The same while a stop sign stands."""
SPRINGS = f"2 x {POGOS // 2} pogos (small stiff hops) before the jumps"
"""It has room beside a figure in a window of 80 columns."""


def before(session: Session, step: Step, unit: Unit) -> tuple[LineFace, ...]:
    """Return last time, the round before, and what comes then."""
    done = (*last_lines(session, step, unit), *_rounds(session, step, unit))
    if not done and step.ramp is None and not coming_why(session, step):
        done = (LineFace("last time", NONE_YET, FIRST_TIME),)
    return (*done, *_then(session, step, unit))


def last_lines(session: Session, step: Step, unit: Unit) -> tuple[LineFace, ...]:
    """Return what was done last time of a step's exercise, in a line; a ramp has none."""
    last = last_time(session, step)
    if step.ramp is None and (stopped := _stopped_since(session, step)):
        said = not_done(stopped, Why.PAIN, unit)
        return (LineFace("last time", said, f"last  {said}"),)
    if last is None or step.ramp is not None:
        return ()
    said = result(last, unit)
    # The round that it was, where there are rounds: it stands beside today's round before.
    label = f"last time, round {last.round}" if step.block.rounds > 1 else "last time"
    # In a narrow window it has one row, with its load.
    short = "last" if last.round == step.key.round else f"last, round {last.round}"
    return (LineFace(label, said, f"{short}  {said.partition(', could')[0]}"),)


def _stopped_since(session: Session, step: Step) -> LastSet | None:
    """Return how far a step's exercise went when it was stopped for pain, where that was last."""
    own = (time for time in session.start.last if time.exercise == step.exercise.id)
    for time in own:
        if time.stopped and not (time.sets and time.stopped_at == time.when):
            return time.stopped[-1]
    return None


def _rounds(session: Session, step: Step, unit: Unit) -> Iterator[LineFace]:
    for done in reversed(session.done.values()):
        # Of the exercise that a swap took out, nothing stands under the one that took its place.
        same = done.key.slot == step.key.slot and done.exercise == step.exercise.id
        if same and not done.key.ramp and done.key != step.key:
            label, said = f"today, round {done.key.round}", result(done, unit)
            yield LineFace(label, said, f"{label}  {said.partition(', could')[0]}")
            return


def _then(session: Session, step: Step, unit: Unit) -> Iterator[LineFace]:
    """Yield what comes behind a step: "rest 4:00, B2, half of these", "2 easy reps, round 1"."""
    after = next((each for each in open_steps(session) if each.key != step.key), None)
    if after is None:
        return
    slot = after.key.slot
    if step.ramp is not None and slot == step.key.slot:
        to_find = is_to_find(session, step)
        ramps = [
            each
            for each in open_steps(session)
            if each.ramp is not None and each.key.slot == slot and each.key != step.key
        ]
        # What they are counted in, and of what a share is one, is said once.
        told = [
            _ramp_words(session, each, unit, to_find=to_find, first=not n)
            for n, each in enumerate(ramps)
        ]
        said = ", ".join((*told, f"round {step.key.round}")).replace("%", "% of the load", 1)
        yield LineFace("then", said, f"then {said}")
        return
    wait = plan_between(step, after).seconds
    when = f"rest {clock(wait)}, {slot}" if wait else slot
    if after.slot.prescription == HalfOf(step.key.slot):
        whole = f"{when} {after.exercise.name}, half of these"
        yield LineFace("then", f"{when}, half of these", f"then {slot}, half of these", whole)
    else:
        yield LineFace("then", when, f"then {when}", f"{when} {after.exercise.name}")


def _ramp_words(session: Session, step: Step, unit: Unit, *, to_find: bool, first: bool) -> str:
    """Return a lighter set to come: "4 easy reps" to a load still to be found, "2 reps at 75%".

    Behind the first one that has a share it is "2 at 75%".
    """
    ramp = step.ramp
    if ramp is None:
        return ""
    reps = counted(ramp.reps, "rep")
    if not ramp.share:
        return f"{ramp.reps} {reps}{with_weight(session, step, unit)}"
    if to_find:
        return f"{ramp.reps} easy {reps}"
    if not first:
        return ramp.words
    return f"{ramp.reps} {reps} {ramp.words.partition(' ')[2]}"


def told_before(session: Session, step: Step) -> tuple[str, ...]:
    """Return what is told before a slot's first set: to get warm, why so much, why this one."""
    start, slot = session.start, step.key.slot
    as_planned = slot not in session.swapped and step.ramp is None
    told = (start.exchanged.get(slot, ""), start.ways_up.get(slot, "")) if as_planned else ()
    why = coming_why(session, step)
    # That it hurt is said once, where why it is less begins with it.
    noted = (each for each in noted_before(session, step) if each not in why)
    return tuple(filter(None, (*noted, why, *told)))


def noted_before(session: Session, step: Step) -> tuple[str, ...]:
    """Return what is told before any set, also of a hold: to get warm, and the notes on it."""
    noted = map(_in_short, notes(session, step))
    return tuple(filter(None, (before_all(session, step), *noted, *explained(session, step))))


def notes(session: Session, step: Step) -> tuple[str, ...]:
    """Return what the athlete said of a step: that it hurt, its note, last time's, today's."""
    return (*hurts(session, step), *own_words(session, step))


def own_words(session: Session, step: Step) -> tuple[str, ...]:
    """Return the notes of a step: its exercise's, last time's, today's."""
    slot, exercise = step.key.slot, step.exercise
    newest = (each.note for each in session.start.last if _is_of(each, slot, exercise.id))
    last = next(newest, "")
    today = (done.note for key, done in session.done.items() if key.slot == slot and done.note)
    said = (
        ("your note", exercise.note),
        ("noted last time", "" if last in exercise.note else last),
        ("noted today", "; ".join(dict.fromkeys(today))),
    )
    return tuple(f"{label}: {text}" for label, text in said if text)


def all_of_it(session: Session, step: Step, cue: str) -> str:
    """Return which key shows all of a cue; empty where it is more than the athlete's own notes."""
    return named(_ALL_OF_IT) if cue and cue == "   ".join(own_words(session, step)) else ""


def hurts(session: Session, step: Step) -> tuple[str, ...]:
    """Return that a step hurts while it is done, hurt in an earlier round, or another time."""
    hurt = session.start.hurts.get(step.exercise.id, "")
    if hurt and (session.pain or 0) > SETTLING:
        hurt += named(
            f", and pain {session.pain} today: {{session.skip}} and then {{digits.3}} leave it out"
        )
    now = hurts_now(session, step), _hurt_today(session, step)
    return tuple(filter(None, (*now, hurt)))


def less_told(session: Session, coming: Step) -> str:
    """Return what the coming set has less of, and how another load is typed; empty for nothing."""
    less = less_now(session, coming)
    if less is None:
        return ""
    said = f"after the limit: {less.what}"
    typed = named("; {session.next-load} types another") if coming.exercise.takes_load else ""
    return f"{said}{typed}, {named('{session.why}')} says why"


def told_of(session: Session, done: SetDone, best: str) -> str:
    """Return what is told of a set just done: a best one, near the limit, its pain, an odd load.

    Args:
        session: It is the newest in it.
        done: It; not one that was skipped.
        best: By what it is a best one, in words; empty where it is none.
    """
    step = step_at(session, done.key)
    is_near = bool(best) and done.rir is not None and done.rir < reserve_asked(step.slot)[0]
    said = (
        best,
        "near the limit" if is_near else "",
        f"pain{so_much(done.pain)}" if done.pain else "",
        over_what_hurt(session, step, done.load_kg),
        _not_here(session, done),
    )
    return ", ".join(filter(None, said))


def _not_here(session: Session, done: SetDone) -> str:
    """Return that a load is none that this gym has, as its next time says it too."""
    exercise = session.exercises[done.exercise]
    return lacks_here(session, exercise, done.load_kg) if done.load_kg else ""


def lacks_here(session: Session, exercise: Exercise, kg: float) -> str:
    """Return that a load, in kilograms in all, is none that this gym has; empty where it is."""
    loads = loadable(exercise, session.start.gear or Gear())
    return loads.lacks(kg, exercise.implements)


def over_what_hurt(session: Session, step: Step, kg: float | None) -> str:
    """Return that a load is over one that hurt today, in a sentence; empty where it is not."""
    today = takewhile(lambda done: done.key != step.key, session.done.values())
    hurt = hurt_lighter(today, step.exercise.id, kg)
    if hurt is None:
        return ""
    unit = (session.start.gear or Gear()).unit
    at = f" at {load(hurt.load_kg, hurt.implements, unit)}" if hurt.load_kg else ""
    return f"it hurt {hurt.pain} of 10 today{at}: heavier waits for a calm session"


def hurts_now(session: Session, step: Step) -> str:
    """Return the pain that was said of the set under way, which goes on; empty where none was."""
    pain = session.hurting.get(step.key)
    return "" if pain is None else f"pain {pain} of 10, kept with this set"


def _hurt_today(session: Session, step: Step) -> str:
    """Return how much a step's exercise hurt in an earlier round, if more than a little."""
    over = over_what_hurt(session, step, load_now(session, step))
    if over:
        return over
    for key, done in reversed(session.done.items()):
        if done.exercise == step.exercise.id and key != step.key and (done.pain or 0) > GO_ON:
            easier = "easier ({session.swap}), or leave it ({session.skip}, {digits.3})"
            return named(f"pain {done.pain} in round {key.round}: {easier}")
    return ""


def _is_of(time: LastTime, slot: str, exercise: str) -> bool:
    return (time.slot, time.exercise) == (slot, exercise)


def _in_short(note: str) -> str:
    """Return a note as it has room beside a set; all of it stands behind `w`."""
    return note if len(note) <= _MOST_SHOWN else f"{note[: _MOST_SHOWN - 1]}…"


def before_all(session: Session, step: Step) -> str:
    """Return what comes before the first set of a session; empty before any other."""
    first = next(iter(steps(session)), None)
    if session.done or session.is_entered or first is None or step.key != first.key:
        return ""
    return NO_JOGGING if session.stop else EASY_MINUTES


def before_jumps(session: Session, rest: Rest) -> str:
    """Return what to do in the rest before a block that jumps; empty in any other rest.

    Who does not jump today is told of no hops either.
    """
    coming = pending(session)
    if coming is None or session.jumps_off is not None:
        return ""
    if coming.key.block == step_at(session, rest.after).key.block:
        return ""
    jumps = any(
        step.exercise.is_jump and isinstance(step.slot.prescription, HalfOf)
        for step in open_steps(session)
        if step.key.block == coming.key.block
    )
    return SPRINGS if jumps else ""
