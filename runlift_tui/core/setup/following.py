"""After a session: what the next one asks for, by the plan's week and by the gates."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.held_back import exchanged_words, instead_of
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.history.outing import outing
from runlift_tui.core.routines.routine import Routine, Slot
from runlift_tui.core.runs.raced import Raced, easy_day
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.suggested import Following
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.setup.coming import which_comes
from runlift_tui.core.setup.landings import best_of_late
from runlift_tui.core.setup.planning import AsAllowed, Situation, as_today
from runlift_tui.core.words.days import day_of
from runlift_tui.core.words.faults import Refused

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import Plan


def following(
    session: Session,
    found: Situation,
    plans: "Sequence[Plan]",
    races: Collection[Raced] = (),
) -> Following:
    """Return by what the session after one that is over is worked out.

    Args:
        session: As it was trained; the history may have it already, or not yet.
        found: Who the athlete is, and when.
        plans: All of their plans.
        races: Of late, logged or planned.
    """
    facts = _with_it(found.facts, session)
    earlier = (each for each in facts.outings if each.when < session.began)
    most = best_of_late(earlier, session.began)
    kind, week, day = None, None, None
    if plans:
        from runlift_tui.core.plan.today import plan_day

        day = plan_day(plans, facts, found.now, found.utc_offset_min, races)
        if day is not None:
            week = day.coming_week
            kind = WeekKind.BUILD if week is None else week.kind
    today = day_of(found.now, found.utc_offset_min)
    which = which_comes(today, facts.last_day, day, races)
    when = which.when if which.day is not None else ""
    easy = easy_day(which.day or today, races)
    then = structs.replace(found, facts=facts, week=week, easy_day=easy)
    try:
        coming = as_today(session.routine.id, then, session.start.level)
    except Refused:
        return Following(kind, most_landings=most, when=when)
    library = found.shelf.exercises(archived=True)
    asked, jumps = _asked(session.routine, coming.routine), _jumps(session, coming, library)
    others = _others(session.routine, coming.routine)
    return Following(kind, asked, jumps, most, when, others)


def _with_it(facts: Facts, session: Session) -> Facts:
    """Return what the history says with this session in it, once."""
    past = past_session(document(session))
    if past is None:
        return facts
    others = tuple(each for each in facts.outings if each.when != past.at)
    is_new = len(others) == len(facts.outings)
    return structs.replace(
        facts,
        sessions=facts.sessions + (is_new and past.is_trained),
        outings=(*others, outing(past)),
    )


def _asked(trained: Routine, coming: Routine) -> Routine:
    """Return the slots as they were trained, with the numbers of the next time."""
    then = {(slot.label, slot.exercise): slot for _, slot in coming.slots()}
    return trained.with_slots(lambda slot: _with_numbers(slot, then))


def _others(trained: Routine, coming: Routine) -> frozenset[str]:
    """Return the slots that were trained with an exercise which the next time has not."""
    then = {slot.label: slot.exercise for _, slot in coming.slots()}
    return frozenset(
        slot.label
        for _, slot in trained.slots()
        if then.get(slot.label, slot.exercise) != slot.exercise
    )


def _with_numbers(slot: Slot, then: Mapping[tuple[str, str], Slot]) -> Slot:
    found = then.get((slot.label, slot.exercise))
    if found is None:
        return slot
    return structs.replace(slot, prescription=found.prescription, rir=found.rir)


def _jumps(session: Session, coming: AsAllowed, library: Mapping[str, Exercise]) -> str:
    """Return why a jump of today falls out next time; empty where none does."""
    if not coming.today.held:
        return ""
    told = dict(coming.exchanged)
    trained = {slot.label: slot.exercise for _, slot in session.routine.slots()}
    for _, slot in coming.routine.slots():
        was = library.get(trained.get(slot.label, ""))
        falls_out = was is not None and was.is_jump and not library[slot.exercise].is_jump
        if was is not None and falls_out and slot.label not in told:
            told[slot.label] = instead_of(was, slot.exercise, coming.today)
    return exchanged_words(told, coming.routine, library.values())
