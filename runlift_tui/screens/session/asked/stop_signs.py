"""When to stop altogether: it stands until it is answered, and what then holds until it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import STOP, STOP_SIGNS
from runlift_tui.core.face.press import Guard, Heeded, LastKey
from runlift_tui.core.keys.action import ALL_THE_SAME, DOCTOR, EMERGENCY, NO, yes_or_no
from runlift_tui.core.keys.in_force import in_force, key
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.dialog import KeysOfItsOwn
from runlift_tui.widgets.large.lettering import paragraph
from runlift_tui.widgets.session.letters import Letters

if TYPE_CHECKING:
    from runlift_tui.core.face.prompts import Prompt

_SIGNS = tuple(sign.partition(": ")[::2] for sign in STOP_SIGNS)
"""What is true then, and what to do."""
_AROUND = 8, 18
"""Columns and rows around the signs, where they stand in large letters."""
_YES = EMERGENCY, DOCTOR
_ASKED = "any of these?"
_NO_ANSWER = f"{_ASKED} Only {EMERGENCY}, {DOCTOR}, {NO} or {{}} answers."
_TOO_SOON = f"{_ASKED} Too soon: press it again."
_AROUND_WORDS = 13
"""Rows around the first words of what holds, where they stand in large letters."""


class StopPage(KeysOfItsOwn[Heeded]):
    """A page that no key answers but its own, and none that is still down from before."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Show it.

        Args:
            now: Returns this moment in milliseconds; a key right after the first is a leftover.
        """
        super().__init__()
        self._now = now
        self._guard = Guard(now())
        self.held = LastKey()
        """The key that came last."""

    def compose(self) -> ComposeResult:
        """Yield the one word that is read from where one trains, and what it is about."""
        with VerticalScroll(classes="dialog"):
            yield Letters()
            yield from self.told()

    def told(self) -> ComposeResult:
        """Yield what it is about."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the word."""
        self.query_one(Letters).show(STOP)

    def pressed(self, key: str) -> None:
        """Take an answer, and no other key for one."""
        now = self._now()
        is_still, is_one_of_many = self.held.is_still(key, now), self.held.runs_into(now)
        self.held = self.held.pressed(key, now)
        heeded = self.heeded(key)
        if is_still:
            return
        # Somebody types, or lies on the keys: a letter of that is no word to a doctor's question.
        if is_one_of_many or not self._guard.lets_pass(now):
            self.refuse(too_soon=heeded is not None)
        elif heeded is None:
            self.refuse()
        else:
            self.dismiss(heeded)

    def heeded(self, key: str) -> Heeded | None:
        """Return what a key answers; None where it answers nothing."""
        raise NotImplementedError

    def refuse(self, *, too_soon: bool = False) -> None:
        """Say which keys answer, where another was pressed, or one before it could be read."""

    def on_click(self) -> None:
        """Say at a tap, which is as good as the big key, that a key answers."""
        self.refuse()


class StopSignsScreen(StopPage):
    """The stop signs, under how much it hurts, each kind with the key that says it is true."""

    def __init__(self, title: str, now: Callable[[], int]) -> None:
        """Show them.

        Args:
            title: How much it hurts.
            now: Returns this moment in milliseconds.
        """
        super().__init__(now)
        self._title = title

    def told(self) -> ComposeResult:
        """Yield them, what is an emergency first."""
        yield Static(Content(f"{self._title}: {_ASKED}"), classes="dialog-title")
        for number, (yes, (sign, then)) in enumerate(zip(_YES, _SIGNS, strict=True)):
            yield Static(Content(f"{sign}."), id=f"sign-{number}", classes="sign")
            yield Static(Content(f"{yes}  yes: {then}"), classes="stop-key")
        back = f"{key('session.undo')}  take it back"
        yield Static(Content(f"{NO}  none of them     {back}"), classes="stop-key")

    def on_resize(self, event: events.Resize) -> None:
        """Show the signs in letters for two metres where all of them fit, else in cells."""
        inside = event.size.width - _AROUND[0]
        signs = [paragraph(sign.upper(), inside) for sign, _ in _SIGNS]
        large = all(signs) and sum(map(len, signs)) + _AROUND[1] <= event.size.height
        for number, (rows, (sign, _)) in enumerate(zip(signs, _SIGNS, strict=True)):
            told = "\n".join(rows) if large else f"{sign}."
            self.query_one(f"#sign-{number}", Static).update(Content(told))
        self.set_class(large, "-large")

    def heeded(self, key: str) -> Heeded | None:
        """Return what a key answers; None where it answers nothing."""
        if key in in_force().of("session.undo"):
            return Heeded.TAKEN_BACK
        if yes_or_no(key) is False:
            return Heeded.NONE
        return {EMERGENCY: Heeded.EMERGENCY, DOCTOR: Heeded.LOOK}.get(key)

    def refuse(self, *, too_soon: bool = False) -> None:
        """Say which keys answer, where another was pressed, or one before it could be read."""
        said = _TOO_SOON if too_soon else _NO_ANSWER.format(key("session.undo"))
        self.query_one(".dialog-title", Static).update(Content(f"{self._title}: {said}"))


class StoppedScreen(StopPage):
    """What holds after a stop sign; the session ends here, or goes on by a key of its own."""

    def __init__(
        self, stop: str, stops: Prompt | None, now: Callable[[], int], *, may_undo: bool
    ) -> None:
        """Show it.

        Args:
            stop: What holds, in a sentence.
            stops: How the session ends or goes on; None where it is over.
            now: Returns this moment in milliseconds.
            may_undo: Whether what was said is taken back here.
        """
        super().__init__(now)
        self._stop = stop
        self._stops = stops
        self._may_undo = may_undo

    def told(self) -> ComposeResult:
        """Yield it, and the keys, a row each: the first is to stop."""
        yield Static(id="large", classes="sign")
        yield Static(Content(self._stop), classes="sign")
        answers = () if self._stops is None else self._stops.answers
        for each in answers:
            if each.word:
                yield Static(Content(safe_text(f"{each.key}  {each.word}")), classes="stop-key")
        if not answers:
            yield Static("escape  read", classes="stop-key")
        if self._may_undo:
            yield Static(Content(f"{key('session.undo')}  take it back"), classes="stop-key")

    def on_resize(self, event: events.Resize) -> None:
        """Show its first words in letters for two metres where they fit."""
        first = self._stop.partition(".")[0].partition(" until ")[0]
        rows = paragraph(first.upper(), event.size.width - _AROUND[0])
        fits = bool(rows) and len(rows) + _AROUND_WORDS <= event.size.height
        large = self.query_one("#large", Static)
        large.update(Content("\n".join(rows)))
        large.display = fits

    def heeded(self, key: str) -> Heeded | None:
        """Return what a key answers; None where it answers nothing."""
        if self._may_undo and key in in_force().of("session.undo"):
            return Heeded.TAKEN_BACK
        if self._stops is None:
            return {"escape": Heeded.NONE}.get(key)
        if self._stops.answer(key) is None:
            return None
        return Heeded.ALL_THE_SAME if key == ALL_THE_SAME else Heeded.FINISH
