"""An import that was cut short: a start of the program takes it out again."""

from runlift_tui.store.history.past import Past
from runlift_tui.store.library.library import IMPORTS, Library


def take_out(past: Past) -> None:
    """Take out what an import wrote that was cut short; the lock has to be held.

    Where there is none, nothing is imported that reads files of other programs.

    Raises:
        StoreError: a file cannot be read or written.
    """
    rows = Library(past.folder.library).snapshot().get(IMPORTS, {}).values()
    if any(not row.get("whole") and not row.get("undone") for row in rows):
        from runlift_tui.store.importing.imports import take_out_half

        take_out_half(past)
