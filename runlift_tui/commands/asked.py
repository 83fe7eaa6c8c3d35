"""What a command is run with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from argparse import Namespace

    from runlift_tui.commands.parser import Parser
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.store import Store

    Opens = Callable[[Store], Opening]
    """Returns what the screen begins with; raises `Refused` where that cannot be."""


class Asked(Struct, frozen=True):
    """A command as it was asked for."""

    words: Namespace
    """The command line, parsed."""
    folder: str
    """Path of the data folder."""
    config: str
    """Path of the hand-written settings."""
    screen: Callable[[Asked, Opens | None], int]
    """Opens the screen, at home without anything to begin with; returns the exit status."""
    whole: Callable[[], Parser]
    """Returns the parser of every command: what there is to complete, and to tell of."""
    carried: str = ""
    """The folder that was asked for, where it is another machine's and carried here; `folder` is
    then what this machine keeps of its own."""

    def store(self) -> Store:
        """Return the data folder, looked at but not opened."""
        from runlift_tui.clock import SystemClock
        from runlift_tui.store.store import Store

        return Store(self.folder, SystemClock(), self.config)
