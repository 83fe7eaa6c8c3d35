"""The system's own voices."""

from collections.abc import Callable
from typing import NamedTuple

from runlift_tui.core.words.possible import LOUDEST
from runlift_tui.devices.children import Command
from runlift_tui.devices.programs import here, path_of

_ESPEAK_FULL = 200


class Voice(NamedTuple):
    """A way of speaking."""

    name: str
    command: Callable[[str, int], Command]
    """Takes the text and the volume, 0 to `LOUDEST`."""


def voices() -> tuple[Voice, ...]:
    """Return what this machine has, the best first; nothing where nobody would hear it."""
    if not here():
        return ()
    return tuple(Voice(name, command(path)) for name, command in _VOICES if (path := path_of(name)))


def _say(path: str) -> Callable[[str, int], Command]:
    def command(text: str, volume: int) -> Command:
        loudness = f"[[volm {volume / LOUDEST:.1f}]] "
        return Command((path, "-f", "-"), (loudness + text).encode())

    return command


def _spd_say(path: str) -> Callable[[str, int], Command]:
    # It waits, so that it is known when the sentence is over; a new one takes the place of the
    # old one there (priority `text`, the default).
    def command(text: str, volume: int) -> Command:
        return Command((path, "-w", "-l", "en", "-i", f"{volume * 20 - 100}", "--", text))

    return command


def _espeak(path: str) -> Callable[[str, int], Command]:
    def command(text: str, volume: int) -> Command:
        return Command((path, "-a", f"{volume * _ESPEAK_FULL // LOUDEST}", "--", text))

    return command


# One that speaks itself falls silent when it is ended; a dispatcher's server would speak on.
_VOICES = (("say", _say), ("espeak-ng", _espeak), ("spd-say", _spd_say))
