"""Each kind of act in a real terminal: done, the program killed, started again, and undone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree
from signal import SIGKILL
from typing import Any, NamedTuple

import pytest

from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.library.library import Library
from tests.end_to_end.terminal import Terminal
from tests.exchange.reading import SAMPLES
from tests.sweep import sweep

DAY_MS = 86_400_000
UP, DOWN, RIGHT, END = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[F"
ESCAPE, EMPTY = "\x1b", "\x15"

ZYZZY = f"e|Exercises   1|n|what you call it|Zyzzy\r|Added Zyzzy|{ESCAPE}|q quit|"
"""An exercise of one's own is there, the last of them, and home stands there again."""
SWAPPED = (
    "h|History|\r|The session itself|x|which was not done|"
    "dead\r|type to search|{}\r|in 2 sets of A1|"
)


UNFINISHED = " |space  start|~ |WORK|~ |REST|q|Unfinished|"


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
    again: str = "Made again: "
    """Stands on the screen once it is done again; empty where no key does that another day."""
    first: str = ""
    """What is there already, with the keys that lead there."""


KINDS = {
    "a session is deleted": Kind("h|History|~d", "Deleted: ", "h", "Undone: Deleted 20"),
    "a session is put right": Kind(
        "h|History|\r|The session itself|9\r", "u undoes it.", "h", 'Undone: "The session, eff'
    ),
    "a session began on another day": Kind(
        f"h|History|\r|The session itself|\r{3 * DOWN}|▸     began|\r|enter  keep|"
        f"{EMPTY}yesterday 18:30\r",
        "u undoes it.",
        "h",
        'Undone: "The session, began',
    ),
    "a swap that was forgotten": Kind(
        SWAPPED.format("bird").removesuffix("|in 2 sets of A1|"),
        "Kept, in 2 sets of A1.",
        "h",
        "Undone: ",
    ),
    "a set is moved": Kind(
        f"h|History|\r|The session itself|{DOWN}|left   8|J", "Moved. u moves it", "h", "Undone: "
    ),
    "a set is deleted": Kind(
        f"h|History|\r|The session itself|{DOWN}|left   8|~d",
        "The set is deleted.",
        "h",
        "Undone: Deleted A1 round 1",
    ),
    "a set is added": Kind(
        f"h|History|\r|The session itself|{DOWN}|left   8|n", "u takes it out", "h", "Undone: "
    ),
    "a run is deleted": Kind("t|Runs|~d", "Deleted: ", "t", "Undone: Deleted "),
    "a run is noted": Kind("t|Runs|n|in any order|8k 42:10\r", "Kept: ", "t", "Undone: Noted "),
    "a run is changed": Kind("t|Runs|e|changing|\x05 note windy\r", "Kept: ", "t", "Undone: "),
    "a file is taken in": Kind(
        f"i|a path, or drop|{SAMPLES / 'hevy.csv'}\r|nothing is written yet|\r",
        "2 sessions taken in",
        "i|Import|\x1b|hevy|",
        "Taken out again: 2 sessions",
        again="",
    ),
    "a plan is begun": Kind(
        "p|Plan|n|A new plan|\r",
        "The plan begins on",
        "p",
        "Undone: ",
        first="p|Plan|x|once more ends|~x|is ended|",
    ),
    "a plan is ended": Kind(
        "p|Plan|x|once more ends|~x", "The plan is ended", "p", "Undone: The plan"
    ),
    "a plan is moved": Kind(
        "p|Plan|o|holiday or ill?|h|‹ holiday|\r",
        "The plan is moved",
        "p",
        "Undone: The plan is moved",
    ),
    "a week of it is changed": Kind(f"p|Plan|\r{RIGHT}", "sessions: 3.", "p", "Undone: Week "),
    "an exercise is new": Kind(
        "e|Exercises|n|what you call it|Zyzzy\r", "Added Zyzzy", "e", "Undone: Added Zyzzy"
    ),
    "an exercise is edited": Kind(
        f"e|Exercises|e|what you call it|{DOWN}|F1 keys| too\r", "Changed ", "e", "Undone: "
    ),
    "an exercise is archived": Kind("e|Exercises|a", "Archived ", "e", "Undone: Archived "),
    "an exercise is deleted": Kind(
        f"e|Exercises|{END}|▸   Zyzzy|~d", "Deleted Zyzzy", "e", "Undone: Deleted", first=ZYZZY
    ),
    "two exercises are merged": Kind(
        "e|Exercises|/|to the list|zyz\r|▸   Zyzzy|m|the same movement|bridge\r",
        "Merged Zyzzy into Bridge",
        "e",
        "Undone: Merged",
        first=f"{ZYZZY}{SWAPPED.format('zyz')}{ESCAPE}|History|{ESCAPE}|q quit|",
    ),
    "a routine is new": Kind(
        f"o|Routines|n|type to search|split\r|That is all|{ESCAPE}|its name|{ESCAPE}",
        "takes back: Added My routine",
        "o",
        "Undone: ",
    ),
    "a routine is copied": Kind("o|Routines|c", "(copy)", "o", "Undone: "),
    "a routine is edited": Kind(
        f"o|Routines|e|Edit|\r{5 * DOWN}{RIGHT}", "your own copy now", "o", "Undone: "
    ),
    "a routine is deleted": Kind(
        f"o|Routines|{5 * DOWN}|(copy)   own|~d",
        "Deleted ",
        "o",
        "Undone: ",
        first="o|Routines|c|(copy)|",
    ),
    "a slot has a list of its own": Kind(
        "o|Routines|e|Edit|]i|what may stand|box\r", "B1, its own list.", "o", "Undone: B1"
    ),
    "a setting is set": Kind(f"s|Settings|{RIGHT}", "takes it back", "s", "Undone: "),
    "a level is taken": Kind(f"l|Level|{RIGHT}\r", "YOURS", "l", "Undone: "),
    "a session is discarded": Kind(
        "~d", "Discarded. u brings it back.", "", "Unfinished", "", first=UNFINISHED
    ),
}
IN_THE_PAST, IN_THE_LIBRARY = "a session is deleted", "a slot has a list of its own"
TOLD = ("imports", "deleted", "marks")
"""Tables that say of other documents what was done with them, and when."""


