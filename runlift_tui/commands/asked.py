"""What a command is run with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from runlift_tui.commands.parser import Parser
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.store import Store

    Opens = Callable[[Store], Opening]
    """Returns what the screen begins with; raises `Refused` where that cannot be."""


class Asked:
    """A command as it was asked for; made by hand, as it comes before any library."""

    def __init__(
        self,
        words: Namespace,
        folder: str,
        config: str,
        screen: Callable[[Asked, Opens | None], int],
        whole: Callable[[], Parser],
        carried: str = "",
    ) -> None:
        self.words = words
        """The command line, parsed."""
        self.folder = folder
        """Path of the data folder."""
        self.config = config
        """Path of the hand-written settings."""
        self.screen = screen
        """Opens the screen, at home without anything to begin with; returns the exit status."""
        self.whole = whole
        """Returns the parser of every command: what there is to complete, and to tell of."""
        self.carried = carried
        """The folder that was asked for, where it is another machine's and carried here; `folder`
        is then what this machine keeps of its own."""

    def within(self, folder: str, carried: str = "") -> Asked:
        """Return the same, asked for of another folder."""
        return Asked(self.words, folder, self.config, self.screen, self.whole, carried)

    def store(self) -> Store:
        """Return the data folder, looked at but not opened."""
        from runlift_tui.clock import SystemClock
        from runlift_tui.store.store import Store

        return Store(self.folder, SystemClock(), self.config)
