"""The commands that take training out, bring it in, and tell of it in text."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK, say
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.archive import (
    STDIN,
    Added,
    add_archive,
    archive_of,
    archive_text,
    read_export,
)
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Locked, StoreError
from runlift_tui.store.disk.lock import A_MOMENT_S
from runlift_tui.store.history.past import Past

if TYPE_CHECKING:
    from runlift_tui.core.lists.tables import Column
    from runlift_tui.core.progress.exercise import ExerciseOuting
    from runlift_tui.core.words.units import Unit

_SHOWN = 10
_SETS, _KEPT = "sets", 100
"""The words on the sets of a session, which are what a row is for."""
_LEAST_WORDS = 16
"""How short the words of a row may become before a column goes."""


def export(folder: str, form: str, out: str | None) -> int:
    """Write all training to a file, or to standard output for None and "-"; return the exit status.

    Args:
        folder: The data folder.
        form: "json" for everything there is, "csv" for one row a set, "runs-csv" for one a run.
        out: Path of the file; one that is there is replaced, and kept as `.bak` where a damaged
            year is missing from the new one.
    """
    past = Past(folder)
    try:
        text = {"csv": _csv, "runs-csv": _runs_csv}.get(form, _json)(past)
        if out is None or out == STDIN:
            printing.write(text)
        elif files.lies_in(os.path.realpath(out), os.path.realpath(folder)):
            return say("an export does not belong into the data folder itself.", MISUSED)
        else:
            data = "".join(text).encode("utf-8", "replace")
            files.hand_over(os.path.abspath(out), data, keep_previous=past.is_incomplete)
    except StoreError as error:
        return say(error.what, FAILED)
    except BrokenPipeError:
        pass  # whoever read from a pipe by that name has seen enough
    printing.said_of(past.reports)
    return FAILED if past.is_incomplete else OK


def import_(folder: str, path: str) -> int:
    """Take an export in whole, or refuse it whole with everything wrong in it."""
    past = Past(folder)
    try:
        archive, faults = read_export(path)
    except StoreError as error:
        return printing.refused([error.what])
    if faults:
        return printing.refused(_told("stdin" if path == STDIN else path, faults))
    try:
        past.folder.create()
        past.folder.lock.acquire(A_MOMENT_S)
        added = add_archive(past, archive)
    except Locked as error:
        return say(f"{error.what} Nothing was imported.", FAILED)
    except StoreError as error:
        return say(f"{error.what} The same import goes on once that is put right.", FAILED)
    finally:
        past.folder.lock.release()
    status = printing.done(_sum(added))
    printing.said_of(past.reports)
    return status


def _told(name: str, faults: list[Fault]) -> list[str]:
    return [
        f"{name}: {fault.place}: {fault.what}" if fault.where else f"{name}: {fault.what}"
        for fault in faults
    ]


def _sum(added: Added) -> str:
    """Return what an import came to, in a line."""
    said = f"{_plural(added.sessions, 'session')} and {_plural(added.others, 'other document')} "
    said += f"added, {added.same} were here already"
    if added.kept:
        said += f", {added.kept} differ and stayed as they are here"
    return f"{said}."


def _plural(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _json(past: Past) -> Iterator[str]:
    return archive_text(archive_of(past))


def _csv(past: Past) -> Iterator[str]:
    from runlift_tui.core.history.table import COLUMNS, set_rows

    sessions = reversed(list(past.sessions()))
    return _table_text(COLUMNS, (list(set_rows(session)) for session in sessions))


def _runs_csv(past: Past) -> Iterator[str]:
    from runlift_tui.core.runs.table import COLUMNS, run_cells
    from runlift_tui.store.history.runs import Runs

    return _table_text(COLUMNS, ([run_cells(entry)] for entry in Runs(past).entries()))


def _table_text(heads: Sequence[str], parts: Iterable[Iterable[Sequence[str]]]) -> Iterator[str]:
    """Yield a table as comma-separated values, so many rows at a time."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(heads)
    for rows in parts:
        writer.writerows(rows)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def exercise(folder: str, name: str, config: str | None = None) -> int:
    """Print what the past says of an exercise, given by its id, name or alias."""
    from runlift_tui.clock import SystemClock
    from runlift_tui.core.exercises.names import named
    from runlift_tui.core.history.past import oldest_first
    from runlift_tui.core.progress.exercise import outings_of, with_gone
    from runlift_tui.store.advice import next_time_words
    from runlift_tui.store.store import Store

    store = Store(folder, SystemClock(), config)
    try:
        sessions = oldest_first(store.past.sessions())
    except StoreError as error:
        return say(error.what, FAILED)
    known = with_gone(store.desk.shelf().exercises(archived=True), sessions)
    found = named(name, known.values())
    if len(found) != 1:
        return say(_not_one(name, found, known), MISUSED)
    unit = store.desk.athlete().unit
    next_ = next_time_words(store, sessions, known[found[0]])
    _print_exercise(known[found[0]], outings_of(sessions, found[0]), unit, next_)
    printing.said_of(store.past.reports)
    return OK