def content(folder: Path) -> Any:
    """Return all of a folder that an act can change, and an undo has to bring back."""
    past = Past(folder)
    tables = Library(str(folder / "library.json")).snapshot()
    return {
        "sessions": list(past.documents()),
        "runs": Runs(past).entries(),
        "unfinished": sorted(path.suffix for path in (folder / "journal").iterdir()),
        **{name: table for name, table in tables.items() if table and name not in TOLD},
    }


def acts(folder: Path) -> int:
    """Return how much is remembered of what was done."""
    path = folder / "undo.jsonl"
    return path.stat().st_size if path.exists() else 0


@contextmanager
def at_home(folder: Path, *, dies: bool = False) -> Iterator[Terminal]:
    """Yield the program at home; see that it ends well, or kill it."""
    here = Terminal(folder)
    try:
        here.wait_for("q quit")
        yield here
        if dies:
            here.kill(SIGKILL)
        else:
            go_home(here)
            here.press_calmly("q")
            assert here.ended() == 0
        assert "Traceback" not in here.raw
    finally:
        here.close()


def go_home(here: Terminal) -> None:
    """Leave whatever stands there, once no line of what stood there before is left of it."""
    here.settle()
    while not is_home(here):
        here.press(ESCAPE)
        for _ in range(20):
            if is_home(here):
                break
            here.read(0.05)


def is_home(here: Terminal) -> bool:
    return all(word in here.text() for word in ("q quit", "s  settings"))


def pressed(here: Terminal, keys: str) -> None:
    """Press keys; between bars stands what has to be on the screen before the next.

    A `~` lets the guard against a held key pass.
    """
    for number, part in enumerate(keys.split("|")):
        if number % 2:
            here.wait_for(part)
        elif part.startswith("~"):
            here.press_calmly(part[1:])
        else:
            here.press(part)


def comes(here: Terminal, is_there: Callable[[], bool]) -> None:
    """Read on until something is on the disk."""
    for _ in range(400):
        if is_there():
            return
        here.read(0.05)
    raise AssertionError(f"that does not come:\n{here.text()}")


