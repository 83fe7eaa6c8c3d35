"""A data folder that could only be looked at, taken over once it is free."""

import os

from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.store import Store

_ENDED = "The other RunLift has ended: this one takes over."
_WRITABLE = "The data folder can be written to again."


def freed(store: Store) -> str:
    """Try once more to lock a folder; return that this was possible, in a sentence.

    Whoever had it may have changed all of it, so everything is read anew from then on, and what was
    cut short there is put right. It is for the screens' thread.

    Args:
        store: The data folder, open for looking.

    Returns:
        Empty where it can still only be looked at.
    """
    said = _ENDED if store.is_taken else _WRITABLE
    store.open()
    if store.only_looking:
        return ""
    store.forget()
    if os.path.lexists(store.folder.half):
        from runlift_tui.store.importing.half import make_whole

        try:
            said = f"{said} {make_whole(store.past)}".strip()
        except StoreError as error:
            store.past.report(error.what)  # the next start goes on from there
    store.submit(store.sessions.folding())
    return said
