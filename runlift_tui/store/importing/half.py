"""An import, or the taking back of one, that was cut short: put right by the mark beside it.

Whatever begins with that mark there does so, before anything of it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from runlift_tui.store.disk.folder import DataFolder
    from runlift_tui.store.history.past import Past

_LONGEST = 200
_PUT_RIGHT = "An import was cut short: nothing of it is here. The same one brings all of it."
_OUT = "An import was being taken back: the rest of it is out now."
_HALF = "What is left of an import that was cut short cannot be taken out."


def cut_short(folder: DataFolder) -> str:
    """Return the id of the import that a mark names; empty where there is none.

    Raises:
        StoreError: the mark cannot be read.
    """
    found = files.read_whole(folder.half, _LONGEST)
    return "" if found is None else found.decode("utf-8", "replace").split(":")[0]


def put_right(folder: str) -> str:
    """Take out of a data folder what was cut short; return what was done, in a sentence.

    Where another program holds the folder it is the one that writes, and nothing is done.
    """
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.history.past import Past

    past = Past(folder)
    try:
        past.folder.lock.acquire(A_MOMENT_S)
        return make_whole(past)
    except Locked:
        return ""
    except StoreError as error:
        return f"{_HALF} {error.what}"
    finally:
        past.folder.lock.release()


def make_whole(past: Past) -> str:
    """Take out what was cut short; return what was done. The lock has to be held.

    Raises:
        StoreError: the disk refuses; the same again goes on from there.
    """
    from runlift_tui.store.importing.imports import take_out_half

    found = take_out_half(past)
    files.remove_whole(past.folder.half)
    if not found:
        return ""
    return _OUT if all(row.get("undone") for row in found) else _PUT_RIGHT
