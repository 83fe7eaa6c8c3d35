"""A carried folder in which something hangs: it is left out, told, and taken in once it answers."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from runlift_tui.store.disk import answers, files
from runlift_tui.store.disk.answers import SILENT, Answering
from runlift_tui.store.meeting import meet
from runlift_tui.store.sync import news
from runlift_tui.store.sync.exchange import Exchange
from runlift_tui.store.sync.seen import SeenFiles
from runlift_tui.store.sync.standing import in_a_line, standing
from tests.store.sync.machines import TestMachine, copy_file

SOON_S = 2.0
"""Far longer than anything is waited for here, and far shorter than for ever."""


class Hanging:
    """Has whoever opens a file, or lists a folder, wait until it is let go."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._paths: set[str] = set()
        self._let_go = Event()
        for name in ("listdir", "open"):
            self._wrap(patch, name)

    def _wrap(self, patch: pytest.MonkeyPatch, name: str) -> None:
        real = getattr(os, name)

        def call(path: object, *args: object, **more: object) -> object:
            if any(files.lies_in(str(path), each) for each in self._paths):
                self._let_go.wait()
            return real(path, *args, **more)

        patch.setattr(os, name, call)

    def hang(self, path: Path) -> None:
        """Have it hang, and everything below it."""
        self._let_go.clear()
        self._paths.add(str(path))

    def let_go(self) -> None:
        """Have everything answer again; what waits gets its answer."""
        self._paths.clear()
        self._let_go.set()


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hanging]:
    """What the carried folder lies on; nothing is waited for longer than 0.1 s at a time."""
    monkeypatch.setattr(answers, "READING_S", 0.1)
    monkeypatch.setattr(answers, "_OPEN", {})
    found = Hanging(monkeypatch)
    yield found
    found.let_go()


@pytest.fixture
def pair(tmp_path: Path) -> tuple[TestMachine, TestMachine]:
    """Two machines that meet in one folder, and have both trained."""
    a, b = (TestMachine(tmp_path, tmp_path / "shared", name) for name in ("a", "b"))
    a.train(1)
    a.on()
    b.on()
    return a, b


@pytest.mark.parametrize("what", ["file", "machine", "folder", "device.json"])
def test_what_hangs_is_told_and_left_out_and_taken_in_when_it_answers(
    pair: tuple[TestMachine, TestMachine], tmp_path: Path, drive: Hanging, what: str
) -> None:
    a, b = pair
    third = TestMachine(tmp_path, a.shared, "c")
    third.on()
    for machine, day in ((b, 2), (third, 3)):
        machine.train(day)
        machine.meet()
    b.train(4)
    places = {
        "file": b.mailbox / "2026.json",
        "machine": b.mailbox,
        "folder": b.shared,
        "device.json": b.mailbox / "device.json",
    }
    b.meet()
    drive.hang(places[what])
    began = time.monotonic()
    met = a.meet()
    a.train(5)
    a.meet()  # and what is known to hang is not waited for again
    stands = standing(a.past)
    assert time.monotonic() - began < SOON_S
    assert bool(met.away) == (what == "folder") == bool(stands.away)
    # What hangs keeps nobody from the rest: what b had before lies in c's folder as well.
    here = {"s1", "s5"} | ({"s2", "s3"} if what != "folder" else set())
    assert a.sessions().keys() == here | ({"s4"} if what == "device.json" else set())
    if what in ("file", "machine"):
        assert [(path, why) for path, why, _ in stands.not_read] == [(str(places[what]), SILENT)]
    drive.let_go()
    everything = {"s1", "s2", "s3", "s4", "s5"}
    until = time.monotonic() + SOON_S
    while a.sessions().keys() != everything and time.monotonic() < until:
        a.meet()
    b.meet()
    assert a.sessions().keys() == b.sessions().keys() == everything
    assert not standing(a.past).not_read


def test_where_it_cannot_be_written_to_it_is_told_and_given_out_later(
    pair: tuple[TestMachine, TestMachine], drive: Hanging, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair
    real, let_go = os.replace, Event()

    def replace(source: str, target: str) -> None:
        if files.lies_in(str(target), str(a.shared)):
            let_go.wait()
        real(source, target)

    monkeypatch.setattr("runlift_tui.store.sync.exchange.WRITING_S", 0.1)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replace)
        a.train(2)
        began = time.monotonic()
        assert "it does not answer" in a.meet().refused
        Exchange(a.past, a.now).part()  # nor does whoever quits wait for it
        assert time.monotonic() - began < SOON_S
        assert SILENT in standing(a.past).refused[0]
        let_go.set()
    until = time.monotonic() + SOON_S
    while a.meet().refused and time.monotonic() < until:
        time.sleep(0.01)
    b.meet()
    assert b.sessions().keys() == {"s1", "s2"}


def test_whoever_begins_to_train_waits_for_none_of_it_and_nothing_is_said_of_it(
    pair: tuple[TestMachine, TestMachine], drive: Hanging
) -> None:
    a, b = pair
    b.train(2)
    b.meet()
    drive.hang(a.shared)
    began = time.monotonic()
    met = meet(a.past, a.now, lambda: False)
    assert time.monotonic() - began < SOON_S
    assert (met.away, met.refused) == ("", "")
    assert "away" not in in_a_line(a.past)
    assert not SeenFiles(a.past.folder.derived).faults


def test_what_goes_on_is_waited_for_however_long_it_takes(drive: Hanging) -> None:
    done: list[int] = []

    def slowly() -> str:
        for number in range(6):
            time.sleep(0.05)
            done.append(number)
        return "all"

    assert Answering().ask("it", slowly, progress=lambda: len(done)) == "all"
    assert Answering().ask("it", lambda: "more") == "more"


def test_what_there_was_no_time_for_is_not_said_to_hang(
    pair: tuple[TestMachine, TestMachine], drive: Hanging, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair
    b.train(2)
    b.meet()
    a.meet()
    monkeypatch.setattr(answers, "_ALL_IN_ALL_S", 0.1)
    for name in ("2026 1.json", "2026 2.json"):
        copy_file(b.mailbox / "2026.json", b.mailbox / name)
    drive.hang(b.mailbox / "2026 1.json")
    a.meet()
    assert [Path(path).name for path, _, _ in standing(a.past).not_read] == ["2026 1.json"]


def test_what_came_too_late_counts_where_it_may_and_what_fails_says_so(drive: Hanging) -> None:
    late = Event()
    asked = Answering()

    def answer() -> str:
        late.wait()
        return "late"

    for _ in range(2):
        with pytest.raises(TimeoutError, match=SILENT):
            asked.ask("it", answer, may_be_late=True)
    late.set()
    until = time.monotonic() + SOON_S
    while answers._silent() and time.monotonic() < until:
        time.sleep(0.001)
    assert asked.ask("it", lambda: "anew", may_be_late=True) == "late"
    assert asked.ask("it", lambda: "anew", may_be_late=True) == "anew"
    with pytest.raises(ZeroDivisionError):
        asked.ask("it", lambda: 1 // 0)


def test_a_reading_command_looks_again_for_what_hung_in_a_while(
    pair: tuple[TestMachine, TestMachine], drive: Hanging
) -> None:
    a, b = pair
    b.train(2)
    b.meet()
    drive.hang(b.mailbox / "2026.json")
    a.meet()
    drive.let_go()
    at = str(standing(a.past).exchanged)
    assert not news.is_there(a.past.folder, lambda: at)
    assert news.is_there(a.past.folder, lambda: at.replace("2026", "2027"))
