"""Sessions as tables in the shape of Hevy's and of Strong's, in kilograms and local times."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.tables import cell
from runlift_tui.core.words.days import MONTHS
from runlift_tui.exchange.out.laid_out import OutBlock, OutSet, blocks_of, notes_of, title_of

HEVY = (
    *("title", "start_time", "end_time", "description", "exercise_title", "superset_id"),
    *("exercise_notes", "set_index", "set_type", "weight_kg", "reps", "distance_km"),
    *("duration_seconds", "rpe"),
)
STRONG = (
    *("Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps"),
    *("Distance", "Seconds", "Notes", "Workout Notes", "RPE"),
)
STRONG_FILE = "strong-kg.csv"
"""The unit stands in the name: no column of the table says it."""
_MOST_RIR = 10

_Value = str | float | None
"""A text is quoted, a number stands as it is, None is an empty cell."""


def line_of(values: Sequence[_Value]) -> str:
    """Return a row of a table."""
    return ",".join(map(_written, values)) + "\n"


def _written(value: _Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return _number(value)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value)}"


def _rpe(rir: int | None) -> float | None:
    return None if rir is None else float(_MOST_RIR - rir)


def _ended(session: PastSession) -> datetime:
    """Return when a session ended, on its own clock."""
    if session.finished is None:
        return session.local
    return session.local + max(timedelta(), session.finished - session.started)


def _spoken(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}"


def hevy_lines(sessions: Iterable[PastSession], *, each: bool) -> Iterator[str]:
    """Yield a table in Hevy's shape.

    Args:
        sessions: Newest first.
        each: Whether a load is that of one dumbbell; else it is all of it.
    """
    yield line_of(HEVY)
    for session in sessions:
        notes = cell(notes_of(session).replace("\n", "\\n"))
        head = (cell(title_of(session)), _spoken(session.local), _spoken(_ended(session)), notes)
        for block in blocks_of(session, each=each):
            yield from _hevy_block(head, block)


def _hevy_block(head: tuple[str, ...], block: OutBlock) -> Iterator[str]:
    name, said = cell(block.name), cell(block.notes.replace("\n", "\\n"))
    rows = [("warmup", done) for done in block.warm_ups]
    rows += [("normal", done) for done in block.sets]
    for at, (kind, done) in enumerate(rows):
        yield line_of(
            (
                *(*head, name, block.superset, said, f"{at}", kind, done.load_kg or None),
                done.reps,
                None if done.metres is None else done.metres / 1000,
                done.seconds,
                _rpe(done.rir),
            )
        )


def strong_lines(sessions: Iterable[PastSession], *, each: bool) -> Iterator[str]:
    """Yield a table in the shape that Strong has on iOS.

    Args:
        sessions: Oldest first.
        each: As for `hevy_lines`.
    """
    yield ",".join(STRONG) + "\n"
    for session in sessions:
        minutes = round((_ended(session) - session.local) / timedelta(minutes=1))
        lasted = f"{minutes // 60}h {minutes % 60}m" if minutes >= 60 else f"{minutes}m"
        head = f"{session.local:%Y-%m-%d %H:%M:%S},{_written(cell(title_of(session)))},{lasted},"
        notes = cell(notes_of(session))
        for block in blocks_of(session, each=each):
            for order, done in (
                *(("W", done) for done in block.warm_ups),
                *((f"{at}", done) for at, done in enumerate(block.sets, 1)),
            ):
                yield head + _strong_set(cell(block.name), order, done, notes)


def _strong_set(name: str, order: str, done: OutSet, notes: str) -> str:
    metres = 0 if done.metres is None else done.metres / 1000
    figures = (done.load_kg or 0, done.reps or 0, metres, done.seconds or 0)
    numbers = ",".join(map(_number, figures))
    said = cell("; ".join(done.notes))
    return f"{_written(name)},{order},{numbers}," + line_of((said, notes, _rpe(done.rir)))
