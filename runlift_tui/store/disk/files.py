"""Whole files, safely: they are replaced, never edited, and on the disk before anyone says so."""

import errno
import os
import stat
import sys
from contextlib import suppress
from itertools import count

from runlift_tui.store.disk.errors import BARRED, TooLarge, Unreadable, Unwritable
from runlift_tui.store.disk.patience import CHANGING_S, READING_S, patiently

FILE_MODE = 0o600
FOLDER_MODE = 0o700
ASIDE = ".damaged-"
LEFTOVER = ".new"
"""How the name of a half-written file ends; one that is found was left by a kill."""
PREVIOUS = ".bak"
"""How the name of the last good generation ends."""

MOST_BYTES = 100_000_000
"""Of a year of training, which has about a million, or of the library."""

FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Of every file that is opened: on Windows a line end would be made two characters without it."""
NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
"""Where the system has it: a link in a file's place is not followed."""
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_NO_SYNC = {getattr(errno, name, errno.EINVAL) for name in ("EINVAL", "ENOTSUP", "ENOSYS")}
_NUMBERS = count(1)


def ensure_folder(path: str, *, parents: bool = True) -> None:
    """Make a folder for its owner alone, durably; one that is there keeps its mode.

    Args:
        path: the folder.
        parents: whether missing folders above it are made as well.

    Raises:
        Unwritable: it cannot be made, or a file has its name.
    """
    if os.path.isdir(path):
        return
    above = os.path.dirname(os.path.abspath(path))
    if parents and above != path:
        ensure_folder(above)
    try:
        os.mkdir(path, FOLDER_MODE)
        fsync_folder(above)
    except FileExistsError as error:
        if not os.path.isdir(path):
            what = f"{path} is in the way: it is no folder."
            raise Unwritable(path, error, what) from error
    except OSError as error:
        what = ""
        if error.errno in BARRED:
            why = error.strerror or str(error)
            what = f"{path} cannot be made: {above} cannot be written to ({why})."
        raise Unwritable(path, error, what) from error


def read_whole(path: str, most: int = MOST_BYTES) -> bytes | None:
    """Return a file's bytes, or None where there is no such file.

    It is measured before it is read: of a file with a hole in it a disk has room for any size.

    Args:
        path: the file.
        most: how many bytes such a file can have.

    Raises:
        TooLarge: it has more.
        Unreadable: it is there, but not a file or not for us to read.
    """
    try:
        return _read(path, most)
    except FileNotFoundError as error:
        _see_that_it_can_be_missing(path, error)
        return None
    except OSError as error:
        raise Unreadable(path, error) from error


def list_folder(path: str) -> list[str]:
    """Return the names in a folder, in no order; none where there is no such folder.

    Raises:
        Unreadable: there is one, or something in its way, and it does not let itself be listed.
    """
    try:
        return os.listdir(path)
    except FileNotFoundError as error:
        _see_that_it_can_be_missing(path, error)
        return []
    except OSError as error:
        raise unlistable(path, error) from error


def unlistable(path: str, error: OSError) -> Unreadable:
    """Return that a folder cannot be looked into, and what stands in its way if anything does."""
    above = _what_is_there(path)
    if isinstance(error, NotADirectoryError):
        return Unreadable(above, error, f"{above} is in the way: it is no folder.")
    why = error.strerror or str(error)
    return Unreadable(
        path, error, f"The folder {path} cannot be read ({why}); nothing in it was changed."
    )


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, however few the system takes at a time."""
    left = memoryview(data)
    while left:
        written = os.write(fd, left)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left = left[written:]


def fsync_file(fd: int) -> None:
    """Return when the file is on the disk itself, past the drive's own cache on macOS.

    A mount that knows no sync is as it is: what was written is all that can be had there.
    """
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        except OSError:
            pass  # a network or foreign file system; fsync is then all that there is
        else:
            return
    _sync(fd)


def _sync(fd: int) -> None:
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def fsync_folder(path: str) -> None:
    """Return when the names in a folder are on the disk; a no-op where folders cannot sync."""
    if os.name == "nt":
        return
    fd = os.open(path, os.O_RDONLY | FLAGS)
    try:
        _sync(fd)
    finally:
        os.close(fd)


def replace_whole(path: str, data: bytes, *, keep_previous: bool, mode: int | None = None) -> None:
    """Put a file in place in one step: afterwards it is the old one or the new one, whole.

    Args:
        path: the file; a symbolic link is followed within its own folder only.
        data: all that it shall hold.
        keep_previous: whether the generation before stays, as `<name>.bak`.
        mode: its permissions; by default the owner's alone, and stricter where they were.

    Raises:
        Unwritable: it is not saved, or not known to be: what stood there still does, or the new
            one stands there whole and may be gone after a power cut.
    """
    try:
        target = _target(path)
        least = _mode_for(target) if mode is None else mode
        fresh = _leftover(target)
        _write_fresh(fresh, data, least & FILE_MODE, sync=True)
        try:
            if mode is not None:
                os.chmod(fresh, mode)
            if keep_previous:
                _keep_previous(target, least)
            rename(fresh, target)
        except OSError:
            _unlink_quietly(fresh)
            raise
        fsync_folder(os.path.dirname(target))
    except OSError as error:
        raise Unwritable(path, error) from error


def write_derived(path: str, data: bytes) -> None:
    """Put a file in place that may be lost: in one step, but nobody waits for the disk.

    Raises:
        Unwritable: it was not written.
    """
    try:
        target = _target(path)
        fresh = _leftover(target)
        _write_fresh(fresh, data, FILE_MODE, sync=False)
        rename(fresh, target)
    except OSError as error:
        raise Unwritable(path, error) from error


def remove_whole(path: str) -> None:
    """Take away a file and the generation before it; `Unwritable` where the system refuses."""
    try:
        for name in (path + PREVIOUS, path):
            if os.path.lexists(name):
                unlink(name)
        fsync_folder(os.path.dirname(path))
    except OSError as error:
        raise Unwritable(path, error) from error


def is_set_aside(name: str) -> bool:
    """Return whether a name is one that `aside.set_aside` gives."""
    return name.rpartition(ASIDE)[2].isdecimal() and ASIDE in name


def sweep(folder: str) -> None:
    """Remove what a kill left half-written; only for whoever holds the folder's lock."""
    names: list[str] = []
    with suppress(OSError):
        names = os.listdir(folder)
    for name in names:
        if name.startswith(".") and name.endswith(LEFTOVER):
            _unlink_quietly(os.path.join(folder, name))


