"""Before the start: what the athlete chooses, and the session that comes of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from runlift_tui.core.athlete.facts import Facts, ago, days_since
from runlift_tui.core.athlete.held_back import Standing, allowed, held_back, overrides
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Shelf
from runlift_tui.core.routines.levels import (
    ALL_SLOTS,
    ARTICLE_ROUTINE,
    FIRST_DAY,
    WARM_UP,
    Level,
    beginner_stage,
)
from runlift_tui.core.routines.resolve import is_warm_up, not_startable, resolve, routine_ids
from runlift_tui.core.routines.routine import Block, Routine
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.sets.next_time import aimed, foremost, next_times
from runlift_tui.core.sets.values import Refused
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.setup.fit import LONG_MINUTES, fitted, minutes_of, with_rounds
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.words.units import Unit

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import Plan
    from runlift_tui.core.plan.weeks import PlanWeek

ROUTINE, LEVEL, MINUTES = "@routine", "@level", "@minutes"
"""What a line of the choices is about; any other line is about the rounds of a block."""
LEAST_MINUTES, MOST_MINUTES = 10, 180


class Choices(Struct, frozen=True, kw_only=True):
    """What can be chosen before a session; None leaves it to the level."""

    routine: str = ARTICLE_ROUTINE
    level: Level = Level.BEGINNER
    warm_up_rounds: int | None = None
    """Of every block that is a warm-up."""
    main_rounds: int | None = None
    """Of every other block."""
    rounds: dict[str, int] = {}
    """Of single blocks, by id; these count before the two above."""
    minutes: int | None = None


class Outlook(Struct, frozen=True):
    """What a session about to start looks like, in words for the screen."""

    minutes: int
    ends: str
    """Clock time of the end: "18:42"."""
    kit: tuple[str, ...]
    jumps: str
    """How long ago the last jumps were; empty where this session has none."""
    warnings: tuple[str, ...]
    stage: str
    """Where a beginner stands on the path; empty for others."""
    coming: str = ""
    """What was suggested for the slot that matters most, and why; empty where nothing was."""


def stage_of(facts: Facts, now: int) -> int:
    """Return the stage of the beginner's path at `now`, milliseconds since the epoch."""
    if not facts.sessions:
        return FIRST_DAY
    return beginner_stage(days_since(facts.first, now))


def planned_session(
    choices: Choices,
    facts: Facts,
    shelf: Shelf,
    *,
    id_: str,
    now: int,
    utc_offset_min: int = 0,
    standing: Standing | None = None,
    gear: Gear | None = None,
    lead_in_s: int = 10,
    week: "PlanWeek | None" = None,
) -> Started:
    """Return the start of the session that was chosen, with all that it needs.

    Args:
        choices: The athlete's.
        facts: What the history says.
        shelf: The exercises and routines that there are.
        id_: The session's own.
        now: Milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC.
        standing: Where the athlete stands before the gates; None for a newcomer of that level.
        gear: What they lift with; None for kilograms in steps of 2.
        lead_in_s: Seconds to get into a hold, and to change sides in one.
        week: Of their plan; None where none is under way.

    Raises:
        Refused: there is no such routine, or one of its exercises is gone.
    """
    routine = resolve(choices.routine, choices.level, stage_of(facts, now), shelf)
    why_not = not_startable(routine, shelf)
    if why_not:
        raise Refused(why_not)
    library = shelf.exercises(archived=True)
    stands = standing or Standing(level=choices.level)
    if week is None:
        today = allowed(stands, facts.outings, library, now)
    else:
        from runlift_tui.core.plan.todays_session import adapted, climbed, is_planned

        stands = climbed(stands, week, facts.outings, library, now)
        today = allowed(stands, facts.outings, library, now)
        if is_planned(choices.routine, shelf):
            routine = adapted(routine, week, choices.level, today, facts)
    routine = held_back(routine, choices.level, today, library)
    routine = with_rounds(routine, {b.id: _rounds(choices, b) for b in routine.blocks})
    ids = _ids(routine)
    last = tuple(time for time in facts.last_times if time.exercise in ids)
    found = next_times(routine, library, last, gear or Gear(), now)
    start = Started(
        id=id_,
        routine=aimed(routine, found),
        exercises=_exercises(routine, library),
        level=choices.level,
        lead_in_s=lead_in_s,
        utc_offset_min=utc_offset_min,
        overrides=overrides(stands, facts.outings, routine, library),
        first=facts.sessions == 0,
        switch_s=lead_in_s,
        last=tuple(structs.replace(time, before=()) for time in last),
        next_times=found,
        gear=gear,
        best={each: facts.best[each] for each in ids if each in facts.best},
    )
    return start if choices.minutes is None else fitted(start, choices.minutes)


