"""Sync switched on and off, a retired machine forgotten, a carried folder taken for good."""

import os
from collections.abc import Callable
from contextlib import suppress

from runlift_tui.core.sync.told import waits
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk import files
from runlift_tui.store.disk.answers import WRITING_S, Answering
from runlift_tui.store.disk.device import NAME, Device, machine, plain_name
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.sync.accepting import trained_here, trained_there
from runlift_tui.store.sync.at_hand import is_letter
from runlift_tui.store.sync.mailbox import Mail, groups
from runlift_tui.store.sync.parcels import KnownIds
from runlift_tui.store.sync.seen import SeenFiles, forget


def switch_on(
    past: Past,
    shared: str,
    name: str = "",
    *,
    join: bool = False,
    step: Callable[[], object] = lambda: None,
) -> bool:
    """Have everything exchanged through a folder from now on; the lock has to be held.

    Return whether the folder was made: it may be a slip in its name.

    Args:
        past: The data folder.
        shared: The carried folder; it is made where it is missing.
        name: What this machine is to be called; empty for what it is called already.
        join: Whether machines whose training shares nothing with this one's are taken in.
        step: Called before each file that is read.

    Raises:
        Refused: it lies where it cannot, or another athlete's training lies in it.
        StoreError: it cannot be made or read, or that cannot be kept.
    """
    home, device, answers = past.folder, past.device, Answering()
    try:
        is_new = answers.ask((shared, "make"), lambda: _make(shared, home), within_s=WRITING_S)
        if not device.ensure():
            raise Refused(f"{home.path} cannot be written to")
        others = [each for each in groups(shared, home, answers) if each.device != device.id]
    except OSError as error:
        raise Refused(f"{safe_text(shared)} cannot be read ({error.strerror or error})") from None
    mine = trained_here(past, step)
    is_empty = not mine.sessions and not mine.runs
    theirs = {each.label: trained_there(each, answers, step) for each in others}
    if not is_empty and not join:
        _refuse_another(shared, others, theirs, mine)
    known = device.load().get("with")
    with_it = {str(each) for each in known} if isinstance(known, list) else set()
    with_it |= {
        label for label, ids in theirs.items() if label and (join or ids.known & mine.known)
    }
    before = device.own
    device.say(
        shared=os.path.abspath(shared),
        name=plain_name(name) if name else device.name,
        open=is_empty or device.load().get("open") is True,
        off=None,
        **{"with": sorted(with_it)},
    )
    if device.own != before:
        with suppress(OSError, StoreError):
            folder = os.path.join(shared, before)
            answers.ask((folder, "remove"), lambda: remove(folder), within_s=WRITING_S)
    forget(home.derived)
    return is_new


def _make(shared: str, home: DataFolder) -> bool:
    """Make the carried folder, where it is missing and can be one; return whether it was made."""
    here, there = os.path.realpath(home.path), os.path.realpath(shared)
    if files.lies_in(there, here):
        raise Refused(
            f"{safe_text(shared)} lies in the data folder itself; name one beside it. A data "
            "folder that is carried as a whole needs no runlift sync on"
        )
    if os.path.lexists(shared) and not os.path.isdir(shared):
        raise Refused(f"{safe_text(shared)} is in the way: it is no folder")
    is_new = not os.path.isdir(shared)
    files.ensure_folder(shared)
    return is_new


def _refuse_another(
    shared: str, others: list[Mail], theirs: dict[str, KnownIds], mine: KnownIds
) -> None:
    strange = [each for each in others if theirs[each.label].sessions or theirs[each.label].runs]
    if not strange or any(theirs[each.label].known & mine.known for each in strange):
        return
    most = max(strange, key=lambda each: len(theirs[each.label].known))
    found = theirs[most.label]
    said = waits(most.name, len(found.sessions), len(found.runs), shared)
    raise Refused(f"{said} Nothing was changed: join only what is the same athlete’s")


def switch_off(past: Past) -> str:
    """Stop exchanging; nothing is deleted. Return the folder that it was; empty for none."""
    shared = past.device.shared
    if past.device.id:
        past.device.say(shared=None, off=True)
    return shared


def named(shared: str, past: Past, name: str) -> Mail:
    """Return the folder of a machine in the carried one.

    Raises:
        Refused: there is none of that name, there are several, or it is this machine's own.
    """
    try:
        every = [each for each in groups(shared, past.folder, Answering()) if each.folder]
    except OSError as error:
        raise Refused(f"{safe_text(shared)} is not there ({error.strerror or error})") from None
    exact = [each for each in every if name and name in (each.folder, each.label, each.device)]
    found = exact or [each for each in every if each.name == name]
    others = [each for each in found if each.device != past.device.id]
    if found and not others:
        raise Refused(f"{safe_text(name)} is this machine; runlift sync off stops it")
    if not others:
        known = ", ".join(each.folder for each in every if each.device != past.device.id)
        raise Refused(f"there is no machine {safe_text(name)}; there are: {known or 'none'}")
    if len(others) > 1:
        raise Refused(f"which one: {' or '.join(each.folder for each in others)}")
    return others[0]


def is_taken_in(group: Mail, seen: SeenFiles) -> bool:
    """Whether every file of a machine was taken in as it stands."""
    return all(
        seen.absorbed.get(each.path) == each.mark and each.path not in seen.faults
        for each in group.letters
    )


def remove(folder: str) -> None:
    """Take away a machine's folder in the carried one, and nothing that is not ours.

    Raises:
        OSError: the system refuses it.
    """
    if not os.path.isdir(folder) or os.path.islink(folder):
        return
    for name in sorted(os.listdir(folder)):
        if name == NAME or is_letter(name) or (name[0] == "." and name.endswith(files.LEFTOVER)):
            os.unlink(os.path.join(folder, name))
    with suppress(OSError):
        os.rmdir(folder)


def take(carried: str, past: Past) -> None:
    """Make a folder that was carried here this machine's own; both locks have to be held.

    Args:
        carried: The folder, which another machine's `device.json` lies in.
        past: What this machine kept of its own meanwhile.

    Raises:
        Refused: a session is unfinished here.
        StoreError: it cannot be written.
    """
    if any(True for _ in past.journals.sessions()):
        raise Refused("a session is unfinished here: finish or discard it first")
    own, taken = past.device, Device(carried)
    old = taken.load()
    known = [str(each) for each in old.get("with") or ()]
    own.ensure()
    said = {"device": own.id, "name": own.name, "machine": machine() or None}
    # Through whatever its owner met others, whoever took it over goes on doing so.
    said |= {key: old[key] for key in ("shared", "off") if key in old}
    names = {**taken.names, **own.names}
    taken.keep({**said, "names": names, "with": sorted({*known, taken.own}), "open": True})
    forget(os.path.join(carried, "derived"))


def carry(folder: str, home: str) -> None:
    """Begin, or go on, keeping this machine's own of a folder that another machine owns.

    Args:
        folder: That folder.
        home: Where this machine's own is.

    Raises:
        StoreError: it cannot be begun.
    """
    device = Device(home)
    if not device.ensure():
        files.ensure_folder(home)
        device.ensure()
    said = device.load()
    if said.get("off") is not True and not said.get("shared"):
        device.say(shared=folder, open=True)
