"""Each kind of act in a real terminal: done, the program closed, started again, and undone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from signal import SIGKILL
from time import sleep
from typing import Any, NamedTuple

import pytest

from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.library.library import Library
from tests.end_to_end.terminal import Terminal

DAY_MS = 86_400_000
RIGHT, DOWN = "\x1b[C", "\x1b[B"


class Kind(NamedTuple):
    """A kind of act."""

    keys: str
    """From home on, to where it is done, and doing it; between bars what has to stand there."""
    said: str
    """Stands on the screen then."""
    place: str
    """From home on, to where it is undone."""
    undone: str
    """Stands on the screen once it is."""
    seen: Callable[[Path], Any]
    """Reads from the disk what it changes."""


def sessions(folder: Path) -> Any:
    return list(Past(folder).documents())


def runs(folder: Path) -> Any:
    return Runs(Past(folder)).entries()


def library(*tables: str) -> Callable[[Path], Any]:
    """Return what reads rows of the library; a value that is as it ships may be left out."""

    def read(folder: Path) -> Any:
        found = Library(str(folder / "library.json")).snapshot()
        return [found.get(name) or {} for name in tables]

    return read


def unfinished(folder: Path) -> Any:
    return sorted(path.suffix for path in (folder / "journal").iterdir())


KINDS = {
    "a session is deleted": Kind("hd", "Deleted: ", "h", "Undone: Deleted 20", sessions),
    "a session is put right": Kind(
        "h\r9\r", "Kept: effort 9. u undoes it.", "h", "Undone: The session, effort", sessions
    ),
    "a set is deleted": Kind(
        "h\r\x1b[Bd", "The set is deleted.", "h", "Undone: Deleted A1 round 1", sessions
    ),
    "a run is deleted": Kind("td", "Deleted: ", "t", "Undone: Deleted ", runs),
    "a run is noted": Kind("tn8k 42:10\r", "Kept: ", "t", "Undone: Noted ", runs),
    "a plan is ended": Kind("px", "The plan is ended", "p", "Undone: The plan", library("plans")),
    "a plan is moved": Kind(
        "po\r", "The plan is moved", "p", "Undone: The plan is moved", library("plans")
    ),
    "an exercise is archived": Kind(
        "ea", "Archived ", "e", "Undone: Archived ", library("exercises")
    ),
    "a routine is copied": Kind("oc", "(copy)", "o", "Undone: ", library("routines")),
    "a routine is edited": Kind(
        f"o|Routines|e|Edit|\r{5 * DOWN}{RIGHT}", "own copy", "o", "Undone: ", library("routines")
    ),
    "a setting is set": Kind(f"s{RIGHT}", "takes it back", "s", "Undone: ", library("athlete")),
    "a level is taken": Kind(f"l{RIGHT}\r", "YOURS", "l", "Undone: ", library("athlete")),
}


@contextmanager
def at_home(folder: Path) -> Iterator[Terminal]:
    """Yield the program at home; see that it ends well."""
    here = Terminal(folder)
    try:
        here.wait_for("q quit")
        yield here
        while "q quit" not in here.text():
            here.press("\x1b")
            here.settle()
        here.press("q")
        assert here.ended() == 0
        assert "Traceback" not in here.raw
    finally:
        here.close()


@pytest.fixture
def folder(made_up_year: Path, tmp_path: Path) -> Path:
    return copytree(made_up_year, tmp_path / "data")


def pressed(here: Terminal, keys: str) -> None:
    """Press keys one after the other, each once what came of the one before stands there."""
    for number, part in enumerate(keys.split("|")):
        if number % 2:
            here.wait_for(part)
            continue
        for key in re.findall(r"\x1b\[.|.", part, re.DOTALL):
            here.press(key)
            here.settle()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_it_is_undone_after_a_restart(kind: Kind, folder: Path) -> None:
    if kind.seen not in (sessions, runs):
        with at_home(folder) as here:  # so that whatever a first start writes is there
            pressed(here, f"s{RIGHT}u")
    before = kind.seen(folder)
    with at_home(folder) as here:
        pressed(here, kind.keys)
        here.wait_for(kind.said)
    assert kind.seen(folder) != before
    with at_home(folder) as here:
        pressed(here, f"{kind.place}u")
        here.wait_for(kind.undone)
    assert kind.seen(folder) == before


@pytest.mark.slow
def test_a_discarded_session_comes_back_after_a_restart(folder: Path) -> None:
    with at_home(folder) as here:
        pressed(here, "  ")
        here.wait_for("WORK")
        pressed(here, " qd")
        here.wait_for("Discarded. u brings it back.")
    assert unfinished(folder) == [".discarded"]
    with at_home(folder) as here:
        pressed(here, "u")
        here.wait_for("Unfinished")
    assert unfinished(folder) == [".jsonl"]


DELETED = {
    "a session": ("hd", "Deleted: ", sessions),
    "a run": ("td", "Deleted: ", runs),
    "an exercise": ("enZyzzy\r|Zyzzy|d", "Deleted Zyzzy", library("exercises")),
    "a routine": ("oc|(copy)|d", "Deleted ", library("routines")),
    "a plan": ("pxn|begins on|\r|still to begin|x", "taken out", library("plans")),
}


@pytest.mark.slow
def test_all_that_was_deleted_lies_in_the_bin_after_a_kill_and_is_gone_after_30_days(
    folder: Path,
) -> None:
    here = Terminal(folder)
    here.wait_for("q quit")
    before = {}
    for name, (keys, said, seen) in DELETED.items():
        making, deleting = keys[:-1], keys[-1]
        pressed(here, making)
        sleep(0.5)
        before[name] = seen(folder)
        pressed(here, deleting)
        here.wait_for(said)
        while "q quit" not in here.text():
            here.press("\x1b")
            here.settle()
        assert seen(folder) != before[name], name
    pressed(here, "  |WORK| qd|Discarded|")
    sleep(1.5)
    here.kill(SIGKILL)
    here.close()
    later = copytree(folder, folder.parent / "later")
    with at_home(folder) as here:
        pressed(here, ":bin\r")
        here.wait_for("Bin   6")
        pressed(here, "\r" * 6)
        here.wait_for("The bin is empty.")
        pressed(here, "\x1b")
        here.wait_for("Unfinished")
    assert {name: seen(folder) for name, (_, _, seen) in DELETED.items()} == before
    acts = later / "undo.jsonl"
    old = re.sub(r'"at":(\d+)', lambda at: f'"at":{int(at[1]) - 31 * DAY_MS}', acts.read_text())
    acts.write_text(old)
    for _ in range(2):  # what is old is so by the clock and by what was done last
        with at_home(later) as here:
            pressed(here, f"s{RIGHT}|takes it back|")
    with at_home(later) as here:
        pressed(here, ":bin\r")
        here.wait_for("The bin is empty.")
