"""`runlift start`: straight into the first step, with what was chosen on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.plain import CHOICES
from runlift_tui.commands.printing import MISUSED, OK

if TYPE_CHECKING:
    from argparse import Namespace

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.session.commands import Started
    from runlift_tui.core.setup.choices import Choices
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.planner import Planner
    from runlift_tui.store.store import Store

_LEVELS = ("beginner", "intermediate", "advanced")


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    from runlift_tui.commands.parser import add_plain

    start = commands.add_parser("start", parents=[folder], help="straight into the first step")
    add_choices(start)
    add_plain(start)


def add_choices(parser: Parser) -> None:
    """Add what can be chosen before a session."""
    from runlift_tui.commands.parser import between, minutes_between, one_of

    parser.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        help="id or name of the routine, as runlift routines lists them; by default the last"
        " chosen",
    )
    parser.add_argument(
        "--level",
        type=one_of(*_LEVELS),
        metavar="LEVEL",
        help="beginner, intermediate or advanced, for this session",
    )
    parser.add_argument("--warm-up-rounds", type=between(1, 3), metavar="N", help="1 to 3")
    parser.add_argument(
        "--main-rounds", type=between(1, 6), metavar="N", help="1 to 6; published are 3 to 6"
    )
    parser.add_argument(
        "--minutes",
        type=minutes_between(10, 180),
        metavar="M",
        help="fit the session into so many, 10 to 180, as 45 or 1h20",
    )


def run(asked: Asked) -> int:
    """Open the session in its first step; return the exit status."""
    why_not = look_up_routine(asked)
    if why_not:
        return printing.say(why_not, MISUSED)
    return asked.screen(asked, lambda store: opening(store, asked.words))


def look_up_routine(asked: Asked) -> str:
    """Put a routine's id in the place of its name; return that there is none, where that is so."""
    routine = asked.words.routine
    if routine is None:
        return ""
    from runlift_tui.core.routines.names import routine_named
    from runlift_tui.core.routines.shipped import SHIPPED
    from runlift_tui.core.words.faults import Refused

    if routine in SHIPPED:
        return ""
    try:
        asked.words.routine = routine_named(routine, asked.store().desk.shelf())
    except Refused as refused:
        return f"argument ROUTINE: {refused}"
    return ""


def opening(store: Store, words: Namespace, *, comes: bool = False) -> Opening:
    """Return the session that was asked for; beside an unfinished one it is suggested after it.

    Args:
        store: The data folder.
        words: What was asked for.
        comes: Whether it is the one that comes, on whatever day, and not the one that begins now.

    Raises:
        Refused: it cannot be.
    """
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.planner import early

    unfinished = store.sessions.unfinished()
    choices = chosen(store, words)
    if unfinished is not None:
        return Opening(asked=choices)
    planner = planner_of(store)
    start = _planned(planner, choices, comes)
    tell_what_is_not_as_asked(planner, choices, start, comes=comes)
    too_early = early(planner)
    if store.desk.athlete().asked:
        return Opening(start, early=too_early)

    def introduced() -> Started:
        return planner_of(store).start_of(chosen(store, words))

    return Opening(start, early=too_early, introduced=introduced)


def usual(store: Store) -> Opening:
    """Return what a start without a word opens.

    Raises:
        Refused: it cannot be.
    """
    from argparse import Namespace

    return opening(store, Namespace(**dict.fromkeys(CHOICES)))


def chosen(store: Store, words: Namespace) -> Choices:
    """Return what was asked for on the command line.

    Raises:
        Refused: nothing was, and the routine that was chosen last cannot be started.
    """
    from runlift_tui.core.routines.levels import Level
    from runlift_tui.core.setup.choices import Choices, suggested
    from runlift_tui.core.words.faults import Refused

    athlete = store.desk.athlete()
    level = Level(words.level) if words.level else athlete.level
    last, why_not = suggested(athlete.routine, level, store.desk.starting_shelf())
    if why_not and words.routine is None:
        raise Refused(why_not)
    return Choices(
        routine=words.routine or last.routine,
        level=level,
        warm_up_rounds=words.warm_up_rounds,
        main_rounds=words.main_rounds,
        minutes=words.minutes,
    )


def planner_of(store: Store) -> Planner:
    """Return what plans the session that was asked for."""
    from runlift_tui.store.planner import Planner

    return Planner(store, store.desk.starting_shelf)


def _planned(planner: Planner, choices: Choices, comes: bool) -> Started:
    return planner.coming(choices).start if comes else planner.start_of(choices)


def tell_what_is_not_as_asked(
    planner: Planner, choices: Choices, start: Started, *, comes: bool
) -> None:
    """Say on standard error what could not be had; on a card stands what there is."""
    from msgspec import structs

    from runlift_tui.core.setup.as_asked import not_as_asked

    if choices.minutes is None and choices.main_rounds is None and choices.warm_up_rounds is None:
        return
    whole = _planned(planner, structs.replace(choices, minutes=None), comes)
    for line in not_as_asked(choices, whole.routine, start):
        printing.say(line, OK)
