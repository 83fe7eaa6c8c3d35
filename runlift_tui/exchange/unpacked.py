"""What a file really holds: itself, or what is packed in it, never written to the disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from runlift_tui.exchange.neutral import NotRead

MOST_BYTES = 400_000_000
MOST_MEMBERS = 10_000
TABLE_OF_ALL, HEALTH = "activities.csv", "export.xml"
"""What an archive of Strava's, and one of Apple Health, has its outings in."""
_PIECE = 1 << 20
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OFFICE = ("xl/workbook.xml", "word/document.xml", "[Content_Types].xml")


class Member(NamedTuple):
    """One file out of another."""

    name: str
    """Within the archive; empty where there is none."""
    data: bytes


def members(data: bytes) -> Iterator[Member]:
    """Yield what a file holds: itself, or the files packed in it.

    Raises:
        NotRead: it is damaged, encrypted, packed twice, or too big.
    """
    if data.startswith(_GZIP):
        yield Member("", _flat(gunzipped(data)))
    elif data.startswith((_ZIP, _EMPTY_ZIP)):
        yield from _of_zip(data)
    else:
        yield Member("", data)


def _flat(data: bytes) -> bytes:
    if data.startswith((_GZIP, _ZIP)):
        raise NotRead("it is packed twice; unpack it first")
    return data


def gunzipped(data: bytes, most: int = MOST_BYTES) -> bytes:
    """Return what a gzip file holds.

    Raises:
        NotRead: it is damaged, or holds more than `most` bytes.
    """
    found = io.BytesIO()
    rest = data
    try:
        while rest.startswith(_GZIP):
            pump = zlib.decompressobj(zlib.MAX_WBITS | 16)
            piece = pump.decompress(rest, _PIECE)
            found.write(piece)
            while not pump.eof:
                if found.tell() > most:
                    raise NotRead(f"unpacked it is over {most // 1_000_000} MB")
                piece = pump.decompress(pump.unconsumed_tail, _PIECE)
                if not piece and not pump.unconsumed_tail and not pump.eof:
                    raise NotRead("the packed file is cut off")
                found.write(piece)
            rest = pump.unused_data
    except zlib.error:
        raise NotRead("the packed file is damaged") from None
    if found.tell() > most:
        raise NotRead(f"unpacked it is over {most // 1_000_000} MB")
    return found.getvalue()


def _of_zip(data: bytes) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from _of_members(packed)
    except NotRead:
        raise
    except Exception as error:  # a damaged archive may raise almost anything
        raise NotRead("the archive is damaged") from error


def _of_members(packed: zipfile.ZipFile) -> Iterator[Member]:
    every = [each for each in packed.infolist() if not _is_noise(each)]
    if len(every) > MOST_MEMBERS:
        raise NotRead(f"there are over {MOST_MEMBERS} files in it")
    if not every:
        raise NotRead("there is no file in it")
    names = {each.filename for each in every}
    if names.intersection(_OFFICE[:2]) or {_OFFICE[2]} <= names:
        raise NotRead("it is a workbook of Excel's; save it as CSV")
    left = MOST_BYTES
    for each in _worth_reading(every):
        if each.flag_bits & 1:
            raise NotRead("it is encrypted; unpack it first")
        inner = _read_member(packed, each, left)
        if inner.startswith(_ZIP):
            raise NotRead("there is an archive in the archive; unpack it first")
        if inner.startswith(_GZIP):
            inner = _flat(gunzipped(inner, left))
        left -= len(inner)
        if left < 0:
            raise NotRead(f"unpacked it is over {MOST_BYTES // 1_000_000} MB")
        yield Member(each.filename, inner)


def _is_noise(each: zipfile.ZipInfo) -> bool:
    base = each.filename.rsplit("/", 1)[-1]
    return each.is_dir() or base.startswith(".") or each.filename.startswith("__MACOSX/")


def _worth_reading(every: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the files that can have training in them, each outing once.

    Beside the one table that lists all outings their own files are the same again.
    """
    for table in (TABLE_OF_ALL, HEALTH, "cardioActivities.csv"):
        found = [each for each in every if each.filename.rsplit("/", 1)[-1] == table]
        if found:
            return found[:1]
    return every


def _read_member(packed: zipfile.ZipFile, each: zipfile.ZipInfo, most: int) -> bytes:
    if each.file_size > most:
        raise NotRead(f"unpacked it is over {MOST_BYTES // 1_000_000} MB")
    with packed.open(each) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise NotRead(f"unpacked it is over {MOST_BYTES // 1_000_000} MB")
    return data
