"""What the athlete chooses before the start, and the lines in which it stands."""

from msgspec import Struct, structs

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.levels import ALL_SLOTS, ARTICLE_ROUTINE, WARM_UP, Level
from runlift_tui.core.routines.resolve import is_warm_up, not_startable, resolve, routine_ids
from runlift_tui.core.routines.routine import Block, Routine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.fit import minutes_of, without_words
from runlift_tui.core.words.faults import Refused

ROUTINE, LEVEL, MINUTES = "@routine", "@level", "@minutes"
"""What a line of the choices is about; any other line is about the rounds of a block."""


LEAST_MINUTES, MOST_MINUTES = 10, 180
"""Between which a session can be fitted."""


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


def rounds_note(routine: str, block: Block) -> str:
    """Return what a block's number of rounds is beside the published one, in one that ships."""
    if routine not in SHIPPED:
        return "" if block.low == block.high else f"{block.low}-{block.high}"
    least, published = (2, "published: 2-3") if block.id == WARM_UP else (3, "published: 3-6")
    return published if block.rounds >= least else f"less than {published}"


class ChoiceRow(Struct, frozen=True):
    """One line of the choices."""

    about: str
    """`ROUTINE`, `LEVEL`, `MINUTES`, or the id of a block."""
    name: str
    shown: str
    note: str = ""


def rows(choices: Choices, start: Started, whole: Routine | None = None) -> tuple[ChoiceRow, ...]:
    """Return the choices as lines, in the order in which they stand.

    Args:
        choices: As they stand.
        start: What comes of them.
        whole: The routine before it was fitted into the minutes; None where nobody wants to know.
    """
    routine = start.routine
    fits = "" if choices.minutes is None else f"fitted: {minutes_of(start)} min"
    gone = "" if whole is None else without_words(whole, routine)
    fits = ", ".join(filter(None, (fits, gone)))
    shown = "as long as it takes" if choices.minutes is None else f"{choices.minutes}"
    return (
        ChoiceRow(ROUTINE, "Routine", routine.name),
        ChoiceRow(LEVEL, "Level", choices.level.value),
        *(
            ChoiceRow(
                block.id, f"{block.name} rounds", f"{block.rounds}", rounds_note(routine.id, block)
            )
            for block in routine.blocks
        ),
        ChoiceRow(MINUTES, "Minutes", shown, fits),
    )


def first_row(found: tuple[ChoiceRow, ...], start: Started) -> int:
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


def typed(choices: Choices, start: Started, row: int, text: str) -> Choices:
    """Return the choices with one line as it was typed.

    Args:
        choices: As they stand.
        start: What comes of them.
        row: The line, from 0.
        text: Digits, or points; a comma is the key of the point.

    Raises:
        Refused: it is no whole number, it is out of its limits, or the line has no number.
    """
    found = rows(choices, start)[row]
    if found.about in (ROUTINE, LEVEL):
        raise Refused(named("no number here: {setup.less} {setup.more} choose"))
    block = next((each for each in start.routine.blocks if each.id == found.about), None)
    low, high = (LEAST_MINUTES, MOST_MINUTES) if block is None else (block.low, block.high)
    if not text.isdecimal():
        raise Refused(f"whole numbers only, {low} to {high}")
    count = int(text)
    if not low <= count <= high:
        raise Refused(f"{low} to {high}" if low != high else f"{low} alone")
    if block is None:
        return structs.replace(choices, minutes=count)
    return structs.replace(choices, rounds={**choices.rounds, block.id: count})


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
