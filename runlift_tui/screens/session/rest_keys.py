"""The keys that move time in a session: pause, a rest made longer or shorter, a slot put later."""

from collections.abc import Callable

from runlift_tui.core.face import press
from runlift_tui.core.keys.in_force import key
from runlift_tui.core.session.commands import MoveToEnd
from runlift_tui.core.session.targets import pending
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.parts.values import ValueTyping
from runlift_tui.screens.session.doubting import Doubting
from runlift_tui.screens.session.telling import OneKey, Telling

_A_MINUTE = 2
"""How often a held key comes again and still makes a rest 15 s longer."""

_OPEN = "Nothing was done by {0}: a number stands open. A second later, or after enter, {0} counts."


class RestKeys:
    """Its actions are the screen's: see `Living.take_actions`."""

    def __init__(
        self,
        telling: Telling,
        values: ValueTyping,
        doubting: Doubting,
        now: Callable[[], int],
        moving: OneKey,
    ) -> None:
        """Take none of them as pressed yet.

        Args:
            telling: The session.
            values: What is typed.
            doubting: What is asked about a value; a key of a rest may be the answer.
            now: Returns this moment in milliseconds.
            moving: The key that puts a slot later, which a dialog may have heard.
        """
        self._telling = telling
        self._values = values
        self._doubting = doubting
        self._moving = moving
        self._pausing, self._longer, self._shorter = (OneKey(now) for _ in range(3))

    def action_pause(self) -> None:
        """Pause, or go on."""
        if self._pausing.once():
            self._telling.tell(press.pause(self._telling.session))

    def action_lengthen(self, seconds: int) -> None:
        """Make the rest longer or shorter; shorter says no to a value that is asked about.

        Not shorter in the middle of a number: on some keyboards the key of 6 types a minus.
        """
        telling = self._telling
        if seconds < 0 and self._doubting.says_no():
            return
        if seconds < 0 and self._values.is_open:
            telling.say(_OPEN.format(key("session.shorter")))
        elif telling.counts(self._longer if seconds > 0 else self._shorter, _A_MINUTE):
            telling.walk()
            try:
                done = telling.tell(press.lengthen(telling.session, seconds))
                early = press.under_least(telling.session) if done and seconds < 0 else ""
                if early:
                    telling.say(early)
            except Refused as refused:
                telling.say(str(refused))

    def action_later(self) -> None:
        """Put the slot that is under way or next at the end of this round."""
        if not self._moving.once():
            return
        self._values.take_open()
        step = pending(self._telling.session)
        if step is not None:
            self._telling.tell_all(MoveToEnd(step.key.slot))
