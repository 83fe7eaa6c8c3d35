"""The carried folder: the machines that write in it, and the files to be read there."""

import errno
import os
import stat
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Thread, get_ident
from typing import NamedTuple

from runlift_tui.store.disk import files
from runlift_tui.store.disk.derived import Fingerprint
from runlift_tui.store.disk.device import NAME, folder_name, read
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.sync.at_hand import is_letter, strays

MOST_BYTES = 64_000_000
ROOT = ""
"""The group of what lies in the folder itself, and in the history of a data folder that is one."""
HERE = "."
"""The group of what an engine left in this machine's own data folder."""
_DATA_FOLDERS = ("history", "journal", "derived", "crashes")
_OF_A_DEVICE = (NAME, NAME + files.PREVIOUS)
_WAIT_S = 1.0
"""For how long a folder may take to say what lies in it."""
_ASKED: dict[tuple[str, int], "SimpleQueue[list[str] | OSError]"] = {}
"""What folders answer that have not answered in time, by the thread that asked."""
_SILENT = "it does not answer"
_DATALESS_MAC, _DATALESS_WINDOWS = 0x40000000, 0x00400000


class CarriedFile(NamedTuple):
    """A file that may hold training."""

    path: str
    group: str
    """The folder of the machine that writes it."""
    mark: Fingerprint
    fault: str = ""
    """Why it is not opened now; empty where it may be."""


class Mail(NamedTuple):
    """What lies in one folder of the carried one: a machine's, or nobody knows whose."""

    folder: str
    """Its name there."""
    device: str
    """The machine's id; empty where it does not say."""
    name: str
    """What the machine is called."""
    host: str
    letters: tuple[CarriedFile, ...]

    @property
    def label(self) -> str:
        """What an acceptance of it goes by."""
        return folder_name(self.name, self.device) if self.device else self.folder


def groups(shared: str, home: DataFolder) -> list[Mail]:
    """Return what lies in the carried folder, machine by machine; files of this one are left out.

    Args:
        shared: The carried folder, which may be this machine's data folder itself.
        home: This machine's data folder.

    Raises:
        OSError: it cannot be listed.
    """
    names = listed(shared)
    at_home = is_same(shared, home.path)
    found: list[Mail] = []
    root: list[CarriedFile] = []
    for name in names:
        path = os.path.join(shared, name)
        if name[0] in ".~":
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            if name in _DATA_FOLDERS:
                if name == "history" and not at_home:
                    root += _letters(path, ROOT)
                continue
            said = read(os.path.join(path, NAME))
            device, called = str(said.get("device") or ""), str(said.get("name") or name)
            letters = tuple(_letters(path, name))
            if letters or device:
                found.append(Mail(name, device, called, str(said.get("host") or ""), letters))
        elif not at_home:
            root += _letter(path, name, ROOT)
    if root:
        said = read(os.path.join(shared, NAME))
        device, called = str(said.get("device") or ""), str(said.get("name") or "")
        found.insert(0, Mail(ROOT, device, called or os.path.basename(shared), "", tuple(root)))
    return found


def listed(shared: str) -> list[str]:
    """Return the names in the carried folder, sorted.

    Raises:
        OSError: it cannot be listed; a `TimeoutError` where it does not answer, as on a network
            that is gone: whoever trains is not to wait for that.
    """
    key = shared, get_ident()
    asked = _ASKED.get(key)
    if asked is not None and asked.empty():
        raise TimeoutError(errno.ETIMEDOUT, _SILENT)  # as before, and nobody waits again
    asked = _ASKED[key] = SimpleQueue()
    Thread(target=_list, args=(shared, asked), daemon=True).start()
    try:
        found = asked.get(timeout=_WAIT_S)
    except Empty:
        raise TimeoutError(errno.ETIMEDOUT, _SILENT) from None
    del _ASKED[key]
    if isinstance(found, OSError):
        raise found
    return found


def _list(shared: str, asked: "SimpleQueue[list[str] | OSError]") -> None:
    try:
        asked.put(sorted(os.listdir(shared)))
    except OSError as error:
        asked.put(error)


def copies(home: DataFolder) -> Mail | None:
    """Return what an engine left in this machine's own data folder, if anything."""
    letters = [
        letter for path in strays(home) for letter in _letter(path, os.path.basename(path), ROOT)
    ]
    name = "a copy in the data folder"
    return Mail(HERE, "", name, "", tuple(letters)) if letters else None


def is_same(one: str, other: str) -> bool:
    """Whether two paths are of one folder."""
    return os.path.realpath(one) == os.path.realpath(other)


def _letters(folder: str, group: str) -> Iterator[CarriedFile]:
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return  # it went just now
    except OSError as error:
        yield CarriedFile(folder, group, [], f"it cannot be read ({error.strerror or error})")
        return
    for name in names:
        yield from _letter(os.path.join(folder, name), name, group)


def _letter(path: str, name: str, group: str) -> Iterator[CarriedFile]:
    """Yield a file, where it may hold training."""
    if _is_stub(name):
        yield CarriedFile(path, group, [], "it is not on this machine yet")
    if not is_letter(name) or name in _OF_A_DEVICE or files.is_set_aside(name):
        return
    try:
        found = os.lstat(path)
    except OSError:
        return
    if not stat.S_ISREG(found.st_mode):
        return
    mark = [found.st_size, found.st_mtime_ns, found.st_ino]
    fault = ""
    flags = getattr(found, "st_flags", 0) & _DATALESS_MAC
    if flags or getattr(found, "st_file_attributes", 0) & _DATALESS_WINDOWS:
        fault = "it is not on this machine yet"
    elif not found.st_size:
        fault = "it is empty"
    elif found.st_size > MOST_BYTES:
        fault = (
            f"it has {found.st_size // 1_000_000} MB, and {MOST_BYTES // 1_000_000} are the most"
        )
    yield CarriedFile(path, group, mark, fault)


def _is_stub(name: str) -> bool:
    """Whether a name is what an engine leaves in the place of a file that it took away."""
    return name.endswith((".json.icloud", ".json.nextcloud", ".json.owncloud"))
