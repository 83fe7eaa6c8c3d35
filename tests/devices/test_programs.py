"""Which program is used, and where the athlete is."""

import sys
from types import SimpleNamespace

import pytest

from runlift_tui.core.face.sounds import Sound
from runlift_tui.devices import players, voices
from runlift_tui.devices.players import gain, play_here, scaled
from runlift_tui.devices.programs import Programs, is_far_away
from tests.rows import for_each


def test_the_first_is_used_until_it_fails_twice_in_a_row() -> None:
    programs = Programs(["best", "good"])
    assert programs.failed("best") == "good"
    programs.worked("best")
    assert programs.failed("best") == "good"
    assert programs.first() == "best"
    assert programs.failed("best") == "good"
    assert programs.first() == "good"
    assert programs.failed("good") is None
    assert programs.failed("good") is None
    assert programs.first() is None


def test_none_is_none() -> None:
    assert Programs[str]([]).first() is None


@for_each(
    ("environ", "far"),
    [
        ({}, False),
        ({"SSH_CONNECTION": ""}, False),
        ({"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, True),
        ({"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22", "PULSE_SERVER": "tcp:192.0.2.1"}, False),
    ],
)
def test_whose_loudspeaker_it_would_be(environ: dict[str, str], far: bool) -> None:
    assert is_far_away(environ) is far


def test_the_volume_rises_evenly_to_the_ear_and_stays_in_its_bounds() -> None:
    gains = [gain(volume) for volume in range(-1, 12)]
    assert gains == sorted(gains)
    assert (gains[0], gains[1], gains[6], gains[11], gains[12]) == (0, 0, 0.25, 1, 1)


@for_each(
    ("platform", "plays", "speaks"),
    [("win32", "winsound", "PowerShell"), ("darwin", "afplay", "say"), ("linux", "pw-", "espeak")],
)
def test_a_system_is_told_of_its_own_programs(platform: str, plays: str, speaks: str) -> None:
    others = {"winsound", "afplay", "pw-", "espeak", "PowerShell"} - {plays, speaks}
    told = f"{players.looked_for(platform)}, {voices.looked_for(platform)}"
    assert plays in told
    assert speaks in told
    assert [word for word in others if word in told] == []


def test_windows_plays_by_itself_as_loud_as_it_is_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    played = list[tuple[bytes, int]]()
    its_own = SimpleNamespace(
        PlaySound=lambda *what: played.append(what), SND_MEMORY=4, SND_NODEFAULT=2
    )
    monkeypatch.setitem(sys.modules, "winsound", its_own)
    monkeypatch.setattr(sys, "platform", "win32")
    play_here(Sound.REST_OVER, 0.25)
    assert played == [(scaled(Sound.REST_OVER, 0.25), 6)]
