"""The exchange: stamp what changed without a stamp, absorb, publish. Home is the truth.

A carried file is read and joined, never trusted alone. It runs on the writer's thread, with the
lock of the data folder, and never while a session is open.
"""

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from runlift_tui.core.sync.held import EVERYWHERE, Copy
from runlift_tui.core.sync.stamps import stamp
from runlift_tui.core.sync.told import Arrival
from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk import files
from runlift_tui.store.disk.answers import GLANCE_S, SILENT, WRITING_S, Answering
from runlift_tui.store.disk.derived import fingerprint
from runlift_tui.store.disk.device import host, new_device
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.sync.accepting import Accepting
from runlift_tui.store.sync.came import CameIn
from runlift_tui.store.sync.mailbox import CarriedFile, Mail, copies, groups
from runlift_tui.store.sync.news import TEN_MINUTES, shared_folder
from runlift_tui.store.sync.parcels import LIBRARY, Unfit, parcels, read_carried
from runlift_tui.store.sync.publishing import Publishing
from runlift_tui.store.sync.seen import SeenFiles
from runlift_tui.store.sync.shelves import Shelves

_DAY_MS = 86_400_000
KEPT_DAYS = 400
"""For how long what was deleted keeps its content."""
_NEWER = "{} has a newer RunLift: update this one to take in what it wrote."


class Met(NamedTuple):
    """What an exchange came to."""

    arrivals: list[Arrival]
    away: str = ""
    """Why the carried folder is not there, in a sentence; empty where it is, or none is on."""
    refused: str = ""
    """Why nothing could be given out, in a sentence; empty where it could."""


