"""An `os` whose n-th call goes wrong: refused once or for ever, cut short, or the last one."""

import errno
import os
from collections.abc import Callable
from enum import StrEnum
from typing import Any

WATCHED = (
    "write",
    "fsync",
    "replace",
    "open",
    "unlink",
    "ftruncate",
    "mkdir",
    "link",
)


class Killed(BaseException):
    """The process is dead: no further call reaches the disk."""


class Fault(StrEnum):
    """What happens at the n-th watched call."""

    FULL_ONCE = "full, once"
    FULL = "full, for ever"
    EIO_ONCE = "broken, once"
    EIO = "broken, for ever"
    BARRED_ONCE = "not allowed, once"
    BARRED = "not allowed, for ever"
    SHORT = "a write takes half"
    KILL_BEFORE = "killed before it"
    KILL_AFTER = "killed after it"
    KILL_HALFWAY = "killed with half of a write done"
    POWER_CUT = "power cut after it: what was not synced is gone"


_ERRNO = {
    Fault.FULL_ONCE: errno.ENOSPC,
    Fault.FULL: errno.ENOSPC,
    Fault.EIO_ONCE: errno.EIO,
    Fault.EIO: errno.EIO,
    Fault.BARRED_ONCE: errno.EACCES,
    Fault.BARRED: errno.EACCES,
}
_SPARES_LOOKING = {Fault.FULL_ONCE, Fault.FULL, Fault.BARRED_ONCE, Fault.BARRED}
_ONCE = {Fault.FULL_ONCE, Fault.EIO_ONCE, Fault.BARRED_ONCE, Fault.SHORT}


class FailingOS:
    """Stands in for `os` in a module of the store; whatever is not watched is the real thing.

    It syncs nothing, so that a thousand runs are cheap, but remembers what a power cut would
    leave: of each file the bytes that it had when it was last synced.
    """

    def __init__(self, fault: Fault | None = None, at: int = 0) -> None:
        self.calls: list[str] = []
        """The names of the watched calls so far."""
        self.dead = False
        """Whether the process was killed."""
        self._fault = fault
        self._at = at
        self._synced: dict[tuple[int, int], tuple[int, int]] = {}

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._watched(name, real) if name in WATCHED else real

    def heal(self) -> None:
        """Let every later call succeed."""
        self._fault = None

    def forget(self) -> None:
        """Let go of the handles that remember synced files."""
        for handle, _ in self._synced.values():
            os.close(handle)
        self._synced.clear()

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if self.dead:
                raise Killed
            self.calls.append(name)
            nth = len(self.calls)
            over = nth > self._at and self._fault in _ONCE
            if self._fault is None or nth < self._at or over or self._only_looks(name, args):
                return self._do(name, real, args, kwargs)
            return self._go_wrong(self._fault, name, real, args, kwargs)

        return call

    def _only_looks(self, name: str, args: Any) -> bool:
        """Return whether a call takes no room and changes nothing: a full disk lets it pass."""
        looks = name == "open" and not args[1] & (os.O_WRONLY | os.O_RDWR)
        return looks and self._fault in _SPARES_LOOKING

    def _go_wrong(
        self, fault: Fault, name: str, real: Callable[..., Any], args: Any, kwargs: Any
    ) -> Any:
        if fault in _ERRNO:
            raise OSError(_ERRNO[fault], os.strerror(_ERRNO[fault]))
        if fault is Fault.SHORT:
            args = self._halved(name, args)
            return self._do(name, real, args, kwargs)
        if fault is not Fault.KILL_BEFORE:
            if fault is Fault.KILL_HALFWAY:
                args = self._halved(name, args)
            self._do(name, real, args, kwargs)
        self.dead = True
        if fault is Fault.POWER_CUT:
            self._lose_what_was_not_synced()
        raise Killed

    def _halved(self, name: str, args: Any) -> Any:
        return (args[0], args[1][: (len(args[1]) + 1) // 2]) if name == "write" else args

    def _do(self, name: str, real: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        if name == "fsync":
            self._note(args[0], os.fstat(args[0]).st_size)
            return None
        result = real(*args, **kwargs)
        if name == "open" and args[1] & os.O_CREAT and args[1] & os.O_EXCL:
            self._note(result, 0)
        return result

    def _note(self, fd: int, size: int) -> None:
        if os.name == "nt":
            return  # a handle of ours would be in the way of what is tried; no power is cut there
        found = os.fstat(fd)
        key = (found.st_dev, found.st_ino)
        # A handle of its own keeps the inode from being given to another file.
        handle = self._synced[key][0] if key in self._synced else os.dup(fd)
        self._synced[key] = (handle, size)

    def _lose_what_was_not_synced(self) -> None:
        for handle, size in self._synced.values():
            found = os.fstat(handle)
            if os.path.isfile(f"/dev/fd/{handle}") and found.st_size > size:
                os.ftruncate(handle, size)
