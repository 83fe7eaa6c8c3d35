"""Two programs on one folder, one of them killed; and a year that somebody else writes to."""

import os
import random
import shutil

from tinydb import TinyDB

from runlift_tui.clock import ManualClock
from runlift_tui.store.history.past import Past
from runlift_tui.store.store import Store
from tests.faults.ledger import Broken, check
from tests.faults.outing import Outing
from tests.faults.tally import Tally
from tests.faults.victims import Deed, Promise, Victim
from tests.store.examples import done, session


def two_programs(path: str, *, trials: int) -> Tally:
    """Open a folder that another program trains in, kill that one, and open it again."""
    tally = Tally()
    for seed in range(trials):
        folder = os.path.join(path, f"{seed}")
        victim = Victim(_one_session(folder, seed))
        victim.listen_for_one()
        first = _second_only_looks(folder)
        victim.listen(random.Random(seed).uniform(0.0, 0.05))
        ledger = victim.kill()
        tally.add([*first, *check(folder, ledger)], f"two programs {seed}")
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def _one_session(folder: str, seed: int) -> Deed:
    """Return a program that opens a folder once, and trains in it until it is killed."""

    def do(promise: Promise) -> None:
        run = Outing(folder, seed, presses=100_000, watcher=promise)
        run.train_on("c")

    return do


def written_by_another(path: str, *, trials: int) -> Tally:
    """Let a script with plain TinyDB add to a year, change it and reorder it, between outings."""
    tally = Tally()
    for seed in range(trials):
        folder = os.path.join(path, f"other-{seed}")
        for turn in range(2):
            run = Outing(folder, seed + turn, presses=8)
            run.run()
            run.close()
            theirs = session(f"theirs-{turn}", "2026-01-01", done("B1", "step-up", 5))
            with TinyDB(os.path.join(folder, "history", "2026.json")) as opened:
                opened.table("sessions").insert(theirs)
        kept = {row["id"] for row in Past(folder).documents()}
        missing = {"theirs-0", "theirs-1"} - kept
        tally.add([Broken(f"{id_} is gone") for id_ in missing], f"another program {seed}")
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def _second_only_looks(folder: str) -> list[Broken]:
    store = Store(folder, ManualClock())
    store.open()
    why = store.only_looking
    store.close()
    if "only look" not in why:
        return [Broken("a second program may write too")]
    return []
