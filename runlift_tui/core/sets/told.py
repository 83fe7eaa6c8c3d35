"""A set and its values in the words and figures of the screen."""

from collections.abc import Callable, Iterable
from itertools import groupby

from runlift_tui.core.routines.reserve import could_do, so_many_more
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.pain import so_much
from runlift_tui.core.sets.typing import shown
from runlift_tui.core.sets.values import NOTHING, Field, SetDone, Why, is_nothing
from runlift_tui.core.words.units import Unit, load, number

NAMES: dict[Field, str] = {
    Field.REPS: "reps",
    Field.LEFT: "left",
    Field.RIGHT: "right",
    Field.SECONDS: "seconds",
    Field.LEFT_S: "left",
    Field.RIGHT_S: "right",
    Field.METRES: "metres",
    Field.LOAD_KG: "load",
    Field.RIR: "could do",
    Field.SNAP: "snap",
}
"""What each field is called on a screen."""


def counts(done: SetDone | LastSet) -> str:
    """Return what was counted in a set: "8/8", "12", "20/18 s", "40 m"; empty where nothing was."""
    if done.left is not None or done.right is not None:
        return f"{_or_dash(done.left)}/{_or_dash(done.right)}"
    if done.left_s is not None or done.right_s is not None:
        return f"{_or_dash(done.left_s)}/{_or_dash(done.right_s)} s"
    if done.seconds is not None:
        return f"{done.seconds} s"
    if done.metres is not None:
        return f"{done.metres} m"
    return "" if done.reps is None else f"{done.reps}"


def _or_dash(value: int | None) -> str:
    return "–" if value is None else f"{value}"


NOT_CONFIRMED = "?"
"""Behind a value that is far from those before, and that nobody said is right."""
DOUBT = f"{NOT_CONFIRMED} not confirmed"


def count_mark(done: SetDone | LastSet) -> str:
    """Return the mark behind what was counted in a set; empty where it was confirmed."""
    return NOT_CONFIRMED if set(done.unsure) - {Field.LOAD_KG} else ""


def load_mark(done: SetDone | LastSet) -> str:
    """Return the mark behind the load of a set; empty where it was confirmed."""
    return NOT_CONFIRMED if Field.LOAD_KG in done.unsure else ""


def by_load(
    sets: Iterable[LastSet], unit: Unit, counted: Callable[[Iterable[LastSet]], str]
) -> str:
    """Return sets in a line, those of one load together, with a mark where it is not confirmed.

    Args:
        sets: In their order.
        unit: Of loads.
        counted: Returns what was done of those with one load; empty leaves them out.
    """

    def weight(done: LastSet) -> tuple[float, int, str]:
        return load_of(done), done.implements, load_mark(done)

    parts = []
    for (kg, implements, doubt), same in groupby(sets, key=weight):
        done = counted(same)
        if done:
            parts.append(f"{done} at {load(kg, implements, unit)}{doubt}" if kg else done + doubt)
    return "; ".join(parts)


def in_a_cell(done: SetDone | LastSet) -> str:
    """Return a set in a cell of a table by rounds: "8", "8/7 +2", "4 ~4", "8?".

    What both sides did stands once; + is how many more, ~ the snap, ? what was not confirmed.
    """
    left, _, rest = (counts(done) or "–").partition("/")
    right, _, unit = rest.partition(" ")
    text = f"{left} {unit}".rstrip() if left == right else counts(done) or "–"
    text += count_mark(done)
    if done.rir is not None:
        text += f" +{done.rir}"
    return f"{text} ~{done.snap}" if done.snap is not None else text


def result(done: SetDone | LastSet, unit: Unit) -> str:
    """Return a set in one line: "8/8 at 2 x 11 kg, could do 2 more", "4/4, snap 4"."""
    if isinstance(done, SetDone) and done.skipped is not None:
        return not_done(done, done.skipped, unit)
    text = counts(done)
    if done.load_kg:
        text += f" at {load(done.load_kg, done.implements, unit)}"
    if is_nothing(done):
        text += f", {NOTHING}"
    if done.rir is not None:
        text += f", {could_do(done.rir)}"
    if done.snap is not None:
        text += f", snap {done.snap}"
    if done.pain:
        text += f", pain{so_much(done.pain)}"
    return f"{text}, not confirmed" if done.unsure else text


def not_done(done: SetDone | LastSet, why: str, unit: Unit) -> str:
    """Return a set that was not done, with how far it went: "5/3 at 2 x 10 kg, stopped: pain 5".

    Args:
        done: The set.
        why: It was not, in a word; empty where nobody said.
        unit: Of loads.
    """
    at = f"at {load(done.load_kg, done.implements, unit)}" if done.load_kg else ""
    if counts(done):
        return f"{' '.join(filter(None, (counts(done), at)))}, {why_not(done, why)}"
    hurt = at if why == Why.PAIN else ""
    return ", ".join(filter(None, (why_not(done, why), hurt)))


def why_not(done: SetDone | LastSet, why: str) -> str:
    """Return why a set was not done: "skipped: time"; of one that was begun, "stopped: pain 5"."""
    begun = counts(done) and why in (Why.PAIN, Why.FORM)
    said = f"{'stopped' if begun else 'skipped'}: {why}" if why else "skipped"
    return f"{said}{so_much(done.pain)}"


def done_shown(sets: Iterable[LastSet], stopped: Iterable[LastSet], unit: Unit) -> str:
    """Return what was done in a line, and behind it what was stopped for pain."""
    ended = (not_done(each, Why.PAIN, unit) for each in stopped)
    return "; ".join(filter(None, (sets_shown(sets, unit), *ended)))


def field_shown(field: Field, value: float | None, implements: int, unit: Unit) -> str:
    """Return a value of the row as it stands there: "8", "2 x 12 kg", "2 more", "–"."""
    if value is not None and field in (Field.LEFT_S, Field.RIGHT_S, Field.SECONDS):
        return f"{number(value)} s"
    if value is not None and field is Field.METRES:
        return f"{number(value)} m"
    if value is not None and field is Field.RIR:
        return so_many_more(number(value))
    return shown(field, value, implements, unit)


def name_of(key: StepKey) -> str:
    """Return a step in words: "B1 round 2", "B1 ramp 1"."""
    return f"{key.slot} ramp {key.ramp}" if key.ramp else f"{key.slot} round {key.round}"


def last_lines(exercise: str, last: Iterable[LastTime], unit: Unit) -> tuple[str, ...]:
    """Return what was done of an exercise last time, a line a slot.

    Args:
        exercise: Its id.
        last: What was done last time, newest first.
        unit: Of loads.
    """
    lines = []
    for time in last:
        if time.exercise == exercise:
            sets = [result(done, unit) for done in time.sets]
            sets += [not_done(done, Why.PAIN, unit) for done in time.stopped]
            lines.append(f"{time.slot}  {'   '.join(filter(None, sets))}")
            lines += [f"{time.slot}  noted: {time.note}"] if time.note else []
    return tuple(lines)


def sets_shown(sets: Iterable[LastSet], unit: Unit) -> str:
    """Return sets in a line, those of one load together: "8/8, 8/7 at 2 x 12 kg".

    What was not confirmed has a mark: "8/8? at 2 x 12 kg?".
    """

    def counted(same: Iterable[LastSet]) -> str:
        return ", ".join(f"{counts(done) or '–'}{count_mark(done)}" for done in same)

    return by_load(sets, unit, counted)