def entered(start: Started, at: int) -> Started:
    """Return the session as it is taken down from a card afterwards.

    Lighter sets on the way up stand on the card, and are not asked for: they count for nothing.

    Args:
        start: As it was planned.
        at: When it was trained, milliseconds since the epoch.
    """
    blocks = tuple(
        structs.replace(block, slots=tuple(structs.replace(slot, ramp=()) for slot in block.slots))
        for block in start.routine.blocks
    )
    routine = structs.replace(start.routine, blocks=blocks)
    return structs.replace(start, routine=routine, trained_at=at)


def probably_trained_at(start: Started, now: int) -> int:
    """Return when a session that is over by now may have begun, to five minutes."""
    return (now - minutes_of(start) * 60_000) // 300_000 * 300_000


def week_of_plan(
    plans: "Sequence[Plan]", facts: Facts, now: int, utc_offset_min: int
) -> "PlanWeek | None":
    """Return the week of the athlete's plan that a moment is in; None without one.

    Args:
        plans: All that there are.
        facts: What the history says.
        now: Milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC.
    """
    if not plans:
        return None  # and nothing of plans needs to be imported
    from runlift_tui.core.plan.today import plan_day

    day = plan_day(plans, facts, now, utc_offset_min)
    return None if day is None else day.week


def _rounds(choices: Choices, block: Block) -> int:
    """Return the rounds chosen for a block, within what it allows."""
    kind = choices.warm_up_rounds if is_warm_up(block) else choices.main_rounds
    wanted = choices.rounds.get(block.id, kind)
    return block.rounds if wanted is None else max(block.low, min(block.high, wanted))


def _ids(routine: Routine) -> list[str]:
    return list(dict.fromkeys(slot.exercise for _, slot in routine.slots()))


