"""Typing values into a set: a cursor, digits that are a draft at first, and one correction."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.typing import Draft, OpenSet, draft, touched
from runlift_tui.core.sets.values import Field, Values
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.faults import Refused

DRAFT_S = 1.0
"""Without a key for so long, what was typed is taken over."""


class ValueTyping:
    """What is being typed into the set whose values stand open on a screen.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        gear: Gear,
        opened: Callable[[], OpenSet | None],
        *,
        give: Callable[[StepKey, Values], object],
        say: Callable[[str], object],
        paint: Callable[[], object],
        later: Callable[[float, Callable[[], object]], Timer],
        held: Callable[[], bool] = lambda: False,
    ) -> None:
        """Have nothing typed.

        Args:
            gear: What loads are typed in, and what there is to lift.
            opened: Returns the set that stands open now; None for none.
            give: Takes values over into a set.
            say: Says why they cannot be.
            paint: Shows the screen anew.
            later: Has something done on the screen's thread after so many seconds.
            held: Hears that the value is to go one step; returns whether that key has been held
                down for so long that it is not meant any more.
        """
        self._gear = gear
        self._held = held
        self._opened = opened
        self._give = give
        self._say = say
        self._paint = paint
        self._later = later
        self._waiting: Timer | None = None
        self._just_taken = False
        self.draft: Draft | None = None
        """Where the cursor stands and what was typed there; it may be of a set that is over."""

    @property
    def is_open(self) -> bool:
        """Whether something was typed that is not taken over yet."""
        return self.draft is not None and bool(self.draft.text)

    @property
    def is_typed(self) -> bool:
        """Whether something is open, or was until just now, when it was taken over by itself.

        A key on its way then is meant for what was typed, and says nothing of what came of it.
        """
        return self.is_open or self._just_taken

    def begin(self, *fields: Field) -> None:
        """Put the cursor on the first value of the set that stands open, or on one of its own.

        Args:
            fields: Values; the cursor stands on both legs where those are more than one.
        """
        self.drop()
        found = self._on()
        if found is not None and self.draft is not None and len(fields) == 1:
            self.draft = self.draft.at(fields[0])

    def drop(self, *, cursor: bool = True) -> str:
        """Drop what was typed and is not taken over, and the cursor too or not; return it."""
        if self.draft is None:
            return ""
        typed, self.draft = self.draft.text, None if cursor else self.draft.emptied()
        return typed

    def type(self, key: str) -> bool:
        """Type a digit, or a point; return whether there is a value to type it into.

        Where no cursor stands and a value is asked about, it is typed into that one.
        """
        before, found = self.draft, self._on()
        if found is None or self.draft is None:
            return False
        if self.draft is not before and len(found.unsure) == 1:
            self.draft = self.draft.at(found.unsure[0])
        self.draft = self.draft.typed(key)
        self._wait_for_more()
        return True

    def times(self) -> bool:
        """Take what stands open as the number of weights; return whether it is that."""
        found = None if self.draft is None else self.draft.times()
        if found is None:
            return False
        self.draft = found
        self._wait_for_more()
        return True

    def rub(self) -> bool:
        """Rub out the last digit; return whether there is a cursor."""
        if self.draft is None:
            return False
        self.draft = self.draft.rubbed()
        self._wait_for_more()
        return True

    def action_move(self, by: int) -> None:
        """Move the cursor to another value; from nowhere to the second one, or to the last."""
        self.take_open()
        before = self.draft
        if self._on() is not None and self.draft is not None:
            is_new = self.draft is not before
            self.draft = self.draft.at_end() if is_new and by < 0 else self.draft.moved(by)
            self._paint()

    def action_step(self, by: int) -> None:
        """Make the value under the cursor one more or one less."""
        if self._held():
            return
        self.take_open()
        found = self._on()
        if found is None or self.draft is None:
            return
        stuck = self.draft.stuck(by, found.values, found.begin_kg)
        if stuck:
            self._say(stuck)
        else:
            stepped = self.draft.stepped(by, found.values, found.begin_kg)
            self.draft = touched(self.draft)
            self._give(found.key, stepped)
        self._paint()

    def point(self, index: int, by: int = 0) -> None:
        """Move the cursor to the value at a place in the row, and make it so much more."""
        self.take_open()
        found = self._on()
        if found is None or self.draft is None or index >= len(found.values):
            return
        self.draft = self.draft.at(tuple(found.values)[index])
        if by:
            self.action_step(by)
        else:
            self._paint()

    def take_open(self) -> bool:
        """Take over what was typed, as one correction; what cannot be is said and dropped.

        Returns:
            Whether nothing had to be dropped.
        """
        if self.draft is None or not self.draft.text:
            return True
        typed, self.draft = self.draft, self.draft.emptied()
        try:
            values = typed.taken()
        except Refused as refused:
            self._say(f"{refused}; the old value stays")
            return False
        self._give(typed.key, values)
        return True

    def take_and_paint(self) -> None:
        """Take over what was typed, and show that it is."""
        self.take_open()
        self._paint()

    def _on(self) -> OpenSet | None:
        """Return the set that stands open, once the cursor is in it; None for none."""
        found = self._opened()
        if found is None or not found.values:
            return None
        loads = loadable(found.exercise, self._gear)
        fields, is_over = tuple(found.values), found.is_over
        fresh = draft(found.key, fields, found.implements, loads, is_over=is_over)
        if self.draft is None or not self.draft.is_of(fresh):
            self.draft = fresh
        return found

    def _wait_for_more(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._just_taken = False

        def settle() -> None:
            self._just_taken = False
            self._paint()

        def take() -> None:
            self._just_taken = self.is_open
            if self._just_taken:
                self._waiting = self._later(DRAFT_S, settle)
            self.take_and_paint()

        self._waiting = self._later(DRAFT_S, take)
        self._paint()
