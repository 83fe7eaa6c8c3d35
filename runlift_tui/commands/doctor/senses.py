"""What can be heard here, and whether the laptop stays awake."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

from runlift_tui.commands.doctor.finding import Finding, missing, ok
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound
from runlift_tui.devices.awake import keeping
from runlift_tui.devices.children import Command, opened
from runlift_tui.devices.players import Player, gain, play_here, players
from runlift_tui.devices.players import looked_for as players_of
from runlift_tui.devices.programs import is_far_away
from runlift_tui.devices.voices import Voice, voices
from runlift_tui.devices.voices import looked_for as voices_of

SENTENCE = "Rest, four minutes. Then jumping lunge, four each leg."
_PLAYED_S, _SPOKEN_S, _ASKED_S = 5.0, 20.0, 5.0
_TOLD = 100
"""Letters of what a program said that are passed on."""
_BELL = "The terminal's bell rings instead."
_FAR = "this is another machine, over ssh"


def sound(preferences: Preferences, *, quiet: bool) -> Iterator[Finding]:
    """Play every sound through the first player that works; yield what came of it."""
    if not (preferences.sound and preferences.volume):
        yield missing("sounds are off in the settings")
    found = players()
    if is_far_away(os.environ):
        yield missing(_FAR, _BELL)
    elif not found:
        yield missing(f"no player: {players_of(sys.platform)}", f"{_to_do()}{_BELL}")
    elif quiet:
        yield ok(f"{_listed([each.name for each in found])}; not played")
    else:
        yield from _first_player(found, gain(preferences.volume or Preferences().volume))


def _first_player(found: tuple[Player, ...], loudness: float) -> Iterator[Finding]:
    for player in found:
        why = next(filter(None, (_played(player, each, loudness) for each in Sound)), "")
        if not why:
            heard = ", ".join(str(each) for each in Sound)
            yield ok(f"{player.name} played: {heard}", "If you heard nothing, turn it up.")
            return
        yield missing(f"{player.name} does not play: {why}")
    yield missing("no sound", f"{_BELL} Is there a loudspeaker?")


def _played(player: Player, each: Sound, loudness: float) -> str:
    """Return why a sound could not be played, or an empty text."""
    if player.command is not None:
        return _ran(player.command(each, loudness), _PLAYED_S)
    try:
        play_here(each, loudness)
    except RuntimeError as error:
        return str(error)
    return ""


def voice(preferences: Preferences, *, quiet: bool) -> Iterator[Finding]:
    """Speak a sentence through the first voice that works; yield what came of it."""
    found = voices()
    off = "" if preferences.voice else " (off in the settings)"
    if is_far_away(os.environ):
        yield missing(f"{_FAR}{off}")
    elif not found:
        yield missing(f"no voice: {voices_of(sys.platform)}{off}", _to_do("if you want one"))
    elif quiet:
        yield ok(f"{_listed([each.name for each in found])}; not spoken{off}")
    else:
        yield from _first_voice(found, preferences.volume or Preferences().volume, off)


def _first_voice(found: tuple[Voice, ...], volume: int, off: str) -> Iterator[Finding]:
    for each in found:
        why = _ran(each.command(SENTENCE, volume), _SPOKEN_S)
        if not why:
            yield ok(f"{each.name} spoke{off}", "If you heard nothing, see sound.")
            return
        yield missing(f"{each.name} does not speak: {why}{off}")


def awake(preferences: Preferences) -> Iterator[Finding]:
    """Keep the laptop awake for a moment; yield how."""
    if not preferences.awake:
        yield missing("staying awake is off in the settings")
    told: list[str] = []
    asking = threading.Thread(target=lambda: told.append(_kept()), daemon=True)
    asking.start()
    asking.join(_ASKED_S)
    if told and told[0]:
        yield ok(f"by {told[0]}")
    else:
        yield missing("no way here", "Set the laptop not to sleep while you train.")


def _kept() -> str:
    """Return the name of the way that works, or an empty text."""
    try:
        with keeping() as mode:
            return str(mode.method) if mode.active else ""
    except Exception:
        # A library, a bus and a desktop: whatever goes wrong there, there is no way here.
        return ""


def _ran(command: Command, limit_s: float) -> str:
    """Run a command to its end; return why it failed, or an empty text."""
    try:
        process = opened(command, stderr=subprocess.PIPE)
    except OSError as error:
        return error.strerror or str(error)
    try:
        _, told = process.communicate(timeout=limit_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return f"it still had not ended after {limit_s:.0f} s"
    lines = told.decode(errors="replace").strip().splitlines()
    last = lines[-1] if lines else ""
    # One of them ends well whatever happened, and only says that it did not.
    if process.returncode or last.lower().startswith("error"):
        return last[:_TOLD] or f"it ended with {process.returncode}"
    return ""


def _to_do(condition: str = "") -> str:
    """Return what helps where nothing is there; Windows and macOS bring theirs along."""
    if os.name == "nt" or str(sys.platform) == "darwin":
        return "It comes with the system. "
    return f"Install one, {condition}." if condition else "Install one. "


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]}, else {', '.join(names[1:])}"
