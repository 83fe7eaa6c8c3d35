"""Typing rounds or minutes into a line of the choices before the start."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from runlift_tui.core.setup.choices import typed
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.values import DRAFT_S

_MOST_KEYS = 6


class ChoiceTyping:
    """What is being typed into the chosen line; what comes of it is shown at once.

    Its actions are the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        today: Today,
        row: Callable[[], int],
        *,
        paint: Callable[[], object],
        later: Callable[[float, Callable[[], object]], Timer],
    ) -> None:
        """Have nothing typed.

        Args:
            today: Whose choices they are.
            row: Returns the line that is chosen.
            paint: Shows the screen anew.
            later: Has something done on the screen's thread after so many seconds.
        """
        self._today = today
        self._row = row
        self._paint = paint
        self._later = later
        self._before = today.choices
        self._why: tuple[int, str] = (-1, "")
        self._waiting: Timer | None = None
        self._is_whole = False
        """Whether the next digit begins a new value: it comes too late for this one."""
        self._resting: Timer | None = None
        self.text = ""
        """What was typed and is not taken over yet."""

    def why(self, row: int) -> str:
        """Return why a line cannot be what was typed there; empty where it can."""
        refused, why = self._why
        return why if refused == row else ""

    def action_type(self, key: str) -> None:
        """Type a digit, or a point."""
        if not self.text or self._is_whole:
            self.text, self._before = "", self._today.choices
        self._show(f"{self.text}{key}"[:_MOST_KEYS])

    def action_rub(self) -> None:
        """Rub out the last digit."""
        if self.text:
            self._show(self.text[:-1])

    @property
    def is_resting(self) -> bool:
        """Whether something was taken over just now: a key more was hardly meant to begin."""
        return self._resting is not None

    def entered(self) -> None:
        """Take over what was typed, by the key that else begins; a moment long it does not."""
        self.taken()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self._later(DRAFT_S, self._rested)
        self._paint()

    def _rested(self) -> None:
        self._resting = None

    def taken(self) -> bool:
        """Take over what was typed; what cannot be is said, and what stood before stays.

        Returns:
            Whether nothing had to be dropped.
        """
        text, self.text = self.text, ""
        row, why = self._why
        if not text or not why:
            self._why = (-1, "")
            return True
        self._why = (row, f"{why}; the old value stays")
        return False

    def _show(self, text: str) -> None:
        today = self._today
        today.choices, self.text, self._why = self._before, text, (-1, "")
        self._is_whole = False
        if text:
            try:
                today.choices = typed(today.choices, today.planned(), self._row(), text)
            except Refused as refused:
                self._why = (self._row(), str(refused))
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._later(DRAFT_S, self._wait_no_more)
        self._paint()

    def _wait_no_more(self) -> None:
        """Drop what cannot be; what can is shown as typed until a key takes it over."""
        self._is_whole = True
        if self._why[1]:
            self.taken()
            self._paint()
