"""Files read beside the screen, so that its keys are heard while a big one is read."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from runlift_tui.exchange.questions import OpenQuestion
from runlift_tui.store.importing import zones
from runlift_tui.store.importing.importing import Importing, LikeOurs, ReadWith
from runlift_tui.store.importing.reading import Stopped
from runlift_tui.store.importing.writing import Writing
from runlift_tui.store.store import Store


class AskedOf(NamedTuple):
    """What one file leaves open."""

    path: str
    question: OpenQuestion


class WhatCame(NamedTuple):
    """Files that were read, and what would become of them."""

    importing: Importing
    writing: Writing
    asked: tuple[AskedOf, ...]
    offers: tuple[LikeOurs, ...]
    why_not: str = ""
    """Why they could not even be judged, in a sentence; empty where they could."""


class ImportReader:
    """Reads the same files again with each answer."""

    def __init__(
        self,
        store: Store,
        paths: Sequence[str],
        *,
        step: Callable[[int, str], object],
        done: Callable[[WhatCame], object],
    ) -> None:
        """Read nothing yet.

        Args:
            store: The data folder.
            paths: The files.
            step: Called on the reading thread with the number and the path of each file.
            done: Called there with what came of all of them, unless the reading was stopped.
        """
        self.paths = tuple(paths)
        self.zone = zones.machines()
        self.answers: dict[tuple[str, str], str] = {}
        """What was answered, by path and question."""
        self._store = store
        self._step = step
        self._done = done
        self._turn = 0
        self._asked: dict[AskedOf, None] = {}

    def begin(self) -> None:
        """Read all files; a reading that is under way ends without a result."""
        self._turn += 1
        turn = self._turn
        # A daemon: nobody waits for a file that is still being read when the program ends.
        threading.Thread(
            target=lambda: self._read(turn), name="runlift-import", daemon=True
        ).start()

    def stop(self) -> None:
        """Read no more."""
        self._turn += 1

    def _read(self, turn: int) -> None:
        def go_on(_: float = 0) -> None:
            if turn != self._turn:
                raise Stopped

        # The loop that was to hear of it may be gone.
        with suppress(Stopped, RuntimeError):
            found = self._all(go_on)
            go_on()
            self._done(found)

    def _all(self, go_on: Callable[[float], object]) -> WhatCame:
        from runlift_tui.store.disk.errors import StoreError

        exercises = self._store.desk.shelf().exercises(archived=True).values()
        importing = Importing(self._store.past, exercises, ReadWith(zone=self.zone), go_on)
        self._asked = {}
        why_not = ""
        try:
            for number, path in enumerate(self.paths):
                go_on(0.0)
                self._step(number, path)
                importing.came.append(importing.read(path, self._answer))
            writing = importing.judged()
            offers = tuple(importing.offers())
        except StoreError as error:
            why_not, offers = error.what, ()
            writing = Writing(self._store.past, {}, {})
        return WhatCame(importing, writing, tuple(self._asked), offers, why_not)

    def _answer(self, path: str, question: OpenQuestion) -> str:
        from runlift_tui.store.importing.guess import guess

        self._asked[AskedOf(path, question)] = None
        known = self.answers.get((path, question.key))
        if known is None:
            known = guess(self._store.desk.athlete(), question) or question.answers[0]
            self.answers[(path, question.key)] = known
        return known
