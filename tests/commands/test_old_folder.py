"""A data folder written by the program as it was before the house was built (commit 07ae70c).

It holds a warm-up, supersets, a swap for good, undone and skipped sets, a note put right later, a
session that was paused and left, runs of two years, a trial, an exercise and a routine of the
athlete's own, a plan with a week changed by hand, and settings. `told` is what that program said,
put right by hand where words or figures of it have changed since.
"""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Continue, Finish
from runlift_tui.store.store import Store
from tests.store.examples import plain

OLD = Path(__file__).with_name("old_folder")
LEFT_MS = 1_795_886_844_000
"""When the session that it holds was paused."""
TOLD = {
    "history.txt": "history",
    "history.json": "history --json",
    "history.md": "history --text --limit 9",
    "runs.txt": "runs",
    "runs.json": "runs --json",
    "export.json": "export",
    "export.csv": "export --format csv",
    "runs.csv": "export --format runs-csv",
    "track-day.toml": "routines export track-day",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(OLD / "data", tmp_path / "old")


@pytest.mark.parametrize("name", TOLD)
def test_it_says_what_it_said(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TOLD[name].split(), "--data-dir", f"{folder}"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    # The tables of others end their lines with both marks; a checkout may have changed one.
    expected = (OLD / "told" / name).read_text(encoding="utf-8")
    lines, before = told.out.splitlines(), expected.splitlines()
    if name.endswith(".csv"):
        # Columns may have come behind those that there were, and rows for the sets of ramps.
        lines = [line for line in lines if not line.endswith(",ramp")]
        lines = [line[: len(old)] for line, old in zip(lines, before, strict=True)]
    assert lines == before


def test_what_the_athlete_set_is_there(folder: Path) -> None:
    store = Store(folder, ManualClock(LEFT_MS))
    desk = store.desk
    assert (desk.athlete().level, desk.athlete().asked) == (Level.ADVANCED, True)
    assert (desk.preferences().lead_in_s, desk.preferences().volume) == (5, 3)
    assert desk.shelf().is_favourite("sandbag-carry")
    assert desk.shelf().routines["runner-lower-body"].slots["B3"].exercise == "walking-lunge"
    (plan,) = desk.plans()
    assert (plan.answers.start, plan.change(2).reps) == (date(2026, 11, 30), (6, 6))
    assert not store.past.reports


def test_it_is_written_on(folder: Path) -> None:
    before = plain(f"{folder / 'history' / '2026.json'}")
    clock = ManualClock(LEFT_MS + 600_000, boot="boot-2")
    store = Store(folder, clock)
    store.open()
    unfinished = store.sessions.unfinished()
    assert unfinished is not None
    assert not unfinished.strange
    training = store.sessions.resume(unfinished)
    assert training.session.done == unfinished.live.session.done != {}
    training.tell(Continue())
    training.tell(Finish())
    training.keep()
    training.leave()
    store.close()
    assert store.lost == []
    after = plain(f"{folder / 'history' / '2026.json'}")
    assert after[: len(before)] == before
    assert [each["id"] for each in after[len(before) :]] == ["04-paused"]
    told = json.loads((OLD / "told" / "history.json").read_text(encoding="utf-8"))
    assert [each["id"] for each in told] == ["03-waits", "02-track", "01-first"]
