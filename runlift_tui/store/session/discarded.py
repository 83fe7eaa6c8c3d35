"""Journals of sessions that were discarded: they lie beside the others, under another name."""

import os
from collections.abc import Callable
from contextlib import suppress

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import Writer, reporting
from runlift_tui.store.journal.segment import SUFFIX

DISCARDED = ".discarded"
"""What the name of a discarded session's journal ends in."""
JOURNAL = "journal"
"""What an act calls the table of sessions that were discarded: each is a journal of its own."""


class Discarded:
    """The discarded sessions of one folder of journals, by the ids of the sessions."""

    def __init__(self, folder: str, writer: Callable[[], Writer]) -> None:
        self._folder = folder
        self._writer = writer

    def has(self, id_: str) -> bool:
        """Whether a session can be brought back."""
        return os.path.lexists(self._journal(id_) + DISCARDED)

    def put(self, path: str) -> None:
        """Put the journal of a session among them; it is called on the writer's thread.

        Raises:
            StoreError: the disk refuses, and nothing is changed.
        """
        _move(path, path + DISCARDED, "The session could not be discarded")

    def bring_back(self, id_: str, done: Callable[[str], object]) -> None:
        """Make one a session again that is unfinished.

        Args:
            id_: Which.
            done: Called on the writer's thread with why it is not, in a sentence; empty where
                it is.
        """
        path = self._journal(id_)

        def back() -> None:
            if os.path.lexists(path + DISCARDED):
                _move(path + DISCARDED, path, "The session could not be brought back")

        self._writer().submit(back, reporting(done))

    def let_go(self, id_: str) -> None:
        """Take one away for good, where that can be done."""
        with suppress(OSError):
            files.unlink(self._journal(id_) + DISCARDED)

    def _journal(self, id_: str) -> str:
        return os.path.join(self._folder, os.path.basename(id_) + SUFFIX)


def _move(source: str, target: str, refused: str) -> None:
    """Rename a journal; on return that is on disk.

    Raises:
        StoreError: it is not, and the journal has its old name.
    """
    try:
        files.rename(source, target)
        try:
            files.fsync_folder(os.path.dirname(target))
        except OSError:
            files.rename(target, source)
            raise
    except OSError as error:
        raise StoreError(f"{refused}: {error.strerror}. Nothing is changed.") from error
