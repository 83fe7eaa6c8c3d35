"""The flash of the screen and its switch, and the theme that the athlete prefers."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Rest
from runlift_tui.looks import themes
from runlift_tui.store.library.library import document_of
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep


def preferring(folder: Path, clock: ManualClock, preferences: Preferences) -> Store:
    """Return the store of an athlete with these preferences."""
    store = Store(folder, clock)
    store.open()
    store.library.put("settings", "me", document_of(preferences))
    return store


async def rest_with_three_seconds_left(g: Gym) -> None:
    await g.skip_to("B1")
    await g.wait(30)
    await g.press("space")
    phase = g.phase
    assert isinstance(phase, Rest)
    left = deadline(g.session, phase) - g.training.now() - 3_000
    await g.wait(left / 1000)


async def test_the_last_three_seconds_and_the_end_of_a_rest_flash(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await rest_with_three_seconds_left(g)
        seen = []
        for _ in range(16):
            seen.append(g.face.pulse)
            await g.wait(0.25)
        assert seen == [True, True, False, False] * 4
        assert g.face.state is ScreenState.OVERTIME


async def test_a_change_of_state_flashes_and_the_flash_ends_by_itself(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.wait(30)
        seen = [g.face.pulse]
        await g.press("space")
        seen.append(g.face.pulse)
        clock.advance(300)
        for _ in range(100):
            if not g.face.pulse:
                break
            await g.pilot.pause(0.01)
        assert [*seen, g.face.pulse] == [False, True, False]


@pytest.mark.parametrize("how", ["preference", "TEXTUAL_ANIMATIONS"])
async def test_without_motion_nothing_flashes(how: str, tmp_path: Path, clock: ManualClock) -> None:
    store = preferring(tmp_path, clock, Preferences(motion=how != "preference"))
    async with gym(tmp_path, clock, level=Level.ADVANCED, store=store) as g:
        if how != "preference":
            g.app.animation_level = "none"  # what Textual makes of TEXTUAL_ANIMATIONS=none
        await rest_with_three_seconds_left(g)
        for _ in range(16):
            assert not g.face.pulse
            await g.wait(0.25)


@pytest.mark.parametrize(
    "name", sweep(["runlift-light", "runlift-high-contrast", "nord"], stay=("nord",))
)
async def test_the_theme_that_is_preferred(name: str, tmp_path: Path, clock: ManualClock) -> None:
    store = preferring(tmp_path, clock, Preferences(theme=name))
    async with gym(tmp_path, clock, level=Level.ADVANCED, store=store) as g:
        theme = themes.find(name)
        assert theme is not None
        assert g.app.theme == name
        assert g.screen.styles.background.hex.upper() == (theme.background or "").upper()
        assert g.app.theme_variables["work"] == theme.variables["work"]


async def test_an_unknown_theme_is_told_and_ours_is_shown(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = preferring(tmp_path, clock, Preferences(theme="[b]gone"))
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        assert g.app.theme == themes.THEMES[0].name
        assert 'There is no theme "[b]gone' in g.text()


async def test_every_theme_can_be_changed_to_in_the_middle_of_a_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        for name in themes.offered()[::3]:
            g.app.theme = name
            await g.settled()
            colours = {
                (segment.style.color, segment.style.bgcolor)
                for strip in g.screen._compositor.render_strips()
                for segment in strip
                if segment.text.strip() and segment.style
            }
            assert all(front != back for front, back in colours), name
            theme = themes.find(name)
            assert theme is not None
            assert len(colours) > 2


async def test_no_colour_is_a_matter_of_greys(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.wait(30)
        await g.press("space")
        found = {
            tuple(colour.triplet)
            for strip in g.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and colour.triplet is not None
        }
        assert found
        assert all(len(set(colour)) == 1 for colour in found)


async def test_an_unknown_theme_of_the_settings_file_is_told_with_the_nearest(
    tmp_path: Path, clock: ManualClock
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[settings]\ntheme = "drak"\n')
    store = Store(tmp_path, clock, config)
    store.open()
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=(160, 40)) as g:
        said = " ".join(line.strip() for line in g.text().splitlines())
        assert "config.toml there is no theme" in said
        assert '"drak", did you mean dracula? This is RunLift' in said
