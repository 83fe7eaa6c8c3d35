"""How sync stands: the machines, what was not taken in, what waits."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from runlift_tui.core.sync.told import waits
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.text import plural, safe_text
from runlift_tui.store.disk.answers import SILENT, Answering
from runlift_tui.store.disk.derived import fingerprint
from runlift_tui.store.disk.device import NAME
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import SESSIONS
from runlift_tui.store.sync.at_hand import is_live
from runlift_tui.store.sync.exchange import Exchange, own_files
from runlift_tui.store.sync.mailbox import CarriedFile, Mail, copies, groups
from runlift_tui.store.sync.parcels import Unfit, parcels, read_carried, read_own
from runlift_tui.store.sync.seen import SeenFiles
from runlift_tui.store.tables.text import Tables


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
    why_away: str
    """Why, in a few words; empty while it is there."""
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
    device, seen, answers = past.device, SeenFiles(past.folder.derived), Answering()
    shared = Exchange(past, 0).shared
    found: list[Mail] = []
    away = why_away = ""
    if shared:
        try:
            found = groups(shared, past.folder, answers)
        except OSError as error:
            away, why_away = seen.away or "now", error.strerror or str(error)
    own = copies(past.folder)
    mine = [_own(path) for _, path in own_files(past)]
    machines = [Machine(device.id, device.name, *_newest(mine))]
    every = [*found, *([own] if own else [])]
    machines += [
        Machine(
            each.device, each.name, *_newest(_tables_of(letter, answers) for letter in each.letters)
        )
        for each in found
        if each.device and each.device != device.id
    ]
    taken_in = tuple(sorted(_copies(every, seen, answers)))
    return SyncStanding(
        folder=shared,
        device=device.id,
        name=device.name,
        machines=tuple(_once(machines)),
        published="" if away else _published(shared, past, answers),
        exchanged=str(seen.at or ""),
        not_read=tuple(_not_read(every, seen, answers)),
        taken_in=taken_in,
        waiting=tuple(
            {key: value for key, value in row.items() if key != "marks"}
            for row in (seen.waiting.values() if shared else ())
        ),
        away=away,
        why_away=safe_text(why_away),
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


def _tables_of(letter: CarriedFile, answers: Answering) -> Tables:
    """Return the tables of a carried file; none of one that cannot be read now."""
    with suppress(Unfit):
        return {} if letter.fault else read_carried(letter.path, answers, letter.mark)
    return {}


def _own(path: str) -> Tables:
    """Return the tables of a file of this machine's own; none of one that cannot be read."""
    with suppress(Unfit):
        return read_own(path)
    return {}


def _newest(every: Iterable[Tables]) -> tuple[str, int]:
    ids: set[str] = set()
    newest = ""
    for tables in every:
        for row in tables.get(SESSIONS, {}).values():
            ids.add(str(row.get("id")))
            newest = max(newest, str(row.get("started") or ""))
    return newest, len(ids)


def _published(shared: str, past: Past, answers: Answering) -> str:
    if not shared:
        return ""
    folder = os.path.join(shared, past.device.own)
    paths = [os.path.join(folder, name) for name in (*(name for name, _ in own_files(past)), NAME)]
    try:
        marks = answers.ask((shared, "given"), lambda: [fingerprint(path) for path in paths])
    except TimeoutError:
        return ""
    times = [mark[1] for mark in marks if mark]
    return iso(max(times) // 1_000_000) if times else ""


def _not_read(
    every: list[Mail], seen: SeenFiles, answers: Answering
) -> Iterator[tuple[str, str, str]]:
    """Yield what was not taken in, and what does not answer just now: path, why, since when."""
    found = {
        path: (str(row.get("why")), str(row.get("since"))) for path, row in seen.faults.items()
    }
    for each in (letter for group in every for letter in group.letters):
        if each.fault == SILENT or (each.path, *each.mark) in answers.silent:
            found[each.path] = SILENT, found.get(each.path, ("", "now"))[1]
    for path, (why, since) in sorted(found.items()):
        yield path, why, since


def _copies(every: list[Mail], seen: SeenFiles, answers: Answering) -> Iterator[str]:
    """Yield the files that an engine made as copies, and that were taken in as they stand."""
    for group in every:
        for letter in group.letters:
            name = os.path.basename(letter.path)
            known = seen.absorbed.get(letter.path)
            is_safe = known == letter.mark and letter.path not in seen.faults
            # Any {} can be read as well, and is none of ours.
            if is_safe and not is_live(name) and parcels(_tables_of(letter, answers)):
                yield letter.path
