"""Tells what a keyboard sends from what a terminal says of itself, and from what was cut short.

A terminal answers questions, also those that another program asked before this one began: its
colours, its name, its clipboard. Textual takes every letter and digit of such an answer for a key.
"""

import re

ESCAPE = "\x1b"
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_STRINGS = "]PX^_"
"""What begins a string behind an escape: of a command, a device, an application."""
_MAY_BE_KEYS = tuple(f"{ESCAPE}{each}" for each in ("[", "O", *_STRINGS))
"""What is an escape and a key, or Alt and that key, where nothing follows."""
# Patterns are compiled where they are first used, which is after the first picture.
_BEGINS = "\x1b|[\x90\x98\x9d-\x9f][ -~]*[\x07\x9c]|\x9b[0-?]*[ -/]*[@-~]"
"""An escape; or what a terminal says in eight bits, whole: by itself it is a letter of Windows'."""
_ENDS = "[\x07\x18\x1a\x1b\x9c]"
_KEY = (
    r"(?s)\x1b\[\[[A-E]"  # keys of the console of Linux
    r"|\x1b\[[0-9]+\$(?![a-z])"  # and of rxvt
    r"|\x1b\[M[^\x1b]{3}"  # a mouse of the first kind
    r"|\x1bO[0-9]?[ -/:-~]"
    r"|\x1b\[(?![\[M])[0-?]*[ -/]*[@-~]"
    r"|\x1b[^\[O\x1b]"
)
_ALT_ARROW = r"\x1b\x1b[\[O][A-D]"
_CUT = r"(?s)\x1b(\[M[^\x1b]{0,2}|\[\[|\[[0-?]*[ -/]*|O[0-9]?)"
_LONGEST = 32
"""Characters of a key or a mouse report; anything longer is neither, and Textual would type it."""
_LATE_S = 0.5
"""So long the rest of something that was cut may take."""
_WHOLE_S = 3.0
"""So long a string may take that never ends, and a paste until it goes on."""
_PAUSE_S = 0.3
"""Between two pieces of what is pasted without a mark."""
_BLOCK = 128
"""Letters that come at once are no typing: a terminal that does not mark what is pasted."""
_HELD_DOWN = 3
"""Letters, of which as many as one likes come at once when the program was stopped under a key."""
_MOST = 1 << 20
"""Letters of a paste; what is behind them is dropped, as nothing takes a hundredth of them."""


class Pasted(str):
    """Text that was pasted, and is no keys."""

    __slots__ = ()


def _is_block(text: str) -> bool:
    return len(text) >= _BLOCK and len(set(text)) > _HELD_DOWN


