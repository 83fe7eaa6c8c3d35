"""The questions that one key answers: why a set is skipped, how many rounds, whether to finish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face.press import Guard, Heeded, LastKey
from runlift_tui.core.keys.action import ALL_THE_SAME
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.session.commands import Command, NoSign, RatePain, SayPain, Skip, StopSign
from runlift_tui.core.session.state import said_last, sign_open
from runlift_tui.screens.session.telling import BigKey, Telling
from runlift_tui.store.session.training import Training

if TYPE_CHECKING:
    from runlift_tui.core.face.prompts import Prompt
    from runlift_tui.screens.session.asked.stop_signs import StopPage

Then = Callable[[Heeded, LastKey], object]
"""What is called with how a page was answered, and the key that answered it."""


class StopPages:
    """Shows the pages about stop signs, each until one of its own keys answers it."""

    def __init__(
        self,
        push: Callable[[StopPage, Callable[[Heeded | None], None]], object],
        training: Training,
        key: BigKey,
    ) -> None:
        """Show none.

        Args:
            push: Shows a page; calls what it is given with the answer.
            training: The session.
            key: The big key, which is as good as pressed when a page goes.
        """
        self._push = push
        self._training = training
        self._key = key

    def ask(self, title: str, then: Then) -> None:
        """Show the stop signs, under a title."""
        from runlift_tui.screens.session.asked.stop_signs import StopSignsScreen

        self._show(StopSignsScreen(title, self._training.now), then)

    def hold(self, stops: Prompt | None, then: Then) -> None:
        """Show what holds after a stop sign, over how the session ends or goes on; None if over."""
        from runlift_tui.screens.session.asked.stop_signs import StoppedScreen

        session = self._training.session
        may_undo = isinstance(session.log[-1].command, StopSign)
        self._show(StoppedScreen(session.stop, stops, self._training.now, may_undo=may_undo), then)

    def _show(self, page: StopPage, then: Then) -> None:
        def answered(heeded: Heeded | None) -> None:
            self._key.let_go()
            then(heeded or Heeded.NONE, page.held)

        self._push(page, answered)


class Questions:
    """Asks one question at a time; while it stands, it has every key.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        telling: Telling,
        key: BigKey,
        library: Callable[[], Mapping[str, Exercise]],
        *,
        before: Callable[[], object],
        show: Callable[[], object],
        pages: StopPages,
        undo: Callable[[], object],
        now: Callable[[], int],
    ) -> None:
        """Ask nothing.

        Args:
            telling: The session that answers are told to.
            key: The one that some of them are given with.
            library: Returns where an easier exercise is.
            before: Called before anything is asked.
            show: Shows where the session stands, and what it is asked.
            pages: Where stop signs are asked about, and what holds after one.
            undo: Takes back what was said last.
            now: Returns this moment in milliseconds.
        """
        self._telling = telling
        self._key = key
        self._library = library
        self._before = before
        self._show = show
        self._pages = pages
        self._undo = undo
        self._now = now
        self._held = LastKey()
        self._page_left = Guard()
        """Since when the stop signs are gone: what is asked behind them was not seen until then."""
        self._has_answered = False
        """Whether the key that came last answered a question, and no other key came since."""
        self._follows = False
        """Whether what is asked follows from what was just said, which undo takes back here too."""
        self._then: Callable[[], object] | None = None
        """What is done once it is answered: where it was asked from is gone back to."""
        self.prompt: Prompt | None = None
        """What is asked now."""
        self.is_warning = False
        """Whether the stop signs stand over it, and it waits for their answer unseen."""

    def catch(self, event: events.Key) -> None:
        """Take a key as an answer, where a question stands.

        The key that opened it, or answered the one before, is none for as long as it is down; nor
        does it do there what it does where nothing is asked. A digit may be the next number's.
        """
        at = self._now()
        is_still = self._held.is_still(event.key, at)
        self._has_answered = self._has_answered and self._held.repeats(event.key, at)
        self._held = self._held.pressed(event.key, at)
        if _passes(self.prompt, event.key) and not is_still:
            self.prompt = None
            self._show()
            return
        if self.prompt is None and (event.key.isdecimal() or not self._has_answered):
            return
        event.stop()
        event.prevent_default()
        if self.prompt is None and event.key == "space":
            self._key.is_left_out()
        undoes = event.key in in_force().of("session.undo") and event.key != "pageup"
        if is_still or not (self._page_left.lets_pass(at) or (undoes and self._follows)):
            return
        if self._follows and event.key in in_force().of("session.undo"):
            self.ask_again(undoing=True)
        elif undoes and self.prompt is not None and self.prompt.answer(event.key) is None:
            self.prompt = self.prompt.not_undone(event.key)
            self._show()
        else:
            self._answer("space" if event.key == "pagedown" else event.key)

    def answered_late(self, key: str) -> bool:
        """Answer the question that stands with a key that was pressed right behind its own.

        Such a key is on its way as an action before the question can catch it.
        """
        if self.prompt is None:
            return False
        if not self.is_warning:
            self._answer(key)
        return True

    def ask(self, prompt: Prompt | None) -> None:
        """Ask something; None asks nothing."""
        self._before()
        self.prompt, self._follows, self._then = prompt, False, None
        self._show()

    def _answer(self, key: str) -> None:
        prompt = self.prompt
        if prompt is None:
            return
        answer = prompt.answer(key)
        self.prompt = prompt.still(key) if answer is None else None
        self._has_answered = self.prompt is None
        if self.prompt is not None:
            self._show()
            return
        if key == "space":
            self._key.let_go()
        command, then = None if answer is None else answer.command, self._then
        if command is not None:
            self.tell(command)
        else:
            self._show()
        if then is not None:
            self._then = None
            then()
        if command is not None:
            return
        if prompt.unsaid:
            self._pages.ask(prompt.unsaid, lambda how, held: self._heed(how, held, back=prompt))

    def tell(self, command: Command) -> None:
        """Give the session a command, and ask what follows from it."""
        if self._telling.tell_all(command) and not self.is_warning:
            from runlift_tui.core.face import pain_questions

            self.prompt = pain_questions.after(self._telling.session, command, self._library)
            self._follows = True
            self.ask_signs()
        self._show()

    def ask_signs(self) -> None:
        """Ask about the stop signs while they are open, whatever brought the session there."""
        if self.is_warning or sign_open(self._telling.session) is None:
            return
        from runlift_tui.core.face import pain_questions

        asked = pain_questions.follows(self._telling.session, self._library)
        title = pain_questions.stop_signs(self._telling.session)
        # What is asked next waits for the answer: it would only show through around the signs.
        self.prompt, self.is_warning, self._follows = asked, True, True
        self._pages.ask(title, lambda heeded, held: self._heed(heeded, held, asked))

    def _heed(
        self,
        heeded: Heeded,
        held: LastKey,
        asked: Prompt | None = None,
        back: Prompt | None = None,
    ) -> None:
        """Ask what follows once the stop signs are answered; a yes stops the session.

        Args:
            heeded: How they were answered.
            held: With which key, which may still be down.
            asked: What follows from the number that they stood over.
            back: What was asked before, where no number was said: nothing is to be taken back.
        """
        self.is_warning = False
        self._held, self._has_answered = held, True
        self._page_left = self._page_left.touched(self._now())
        if heeded in (Heeded.EMERGENCY, Heeded.LOOK):
            self.prompt, self.is_warning = asked, True
            self._telling.tell_all(StopSign(heeded is Heeded.EMERGENCY))
            self.halt()
        elif heeded is Heeded.TAKEN_BACK and back is None:
            self.ask_again(undoing=True)
        else:
            self.prompt = back if heeded is Heeded.TAKEN_BACK else asked
            if sign_open(self._telling.session) is not None:
                self._telling.tell(NoSign())
            self._show()

    def halt(self) -> None:
        """Show what holds after a stop sign; while it stops the session nothing else is asked."""
        from runlift_tui.core.face import pain_questions

        stops = pain_questions.stopped(self._telling.session)
        self.prompt, self.is_warning = stops or self.prompt, True

        def answered(heeded: Heeded, held: LastKey) -> None:
            self.is_warning = False
            self._held, self._has_answered = held, True
            self._page_left = self._page_left.touched(self._now())
            if stops is not None:
                self.prompt = None
            if heeded is Heeded.TAKEN_BACK:
                self.ask_again(undoing=True)
            elif stops is not None and heeded is not Heeded.NONE:
                self.tell(_command(stops, "f" if heeded is Heeded.FINISH else ALL_THE_SAME))
            else:
                self._show()

        self._pages.hold(stops, answered)

    def ask_again(self, *, undoing: bool = False) -> None:
        """Ask what was asked last, where the session was left before that was answered.

        Args:
            undoing: Whether to take back first what the question that stands now follows from.
        """
        if undoing:
            self.prompt = None
            self._undo()
        session = self._telling.session
        if session.is_stopped:
            return  # what a stop sign asks is shown wherever the session is
        self.ask_signs()
        if self.is_warning or not isinstance(said_last(session), Skip | RatePain | SayPain):
            return
        from runlift_tui.core.face import pain_questions

        self.ask(pain_questions.still_open(session, self._library))
        self._follows = True

    def far_back(self, sets: int) -> None:
        """Ask whether a redo may put so many sets aside."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.far_back(sets))

    def action_pain(self) -> None:
        """Ask how much hurts: today, and once a set is done, that one."""
        from runlift_tui.core.face import pain_questions

        self.ask(pain_questions.asked(self._telling.session))

    def action_skip(self) -> None:
        """Ask why the set is skipped."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.skip(self._telling.session))

    def action_rounds(self, slot: str = "", then: Callable[[], object] | None = None) -> None:
        """Ask for the rounds of a slot's block, or of this one; then do something more."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.rounds(self._telling.session, slot))
        self._then = then

    def action_finish(self) -> None:
        """Ask whether to finish early."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.finish(self._telling.session))


def _passes(prompt: Prompt | None, key: str) -> bool:
    """Whether a key closes a question and does what it always does."""
    passes = () if prompt is None else prompt.passes
    return any(key in in_force().of(id_) for id_ in passes)


def _command(prompt: Prompt, key: str) -> Command:
    answer = prompt.answer(key)
    assert answer is not None
    assert answer.command is not None
    return answer.command
