"""`runlift card`: the session as text."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.store.library.library import document_of
from runlift_tui.store.store import Store
from tests.commands.running import Run

pytestmark = pytest.mark.usefixtures("two_sessions")


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
    assert run("card", "minimal DOSE").out == run("card", "minimal-25").out != ""


def test_a_card_says_what_could_not_be_had(run: Run, tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    told = run("card", "--minutes", "10", "--main-rounds", "6", data=none)
    assert "Main has 2 rounds instead of 6" in told.err
    assert told.out == run("card", "--minutes", "10", data=none).out
    for typed in ("1h30", "1:30", "90 min", "1.5 h"):
        assert run("card", "--minutes", typed, data=none) == run(
            "card", "--minutes", "90", data=none
        )
    assert "fits into 180 as it is" in run("card", "--minutes", "180", data=none).err
    assert run("card", "--main-rounds", "6", data=none).err == ""


def test_a_card_is_text_that_a_dumb_terminal_shows_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert run("card").out
    assert "TERM=dumb" in run("card", "--enter").err


def test_another_level_on_the_command_line_is_no_way_around_the_gate(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    store = Store(folder, ManualClock())
    store.open()
    store.library.put("athlete", "me", document_of(Athlete(asked=True)))
    store.close()
    told = run("card", "--level", "advanced", data=str(folder))
    said = " ".join(told.out.split())
    assert "instead of Jumping lunge: the gate to jumping is closed; missing: " in said
    assert "6 jumps" not in said