def rename(source: str, target: str) -> None:
    """Rename over whatever is there, with patience for those who hold it open."""
    patiently(lambda: os.replace(source, target), CHANGING_S)


def unlink(path: str) -> None:
    """Take a file away, with patience for those who hold it open."""
    patiently(lambda: os.unlink(path), CHANGING_S)


def open_patiently(path: str, flags: int, for_s: float, mode: int = FILE_MODE) -> int:
    """Open a file of ours, with patience for those who hold it; return its handle.

    Args:
        path: The file.
        flags: Beside `FLAGS`.
        for_s: How long it is tried; a folder is refused at once.
        mode: Of a file that is made.
    """
    return patiently(
        lambda: os.open(path, flags | FLAGS, mode), for_s, unless=lambda: os.path.isdir(path)
    )


def lies_in(path: str, folder: str) -> bool:
    """Return whether a path lies in a folder; both without symbolic links."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _read(path: str, most: int | None = None) -> bytes:
    # Not waiting for whoever should write to it, where it is a pipe.
    fd = open_patiently(path, os.O_RDONLY | _NONBLOCK, READING_S)
    try:
        found = os.fstat(fd)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        if most is not None and found.st_size > most:
            raise TooLarge(path, found.st_size, most)
        pieces = []
        while piece := os.read(fd, 1 << 20):
            pieces.append(piece)
    finally:
        os.close(fd)
    return b"".join(pieces)


def _target(path: str) -> str:
    """Return the file that a path means, or refuse one that leads out of its folder."""
    real = os.path.realpath(path)
    folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    if not lies_in(real, folder):
        raise OSError(errno.ELOOP, f"a symbolic link leads out of {folder}")
    return real


def _leftover(target: str) -> str:
    """Return a name for a file that is not whole yet; one that is left keeps its own."""
    folder, name = os.path.split(target)
    while True:
        fresh = os.path.join(folder, f".{name}.{os.getpid()}-{next(_NUMBERS)}{LEFTOVER}")
        if not os.path.lexists(fresh):
            return fresh


def _mode_for(target: str) -> int:
    """Return the mode for a file: the owner's alone, and stricter where they made it so."""
    try:
        return FILE_MODE & os.stat(target).st_mode
    except FileNotFoundError:
        return FILE_MODE


def _write_fresh(path: str, data: bytes, mode: int, *, sync: bool) -> None:
    """Write a file that was not there before; nothing is left of it where that fails."""
    fd = open_patiently(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW, CHANGING_S, mode)
    try:
        try:
            write_all(fd, data)
            if sync:
                fsync_file(fd)
        finally:
            os.close(fd)
    except OSError:
        _unlink_quietly(path)
        raise


def _keep_previous(target: str, mode: int) -> None:
    """Make the file as it stands the last good generation."""
    if not os.path.exists(target):
        return
    previous = target + PREVIOUS
    fresh = _leftover(previous)
    try:
        os.link(target, fresh)
    except OSError:
        # A file system without a second name for one file.
        _write_fresh(fresh, _read(target), mode, sync=True)
    try:
        rename(fresh, previous)
    finally:
        # Also after success: of two names of one file, renaming one over the other leaves both.
        _unlink_quietly(fresh)


def same_bytes(path: str, other: str) -> None:
    """Have a file under another name too, as a copy where a disk knows no second name."""
    try:
        os.link(path, other)
    except OSError:
        _write_fresh(other, _read(path), FILE_MODE, sync=True)


def _unlink_quietly(path: str) -> None:
    if os.path.lexists(path):
        with suppress(OSError):
            unlink(path)


def _see_that_it_can_be_missing(path: str, missing: FileNotFoundError) -> None:
    """Do nothing, but where a file stands in the place of a folder above.

    Raises:
        Unreadable: so it is; Windows then says no more than that nothing was found.
    """
    above = _what_is_there(os.path.dirname(os.path.abspath(path)))
    if not os.path.isdir(above):
        raise unlistable(path, NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)))


def _what_is_there(path: str) -> str:
    """Return a path, or as much of it from its beginning as there is."""
    above = os.path.abspath(path)
    while not os.path.lexists(above) and os.path.dirname(above) != above:
        above = os.path.dirname(above)
    return above
