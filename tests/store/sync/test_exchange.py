"""Two and three machines through one folder, and every bad day that an engine can make of it."""

import errno
import json
from contextlib import suppress
from pathlib import Path

import pytest
from tinydb import TinyDB

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.sync.told import sentence
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.archive import archive_of
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.store import Store
from runlift_tui.store.sync.standing import standing
from tests.store.sync.machines import TestMachine, copy_file, run_of, session
from tests.store.sync.names import COPIES


@pytest.fixture
def a(tmp_path: Path) -> TestMachine:
    return TestMachine(tmp_path, tmp_path / "shared", "gym-laptop")


@pytest.fixture
def b(tmp_path: Path, a: TestMachine) -> TestMachine:
    a.train(1)
    a.on()
    made = TestMachine(tmp_path, tmp_path / "shared", "home-desktop", skew_ms=-86_400_000)
    made.on()
    return made


def told(met: object) -> str:
    return sentence(met.arrivals)  # type: ignore[attr-defined]


def test_both_end_with_every_session_and_run_once(a: TestMachine, b: TestMachine) -> None:
    a.train(2)
    a.note(3)
    b.train(4)
    b.note(5)
    a.meet()
    assert told(b.meet()) == "A session and a run from gym-laptop."
    assert told(a.meet()) == "A session and a run from home-desktop."
    assert told(a.meet()) == told(b.meet()) == ""
    for each in (a, b):
        assert each.sessions().keys() == {"s1", "s2", "s4"}
        assert each.runs() == {"r3", "r5"}
    assert a.sessions() == b.sessions()


def test_a_third_machine_hears_where_a_session_was_trained(
    a: TestMachine, b: TestMachine, tmp_path: Path
) -> None:
    a.train(2)
    a.meet()
    b.meet()
    third = TestMachine(tmp_path, tmp_path / "shared", "old")
    for path in a.mailbox.iterdir():
        path.unlink()
    third.on()
    assert third.past.other_machine(third.sessions()["s2"]) == "gym-laptop"
    assert a.past.other_machine(a.sessions()["s2"]) == ""


def test_one_session_put_right_on_both_has_every_value(a: TestMachine, b: TestMachine) -> None:
    a.change("s1", effort=7)
    a.put_reps("s1", 0, 9)
    b.change("s1", notes="hard")
    b.put_reps("s1", 2, 10)
    for each in (a, b, a, b):
        each.meet()
    for each in (a, b):
        found = each.sessions()["s1"]
        assert (found["effort"], found["notes"]) == (7, "hard")
        assert [row["reps"] for row in found["sets"]] == [9, 8, 10]


def test_what_was_typed_on_an_old_screen_changes_that_value_alone(
    a: TestMachine, b: TestMachine
) -> None:
    shown = b.sessions()["s1"]
    a.change("s1", effort=7)
    a.meet()
    assert told(b.meet()) == "Effort – → 7 on gym-laptop."
    b.change("s1", shown, notes="typed before it came in")
    b.meet()
    a.meet()
    found = a.sessions()["s1"]
    assert (found["effort"], found["notes"]) == (7, "typed before it came in")


@pytest.mark.parametrize("later", ["deletion", "change"])
def test_the_later_deliberate_act_stands(a: TestMachine, b: TestMachine, later: str) -> None:
    deletes, changes = (a, b) if later == "change" else (b, a)
    changes.now = deletes.now = max(a.now, b.now)
    if later == "change":
        deletes.delete("s1")
        changes.now += 10_000
        changes.change("s1", notes="after")
    else:
        changes.change("s1", notes="before")
        deletes.now += 10_000
        deletes.delete("s1")
    for each in (a, b, a, b):
        each.meet()
    for each in (a, b):
        assert ("s1" in each.sessions()) == (later == "change")


