"""What the last line of a screen offers does what it says in the state that is shown."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest
from textual.geometry import Region
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.keys.key_names import key_name
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.told import Told, ToldLine
from tests.core.past import outing
from tests.exchange.reading import SAMPLES
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep_rows

STANDS = {"←": "left", "→": "right", "↑": "up", "↓": "down", "[": "[", "]": "]", "0-9": "5"}
TYPED = {
    "zzz": "zzzq",
    "8k": "8k 42:10",
    "name": "Hill hop",
    "path": f"{SAMPLES / 'hevy.csv'}",
    "bin": "bin",
}
"""What a word of a state below types; any other is a key."""
LAST = ("delete", "take out", "archive", "undo", "end the plan", "begin", "start", "finish", "quit")
"""Words of what changes the state for all the keys behind it."""
REFUSED = re.compile(r"^(Nothing|There is no|Enter |It is at the end|Not )| already\.| is over\b")
ONLY_TELLS = ("hear", "km, miles", "end the plan")
"""Words of keys that change nothing that is shown."""
_MOST_BACK = 6

STATES: dict[str, tuple[str, ...]] = {
    "nothing": (
        "",
        "space",
        "p",
        "t",
        "t n 8k",
        "t c",
        "b",
        "b t",
        "h",
        "o",
        "e",
        "l",
        "s",
        ": bin enter",
        "i",
        "i path",
        "i path read",
        "i path read enter",
        "i path read enter u",
    ),
    "a session": (
        "h",
        "h /",
        "h / zzz",
        "h enter",
        "h enter down",
        "h enter tab",
        "h y",
        "h d",
        "h d u",
        "t",
        "t c",
        "b",
        "b tab",
        "b tab tab",
        "b tab tab enter",
        ": bin enter",
    ),
    "a year": (
        "",
        "p",
        "p up",
        "p home",
        "p enter",
        "p enter left",
        "p enter left u",
        "p enter tab tab",
        "p up enter",
        "p x x",
        "p x x u",
        "p x x n",
        "p m",
        "p o",
        "p down o",
        "t",
        "t n 8k",
        "t e",
        "t d",
        "t d u",
        "t f down enter",
        "t c",
        "b",
        "b t",
        "b tab",
        "b tab t",
        "b tab tab",
        "b tab tab enter",
        "b tab tab enter +",
        "b tab tab enter t",
        "b tab tab tab",
        "b tab tab tab tab",
        "h",
        "h /",
        "h / zzz",
        "h / zzz enter",
        "h end",
        "h r down enter",
        "h f down enter",
        "h d",
        "h d u",
        "h enter",
        "h enter down",
        "h enter end",
        "h enter d",
        "h enter tab",
        "h enter tab tab tab",
        "h enter down tab",
        "h enter down tab tab",
        "h enter down d",
        "h enter down d u",
        "h y",
        "o",
        "o down",
        "o v",
        "o a v",
        "o e",
        "o e home",
        "o e up",
        "o e tab",
        "o e tab tab",
        "o e tab tab tab",
        "o e tab tab tab tab",
        "o e tab tab tab tab tab",
        "o e tab tab tab tab tab tab",
        "o e home tab",
        "o e up tab",
        "o e up tab up",
        "o e end",
        "o e d",
        "o e d u",
        "e",
        "e /",
        "e / zzz",
        "e / zzz enter",
        "e v",
        "e t down enter",
        "e n",
        "e n name",
        "e n name down down down down down",
        "l",
        "l right",
        "s right",
        "s right u",
        *(f"s{' down' * n}" for n in range(16)),
    ),
    "a beginner": ("l", "l right", "o e"),
    "a plan that is over": ("p", "p end", "p n", ""),
}
STAY = {
    "nothing": ("h", "t n 8k"),
    "a session": (),
    "a year": ("p up enter", "o e tab", "s down down"),
    "a beginner": (),
    "a plan that is over": ("p",),
}


def named(g: Gym) -> list[KeyFace]:
    """Return the keys of the last line."""
    return [face for line in g.screen.query(KeysLine) for face in line.keys]


def pressed(printed: str) -> Iterator[str]:
    """Yield keys as they are pressed, from how they are printed."""
    for part in printed.split():
        whole = STANDS.get(part) or key_name(part)
        yield from [whole] if whole else [STANDS.get(each) or key_name(each) or "" for each in part]


async def open_(g: Gym, state: str) -> bool:
    """Go to a state, from wherever one is; return whether that could be left."""
    for _ in range(_MOST_BACK):
        if not g.is_home:
            await g.press("escape")
    if not g.is_home:
        await g.press("q")
    if not g.is_home:
        return False
    for part in state.split():
        if part in TYPED:
            await g.type(TYPED[part])
        elif part == "read":
            await g.press("enter")
            await g.comes("nothing is written yet")
        else:
            await g.press(part)
    await g.settled()
    return True


class Seen(NamedTuple):
    """What stands on a screen beside the line that tells and the last one, and what is told."""

    lines: list[str]
    told: str


def seen(g: Gym) -> Seen:
    """Return what stands on the screen."""
    out: set[int] = set()
    for part in (*g.screen.query(KeysLine), *g.screen.query(Told), *g.screen.query(ToldLine)):
        region: Region = part.region
        out |= set(range(region.y, region.bottom))
    lines = [line.strip() for n, line in enumerate(g.text().splitlines()) if n not in out]
    return Seen([line for line in lines if line], getattr(g.screen, "_said", ""))


async def does(g: Gym, face: KeyFace) -> bool:
    """Press the keys of one word; return whether one of them did something, and none refused."""
    here, found = g.screen, False
    for key in pressed(face.key):
        before, focused = seen(g), here.focused
        await g.press(key)
        if face.word == "read it":
            await g.comes("nothing is written yet")
        if face.word == "back" and g.screen is here and seen(g).lines == before.lines:
            await g.press(key)  # asked for first, before it throws away what was typed
        await g.settled()
        if g.app._exit or g.screen is not here or here.focused is not focused:
            return True
        if seen(g).told != before.told and REFUSED.search(seen(g).told):
            continue
        found |= seen(g).lines != before.lines
        found |= face.word in ONLY_TELLS and seen(g).told != before.told
        found |= isinstance(here.focused, Input) and key in ("up", "down", "left", "right")
    return found


async def untrue(g: Gym, state: str) -> list[str]:
    """Press each key of the last line of a state in that state; return which did not what it says.

    What changes the state comes last, and is left out where another key has changed it already.
    """
    assert await open_(g, state)
    faces, found = named(g), []
    assert faces
    for face in sorted(faces, key=lambda each: any(word in each.word for word in LAST)):
        if g.app._exit or not await open_(g, state):
            break
        if face in named(g) and not await does(g, face):
            found.append(f"{face.key} {face.word}")
    return found


Made = Callable[[Path, ManualClock], object]


def _a_session(folder: Path) -> None:
    made = DataFolder(folder)
    made.create()
    rows = [{"slot": "A1", "round": 1, "exercise": "dead-bug", "name": "Dead bug", "left": 8}]
    History(made.history).fold(outing(317, *rows, pain=0))


async def _a_plan(folder: Path, clock: ManualClock) -> None:
    async with gym(folder, clock, athlete=SEASONED) as g:
        await g.press("p", "enter")
        await g.comes("The plan begins on")
    (folder / "undo.jsonl").unlink()
    clock.advance(80 * 86_400_000)


async def _past(past: str, folder: Path, clock: ManualClock, made_up_year: Path) -> Athlete:
    """Put into a folder what there is in a state; return who trains."""
    match past:
        case "a year":
            copytree(made_up_year, folder, dirs_exist_ok=True)
        case "a session":
            _a_session(folder)
        case "a plan that is over":
            await _a_plan(folder, clock)
        case "a beginner":
            return Athlete(level=Level.BEGINNER, asked=True)
    return SEASONED


def states() -> Iterator[tuple[str, str]]:
    """Yield every state, with what there is in it."""
    for past, keys in STATES.items():
        yield from ((past, each) for each in keys)


@pytest.mark.parametrize(
    ("state", "past"),
    [
        param
        for past, keys in STATES.items()
        for param in sweep_rows([(each, past) for each in keys], stay=STAY[past])
    ],
)
async def test_every_key_of_a_last_line_does_what_it_says(
    state: str, past: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    athlete = await _past(past, tmp_path, clock, made_up_year)
    async with gym(tmp_path, clock, athlete=athlete) as g:
        assert await untrue(g, state) == []


LOOKED_AT = ("", *"ptbhoelsi", "h /", "p up", "o down")
"""What a second program, which may only look, can open."""


@pytest.mark.parametrize("state", sweep_rows([(each,) for each in LOOKED_AT], stay=tuple("i")))
async def test_a_second_program_offers_only_looking(
    state: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED), gym(tmp_path, clock) as g:
        assert await untrue(g, state) == []


TRAINED = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)


@pytest.mark.parametrize(
    "at", sweep_rows([(each,) for each in ("", "p", "o", "on", "on on", "end")], stay=("p",))
)
async def test_so_it_is_in_a_session_and_at_its_end(
    at: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, choices=TRAINED) as g:
        keys = await _brought_to(g, at)
    assert keys
    for n, face in enumerate(keys):
        folder = tmp_path / f"{n}"
        async with gym(folder, ManualClock(), athlete=SEASONED, choices=TRAINED) as g:
            await _brought_to(g, at)
            assert await does(g, face), f"{face.key} {face.word}"


async def _brought_to(g: Gym, at: str) -> list[KeyFace]:
    """Bring a session to a state, and return the keys of its last line."""
    if at == "end":
        await g.walk_out()
        await g.press("down")
    for part in () if at == "end" else at.split():
        await g.wait(2)
        await (g.on() if part == "on" else g.press(part))
    await g.wait(2)
    return named(g)
