"""Windows' rules for files, on any system: `python -m pytest -p tests.windows_rules tests/store`.

It stands in for `os` in the modules of the store, which are made once more as on Windows. What
holds there and not here: what is open is neither replaced nor taken away; a file that is opened
as text has two characters at the end of a line; names have no case, some are refused, and none
ends with a dot; a folder is not opened; a locked byte is read by nobody else; a file in a folder's
place is "not found". `SCANNER=0.3:200` in the environment lets a virus scanner hold that share of
fresh files for so many milliseconds, with `:x` also against being opened. Time is that of the
waits. Sources: Microsoft's "Naming Files, Paths, and Namespaces" and "Creating and Opening Files",
the notes on Windows in Python's `os` and `msvcrt`.

Tests marked `posix` are left out.
"""

import errno
import fcntl
import importlib
import os
import pkgutil
import stat
import sys
import time
import zlib
from contextlib import suppress
from types import ModuleType
from typing import Any, NoReturn

import pytest

O_BINARY = 1 << 29
_GONE = {"O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_DIRECTORY", "O_SYNC", "O_ACCMODE"}
_MISSING = {"uname", "killpg", "fork", "mkfifo", "geteuid", "getuid", "posix_fadvise", "getpgid"}
_REFUSED = set('<>"|?*') | {chr(code) for code in range(32)}
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in "123456789"
}
_LONGEST = 260
_DENIED, _SHARING = 5, 32
_END_OF_TEXT = b"\x1a"
LK_UNLCK, LK_LOCK, LK_NBLCK = 0, 1, 2

Inode = tuple[int, int]


class Scanner:
    """Holds a share of the fresh files for a moment, always the same ones of a run."""

    def __init__(self, asked: str) -> None:
        share, ms, *against = asked.split(":") if asked else ("0", "0")
        self._share = float(share)
        self._for_s = int(ms) / 1000
        self._excludes = against == ["x"]
        self._count = 0
        self._until: dict[Inode, float] = {}
        self.now = 0.0
        """The time of the waits, in seconds."""

    def take(self, inode: Inode) -> None:
        """Look at a file that is new."""
        self._count += 1
        chance = zlib.crc32(b"%d" % self._count) / (1 << 32)
        if chance < self._share:
            self._until[inode] = self.now + self._for_s

    def holds(self, inode: Inode | None) -> bool:
        """Return whether nobody may move or remove a file yet."""
        return inode is not None and self._until.get(inode, 0.0) > self.now

    def bars(self, inode: Inode | None) -> bool:
        """Return whether nobody may open a file yet."""
        return self._excludes and self.holds(inode)

    def forget(self) -> None:
        """Let go of everything: an inode is given to another file once its own is gone."""
        self._until.clear()


class Handle:
    """What is known of an open file."""

    def __init__(self, inode: Inode, flags: int, *, fresh: bool) -> None:
        self.inode = inode
        self.is_text = not flags & O_BINARY
        self.is_read = flags & (os.O_WRONLY | os.O_RDWR) == os.O_RDONLY
        self.fresh = fresh
        self.locked: int | None = None
        """The byte that it has locked."""


