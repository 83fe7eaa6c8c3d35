"""The installed command in a real terminal: killed in a rest, and it stands where it stood."""

import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import tinydb

from runlift_tui.core.session.state import Rest
from runlift_tui.store.disk.lock import FolderLock
from runlift_tui.store.journal.records import Replayed, replayed
from runlift_tui.store.journal.segment import read_segment
from tests.end_to_end.terminal import A_SHELL, Terminal
from tests.newcomers import introduce
from tests.sweep import sweep

WAITS = (
    "import signal, subprocess, sys; signal.signal(signal.SIGHUP, lambda *_: None); "
    "sys.exit(subprocess.call(sys.argv[1:]))"
)
"""What `make` does: it waits for its child, and keeps the end of the terminal to itself."""


@contextmanager
def terminal(
    folder: Path, *argv: str, lines: str = "", under: tuple[str, ...] = ()
) -> Iterator[Terminal]:
    found = Terminal(folder, *argv, under=under, LINES=lines)
    try:
        yield found
    finally:
        found.close()


def journal(folder: Path) -> Replayed:
    """Return the session as its only journal has it."""
    (path,) = (folder / "journal").glob("*.jsonl")
    contents = read_segment(str(path))
    assert contents.lost == 0
    return replayed(contents.records)


def due(folder: Path) -> int:
    """Return when the rest under way is over, milliseconds on the session's line."""
    from runlift_tui.core.session.rests import deadline

    session = journal(folder).session
    assert isinstance(session.phase, Rest)
    return deadline(session, session.phase)


def wait_for_commands(folder: Path, count: int, here: Terminal) -> list[dict[str, Any]]:
    """Read the screen until the journal has so many lines; return what they say."""
    end = time.monotonic() + 15
    while time.monotonic() < end:
        for path in (folder / "journal").glob("*.jsonl"):
            lines = path.read_text().splitlines()
            if len(lines) >= count:
                return [json.loads(line.split(" ", 1)[1]) for line in lines]
        here.read(0.05)
    raise AssertionError(f"the journal never comes to {count} lines:\n{here.text()}")


def test_killed_in_a_rest_and_started_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder, "start", "--level", "beginner", "--warm-up-rounds", "1") as first:
        first.wait_for("WORK", "A1")
        first.press(" ")
        first.wait_for("NEXT", "DONE")
        first.press("9\t7\r")
        wait_for_commands(folder, 5, first)
        first.press("++")
        wait_for_commands(folder, 7, first)
        first.wait_for("left  9", "right [7]")
        assert first.kill(signal.SIGKILL) == -signal.SIGKILL
    before = journal(folder).session
    deadline = due(folder)

    with terminal(folder, "resume") as second:
        screen = second.wait_for("NEXT", "DONE", "left  9", "right  7")
        assert "A1" in screen
        wait_for_commands(folder, 8, second)
        assert journal(folder).session.done == before.done, "every logged value"
        assert due(folder) == deadline, "the same deadline"
        second.press_calmly("f")
        second.wait_for("Finish here?")
        second.press("\r")
        second.wait_for("Summary", "effort")
        second.press("7")
        second.press_calmly("\r")
        second.wait_for("Saved")
        second.press("q")
        assert second.ended() == 0
        assert "Traceback" not in second.raw

    assert not list((folder / "journal").glob("*.jsonl"))
    (path,) = (folder / "history").glob("*.json")
    assert re.fullmatch(r"\d{4}", path.stem)
    with tinydb.TinyDB(path) as db:
        (row,) = db.table("sessions").all()
    assert row["effort"] == 7
    (only,) = row["sets"]
    assert (only["slot"], only["left"], only["right"]) == ("A1", 9, 7)


@pytest.mark.parametrize(
    "number", sweep([signal.SIGTERM, signal.SIGHUP, signal.SIGINT], stay=[signal.SIGTERM])
)
def test_a_signal_ends_it_cleanly(number: int, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder, "start", "--level", "beginner") as here:
        here.wait_for("WORK", "A1")
        here.press(" ")
        here.wait_for("DONE")
        here.press("7")
        assert here.kill(number) == 0, "right behind a key that is on its way"
        assert "Traceback" not in here.raw
        assert "\x1b[?1049l" in here.raw, "the terminal is as it was"
    left = journal(folder)
    (done,) = left.session.done.values()
    assert (done.left, done.right) == (7, 7), "a number that was typed just before counts"
    assert left.strange == 0


def test_ctrl_c_leaves(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder, "start", "--level", "beginner") as here:
        here.wait_for("WORK", "A1")
        here.press(" ")
        here.wait_for("DONE")
        here.press("\x03")
        assert here.ended() == 0
        assert "Traceback" not in here.raw
    assert len(journal(folder).session.done) == 1


