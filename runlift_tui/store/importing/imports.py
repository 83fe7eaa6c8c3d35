"""Imports on disk: what each one added, all of it written as one change, and taken back as one.

An import is noted in the library before its documents are written: whatever is cut short can be
taken back whole, and the same import goes on from where it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from runlift_tui.core.history.believed import SESSIONS
from runlift_tui.core.runs.logbook import RUNS, TRIALS
from runlift_tui.core.sync.registers import kind_of
from runlift_tui.core.sync.tables import Rows
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.text import plural
from runlift_tui.exchange.documents import content_sum
from runlift_tui.store.archive import archive_of
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import year_of
from runlift_tui.store.importing.row import stands
from runlift_tui.store.library.library import IMPORTS, NAMES, Library
from runlift_tui.store.sync.at_hand import is_wanted
from runlift_tui.store.tables.file import Change
from runlift_tui.store.tables.generations import settle
from runlift_tui.store.tables.text import META, encode

_UNDER_WAY = (
    ": this import is being written, or taken back. The next start puts right what is not whole.\n"
)
"""What stands behind the id of an import in the mark beside it, until all of it is written."""


class Here(NamedTuple):
    """What a data folder holds."""

    sessions: list[Document]
    runs: list[Document]
    """Trials among them."""
    imports: list[Document]
    """Rows of imports, oldest first; those that were taken back among them."""
    names: Mapping[str, Document]
    """Answers about names, by folded name."""

    @property
    def standing(self) -> list[Document]:
        """The imports that can be taken back."""
        return [row for row in self.imports if stands(row)]

    def gone(self) -> list[str]:
        """Return the ids that imports added; those not here were deleted since."""
        whole = (row for row in self.standing if row.get("whole"))
        return [id_ for row in whole for key in ("sessions", "runs") for id_ in row.get(key, ())]


def look(past: Past) -> Here:
    """Return what a data folder holds, and change nothing.

    Raises:
        StoreError: a file cannot be read.
    """
    archive = archive_of(past)
    years = archive.years.values()
    rows = archive.library.get(IMPORTS, [])
    half = {row.get("id") for row in rows if _is_half(row)}
    found = {
        name: [
            row
            for tables in years
            for row in tables.get(name, ())
            if not half or not (_brought_by(row) in half and _is_untouched(row))
        ]
        for name in (SESSIONS, RUNS, TRIALS)
    }
    return Here(
        found[SESSIONS],
        [*found[RUNS], *found[TRIALS]],
        sorted(rows, key=lambda row: str(row.get("at"))),
        {str(row.get("id")): row for row in archive.library.get(NAMES, [])},
    )


class Fresh(NamedTuple):
    """What one command adds."""

    sessions: Sequence[Document]
    runs: Sequence[Document]
    files: Sequence[Document]
    """Each with its name, the SHA-256 of its content and its format."""
    answers: Document
    names: Mapping[str, Mapping[str, str]] = {}
    """What was said of names, by the folded name."""


def id_now(now_ms: int) -> str:
    """Return the id of an import that is made now."""
    return new_id(now_ms)


def row_of(now_ms: int, files_: Iterable[Document], answers: Document) -> Document:
    """Return the row of an import that has brought nothing yet."""
    return {
        "at": iso(now_ms),
        "files": list(files_),
        "answers": answers,
        "sessions": [],
        "runs": [],
        "undone": None,
        "whole": False,
    }


def add(past: Past, id_: str, now_ms: int, fresh: Fresh) -> None:
    """Write all documents of an import; the lock has to be held.

    Raises:
        StoreError: a file cannot be read or written; what was written can be taken back.
    """
    library = Library(past.folder.library, past.stamping)
    row: Document = {
        **row_of(now_ms, fresh.files, fresh.answers),
        "sessions": [each["id"] for each in fresh.sessions],
        "runs": [each["id"] for each in fresh.runs],
    }
    try:
        with marked(past, id_):
            library.put(IMPORTS, id_, row)
            files.ensure_folder(past.folder.history, parents=False)
            for year, found in sorted(_by_year(fresh, id_).items()):
                _add(past, past.history.path(year), found)
            said = _said_of(library, fresh.names)
            library.put_all([*said, (IMPORTS, id_, {**row, "whole": True})])
    finally:
        if library.damaged is not None:
            past.report(library.damaged.what)


def _by_year(fresh: Fresh, id_: str) -> dict[int, list[tuple[str, Document]]]:
    """Return the documents of an import with their tables, by the year in whose file they go."""
    years: dict[int, list[tuple[str, Document]]] = defaultdict(list)
    for table, documents in ((SESSIONS, fresh.sessions), (RUNS, fresh.runs)):
        for each in documents:
            document = _signed(each, id_)
            years[year_of(document)].append((table, document))
    return years


def _signed(document: Document, id_: str) -> Document:
    """Return a document with the import that brings it, and a mark of its content."""
    found = {**document, "source": {**document["source"], "import": id_}}
    return {**found, "source": {**found["source"], "sum": content_sum(found)}}


def _add(past: Past, path: str, wanted: Iterable[tuple[str, Document]]) -> None:
    settled = settle(path)
    past.findings.note(path, settled.damaged)
    shelf, stamping = Rows(settled.tables), past.stamping()
    changed = False
    for table, document in wanted:
        if shelf.piece((kind_of(table), document["id"])).document is not None:
            continue
        new = stamping.put(shelf, table, document)
        if new is not None:
            shelf.keep(new)
            changed = True
    if changed:
        files.replace_whole(path, encode(shelf.tables), keep_previous=True)


def remember(past: Past, names: Mapping[str, Mapping[str, str]]) -> None:
    """Keep what was said of names, for every import to come; the lock has to be held.

    Raises:
        StoreError: the library cannot be read or written.
    """
    library = Library(past.folder.library, past.stamping)
    library.put_all(_said_of(library, names))


def _said_of(library: Library, names: Mapping[str, Mapping[str, str]]) -> list[Change]:
    before = library.snapshot().get(NAMES, {}) if names else {}
    return [(NAMES, name, {**before.get(name, {}), **said}) for name, said in names.items()]


@contextmanager
def marked(past: Past, id_: str) -> Iterator[None]:
    """Have the mark there until all is written, or taken out again; the lock has to be held.

    Args:
        past: Of the data folder.
        id_: Of the import, which the mark names.

    Raises:
        StoreError: the disk refuses; where what was written stands half, the mark stays.
    """
    files.replace_whole(past.folder.half, f"{id_}{_UNDER_WAY}".encode(), keep_previous=False)
    try:
        yield
    except StoreError:
        with suppress(StoreError):  # what it refuses now goes with the next import, or start
            take_out_half(past)
            files.remove_whole(past.folder.half)
        raise
    with suppress(StoreError):  # a mark with nothing half beside it does no harm
        files.remove_whole(past.folder.half)


def _is_half(row: Document) -> bool:
    """Whether an import was cut short, or its taking back was."""
    return not row.get("whole")


def take_out_half(past: Past) -> list[Document]:
    """Take out what imports wrote that were cut short, and forget them; the lock has to be held.

    Of one whose taking back was cut short the rest goes.

    Returns:
        The rows of those imports, as they were.

    Raises:
        StoreError: a file cannot be read or written; the same again goes on from there.
    """
    library = Library(past.folder.library, past.stamping)
    found = {i: row for i, row in library.snapshot().get(IMPORTS, {}).items() if _is_half(row)}
    for id_, row in found.items():
        _take_out(past, row)
        _forget(library, row)
        if row.get("undone"):
            library.put(IMPORTS, id_, {**row, "whole": True})
        else:
            library.delete(IMPORTS, id_)
    return list(found.values())


class TakenBack(NamedTuple):
    """What taking an import back came to."""

    sessions: int
    runs: int
    kept: list[str]
    """What was changed since and stays, in a few words each."""

    @property
    def told(self) -> str:
        """What is out again: "12 sessions and 3 runs"."""
        return f"{plural(self.sessions, 'session')} and {plural(self.runs, 'run')}"

    @property
    def stays(self) -> str:
        """What stays, in a sentence behind a space; empty where nothing does."""
        if not self.kept:
            return ""
        return f" {len(self.kept)} changed since, and stay: {', '.join(self.kept)}."


def undo(past: Past, id_: str, now_ms: int) -> TakenBack:
    """Take out what an import added and nobody changed since; the lock has to be held.

    Raises:
        StoreError: a file cannot be read or written; the same again goes on from there.
    """
    library = Library(past.folder.library, past.stamping)
    row = library.get(IMPORTS, id_) or {}
    undone = {**row, "undone": iso(now_ms), "whole": True}
    with marked(past, id_):
        try:
            library.put(IMPORTS, id_, {**undone, "whole": False})
            found = _take_out(past, row)
            _forget(library, row)
            library.put(IMPORTS, id_, undone)
        except StoreError:
            with suppress(StoreError):  # it stands, so that the same undo can go on
                library.put(IMPORTS, id_, row)
            raise
    return found


def _forget(library: Library, row: Document) -> None:
    """Forget the imports of which an export told, as what they brought is out again."""
    library.put_all([(IMPORTS, id_, None) for id_ in row.get("imports", ())])


def _take_out(past: Past, row: Document) -> TakenBack:
    """Take out what an import added and nobody changed since."""
    runs_of_it = set(row.get("runs", ()))
    # A run that became a race since stands among the trials, and stays.
    wanted = {SESSIONS: set(row.get("sessions", ())), RUNS: runs_of_it, TRIALS: runs_of_it}
    waiting, changes = past.journals.waiting(), past.journals.other_changes()
    changed = {*waiting.sessions, *waiting.gone, *changes}
    sessions, runs, kept = 0, 0, list[str]()
    # Where nobody else can have them yet, nobody has to hear that they are gone.
    is_shared = is_wanted(past.folder)
    for year in past.history.years():
        path = past.history.path(year)
        settled = settle(path)
        past.findings.note(path, settled.damaged)
        before = (sessions, runs)
        shelf, stamping = Rows(settled.tables), past.stamping()
        for table, ids in wanted.items():
            rows = settled.tables.get(table, {})
            for number, document in list(rows.items()):
                if document.get("id") not in ids or not _is_of(document, row):
                    continue
                if document["id"] in changed or not _is_untouched(document, row):
                    kept.append(_named(document))
                    continue
                gone = stamping.delete(shelf, table, document["id"]) if is_shared else None
                if gone is not None:
                    shelf.keep(gone)
                else:
                    del rows[number]
                sessions += table == SESSIONS
                runs += table != SESSIONS
        if (sessions, runs) == before:
            continue
        left = {name: rows for name, rows in settled.tables.items() if rows}
        if left.keys() - {META}:
            files.replace_whole(path, encode(left), keep_previous=True)
        else:
            files.remove_whole(path)
    return TakenBack(sessions, runs, kept)


def _brought_by(document: Document) -> Any:
    """Return the id of the import that brought a document; nothing where none did."""
    source: Any = document.get("source")
    return source.get("import") if isinstance(source, dict) else None


def _is_of(document: Document, row: Document) -> bool:
    """Whether a document is the one that an import brought: an export's own, or signed by it."""
    own = document["id"] in row.get("sums", {})
    return own or _brought_by(document) in (None, "", row.get("id"))


def _is_untouched(document: Document, row: Document | None = None) -> bool:
    """Whether a document says what it said when it came."""
    came = None if row is None else row.get("sums", {}).get(document["id"])
    if came is not None:
        return bool(came == content_sum(document))
    source: Any = document.get("source")
    return isinstance(source, dict) and source.get("sum") == content_sum(document)


def _named(document: Document) -> str:
    day = document.get("day") or str(document.get("started"))[:10]
    what = document.get("routine_name") or "run"
    return f"{day} {what}"
