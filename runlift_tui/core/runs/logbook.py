"""Runs and trials beside the documents that hold them, which may say more than we know of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from runlift_tui.core.runs.reading import as_run
from runlift_tui.core.runs.run import Run, Trial
from runlift_tui.core.words.documents import Document

RUNS, TRIALS = "runs", "trials"
"""Tables of a year; a race over a distance stands in `trials` alone."""
_SHAPES: dict[str, type[Run] | type[Trial]] = {RUNS: Run, TRIALS: Trial}


class LoggedRun(NamedTuple):
    """One run or trial, as it is stored and as it is understood."""

    table: str
    document: Document
    said: Run | Trial

    @property
    def run(self) -> Run:
        """It as a run; a trial is one of the kind race."""
        return as_run(self.said)


def entry_of(table: str, document: Document) -> LoggedRun | None:
    """Return an entry, or None where its document makes no sense."""
    try:
        return LoggedRun(table, document, msgspec.convert(document, _SHAPES[table]))
    except (KeyError, ValueError):
        return None


def entry_faults(table: str, document: Document) -> Iterator[str]:
    """Yield what is wrong with the document of a run or a trial."""
    try:
        msgspec.convert(document, _SHAPES[table])
    except ValueError as error:
        yield f"{error}"


def ordered(entries: Iterable[LoggedRun]) -> list[LoggedRun]:
    """Return entries, oldest first; those of one day in the order in which they were typed."""
    return sorted(entries, key=lambda each: (each.said.day, each.said.id))


def written(said: Run | Trial, old: LoggedRun | None = None) -> LoggedRun:
    """Return a run or trial as it is stored, with whatever else its old document says."""
    own: Document = msgspec.to_builtins(said)
    if isinstance(said, Run):
        return LoggedRun(RUNS, _over(old, own, Trial), said)
    return LoggedRun(TRIALS, _over(old, own, Run), said)


def _over(old: LoggedRun | None, own: Document, other: type[Run] | type[Trial]) -> Document:
    """Return a document over an older one; what only the other shape has is left out."""
    if old is None:
        return own
    kept = {k: v for k, v in old.document.items() if k not in other.__struct_fields__}
    return {**kept, **own}
