"""That somebody has looked at a stop sign, on its way into the session that it was said in."""

from collections.abc import Callable

from runlift_tui.core.history.amend import with_looked
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.store.store import Store


def say_looked(
    store: Store, looked: bool, then: Callable[[str], object], *, of: str = ""
) -> Amendment | None:
    """Write it into the newest session with a stop sign.

    Args:
        store: The data folder, open for writing.
        looked: Whether somebody has; False takes it back.
        then: Called, on any thread, with why it could not be kept; empty where it was.
        of: Id of the session, where it is known.

    Returns:
        The change; None where there is no such session.

    Raises:
        StoreError: the history cannot be read.
    """

    def is_it(document: dict[str, object]) -> bool:
        return document.get("id") == of if of else document.get("stop_sign") is True

    found = next(filter(is_it, store.past.documents()), None)
    if found is None:
        return None
    change = Amendment(found, with_looked(found, looked))
    amending = store.amending()
    amending.keep(change, lambda _: None)
    told = f"The stop sign: {'looked at' if looked else 'stands'}"
    store.acts.did("history", ("sessions", change.id), change.before, change.after, told)
    amending.fold(then)
    return change
