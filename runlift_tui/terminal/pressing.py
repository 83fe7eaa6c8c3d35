"""Takes every key that the app hears as what is printed on it, on whatever keyboard that is."""

import os
import signal
import string
import sys
from collections.abc import Mapping
from typing import Any
from weakref import ref

from msgspec import structs
from textual import events
from textual.app import App

from runlift_tui.core.face.press import LastKey
from runlift_tui.core.keys import in_force
from runlift_tui.core.keys.action import DIGITS
from runlift_tui.core.keys.actions import SCREENS, typed_on
from runlift_tui.core.keys.key_names import as_printed, names, types
from runlift_tui.core.keys.keyboard import Keyboard, Press, meant
from runlift_tui.core.keys.own_keys import OwnKeys
from runlift_tui.terminal.parser import Behind, Sent
from runlift_tui.terminal.sequences import ESCAPE

_SAID_S = 10.0
_UPPER = frozenset(string.ascii_uppercase)
_DIGITS = names(DIGITS)
_SURE = frozenset((*string.ascii_lowercase, *_DIGITS, "space", "enter", "up", "down"))
"""Keys that are what they are called on every keyboard."""
_CAPITALS = frozenset(
    key for each in SCREENS for row in each.actions for key in row.keys.split(",") if key in _UPPER
)
"""Letters whose capital does something of its own somewhere: it is no sign of Caps Lock."""
_NOBODYS = "ctrl+@"
"""What each of Shift, Ctrl, Alt and Caps Lock sends by itself on Windows; no key is called so."""
_TO_THE_SHELL = "ctrl+z"
_UNDO = "u"
_ALT = "alt+"
_IN_WORDS = {"b": "ctrl+left", "f": "ctrl+right", "backspace": "ctrl+w"}
"""What Alt and a key do to the words of a line, as in every shell; here the key that does it."""
_TYPING = {each.screen for each in SCREENS if any(row.name == "digits" for row in typed_on(each))}
"""Screens on which digits are typed."""


def has_shell() -> bool:
    """Whether there is a shell to go to for a while.

    In the group of the session's leader nobody is left to have a stopped program go on: so it is
    in a window opened for this program alone, in a container, behind `ssh -t`.
    """
    return sys.platform != "win32" and os.getpgrp() != os.getsid(0)


def _go_to_the_shell(app: App[Any]) -> None:
    """Stop until the shell has it go on, with whatever runs it: `make`, `uv run`.

    The shell waits for all of them; Textual stops itself alone, and then nobody has the terminal.
    """
    driver = app._driver
    if sys.platform != "win32" and driver is not None and driver.can_suspend:
        # Given back first: the shell takes it at once, and then nobody else may set it.
        with app.suspend():
            os.kill(0, signal.SIGTSTP)


