"""Changes of the past: the way to the disk, and the way back, also of earlier days."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from textual.screen import Screen

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.parts.retrying import Retrying
from runlift_tui.screens.parts.wanted import MeetingWanted
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import amendment_back

Heard = Callable[[Amendment, str], object]
"""Called on the screen's thread with a change that was written, or that the disk refused, and
what to say of it."""


_BROUGHT = {"history": "sessions"}
"""What an import brought to a screen, where that is not called like the screen."""


def _nobody(*_: object) -> None:
    """Hear nothing."""


def _report(store: Store, why: str) -> None:
    if why:
        store.past.report(why)


def newest_of(store: Store, place: str, only: str = "") -> str:
    """Return what was changed last in a place, in words; empty for nothing.

    Args:
        store: Remembers it.
        place: A screen's name.
        only: The id of the session that it has to be about; empty for any.
    """
    act = store.acts.trail(place).newest()
    return "" if act is None or (only and act.of != only) else act.told


class _ImportHere:
    """The import that was made last, where nothing was done in its place since."""

    def __init__(self, store: Store, place: str) -> None:
        self._store = store
        self._place = place
        self._row: Document | None = None

    @property
    def stands(self) -> bool:
        """Whether there is one to take back, by what was read last."""
        return self._row is not None

    def read(self) -> str:
        """Look for it, and return what it is, in words; empty for none."""
        from runlift_tui.store.importing.row import from_files, newest_import

        last = self._store.acts.trail(self._place).newest()
        since = 0 if last is None else last.at
        self._row = newest_import(self._store, since, _BROUGHT.get(self._place, self._place))
        return f"the import{from_files(self._row)}" if self._row is not None else ""

    def take_back(self, done: Callable[[str], object]) -> None:
        """Take it back; `done` is called on the writer's thread with what came of it."""
        from runlift_tui.store.importing.taking_back import take_back

        if self._row is not None:
            take_back(self._store, self._row, lambda told, _: done(told))


class PastModel(Protocol):
    """What stands in a list of the past."""

    def take(self, change: Amendment) -> None:
        """Take a change over."""


def settle(page: ListPage, listed: PastModel, change: Amendment, told: str) -> None:
    """Show a change that the disk has, or is known not to have, in a list."""
    id_ = page.chosen_id if change.after is None else change.id
    listed.take(change)
    page.look(id_)
    page.tell(told)


