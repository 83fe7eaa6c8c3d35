"""What an athlete's evening does to the files, and what must be true of them at any moment."""

import os
from collections.abc import Callable, Iterator
from typing import Any

from runlift_tui.store.digest import Digest
from runlift_tui.store.errors import StoreError
from runlift_tui.store.folder import DataFolder
from runlift_tui.store.history import History
from runlift_tui.store.journal import Segment, list_segments, read_segment
from runlift_tui.store.library import Library
from runlift_tui.store.lines import decode_line
from runlift_tui.store.summary import summarise
from tests.store.examples import done, plain, session

Document = dict[str, Any]
GONE = None


class Evening:
    """A session, its end, a correction and some settings, with a ledger of what was promised."""

    def __init__(self, path: str) -> None:
        self.folder = DataFolder(path)
        self.submitted: list[Document] = []
        """Every record that was handed to the journal, in order."""
        self.acknowledged = 0
        """How many of them were said to be on the disk."""
        self.removed: set[bool] = {False}
        """What may be true of the journal: whether it was taken away."""
        self.documents: dict[tuple[str, str], list[Document | None]] = {}
        """What each document may be, by its table and id: the acknowledged one and, after a
        refusal, the one that was refused."""
        self._segment: Segment | None = None

    def run(self) -> None:
        """Do everything, going on after each refusal."""
        for step in self.steps():
            try:
                step()
            except StoreError:
                continue

    def steps(self) -> Iterator[Callable[[], object]]:
        """Yield one step after another."""
        history, library = History(self.folder.history), Library(self.folder.library)
        first = session("one", "2026-11-22", done("B1", "step-up", 6))
        corrected = first | {"notes": "heavy"}
        yield self.folder.create
        yield self.folder.lock.acquire
        yield self._begin
        for number in range(2, 5):
            yield lambda n=number: self._append({"n": n})  # type: ignore[misc]
        yield self._put("history", session("old", "2025-01-01"), history.fold)
        yield self._put("history", first, history.fold)
        yield self._put("history", corrected, history.fold)
        yield lambda: self._append({"n": 5})
        yield self._put("history", session("two", "2026-11-24"), history.fold)
        yield self._drop("history", "two", lambda: history.withdraw("two", 2026))
        for value in (1, 2):
            document = {"id": "units", "n": value}
            yield self._put("library", document, lambda it: library.put("settings", "units", it))
        yield self._drop("library", "units", lambda: library.delete("settings", "units"))
        yield Digest(self.folder.derived, history).load
        yield self._remove

    def close(self) -> None:
        """Let go of every handle, as the end of a process does."""
        self.folder.lock.release()
        if self._segment is not None:
            self._segment.close()

    def save_what_waits(self) -> None:
        """Have the journal write what it was refused, and note that it did."""
        if self._segment is not None and self.removed == {False}:
            self._segment.retry()
            self.acknowledged = len(self.submitted)

    def check(self) -> None:
        """Hold what is on the disk against what was promised."""
        self._check_journal()
        self._check("library", [self.folder.library], "settings")
        years = [name for name in _names(self.folder.history) if name.endswith(".json")]
        paths = [os.path.join(self.folder.history, name) for name in years]
        self._check("history", paths, "sessions")
        self._check_that_it_goes_on()

    def _begin(self) -> None:
        self.submitted = [{"n": 0}, {"n": 1}]
        self._segment = Segment.create(
            self.folder.journal, "one", "session", first=list(self.submitted)
        )
        if self._segment.saved:
            self.acknowledged = 2

    def _append(self, record: Document) -> None:
        assert self._segment is not None
        self.submitted.append(record)
        self._segment.append(record)
        assert self._segment.saved
        self.acknowledged = len(self.submitted)

    def _remove(self) -> None:
        assert self._segment is not None
        self._check_before_it_is_gone(self._segment)
        self.removed = {False, True}
        self._segment.remove()
        self.removed = {True}

    def _check_before_it_is_gone(self, segment: Segment) -> None:
        """Compare the journal with what was handed to it, by the real `os`."""
        if not os.path.exists(segment.path):
            assert self.acknowledged == 0
            return
        with open(segment.path, "rb") as file:
            lines = [line[:-1] for line in file if line.endswith(b"\n")]
        records = [decode_line(line) for line in lines[1:]]
        assert records == self.submitted[: len(records)]
        assert len(records) == len(self.submitted) or not segment.saved

    def _put(
        self, where: str, document: Document, put: Callable[[Document], object]
    ) -> Callable[[], object]:
        def step() -> None:
            self._change((where, document["id"]), document, lambda: put(document))

        return step

    def _drop(self, where: str, id_: str, drop: Callable[[], object]) -> Callable[[], object]:
        return lambda: self._change((where, id_), GONE, drop)

    def _change(
        self, key: tuple[str, str], to: Document | None, change: Callable[[], object]
    ) -> None:
        self.documents[key] = [*self.documents.get(key, [GONE]), to]
        change()
        self.documents[key] = [to]

    def _check_journal(self) -> None:
        paths = list_segments(self.folder.journal)
        if not paths:
            assert True in self.removed or self.acknowledged == 0
            return
        assert False in self.removed
        contents = read_segment(paths[0])
        assert len(paths) == 1
        assert contents.lost == 0
        assert contents.records == self.submitted[: len(contents.records)]
        assert len(contents.records) >= self.acknowledged

    def _check(self, where: str, paths: list[str], table: str) -> None:
        """Let stock TinyDB open the files, and compare."""
        found = [it for path in paths if os.path.exists(path) for it in plain(path, table)]
        by_id = {document["id"]: document for document in found}
        assert len(by_id) == len(found)
        expected = {id_: may for (place, id_), may in self.documents.items() if place == where}
        assert set(by_id) <= set(expected)
        for id_, may in expected.items():
            assert by_id.get(id_) in may

    def _check_that_it_goes_on(self) -> None:
        """Open it all as the next start does, and add to it."""
        folder = DataFolder(self.folder.path)
        folder.create()
        folder.lock.acquire()
        folder.sweep()
        assert not [name for name in _everything(folder.path) if name.endswith(".new")]
        for path in list_segments(folder.journal):
            segment, damaged = Segment.open(path)
            assert damaged is None
            segment.append({"n": 99})
            segment.close()
            assert read_segment(path).records == [*segment.records, {"n": 99}]
        history = History(folder.history)
        history.fold(session("next", "2026-12-01"))
        assert history.damage == {}
        assert history.get("next") == session("next", "2026-12-01")
        truth = summarise(history.documents(newest_first=False))
        assert Digest(folder.derived, history).load() == truth
        folder.lock.release()


def _names(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _everything(folder: str) -> list[str]:
    return [name for _, _, names in os.walk(folder) for name in names]
