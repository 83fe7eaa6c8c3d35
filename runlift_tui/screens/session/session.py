"""The session, full screen: keys in, one face out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import structs
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face import press
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.pulse import Pulse
from runlift_tui.core.face.screen import Viewing, edited, face, next_second
from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.routines.routine import Slot, StepKey
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.commands import (
    Command,
    Correct,
    Lengthen,
    MoveToEnd,
    Note,
    Prepare,
    Redo,
    Skip,
    Swap,
)
from runlift_tui.core.session.state import Rest, is_finished
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.values import Values, Why
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.bindings import bindings, own_keys
from runlift_tui.screens.parts.once import Living
from runlift_tui.screens.parts.retrying import Retrying
from runlift_tui.screens.parts.values import ValueTyping
from runlift_tui.screens.parts.wanted import HomeWanted, SummaryWanted
from runlift_tui.screens.session.hearing import Hearing
from runlift_tui.store.library.shipped import has_figure
from runlift_tui.store.session.training import Training
from runlift_tui.widgets.large.digits import Slice
from runlift_tui.widgets.lines.keys import KeyClicked
from runlift_tui.widgets.session.bar import Bar
from runlift_tui.widgets.session.session_view import SessionView
from runlift_tui.widgets.session.values import FieldPointed

if TYPE_CHECKING:
    from runlift_tui.core.face.prompts import Prompt
    from runlift_tui.screens.session.demonstrator import Demonstrator

NOTICE_S = 4.0

SwapIn = Callable[[Slot, Exercise, bool], Swap]
"""Returns the swap that brings an exercise into a slot, for good or not."""


class SessionScreen(Living[None]):
    """A session under way."""

    BINDINGS = bindings("session")

    class Acknowledged(Message, bubble=False):
        """The writer has dealt with a command."""

    def __init__(
        self,
        training: Training,
        unit: Unit,
        library: Callable[[], Mapping[str, Exercise]],
        swapped_in: SwapIn,
        *,
        pressed: bool = False,
        speaker: Callable[[], Speaker] | None = None,
        motion: bool = True,
    ) -> None:
        """Show a session.

        Args:
            training: The session.
            unit: What loads are shown and typed in.
            library: Returns what can be swapped in.
            swapped_in: Returns the swap that brings an exercise into a slot, for good or not.
            pressed: Whether a key led here, which may still be down.
            speaker: Returns what it is heard through; None for silence.
            motion: Whether figures move.
        """
        super().__init__()
        self._training = training
        self._unit = unit
        self._library = library
        self._swapped_in = swapped_in
        self._values = ValueTyping(
            unit,
            lambda: edited(training.session),
            give=self._give,
            say=self._say,
            paint=self._paint,
            later=self.set_timer,
        )
        self.take_actions(self._values)
        self._prompt: Prompt | None = None
        self._notice = ""
        self._refused = ""
        """The notice that refused a command last, for as long as it may stand."""
        self._pulse = Pulse()
        self._guard = Guard(training.now()) if pressed else Guard()
        self._taps = Guard()
        """Since when the terminal has been in front: the click that brought it there is no key."""
        self._gone = False
        self._ticking: asyncio.TimerHandle | None = None
        self._view = SessionView()
        self._hearing = Hearing(speaker, lambda: training.shown)
        self._motion = motion
        self._demonstrator: Demonstrator | None = None
        self._retrying = Retrying(self.set_interval, training.retry)
        self._unnoticing: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the one view."""
        yield self._view

    def on_mount(self) -> None:
        """Show where the session stands."""
        self._training.heard = lambda: self.post_message(self.Acknowledged())
        self._training.tick()
        self._hearing.wait()
        step = pending(self._training.session)
        self._view.stage.keeps_room = step is not None and has_figure(step.exercise.id)
        self._told()
        self.call_after_refresh(self._demonstrate)

    def _demonstrate(self) -> None:
        """Show the exercise's figure from now on; the first paint has not waited for it."""
        from runlift_tui.screens.session.demonstrator import Demonstrator

        self._demonstrator = Demonstrator(self._view.stage, motion=self._moves)
        self._paint()

    @property
    def _moves(self) -> bool:
        return self._motion and self.app.animation_level != "none"

    def on_unmount(self) -> None:
        """Be heard no more."""
        self._hearing.close()

    def on_screen_resume(self) -> None:
        """Show what went on under a dialog."""
        self._tick()

    # Time

    def _tick(self) -> None:
        self._walk()
        self._told()

    def _walk(self) -> None:
        """Walk time on, and paint nothing yet."""
        before = type(self._training.session.phase)
        cues = self._training.tick()
        if type(self._training.session.phase) is not before:
            self._guard = self._guard.touched(self._training.session.at)
            self._forget()
        if cues:
            self._hearing.passed(cues, self._training.session, self._training.now())

    def _paint(self) -> None:
        session, now = self._training.shown, self._training.now()
        viewing = Viewing(
            unit=self._unit,
            wall_ms=self._training.wall_ms(),
            draft=self._values.draft,
            prompt=self._prompt,
            unsaved=self._training.unsaved,
            notice=self._notice,
        )
        found = face(session, now, viewing)
        if self.app.animation_level != "none":
            self._pulse = self._pulse.seen(found.state, session, now)
            found = self._pulse.over(found, now)
        found = structs.replace(found, keys=own_keys(self.app).faces(found.keys))
        self._view.face = found
        self._show_figure()

    def _show_figure(self) -> None:
        """Show the figure's frame, and look at the clock again when there is more to see."""
        session, now = self._training.shown, self._training.now()
        beat = 0
        if self._demonstrator is not None:
            beat = self._demonstrator.show(session, now, seen=self.is_active)
        if self._ticking is not None:
            self._ticking.cancel()
            self._ticking = None
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

    # Commands

    def _tell(self, command: Command) -> bool:
        # Told, the session walks on to this moment by itself, and nothing would hear of the way.
        self._walk()
        try:
            self._training.tell(command)
        except Refused as refused:
            self._say(str(refused))
            self._refused = self._notice
            return False
        self._forget()
        return True

    def _tell_all(self, command: Command) -> bool:
        """Tell a command, and say what it brought with it."""
        from runlift_tui.core.face.consequences import consequences

        before = self._training.session
        if not self._tell(command):
            return False
        said = consequences(before, self._training.session, command)
        if said:
            self._say(said)
        return True

    def _forget(self) -> None:
        """Drop the sentence that refused something: it was about a state that has passed."""
        if self._notice and self._notice == self._refused:
            self._notice = ""

    def _say(self, notice: str) -> None:
        """Show a sentence for a few seconds."""
        self._notice = notice
        if self._unnoticing is not None:
            self._unnoticing.stop()
        self._unnoticing = self.set_timer(NOTICE_S, self._unsay) if notice else None
        self._paint()

    def _unsay(self) -> None:
        self._say("")

    def on_session_screen_acknowledged(self) -> None:
        """Take in what the writer said."""
        self._training.settle()
        self._told()

    def _told(self) -> None:
        """Show what is on disk now, or that it is not; at the end of the session, go on."""
        training = self._training
        self._retrying.follow(training.unsaved)
        self._hearing.follow(training.shown)
        if training.is_settled and is_finished(training.session) and self._prompt is None:
            self._end()
        else:
            self._paint()

    def _end(self) -> None:
        if self._ticking is not None:
            self._ticking.cancel()
        if not self._gone and self._training.is_worth_keeping:
            self._hearing.done()
        self._go(SummaryWanted())

    def _go(self, message: Message) -> None:
        """Ask to be taken elsewhere, once."""
        if not self._gone:
            self._gone = True
            self.post_message(message)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Let a question have every key while it stands."""
        if self._prompt is not None:
            event.stop()
            event.prevent_default()
            self._answer("space" if event.key == "pagedown" else event.key)

    def _ask(self, prompt: Prompt | None) -> None:
        self._values.take()
        self._prompt = prompt
        self._paint()

    def _answered_late(self, key: str) -> bool:
        """Answer the question that stands with a key that was pressed right behind its own.

        Such a key is on its way as an action before the question can catch it.
        """
        if self._prompt is None:
            return False
        self._answer(key)
        return True

    def _answer(self, key: str) -> None:
        prompt = self._prompt
        if prompt is None:
            return
        answer = prompt.answer(key)
        self._prompt = prompt.then if answer is not None else None
        if key == "space":
            self._guard = self._guard.touched(self._training.now())
        if answer is not None and answer.command is not None and self._tell_all(answer.command):
            self._follow(answer.command)
        self._told()

    def _follow(self, command: Command) -> None:
        """Ask what a skip for pain asks next."""
        if not isinstance(command, Skip) or command.why is not Why.PAIN:
            return
        from runlift_tui.core.exercises.likeness import easier_rung
        from runlift_tui.core.face import prompts

        done = next(reversed(self._training.session.done.values()), None)
        if done is not None and done.skipped is Why.PAIN:
            exercise = self._training.session.exercises[done.exercise]
            easier = easier_rung(exercise, self._library().values())
            self._prompt = prompts.pain(done.key, easier)

    def action_space(self) -> None:
        """Do the one thing that the big key means now."""
        if self._answered_late("space"):
            return
        training = self._training
        self._walk()
        now = training.now()
        passes = self._guard.lets_pass(now)
        self._guard = self._guard.touched(now)
        if not passes:
            self._told()
            return
        self._values.take()
        command = press.space(training.session)
        if command is not None and self._tell(command):
            # The picture waits for the disk anyway; painted now it would only be in its way.
            self._values.drop()
        else:
            self._told()

    def action_undo(self) -> None:
        """Stop the hold that runs, or undo."""
        self._values.drop()
        self._tell(press.undo(self._training.session))

    def action_redo(self) -> None:
        """Put back what was undone last."""
        self._values.drop()
        self._tell(Redo())

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._tell(press.pause(self._training.session))

    def action_lengthen(self, seconds: int) -> None:
        """Make the rest longer or shorter."""
        self._tell(Lengthen(seconds))

    def action_skip(self) -> None:
        """Ask why the set is skipped."""
        from runlift_tui.core.face import prompts

        self._ask(prompts.skip(self._training.session))

    def action_rounds(self) -> None:
        """Ask for the rounds of this block."""
        from runlift_tui.core.face import prompts

        self._ask(prompts.rounds(self._training.session))

    def action_finish(self) -> None:
        """Ask whether to finish early."""
        from runlift_tui.core.face import prompts

        self._ask(prompts.finish(self._training.session))

    def action_leave(self) -> None:
        """Leave; the session stays as it is."""
        self._values.take()
        training = self._training
        if training.unsaved and not self._notice.startswith("Not saved"):
            self._say("Not saved: leaving now loses what the disk refused. q again leaves.")
            return
        if not self._gone:
            training.leave()
        self._go(HomeWanted())

    # Mouse and touch

    def on_click(self, event: events.Click) -> None:
        """Take a tap on the stage as the big key; a question there wants a key of its own."""
        tapped, _ = self.get_widget_at(event.screen_x, event.screen_y)
        stage = isinstance(tapped, Slice | Bar) and event.button == 1
        if stage and self._prompt is None and self._taps.lets_pass(self._training.now()):
            self.action_space()

    def on_app_focus(self) -> None:
        """Take the tap that brought the window to the front as no more than that."""
        self._taps = self._taps.touched(self._training.now())

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Press the key that was clicked."""
        self.app.simulate_key(message.key)

    def on_field_pointed(self, message: FieldPointed) -> None:
        """Go to the value that was clicked; make the one under the wheel one more or one less."""
        if self._prompt is None:
            self._values.point(message.index, message.by)

    # Values

    def action_type(self, key: str) -> None:
        """Type a digit into the value under the cursor, or answer what hurts today."""
        if self._answered_late(key):
            return
        training = self._training
        said = press.pain_digit(training.session, key, training.now())
        if said is not None:
            self._tell(said)
            return
        self._values.type(key)

    def action_rub(self) -> None:
        """Rub out the last digit."""
        self._values.rub()

    def action_take(self) -> None:
        """Take over what was typed."""
        if not self._answered_late("enter"):
            self._values.take_and_paint()

    def _give(self, key: StepKey, values: Values) -> None:
        """Correct the set just done, or prepare the one under way."""
        done = key in self._training.session.done
        if not self._tell(Correct(key, dict(values)) if done else Prepare(dict(values))):
            # What was typed is what it is about, and no state: it stands its time.
            self._refused = ""

    # Dialogs, imported when they are opened, as is all that only they need

    def action_why(self) -> None:
        """Show how and why the exercise is done; w again explains the rest, or the half."""
        from runlift_tui.core.face import reasons
        from runlift_tui.core.session.suggested import suggested
        from runlift_tui.screens.session.reason import ReasonScreen
        from runlift_tui.screens.session.why import WhyScreen

        session = self._training.session
        step = pending(session)
        if step is None:
            return
        reason = reasons.of_now(session)

        def seen(more: bool | None) -> None:
            self._read()
            if more and reason is not None:
                self.app.push_screen(ReasonScreen(reason), self._read)

        more = "" if reason is None else reason.title
        coming = suggested(session, step.slot) if step.ramp is None else None
        why = "" if coming is None else coming.why
        page = WhyScreen(step.exercise, self._library(), more, why, motion=self._moves)
        self.app.push_screen(page, seen)

    def action_later(self) -> None:
        """Put the slot that is under way or next at the end of this round."""
        self._values.take()
        step = pending(self._training.session)
        if step is not None and self._tell(MoveToEnd(step.key.slot)):
            self._say(f"{step.key.slot} comes at the end of this round. u takes it back.")

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("session"), self._read)

    def _read(self, _: None = None) -> None:
        """Take the key that closed a page, which may still be down, for none of the session's."""
        self._guard = self._guard.touched(self._training.now())

    def action_note(self) -> None:
        """Write a note on the set just done, else on the session."""
        from runlift_tui.screens.parts.note import NoteScreen

        self._values.take()
        session = self._training.session
        key = session.phase.after if isinstance(session.phase, Rest) else None
        text = session.note if key is None else session.done[key].note
        title = "Note on the session" if key is None else f"Note on {name_of(key)}"

        def written(text: str | None) -> None:
            if text is not None:
                self._tell(Note(text, key))
            self._paint()

        def so_far(text: str) -> None:
            self._tell(Note(text, key, draft=True))

        self.app.push_screen(NoteScreen(title, text, so_far), written)

    def action_swap(self) -> None:
        """Put another exercise into the slot that is under way or next."""
        from runlift_tui.core.session.swaps import swaps
        from runlift_tui.screens.session.swap import SwapScreen

        self._values.take()
        session = self._training.session
        step = pending(session)
        if step is None:
            return

        def chosen(choice: tuple[Exercise, bool] | None) -> None:
            if choice is not None:
                self._tell_all(self._swapped_in(step.slot, *choice))
            self._paint()

        choices = swaps(session, step, self._library())
        self.app.push_screen(SwapScreen(step.key.slot, step.exercise, choices), chosen)