def _exercises(routine: Routine, library: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    return tuple(library[id_] for id_ in _ids(routine))


def outlook(start: Started, facts: Facts, unit: Unit, now: int) -> Outlook:
    """Return what the session looks like at `now`, milliseconds since the epoch."""
    minutes = minutes_of(start)
    end = now // 60_000 + minutes + start.utc_offset_min
    jumps = any(exercise.is_jump for exercise in start.exercises)
    last = "none logged so far"
    if facts.jumps is not None:
        last = f"last jumps {ago(facts.jumps, now, start.utc_offset_min)}"
    return Outlook(
        minutes=minutes,
        ends=f"{end // 60 % 24}:{end % 60:02}",
        kit=kit(begin(start, now), unit),
        jumps=last if jumps else "",
        warnings=_warnings(minutes),
        stage=_stage(start),
        coming=_coming(start),
    )


def _coming(start: Started) -> str:
    in_it = {(slot.label, slot.exercise) for _, slot in start.routine.slots()}
    found = foremost(n for n in start.next_times if (n.slot, n.exercise) in in_it)
    if found is None:
        return ""
    # The reps stand in the session's shape already.
    return f"{found.slot}  {found.why.removesuffix(f', from {found.reps}')}"


def _warnings(minutes: int) -> tuple[str, ...]:
    if minutes <= LONG_MINUTES:
        return ()
    return (
        f"{minutes} minutes is long: above {LONG_MINUTES}, fewer rounds serve a runner better.",
    )


def _stage(start: Started) -> str:
    id_ = start.routine.id
    if start.level is not Level.BEGINNER or id_ not in SHIPPED:
        return ""
    now = _labels(start.routine)
    stages = [_labels(shipped(id_, Level.BEGINNER, stage)) for stage in range(ALL_SLOTS + 1)]
    missing = sorted(stages[-1] - now) if now in stages else []
    return f"one exercise more each week; still to come: {', '.join(missing)}" if missing else ""


def _labels(routine: Routine) -> set[str]:
    return {slot.label for _, slot in routine.slots()}


def rounds_note(routine: str, block: Block) -> str:
    """Return what a block's number of rounds is beside the article's, in one that ships."""
    if routine not in SHIPPED:
        return "" if block.low == block.high else f"{block.low}-{block.high}"
    least, article = (2, "the article's 2-3") if block.id == WARM_UP else (3, "the article's 3-6")
    return article if block.rounds >= least else f"less than {article}"


class Row(Struct, frozen=True):
    """One line of the choices."""

    about: str
    """`ROUTINE`, `LEVEL`, `MINUTES`, or the id of a block."""
    name: str
    shown: str
    note: str = ""


def rows(choices: Choices, start: Started) -> tuple[Row, ...]:
    """Return the choices as lines, in the order in which they stand."""
    routine = start.routine
    fits = "" if choices.minutes is None else f"fitted: {minutes_of(start)} min"
    shown = "as long as it takes" if choices.minutes is None else f"{choices.minutes}"
    return (
        Row(ROUTINE, "Routine", routine.name),
        Row(LEVEL, "Level", choices.level.value),
        *(
            Row(block.id, f"{block.name} rounds", f"{block.rounds}", rounds_note(routine.id, block))
            for block in routine.blocks
        ),
        Row(MINUTES, "Minutes", shown, fits),
    )


def first_row(found: tuple[Row, ...], start: Started) -> int:
    """Return the line that is most often changed: the rounds of the first block to work in."""
    main = next((b.id for b in start.routine.blocks if not is_warm_up(b)), MINUTES)
    return next(number for number, row in enumerate(found) if row.about == main)


def changed(choices: Choices, start: Started, row: int, by: int, shelf: Shelf) -> Choices:
    """Return the choices with one line moved up or down by a step."""
    about = rows(choices, start)[row].about
    if about == ROUTINE:
        ids = startable_ids(choices.level, shelf)
        place = ids.index(choices.routine) if choices.routine in ids else 0
        return with_routine(choices, ids[(place + by) % len(ids)])
    if about == LEVEL:
        levels = list(Level)
        place = max(0, min(len(levels) - 1, levels.index(choices.level) + by))
        return Choices(routine=choices.routine, level=levels[place], minutes=choices.minutes)
    if about == MINUTES:
        minutes = _minutes(choices.minutes, by, minutes_of(start))
        return structs.replace(choices, minutes=minutes)
    block = next(block for block in start.routine.blocks if block.id == about)
    count = max(block.low, min(block.high, block.rounds + by))
    return structs.replace(choices, rounds={**choices.rounds, about: count})


def with_main_rounds(choices: Choices, start: Started, count: int) -> Choices:
    """Return the choices with so many rounds in every block that is no warm-up."""
    warm_ups = {block.id for block in start.routine.blocks if is_warm_up(block)}
    rounds = {id_: n for id_, n in choices.rounds.items() if id_ in warm_ups}
    return structs.replace(choices, main_rounds=count, rounds=rounds)


def with_routine(choices: Choices, routine: str) -> Choices:
    """Return the choices with another routine, and its own numbers of rounds."""
    return Choices(routine=routine, level=choices.level, minutes=choices.minutes)


def startable_ids(level: Level, shelf: Shelf) -> tuple[str, ...]:
    """Return the ids of the routines that can be started."""
    return tuple(
        id_
        for id_ in routine_ids(shelf)
        if not not_startable(resolve(id_, level, ALL_SLOTS, shelf), shelf)
    )


def suggested(routine: str, level: Level, shelf: Shelf) -> tuple[Choices, str]:
    """Return the choices that home begins with, and why they are not what was chosen last.

    Args:
        routine: Id of the one that was chosen last.
        level: The athlete's.
        shelf: The exercises and routines that there are.
    """
    try:
        why_not = not_startable(resolve(routine, level, ALL_SLOTS, shelf), shelf)
    except Refused:
        # One that was deleted needs no explanation.
        return Choices(level=level), ""
    if why_not:
        return Choices(level=level), why_not
    return Choices(routine=routine, level=level), ""


def _minutes(now: int | None, by: int, needed: int) -> int | None:
    """Return the minutes five up or down; above what is needed there is no limit any more."""
    if now is None:
        return None if by > 0 else max(LEAST_MINUTES, (needed - 1) // 5 * 5)
    wanted = max(LEAST_MINUTES, now + 5 * by)
    return None if by > 0 and wanted > max(needed + 5, 90) else wanted
