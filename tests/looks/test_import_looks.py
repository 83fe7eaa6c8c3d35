"""What the eye finds before an import is written, and after it."""

from pathlib import Path
from shutil import copy
from zoneinfo import ZoneInfo

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.store.importing import zones
from tests.exchange.reading import SAMPLES
from tests.looks.test_looks import LARGE, SMALL, WIDE, Compare, looks
from tests.screens.gym import SEASONED, Gym
from tests.sweep import sweep

_FILES = ("strong-ios.csv", "garmin.csv", "run.fit", "run.gpx")


@pytest.fixture
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of other programs, one of them no good."""
    berlin = zones.Zone("Europe/Berlin", ZoneInfo("Europe/Berlin"))
    monkeypatch.setattr(zones, "machines", lambda: berlin)
    folder = tmp_path / "exports"
    folder.mkdir()
    for name in _FILES:
        copy(SAMPLES / name, folder / name)
    (folder / "photo.csv").write_bytes(b"\x89PNG\r\n" + bytes(40))
    return folder


async def to_preview(g: Gym, what: str) -> None:
    await g.press("i")
    await g.type(what)
    await g.press("enter")
    await g.comes("nothing is written yet")
    await g.settled()


@pytest.mark.parametrize("size", sweep((SMALL, LARGE, WIDE), stay=(SMALL,)))
def test_the_preview(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, exports: Path, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await to_preview(g, f"{exports}/*")

    folder = tmp_path / "own"
    assert looks(snap_compare, folder, clock, walk, size=size, athlete=SEASONED)


@pytest.mark.parametrize("size", sweep((SMALL, LARGE, WIDE), stay=(SMALL,)))
def test_what_was_imported(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, exports: Path, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await to_preview(g, f"{exports}/strong-ios.csv {exports}/run.fit")
        await g.press("enter")

    folder = tmp_path / "own"
    assert looks(snap_compare, folder, clock, walk, size=size, athlete=SEASONED)


@pytest.mark.parametrize("size", sweep((SMALL, LARGE, WIDE), stay=(SMALL,)))
def test_before_anything_was_imported(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await g.press("i")

    assert looks(snap_compare, tmp_path, clock, walk, size=size, athlete=SEASONED)
