"""Whose training is taken in: nobody's is mixed with another's unasked."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from runlift_tui.store.disk.device import Device
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.sync.mailbox import HERE, ROOT, Mail, is_same
from runlift_tui.store.sync.parcels import KnownIds, Unfit, read_tables, trained
from runlift_tui.store.sync.seen import SeenFiles
from runlift_tui.store.tables.generations import look
from runlift_tui.store.tables.text import Tables


def _nothing() -> None:
    """Say nothing of how far it is."""


def trained_here(past: Past, step: Callable[[], object] = _nothing) -> KnownIds:
    """Return what a data folder tells of; what cannot be read tells nothing.

    Args:
        past: The data folder.
        step: Called before each file, of which there may be a lifetime's.
    """
    return trained(_here(past, step))


def _here(past: Past, step: Callable[[], object]) -> Iterator[Tables]:
    for year in past.history.years():
        step()
        with suppress(StoreError):
            yield look(past.history.path(year)).tables


def trained_there(group: Mail, step: Callable[[], object] = _nothing) -> KnownIds:
    """Return what another machine's folder tells of; `step` as for `trained_here`."""
    return trained(_there(group, step))


def _there(group: Mail, step: Callable[[], object]) -> Iterator[Tables]:
    for letter in group.letters:
        step()
        if not letter.fault:
            with suppress(Unfit):
                yield read_tables(letter.path)


class Accepting:
    """Says of each machine whether it is taken in; once it was, it always is."""

    def __init__(self, past: Past, device: Device, seen: SeenFiles) -> None:
        self._past = past
        self._device = device
        self._seen = seen
        said = device.load()
        self._is_open = said.get("open") is True or not device.shared
        self._with = [str(each) for each in said.get("with") or () if isinstance(each, str)]
        self._before = list(self._with)
        self._ids: set[tuple[str, str]] | None = None
        self._waiting: set[str] = set()

    def takes(self, group: Mail) -> bool:
        """Whether what a machine has written is taken in."""
        is_own = group.device == self._device.id or group.folder == self._device.own
        # What lies in this machine's own data folder, or in the one that it was carried in with.
        if is_own or self._is_at_home(group):
            return True
        if self._is_open or group.label in self._with or group.folder in self._with:
            self._accept(group)
            return True
        theirs = trained_there(group)
        if theirs.known & self._here():
            self._accept(group)
            return True
        if theirs.sessions or theirs.runs:
            row = {"name": group.name, "sessions": len(theirs.sessions), "runs": len(theirs.runs)}
            marks = {letter.path: letter.mark for letter in group.letters}
            self._waiting.add(group.folder)
            self._seen.waiting[group.folder] = {**row, "folder": group.folder, "marks": marks}
        return False

    def _is_at_home(self, group: Mail) -> bool:
        at_home = not self._device.shared or is_same(self._device.shared, self._past.folder.path)
        return group.folder == HERE or (group.folder == ROOT and at_home)

    def _here(self) -> set[tuple[str, str]]:
        if self._ids is None:
            self._ids = trained_here(self._past).known
        return self._ids

    def _accept(self, group: Mail) -> None:
        if group.label and group.label not in self._with:
            self._with.append(group.label)

    def keep(self) -> None:
        """Remember who was taken in.

        Raises:
            Unwritable: it cannot be remembered.
        """
        self._seen.waiting = {k: v for k, v in self._seen.waiting.items() if k in self._waiting}
        if self._with != self._before and self._device.id:
            self._device.say(**{"with": sorted(self._with)})
