"""What the summary does with a session that is done: corrects it, keeps it, closes it."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from runlift_tui.core.face import press
from runlift_tui.core.face.taken_back import taken_back
from runlift_tui.core.session.commands import Command, RateEffort
from runlift_tui.core.session.state import Entry
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import EFFORT_LIMITS
from runlift_tui.screens.parts.retrying import Retrying
from runlift_tui.screens.parts.values import DRAFT_S
from runlift_tui.screens.session.telling import BigKey, OneKey, WayBack
from runlift_tui.store.session.training import Training

_WARNING = "Leaving now loses what is not saved. Once more leaves."


class Correcting:
    """Gives a session commands, and has the sentence that is said back."""

    def __init__(
        self, training: Training, *, paint: Callable[[], object], drop: Callable[[], str]
    ) -> None:
        """Say nothing.

        Args:
            training: The session.
            paint: Shows the screen anew.
            drop: As for `WayBack`.
        """
        self._training = training
        self._paint = paint
        self.back = WayBack(
            training,
            self._tell_all,
            far=self._too_far,
            drop=drop,
            say=self.say,
            notice=lambda: self.notice,
        )
        self.notice = ""
        """What was said last; empty for nothing."""

    def tell(self, command: Command) -> None:
        """Give the session a command; what comes of it is shown when it is on the disk."""
        self.notice = ""
        try:
            self._training.tell(command)
        except Refused as refused:
            self.say(str(refused))

    def say(self, notice: str) -> None:
        """Show a sentence, or none any more."""
        self.notice = notice
        self._paint()

    def _too_far(self, sets: int) -> None:
        """Say that nothing is put back over sets that were done since."""
        self.say(press.nothing_to_redo(sets))

    def _tell_all(self, command: Command) -> None:
        """Give the session a command of undo or redo, and say what it did."""
        before = self._training.session
        self.tell(command)
        if not self.notice:
            self.say(taken_back(before, self._training.session, command))


class EffortTyping:
    """How hard the session was, a key at a time; what stands behind a point is none of it."""

    def __init__(
        self,
        training: Training,
        correcting: Correcting,
        *,
        later: Callable[[float, Callable[[], object]], Timer],
    ) -> None:
        """Have nothing typed.

        Args:
            training: The session.
            correcting: Gives it the effort.
            later: Has something done on the screen's thread after so many seconds.
        """
        self._training = training
        self._correcting = correcting
        self._later = later
        self._is_behind_point = False

    def type(self, key: str) -> None:
        """Type a digit, or refuse a point in words."""
        if key == ".":
            self._is_behind_point = True
            self._later(DRAFT_S, self._forget)
            self._correcting.say(f"{EFFORT_LIMITS}, whole numbers only")
        elif not self._is_behind_point:
            self._rate(press.effort(self._training.session, key))

    def rub(self) -> None:
        """Take it back."""
        self._rate(None)

    def _rate(self, effort: int | None) -> None:
        """Say it, unless it is said already: a key that is held down says it once."""
        if effort != self._training.session.effort:
            self._correcting.tell(RateEffort(effort))

    def take(self) -> bool:
        """End the typing; return whether it was refused just now, so that this is read first."""
        was_refused, self._is_behind_point = self._is_behind_point, False
        return was_refused

    def _forget(self) -> None:
        self._is_behind_point = False


class Keeping:
    """Keeps the history at what the session is, and goes on trying while the disk refuses."""

    def __init__(
        self, training: Training, *, every: Callable[[float, Callable[[], object]], Timer]
    ) -> None:
        """Keep nothing yet.

        Args:
            training: The session.
            every: Has something done every so many seconds, until its timer is stopped.
        """
        self._training = training
        self._retrying = Retrying(every, self._retry)
        self._kept: tuple[Entry, ...] = ()

    def settle(self) -> bool:
        """Take in what the writer said; return whether all of it has been dealt with."""
        training = self._training
        training.settle()
        self._retrying.follow(training.on_disk.unsaved or training.on_disk.unkept)
        return training.on_disk.is_settled

    def keep(self) -> None:
        """Bring the history up to the session, where it is not yet."""
        if self._training.session.log != self._kept:
            self._kept = self._training.session.log
            self._training.keep()

    def _retry(self) -> None:
        self._training.retry()
        if self._training.on_disk.unkept:
            self._training.keep()


class Closing:
    """Closes a session for good.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        training: Training,
        key: BigKey,
        *,
        take: Callable[[], bool],
        take_open: Callable[[], bool],
        ask: Callable[[], bool],
        warn: Callable[[str], object],
        closed: Callable[[str], object],
        to_effort: Callable[[], bool],
    ) -> None:
        """Keep it open.

        Args:
            training: The session.
            key: The one that closes it too.
            take: Takes over what is open; returns whether anything was.
            take_open: The same for what was typed alone: it is seen before the session is closed.
            ask: Asks about a value that nobody has confirmed; returns whether there is one.
            warn: Says what would be lost.
            closed: Called on the writer's thread once it is closed, with why it is not in the
                history, in a sentence, empty when it is.
            to_effort: Goes back from a set that was chosen; returns whether one was.
        """
        self._training = training
        self._key = key
        self._to_effort = to_effort
        self._take = take
        self._take_open = take_open
        self._ask = ask
        self._asking: OneKey | None = None
        """Whether what was asked came up just now: the key that led there is no answer."""
        self._warn = warn
        self._closed = closed
        self._warned = False
        self._leaving = False
        self._once = OneKey(training.now)

    def action_space(self) -> None:
        """Close the session with the big key, unless it was pressed only just before."""
        if self._key.press():
            self._close()

    def action_take(self) -> None:
        """Take over what is open; where nothing is, close the session as the big key does.

        The key that answered the last question may still be down.
        """
        if self._asking is not None and not self._asking.once():
            return
        self._asking = None
        if not self._take():
            self.action_space()

    def action_back(self) -> None:
        """Go from a set back to the effort; from there home, with another press."""
        if self._to_effort():
            self._once.once()
        else:
            self._close()

    def action_done(self) -> None:
        """Close the session and go home; where nothing of it is safe, not at the first press."""
        self._close()

    def _close(self) -> None:
        if self._take_open():
            return
        if not self._once.once():
            return
        training = self._training
        if self._ask():
            self._asking = OneKey(training.now, since=training.now())
        elif training.on_disk.unsaved and training.on_disk.unkept and not self._warned:
            self._warned = True
            self._warn(_WARNING)
        elif not self._leaving:
            self._leaving = True
            training.leave(self._closed)
