"""Changes of a file's tables by this machine's own program: what differs gets a stamp."""

from collections.abc import Callable

from runlift_tui.core.sync.changes import (
    born_again,
    changed,
    come,
    deleted,
    first,
    patched,
    stamped,
)
from runlift_tui.core.sync.held import Copy, held, piece
from runlift_tui.core.sync.registers import is_whole, kind_of
from runlift_tui.core.sync.tables import Rows
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.device import Device

SESSIONS, SETTINGS = "sessions", "settings"
UNSTAMPED_AT_BIRTH = ("sessions", "runs", "trials")
"""Tables whose ids are made by chance; two machines may come by the same id of any other."""


class Stamping:
    """Who changes a data folder's tables, and when."""

    def __init__(self, device: Device, now_ms: Callable[[], int]) -> None:
        """Ask for neither yet.

        Args:
            device: Whose changes they are.
            now_ms: Returns this moment, milliseconds since the epoch.
        """
        self.device = device
        self._now_ms = now_ms

    def put(
        self,
        shelf: Rows,
        table: str,
        document: Document,
        before: Document | None = None,
        *,
        again: bool = False,
        moved: bool = False,
        came: Copy | None = None,
    ) -> Copy | None:
        """Return what a file is to have once a document stands as it was made.

        Args:
            shelf: Its documents; they are only looked at.
            table: Where it is to stand.
            document: As it was made.
            before: As it was shown when that was done; None where it is to stand just so.
            again: Whether its own journal tells it, and no act of the athlete's.
            moved: Whether it stood in another file before.
            came: What that file has of it, where its values are changed one by one.

        Returns:
            None where nothing is to change.
        """
        stands = shelf.piece((kind_of(table), str(document["id"])), table)
        made = document
        if stands.document is not None and stands.table == table:
            if before is not None:
                made = patched(table, before, made, stands.document)
            if again and "device" in stands.document:
                made = {**made, "device": stands.document["device"]}
        if stands.document == made and stands.table == table:
            return None
        device = self.device.ensure()
        if not device or table == SETTINGS:
            return stands._replace(table=table, document=made)
        if came is not None and came.document is not None and stands.document is None:
            made = made if before is None else patched(table, before, made, came.document)
            return piece(come(held(stands), held(came), made, table, self._now_ms(), device), made)
        if stands.document is None and stands.mark is None and stands.deleted is None:
            if again and table == SESSIONS:
                made = {**made, "device": {"name": self.device.name, "id": device}}
            if table in UNSTAMPED_AT_BIRTH and not (moved and is_whole(table)):
                # Nothing is to be marked, so that nothing has to be taken apart.
                return stands._replace(table=table, document=made)
            return piece(stamped(first(table, made), self._now_ms(), device), made)
        change = born_again if again else changed
        return piece(change(held(stands), made, table, self._now_ms(), device), made)

    def delete(self, shelf: Rows, table: str, id_: str, *, moved: bool = False) -> Copy | None:
        """Return what a file is to have without a document; None where it is not there.

        Args:
            shelf: Its documents; they are only looked at.
            table: Where it stands.
            id_: Its id.
            moved: Whether it stands in another file from now on.
        """
        stands = shelf.piece((kind_of(table), id_), table)
        if stands.document is None or stands.table != table:
            return None
        device = self.device.ensure()
        if not device or table == SETTINGS:
            return stands._replace(document=None, mark=None)
        is_run = is_whole(table) and table in UNSTAMPED_AT_BIRTH
        left, now_ms = held(stands), self._now_ms()
        if moved and not is_run:
            return piece(deleted(left, now_ms, device, moved=True))
        return piece(deleted(left, now_ms, device, everywhere=is_run and not moved))
