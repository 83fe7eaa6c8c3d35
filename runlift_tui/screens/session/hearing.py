"""What the session screen is heard through: it turns what has happened into sounds and words."""

import asyncio
from collections.abc import Callable, Sequence

from runlift_tui.core.face.sounds import Sound, Speaker, heard
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.advance import Cue
from runlift_tui.core.session.state import Session, is_finished
from runlift_tui.screens.session.telling import OneKey

_MUTE = "No sounds and no voice in this session; {session.mute} again brings them back."
_AS_SET = "Sounds and voice are as the settings have them."
AFTER_S = 1.0
"""So long after the first picture speaking begins, and the laptop is kept awake."""


class Hearing:
    """The way from a session to its speaker, which is made when it is first needed."""

    def __init__(
        self, speaker: Callable[[], Speaker] | None, session: Callable[[], Session]
    ) -> None:
        """Be silent.

        Args:
            speaker: Makes it; None for a session that is not heard.
            session: Returns the session as it stands on the screen.
        """
        self._make = speaker
        self._session = session
        self._made: Speaker | None = None
        self._begun = False
        self._waiting: asyncio.TimerHandle | None = None
        self._before: Session | None = None
        self._cues: list[Cue] = []
        self.is_mute = False
        """Whether it is silent by the athlete's word, until the session is left."""

    def wait(self) -> None:
        """Begin once the first picture stands."""
        if self._make is not None:
            self._waiting = asyncio.get_running_loop().call_later(AFTER_S, self.begin)

    def begin(self) -> None:
        """Speak of the session from now on, and keep the laptop awake for it."""
        self._begun = True
        # Before a hold nothing moves on the screen that would be followed.
        self.follow(self._session())

    def mute(self, *, wanted: bool) -> None:
        """Be silent until that is taken back; the laptop is kept awake all the same."""
        self.is_mute = wanted
        if wanted and self._made is not None:
            self._made.say("")  # what is being spoken ends here

    def passed(self, cues: Sequence[Cue], session: Session, now: int) -> None:
        """Play the sound of what time has passed; see `core.heard`."""
        sound = heard(cues, session, now)
        if sound is not None and self._speaker is not None and not self.is_mute:
            self._speaker.cue(sound)
        self._cues += cues

    def follow(self, session: Session) -> None:
        """Speak of what has just begun, and keep the laptop awake while the session runs."""
        if not self._begun or self._speaker is None:
            return
        before, self._before = self._before, session
        cues, self._cues = self._cues, []
        self._speaker.awake(session.paused is None and not is_finished(session))
        if cues or before is None or before.phase is not session.phase:
            from runlift_tui.core.face.voice import spoken

            text = spoken(before, session, tuple(cues))
            if text and not self.is_mute:
                self._speaker.say(text)

    def done(self) -> None:
        """Play the end of the session."""
        if self._speaker is not None and not self.is_mute:
            self._speaker.cue(Sound.DONE)

    def close(self) -> None:
        """Be heard no more."""
        self._begun, self._make = False, None
        if self._waiting is not None:
            self._waiting.cancel()
        if self._made is not None:
            self._made.close()
            self._made = None

    @property
    def _speaker(self) -> Speaker | None:
        if self._made is None and self._make is not None:
            self._made = self._make()
        return self._made


class Mute:
    """The key of silence; its action is the screen's: see `Living.take_actions`."""

    def __init__(self, hearing: Hearing, key: OneKey, say: Callable[[str], object]) -> None:
        """Mute nothing yet.

        Args:
            hearing: What the session is heard through.
            key: Held down it does its work once.
            say: Says what it did.
        """
        self._hearing, self._key, self._say = hearing, key, say

    def action_mute(self) -> None:
        """Turn sounds and voice off in this session, or on again."""
        if not self._key.once():
            return
        self._hearing.mute(wanted=not self._hearing.is_mute)
        self._say(named(_MUTE if self._hearing.is_mute else _AS_SET))
