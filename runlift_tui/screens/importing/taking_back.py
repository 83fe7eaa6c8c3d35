"""What an import added, out again."""

from runlift_tui.core.words.documents import Document
from runlift_tui.screens.importing.past_imports import PastImports
from runlift_tui.screens.parts.changes import Unchanging
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.importing.row import stands
from runlift_tui.store.importing.taking_back import take_back
from runlift_tui.store.store import Store


class ImportsBack(Unchanging):
    """What the page of the imports knows of its way back; its own keys go it."""

    def __init__(self, store: Store, imports: PastImports) -> None:
        self._store = store
        self._imports = imports

    @property
    def locked(self) -> str:
        """Why nothing can be imported here, in a sentence; empty while it can."""
        return self._store.only_looking

    def leads(self, *, undone: bool = False) -> bool:
        """Whether an import can be taken back; none is made again so."""
        return bool(self._imports.standing) and not undone


class TakingBack:
    """The newest import, or the chosen one, taken back.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: ListPage, store: Store, imports: PastImports) -> None:
        self._page = page
        self._store = store
        self._imports = imports

    def action_undo(self) -> None:
        """Take the newest import back that stands."""
        standing = self._imports.standing
        if standing:
            self._take_back(standing[0])
        else:
            self._page.tell("There is no import to undo.")

    def action_take_out(self) -> None:
        """Take the chosen import back."""
        chosen = self._imports.at(self._page.listing.chosen)
        if chosen is not None and not stands(chosen):
            self._page.tell("It was taken back already.")
        elif chosen is not None:
            self._take_back(chosen)

    def _take_back(self, row: Document) -> None:
        if self._store.only_looking:
            self._page.tell(f"{self._store.only_looking} Nothing was undone.", wrong=True)
            return

        def done(told: str, wrong: bool) -> None:
            self._page.call_later(self._undone, str(row.get("id")), told, wrong)

        take_back(self._store, row, done)

    def _undone(self, id_: str, told: str, wrong: bool) -> None:
        try:
            self._imports.read()
        except StoreError as error:
            told, wrong = error.what, True
        self._page.look(id_)
        self._page.tell(told, wrong=wrong)
