"""Twelve questions of an athlete at the table: few keys from home, and the answer stands there."""

from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from runlift_tui.clock import ManualClock
from tests.screens.gym import Gym, gym
from tests.sweep import sweep

SIZES = ((80, 24), (120, 36))
HURT = ("h", "enter", "enter", "down", "6", "enter", "escape", "escape", "escape", "n")
"""The last session's pain was 6 of 10, and no worse the morning after."""


class Asked(NamedTuple):
    """A question, asked on Sunday, 22 November, with a year of training behind."""

    keys: tuple[str, ...]
    """From home on; what begins with `=` is typed."""
    answer: tuple[str, ...]
    """Stands on the screen then."""
    before: tuple[str, ...] = ()
    """Pressed before it is asked, on the way back to home."""


MOST = 10
QUESTIONS = {
    "when do I train next?": Asked((), ("the next on Tue 24 Nov",)),
    "how long does it take, and how many rounds is it?": Asked((), ("38 minutes: 3 rounds, B1 6",)),
    "which kit do I need for it?": Asked((), ("kit mat, bench, box, mini-band, 2 x 18 kg",)),
    "what may I not do because of the pain that I noted?": Asked(
        (), ("no jumps until you say pain 0-2",), before=HURT
    ),
    "is my 5K better, and over which time?": Asked(
        ("b",), ("23:31 (29 Nov 25) → about 21:47 (10 Oct 26): 1:44 faster",)
    ),
    "how many sessions were it in four weeks?": Asked(("b",), ("28 days: 8 sessions",)),
    "what did I lift two weeks ago, and is it going up?": Asked(
        ("h", "b", "=rear", "enter", "t"),
        ("2026-11-06", "10/10 at 2 x 18 kg", "next time both legs 8", "2 x 16 →"),
    ),
    "put the forgotten swap of last time right": Asked(
        ("h", "x", "enter", "=bird", "enter"),
        ("Kept, in 2 sets of A1. u undoes it.", "A1 1 8 → 8/8 Bird dog"),
    ),
    "the last session ended at 18:20": Asked(
        ("h", "t", "down", "=18:20", "enter"), ("Kept: ended 18:20", "ended 18:20")
    ),
    "bring back the session that I deleted": Asked(
        ("h", "u"), ("Undone: Deleted 2026-11-20 Fri",), before=("h", "d", "escape")
    ),
    "I am ill, until Saturday": Asked(
        ("p", "o", "i", "up", "ctrl+u", "=sat", "enter"),
        ("The plan is moved: Sun 22 Nov to Sat 28 Nov ill.", "ill 0"),
    ),
    "the race was moved by nine days": Asked(
        ("p", "m", "=+9 days", "enter"),
        ("The plan is moved", "race, Tue 19 Jan"),
        before=("p", "m", "=10 jan", "enter", "escape"),
    ),
    "which key undoes?": Asked(("slash", "=undo"), ("▸ Undo: u takes back",)),
}


def pressed(keys: tuple[str, ...]) -> int:
    """Return how many keys these are, a letter that is typed one."""
    return sum(len(key) - 1 if key.startswith("=") else 1 for key in keys)


async def press(g: Gym, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key.startswith("="):
            await g.type(key[1:])
        else:
            await g.press(key)
    await g.settled()


CASES = [(question, size) for size in SIZES for question in QUESTIONS]
NAMES = [f"{question} {columns}x{lines}" for question, (columns, lines) in CASES]


@pytest.mark.parametrize("case", sweep(CASES, stay=CASES[: len(QUESTIONS)]), ids=NAMES)
async def test_it_is_answered_in_few_keys(
    case: tuple[str, tuple[int, int]], made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    question, size = case
    asked = QUESTIONS[question]
    assert pressed(asked.keys) <= MOST
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=size) as g:
        await press(g, asked.before)
        assert g.is_home
        await press(g, asked.keys)
        seen = " ".join(g.text().split())
        for words in asked.answer:
            assert words in seen, f"{question} {words!r} is not there:\n{g.text()}"
