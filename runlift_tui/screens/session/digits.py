"""What a digit, enter and the key that rubs out do in a session: answer, or type into a value."""

from collections.abc import Callable

from runlift_tui.core.face import press
from runlift_tui.core.keys.in_force import named
from runlift_tui.screens.parts.values import ValueTyping
from runlift_tui.screens.session.asked.questions import Questions
from runlift_tui.screens.session.doubting import Doubting
from runlift_tui.screens.session.telling import Telling

_PAUSED = "paused: {session.space} goes on"


class Digits:
    """Its actions are the screen's: see `Living.take_actions`."""

    def __init__(
        self,
        telling: Telling,
        values: ValueTyping,
        doubting: Doubting,
        questions: Questions,
        now: Callable[[], int],
    ) -> None:
        """Type nothing yet.

        Args:
            telling: The session.
            values: What is typed into.
            doubting: What is asked about a value.
            questions: What is asked of the session, which a digit may answer.
            now: Returns this moment in milliseconds.
        """
        self._telling = telling
        self._values = values
        self._doubting = doubting
        self._questions = questions
        self._now = now

    def action_type(self, digit: str) -> None:
        """Type a digit into the value under the cursor."""
        if self._questions.answered_late(digit):
            return
        said = press.pain_ten(self._telling.session, digit, self._now())
        if said is None or self._values.is_open:
            if not self._values.type(digit):
                self._telling.say(press.TIMED)
        else:
            self._questions.tell(said)

    def action_rub(self) -> None:
        """Rub out the last digit."""
        self._values.rub()

    def action_take(self) -> None:
        """Take over what was typed; where nothing is, confirm the value that is asked about."""
        if self._questions.answered_late("enter"):
            return
        is_paused = self._telling.session.paused is not None
        if not self._doubting.confirm() and is_paused and not self._values.is_typed:
            self._telling.hint(named(_PAUSED))  # whoever presses it wants to go on
        self._values.take_and_paint()
