"""What was changed, in order: the way back, and forth again."""

from collections.abc import Callable
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
        self.done: list[EditT] = []
        """What can be taken back, the newest last."""
        self.undone: list[EditT] = []
        """What can be made again, the one that was undone last at the end."""

    def add(self, edit: EditT) -> None:
        """Remember an edit that was made just now."""
        self.done.append(edit)
        self.undone.clear()

    def newest(self, *, undone: bool = False) -> EditT | None:
        """Return what the next undo, or the next redo, is about; None where nothing is left."""
        edits = self.undone if undone else self.done
        return edits[-1] if edits else None

    def undo(self) -> EditT | None:
        """Return the edit that takes the newest one back, or None where nothing is left."""
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return self.undone[-1].undone()

    def redo(self) -> EditT | None:
        """Return the edit that was undone last, or None where nothing was."""
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]

    def drop(self, *, undone: bool = False) -> None:
        """Forget what the next undo, or the next redo, is about: it cannot be done any more."""
        edits = self.undone if undone else self.done
        if edits:
            edits.pop()

    def turn(self, which: Callable[[EditT], bool], *, undone: bool = False) -> None:
        """Take one edit, wherever it stands, for undone; or one that was undone for done again."""
        source, target = (self.undone, self.done) if undone else (self.done, self.undone)
        for edit in filter(which, reversed(source)):
            source.remove(edit)
            target.append(edit)
            return
