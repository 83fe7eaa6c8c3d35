"""Swaps that hold from now on: from a session that is saved to the athlete's shelf."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.athlete.closed import closed_to, not_in_warm_up
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.groups import StandIn, grouped
from runlift_tui.core.exercises.needs import needed_by, used_by
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.routines.resolve import is_warm_up
from runlift_tui.core.routines.routine import HalfOf, Slot
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.session.suggested import after_stop_today
from runlift_tui.core.sets.last import LastSet, LastTime, brought_along
from runlift_tui.core.sets.loadable import said_there
from runlift_tui.core.sets.next_time import Coming, next_time
from runlift_tui.core.sets.pain import GO_ON, is_stopped, so_much
from runlift_tui.core.sets.told import counts, not_done
from runlift_tui.core.sets.values import SetDone, Why
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.days import day_of, day_text
from runlift_tui.core.words.text import sentence
from runlift_tui.core.words.units import Unit, load


def kept_swaps(session: Session) -> dict[str, str]:
    """Return the exercises that were put in for good, by slot; undone swaps are none."""
    swaps = [entry.command for entry in session.log if isinstance(entry.command, Swap)]
    return {swap.slot: swap.exercise.id for swap in swaps if swap.keep}


def keep_swap(shelf: Shelf, routine: str, slot: str, exercise: str) -> Edit:
    """Put an exercise into a slot of a routine from now on.

    Args:
        shelf: The athlete's.
        routine: Id of any routine.
        slot: Label of the slot.
        exercise: Id of the exercise.
    """
    before = shelf.routines.get(routine)
    mine = before or MyRoutine(id=routine)
    chosen = structs.replace(mine.slots.get(slot) or MySlot(), exercise=exercise)
    after = structs.replace(mine, slots={**mine.slots, slot: chosen})
    told = f"{exercise} stands in {slot} from now on"
    return Edit(table="routines", id=routine, before=before, after=after, told=told)


def stand_ins(
    session: Session, step: Step, library: Mapping[str, Exercise], done: Iterable[LastTime] = ()
) -> tuple[StandIn, ...]:
    """Return what can be swapped into a step's slot, in the order in which it is offered.

    What is closed comes last, whatever it is like and whoever put it on the slot's own list.

    Args:
        session: As it stands.
        step: In whose slot.
        library: All that there is.
        done: What the athlete ever did: the kit of it is at hand, as is what they said they have,
            and that of today counts so.
    """
    paired = step.fast or any(
        slot.prescription == HalfOf(step.key.slot) for _, slot in session.routine.slots()
    )
    before = [each for each in done if each.exercise in library]
    used = [
        used_by(library[each.exercise], loaded=any(one.load_kg for one in each.sets))
        for each in before
    ]
    used += [
        used_by(session.exercises[each.exercise], loaded=bool(each.load_kg))
        for each in session.done.values()
        if each.skipped is None and each.exercise in session.exercises
    ]
    said = said_there(session.start.gear or Gear())
    known = (*session.exercises.values(), *(library[each.exercise] for each in before))
    return grouped(
        step.exercise,
        library.values(),
        needed_by(known) | said,
        lambda each: closed_now(session, each, step),
        alternatives=step.slot.alternatives,
        used=said.union(*used),
        reps_only=paired,
    )


def closed_now(session: Session, exercise: Exercise, step: Step) -> str:
    """Return why a movement is closed to the slot of a step now; empty where it is open."""
    held = closed_to(exercise, session.holding)
    fits = not_in_warm_up(exercise, step.exercise) if is_warm_up(step.block) else ""
    return "; ".join(filter(None, (held, fits)))


def no_more_today(session: Session, exercise: Exercise) -> str:
    """Return why nobody is asked about a movement: today is over for it; empty where it is not."""
    if session.jumps_off is None or not exercise.is_jump:
        return ""
    return f"No more jumps today ({session.jumps_off})."


def asks_first(session: Session, why: str) -> bool:
    """Whether something closed is asked about before it is taken: once, and only while it runs.

    Where that stood among other reasons already it was said.
    What is entered from a card was done already: there is only something to write down.
    """
    taken = {entry.command.despite for entry in session.log if isinstance(entry.command, Swap)}
    said = any(why in each for each in taken)
    return why != "" and not said and not session.is_entered


def swapped_in(
    slot: Slot,
    exercise: Exercise,
    facts: Facts,
    coming: Coming,
    *,
    keep: bool = False,
    despite: str = "",
) -> Swap:
    """Return the swap that brings an exercise into a slot with all that the past says of it.

    Args:
        slot: As it stands before.
        exercise: The one that comes in.
        facts: What the history says.
        coming: By what else its load is worked out.
        keep: Whether it stands there from now on.
        despite: Why it is closed, where it is taken all the same.
    """
    last = brought_along(facts.last_times, exercise.id, slot.label)
    coming = structs.replace(coming, pains=facts.pains)
    return Swap(
        slot.label,
        exercise,
        last=tuple(structs.replace(time, before=()) for time in last),
        keep=keep,
        next_time=next_time(slot, exercise, facts.last_times, coming),
        best=facts.best.get(exercise.id, ()),
        despite=despite,
    )


class Seen(NamedTuple):
    """When an exercise was done last, and what of it."""

    done: str
    """"8/8", "20 s"."""
    load: str
    """"2 x 12 kg"; empty without one."""
    day: str
    """"Mon 2 Nov"; with its year where that is not today's."""


