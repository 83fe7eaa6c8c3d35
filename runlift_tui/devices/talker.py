"""Sentences, one at a time, through the first voice that works; silence where none does."""

from collections.abc import Sequence

from runlift_tui.devices.children import Child, Children
from runlift_tui.devices.programs import Programs
from runlift_tui.devices.voices import Voice

LIMIT_MS = 20_000
"""A voice that needs longer for a sentence hangs."""


class Talker:
    """Speaks sentences; belongs to one thread."""

    def __init__(self, voices: Sequence[Voice], volume: int, children: Children) -> None:
        self._voices = Programs(voices)
        self._volume = volume
        self._children = children
        self._waiting = ""
        self._speaking: tuple[Child, Voice] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is spoken, or waits to be."""
        return bool(self._waiting) or self._speaking is not None

    def say(self, text: str) -> None:
        """Stop the sentence that is spoken, and have this one wait for `check`."""
        if self._speaking is not None:
            child, _ = self._speaking
            if child.failed is None:
                child.displace()
                self._speaking = None
        self._waiting = text

    def check(self, *, quiet: bool) -> None:
        """Take note of what has ended; begin to speak where it is quiet."""
        if self._speaking is not None:
            child, voice = self._speaking
            if child.failed is None:
                return
            self._speaking = None
            if child.failed:
                self._voices.failed(voice)
            else:
                self._voices.worked(voice)
        voice_left = self._voices.first()
        if voice_left is None:
            self._waiting = ""
        elif self._waiting and quiet:
            text, self._waiting = self._waiting, ""
            self._begin(voice_left, text)

    def _begin(self, voice: Voice, text: str) -> None:
        try:
            child = self._children.start(voice.command(text, self._volume), LIMIT_MS)
        except OSError:
            self._voices.failed(voice)
        else:
            self._speaking = child, voice
