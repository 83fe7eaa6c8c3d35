"""Before the start: what the athlete chooses, and the session that comes of it."""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from runlift_tui.core.athlete.athlete import Athlete, gear_of, standing_of
from runlift_tui.core.athlete.eased import eased
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.held_back import (
    Allowed,
    allowed,
    exchanged,
    held_back,
    overrides,
)
from runlift_tui.core.athlete.path import grown, path_stage, ways_up
from runlift_tui.core.athlete.rising import counting, most_rounds
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.as_it_ships import AsItShips, as_it_ships
from runlift_tui.core.routines.levels import (
    GENTLE_ROUNDS,
    GENTLE_SESSIONS,
    Level,
)
from runlift_tui.core.routines.resolve import is_warm_up, not_startable, resolve
from runlift_tui.core.routines.routine import Block, Routine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.session.commands import Started
from runlift_tui.core.sets.next_time import Coming, aimed, next_times
from runlift_tui.core.sets.pain import hurt_words
from runlift_tui.core.sets.progression import ANEW_DAYS
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.fit import fitted, minutes_of, with_rounds
from runlift_tui.core.words.days import DAY_MS, midnight
from runlift_tui.core.words.faults import Refused

if TYPE_CHECKING:
    from runlift_tui.core.plan.weeks import PlanWeek


class Situation(Struct, frozen=True, kw_only=True):
    """By what a session is planned, beside what the athlete chooses."""

    athlete: Athlete = Athlete()
    shelf: Shelf
    """The exercises and routines that there are."""
    facts: Facts = Facts()
    """What the history says."""
    now: int
    """Milliseconds since the epoch."""
    utc_offset_min: int = 0
    """Minutes that the athlete's clock is ahead of UTC."""
    lead_in_s: int = 10
    """Seconds to get into a hold, and to change sides in one."""
    week: "PlanWeek | None" = None
    """Of their plan; None where none is under way."""
    easy_day: str = ""
    """Why its day is an easy one after a race; empty where it is none."""


def allowed_in(found: Situation, level: Level, library: Mapping[str, Exercise]) -> Allowed:
    """Return what the gates let the athlete do, with the rungs that a plan gives.

    Args:
        found: Who they are, and when.
        level: Of the session.
        library: Every exercise that may stand on the ladder, by id.
    """
    outings = found.facts.outings
    stands = standing_of(found.athlete, level)
    if found.week is not None:
        from runlift_tui.core.plan.todays_session import climbed

        week, offset = found.week, found.utc_offset_min
        return climbed(stands, week, outings, library, found.now, offset, found.easy_day)
    return allowed(stands, outings, library, found.now, easy_day=found.easy_day)


def as_planned(routine: Routine, found: Situation, level: Level) -> Routine:
    """Return a routine as the plan's week has it; where the plan has no say, as it is.

    On an easy day after a race it is light.

    Args:
        routine: As it is written, by the level or by the athlete.
        found: Where one may be under way.
        level: Of the session.
    """
    if found.week is None and not found.easy_day:
        return routine
    from runlift_tui.core.plan.todays_session import adapted, lightened

    if found.week is not None:
        routine = adapted(routine, found.week, level, as_it_ships(routine, level))
    return lightened(routine) if found.easy_day else routine


class AsAllowed(Struct, frozen=True):
    """A routine as it may be done today."""

    routine: Routine
    today: Allowed
    exchanged: Mapping[str, str]
    """Why a jump was exchanged, by the label of its slot, in one sentence each."""
    instead: Mapping[str, str]
    """Why an easier exercise that was taken for pain is in it, by its id."""
    ships: AsItShips
    """What of it was written as it ships."""


def as_allowed(written: Routine, found: Situation, level: Level) -> AsAllowed:
    """Return a routine as the plan has it, with its jumps and what hurt held back, and why.

    It is the one place that says so: routines, their editor, home, the card, the session ask it.

    Args:
        written: As its level or the athlete has it.
        found: Who they are, and when.
        level: Of the session.
    """
    whole = as_planned(written, found, level)
    library = found.shelf.exercises(archived=True)
    today = allowed_in(found, level, library)
    routine = held_back(whole, level, today, library)
    why = exchanged(whole, routine, today, library)
    routine, instead = eased(routine, found.facts, library)
    return AsAllowed(routine, today, why, instead, as_it_ships(written, level))


def stage_of(found: Situation) -> int:
    """Return how far along the beginner's path the athlete is, with nothing new around a race."""
    week, light = found.week, None
    if week is not None and week.light_since is not None:
        light = midnight(week.light_since, found.utc_offset_min)
    return path_stage(found.facts, found.now, light_since=light)


def as_today(id_: str, found: Situation, level: Level) -> AsAllowed:
    """Return a routine as it is done today: by level, path and plan, with jumps held back.

    Args:
        id_: The routine's.
        found: Who the athlete is, and when.
        level: Of the session.

    Raises:
        Refused: there is no such routine, or one of its exercises is gone.
    """
    facts, shelf = found.facts, found.shelf
    routine = resolve(id_, level, stage_of(found), shelf)
    why_not = not_startable(routine, shelf)
    if why_not:
        raise Refused(why_not)
    if id_ in SHIPPED and level is Level.BEGINNER:
        routine = grown(routine, facts, shelf.exercises(archived=True), found.now)
    return as_allowed(routine, found, level)


def week_of(found: Situation) -> WeekKind:
    """Return what this week is for; without a plan every week builds, but for easy days."""
    if found.easy_day:
        return WeekKind.EASY
    return WeekKind.BUILD if found.week is None else found.week.kind


