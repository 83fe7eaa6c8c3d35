"""TCX: activities of laps; the sums of the laps count, as trackpoints may go on elsewhere."""

from collections.abc import Mapping

from runlift_tui.exchange.neutral import (
    BAD_ROW,
    NOT_A_RUN,
    FileAnswers,
    FileRead,
    RunRead,
)
from runlift_tui.exchange.numbers import number
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import is_run
from runlift_tui.exchange.running.xml import XmlReader, begins_as_xml, pieces_of, root_of
from runlift_tui.exchange.times import moment


def is_it(data: bytes) -> bool:
    """Whether a file is TCX."""
    return begins_as_xml(data) and root_of(data) == "TrainingCenterDatabase"


def read(data: bytes, given: FileAnswers) -> FileRead:
    """Return what a TCX file says.

    Raises:
        NotRead: it is damaged.
    """
    found = FileRead(
        format="tcx",
        distance_unit="m",
        distance_from="header",
    )
    _Reading(found, given).read(data)
    return found


class _Reading:
    """One pass over the file."""

    def __init__(self, found: FileRead, given: FileAnswers) -> None:
        self._found = found
        self._given = given
        self._texts: dict[str, str] = {}
        self._metres, self._seconds = 0.0, 0.0
        self._number = 0
        texts = ("Id", "DistanceMeters", "TotalTimeSeconds", "Notes")
        self._xml = XmlReader(self._begun, self._ended, texts)

    def read(self, data: bytes) -> None:
        self._xml.feed(pieces_of(data))

    def _begun(self, path: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        if path[-1] == "Activity":
            self._number += 1
            self._texts = {"sport": attributes.get("Sport", "")}
            self._metres, self._seconds = 0.0, 0.0
        elif path[-2:] == ("Activity", "Lap"):
            self._texts.setdefault("lap", attributes.get("StartTime", ""))

    def _ended(self, path: tuple[str, ...], text: str) -> None:
        if path[-2:-1] == ("Lap",):
            if path[-1] == "DistanceMeters":
                self._metres += number(text) or 0
            elif path[-1] == "TotalTimeSeconds":
                self._seconds += number(text) or 0
        elif path[-2:-1] == ("Activity",):
            self._texts.setdefault(path[-1], text)
        if path[-1] == "Activity":
            self._close()

    def _close(self) -> None:
        found, sport = self._found, self._texts["sport"]
        if not is_run(sport, self._given.run_types):
            found.types[sport or "?"] += 1
            found.skip(NOT_A_RUN, self._number, sport)
            return
        wall = self._texts.get("Id") or self._texts.get("lap", "")
        when = moment(wall)
        if when is None or when[1]:
            found.skip(BAD_ROW, self._number, f"{wall} is no time")
            return
        found.runs.append(
            RunRead(
                begun=when[0],
                line=self._number,
                wall=wall,
                metres=self._metres or None,
                seconds=self._seconds or None,
                title=own_title(self._texts.get("Notes", ""), sport),
            )
        )
