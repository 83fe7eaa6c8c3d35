"""Whether there is anything to exchange: asked at every start, so it reads little but names."""

import os
import re
from collections.abc import Iterator

from runlift_tui.store.disk import files
from runlift_tui.store.disk.device import NAME, read
from runlift_tui.store.disk.folder import DataFolder

_OWN_FOLDERS = ("history", "journal", "derived", "crashes")
_LIVE = re.compile(r"(?:\d{4}|library)\.json(?:\.bak|\.schema-\d+)?", re.ASCII)
_LIBRARY = "library"


def is_wanted(folder: DataFolder) -> bool:
    """Whether a data folder is shared, or lies among copies that an engine made of its files."""
    if "shared" in read(os.path.join(folder.path, NAME)):
        return True
    return any(True for _ in strays(folder)) or any(True for _ in neighbours(folder.path))


def is_letter(name: str) -> bool:
    """Whether the name of a file says that it may hold somebody's training."""
    return ".json" in name and ".jsonl" not in name and name[0] not in ".~"


def is_live(name: str) -> bool:
    """Whether a name is that of a file of RunLift's own, or of what it keeps beside one."""
    return _LIVE.fullmatch(name) is not None


def strays(folder: DataFolder) -> Iterator[str]:
    """Yield the paths of files in a data folder that are no file of ours, but a copy of one."""
    for place in (folder.history, folder.path):
        for name in sorted(_names(place)):
            if not is_letter(name) or is_live(name) or files.is_set_aside(name):
                continue
            if place == folder.path and not name.startswith(_LIBRARY):
                continue
            path = os.path.join(place, name)
            if os.path.isfile(path) and not os.path.islink(path):
                yield path


def neighbours(path: str) -> Iterator[str]:
    """Yield the names of folders in a data folder in which another machine writes."""
    for name in sorted(_names(path)):
        if name not in _OWN_FOLDERS and name[0] not in ".~":
            found = os.path.join(path, name, NAME)
            if os.path.isfile(found) and read(found):
                yield name


def _names(path: str) -> list[str]:
    try:
        return os.listdir(path)
    except OSError:
        return []
