"""The sounds that ship, measured."""

import importlib.util
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from runlift_tui.core.face.sounds import Sound
from runlift_tui.devices.players import wav_path
from tests.data.wav import Heard, notes, read
from tests.rows import for_each

ROOT = Path(__file__).parents[2]
LOW, HIGH = 2_000, 3_600
"""Hertz that are heard best through a gym's music."""


@for_each("sound", Sound)
def test_a_sound_is_short_loud_and_unclipped(sound: Sound) -> None:
    wav = read(wav_path(sound))
    assert wav.rate == 22_050
    assert 0.05 < wav.seconds < 1.3
    peak = max(map(abs, wav.samples)) / 32_768
    assert 0.75 < peak < 0.85, "no clipping, and none much quieter than the others"
    assert abs(wav.samples[0]) < 200, "it begins without a click"
    assert abs(wav.samples[-1]) < 200, "and ends without one"


@for_each(
    ("sound", "pitches"),
    [
        (Sound.STAND_UP, (2093, 2637)),
        (Sound.COUNT, (2093,)),
        (Sound.REST_OVER, (2093, 2637, 3136)),
        (Sound.HOLD_BEGINS, (3136,)),
        (Sound.HALF_WAY, (2637, 2637)),
        (Sound.SWITCH_SIDES, (3520, 2349, 3520, 2349)),
        (Sound.HOLD_OVER, (3136, 2093)),
    ],
)
def test_the_notes_of_a_sound(sound: Sound, pitches: tuple[int, ...]) -> None:
    found = notes(read(wav_path(sound)))
    assert [note.hertz for note in found] == pytest.approx(pitches, rel=0.02)
    assert all(LOW <= note.hertz <= HIGH for note in found)


def test_the_end_of_the_session_rises_to_a_long_chord() -> None:
    *steps, chord = notes(read(wav_path(Sound.DONE)))
    assert [note.hertz for note in steps] == pytest.approx((2093, 2637, 3136), rel=0.02)
    assert chord.seconds > 0.6


def test_no_two_sounds_have_the_same_pattern() -> None:
    patterns = [_pattern(notes(read(wav_path(sound)))) for sound in Sound]
    for one, other in combinations(patterns, 2):
        assert one != other


def _pattern(found: list[Heard]) -> tuple[str, ...]:
    """Return what an ear keeps of a sound: long and short, up and down."""
    before = found[0].hertz
    told: list[str] = []
    for note in found:
        step = "same" if abs(note.hertz - before) < 100 else "up" if note.hertz > before else "down"
        told.append(f"{'long' if note.seconds > 0.3 else 'short'} {step}")
        before = note.hertz
    return tuple(told)


def test_what_ships_is_what_the_script_makes() -> None:
    script = _script()
    assert set(script.PATTERNS) == set(Sound)
    for sound, pattern in script.PATTERNS.items():
        made, shipped = script.samples(pattern), read(wav_path(sound)).samples
        assert len(made) == len(shipped)
        # Sines may differ by a hair from one machine to the next.
        assert max(abs(one - other) for one, other in zip(made, shipped, strict=True)) <= 2


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", ROOT / "assets" / "make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_script_writes_what_it_says(tmp_path: Path) -> None:
    script = _script()
    script.main(tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(Sound)
    assert read(str(tmp_path / "count.wav")).samples == script.samples(script.PATTERNS[Sound.COUNT])
