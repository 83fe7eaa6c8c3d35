"""`runlift card`: the session that comes, as text; and what was trained from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing, start
from runlift_tui.commands.printing import FAILED, MISUSED, OK

if TYPE_CHECKING:
    from argparse import Namespace

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.store import Store


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    card = commands.add_parser(
        "card", parents=[folder], help="the session that comes as plain text, for a phone or a page"
    )
    start.add_choices(card)
    card.add_argument(
        "--enter", action="store_true", help="enter it afterwards, one key a set as written"
    )


def run(asked: Asked) -> int:
    """Print the session, or take down what was trained from it; return the exit status."""
    why_not = start.look_up_routine(asked)
    if why_not:
        return printing.say(why_not, MISUSED)
    if asked.words.enter:
        return asked.screen(asked, lambda store: opening(store, asked.words))
    return _print(asked)


def opening(store: Store, words: Namespace) -> Opening:
    """Return the session of the card, to be entered as one that is over.

    Raises:
        Refused: it cannot be.
    """
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.core.setup.planning import entered, probably_trained_at

    found = start.opening(store, words, comes=True)
    if found.start is None:
        return found
    trained_at = probably_trained_at(found.start, store.clock.stamp().utc_ms)
    return Opening(entered(found.start, trained_at, store.clock.utc_offset_min(trained_at)))


def _print(asked: Asked) -> int:
    """Print the session that comes, as the words have it; nothing is written."""
    from runlift_tui.core.setup.card import card
    from runlift_tui.core.words.faults import Refused

    store = asked.store()
    try:
        choices = start.chosen(store, asked.words)
        planner = start.planner_of(store)
        coming = planner.coming(choices)
    except Refused as refused:
        return printing.say(str(refused), FAILED)
    printing.tell(*card(coming, store.desk.athlete().unit))
    start.tell_what_is_not_as_asked(planner, choices, coming.start, comes=True)
    printing.said_of(store.past.reports)
    return OK
