"""Sets, targets and rests in the words and figures of the screen."""

from collections.abc import Mapping

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, Measure, Sides, each
from runlift_tui.core.routines.reserve import could_do, guided
from runlift_tui.core.routines.routine import Block, HalfOf, Routine, Slot, unit_mark
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.half import Half, NoHalf, half_of
from runlift_tui.core.session.prefill import expected_load
from runlift_tui.core.session.state import Session, Step, start_side
from runlift_tui.core.session.suggested import typed_load
from runlift_tui.core.session.targets import target
from runlift_tui.core.sets.beginning import needs_weight
from runlift_tui.core.sets.loadable import EMPTY_BAR, loadable
from runlift_tui.core.sets.next_time import brings_load
from runlift_tui.core.sets.values import Side
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import WITHOUT_WEIGHT, Unit

_EMPTY_HANDS = f"{WITHOUT_WEIGHT}, hands at the chest"
"""Where a weight is held against the chest, and the gym has none that is light enough."""


def shape(start: Started) -> str:
    """Return the heart of a session in a line: "3 rounds, B1 8 (8-10) each leg, could do 3 more".

    Behind what is aimed at stands the range that it may be, which the plan's week has.
    """
    exercises = {each.id: each for each in start.exercises}
    main, heavy = heart(start.routine, exercises)
    exercise = exercises[heavy.exercise]
    side = each(exercise) or ("" if exercise.measure is Measure.METRES else "in all")
    text = f"{heavy.label} {heavy.target}{_range(heavy)}{unit_mark(heavy.prescription)} {side}"
    text = text.rstrip()
    if heavy.unloaded and not brings_load(heavy, start.next_times):
        loads = loadable(exercise, start.gear or Gear())
        bar = loads.bar_kg
        text += f" {WITHOUT_WEIGHT}" if bar is None else f" with the {loads.words(bar, 1)}"
    effort = could_do(guided(heavy, exercise))
    return ", ".join(filter(None, (plural(main.rounds, "round"), text, effort)))


def heart(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Block, Slot]:
    """Return the slot that a routine is about, with its block.

    It is the first one with a load behind the warm-up; without any the first slot there.

    Args:
        routine: Its blocks.
        exercises: At least its own, by id.
    """
    blocks = routine.blocks
    work = [block for block in blocks if not block.zero_is_go] or [blocks[0]]
    loaded = (
        (block, slot)
        for block in work
        for slot in block.slots
        if (found := exercises[slot.exercise]).takes_load and not found.is_jump
    )
    return next(loaded, (work[0], work[0].slots[0]))


def _range(slot: Slot) -> str:
    asked = slot.prescription
    if isinstance(asked, HalfOf) or asked.low == asked.high:
        return ""
    return f" ({asked.low}-{asked.high})"


def load_now(session: Session, step: Step) -> float | None:
    """Return the load of a step, as typed or expected, kilograms in all; 0 for none of one's own.

    Returns:
        None where nothing is known.
    """
    typed = typed_load(session, step)
    return expected_load(session, step) if typed is None else typed


def weight(session: Session, step: Step, unit: Unit) -> str:
    """Return the load that stands prefilled: "2 x 12 kg", "empty bar, 20 kg", "without weight".

    It is the one sentence about it, wherever a step is told: empty where nothing is known.
    """
    kg = load_now(session, step)
    if kg:
        gear = structs.replace(session.start.gear or Gear(), unit=unit)
        return loadable(step.exercise, gear).words(kg, step.exercise.implements)
    if not step.slot.unloaded:
        return ""
    return _EMPTY_HANDS if needs_weight(step.exercise) else WITHOUT_WEIGHT


def ramp_weight(session: Session, step: Step, unit: Unit) -> str:
    """Return what a lighter set on the way up weighs, wherever it is told: as `weight` has it.

    Where nobody knows the load to come it is the share of that: "75% of the load".
    """
    share = 0 if step.ramp is None else step.ramp.share
    return weight(session, step, unit) or (f"{share:.0%} of the load" if share else WITHOUT_WEIGHT)


def is_empty_bar(session: Session, step: Step, kg: float | None) -> bool:
    """Whether a load of a step is the bar alone."""
    return loadable(step.exercise, session.start.gear or Gear()).is_empty_bar(kg)


def weight_made_of(session: Session, step: Step, kg: float | None) -> str:
    """Return what makes up a load, from what this gym has; empty where `weight` says it all."""
    if kg is None or is_empty_bar(session, step, kg):
        return ""
    from runlift_tui.core.sets.plates import made_of

    return made_of(kg, step.exercise, session.start.gear or Gear())


def plates_in_letters(session: Session, step: Step) -> str:
    """Return the plates on a step's bar as letters have them: "2x(15+2.5)"; empty for none."""
    kg = load_now(session, step)
    if not kg or is_empty_bar(session, step, kg):
        return ""
    from runlift_tui.core.sets.plates import on_the_ends

    return on_the_ends(kg, step.exercise, session.start.gear or Gear())


def with_weight(session: Session, step: Step, unit: Unit) -> str:
    """Return it behind an aim: " at 2 x 12 kg", " with the empty bar, 20 kg", " without weight"."""
    found = (weight if step.ramp is None else ramp_weight)(session, step, unit)
    if found.startswith(EMPTY_BAR):
        return f" with the {found}"
    return (
        f" at {found}" if found and not found.startswith(WITHOUT_WEIGHT) else f" {found}".rstrip()
    )


def aim(session: Session, step: Step) -> str:
    """Return what a step asks for in one line: "3 each leg, 6 jumps", "20 s each side", "40 m"."""
    count = target(session, step)
    side = each(step.exercise)
    if step.exercise.measure is Measure.HOLD:
        return f"{count} s {side}".rstrip()
    if step.exercise.measure is Measure.METRES:
        return f"{count} m"
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
    NoHalf.PAIN: "pain at {slot}",
    NoHalf.FORM: "{slot} was stopped for form",
    NoHalf.SKIPPED: "{slot} was skipped",
    NoHalf.HOLD: "{slot} is a hold today",
    NoHalf.METRES: "{slot} is counted in metres today",
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
    elif session.closed_since and step.exercise.is_jump:
        reason = session.closed_since[0]
    else:
        return "" if found.reps is not None else f"no {step.key.slot}: fewer than 2 reps"
    return f"no {step.key.slot}: {reason}"


def side_word(step: Step) -> str:
    """Return which side starts, and how: "left first", "left on top", "alternate".

    Where one rep of a side follows one of the other, there is none to be done with first.

    Returns:
        Empty where both work together.
    """
    side = start_side(step)
    if side is None:
        return ""
    if step.exercise.sides is Sides.ALTERNATING:
        return "alternate"
    return side_now(step, side) if step.exercise.counted else f"{side} first"


def side_now(step: Step, side: Side | None) -> str:
    """Return a side as it works: "left", and where its name alone would mislead "left on top"."""
    return "" if side is None else f"{side} {step.exercise.counted}".rstrip()