def test_a_terminal_that_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder, "start", "--level", "beginner") as here:
        here.wait_for("WORK", "A1")
        here.press(" ")
        here.wait_for("DONE")
        here.press("7")
        here.wait_for("left [7")
        here.hang_up()
    (done,) = journal(folder).session.done.values()
    assert (done.left, done.right) == (7, 7), "a number that was typed just before counts"
    assert not (folder / "crashes").exists()


def test_a_terminal_that_is_closed_over_a_parent_that_passes_no_signal_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    parent = (sys.executable, "-c", WAITS)
    here = Terminal(folder, "start", "--level", "beginner", under=parent)
    try:
        here.wait_for("WORK", "A1")
        here.press(" ")
        here.wait_for("DONE")
        here.hang_up()
    finally:
        here.close()
    assert len(journal(folder).session.done) == 1
    lock = FolderLock(str(folder))
    lock.acquire()
    lock.release()


@pytest.mark.faults
def test_stopped_for_longer_than_a_rest(tmp_path: Path) -> None:
    """As when a lid is closed: the rest is over when it was due, and nothing is logged."""
    with terminal(tmp_path, "start", "--level", "beginner") as here:
        here.wait_for("WORK")
        here.press_calmly(" ")
        here.wait_for("NEXT")
        here.press("-")
        here.wait_for("0:1")
        here.process.send_signal(signal.SIGSTOP)
        time.sleep(17)
        here.process.send_signal(signal.SIGCONT)
        here.wait_for("WORK")
        assert here.kill(signal.SIGTERM) == 0
    assert len(journal(tmp_path).session.done) == 1


@pytest.mark.faults
def test_to_the_shell_and_back(tmp_path: Path) -> None:
    with terminal(tmp_path, "start", "--level", "beginner", under=A_SHELL) as here:
        here.wait_for("WORK")
        _to_the_shell(here)
        os.kill(here.in_shell, signal.SIGCONT)
        here.wait_for("WORK")
        here.press_calmly(" ")
        here.wait_for("NEXT")


@pytest.mark.faults
def test_what_runs_it_goes_to_the_shell_with_it(tmp_path: Path) -> None:
    """As `make` does: a shell waits until all of them have stopped."""
    under = (*A_SHELL, sys.executable, "-c", WAITS)
    with terminal(tmp_path, "start", "--level", "beginner", under=under) as here:
        here.wait_for("WORK")
        _to_the_shell(here)
        os.killpg(here.in_shell, signal.SIGCONT)
        here.wait_for("WORK")
        here.press_calmly(" ")
        here.wait_for("NEXT")


@pytest.mark.faults
def test_where_there_is_no_shell_it_goes_on_and_takes_back(tmp_path: Path) -> None:
    """As in a window that was opened for it alone: nobody could have it go on."""
    with terminal(tmp_path, "start", "--level", "beginner") as here:
        here.wait_for("WORK")
        here.press_calmly(" ")
        here.wait_for("NEXT")
        here.press_calmly("\x1a")
        here.wait_for("WORK", "Taken back")
        assert _state(here.process.pid) != "T"


@pytest.mark.sweep
def test_told_to_go_on_though_it_never_gave_the_terminal_back(tmp_path: Path) -> None:
    """As multiplexers and service managers do beside ending it; in a shell whose LINES lie."""
    with terminal(tmp_path, "start", "--level", "beginner", lines="9" * 30) as here:
        here.wait_for("WORK")
        threads = Path(f"/proc/{here.process.pid}/task")
        held = []
        for _ in range(6):
            here.process.send_signal(signal.SIGCONT)
            here.settle()
            held.append(len(list(threads.iterdir())) if threads.exists() else 0)
        here.wait_for("WORK")
        # One of its own may come in between; of those that listen and write there came a pair each.
        assert held[-1] - held[0] < 3
        assert here.kill(signal.SIGTERM) == 0


