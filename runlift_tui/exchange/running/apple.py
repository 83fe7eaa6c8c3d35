"""Apple Health's export: workouts among gigabytes of everything else, one at a time."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from runlift_tui.exchange.neutral import (
    BAD_ROW,
    NOT_A_RUN,
    FileAnswers,
    FileRead,
    RunRead,
)
from runlift_tui.exchange.numbers import METRES, number
from runlift_tui.exchange.running.types import is_run
from runlift_tui.exchange.running.xml import (
    XmlReader,
    begins_as_xml,
    pieces_of,
    root_of,
    without_declarations,
)
from runlift_tui.exchange.times import moment

_KIND = "HKWorkoutActivityType"
_DISTANCE = "HKQuantityTypeIdentifierDistanceWalkingRunning"
_SECONDS = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}


def is_it(data: bytes) -> bool:
    """Whether a file is the export of Apple Health."""
    return begins_as_xml(data) and root_of(data) == "HealthData"


def read(data: bytes, given: FileAnswers) -> FileRead:
    """Return what an export says.

    Raises:
        NotRead: it is damaged.
    """
    return read_pieces(pieces_of(data), given)


def read_pieces(pieces: Iterable[bytes], given: FileAnswers) -> FileRead:
    """Return the same of an export that is too big to be held.

    Raises:
        NotRead: it is damaged.
    """
    found = FileRead(
        format="apple-health",
    )
    _Reading(found, given).read(pieces)
    return found


class _Reading:
    """One pass over the file."""

    def __init__(self, found: FileRead, given: FileAnswers) -> None:
        self._found = found
        self._given = given
        self._workout: Mapping[str, str] | None = None
        self._distance: float | None = None
        self._indoors = False
        self._number = 0
        self._xml = XmlReader(self._begun, self._ended, ())

    def read(self, pieces: Iterable[bytes]) -> None:
        self._xml.feed(without_declarations(pieces))

    def _begun(self, path: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        name = path[-1]
        if name == "Workout":
            self._number += 1
            self._workout, self._indoors = attributes, False
            self._distance = _metres(
                attributes.get("totalDistance"), attributes.get("totalDistanceUnit")
            )
        elif self._workout is None:
            return
        elif name == "WorkoutStatistics" and attributes.get("type") == _DISTANCE:
            if not self._distance:
                self._distance = _metres(attributes.get("sum"), attributes.get("unit"))
        elif name == "MetadataEntry" and attributes.get("key") == "HKIndoorWorkout":
            self._indoors = attributes.get("value") == "1"

    def _ended(self, path: tuple[str, ...], text: str) -> None:
        if path[-1] == "Workout" and self._workout is not None:
            self._close(self._workout)
            self._workout = None

    def _close(self, workout: Mapping[str, str]) -> None:
        found = self._found
        kind = workout.get("workoutActivityType", "").removeprefix(_KIND)
        if not is_run(kind, self._given.run_types):
            found.types[kind or "?"] += 1
            found.skip(NOT_A_RUN, self._number, kind)
            return
        wall = workout.get("startDate", "")
        when = moment(wall)
        if when is None or when[1]:
            found.skip(BAD_ROW, self._number, f"{wall} is no time")
            return
        begun = when[0]
        offset = begun.utcoffset()
        duration = number(workout.get("duration", ""))
        unit = _SECONDS.get(workout.get("durationUnit", "min"))
        found.runs.append(
            RunRead(
                begun=begun,
                line=self._number,
                wall=wall,
                metres=self._distance or None,
                seconds=duration * unit if duration and unit else None,
                utc_offset_min=None if offset is None else round(offset / timedelta(minutes=1)),
                extra={"treadmill": True} if self._indoors else {},
            )
        )


def _metres(text: str | None, unit: str | None) -> float | None:
    value = number(text or "")
    factor = METRES.get((unit or "").strip())
    return value * factor if value and factor else None
