"""What this machine puts into its own folder of the carried one: its files, whole."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from runlift_tui.store.disk import files
from runlift_tui.store.disk.derived import Fingerprint, fingerprint
from runlift_tui.store.disk.device import NAME, Device, host
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.library.library import SETTINGS
from runlift_tui.store.sync.mailbox import is_here
from runlift_tui.store.sync.parcels import Unfit, read_own
from runlift_tui.store.sync.seen import SeenFiles
from runlift_tui.store.tables.text import META, encode


class GivenFiles(NamedTuple):
    """What was given out last, as `SeenFiles` has it; whoever waited for it may have gone on."""

    home: dict[str, Fingerprint]
    given: dict[str, Fingerprint]


class Publishing:
    """Gives out the full state, never a part: any one of these folders is enough to begin from."""

    def __init__(self, shared: str, device: Device, seen: SeenFiles) -> None:
        self._folder = os.path.join(shared, device.own)
        self._device = device
        self.known = GivenFiles(dict(seen.home), dict(seen.given))
        self.done = 0
        """How many files were looked at."""

    def give(self, own: Iterable[tuple[str, str]]) -> None:
        """Put every file there that is not as it was given last, on either side.

        Args:
            own: Name and path of each.

        Raises:
            StoreError: one of them could not be put there.
        """
        files.ensure_folder(self._folder, parents=False)
        files.sweep(self._folder)
        self._say_whose()
        for name, path in own:
            self.done += 1
            mark, target = fingerprint(path), os.path.join(self._folder, name)
            if not mark:
                continue
            is_as_given = self.known.given.get(target) == fingerprint(target) != []
            if self.known.home.get(name) == mark and is_as_given:
                continue
            try:
                data = _given(path, is_library=name == "library.json")
            except Unfit:
                continue  # damaged, or not to be read now: what was given out stays
            if data is None:
                self.known.home[name] = mark
                continue
            if _as_it_stands(target) != data:
                files.replace_whole(target, data, keep_previous=False)
            self.known.home[name] = mark
            self.known.given[target] = fingerprint(target)

    def _say_whose(self) -> None:
        said = {"device": self._device.id, "name": self._device.name, "host": host()}
        path = os.path.join(self._folder, NAME)
        data = json.dumps(said).encode("ascii") + b"\n"
        if _as_it_stands(path) != data:
            files.replace_whole(path, data, keep_previous=False)


def _as_it_stands(path: str) -> bytes | None:
    """Return what a file that was given out has; None where that is not to be had at once."""
    with suppress(StoreError):
        return files.read_whole(path) if is_here(path) else None
    return None


def _given(path: str, *, is_library: bool) -> bytes | None:
    """Return what is given out of a file; None of one that has nothing for others.

    How this machine looks and sounds is its own.

    Raises:
        Unfit: it is damaged, or cannot be read now.
    """
    tables = read_own(path)
    if not is_library:
        return files.read_whole(path)
    rest = {name: rows for name, rows in tables.items() if name != SETTINGS}
    return encode(rest) if any(rows for name, rows in rest.items() if name != META) else None
