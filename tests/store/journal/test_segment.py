import errno
import json
import os
import shutil
import zlib
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Damaged, Newer, Unwritable
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.journal import segment as journal
from runlift_tui.store.journal.segment import Segment, list_segments, read_segment
from tests.faults.failing_os import FailingOS, Fault
from tests.sweep import examples


def records(*numbers: int) -> list[dict[str, object]]:
    return [{"n": number} for number in numbers]


def state(segment: Segment) -> tuple[int, bool]:
    """Return how many lines of a segment wait, and whether it is in trouble."""
    return segment.pending, segment.trouble is not None


@pytest.fixture
def segment(folder: DataFolder) -> Segment:
    """A segment with its header and the records 0 to 2."""
    made = Segment.create(folder.journal, "s-1", "session", first=records(0))
    made.append({"n": 1})
    made.append({"n": 2})
    return made


def reopened(segment: Segment) -> tuple[Segment, Damaged | None]:
    """Open its file again, whose program is gone, and with it every handle."""
    segment.close()
    return Segment.open(segment.path)


def fail(monkeypatch: pytest.MonkeyPatch, fault: Fault, at: int = 1) -> FailingOS:
    failing = FailingOS(fault, at)
    monkeypatch.setattr(files, "os", failing)
    monkeypatch.setattr(journal, "os", failing)
    return failing


def test_records_come_back_in_order(segment: Segment) -> None:
    again, damaged = reopened(segment)
    assert damaged is None
    assert again.records == records(0, 1, 2)
    assert (again.id, again.kind) == ("s-1", "session")


def test_the_first_line_says_what_it_is(segment: Segment) -> None:
    first = Path(segment.path).read_bytes().splitlines()[0]
    crc, text = first.split(b" ", 1)
    assert json.loads(text) == {"journal": 1, "kind": "session", "id": "s-1"}
    assert int(crc, 16) == zlib.crc32(text)


