"""The questions that one key answers: why a set is skipped, how many rounds, whether to finish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.session.commands import Command, Finish, RatePain, SayPain, Skip
from runlift_tui.screens.session.telling import BigKey, Telling

if TYPE_CHECKING:
    from runlift_tui.core.face.prompts import Prompt


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
        warn: Callable[[str, Callable[[bool], object]], object],
    ) -> None:
        """Ask nothing.

        Args:
            telling: The session that answers are told to.
            key: The one that some of them are given with.
            library: Returns where an easier exercise is.
            before: Called before anything is asked.
            show: Shows where the session stands, and what it is asked.
            warn: Shows the stop signs, under a title; calls what it is given once they are
                answered, with whether the session ends here.
        """
        self._telling = telling
        self._key = key
        self._library = library
        self._before = before
        self._show = show
        self._warn = warn
        self.prompt: Prompt | None = None
        """What is asked now."""
        self.is_warning = False
        """Whether the stop signs stand over it, and it waits for their answer unseen."""

    def catch(self, event: events.Key) -> None:
        """Take a key as an answer, where a question stands."""
        if self.prompt is not None:
            event.stop()
            event.prevent_default()
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
        self.prompt = prompt
        self._show()

    def _answer(self, key: str) -> None:
        prompt = self.prompt
        if prompt is None:
            return
        answer = prompt.answer(key)
        self.prompt = prompt.still(key) if answer is None else None
        if self.prompt is not None:
            self._show()
            return
        if key == "space":
            self._key.let_go()
        command = None if answer is None else answer.command
        if command is not None:
            self.tell(command)
            return
        self._show()
        if prompt.unsaid:
            self._warn(prompt.unsaid, lambda finish: self._warned(None, finish))

    def tell(self, command: Command) -> None:
        """Give the session a command, and ask what follows from it."""
        if self._telling.tell_all(command):
            from runlift_tui.core.face import pain_questions

            asked = pain_questions.after(self._telling.session, command, self._library)
            title = pain_questions.stop_signs(command)
            # What is asked next waits for the answer: it would only show through around the signs.
            self.prompt, self.is_warning = asked, bool(title)
            if title:
                self._warn(title, lambda finish: self._warned(asked, finish))
        self._show()

    def _warned(self, asked: Prompt | None, finish: bool) -> None:
        """Ask what follows once the stop signs are answered; a stop sign ends the session."""
        self.is_warning = False
        if finish:
            self.tell(Finish())
        else:
            self.prompt = asked
            self._show()

    def ask_again(self) -> None:
        """Ask what was asked last, where the session was left before that was answered."""
        newest = self._telling.session.log[-1].command
        if isinstance(newest, Skip | RatePain | SayPain):
            from runlift_tui.core.face import pain_questions

            self.ask(pain_questions.still_open(self._telling.session, self._library))

    def far_back(self, sets: int) -> None:
        """Ask whether a redo may put so many sets aside."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.far_back(sets))

    def action_skip(self) -> None:
        """Ask why the set is skipped."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.skip(self._telling.session))

    def action_rounds(self) -> None:
        """Ask for the rounds of this block."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.rounds(self._telling.session))

    def action_finish(self) -> None:
        """Ask whether to finish early."""
        from runlift_tui.core.face import prompts

        self.ask(prompts.finish(self._telling.session))
