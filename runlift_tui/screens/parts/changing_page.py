"""A page on which something is changed: it says what came of it, and what is not saved."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

from textual import events
from textual.message import Message

from runlift_tui.core.words.text import not_saved
from runlift_tui.screens.parts.changes import Changed, Unchanging
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.typing_in import opened, typed_ahead
from runlift_tui.widgets.lines.told import Told, ToldLine

Openers = Mapping[str, Callable[[], object]]
"""What a key opens at once, so that the letters behind it are not lost; by the key's name."""


class Undoing(Protocol):
    """Where the changes of a page are made."""

    @property
    def locked(self) -> str:
        """Why nothing can be changed here, in a sentence; empty while it can."""

    @property
    def unsaved(self) -> str:
        """Why the newest changes are not on disk, in a sentence; empty while all of them are."""

    def undo(self) -> Changed:
        """Take the newest change back."""

    def redo(self) -> Changed:
        """Make the change again that was undone last."""

    def leave(self) -> None:
        """Hear that the page is left, perhaps more than once."""


class ChangingPage(Page):
    """A page that owns telling, and the way back; a screen makes the `changes`."""

    AUTO_FOCUS = ""

    TOLD: ClassVar[type[Told] | type[ToldLine]] = ToldLine
    """In which of its parts it tells."""

    changes: Undoing = Unchanging()

    # What a screen says

    def look(self, id_: str = "") -> None:
        """Show what there is now, and choose what has this id."""
        raise NotImplementedError

    def openers(self, event: events.Key) -> Openers:
        """Return what keys open at once."""
        return {}

    def step_back(self) -> bool:
        """Go back one step on this page; return whether there was one."""
        return False

    # Coming and going

    def on_key(self, event: events.Key) -> None:
        """Open a line or a dialog before the letters behind the key come."""
        if not typed_ahead(self, event):
            opened(self, event, self.openers(event))

    def action_back(self) -> None:
        """Back one step, and from the first one home."""
        if not self.step_back():
            self.action_leave()

    def want(self, message: Message) -> bool:
        """Ask to be taken elsewhere, once all is done that belongs to leaving."""
        self.changes.leave()
        return super().want(message)

    def on_unmount(self) -> None:
        """Do what belongs to leaving also where the program ends."""
        self.changes.leave()

    # Changing

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say in one line what was done; what is not saved goes before it."""
        if not self.is_there:
            return
        unsaved = self.changes.unsaved
        told: Told | ToldLine = self.query_one(self.TOLD)
        told.say(not_saved(unsaved) or text, wrong=bool(unsaved) or wrong)

    def is_locked(self) -> bool:
        """Whether nothing can be changed here; the page says why."""
        if self.changes.locked:
            self.tell(self.changes.locked)
        return bool(self.changes.locked)

    def show(self, done: Changed) -> None:
        """Show what came of a change."""
        if done.id:
            self.look(done.id)
        self.tell(done.told)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.show(self.changes.undo())

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self.show(self.changes.redo())
