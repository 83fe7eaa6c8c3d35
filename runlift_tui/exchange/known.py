"""What is here already: which documents of an import are new, and which are left as they are."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from runlift_tui.core.words.documents import Document
from runlift_tui.exchange.converted import Converted, FoundRun
from runlift_tui.exchange.documents import content_sum
from runlift_tui.exchange.running.same import Outings, RunSpan


class Verdict(NamedTuple):
    """What becomes of the documents of one file."""

    sessions: list[Document]
    runs: list[Document]
    already: int
    changed: int
    told: list[str]
    """A sentence for each that is here with another content."""

    @property
    def new(self) -> int:
        """How many documents are added."""
        return len(self.sessions) + len(self.runs)


class Known:
    """What is here, and what this command found so far."""

    def __init__(
        self, sessions: Iterable[Document], runs: Iterable[Document], gone: Iterable[str]
    ) -> None:
        """Take in what is here.

        Args:
            sessions: Every finished session.
            runs: Every run and trial.
            gone: Ids that an import added; what of them is not here was deleted since.
        """
        self._sessions = {each["id"]: each for each in sessions if _has_id(each)}
        here = [each for each in runs if _has_id(each)]
        self._runs = {each["id"]: each for each in here}
        self._outings = Outings(filter(None, map(_span, here)))
        self._gone = set(gone)

    def judge(self, found: Converted) -> Verdict:
        """Return what becomes of a file's documents; those that are new count as here from now."""
        sessions, told, already, changed = [], list[str](), 0, 0
        for document in found.sessions:
            here = self._sessions.get(document["id"])
            if here is None and document["id"] not in self._gone:
                sessions.append(document)
                self._sessions[document["id"]] = document
            elif here is None or _is_own(document) or _says_the_same(here, document):
                already += 1
            else:
                changed += 1
                told.append(f"{document['source']['wall']} differs from what is here, which stays")
        runs = []
        for run in found.runs:
            if not run.again and self._differs(run.document):
                changed += 1
                told.append(f"the run of {run.document['day']} differs from what is here")
            elif run.again or self._is_here(run):
                already += 1
            else:
                runs.append(run.document)
                self._outings.add(run.span)
                self._runs[run.document["id"]] = run.document
        return Verdict(sessions, runs, already, changed, told)

    def _differs(self, document: Document) -> bool:
        """Whether a run is here out of the same kind of file, with another content."""
        here = self._runs.get(document["id"])
        source = None if here is None else here.get("source")
        if here is None or not isinstance(source, dict):
            return False
        same_kind = source.get("format") == document["source"]["format"]
        return same_kind and not _says_the_same(here, document)

    def judge_own(self, sessions: Iterable[Document], runs: Iterable[Document]) -> dict[str, int]:
        """Return what becomes of documents of RunLift's own: they go by their ids alone."""
        found = {"new": 0, "already": 0, "changed": 0}
        for here, documents in ((self._sessions, sessions), (self._runs, runs)):
            for each in documents:
                if each["id"] not in here:
                    found["new"] += 1
                    continue
                same = _says_the_same(here[each["id"]], each)
                found["already" if same else "changed"] += 1
        return found

    def _is_here(self, run: FoundRun) -> bool:
        id_ = run.document["id"]
        return id_ in self._gone or id_ in self._runs or self._outings.same(run.span) is not None


_OF_A_ZONE = frozenset(
    ("started", "finished", "ended", "utc_offset_min", "day", "zone", "import", "file", "sum")
)


def _is_own(document: Document) -> bool:
    """Whether a session came back from an export of ours, which cannot say all of it."""
    return bool(document["source"].get("own"))


def _has_id(document: Document) -> bool:
    return isinstance(document.get("id"), str)


def _says_the_same(here: Document, document: Document) -> bool:
    """Whether two documents of one id say the same, whichever import they came with.

    Read in another time zone it is still what it was; what is here keeps its moments.
    """
    if here == document or content_sum(here) == content_sum(document):
        return True
    zones = {_zone(here), _zone(document)}
    return len(zones) > 1 and _by_the_wall(here) == _by_the_wall(document)


def _zone(document: Document) -> str:
    source = document.get("source")
    return str(source.get("zone")) if isinstance(source, dict) else ""


def _by_the_wall(value: object) -> object:
    """Return what a document says beside its moments and the import it came with."""
    if isinstance(value, list):
        return [_by_the_wall(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: _by_the_wall(each) for name, each in value.items() if name not in _OF_A_ZONE}


def _span(run: Document) -> RunSpan | None:
    """Return where a run that is here lies in time; None where its document makes no sense."""
    try:
        day = date.fromisoformat(run["day"])
    except (KeyError, TypeError, ValueError):
        return None
    source = run.get("source")
    source = source if isinstance(source, dict) else {}
    mark = f"{source['format']}|{source['wall']}" if {"format", "wall"} <= source.keys() else ""
    return RunSpan(
        day=day,
        begun=_moment(source.get("started")),
        metres=_figure(run.get("metres")),
        seconds=_figure(run.get("seconds")),
        mark=mark,
        id=run["id"],
    )


def _moment(text: Any) -> float | None:
    try:
        found = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return found.timestamp() if found.tzinfo else None


def _figure(value: Any) -> float | None:
    return value if type(value) in (int, float) and value > 0 else None
