"""What is heard of a session, and when the laptop is kept awake for it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui import cli
from runlift_tui.app import RunLift
from runlift_tui.clock import Clock, ManualClock
from runlift_tui.commands import printing
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound, Speaker
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.state import HoldReady, LeadIn, Rest
from runlift_tui.core.setup.choices import Choices
from runlift_tui.devices.speaker import SystemSpeaker
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import SEASONED, Gym, gym

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)


class Recorder:
    """Takes down what a session is heard through."""

    def __init__(self) -> None:
        self.sounds: list[Sound] = []
        self.said: list[str] = []
        self.awakes: list[bool] = []
        self.closed = 0
        self.preferences: list[Preferences] = []
        self.bell: Callable[[], object] = lambda: None

    def __call__(
        self, preferences: Preferences, clock: Clock, bell: Callable[[], object]
    ) -> Speaker:
        """Be made."""
        self.preferences.append(preferences)
        self.bell = bell
        return self

    def cue(self, sound: Sound) -> None:
        """Take down a sound."""
        self.sounds.append(sound)

    def say(self, text: str) -> None:
        """Take down a sentence."""
        self.said.append(text)

    def awake(self, wanted: bool) -> None:
        """Take down a change."""
        if self.awakes[-1:] != [wanted]:
            self.awakes.append(wanted)

    def close(self) -> None:
        """Take down the end."""
        self.closed += 1

    def taken(self) -> list[Sound]:
        """Return the sounds since this was asked last."""
        found, self.sounds = self.sounds, []
        return found


def _begun(g: Gym) -> None:
    """Let the second pass after which speaking begins."""
    assert isinstance(g.screen, SessionScreen)
    g.screen._hearing.begin()


async def _watch(g: Gym, seconds: float) -> None:
    """Let time pass, with a look at the clock at every boundary, as the screen has it."""
    end = g.training.now() + round(seconds * 1000)
    while (now := g.training.now()) < end:
        due = next_boundary(g.training.session)
        await g.wait((min(end, end if due is None else max(due, now + 1)) - now) / 1000)


async def test_a_rest_and_a_hold_are_heard(tmp_path: Path, clock: ManualClock) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        await g.press("space")
        assert g.is_in(Rest)
        assert heard.preferences == [], "nothing is made before it is needed"
        await _watch(g, 20)
        count = [Sound.COUNT] * 3
        assert heard.taken() == [*count, Sound.REST_OVER]
        assert g.is_in(LeadIn)
        await _watch(g, 30)
        side = [*count, Sound.HOLD_BEGINS, Sound.HALF_WAY, *count]
        assert heard.taken() == [*side, Sound.SWITCH_SIDES]
        await _watch(g, 30)
        assert heard.taken() == [*side, Sound.HOLD_OVER]


@pytest.mark.parametrize("word", ["sound", "mute", "volume", "voice"])
async def test_one_key_silences_a_session_and_is_found_by_any_word_for_it(
    tmp_path: Path, clock: ManualClock, word: str
) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        _begun(g)
        await g.press("colon")
        await g.type(word)
        await g.press("enter")
        assert g.is_on(SessionScreen)
        assert "No sounds and no voice in this session; m again brings them back." in g.text()
        said = list(heard.said)
        assert said[-1:] == [""], "a sentence that is being spoken ends"
        await g.press("space")
        await _watch(g, 20)
        assert g.is_in(LeadIn)
        assert (heard.taken(), heard.said) == ([], said)
        assert heard.awakes == [True]
        await g.wait(1)
        await g.press("m", "m")
        assert "Sounds and voice are as the settings have them." in g.text(), "held it is one press"
        await _watch(g, 30)
        assert heard.taken()


async def test_a_pause_is_silent_and_an_undo_repeats_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        await g.skip_to("B1")
        await g.wait(30)
        await g.press("space")
        await g.wait(10)
        heard.taken()
        await g.press("p")
        await _watch(g, 600)
        assert heard.taken() == []
        await g.press("space")
        await _watch(g, 300)
        assert heard.taken() == [Sound.STAND_UP, *[Sound.COUNT] * 3, Sound.REST_OVER]
        await g.press("space")
        await g.wait(1)
        await g.press("u")
        assert g.is_in(Rest)
        await g.press("u")
        await _watch(g, 300)
        assert heard.taken() == []


async def test_asleep_in_a_rest_only_its_end_is_heard_once(
    tmp_path: Path, clock: ManualClock
) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        await g.skip_to("B1")
        await g.press("space")
        await g.wait(3600)
        await _watch(g, 60)
        assert heard.taken() == [Sound.REST_OVER]


async def test_a_cue_that_a_key_overtakes_is_heard(tmp_path: Path, clock: ManualClock) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        await g.skip_to("B1")
        await g.press("space")
        await _watch(g, 219.9)
        heard.taken()
        clock.advance(200)
        await g.press("plus")
        assert heard.taken() == [Sound.STAND_UP]


async def test_the_end_is_heard_and_the_laptop_may_sleep(
    tmp_path: Path, clock: ManualClock
) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        _begun(g)
        await g.press("space", "f", "enter")
        assert g.is_on(SummaryScreen)
        assert heard.sounds[-1] is Sound.DONE
        assert heard.sounds.count(Sound.DONE) == 1
        assert heard.awakes == [True, False]
        assert heard.closed == 1


async def test_finished_with_nothing_done_is_silent(tmp_path: Path, clock: ManualClock) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, speakers=heard) as g:
        await g.press("f", "enter")
        assert g.is_on(HomeScreen)
        assert heard.sounds == []


async def test_awake_while_it_runs_and_asleep_when_paused_or_left(
    tmp_path: Path, clock: ManualClock
) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, speakers=heard) as g:
        _begun(g)
        await g.tick()
        await g.press("p")
        assert heard.awakes == [True, False]
        await g.space()
        assert heard.awakes == [True, False, True]
        await g.press("q")
        assert g.is_on(HomeScreen)
        assert heard.closed == 1


async def test_leaving_before_the_first_second_makes_nothing(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runlift_tui.screens.session.hearing.AFTER_S", 3600.0)
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, speakers=heard) as g:
        screen = g.screen
        assert isinstance(screen, SessionScreen)
        waiting = screen._hearing._waiting
        assert isinstance(waiting, asyncio.TimerHandle)
        await g.press("q")
        assert waiting.cancelled()
        assert (heard.preferences, heard.closed) == ([], 0)


async def test_words_begin_with_the_first_step(tmp_path: Path, clock: ManualClock) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        _begun(g)
        await g.tick()
        await g.press("space")
        await g.wait(20)
        assert heard.said == [
            "Dead bug. Alternate. Ten each side.",
            "Rest, 20 seconds. Then copenhagen plank, long lever, 20 seconds each side.",
            "Copenhagen plank, long lever. Left on top. 20 seconds each side.",
        ]


async def test_before_a_hold_the_laptop_is_awake_and_the_hold_is_named(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("s", "1")
        assert g.is_in(HoldReady)
    heard = Recorder()
    async with gym(tmp_path, clock, resume=True, speakers=heard) as g:
        _begun(g)
        assert heard.awakes == [True]
        assert len(heard.said) == 1


async def test_at_the_cue_to_stand_up_the_step_is_named(tmp_path: Path, clock: ManualClock) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        await g.skip_to("B1")
        _begun(g)
        await g.press("space")
        await g.press("7", "enter")
        heard.said.clear()
        await _watch(g, 240)
        assert heard.said == ["Split squat hop. Left first. Three each leg."]


async def test_changed_settings_act_at_the_next_session(tmp_path: Path, clock: ManualClock) -> None:
    heard = Recorder()
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, speakers=heard) as g:
        _begun(g)
        await g.tick()
        await g.press("q")
        g.store.desk.keep_preferences(
            structs.replace(g.store.desk.preferences(), volume=3, voice=True)
        )
        await g.space()
        assert g.is_on(SessionScreen)
        _begun(g)
        await g.tick()
        assert [(each.volume, each.voice) for each in heard.preferences] == [(7, False), (3, True)]


async def test_the_bell_may_be_rung_from_any_thread(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Recorder()
    rung: list[bool] = []
    async with gym(tmp_path, clock, choices=SHORT, speakers=heard) as g:
        _begun(g)
        await g.tick()
        monkeypatch.setattr(g.app, "bell", lambda: rung.append(True))
        await asyncio.to_thread(heard.bell)
        await g.settled()
        assert rung == [True]


def test_the_installed_command_is_heard_through_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[RunLift] = []
    monkeypatch.setattr(printing, "no_screen", lambda: "")
    monkeypatch.setattr(RunLift, "run", lambda app: opened.append(app))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("gc.disable", lambda: None)
    cli.main(["start", "--data-dir", str(tmp_path)])
    speaker = opened[0].leading._sessions._speaker
    assert speaker is not None
    assert isinstance(speaker(), SystemSpeaker)
