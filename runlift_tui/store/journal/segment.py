"""The session under way: one command a line, on the disk before anyone says that it happened."""

import errno
import os
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from runlift_tui.core.words.text import plural
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import FULL, Damaged, Newer, StoreError, Unreadable, Unwritable
from runlift_tui.store.disk.lines import decode_line, encode_line, is_start_of_line
from runlift_tui.store.disk.patience import READING_S

SCHEMA = 1
"""The journal format that this program writes, and the newest that it reads."""
SUFFIX = ".jsonl"
MOST_BYTES = 16_000_000
"""Of a journal: some hundred thousand keys."""

SESSION, EDIT = "session", "edit"
"""What a journal is about, as its header says: a session under way, or changes of the past."""

Record = dict[str, Any]


class Contents(Struct, frozen=True):
    """What a segment's file holds, as far as it can be read."""

    id: str
    kind: str
    records: list[Record]
    """Every record whose checksum holds, in order, without the header."""
    lines: list[bytes]
    """The good lines themselves, with the header."""
    lost: int
    """How many lines could not be read, not counting one that was torn at the end."""
    headed: bool
    """Whether the header could be read."""
    torn: bool
    """Whether the last write was cut short; nobody was ever told that it was done."""


class Segment:
    """One journal file, which is only ever added to, in order, with nothing slipping past.

    A record that the disk refuses waits in memory, and everything after it waits behind it.
    """

    def __init__(self, path: str, id_: str, kind: str) -> None:
        self.path = path
        """The file, which need not exist yet."""
        self.id = id_
        self.kind = kind
        """What the records are about: `SESSION` or `EDIT`."""
        self.records: list[Record] = []
        """What stood in the file when it was opened; empty for a new one."""
        self.trouble: Unwritable | None = None
        """Why the newest records are not saved, or None."""
        self._lines: list[bytes] = []
        self._pending: list[bytes] = []
        self._size = 0
        self._fd: int | None = None
        self._intact = False
        self._keep_damaged = False

    @classmethod
    def create(cls, folder: str, id_: str, kind: str, *, first: Iterable[Record] = ()) -> "Segment":
        """Return a new segment, its first records already on the disk with it.

        Where the disk refuses, the segment lives in memory and `trouble` says why.

        Raises:
            ValueError: the id is no plain name, or a record cannot be written as JSON.
        """
        if not is_plain(id_):
            raise ValueError(f"not an id: {id_!r}")
        segment = cls(os.path.join(folder, id_ + SUFFIX), id_, kind)
        segment._pending = [encode_line(record) for record in (header(kind, id_), *first)]
        try:
            segment.retry()
        except Unwritable as trouble:
            segment.trouble = trouble
        return segment

    @classmethod
    def open(cls, path: str) -> tuple["Segment", Damaged | None]:
        """Return a segment with what its file holds, mended, and a report of any damage.

        A last line that was cut short is dropped without a word. Of a damaged file a copy is set
        aside and every good line is kept.

        Raises:
            FileNotFoundError, Unreadable, Newer: as for `read_segment`.
        """
        contents = read_segment(path)
        segment = cls(path, contents.id, contents.kind)
        segment.records = contents.records
        segment._lines = contents.lines
        if contents.lost and not contents.headed:
            segment._lines = [encode_line(header(contents.kind, contents.id)), *contents.lines]
        segment._size = sum(map(len, segment._lines))
        segment._intact = not contents.lost and not contents.torn
        segment._keep_damaged = contents.lost > 0
        return segment, segment._mend(contents.lost)

    @property
    def pending(self) -> int:
        """How many lines wait in memory, the header's among them; 0 where all are on the disk."""
        return len(self._pending)

    def append(self, record: Record) -> None:
        """Add a record; on return it is on the disk, and so is everything before it.

        Raises:
            Unwritable: it is not; it waits in memory behind all that was refused before it.
            ValueError, TypeError: it cannot be written as JSON, and was not taken.
        """
        self._pending.append(encode_line(record))
        self.retry()

    def retry(self) -> None:
        """Write whatever waits.

        Raises:
            Unwritable: it goes on waiting.
        """
        if not self._pending:
            return
        try:
            if not self._extend():
                self._rewrite()
        except Unwritable as trouble:
            self.trouble = trouble
            raise
        self.trouble = None
        self._lines += self._pending
        self._pending = []

    def remove(self) -> None:
        """Take the file away for good, and forget what waits.

        Raises:
            Unwritable: it is still there, or not known to be gone.
        """
        self.close()
        try:
            if os.path.lexists(self.path):
                if self._keep_damaged:
                    _set_aside(self.path)
                    self._keep_damaged = False
                files.unlink(self.path)
                files.fsync_folder(os.path.dirname(self.path))
        except OSError as error:
            raise Unwritable(self.path, error) from error
        self._pending = []

    def keep_aside(self) -> None:
        """Have the file as it stands kept under another name before it is changed or goes."""
        self._keep_damaged = True
        self._spoil()

    def close(self) -> None:
        """Let go of the file; a later append opens it again."""
        if self._fd is not None:
            fd, self._fd = self._fd, None
            os.close(fd)

    def _extend(self) -> bool:
        """Add what waits at the end; return False where the file itself is no longer to be used."""
        fd = self._handle()
        if fd is None:
            return False
        data = b"".join(self._pending)
        try:
            files.write_all(fd, data)
        except OSError as error:
            self._cut_back(fd, error)
            raise Unwritable(self.path, error) from error
        try:
            files.fsync_file(fd)
            now = os.stat(self.path)
        except OSError:
            # After a failed fsync the system may count the lost pages as written, and a second
            # fsync would succeed without them. The name may also be gone.
            self._spoil()
            return False
        own = os.fstat(fd)
        if not os.path.samestat(now, own) or now.st_size != self._size + len(data):
            self._spoil()
            return False
        self._size = now.st_size
        return True

    def _handle(self) -> int | None:
        """Return the file, opened at its end, or None where it has to be written afresh."""
        if self._fd is not None or not self._intact:
            return self._fd
        try:
            # At its end wherever that is by then: into a file that was emptied a place of old
            # would write zeros first, and its length would be as expected.
            flags = os.O_WRONLY | os.O_APPEND | files.NOFOLLOW
            self._fd = files.open_patiently(self.path, flags, READING_S)
            if os.lseek(self._fd, 0, os.SEEK_END) != self._size:
                self._spoil()
        except OSError:
            self._spoil()
        return self._fd

    def _cut_back(self, fd: int, refused: OSError) -> None:
        """Take half a write back out of the file."""
        try:
            os.ftruncate(fd, self._size)
            os.lseek(fd, self._size, os.SEEK_SET)
        except OSError:
            self._spoil()
        # On a full disk the end of the old file has the best chance; after anything else, such as
        # a disk that was pulled out and is back, a fresh one has.
        if refused.errno not in FULL:
            self._spoil()

    def _spoil(self) -> None:
        self._intact = False
        self.close()

    def _rewrite(self) -> None:
        """Put every good line and all that waits into a fresh file, in the place of the old one."""
        folder = os.path.dirname(self.path)
        if not os.path.isdir(os.path.dirname(folder)):
            # A folder made afresh where a disk is missing would hide that disk.
            raise Unwritable(self.path, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
        files.ensure_folder(folder, parents=False)
        if self._keep_damaged and os.path.exists(self.path):
            _set_aside(self.path)
        data = b"".join(self._lines + self._pending)
        files.replace_whole(self.path, data, keep_previous=False)
        self._intact = True
        self._keep_damaged = False
        self._size = len(data)
        self._handle()

    def _mend(self, lost: int) -> Damaged | None:
        """Set a damaged file aside and write its good lines afresh, as far as the disk lets us."""
        if not lost:
            return None
        name, aside = os.path.basename(self.path), None
        kept = "it is left as it is until it can be"
        try:
            aside = _set_aside(self.path)
            kept = f"a copy is kept as {os.path.basename(aside)}"
            self._rewrite()
        except StoreError:
            pass  # the next append tries again
        lines = plural(lost, "line")
        what = f"{lines} of {name} could not be read, every other one is in use; {kept}."
        return Damaged(what, self.path, aside=aside, recovered=True, lost=lost)


def _set_aside(path: str) -> str:
    """Keep a damaged journal under another name, beside the one that replaces it."""
    from runlift_tui.store.disk.aside import set_aside

    return set_aside(path, leave=True)


def is_plain(id_: str) -> bool:
    """Whether an id can be the name of a journal: no path, and nothing that a disk refuses."""
    return id_.replace("-", "").isalnum() and id_.isascii()


def list_segments(folder: str) -> list[str]:
    """Return the paths of all segments, by name; none where there is no such folder.

    Raises:
        Unreadable: there is one, and it cannot be listed.
    """
    names = files.list_folder(folder)
    return [os.path.join(folder, name) for name in sorted(names) if name.endswith(SUFFIX)]


def read_segment(path: str) -> Contents:
    """Return what a segment's file holds, and change nothing.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: the system does not let us read it.
        Newer: a newer RunLift wrote it.
    """
    if os.path.islink(path):
        # Nothing of ours is a link, and what it leads to is not to be added to.
        raise Unreadable(path, OSError(errno.ELOOP, "it is a link to somewhere else"))
    data = files.read_whole(path, MOST_BYTES)
    if data is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    # A carrier between machines may have given the lines the ends that Windows' texts have.
    *whole, tail = (line.removesuffix(b"\r") for line in data.split(b"\n"))
    if tail and decode_line(tail):
        whole.append(tail)
    decoded = [(line, decode_line(line)) for line in whole]
    records = [record for _, record in decoded if record is not None]
    lines = [line + b"\n" for line, record in decoded if record is not None]
    # Half a line is what a kill leaves; zeros and worse, or nothing at all, are damage.
    torn = is_start_of_line(tail)
    lost = len(whole) - len(lines) + (not torn and bool(tail)) + (not data)
    head: Record = records.pop(0) if records and "journal" in records[0] else {}
    _check_schema(path, head.get("journal", SCHEMA))
    id_ = os.path.basename(path).removesuffix(SUFFIX)
    kind = str(head.get("kind") or _kind_of(records))
    return Contents(id_, kind, records, lines, lost, bool(head), torn)


def passed_over(path: str, count: int) -> str:
    """Return what is told of lines that are whole and make no sense to this program."""
    lines = plural(count, "line")
    return (
        f"{lines} of {os.path.basename(path)} make{'s' * (count == 1)} no sense to this RunLift, "
        "every other one is in use; the file is kept as it is. A newer RunLift may know more."
    )


def header(kind: str, id_: str) -> Record:
    """Return the first record of a journal."""
    return {"journal": SCHEMA, "kind": kind, "id": id_}


def _kind_of(records: Iterable[Record]) -> str:
    """Return what records without a header are about: a change has a before and an after."""
    return EDIT if any("before" in record or "after" in record for record in records) else SESSION


def _check_schema(path: str, schema: object) -> None:
    if isinstance(schema, int) and schema > SCHEMA:
        raise Newer(path, schema, SCHEMA)