class Names:
    """`os.path` where names have no case."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os.path, name)

    def exists(self, path: Any) -> bool:
        """As `os.path.exists`."""
        return os.path.exists(found(path)) if not _is_odd(path) else False

    def lexists(self, path: Any) -> bool:
        """As `os.path.lexists`."""
        return os.path.lexists(found(path)) if not _is_odd(path) else False

    def isdir(self, path: Any) -> bool:
        """As `os.path.isdir`."""
        return os.path.isdir(found(path)) if not _is_odd(path) else False

    def isfile(self, path: Any) -> bool:
        """As `os.path.isfile`."""
        return os.path.isfile(found(path)) if not _is_odd(path) else False

    def samefile(self, one: Any, other: Any) -> bool:
        """As `os.path.samefile`."""
        return os.path.samefile(found(one), found(other))


class Windows:
    """Stands in for `os`; whatever has no rule of its own is the real thing."""

    name = "nt"
    O_BINARY = O_BINARY
    path = Names()

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self._handles: dict[int, Handle] = {}

    def __getattr__(self, name: str) -> Any:
        if name in _GONE | _MISSING:
            raise AttributeError(name)
        return getattr(os, name)

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        """As `os.open`: it shares reading and writing, and has no `winerror`."""
        named = _named(path)
        if os.path.isdir(named) or self.scanner.bars(_inode(named)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        _see_the_way(named)
        fresh = bool(flags & os.O_CREAT) and not os.path.lexists(named)
        mode = 0o600 if mode & 0o200 else 0o400
        fd = os.open(named, (flags & ~O_BINARY) | os.O_CLOEXEC, mode)
        found_ = os.fstat(fd)
        self._handles[fd] = Handle((found_.st_dev, found_.st_ino), flags, fresh=fresh)
        return fd

    def close(self, fd: int) -> None:
        """As `os.close`; a scanner looks at what is new."""
        handle = self._handles.pop(fd, None)
        os.close(fd)
        if handle is not None and handle.fresh:
            self.scanner.take(handle.inode)

    def write(self, fd: int, data: Any) -> int:
        """As `os.write`, which makes a line end of a text two characters."""
        handle = self._handles.get(fd)
        if handle is None or not handle.is_text:
            return os.write(fd, data)
        os.write(fd, bytes(data).replace(b"\n", b"\r\n"))
        return len(data)

    def read(self, fd: int, most: int) -> bytes:
        """As `os.read`; not of a byte that another handle has locked."""
        handle = self._handles.get(fd)
        if handle is None:
            return os.read(fd, most)
        at = os.lseek(fd, 0, os.SEEK_CUR)
        for other in self._open_of(handle.inode):
            if other is not handle and other.locked is not None and at <= other.locked < at + most:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        data = os.read(fd, most)
        return data.split(_END_OF_TEXT)[0].replace(b"\r\n", b"\n") if handle.is_text else data

    def fsync(self, fd: int) -> None:
        """As `os.fsync`; a handle that only reads is a bad one."""
        handle = self._handles.get(fd)
        if handle is not None and handle.is_read:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        os.fsync(fd)

    def replace(self, source: Any, target: Any) -> None:
        """As `os.replace`."""
        ours, goal = _named(source), _named(target)
        _see_the_way(ours)
        _see_the_way(goal)
        self._see_it_is_free(ours, source)
        self._see_it_is_free(goal, source)
        if os.path.lexists(goal) and not os.path.isdir(goal) and not _is_writable(goal):
            _refuse(_DENIED, target)
        if os.path.isdir(goal):
            _refuse(_DENIED, target)
        os.replace(ours, goal)

    rename = replace

    def unlink(self, path: Any) -> None:
        """As `os.unlink`."""
        named = _named(path)
        _see_the_way(named)
        self._see_it_is_free(named, path)
        if os.path.isdir(named) or (os.path.lexists(named) and not _is_writable(named)):
            _refuse(_DENIED, path)
        os.unlink(named)

    remove = unlink

    def link(self, source: Any, target: Any) -> None:
        """As `os.link`."""
        named = _named(source)
        if self.scanner.bars(_inode(named)):
            _refuse(_SHARING, source)
        os.link(named, _named(target))

    def mkdir(self, path: Any, mode: int = 0o777) -> None:
        """As `os.mkdir`, without a mode."""
        named = _named(path)
        _see_the_way(named)
        os.mkdir(named)

    def listdir(self, path: Any = ".") -> list[str]:
        """As `os.listdir`; of a file it says that there is nothing."""
        named = _named(path)
        _see_the_way(named)
        if os.path.isfile(named):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
        return os.listdir(named)

    def stat(self, path: Any) -> os.stat_result:
        """As `os.stat`, with no more of the mode than whether it can be written."""
        named = _named(path)
        _see_the_way(named)
        return _as_there(os.stat(named))

    def fstat(self, fd: int) -> os.stat_result:
        """As `os.fstat`."""
        return _as_there(os.fstat(fd))

    def chmod(self, path: Any, mode: int) -> None:
        """As `os.chmod`, which knows of nothing but writing."""
        os.chmod(_named(path), 0o600 if mode & 0o200 else 0o400)

    def lock(self, fd: int, mode: int, count: int) -> None:
        """As `msvcrt.locking`, at the handle's place, against every other handle."""
        handle = self._handles[fd]
        at = os.lseek(fd, 0, os.SEEK_CUR)
        if any(o is not handle and o.locked == at for o in self._open_of(handle.inode)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        try:
            # Also against another process, which does not run under these rules.
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None
        handle.locked = at

    def forget(self) -> None:
        """Let go of everything that a test left open: it is another process that comes next."""
        self._handles.clear()
        self.scanner.forget()

    def _open_of(self, inode: Inode | None) -> list[Handle]:
        """Return the handles on a file, without those that somebody else closed.

        The writer's thread asks, and closes, as the main one does.
        """
        for fd, handle in list(self._handles.items()):
            try:
                now = os.fstat(fd)
            except OSError:
                now = None
            gone = now is None or (now.st_dev, now.st_ino) != handle.inode
            if gone and self._handles.pop(fd, None) is not None and handle.fresh:
                self.scanner.take(handle.inode)
        return [handle for handle in list(self._handles.values()) if handle.inode == inode]

    def _see_it_is_free(self, named: str, path: Any) -> None:
        inode = _inode(named)
        if self._open_of(inode):
            _refuse(_SHARING, path)
        if self.scanner.holds(inode):
            _refuse(_DENIED, path)


def found(path: Any) -> str:
    """Return the name under which a path is there, whatever its case; else itself."""
    text = os.fspath(path)
    folder, name = os.path.split(text)
    name = name.rstrip(". ") or name
    if not name or os.path.lexists(os.path.join(folder, name)):
        return os.path.join(folder, name)
    with suppress(OSError):
        for other in os.listdir(folder or "."):
            if other.lower() == name.lower():
                return os.path.join(folder, other)
    return os.path.join(folder, name)


def _is_odd(path: Any) -> bool:
    try:
        _named(path)
    except OSError:
        return True
    return False


def _named(path: Any) -> str:
    """Return what a path means, or refuse its name."""
    text = os.fspath(path)
    name = os.path.basename(text)
    if len(text) >= _LONGEST:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    if set(name) & _REFUSED:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
    if name.split(".")[0].rstrip(" ").lower() in _DEVICES:
        raise OSError(errno.EINVAL, "the name is a device's", path)
    return found(text)


def _see_the_way(named: str) -> None:
    """See that no file stands in the place of a folder above."""
    above = os.path.dirname(os.path.abspath(named))
    while not os.path.lexists(above):
        above = os.path.dirname(above)
    if not os.path.isdir(above):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), named)


