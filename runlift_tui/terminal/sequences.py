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
"""What is Alt and a letter, where nothing follows."""
_BEGINS = re.compile("\x1b|[\x90\x98\x9d-\x9f][^\x07\x1b\x9c]*[\x07\x9c]|\x9b[0-?]*[ -/]*[@-~]")
"""An escape; or what a terminal says in eight bits, whole: by itself it is a letter of Windows'."""
_ENDS = re.compile("[\x07\x18\x1a\x1b\x9c]")
_KEY = re.compile(
    r"\x1b\[\[[A-E]"  # keys of the console of Linux
    r"|\x1b\[[0-9]+\$(?![a-z])"  # and of rxvt
    r"|\x1b\[M[^\x1b]{3}"  # a mouse of the first kind
    r"|\x1bO[0-9]?[ -/:-~]"
    r"|\x1b\[(?![\[M])[0-?]*[ -/]*[@-~]"
    r"|\x1b[^\[O\x1b]",
    re.DOTALL,
)
_CUT = re.compile(r"\x1b(\[M[^\x1b]{0,2}|\[\[|\[[0-?]*[ -/]*|O[0-9]?)", re.DOTALL)
_LONGEST = 32
"""Characters of a key or a mouse report; anything longer is neither, and Textual would type it."""
_LATE_S = 0.5
"""So long the rest of something that was cut may take."""
_WHOLE_S = 3.0
"""So long a string may take that never ends, and a paste until it goes on."""


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

    def take(self, text: str, now_s: float) -> str:
        """Return what is to be read now, of what was held and what came."""
        self._last_s = now_s
        rest, self._held = self._held + text, ""
        ready: list[str] = []
        while rest:
            if self._in_paste:
                part, rest = self._pasted(rest)
            elif self._in_string:
                part, rest = "", self._behind_string(rest)
            else:
                part, rest = self._next(rest, now_s)
            ready.append(part)
        return "".join(ready)

    def late(self, now_s: float) -> str:
        """Return what is to be read because nothing has followed for a while.

        An escape by itself is the key, at once.
        """
        waited_s = now_s - self._last_s
        if self._in_paste:
            return self._end_of_paste() if waited_s >= _WHOLE_S else ""
        if self._in_string:
            if waited_s >= _LATE_S or now_s - self._began_s >= _WHOLE_S:
                self._in_string, self._held = False, ""
            return ""
        is_key = self._held == ESCAPE or self._held in _MAY_BE_KEYS
        if not self._held or waited_s < (self._delay_s if is_key else _LATE_S):
            return ""
        held, self._held = self._held, ""
        return held if is_key else ""

    def _pasted(self, rest: str) -> tuple[str, str]:
        end = rest.find(_PASTED)
        if end >= 0:
            self._in_paste = False
            end += len(_PASTED)
            return rest[:end], rest[end:]
        most = range(min(len(_PASTED) - 1, len(rest)), 0, -1)
        cut = next((size for size in most if rest.endswith(_PASTED[:size])), 0)
        whole = len(rest) - cut
        self._held = rest[whole:]
        return rest[:whole], ""

    def _end_of_paste(self) -> str:
        held, self._held, self._in_paste = self._held, "", False
        return held + _PASTED

    def _behind_string(self, rest: str) -> str:
        end = _ENDS.search(rest)
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
        begin = _BEGINS.search(rest)
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
            return ESCAPE, rest[1:]
        if rest[1] in _STRINGS:
            self._in_string, self._began_s = True, now_s
            return "", rest[2:]
        return self._key(rest)

    def _key(self, rest: str) -> tuple[str, str]:
        key = _KEY.match(rest)
        if key is not None:
            self._in_paste = key[0] == _PASTE
            return (key[0] if len(key[0]) <= _LONGEST else ""), rest[key.end() :]
        cut = _CUT.match(rest)
        if cut is None:  # an escape in the middle of a mouse
            return "", rest[2:]
        if cut.end() == len(rest):
            # Its end is dropped with it, however much of it there is.
            self._held = rest[: 2 * _LONGEST]
            return "", ""
        return "", rest[cut.end() :]
