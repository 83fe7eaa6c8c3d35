"""The carried folder: the machines that write in it, and the files to be read there."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.answers import GLANCE_S, SILENT, Answering, AtOnce
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
ELSEWHERE = "it is not on this machine yet"
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


def groups(shared: str, home: DataFolder, answers: Answering) -> list[Mail]:
    """Return what lies in the carried folder, machine by machine; files of this one are left out.

    Args:
        shared: The carried folder, which may be this machine's data folder itself.
        home: This machine's data folder.
        answers: Asks the folder.

    Raises:
        OSError: it cannot be listed; a `TimeoutError` where it does not answer.
    """
    try:
        return answers.ask(shared, lambda: _groups(shared, home, AtOnce()))
    except TimeoutError:
        return _groups(shared, home, answers)  # what hangs in it is not all of it


def _groups(shared: str, home: DataFolder, answers: Answering) -> list[Mail]:
    root_of = partial(_root, shared, home)
    folders, root = answers.ask((shared, "root"), root_of, within_s=GLANCE_S)
    found: list[Mail] = []
    for name in folders:
        path = os.path.join(shared, name)
        letters = _answered(path, ROOT if name in _DATA_FOLDERS else name, answers)
        if name in _DATA_FOLDERS:
            root += letters
            continue
        said = _whose(path, answers)
        device, called = str(said.get("device") or ""), str(said.get("name") or name)
        if letters or device:
            found.append(Mail(name, device, called, str(said.get("host") or ""), tuple(letters)))
    if root:
        said = _whose(shared, answers)
        device, called = str(said.get("device") or ""), str(said.get("name") or "")
        found.insert(0, Mail(ROOT, device, called or os.path.basename(shared), "", tuple(root)))
    return found


def _root(shared: str, home: DataFolder) -> tuple[list[str], list[CarriedFile]]:
    """Return the folders in the carried one in which training may lie, and the files in itself."""
    names = sorted(name for name in os.listdir(shared) if name[0] not in ".~")
    at_home = is_same(shared, home.path)
    folders: list[str] = []
    found: list[CarriedFile] = []
    for name in names:
        path = os.path.join(shared, name)
        if os.path.isdir(path) and not os.path.islink(path):
            if name not in _DATA_FOLDERS or (name == "history" and not at_home):
                folders.append(name)
        elif not at_home:
            found += _letter(path, name, ROOT)
    return folders, found


def _answered(folder: str, group: str, answers: Answering) -> list[CarriedFile]:
    try:
        return answers.ask((folder, "files"), lambda: list(_letters(folder, group)))
    except TimeoutError:
        return [CarriedFile(folder, group, [], SILENT)]


def _whose(folder: str, answers: Answering) -> Document:
    path = os.path.join(folder, NAME)
    try:
        return answers.ask(path, lambda: read(path) if is_here(path) else {})
    except TimeoutError:
        return {}  # the name of the folder says it as well


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
        yield CarriedFile(path, group, [], ELSEWHERE)
        return
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
    if _is_elsewhere(found):
        fault = ELSEWHERE
    elif not found.st_size:
        fault = "it is empty"
    elif found.st_size > MOST_BYTES:
        fault = (
            f"it has {found.st_size // 1_000_000} MB, and {MOST_BYTES // 1_000_000} are the most"
        )
    yield CarriedFile(path, group, mark, fault)


def is_here(path: str) -> bool:
    """Whether a file can be read without waiting for the network; also one that is not there."""
    try:
        return not _is_elsewhere(os.lstat(path))
    except OSError:
        return True


def _is_elsewhere(found: os.stat_result) -> bool:
    """Whether an engine took a file away and fetches it when it is opened."""
    flags = getattr(found, "st_flags", 0) & _DATALESS_MAC
    return bool(flags or getattr(found, "st_file_attributes", 0) & _DATALESS_WINDOWS)


def _is_stub(name: str) -> bool:
    """Whether a name is what an engine leaves in the place of a file that it took away."""
    return name.endswith((".json.icloud", ".json.nextcloud", ".json.owncloud"))