def test_what_was_deleted_does_not_come_back_with_an_old_copy(
    a: TestMachine, b: TestMachine, tmp_path: Path
) -> None:
    old = tmp_path / "old.json"
    copy_file(b.mailbox / "2026.json", old)
    b.delete("s1")
    b.meet()
    a.meet()
    copy_file(old, a.shared / "2026 (conflicted copy).json")
    copy_file(old, b.mailbox / "2026.json")
    for each in (a, b, a, b):
        each.meet()
        assert each.sessions() == {}


def test_a_deletion_brought_back_stands_everywhere(a: TestMachine, b: TestMachine) -> None:
    was = b.sessions()["s1"]
    b.delete("s1")
    b.meet()
    a.meet()
    b.past.history.fold(was)
    b.meet()
    a.meet()
    assert a.sessions()["s1"] == was


@pytest.mark.parametrize("name", COPIES[:3])
def test_a_conflict_copy_of_any_engine_is_one_more_copy(
    a: TestMachine, tmp_path: Path, name: str
) -> None:
    """Also in the history itself, without any sync: what was out of view is back, and told."""
    other = TestMachine(tmp_path, tmp_path / "shared", "other")
    other.train(8)
    a.train(1)
    copy_file(other.folder / "history" / "2026.json", a.folder / "history" / name)
    assert told(a.meet()) == "A session from vm.".replace("vm", other.past.device.name)
    assert a.sessions().keys() == {"s1", "s8"}
    assert not a.meet().arrivals
    assert [Path(path).name for path in standing(a.past).taken_in] == [name]


