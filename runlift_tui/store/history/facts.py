"""What the history's digest says, in the terms of the core."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import msgspec

from runlift_tui.core.athlete.facts import Facts, LastSession, Outing
from runlift_tui.core.session.duration import trained_minutes
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.words.faults import NONSENSE
from runlift_tui.store.history.year_summary import Summary

_MOST_AHEAD_MIN = 24 * 60


def facts(summary: Summary) -> Facts:
    """Return the history in brief; what makes no sense in it is passed over."""
    first = summary["first"] or {}
    return Facts(
        sessions=summary["sessions"],
        first=moment(first.get("started")),
        last=_last_session(summary["last"]),
        jumps=moment(summary["contacts_at"]),
        last_times=tuple(_last_times(summary["slots"])),
        best=dict(_best(summary["exercises"])),
        outings=tuple(_outings(summary["recent"])),
    )


def moment(text: object) -> int | None:
    """Return UTC text as milliseconds since the epoch, or None where it is no time."""
    if not isinstance(text, str):
        return None
    try:
        return round(datetime.fromisoformat(text).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        return None


def _moments(times: object) -> Iterator[int]:
    """Yield the starts and ends of sets that make sense."""
    for pair in times if isinstance(times, list) else ():
        for each in pair if isinstance(pair, list) else ():
            at = moment(each)
            if at is not None:
                yield at


def _last_session(last: dict[str, Any] | None) -> LastSession | None:
    finished = moment((last or {}).get("finished"))
    if last is None or finished is None:
        return None
    times = last.get("times") or []
    return LastSession(
        routine_name=str(last.get("routine_name") or ""),
        finished=finished,
        sets=len(times),
        minutes=round(trained_minutes(_moments(times))),
    )


def _offset(minutes: object) -> int | None:
    """Return a clock's minutes ahead of UTC, if they can be any clock's."""
    return minutes if isinstance(minutes, int) and abs(minutes) <= _MOST_AHEAD_MIN else None


def _outings(rows: list[dict[str, Any]]) -> Iterator[Outing]:
    """Yield the sessions that the gates look at; one that does not say when is passed over."""
    for row in rows:
        when = moment(row.get("when"))
        if when is None:
            continue
        reps = [reps for reps, _ in row["heavy"] if isinstance(reps, int)]
        typed = [rir for _, rir in row["heavy"] if isinstance(rir, int)]
        yield Outing(
            when=when,
            utc_offset_min=_offset(row.get("utc_offset_min")),
            heavy_reps=min(reps, default=None),
            heavy_rir=min(typed, default=None),
            pain=row["pain"],
            poor_form=row["poor_form"],
            fast=row["fast"],
        )


def _last_times(slots: dict[str, Any]) -> Iterator[LastTime]:
    """Yield what was done last in each slot, the newest first."""

    def newest_first(item: tuple[str, Any]) -> str:
        return str(item[1][-1].get("when"))

    for key, outings in sorted(slots.items(), key=newest_first, reverse=True):
        slot, _, exercise = key.partition("/")
        *before, last = (tuple(_last_sets(outing["sets"])) for outing in outings)
        if last:
            yield LastTime(
                slot=slot,
                exercise=exercise,
                sets=last,
                before=before[-1] if before else (),
                when=moment(outings[-1].get("when")),
            )


def _last_sets(rows: list[dict[str, Any]]) -> Iterator[LastSet]:
    for row in rows:
        with suppress(*NONSENSE):
            timed = {**row, "took_s": _took(row)} if "ended" in row else row
            yield msgspec.convert(timed, LastSet)


def _best(exercises: dict[str, Any]) -> Iterator[tuple[str, tuple[LastSet, ...]]]:
    """Yield the sets that a new one has to beat, exercise by exercise."""
    for exercise, counts in exercises.items():
        with suppress(*NONSENSE):
            yield exercise, msgspec.convert(counts["best"], tuple[LastSet, ...])


def _took(row: dict[str, Any]) -> int | None:
    """Return the seconds from a set's go to its end, or None where its times make no sense."""
    started, ended = moment(row.get("started")), moment(row.get("ended"))
    if started is None or ended is None or ended < started:
        return None
    return (ended - started) // 1000
