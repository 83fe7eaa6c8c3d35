"""Where changes are made: kept, taken back, made again, and told of."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.lists.acts import Act
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import ended, sentence
from runlift_tui.store.journal.acts import AnyEdit
from runlift_tui.store.store import Store

_UNDOES = " {%s.undo} undoes."


class Changed(NamedTuple):
    """What came of a change."""

    told: str
    """In one line."""
    id: str = ""
    """Of what was changed; empty where nothing was."""


def goes_back(undo: str, newest: str) -> str:
    """Return what the key of an undo would take back, as a sentence; empty for nothing.

    Args:
        undo: The id of the action.
        newest: What was changed last, in words.
    """
    return f"{key(undo)} takes back: {newest}." if newest else ""


class Unchanging:
    """On a page that changes nothing."""

    unsaved = newest = ""

    @property
    def locked(self) -> str:
        """Nothing says why nothing can be changed."""
        return ""

    def leads(self, *, undone: bool = False) -> bool:
        """Say that there is nothing to take back, or to make again."""
        return False

    def undo(self) -> Changed:
        """Take nothing back."""
        return Changed("")

    redo = undo

    def leave(self) -> None:
        """Do nothing."""


EditT = TypeVar("EditT", bound=AnyEdit)


class Changes(Generic[EditT]):
    """Edits on their way into the store, each with its way back."""

    def __init__(
        self,
        store: Store,
        place: str,
        keep: Callable[[EditT], object],
        back: Callable[[Act], EditT],
    ) -> None:
        """Go on where the last visit ended, today or on another day.

        Args:
            store: Says why nothing can be changed, what is not saved, and what was done before.
            place: Where the changes are made: a screen's name.
            keep: Puts an edit into the store.
            back: Returns the edit that takes an act back, or raises `Refused`.
        """
        self.undoes = _UNDOES % place
        self._store = store
        self._place = place
        self._keep = keep
        self._back = back

    @property
    def locked(self) -> str:
        """Why nothing can be changed here, in a sentence; empty while it can."""
        return self._store.only_looking

    @property
    def unsaved(self) -> str:
        """Why the newest edits are not on disk, in a sentence; empty while all of them are."""
        return self._store.desk.outbox.unkept

    @property
    def newest(self) -> str:
        """What was changed last here, today or on another day, in words; empty for nothing."""
        act = self._store.acts.trail(self._place).newest()
        return "" if act is None else self.told_of(act)

    def told_of(self, act: Act) -> str:
        """Return what an act did, in words that say of what, wherever they stand."""
        return act.told

    def leads(self, *, undone: bool = False) -> bool:
        """Whether something can be taken back, or made again, as far as is known by now."""
        return self._store.leads(self._place, undone=undone)

    def listen(self, heard: Callable[[], object]) -> None:
        """Have it called, on the writer's thread, when `unsaved` says something else."""
        self._store.told = heard

    def make(
        self,
        make: Callable[[], EditT],
        then: str | Callable[[EditT], str] | None = None,
        about: str = "",
    ) -> Changed:
        """Make an edit that can be undone, unless it changes nothing or is refused.

        Args:
            make: Returns the edit, or raises `Refused`.
            then: What can be done next, told after what was done, with keys as `named` has them;
                or returns it; None for the way back alone.
            about: What a refusal is about, to be said before it.
        """
        if self.locked:
            return Changed(self.locked)
        try:
            edit = make()
        except Refused as refused:
            why = f"{about}: {refused}" if about else sentence(f"{refused}")
            return Changed(ended(why))
        if edit.before == edit.after:
            return Changed("", edit.id)
        self._keep(edit)
        self._store.acts.changed(self._place, edit)
        next_ = self.undoes if then is None else then if isinstance(then, str) else then(edit)
        return Changed(f"{edit.told}.{named(next_)}" if edit.told else "", edit.id)

    def undo(self) -> Changed:
        """Take the newest edit back, onto what stands now."""
        return self._again("Undone", "Nothing to undo.", undone=False)

    def redo(self) -> Changed:
        """Make the edit again that was undone last."""
        return self._again("Made again", "Nothing to redo.", undone=True)

    def leave(self) -> None:
        """Nothing is to be done when the page is left: every edit is on its way already."""

    def _again(self, word: str, nothing: str, *, undone: bool) -> Changed:
        if self.locked:
            return Changed(self.locked)
        acts = self._store.acts
        trail = acts.trail(self._place)
        act = trail.newest(undone=undone)
        if act is None:
            return Changed(nothing)
        try:
            edit = self._back(act.undone() if undone else act)
        except Refused as refused:
            trail.drop(undone=undone)
            return Changed(f"Not {word.lower()}: {self.told_of(act)}. {sentence(f'{refused}')}")
        self._keep(edit)
        (acts.made_again if undone else acts.took_back)(act)
        return Changed(f"{word}: {told}." if (told := self.told_of(act)) else f"{word}.", edit.id)
