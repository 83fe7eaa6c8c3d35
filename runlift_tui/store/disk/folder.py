"""The data folder: what lies where in it, and how it is made."""

import errno
import os

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.disk.lock import FolderLock

SET_UP = frozenset(("history", "journal", "derived", "lock", "device.json", "device.json.bak"))
"""All that a folder has once RunLift was opened on it, and nothing was done."""


class DataFolder:
    """The names of everything in one data folder; nothing is made until `create`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.path.abspath(path)
        self.history = os.path.join(self.path, "history")
        """The folder of the year files."""
        self.journal = os.path.join(self.path, "journal")
        """The folder of the segments."""
        self.derived = os.path.join(self.path, "derived")
        """The folder of what can be deleted at will."""
        self.library = os.path.join(self.path, "library.json")
        """The file of the athlete's own exercises, routines, plans and settings."""
        self.half = os.path.join(self.path, "import.half")
        """The file that stands there while an import is written."""
        self.lock = FolderLock(self.path)
        """The lock that whoever writes has to hold."""

    def create(self) -> None:
        """Make whatever is missing, for the owner alone.

        Raises:
            Unwritable: it cannot be made, or a folder in it is a link that leads out of it.
        """
        files.ensure_folder(self.path)
        for folder in (self.history, self.journal, self.derived):
            files.ensure_folder(folder, parents=False)
            self._check_inside(folder)

    def look(self) -> None:
        """See that what was trained can be looked for; a folder that is not there is no trouble.

        Raises:
            Unreadable: something is in the way, so that there would seem to be no training.
        """
        for folder in (self.history, self.journal):
            files.list_folder(folder)

    def sweep(self) -> None:
        """Remove what a kill left half-written. The lock has to be held."""
        for folder in (self.path, self.history, self.journal, self.derived):
            files.sweep(folder)

    def _check_inside(self, folder: str) -> None:
        root = os.path.realpath(self.path)
        if not files.lies_in(os.path.realpath(folder), root):
            why = OSError(errno.ELOOP, f"it is a symbolic link that leads out of {self.path}")
            raise Unwritable(folder, why)
