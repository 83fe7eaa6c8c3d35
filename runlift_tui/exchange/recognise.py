"""Which program wrote a file: by its content, never by its name.

A new dialect is one file beside the others with `is_it` and `read`, one row here, one in
`core/words/origin.py`, and one invented sample in `tests/exchange/samples/`, which the laws and the
broken files of the tests take in by themselves.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from runlift_tui.exchange.neutral import FileAnswers, FileRead, NotRead, UnknownFile
from runlift_tui.exchange.rows import CellTable, known_kind, sheet, text_of

KNOWN = (
    "RunLift reads Strong, Hevy, FitNotes, Liftosaur, StrongLifts, Fitbod, JEFIT, FIT, TCX, GPX, "
    "Strava, Garmin Connect, Runkeeper, intervals.icu, Apple Health and its own export in JSON"
)
"""What is read, in words."""
_OWN_MARK = b"runlift-export"


class Dialect(NamedTuple):
    """A program whose files are read."""

    format: str
    module: str
    """Under `exchange`; it has `is_it` and `read`."""
    shape: str = "table"
    """What its functions are given: a "table", a "text", or the "bytes" of the file."""


DIALECTS = (
    Dialect("strong", "strength.strong"),
    Dialect("hevy", "strength.hevy"),
    Dialect("fitnotes", "strength.fitnotes"),
    Dialect("fitnotes-ios", "strength.fitnotes_ios"),
    Dialect("liftosaur", "strength.liftosaur"),
    Dialect("stronglifts", "strength.stronglifts"),
    Dialect("fitbod", "strength.fitbod"),
    Dialect("jefit", "strength.jefit", "text"),
    Dialect("runkeeper", "running.runkeeper"),
    Dialect("intervals", "running.intervals"),
    Dialect("strava", "running.strava"),
    Dialect("garmin", "running.garmin"),
    Dialect("fit", "running.fit", "bytes"),
    Dialect("tcx", "running.tcx", "bytes"),
    Dialect("gpx", "running.gpx", "bytes"),
    Dialect("apple-health", "running.apple", "bytes"),
)


def is_own(data: bytes) -> bool:
    """Whether a file is an export of RunLift itself, in JSON."""
    # Between the characters of plain JSON in UTF-16 there are zeros.
    start = data[:8000].lstrip(b"\xff\xfe").replace(b"\0", b"").lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and _OWN_MARK in start


def read(data: bytes, wanted: str, given: FileAnswers) -> FileRead:
    """Return what a file says.

    Args:
        data: All of it, unpacked.
        wanted: The format that it is said to be; empty where its content decides.
        given: What the athlete said about it.

    Raises:
        NotRead: nothing of it is taken; the text says why.
        Misnamed: it is not what it was said to be.
    """
    if not data.strip():
        raise NotRead("it is empty")
    kind = known_kind(data)
    if kind:
        raise UnknownFile(kind)
    found = _by_bytes(data, wanted, given)
    if found is None and any(_candidates(shape, wanted) for shape in ("text", "table")):
        found = _by_text(_text_of(data), wanted, given)
    if found is None:
        if wanted:
            raise Misnamed(f"it is no file of {wanted}'s")
        raise UnknownFile(f"nothing in its first line is known; {KNOWN}")
    return found


def _text_of(data: bytes) -> str:
    try:
        return text_of(data)
    except NotRead as error:
        raise UnknownFile(f"{error}") from None


class Misnamed(NotRead):
    """A file that is not of the format that was named."""


def _candidates(shape: str, wanted: str) -> list[Dialect]:
    return [each for each in DIALECTS if each.shape == shape and wanted in ("", each.format)]


def _by_bytes(data: bytes, wanted: str, given: FileAnswers) -> FileRead | None:
    for each in _candidates("bytes", wanted):
        module = _module(each)
        if module.is_it(data):
            return _read(module.read, data, given)
    return None


def _by_text(text: str, wanted: str, given: FileAnswers) -> FileRead | None:
    for each in _candidates("text", wanted):
        module = _module(each)
        if module.is_it(text):
            return _read(module.read, text, given)
    if "\0" in text[:4000]:
        raise UnknownFile("it is no text")
    found: CellTable | None = None
    for each in _candidates("table", wanted):
        found = found or sheet(text)
        module = _module(each)
        if module.is_it(found):
            return _read(module.read, found, given)
    return None


def _read(reader: Callable[..., FileRead], content: object, given: FileAnswers) -> FileRead:
    found = reader(content, given)
    if not (found.workouts or found.runs or found.skipped):
        raise NotRead("there is not a single entry in it")
    return found


class _Module(NamedTuple):
    is_it: Callable[..., bool]
    read: Callable[..., FileRead]


def _module(dialect: Dialect) -> _Module:
    found = import_module(f"runlift_tui.exchange.{dialect.module}")
    return _Module(found.is_it, found.read)
