"""What an import added, out again."""

from collections.abc import Callable

from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.text import plural
from runlift_tui.screens.importing.past_imports import PastImports
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import why
from runlift_tui.store.store import Store


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
        if chosen is not None and chosen.get("undone"):
            self._page.tell("It was taken back already.")
        elif chosen is not None:
            self._take_back(chosen)

    def _take_back(self, row: Document) -> None:
        if self._store.only_looking:
            self._page.tell(f"{self._store.only_looking} Nothing was undone.", wrong=True)
            return
        id_ = str(row.get("id"))

        def undone(result: object) -> None:
            self._page.call_later(self._undone, id_, result)

        self._store.writer.submit(_undoing(self._store, id_), undone)

    def _undone(self, id_: str, result: object) -> None:
        from runlift_tui.store.importing.imports import TakenBack

        try:
            self._imports.read()
        except StoreError as error:
            self._page.tell(error.what, wrong=True)
            return
        self._page.look(id_)
        if not isinstance(result, TakenBack):
            self._page.tell(
                f"{why(result)} The same undo goes on once that is put right.", wrong=True
            )
            return
        kept = ""
        if result.kept:
            kept = f" {len(result.kept)} changed since, and stay: {', '.join(result.kept)}."
        what = f"{plural(result.sessions, 'session')} and {plural(result.runs, 'run')}"
        self._page.tell(f"Taken out again: {what}.{kept}")


def _undoing(store: Store, id_: str) -> Callable[[], object]:
    def undo() -> object:
        from runlift_tui.store.importing import imports

        return imports.undo(store.past, id_, store.clock.stamp().utc_ms)

    return undo
