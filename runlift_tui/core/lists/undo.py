"""What was changed, in order: the way back, and forth again."""

from typing import Generic, Protocol, TypeVar


class Undoable(Protocol):
    """A change that knows the way back."""

    def undone(self: "EditT") -> "EditT":
        """Return the change that takes this one back."""


EditT = TypeVar("EditT", bound=Undoable)


class Trail(Generic[EditT]):
    """Edits that can be undone, as deep as they go, and redone until something new is done."""

    def __init__(self) -> None:
        self._done: list[EditT] = []
        self._undone: list[EditT] = []

    def add(self, edit: EditT) -> None:
        """Remember an edit that was made just now."""
        self._done.append(edit)
        self._undone.clear()

    def undo(self) -> EditT | None:
        """Return the edit that takes the newest one back, or None where nothing is left."""
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(edit)
        return edit.undone()

    def redo(self) -> EditT | None:
        """Return the edit that was undone last, or None where nothing was."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(edit)
        return edit
