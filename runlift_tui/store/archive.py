"""Everything out of a data folder as JSON, and back into one."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from runlift_tui.core.history.archive import (
    FORMAT,
    MARK,
    Archive,
    Tables,
    read_archive,
    years_faults,
)
from runlift_tui.core.history.believed import SESSIONS
from runlift_tui.core.runs.logbook import RUNS, TRIALS
from runlift_tui.core.sync.held import Copy, held, joined, piece
from runlift_tui.core.sync.registers import kind_of
from runlift_tui.core.sync.tables import Rows, pieces
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.text import decoded, plural, safe_text
from runlift_tui.store.disk import files, handed_over
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.lines import refuse_constant
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.history.years import year_of
from runlift_tui.store.library.believed import library_faults
from runlift_tui.store.library.library import SETTINGS
from runlift_tui.store.tables.generations import look, settle
from runlift_tui.store.tables.text import META, SCHEMA, encode


class Added(NamedTuple):
    """What an import came to."""

    sessions: int = 0
    others: int = 0
    same: int = 0
    """Documents that were here already."""
    kept: int = 0
    """Documents that are another one here under the same id, and stayed as they are here."""

    def plus(self, other: "Added") -> "Added":
        """Return the sum of two."""
        return Added(*(one + two for one, two in zip(self, other, strict=True)))


def archive_of(past: Past) -> Archive:
    """Return every table of every year and of the library, as it will be once all is folded.

    Finished sessions in journals are in it, and changes of the past that wait in theirs. What is
    damaged is among the reports of `past`.

    Raises:
        StoreError: a file cannot be read.
    """
    waiting, changes = past.journals.waiting(), past.journals.other_changes()
    passed = {SESSIONS: waiting.others(), RUNS: changes.keys(), TRIALS: changes.keys()}
    years: dict[int, dict[str, list[Document]]] = {}
    for year in past.history.years(newest_first=False):
        years[year] = {
            name: [row for row in rows if _id(row) not in passed.get(name, ())]
            for name, rows in _tables(past, past.history.path(year)).items()
        }
    _once(past, years)
    pending = [(SESSIONS, row) for row in waiting.sessions.values()]
    pending += [(each.table, each.after) for each in changes.values() if each.after is not None]
    for table, row in pending:
        years.setdefault(year_of(row), {}).setdefault(table, []).append(row)
    return Archive(dict(sorted(years.items())), _tables(past, past.folder.library))


def _once(past: Past, years: dict[int, dict[str, list[Document]]]) -> None:
    """Leave a run that stands in two years in the one that counts alone."""
    every = [tables.get(name, []) for tables in years.values() for name in (RUNS, TRIALS)]
    times = Counter(_id(row) for rows in every for row in rows)
    twice = {id_ for id_, found in times.items() if found > 1 and id_ is not None}
    if not twice:
        return
    count = {each.said.id: each.document for each in Runs(past).entries()}
    for rows in every:
        rows[:] = [row for row in rows if _id(row) not in twice or row == count.get(str(_id(row)))]


def refused_of(archive: Archive) -> str:
    """Return that an import will refuse what is in an archive, or nothing where it will not."""
    found = (*years_faults(archive.years), *library_faults(archive.library))
    if not found:
        return ""
    first = f"{found[0].place}: {found[0].what}"
    return safe_text(
        f"{plural(len(found), 'value')} in the export cannot be, and an import refuses it until "
        f"they are put right there (the first: {first})."
    )


def archive_text(archive: Archive) -> Iterator[str]:
    """Yield the text of an archive, in ASCII, a document a line."""
    yield f'{{"kind": "{MARK}", "format": {FORMAT}, "schema": {SCHEMA},\n"history": {{'
    for number, (year, tables) in enumerate(archive.years.items()):
        yield f'{"," if number else ""}\n"{year:04d}": '
        yield from _tables_text(tables)
    yield '},\n"library": '
    yield from _tables_text(archive.library)
    yield "}\n"


def read_export(path: str, data: bytes) -> tuple[Archive, list[Fault]]:
    """Return what an export holds, and everything wrong in it.

    Args:
        path: Of the file, or "-" for standard input: for what is said of it.
        data: All of it.

    Raises:
        StoreError: it is no JSON.
    """
    name = handed_over.name_of(path)
    try:
        value = json.loads(decoded(data), parse_constant=refuse_constant)
        # What Python reads as infinity, 1e999, JSON has no word for.
        json.dumps(value, allow_nan=False)
    except json.JSONDecodeError as error:
        whole = bool(error.doc[error.pos :].strip())
        what = "from here on it is no JSON" if whole else "the text ends in the middle"
        if not error.doc.strip():
            raise StoreError(f"{name} is empty.") from None
        raise StoreError(f"{name}:{error.lineno}:{error.colno}: {what}.") from None
    except UnicodeDecodeError:
        raise StoreError(f"{name} is not text in UTF-8.") from None
    except RecursionError:
        raise StoreError(f"{name} is nested too deeply.") from None
    except ValueError:
        raise StoreError(f"{name} holds a number that is none.") from None
    archive, faults = read_archive(value, SCHEMA)
    return archive, [*faults, *library_faults(archive.library)]


def add_archive(past: Past, archive: Archive, *, dry_run: bool = False) -> Added:
    """Put in what is not here yet; nothing that is here changes. The lock has to be held.

    A dry run needs no lock: it tells what would be added, and writes nothing.

    What is here in another year, or as a run in place of a trial, was put right here and is here.
    A file is written at most once; where one cannot be, those before it are, and the same import
    goes on from there. What was damaged and set aside on the way is among the reports of `past`.

    Raises:
        StoreError: a file cannot be read or written.
    """
    here = _here(archive_of(past))
    added = Added()
    if not dry_run:
        files.ensure_folder(past.folder.history, parents=False)
    for year, tables in archive.years.items():
        added = added.plus(_add(past, past.history.path(year), tables, here, dry_run))
    found = _add(past, past.folder.library, archive.library, {}, dry_run)
    return added.plus(found._replace(sessions=0, others=found.sessions + found.others))


_Here = dict[tuple[str, str | None], Document]
"""What the years hold, by kind and id."""


def _here(archive: Archive) -> _Here:
    return {
        (kind_of(table), _id(row)): row
        for tables in archive.years.values()
        for table, rows in tables.items()
        for row in rows
    }


def _add(past: Past, path: str, wanted: Tables, elsewhere: _Here, dry_run: bool) -> Added:
    settled = look(path) if dry_run else settle(path)
    past.findings.note(path, settled.damaged)
    tables = settled.tables
    shelf, added, is_changed = Rows(tables), Added(), False
    stood = {_id(row): row for row in tables.get(SETTINGS, {}).values()}
    for document in wanted.get(SETTINGS, ()):
        standing = stood.get(document["id"])
        if standing is None:
            rows = tables.setdefault(SETTINGS, {})
            rows[str(max(map(int, rows), default=0) + 1)] = document
        added = added.plus(_counted(document, standing, SETTINGS))
    theirs = {
        name: {str(number): row for number, row in enumerate(rows, 1)}
        for name, rows in wanted.items()
    }
    for other in pieces(theirs):
        here = shelf.piece((other.kind, other.id), other.table)
        standing = here.document or elsewhere.get((other.kind, other.id))
        new = None if standing is not None else _fresh(here, other)
        if new is not None:
            shelf.keep(new)
            is_changed = True
        if other.document is not None:
            if standing is None and new is None:
                standing = here.deleted
            added = added.plus(_counted(other.document, standing, other.table))
    if (is_changed or added.sessions or added.others) and not dry_run:
        files.replace_whole(path, encode(tables), keep_previous=True)
    return added


def _fresh(here: Copy, other: Copy) -> Copy | None:
    """Return what is to be here of a document that is not; None where that stays as it is.

    What was deleted here comes back by a later change of it alone: a copy that has it still is
    older than its deletion.
    """
    if here.deleted is None and other.mark is None and other.deleted is None:
        return other
    if other.document is None and other.deleted is None:
        return None  # the mark of what stands nowhere
    found = piece(joined(held(here), held(other)), other.document)
    is_known = here.deleted is not None and found.document is None
    return None if is_known else found


def _counted(document: Document, standing: Document | None, table: str) -> Added:
    """Return what one document of an import adds to its sum."""
    if standing is not None:
        same = standing == document
        return Added(same=int(same), kept=int(not same))
    return Added(sessions=int(table == SESSIONS), others=int(table != SESSIONS))


def _id(row: Document) -> str | None:
    """Return a document's id, or None where it has none that is a text."""
    id_ = row.get("id")
    return id_ if isinstance(id_, str) else None


def _tables(past: Past, path: str) -> dict[str, list[Document]]:
    found = look(path)
    past.findings.note(path, found.damaged)
    return {name: list(table.values()) for name, table in found.tables.items() if name != META}


def _tables_text(tables: Tables) -> Iterator[str]:
    yield "{"
    for number, (name, documents) in enumerate(tables.items()):
        yield f"{',' if number else ''}\n{json.dumps(name)}: ["
        for place, document in enumerate(documents):
            yield f"{',' if place else ''}\n{json.dumps(document, allow_nan=False)}"
        yield "]"
    yield "}"
