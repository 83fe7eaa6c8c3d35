"""GPX: tracks of segments of points; a gap between segments is neither way nor time."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from msgspec import Struct

from runlift_tui.exchange.neutral import (
    BAD_ROW,
    NO_TIME,
    NOT_A_RUN,
    SPORT,
    FileAnswers,
    FileRead,
    RunRead,
)
from runlift_tui.exchange.numbers import number
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import folded_type, is_run
from runlift_tui.exchange.running.xml import XmlReader, begins_as_xml, pieces_of, root_of
from runlift_tui.exchange.times import moment

APART = timedelta(minutes=60)
"""Tracks of one type that are less apart are of one outing."""
_EARTH_M = 6_371_008.8
_RUN_NUMBERS = ("9",)
"""What one program writes for a run."""


class _Track(Struct):
    """One track."""

    number: int
    kind: str = ""
    name: str = ""
    begun: datetime | None = None
    ended: datetime | None = None
    wall: str = ""
    metres: float = 0
    seconds: float = 0
    points: int = 0
    odd: bool = False
    """Whether a time or a place in it is none."""


def is_it(data: bytes) -> bool:
    """Whether a file is GPX."""
    return begins_as_xml(data) and root_of(data) == "gpx"


def read(data: bytes, given: FileAnswers) -> FileRead:
    """Return what a GPX file says.

    Raises:
        NotRead: it is damaged.
    """
    found = FileRead(
        format="gpx",
        distance_unit="m",
        distance_from="header",
    )
    reading = _Reading()
    reading.read(data)
    timed = []
    for track in reading.tracks:
        if track.begun is None:
            reason = BAD_ROW if track.odd else NO_TIME
            found.skip(reason, track.number, f"track {track.number} has no times")
        else:
            timed.append(track)
    for outing in _outings(timed):
        _take(found, outing, given)
    return found


def _take(found: FileRead, track: _Track, given: FileAnswers) -> None:
    if not track.kind and not given.sport and SPORT not in found.questions:
        found.questions.append(SPORT)
    known = track.kind in _RUN_NUMBERS or is_run(track.kind, given.run_types)
    if track.kind and not known:
        found.types[track.kind] += 1
        found.skip(NOT_A_RUN, track.number, track.kind)
        return
    assert track.begun is not None
    found.runs.append(
        RunRead(
            begun=track.begun,
            line=track.number,
            wall=track.wall,
            metres=track.metres or None,
            seconds=track.seconds or None,
            title=own_title(track.name, "" if track.kind.isdecimal() else track.kind),
        )
    )


def _outings(tracks: list[_Track]) -> list[_Track]:
    """Return tracks, those of one type that are little apart as one."""
    found: list[_Track] = []
    for track in sorted(tracks, key=_begun):
        last = found[-1] if found else None
        if last is None or not _goes_on(last, track):
            found.append(track)
            continue
        last.metres += track.metres
        last.seconds += track.seconds
        last.ended = track.ended
        last.name = last.name or track.name
    return found


def _goes_on(last: _Track, track: _Track) -> bool:
    """Whether a track goes on where another one of its type ended, not long before."""
    if last.ended is None or track.begun is None:
        return False
    if folded_type(last.kind) != folded_type(track.kind):
        return False
    # Two at once are two records, and no way from one to the other.
    return timedelta() <= track.begun - last.ended < APART


def _begun(track: _Track) -> float:
    return track.begun.timestamp() if track.begun is not None else 0.0


class _Reading:
    """One pass over the file."""

    def __init__(self) -> None:
        self.tracks: list[_Track] = []
        self._track = _Track(0)
        self._place: tuple[float, float] | None = None
        self._before: tuple[float, float] | None = None
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._xml = XmlReader(self._start, self._end, ("time", "type", "name"))

    def read(self, data: bytes) -> None:
        self._xml.feed(pieces_of(data))

    def _start(self, path: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        match path[-1]:
            case "trk":
                self._track = _Track(len(self.tracks) + 1)
            case "trkseg":
                self._before = self._first = self._last = None
            case "trkpt":
                self._point(attributes)

    def _point(self, attributes: Mapping[str, str]) -> None:
        lat, lon = number(attributes.get("lat", "")), number(attributes.get("lon", ""))
        track = self._track
        track.points += 1
        if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 360:
            track.odd = True
            return
        place = radians(lat), radians(lon)
        if self._before is not None:
            track.metres += _apart(self._before, place)
        self._before = place

    def _end(self, path: tuple[str, ...], text: str) -> None:
        track, name = self._track, path[-1]
        if name == "time" and path[-2:-1] == ("trkpt",):
            self._time(text)
        elif path[-2:-1] == ("trk",) and name in ("type", "name"):
            if name == "type":
                track.kind = text
            else:
                track.name = text
        elif name == "trkseg":
            self._close_segment()
        elif name == "trk":
            self.tracks.append(track)

    def _time(self, text: str) -> None:
        when = moment(text)
        if when is None or when[1]:
            self._track.odd = True
            return
        at = when[0]
        if self._first is None:
            self._first = at
        if self._track.begun is None:
            self._track.begun, self._track.wall = at, text
        self._last = at

    def _close_segment(self) -> None:
        if self._first is None or self._last is None:
            return
        if (self._first.tzinfo is None) != (self._last.tzinfo is None):
            self._track.odd = True
            return
        self._track.seconds += max(0.0, (self._last - self._first).total_seconds())
        self._track.ended = self._last


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the metres of the great circle between two places, in radians."""
    half_lat, half_lon = (other[0] - one[0]) / 2, (other[1] - one[1]) / 2
    a = sin(half_lat) ** 2 + cos(one[0]) * cos(other[0]) * sin(half_lon) ** 2
    return 2 * _EARTH_M * asin(sqrt(min(1.0, a)))
