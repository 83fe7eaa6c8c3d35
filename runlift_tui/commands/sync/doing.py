"""What `runlift sync` does, with the lock of the data folder."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.exchange.asking import FilesRead
from runlift_tui.commands.printing import FAILED
from runlift_tui.core.sync.told import left_out, sentence
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.answers import WRITING_S, Answering
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.lock import A_MOMENT_S, FolderLock
from runlift_tui.store.meeting import meet, take_over, to_tell, was_told
from runlift_tui.store.sync import switching
from runlift_tui.store.sync.exchange import Exchange
from runlift_tui.store.sync.mailbox import groups
from runlift_tui.store.sync.seen import SeenFiles
from runlift_tui.store.sync.standing import waits_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runlift_tui.commands.asked import Asked
    from runlift_tui.store.store import Store
    from runlift_tui.store.sync.exchange import Met

NOTHING = "Nothing new."
_OFF = "Sync is not on here. runlift sync on DIR shares your training through a folder."


def do(asked: Asked) -> int:
    """Do what was asked for; return the exit status."""
    work: dict[str | None, Callable[[Asked, Store], int]] = {
        None: _now,
        "on": _on,
        "off": _off,
        "forget": _forget,
        "take": _take,
    }
    store = asked.store()
    try:
        store.folder.create()
        store.folder.lock.acquire(A_MOMENT_S)
        store.folder.sweep()
        return work[asked.words.what](asked, store)
    except Refused as refused:
        return printing.say(f"{refused}.", FAILED)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    finally:
        store.close()


def exchanged(store: Store, step: Callable[[], object] = lambda: None) -> Met:
    """Fold what waits, exchange, and take over what came in; the lock has to be held.

    Args:
        store: The data folder.
        step: Called before each file.

    Raises:
        StoreError: this machine's own files cannot be read or written.
    """
    store.sessions.folding()()
    outcome = meet(store.past, store.clock.stamp().utc_ms, step=step)
    take_over(store, outcome)
    return outcome


def _watched(store: Store) -> Met:
    """Exchange, and show how far that is where it takes long: a first meeting may."""
    with _shown(_files(store, store.past.device.shared)) as read:
        return exchanged(store, read)


def _files(store: Store, shared: str) -> int:
    """Return how many files an exchange asks for, and whose."""
    try:
        return 1 + sum(1 + len(each.letters) for each in groups(shared, store.folder, Answering()))
    except OSError:
        return 1  # it is away, which the exchange says


@contextmanager
def _shown(files: int) -> Iterator[Callable[[], object]]:
    """Yield what is called before each file, and shows how far it is where that takes long."""
    read = FilesRead(files)
    try:
        yield read.step
    finally:
        read.end()


def _now(asked: Asked, store: Store) -> int:
    if not Exchange(store.past, 0).shared:
        return printing.say(_OFF, FAILED)
    return _told(store, _watched(store))


def _told(store: Store, outcome: Met) -> int:
    """Say what came in; return the exit status."""
    said, until = to_tell(store.past, 0, outcome.arrivals)
    was_told(store.past, until)
    printing.said_of(store.past.reports)
    for trouble in filter(None, (outcome.away, outcome.refused)):
        printing.done(*filter(None, (said or sentence(outcome.arrivals),)))
        return printing.say(trouble, FAILED)
    came = said or sentence(outcome.arrivals)
    left = _left_out(store)
    return printing.done(
        *filter(None, (came or ("" if left else NOTHING),)), *left, *_waiting(store)
    )


def _left_out(store: Store) -> list[str]:
    faults = SeenFiles(store.folder.derived).faults
    return list(left_out((path, str(row.get("why"))) for path, row in sorted(faults.items())))


def _waiting(store: Store) -> list[str]:
    shared = store.past.device.shared
    return [waits_for(row, shared) for row in SeenFiles(store.folder.derived).waiting.values()]


def _on(asked: Asked, store: Store) -> int:
    if not asked.words.through.strip():
        raise Refused("that is no folder; runlift sync on DIR takes the one that is carried")
    shared = os.path.abspath(os.path.expanduser(asked.words.through))
    store.sessions.folding()()
    name, join = asked.words.name or "", asked.words.join
    theirs = _files(store, shared)
    # Whose training it is, is read first; then all of it is taken in.
    with _shown(len(store.history.years()) + 2 * theirs) as step:
        is_new = switching.switch_on(store.past, shared, name, join=join, step=step)
        outcome = exchanged(store, step)
    name = store.past.device.name
    made = ", a folder made just now" if is_new else ""
    printing.tell(f"On, through {safe_text(shared)}{made}; this machine is {name}.")
    return _told(store, outcome)


def _off(asked: Asked, store: Store) -> int:
    shared = switching.switch_off(store.past)
    where = f" What lies in {safe_text(shared)} stays there." if shared else ""
    return printing.done(f"Off. Nothing was deleted.{where}")


def _forget(asked: Asked, store: Store) -> int:
    shared = Exchange(store.past, 0).shared
    if not shared:
        return printing.say(_OFF, FAILED)
    group = switching.named(shared, store.past, asked.words.name)
    outcome = _watched(store)
    if outcome.away or outcome.refused:
        return printing.say(outcome.away or outcome.refused, FAILED)
    seen = SeenFiles(store.folder.derived)
    if not switching.is_taken_in(switching.named(shared, store.past, group.folder), seen):
        raise Refused(f"not all of {group.folder} is taken in; runlift sync status says why")
    try:
        folder = os.path.join(shared, group.folder)
        Answering().ask((folder, "remove"), lambda: switching.remove(folder), within_s=WRITING_S)
    except OSError as error:
        raise Refused(f"{group.folder} cannot be removed ({error.strerror or error})") from None
    return printing.done(f"{safe_text(group.name)} is forgotten; all that it had stays here.")


def _take(asked: Asked, store: Store) -> int:
    carried = asked.carried
    if not carried:
        return printing.done("This folder is this machine’s own already.")
    lock = FolderLock(carried)
    lock.acquire(A_MOMENT_S)
    try:
        store.sessions.folding()()
        exchanged(store)
        switching.take(carried, store.past)
    finally:
        lock.release()
    taken = asked.within(carried).store()
    try:
        taken.folder.create()
        taken.folder.lock.acquire(A_MOMENT_S)
        exchanged(taken)
    finally:
        taken.close()
    return printing.done(f"{safe_text(carried)} is this machine’s from now on.")