def progress(folder: str, config: str | None = None) -> int:
    """Print what the past answers, and the rows behind it."""
    from runlift_tui.clock import SystemClock
    from runlift_tui.core.athlete.athlete import distance_of
    from runlift_tui.core.history.past import oldest_first
    from runlift_tui.core.progress.exercise import with_gone
    from runlift_tui.core.progress.page import progress as answered
    from runlift_tui.store.store import Store

    store = Store(folder, SystemClock(), config)
    try:
        sessions = oldest_first(store.past.sessions())
    except StoreError as error:
        return say(error.what, FAILED)
    known = with_gone(store.desk.shelf().exercises(archived=True), sessions)
    names = {id_: exercise.name for id_, exercise in known.items()}
    athlete = store.desk.athlete()
    sections = answered(
        sessions,
        names,
        athlete.unit,
        store.today(),
        plans=store.desk.plans(),
        runs=store.runs.all(),
        trials=store.runs.trials(),
        distance=distance_of(athlete),
    )
    for section in sections:
        printing.sheet([(section.name, section.says)])
        rows = [line.cells for line in section.lines[:_SHOWN]]
        if rows:
            printing.table(_heads(section.columns, rows), rows)
        printing.tell("")
    printing.said_of(store.past.reports)
    return OK


def _not_one(name: str, found: Sequence[str], known: Mapping[str, Exercise]) -> str:
    """Return that a name means no exercise, or several."""
    if found:
        return (
            f"{name!r} can be {', '.join(found[:5])}{'...' if len(found) > 5 else ''}: say which."
        )
    from runlift_tui.core.exercises.names import near_names

    near = " or ".join(near_names(name, known.values()))
    hint = f", did you mean {near}?" if near else ";"
    return f"there is no exercise {name!r}{hint} runlift exercises lists them all."


def _print_exercise(
    exercise: Exercise, outings: Sequence[ExerciseOuting], unit: Unit, next_: str
) -> None:
    from runlift_tui.core.lists.tables import Column
    from runlift_tui.core.progress.curves import (
        IN_THE_SETS,
        curves,
        name_of,
        outing_cells,
        outing_columns,
    )
    from runlift_tui.core.progress.exercise import best_lines, sides_compared

    printing.tell(printing.bold(safe_text(exercise.name)))
    drawn = _drawn(exercise.id)
    # A terminal without these characters gets the words alone.
    if drawn and printing.shows(drawn):
        printing.tell("", drawn, "")
    if not outings:
        printing.tell("Not done yet.")
        return
    sets = sum(len(each.sets) for each in outings)
    printing.tell(f"{_plural(len(outings), 'session')}, {_plural(sets, 'set')}", "")
    best = best_lines(outings, unit)
    heads = (
        Column("best"),
        Column("set", least=_LEAST_WORDS // 2),
        Column("date", spare=1),
    )
    printing.table(heads, [(b.by, b.done, f"{b.day}") for b in best])
    printing.tell("")
    shown = curves(outings)
    recent = outings[: -_SHOWN - 1 : -1]
    columns = outing_columns(shown, outings)
    said = {name_of(curve, outings) for curve in IN_THE_SETS}
    rows = [outing_cells(each, shown, unit) for each in recent]
    printing.table(_heads(columns, rows, first=said), rows)
    for line in filter(None, (sides_compared(outings), next_)):
        printing.tell("")
        printing.prose(line)


def _drawn(id_: str) -> str:
    """Return the frame that says most of an exercise; empty where none is drawn."""
    from runlift_tui.store.library.shipped import figure

    frames = figure(id_)
    rows = frames.small[frames.still] if frames is not None else ()
    return "\n".join(row.rstrip() for row in rows).lstrip("\n")


def _heads(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], first: Collection[str] = ()
) -> list[Column]:
    """Return the columns for print: the last ones are spared first, the one before all stays.

    Args:
        columns: As the screen has them.
        rows: Their cells; one without a figure is words, and may be shortened.
        first: Names of those that are spared before any other.
    """
    found = []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows]
        wordy = not column.number and (column.head == _SETS or not any(map(_has_figure, cells)))
        spare = place + len(columns) * (column.head in first) - _KEPT * (column.head == _SETS)
        found.append(
            column._replace(width=0, least=_LEAST_WORDS * wordy, spare=max(0, spare)),
        )
    return found


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)
