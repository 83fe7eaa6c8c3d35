"""The newest import, and its way out again: by the key of undo, where it is what was done last."""

from collections.abc import Callable

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.writer import why
from runlift_tui.store.importing.row import from_files
from runlift_tui.store.store import Store


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
