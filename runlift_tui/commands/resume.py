"""`runlift resume`: straight into the unfinished session."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.store import Store


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    from runlift_tui.commands.parser import add_plain

    add_plain(
        commands.add_parser("resume", parents=[folder], help="straight into the unfinished session")
    )


def run(asked: Asked) -> int:
    """Go on with the unfinished session; return the exit status."""
    return asked.screen(asked, opening)


def opening(store: Store) -> Opening:
    """Return that the unfinished session is gone on with.

    Raises:
        Refused: there is none.
    """
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.core.words.faults import Refused

    if store.sessions.unfinished() is None:
        raise Refused(" ".join(("there is no unfinished session to resume.", *store.past.reports)))
    return Opening(resume=True)
