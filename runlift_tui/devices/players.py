"""The system's own players of sound files."""

import os
import sys
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from runlift_tui.core.face.sounds import Sound
from runlift_tui.core.words.possible import LOUDEST
from runlift_tui.devices.children import Command
from runlift_tui.devices.programs import here, path_of

_PULSE_FULL = 65_536
"""What `paplay` calls full volume."""


class Player(NamedTuple):
    """A way of playing a sound."""

    name: str
    command: Callable[[Sound, float], Command] | None
    """Takes the sound and its gain, 0 to 1; None where no program is needed."""


def players() -> tuple[Player, ...]:
    """Return what this machine has, the best first; nothing where nobody would hear it."""
    if not here():
        return ()
    if os.name == "nt":
        return (Player("winsound", None),)
    return tuple(
        Player(name, command(path)) for name, command in _PLAYERS if (path := path_of(name))
    )


def gain(volume: int) -> float:
    """Return what samples are multiplied by: half of the volume sounds half as loud, not less."""
    return float((max(0, min(LOUDEST, volume)) / LOUDEST) ** 2)


def wav_path(sound: Sound) -> str:
    """Return where the file of a sound lies."""
    return str(files("runlift_tui.data") / "sounds" / f"{sound}.wav")


def scaled(sound: Sound, by: float) -> bytes:
    """Return the file of a sound with every sample multiplied, at most by 1."""
    import wave
    from array import array

    with wave.open(wav_path(sound), "rb") as file:
        parameters, samples = file.getparams(), array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    samples = array("h", (round(sample * min(1.0, by)) for sample in samples))
    if sys.byteorder == "big":
        samples.byteswap()
    written = BytesIO()
    with wave.open(written, "wb") as file:
        file.setparams(parameters)
        file.writeframes(samples.tobytes())
    return written.getvalue()


def play_here(sound: Sound, by: float) -> None:
    """Play a sound on Windows, which needs no program for it; return when it is over.

    Raises:
        RuntimeError: it cannot be played.
    """
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(scaled(sound, by), winsound.SND_MEMORY | winsound.SND_NODEFAULT)


def _pw_play(path: str) -> Callable[[Sound, float], Command]:
    # A tenth of a second of latency is its default, and more than a cue should have.
    return lambda sound, by: Command(
        (path, "--latency=40ms", f"--volume={by:.3f}", wav_path(sound))
    )


def _paplay(path: str) -> Callable[[Sound, float], Command]:
    def command(sound: Sound, by: float) -> Command:
        volume = round(_PULSE_FULL * by ** (1 / 3))  # PulseAudio cubes what it is given
        return Command((path, "--latency-msec=40", f"--volume={volume}", wav_path(sound)))

    return command


def _aplay(path: str) -> Callable[[Sound, float], Command]:
    # It knows no volume, so that it is given the samples as they are to be.
    return lambda sound, by: Command((path, "-q", "-t", "wav", "-"), scaled(sound, by))


def _afplay(path: str) -> Callable[[Sound, float], Command]:
    return lambda sound, by: Command((path, "-v", f"{by:.3f}", wav_path(sound)))


_PLAYERS = (
    ("pw-play", _pw_play),
    ("paplay", _paplay),
    ("aplay", _aplay),
    ("afplay", _afplay),
)


def looked_for(platform: str) -> str:
    """Return what a system may play with, in words."""
    return {"win32": "winsound", "darwin": "afplay"}.get(platform, "pw-play, paplay or aplay")