class Pressing:
    """What the keys of an app mean."""

    def __init__(
        self,
        app: App[Any],
        own: Mapping[str, tuple[str, ...]],
        row: str,
    ) -> None:
        """Know of no press yet.

        Args:
            app: The one.
            own: An athlete's own keys, their names by the id of an action.
            row: The keyboard whose row of digits types digits, as the settings name it.
        """
        self._app = app
        self._own = dict(own)
        self._keyboard = Keyboard(row)
        self._said = ""
        self._last = self._before = LastKey()
        self._pressed_on: ref[object] | None = None
        """The screen on which the key was pressed that came last, perhaps again by itself."""
        self._take()

    def _take(self) -> None:
        in_force.take(OwnKeys(self._own, self._keyboard.moved))

    @property
    def is_led_here(self) -> bool:
        """Whether the key that came last led to this screen, and may still be down."""
        pressed_on = None if self._pressed_on is None else self._pressed_on()
        return self._pressed_on is not None and pressed_on is not self._app.screen

    @property
    def last(self) -> str:
        """The key that came last, as what it means; empty before any."""
        return self._last.key

    @property
    def is_held(self) -> bool:
        """Whether the key that came last came again, or was down ever since."""
        return self._last.at is not None and self._before.is_still(self._last.key, self._last.at)

    @property
    def is_one_of_many(self) -> bool:
        """Whether the key that came last came right behind another: a hand types, or lies there."""
        return self._last.at is not None and self._before.runs_into(self._last.at)

    def hold_off(self) -> None:
        """Take the key that came last as one that led to where the athlete is."""
        self._pressed_on = ref(self)

    def apart(self, event: events.Key | events.Paste) -> tuple[events.Key | events.Paste, ...]:
        """Return the keys that an event stands for where the athlete is now.

        An escape with a key right behind it is two keys, so that neither is lost; or Alt and that
        key, where the athlete gave it something to do. In a line Alt goes by words, as in every
        shell. And nobody loses a line by it: where something was typed, an escape would throw that
        away, and a hand that is used to Alt, or a PuTTY that sends its arrows so, means none. It
        is left out there, and the key typed; an escape by itself leaves the line as ever.

        Args:
            event: What came.
        """
        if not isinstance(event, events.Key) or not event.key.startswith(_ALT):
            return (event,)
        if any(event.key in keys for keys in self._own.values()):
            return (events.Key(event.key, None),)
        line: Any = self._app.screen.focused
        word = _IN_WORDS.get(event.key.removeprefix(_ALT))
        if word and getattr(line, "value", ""):
            return (events.Key(word, None),)
        if not isinstance(event, Behind):
            return (event,)
        escape = events.Key("escape", ESCAPE)
        return event.keys if getattr(line, "is_typed_in", False) else (escape, *event.keys)

    def heard(self, event: events.Key, now: int) -> events.Key | None:
        """Return a key as what it means where the athlete is; None where it is to do nothing.

        Args:
            event: The key.
            now: When it was pressed, in milliseconds.
        """
        found = self._heard(event)
        if found is not None:
            if not self._last.is_still(found.key, now):
                self._pressed_on = ref(self._app.screen)
            self._before, self._last = self._last, self._last.pressed(found.key, now)
        return found

    async def was_for_the_terminal(self, event: events.Event) -> bool:
        """Do what a key does to the terminal, whatever is asked on a screen.

        Returns:
            False for every other event, and for a key that types a letter.
        """
        if not isinstance(event, events.Key) or types(event.key):
            return False
        if event.key == _TO_THE_SHELL:
            _go_to_the_shell(self._app)
            return True
        repaints = event.key in in_force.in_force().of("app.repaint")
        return repaints and await self._app.run_action("app.repaint")

    def _heard(self, event: events.Key) -> events.Key | None:
        """Return what a key means.

        It keeps the character that it types: a note in another alphabet stays as it was typed.
        """
        if event.key == _NOBODYS:
            return None
        if type(event) is events.Key and event.key in _SURE and not self._is_odd:
            return event
        press = event.press if isinstance(event, Sent) else Press(event.key, event.character)
        name, character = as_printed(press.key, press.character)
        press = structs.replace(press, key=name, character=character)
        focused = self._app.screen.focused
        typing = focused is not None and focused.check_consume_key(name, character)
        if name == _TO_THE_SHELL and not typing and not has_shell():
            name = _UNDO  # which the key is in every program that has none
            return events.Key(name, character)
        key = name if typing else self._meant(press)
        return events.Key(key, character) if key else None

    @property
    def _is_odd(self) -> bool:
        known = self._keyboard.caps or bool(self._keyboard.capital)
        return known or bool(self._said or in_force.in_force().digits)

    def _meant(self, press: Press) -> str:
        found = meant(self._keyboard, press, in_force.in_force().digits, self._does, _CAPITALS)
        before, self._keyboard = self._keyboard, found.keyboard
        if before.row != found.keyboard.row:
            self._take()
        if found.said or (self._said and self._does(found.key)):
            self.say(found.said)
        return found.key

    def say(self, said: str) -> None:
        """Say something in the place of what was said last, or nothing any more.

        A screen with a line of its own for sentences has it there; elsewhere it stands in a corner.
        """
        shown = [each for each in self._app._notifications if each.message == self._said]
        for each in shown:
            self._app._unnotify(each, refresh=not said)
        self._said = said
        told = getattr(self._app.screen, "keyboard_told", None)
        if told is not None:
            told(said)
        elif said:
            self._app.notify(said, timeout=_SAID_S, markup=False)

    def _does(self, key: str) -> bool:
        screen = self._app.screen
        if key in _DIGITS:
            from runlift_tui.screens.parts.page import screen_name

            return screen_name(screen) in _TYPING
        # Whether or not there is anything to do it with at this moment.
        return any(key in bound.key_to_bindings for _, bound in screen._modal_binding_chain)
