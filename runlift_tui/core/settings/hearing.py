"""What can be heard where it is set, and what is said of it."""

from runlift_tui.core.athlete.preferences import Preferences

HEARD = ("sound", "volume", "voice")
"""The settings that can be heard, as the hand-written ones call them."""
VOICE_SAMPLE = "Rear-foot split squat. Left first. Eight."
_SILENT = "Silent? runlift doctor says what it plays through."


def is_heard(now: Preferences, key: str, *, able: bool) -> bool:
    """Whether anything is heard where a setting is to be heard; arguments as `hearing_words`."""
    wanted = now.voice if key == "voice" else now.sound
    return key in HEARD and able and wanted and now.volume > 0


def hearing_words(now: Preferences, key: str, *, able: bool) -> str:
    """Return what is said when a setting is to be heard.

    Args:
        now: What counts at this moment.
        key: The setting that is chosen.
        able: Whether anything can be played at all.
    """
    if key not in HEARD:
        return "Sounds, volume and voice can be heard: choose one of them."
    if not able:
        return "Nothing is played here."
    wanted = now.voice if key == "voice" else now.sound
    if not wanted:
        return f"{'The voice is' if key == 'voice' else 'Sounds are'} off."
    if now.volume == 0:
        return "The volume is 0."
    what = f'"{VOICE_SAMPLE}"' if key == "voice" else "the end of a rest"
    return f"That was {what} at volume {now.volume}. {_SILENT}"