class PastChanges:
    """What is changed of the past; a screen hears of a change when the disk has it."""

    def __init__(
        self,
        store: Store,
        page: Screen[Any],
        place: str,
        anew: Callable[[], object] = lambda: None,
    ) -> None:
        """Begin a visit.

        Args:
            store: Open for writing.
            page: The screen of the visit, which outlasts every other that changes something.
            place: The screen's name: its changes are taken back there, also on another day.
            anew: Reads everything anew: an import was taken back.
        """
        self._anew = anew
        self._import = _ImportHere(store, place)
        self.store = store
        self._page = page
        self._amending = store.amending()
        self.place = place
        self._changed = False
        self._retrying = Retrying(page.set_interval, self.retry)
        self._begun: Callable[[Amendment], object] = _nobody
        self._heard: Heard = _nobody
        self._tell: Callable[[str], object] = _nobody
        self.unsaved = self._amending.unsaved
        """Why the newest changes are not on disk, in a sentence; empty while all of them are."""

    @property
    def locked(self) -> str:
        """Why nothing can be changed here, in a sentence; empty while it can."""
        return self.store.only_looking

    @property
    def newest(self) -> str:
        """What was done last here, today or on another day, in words; empty for nothing."""
        return self._import.read() or newest_of(self.store, self.place)

    def leads(self, *, undone: bool = False, only: str = "") -> bool:
        """Whether something can be taken back, or made again, as far as is known by now.

        Args:
            undone: Whether it is to be made again.
            only: The id of the session that it has to be about; empty for any.
        """
        imported = self._import.stands and not only and not undone
        return imported or self.store.leads(self.place, undone=undone, of=only)

    def listen(
        self,
        heard: Heard,
        tell: Callable[[str], object],
        begun: Callable[[Amendment], object] = _nobody,
    ) -> None:
        """Have changes told to one screen alone.

        Args:
            heard: Called when a change is on disk, or known not to be.
            tell: Called with what else is to be said.
            begun: Called at once with a change that is on its way.
        """
        self._heard, self._tell, self._begun = heard, tell, begun
        self._know(self.unsaved)

    def make(self, change: Amendment, told: str, what: str) -> None:
        """Make a change that can be undone.

        Args:
            change: The change.
            told: What is said of it once the disk has it.
            what: What was done, in words: "Deleted 2026-11-22 Sun Lower body".
        """
        self.store.acts.did(
            self.place,
            (change.table, change.id),
            change.before,
            change.after,
            what,
            left=change.left,
        )
        self._write(change, told)

    def undo(self, only: str = "") -> Changed:
        """Take the newest change back; return why not, or nothing where it is.

        Args:
            only: The id of the session that it has to be about; empty for any.
        """
        if self.locked:
            return Changed(self.locked)
        if not only and self._import.read():

            def show(told: str) -> None:
                self._import.read()
                self._anew()
                self._tell(told)

            self._import.take_back(lambda told: self._page.call_later(show, told))
            return Changed("")
        elsewhere = "The last change was in another session; {history.undo} in the list undoes it."
        nothing = "Nothing to undo here." if only else "Nothing to undo."
        return self._again(only, (nothing, named(elsewhere)))

    def redo(self, only: str = "") -> Changed:
        """Make the change again that was undone; return why not, or nothing where it is."""
        if self.locked:
            return Changed(self.locked)
        elsewhere = "That was in another session; {history.redo} in the list makes it again."
        return self._again(only, ("Nothing to redo.", named(elsewhere)), undone=True)

    def _again(self, only: str, why_not: tuple[str, str], *, undone: bool = False) -> Changed:
        """Take the newest change back, or make it again, onto what stands now.

        Args:
            only: The id of the session that it has to be about; empty for any.
            why_not: What is said where there is none, and where it is about another session.
            undone: Whether it is made again.
        """
        acts = self.store.acts
        trail = acts.trail(self.place)
        act = trail.newest(undone=undone)
        if act is None:
            return Changed(why_not[0])
        if only and act.of != only:
            return Changed(why_not[1])
        try:
            change = amendment_back(self.store, act.undone() if undone else act)
        except Refused as refused:
            trail.drop(undone=undone)
            return Changed(
                f"Not {'made again' if undone else 'undone'}: {act.told}. {sentence(f'{refused}')}"
            )
        (acts.made_again if undone else acts.took_back)(act)
        page = "past" if only else self.place
        if undone:
            told = f"Made again: {act.told}. {key(f'{page}.undo')} undoes it."
        else:
            # Without a verb an arrow is read as the way that it goes now.
            is_bare = "→" in act.told and not act.told.startswith("Changed ")
            what = f'"{act.told}"' if is_bare else act.told
            told = f"Undone: {what}. {key(f'{page}.redo')} makes it again."
        self._write(change, told)
        return Changed("")

    def leave(self) -> None:
        """Have what was changed put into its years, on the writer's thread."""
        if self._changed:
            self._amending.fold(partial(_report, self.store))

    def _write(self, change: Amendment, told: str) -> None:
        self._changed = True
        self._begun(change)
        self._amending.keep(
            change, lambda why: self._page.call_later(self._settle, change, told, why)
        )

    def _settle(self, change: Amendment, told: str, why: str) -> None:
        self._know(why)
        self._heard(change, told)
        if not why:
            self._page.post_message(MeetingWanted())

    def _know(self, why: str) -> None:
        """Remember whether all is on disk, and go on trying while it is not."""
        self.unsaved = why
        self._retrying.follow(why)

    def retry(self) -> None:
        """Try once more to write what the disk refused."""
        self._amending.retry(lambda why: self._page.call_later(self._tried, why))

    def _tried(self, why: str) -> None:
        self._know(why)
        self._tell("Saved now.")


class ChangesOfOne:
    """The changes of one session alone, out of those of a visit."""

    def __init__(self, changes: PastChanges, id_: str) -> None:
        self.all = changes
        self.id = id_

    @property
    def locked(self) -> str:
        """Why nothing can be changed here, in a sentence; empty while it can."""
        return self.all.locked

    @property
    def unsaved(self) -> str:
        """Why the newest changes are not on disk, in a sentence; empty while all of them are."""
        return self.all.unsaved

    @property
    def newest(self) -> str:
        """What was changed last in it, in words; empty where that was another session."""
        return newest_of(self.all.store, self.all.place, self.id)

    def leads(self, *, undone: bool = False) -> bool:
        """Whether something of it can be taken back, or made again, as far as is known by now."""
        return self.all.leads(undone=undone, only=self.id)

    def undo(self) -> Changed:
        """Take the newest change back, unless it was in another session."""
        return self.all.undo(self.id)

    def redo(self) -> Changed:
        """Make the change again that was undone, unless that was in another session."""
        return self.all.redo(self.id)

    def leave(self) -> None:
        """Leave the rest to the page of the visit."""
