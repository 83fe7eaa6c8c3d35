"""The same promises made by TinyDB as it comes, which rewrites its file in place: to be caught."""

import os
import random

from tinydb import TinyDB
from tinydb.table import Document as Row

from tests.faults.ledger import Broken, Document, Ledger
from tests.faults.victims import Deed, Promise
from tests.store.examples import done, plain, session

_SESSIONS = 60


def stock_deed(folder: str, seed: int) -> Deed:
    """Return a history that is kept in one file by the stock storage, sets and undos at random."""

    def do(promise: Promise) -> None:
        os.makedirs(folder, exist_ok=True)
        ledger = Ledger()
        with TinyDB(os.path.join(folder, "db.json")) as opened:
            table = opened.table("sessions")
            table.insert_multiple(_many())
            ledger.documents = {row["id"]: [row] for row in _many()}
            promise(ledger.copied())
            _go_on(ledger, table, random.Random(seed), promise)

    return do


def check_stock(folder: str, ledger: Ledger) -> list[Broken]:
    """Return what a folder of it breaks."""
    path = os.path.join(folder, "db.json")
    if not ledger.documents:
        return []
    try:
        found = {row["id"]: row for row in plain(path)}
    except (OSError, ValueError, TypeError) as error:
        return [Broken(f"the file cannot be read: {error}")]
    wrong = [id_ for id_, may in ledger.documents.items() if found.get(id_) not in may]
    return [Broken(f"{len(wrong)} sessions are not as they were kept")] if wrong else []


def _go_on(ledger: Ledger, table: object, chance: random.Random, promise: Promise) -> None:
    """Add a set to a session, or take its newest one out, again and again."""
    rows = {row["id"]: row for row in _many()}
    while True:
        id_ = chance.choice(sorted(rows))
        row = rows[id_]
        sets = row["sets"]
        more = [*sets, done("B1", "step-up", chance.randrange(5, 11), note="x" * 400)]
        after = {**row, "sets": sets[:-1] if len(sets) > 1 and chance.random() < 0.5 else more}
        rows[id_] = after
        ledger.documents[id_] = [row, after]
        promise(ledger.copied())
        table.update(Row(after, doc_id=int(id_)), doc_ids=[int(id_)])  # type: ignore[attr-defined]
        ledger.documents[id_] = [after]
        promise(ledger.copied())


def _many() -> list[Document]:
    sets = [done("B1", "step-up", 8) for _ in range(20)]
    return [session(f"{number}", "2026-05-05", *sets) for number in range(1, _SESSIONS + 1)]
