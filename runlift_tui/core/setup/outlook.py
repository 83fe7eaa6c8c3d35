"""What a session about to start looks like: how long, with what, what comes, what to mind."""

from msgspec import Struct

from runlift_tui.core.athlete.closed import is_gate
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.held_back import exchanged_words
from runlift_tui.core.face.outline import planned_lines
from runlift_tui.core.history.against_plan import planned_landings
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.length import seconds_left, whole_minutes
from runlift_tui.core.sets.next_time import NextTime, foremost
from runlift_tui.core.setup.fit import LONG_MINUTES, minutes_of
from runlift_tui.core.setup.hurting import hurting
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.setup.landings import last_jumps, more_than_usual
from runlift_tui.core.words.units import Unit, clock_of


class Outlook(Struct, frozen=True):
    """What a session about to start looks like, in words for the screen."""

    minutes: int
    ends: str
    """Clock time of the end: "18:42"."""
    kit: tuple[str, ...]
    jumps: str
    """How long ago the last jumps were, and how many landings it has; or why there are none.

    It is empty where none belong to it."""
    warnings: tuple[str, ...]
    stage: str
    """Where a beginner stands on the path; empty for others."""
    coming: str = ""
    """What was suggested for the slot that matters most, and why; empty where nothing was."""
    coming_brief: str = ""
    """The same without the reason."""
    hurting: tuple[str, ...] = ()
    """What hurt too much last time, and what to do with it, a sentence each."""
    exercises: tuple[tuple[str, str], ...] = ()
    """What will be done, a slot each: its label, its exercise with sets, counts and load."""


def outlook(start: Started, facts: Facts, unit: Unit, now: int) -> Outlook:
    """Return what the session looks like at `now`, milliseconds since the epoch."""
    minutes = minutes_of(start)
    jumps = any(exercise.is_jump for exercise in start.exercises)
    session = begin(start, now)
    end = whole_minutes(now / 1000 + seconds_left(session)) + start.utc_offset_min
    next_ = _foremost(start)
    to_land = planned_landings(start)
    landings = more_than_usual(to_land.total, facts.outings, now) if jumps else ""
    last = last_jumps(facts, now, start.utc_offset_min)
    return Outlook(
        minutes=minutes,
        ends=clock_of(end * 60_000),
        kit=kit(session, unit),
        jumps=f"{last}; today {to_land.words}" if jumps else no_jumps_line(start),
        warnings=(
            *_warnings(minutes),
            *filter(None, (landings,)),
        ),
        stage=_stage(start),
        coming="" if next_ is None else f"{next_.slot}  {next_.brief or next_.why}",
        coming_brief="" if next_ is None else f"{next_.slot}  {next_.what}",
        hurting=tuple(hurting(start, facts)),
        exercises=planned_lines(session, unit),
    )


def no_jumps_line(start: Started) -> str:
    """Return why a session has no jumps, or others for them; empty where it needs none.

    That the gate is closed needs no word where the session would have no jumps either way; that
    there are none on anybody's advice, or after pain, does.
    """
    if start.exchanged:
        return exchanged_words(start.exchanged, start.routine, start.exercises)
    return next((why for why in start.held if not is_gate(why)), "")


def _foremost(start: Started) -> NextTime | None:
    """Return the suggestion that home has a line for; None where there is none."""
    in_it = {(slot.label, slot.exercise) for _, slot in start.routine.slots()}
    return foremost(n for n in start.next_times if (n.slot, n.exercise) in in_it)


def _warnings(minutes: int) -> tuple[str, ...]:
    if minutes <= LONG_MINUTES:
        return ()
    return (f"{minutes} minutes is long: above {LONG_MINUTES}, take fewer rounds (our own rule).",)


def _stage(start: Started) -> str:
    id_ = start.routine.id
    if start.level is not Level.BEGINNER or id_ not in SHIPPED:
        return ""
    now = _labels(start.routine)
    stages = [_labels(shipped(id_, Level.BEGINNER, stage)) for stage in range(ALL_SLOTS + 1)]
    missing = sorted(stages[-1] - now) if now in stages else []
    told = f"one more exercise after two sessions and a week; to come: {', '.join(missing)}"
    return told if missing else ""


def _labels(routine: Routine) -> set[str]:
    return {slot.label for _, slot in routine.slots()}
