"""What was changed on a shelf, in order: the way back, and forth again."""

from runlift_tui.core.shelf import Edit


class Trail:
    """Edits that can be undone, as deep as they go, and redone until something new is done."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def add(self, edit: Edit) -> None:
        """Remember an edit that was made just now."""
        self._done.append(edit)
        self._undone.clear()

    def undo(self) -> Edit | None:
        """Return the edit that takes the newest one back, or None where nothing is left."""
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(edit)
        return edit.undone()

    def redo(self) -> Edit | None:
        """Return the edit that was undone last, or None where nothing was."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(edit)
        return edit
