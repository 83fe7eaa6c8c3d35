"""`runlift start ROUTINE`: which names it knows, and what it says to others."""

from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.commands.printing import MISUSED
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.store.store import Store
from tests.commands.running import Run


def started(run: Run, routine: str) -> str:
    """Return what a start without a terminal says, in its one line."""
    said = run("start", routine)
    assert (said.status, said.out) == (MISUSED, "")
    (line,) = said.err.splitlines()
    return line


@pytest.mark.parametrize("id_", SHIPPED)
def test_every_one_that_ships_is_known(id_: str, run: Run) -> None:
    assert "needs a terminal" in started(run, id_)


def test_the_nearest_one_is_offered(run: Run, data: Path) -> None:
    assert "did you mean minimal-25?" in started(run, "minimal25")
    assert "choose from runner-lower-body" in started(run, "zzzz")
    assert not data.exists(), "asking makes no folder"


def test_own_ones_are_known_and_offered_too(run: Run, data: Path, clock: ManualClock) -> None:
    store = Store(data, clock)
    store.open()
    own = structs.replace(shipped("pairs", Level.ADVANCED), id="beach-day", name="Beach day")
    row = {"id": own.id, "routine": msgspec.to_builtins(own)}
    store.library.put("routines", own.id, row)
    store.close()
    assert "needs a terminal" in started(run, "beach-day")
    assert "did you mean beach-day?" in started(run, "beachday")
