"""What is written to where somebody asked for it."""

import errno
import os
import stat

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unwritable

_DEVICES = "/dev"
"""What lies here names something that is open, such as /dev/stdout, and is never replaced."""
_HAS_DEVICES = os.name == "nt"
"""Whether some names mean a device wherever they stand."""
_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}


def is_device(name: str) -> bool:
    """Return whether Windows takes a name for a device, whatever its ending; nothing is kept there.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".
    """
    return name.partition(".")[0].rstrip(" ").casefold() in _RESERVED


def lies_in_folder(path: str, folder: str) -> bool:
    """Return whether a path leads into the data folder, which holds nothing but what is ours.

    Raises:
        Unwritable: the system knows of no such path, as of `CON` on Windows.
    """
    try:
        if "\0" in path:
            raise ValueError("embedded null character")  # which not every system's realpath says
        return files.lies_in(os.path.realpath(path), os.path.realpath(folder))
    except (OSError, ValueError) as error:
        why = error if isinstance(error, OSError) else OSError(errno.EINVAL, str(error))
        raise Unwritable(path, why, f"{path} cannot be written to: it is no file.") from error


def hand_over(path: str, data: bytes, *, keep_previous: bool = False) -> None:
    """Put a file where somebody asked for it; a pipe or a device is written to and stays one.

    Args:
        path: absolute; a file that is there is replaced and keeps its mode.
        data: all that it shall hold.
        keep_previous: whether a file that is there stays, as `<name>.bak`.

    Raises:
        Unwritable: it is not there; a file that was, still is.
        BrokenPipeError: whoever read from a pipe has seen enough.
    """
    folder = os.path.dirname(path)
    if _HAS_DEVICES and is_device(os.path.basename(path)):
        no_file = OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        name = os.path.basename(path)
        raise Unwritable(path, no_file, f"{name} is a device’s name on Windows: choose another.")
    mode: int | None = None
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        if not os.path.isdir(folder):
            gone = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            name = os.path.basename(path)
            what = f"{name} was not written: there is no folder {folder}."
            raise Unwritable(path, gone, what) from None
    except OSError as error:
        raise Unwritable(path, error) from error
    if mode is not None and stat.S_ISDIR(mode):
        its = IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        raise Unwritable(path, its, f"{path} is a folder: name a file in it.")
    if mode is None or (stat.S_ISREG(mode) and not files.lies_in(path, _DEVICES)):
        kept = None if mode is None else stat.S_IMODE(mode)
        files.replace_whole(path, data, keep_previous=keep_previous, mode=kept)
        return
    try:
        fd = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOCTTY", 0) | files.FLAGS)
        try:
            files.write_all(fd, data)
        finally:
            os.close(fd)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unwritable(path, error) from error
