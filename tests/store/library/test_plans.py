"""Plans on disk: kept, undone, and never lost by what somebody's hand did to the file."""

import json
from pathlib import Path

import pytest
import tinydb
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.plan.plan import WeekChange, begun, changed, ended
from runlift_tui.store.library.library import document_of
from runlift_tui.store.library.rows import read_plans
from runlift_tui.store.store import Store
from tests.core.plans import MONDAY, answers, plan
from tests.rows import for_each


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Store:
    found = Store(tmp_path, clock)
    found.open()
    return found


def written(store: Store) -> None:
    store.close()


def test_a_plan_is_there_at_once_and_after_a_restart(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    one = plan(WeekChange(week=3, rounds=4, reps=(6, 8), days=(1, 4)))
    store.desk.edit_plan(begun(one))
    assert store.desk.plans() == (one,)
    written(store)
    assert Store(tmp_path, clock).desk.plans() == (one,)
    with tinydb.TinyDB(tmp_path / "library.json") as db:
        (row,) = db.table("plans").all()
    assert row["answers"]["start"] == "2026-11-30"


def test_every_edit_can_be_undone(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    one = plan()
    change = changed(one, WeekChange(week=2, sessions=1), "")
    store.desk.edit_plan(begun(one))
    store.desk.edit_plan(change)
    store.desk.edit_plan(change.undone())
    assert store.desk.plans() == (one,)
    end = ended(one, MONDAY)
    store.desk.edit_plan(end)
    assert store.desk.plans()[0].ended == MONDAY
    store.desk.edit_plan(end.undone())
    store.desk.edit_plan(begun(one).undone())
    assert store.desk.plans() == ()
    written(store)
    assert Store(tmp_path, clock).desk.plans() == ()


def test_several_plans_stand_by_their_start(store: Store) -> None:
    later = structs.replace(plan(), id="later")
    earlier = structs.replace(
        plan(), id="earlier", answers=answers(start=MONDAY.replace(month=3, day=2))
    )
    for one in (later, earlier):
        store.desk.edit_plan(begun(one))
    assert [each.id for each in store.desk.plans()] == ["earlier", "later"]
    written(store)


def test_a_start_reads_plans_without_the_whole_library(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    store.desk.edit_plan(begun(plan()))
    written(store)
    first = Store(tmp_path, clock)
    assert first.desk.plans() == (plan(),)
    second = Store(tmp_path, clock)
    second.library.snapshot = None  # type: ignore[assignment, method-assign]  # what is kept is enough
    assert second.desk.plans() == (plan(),)


@for_each(
    "broken",
    [
        {"start": "2026-12-01"},
        {"start": "soon"},
        {"metres": -1},
        {"metres": "far"},
        {"pace_s": 0},
        {"run_days": []},
        {"run_days": [9]},
        {"level": "superhuman"},
        {"sessions": 99},
        {"stage": -1},
    ],
)
def test_a_plan_without_sense_is_left_out_and_told(broken: dict[str, object]) -> None:
    row = document_of(plan())
    bad = {**row, "id": "bad", "answers": {**row["answers"], **broken}}
    found, faults = read_plans({"one": row, "bad": bad})
    assert found == (plan(),)
    (fault,) = faults
    assert fault.startswith("bad in library.json was left out")


def test_a_change_without_sense_leaves_its_plan_out() -> None:
    row = document_of(plan(WeekChange(week=1, rounds=4)))
    row["changes"][0]["rounds"] = 400
    found, faults = read_plans({"one": json.loads(json.dumps(row))})
    assert (found, len(faults)) == ((), 1)
