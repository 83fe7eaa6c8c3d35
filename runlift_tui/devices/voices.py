"""The system's own voices."""

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

from runlift_tui.core.words.possible import LOUDEST
from runlift_tui.devices.children import Command
from runlift_tui.devices.programs import here, path_of

_ESPEAK_FULL = 200
WINDOWS = "Windows' voice"
_LOUDEST_THERE = 100
_SPEECH = (
    "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Speech; "
    "$told = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.Volume = [int]$told.ReadLine(); $voice.Speak($told.ReadToEnd())"
)
"""Always the same: the volume and the sentence are read, and never part of what is run."""


class Voice(NamedTuple):
    """A way of speaking."""

    name: str
    command: Callable[[str, int], Command]
    """Takes the text and the volume, 0 to `LOUDEST`."""


def voices() -> tuple[Voice, ...]:
    """Return what this machine has, the best first; nothing where nobody would hear it."""
    if not here():
        return ()
    if os.name == "nt":
        path = powershell(os.environ)
        return (Voice(WINDOWS, system_speech(path)),) if os.path.isfile(path) else ()
    return tuple(Voice(name, command(path)) for name, command in _VOICES if (path := path_of(name)))


def powershell(environ: Mapping[str, str]) -> str:
    """Return where every Windows has the PowerShell that speaks; a newer one has no voices."""
    root = environ.get("SystemRoot", "C:\\Windows")
    return "\\".join((root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe"))


def system_speech(path: str) -> Callable[[str, int], Command]:
    """Return how that PowerShell is made to speak."""

    def command(text: str, volume: int) -> Command:
        words = (path, "-NoProfile", "-NonInteractive", "-Command", _SPEECH)
        return Command(words, f"{volume * _LOUDEST_THERE // LOUDEST}\n{text}".encode())

    return command


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


def looked_for(platform: str) -> str:
    """Return what a system may speak with, in words."""
    return {"win32": "PowerShell 5.1 with System.Speech", "darwin": "say"}.get(
        platform, "espeak-ng or spd-say"
    )
