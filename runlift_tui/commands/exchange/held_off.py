"""An interrupt that waits until what is being written is whole."""

from __future__ import annotations

import signal
from contextlib import suppress
from types import TracebackType
from typing import Any


class HeldOff:
    """While it is entered, ctrl+c is noted and does nothing else."""

    def __init__(self) -> None:
        self.asked = False
        """Whether it was pressed."""
        self._before: Any = None

    def __enter__(self) -> HeldOff:
        """Hear of interrupts; where that is another thread's to do, they stay as they are."""
        with suppress(ValueError):
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let them do again what they did."""
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, *_: object) -> None:
        self.asked = True
