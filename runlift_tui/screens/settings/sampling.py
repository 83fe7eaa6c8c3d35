"""Sounds and the voice, played where they are set."""

from collections.abc import Callable

from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound, Speaker
from runlift_tui.core.settings.hearing import HEARD, VOICE_SAMPLE, hearing_words, is_heard


class Sampling:
    """Plays what a session would, as it is set now; its action is the screen's."""

    def __init__(
        self,
        speaker: Callable[[], Speaker] | None,
        now: Callable[[], tuple[Preferences, str]],
        tell: Callable[[str], object],
    ) -> None:
        """Be silent.

        Args:
            speaker: Makes what a session is heard through, as it is set; None for silence.
            now: Returns what counts at this moment, and which setting is chosen.
            tell: Says what was played, or why nothing was.
        """
        self._make = speaker
        self._now = now
        self._tell = tell
        self._made: Speaker | None = None

    @property
    def is_heard(self) -> bool:
        """Whether anything would be played with what is chosen."""
        return is_heard(*self._now(), able=self._make is not None)

    def action_hear(self) -> None:
        """Play a sound, or speak, in the place of what is being spoken."""
        preferences, key = self._now()
        self._tell(hearing_words(preferences, key, able=self._make is not None))
        if self._make is None or key not in HEARD:
            return
        self.close()
        # Closed right behind it, it would stop speaking.
        self._made = self._make()
        if key == "voice":
            self._made.say(VOICE_SAMPLE)
        else:
            self._made.cue(Sound.REST_OVER)

    def close(self) -> None:
        """Be heard no more."""
        if self._made is not None:
            self._made.close()
            self._made = None
