"""Other machines met before a command reads, where nothing has to be waited for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from runlift_tui.core.words.documents import iso
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.sync import news
from runlift_tui.store.sync.at_hand import is_wanted

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked


def freshen(asked: Asked) -> None:
    """Exchange, if there is anything to and the lock is free; reading goes on whatever happens."""
    folder = DataFolder(asked.folder)
    if not is_wanted(folder) or not news.is_there(folder, _now):
        return
    store = asked.store()
    with suppress(StoreError):
        try:
            store.folder.create()
            store.folder.lock.acquire()
            from runlift_tui.commands.sync.doing import exchanged

            exchanged(store)
        finally:
            store.close()


def _now() -> str:
    from runlift_tui.clock import SystemClock

    return iso(SystemClock().stamp().utc_ms)
