"""From paths to what their files say, each of them whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.handed_over import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift_tui.exchange.converted import Converted
    from runlift_tui.exchange.names import Names
    from runlift_tui.exchange.neutral import FileAnswers, FileRead
    from runlift_tui.store.importing.health import HealthExport
    from runlift_tui.store.importing.zones import Zone

DAMAGED, OPEN = 1, 2
"""Why nothing of a file is taken, as exit statuses: it is no good, or an answer is missing."""


class Stopped(Exception):
    """The athlete had enough of the reading; nothing is taken."""


class Came(NamedTuple):
    """One file, as far as it came."""

    name: str
    """As it was given."""
    sha: str = ""
    found: Converted | None = None
    row: Mapping[str, Any] | None = None
    """Its figures, where they are known from an import that had this very file."""
    error: str = ""
    status: int = 0
    own: bytes | None = None
    """An export of RunLift itself, unread."""


def bytes_of(path: str) -> bytes:
    """Return all bytes of a file.

    Raises:
        StoreError: it cannot be read.
    """
    from runlift_tui.exchange.unpacked import MOST_BYTES
    from runlift_tui.store.disk import handed_over

    return handed_over.read(path, MOST_BYTES, "export")


class FileReader:
    """Reads the files of one command."""

    def __init__(
        self,
        given: FileAnswers,
        zone: Zone,
        names: Names,
        wanted: str,
        known: Mapping[str, Any],
        go_on: Callable[[float], object] = lambda _: None,
    ) -> None:
        """Take what every file is read with.

        Args:
            given: What the athlete said.
            zone: Of times that have none.
            names: Of exercises.
            wanted: The format that all files are said to have, or empty.
            known: Figures of files that an import had, by SHA-256.
            go_on: Called every now and then with the part of a file that is read, from 0 to 1, 0
                where nobody knows; what it raises ends the reading.
        """
        self._go_on = go_on
        self._given = given
        self._zone = zone
        self._names = names
        self._wanted = wanted
        self._known = known

    def read(self, path: str) -> Came:
        """Return one file, as far as it came; nothing is raised for whatever is in it."""
        from runlift_tui.exchange.neutral import NotRead
        from runlift_tui.exchange.recognise import Misnamed
        from runlift_tui.store.importing.health import health_export

        try:
            health = health_export(path)
            data = b"" if health is not None else bytes_of(path)
        except StoreError as error:
            return Came(path, error=_without_name(error.what, path), status=DAMAGED)
        try:
            return self._came(path, data) if health is None else self._health(path, health)
        except Stopped:
            raise
        except Misnamed as error:
            return Came(path, error=f"{error}", status=OPEN)
        except NotRead as error:
            return Came(path, error=f"{error}", status=DAMAGED)
        except (Exception, RecursionError) as error:  # whatever is in a file, it ends here
            what = f"it cannot be read ({type(error).__name__})"
            return Came(path, error=what, status=DAMAGED)

    def _came(self, path: str, data: bytes) -> Came:
        import hashlib

        from runlift_tui.core.words.origin import OWN
        from runlift_tui.exchange.recognise import Misnamed, is_own

        sha = hashlib.sha256(data).hexdigest()
        if sha in self._known:
            return Came(path, sha, row=self._known[sha])
        if self._wanted == OWN and not _is_json(data):
            raise Misnamed("it is no export of RunLift's")
        if self._wanted in ("", OWN) and (is_own(data) or _is_json(data)):
            return Came(path, sha, own=data)
        return self._whole(path, sha, self._read(data))

    def _health(self, path: str, health: HealthExport) -> Came:
        """Read an export of Apple Health piece by piece: it may be far too big to be held."""
        from runlift_tui.exchange.recognise import Misnamed
        from runlift_tui.exchange.running.apple import read_pieces

        sha = health.sha()
        if sha in self._known:
            return Came(path, sha, row=self._known[sha])
        if self._wanted not in ("", "apple-health"):
            raise Misnamed(f"it is no file of {self._wanted}'s")
        read = read_pieces(health.pieces(self._go_on), self._given)
        if not (read.runs or read.skipped):
            from runlift_tui.exchange.neutral import NotRead

            raise NotRead("there is not a single workout in it")
        return self._whole(path, sha, [read])

    def _whole(self, path: str, sha: str, reads: list[FileRead]) -> Came:
        """Return a file with its documents, or with what it leaves open."""
        from runlift_tui.exchange.questions import QUESTIONS

        found = self._converted(path, [settled(each, self._given) for each in reads])
        if not found.read.questions:
            return Came(path, sha, found=found)
        why = QUESTIONS[found.read.questions[0]].option
        return Came(path, sha, found=found, error=why, status=OPEN)

    def _read(self, data: bytes) -> list[FileRead]:
        """Return what a file says; an archive has a part for each app whose files are in it."""
        from runlift_tui.exchange.converted import join
        from runlift_tui.exchange.neutral import NotRead, UnknownFile
        from runlift_tui.exchange.recognise import read
        from runlift_tui.exchange.unpacked import members

        reads: dict[str, FileRead] = {}
        strange: dict[str, list[str]] = {}
        for member in members(data):
            self._go_on(0.0)
            try:
                one = read(member.data, self._wanted, self._given)
            except UnknownFile as error:
                if not member.name:
                    raise
                strange.setdefault(f"{error}", []).append(member.name)
            except NotRead as error:
                if not member.name:
                    raise
                raise type(error)(f"{member.name} in it: {error}") from None
            else:
                kind = f"{one.format} {one.unit}"
                if kind in reads:
                    join(reads[kind], one)
                else:
                    reads[kind] = one
        if not reads:
            why, names = next(iter(strange.items()))
            raise NotRead(f"{names[0]} in it: {why}")
        parts = list(reads.values())
        parts[0].warnings += [_left_out(names, why) for why, names in strange.items()]
        return parts

    def _converted(self, path: str, reads: list[FileRead]) -> Converted:
        from runlift_tui.exchange.converted import together
        from runlift_tui.exchange.documents import Origin

        name = "stdin" if path == STDIN else os.path.basename(path)
        zone, parts = self._zone, []
        for read in reads:
            unit = read.unit if read.unit != "mixed" else ""
            origin = Origin(read.format, name, zone.zone, zone.name, unit, self._given)
            parts.append((read, origin))
        return together(parts, self._names)


def _left_out(names: list[str], why: str) -> str:
    """Return that members of an archive were left out: a watch keeps thousands of one kind."""
    if len(names) == 1:
        return f"{names[0]} in it was left out: {why}"
    return f"{len(names)} files in it were left out, {names[0]} among them: {why}"


def settled(read: FileRead, given: FileAnswers) -> FileRead:
    """Return a file with the unit of its weights settled, or with the question for it."""
    from runlift_tui.exchange.neutral import UNIT

    sets = [each for workout in read.workouts for each in workout.sets]
    loaded = [each for each in sets if each.weight is not None or each.assist is not None]
    units = {each.unit for each in loaded if each.unit}
    if read.unit and read.unit != "mixed":
        units.add(read.unit)
    if not read.unit and read.workouts and all("runlift:" in w.notes for w in read.workouts):
        # RunLift's own table has kilograms, and no column says so.
        read.unit, read.unit_from = "kg", "file"
        units.add("kg")
    if not all(each.unit or read.unit for each in loaded):
        if given.unit:
            units.add(given.unit)
            read.unit, read.unit_from = given.unit, given.how("unit")
        else:
            read.questions.append(UNIT)
    elif units and read.unit_from == "none":
        read.unit_from = "row"
    if len(units) > 1:
        for each in sets:
            each.unit = each.unit or read.unit
        read.unit = "mixed"
    elif units:
        read.unit = units.pop()
    if given.unit and read.unit not in ("", given.unit):
        said = "kg and lb" if read.unit == "mixed" else read.unit
        read.warnings.append(f"the file says {said} itself, and --unit changes nothing")
    return read


def _is_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _without_name(what: str, path: str) -> str:
    """Return why a file cannot be read without its name in front."""
    from runlift_tui.store.disk.handed_over import name_of

    return what.removeprefix(f"{name_of(path)} ").rstrip(".")