@pytest.fixture(scope="module")
def begun(made_up_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a year of training in which whatever a first start writes is there already."""
    folder = copytree(made_up_year, tmp_path_factory.mktemp("begun") / "data")
    with at_home(folder) as here:
        pressed(here, f"s|Settings|{RIGHT}|takes it back|u|Undone|")
    return folder


@pytest.fixture
def folder(begun: Path, tmp_path: Path) -> Path:
    return copytree(begun, tmp_path / "data")


@pytest.mark.parametrize("name", sweep(KINDS, stay=("a setting is set",)))
def test_it_is_undone_after_a_restart_and_done_again_after_another(name: str, folder: Path) -> None:
    kind = KINDS[name]
    if kind.first:
        bare = content(folder)
        with at_home(folder) as here:
            pressed(here, kind.first)
            comes(here, lambda: content(folder) != bare)
    before, remembered = content(folder), acts(folder)
    with at_home(folder, dies=True) as here:
        pressed(here, kind.keys)
        here.wait_for(kind.said)
        comes(here, lambda: content(folder) != before)
        comes(here, lambda: acts(folder) > remembered or not kind.again)
    after = content(folder)
    with at_home(folder) as here:
        pressed(here, f"{kind.place}u")
        here.wait_for(kind.undone)
    assert content(folder) == before
    if kind.again:
        with at_home(folder, dies=True) as here:
            pressed(here, f"{kind.place}U")
            here.wait_for(kind.again)
            comes(here, lambda: content(folder) == after)


MADE = (
    ZYZZY,
    f"o|Routines|c|(copy)|{ESCAPE}|q quit|",
    "p|Plan|x|once more ends|~x|is ended|"
    f"n|A new plan|{3 * UP}|a Monday|{EMPTY}{{monday}}\r|still to begin|",
    f"{ESCAPE}|q quit|",
    UNFINISHED,
)
DELETED = {
    "a session": ("h|History|~d", "Deleted: "),
    "a run": ("t|Runs|~d", "Deleted: "),
    "an exercise": (f"e|Exercises|{END}|▸   Zyzzy|~d", "Deleted Zyzzy"),
    "a routine": (f"o|Routines|{5 * DOWN}|(copy)   own|~d", "Deleted "),
    "a plan": ("p|still to begin|x|once more|~x", "taken out"),
    "an unfinished session": ("~d", "Discarded"),
}


class Binned(NamedTuple):
    """A folder out of which something of every kind was deleted, and the program killed."""

    folder: Path
    before: Any
    """Its content before that."""


@pytest.fixture(scope="module")
def binned(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Binned:
    folder = copytree(begun, tmp_path_factory.mktemp("binned") / "data")
    today = date.today()
    monday = today + timedelta(days=7 - today.weekday())
    with at_home(folder) as here:
        for keys in MADE:
            pressed(here, keys.format(monday=monday))
    before = content(folder)
    with at_home(folder, dies=True) as here:
        for keys, said in DELETED.values():
            last, remembered = content(folder), acts(folder)
            pressed(here, keys)
            here.wait_for(said)
            comes(here, lambda: content(folder) != last and acts(folder) > remembered)  # noqa: B023
            go_home(here)
    return Binned(folder, before)


@pytest.mark.sweep
def test_all_that_was_deleted_comes_back_out_of_the_bin_after_a_kill(
    binned: Binned, tmp_path: Path
) -> None:
    folder = copytree(binned.folder, tmp_path / "data")
    assert content(folder) != binned.before
    with at_home(folder) as here:
        pressed(here, f":|what you are after|bin\r|Bin   {len(DELETED)}|")
        for left in reversed(range(len(DELETED))):
            pressed(here, f"~\r|{f'Bin   {left}' if left else 'The bin is empty.'}|")
        pressed(here, f"{ESCAPE}|Unfinished|")
    assert content(folder) == binned.before


@pytest.mark.sweep
def test_what_was_deleted_is_gone_after_30_days(binned: Binned, tmp_path: Path) -> None:
    folder = copytree(binned.folder, tmp_path / "data")
    lines = folder / "undo.jsonl"
    old = re.sub(r'"at":(\d+)', lambda at: f'"at":{int(at[1]) - 31 * DAY_MS}', lines.read_text())
    lines.write_text(old)
    for _ in range(2):  # what is old is so by the clock and by what was done last
        with at_home(folder) as here:
            pressed(here, f"s|Settings|{RIGHT}|takes it back|")
    with at_home(folder) as here:
        pressed(here, ":|what you are after|bin\r|The bin is empty.|")
