"""A row that cannot be is refused by an import, and left out where it is in a file already."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level, article_routine
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import ATHLETE, Library, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.core.past import outing, row
from tests.core.plans import plan


@pytest.fixture
def folder(folder: DataFolder) -> DataFolder:
    folder.create()
    return folder


def routine(**more: Any) -> dict[str, Any]:
    made = to_builtins(article_routine(Level.ADVANCED))
    return {"id": "r", "routine": {**made, "id": "r", **more}}


SETS = [
    ({"implements": 0}, "implements: 0 is no whole number from 1 on"),
    ({"left": 10**20}, "left: 100000000000000000000 is over 300"),
    ({"load_kg": 1e300}, "load_kg: 1e+300 is no load"),
    ({"rir": "\ud800"}, "rir: "),
    ({"ended": "soon"}, "ended: "),
]
ROWS: list[tuple[str, dict[str, Any], str]] = [
    (
        "exercises",
        {"id": "dead-bug", "exercise": {"id": "step-up", "name": "x"}},
        'exercise.id: "step-up" is another id than "dead-bug"',
    ),
    (
        "exercises",
        {"id": "mine", "exercise": {"id": "mine", "name": "x", "implements": 0}},
        "exercise.implements: a load is carried in 1 or 2 pieces",
    ),
    ("routines", routine(blocks=[]), "routine.blocks: a routine needs at least one block"),
    ("routines", routine(id="s"), 'routine.id: "s" is another id than "r"'),
    (
        "routines",
        routine(blocks=[{"id": "b", "name": "B", "rounds": 100_000_000, "slots": []}]),
        "routine.blocks[0].rounds: rounds go from 1 to 9, not 100000000",
    ),
    ("plans", {"id": "p", "answers": 3}, ""),
    (
        "plans",
        document_of(plan()) | {"answers": document_of(plan())["answers"] | {"start": "0001-01-01"}},
        "answers.start: 0001-01-01 is not from 1950 to 2199",
    ),
]


def export_of(**more: Any) -> dict[str, Any]:
    sound = {"kind": "runlift-export", "format": 1, "schema": 1, "history": {}, "library": {}}
    return sound | more


@pytest.mark.parametrize(("strange", "said"), SETS)
def test_a_set_that_cannot_be_is_refused_by_its_place(
    run: Run, folder: DataFolder, tmp_path: Path, strange: dict[str, Any], said: str
) -> None:
    file = tmp_path / "out.json"
    rows = [outing(0, row()), outing(1, row(left=8, right=8, load_kg=24.0) | strange)]
    file.write_text(json.dumps(export_of(history={"2026": {"sessions": rows}})), encoding="ascii")
    refused = run("import", str(file))
    assert (refused.status, refused.out) == (1, "")
    assert f"history.2026.sessions[1].sets[0].{said}" in refused.err
    assert History(folder.history).years() == []


@pytest.mark.parametrize(("strange", "said"), SETS)
def test_a_set_that_cannot_be_leaves_its_session_out_and_the_rest_works(
    run: Run, folder: DataFolder, strange: dict[str, Any], said: str
) -> None:
    history = History(folder.history)
    history.fold(outing(0, row(left=7, right=7, load_kg=20.0, implements=2)))
    history.fold(outing(1, row(left=8, right=8, load_kg=24.0) | strange))
    before = Path(history.path(2026)).read_bytes()
    for words in (
        ("history",),
        ("history", "--text"),
        ("progress",),
        ("exercise", "rfe-split-squat"),
        ("card", "--level", "advanced"),
        ("export", "--format", "csv"),
    ):
        # Also where the digest is kept already.
        for _ in range(2):
            ran = run(*words)
            assert ran.status == 0
            assert f"sets[0].{said}" in ran.err
    assert [each["id"] for each in json.loads(run("history", "--json").out)] == ["day-0"]
    assert Path(history.path(2026)).read_bytes() == before


@pytest.mark.parametrize(("table", "strange", "said"), ROWS)
def test_a_row_of_the_library_that_cannot_be_is_refused_by_its_place(
    run: Run, tmp_path: Path, table: str, strange: dict[str, Any], said: str
) -> None:
    file, other = tmp_path / "out.json", tmp_path / "other"
    file.write_text(json.dumps(export_of(library={table: [strange]})), encoding="ascii")
    refused = run("import", str(file), data=str(other))
    assert (refused.status, refused.out) == (1, "")
    assert f"library.{table}[0]" in refused.err
    assert said in refused.err
    assert not other.exists()


@pytest.mark.parametrize(("table", "strange", "said"), ROWS)
def test_a_row_of_the_library_that_cannot_be_is_left_out_and_the_rest_works(
    run: Run, folder: DataFolder, table: str, strange: dict[str, Any], said: str
) -> None:
    library = Library(folder.library)
    library.put(table, strange["id"], strange)
    library.put(ATHLETE, KEY, {"level": "advanced", "asked": True, "routine": "r"})
    ran = run("card")
    assert "B1" in ran.out or "unknown" in ran.err
    store = Store(folder.path, ManualClock())
    store.desk.shelf()
    store.desk.plans()
    assert any(said in report for report in store.past.reports)
    assert (run("exercises", "export").status, run("progress").status) == (0, 0)
