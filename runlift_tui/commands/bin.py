"""`runlift bin`: what was deleted or discarded of late, and back with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK, say

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.lists.acts import Act
    from runlift_tui.store.store import Store


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    from runlift_tui.commands.parser import MOST_ROWS, between, subcommands

    bin_ = commands.add_parser(
        "bin", parents=[folder], help="what was deleted in the last 30 days: list, restore N"
    )
    actions = subcommands(bin_, "action", "ACTION")
    actions.add_parser("list", parents=[folder], help="the newest first; so without an action")
    back = actions.add_parser("restore", parents=[folder], help="bring one back")
    back.add_argument(
        "number", type=between(1, MOST_ROWS), metavar="N", help="its number in the list"
    )


def run(asked: Asked) -> int:
    """List what can be brought back, or bring one of it back; return the exit status."""
    store = asked.store()
    return _restore(store, asked.words.number) if asked.words.action == "restore" else _list(store)


def _list(store: Store) -> int:
    from runlift_tui.core.lists.bin import COLUMNS, EMPTY, bin_rows

    acts = store.acts.deleted()
    if acts:
        printing.table(COLUMNS, bin_rows(acts, store.clock.utc_offset_min))
    else:
        printing.prose(EMPTY)
    return OK


def _restore(store: Store, number: int) -> int:
    from runlift_tui.core.lists.bin import chosen

    store.open()
    try:
        if store.only_looking:
            return say(f"{store.only_looking} Nothing was brought back.", FAILED)
        act = chosen(store.acts.deleted(), number)
        if act is None:
            return say(f"there is no number {number} in the bin; runlift bin lists it", MISUSED)
        why = _brought_back(store, act)
    finally:
        store.close()
    if why or store.lost:
        return say(" ".join((why, *store.lost)).strip(), FAILED)
    return printing.done(f"Brought back. It was: {act.told}.")


def _brought_back(store: Store, act: Act) -> str:
    """Bring something back; return why it is not, in a sentence, or nothing."""
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.store.undoing import bring_back

    said: list[str] = []
    try:
        bring_back(store, act, said.append)
    except Refused as refused:
        return f"Not brought back: {act.told}. {refused}."
    store.close()
    return said[0] if said else ""
