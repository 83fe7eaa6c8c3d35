"""What a terminal's text comes to: keys with all that is told of them, a mouse, what is pasted."""

import re
import time
from collections.abc import Iterable
from typing import Any

from textual import constants, events
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from runlift_tui.core.keys.keyboard import Press
from runlift_tui.terminal.sequences import ESCAPE, Pasted, Sequences

# Patterns are compiled where they are first used, which is after the first picture.
_KITTY = (
    r"\x1b\[(?P<code>\d{1,7})(?::(?P<shifted>\d{0,7}))?(?::(?P<base>\d{1,7}))?"
    r"(?:;(?P<modifiers>\d{0,4})(?::(?P<event>\d))?(?:;(?P<text>[\d:]*))?)?u"
)
"""A key as kitty and others tell it, alternatives and all."""
_NAMED = r"\x1b\[(?P<code>\d*)[\d:;]*(?P<end>[~A-Z])"
"""A key that has a number and an end."""
_SHIFT, _CAPS_LOCK = 1, 64
_LET_GO = "3"
_XTERM = r"\x1b\[27;(?P<modifiers>\d{1,3});(?P<code>\d{1,7})~"
"""A key with what is held beside it, as xterm tells it, and tmux where it is asked to."""
_OTHER_THAN_TEXT = 2 | 4 | 8 | 16 | 32
"""Alt, Ctrl and the like."""
_PAD_WITHOUT_NUMLOCK = range(57417, 57427)
_PAD = {
    "\x1bOX": "=",
    "\x1bOl": ",",
    "\x1bOE": "\x1b[57427~",
    "\x1bOI": "\t",
    "\x1bO ": " ",
}
"""Keys of a number pad in application mode that Textual does not know."""
_BEHIND = f"(?s){ESCAPE}(?!\t)([^{ESCAPE}]|{ESCAPE}[\\[O][A-D])"
"""An escape with one key in it: the console of Linux has shift+tab for the one that is left out."""


class Sent(events.Key):
    """A key of which a terminal told more than its name; the app makes a plain one of it."""

    def __init__(self, press: Press) -> None:
        """Be a press."""
        super().__init__(press.key, press.character)
        self.press = press

    def copy(self) -> events.Key:
        """Return it once more."""
        return Sent(self.press)


class Behind(events.Key):
    """An escape and a key right behind it, or Alt and that key: terminals send both alike.

    Those that speak as kitty does tell the two apart, and never send this. What it is, is seen
    where it goes: `Pressing.apart`.
    """

    def __init__(self, keys: tuple[events.Key, ...]) -> None:
        """Be an escape with keys behind it: one of them, unless Textual makes more of one."""
        first = keys[0].key
        shift = "shift+" if len(first) == 1 and first.isupper() else ""
        super().__init__(f"alt+{shift}{first.lower()}", None)
        self.keys = keys


def _of_xterm(told: re.Match[str]) -> str:
    """Return a key as kitty would tell it."""
    held, code = int(told["modifiers"] or 1) - 1, int(told["code"])
    types = code >= ord(" ") and not held & _OTHER_THAN_TEXT
    key = code if types else ord(chr(code).lower()[:1])
    return f"\x1b[{key};{held + 1};{code if types else ''}u"


def _plain(told: re.Match[str]) -> str:
    """Return a key as Textual reads it."""
    return f"\x1b[{told['code']};{told['modifiers'] or 1};{told['text'] or _types(told)}u"


def _types(told: re.Match[str]) -> str:
    """Return the code of what a key types where the terminal does not say; empty for nothing.

    Some never say, and kitty itself not where it has no locale.
    """
    held = int(told["modifiers"] or 1) - 1
    shift, caps = bool(held & _SHIFT), bool(held & _CAPS_LOCK)
    typed = chr(int(told["code"]))
    if held & _OTHER_THAN_TEXT or not typed.isprintable():
        return ""
    if typed.isalpha():
        typed = typed.upper()[:1] if shift != caps else typed
    elif shift:
        return told["shifted"] or ""
    return f"{ord(typed)}"


