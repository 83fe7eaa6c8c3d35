"""What the first screen needs of a whole history, without reading it.

`digest.jsonl` holds the sum of all years and is all that is read while nothing changed;
`digest-<year>.jsonl` holds one year, so that a change costs the reading of that year alone. Both
are one line with a checksum, and both can be deleted at will.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from runlift_tui.core.exercises.same import Same
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE
from runlift_tui.store.disk.derived import Derived, Fingerprint, fingerprint
from runlift_tui.store.history.sound import KIND, VERSION
from runlift_tui.store.history.year_summary import Summary, add_up, summarise
from runlift_tui.store.history.years import SESSIONS, History

if TYPE_CHECKING:
    from runlift_tui.core.history.past import PastSession


class Digest:
    """The summary of a history, kept up to date by the fingerprints of its files."""

    def __init__(self, folder: str, history: History, same: Callable[[], Same] = dict) -> None:
        """Name what is kept.

        Args:
            folder: Where the derived files are; it need not exist.
            history: What they are of.
            same: Returns which ids of exercises mean another one: another answer is another past.
        """
        self.folder = folder
        """Where the derived files are; it need not exist."""
        self.history = history
        self._same = same
        self._derived = Derived(folder, KIND, VERSION)

    def load(self, changed: "Mapping[int, Iterable[PastSession]] | None" = None) -> Summary:
        """Return the summary of all years.

        Args:
            changed: The sessions of years that count in place of what their files have, oldest
                first.

        Years that changed are read again, and the outcome is kept for the next time where the
        disk lets us. A damaged year counts with its last good generation and is not kept, nor is
        one with strange rows, so that the history tells of it each time until it is put right.

        Raises:
            Newer, Unreadable: a year cannot be read.
        """
        years = {str(n): fingerprint(self.history.path(n)) for n in self.history.years()}
        if changed:
            return self._load_changed(years, {str(year): rows for year, rows in changed.items()})
        kept = self._derived.read(KIND)
        if kept is not None and kept.get("years") == years and self._is_of(kept):
            summary = _summary(kept)
            if summary is not None:
                self.history.findings.sound = years
                return summary
        parts = [self._year(year, mark) for year, mark in sorted(years.items())]
        total = add_up(part for part, _ in parts)
        if all(good for _, good in parts):
            self._derived.keep(KIND, {"years": years, **_document(total, self._same())})
            self.history.findings.sound = years
        return total

    def _load_changed(
        self, years: Mapping[str, Fingerprint], changed: "Mapping[str, Iterable[PastSession]]"
    ) -> Summary:
        return add_up(
            self._sum(changed[year]) if year in changed else self._year(year, years[year])[0]
            for year in sorted({*years, *changed})
        )

    def _year(self, year: str, mark: Fingerprint) -> tuple[Summary, bool]:
        """Return the summary of one year, read again only if its file changed; is it sound?"""
        kept = self._derived.read_of(f"digest-{year}", mark)
        if kept is not None and self._is_of(kept):
            summary = _summary(kept)
            if summary is not None:
                return summary, True
        is_good = self.history.findings.watch(self.history.path(int(year)), SESSIONS)
        part = self._sum(self.history.year_sessions(int(year), newest_first=False))
        sound = is_good()
        if sound:
            self._derived.keep_of(f"digest-{year}", mark, _document(part, self._same()))
        return part, sound

    def _sum(self, sessions: "Iterable[PastSession]") -> Summary:
        same = self._same()
        return summarise((each.meant(same) for each in sessions) if same else sessions)

    def _is_of(self, kept: Document) -> bool:
        """Whether a record was made while the same ids meant others."""
        return bool(kept.get("same", {}) == self._same())


def _document(summary: Summary, same: Same) -> Document:
    merged = {"same": dict(same)} if same else {}
    return {**merged, "summary": msgspec.to_builtins(summary)}


def _summary(kept: Document) -> Summary | None:
    """Return the summary of a record, or None where it makes no sense."""
    try:
        return msgspec.convert(kept.get("summary"), Summary)
    except NONSENSE:
        return None
