"""Which machine this is, where that is damaged or cannot be read now."""

import errno
import json
import os
import sys
from pathlib import Path
from threading import Event

import pytest

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import answers, device
from runlift_tui.store.disk.device import Device, carried_home, home_of, machine


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(device.STATE_VARIABLE, raising=False)
    monkeypatch.setattr(device, "state_dir", lambda: str(tmp_path / "state"))
    (tmp_path / "machine-id").write_text("0123456789abcdef\n")
    monkeypatch.setattr(device, "_MACHINE_IDS", (str(tmp_path / "machine-id"),))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "data"


def said(folder: Path) -> Document:
    found: Document = json.loads((folder / "device.json").read_text())
    return found


@pytest.mark.parametrize("damage", [b"", b"\0\0\0", b'{"device": "k7f2', b'{"device": 7}'])
def test_a_damaged_identity_is_as_it_was_and_told_once(folder: Path, damage: bytes) -> None:
    own = Device(str(folder))
    own.ensure()
    own.say(shared="/home/u/Sync/RunLift", **{"with": ["home-desktop-m3x8w1"]})
    before = said(folder)
    (folder / "device.json").write_bytes(damage)
    again = Device(str(folder))
    assert (again.shared, again.id) == (before["shared"], before["device"])
    assert home_of(str(folder)) == str(folder)
    assert again.ensure() == before["device"]
    assert said(folder) == before
    assert len(again.told) == 1
    third = Device(str(folder))
    assert (third.ensure(), third.told) == (before["device"], [])


def test_without_a_copy_a_new_identity_is_told(folder: Path) -> None:
    own = Device(str(folder))
    before = own.ensure()
    (folder / "device.json.bak").unlink()
    (folder / "device.json").write_bytes(b"")
    again = Device(str(folder))
    assert again.ensure() not in ("", before)
    assert "sync is off" in again.told[0]


def test_a_machine_id_that_cannot_be_read_now_makes_nobody_another(
    folder: Path, tmp_path: Path
) -> None:
    own = Device(str(folder))
    own.ensure()
    here, before = machine(), said(folder)
    (tmp_path / "machine-id").rename(tmp_path / "aside")
    (tmp_path / "machine-id").mkdir()  # it is there, and reading it fails for any user
    assert machine() == ""
    assert home_of(str(folder)) == str(folder)
    # What is begun meanwhile says whose it is as soon as that can be told.
    new = tmp_path / "new"
    id_ = Device(str(new)).ensure()
    assert "machine" not in said(new)
    assert home_of(str(new)) == str(new)
    # A folder that another machine owns stays another's.
    other = carried_home(before["device"], "f" * 16)
    Path(other).mkdir(parents=True)
    assert home_of(str(folder)) == other
    Path(other).rmdir()
    (tmp_path / "machine-id").rmdir()
    (tmp_path / "aside").rename(tmp_path / "machine-id")
    assert (machine(), home_of(str(folder))) == (here, str(folder))
    assert Device(str(new)).ensure() == id_
    assert said(new)["machine"] == here


@pytest.mark.parametrize("how", ["hangs", "cannot be read"])
def test_a_carried_folder_that_does_not_say_whose_it_is_stays_anothers(
    folder: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """It lies on a network that is gone: this machine goes on in what it keeps of its own."""
    home = carried_home("m3x8w1cd", machine())
    Device(home).keep({"device": "k7f2q9ab", "shared": str(folder)})
    let_go = Event()

    def opened(path: str, flags: int, mode: int = 0o777) -> int:
        if str(path) == str(folder / "device.json"):
            let_go.wait()
            raise OSError(errno.EIO, "no")
        return real(path, flags, mode)

    real = os.open
    monkeypatch.setattr(answers, "READING_S", 0.05)
    monkeypatch.setattr(os, "open", opened)
    if how == "cannot be read":
        let_go.set()
    assert home_of(str(folder)) == home
    let_go.set()
    Device(home).keep({"device": "k7f2q9ab"})
    assert home_of(str(folder)) == str(folder)
