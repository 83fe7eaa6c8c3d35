"""What every test has: a home of its own, and a clock that stands still."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from runlift_tui.clock import ManualClock
from tests.devices.fakes import Fakes, is_alive, until

# The same examples on every run: a red test is red for the next person too.
settings.register_profile("runlift", deadline=None, derandomize=True, database=None)
settings.load_profile("runlift")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the next home may be; pytest's own numbers read the whole folder for each of them."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hide the developer's own data, settings and terminal, and return the empty home."""
    home = next(homes)
    home.mkdir()
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home))
    for variable in (
        "RUNLIFT_DATA_DIR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "NO_COLOR",
        "PULSE_SERVER",
        "SSH_CONNECTION",
        "COLORTERM",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture
def clock() -> ManualClock:
    """A clock at 2026-11-22T17:00:00Z that moves only when the test moves it."""
    return ManualClock()


@pytest.fixture
def fakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fakes]:
    """Pretended programs, the only ones on the path; afterwards none of them runs any more."""
    made = Fakes(tmp_path)
    monkeypatch.setenv("PATH", str(made.folder))
    yield made
    until(lambda: not any(map(is_alive, made.pids())))
