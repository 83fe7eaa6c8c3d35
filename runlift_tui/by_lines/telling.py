"""Gives a session commands, and waits until the disk has them before anything is said."""

import threading
from collections.abc import Callable

from runlift_tui.core.aloud.states import by_enter
from runlift_tui.core.face.consequences import consequences
from runlift_tui.core.face.taken_back import taken_back
from runlift_tui.core.session.commands import Command
from runlift_tui.core.session.state import Session
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import not_saved, sentence
from runlift_tui.store.session.training import Training

_DISK_S = 5.0
"""The writer is waited for so long; a disk that takes longer is told of when it answers."""
_LOOK_S = 0.02
RETRY_MS = 3_000


class LineTelling:
    """The way from a line to the journal."""

    def __init__(self, training: Training, say: Callable[[str], object]) -> None:
        """Say nothing yet.

        Args:
            training: The session.
            say: Prints a line.
        """
        self._training = training
        self._say = say
        self._heard = threading.Event()
        self._unsaved = ""
        self._tried = training.now()
        training.on_disk.heard = self._heard.set

    @property
    def session(self) -> Session:
        """The session with everything that was said."""
        return self._training.session

    def tell(self, command: Command) -> bool:
        """Give a command, and say what came of it; return whether it was taken."""
        before = self.session
        try:
            self._training.tell(command)
        except Refused as refused:
            self._say(f"{sentence(str(refused))} Nothing is changed.")
            return False
        self.settle()
        said = consequences(before, self.session, command)
        said = said or taken_back(before, self.session, command)
        if said:
            self._say(by_enter(said))
        return True

    def settle(self) -> None:
        """Wait for the disk, and say where it refuses something, or takes it after all."""
        self._training.settle()
        waited = 0.0
        while not self._training.on_disk.is_settled and waited < _DISK_S:
            self._heard.wait(_LOOK_S)
            self._heard.clear()
            self._training.settle()
            waited += _LOOK_S
        unsaved = self._training.on_disk.unsaved
        if unsaved and not self._unsaved:
            self._say(not_saved(unsaved))
        elif self._unsaved and not unsaved:
            self._say("Saved: all of it is on disk again.")
        self._unsaved = unsaved

    @property
    def retry_at(self) -> int | None:
        """When the disk is to be tried again, on the session's line; None while it takes all."""
        return self._tried + RETRY_MS if self._training.on_disk.unsaved else None

    def retry(self) -> None:
        """Try again what the disk refused, once it is time for that."""
        due, now = self.retry_at, self._training.now()
        if due is not None and now >= due:
            self._tried = now
            self._training.retry()
            self.settle()
