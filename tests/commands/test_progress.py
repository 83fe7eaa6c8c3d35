"""The commands that look back, from the words of the command line to what is printed."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from runlift_tui.cli import main
from runlift_tui.clock import SystemClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.plan.plan import WeekChange
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.words.days import day_of
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import Library
from runlift_tui.store.library.rows import PLANS
from runlift_tui.store.library.rows import document_of as plan_document
from runlift_tui.store.library.settings import ATHLETE, KEY, athlete_of, document_of
from runlift_tui.store.library.shipped import figure
from tests.core.past import outing, row
from tests.core.plans import plan


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with two sessions in it."""
    made = DataFolder(tmp_path / "data")
    made.create()
    fill(made)
    return made


def fill(folder: DataFolder) -> None:
    """Put two sessions in, the newer one first."""
    history = History(folder.history)
    for day in (3, 0):
        sets = (row(left=8, right=7, load_kg=24.0, implements=2, rir=2), row(skipped="time"))
        history.fold(outing(day, *sets, notes="=2+2"))


@pytest.fixture
def run(folder: DataFolder, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the data folder, or on another one."""

    def ran(*words: str, data: str = folder.path) -> Ran:
        try:
            status = main([*words, "--data-dir", data])
        except SystemExit as end:
            status = int(str(end.code))
        return Ran(status, *capfd.readouterr())

    return ran


def test_an_export_comes_back_into_an_empty_folder(run: Run, tmp_path: Path) -> None:
    file, other = str(tmp_path / "all.json"), str(tmp_path / "other")
    assert run("export", "-o", file) == (0, "", "")
    assert run("import", file, data=other) == (
        0,
        "2 sessions and 0 other documents added, 0 were here already.\n",
        "",
    )
    assert run("history", "--json", data=other) == run("history", "--json")
    assert run("export", data=other) == run("export")
    again = run("import", file, data=other)
    assert again.out == "0 sessions and 0 other documents added, 2 were here already.\n"


def test_an_export_on_standard_output_is_taken_from_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = run("export", "--format", "json").out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run("import", "-", data=str(tmp_path / "other")).status == 0


def test_a_row_a_set_oldest_first_and_no_formula(run: Run) -> None:
    done = run("export", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [each["session_id"] for each in rows] == ["day-0", "day-0", "day-3", "day-3"]
    assert [each["left"] for each in rows] == ["8", "", "8", ""]
    assert {each["session_notes"] for each in rows} == {"'=2+2"}


def test_no_training_is_an_export_too(run: Run, tmp_path: Path) -> None:
    empty = run("export", data=str(tmp_path / "none"))
    assert json.loads(empty.out)["history"] == {}
    table = run("export", "--format", "csv", data=str(tmp_path / "none"))
    assert len(table.out.splitlines()) == 1
    assert not (tmp_path / "none").exists()


def test_a_faulty_file_is_refused_whole(run: Run, folder: DataFolder, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    value = json.loads(run("export").out)
    value["history"]["2026"]["sessions"] += [{"id": 3}, outing(9, row(rir="two"))]
    file.write_text(json.dumps(value), encoding="ascii")
    refused = run("import", str(file), data=str(tmp_path / "other"))
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.splitlines() == [
        f"runlift: {file}: history.2026.sessions[2].id: 3 is no id",
        f"runlift: {file}: history.2026.sessions[2].started: it is missing",
        f"runlift: {file}: history.2026.sessions[3].sets[0].rir: "
        '"two" is no whole number from 0 on',
        "runlift: nothing was imported.",
    ]
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", " is empty"),
        ('{"kind": "runlift-export",', ":1:27: the text ends in the middle"),
        ('{"a": }', ":1:7: from here on it is no JSON"),
        ('{"a": NaN}', "number that is none"),
        ('{"a": 1e999}', "number that is none"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "no export of RunLift"),
    ],
)
def test_what_is_no_json_is_refused_in_a_line(
    run: Run, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text, encoding="ascii")
    refused = run("import", str(file))
    assert (refused.status, refused.out) == (1, "")
    assert said in refused.err
    assert refused.err.startswith(f"runlift: {file}")
    assert refused.err.endswith("Nothing was imported.\n")
    assert refused.err.count("\n") == 1


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    refused = run("import", str(tmp_path / "none.json"))
    assert refused.status == 1
    assert refused.err.count("\n") == 1


def test_beside_an_open_session_nothing_is_imported(
    run: Run, folder: DataFolder, tmp_path: Path
) -> None:
    file = str(tmp_path / "all.json")
    run("export", "-o", file)
    other = DataFolder(tmp_path / "other")
    other.create()
    other.lock.acquire()
    try:
        refused = run("import", file, data=other.path)
    finally:
        other.lock.release()
    assert refused.status == 1
    assert refused.err.endswith("Nothing was imported.\n")
    assert refused.err.count("\n") == 1
    assert History(other.history).years() == []


def test_an_export_never_lands_on_the_training_itself(run: Run, folder: DataFolder) -> None:
    refused = run("export", "-o", f"{folder.history}/2026.json")
    assert refused.status == 2
    assert len(list(History(folder.history).documents())) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_an_export_goes_into_a_pipe_and_never_in_its_place(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run("export", "-o", str(pipe)) == (0, "", "")
        assert reader.stdout is not None
        assert json.loads(reader.stdout.read())["kind"] == "runlift-export"
    assert pipe.is_fifo()


def test_a_form_that_is_unknown_offers_the_nearest(run: Run) -> None:
    assert run("export", "--format", "jsn").err.endswith("did you mean json?\n")


@pytest.mark.parametrize("name", ["rfe-split-squat", "RFE split squat", "bulgarian split squat"])
def test_an_exercise_by_its_id_or_another_name(run: Run, name: str) -> None:
    told = run("exercise", name)
    assert (told.status, told.err) == (0, "")
    assert "2 sessions, 2 sets" in told.out
    assert "8/7 at 2 x 12 kg, could do 2 more" in told.out
    assert "30.9-31.2 kg" in told.out
    assert "compared after 3 sessions" in told.out


def test_an_exercise_says_what_to_lift_next_time(run: Run, folder: DataFolder) -> None:
    athlete = Athlete(level=Level.ADVANCED, weights=Weights(list_kg=(8.0, 12.0, 16.0)))
    Library(folder.library).put(ATHLETE, KEY, document_of(athlete))
    told = run("exercise", "rfe-split-squat").out.replace("\n", " ")
    assert re.search(r"Next time: \d+ days off: 2 x 12 kg again, from 5\.", told)


def test_the_plans_range_is_what_decides_on_next_time(run: Run, folder: DataFolder) -> None:
    clock = SystemClock()
    now = clock.stamp().utc_ms
    today = day_of(now, clock.utc_offset_min(now))
    weeks = (WeekChange(week=each, reps=(10, 12)) for each in (1, 2))
    one = plan(*weeks, start=today - timedelta(days=today.weekday()))
    library = Library(folder.library)
    library.put(ATHLETE, KEY, document_of(Athlete(level=Level.ADVANCED)))
    library.put(PLANS, one.id, plan_document(one))
    told = run("exercise", "rfe-split-squat").out.replace("\n", " ")
    assert "Next time: under 10 twice in a row" in told


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
    assert lines[head].split() == ["date", "load", "reps", "volume", "1RM", "(external)", "sets"]
    assert " ".join(lines[head + 1].split()) == (
        "2026-01-08 2 x 12 kg 7 360 kg 30.9-31.2 kg 8/7 at 2 x 12 kg"
    )


@pytest.mark.parametrize("columns", ["0", "40", "60"])
@pytest.mark.parametrize("command", [["exercise", "rfe-split-squat"], ["progress"]])
def test_a_narrow_terminal_cuts_no_figure(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, command: list[str]
) -> None:
    whole = run(*command).out
    monkeypatch.setenv("COLUMNS", columns)
    told = run(*command).out
    assert (told == whole) == (columns == "0")
    figures = {word for word in told.replace("…", " ").split() if any(map(str.isdigit, word))}
    assert figures <= set(whole.split())
    assert columns == "0" or max(map(len, told.splitlines())) <= int(columns)


def test_what_the_past_answers(run: Run) -> None:
    told = run("progress")
    assert (told.status, told.err) == (0, "")
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert any(line.startswith("weeks last 4 weeks: ") for line in lines)
    assert "2026-01-08 8/7 at 2 x 12 kg 1RM 30.9-31.2 kg, load, count" not in lines
    assert any(line.startswith("2026-01-05 8/7 at 2 x 12 kg 1RM 30.9-31.2 kg") for line in lines)
    assert "priming too few yet: two rests need 3 rated sessions each" in lines
    assert "4-5 min 0 – 3 rated sessions missing" in lines


def test_nothing_answers_nothing(run: Run, tmp_path: Path) -> None:
    told = run("progress", data=str(tmp_path / "none"))
    assert told.status == 0
    assert "weeks  no session yet" in told.out
    assert not (tmp_path / "none").exists()


def test_an_exercise_that_was_never_done(run: Run) -> None:
    assert "Not done yet." in run("exercise", "dead-bug").out


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


def test_a_card_says_what_to_do_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    told = run("card", "--level", "advanced", "--main-rounds", "2", data=str(tmp_path / "none"))
    assert (told.status, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0].startswith("Runner's lower body, advanced, about ")
    assert "    6 each leg, could do 2 more; then rest 4:00 before the fast set" in lines
    assert "    3 each leg, 6 jumps (half of B1's 6); then rest 1:30" in lines
    assert sum(line == "    [ ] 1 ____  [ ] 2 ____" for line in lines) >= 4
    assert max(map(len, lines)) <= 80
    assert not (tmp_path / "none").exists()


def test_a_card_of_no_routine(run: Run) -> None:
    told = run("card", "minimal-26")
    assert "did you mean minimal-25? There are runner-lower-body, " in told.err
    assert told.err.count("\n") == 1


def test_a_card_by_a_routines_name(run: Run) -> None:
    assert run("card", "minimal dose, 25 MINUTES").out == run("card", "minimal-25").out != ""


def test_a_card_says_what_could_not_be_had(run: Run, tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    told = run("card", "--minutes", "10", "--main-rounds", "6", data=none)
    assert "Main has 1 round instead of 6" in told.err
    assert told.out == run("card", "--minutes", "10", data=none).out
    assert "fits into 180 as it is" in run("card", "--minutes", "180", data=none).err
    assert run("card", "--main-rounds", "6", data=none).err == ""


def test_the_weights_of_the_gym_are_the_athletes_own() -> None:
    athlete = Athlete(weights=Weights(step_kg=0.5, list_kg=(8.0, 12.5)))
    assert athlete_of(document_of(athlete)) == athlete
    assert athlete_of({"weights": {"step_kg": "much"}}).weights == Weights()
    assert athlete_of({}).weights == Weights()
