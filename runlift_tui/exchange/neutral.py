"""What a file of another program says, in no program's words: workouts, runs, and what is neither.

A value that the file does not state is None. Nothing here is converted yet: weights stand in the
file's own unit, times on the file's own clock.
"""

from collections import Counter
from collections.abc import Hashable
from datetime import datetime
from typing import Any

from msgspec import Struct, field

REST_TIMER, CARDIO, NOTHING_DONE = "rest-timer", "cardio", "nothing-done"
NOT_A_RUN, OVERLAP, IMPLAUSIBLE = "not-a-run", "overlap", "implausible"
NO_TIME, NOT_DONE, BAD_ROW = "no-time", "not-done", "bad-row"
"""Why an entry of a file became nothing."""
UNIT, DISTANCE, SPORT, DAY_ORDER = "unit", "distance", "sport", "day-order"
"""What a file can leave open."""


class NotRead(Exception):
    """A file that is not taken; its text says why, and what to do, in words for the athlete."""


class UnknownFile(NotRead):
    """A file that nothing here reads: one among others of an archive is left out."""


class Skipped(Struct, frozen=True):
    """One entry of a file that became nothing."""

    reason: str
    line: int
    """Of the file, counted from 1; the number of the entry where a file has no lines."""
    what: str = ""
    """Why, in a few words."""


class SetRead(Struct, kw_only=True):
    """One set of a workout."""

    name: str
    """The exercise, as the file has it."""
    line: int
    block: Hashable
    """The same for all sets of one place in the workout."""
    turn: Hashable | None = None
    """The same for the blocks of one superset; None where it stands alone."""
    reps: int | None = None
    seconds: int | None = None
    weight: float | None = None
    """As written; 0 and blank are None."""
    unit: str = ""
    """Of this row, "kg" or "lb"; empty where the row does not say."""
    pieces: int = 1
    """What carries the weight, where the file says so."""
    assist: float | None = None
    """Help instead of a load, as written."""
    warm_up: bool = False
    rir: int | None = None
    note: str = ""
    rest_planned_s: int | None = None
    rest_taken_s: int | None = None
    began: datetime | None = None
    ended: datetime | None = None
    """Both aware, from a file that times its sets."""
    extra: dict[str, Any] = {}
    """What has no place of its own in a set."""


class WorkoutRead(Struct, kw_only=True):
    """One session of strength."""

    begun: datetime
    """Aware where the file says its offset, else on the clock of the athlete's zone."""
    line: int
    title: str = ""
    wall: str = ""
    """When it began, in the file's own words."""
    day_only: bool = False
    """Whether only the day is known; `begun` is then noon."""
    ended: datetime | None = None
    lasted_s: int | None = None
    utc_offset_min: int | None = None
    """What the file itself says of its clock."""
    notes: str = ""
    asides: list[str] = []
    """A line for each cardio entry that was left out."""
    sets: list[SetRead] = []
    key: str = ""
    """An id that the file carries from RunLift itself."""


class RunRead(Struct, kw_only=True):
    """One run."""

    begun: datetime
    """As of a workout."""
    line: int
    wall: str = ""
    day_only: bool = False
    metres: float | None = None
    seconds: float | None = None
    title: str = ""
    """Only where the athlete wrote it."""
    effort: int | None = None
    utc_offset_min: int | None = None
    """What the file itself says of its clock."""
    extra: dict[str, Any] = {}


class FileRead(Struct, kw_only=True):
    """One file, as far as it says itself."""

    format: str
    unit: str = ""
    """Of weights: "kg", "lb" or "mixed"; empty where the file does not say."""
    unit_from: str = "none"
    distance_unit: str = ""
    distance_from: str = "none"
    workouts: list[WorkoutRead] = []
    runs: list[RunRead] = []
    skipped: list[Skipped] = []
    types: Counter[str] = field(default_factory=Counter)
    """Of entries that are no runs, as the file calls them."""
    questions: list[str] = []
    warnings: list[str] = []

    def skip(self, reason: str, line: int, what: str = "") -> None:
        """Note that an entry became nothing."""
        self.skipped.append(Skipped(reason, line, what))


class FileAnswers(Struct, frozen=True, kw_only=True):
    """What the athlete said about files that leave it open; an empty text is not said."""

    unit: str = ""
    distance: str = ""
    sport: str = ""
    run_types: tuple[str, ...] = ()
    sides: str = ""
    dumbbells: str = ""
    cardio_as_runs: bool = False
    day_order: str = ""
    """Of days like 3/4/2026: "day" or "month" first."""
    asked: tuple[str, ...] = ()
    """Which of them were said only when they were asked for."""

    def how(self, key: str) -> str:
        """Return whether an answer was "asked", or said beforehand as an "option"."""
        return "asked" if key in self.asked else "option"
