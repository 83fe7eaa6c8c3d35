"""`runlift progress`: what the past answers."""

from pathlib import Path

import pytest

from tests.commands.running import Run

pytestmark = pytest.mark.usefixtures("two_sessions")


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
    assert any(line.startswith("weeks 28 days: ") for line in lines)
    assert "2026-01-08 8/7 at 2 x 12 kg 1RM 28.5-33.4 kg, load, count" not in lines
    assert any(line.startswith("2026-01-05 8/7 at 2 x 12 kg first time") for line in lines)
    assert "rests too few yet: two rests need 6 rated sessions each" in lines
    assert "4-5 min 0 – 6 rated sessions missing" in lines


def test_nothing_answers_nothing(run: Run, tmp_path: Path) -> None:
    told = run("progress", data=str(tmp_path / "none"))
    assert told.status == 0
    assert "weeks  no session yet" in told.out
    assert not (tmp_path / "none").exists()
