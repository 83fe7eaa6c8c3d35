"""An import as its row in the library tells it: when, its files, what it brought; the newest."""

from datetime import datetime

from runlift_tui.core.lists.acts import KEPT_MS
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.text import plural
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.library.library import IMPORTS, Library
from runlift_tui.store.store import Store


def stands(row: Document) -> bool:
    """Whether an import can be taken back: it is whole, or its taking back was cut short."""
    return bool(row.get("whole")) != bool(row.get("undone"))


def at_ms(row: Document) -> int:
    """Return when an import was made, milliseconds since the epoch; 0 where it does not say."""
    try:
        return round(datetime.fromisoformat(str(row.get("at"))).timestamp() * 1000)
    except (ValueError, OverflowError):
        return 0


def file_names(row: Document) -> list[str]:
    """Return the names of its files, without the folders that they lay in."""
    names = (str(each.get("name")).replace("\\", "/") for each in row.get("files", ()))
    return [name.rsplit("/", 1)[-1] for name in names]


def from_files(row: Document) -> str:
    """Return from which files an import came: " from strong.csv and 2 other files"."""
    names = file_names(row)
    if not names:
        return ""
    more = f" and {plural(len(names) - 1, 'other file')}" if len(names) > 1 else ""
    return f" from {names[0]}{more}"


def brought(row: Document) -> str:
    """Return what an import brought: "12 sessions, 3 runs"."""
    counts = (("session", len(row.get("sessions", ()))), ("run", len(row.get("runs", ()))))
    return ", ".join(plural(count, what) for what, count in counts if count) or "nothing"


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
