"""From paths to what their files say, each of them whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from runlift_tui.commands.printing import FAILED, MISUSED, STANDARD
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift_tui.commands.exchange.health import HealthExport
    from runlift_tui.commands.exchange.zones import Zone
    from runlift_tui.exchange.converted import Converted
    from runlift_tui.exchange.names import Names
    from runlift_tui.exchange.neutral import FileAnswers, FileRead

_ASKS = {
    "unit": "the weights have no unit: say --unit kg or --unit lb",
    "distance": "the distances have no unit: say --distance km or --distance mi",
    "sport": "it does not say of which sport it is: say --sport run, where it is a run",
    "day-order": "no day of it says which number is the month; export it again with ISO dates",
}


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
        self, given: FileAnswers, zone: Zone, names: Names, wanted: str, known: Mapping[str, Any]
    ) -> None:
        """Take what every file is read with.

        Args:
            given: What the athlete said.
            zone: Of times that have none.
            names: Of exercises.
            wanted: The format that all files are said to have, or empty.
            known: Figures of files that an import had, by SHA-256.
        """
        self._given = given
        self._zone = zone
        self._names = names
        self._wanted = wanted
        self._known = known

    def read(self, path: str) -> Came:
        """Return one file, as far as it came; nothing is raised for whatever is in it."""
        from runlift_tui.commands.exchange.health import health_export
        from runlift_tui.exchange.neutral import NotRead
        from runlift_tui.exchange.recognise import Misnamed

        try:
            health = health_export(path)
            data = b"" if health is not None else bytes_of(path)
        except StoreError as error:
            return Came(path, error=_without_name(error.what, path), status=FAILED)
        try:
            return self._came(path, data) if health is None else self._health(path, health)
        except Misnamed as error:
            return Came(path, error=f"{error}", status=MISUSED)
        except NotRead as error:
            return Came(path, error=f"{error}", status=FAILED)
        except (Exception, RecursionError) as error:  # whatever is in a file, it ends here
            what = f"it cannot be read ({type(error).__name__})"
            return Came(path, error=what, status=FAILED)

    def _came(self, path: str, data: bytes) -> Came:
        import hashlib

        from runlift_tui.exchange.recognise import OWN, Misnamed, is_own

        sha = hashlib.sha256(data).hexdigest()
        if sha in self._known:
            return Came(path, sha, row=self._known[sha])
        if self._wanted == OWN and not _is_json(data):
            raise Misnamed("it is no export of RunLift's")
        if self._wanted in ("", OWN) and (is_own(data) or _is_json(data)):
            return Came(path, sha, own=data)
        read = self._read(data)
        if read.questions:
            return self._asked(path, sha, read)
        return Came(path, sha, found=self._converted(path, read))

    def _health(self, path: str, health: HealthExport) -> Came:
        """Read an export of Apple Health piece by piece: it may be far too big to be held."""
        from runlift_tui.exchange.recognise import Misnamed
        from runlift_tui.exchange.running.apple import read_pieces

        sha = health.sha()
        if sha in self._known:
            return Came(path, sha, row=self._known[sha])
        if self._wanted not in ("", "apple-health"):
            raise Misnamed(f"it is no file of {self._wanted}'s")
        read = read_pieces(health.pieces(), self._given)
        if not (read.runs or read.skipped):
            from runlift_tui.exchange.neutral import NotRead

            raise NotRead("there is not a single workout in it")
        return Came(path, sha, found=self._converted(path, settled(read, self._given)))

    def _asked(self, path: str, sha: str, read: FileRead) -> Came:
        found = self._converted(path, read)
        return Came(path, sha, found=found, error=_ASKS[read.questions[0]], status=MISUSED)

    def _read(self, data: bytes) -> FileRead:
        from runlift_tui.exchange.neutral import NotRead
        from runlift_tui.exchange.recognise import UnknownFile, read
        from runlift_tui.exchange.unpacked import members

        reads, strange = [], list[str]()
        for member in members(data):
            try:
                reads.append(read(member.data, self._wanted, self._given))
            except UnknownFile as error:
                if not member.name:
                    raise
                strange.append(f"{member.name} in it was left out: {error}")
            except NotRead as error:
                if not member.name:
                    raise
                raise type(error)(f"{member.name} in it: {error}") from None
        if not reads:
            raise NotRead(strange[0].replace(" was left out", "", 1))
        found = joined(reads)
        found.warnings += strange
        return settled(found, self._given)

    def _converted(self, path: str, read: FileRead) -> Converted:
        from runlift_tui.exchange.converted import converted
        from runlift_tui.exchange.documents import Origin

        name = "stdin" if path == STANDARD else os.path.basename(path)
        unit = read.unit if read.unit != "mixed" else ""
        origin = Origin(
            read.format, read.app, name, self._zone.zone, self._zone.name, unit, self._given
        )
        return converted(read, origin, self._names)


def joined(reads: list[FileRead]) -> FileRead:
    """Return the files of an archive as one."""
    first = reads[0]
    for other in reads[1:]:
        first.workouts += other.workouts
        first.runs += other.runs
        first.skipped += other.skipped
        first.types = first.types + other.types
        first.warnings += other.warnings
        first.questions += [each for each in other.questions if each not in first.questions]
        if other.unit and first.unit and other.unit != first.unit:
            first.unit = "mixed"
        elif other.unit and not first.unit:
            first.unit, first.unit_from = other.unit, other.unit_from
    return first


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
            read.unit, read.unit_from = given.unit, "option"
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
