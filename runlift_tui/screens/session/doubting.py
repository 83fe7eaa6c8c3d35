"""A value of a session that is asked about: the keys that say it is right, and that it is not."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from runlift_tui.core.face.doubts import put_back
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.screen import edited
from runlift_tui.core.keys.action import yes_or_no
from runlift_tui.core.session.commands import Confirm
from runlift_tui.core.session.doubts import denied, doubted, unsure_at
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.values import ValueTyping
from runlift_tui.screens.session.telling import Telling

_GO_THERE = "Digits go there."
"""Where the cursor stands, after a no to what was asked."""


class Doubting:
    """Answers what is asked of a value: live, while the session runs on."""

    def __init__(
        self, telling: Telling, values: ValueTyping, unit: Unit, now: Callable[[], int]
    ) -> None:
        """Answer nothing yet.

        Args:
            telling: The session.
            values: The part that types values; what is typed stands before any question.
            unit: What loads are told in.
            now: Returns this moment in milliseconds.
        """
        self._telling = telling
        self._values = values
        self._unit = unit
        self._now = now
        self._no = Guard()

    def catch(self, event: events.Key) -> None:
        """Take a yes or a no to what is asked; any other key does what it always does."""
        said = None if event.key == "minus" else yes_or_no(event.key)
        if said is None or self._values.is_typed:
            return
        if self.confirm() if said else self.says_no():
            event.stop()
            event.prevent_default()

    def confirm(self) -> bool:
        """Say that the value is right that is asked about; return whether one was."""
        asked = None if self._values.is_typed else doubted(self._telling.session)
        if asked is not None:
            self._telling.tell(Confirm(asked))
        return asked is not None

    def says_no(self) -> bool:
        """Put back what stood before a value that is asked about; return whether so just now."""
        session, now = self._telling.session, self._now()
        asked = None if self._values.is_typed else doubted(session)
        if asked is not None:
            said = put_back(session, asked, self._unit)
            fields = unsure_at(session, asked)
            if self._telling.tell(denied(session, asked)):
                open_ = edited(self._telling.session)
                if open_ is not None and open_.key == asked:
                    self._values.begin(*fields)
                    said = f"{said} {_GO_THERE}"
                self._telling.say(said)
        elif self._no.lets_pass(now):
            return False
        self._no = self._no.touched(now)  # held down, it does not go on to what it does elsewhere
        return True
