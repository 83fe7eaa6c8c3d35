"""The settings: a line each, kept at once, undone, and outranked by what is written by hand."""

from pathlib import Path

import pytest
from msgspec import structs
from textual.geometry import Region
from textual.widgets import Static

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Weights
from runlift_tui.core.words.units import Unit
from runlift_tui.looks.glyphs import is_ascii
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.settings.settings import SettingsScreen
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

LINES = (
    "level",
    "unit",
    "weights",
    "bar, plates",
    "lead-in",
    "sounds",
    "volume",
    "voice",
    "stay awake",
    "motion",
    "theme",
    "glyphs",
    "plain lines",
    "ask first",
    "introduction",
)


async def to(g: Gym, line: str) -> None:
    """Open the settings and choose a line."""
    if not g.is_on(SettingsScreen):
        await g.press("s")
    await g.burst(*["up"] * len(LINES), *["down"] * LINES.index(line))
    assert g.line("▸").startswith(f"▸ {line}")


def kept(folder: Path, clock: ManualClock) -> tuple[Athlete, Preferences]:
    """Return what a program that is started now would find."""
    store = Store(folder, clock)
    return store.desk.athlete(), store.desk.preferences()


async def test_what_is_changed_is_kept(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        for line, keys in (
            ("level", "left"),
            ("unit", "enter"),
            ("lead-in", "right"),
            ("sounds", "space"),
            ("volume", "left"),
            ("voice", "right"),
            ("stay awake", "enter"),
            ("motion", "left"),
            ("theme", "right"),
            ("glyphs", "left"),
            ("plain lines", "right"),
        ):
            await to(g, line)
            await g.press(keys)
            assert "u takes it back" in g.text()
        assert g.app.theme == "runlift-light", "it acts at once"
        assert is_ascii(g.app)
    athlete, preferences = kept(tmp_path, clock)
    assert (athlete.level, athlete.unit) == (Level.INTERMEDIATE, Unit.LB)
    assert preferences == Preferences(
        lead_in_s=15,
        sound=False,
        volume=6,
        voice=True,
        awake=False,
        motion=False,
        theme="runlift-light",
        plain=True,
        glyphs="ascii",
    )


async def test_every_change_is_undone_and_done_again(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to(g, "theme")
        await g.press("right")
        await to(g, "unit")
        await g.press("right", "u", "u")
        assert g.app.theme == "runlift-dark"
        assert g.store.desk.athlete().unit is Unit.KG
        await g.press("u")
        assert "Nothing to undo." in g.text()
        await g.press("U", "U", "U")
        assert "Nothing to redo." in g.text()
        assert g.app.theme == "runlift-light"
    assert kept(tmp_path, clock)[0].unit is Unit.LB


async def test_weights_are_typed_and_refused_in_words(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to(g, "weights")
        await g.press("enter")
        await g.type("8 12 x")
        await g.press("enter")
        assert "x is no weight" in g.text()
        await g.press("backspace")
        await g.type("16 20, 24 32")
        await g.press("enter")
        assert "8, 12, 16, 20, 24, 32 kg" in g.line("▸ weights")
        assert g.store.desk.athlete().weights == Weights(list_kg=(8, 12, 16, 20, 24, 32))
        await g.press("enter")
        await g.type("+14 -8")
        await g.press("enter")
        assert "12, 14, 16, 20, 24, 32 kg" in g.line("▸ weights")
        await g.press("enter")
        await g.type("14")
        await g.press("enter")
        assert "every 14 kg, or one weight of 14 kg?" in g.text()
        await g.press("escape", "u", "2")
        await g.type(".5")
        await g.press("enter")
        assert "every 2.5 kg" in g.line("▸ weights")
        await g.press("u", "u")
        assert "every 2 kg" in g.line("▸ weights")


async def test_a_digit_begins_a_number_and_none_is_lost(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to(g, "lead-in")
        await g.type("75")
        await g.press("enter")
        assert "75 is not a whole number from 0 to 60" in g.text()
        await g.press("backspace", "backspace", "3", "enter")
        assert "3 s" in g.line("▸ lead-in")


async def test_the_lead_in_is_that_of_the_next_hold(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to(g, "lead-in")
        await g.press("left", "escape", "space", "space", "s", "1")
        await g.space()
        assert g.face.big.strip() == "5"


async def test_what_is_written_by_hand_wins_and_the_line_says_so(
    tmp_path: Path, clock: ManualClock
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[settings]\nunit = "lb"\nvolume = 2\nweights = [18, 35]', encoding="utf-8")
    store = Store(tmp_path, clock, config)
    store.open()
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await to(g, "unit")
        assert "lb  by hand" in g.line("▸ unit")
        assert "config.toml" in g.text()
        await g.press("right")
        assert "config.toml decides that" in g.text()
        await to(g, "weights")
        assert "18, 35 lb  by hand" in g.line("▸ weights")
        await g.press("enter", "5")
        assert g.is_on(SettingsScreen)
        await to(g, "level")
        await g.press("left")
        await to(g, "voice")
        await g.press("right")
    athlete, preferences = kept(tmp_path, clock)
    assert athlete == Athlete(level=Level.INTERMEDIATE, asked=True), "nothing of it slips in"
    assert preferences == Preferences(voice=True)


@pytest.mark.parametrize("page", sweep([0, 1, 2, 3, 4], stay=(0, 4)))
async def test_the_introduction_is_shown_again_and_changes_nothing_unasked(
    page: int, tmp_path: Path, clock: ManualClock
) -> None:
    answered = structs.replace(SEASONED, ask_first=False)
    async with gym(tmp_path, clock, athlete=answered) as g:
        await to(g, "introduction")
        await g.press("enter")
        assert "1 of 5" in g.text()
        await g.press(*["space"] * page, "escape")
        assert g.is_on(HomeScreen)
        assert "train" in g.text()
        assert g.store.desk.athlete() == answered


async def test_a_yes_to_who_asks_first_is_taken_back(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=structs.replace(SEASONED, ask_first=True)) as g:
        await to(g, "ask first")
        assert "yes" in g.line("ask first")
        await g.press("right")
        assert "no" in g.line("ask first")
    assert kept(tmp_path, clock)[0].ask_first is False


async def test_a_second_program_changes_nothing(tmp_path: Path, clock: ManualClock) -> None:
    first = Store(tmp_path, clock)
    first.open()
    second = Store(tmp_path, clock)
    second.open()
    try:
        async with gym(tmp_path, clock, store=second) as g:
            await to(g, "unit")
            await g.press("right")
            await to(g, "weights")
            await g.press("5", "enter")
            assert g.is_on(SettingsScreen)
            assert "process" in g.text(), "it says by whom"
    finally:
        first.close()
    assert kept(tmp_path, clock) == (Athlete(), Preferences())


async def test_wrong_keys_and_a_tiny_window_do_no_harm(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(40, 10)) as g:
        await g.press("s", "x", "tab", "9", "f5", "home", "up", "Z", "backspace")
        assert g.is_on(SettingsScreen)
        assert "▸ level" in g.text()
        assert kept(tmp_path, clock)[1] == Preferences()


@pytest.mark.parametrize("size", sweep([(80, 24), (160, 45)], stay=((80, 24),)))
async def test_every_setting_is_in_sight_where_there_is_room(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("s")
        for line in LINES:
            assert g.line(line), line


async def test_a_sound_is_heard_where_it_is_set(tmp_path: Path, clock: ManualClock) -> None:
    heard: list[str] = []

    class Heard:
        def __init__(self, *_: object) -> None:
            """Play nothing."""

        def cue(self, sound: Sound) -> None:
            heard.append(sound.value)

        def say(self, text: str) -> None:
            heard.append(text)

        def awake(self, wanted: bool) -> None:
            """Keep nothing awake."""

        def close(self) -> None:
            heard.append("closed")

    async with gym(tmp_path, clock, athlete=SEASONED, speakers=Heard) as g:
        await to(g, "volume")
        await g.press("h")
        assert heard == ["rest-over"]
        assert "That was the end of a rest at volume 7." in g.text()
        await to(g, "theme")
        await g.press("h")
        assert heard == ["rest-over"]
        await g.press("escape")
        assert heard == ["rest-over", "closed"]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36)])
async def test_all_that_a_setting_does_is_in_sight_once_it_is_chosen(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("s")
        page = g.screen
        assert isinstance(page, SettingsScreen)
        for place, line in enumerate(page._settings.lines()):
            row = g.text().splitlines()[page.listing.region.y + place - page.listing._first]
            shown = " ".join(_in(g, page.query_one("#how", Static).region).split())
            assert line.what in row or line.what in shown, line.name
            assert page._settings.how(line) in shown, line.name
            await g.press("down")


def _in(g: Gym, region: Region) -> str:
    """Return what the eye sees of a region."""
    lines = g.text().splitlines()[region.y : region.bottom]
    return "\n".join(line[region.x : region.right] for line in lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_theme_shows_the_colours_of_a_session_before_one_trains_in_it(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await to(g, "theme")
        for name in (None, "right"):
            if name is not None:
                await g.press(name)
            line = g.line("■ work")
            assert "■ before a jump" in line
            assert line.endswith("■ not saved")
            how = g.screen.query_one("#how")
            seen = {
                segment.style.color.name
                for strip in how.render_lines(how.region.reset_offset)
                for segment in strip
                if segment.style and segment.style.color
            }
            for of in ("work", "rest", "priming", "hold", "overtime", "paused", "alarm"):
                assert g.app.theme_variables[of].lower() in seen, (g.app.theme, of)
        await g.press("up")
        assert "■ work" not in g.text()
