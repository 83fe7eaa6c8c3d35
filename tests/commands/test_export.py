"""What `runlift export` takes out, and `runlift import` back in: whole, or not at all."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path

import pytest

from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from tests.commands.running import Run
from tests.core.past import outing, row

pytestmark = pytest.mark.usefixtures("two_sessions")


def test_an_export_comes_back_into_an_empty_folder(run: Run, tmp_path: Path) -> None:
    file, other = str(tmp_path / "all.json"), str(tmp_path / "other")
    assert run("export", "-o", file) == (0, "", "")
    assert run("import", file, data=other) == (
        0,
        "2 sessions and 0 other documents added, 0 were here already. "
        "runlift import --undo takes the training of it back.\n",
        "",
    )
    assert run("history", "--json", data=other) == run("history", "--json")
    there = json.loads(run("export", data=other).out)
    # The other folder knows from which file it has them.
    assert [row["sessions"] for row in there["library"].pop("imports")] == [["day-3", "day-0"]]
    assert {row["table"] for row in there["library"].pop("marks")} == {"imports"}
    assert there == json.loads(run("export").out)
    again = run("import", file, data=other)
    assert again.out == "0 sessions and 0 other documents added, 2 were here already.\n"


def test_an_export_on_standard_output_is_taken_from_standard_input(
    run: Run, tmp_path: Path
) -> None:
    text = run("export", "--format", "json").out
    assert run("import", "-", data=str(tmp_path / "other"), stdin=text).status == 0


def test_a_row_a_set_oldest_first_and_no_formula(run: Run) -> None:
    done = run("export", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [each["session_id"] for each in rows] == ["day-0", "day-0", "day-3", "day-3"]
    assert [each["left"] for each in rows] == ["8", "", "8", ""]
    assert {each["session_notes"] for each in rows} == {"'=2+2"}


def test_contacts_of_a_row_are_the_landings_of_its_set_as_on_every_screen(
    run: Run, folder: DataFolder
) -> None:
    jump = row("single-leg-hop", left=4, right=4, contacts=1, slot="B2")
    still = row(left=8, right=8, load_kg=40.0, implements=2)
    document = outing(5, jump, still, {**jump, "left": None, "right": None, "skipped": "pain"})
    History(folder.history).fold(document)
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").out)))[-3:]
    assert [each["contacts"] for each in rows] == ["8", "", ""]
    assert (rows[1]["load_kg"], rows[1]["implements"]) == ("40.0", "2")
    assert "contacts are the landings of the set" in " ".join(run("export", "--help").out.split())


def test_a_spreadsheet_has_the_athletes_own_day_time_and_offset(
    run: Run, folder: DataFolder
) -> None:
    late = row(left=8, right=8, load_kg=24.5, started="2026-11-25T23:30:00Z")
    night = {"started": "2026-11-25T23:20:00Z", "utc_offset_min": -330, "stop_sign": True}
    History(folder.history).fold({**outing(3, late), **night, "id": "night"})
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").out)))
    (found,) = (each for each in rows if each["session_id"] == "night")
    own = ("session_day", "session_time", "session_utc_offset_min", "set_time")
    assert [found[name] for name in own] == ["2026-11-25", "17:50:00", "-330", "18:00:00"]
    assert found["load_kg"] == "24.5"
    assert found["session_stop_sign"] == "stands"


@pytest.mark.parametrize(
    ("options", "begins", "load"),
    [
        ((), "session_id,", ",24.0,"),
        (("--separator", "semicolon"), "session_id;", ";24.0;"),
        (("--separator", "semicolon", "--decimal", "comma"), "session_id;", ";24,0;"),
        (("--separator", "tab", "--decimal", "comma"), "session_id\t", "\t24,0\t"),
        (("--excel", "--decimal", "point", "--separator", "comma"), "\ufeffsession_id,", ",24.0,"),
    ],
)
def test_a_spreadsheet_has_the_signs_of_ones_language(
    options: tuple[str, ...], begins: str, load: str, run: Run
) -> None:
    done = run("export", "--format", "csv", *options)
    assert done.status == 0
    assert done.out.startswith(begins)
    assert load in done.out
    runs = run("export", "--format", "runs-csv", *options).out
    assert runs.startswith(begins.replace("session_id", "id"))


def test_signs_that_cannot_be_meant_are_refused(run: Run) -> None:
    both = run("export", "--format", "csv", "--decimal", "comma")
    other = run("export", "--format", "hevy-csv", "--excel")
    assert (both.status, other.status) == (2, 2)
    assert "goes with --separator semicolon, or tab" in both.err
    assert "--excel goes with csv and runs-csv" in other.err


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
        ('{"kind": "runlift-export",', ":1:27: the text ends in the middle"),
        ('{"a": }', ":1:7: from here on it is no JSON"),
        ('{"a": NaN}', "number that is none"),
        ('{"a": 1e999}', "number that is none"),
        pytest.param("[" * 100_000, "nested too deeply", id="brackets"),
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


@pytest.mark.posix
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
