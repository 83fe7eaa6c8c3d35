"""What was changed, in order: the way back, and forth again."""

from typing import Generic, Protocol, Self, TypeVar

from msgspec import Struct, structs


class Undoable(Protocol):
    """A change that knows the way back."""

    def undone(self: "EditT") -> "EditT":
        """Return the change that takes this one back."""


EditT = TypeVar("EditT", bound=Undoable)
ValueT = TypeVar("ValueT")


class Replaced(Struct, Generic[ValueT], frozen=True):
    """A value that was changed as a whole."""

    id: str
    """What it is."""
    before: ValueT
    after: ValueT
    told: str = ""
    """What was done, in words: "Archived Wall sit"; empty where the screen finds its own."""

    def undone(self) -> Self:
        """Return the change that takes this one back."""
        return structs.replace(self, before=self.after, after=self.before)


class Trail(Generic[EditT]):
    """Edits that can be undone, as deep as they go, and redone until something new is done."""

    def __init__(self) -> None:
        self._done: list[EditT] = []
        self._undone: list[EditT] = []

    def add(self, edit: EditT) -> None:
        """Remember an edit that was made just now."""
        self._done.append(edit)
        self._undone.clear()

    def newest(self, *, undone: bool = False) -> EditT | None:
        """Return what the next undo, or the next redo, is about; None where nothing is left."""
        edits = self._undone if undone else self._done
        return edits[-1] if edits else None

    def undo(self) -> EditT | None:
        """Return the edit that takes the newest one back, or None where nothing is left."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].undone()

    def redo(self) -> EditT | None:
        """Return the edit that was undone last, or None where nothing was."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
