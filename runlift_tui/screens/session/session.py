"""The session, full screen: keys in, one face out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs
from textual import events, on
from textual.app import ComposeResult

from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.pulse import Pulse
from runlift_tui.core.face.screen import face, next_second
from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.fold import handlers
from runlift_tui.core.session.targets import pending
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.once import Underneath
from runlift_tui.screens.session.dialogs import Surroundings
from runlift_tui.screens.session.hearing import Hearing
from runlift_tui.screens.session.steering import Steering
from runlift_tui.screens.session.telling import Acknowledged
from runlift_tui.store.library.shipped import has_figure
from runlift_tui.store.session.training import Training
from runlift_tui.widgets.session.session_view import SessionView
from runlift_tui.widgets.session.values import FieldPointed

if TYPE_CHECKING:
    from runlift_tui.screens.session.demonstrator import Demonstrator


class SessionScreen(Underneath[None]):
    """A session under way."""

    BINDINGS = bindings("session")

    def __init__(
        self,
        training: Training,
        around: Surroundings,
        *,
        pressed: bool = False,
        speaker: Callable[[], Speaker] | None = None,
        early: str = "",
    ) -> None:
        """Show a session.

        Args:
            training: The session.
            around: What it takes from elsewhere.
            pressed: Whether a key led here, which may still be down.
            speaker: Returns what it is heard through; None for silence.
            early: What speaks against it already today, in words; empty for nothing.
        """
        super().__init__()
        self._training = training
        self._too_early = early
        self._around = around
        self._hearing = Hearing(speaker, lambda: training.shown)
        self._steering = Steering(
            self,
            training,
            around,
            guard=Guard(training.now()) if pressed else Guard(),
            hearing=self._hearing,
            paint=self._paint,
        )
        self._pulse = Pulse()
        self._taps = Guard()
        """Since when the terminal has been in front: the click that brought it there is no key."""
        self._ticking: asyncio.TimerHandle | None = None
        self._view = SessionView()
        self._demonstrator: Demonstrator | None = None

    def compose(self) -> ComposeResult:
        """Yield the one view."""
        yield self._view

    def on_mount(self) -> None:
        """Show where the session stands."""
        self._training.on_disk.heard = lambda: self.post_message(Acknowledged())
        self._training.tick()
        self._hearing.wait()
        step = pending(self._training.session)
        self._view.stage.keep_room(kept=step is not None and has_figure(step.exercise.id))
        self._steering.show()
        self._steering.questions.ask_again()
        if self._too_early:
            from runlift_tui.core.home.next_session import early_sentence

            self._steering.telling.greet(early_sentence(self._too_early))
        self.call_after_refresh(self._demonstrate)

    def _demonstrate(self) -> None:
        """Show the exercise's figure from now on; the first paint has not waited for it."""
        from runlift_tui.screens.session.demonstrator import Demonstrator

        self._demonstrator = Demonstrator(self._view.stage, motion=self._around.moves(self))
        self._paint()
        handlers()  # the first key does not wait for it either

    def on_unmount(self) -> None:
        """Be heard no more, and look at no clock."""
        self._hearing.close()
        self._stop_ticking()

    def on_acknowledged(self) -> None:
        """Take in what the writer said."""
        self._steering.settle()

    # The picture

    @on(events.ScreenResume)
    def _tick(self) -> None:
        """Show what went on meanwhile, under a dialog too."""
        self._steering.tick()

    def _paint(self) -> None:
        session, now = self._training.shown, self._training.now()
        viewing = self._steering.viewing(self._training.wall_ms())
        found = face(session, now, viewing)
        if self.app.animation_level != "none":
            self._pulse = self._pulse.seen(found.state, session, now)
            found = self._pulse.over(found, now)
        mine, asked = in_force().faces, found.asked
        if asked is not None:
            asked = structs.replace(asked, answers=mine(asked.answers), keys=mine(asked.keys))
        found = structs.replace(found, keys=mine(found.keys), asked=asked)
        self._view.face = found
        self._show_figure()
        self._steering.stop()

    def _show_figure(self) -> None:
        """Show the figure's frame, and look at the clock again when there is more to see."""
        session, now = self._training.shown, self._training.now()
        beat = 0
        if self._demonstrator is not None:
            beat = self._demonstrator.show(session, now, seen=self.is_active)
        self._stop_ticking()
        boundary = next_boundary(session)
        due = 0 if boundary is None else max(1, boundary - now)
        lit = self._pulse.left(now)
        waits = [ms for ms in (next_second(session, now), due, beat, lit) if ms]
        if waits:
            wait = min(waits)
            # Between two seconds nothing changes but the figure.
            then = self._show_figure if waits.count(wait) == 1 and wait == beat else self._tick
            # The loop's own: a Textual timer is a task, and one a second costs more than the face.
            loop = asyncio.get_running_loop()
            self._ticking = loop.call_later(wait / 1000, self.call_later, then)

    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.cancel()
            self._ticking = None

    # Keys, mouse and touch

    def on_key(self, event: events.Key) -> None:
        """Let a question have every key while it stands; one about a value takes yes and no."""
        self._steering.catch(event)

    def on_click(self, event: events.Click) -> None:
        """Take a tap on the stage as the big key; a question there wants a key of its own."""
        tapped, _ = self.get_widget_at(event.screen_x, event.screen_y)
        stage = event.button == 1 and self._view.is_stage(tapped, event.screen_y)
        asked = self._steering.questions.prompt is not None
        if stage and not asked and self._taps.lets_pass(self._training.now()):
            self._steering.action_space()

    def on_app_focus(self) -> None:
        """Take the tap that brought the window to the front as no more than that."""
        self._taps = self._taps.touched(self._training.now())

    def on_field_pointed(self, message: FieldPointed) -> None:
        """Go to the value that was clicked; make the one under the wheel one more or one less."""
        self._steering.point(message.index, message.by)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("session"), self._steering.key.closed)
