"""`runlift exercise`: what the past says of one."""

import re
from datetime import timedelta

import pytest

from runlift_tui.clock import SystemClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.plan.plan import WeekChange
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.words.days import day_of
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import ATHLETE, PLANS, Library, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.library.shipped import figure
from tests.commands.running import Run
from tests.core.past import outing, row
from tests.core.plans import plan

pytestmark = pytest.mark.usefixtures("two_sessions")


@pytest.mark.parametrize("name", ["rfe-split-squat", "RFE split squat", "bulgarian split squat"])
def test_an_exercise_by_its_id_or_another_name(run: Run, name: str) -> None:
    told = run("exercise", name)
    assert (told.status, told.err) == (0, "")
    assert "2 sessions, 2 sets" in told.out
    assert "8/7 at 2 x 12 kg, could do 2 more" in told.out
    assert "28.5-33.4 kg" in told.out
    assert "before they are compared" in told.out


def test_an_exercise_says_what_to_lift_next_time(run: Run, folder: DataFolder) -> None:
    athlete = Athlete(level=Level.ADVANCED, weights=Weights(list_kg=(8.0, 12.0, 16.0)))
    Library(folder.library).put(ATHLETE, KEY, document_of(athlete))
    told = run("exercise", "rfe-split-squat").out.replace("\n", " ")
    assert re.search(
        r"Next time: \d+ days off: begin with 2 x 8 kg, add until you could do 2 more", told
    )


def test_the_plans_week_is_what_decides_on_next_time(run: Run, folder: DataFolder) -> None:
    clock = SystemClock()
    now = clock.stamp().utc_ms
    today = day_of(now, clock.utc_offset_min(now))
    weeks = (WeekChange(week=each, reps=(10, 12)) for each in (1, 2))
    one = plan(*weeks, start=today - timedelta(days=today.weekday()))
    library = Library(folder.library)
    library.put(ATHLETE, KEY, document_of(Athlete(level=Level.ADVANCED)))
    library.put(PLANS, one.id, document_of(one))
    told = run("exercise", "rfe-split-squat").out.replace("\n", " ")
    assert "add until you could do 3 more" in told, "without a plan it is 2"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rfe-split-sqat", "did you mean rfe-split-squat?"),
        ("copenh", "say which"),
        ("copenhagn", "did you mean copenhagen-long?"),
        ("rear sqat", "squat"),
        ("zzz", "runlift exercises lists them all"),
        ("", "there is no exercise"),
    ],
)
def test_a_name_that_is_no_exercise(run: Run, name: str, said: str) -> None:
    told = run("exercise", name)
    assert (told.status, told.out) == (2, "")
    assert said in told.err
    assert told.err.count("\n") == 1


def test_the_table_of_an_exercise_has_what_its_page_has(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    lines = run("exercise", "rfe-split-squat").out.splitlines()
    head = next(n for n, line in enumerate(lines) if line.startswith("date"))
    assert lines[head].split() == ["date", "load", "reps", "volume", "estimated", "1RM", "sets"]
    assert " ".join(lines[head + 1].split()) == (
        "2026-01-08 2 x 12 kg 7 360 kg 28.5-33.4 kg 8/7 at 2 x 12 kg"
    )


def test_an_exercise_that_was_never_done(run: Run) -> None:
    assert "Not done yet." in run("exercise", "dead-bug").out


def test_an_exercise_that_was_only_ever_stopped_for_pain_is_no_first_time(
    run: Run, folder: DataFolder
) -> None:
    Library(folder.library).put(ATHLETE, KEY, document_of(Athlete(level=Level.ADVANCED)))
    stopped = row("step-up", slot="B3", skipped="pain", pain=5, load_kg=20.0, implements=2)
    History(folder.history).fold(outing(5, stopped | {"left": 5, "right": 3}))
    told = " ".join(run("exercise", "step-up").out.split())
    assert "Last 2026-01-10: 5/3 at 2 x 10 kg, stopped: pain 5." in told
    assert "Next time: hurt 5 of 10 last time: 2 x 10 → 2 x 8 kg." in told
    assert "Not done yet" not in told
    assert "first time" not in told
    assert "add until" not in told


def test_an_exercise_is_drawn_in_plain_text(run: Run) -> None:
    drawn = figure("dead-bug")
    assert drawn is not None
    printed = run("exercise", "dead-bug").out.splitlines()
    assert printed[2] == drawn.small[drawn.still][0].rstrip()
    assert [line.rstrip() for line in drawn.small[drawn.still]] == printed[2:-2]


def test_an_exercise_that_is_not_drawn_has_no_gap(run: Run) -> None:
    assert run("exercise", "squat").out.splitlines() == ["Squat", "Not done yet."]


def test_an_exercise_that_only_the_past_knows(run: Run, folder: DataFolder) -> None:
    gone = row("my-own-squat", reps=12, name="My \x1b[31mown squat")
    History(folder.history).fold(outing(5, gone))
    told = run("exercise", "my-own-squat")
    assert "1 session, 1 set" in told.out
    assert "\x1b" not in told.out