class Sequences:
    """What of a terminal's text is to be read as keys, mouse and pasted text."""

    def __init__(self, delay_s: float) -> None:
        """Hold nothing yet.

        Args:
            delay_s: After which an escape with nothing behind it is the key.
        """
        self._delay_s = delay_s
        self._held = ""
        """What may go on with what comes next."""
        self._last_s = self._began_s = 0.0
        self._in_paste = self._in_string = False
        self._pasted: list[str] = []
        self._room = _MOST

    def take(self, text: str, now_s: float) -> list[str]:
        """Return what is to be read now, part by part, of what was held and what came."""
        waited_s, self._last_s = now_s - self._last_s, now_s
        rest, self._held = self._held + text, ""
        if ESCAPE not in rest and not (self._in_paste or self._in_string):
            rest = re.sub(_BEGINS, "", rest)
        goes_on = self._in_paste or waited_s < _PAUSE_S
        found = [] if goes_on else [self._all_pasted()]
        while rest:
            if self._in_paste:
                part, rest = self._marked(rest)
            elif self._in_string:
                part, rest = "", self._behind_string(rest)
            else:
                part, rest = self._next(rest, now_s)
                if _is_block(part) or (self._pasted and part and part[0] != ESCAPE):
                    self._paste(part)
                    continue
                if part or self._in_paste:
                    found.append(self._all_pasted())
            found.append(part)
        return [each for each in found if each]

    def late(self, now_s: float) -> str:
        """Return what is to be read because nothing has followed for a while.

        An escape by itself is the key, at once.
        """
        waited_s = now_s - self._last_s
        if self._in_paste or self._pasted:
            if waited_s < (_WHOLE_S if self._in_paste else _PAUSE_S):
                return ""
            if self._in_paste:
                self._paste(self._held)
                self._in_paste, self._held = False, ""
            return self._all_pasted()
        if self._in_string:
            if waited_s >= _LATE_S or now_s - self._began_s >= _WHOLE_S:
                self._in_string, self._held = False, ""
            return ""
        is_key = self._held == ESCAPE or self._held in _MAY_BE_KEYS
        if not self._held or waited_s < (self._delay_s if is_key else _LATE_S):
            return ""
        held, self._held = self._held, ""
        return held if is_key else ""

    def _paste(self, text: str) -> None:
        kept = text[: self._room]
        self._room -= len(kept)
        self._pasted.append(kept)

    def _all_pasted(self) -> str:
        """Return what was pasted, and hold nothing of it any more."""
        whole = Pasted("".join(self._pasted))
        self._pasted.clear()
        self._room = _MOST
        return whole

    def _marked(self, rest: str) -> tuple[str, str]:
        """Return what was pasted where its end is reached, and what is left then."""
        end = rest.find(_PASTED)
        if end >= 0:
            self._in_paste = False
            self._paste(rest[:end])
            return self._all_pasted(), rest[end + len(_PASTED) :]
        most = range(min(len(_PASTED) - 1, len(rest)), 0, -1)
        cut = next((size for size in most if rest.endswith(_PASTED[:size])), 0)
        whole = len(rest) - cut
        self._held = rest[whole:]
        self._paste(rest[:whole])
        return "", ""

    def _behind_string(self, rest: str) -> str:
        end = re.search(_ENDS, rest)
        if end is None:
            return ""
        if end[0] != ESCAPE:
            self._in_string = False
            return rest[end.end() :]
        if rest.endswith(ESCAPE) and end.end() == len(rest):
            self._held = ESCAPE
            return ""
        self._in_string = False
        is_end = rest.startswith("\\", end.end())
        return rest[end.end() + 1 :] if is_end else rest[end.start() :]

    def _next(self, rest: str, now_s: float) -> tuple[str, str]:
        """Return what is read first, and what is left then."""
        begin = re.search(_BEGINS, rest)
        if begin is None:
            return rest, ""
        if begin.start():
            return rest[: begin.start()], rest[begin.start() :]
        if begin[0] != ESCAPE:
            return "", rest[begin.end() :]
        if rest == ESCAPE or rest in _MAY_BE_KEYS:
            self._held = rest
            return "", ""
        if rest[1] == ESCAPE:
            # What PuTTY sends for Alt and an arrow; in pieces they are two keys.
            end = 4 if re.match(_ALT_ARROW, rest) else 1
            return rest[:end], rest[end:]
        if rest[1] in _STRINGS:
            self._in_string, self._began_s = True, now_s
            return "", rest[2:]
        return self._key(rest)

    def _key(self, rest: str) -> tuple[str, str]:
        key = re.match(_KEY, rest)
        if key is not None:
            self._in_paste = key[0] == _PASTE
            is_key = len(key[0]) <= _LONGEST and key[0] not in (_PASTE, _PASTED)
            return (key[0] if is_key else ""), rest[key.end() :]
        cut = re.match(_CUT, rest)
        if cut is None:  # an escape in the middle of a mouse
            return "", rest[2:]
        if cut.end() == len(rest):
            # Its end is dropped with it, however much of it there is.
            self._held = rest[: 2 * _LONGEST]
            return "", ""
        return "", rest[cut.end() :]