def coming_of(found: Situation, level: Level) -> Coming:
    """Return by what the next loads of a session of some level are worked out."""
    return Coming(
        gear=gear_of(found.athlete),
        level=level,
        week=week_of(found),
        now=found.now,
        pains=found.facts.pains,
    )


def planned_session(choices: Choices, found: Situation, id_: str) -> Started:
    """Return the start of the session that was chosen, with all that it needs.

    Args:
        choices: The athlete's.
        found: Who they are, and when.
        id_: The session's own.

    Raises:
        Refused: there is no such routine, or one of its exercises is gone.
    """
    return session_of(as_today(choices.routine, found, choices.level), choices, found, id_)


def session_of(held: AsAllowed, choices: Choices, found: Situation, id_: str) -> Started:
    """Return the start of a session of a routine as it may be done today.

    Home, the choices before the start, the card, the routines, their editor and the plan ask it,
    so that rounds, counts, loads and minutes are the same wherever they stand.

    Args:
        held: The routine.
        choices: The athlete's.
        found: Who they are, and when.
        id_: The session's own.
    """
    facts, shelf, level = found.facts, found.shelf, choices.level
    is_light = found.week is not None and found.week.is_light
    routine, library = held.routine, shelf.exercises(archived=True)
    most = _most_rounds(found, level)
    ships = held.ships.blocks
    rounds = {b.id: _rounds(choices, b, most if b.id in ships else None) for b in routine.blocks}
    routine = with_rounds(routine, rounds)
    ids = _ids(routine)
    last = tuple(time for time in facts.last_times if time.exercise in ids)
    next_ = next_times(routine, library, last, coming_of(found, level))
    start = Started(
        id=id_,
        routine=aimed(routine, next_),
        exercises=_exercises(routine, library),
        level=level,
        lead_in_s=found.lead_in_s,
        utc_offset_min=found.utc_offset_min,
        overrides=overrides(
            standing_of(found.athlete, level), facts.outings, routine, library, found.now
        ),
        exchanged=dict(held.exchanged),
        held=held.today.held,
        hurts={
            **{each: told for each in facts.pains if (told := hurt_words(facts.pains, each))},
            **held.instead,
        },
        first=facts.sessions == 0,
        first_jumps=facts.jumps is None,
        switch_s=found.lead_in_s,
        last=tuple(structs.replace(time, before=()) for time in last),
        next_times=next_,
        gear=gear_of(found.athlete),
        week=week_of(found),
        best={each: facts.best[each] for each in ids if each in facts.best},
        ways_up={} if is_light or level is not Level.BEGINNER else ways_up(routine, facts, library),
    )
    return start if choices.minutes is None else fitted(start, choices.minutes)


def entered(start: Started, at: int, utc_offset_min: int) -> Started:
    """Return the session as it is taken down from a card afterwards.

    Lighter sets on the way up stand on the card, and are not asked for: they count for nothing.

    Args:
        start: As it was planned.
        at: When it was trained, milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock was ahead of UTC then.
    """
    routine = start.routine.with_slots(lambda slot: structs.replace(slot, ramp=()))
    return structs.replace(start, routine=routine, trained_at=at, utc_offset_min=utc_offset_min)


def probably_trained_at(start: Started, now: int) -> int:
    """Return when a session that is over by now may have begun, to five minutes."""
    return (now - minutes_of(start) * 60_000) // 300_000 * 300_000


def is_gentle(found: Situation, level: Level) -> bool:
    """Whether a session has fewer rounds than those that ship, as one of the first."""
    few = _sessions(found.facts, found.now) < GENTLE_SESSIONS
    return few and level is not Level.BEGINNER


def _sessions(facts: Facts, now: int) -> int:
    """Return the sessions that count since the last months off; all where there were none."""
    back, seen = _back(facts, now), counting(facts.outings)
    if back:
        return sum(each.when >= back for each in seen)
    return facts.sessions - sum(each.trained for each in facts.outings) + len(seen)


def _back(facts: Facts, now: int) -> int:
    """Return when the first session after the last months off was; 0 where there were none."""
    trained = sorted(outing.when for outing in facts.outings if outing.trained)
    gaps = pairwise((*trained, now))
    return max((then for at, then in gaps if then - at > ANEW_DAYS * DAY_MS), default=0)


def one_more(found: Situation) -> int | None:
    """Return a round more than any session had that counts, since months off; None for any.

    So many are suggested at most: our own rule. Where nobody knows of rounds it has no say.
    """
    back = _back(found.facts, found.now)
    had = (each.rounds for each in counting(found.facts.outings) if each.when >= back)
    most = max(had, default=0)
    return most + 1 if most else None


def _most_rounds(found: Situation, level: Level) -> int | None:
    """Return the most rounds that are suggested in the place of those that ship; None for any."""
    first = GENTLE_ROUNDS if is_gentle(found, level) else None
    each = (first, one_more(found), most_rounds(found.facts.outings))
    return min((most for most in each if most is not None), default=None)


def _rounds(choices: Choices, block: Block, most: int | None) -> int:
    """Return the rounds chosen for a block, within what it allows; else its own, up to `most`."""
    kind = choices.warm_up_rounds if is_warm_up(block) else choices.main_rounds
    wanted = choices.rounds.get(block.id, kind)
    if wanted is None:
        most = None if is_warm_up(block) else most
        return block.rounds if most is None else min(block.rounds, max(block.low, most))
    return max(block.low, min(block.high, wanted))


def _ids(routine: Routine) -> list[str]:
    return list(dict.fromkeys(slot.exercise for _, slot in routine.slots()))


def _exercises(routine: Routine, library: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    return tuple(library[id_] for id_ in _ids(routine))
