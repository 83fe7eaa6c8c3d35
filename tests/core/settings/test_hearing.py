"""What is said when a setting is to be heard."""

from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.settings.hearing import hearing_words, is_heard
from tests.rows import for_each


@for_each(
    ("now", "key", "able", "said"),
    [
        (Preferences(), "sound", True, "That was the end of a rest at volume 7."),
        (Preferences(voice=True), "voice", True, 'That was "Rear-foot split squat.'),
        (Preferences(), "voice", True, "The voice is off."),
        (Preferences(sound=False), "volume", True, "Sounds are off."),
        (Preferences(volume=0), "sound", True, "The volume is 0."),
        (Preferences(), "theme", True, "Sounds, volume and voice can be heard"),
        (Preferences(), "sound", False, "Nothing is played here."),
    ],
)
def test_it_says_what_was_played_or_why_nothing_was(
    now: Preferences, key: str, able: bool, said: str
) -> None:
    assert hearing_words(now, key, able=able).startswith(said)
    assert is_heard(now, key, able=able) is said.startswith("That was")
