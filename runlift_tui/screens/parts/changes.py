"""Where changes are made: kept, taken back, made again, and told of."""

from collections.abc import Callable
from typing import Generic, NamedTuple, Protocol, TypeVar

from runlift_tui.core.lists.undo import Trail, Undoable
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.store import Store

UNDOES = " u undoes."


class Changed(NamedTuple):
    """What came of a change."""

    told: str
    """In one line."""
    id: str = ""
    """Of what was changed; empty where nothing was."""


class ToldEdit(Undoable, Protocol):
    """A change that says what it is about, and what it did."""

    @property
    def id(self) -> str:
        """Of what is changed."""

    @property
    def before(self) -> object:
        """As it was."""

    @property
    def after(self) -> object:
        """As it is now."""

    @property
    def told(self) -> str:
        """What was done, in words."""


class Unchanging:
    """On a page that changes nothing."""

    locked = unsaved = ""

    def undo(self) -> Changed:
        """Take nothing back."""
        return Changed("")

    redo = undo

    def leave(self) -> None:
        """Do nothing."""


EditT = TypeVar("EditT", bound=ToldEdit)


def sentence(refused: Refused) -> str:
    """Return why something was refused, as a sentence."""
    text = str(refused)
    return f"{text[:1].upper()}{text[1:]}."


class Changes(Generic[EditT]):
    """Edits on their way into the store, each with its way back."""

    def __init__(self, store: Store, trail: Trail[EditT], keep: Callable[[EditT], object]) -> None:
        """Go on where a trail ends.

        Args:
            store: Says why nothing can be changed, and what is not saved.
            trail: What was changed so far, and the way back.
            keep: Puts an edit into the store.
        """
        self._store = store
        self._trail = trail
        self._keep = keep

    @property
    def locked(self) -> str:
        """Why nothing can be changed here, in a sentence; empty while it can."""
        return self._store.only_looking

    @property
    def unsaved(self) -> str:
        """Why the newest edits are not on disk, in a sentence; empty while all of them are."""
        return self._store.desk.outbox.unkept

    def listen(self, heard: Callable[[], object]) -> None:
        """Have it called, on the writer's thread, when `unsaved` says something else."""
        self._store.told = heard

    def make(
        self,
        make: Callable[[], EditT],
        then: str | Callable[[EditT], str] = UNDOES,
        about: str = "",
    ) -> Changed:
        """Make an edit that can be undone, unless it changes nothing or is refused.

        Args:
            make: Returns the edit, or raises `Refused`.
            then: What can be done next, told after what was done; or returns it.
            about: What a refusal is about, to be said before it.
        """
        if self.locked:
            return Changed(self.locked)
        try:
            edit = make()
        except Refused as refused:
            return Changed(f"{about}: {refused}." if about else sentence(refused))
        if edit.before == edit.after:
            return Changed("", edit.id)
        self._trail.add(edit)
        self._keep(edit)
        next_ = then if isinstance(then, str) else then(edit)
        return Changed(f"{edit.told}.{next_}" if edit.told else "", edit.id)

    def undo(self) -> Changed:
        """Take the newest edit back."""
        return self._again(self._trail.undo(), "Undone", "Nothing to undo.")

    def redo(self) -> Changed:
        """Make the edit again that was undone last."""
        return self._again(self._trail.redo(), "Done again", "Nothing to do again.")

    def leave(self) -> None:
        """Nothing is to be done when the page is left: every edit is on its way already."""

    def _again(self, edit: EditT | None, word: str, nothing: str) -> Changed:
        if edit is None:
            return Changed(nothing)
        self._keep(edit)
        return Changed(f"{word}: {edit.told}." if edit.told else f"{word}.", edit.id)
