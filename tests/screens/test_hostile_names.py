"""Names and notes hold anything at all, and are shown harmlessly on every screen."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import MyExercise
from runlift_tui.core.home.home import WAYS
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, gym
from tests.store.examples import done, session

HOSTILE = {
    "an escape sequence": "\x1b[2J\x1b]0;gone\x07\x9b31m",
    "a word that turns the writing": "abc\u202edef\u2066ghi",
    "markup": "[bold red]x[/] [@click=app.quit]y[/] $text [",
    "ten thousand characters": "x" * 10_000,
    "emoji": "👩\u200d🦽💪🏽 日本語",
    "NUL and more": "a\0b\x7fc\ud800d\u0085e\u2028f",
    "a formula": "=HYPERLINK(1)",
    "nothing to see": " \u200b\u00ad ",
}
HOSTILE = {"all of it": "".join(text[:40] for text in HOSTILE.values()), **HOSTILE}
_ALWAYS = ("all of it",)
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def _cases() -> Iterator[object]:
    for name, text in HOSTILE.items():
        marks = [] if name in _ALWAYS else [pytest.mark.sweep]
        yield pytest.param(text, id=name, marks=marks)


@pytest.fixture(params=_cases())
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: ManualClock) -> Store:
    """A folder in which somebody has used such a text for everything that has a name."""
    name = request.param
    made = Store(tmp_path, clock)
    made.open()
    squat = made.desk.shelf().get("rfe-split-squat")
    assert squat is not None
    mine = MyExercise(id=squat.id, exercise=msgspec.structs.replace(squat, name=name, cues=(name,)))
    made.library.put("exercises", squat.id, msgspec.to_builtins(mine))
    sets = done("B1", squat.id, 6, name=name, note=name, load_kg=20.0, block=name, round=1)
    row = session("a", "2026-11-20", sets, notes=name, routine_name=name, level="advanced")
    made.history.fold(row)
    made.close()
    assert Store(tmp_path, clock).desk.shelf().exercises()[squat.id].name == name
    found = Store(tmp_path, clock)
    found.open()
    return found


def harmless(g: Gym) -> None:
    """Hold that nothing on the screen can steer a terminal, or turn its writing."""
    odd = [each for each in g.text() if not (each.isprintable() or each in f"\n{_JOINERS}")]
    assert odd == []


@pytest.mark.sweep
async def test_every_place(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        harmless(g)
        for way in WAYS:
            await g.press(way.key)
            harmless(g)
            for key in ("down", "enter", "escape", "w", "escape", "question_mark", "escape"):
                await g.press(key)
                harmless(g)
            for _ in range(4):
                await g.press("escape")
        await g.press("space")
        harmless(g)


async def test_a_session(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        harmless(g)
        for key in ("w", "escape", "x", "escape", "n", "a", "enter"):
            await g.press(key)
            harmless(g)
        await g.wait(40)
        await g.press("space")
        harmless(g)
        await g.press("f", "enter")
        harmless(g)
