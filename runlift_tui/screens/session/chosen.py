"""The set that is chosen in a summary, and putting its values right."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from runlift_tui.core.face.doubts import asked_last, put_back
from runlift_tui.core.face.screen import open_set
from runlift_tui.core.face.set_rows import another
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import Command, Confirm, Correct
from runlift_tui.core.session.doubts import denied, unasked, unsure_at
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.typing import Draft, OpenSet
from runlift_tui.core.sets.weights import Gear
from runlift_tui.screens.parts.values import ValueTyping
from runlift_tui.screens.session.telling import OneKey


class ChosenSet:
    """One of the sets that were done, or none; its values stand open."""

    def __init__(
        self,
        session: Callable[[], Session],
        gear: Gear,
        *,
        tell: Callable[[Command], object],
        say: Callable[[str], object],
        paint: Callable[[], object],
        later: Callable[[float, Callable[[], object]], Timer],
        held: Callable[[], bool],
        no: OneKey,
    ) -> None:
        """Choose none.

        Args:
            session: Returns the session as it stands.
            gear: What loads are typed in, and what there is to lift.
            tell: Gives the session a command.
            say: Says something, or nothing more, and shows the screen anew.
            paint: Shows the screen anew.
            later: Has something done on the screen's thread after so many seconds.
            held: As for `ValueTyping`.
            no: The key that says no to what is asked of a value.
        """
        self._session = session
        self._unit = gear.unit
        self._asked: set[StepKey] = set()
        """The sets that it was asked of, whether their values are right."""
        self._is_last_question = False
        """Whether the session's end chose the set, to ask about it; not a hand."""
        self._tell = tell
        self._no = no
        self._has_said_no = False
        self._say = say
        self.key: StepKey | None = None
        self.values = ValueTyping(
            gear,
            self.open_set,
            give=lambda key, values: tell(Correct(key, dict(values))),
            say=say,
            paint=paint,
            later=later,
            held=held,
        )

    @property
    def draft(self) -> Draft | None:
        """Where the cursor stands in its values, and what was typed there."""
        return self.values.draft

    def open_set(self) -> OpenSet | None:
        """Return it; None where none is chosen, or what was chosen was undone."""
        session = self._session()
        return open_set(session, self.key) if self.key in session.done and self.key else None

    def settle(self, session: Session) -> None:
        """Choose none where what was chosen is undone."""
        if self.key not in session.done:
            self.key = None
            self.values.drop()

    @property
    def is_asked(self) -> bool:
        """Whether it is asked of the chosen set, with nothing typed, if its values are right."""
        if self.key is None or self.values.is_typed:
            return False
        return bool(unsure_at(self._session(), self.key))

    def take(self) -> bool:
        """Take over what was typed, else confirm what is asked about, else choose none.

        Returns:
            Whether a set was chosen.
        """
        if self.key is None:
            return False
        if self.is_asked:
            self._tell(Confirm(self.key))
            if self._is_last_question:  # answered: what is left to say is the effort
                self.key = None
        elif not self.values.is_typed:
            self.key = None
        self.values.take_and_paint()
        return True

    def action_step(self, by: int) -> None:
        """Make the value under the cursor one more or less; one less says no where it is asked."""
        if by < 0 and self.says_no():
            return
        self._has_said_no = False
        self.values.action_step(by)

    def says_no(self) -> bool:
        """Put back what stood before the values that are asked about; return whether so just now.

        A key that is held down does not go on to what it does elsewhere.
        """
        self._has_said_no = self._has_said_no and not self._no.once()
        if self._has_said_no or self.key is None or not self.is_asked:
            return self._has_said_no
        session = self._session()
        said = put_back(session, self.key, self._unit)
        self._has_said_no = self._no.once()
        self._tell(denied(session, self.key))
        self._say(said)
        return True

    def take_open(self) -> bool:
        """Take over what was typed; return whether something was, so that it is seen first."""
        was_open = self.values.is_open
        self.values.take_and_paint()
        return was_open

    def ask(self) -> bool:
        """Choose a set with a value that nobody was asked about here, and ask; return whether so.

        No session is left with one before: from then on it counts nowhere.
        """
        self._note_asked()
        key = unasked(self._session(), self._asked)
        if key is None:
            return False
        self.key = key
        self._is_last_question = True
        self._note_asked()
        self.values.begin(*unsure_at(self._session(), key))
        self._say(asked_last(self._session(), key, self._unit))
        return True

    def _note_asked(self) -> None:
        if self.key is not None and self.is_asked:
            self._asked.add(self.key)

    def choose(self, by: int) -> None:
        """Choose another set; none above the first and below the last."""
        self.values.take_open()
        self._is_last_question = False
        self.key = another(self._session(), self.key, by)
        self.values.begin()
        self._say("")

    def to_effort(self) -> bool:
        """Choose none, where one was chosen, by hand or to ask about it; return whether so."""
        if self.key is None:
            return False
        if self.values.take_open():  # what cannot be is read first
            self.key = None
            self._say("")
        return True
