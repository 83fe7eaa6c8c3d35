"""The newest import, and its way out again: by the key of undo, where it is what was done last."""

from collections.abc import Callable

from runlift_tui.core.lists.acts import KEPT_MS
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import why
from runlift_tui.store.importing.row import at_ms, from_files, stands
from runlift_tui.store.library.library import IMPORTS, Library
from runlift_tui.store.store import Store


def newest_import(store: Store, since: int, brought: str = "") -> Document | None:
    """Return the import that was made last, of late, and stands; None where there is none.

    Args:
        store: The data folder.
        since: When something else was done last that is taken back first, milliseconds since the
            epoch; 0 for never.
        brought: What it has to have brought: "sessions", "runs", or empty for anything.
    """
    try:
        rows = Library(store.folder.library).snapshot().get(IMPORTS, {}).values()
    except StoreError:
        return None
    since = max(since, store.clock.stamp().utc_ms - KEPT_MS)
    found = [row for row in rows if stands(row) and at_ms(row) >= since]
    last = max(found, key=at_ms, default=None)
    return last if last is not None and (not brought or last.get(brought)) else None


def take_back(store: Store, row: Document, done: Callable[[str, bool], object]) -> None:
    """Take an import back.

    Args:
        store: Open for writing.
        row: Of the import.
        done: Called on the writer's thread with what came of it, in a sentence, and whether it
            went wrong.
    """

    def undo() -> object:
        from runlift_tui.store.importing import imports

        return imports.undo(store.past, str(row.get("id")), store.clock.stamp().utc_ms)

    def undone(result: object) -> None:
        from runlift_tui.store.importing.imports import TakenBack

        if isinstance(result, TakenBack):
            done(f"Taken out again: {result.told}{from_files(row)}.{result.stays}", False)
        else:
            done(f"{why(result)} The same undo goes on once that is put right.", True)

    store.writer.submit(undo, undone)
