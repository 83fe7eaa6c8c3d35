"""A value's way back: what it was before each change, and forth again."""

from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")


class Steps(Generic[ValueT]):
    """The values before the changes of one visit, as deep as they go."""

    def __init__(self) -> None:
        self._before: list[ValueT] = []
        self._after: list[ValueT] = []

    def add(self, before: ValueT) -> None:
        """Remember what a value was before a change that was made just now."""
        self._before.append(before)
        self._after.clear()

    def undo(self, now: ValueT) -> ValueT | None:
        """Return the value before the newest change, or None where nothing is left."""
        return _exchanged(now, self._before, self._after)

    def redo(self, now: ValueT) -> ValueT | None:
        """Return the value that was undone last, or None where nothing was."""
        return _exchanged(now, self._after, self._before)


def _exchanged(now: ValueT, taken: list[ValueT], given: list[ValueT]) -> ValueT | None:
    if not taken:
        return None
    given.append(now)
    return taken.pop()
