"""Whether an exchange would find anything: from the names and sizes of files alone."""

import os
from collections.abc import Callable
from functools import partial

from runlift_tui.store.disk import files
from runlift_tui.store.disk.answers import GLANCE_S, Answering, AtOnce
from runlift_tui.store.disk.derived import fingerprint
from runlift_tui.store.disk.device import Device
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.sync.at_hand import neighbours
from runlift_tui.store.sync.mailbox import CarriedFile, Mail, copies, groups
from runlift_tui.store.sync.seen import SeenFiles

TEN_MINUTES = len("2026-11-30T01:2")
"""How much of a moment's text they share; when anything was exchanged last is kept as exactly."""


def is_there(folder: DataFolder, now: Callable[[], str]) -> bool:
    """Whether anything is another than it was when everything was exchanged last.

    Args:
        folder: The data folder.
        now: Returns this moment as UTC text: what could not be read then may be now.
    """
    device, seen = Device(folder.path), SeenFiles(folder.derived)

    def may_be_read() -> bool:
        return str(seen.at)[:TEN_MINUTES] != now()[:TEN_MINUTES]

    shared = shared_folder(device)
    if not device.id or any(True for _ in files.list_folder(folder.journal)):
        return True
    own = copies(folder)
    found = [] if own is None else list(own.letters)
    if shared:
        try:
            look = partial(_look, shared, folder, seen)
            mail, is_given = Answering().ask((shared, "news"), look, within_s=GLANCE_S)
        except TimeoutError:
            return not seen.away and may_be_read()
        except OSError:
            return not seen.away
        if seen.away or not is_given:
            return True
        found += [letter for each in mail for letter in each.letters]
    return any(not _is_known(letter, seen, may_be_read) for letter in found)


def _look(shared: str, folder: DataFolder, seen: SeenFiles) -> tuple[list[Mail], bool]:
    """Return what lies in a carried folder, and whether this machine's own is as it was given."""
    return groups(shared, folder, AtOnce()), not _is_given_anew(folder, seen)


def shared_folder(device: Device) -> str:
    """Return the folder through which a machine meets others; empty while that is off.

    A data folder in which another machine writes is carried whole: it is that folder itself.
    """
    if device.load().get("off") is True:
        return ""
    return device.shared or (device.folder if any(neighbours(device.folder)) else "")


def _is_given_anew(folder: DataFolder, seen: SeenFiles) -> bool:
    """Whether a file of this machine is another than it was given out, on either side."""
    names = [name for name in files.list_folder(folder.history) if name.endswith(".json")]
    paths = [os.path.join(folder.history, name) for name in names]
    if os.path.exists(folder.library):
        paths.append(folder.library)
    known = {os.path.basename(path): fingerprint(path) for path in paths}
    years = {name: mark for name, mark in known.items() if name[:4].isdecimal() and len(name) == 9}
    is_home = all(seen.home.get(name) == mark for name, mark in years.items())
    library = os.path.basename(folder.library)
    is_home = is_home and seen.home.get(library) == known.get(library)
    return not is_home or any(fingerprint(path) != mark for path, mark in seen.given.items())


def _is_known(letter: CarriedFile, seen: SeenFiles, may_be_read: Callable[[], bool]) -> bool:
    fault = seen.faults.get(letter.path)
    if fault is not None and fault.get("mark") == letter.mark:
        lasts = fault.get("whole") or letter.fault
        return bool(lasts) or not may_be_read()
    waiting = seen.waiting.get(letter.group, {}).get("marks", {})
    known = (seen.absorbed.get(letter.path), seen.given.get(letter.path), waiting.get(letter.path))
    return not letter.fault and letter.mark in known
