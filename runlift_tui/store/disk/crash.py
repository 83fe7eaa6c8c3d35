"""What is kept of a fault in the program itself, for whoever is to mend it."""

import os
from contextlib import suppress

from runlift_tui.store.disk import files

FOLDER = "crashes"
_TRIES = 100


def keep_report(folder: str, text: str, at_ms: int) -> str:
    """Write a report into the data folder and return its path; empty where that fails too.

    Args:
        folder: The data folder.
        text: What went wrong, as the interpreter tells it.
        at_ms: Milliseconds since the epoch; they name the file.
    """
    with suppress(Exception):
        crashes = os.path.join(folder, FOLDER)
        files.ensure_folder(crashes)
        for number in range(_TRIES):
            path = os.path.join(crashes, f"{at_ms + number}.txt")
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | files.NOFOLLOW
            try:
                fd = os.open(path, flags | files.FLAGS, files.FILE_MODE)
            except FileExistsError:
                continue
            with open(fd, "wb") as file:
                file.write(text.encode("utf-8", "backslashreplace"))
            return path
    return ""


def sentence(path: str) -> str:
    """Return what the athlete is told: what is safe, what to do, and where the report lies."""
    told = (
        "RunLift met a fault of its own and has stopped. Every set that the screen had logged is "
        "on disk: start runlift again and it goes on from there."
    )
    return f"{told} The report is in {path}" if path else told
