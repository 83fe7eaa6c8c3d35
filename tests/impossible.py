"""Values that cannot be, by what has them, and a data folder in which somebody put them all."""

from pathlib import Path
from typing import Any

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import Library, document_of
from tests.core.past import outing, row
from tests.core.plans import plan

HUGE = 10**400
LONG = "x" * 100_000
ODD = "\x1b[2J\x1b]0;gone\x07\ud800\0\u202e=2+2"
"""A text that can be, and is shown without what it would do."""

RUNS: list[tuple[str, Any]] = [
    ("day", "9999-12-31"),
    ("day", "0001-01-01"),
    ("day", "today"),
    ("metres", HUGE),
    ("metres", 1e300),
    ("metres", -8000),
    ("metres", 8000 * 1000),
    ("seconds", -5),
    ("seconds", 1),
    ("seconds", HUGE),
    ("fast_s", -3),
    ("fast_s", 9000),
    ("effort", 11),
    ("note", LONG),
    ("id", LONG),
]
"""Of a run or a race."""

SETS: list[tuple[str, Any]] = [
    ("left", 301),
    ("left", -8),
    ("right", HUGE),
    ("reps", 7.5),
    ("seconds", 3601),
    ("left_s", -1),
    ("metres", 2001),
    ("load_kg", 1e300),
    ("load_kg", HUGE),
    ("load_kg", -20),
    ("implements", 3),
    ("rir", 11),
    ("snap", 0),
    ("pain", 11),
    ("round", -1),
    ("target", HUGE),
    ("contacts", HUGE),
    ("rest_taken_s", -1),
    ("name", LONG),
    ("note", LONG),
    ("exercise", LONG),
    ("started", "9999-12-31T23:59:59.999Z"),
    ("ended", "0001-01-01T00:00:00.000Z"),
]
"""Of a set."""

SESSIONS: list[tuple[str, Any]] = [
    ("started", "9999-12-31T23:59:59.999Z"),
    ("started", "0001-01-01T00:00:00.000Z"),
    ("started", "2200-01-01T00:00:00.000Z"),
    ("started", "1949-12-31T00:00:00.000Z"),
    ("finished", "9999-12-31T23:59:59.999Z"),
    ("utc_offset_min", HUGE),
    ("effort", -1),
    ("pain", 11),
    ("notes", LONG),
    ("routine_name", LONG),
]
"""Of a session."""

ANSWERS: list[tuple[str, Any]] = [
    ("race", "9999-12-31"),
    ("race", "0001-01-01"),
    ("race", "2029-01-01"),
    ("start", "9999-12-27"),
    ("start", "0001-01-01"),
    ("metres", 1e300),
    ("metres", -1),
    ("pace_s", 0),
    ("pace_s", 1e9),
    ("run_days", []),
    ("hard_days", [HUGE]),
    ("sessions", 10**9),
    ("stage", -1),
]
"""Of a plan's answers."""

OWN: list[tuple[str, str, Any]] = [
    ("athlete", "weights", {"step_kg": -1}),
    ("athlete", "weights", {"list_kg": [1e300]}),
    ("athlete", "weights", {"list_kg": [8.0] * 100_000}),
    ("athlete", "checks", {"when": HUGE}),
    ("settings", "lead_in_s", 10**9),
    ("settings", "lead_in_s", -1),
    ("settings", "volume", HUGE),
    ("settings", "theme", LONG),
]
"""Of who trains here, and how the program is to behave."""


def run_row(id_: str, **more: Any) -> Document:
    """Return the document of a run that can be, but for what is given."""
    row: Document = {"id": id_, "day": "2026-11-20", "kind": "easy", "metres": 8000.0}
    return row | {"seconds": 2530} | more


def session_row(id_: str, **more: Any) -> Document:
    """Return the document of a session that can be, but for what is given."""
    return outing(0, row(left=8, right=8, load_kg=20.0), id=id_, **more)


def set_row(id_: str, **more: Any) -> Document:
    """Return the document of a session whose one set can be, but for what is given."""
    return outing(0, row(left=8, right=8, load_kg=20.0) | more, id=id_)


def plan_row(id_: str, **more: Any) -> Document:
    """Return the document of a plan that can be, but for what is given of its answers."""
    made = document_of(plan())
    return made | {"id": id_, "answers": made["answers"] | more}


def haunted(path: Path) -> DataFolder:
    """Make a data folder with everything that cannot be, beside a little that can."""
    folder = DataFolder(path)
    folder.create()
    history, library = History(folder.history), Library(folder.library)
    sessions = [set_row(f"set-{n}", **{key: value}) for n, (key, value) in enumerate(SETS)]
    sessions += [session_row(f"of-{n}", **{k: v}) for n, (k, v) in enumerate(SESSIONS)]
    sessions += [session_row("good", notes=ODD), session_row("../../../etc/passwd")]
    for each in sessions:
        history.fold(each)
    for n, (key, value) in enumerate(RUNS):
        for table in ("runs", "trials"):
            made = run_row(f"{table}-{n}", **{key: value})
            if made["day"] != "today":
                history.fold(made, table=table)
    history.fold(run_row("good", note=ODD), table="runs")
    history.fold(run_row("fast"), table="trials")
    for n, (key, value) in enumerate(ANSWERS):
        library.put("plans", f"plan-{n}", plan_row(f"plan-{n}", **{key: value}))
    library.put("plans", "good", plan_row("good"))
    for table in ("athlete", "settings"):
        values = {key: value for of, key, value in OWN if of == table}
        library.put(table, "me", values | {"level": "advanced", "asked": True})
    names = {"long": LONG, "odd": ODD}
    for id_, name in names.items():
        library.put("exercises", id_, {"id": id_, "exercise": {"id": id_, "name": name}})
    many = {"id": "many", "name": "Many", "cues": [f"{n}" for n in range(100_000)]}
    library.put("exercises", "many", {"id": "many", "exercise": many})
    return folder
