"""What every test has: a home of its own, and a clock that stands still.

The laws are tried with a few examples, the same on every run: a red test is red for the next
person too. `--hypothesis-profile=whole` tries more of them, as `make test-all` does;
`RUNLIFT_EXAMPLES=2000` tries so many, at random.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from runlift_tui.clock import ManualClock
from tests.devices.fakes import Fakes, is_alive, until
from tests.looked_up_once import looked_up_once
from tests.sweep import is_whole
from tests.waiting import no_longer_than_it_works

FEW, WHOLE = 10, 40
"""Examples of a law that names no number of its own."""
_ASKED = os.environ.get("RUNLIFT_EXAMPLES", "")

for _profile, _examples in (("runlift", FEW), ("whole", WHOLE)):
    settings.register_profile(
        _profile,
        max_examples=int(_ASKED or _examples),
        derandomize=not _ASKED,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
settings.load_profile("runlift")


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Draw nothing from the program's text, unless all is tried: that reads it in every process.

    What is drawn would hang on what a process has imported, too: on the tests that it came to take.
    And nothing is looked through while tests are collected, all of which stay.
    """
    gc.disable()
    if not is_whole():
        providers._get_local_constants = lambda: providers._local_constants


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one more than there are cores: what runs in a terminal of its own is waited for."""
    return (os.cpu_count() or 1) + 1


collect_ignore = ["end_to_end", "faults", "benchmarks"] * (sys.platform == "win32")
"""What looks into a terminal or a process, or plays a kill, by what Windows has not."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on Windows what it has not."""
    if sys.platform == "win32":
        out = [item for item in items if item.get_closest_marker("posix")]
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


def pytest_collection_finish() -> None:
    """Look through what all tests share once, and not again with every screen that goes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(500_000, 20, 10)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def known_once() -> Iterator[None]:
    """Have Textual look up once for all the programs what it looks up anew for each.

    Nor does the pilot of one of them sleep, where nothing is left to wait for.
    """
    with looked_up_once(), no_longer_than_it_works():
        yield


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the next folder may be; pytest's own numbers read all the others for each of them."""
    base = tmp_path_factory.mktemp("each")
    return (base / str(number) for number in count())


@pytest.fixture
def tmp_path(folders: Iterator[Path]) -> Path:
    """Return an empty folder."""
    folder = next(folders)
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def own_home(folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hide the developer's own data, settings and terminal, and return the empty home."""
    home = next(folders)
    home.mkdir()
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home))
    for variable in ("APPDATA", "LOCAL_APPDATA"):
        # On Windows these folders are asked for elsewhere.
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{variable}", str(home))
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


@pytest.fixture(scope="session")
def made_up_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a year of training up to `clock`, made once for all, to look at or to copy."""
    from runlift_tui.commands.demo import write

    base = tmp_path_factory.getbasetemp()
    # What one of several processes has made is there for all of them.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "made-up-year"
    if not folder.exists():
        mine = tmp_path_factory.mktemp("making") / "year"
        assert write(str(mine), 1, ManualClock()) == 0
        with suppress(OSError):  # another was faster
            mine.rename(folder)
    return folder


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
