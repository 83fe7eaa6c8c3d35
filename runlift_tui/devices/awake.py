"""Keeping the laptop awake, and its screen lit, while that is wanted; failing is quiet."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from queue import SimpleQueue
from typing import Any

Keeping = Callable[[], AbstractContextManager[Any]]
"""Returns what keeps the laptop awake between its two ends; it does not raise where it cannot."""


def keeping() -> AbstractContextManager[Any]:
    """Return the way to keep this machine awake, which imports a lot."""
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class Awake:
    """Keeps the laptop awake from a thread of its own: asking the system may take a while."""

    def __init__(self, keeping: Keeping = keeping) -> None:
        self._keeping = keeping
        self._wanted = False
        self._wishes: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def want(self, wanted: bool) -> None:
        """Keep the laptop awake, or let it sleep again."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="awake", daemon=True)
            self._thread.start()
        self._wishes.put(wanted)

    def close(self) -> None:
        """Let the laptop sleep again, and end the thread soon."""
        if self._thread is not None:
            self._wanted = False
            self._wishes.put(None)
            self._thread = None

    def _run(self) -> None:
        held: AbstractContextManager[Any] | None = None
        while True:
            wish = self._wishes.get()
            if wish and held is None:
                # Whatever goes wrong between a library, a bus and a desktop stops no session.
                with suppress(Exception):
                    held = self._keeping()
                    held.__enter__()
            elif not wish and held is not None:
                with suppress(Exception):
                    held.__exit__(None, None, None)
                held = None
            if wish is None:
                return