def _inode(path: str) -> Inode | None:
    try:
        there = os.stat(path)
    except OSError:
        return None
    return None if stat.S_ISDIR(there.st_mode) else (there.st_dev, there.st_ino)


def _is_writable(path: str) -> bool:
    return bool(os.lstat(path).st_mode & 0o200)


def _as_there(real: os.stat_result) -> os.stat_result:
    if not stat.S_ISREG(real.st_mode):
        return real
    mode = stat.S_IFREG | (0o666 if real.st_mode & 0o200 else 0o444)
    exact = {"st_mtime_ns": real.st_mtime_ns, "st_atime_ns": real.st_atime_ns}
    return os.stat_result((mode, *tuple(real)[1:10]), exact)


def _refuse(code: int, path: Any) -> NoReturn:
    error = PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]
    raise error


SCANNER = Scanner(os.environ.get("SCANNER", ""))
WINDOWS = Windows(SCANNER)


def _sleep(seconds: float) -> None:
    SCANNER.now += seconds


def _stand_in() -> None:
    """Make the modules of the store as they are on Windows."""
    import runlift_tui.store

    prefix = "runlift_tui.store."
    names = [each.name for each in pkgutil.walk_packages(runlift_tui.store.__path__, prefix)]
    for name in names:  # whatever else they need is made on the system that this is
        importlib.import_module(name)
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith(prefix)}
    assert kept
    msvcrt = ModuleType("msvcrt")
    msvcrt.__dict__.update(
        locking=WINDOWS.lock, LK_UNLCK=LK_UNLCK, LK_LOCK=LK_LOCK, LK_NBLCK=LK_NBLCK
    )
    sys.modules["msvcrt"] = msvcrt
    clock = ModuleType("time")
    clock.__dict__.update(time.__dict__, sleep=_sleep)
    system: Any = WINDOWS
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(sys.modules, "os", system)
        patched.setitem(sys.modules, "time", clock)
        patched.setattr(sys, "platform", "win32")
        for name in names:
            importlib.import_module(name)
    del sys.modules["msvcrt"]
    failing: Any = importlib.import_module("tests.faults.failing_os")
    failing.os = WINDOWS


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Put the rules in force before anything is imported."""
    os.environ.setdefault("COMPUTERNAME", "GYM")
    _stand_in()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what Windows has not."""
    out = [item for item in items if item.get_closest_marker("posix")]
    config.hook.pytest_deselected(items=out)
    gone = set(out)
    items[:] = [item for item in items if item not in gone]


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Begin each test with no file open."""
    WINDOWS.forget()
