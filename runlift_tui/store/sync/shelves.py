"""This machine's own files while they are joined with others: each is written once, if at all."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from runlift_tui.core.sync.changes import changed
from runlift_tui.core.sync.held import Copy, held, piece
from runlift_tui.core.sync.moves import together
from runlift_tui.core.sync.tables import Joined, Key, Replacement, Rows, join_into
from runlift_tui.core.sync.told import Arrival, gathered, source_of
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.store.sync.parcels import LIBRARY, fault_of
from runlift_tui.store.tables.generations import settle
from runlift_tui.store.tables.text import encode

_MOST_OPEN = 2
"""Years that are held at a time: of a lifetime all of them would be much."""


class _Open:
    """One of them."""

    def __init__(self, path: str, shelf: Rows) -> None:
        self.path = path
        self.shelf = shelf
        self.is_changed = False


class Shelves:
    """The years and the library of a data folder, whose lock has to be held."""

    def __init__(self, past: Past, oldest: str, names: Mapping[str, str]) -> None:
        """Open none yet.

        Args:
            past: The data folder.
            oldest: What was deleted before this stamp keeps no more than that it was.
            names: What machines are called by now, by their ids.
        """
        self._past = past
        self._names = names
        self._oldest = oldest
        self._open: OrderedDict[int, _Open] = OrderedDict()
        self.arrivals: list[Arrival] = []
        """What came in and is on disk, or will be with `write`."""
        self.wrote: set[int] = set()
        """The places that were written."""

    def join(
        self, place: int, pieces: Iterable[Copy], source: str, *, is_own: bool = False
    ) -> list[str]:
        """Take in what another file has; return what of it cannot be, in a few words each.

        Args:
            place: The year, or `LIBRARY`.
            pieces: What it has.
            source: What the machine is called that wrote it.
            is_own: Whether this machine wrote it itself.

        Raises:
            StoreError: this machine's own file cannot be read, or one before it not be written.
        """
        opened = self._opened(place)
        found: Joined = join_into(opened.shelf, pieces, fault_of, self._oldest)
        opened.is_changed = opened.is_changed or found.is_changed
        self._tell(found.changes, source)
        for key in found.moved:
            self._gather(key, place, source)
        return found.strange

    def _tell(self, changes: Iterable[Replacement], source: str) -> None:
        self.arrivals += [Arrival(each, source_of(each, source, self._names)) for each in changes]

    def _gather(self, key: Key, place: int, source: str) -> None:
        """Have what was moved to another year stand in that of its newest day alone."""
        history = self._past.history
        years = {year for year in history.years() if history.mentions(key[1], year)}
        years |= {year for year, each in self._open.items() if key in set(each.shelf.keys())}
        # The one that was joined is opened last: it is written behind that to which its part goes.
        order = [*sorted(years - {place}), place]
        parts = {year: held(self._opened(year).shelf.piece(key)) for year in order}
        found = together({year: each for year, each in parts.items() if each.registers})
        for year, new in found.items():
            opened = self._opened(year)
            before = opened.shelf.piece(key)
            after = piece(new, before.document)
            if after.document is not None and fault_of(after.table, after.document):
                return
            if after == before:
                continue
            opened.shelf.keep(after)
            opened.is_changed = True
            if after.document != before.document:
                self._tell([Replacement(key[0], key[1], before.document, after.document)], source)
            if year != place:
                self._close((year, self._open.pop(year)))

    def stamp(self, place: int, pieces: Iterable[Copy], now_ms: int, device: str) -> None:
        """Stamp what is another document here than was given out, under the same marks."""
        opened = self._opened(place)
        for given in pieces:
            mine = opened.shelf.piece((given.kind, given.id), given.table)
            same = mine.mark == given.mark and mine.deleted is None and given.deleted is None
            if not same or mine.document is None or given.document is None:
                continue
            if mine.document == given.document and mine.table == given.table:
                continue
            new = changed(held(given), mine.document, mine.table, now_ms, device)
            opened.shelf.keep(piece(new, mine.document))
            opened.is_changed = True

    def _opened(self, place: int) -> _Open:
        if place in self._open:
            self._open.move_to_end(place)
            return self._open[place]
        while len(self._open) >= _MOST_OPEN:
            self._close(self._open.popitem(last=False))
        path = self._past.folder.library if place == LIBRARY else self._past.history.path(place)
        found = settle(path)
        self._past.findings.note(path, found.damaged)
        self._open[place] = _Open(path, Rows(found.tables))
        return self._open[place]

    def write(self) -> None:
        """Put what changed on disk. It raises a `StoreError` where that cannot be done."""
        while self._open:
            self._close(self._open.popitem(last=False))
        self.arrivals = gathered(self.arrivals)

    def _close(self, opened: tuple[int, _Open]) -> None:
        place, each = opened
        if each.is_changed:
            if place != LIBRARY:
                files.ensure_folder(self._past.folder.history, parents=False)
            try:
                data = encode(each.shelf.tables)
            except (ValueError, TypeError, RecursionError) as error:
                raise StoreError(f"{each.path} was left as it is: {error}.") from None
            files.replace_whole(each.path, data, keep_previous=True)
            self.wrote.add(place)
