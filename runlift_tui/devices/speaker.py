"""What a session is heard through on this machine: a thread between the screen and the players."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound
from runlift_tui.core.words.possible import LOUDEST
from runlift_tui.devices.awake import Awake, Keeping, keeping
from runlift_tui.devices.children import Children
from runlift_tui.devices.players import players
from runlift_tui.devices.sounder import Sounder
from runlift_tui.devices.talker import Talker
from runlift_tui.devices.voices import voices

_LOOK_S = 0.02
"""How often a child process that is alive is looked at."""


class _Cue(NamedTuple):
    sound: Sound
    at: int


class SystemSpeaker:
    """Plays, speaks and keeps awake as the athlete prefers; a `Speaker`.

    Nothing of it happens on the thread that calls, but for the handing over. The thread that does
    it all begins with the first thing to do, and sleeps where nothing is played.
    """

    def __init__(
        self,
        preferences: Preferences,
        clock: Clock,
        bell: Callable[[], object],
        keeping: Keeping = keeping,
    ) -> None:
        """Be heard.

        Args:
            preferences: What of it the athlete wants.
            clock: The machine's.
            bell: Rings the terminal's bell; called from any thread.
            keeping: Keeps the laptop awake.
        """
        self._preferences = preferences
        self._clock = clock
        self._bell = bell
        self._awake = Awake(keeping)
        self._jobs: SimpleQueue[_Cue | str | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def cue(self, sound: Sound) -> None:
        """Play a sound."""
        if self._preferences.sound and self._preferences.volume > 0:
            self._hand_over(_Cue(sound, self._clock.stamp().boot_ms))

    def say(self, text: str) -> None:
        """Speak a sentence, in the place of the one that is being spoken; an empty one is peace."""
        if self._preferences.voice and self._preferences.volume > 0:
            self._hand_over(text)

    def awake(self, wanted: bool) -> None:
        """Keep the laptop awake, or let it sleep again."""
        if self._preferences.awake:
            self._awake.want(wanted)

    def close(self) -> None:
        """Stop speaking and let the laptop sleep; a sound that plays is let end."""
        self._awake.close()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread = None

    def _hand_over(self, job: _Cue | str) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="speaker", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _run(self) -> None:
        children, volume = Children(self._clock), min(LOUDEST, self._preferences.volume)
        sounder = Sounder(players(), volume, children, self._clock, self._bell)
        talker = Talker(voices() if self._preferences.voice else (), volume, children)
        open_ = True
        while open_ or len(children) or sounder.is_playing:
            busy = len(children) or sounder.is_playing or talker.is_busy
            try:
                job = self._jobs.get(timeout=_LOOK_S if busy or not open_ else None)
            except Empty:
                pass
            else:
                if isinstance(job, _Cue):
                    sounder.play(*job)
                else:
                    talker.say(job or "")
                    open_ = open_ and job is not None
            children.check()
            sounder.check()
            talker.check(quiet=not sounder.is_playing)