def _state(pid: int) -> str:
    """Return what the system says of a process: `T` for stopped."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


BYTES = {
    "a letter of Latin-1": b"\xe9",
    "a mouse far to the right, told in bytes": b"\x1b[M \xa0\x22\x1b[M#\xa0\x22",
    "every byte that is no ASCII": bytes(range(0x80, 0x100)),
    "half a letter": b"\xc3",
    "what no text has": b"\xf0\x9f\xff\xfe\xed\xa0\x80",
}


@pytest.mark.sweep
def test_no_byte_from_a_terminal_ends_it(tmp_path: Path) -> None:
    with terminal(tmp_path, "start", "--level", "beginner") as here:
        here.wait_for("WORK")
        for what, data in BYTES.items():
            here.send(data)
            here.read(0.3)
            if len(data) >= 128:  # so many at once are a paste; what follows at once is of it
                here.wait_for("Nothing was pasted")
            here.press("w")
            here.wait_for("Why")
            assert here.process.poll() is None, what
            assert "Traceback" not in here.raw, what
            here.press("\x1b")
            here.wait_for("WORK")


FAMILIES = {
    "\x1b[57400u\x1b[57401u": 12,
    "\x1b[57400;129;49u\x1b[57402;129;51u": 13,
    "\x1bOq\x1bOt": 14,
    "\uff11\uff15": 15,
    "\u0661\u0666": 16,
    "\x1b[38::49;1;38u\x1b[232::55;1;232u": 17,
}
"""What each types: number pads told apart, with their text and in application mode, full width,
Arabic, and a French row without Shift where the terminal tells which key it is."""


@pytest.mark.sweep
def test_a_key_is_what_is_printed_on_it_on_every_keyboard(tmp_path: Path) -> None:
    """What is logged is what was typed; pause is found in any alphabet, and under Caps Lock."""
    with terminal(tmp_path, "start", "--level", "advanced") as here:
        lines = 2

        def logged(keys: str, count: int = 1) -> dict[str, Any]:
            nonlocal lines
            lines += count
            here.press(keys)
            newest: dict[str, Any] = wait_for_commands(tmp_path, lines, here)[-1]["do"]
            return newest

        here.wait_for("WORK")
        logged(" ")
        logged("+")
        logged("+")  # on a slow machine a rest of twenty seconds would be over too soon
        here.press("é-")
        here.wait_for("- may be meant as 6")
        for keys, value in FAMILIES.items():
            assert logged(f"{keys}\r")["values"] == {"left": value, "right": value}, repr(keys)
        here.let_the_guard_pass()
        assert logged("\u0437")["type"] == "pause"
        here.let_the_guard_pass()
        assert logged("P")["type"] == "continue"


HOME: tuple[str, ...] = ()
SESSION = ("start", "--level", "beginner")
WAYS = [(HOME, "ctrl+l"), (SESSION, "fg"), (HOME, "fg"), (SESSION, "ctrl+l")]


@pytest.mark.parametrize("way", sweep(WAYS, stay=WAYS[:1]))
def test_the_screen_comes_back(tmp_path: Path, way: tuple[tuple[str, ...], str]) -> None:
    """All of it, where the terminal has lost it: another program wrote there, or had it."""
    start, back = way
    with terminal(tmp_path, *start, under=A_SHELL) as here:
        here.wait_for("WORK" if start else "Strength sessions")
        if not start:
            here.press("\x1b")
            here.wait_for("one of these")
            here.press("-")
            here.wait_for("beginner", "advanced")
            here.press("\x1b")
            here.wait_for("Your first session")
        here.settle()
        there = _words(here.text())
        here.wipe()
        if back == "ctrl+l":
            here.press("\x0c")
        else:
            _to_the_shell(here)
            here.wipe()
            os.kill(here.in_shell, signal.SIGCONT)
        here.wait_for(*there)


KINDS = {
    "a page": ("s", "Settings"),
    "a list with a search": ("e/squ", "end the search"),
    "a chart": ("b", "Progress"),
    "the help": ("?", "Keys  Home"),
    "the palette": ("\x10", "what you are after"),
    "a line of typing": ("tn", "in any order"),
    "a session": ("  ", "WORK"),
    "a question in it": ("  s", "no reason"),
    "a dialog over it": ("  w", "Why"),
    "a line over it": ("  n", "keep"),
}
"""Keys from home, and what stands there."""


@pytest.mark.sweep
@pytest.mark.parametrize("kind", KINDS)
def test_the_screen_comes_back_whatever_stands_there(tmp_path: Path, kind: str) -> None:
    """After ctrl+l, after the shell had it, and after it was stopped and let go."""
    keys, part = KINDS[kind]
    introduce(tmp_path)
    with terminal(tmp_path, under=A_SHELL) as here:
        here.wait_for("train")
        for key in keys:
            here.press_calmly(key)
        here.wait_for(part)
        here.settle()
        there = _words(here.text())
        here.wipe()
        here.press("\x0c")
        here.wait_for(*there)
        _to_the_shell(here)
        here.wipe()
        os.kill(here.in_shell, signal.SIGCONT)
        here.wait_for(*there)
        os.kill(here.in_shell, signal.SIGSTOP)
        os.kill(here.in_shell, signal.SIGCONT)
        here.wipe()
        here.press("\x0c")
        here.wait_for(*there)


def _words(screen: str) -> list[str]:
    """Return what stands on a screen and does not move."""
    return re.findall(r"[A-Za-z]{3,}", screen)


def _to_the_shell(here: Terminal) -> None:
    here.press("\x1a")
    end = time.monotonic() + 10
    while _states(here.in_shell) != {"T"} and time.monotonic() < end:
        here.read(0.05)
    assert _states(here.in_shell) == {"T"}


def _states(group: int) -> set[str]:
    """Return what the system says of all processes of a group."""
    found = set()
    for path in Path("/proc").glob("[1-9]*/stat"):
        with suppress(OSError):  # it has ended
            state, _, its, *_ = path.read_text().rpartition(")")[2].split()
            found |= {state} if int(its) == group else set()
    return found
