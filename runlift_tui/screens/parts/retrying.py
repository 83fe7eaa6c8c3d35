"""Going on trying while the disk refuses something."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

RETRY_S = 3.0


class Retrying:
    """One thing that is tried again and again, for as long as it is refused."""

    def __init__(
        self,
        every: Callable[[float, Callable[[], object]], Timer],
        retry: Callable[[], object],
    ) -> None:
        """Try nothing yet.

        Args:
            every: Has something done every so many seconds, until its timer is stopped.
            retry: Tries once more.
        """
        self._every = every
        self._retry = retry
        self._timer: Timer | None = None

    def follow(self, refused: object) -> None:
        """Begin to try, go on with it, or let it be.

        Args:
            refused: Anything true for as long as something is refused.
        """
        if refused and self._timer is None:
            self._timer = self._every(RETRY_S, self._retry)
        elif not refused and self._timer is not None:
            self._timer.stop()
            self._timer = None
