"""What is imported into the weeks of a plan: it counts in the ledger, once, and does no session."""

import json
from datetime import date
from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.plan.ledger import Books
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.commands.test_plan import keep
from tests.core.plans import plan

RUNS = (
    "Date,Type,Route Name,Distance (km),Duration,Notes\n"
    "2026-11-10 07:00:00,Running,,8.03,42:30,\n"
    "2026-11-12 18:00:00,Running,,6.00,36:00,\n"
    "2026-11-18 07:00:00,Running,,10.00,55:00,\n"
)
LIFTS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
    + "".join(
        f"2026-11-{day} 18:00:00,Legs,40m,Bulgarian Split Squat,{n},40,8,0,0,8\n"
        for day in (11, 13)
        for n in (1, 2, 3)
    )
)


def test_runs_and_lifting_of_another_app_in_a_plan_that_is_under_way(
    run: Run, data: Path, tmp_path: Path, clock: ManualClock, still: None
) -> None:
    found = plan(start=date(2026, 11, 9))
    keep(data, clock, found)
    assert run("run", "10 nov 8k 42:10 easy").status == 0

    def books() -> list[Books | None]:
        plans = PlansToday(Today(Store(data, clock)))
        return [plans.done(found, week) for week in plans.flow(found).weeks[:2]]

    def is_done() -> list[object]:
        plans = PlansToday(Today(Store(data, clock)))
        return [plans.flow(found).sessions, Today(Store(data, clock)).allowed()]

    before, planned = books(), is_done()
    assert [each and (each.run, each.strength) for each in before] == [(42, 0), (0, 0)]
    files = {"runs.csv": RUNS, "lifts.csv": LIFTS}
    paths = [tmp_path / name for name in files]
    for path in paths:
        path.write_text(files[path.name])
    words = (*map(str, paths), "--unit", "kg", "--timezone", "UTC", "--json")
    for new in (4, 0):
        total = json.loads(run("import", *words).out)["total"]
        assert (total["new"], total["already"]) == (new, 5 - new)
    # The run that was typed is the first of the file: it counts once, as it was typed.
    assert [each and (each.run, each.strength) for each in books()] == [(78, 80), (55, 0)]
    assert is_done() == planned
    assert run("import", "--undo").status == 0
    assert books() == before
