"""What somebody hands over to be read: a file of theirs, or standard input."""

import os
import stat
import sys
from os.path import isdir

from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.patience import READING_S, patiently

STDIN = "-"
_OPEN_ALREADY = ("/dev/fd/", "/dev/std", "/proc/")


def name_of(path: str) -> str:
    """Return what is handed over in words that are safe to print."""
    return "stdin" if path == STDIN else safe_text(path)


def is_fifo(path: str) -> bool:
    """Whether a path is of a pipe with a name, for whose writer one would wait for ever.

    What a shell puts in the place of `<(command)` is none: its writer is there.
    """
    if path.startswith(_OPEN_ALREADY):
        return False
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def read(path: str, most_bytes: int, what: str) -> bytes:
    """Return all bytes of a file, or of standard input for "-".

    Args:
        path: The file.
        most_bytes: A longer one is refused.
        what: What it then is not: "list".

    Raises:
        StoreError: it cannot be read, or is too long.
    """
    name = name_of(path)
    if is_fifo(path):
        raise StoreError(f"{name} is no plain file.")
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(most_bytes + 1)
        else:
            with patiently(lambda: open(path, "rb"), READING_S, unless=lambda: isdir(path)) as file:
                data = file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        if path != STDIN and isdir(path):  # which Windows calls no more than denied
            raise StoreError(f"{name} is a folder, not a file.") from None
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"{name} cannot be read: {safe_text(reason)}.") from None
    if len(data) > most_bytes:
        raise StoreError(
            f"{name} is over {most_bytes // 1_000_000} MB, which is no {what} of ours."
        )
    return data
