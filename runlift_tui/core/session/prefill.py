"""The values that a set would be logged with at the press of one key."""

from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.session.suggested import begin_kg, less_now, ramp_before, suggested
from runlift_tui.core.session.targets import target
from runlift_tui.core.sets.beginning import lightest
from runlift_tui.core.sets.last import LastSet, last_load, last_set
from runlift_tui.core.sets.loadable import Loadable, is_on_bar, loadable
from runlift_tui.core.sets.pain import holds_load, is_stopped
from runlift_tui.core.sets.values import COUNTS, Field, SetDone, fields_of
from runlift_tui.core.sets.weights import Gear


def prefill(session: Session, step: Step) -> dict[Field, float | None]:
    """Return the values of the step under way: typed, else reps from the target and last load.

    Reps in reserve and snap stay empty until somebody says them.
    """
    values: dict[Field, float | None] = {}
    for field in fields_of(step.exercise, fast=step.fast):
        if field in COUNTS:
            values[field] = target(session, step)
        elif field is Field.LOAD_KG:
            values[field] = expected_load(session, step)
        else:
            values[field] = None
    if session.prepared_for == step.key:
        values |= session.prepared
    return values


def expected_load(session: Session, step: Step) -> float | None:
    """Return the total external load in kilograms that the step is expected to have.

    In this order: the last set of the slot today, or less where that went to the limit, unless the
    exercise was stopped for pain since, what is suggested, last time's set, the exercise anywhere.
    Where the slot is begun without weight, only what the athlete lifted there themselves, or the
    lightest where the exercise is none without a weight. A lighter set on the way up has the load
    that the gym can make closest to its share of the working load, and no more than that; where no
    working load is known, that of the lighter set before it, and the first one what its words name.
    The working load never comes of a ramp, which is lighter on purpose. A bar is never lifted
    without its own weight: where nothing else is known or asked for, it is the empty bar.
    """
    loads = loadable(step.exercise, session.start.gear or Gear())
    working = working_load(session, step)
    if step.ramp is not None and step.ramp.share == 0:
        return _empty(loads, working)
    if working is None:
        led = ramp_before(session, step)
        begun = begin_kg(session, step) if led is None and step.ramp is not None else led
        return begun or loads.bar_kg
    if step.ramp is None:
        return working
    each = loads.closest(working * step.ramp.share / step.exercise.implements)
    return min(round(each * step.exercise.implements, 4), working)


def _empty(loads: Loadable, working: float | None) -> float | None:
    """Return what a set without a share of the load is lifted with: a bar, or even less of one."""
    bar = loads.bar_kg
    return bar if bar is None or not working else min(bar, working)


def begins_with_bar(session: Session, step: Step) -> bool:
    """Whether a bar's load is still to be found: what stands prefilled is where it begins."""
    return is_on_bar(step.exercise) and is_to_find(session, step)


def is_to_find(session: Session, step: Step) -> bool:
    """Whether nobody knows the working load of a step's exercise yet."""
    return working_load(session, step) is None


def is_led(session: Session, step: Step) -> bool:
    """Whether a lighter set has the load of the one before it, because no other is known."""
    return is_to_find(session, step) and ramp_before(session, step) is not None


def working_load(session: Session, step: Step) -> float | None:
    """Return what a step's slot is expected to be done with, ramps aside; None where none is known.

    All kilograms in all.
    """
    for done in reversed(session.done.values()):
        if done.exercise == step.exercise.id and is_stopped(done) and holds_load(done.pain):
            break
        is_sure = Field.LOAD_KG not in done.unsure
        if _same(done, step) and done.load_kg is not None and is_sure:
            less = less_now(session, step)
            return done.load_kg if less is None or less.load_kg is None else less.load_kg
    coming = suggested(session, step.slot)
    if coming is not None:
        return None if coming.anew else coming.load_kg
    if step.slot.unloaded:
        return lightest(step.exercise, session.start.gear or Gear())
    last = last_time(session, step)
    kg = None if last is None else last.load_kg
    if kg is None:
        kg = last_load(session.start.last, step.exercise.id)
    return None if kg is None else _at_hand(session, step, kg)


def _at_hand(session: Session, step: Step, kg: float) -> float:
    """Return a load of the past as it is fetched here, where another unit's weights are."""
    loads, count = loadable(step.exercise, session.start.gear or Gear()), step.exercise.implements
    here = loads.at_hand(kg / count)
    return round(here * count, 4) if here < kg / count else kg


def _same(done: SetDone, step: Step) -> bool:
    place = done.key.slot == step.key.slot and done.key.ramp == 0
    return place and done.exercise == step.exercise.id and done.skipped is None


def last_time(session: Session, step: Step) -> LastSet | None:
    """Return what was done last time in the same slot and round, if anything."""
    return last_set(session.start.last, step.key.slot, step.exercise.id, step.key.round)
