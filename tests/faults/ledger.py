"""What was promised to an athlete, and whether the disk keeps it."""

import copy
import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from runlift_tui.clock import ManualClock
from runlift_tui.core.face import press
from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.session.state import is_finished
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.journal.records import replayed
from runlift_tui.store.journal.segment import list_segments, read_segment
from runlift_tui.store.library.library import Library
from runlift_tui.store.store import Store
from tests.store.examples import plain

Document = dict[str, Any]
MayBe = list[Document | None]
"""What a document may be: the one that was acknowledged and, in between, the one under way."""


class Told:
    """One session's journal as it was handed over."""

    def __init__(self) -> None:
        self.records: list[Document] = []
        """Every line, in order."""
        self.acknowledged = 0
        """How many of them were said to be on the disk."""
        self.gone = {False}
        """What may be true: whether the journal was taken away."""


class Ledger:
    """Everything that was promised so far; it is copied before each step that reaches the disk."""

    def __init__(self) -> None:
        self.sessions: dict[str, Told] = {}
        self.documents: dict[str, MayBe] = {}
        """Sessions of the past that were changed, deleted or brought in, by id."""
        self.runs: dict[str, MayBe] = {}
        """Runs and trials, by id."""
        self.library: dict[tuple[str, str], MayBe] = {}
        """Rows of the library, by table and id."""

    def copied(self) -> "Ledger":
        """Return it as it stands; the documents in it are never changed in place."""
        found = Ledger()
        found.sessions = {id_: copy.copy(told) for id_, told in self.sessions.items()}
        for told in found.sessions.values():
            told.records, told.gone = list(told.records), set(told.gone)
        found.documents = {id_: list(may) for id_, may in self.documents.items()}
        found.runs = {id_: list(may) for id_, may in self.runs.items()}
        found.library = {key: list(may) for key, may in self.library.items()}
        return found


class Broken(NamedTuple):
    """A promise that was not kept."""

    what: str


def check(path: str, ledger: Ledger) -> list[Broken]:
    """Return every promise that a data folder breaks, also by not going on from there.

    The folder is opened, folded and trained on, as the next start of the program does.
    """
    try:
        return [*_check_as_it_lies(path, ledger), *_check_that_it_goes_on(path, ledger)]
    except Exception as error:
        return [Broken(f"it does not start: {type(error).__name__}: {error}")]


def _check_as_it_lies(path: str, ledger: Ledger) -> list[Broken]:
    past = Past(path)
    rows = list(map(_said, past.documents()))
    shown = {row["id"]: row for row in rows}
    found = [] if len(shown) == len(rows) else [Broken("a session stands twice in the past")]
    known = ledger.sessions.keys() | ledger.documents.keys()
    found += [Broken(f"session {id_} was invented") for id_ in shown.keys() - known]
    for id_, told in ledger.sessions.items():
        found += _check_session(past, id_, told, ledger.documents.get(id_), shown.get(id_))
    for id_, may in ledger.documents.items():
        if id_ not in ledger.sessions and shown.get(id_) not in may:
            found.append(Broken(f"session {id_} of the past is not as it was kept"))
    return found + _check_runs(past, ledger.runs) + _check_library(path, ledger.library)


def _said(row: Document) -> Document:
    """Return a session without the machine's name, which it gets when it is put into its year."""
    return {key: value for key, value in row.items() if key != "device"}


def _check_runs(past: Past, expected: Mapping[str, MayBe]) -> list[Broken]:
    entries = Runs(past).entries()
    found = {entry.said.id: entry.document for entry in entries}
    wrong = [Broken(f"run {id_} was invented") for id_ in found.keys() - expected.keys()]
    wrong += [
        Broken(f"run {id_} is not as it was kept")
        for id_, may in expected.items()
        if found.get(id_) not in may
    ]
    return wrong if len(found) == len(entries) else [*wrong, Broken("a run stands twice")]


