"""Other machines met: the exchange of a data folder that is open, and what came in taken over."""

import os
from collections.abc import Callable, Sequence

from runlift_tui.core.session.state import is_over
from runlift_tui.core.sync.told import Arrival, sentence, told
from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.answers import Answering
from runlift_tui.store.disk.device import CARRIED, NAME, read
from runlift_tui.store.history.changes import fold_changes
from runlift_tui.store.history.past import Past
from runlift_tui.store.library.desk import read_anew
from runlift_tui.store.library.library import TABLES
from runlift_tui.store.store import Store
from runlift_tui.store.sync.came import CameIn
from runlift_tui.store.sync.exchange import Exchange, Met
from runlift_tui.store.sync.seen import SeenFiles

_PLACES = {"sessions": "history", "runs": "runs", "trials": "runs", "plans": "plan"}
"""Where the key of undo is pressed that takes back what another machine did, by table."""
_UNDONE = ("exercises", "routines")
"""Tables whose own name is that place."""
LONG_AWAY_MS = 7 * 86_400_000
"""After how long home says that the carried folder is away, or takes nothing."""


def meet(
    past: Past,
    now_ms: int,
    goes_on: Callable[[], bool] = lambda: True,
    step: Callable[[], object] = lambda: None,
) -> Met:
    """Exchange with other machines, and return what came in.

    It is for the writer's thread, with the lock held and no session open. What waits in journals
    comes first: it was done before whatever comes in now.

    Args:
        past: The data folder.
        now_ms: This moment, milliseconds since the epoch.
        goes_on: Asked again and again; the rest is left for another time where it says no.
        step: Called before each file.

    Raises:
        StoreError: this machine's own files cannot be read or written.
    """
    fold_changes(past.folder.journal, past.history, past.report)
    if any(is_over(read.session) for _, read in past.journals.sessions()):
        return Met([])  # it is not in the history yet, and would be written over what came in
    return Exchange(past, now_ms, goes_on, step).run()


def take_over(store: Store, outcome: Met) -> None:
    """Have what came in count here and now; it is for the screens' thread.

    What another machine put right becomes the newest step of undo.
    """
    latest = store.amending().latest
    for change, source in outcome.arrivals:
        latest.pop(change.id, None)
        place = _PLACES.get(change.table) or (change.table if change.table in _UNDONE else "")
        if place and change.before is not None:
            of, what = (change.table, change.id), told(change, source)
            store.acts.did(place, of, change.before, change.after, what)
    if any(each.change.table in TABLES for each in outcome.arrivals):
        read_anew(store.desk)


def to_tell(past: Past, now_ms: int, just_now: Sequence[Arrival] = ()) -> tuple[str, int]:
    """Return what came in since home told of it last, and up to when that is.

    It is for whoever holds the lock; `was_told` takes the second.

    Args:
        past: The data folder.
        now_ms: This moment, milliseconds since the epoch.
        just_now: What came in last: `came.jsonl` has no room for all of a lifetime's.
    """
    seen = SeenFiles(past.folder.derived)
    came = CameIn(past.folder.derived).since(seen.told)
    said = [_whose(past), sentence(max(([arrival for _, arrival in came], just_now), key=len))]
    long_ago = iso(now_ms - LONG_AWAY_MS)
    if seen.away and seen.away < long_ago:
        said.append(f"The carried folder is away since {seen.away[:10]}: {past.device.shared}.")
    elif seen.refused and seen.refused_since < long_ago:
        since = seen.refused_since[:10]
        said.append(f"The carried folder takes nothing since {since}: {past.device.shared}.")
    return " ".join(filter(None, said)), came[-1][0] if came else 0


def _whose(past: Past) -> str:
    """Return whose folder it is that this machine meets others in, where it is another's.

    It is told once.
    """
    device = past.device
    carried = os.path.basename(os.path.dirname(past.folder.path)) == CARRIED
    if not carried or device.load().get("whose"):
        return ""
    path = os.path.join(device.shared, NAME)
    try:
        owner = Answering().ask(path, lambda: read(path)).get("name") or "another machine"
    except TimeoutError:
        return ""  # another time
    return (
        f"{safe_text(device.shared)} is {safe_text(str(owner))}’s and is carried here: what you "
        "train goes into it, and is kept on this machine. Moved for good? runlift sync take."
    )


def was_told(past: Past, until: int) -> None:
    """Remember up to when home has told of what came in, and whose folder it is."""
    if _whose(past):
        past.device.say(whose="told")
    if until:
        seen = SeenFiles(past.folder.derived)
        seen.told = until
        seen.keep()