@pytest.mark.parametrize("what", ["empty", "gone", "cut", "older", "folder", "stub", "nonsense"])
def test_nothing_is_lost_whatever_the_engine_does_to_a_file(
    a: TestMachine, b: TestMachine, what: str
) -> None:
    target = a.mailbox / "2026.json"
    older = target.read_bytes()
    a.train(2)
    a.meet()
    whole = target.read_bytes()
    if what == "folder":
        for path in a.mailbox.iterdir():
            path.unlink()
        a.mailbox.rmdir()
    elif what in ("gone", "stub"):
        target.unlink()
        if what == "stub":
            (a.mailbox / ".2026.json.icloud").write_bytes(b"bplist")
    else:
        made = {"empty": b"", "cut": whole[: len(whole) // 2], "older": older, "nonsense": b"\0{"}
        target.write_bytes(made[what])
    b.train(4)
    b.meet()
    for each in (a, b, a, b):
        each.meet()
    assert a.sessions().keys() == b.sessions().keys() == {"s1", "s2", "s4"}
    with TinyDB(target) as opened:
        assert len(opened.table("sessions")) == 3
    assert not standing(a.past).not_read or what == "stub"


def test_a_year_that_fell_back_to_its_last_generation_is_healed(
    a: TestMachine, b: TestMachine
) -> None:
    a.train(2)
    a.meet()
    b.meet()
    (a.folder / "history" / "2026.json").unlink()
    a.train(3)
    a.meet()
    assert a.sessions().keys() == {"s1", "s2", "s3"}


def test_one_folder_is_enough(a: TestMachine, b: TestMachine, tmp_path: Path) -> None:
    a.change("s1", effort=3)
    a.meet()
    b.meet()
    fresh = TestMachine(tmp_path, tmp_path / "elsewhere", "new")
    for path in b.mailbox.iterdir():
        copy_file(path, tmp_path / "elsewhere" / b.mailbox.name / path.name)
    fresh.on()
    assert fresh.sessions() == a.sessions()


def test_nobodys_training_is_mixed_with_anothers_unasked(
    a: TestMachine, b: TestMachine, tmp_path: Path
) -> None:
    other = TestMachine(tmp_path, tmp_path / "shared", "old-laptop")
    other.train(20)
    with pytest.raises(Refused, match="none of these"):
        other.on()
    assert not other.past.device.shared
    # Its folder got there all the same, by a program that did not ask.
    copy_file(other.folder / "history" / "2026.json", a.shared / "old-laptop-x" / "2026.json")
    assert told(a.meet()) == ""
    assert a.sessions().keys() == {"s1"}
    assert [row["sessions"] for row in standing(a.past).waiting] == [1]
    other.on(join=True)
    assert other.sessions().keys() == {"s1", "s20"}
    a.meet()
    assert a.sessions().keys() == {"s1", "s20"}


def test_a_folder_in_the_data_folder_is_refused(a: TestMachine) -> None:
    a.shared = a.folder / "history" / "x"
    with pytest.raises(Refused, match="lies in the data folder"):
        a.on()


def test_a_folder_that_is_away_is_told_and_nothing_else_notices(
    a: TestMachine, b: TestMachine
) -> None:
    a.shared.rename(a.shared.with_name("away"))
    a.train(2)
    assert "not there" in a.meet().away
    assert not a.shared.exists()
    assert standing(a.past).away
    a.shared.with_name("away").rename(a.shared)
    a.meet()
    b.meet()
    assert b.sessions().keys() == {"s1", "s2"}


def test_an_older_program_and_a_script_are_stamped_and_what_they_delete_comes_back(
    a: TestMachine, b: TestMachine
) -> None:
    with TinyDB(a.folder / "history" / "2026.json") as opened:
        opened.table("sessions").update({"notes": "by a script"})
    a.meet()
    b.meet()
    assert b.sessions()["s1"]["notes"] == "by a script"
    b.change("s1", notes="by hand")
    b.meet()
    a.meet()
    with TinyDB(a.folder / "history" / "2026.json") as opened:
        opened.drop_table("sessions")
    a.meet()
    assert a.sessions()["s1"]["notes"] == "by hand"


def test_two_machines_with_one_identity_lose_nothing(a: TestMachine, tmp_path: Path) -> None:
    a.train(1)
    a.on()
    clone = TestMachine(tmp_path, tmp_path / "shared", "clone")
    for path in a.folder.rglob("*"):
        if path.is_file():
            copy_file(path, clone.folder / path.relative_to(a.folder))
    a.train(2)
    clone.train(3)
    for each in (a, clone, a, clone, a):
        each.meet()
    assert a.sessions().keys() == clone.sessions().keys() == {"s1", "s2", "s3"}


def test_a_clone_with_another_name_takes_a_new_id(a: TestMachine) -> None:
    a.train(1)
    a.on()
    said = json.loads((a.mailbox / "device.json").read_text())
    (a.mailbox / "device.json").write_text(json.dumps({**said, "host": "somewhere-else"}))
    before = a.past.device.id
    a.train(2)
    a.meet()
    assert a.past.device.id != before
    assert len([path for path in a.shared.iterdir() if path.is_dir()]) == 2
    assert a.sessions().keys() == {"s1", "s2"}


def moved(machine: TestMachine, day: str, **values: object) -> None:
    """Put a run right, on another day or in other values."""
    past = machine.past
    (before,) = (entry.document for entry in Runs(past).entries())
    of, year = before["day"][:4] != day[:4], int(before["day"][:4])
    past.history.fold({**before, "day": day, **values}, table="runs", before=before, moved=of)
    if of:
        past.history.withdraw(before["id"], year, table="runs", moved=True)


def test_a_run_moved_over_new_year_is_told_once_as_the_later_change_has_it(
    a: TestMachine, b: TestMachine
) -> None:
    old, new = "2025-12-31", "2026-01-01"
    a.past.history.fold({**run_of(1), "day": old}, table="runs")
    for each in (a, b):
        each.meet()
    b.now = a.now + 3_600_000
    moved(a, new)
    moved(b, old, effort=7)
    for each in (a, b, a, b):
        each.meet()
    for each in (a, b):
        (found,) = Runs(each.past).entries()
        assert (found.document["day"], found.document["effort"]) == (old, 7)
        rows = archive_of(each.past).years
        assert [row["day"] for tables in rows.values() for row in tables.get("runs", ())] == [old]
    # Deleted, it is in neither of the two years.
    (found,) = Runs(b.past).entries()
    store = Store(b.folder, ManualClock())
    store.open()
    store.amending().keep(Amendment(found.document, None, "runs"), print)
    store.amending().fold(print)
    store.close()
    for each in (b, a):
        each.meet()
        assert Runs(each.past).entries() == []


@pytest.mark.parametrize("last", ["deleted", "moved"])
def test_a_run_moved_on_one_machine_and_deleted_on_another_is_as_the_later_act_has_it(
    a: TestMachine, b: TestMachine, last: str, tmp_path: Path
) -> None:
    a.past.history.fold({**run_of(1), "day": "2025-12-31"}, table="runs")
    for each in (a, b):
        each.meet()
    b.now = a.now + (7_200_000 if last == "deleted" else -7_200_000)
    moved(a, "2026-01-01")
    assert b.past.history.withdraw("r1", 2025, table="runs")
    c = TestMachine(tmp_path, a.shared, "third")
    for each in (b, a, b):
        each.meet()
    c.on()
    stands = [] if last == "deleted" else ["2026-01-01"]
    for each in (a, b, c):
        assert [e.document["day"] for e in Runs(each.past).entries()] == stands
        rows = archive_of(each.past).years.values()
        assert [row["day"] for tables in rows for row in tables.get("runs", ())] == stands
    if last == "deleted":
        # Whoever brings it back has it everywhere, in its new year.
        moved_there = {**run_of(1), "day": "2026-01-01"}
        a.past.history.fold(moved_there, table="runs")
        for each in (a, b, c):
            each.meet()
            assert [e.document["day"] for e in Runs(each.past).entries()] == ["2026-01-01"]


def test_settings_never_travel_and_the_rest_of_the_library_does(
    a: TestMachine, b: TestMachine
) -> None:
    from runlift_tui.store.library.library import Library

    def library(of: TestMachine) -> Library:
        return Library(of.past.folder.library, of.past.stamping)

    library(a).put("settings", "me", {"theme": "night"})
    library(a).put("exercises", "squat", {"favourite": True}, {})
    library(b).put("exercises", "squat", {"archived": True}, {})
    library(a).put("athlete", "me", {"body_kg": 70, "unit": "kg"})
    for each in (a, b, a, b):
        each.meet()
    for each in (a, b):
        found = library(each).snapshot()
        row = {"id": "squat", "favourite": True, "archived": True}
        assert found["exercises"] == {"squat": row}
        assert found["athlete"]["me"]["body_kg"] == 70
    assert "settings" not in library(b).snapshot()
    assert not list(b.shared.rglob("*.bak"))


def test_rows_that_cannot_be_are_left_where_they_are_and_told(
    a: TestMachine, b: TestMachine
) -> None:
    bad = {**session(9), "effort": 99}
    with TinyDB(a.shared / "strange.json") as opened:
        opened.table("sessions").insert(bad)
        opened.table("sessions").insert(session(10))
    b.past.device.say(open=True)
    b.meet()
    assert b.sessions().keys() == {"s1", "s10"}
    assert ["effort" in why for _, why, _ in standing(b.past).not_read] == [True]


@pytest.mark.parametrize("what", ["identity", "own year", "theirs"])
def test_what_cannot_be_read_for_a_moment_is_neither_written_over_nor_passed_over(
    a: TestMachine, b: TestMachine, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a.train(2)
    a.meet()
    b.train(3)
    target = {
        "identity": b.folder / "device.json",
        "own year": b.folder / "history" / "2026.json",
        "theirs": a.mailbox / "2026.json",
    }[what]
    before = b.past.device.load()
    real = files._read

    def read(path: str, most: int) -> bytes:
        if path == str(target):
            raise OSError(errno.EIO, "broken")
        return real(path, most)

    with monkeypatch.context() as patched, suppress(StoreError):
        patched.setattr(files, "_read", read)
        b.meet()
    assert {**b.past.device.load(), "names": None} == {**before, "names": None}
    for each in (b, a):
        each.meet()
    assert a.sessions().keys() == b.sessions().keys() == {"s1", "s2", "s3"}
