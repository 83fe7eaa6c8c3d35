"""Whose training is taken in: nobody's is mixed with another's unasked."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from runlift_tui.store.disk.answers import Answering
from runlift_tui.store.disk.device import Device
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.sync.mailbox import HERE, Mail
from runlift_tui.store.sync.parcels import KnownIds, Unfit, read_carried, trained
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


def trained_there(
    group: Mail, answers: Answering, step: Callable[[], object] = _nothing
) -> KnownIds:
    """Return what another machine's folder tells of; `step` as for `trained_here`."""
    return trained(_there(group, answers, step))


def _there(group: Mail, answers: Answering, step: Callable[[], object]) -> Iterator[Tables]:
    for letter in group.letters:
        step()
        if not letter.fault:
            with suppress(Unfit):
                yield read_carried(letter.path, answers, letter.mark)


class Accepting:
    """Says of each machine whether it is taken in; once it was, it always is."""

    def __init__(self, past: Past, device: Device, seen: SeenFiles, answers: Answering) -> None:
        self._past = past
        self._answers = answers
        self._device = device
        self._seen = seen
        said = device.load()
        self._is_open = said.get("open") is True or not device.shared
        self._with = [str(each) for each in said.get("with") or () if isinstance(each, str)]
        self._before = list(self._with)
        self._ids: set[tuple[str, str]] | None = None
        self._verdicts: dict[str, bool] = {}
        self._waiting: set[str] = set()

    def takes(self, group: Mail) -> bool:
        """Whether what a machine has written is taken in."""
        if group.folder not in self._verdicts:
            self._verdicts[group.folder] = self._takes(group)
        return self._verdicts[group.folder]

    def _takes(self, group: Mail) -> bool:
        is_own = group.device == self._device.id or group.folder == self._device.own
        if is_own or group.folder == HERE:
            return True
        if self._is_open or group.label in self._with or group.folder in self._with:
            self._accept(group)
            return True
        theirs = trained_there(group, self._answers)
        if theirs.known & self._here():
            self._accept(group)
            return True
        if theirs.sessions or theirs.runs:
            row = {"name": group.name, "sessions": len(theirs.sessions), "runs": len(theirs.runs)}
            marks = {letter.path: letter.mark for letter in group.letters}
            self._waiting.add(group.folder)
            self._seen.waiting[group.folder] = {**row, "folder": group.folder, "marks": marks}
        return False

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
