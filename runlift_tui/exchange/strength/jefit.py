"""JEFIT: several tables in one file, each under a line with its name."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from runlift_tui.core.words.possible import is_day
from runlift_tui.exchange.columns import BadCell, Columns, read_rows
from runlift_tui.exchange.neutral import (
    BAD_ROW,
    NOTHING_DONE,
    OVERLAP,
    FileAnswers,
    FileRead,
    NotRead,
    SetRead,
    WorkoutRead,
)
from runlift_tui.exchange.numbers import clean, number
from runlift_tui.exchange.rows import CellRow, CellTable, records, sheet_of
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Workouts,
    exercise_of,
    held,
    load_of,
    reps_of,
    unit_of_cell,
)

_TITLE = re.compile(r"^[\"\ufeff]*###\s*(.+?)\s*#*[\s,\"]*$")
_LOGS, _SESSIONS, _SETTING = "EXERCISE LOGS", "WORKOUT SESSIONS", "SETTING"
_OPEN = ("", "0", "0x0")
"""A set that was planned, and not done yet."""
_NAMES = {
    "mydate": ("mydate",),
    "ename": ("ename",),
    "belongsession": ("belongsession",),
    "logs": ("logs",),
}


class _Times(NamedTuple):
    """When a workout was."""

    begun: datetime
    ended: datetime | None
    wall: str


def is_it(text: str) -> bool:
    """Whether a text is a file of JEFIT's."""
    return any(name == _LOGS for name, _ in _titles(text))


def read(text: str, given: FileAnswers) -> FileRead:
    """Return what a file of JEFIT says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="jefit")
    tables = _tables(text)
    found.unit = _unit(tables.get(_SETTING))
    found.unit_from = "header" if found.unit else "none"
    sessions = _sessions(tables.get(_SESSIONS))
    logs = tables[_LOGS]
    columns = Columns(logs, _NAMES, given.day_order)
    columns.need("JEFIT", "mydate", "ename", "logs")
    workouts, blocks = Workouts(), Blocks()
    grown = _grown(columns, logs)

    def take(row: CellRow) -> None:
        workout = _workout(columns, workouts, row, sessions)
        name = exercise_of(columns, row, "ename")
        if row.line in grown:
            for log in _logs(columns, row):
                found.skip(OVERLAP, row.line, f"{name}: {log} stands in line {grown[row.line]} too")
            return
        block = blocks.of(workout, name, anew=True)
        for log in _logs(columns, row):
            _take_log(found, workout, log, SetRead(name=name, line=row.line, block=block))

    read_rows(found, logs, take)
    return workouts.close(found)


def _logs(columns: Columns, row: CellRow) -> list[str]:
    return [log.strip() for log in columns.text(row, "logs").split(",")]


def _grown(columns: Columns, logs: CellTable) -> dict[int, int]:
    """Return the lines whose sets all stand in a later line, by that line.

    After each set a row is written anew with all sets so far: only the last of them counts.
    """
    found: dict[int, int] = {}
    before: dict[tuple[str, ...], tuple[int, list[str]]] = {}
    for row in logs.rows:
        if len(row.cells) != len(logs.header):
            continue
        key = tuple(columns.text(row, name) for name in ("belongsession", "mydate", "ename"))
        done = _logs(columns, row)
        while done and done[-1] in _OPEN:
            done.pop()
        line, less = before.get(key, (0, []))
        if less and len(less) < len(done) and done[: len(less)] == less:
            found[line] = row.line
        before[key] = row.line, done
    return found


def _titles(text: str) -> Iterator[tuple[str, int]]:
    """Yield the names of the tables with the numbers of their lines."""
    for number_, line in enumerate(text.splitlines()):
        found = _TITLE.match(line)
        if found is not None:
            yield found[1].upper(), number_


def _tables(text: str) -> dict[str, CellTable]:
    lines, titles = text.splitlines(), list(_titles(text))
    found: dict[str, CellTable] = {}
    for at, (name, begin) in enumerate(titles):
        end = titles[at + 1][1] if at + 1 < len(titles) else len(lines)
        body = "\n".join(lines[begin + 1 : end])
        rows = (CellRow(row.line + begin + 1, row.cells) for row in records(body))
        found.setdefault(name, sheet_of(rows))
    return found


def _unit(table: CellTable | None) -> str:
    if table is None:
        return ""
    found = {unit_of_cell(clean(cell)) for cell in table.column(table.place("mass"))} - {""}
    if len(found) > 1:
        raise NotRead("its SETTING names two units of weight")
    return next(iter(found), "")


def _sessions(table: CellTable | None) -> Mapping[str, _Times]:
    if table is None:
        return {}
    found: dict[str, _Times] = {}
    key, start, end = (table.place(name) for name in ("_id", "starttime", "endtime"))
    if key is None or start is None:
        return {}
    for row in table.rows:
        if len(row.cells) != len(table.header):
            continue
        begun = _moment(row.cells[start])
        if begun is not None:
            ended = None if end is None else _moment(row.cells[end])
            found[clean(row.cells[key])] = _Times(begun, ended, clean(row.cells[start]))
    return found


def _moment(text: str) -> datetime | None:
    """Return a moment of Unix seconds; None of 0 and of anything else."""
    seconds = number(clean(text))
    try:
        found = datetime.fromtimestamp(seconds, UTC) if seconds and seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None
    return found if found is not None and is_day(found.date()) else None


def _workout(
    columns: Columns, workouts: Workouts, row: CellRow, sessions: Mapping[str, _Times]
) -> WorkoutRead:
    session, day = columns.text(row, "belongsession"), columns.text(row, "mydate")
    times = sessions.get(session)
    key = ("session", session) if times is not None else ("day", day)
    workout = workouts.get(key)
    if workout is not None:
        return workout
    if times is not None:
        made = WorkoutRead(
            begun=times.begun,
            ended=times.ended,
            wall=times.wall,
            line=row.line,
        )
        return workouts.put(key, made)
    noon = columns.begun(row, "mydate")[0].replace(hour=12, minute=0, second=0)
    made = WorkoutRead(begun=noon, line=row.line, wall=day, day_only=True)
    return workouts.put(key, made)


def _take_log(found: FileRead, workout: WorkoutRead, log: str, each: SetRead) -> None:
    """Take one set: "64.9998x5", weight first, or seconds alone."""
    try:
        load, sign, reps = log.partition("x")
        if sign:
            weight = number(load.strip()) if load.strip() else 0.0
            if weight is None:
                raise BadCell(f"{log} is no set")
            each.weight, each.assist = load_of(weight, each.name)
            each.reps = reps_of(reps.strip())
        else:
            each.seconds = held(log)
    except BadCell as bad:
        found.skip(BAD_ROW, each.line, f"{each.name}: {bad}")
        return
    if each.reps is None and each.seconds is None:
        found.skip(NOTHING_DONE, each.line, f"{each.name}: {log or 'nothing'}")
        return
    workout.sets.append(each)
