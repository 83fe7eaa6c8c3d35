"""The files of one import on the screen: read, shown, and handed on once they are in."""

import time
from collections.abc import Callable

from runlift_tui.core.keys.in_force import key
from runlift_tui.screens.importing.preview import PreviewScreen
from runlift_tui.screens.importing.reader import ImportReader, WhatCame
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.importing.writing import Writing
from runlift_tui.store.store import Store

_SHOWN_AFTER_S = 0.2


class ImportFiles:
    """Those that are read, and the page that shows what comes of them."""

    def __init__(
        self,
        page: ListPage,
        store: Store,
        taken: Callable[[Writing], object],
        left: Callable[[], object],
    ) -> None:
        """Read nothing yet.

        Args:
            page: From where files are read.
            store: Where they go.
            taken: Called with what came in.
            left: Called when the preview is left, whatever came in.
        """
        self._page = page
        self._store = store
        self._taken = taken
        self._left = left
        self._reader: ImportReader | None = None
        self._preview: PreviewScreen | None = None

    @property
    def are_read(self) -> bool:
        """Whether they are being read for the first time."""
        return self._reader is not None and self._preview is None

    def begin(self, paths: list[str]) -> None:
        """Read files, unless others are read."""
        if self._reader is not None:
            return
        began = time.monotonic()

        def step(number: int, path: str) -> None:
            if number == 0 or time.monotonic() - began > _SHOWN_AFTER_S:
                self._page.call_later(self._tell_step, number, path)

        def done(came: WhatCame) -> None:
            self._page.call_later(self._came, came)

        self._reader = ImportReader(self._store, paths, step=step, done=done)
        self._reader.begin()

    def _tell_step(self, number: int, path: str) -> None:
        if self._reader is not None and self._preview is None:
            of = f"{number + 1} of {len(self._reader.paths)}"
            name = path.replace("\\", "/").rsplit("/", 1)[-1]
            self._page.tell(f"Reading {of}: {name}   {key('import.back')} stops it")

    def stop(self) -> None:
        """Read no more."""
        if self._reader is not None:
            self._reader.stop()
        self._reader = self._preview = None

    def _came(self, came: WhatCame) -> None:
        if self._reader is None:
            return
        if self._preview is not None:
            if self._preview.is_there:
                self._preview.read_again(came)
            return
        self._page.tell(came.why_not, wrong=bool(came.why_not))
        if came.why_not:
            self.stop()
            return
        self._preview = PreviewScreen(self._store, self._reader, came, self._taken)
        self._page.app.push_screen(self._preview, lambda _: self._back())

    def _back(self) -> None:
        """Read anew, and let what is typed next take the place of a path nothing came of."""
        self.stop()
        self._left()
