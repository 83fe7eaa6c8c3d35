"""A page on which something is changed: it says what came of it, and what is not saved."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

from textual import events
from textual.message import Message
from textual.widgets import Input

from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.keys.key_names import printed
from runlift_tui.core.words.text import not_saved
from runlift_tui.screens.parts.changes import Changed, Unchanging, goes_back
from runlift_tui.screens.parts.once import is_held, is_one_of_many, last_heard
from runlift_tui.screens.parts.page import Page, name_keys, screen_name
from runlift_tui.screens.parts.typing_in import opened
from runlift_tui.widgets.lines.told import Told, ToldLine

STAYS_S = 0.7
"""Whoever stays so long on a page is told what undo takes back; a look around reads none of it."""

_ALONE = ("delete", "take-out")
_ONCE = (*_ALONE, "undo", "redo", "archive", "copy", "favourite", "end")
"""Actions that a held key does once; what deletes also wants a moment to itself."""
_SOON = "Next {}: in a second."
_TYPED = "Nothing was deleted: {} came in the middle of other keys. Once more deletes."

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

    @property
    def newest(self) -> str:
        """What was changed last, today or on another day, in words; empty for nothing."""

    def leads(self, *, undone: bool = False) -> bool:
        """Whether something can be taken back, or made again, as far as is known by now.

        Nothing is read for the answer: the last line asks for it with every key.
        """

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

    _said = ""
    """What is told now."""

    def on_mount(self) -> None:
        """Say at first what undo would take back, which nothing else on the page names."""
        self.set_timer(STAYS_S, self._say_what_goes_back)

    def _say_what_goes_back(self) -> None:
        if not self.is_there or self.changes.locked:
            return
        newest = self.changes.newest  # read by this, so that the keys know of it too
        name_keys(self)
        if not self._said:
            self.tell(goes_back(f"{screen_name(self)}.undo", newest))

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
        """Open a line or a dialog before the letters behind the key come; delete no more than one.

        Held for two seconds the key would take a year away, or bring one back, and only as many
        presses of another one make that good.
        """
        if opened(self, event, self.openers(event)):
            return
        if _is_leftover(self, event.key, self._said):
            event.stop()
            event.prevent_default()

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
        """Say in one line what was done; what is not saved goes before it.

        Where the disk answers only after the key was held down, that still stands behind it.
        """
        if not self.is_there:
            return
        soon = _SOON.format(printed(last_heard(self)))
        if self._said.endswith(soon) and is_held(self):
            text = _said_too_soon(text, soon)
        unsaved, self._said = self.changes.unsaved, text
        told: Told | ToldLine = self.query_one(self.TOLD)
        told.say(not_saved(unsaved) or text, wrong=bool(unsaved) or wrong)
        name_keys(self)

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


def _is_leftover(page: ChangingPage, key: str, said: str) -> bool:
    """Whether a key changes nothing on a page, which says so.

    Args:
        page: Where it was pressed.
        key: Its name.
        said: What stands there of the last change, which is more than why there is no other.
    """
    if page.app.screen is not page or isinstance(page.focused, Input):
        return False
    of, name = in_force().of, screen_name(page)
    does = next((each for each in _ONCE if key in of(f"{name}.{each}")), "")
    typed = _TYPED.format(printed(key))
    if does and is_held(page) and said != typed:  # once more is no longer the press of before
        page.tell(_said_too_soon(said, _SOON.format(printed(key))))
        return True
    if does in _ALONE and is_one_of_many(page):
        page.tell(typed)
        return True
    return False


def _said_too_soon(said: str, soon: str) -> str:
    """Return what is told of a change and, behind it, when the key does more."""
    return f"{said.removesuffix(soon).strip()} {soon}".strip()
