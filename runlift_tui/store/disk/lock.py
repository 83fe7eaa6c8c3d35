"""One writer at a time for a data folder, and a name for whoever it is."""

import errno
import json
import os
import sys
from contextlib import suppress
from time import sleep

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import FULL, GONE, Locked, Unwritable
from runlift_tui.store.disk.patience import CHANGING_S

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, getattr(errno, "EOPNOTSUPP", errno.ENOSYS)}
"""What a mount says that knows no locks."""
_TAKEN = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
# On Windows a locked byte cannot be read by others, so it lies beyond the text.
_FAR = 1 << 20
_TRIES = 5
A_MOMENT_S = 1.5
"""How long a command waits for another one, which has the lock no longer than a file takes."""
_EVERY_S = 0.03

if sys.platform == "win32":
    import msvcrt

    def _take(fd: int) -> None:
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        finally:
            # Where it is taken the name of whoever has it is read at the beginning.
            os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(fd: int) -> None:
        # Not lockf: that one is dropped when any other handle on the file is closed.
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """The lock of one data folder; the system lets go of it when the process dies.

    The file is never removed: whoever waits for it would then hold a lock on nothing.
    """

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, "lock")
        """The lock file."""
        self._fd: int | None = None
        self._mark = self.path + ".held"
        """Stands for the lock where the mount has none; gone again once it is released."""
        self._marked = False

    @property
    def is_held(self) -> bool:
        """Whether this program has it."""
        return self._fd is not None

    def acquire(self, wait_s: float = 0.0) -> None:
        """Take the lock, or say who has it.

        Args:
            wait_s: For how many seconds it is tried again.

        Raises:
            Locked: another RunLift has it.
            Unwritable: the lock file cannot be made or locked here.
        """
        for left in range(round(wait_s / _EVERY_S), -1, -1):
            try:
                self._acquire()
                return
            except Locked:
                if not left:
                    raise
            sleep(_EVERY_S)

    def _acquire(self) -> None:
        if self._fd is not None:
            return
        for _ in range(_TRIES):
            fd = self._open()
            if self._still_named(fd):
                break
            os.close(fd)  # the folder was put in the place of another one meanwhile
        else:
            raise self._refused(OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
        self._fd = fd
        _write_holder(fd)

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None
        if self._marked:
            self._marked = False
            with suppress(OSError):
                files.unlink(self._mark)

    def _open(self) -> int:
        try:
            flags = os.O_RDWR | os.O_CREAT | files.NOFOLLOW
            fd = files.open_patiently(self.path, flags, CHANGING_S)
        except OSError as error:
            raise self._refused(error) from error
        try:
            _take(fd)
        except OSError as error:
            pid, host = _read_holder(fd)
            os.close(fd)
            if error.errno in _TAKEN:
                raise Locked(self.path, pid, host) from None
            if error.errno not in _NO_LOCKS:
                raise self._refused(error) from error
            return self._open_marked()
        return fd

    def _open_marked(self) -> int:
        """Take the lock by making a file that only one can make; one left by a kill is removed."""
        flags = os.O_RDWR | os.O_CREAT | files.NOFOLLOW
        for _ in range(_TRIES):
            try:
                os.close(files.open_patiently(self._mark, flags | os.O_EXCL, CHANGING_S))
            except FileExistsError:
                mark = files.open_patiently(self._mark, os.O_RDONLY | files.NOFOLLOW, CHANGING_S)
                pid, host = _read_holder(mark)
                os.close(mark)
                if host != _host() or pid is None or _is_alive(pid):
                    raise Locked(self.path, pid, host) from None
                with suppress(OSError):
                    files.unlink(self._mark)
            except OSError as error:
                raise self._refused(error) from error
            else:
                break
        else:
            raise Locked(self.path, None, None)
        self._marked = True
        mark = files.open_patiently(self._mark, flags, CHANGING_S)
        _write_holder(mark)
        os.close(mark)
        return files.open_patiently(self.path, flags, CHANGING_S)

    def _refused(self, error: OSError) -> Unwritable:
        """Return that nothing can be kept here: the lock is only the first file to be refused."""
        folder = os.path.dirname(self.path)
        if error.errno in GONE:
            what = f"{folder} has vanished. Bring it back, or connect its disk."
        elif error.errno in FULL:
            what = f"The disk is full: nothing can be kept in {folder}. Free some space."
        elif os.path.isdir(self.path):
            what = f"{self.path} is in the way: it is no file. Move it away."
        else:
            why = error.strerror or str(error)
            what = f"{folder} cannot be written to ({why}): nothing can be kept in it."
        return Unwritable(self.path, error, what)

    def _still_named(self, fd: int) -> bool:
        try:
            return os.path.samestat(os.stat(self.path), os.fstat(fd))
        except OSError:
            return False


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _is_alive(pid: int) -> bool:
    if os.name == "nt":
        return True  # asked in this way it would be ended
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _write_holder(fd: int) -> None:
    host = _host()
    try:
        os.ftruncate(fd, 0)
        os.write(fd, json.dumps({"pid": os.getpid(), "host": host}).encode())
    except OSError:
        pass  # a full disk: the lock holds all the same, only without a name


def _read_holder(fd: int) -> tuple[int | None, str | None]:
    try:
        holder = json.loads(os.read(fd, 4096))
        return int(holder["pid"]), str(holder["host"])
    except (OSError, ValueError, TypeError, KeyError):
        return None, None
