"""Home with a session that was left unfinished: where it stands, and to go on with it or end it."""

from collections.abc import Iterator

from runlift_tui.core.home.home import LAST_TIME, WAYS, HomeFace
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.session.length import seconds_left, whole_minutes
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Rest, Session, is_finished, sign_open
from runlift_tui.core.session.targets import how_many, pending
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.words.days import ago
from runlift_tui.core.words.units import Unit, clock, clock_of

OLD_MS = 3 * 3_600_000
"""A session to which nothing was said for so long is first offered to be finished as it stands."""
_LAST = faces("home", "search; help; quit")


def unfinished(session: Session, at: int, wall_ms: int, quiet: HomeFace, unit: Unit) -> HomeFace:
    """Return home with a session that was left unfinished in the first place.

    Args:
        session: Walked on to `at`.
        at: This moment on the session's line of time.
        wall_ms: What to add to it for the athlete's wall clock.
        quiet: Home without it, for the lines below.
        unit: The athlete's, of loads.
    """
    first = finishes_first(session, at)
    offers = "space=finish it as it stands; resume" if first else "space=resume; finish"
    lines = () if session.is_entered else tuple(_lines(session, unit))
    done, total = how_many(session)
    of_sets = f"of {total} sets done"
    return HomeFace(
        "Unfinished",
        session.routine.name,
        str(done),
        of_sets,
        (*_still_asked(session), _where(session, at, wall_ms)),
        (*lines, *(line for line in quiet.quiet if line[0] == LAST_TIME)),
        (*faces("home", f"{offers}; discard"), *_LAST),
        WAYS,
        "Unfinished",
        "overtime",
        f"{done} {of_sets}, started {ago(session.started, at, session.start.utc_offset_min)}",
    )


def _still_asked(session: Session) -> tuple[str, ...]:
    """Return that the question about stop signs is open, where it is: both ways on ask it first."""
    said = sign_open(session)
    return () if said is None else (f"Pain {said.pain} of 10: is a stop sign true? Asked first.",)


def _lines(session: Session, unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield what comes next, how long the rest of it takes, and its table of slots and rounds."""
    from runlift_tui.core.face.outline import sets_to_come, slot_lines

    following = next(iter(sets_to_come(session, unit)), None)
    if following is not None:
        yield "next", f"{following.label}  {following.text}"
        yield "left", f"about {whole_minutes(seconds_left(session))} min"
    yield from slot_lines(session, unit, heads=True)


def finishes_first(session: Session, at: int) -> bool:
    """Whether it is first offered to be finished as it stands: it is old, or a stop sign stands."""
    return at - session.log[-1].at >= OLD_MS or bool(session.stop)


def _where(session: Session, at: int, wall_ms: int) -> str:
    step = pending(session)
    if step is None or is_finished(session):
        return "all done"
    place = name_of(step.key)
    if session.is_entered:
        return f"from a card, up to {place}"
    if session.paused is not None:
        return f"{place}, paused"
    if isinstance(session.phase, Rest):
        due = deadline(session, session.phase)
        if due > at:
            return f"{place}, rest over by {clock_of(due + wall_ms)}"
        return f"{place}, rested {clock((at - session.phase.began) // 1000)}"
    return place
