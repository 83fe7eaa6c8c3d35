"""Machines that share a folder, each with a data folder and a clock of its own."""

import os
from pathlib import Path
from typing import Any

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.history.past import Past
from runlift_tui.store.meeting import meet
from runlift_tui.store.sync.exchange import Met
from runlift_tui.store.sync.switching import switch_on

NOW = 1_795_366_800_000


def session(number: int, *, effort: int | None = None, reps: int = 8) -> Document:
    """Return a session of a day of November, with three sets."""
    day = f"2026-11-{number:02}"
    rows = [
        {
            "block": "main",
            "slot": "B1",
            "round": n,
            "exercise": "split-squat",
            "name": "Split squat",
            "reps": reps,
            "started": f"{day}T17:0{n}:00.000Z",
        }
        for n in (1, 2, 3)
    ]
    return {
        "id": f"s{number}",
        "started": f"{day}T17:00:00.000Z",
        "finished": f"{day}T17:30:00.000Z",
        "routine": "lower",
        "routine_name": "Lower body",
        "effort": effort,
        "notes": "",
        "sets": rows,
    }


def run_of(number: int) -> Document:
    """Return a run of a day of November."""
    return {
        "id": f"r{number}",
        "day": f"2026-11-{number:02}",
        "metres": 8000,
        "seconds": 2530,
        "kind": "easy",
    }


class TestMachine:
    """One of them, without a program: its writer is whoever calls."""

    __test__ = False

    def __init__(self, folder: Path, shared: Path, name: str, skew_ms: int = 0) -> None:
        self.folder = folder / name
        self.shared = shared
        self.name = name
        self.now = NOW + skew_ms
        files.ensure_folder(str(self.folder))
        for each in ("history", "journal", "derived"):
            files.ensure_folder(str(self.folder / each))

    @property
    def past(self) -> Past:
        """The data folder, looked at anew."""
        return Past(self.folder, self._tick)

    def _tick(self) -> int:
        self.now += 1000
        return self.now

    def on(self, *, join: bool = False) -> Met:
        """Switch sync on, and exchange."""
        switch_on(self.past, str(self.shared), self.name, join=join)
        return self.meet()

    def meet(self) -> Met:
        """Exchange."""
        return meet(self.past, self._tick())

    @property
    def mailbox(self) -> Path:
        """This machine's folder in the carried one."""
        return self.shared / self.past.device.own

    def train(self, number: int, **values: Any) -> None:
        """Finish a session."""
        self.past.history.fold(session(number, **values), again=True)

    def note(self, number: int) -> None:
        """Note a run."""
        self.past.history.fold(run_of(number), table="runs")

    def race(self, number: int) -> None:
        """Note a 5K, each a little faster than the one before it."""
        day = f"2026-11-{number:02}"
        row = {"id": f"t{number}", "day": day, "metres": 5000, "seconds": 1300 - number}
        self.past.history.fold(row, table="trials")

    def sessions(self) -> dict[str, Document]:
        """Return every session, by id."""
        rows = list(self.past.documents())
        assert len({row["id"] for row in rows}) == len(rows)
        return {row["id"]: row for row in rows}

    def runs(self) -> set[str]:
        """Return the ids of every run."""
        history = self.past.history
        return {
            row["id"]
            for year in history.years()
            for row in history.tables(year, ("runs",)).get("runs", ())
        }

    def change(self, id_: str, shown: Document | None = None, **values: Any) -> Amendment:
        """Put values of a session right, as a screen does that showed it some time ago."""
        before = shown or self.sessions()[id_]
        change = Amendment(before, {**before, **values})
        self.past.history.fold(change.after or {}, before=before)
        return change

    def put_reps(self, id_: str, at: int, reps: int, shown: Document | None = None) -> None:
        """Put the reps of one set right."""
        before = shown or self.sessions()[id_]
        rows = list(before["sets"])
        rows[at] = {**rows[at], "reps": reps}
        self.change(id_, before, sets=rows)

    def delete(self, id_: str, table: str = "sessions") -> None:
        """Delete a session or a run."""
        assert self.past.history.withdraw(id_, 2026, table=table)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file as an engine does."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temp = target.with_name(f".{target.name}.tmp")
    temp.write_bytes(source.read_bytes())
    os.replace(temp, target)


def carry(source: Path, target: Path) -> None:
    """Carry every file of one folder into another, as an engine does that is connected."""
    for path in source.rglob("*"):
        if path.is_file():
            copy_file(path, target / path.relative_to(source))
