"""What an import would come to: counts, days, what is left out and why; Enter imports it."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.words.text import plural
from runlift_tui.exchange.preview import preview_lines
from runlift_tui.screens.importing.choices import ImportChoices
from runlift_tui.screens.importing.reader import ImportReader, WhatCame
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.disk.writer import why
from runlift_tui.store.importing.writing import Writing
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing

_KEYS = faces("import-preview", "take; less more; previous next; whole; back; help")
_NO_CHOICE = faces("import-preview", "take; whole; back; help")
_NO_FILE = faces("import-preview", "less more; whole; back; help")
_NO_FILE_NO_CHOICE = faces("import-preview", "whole; back; help")
_NOTHING = "There is nothing in it to import."


class PreviewScreen(ListPage):
    """The files that were read, before anything of them is written."""

    KEYS = _KEYS
    EMPTY_KEYS = _NO_CHOICE

    LEADS_ON = False

    TOLD = Told

    BINDINGS = bindings("import-preview")

    listed: ImportChoices

    def __init__(
        self, store: Store, reader: ImportReader, came: WhatCame, done: Callable[[Writing], object]
    ) -> None:
        """Show what came.

        Args:
            store: Where it goes.
            reader: Reads it again with another answer.
            came: What was read.
            done: Called once it is written, before this page is left.
        """
        super().__init__()
        self._store = store
        self._reader = reader
        self._came = came
        self._written = done
        self._busy = ""
        self.listed = ImportChoices(reader)
        self.listed.take(came)

    def compose(self) -> ComposeResult:
        """Yield the strip, what is to be chosen, what comes, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            yield Sheet()
            yield Listing(aligned=True)
        yield Told()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show what would come."""
        self.query_one(Sheet).more = named("…  {import-preview.whole} shows the rest")
        self.look()

    def paint(self) -> None:
        """Show what would come."""
        rows = self._came.writing.rows
        found = [each.found for each in self._came.writing.came]
        self.query_one(Sheet).sheet = preview_lines(rows, found, self._reader.zone.name)
        new = sum(row["new"] for row in rows)
        what = f"{new} new" if new else "nothing new"
        words = ("nothing to import",) if self._is_nothing else (what, "nothing is written yet")
        self.show_strip("   ".join(("Import", plural(len(rows), "file"), *words)))
        if not self._busy:
            self.tell(self.listed.words(self.listing.chosen))

    @property
    def _is_nothing(self) -> bool:
        """Whether nothing of any file can be taken."""
        return all(each.error for each in self._came.writing.came)

    def offer(self) -> None:
        """Show the keys that do something: there is none to import what cannot be read."""
        super().offer()
        if self._is_nothing:
            self.show_keys(_NO_FILE_NO_CHOICE if self.listed.is_empty else _NO_FILE)

    # Answers

    def action_turn(self, by: int) -> None:
        """Take another answer, or make a name the same as ours, or new."""
        if self._busy:
            return
        if self.listed.turn(self.listing.chosen, by):
            self._busy = "Reading again…"
            self.tell(self._busy)
            self._reader.begin()
        self.look()

    def read_again(self, came: WhatCame) -> None:
        """Show the files as they are with the new answer."""
        self._busy = ""
        self._came = came
        self.listed.take(came)
        self.look()
        self.tell(came.why_not, wrong=bool(came.why_not))

    # Taking it in

    def action_take(self) -> None:
        """Import what stands there."""
        if self._busy or self.is_locked():
            return
        if self._store.only_looking:
            self.tell(f"{self._store.only_looking} Nothing was imported.", wrong=True)
            return
        if self._is_nothing:
            self.tell(_NOTHING, wrong=True)
            return
        self._busy = "Writing…"
        self.tell(self._busy)
        importing = self._came.importing
        importing.said = dict(self.listed.said)

        def write() -> Writing:
            if importing.said:
                importing.again()
            return importing.write(self._store.clock.stamp().utc_ms)

        def written(result: object) -> None:
            self.call_later(self._taken, result)

        self._store.writer.submit(write, written)

    def _taken(self, result: object) -> None:
        self._busy = ""
        if isinstance(result, Writing):
            self.dismiss()
            self._written(result)
            return
        self.tell(f"Nothing was imported. {why(result)}", wrong=True)

    def action_back(self) -> None:
        """Leave it, and write nothing."""
        if self._busy.startswith("Writing"):
            self.tell("It is being written; a moment.")
            return
        self._reader.stop()
        self.dismiss()

    def on_unmount(self) -> None:
        """Read no more."""
        self._reader.stop()
