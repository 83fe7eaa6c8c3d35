"""`runlift exercises merge`: two entries of one movement made one from the shell."""

import json
from pathlib import Path

import pytest

from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from tests.commands.running import Run
from tests.core.past import outing, row


@pytest.fixture
def squats(folder: DataFolder) -> None:
    """Put a session of an entry that no list has any more before one of an entry that ships."""
    folder.create()
    history = History(folder.history)
    history.fold(outing(3, row(exercise="x-bulgarian", name="Home Bulgarian", left=8, right=8)))
    history.fold(outing(0, row(exercise="split-squat", name="Split squat", left=9, right=9)))


@pytest.mark.usefixtures("squats")
def test_the_past_of_one_is_that_of_the_other_from_then_on(run: Run, data: Path) -> None:
    said = run("exercises", "merge", "home", "bulgarian", "into", "split", "squat")
    assert said == (
        0,
        "Merged Home Bulgarian into Split squat, with its past."
        " Undo on the page of exercises takes it back.\n",
        "",
    )
    assert "2 sessions" in run("exercise", "split-squat").out
    assert "x-bulgarian" not in run("export", "--format", "csv").out
    # By its old id it is found still, and the disk has every document as it was.
    assert "2 sessions" in run("exercise", "x-bulgarian").out
    assert "x-bulgarian" in run("export").out
    rows = json.loads((data / "library.json").read_text())["exercises"]
    assert [each["merged"] for each in rows.values()] == [["x-bulgarian"]]


@pytest.mark.usefixtures("squats")
def test_an_export_brings_it_along(run: Run, tmp_path: Path) -> None:
    assert run("exercises", "merge", "x-bulgarian", "into", "split-squat").status == 0
    out = tmp_path / "all.json"
    assert run("export", "-o", str(out)).status == 0
    other = tmp_path / "other"
    assert run("import", str(out), data=other).status == 0
    assert "2 sessions" in run("exercise", "split-squat", data=other).out


@pytest.mark.usefixtures("squats")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("split-squat", "say which into which"),
        ("Home Bulgarien into split-squat", "no exercise is called that: "),
        ("split-squat into x-bulgarian", "stands in the past alone"),
        ("step-up into split-squat", "two movements"),
        ("split-squat into split-squat", "one entry already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    words: str, why: str, run: Run, data: Path
) -> None:
    said = run("exercises", "merge", *words.split())
    assert said.status == 2
    assert why in said.err
    assert said.err.endswith("Nothing was merged.\n")
    assert not (data / "library.json").exists()
