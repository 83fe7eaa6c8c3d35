import errno
import os
from pathlib import Path

import pytest

from runlift_tui.store.disk import handed_out, patience
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.disk.patience import patiently
from tests.rows import for_each


def held(code: int | None) -> OSError:
    error = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if code is not None:
        error.winerror = code  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What was waited, in seconds."""
    found: list[float] = []
    monkeypatch.setattr(patience, "sleep", found.append)
    return found


@pytest.mark.parametrize("code", [5, 32, 33])
def test_it_waits_longer_each_time_and_gives_up(code: int, waits: list[float]) -> None:
    def call() -> None:
        raise held(code)

    with pytest.raises(PermissionError):
        patiently(call, 0.5)
    assert waits[:5] == [0.01, 0.02, 0.04, 0.08, 0.1]
    assert 0.5 <= sum(waits) < 0.61


@pytest.mark.parametrize("error", [held(2), FileNotFoundError(2, "gone"), OSError(28, "full")])
def test_for_nothing_else(error: OSError, waits: list[float]) -> None:
    def call() -> None:
        raise error

    with pytest.raises(OSError):  # noqa: PT011 - the very same
        patiently(call, 0.5)
    assert waits == []


def test_never_for_a_folder(waits: list[float]) -> None:
    def call() -> None:
        raise held(5)

    with pytest.raises(PermissionError):
        patiently(call, 0.5, unless=lambda: True)
    assert waits == []


@for_each("name", ["CON", "aux.json", "nul.tar.gz", "Com1.csv", "lpt9 .txt"])
def test_a_devices_name_is_known(name: str) -> None:
    assert handed_out.is_device(name)


@for_each("name", ["console.json", "com10.csv", "all.json", "auxiliary", ".con"])
def test_no_other_is(name: str) -> None:
    assert not handed_out.is_device(name)


@for_each("name", ["CON", "aux.json"])
def test_nothing_is_handed_to_a_device_of_windows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_out, "_HAS_DEVICES", True)
    with pytest.raises(Unwritable, match=f"{name} is a device’s name on Windows: choose another"):
        handed_out.hand_over(str(tmp_path / name), b"{}")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long_for_the_system_is_refused_in_a_sentence(tmp_path: Path) -> None:
    name = "a" * 300
    with pytest.raises(Unwritable, match=r"aaa was not saved: .*\."):
        handed_out.hand_over(str(tmp_path / name), b"{}")
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_no_system_knows_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="it is no file"):
        handed_out.lies_in_folder("a\0b", str(tmp_path))


def test_every_file_is_opened_as_bytes() -> None:
    """A flag that this system has not is looked for in the words of the store."""
    import runlift_tui.store

    folder = Path(runlift_tui.store.__path__[0])
    opened = [
        (path.name, line.strip())
        for path in folder.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "os.open(" in line
    ]
    assert opened
    assert all("FLAGS" in line for _, line in opened), opened
