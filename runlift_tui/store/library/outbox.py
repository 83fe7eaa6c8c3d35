"""What is changed here already and is still on its way to the disk."""

from collections import deque
from collections.abc import Callable

from runlift_tui.store.disk.writer import Writer, why


class Outbox:
    """Edits of the library, in their order: one that the disk refuses keeps those behind it."""

    def __init__(self, writer: Callable[[], Writer], told: Callable[[], object]) -> None:
        """Begin with none.

        Args:
            writer: Returns the thread that writes.
            told: Called on that thread when `unkept` changed.
        """
        self.unkept = ""
        """Why an edit is not on disk, in a sentence; empty while all of them are."""
        self._writer = writer
        self._told = told
        self._edits: deque[Callable[[], object]] = deque()

    def add(self, write: Callable[[], object]) -> None:
        """Take what writes an edit; on disk it is when `write` has returned."""
        self._edits.append(write)

    def send(self, write: Callable[[], object]) -> None:
        """Take what writes an edit, and have it written behind all that was refused before."""
        self.add(write)
        self.retry()

    def retry(self) -> None:
        """Try once more to write what the disk refused; `unkept` says what came of it."""

        def done(result: object) -> None:
            before, self.unkept = self.unkept, why(result)
            if self.unkept != before:
                self._told()

        self._writer().submit(self.write, done)

    def write(self) -> None:
        """Write what waits, in its order; it is called on the writer's thread.

        Raises:
            StoreError: the library refuses an edit; that one and those behind it wait on.
        """
        while self._edits:
            self._edits[0]()
            self._edits.popleft()
