"""Runs and trials beside the documents that hold them, which may say more than we know of."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from runlift_tui.core.runs.run import Run, RunKind, Trial, run_of
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE
from runlift_tui.core.words.origin import format_of, is_imported, origin_words
from runlift_tui.core.words.possible import is_day, no_day
from runlift_tui.core.words.spelling import shown
from runlift_tui.core.words.units import Distance

RUNS, TRIALS = "runs", "trials"
"""Tables of a year; a race over a distance stands in `trials` alone."""
_TOLD = 1e12
_SHAPES: dict[str, type[Run] | type[Trial]] = {RUNS: Run, TRIALS: Trial}


class LoggedRun(NamedTuple):
    """One run or trial, as it is stored and as it is understood."""

    table: str
    document: Document
    said: Run | Trial

    @property
    def run(self) -> Run:
        """It as a run; a trial is one of the kind race."""
        return run_of(self.said) if isinstance(self.said, Trial) else self.said

    @property
    def origin(self) -> str:
        """From which program's file it is, "from Strava"; empty for one's own."""
        return origin_words(format_of(self.document))


def entry_of(table: str, document: Document) -> LoggedRun | None:
    """Return an entry, or None where its document makes no sense."""
    try:
        said = msgspec.convert(_spoken(document), _SHAPES[table])
    except (KeyError, *NONSENSE):
        return None
    if next(_impossible(said, document), None) is not None:
        return None
    return LoggedRun(table, document, said)


def entry_faults(table: str, document: Document) -> Iterator[str]:
    """Yield what is wrong with the document of a run or a trial."""
    try:
        said = msgspec.convert(_spoken(document), _SHAPES[table])
    except NONSENSE as error:
        yield next(_figures(document), _in_our_words(document, f"{error}"))
    else:
        yield from _impossible(said, document)


def _spoken(document: Document) -> Document:
    """Return a document with its kind in a word, also where nobody said it."""
    if document.get("kind", "") is None:
        return {**document, "kind": RunKind.UNSAID.value}
    return document


def _figures(document: Document) -> Iterator[str]:
    """Yield what is wrong with the figures of a document that is no run, in our own words."""
    from runlift_tui.core.runs.line import impossible

    metres, seconds = _figure(document.get("metres")), _figure(document.get("seconds"))
    yield from impossible(metres, seconds, None, Distance.KM)


def _in_our_words(document: Document, error: str) -> str:
    """Return what msgspec says of a document as one would say it: which value it is."""
    named = re.search(r"`(?:\$\.)?(\w+)[^`]*`$", error)
    key = named[1] if named else ""
    if document.get(key) is None:
        return f"{key} is missing" if key else "it is no run"
    return f"{key} cannot be {shown(document[key])}"


def _figure(value: Any) -> float | None:
    """Return a number that can be told, None for anything else."""
    return value if type(value) in (int, float) and abs(value) < _TOLD else None


def _impossible(said: Run | Trial, document: Document) -> Iterator[str]:
    """Yield why a run cannot have been: what the run line, or an import, would refuse of it."""
    # The grammar of the line is much to import, and a start without a run of late needs none.
    from runlift_tui.core.runs.line import impossible, impossible_import

    if not is_day(said.day):
        yield no_day(said.day)
    if is_imported(document):
        yield from impossible_import(said.metres, said.seconds)
        return
    yield from impossible(said.metres, said.seconds, said.fast_s, Distance.KM)


def ordered(entries: Iterable[LoggedRun]) -> list[LoggedRun]:
    """Return entries, oldest first; those of one day in the order in which they were typed."""
    return sorted(entries, key=lambda each: (each.said.day, each.said.id))


def written(said: Run | Trial, old: LoggedRun | None = None) -> LoggedRun:
    """Return a run or trial as it is stored, with whatever else its old document says."""
    own: Document = msgspec.to_builtins(said)
    if own.get("kind") == RunKind.UNSAID:
        own["kind"] = None
    if isinstance(said, Run):
        return LoggedRun(RUNS, _over(old, own, Trial), said)
    return LoggedRun(TRIALS, _over(old, own, Run), said)


def _over(old: LoggedRun | None, own: Document, other: type[Run] | type[Trial]) -> Document:
    """Return a document over an older one; what only the other shape has is left out."""
    if old is None:
        return own
    kept = {k: v for k, v in old.document.items() if k not in other.__struct_fields__}
    return {**kept, **own}
