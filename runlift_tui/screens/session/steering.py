"""What keys do to a session under way, whichever screen shows it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from runlift_tui.core.face import press
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.screen import Viewing, edited
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.commands import Pause
from runlift_tui.core.session.rests import begins_by_itself
from runlift_tui.core.session.state import is_over
from runlift_tui.screens.parts.once import Living
from runlift_tui.screens.parts.retrying import Retrying
from runlift_tui.screens.parts.values import ValueTyping
from runlift_tui.screens.parts.wanted import HomeWanted, SummaryWanted
from runlift_tui.screens.session.asked.questions import Questions, StopPages
from runlift_tui.screens.session.dialogs import Dialogs, NextLoad, Surroundings
from runlift_tui.screens.session.digits import Digits
from runlift_tui.screens.session.doubting import Doubting
from runlift_tui.screens.session.hearing import Hearing, Mute
from runlift_tui.screens.session.pacing import Pacing
from runlift_tui.screens.session.rest_keys import RestKeys
from runlift_tui.screens.session.telling import (
    KEYBOARD_S,
    MOST_REPEATS,
    BigKey,
    KeyboardTold,
    OneKey,
    Telling,
    WayBack,
)
from runlift_tui.store.session.training import Training

_WAITS_MS = 1_000
"""So long before it would begin by itself a set waits for whoever reads a page."""

_UNSAVED = "Not saved: leaving now loses what the disk refused. {session.leave} again leaves."

_NOTHING = "{} does nothing here. {{session.help}} shows the keys."


class Steering:
    """The keys of a session: it has the values, the questions and the dialogs do their part.

    Its actions, and theirs, are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        screen: Living[None],
        training: Training,
        around: Surroundings,
        *,
        guard: Guard,
        hearing: Hearing,
        paint: Callable[[], object],
    ) -> None:
        """Take the keys of a screen.

        Args:
            screen: The one.
            training: The session.
            around: What it takes from elsewhere.
            guard: When the big key counts.
            hearing: What the session is heard through.
            paint: Shows the screen anew.
        """
        self._screen = screen
        self._training = training
        self._around = around
        self._hearing = hearing
        self._paint = paint
        self._retrying = Retrying(screen.set_interval, training.retry)
        self.key = BigKey(
            *(training, guard, screen, "session.space"),
            say=lambda why: self.telling.hint(why),
        )
        self._leaving, moving, self._stepping = (OneKey(training.now) for _ in range(3))
        self.telling = Telling(
            training, self.key, paint=paint, later=screen.set_timer, passed=hearing.passed
        )
        self._pacing = Pacing(self.telling, self.show)
        self.values = self._typing()
        self.doubting = Doubting(self.telling, self.values, around.gear.unit, training.now)
        self.questions = Questions(
            *(self.telling, self.key, around.library),
            before=self.values.take_open,
            show=self.show,
            pages=StopPages(screen.app.push_screen, training, self.key),
            undo=lambda: back.take_back(),
            now=training.now,
        )
        dialogs = Dialogs(
            *(screen, self.telling, self.key, around),
            moving=moving,
            before=self.values.take_open,
            rounds=self.questions.action_rounds,
            times=self.values.times,
            paint=paint,
        )
        back = WayBack(
            *(training, self.telling.tell_all),
            far=self.questions.far_back,
            drop=lambda: self.values.drop(cursor=False),
            say=self.telling.say,
            notice=lambda: self.telling.notice,
            before=self._before_undo,
            since=guard.since,
        )
        load = NextLoad(screen, self.telling, self.key, around)
        mute = Mute(hearing, OneKey(training.now), self.telling.say)
        self._keyboard = KeyboardTold(
            lambda said: self.telling.say(said, KEYBOARD_S), lambda: self.telling.notice
        )
        rests = RestKeys(self.telling, self.values, self.doubting, training.now, moving)
        digits = Digits(self.telling, self.values, self.doubting, self.questions, training.now)
        others = (dialogs, load, back, mute, self._pacing, self._keyboard, rests, digits)
        screen.take_actions(self.values, self.questions, *others, self)

    def _typing(self) -> ValueTyping:
        """Return the part that types values."""
        return ValueTyping(
            self._around.gear,
            lambda: edited(self._training.session),
            give=self.telling.give,
            say=self.telling.refuse,
            paint=self._paint,
            later=self._screen.set_timer,
            held=lambda: not self.telling.counts(self._stepping, MOST_REPEATS),
        )

    def viewing(self, wall_ms: int = 0) -> Viewing:
        """Return what the face needs beside the session.

        Args:
            wall_ms: What to add to its line of time for the wall clock, in milliseconds.
        """
        return Viewing(
            unit=self._around.gear.unit,
            wall_ms=wall_ms,
            draft=self.values.draft,
            prompt=None if self.questions.is_warning else self.questions.prompt,
            beat=self._pacing.since,
            unsaved=self._training.on_disk.unsaved,
            notice=self.telling.notice,
        )

    def catch(self, event: events.Key) -> None:
        """Take a key as an answer, where something is asked."""
        if self.questions.prompt is None:
            self.doubting.catch(event)
        self.questions.catch(event)

    def nothing_on(self, key: str) -> None:
        """Say that a key does nothing here, and what helps."""
        said = named(_NOTHING.format(key))
        if self.telling.notice != said and not self._keyboard.stands:
            self.telling.hint(said)

    def tick(self) -> None:
        """Walk time on to this moment, and show it.

        What begins by itself waits for whoever reads a page over the session.
        """
        due = begins_by_itself(self.telling.session)
        reads = self._screen.app.screen is not self._screen and not self.telling.session.is_stopped
        if reads and due is not None and due - self._training.now() <= _WAITS_MS:
            self.telling.tell(Pause())
        self.telling.walk()
        self.show()

    def settle(self) -> None:
        """Take in what the writer said, and show it."""
        self._training.settle()
        self.show()

    def show(self) -> None:
        """Show what is on disk now, or that it is not; at the end of the session, go on."""
        training = self._training
        self._retrying.follow(training.on_disk.unsaved)
        self._hearing.follow(training.shown)
        over = training.on_disk.is_settled and is_over(training.session)
        if not over or self.questions.prompt is not None:
            self._paint()
        elif self._screen.want(SummaryWanted()) and training.is_worth_keeping:
            self._hearing.done()

    def stop(self) -> None:
        """Stop the session where a stop sign stands, or may, whatever brought it to the screen."""
        if self._training.session.is_stopped and not self.questions.is_warning:
            self.questions.halt()
        self.questions.ask_signs()

    def point(self, index: int, by: int) -> None:
        """Move the cursor to the value at a place in the row, and make it so much more."""
        if self.questions.prompt is None:
            self.values.point(index, by)

    def _before_undo(self) -> None:
        self.values.drop(cursor=False)
        self.telling.walk()

    def action_space(self) -> None:
        """Do the one thing that the big key means now."""
        if self.questions.answered_late("space"):
            return
        self.telling.walk()
        if not self.key.press():
            self.show()
            return
        self.values.take_open()
        command = press.space(self.telling.session)
        if command is not None and self.telling.tell(command):
            # The picture waits for the disk anyway; painted now it would only be in its way.
            self.values.drop()
        else:
            self.show()

    def action_leave(self) -> None:
        """Leave; the session stays as it is."""
        if not self._leaving.once():
            return
        if not self.values.take_open():
            return  # what was typed and cannot be is read first
        if self._training.on_disk.unsaved and not self.telling.notice.startswith("Not saved"):
            self.telling.say(named(_UNSAVED))
        elif self._screen.want(HomeWanted()):
            self._training.leave()
