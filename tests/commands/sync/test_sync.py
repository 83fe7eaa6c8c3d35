"""`runlift sync`, as it is typed on several machines."""

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

import pytest
from tinydb import TinyDB

from runlift_tui.cli import main
from runlift_tui.clock import SystemClock
from runlift_tui.commands.exchange.how_far import Progress
from runlift_tui.store.disk import answers
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.history.past import Past
from runlift_tui.store.meeting import LONG_AWAY_MS, to_tell
from runlift_tui.store.sync.standing import in_a_line
from tests.store.sync.machines import session


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Machine = Callable[..., Ran]


@pytest.fixture
def machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Machine:
    """Return what runs a command on a machine of a name, in a data folder."""

    def run(name: str, *argv: str, folder: str = "") -> Ran:
        monkeypatch.setenv("RUNLIFT_STATE_DIR", str(tmp_path / f"state-{name}"))
        monkeypatch.setenv("RUNLIFT_DATA_DIR", str(tmp_path / (folder or f"data-{name}")))
        status = main(argv)
        return Ran(status, *capsys.readouterr())

    return run


def trained(path: Path, *days: int) -> None:
    """Have sessions lie in a data folder, as an older RunLift left them."""
    (path / "history").mkdir(parents=True, exist_ok=True)
    with TinyDB(path / "history" / "2026.json") as opened:
        for day in days:
            opened.table("sessions").insert(session(day))


def ids(machine: Machine, name: str, folder: str = "") -> set[str]:
    ran = machine(name, "history", "--json", folder=folder)
    assert ran.status == 0
    rows: list[dict[str, Any]] = json.loads(ran.out)
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"] for row in rows}


def test_two_machines_and_every_command(machine: Machine, tmp_path: Path) -> None:
    trained(tmp_path / "data-a", 1, 2)
    shared = str(tmp_path / "new" / "shared")
    assert machine("a", "sync").status == 1
    assert "no folder" in machine("a", "sync", "on", " ").err  # and not where one is
    on = machine("a", "sync", "on", shared, "--name", "Gym Laptop")
    assert f"On, through {shared}, a folder made just now; this machine is" in on.out
    assert (on.status, on.out.splitlines()[-1]) == (0, "Nothing new.")
    on = machine("b", "sync", "on", shared, "--name", "home-desktop")
    assert on.out.splitlines()[-1] == "2 sessions from gym-laptop."
    assert machine("b", "run", "today 8k 42:10 easy").status == 0
    assert machine("a", "sync").out == "A run from home-desktop.\n"  # given out as it was noted
    assert machine("b", "sync").out == "Nothing new.\n"
    assert machine("a", "sync").out == "Nothing new.\n"
    status = json.loads(machine("a", "sync", "status", "--json").out)
    assert status["folder"] == shared
    assert status["device"]["name"] == "gym-laptop"
    assert {each["name"]: each["sessions"] for each in status["devices"]} == {
        "gym-laptop": 2,
        "home-desktop": 2,
    }
    assert status["not_read"] == status["taken_in"] == status["waiting"] == []
    assert status["published"]
    assert "On, through" in machine("a", "sync", "status").out
    gone = machine("a", "sync", "forget", "home-desktop")
    assert (gone.status, len(list(Path(shared).iterdir()))) == (0, 1)
    assert machine("a", "sync", "forget", "nobody").status == 1
    assert machine("a", "sync", "forget", "gym-laptop").status == 1
    before = sorted(Path(shared).rglob("*"))
    assert machine("a", "sync", "off").status == 0
    assert sorted(Path(shared).rglob("*")) == before
    assert machine("a", "sync").status == 1
    assert json.loads(machine("a", "sync", "status", "--json").out)["folder"] is None
    on = machine("a", "sync", "on", shared)
    assert (on.status, on.out.splitlines()[-1]) == (0, "Nothing new.")  # all of it was told


def test_what_cannot_be_taken_in_is_told_at_once_and_what_to_do(
    machine: Machine, tmp_path: Path
) -> None:
    trained(tmp_path / "data-a", 1, 2)
    shared = tmp_path / "shared"
    machine("a", "sync", "on", f"{shared}", "--name", "vm")
    (year,) = shared.glob("*/2026.json")
    machine("b", "sync", "on", f"{shared}", "--name", "vm")
    year.write_text("garbage", encoding="ascii")
    (shared / "e.json").write_text("{}", encoding="ascii")
    ran = machine("b", "sync")
    assert ran.status == 0
    left, todo = ran.out.splitlines()
    assert left == f"Not taken in: {year}: it is not JSON."
    assert "is safe" in todo
    assert "runlift sync on the machine that wrote it" in todo
    said = machine("b", "sync", "status").out
    assert ran.out in said
    assert "e.json" not in said  # nothing was in it
    assert "(this machine): " in said
    assert len({line for line in said.splitlines() if line.startswith("  vm-")}) == 2
    machine("a", "sync")
    assert machine("b", "sync").out == "Nothing new.\n"


