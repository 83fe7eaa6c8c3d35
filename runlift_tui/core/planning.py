"""Before the start: what the athlete chooses, and the session that comes of it."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct, structs

from runlift_tui.core.commands import Started
from runlift_tui.core.exercise import Exercise
from runlift_tui.core.facts import Facts, ago, days_since
from runlift_tui.core.fit import LONG_MINUTES, fitted, minutes_of, with_rounds
from runlift_tui.core.fold import begin
from runlift_tui.core.kit import kit
from runlift_tui.core.levels import (
    ARTICLE_ROUTINE,
    FIRST_DAY,
    MAIN,
    WARM_UP,
    Level,
    article_routine,
    beginner_stage,
)
from runlift_tui.core.routine import Routine
from runlift_tui.core.units import Unit

ROUTINE_ROW, LEVEL_ROW, WARM_UP_ROW, ROUNDS_ROW, MINUTES_ROW = range(5)
"""The lines of the choices, from the top."""
LEAST_MINUTES, MOST_MINUTES = 10, 180


class Choices(Struct, frozen=True, kw_only=True):
    """What can be chosen before a session; None leaves it to the level."""

    routine: str = ARTICLE_ROUTINE
    level: Level = Level.BEGINNER
    warm_up_rounds: int | None = None
    main_rounds: int | None = None
    minutes: int | None = None


class Outlook(NamedTuple):
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


def stage_of(facts: Facts, now: int) -> int:
    """Return the stage of the beginner's path at `now`, milliseconds since the epoch."""
    if not facts.sessions:
        return FIRST_DAY
    return beginner_stage(days_since(facts.first, now))


def planned_session(
    choices: Choices,
    facts: Facts,
    library: Mapping[str, Exercise],
    *,
    id_: str,
    now: int,
    utc_offset_min: int = 0,
) -> Started:
    """Return the start of the session that was chosen, with all that it needs.

    Args:
        choices: The athlete's.
        facts: What the history says.
        library: Exercises by id.
        id_: The session's own.
        now: Milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC.
    """
    routine = article_routine(choices.level, stage_of(facts, now))
    rounds = {WARM_UP: choices.warm_up_rounds, MAIN: choices.main_rounds}
    routine = with_rounds(routine, {name: n for name, n in rounds.items() if n is not None})
    start = Started(
        id=id_,
        routine=routine,
        exercises=_exercises(routine, library),
        level=choices.level,
        utc_offset_min=utc_offset_min,
        first=facts.sessions == 0,
        last=tuple(t for t in facts.last_times if t.exercise in _ids(routine)),
    )
    return start if choices.minutes is None else fitted(start, choices.minutes)


def _ids(routine: Routine) -> list[str]:
    return list(dict.fromkeys(slot.exercise for _, slot in routine.slots()))


def _exercises(routine: Routine, library: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    return tuple(library[id_] for id_ in _ids(routine))


def outlook(start: Started, facts: Facts, unit: Unit, now: int) -> Outlook:
    """Return what the session looks like at `now`, milliseconds since the epoch."""
    minutes = minutes_of(start)
    end = now // 60_000 + minutes + start.utc_offset_min
    jumps = any(exercise.is_jump for exercise in start.exercises)
    last = "no jumps yet" if facts.jumps is None else f"last jumps {ago(facts.jumps, now)}"
    return Outlook(
        minutes=minutes,
        ends=f"{end // 60 % 24}:{end % 60:02}",
        kit=kit(begin(start, now), unit),
        jumps=last if jumps else "",
        warnings=_warnings(minutes),
        stage=_stage(start),
    )


def _warnings(minutes: int) -> tuple[str, ...]:
    if minutes <= LONG_MINUTES:
        return ()
    return (
        f"{minutes} minutes is long: above {LONG_MINUTES}, fewer rounds serve a runner better.",
    )


def _stage(start: Started) -> str:
    if start.level is not Level.BEGINNER:
        return ""
    labels = {slot.label for _, slot in start.routine.slots()}
    missing = sorted({"A2", "B2", "B4"} - labels)
    return f"one exercise more each week; still to come: {', '.join(missing)}" if missing else ""


def rounds_note(block: str, rounds: int) -> str:
    """Return what a number of rounds is beside the article's."""
    if block == WARM_UP:
        return "the article's 2-3" if rounds >= 2 else "less than the article's 2-3"
    return "the article's 3-6" if rounds >= 3 else "less than the article's 3-6"


class Row(NamedTuple):
    """One line of the choices."""

    name: str
    shown: str
    note: str = ""


def rows(choices: Choices, start: Started) -> tuple[Row, ...]:
    """Return the choices as lines, in the order in which they stand."""
    rounds = {block.id: block.rounds for block in start.routine.blocks}
    fits = "" if choices.minutes is None else f"fitted: {minutes_of(start)} min"
    return (
        Row("Routine", start.routine.name),
        Row("Level", choices.level.value),
        Row("Warm-up rounds", str(rounds[WARM_UP]), rounds_note(WARM_UP, rounds[WARM_UP])),
        Row("Main rounds", str(rounds[MAIN]), rounds_note(MAIN, rounds[MAIN])),
        Row(
            "Minutes",
            "as long as it takes" if choices.minutes is None else f"{choices.minutes}",
            fits,
        ),
    )


def changed(choices: Choices, start: Started, row: int, by: int) -> Choices:
    """Return the choices with one line moved up or down by a step."""
    rounds = {block.id: block.rounds for block in start.routine.blocks}
    if row == ROUTINE_ROW:
        return choices
    if row == LEVEL_ROW:
        levels = list(Level)
        place = max(0, min(len(levels) - 1, levels.index(choices.level) + by))
        return Choices(routine=choices.routine, level=levels[place], minutes=choices.minutes)
    if row == WARM_UP_ROW:
        count = max(1, min(3, rounds[WARM_UP] + by))
        return structs.replace(choices, warm_up_rounds=count)
    if row == ROUNDS_ROW:
        count = max(1, min(6, rounds[MAIN] + by))
        return structs.replace(choices, main_rounds=count)
    return structs.replace(choices, minutes=_minutes(choices.minutes, by, minutes_of(start)))


def _minutes(now: int | None, by: int, needed: int) -> int | None:
    """Return the minutes five up or down; above what is needed there is no limit any more."""
    if now is None:
        return None if by > 0 else max(LEAST_MINUTES, (needed - 1) // 5 * 5)
    wanted = max(LEAST_MINUTES, now + 5 * by)
    return None if by > 0 and wanted > max(needed + 5, 90) else wanted
