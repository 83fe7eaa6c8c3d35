"""How sync stands: the machines, what was not taken in, what waits."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from runlift_tui.core.sync.told import waits
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.text import plural
from runlift_tui.store.disk.derived import fingerprint
from runlift_tui.store.disk.device import NAME
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import SESSIONS
from runlift_tui.store.sync.at_hand import is_live
from runlift_tui.store.sync.exchange import Exchange, own_files
from runlift_tui.store.sync.mailbox import Mail, copies, groups
from runlift_tui.store.sync.parcels import Unfit, parcels, read_tables
from runlift_tui.store.sync.seen import SeenFiles


class Machine(NamedTuple):
    """One machine, by what lies in its folder."""

    device: str
    name: str
    newest: str
    """When its newest session began; empty for none."""
    sessions: int


class SyncStanding(NamedTuple):
    """How sync stands in one data folder."""

    folder: str
    """The carried folder; empty while sync is off."""
    device: str
    name: str
    machines: tuple[Machine, ...]
    published: str
    """When this machine put something there last, as UTC text; empty for never."""
    exchanged: str
    not_read: tuple[tuple[str, str, str], ...]
    """Path, why, and since when."""
    taken_in: tuple[str, ...]
    """Copies that are safe to delete."""
    waiting: tuple[Document, ...]
    away: str
    """Since when the carried folder is away; empty while it is there."""
    refused: tuple[str, str]
    """Why nothing can be given out, in a sentence, and since when; empty where it can."""

    @property
    def waits(self) -> Iterator[str]:
        """What is said of each machine that waits for a yes."""
        for row in self.waiting:
            yield waits_for(row, self.folder)


def waits_for(row: Document, shared: str) -> str:
    """Return what is said of a machine that waits for a yes.

    Args:
        row: What `seen.jsonl` says of it.
        shared: The carried folder.
    """
    sessions, runs = (int(row.get(key) or 0) for key in ("sessions", "runs"))
    return waits(str(row.get("name")), sessions, runs, shared)


def standing(past: Past) -> SyncStanding:
    """Return how sync stands; nothing is changed, and no lock is needed."""
    device, seen = past.device, SeenFiles(past.folder.derived)
    shared = Exchange(past, 0).shared
    found: list[Mail] = []
    away = ""
    if shared:
        try:
            found = groups(shared, past.folder)
        except OSError:
            away = seen.away or "now"
    own = copies(past.folder)
    machines = [Machine(device.id, device.name, *_newest([p for _, p in own_files(past)]))]
    machines += [
        Machine(each.device, each.name, *_newest([letter.path for letter in each.letters]))
        for each in found
        if each.device and each.device != device.id
    ]
    every = [*found, *([own] if own else [])]
    return SyncStanding(
        folder=shared,
        device=device.id,
        name=device.name,
        machines=tuple(_once(machines)),
        published="" if away else _published(shared, past),
        exchanged=str(seen.at or ""),
        not_read=tuple(
            (path, str(row.get("why")), str(row.get("since")))
            for path, row in sorted(seen.faults.items())
        ),
        taken_in=tuple(_copies(every, seen)),
        waiting=tuple(
            {key: value for key, value in row.items() if key != "marks"}
            for row in (seen.waiting.values() if shared else ())
        ),
        away=away,
        refused=(seen.refused, seen.refused_since) if shared and not away else ("", ""),
    )


def in_a_line(past: Past) -> str:
    """Return how sync stands by what was seen last; no carried file is read."""
    seen = SeenFiles(past.folder.derived)
    if seen.away:
        return f"The folder is away since {moment(seen.away)} UTC, and nothing is lost"
    if seen.refused:
        since = moment(seen.refused_since)
        return f"Nothing can be given out since {since} UTC, and nothing is lost"
    at = f"Last exchanged {moment(seen.at)} UTC" if seen.at else "Nothing was exchanged yet"
    left = plural(len(seen.faults), "file")
    return f"{at}, {left} not taken in" if seen.faults else at


def moment(text: str) -> str:
    """Return a moment that is kept as text, to the minute."""
    return text[:16].replace("T", " ")


def _once(machines: list[Machine]) -> list[Machine]:
    """Return each machine once: the copy of a folder that has the most counts."""
    best: dict[str, Machine] = {}
    for each in machines:
        known = best.get(each.device)
        if known is None or (each.sessions, each.newest) > (known.sessions, known.newest):
            best[each.device] = each
    return list(best.values())


def _newest(paths: list[str]) -> tuple[str, int]:
    ids: set[str] = set()
    newest = ""
    for path in paths:
        try:
            rows = read_tables(path).get(SESSIONS, {})
        except Unfit:
            continue
        for row in rows.values():
            ids.add(str(row.get("id")))
            newest = max(newest, str(row.get("started") or ""))
    return newest, len(ids)


def _published(shared: str, past: Past) -> str:
    if not shared:
        return ""
    folder = os.path.join(shared, past.device.own)
    marks = [fingerprint(os.path.join(folder, name)) for name, _ in own_files(past)]
    times = [mark[1] for mark in (*marks, fingerprint(os.path.join(folder, NAME))) if mark]
    if not times:
        return ""
    return iso(max(times) // 1_000_000)


def _copies(every: list[Mail], seen: SeenFiles) -> list[str]:
    """Return the files that an engine made as copies, and that were taken in as they stand."""
    found = []
    for group in every:
        for letter in group.letters:
            name = os.path.basename(letter.path)
            known = seen.absorbed.get(letter.path)
            is_safe = known == letter.mark and letter.path not in seen.faults
            if is_safe and not is_live(name) and _is_ours(letter.path):
                found.append(letter.path)
    return sorted(found)


def _is_ours(path: str) -> bool:
    """Whether a file has anything of ours: any {} can be read as well."""
    try:
        return bool(parcels(read_tables(path)))
    except Unfit:
        return False
