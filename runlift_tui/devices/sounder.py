"""Sounds, through the first player that works; the terminal's bell where none does."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from runlift_tui.clock import Clock
from runlift_tui.core.face.sounds import BELLS, MISSED_MS, Sound
from runlift_tui.devices.children import Child, Children
from runlift_tui.devices.players import Player, gain, play_here
from runlift_tui.devices.programs import Programs

LIMIT_MS = 4_000
"""The longest sound takes little more than a second; a player that takes longer than this hangs."""
_RETRIED_MS = 300
"""So soon after a cue another player may still be tried."""


class _Playing(NamedTuple):
    child: Child
    player: Player
    sound: Sound
    at: int


class Sounder:
    """Plays sounds; belongs to one thread."""

    def __init__(
        self,
        players: Sequence[Player],
        volume: int,
        children: Children,
        clock: Clock,
        bell: Callable[[], object],
    ) -> None:
        self._players = Programs(players)
        self._gain = gain(volume)
        self._children = children
        self._clock = clock
        self._bell = bell
        self._playing: list[_Playing] = []

    @property
    def is_playing(self) -> bool:
        """Whether a sound can still be heard."""
        return bool(self._playing)

    def play(self, sound: Sound, at: int) -> None:
        """Play a sound that was wanted at a moment of this boot's clock, unless it is too late."""
        if self._clock.stamp().boot_ms - at <= MISSED_MS:
            self._try(self._players.first(), sound, at)

    def check(self) -> None:
        """Take note of what has ended; ring for what could not be heard."""
        playing, self._playing = self._playing, []
        for each in playing:
            failed = each.child.failed
            if failed is None:
                self._playing.append(each)
            elif failed:
                self._failed(each.player, each.sound, each.at)
            else:
                self._players.worked(each.player)

    def _try(self, player: Player | None, sound: Sound, at: int) -> None:
        if player is None:
            self._ring(sound, at)
            return
        try:
            if player.command is None:
                play_here(sound, self._gain)
                self._players.worked(player)
                return
            child = self._children.start(player.command(sound, self._gain), LIMIT_MS)
        except (OSError, RuntimeError):
            self._failed(player, sound, at)
        else:
            self._playing.append(_Playing(child, player, sound, at))

    def _failed(self, player: Player, sound: Sound, at: int) -> None:
        following = self._players.failed(player)
        soon = self._clock.stamp().boot_ms - at <= _RETRIED_MS
        self._try(following if soon else None, sound, at)

    def _ring(self, sound: Sound, at: int) -> None:
        late = self._clock.stamp().boot_ms - at > MISSED_MS
        if sound in BELLS and (not late or sound is Sound.REST_OVER):
            self._bell()