def test_a_new_segment_syncs_its_file_and_its_name(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = FailingOS()
    monkeypatch.setattr(files, "os", watched)
    Segment.create(folder.journal, "s-1", "session", first=records(0, 1))
    calls = [name for name in watched.calls if name != "unlink"]
    calls = [name for name, _ in groupby(calls)]  # again, where a scanner holds it
    of_folder = [] if watched.name == "nt" else ["open", "fsync"]
    assert calls == ["open", "write", "fsync", "replace", *of_folder, "open"]


def test_an_append_is_one_write_and_one_sync(
    segment: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = FailingOS()
    monkeypatch.setattr(files, "os", watched)
    monkeypatch.setattr(journal, "os", watched)
    segment.append({"n": 3})
    assert watched.calls == ["write", "fsync"]


@pytest.mark.parametrize("fault", [Fault.FULL_ONCE, Fault.EIO_ONCE, Fault.BARRED_ONCE])
def test_a_refused_record_goes_first(
    segment: Segment, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, fault)
    with pytest.raises(Unwritable):
        segment.append({"n": 3})
    assert state(segment) == (1, True)
    segment.append({"n": 4})
    assert state(segment) == (0, False)
    assert read_segment(segment.path).records == records(0, 1, 2, 3, 4)


def test_nothing_slips_past_a_full_disk(segment: Segment, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = fail(monkeypatch, Fault.FULL)
    for number in (3, 4):
        with pytest.raises(Unwritable, match="The disk is full"):
            segment.append({"n": number})
    with pytest.raises(Unwritable):
        segment.retry()
    assert segment.pending == 2
    assert read_segment(segment.path).records == records(0, 1, 2)
    disk.heal()
    segment.retry()
    assert not segment.pending
    assert read_segment(segment.path).records == records(0, 1, 2, 3, 4)


def test_half_a_write_is_taken_back(segment: Segment, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path(segment.path).read_bytes()
    real = os.write
    monkeypatch.setattr(os, "write", _half_then_full(real))
    with pytest.raises(Unwritable, match="full"):
        segment.append({"n": 3})
    assert Path(segment.path).read_bytes() == before
    monkeypatch.setattr(os, "write", real)
    segment.append({"n": 4})
    assert read_segment(segment.path).records == records(0, 1, 2, 3, 4)


def _half_then_full(real: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
    taken = [5]

    def write(fd: int, data: bytes) -> int:
        if taken:
            return real(fd, data[: taken.pop()])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return write


def test_after_a_failed_sync_the_lines_go_to_a_fresh_file(
    segment: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.stat(segment.path).st_ino
    disk = fail(monkeypatch, Fault.EIO_ONCE, at=2)
    segment.append({"n": 3})
    assert disk.calls[:2] == ["write", "fsync"]
    assert os.stat(segment.path).st_ino != before
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


def test_a_folder_that_vanishes_and_comes_back(segment: Segment, folder: DataFolder) -> None:
    away = folder.path + "-away"
    os.rename(folder.path, away)
    with pytest.raises(Unwritable, match="has vanished"):
        segment.append({"n": 3})
    assert not os.path.exists(folder.path)
    os.rename(away, folder.path)
    segment.retry()
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


@pytest.mark.posix
def test_a_file_that_was_removed_is_written_again(segment: Segment, folder: DataFolder) -> None:
    shutil.rmtree(folder.journal)
    segment.append({"n": 3})
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


@pytest.mark.posix
def test_a_file_that_was_put_in_its_place_is_replaced(segment: Segment) -> None:
    os.unlink(segment.path)
    Path(segment.path).write_bytes(b"something else\n")
    segment.append({"n": 3})
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


def test_a_file_that_was_emptied_in_its_place_is_written_again(segment: Segment) -> None:
    """As by an editor, or a copy that is put over it."""
    segment.append({"n": 3})
    os.truncate(segment.path, 0)
    segment.append({"n": 4})
    assert read_segment(segment.path).records == records(0, 1, 2, 3, 4)
    assert segment.trouble is None


def test_a_session_begins_in_memory_where_the_disk_refuses(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = fail(monkeypatch, Fault.BARRED)
    segment = Segment.create(folder.journal, "s-1", "session", first=records(0))
    assert segment.pending
    assert segment.trouble
    assert list_segments(folder.journal) == []
    with pytest.raises(Unwritable):
        segment.append({"n": 1})
    disk.heal()
    segment.append({"n": 2})
    assert read_segment(segment.path).records == records(0, 1, 2)


def test_what_json_has_no_word_for_is_not_taken(segment: Segment) -> None:
    with pytest.raises(ValueError, match=r"not JSON compliant|Out of range"):
        segment.append({"n": float("nan")})
    assert not segment.pending
    segment.append({"n": 3})
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


def test_lines_with_windows_ends_are_lines_and_are_gone_on_with(segment: Segment) -> None:
    """As git leaves them where it is told to."""
    path = Path(segment.path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    again, damaged = reopened(segment)
    assert damaged is None
    again.append({"n": 3})
    assert read_segment(segment.path).records == records(0, 1, 2, 3)
    assert b"\r" not in path.read_bytes()


def test_a_torn_last_line_is_dropped_without_a_word(segment: Segment) -> None:
    with open(segment.path, "ab") as file:
        file.write(b'0123abcd {"n": 3')
    again, damaged = reopened(segment)
    assert damaged is None
    assert again.records == records(0, 1, 2)
    again.append({"n": 4})
    assert read_segment(segment.path).records == records(0, 1, 2, 4)
    assert os.listdir(os.path.dirname(segment.path)) == ["s-1.jsonl"]


def test_a_whole_line_without_its_newline_counts(segment: Segment) -> None:
    os.truncate(segment.path, os.path.getsize(segment.path) - 1)
    again, damaged = reopened(segment)
    assert damaged is None
    again.append({"n": 3})
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


def test_damage_in_the_middle_costs_one_line_and_is_told(segment: Segment) -> None:
    data = bytearray(Path(segment.path).read_bytes())
    data[data.index(b'{"n":1}') + 5] ^= 1
    Path(segment.path).write_bytes(data)
    again, damaged = reopened(segment)
    assert again.records == records(0, 2)
    assert damaged is not None
    assert damaged.lost == 1
    assert "1 line of s-1.jsonl" in damaged.what
    assert "s-1.jsonl.damaged-1" in damaged.what
    assert Path(segment.path + ".damaged-1").read_bytes() == data
    again.append({"n": 3})
    assert Segment.open(segment.path)[1] is None
    assert read_segment(segment.path).records == records(0, 2, 3)
    assert Path(segment.path + ".damaged-1").read_bytes() == data


def test_damage_that_cannot_be_set_aside_is_not_written_over(
    segment: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(segment.path, "ab") as file:
        file.write(b"\0" * 40)
    before = Path(segment.path).read_bytes()
    disk = fail(monkeypatch, Fault.FULL)
    again, damaged = reopened(segment)
    assert damaged is not None
    assert damaged.aside is None
    with pytest.raises(Unwritable):
        again.append({"n": 3})
    assert Path(segment.path).read_bytes() == before
    disk.heal()
    again.retry()
    assert Path(segment.path + ".damaged-1").read_bytes() == before
    assert read_segment(segment.path).records == records(0, 1, 2, 3)


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"not a journal\n"])
def test_a_file_that_makes_no_sense_is_told_and_kept(segment: Segment, data: bytes) -> None:
    Path(segment.path).write_bytes(data)
    again, damaged = reopened(segment)
    assert again.records == []
    assert damaged is not None
    assert Path(segment.path + ".damaged-1").read_bytes() == data


def test_looking_changes_nothing(segment: Segment) -> None:
    with open(segment.path, "ab") as file:
        file.write(b"\0\0")
    before = Path(segment.path).read_bytes()
    assert read_segment(segment.path).lost == 1
    assert Path(segment.path).read_bytes() == before
    assert os.listdir(os.path.dirname(segment.path)) == ["s-1.jsonl"]


def test_a_newer_journal_is_refused_with_both_numbers(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SCHEMA", 7)
    segment = Segment.create(folder.journal, "s-1", "session")
    before = Path(segment.path).read_bytes()
    monkeypatch.undo()
    with pytest.raises(Newer, match=r"schema 7.*up to 1"):
        Segment.open(segment.path)
    assert Path(segment.path).read_bytes() == before


def test_remove_and_list(segment: Segment, folder: DataFolder) -> None:
    Segment.create(folder.journal, "s-0", "edit")
    assert [os.path.basename(path) for path in list_segments(folder.journal)] == [
        "s-0.jsonl",
        "s-1.jsonl",
    ]
    segment.remove()
    segment.remove()
    assert [os.path.basename(path) for path in list_segments(folder.journal)] == ["s-0.jsonl"]


@pytest.mark.parametrize("id_", ["", "../out", "a/b", ".hidden", "é"])
def test_an_id_is_a_plain_name(folder: DataFolder, id_: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        Segment.create(folder.journal, id_, "session")


@settings(examples(40, 150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_invents_a_record_or_stops_the_next(
    folder: DataFolder, data: st.DataObject
) -> None:
    shutil.rmtree(folder.journal)
    os.mkdir(folder.journal)
    segment = Segment.create(folder.journal, "s", "session", first=records(0, 1, 2, 3))
    segment.close()
    whole = Path(segment.path).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    rubbish = data.draw(st.binary(max_size=20) | st.just(b"\0" * 50))
    Path(segment.path).write_bytes(whole[:start] + rubbish + whole[end:])
    again, _ = reopened(segment)
    assert [n for n in range(4) if {"n": n} in again.records] == [r["n"] for r in again.records]
    again.append({"n": 9})
    again.close()
    assert read_segment(again.path).records == [*again.records, {"n": 9}]
