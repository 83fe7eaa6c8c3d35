"""FIT files made up for a test."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from runlift_tui.exchange.out.fit_bytes import (
    ENUM,
    STRING,
    UINT16,
    UINT32,
    FitBytes,
    FitField,
    fit_time,
)

BEGUN = datetime(2026, 3, 2, 17, 5, tzinfo=UTC)
FILE_ID, SESSION, RECORD, ACTIVITY, SET, TITLE = 0, 18, 20, 34, 225, 264


def field(number: int, kind: int, value: int | str | None) -> FitField:
    return FitField(number, kind, value)


def session(
    file: FitBytes,
    begun: datetime = BEGUN,
    sport: int = 1,
    sub: int = 0,
    metres: float = 5000,
    seconds: float = 1500,
) -> None:
    file.add(
        SESSION,
        field(253, UINT32, fit_time(begun + timedelta(seconds=seconds))),
        field(2, UINT32, fit_time(begun)),
        field(5, ENUM, sport),
        field(6, ENUM, sub),
        field(7, UINT32, round(seconds * 1000) + 60_000),
        field(8, UINT32, round(seconds * 1000)),
        field(9, UINT32, round(metres * 100)),
    )


def begun_file() -> FitBytes:
    file = FitBytes()
    file.add(FILE_ID, field(0, ENUM, 4), field(1, UINT16, 1), field(4, UINT32, fit_time(BEGUN)))
    return file


def activity(file: FitBytes, ahead_s: int = 3600) -> None:
    at = fit_time(BEGUN) + 1600
    file.add(ACTIVITY, field(253, UINT32, at), field(5, UINT32, at + ahead_s))


def run_file(*, points: int = 0, ahead_s: int = 3600, metres: float = 5000) -> bytes:
    """Return a run of 25 minutes, with so many records."""
    file = begun_file()
    for at in range(points):
        file.add(
            RECORD,
            field(253, UINT32, fit_time(BEGUN) + at),
            field(0, UINT32, 500_000_000 + at),
            field(1, UINT32, 100_000_000 + at),
            field(5, UINT32, at * 330),
            field(3, ENUM, 150),
        )
    session(file, metres=metres)
    activity(file, ahead_s)
    return file.whole()


def strength_file(sets: Sequence[tuple[int, int, int | None, int | None, float]]) -> bytes:
    """Return a session of strength.

    Args:
        sets: Of each 1 for active or 0 for rest, the category, the reps, the weight in kilograms
            times 16, and the seconds.
    """
    file = begun_file()
    at = fit_time(BEGUN)
    file.add(
        TITLE,
        field(254, UINT16, 0),
        field(0, UINT16, 65_534),
        field(1, UINT16, 0),
        field(2, STRING, "Nordic lowering"),
    )
    for number, (kind, category, reps, weight, seconds) in enumerate(sets):
        file.add(
            SET,
            field(254, UINT32, at),
            field(0, UINT32, round(seconds * 1000)),
            field(3, UINT16, reps),
            field(4, UINT16, weight),
            field(5, ENUM, kind),
            field(6, UINT32, at),
            field(7, UINT16, category),
            field(8, UINT16, 0),
            field(10, UINT16, number),
        )
        at += round(seconds)
    session(file, sport=10, sub=20, metres=0, seconds=600)
    activity(file)
    return file.whole()