def _sent(key: events.Key, told: re.Match[str]) -> events.Key:
    """Return a key with what was told of it."""
    held = int(told["modifiers"] or 1) - 1
    base = chr(int(told["base"])) if told["base"] else ""
    name = key.key
    if base and held & _OTHER_THAN_TEXT and not name.isascii():
        head, plus, _ = name.rpartition("+")
        name = f"{head}{plus}{base}"  # Ctrl and a key, whatever its letter
    return Sent(
        Press(
            name,
            key.character,
            base,
            shift=bool(held & _SHIFT),
            caps=bool(held & _CAPS_LOCK),
            pad=int(told["code"]) in _PAD_WITHOUT_NUMLOCK,
        )
    )


class SensibleParser(XTermParser):
    """Reads all that a keyboard tells, and takes nothing that a terminal says too seriously."""

    def __init__(self, *args: Any, **named: Any) -> None:
        self._sequences = Sequences(constants.ESCAPE_DELAY)
        super().__init__(*args, **named)

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what a text comes to; an empty one is the end of all."""
        if not data:
            yield from super().feed(data)
        for part in self._sequences.take(data, time.monotonic()):
            yield from self._read(part)

    def tick(self) -> Iterable[Message]:
        """Yield what it comes to that nothing follows."""
        late = self._sequences.late(time.monotonic())
        if late:
            yield from self._read(late)
        yield from super().tick()

    def _read(self, part: str) -> Iterable[Message]:
        if isinstance(part, Pasted):
            yield events.Paste(part.replace("\x00", ""))
        elif part == ESCAPE:
            yield events.Key("escape", ESCAPE)
        elif behind := re.fullmatch(_BEHIND, part):
            keys = (each for each in self._sequence_to_key_events(behind[1]))
            found = tuple(each for each in keys if each.key != Keys.Ignore)
            yield Behind(found) if found else events.Key("escape", ESCAPE)
        else:
            yield from super().feed(part)
            if part[0] == ESCAPE:
                self._forget()

    def _forget(self) -> None:
        """Drop a sequence that Textual does not know.

        It waits for more of it, takes the next keys for that, and types all of it: a terminal that
        is asked what it is by another program answers so.
        """
        if self._awaiting.timeout is not None:
            self._gen = self.parse(self._tokens.append)
            self._awaiting, self._timeout_time = next(self._gen), None

    def parse_mouse_code(self, code: str) -> Message | None:
        """Return what a mouse did, or None where that cannot be told."""
        try:
            # A terminal may say that it is no pixels wide.
            found: Message | None = super().parse_mouse_code(code)
        except (ArithmeticError, ValueError):
            return None
        return found

    def _parse_extended_key(  # type: ignore[override]
        self, sequence: str
    ) -> list[events.Key] | None:
        """Return what kitty calls a key; of a number that names none Textual makes a letter."""
        named = re.fullmatch(_NAMED, sequence)
        if named is not None and f"{named['code'] or 1}{named['end']}" not in FUNCTIONAL_KEYS:
            return None
        return super()._parse_extended_key(sequence)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """Yield the keys that a sequence stands for, with what was told of them."""
        try:
            if of_xterm := re.fullmatch(_XTERM, sequence):
                sequence = _of_xterm(of_xterm)
            told = re.fullmatch(_KITTY, sequence)
            if told is not None and told["event"] == _LET_GO:
                yield events.Key(Keys.Ignore, None)
                return
            plain = _PAD.get(sequence, sequence) if told is None else _plain(told)
            found = list(super()._sequence_to_key_events(plain, alt))
            yield from found if told is None else (_sent(each, told) for each in found)
        except (ArithmeticError, ValueError):
            yield events.Key(Keys.Ignore, sequence)
