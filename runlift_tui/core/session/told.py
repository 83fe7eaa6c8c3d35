"""Sets, targets and rests in the words and figures of the screen."""

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.routines.routine import HalfOf, StepKey
from runlift_tui.core.session.half import Half, NoHalf, half_of
from runlift_tui.core.session.state import Session, Step, start_side
from runlift_tui.core.session.targets import target
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.typing import shown
from runlift_tui.core.sets.values import Field, SetDone, Why
from runlift_tui.core.words.units import Unit, load, number

NAMES: dict[Field, str] = {
    Field.REPS: "reps",
    Field.LEFT: "left",
    Field.RIGHT: "right",
    Field.SECONDS: "seconds",
    Field.LEFT_S: "left",
    Field.RIGHT_S: "right",
    Field.LOAD_KG: "load",
    Field.RIR: "could do",
    Field.SNAP: "snap",
}
"""What each field is called on a screen."""

_TRUNK = {"core", "adductor", "upper", "mobility"}


def each(exercise: Exercise) -> str:
    """Return what a count is for: "each leg", "each side", or nothing."""
    if not exercise.two_sided:
        return ""
    tags = set(exercise.tags)
    # A leg exercise trains the trunk too; where it resists a turn, the side is what changes.
    by_leg = "single-leg" in tags and "anti-rotation" not in tags
    return "each leg" if by_leg or not _TRUNK & tags else "each side"


def could_do(rir: tuple[int, int] | None) -> str:
    """Return reps in reserve as the screen says them: "could do 2-3 more"."""
    if rir is None:
        return ""
    low, high = rir
    return f"could do {low} more" if low == high else f"could do {low}-{high} more"


def counts(done: SetDone | LastSet) -> str:
    """Return what was counted in a set: "8/8", "12", "20/18 s"; empty where nothing was."""
    if done.left is not None or done.right is not None:
        return f"{_or_dash(done.left)}/{_or_dash(done.right)}"
    if done.left_s is not None or done.right_s is not None:
        return f"{_or_dash(done.left_s)}/{_or_dash(done.right_s)} s"
    if done.seconds is not None:
        return f"{done.seconds} s"
    return "" if done.reps is None else f"{done.reps}"


def _or_dash(value: int | None) -> str:
    return "–" if value is None else f"{value}"


def result(done: SetDone | LastSet, unit: Unit) -> str:
    """Return a set in one line: "8/8 at 2 x 11 kg, could do 2 more", "4/4, snap 4"."""
    if isinstance(done, SetDone) and done.skipped is not None:
        return f"skipped: {done.skipped}" if done.skipped is not Why.UNSAID else "skipped"
    text = counts(done)
    if done.load_kg:
        text += f" at {load(done.load_kg, done.implements, unit)}"
    if done.rir is not None:
        text += f", could do {done.rir} more"
    if done.snap is not None:
        text += f", snap {done.snap}"
    return text


def aim(session: Session, step: Step) -> str:
    """Return what a step asks for in one line: "3 each leg, 6 jumps", "20 s each side"."""
    count = target(session, step)
    side = each(step.exercise)
    if step.exercise.measure is Measure.HOLD:
        return f"{count} s {side}".rstrip()
    text = f"{count} {side}".rstrip() if side else f"{count} reps"
    total = both_ways(step, count)
    return f"{text}, {total}" if total else text


def both_ways(step: Step, count: int) -> str:
    """Return a fast step's reps counted the other way: "6 jumps", "6 in all"."""
    if not step.fast or not step.exercise.two_sided:
        return ""
    return f"{count * 2} jumps" if step.exercise.is_jump else f"{count * 2} in all"


def half_note(session: Session, step: Step) -> str:
    """Return where a fast step's target comes from: "half of 7"; empty for any other step."""
    if not step.fast:
        return ""
    found = half_of(session, step)
    return _half_words(found, step.slot.prescription)


def _half_words(found: Half, prescription: object) -> str:
    slot = prescription.slot if isinstance(prescription, HalfOf) else ""
    if found.reps is None or found.of is None:
        return ""
    expected = f"half of {slot}'s {found.of}" if found.expected else f"half of {found.of}"
    return f"{expected}, five at most" if found.of // 2 > found.reps else expected


_NO_HALF: dict[NoHalf, str] = {
    NoHalf.TOO_HEAVY: "{slot} came to {of}: too heavy, take 5-10 % off",
    NoHalf.PAIN: "{slot} was stopped for pain",
    NoHalf.FORM: "{slot} was stopped for form",
    NoHalf.SKIPPED: "{slot} was skipped",
    NoHalf.HOLD: "{slot} is a hold today",
}


def no_fast_set(session: Session, step: Step) -> str:
    """Return why a fast step has fallen away: "no B2: B1 was skipped"; empty while it has not."""
    if not isinstance(step.slot.prescription, HalfOf) or step.key in session.done:
        return ""
    found = half_of(session, step)
    heavy = step.slot.prescription.slot
    if found.why is not None:
        reason = _NO_HALF[found.why].format(slot=heavy, of=found.of)
    elif session.jumps_off is not None and step.exercise.is_jump:
        reason = f"no more jumps today ({session.jumps_off})"
    else:
        return "" if found.reps is not None else f"no {step.key.slot}: fewer than 2 reps"
    return f"no {step.key.slot}: {reason}"


def side_word(step: Step) -> str:
    """Return which leg starts: "start LEFT"; empty where both work together."""
    side = start_side(step)
    return "" if side is None else f"start {side.upper()}"


def field_shown(field: Field, value: float | None, implements: int, unit: Unit) -> str:
    """Return a value of the row as it stands there: "8", "2 x 12 kg", "2 more", "–"."""
    if value is not None and field in (Field.LEFT_S, Field.RIGHT_S, Field.SECONDS):
        return f"{number(value)} s"
    if value is not None and field is Field.RIR:
        return f"{number(value)} more"
    return shown(field, value, implements, unit)


def name_of(key: StepKey) -> str:
    """Return a step in words: "B1 round 2", "B1 ramp 1"."""
    return f"{key.slot} ramp {key.ramp}" if key.ramp else f"{key.slot} round {key.round}"
