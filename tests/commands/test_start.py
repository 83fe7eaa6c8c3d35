"""`runlift start ROUTINE`: which names it knows, and what it says to others."""

from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.commands.printing import MISUSED
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.store.store import Store


def started(folder: Path, routine: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a start without a terminal says, in its one line."""
    assert main(["start", routine, "--data-dir", str(folder)]) == MISUSED
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    return line


@pytest.mark.parametrize("id_", SHIPPED)
def test_every_one_that_ships_is_known(
    id_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "needs a terminal" in started(tmp_path, id_, capsys)


def test_the_nearest_one_is_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean minimal-25?" in started(tmp_path / "none", "minimal25", capsys)
    assert "choose from runner-lower-body" in started(tmp_path / "none", "zzzz", capsys)
    assert not (tmp_path / "none").exists(), "asking makes no folder"


def test_own_ones_are_known_and_offered_too(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    own = structs.replace(shipped("pairs", Level.ADVANCED), id="beach-day", name="Beach day")
    row = {"id": own.id, "routine": msgspec.to_builtins(own)}
    store.library.put("routines", own.id, row)
    store.close()
    assert "needs a terminal" in started(tmp_path, "beach-day", capsys)
    assert "did you mean beach-day?" in started(tmp_path, "beachday", capsys)
