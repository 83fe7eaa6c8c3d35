"""The commands that take training out, bring it in, and tell of it in text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from runlift_tui.core.exercise import Exercise
from runlift_tui.core.faults import Fault
from runlift_tui.core.text import safe_text
from runlift_tui.refusing import refused
from runlift_tui.store import files
from runlift_tui.store.errors import Locked, StoreError
from runlift_tui.store.past import Past
from runlift_tui.store.taking_out import (
    STDIN,
    Added,
    add_archive,
    archive_of,
    archive_text,
    read_export,
)

if TYPE_CHECKING:
    from rich.table import Table

    from runlift_tui.core.columns import Column
    from runlift_tui.core.exercise_outing import ExerciseOuting
    from runlift_tui.core.units import Unit

OK, FAILED, MISUSED = 0, 1, 2
_SHOWN = 10
_ROOMY = 100
"""Columns of a terminal from which on all of a table has room."""


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
            for part in text:
                sys.stdout.buffer.write(part.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        elif files.lies_in(os.path.realpath(out), os.path.realpath(folder)):
            return say("an export does not belong into the data folder itself.", MISUSED)
        else:
            data = "".join(text).encode("utf-8", "replace")
            files.hand_over(os.path.abspath(out), data, keep_previous=past.is_incomplete)
    except StoreError as error:
        return say(error.what, FAILED)
    except BrokenPipeError:
        # Whoever read has seen enough; nothing more may be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    for report in past.reports:
        say(report, FAILED)
    return FAILED if past.is_incomplete else OK


def import_(folder: str, path: str) -> int:
    """Take an export in whole, or refuse it whole with everything wrong in it."""
    past = Past(folder)
    try:
        archive, faults = read_export(path)
    except StoreError as error:
        return refused([error.what])
    if faults:
        return refused(_told("stdin" if path == STDIN else path, faults))
    try:
        past.folder.create()
        past.folder.lock.acquire()
        added = add_archive(past, archive)
    except Locked as error:
        return say(f"{error.what} Nothing was imported.", FAILED)
    except StoreError as error:
        return say(f"{error.what} The same import goes on once that is put right.", FAILED)
    finally:
        past.folder.lock.release()
    print(_sum(added))
    for report in past.reports:
        say(report, FAILED)
    return OK


def say(what: str, status: int) -> int:
    """Say something on standard error, and return the exit status."""
    print(f"runlift: {safe_text(what)}", file=sys.stderr)
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
    from runlift_tui.core.set_table import COLUMNS, set_rows

    documents = reversed(list(past.documents()))
    return _table_text(COLUMNS, (list(set_rows(document)) for document in documents))


def _runs_csv(past: Past) -> Iterator[str]:
    from runlift_tui.core.run_table import COLUMNS, run_cells
    from runlift_tui.store.runs import Runs

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
    from runlift_tui.core.exercise_outing import outings_of
    from runlift_tui.core.exercise_past import named
    from runlift_tui.core.past_session import past_sessions, with_gone
    from runlift_tui.store.advice import next_time_words
    from runlift_tui.store.store import Store

    store = Store(folder, SystemClock(), config)
    try:
        sessions = past_sessions(store.past.documents())
    except StoreError as error:
        return say(error.what, FAILED)
    known = with_gone(store.shelf().exercises(archived=True), sessions)
    found = named(name, known.values())
    if len(found) != 1:
        return say(_not_one(name, found, known), MISUSED)
    unit = store.athlete().unit
    next_ = next_time_words(store, sessions, known[found[0]])
    _print_exercise(known[found[0]], outings_of(sessions, found[0]), unit, next_)
    for report in store.past.reports:
        say(report, FAILED)
    return OK


def progress(folder: str, config: str | None = None) -> int:
    """Print what the past answers, and the rows behind it."""
    from rich.console import Console
    from rich.text import Text

    from runlift_tui.clock import SystemClock
    from runlift_tui.core.past_session import day_of, past_sessions, with_gone
    from runlift_tui.core.progress import progress as answered
    from runlift_tui.store.settings import distance_of
    from runlift_tui.store.store import Store

    store = Store(folder, SystemClock(), config)
    now = store.clock.stamp().utc_ms
    today = day_of(now, store.clock.utc_offset_min(now)) or date.min
    try:
        sessions = past_sessions(store.past.documents())
    except StoreError as error:
        return say(error.what, FAILED)
    known = with_gone(store.shelf().exercises(archived=True), sessions)
    names = {id_: exercise.name for id_, exercise in known.items()}
    console = Console(highlight=False)
    athlete = store.athlete()
    sections = answered(
        sessions,
        names,
        athlete.unit,
        today,
        plans=store.plans(),
        runs=store.runs(),
        trials=store.trials(),
        distance=distance_of(athlete),
    )
    for section in sections:
        console.print(Text.assemble((section.name, "bold"), f"  {safe_text(section.says)}"))
        rows = [line.cells for line in section.lines[:_SHOWN]]
        if rows:
            console.print(_columns_table(section.columns, rows))
        console.print()
    for report in store.past.reports:
        say(report, FAILED)
    return OK


def _not_one(name: str, found: Sequence[str], known: Mapping[str, Exercise]) -> str:
    """Return that a name means no exercise, or several."""
    if found:
        return (
            f"{name!r} can be {', '.join(found[:5])}{'...' if len(found) > 5 else ''}: say which."
        )
    from runlift_tui.core.faults import meant

    words = (word for each in known.values() for word in (each.id, each.name, *each.aliases))
    return f"there is no exercise {name!r}{meant(name, words) or ': runlift exercises export'}"


def _print_exercise(
    exercise: Exercise, outings: Sequence[ExerciseOuting], unit: Unit, next_: str
) -> None:
    from rich.console import Console
    from rich.text import Text

    from runlift_tui.core.curve import curves
    from runlift_tui.core.exercise_past import best_lines, sides_compared
    from runlift_tui.core.outing_table import IN_THE_SETS, outing_cells, outing_columns

    console = Console(highlight=False)
    console.print(Text(safe_text(exercise.name), style="bold"))
    drawn = _drawn(exercise.id)
    # A terminal without these characters gets the words alone.
    if drawn.encode(console.encoding, "ignore").decode(console.encoding) == drawn != "":
        console.print(Text(f"\n{drawn}\n"), no_wrap=True, crop=True)
    if not outings:
        console.print("Not done yet.")
        return
    sets = sum(len(each.sets) for each in outings)
    console.print(f"{_plural(len(outings), 'session')}, {_plural(sets, 'set')}\n")
    best = best_lines(outings, unit)
    console.print(_table(("best", "set", "date"), [(b.by, b.done, f"{b.day}") for b in best]))
    console.print()
    shown = curves(outings)
    if console.width < _ROOMY:
        shown = tuple(curve for curve in shown if curve not in IN_THE_SETS)
    rows = [outing_cells(each, shown, unit) for each in reversed(outings[-_SHOWN:])]
    console.print(_columns_table(outing_columns(shown, outings), rows))
    for line in filter(None, (sides_compared(outings), next_)):
        console.print(Text(f"\n{line}"))


def _drawn(id_: str) -> str:
    """Return the frame that says most of an exercise; empty where none is drawn."""
    from runlift_tui.store.shipped import figure

    frames = figure(id_)
    rows = frames.small[frames.still] if frames is not None else ()
    return "\n".join(row.rstrip() for row in rows).lstrip("\n")


def _columns_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    table = _table([column.head for column in columns], rows)
    for made, column in zip(table.columns, columns, strict=True):
        made.justify = "right" if column.number else "left"
    return table


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    for head in heads:
        table.add_column(head)
    for row in rows:
        table.add_row(*(Text(safe_text(cell)) for cell in row))
    return table
