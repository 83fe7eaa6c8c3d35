"""What can go wrong with files, each in one sentence that the screen can show as it stands."""

import errno
import os

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
"""The system's numbers for a disk, a quota or a file that has no more room."""
BARRED = {errno.EROFS, errno.EACCES, errno.EPERM}
"""Of a place that cannot be written to."""
GONE = {errno.ENOENT, errno.ENOTDIR, getattr(errno, "ESTALE", errno.ENOENT), errno.ENODEV}
"""Of a place that is not there any more."""


class StoreError(Exception):
    """Something about the files that the athlete has to know."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        """What happened, what is safe and what to do, in a sentence or two."""


class Damaged(StoreError):
    """A file that is there and makes no sense: a report where the work went on, else raised."""

    def __init__(
        self,
        what: str,
        path: str,
        *,
        aside: str | None = None,
        recovered: bool = False,
        lost: int | None = None,
    ) -> None:
        super().__init__(what)
        self.path = path
        """The file."""
        self.aside = aside
        """Where its bytes are kept now, or None while they still stand under their own name."""
        self.recovered = recovered
        """Whether the last good generation, or every good line, is in use instead."""
        self.lost = lost
        """How many records could not be read; None where that cannot be told."""


class Newer(StoreError):
    """A file that a newer RunLift wrote; it is left exactly as it is."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{os.path.basename(path)} has schema {found}, and this RunLift knows up to {known}: "
            "it was left untouched. Install a newer RunLift to open it."
        )
        self.path = path
        self.found = found
        """The schema number in the file."""
        self.known = known
        """The newest schema number that this program knows."""


class Unreadable(StoreError):
    """A file that the system would not let us read; nobody knows whether it is whole."""

    def __init__(self, path: str, error: OSError, what: str = "") -> None:
        """Say what cannot be read.

        Args:
            path: The file or folder.
            error: The system's.
            what: In better words than a file's, where there are some.
        """
        super().__init__(
            what
            or f"{os.path.basename(path)} cannot be read ({_reason(error)}); it was left untouched."
        )
        self.path = path
        self.errno = error.errno


class TooLarge(Unreadable):
    """A file that was not read because nothing of ours is so large; what is in it, nobody knows."""

    def __init__(self, path: str, size: int, most: int) -> None:
        """Say so of a file of `size` bytes where `most` are allowed."""
        self.why = f"it has {size // 1_000_000} MB, and {most // 1_000_000} are the most"
        what = f"{os.path.basename(path)} cannot be read ({self.why}); it was left untouched."
        super().__init__(path, OSError(errno.EFBIG, os.strerror(errno.EFBIG)), what)


class Unwritable(StoreError):
    """Something that could not be written, and is therefore not saved."""

    def __init__(self, path: str, error: OSError, what: str = "") -> None:
        """Say what cannot be written; `what` says it better than it can be said of any file."""
        super().__init__(what or _refusal(path, error))
        self.path = path
        self.errno = error.errno
        """The system's number for the reason, as in the `errno` module."""


class Locked(StoreError):
    """Another RunLift has the data folder open."""

    def __init__(self, path: str, pid: int | None, host: str | None) -> None:
        who = f"process {pid}" if pid is not None else "an unknown process"
        where = f" on {host}" if host else ""
        super().__init__(
            f"Another RunLift ({who}{where}) has this data folder open; this one can only look."
        )
        self.path = path
        self.pid = pid
        self.host = host


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__


def _refusal(path: str, error: OSError) -> str:
    name, folder = os.path.basename(path), os.path.dirname(path)
    if error.errno in FULL:
        return f"The disk is full: {name} was not saved. Free some space in {folder}."
    if error.errno in BARRED:
        return f"{name} was not saved: {folder} cannot be written to ({_reason(error)})."
    if error.errno in GONE:
        return f"{name} was not saved: {folder} has vanished. Bring it back, or connect its disk."
    return f"{name} was not saved: {_reason(error)}."
