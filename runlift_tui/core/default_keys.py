"""Every key of every screen: one table for the athlete's own keymap, and what it may change.

The screens bind the same keys to the same names; a test holds the two together, and one name has
one key wherever it occurs.
"""

from collections.abc import Mapping

from runlift_tui.core.ways import WAYS

_HELP = "question_mark,f1"
_LIST = {
    "next": "down,j",
    "previous": "up,k",
    "ten-on": "pagedown",
    "ten-back": "pageup",
}
_ENDS = {"first": "home", "last": "end"}
_TRAIL = {"undo": "u", "redo": "U"}

DEFAULT_KEYS: Mapping[str, Mapping[str, str]] = {
    "app": {"palette": "ctrl+p,colon"},
    "session": {
        "space": "space,pagedown",
        "undo": "u,pageup",
        "redo": "U",
        "longer": "plus",
        "shorter": "minus",
        "pause": "p",
        "skip": "s",
        "swap": "x",
        "later": "l",
        "rounds": "r",
        "note": "n",
        "why": "w",
        "finish": "f",
        "leave": "q",
        "help": _HELP,
        "next-value": "tab,right",
        "value-before": "shift+tab,left",
        "one-more": "up",
        "one-less": "down",
        "take-over": "enter",
        "rub": "backspace",
    },
    "home": {
        "space": "space,enter,pagedown",
        "resume": "r",
        "finish": "f",
        "discard": "d",
        **_TRAIL,
        **{way.place: way.key for way in WAYS},
        "quit": "q",
        "help": _HELP,
    },
    "setup": {
        "start": "space,enter,pagedown",
        "above": "up",
        "below": "down,tab",
        "less": "left,minus",
        "more": "right,plus",
        "back": "escape,q,u,pageup",
        "help": _HELP,
    },
    "summary": {
        "done": "enter,escape,q",
        "undo": "u,pageup",
        "redo": "U",
        "note": "n",
        "above": "up",
        "below": "down",
        "next-value": "tab,right",
        "value-before": "shift+tab,left",
        "plus": "plus",
        "minus": "minus",
        "rub": "backspace",
        "help": _HELP,
    },
    "settings": {
        "next": "down,j",
        "previous": "up,k",
        "less": "left,minus",
        "more": "right,plus",
        "enter": "enter,space,e",
        **_TRAIL,
        "back": "escape,q",
        "help": _HELP,
    },
    "levels": {
        "easier": "left",
        "harder": "right,tab",
        "take": "enter,space",
        "check": "c",
        "overrule": "o",
        "rung": "n",
        **_TRAIL,
        "why": "w",
        "back": "escape,q",
        "help": _HELP,
    },
    "exercises": {
        **_LIST,
        **_ENDS,
        "search": "slash",
        "tag": "t",
        "gear": "g",
        "view": "v",
        "favourite": "f,asterisk",
        "copy": "c",
        "archive": "a",
        "delete": "d,delete",
        "reset": "r",
        "edit": "e,enter,space",
        "new": "n",
        **_TRAIL,
        "whole": "w",
        "leave": "q",
        "back": "escape",
        "help": _HELP,
    },
    "form": {
        "keep": "enter,ctrl+s",
        "above": "up",
        "below": "down",
        "back": "escape",
        "keys": "f1",
    },
    "routines": {
        "next": "down,j",
        "previous": "up,k",
        "train": "space,enter",
        "edit": "e",
        "new": "n",
        "copy": "c",
        "archive": "a",
        "delete": "d,delete",
        "reset": "r",
        "view": "v",
        **_TRAIL,
        "whole": "w",
        "back": "escape,q",
        "help": _HELP,
    },
    "editor": {
        **_LIST,
        "side": "tab",
        "enter": "enter,space,e",
        "more": "right,plus",
        "less": "left,minus",
        "new": "n",
        "block": "b",
        "copy": "c",
        "delete": "d,delete",
        "up": "K,shift+up",
        "down": "J,shift+down",
        "reset": "r",
        **_TRAIL,
        "whole": "w",
        "back": "escape,q",
        "help": _HELP,
    },
    "history": {
        **_LIST,
        **_ENDS,
        "week-older": "left",
        "week-newer": "right",
        "year-older": "left_square_bracket",
        "year-newer": "right_square_bracket",
        "search": "slash",
        "routine": "r",
        "exercise": "x",
        "edit": "e,enter,space",
        "delete": "d,delete",
        **_TRAIL,
        "whole": "w",
        "leave": "q",
        "back": "escape",
        "help": _HELP,
    },
    "past": {
        **_LIST,
        "side": "tab",
        "enter": "enter,space,e",
        "new": "n",
        "delete": "d,delete",
        **_TRAIL,
        "back": "escape,q",
        "help": _HELP,
    },
}
"""Screen, name of the action, its keys; the id of an action is the two with a full stop between.

The screen `app` is all of them: what stands there can be pressed anywhere.
"""

_DIGITS = tuple("0123456789")
TYPED: Mapping[str, tuple[str, ...]] = {
    "session": (*_DIGITS, "full_stop", "comma"),
    "summary": (*_DIGITS, "full_stop", "comma"),
    "past": _DIGITS,
    "editor": _DIGITS,
    "settings": _DIGITS,
    "setup": _DIGITS[1:7],
}
"""Keys that a screen takes as typing, and that no action can have there."""

IDS: tuple[str, ...] = tuple(
    f"{screen}.{name}" for screen, actions in DEFAULT_KEYS.items() for name in actions
)
"""Every action that can have another key."""