class Exchange:
    """One data folder, and the folder through which it meets other machines."""

    def __init__(
        self,
        past: Past,
        now_ms: int,
        goes_on: Callable[[], bool] = lambda: True,
        step: Callable[[], object] = lambda: None,
    ) -> None:
        """Take a data folder, whose lock has to be held.

        Args:
            past: The folder.
            now_ms: This moment, milliseconds since the epoch.
            goes_on: Asked again and again; the rest is left for another time where it says no.
            step: Called before each file.
        """
        self._goes_on = goes_on
        self._step = step
        self._answers = Answering(goes_on)
        self._past = past
        self._home = past.folder
        self._device = past.device
        self._now_ms = now_ms
        self._device.forget()
        self.seen = SeenFiles(self._home.derived)

    @property
    def shared(self) -> str:
        """The carried folder; empty where nothing is shared."""
        return shared_folder(self._device)

    def run(self) -> Met:
        """Exchange everything; what cannot be read now is tried again the next time.

        Raises:
            StoreError: this machine's own files cannot be read or written.
        """
        self._device.ensure()
        shared = self.shared
        found: list[Mail] = []
        away = ""
        if shared:
            try:
                found = groups(shared, self._home, self._answers)
            except OSError as error:
                if not self._goes_on():
                    return Met([])  # whoever trains was not to wait for it
                away = f"The carried folder {safe_text(shared)} {_why_away(error)}."
        own = copies(self._home)
        self._note_away(away)
        there = bool(shared) and not away
        if there:
            self._another_than_a_clone(found)
        shelves = self._shelves(found)
        if there:
            self._stamp(shared, shelves)
        self._absorb([*found, *([own] if own else [])], shelves, there=there)
        shelves.write()
        _delete_what_was_moved(self._past, shelves)
        self._step()
        refused = self._publish(shared) if there and self._goes_on() else ""
        self._keep(shelves)
        return Met(shelves.arrivals, away, refused)

    def part(self) -> None:
        """Give out what was changed here; what others did waits for the next exchange.

        Raises:
            StoreError: this machine's own files cannot be read or written.
        """
        shared = self.shared
        if self._device.id and shared and _is_there(shared, self._answers):
            shelves = self._shelves(())
            self._stamp(shared, shelves)
            shelves.write()
            self._publish(shared)
            self._keep(shelves)

    def _shelves(self, found: Iterable[Mail]) -> Shelves:
        oldest = stamp(self._now_ms - KEPT_DAYS * _DAY_MS, "0")
        known = self._device.names
        names = {**known, **{each.device: each.name for each in found if each.device}}
        names[self._device.id] = self._device.name
        if names != known:
            self._device.say(names=names)
        return Shelves(self._past, oldest, names)

    def _note_away(self, away: str) -> None:
        if not away:
            self.seen.away = ""
        elif not self.seen.away:
            self.seen.away = iso(self._now_ms)

    def _another_than_a_clone(self, found: Iterable[Mail]) -> None:
        """Take a new id where another machine writes in this one's folder: one was cloned."""
        for group in found:
            is_own = group.folder == self._device.own and group.device == self._device.id
            if not is_own:
                continue
            theirs = group.host != host() if group.host else group.name != self._device.name
            if theirs:
                with_it = sorted({*self._with(), group.folder})
                self._device.say(device=new_device(), **{"with": with_it})

    def _with(self) -> list[str]:
        found = self._device.load().get("with")
        return [str(each) for each in found] if isinstance(found, list) else []

    def _stamp(self, shared: str, shelves: Shelves) -> None:
        """Stamp what something changed that does not stamp: an older RunLift, a script."""
        mail = os.path.join(shared, self._device.own)
        for name, path in own_files(self._past):
            if self.seen.home.get(name) == fingerprint(path):
                continue
            try:
                tables = read_carried(os.path.join(mail, name), self._answers)
            except Unfit:
                continue
            for place, pieces in parcels(tables).items():
                shelves.stamp(place, pieces, self._now_ms, self._device.id)
                shelves.join(place, pieces, self._device.name, is_own=True)

    def _absorb(self, found: Iterable[Mail], shelves: Shelves, *, there: bool) -> None:
        accepting = Accepting(self._past, self._device, self.seen, self._answers)
        every: list[tuple[CarriedFile, Mail]] = []
        for group in found:
            self._step()
            every += [(letter, group) for letter in group.letters]
        fresh = [each for each in every if self._is_fresh(each[0])]
        # What could not be read may hang, and is not to keep anyone from the rest.
        for letter, group in sorted(fresh, key=lambda each: each[0].path in self.seen.faults):
            self._step()
            if not self._goes_on():
                return
            if accepting.takes(group):
                self._take_in(letter, group, shelves)
            elif (letter.path, *letter.mark) in self._answers.silent:
                self._fault(letter, SILENT)
        if there:
            accepting.keep()
        # Of what is away, or does not answer, nobody knows what is gone.
        silent = [letter.path for letter, _ in every if letter.fault == SILENT]
        silent += [self.shared] if self.shared and not there else []
        standing = {letter.path for letter, _ in every}
        self.seen.keep_only(
            lambda path: (
                path in standing
                or (
                    any(files.lies_in(path, each) for each in silent)
                    and not files.lies_in(path, self._home.path)
                )
            )
        )

    def _is_fresh(self, letter: CarriedFile) -> bool:
        if letter.fault:
            self._fault(letter, letter.fault)
            return False
        given = self.seen.given.get(letter.path)
        is_fresh = letter.mark not in (self.seen.absorbed.get(letter.path), given)
        if not is_fresh and self.seen.faults.get(letter.path, {}).get("mark") != letter.mark:
            self.seen.faults.pop(letter.path, None)
        return is_fresh

    def _take_in(self, letter: CarriedFile, group: Mail, shelves: Shelves) -> None:
        known = self.seen.faults.get(letter.path)
        if known is not None and known.get("mark") == letter.mark and known.get("whole"):
            return
        try:
            tables = read_carried(letter.path, self._answers, letter.mark)
        except Unfit as unfit:
            if unfit.why == SILENT and (letter.path, *letter.mark) not in self._answers.silent:
                return  # there was no time to ask for it
            why = _NEWER.format(group.name) if unfit.newer else unfit.why
            self._fault(letter, why, whole=unfit.lasts)
            return
        strange: list[str] = []
        for place, pieces in parcels(tables).items():
            strange += shelves.join(place, pieces, group.name)
        self.seen.faults.pop(letter.path, None)
        if strange:
            more = f" ({len(strange)} in all)" if len(strange) > 1 else ""
            self._fault(letter, f"{strange[0]}{more}", whole=True)
        self.seen.absorbed[letter.path] = letter.mark

    def _fault(self, letter: CarriedFile, why: str, *, whole: bool = False) -> None:
        known = self.seen.faults.get(letter.path, {})
        since = known.get("since") or iso(self._now_ms)
        row = {"why": safe_text(why), "since": since, "mark": letter.mark, "whole": whole}
        self.seen.faults[letter.path] = row

    def _publish(self, shared: str) -> str:
        refused = ""
        publishing, own = Publishing(shared, self._device, self.seen), own_files(self._past)
        try:
            self._answers.ask(
                (shared, "give"),
                partial(publishing.give, own),
                within_s=WRITING_S,
                progress=lambda: publishing.done,
            )
            self.seen.home, self.seen.given = publishing.known
            for path in self.seen.given:
                self.seen.faults.pop(path, None)
        except StoreError as error:
            self.seen.home, self.seen.given = publishing.known
            refused = error.what
        except OSError as error:
            if not self._goes_on():
                return ""
            refused = f"Nothing was put into {safe_text(shared)}: {error.strerror or error}."
        since = self.seen.refused_since or iso(self._now_ms)
        self.seen.refused, self.seen.refused_since = refused, since if refused else ""
        return refused

    def _keep(self, shelves: Shelves) -> None:
        if shelves.arrivals:
            CameIn(self._home.derived).add(shelves.arrivals, iso(self._now_ms), self.seen.told)
        before = self.seen.at
        if (
            shelves.arrivals
            or not before
            or before[:TEN_MINUTES] != iso(self._now_ms)[:TEN_MINUTES]
        ):
            self.seen.at = iso(self._now_ms)
        self.seen.keep()


def _is_there(shared: str, answers: Answering) -> bool:
    try:
        answers.ask(shared, lambda: os.stat(shared), within_s=GLANCE_S)
    except OSError:
        return False
    return True


def _why_away(error: OSError) -> str:
    what = "is not there" if isinstance(error, FileNotFoundError) else "cannot be read"
    return f"{what} ({error.strerror or error})"


def _delete_what_was_moved(past: Past, shelves: Shelves) -> None:
    """Delete what was moved to another year on one machine and deleted on another since."""
    if not shelves.wrote - {LIBRARY}:
        return
    for year, table, id_, at in Runs(past).deleted_elsewhere():
        row = {"id": id_, "table": table, "at": at, EVERYWHERE: at}
        device = at.rpartition(" ")[2]
        shelves.join(year, [Copy(table, id_, deleted=row)], past.device.names.get(device, device))
    shelves.write()


def own_files(past: Past) -> list[tuple[str, str]]:
    """Return the name and path of each file of this machine that is given out."""
    years = [past.history.path(year) for year in past.history.years(newest_first=False)]
    found = [(os.path.basename(path), path) for path in years]
    return [*found, (os.path.basename(past.folder.library), past.folder.library)]
