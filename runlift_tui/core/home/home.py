"""What home says: one sentence and one key, and a few quiet lines under it."""

from typing import TYPE_CHECKING, NamedTuple

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.pain import STOP_ON_PAIN
from runlift_tui.core.home.ways import PLACES
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Rest, Session, is_finished
from runlift_tui.core.session.targets import StepState, pending, states
from runlift_tui.core.session.told import shape
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.setup.planning import Outlook
from runlift_tui.core.words.days import ago
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import clock

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import HomeLines

LAST_TIME = "last time"
OLD_MS = 3 * 3_600_000
"""An unfinished session older than this is first offered to be finished as it stands."""


class HomeFace(NamedTuple):
    """The first screen."""

    kicker: str
    """A word or two over the sentence."""
    sentence: str
    """The one sentence."""
    big: str
    """A figure, drawn large; empty for none."""
    units: tuple[str, ...]
    """What the figure counts, beside it."""
    details: tuple[str, ...]
    quiet: tuple[tuple[str, str], ...]
    """Lines below: what each is about, and what it says."""
    keys: tuple[KeyFace, ...]
    ways: tuple[KeyFace, ...] = ()
    """The places that it leads to, two beside each other that belong together."""


WAYS = faces("home", "; ".join(PLACES))
"""The places that it leads to, each with its key and its word."""
_LAST = faces("home", "help; quit")


def home(
    start: Started, outlook: Outlook, facts: Facts, now: int, plan: "HomeLines | None" = None
) -> HomeFace:
    """Return home with nothing unfinished.

    Args:
        start: The session that is suggested.
        outlook: What it looks like.
        facts: What the history says.
        now: Milliseconds since the epoch.
        plan: What their plan says of today; it takes the first place.
    """
    first = facts.sessions == 0
    quiet = [("level", _level(start, outlook))]
    if facts.last is not None:
        last = facts.last
        when = ago(last.finished, now, start.utc_offset_min)
        took = f", {last.minutes} min" if last.minutes else ""
        sets = plural(last.sets, "set") if last.sets else "no set"
        quiet.insert(0, (LAST_TIME, f"{when}, {sets}{took}"))
    if outlook.coming:
        quiet.append(("load", outlook.coming))
    jumps = [("jumps", outlook.jumps)] if outlook.jumps else []
    if not start.held:
        quiet += jumps
    if plan is not None:
        quiet[:0] = plan.quiet
    # What has no room in a low window is at the end: it stands before the start as well.
    note = [("note", STOP_ON_PAIN)] if first else []
    quiet[:0] = [*outlook.exercises, *note, ("kit", ", ".join(outlook.kit))]
    if start.held:  # why nobody jumps today is in sight in any window
        quiet[:0] = jumps
    said = "" if plan is None else plan.sentence
    ended = facts.last.finished if facts.last is not None and facts.last.sets else None
    trained = ended is not None and _is_today(ended, now, start.utc_offset_min)
    done = "Today: done" if said else "Today: done. Next time"
    kicker = "Your first session" if first else done if trained else "Today"
    return HomeFace(
        start.routine.name if said and not trained else kicker,
        said or start.routine.name,
        str(outlook.minutes),
        ("minutes", f"done about {outlook.ends}"),
        ("" if said else f"{shape(start)}.", *outlook.warnings),
        tuple(quiet),
        (*faces("home", "space=train again" if trained else "space"), *_LAST),
        WAYS,
    )


def _is_today(then: int, now: int, utc_offset_min: int) -> bool:
    """Whether a moment lies on the athlete's own calendar day of another."""
    day_ms, offset_ms = 24 * 3_600_000, utc_offset_min * 60_000
    return (then + offset_ms) // day_ms == (now + offset_ms) // day_ms


def _level(start: Started, outlook: Outlook) -> str:
    return f"{start.level}, {outlook.stage}" if outlook.stage else start.level.value


def with_five_k(face: HomeFace, words: str) -> HomeFace:
    """Return home with a line on what the 5K did."""
    return face._replace(quiet=(*face.quiet, ("5K", words)))


def with_question(face: HomeFace, question: str) -> HomeFace:
    """Return home with a question that two keys answer, and that stands in nobody's way."""
    keys = (face.keys[0], *faces("home", "worse; settled"), *face.keys[1:])
    return face._replace(details=(question, *face.details), keys=keys)


def unfinished(session: Session, at: int, wall_ms: int, quiet: HomeFace) -> HomeFace:
    """Return home with a session that was left unfinished in the first place.

    Args:
        session: Walked on to `at`.
        at: This moment on the session's line of time.
        wall_ms: What to add to it for the athlete's wall clock.
        quiet: Home without it, for the lines below.
    """
    old = is_old(session, at)
    offers = "space=finish it as it stands; resume" if old else "space=resume; finish"
    return HomeFace(
        "Unfinished",
        session.routine.name,
        str(_done(session)),
        (_of_sets(session), f"started {ago(session.started, at, session.start.utc_offset_min)}"),
        (_where(session, at, wall_ms),),
        tuple(line for line in quiet.quiet if line[0] == LAST_TIME),
        (*faces("home", f"{offers}; discard"), *_LAST),
        WAYS,
    )


def is_old(session: Session, at: int) -> bool:
    """Whether nothing was said to the session for three hours."""
    return at - session.log[-1].at >= OLD_MS


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
        minutes = (due + wall_ms) // 60_000 % 1440
        if due > at:
            return f"{place}, rest over by {minutes // 60}:{minutes % 60:02}"
        return f"{place}, rested {clock((at - session.phase.began) // 1000)}"
    return place


def _done(session: Session) -> int:
    return sum(state is StepState.DONE for step, state in states(session) if step.ramp is None)


def _of_sets(session: Session) -> str:
    found = [state for step, state in states(session) if step.ramp is None]
    return f"of {len(found) - found.count(StepState.NONE)} sets done"


def looking_only(face: HomeFace, why: str) -> HomeFace:
    """Return home where nothing may be written, and why."""
    return face._replace(kicker="Looking only", details=(why, *face.details), keys=_LAST)
