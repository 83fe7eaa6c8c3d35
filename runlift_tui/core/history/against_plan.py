"""A session that is over against what it was to be, before it began."""

from collections.abc import Iterator

from runlift_tui.core.face.summary import landed, minutes
from runlift_tui.core.lists.charts import RowBar
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.length import lengths_of, seconds_left, whole_minutes
from runlift_tui.core.session.state import Session, steps
from runlift_tui.core.session.targets import how_many, open_steps, target
from runlift_tui.core.sets.landings import Landings, landings_of
from runlift_tui.core.sets.values import RestKind
from runlift_tui.core.words.units import clock

TITLE = "DONE, AND PLANNED BEFORE THE START"


def planned_landings(start: Started) -> Landings:
    """Return the landings that a session comes to if every set is done as it is planned."""
    session = begin(start, 0)
    sides = {True: 2, False: 1}
    return landings_of(
        (
            step.exercise.contacts * target(session, step) * sides[step.exercise.two_sided],
            step.fast,
        )
        for step in steps(session)
        if step.exercise.is_jump
    )


def against_plan(session: Session) -> tuple[RowBar, ...]:
    """Return what was done of a session as bars, each with a stroke where the plan had it.

    The plan is what stood before the start, whatever was changed under way. A session that was
    entered from a card has no times of its own.
    """
    return tuple(_bars(session, begin(session.start, 0)))


def _bars(session: Session, plan: Session) -> Iterator[RowBar]:
    done, planned = how_many(session)[0], how_many(plan)[1]
    yield _bar("sets", done, planned, f"{done} of {planned}")
    if not session.is_entered:
        trained, length = round(minutes(session)), whole_minutes(seconds_left(plan))
        yield _bar("minutes", trained, length, f"{trained} of {length}")
        primed = sum(
            each.rest_taken_s or 0
            for each in session.done.values()
            if each.rest_kind is RestKind.PRIMING
        )
        priming = lengths_of(plan, open_steps(plan)).priming
        if priming or primed:
            told = f"{clock(primed)} of {clock(priming)}"
            yield _bar("priming rest", primed, priming, told)
    landings, to_land = landed(session), planned_landings(session.start)
    if landings.total or to_land.total:
        told = f"{landings.total} of {to_land.total}"
        yield _bar("contacts", landings.total, to_land.total, told)


def _bar(label: str, done: float, planned: float, told: str) -> RowBar:
    return RowBar(label, done, max(done, planned, 1), told, planned)