def test_a_long_meeting_shows_how_far_it_is(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(tmp_path / "data-a", 1, 2)
    machine("a", "sync", "on", str(tmp_path / "shared"), "--name", "a")
    monkeypatch.setattr("runlift_tui.store.sync.came.MOST_BYTES", 200)  # not all of it is kept
    parts: list[float] = []
    monkeypatch.setattr("runlift_tui.commands.exchange.asking._SHOWN_AFTER_S", -1)
    monkeypatch.setattr(Progress, "tell", lambda _, part: parts.append(part))
    on = machine("b", "sync", "on", str(tmp_path / "shared"))
    assert (on.status, on.out.splitlines()[-1]) == (0, "2 sessions from a.")
    assert parts
    assert len(parts) > 2  # whose training it is, then all of it
    assert parts == sorted(parts)
    assert max(parts) <= 1


def test_a_machine_has_a_name_before_anything_was_written(machine: Machine, tmp_path: Path) -> None:
    status = json.loads(machine("a", "sync", "status", "--json").out)
    assert (status["device"]["device"], bool(status["device"]["name"])) == (None, True)
    assert not (tmp_path / "data-a").exists()
    trained(tmp_path / "data-a", 1)
    status = json.loads(machine("a", "sync", "status", "--json").out)
    assert re.fullmatch("[a-z0-9]{8}", status["device"]["device"])
    assert [each["sessions"] for each in status["devices"]] == [1]


def test_a_folder_that_is_taken_over_goes_on_meeting_those_that_its_owner_met(
    machine: Machine, tmp_path: Path
) -> None:
    trained(tmp_path / "whole", 1)
    shared = str(tmp_path / "shared")
    machine("old", "sync", "on", shared, "--name", "old", folder="whole")
    machine("desk", "sync", "on", shared, "--name", "desk")
    assert machine("new", "sync", "take", folder="whole").status == 0
    machine("desk", "run", "today 8k 42:10 easy")
    machine("desk", "sync")
    assert "42:10" in machine("new", "runs", folder="whole").out
    told = json.loads(machine("new", "sync", "status", "--json", folder="whole").out)
    assert told["folder"] == shared
    assert {"old", "desk"} < {each["name"] for each in told["devices"]}


def test_reading_meets_the_others_first(machine: Machine, tmp_path: Path) -> None:
    trained(tmp_path / "data-a", 1)
    for name in "ab":
        machine(name, "sync", "on", str(tmp_path / "shared"), "--name", name)
    machine("a", "run", "today 8k 42:10 easy")
    assert "42:10" in machine("b", "runs").out


def test_a_data_folder_that_is_carried_whole(machine: Machine, tmp_path: Path) -> None:
    trained(tmp_path / "whole", 1)
    assert ids(machine, "a", "whole") == {"s1"}
    machine("a", "run", "today 8k 42:10 easy", folder="whole")
    assert ids(machine, "b", "whole") == {"s1"}
    machine("b", "run", "today 5k 25:10 easy", folder="whole")
    machine("b", "runs", folder="whole")
    for name in "ab":
        told = machine(name, "runs", folder="whole").out
        assert "42:10" in told
        assert "25:10" in told
    assert (tmp_path / "state-b" / "carried").is_dir()
    # What RunLift itself kept of an older schema is no copy that an engine made.
    assert list((tmp_path / "whole" / "history").glob("*.schema-0"))
    assert not json.loads(machine("b", "sync", "status", "--json", folder="whole").out)["taken_in"]
    assert not list((tmp_path / "whole").glob("*/lock"))
    took = machine("b", "sync", "take", folder="whole")
    assert took.status == 0
    assert "25:10" in machine("b", "runs", folder="whole").out
    assert json.loads((tmp_path / "whole" / "device.json").read_text())["machine"]


def test_a_conflict_copy_from_before_is_taken_in_without_sync(
    machine: Machine, tmp_path: Path
) -> None:
    trained(tmp_path / "other", 8)
    trained(tmp_path / "data-a", 1)
    copy = tmp_path / "data-a" / "history" / "2026.sync-conflict-20261128-224735-65MZMP7.json"
    (tmp_path / "other" / "history" / "2026.json").rename(copy)
    assert ids(machine, "a") == {"s1", "s8"}
    status = json.loads(machine("a", "sync", "status", "--json").out)
    assert status["taken_in"] == [str(copy)]
    copy.unlink()
    assert ids(machine, "a") == {"s1", "s8"}


def test_two_athletes(machine: Machine, tmp_path: Path) -> None:
    trained(tmp_path / "data-a", 1)
    trained(tmp_path / "data-b", 20)
    shared = str(tmp_path / "shared")
    machine("a", "sync", "on", shared, "--name", "old-laptop")
    refused = machine("b", "sync", "on", shared)
    assert refused.status == 1
    waits = f"old-laptop has 1 session and none of these: runlift sync on {shared} --join takes "
    assert f"{waits}them in." in refused.err
    assert ids(machine, "b") == {"s20"}
    assert machine("b", "sync", "on", shared, "--join").status == 0
    assert ids(machine, "b") == ids(machine, "a") == {"s1", "s20"}


@pytest.mark.parametrize("inside", ["history", "derived/x", "anything", "."])
def test_a_folder_in_the_data_folder_is_refused(
    machine: Machine, tmp_path: Path, inside: str
) -> None:
    trained(tmp_path / "data-a", 1)
    refused = machine("a", "sync", "on", str(tmp_path / "data-a" / inside))
    assert (refused.status, "lies in the data folder" in refused.err) == (1, True)
    assert not (tmp_path / "data-a" / "anything").exists()


def test_a_folder_that_is_away(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(tmp_path / "data-a", 1)
    shared = tmp_path / "shared"
    machine("a", "sync", "on", str(shared))
    shared.rename(tmp_path / "elsewhere")
    ran = machine("a", "sync")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "is not there" in ran.err
    assert ids(machine, "a") == {"s1"}
    assert not shared.exists()
    assert "away since" in machine("a", "sync", "status").out
    # It is there, and says nothing: a network that is gone, a disk that sleeps for good.
    shared.mkdir()
    listdir, answer = os.listdir, Event()

    def silent(path: str) -> list[str]:
        if str(path) == str(shared):
            answer.wait()
        return listdir(path)

    monkeypatch.setattr(answers, "_ALL_IN_ALL_S", 0.05)
    monkeypatch.setattr(os, "listdir", silent)
    try:
        for _ in range(2):
            ran = machine("a", "sync")
            assert (ran.status, ran.err.count("\n")) == (1, 1)
            assert "cannot be read (it does not answer)" in ran.err
            assert ids(machine, "a") == {"s1"}
            assert "away since" in machine("a", "sync", "status").out
    finally:
        answer.set()
    monkeypatch.setattr(answers, "_ALL_IN_ALL_S", 20.0)
    until = time.monotonic() + 5
    while answers._silent() and time.monotonic() < until:
        time.sleep(0.01)
    assert machine("a", "sync").out == "Nothing new.\n"


def test_a_folder_that_takes_nothing_is_told_everywhere_until_it_takes_it(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(tmp_path / "data-a", 1)
    shared = tmp_path / "shared"
    for name in "ab":
        machine(name, "sync", "on", str(shared), "--name", name)
    machine("b", "run", "today 8k 42:10 easy")
    with monkeypatch.context() as patched:
        patched.setattr("runlift_tui.store.sync.publishing.Publishing.give", _full)
        ran = machine("a", "sync")
        assert (ran.status, ran.out) == (1, "A run from b.\n")  # what came in is told all the same
        assert "The disk is full: 2026.json was not saved." in ran.err
        assert machine("a", "run", "today 5k 25:10 easy").status == 0
        status = machine("a", "sync", "status").out
        assert "Nothing can be given out since 20" in status
        assert "The disk is full" in status
        assert "nothing can be given out since" in machine("a", "doctor", "--quiet").out
        past = Past(tmp_path / "data-a")
        assert in_a_line(past).startswith("Nothing can be given out since ")
        later = SystemClock().stamp().utc_ms + LONG_AWAY_MS
        assert not to_tell(past, later - 60_000)[0]
        assert "The carried folder takes nothing since 20" in to_tell(past, later + 60_000)[0]
    assert machine("a", "sync").out == "Nothing new.\n"
    assert "given out" not in machine("a", "sync", "status").out
    assert machine("b", "sync").out == "A run from a.\n"


def _full(*_: object) -> None:
    raise Unwritable("2026.json", OSError(28, "No space left on device"))


def test_the_doctor_has_a_line_each(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(tmp_path / "data-a", 1)
    machine("a", "sync", "on", str(tmp_path / "shared"))
    (tmp_path / "shared" / "x-abcdef").mkdir()
    (tmp_path / "shared" / "x-abcdef" / "2026.json").write_bytes(b"")
    (tmp_path / "shared" / "y-abcdef").mkdir()
    listdir = os.listdir

    def refused(path: str) -> list[str]:
        if str(path).endswith("y-abcdef"):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refused)
    machine("a", "sync")
    told = machine("a", "doctor", "--quiet").out
    for words in (
        "0 other machines",
        "last exchanged",
        "2026.json was not taken in: it is empty",
        "y-abcdef was not taken in: it cannot be read (Permission denied)",
    ):
        assert words in told


@pytest.mark.posix
def test_what_is_carried_is_the_owners_alone_and_nothing_else_lies_there(
    machine: Machine, tmp_path: Path
) -> None:
    trained(tmp_path / "data-a", 1)
    machine("a", "sync", "on", str(tmp_path / "shared"), "--name", "a")
    (mine,) = (tmp_path / "shared").iterdir()
    assert {path.name for path in mine.iterdir()} == {"2026.json", "device.json"}
    assert {path.stat().st_mode & 0o777 for path in mine.iterdir()} == {0o600}
