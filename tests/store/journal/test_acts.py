"""The acts on disk: read only when they are asked for, and no trouble to what they are about."""

import errno
import os
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import Edit, MyExercise
from runlift_tui.core.lists.acts import KEPT_MS, Act
from runlift_tui.store.disk import files
from runlift_tui.store.journal.acts import Acts
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import edit_back
from tests.store.session.test_training import written


def opened(folder: Path, clock: ManualClock) -> Store:
    store = Store(folder, clock)
    store.open()
    return store


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def note(acts: Acts, value: int) -> Act:
    """Remember that a value was made one more."""
    return acts.did("plan", ("plans", "x"), {"a": value - 1}, {"a": value}, f"To {value}")


def test_a_way_back_is_told_without_a_look_at_the_disk(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path, clock)
    assert not store.leads("plan")
    assert store._acts is None
    first, second = note(store.acts, 1), note(store.acts, 2)
    store.acts.trail("plan")
    store.acts.took_back(second)
    assert store.leads("plan")
    assert store.leads("plan", of="x")
    assert not store.leads("plan", of="y")
    assert not store.leads("history")
    assert store.leads("plan", undone=True)
    store.acts.took_back(first)
    assert not store.leads("plan")
    store.close()
    again = opened(tmp_path, clock)
    note(again.acts, 3)
    with monkeypatch.context() as patched:
        patched.setattr("runlift_tui.store.journal.acts.read_segment", _full)
        assert again.leads("plan")


def test_what_was_taken_back_on_another_day_is_no_way_forth_that_is_told(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = opened(tmp_path, clock)
    note(store.acts, 1)
    second = note(store.acts, 2)
    store.acts.trail("plan")
    store.acts.took_back(second)
    store.close()
    again = opened(tmp_path, clock)
    assert again.acts.trail("plan").newest(undone=True) == second
    assert not again.leads("plan", undone=True)
    assert again.leads("plan")
    again.close()


def test_what_was_done_is_known_in_the_next_run(tmp_path: Path, clock: ManualClock) -> None:
    store = opened(tmp_path, clock)
    first, second = note(store.acts, 1), note(store.acts, 2)
    store.acts.took_back(second)
    store.close()
    again = opened(tmp_path, clock)
    assert again.acts.trail("plan").newest() == first
    assert again.acts.trail("plan").newest(undone=True) == second
    assert again.acts.trail("runs").newest() is None
    third = note(again.acts, 3)
    assert again.acts.trail("plan").done == [first, third]
    assert again.acts.trail("plan").newest(undone=True) is None
    again.close()


def test_an_edit_made_after_the_way_back_was_read_can_be_taken_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    """What is a tuple in memory is a list on disk: it is compared with what is there."""
    store = opened(tmp_path, clock)
    assert store.acts.trail("exercises").newest() is None
    mine = MyExercise(id="plank", merged=("x", "y"))
    edit = Edit(table="exercises", id="plank", before=None, after=mine, told="Merged")
    store.desk.edit(edit)
    store.acts.changed("exercises", edit)
    act = store.acts.trail("exercises").newest()
    assert act is not None
    assert edit_back(store, act).after is None
    store.close()


def test_nothing_is_read_before_it_is_asked_for(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path, clock)
    note(store.acts, 1)
    store.close()
    again = opened(tmp_path, clock)
    read: list[str] = []
    whole = files.read_whole

    def seen(path: str, most: int = files.MOST_BYTES) -> bytes | None:
        read.append(path)
        return whole(path, most)

    monkeypatch.setattr(files, "read_whole", seen)
    again.desk.shelf()
    again.sessions.unfinished()
    again.facts()
    assert not [path for path in read if "undo" in path]
    assert again.acts.trail("plan").newest() is not None
    again.close()


def test_a_line_is_heard_once_whether_the_disk_has_it_or_not(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = opened(tmp_path, clock)
    note(store.acts, 1)
    written(store)
    note(store.acts, 2)
    assert [each.told for each in store.acts.trail("plan").done] == ["To 1", "To 2"]
    store.close()


def test_what_the_disk_refuses_is_written_with_the_next(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path, clock)
    note(store.acts, 1)
    written(store)
    with monkeypatch.context() as disk:
        disk.setattr(files, "write_all", _full)
        note(store.acts, 2)
        written(store)
    assert store.unsaved == ""
    store.close()
    again = opened(tmp_path, clock)
    assert [each.told for each in again.acts.trail("plan").done] == ["To 1", "To 2"]
    again.close()
    assert not again.lost


def test_a_damaged_line_costs_that_one_alone(tmp_path: Path, clock: ManualClock) -> None:
    store = opened(tmp_path, clock)
    for value in (1, 2, 3):
        note(store.acts, value)
    store.close()
    path = tmp_path / "undo.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], lines[2].replace(b"To 2", b"To 9"), *lines[3:]]))
    again = opened(tmp_path, clock)
    assert [each.told for each in again.acts.trail("plan").done] == ["To 1", "To 3"]
    note(again.acts, 4)
    again.close()
    assert len(list(tmp_path.glob("undo.jsonl.damaged-*"))) == 1


@pytest.mark.parametrize("there", ["a folder", "a newer journal"])
def test_what_cannot_be_read_or_written_keeps_nothing_from_being_done(
    there: str, tmp_path: Path, clock: ManualClock
) -> None:
    path = tmp_path / "undo.jsonl"
    if there == "a folder":
        path.mkdir()
    else:
        (tmp_path / "undo.jsonl").write_bytes(NEWER)
    store = opened(tmp_path, clock)
    assert store.acts.trail("plan").newest() is None
    note(store.acts, 1)
    written(store)
    assert [each.told for each in store.acts.trail("plan").done] == ["To 1"]
    store.close()
    assert not store.lost
    assert path.is_dir() or path.read_bytes() == NEWER


def test_the_file_is_tidied_by_the_first_act_of_a_run(tmp_path: Path, clock: ManualClock) -> None:
    store = opened(tmp_path, clock)
    journal = tmp_path / "journal" / "gone.jsonl.discarded"
    journal.write_bytes(b"")
    store.acts.did("home", ("journal", "gone"), {"id": "gone"}, None, "Discarded")
    clock.advance(KEPT_MS + 1_000)
    note(store.acts, 1)
    store.close()
    assert journal.exists(), "it is read by the one that sees to it"
    again = opened(tmp_path, clock)
    note(again.acts, 2)
    again.close()
    assert not journal.exists()
    assert opened(tmp_path, clock).acts.deleted() == []


def _newer() -> bytes:
    from runlift_tui.store.disk.lines import encode_line

    return encode_line({"journal": 2, "kind": "acts", "id": "undo"})


NEWER = _newer()