def _check_session(
    past: Past, id_: str, told: Told, amended: MayBe | None, shown: Document | None
) -> list[Broken]:
    """Hold one session's journal and its row against what was told."""
    journal = os.path.join(past.folder.journal, f"{id_}.jsonl")
    if amended is not None:
        may = [None if row is None else _said(row) for row in amended]
        return [] if shown in may else [Broken(f"session {id_} is not as it was amended")]
    if not os.path.exists(journal):
        if not told.acknowledged:
            return []
        if True not in told.gone:
            return [Broken(f"the journal of {id_} is gone")]
        # What was not saved when the program ended is gone, and nobody was told otherwise.
        said = json.loads(json.dumps(told.records))
        ways = (said[:end] for end in range(len(said), max(0, told.acknowledged - 1), -1))
        found = [_compare(id_, way, shown) for way in ways]
        return [] if [] in found else found[0]
    if False not in told.gone:
        return [Broken(f"the journal of {id_} is still there")]
    contents = read_segment(journal)
    kept = contents.records
    said = json.loads(json.dumps(told.records))
    if contents.lost or kept != said[: len(kept)]:
        return [Broken(f"the journal of {id_} holds what was never said")]
    if len(kept) < told.acknowledged:
        lost = told.acknowledged - len(kept)
        return [Broken(f"{lost} of {told.acknowledged} commands of {id_} are lost")]
    return _compare(id_, kept, shown)


def _compare(id_: str, records: list[Document], shown: Document | None) -> list[Broken]:
    try:
        session = replayed(records).session
    except Refused:
        return [] if shown is None else [Broken(f"session {id_} has no start and is shown")]
    done = is_finished(session) and is_worth_keeping(session)
    if shown == (document(session) if done else None):
        return []
    return [Broken(f"session {id_} is shown otherwise than its commands say")]


def _check_library(path: str, expected: Mapping[tuple[str, str], MayBe]) -> list[Broken]:
    library = Library(os.path.join(path, "library.json"))
    tables = library.snapshot()
    return [
        Broken(f"{table}/{id_} of the library is not as it was kept")
        for (table, id_), may in expected.items()
        if tables.get(table, {}).get(id_) not in may
    ]


def _check_that_it_goes_on(path: str, ledger: Ledger) -> list[Broken]:
    """Start the program on the folder, fold, train one step, and open all with stock TinyDB."""
    before = {row["id"]: _said(row) for row in Past(path).documents()}
    store = Store(path, ManualClock())
    store.open()
    try:
        if store.only_looking:
            return [Broken(f"it cannot be opened: {store.only_looking}")]
        store.sessions.folding()()
        unfinished = store.sessions.unfinished()
        if unfinished is not None:
            before.pop(unfinished.live.session.start.id, None)
            training = store.sessions.resume(unfinished)
            command = press.space(training.session)
            if command is not None:
                training.tell(command)
            training.leave()
    finally:
        store.close()
    found = [Broken(f"it reports: {report}") for report in Past(path).reports + store.past.reports]
    found += [Broken(f"{name} was left over") for name in _leftovers(path)]
    year_files = [
        os.path.join(path, "history", name)
        for name in _names(os.path.join(path, "history"))
        if name.endswith(".json")
    ]
    by_tinydb = {row["id"]: _said(row) for file in year_files for row in plain(file)}
    trained_on = unfinished.live.session.start.id if unfinished is not None else ""
    if {id_: row for id_, row in by_tinydb.items() if id_ != trained_on} != before:
        found.append(Broken("plain TinyDB sees another past than the program"))
    if [each for each in list_segments(os.path.join(path, "journal")) if _is_of_no_session(each)]:
        found.append(Broken("a journal of changes was not folded"))
    return found


def _is_of_no_session(path: str) -> bool:
    return read_segment(path).kind != "session"


def _leftovers(path: str) -> list[str]:
    return [name for _, _, names in os.walk(path) for name in names if name.endswith(".new")]


def _names(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []
