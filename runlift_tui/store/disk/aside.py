"""Damaged files, kept under names of their own; imported where one is found."""

import errno
import filecmp
import os

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unwritable


def set_aside(path: str, *, leave: bool = False) -> str:
    """Keep a damaged file under a name of its own, `<name>.damaged-1` and up; return that path.

    Args:
        path: the file.
        leave: keep it under its old name too, for whoever replaces it in the next step.

    Raises:
        Unwritable: it could not be kept; it stands where it stood.
    """
    try:
        for number in range(1, 10_000):
            aside = f"{path}{files.ASIDE}{number}"
            if os.path.lexists(aside):
                if os.path.samefile(aside, path) or _has_the_same(aside, path):
                    break
                continue
            files.same_bytes(path, aside)
            break
        else:
            raise OSError(errno.EEXIST, "too many damaged files are kept already")
        if not leave:
            files.unlink(path)
        files.fsync_folder(os.path.dirname(path))
    except OSError as error:
        raise Unwritable(path, error) from error
    return aside


def _has_the_same(one: str, other: str) -> bool:
    """Whether two files are alike byte by byte; what cannot be read is like none."""
    try:
        return not os.path.islink(one) and filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False
