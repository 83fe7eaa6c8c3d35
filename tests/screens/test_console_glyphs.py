"""In the plain look every screen is written with what the font of the Linux kernel has.

That font is code page 437, and so are the tables of the consoles that come without another one.
"""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Holding
from runlift_tui.core.setup.choices import Choices
from runlift_tui.looks.glyphs import having, in_ascii, is_ascii
from runlift_tui.screens.session.asked.stop_signs import StopPage
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.test_every_size import DIALOGS, LOOKED_BACK, PLACES
from tests.screens.test_keyboards import own

CONSOLE = (80, 24)
FONT = frozenset(bytes(range(0x20, 0x100)).decode("cp437")) - {"\x7f"}
SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
_PLAIN = '[settings]\nglyphs = "ascii"\n'
_UTF_8 = having("utf-8")


def on_the_console(g: Gym) -> str:
    """Return what goes out of what stands there, once every glyph of it was looked up."""
    assert is_ascii(g.app)
    text = g.text()
    found = in_ascii(text, _UTF_8)
    strange = set(found) - FONT - {"\n"}
    assert not strange, f"{strange}\n{found}"
    assert found.count("?") == text.count("?"), f"a glyph without a twin:\n{found}"
    assert [len(line) for line in found.splitlines()] == [CONSOLE[0]] * CONSOLE[1]
    return found


async def walk(g: Gym, places: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Go from home to each place; return what stands there."""
    seen = {}
    for keys in places:
        for _ in range(4):
            if not g.is_home:
                await g.press("escape")
        await g.press(*keys.split())
        seen[keys] = on_the_console(g)
    return seen


async def test_places(tmp_path: Path, clock: ManualClock) -> None:
    store = own(tmp_path, clock, _PLAIN)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=CONSOLE) as g:
        seen = await walk(g, PLACES)
    assert "Keys  Home" in seen["question_mark"]


@pytest.mark.sweep
async def test_plan_progress_and_charts(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    folder = tmp_path / "own"
    copytree(made_up_year, folder)
    store = own(folder, clock, _PLAIN)
    async with gym(folder, clock, athlete=SEASONED, store=store, size=CONSOLE) as g:
        seen = await walk(g, LOOKED_BACK)
    assert "Plan " in seen["p"]
    assert any(sign in seen["b tab"] for sign in "*o+#"), "a curve"


async def test_a_session_its_dialogs_and_its_end(tmp_path: Path, clock: ManualClock) -> None:
    store = own(tmp_path, clock, _PLAIN)
    async with gym(
        tmp_path, clock, athlete=SEASONED, store=store, choices=SHORT, size=CONSOLE
    ) as g:
        for key in DIALOGS:
            await g.press(key)
            on_the_console(g)
            await g.press("escape")
        await g.walk_to("A2")
        on_the_console(g)
        await g.space()
        on_the_console(g)
        await g.wait(14)
        assert g.is_in(Holding)
        on_the_console(g)
        await g.walk_to("B1", ramp=1)
        on_the_console(g)
        await g.skip_to("B1")
        assert "##" in on_the_console(g), "large words"
        await g.wait(30)
        await g.press("space", "7", "tab")
        await g.wait(56)
        on_the_console(g)
        await g.wait(196)
        on_the_console(g)
        await g.press("p")
        on_the_console(g)
        await g.wait(1)
        await g.press("space", "h", "7")
        assert g.is_on(StopPage)
        on_the_console(g)
        await g.wait(1)
        await g.press("minus")
        on_the_console(g)
        await g.wait(1)
        await g.press("escape", "f", "enter")
        assert g.is_on(SummaryScreen)
        on_the_console(g)


async def test_a_letter_that_the_font_has_stays_and_a_glyph_goes(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = own(tmp_path, clock, _PLAIN)
    async with gym(
        tmp_path, clock, athlete=SEASONED, store=store, choices=SHORT, size=CONSOLE
    ) as g:
        await g.press("n")
        await g.type("Ärger ▟")
        found = in_ascii(g.text(), _UTF_8)
    assert "Ärger #" in found


@pytest.mark.parametrize("glyph", ["█", "⠿", "é", "ø"])
def test_the_font_is_that_of_the_kernel(glyph: str) -> None:
    assert (glyph in FONT) is (glyph in "█é")