def seen(
    session: Session, last: Iterable[LastTime], exercise: Exercise, slot: str, unit: Unit
) -> Seen | None:
    """Return what was done of an exercise last, and when; None where it never was.

    Args:
        session: The one that it may come into.
        last: What was done last time, newest first.
        exercise: The one.
        slot: Label of the slot that it may come into.
        unit: Of loads.
    """
    today_ = [done for done in session.done.values() if done.exercise == exercise.id]
    now = next((done for done in reversed(today_) if _was_begun(done)), None)
    if now is not None and now.skipped is not None:
        return Seen(not_done(now, now.skipped, unit), "", "today")
    if now is not None:
        return _seen(now, unit, "today")
    found = next(iter(brought_along(last, exercise.id, slot)), None)
    if found is None or not (found.sets or found.stopped):
        return None
    ahead = session.start.utc_offset_min
    today = day_of(session.began, ahead)
    when = found.when if found.stopped_at is None else found.stopped_at
    day = "" if when is None else day_text(day_of(when, ahead), today)
    if found.stopped:
        return Seen(not_done(found.stopped[-1], Why.PAIN, unit), "", day)
    return _seen(found.sets[0], unit, day)


def _was_begun(done: SetDone) -> bool:
    return done.skipped is None or is_stopped(done)


def _seen(done: SetDone | LastSet, unit: Unit, day: str) -> Seen:
    """Return a set that was done; over what it hurt nothing is told of it without that."""
    weight = load(done.load_kg, done.implements, unit) if done.load_kg else ""
    pain = f"pain{so_much(done.pain)}" if (done.pain or 0) > GO_ON else ""
    return Seen(", ".join(filter(None, (counts(done), pain))), weight, day)


def start_words(session: Session, slot: Slot, swap: Swap, unit: Unit) -> str:
    """Return what a swap would begin with, a sentence; empty where no load is suggested.

    Args:
        session: That it would come into.
        slot: As it stands before.
        swap: Not done yet.
        unit: Of loads.
    """
    stopped = after_stop_today(session, slot, swap.exercise, swap.last)
    coming = stopped or swap.next_time
    if coming is None:
        return ""
    if not coming.load_kg:
        return sentence(coming.why)
    kg = load(coming.load_kg, swap.exercise.implements, unit)
    return f"Starts at {kg}: {coming.why}."
