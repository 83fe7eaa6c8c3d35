"""An export of RunLift's own on its way in: an import like any other, with an id and a way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from runlift_tui.core.history.believed import SESSIONS
from runlift_tui.core.runs.logbook import RUNS, TRIALS
from runlift_tui.exchange.documents import content_sum
from runlift_tui.store.archive import Added, add_archive, archive_of
from runlift_tui.store.importing.imports import marked, row_of
from runlift_tui.store.library.library import IMPORTS, Library

if TYPE_CHECKING:
    from runlift_tui.core.history.archive import Archive
    from runlift_tui.core.words.documents import Document
    from runlift_tui.store.history.past import Past

_TRAINING = {SESSIONS: "sessions", RUNS: "runs", TRIALS: "runs"}
"""What an import's row calls the ids of each table."""


class OwnFile(NamedTuple):
    """One export, read."""

    told: Document
    """Its name, the SHA-256 of its content and its format."""
    archive: Archive


def add_own(past: Past, id_: str, now_ms: int, own: Sequence[OwnFile]) -> tuple[bool, Added]:
    """Put in what is not here yet of exports, as one import; the lock has to be held.

    Exercises, routines, plans and settings come in too, and are the athlete's own from then on:
    the way back takes out the training alone.

    Args:
        past: Of the data folder.
        id_: Of the import, which may have brought other files already.
        now_ms: This moment, milliseconds since the epoch.
        own: The exports.

    Returns:
        Whether it brought any training, and what came of all documents.

    Raises:
        StoreError: a file cannot be read or written; nothing half is left.
    """
    fresh = _fresh(archive_of(past), own)
    if not fresh:
        return False, _added(past, own)
    library = Library(past.folder.library, past.stamping)
    known = library.snapshot().get(IMPORTS, {})
    came = {str(row["id"]) for each in own for row in each.archive.library.get(IMPORTS, ())}
    row = known.get(id_) or row_of(now_ms, (), {})
    row = {
        **row,
        "files": [*row["files"], *(each.told for each in own)],
        "imports": sorted(came - known.keys()),
    }
    with marked(past, id_):
        library.put(IMPORTS, id_, {**_with(row, fresh), "whole": False})
        added = _added(past, own)
        # What was deleted here is not brought back by an older copy.
        there = _training(archive_of(past))
        stays = {key: document for key, document in fresh.items() if key in there}
        library.put(IMPORTS, id_, {**_with(row, stays), "whole": True})
    return bool(stays), added


_Key = tuple[str, str]
"""What an import's row calls the ids of a document's table, and its id."""


def _training(archive: Archive) -> dict[_Key, Document]:
    return {
        (_TRAINING[table], str(row.get("id"))): row
        for tables in archive.years.values()
        for table, rows in tables.items()
        if table in _TRAINING
        for row in rows
    }


def _fresh(here: Archive, own: Sequence[OwnFile]) -> dict[_Key, Document]:
    """Return the documents of exports that are not here."""
    known = _training(here)
    found = {key: row for each in own for key, row in _training(each.archive).items()}
    return {key: row for key, row in found.items() if key not in known}


def _with(row: Document, fresh: dict[_Key, Document]) -> dict[str, Any]:
    """Return an import's row with documents of an export, and a mark of what each of them says."""
    sums = {id_: content_sum(document) for (_, id_), document in fresh.items()}
    found = {**row, "sums": {**row.get("sums", {}), **sums}}
    for name in dict.fromkeys(_TRAINING.values()):
        found[name] = [*row.get(name, ()), *(id_ for kind, id_ in fresh if kind == name)]
    return found


def _added(past: Past, own: Sequence[OwnFile]) -> Added:
    added = Added()
    for each in own:
        added = added.plus(add_archive(past, each.archive))
    return added
