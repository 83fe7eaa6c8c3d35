"""Keys by name: as the terminal's library calls them, as an athlete writes and reads them."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_SIGNS = {
    "!": "exclamation_mark",
    '"': "quotation_mark",
    "#": "number_sign",
    "$": "dollar_sign",
    "%": "percent_sign",
    "&": "ampersand",
    "'": "apostrophe",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "*": "asterisk",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "full_stop",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less_than_sign",
    "=": "equals_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
    "@": "at",
    "[": "left_square_bracket",
    "\\": "backslash",
    "]": "right_square_bracket",
    "^": "circumflex_accent",
    "_": "underscore",
    "`": "grave_accent",
    "{": "left_curly_bracket",
    "|": "vertical_line",
    "}": "right_curly_bracket",
    "~": "tilde",
}
_PRINTED = {
    **{name: sign for sign, name in _SIGNS.items()},
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
_NAMED = {name: sign for sign, name in _PRINTED.items()}
KEYS = frozenset(
    (
        *_PRINTED,
        *("space", "enter", "escape", "tab", "backspace", "delete", "insert", "home", "end"),
    )
)
"""Keys that have a name, beside letters and digits."""
_PAIRS = frozenset(("↑↓", "←→", "[]"))
"""Keys that can be told apart without a space between them."""
_LOWERED = {sign.lower(): name for sign, name in _NAMED.items()}
_MODIFIERS = {"ctrl", "shift", "alt"}
RESERVED = frozenset(("ctrl+c", "ctrl+q", "ctrl+z"))
"""What they do in every terminal program is left to them."""
_SENT_FOR = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape", "ctrl+h": "backspace"}
"""What a terminal sends for them is another key's."""
_ON_THE_PAD = {
    "decimal": ".",
    "separator": ",",
    "divide": "/",
    "multiply": "*",
    "subtract": "-",
    "add": "+",
    "equal": "=",
}
"""The signs of a number pad, under names of its own where a terminal tells it apart."""
_WIDE_KEYS = {f"shift+{key}": key for key in ("space", "enter", "backspace", "escape")}
"""Keys that are the same under Shift; most terminals do not tell it of them."""
_SPACES = "\u00a0\u202f\u3000"
"""What a space bar types under another layer, and in full width."""
_OTHER_SIGNS = {"\u066b": ".", "\u066c": ",", "\u060c": ",", "\u2212": "-", "\u00d7": "*"}
"""Points, commas and signs of other keyboards."""


def as_printed(key: str, character: str | None) -> tuple[str, str | None]:
    """Return a key by what is printed on it, with the character that it types.

    A number pad's point is a point, a full-width or Arabic digit a digit, a full-width letter the
    letter, and a space bar a space, whatever is held beside it; a raised ² is no 2, and an ª no a.
    What has no like among the keys stays what it is.

    Args:
        key: Its name, as the terminal's library has it.
        character: What it types; None for nothing.
    """
    if key in _WIDE_KEYS:
        return _WIDE_KEYS[key], character
    if character and character in _SPACES:
        return "space", character
    if key in _ON_THE_PAD:
        sign = character or _ON_THE_PAD[key]
        return _NAMED.get(sign, sign), sign
    if character is None or len(character) != 1 or character.isascii():
        return key, character
    digit = unicodedata.decimal(character, None)
    sign = _OTHER_SIGNS.get(character, character)
    if "\uff01" <= character <= "\uff5e":
        sign = unicodedata.normalize("NFKC", character)
    if digit is not None:
        sign = f"{digit}"
    if len(sign) == 1 and sign.isascii() and sign.isprintable() and sign != " ":
        return _NAMED.get(sign, sign), character
    return key, character


def key_name(written: str) -> str | None:
    """Return a key's name: "?" is "question_mark", "PgUp" "pageup"; None where there is none."""
    text = written.strip()
    if text in _NAMED or (len(text) == 1 and text.isalnum()):
        return _NAMED.get(text, text)
    if text.lower() in KEYS or text.lower() in _LOWERED:
        return _LOWERED.get(text.lower(), text.lower())
    held, plus, last = text.rpartition("+")
    if not last:  # "ctrl++"
        held, plus, last = text[:-2], "+", "+"
    modifiers = held.lower().split("+")
    key = key_name(last) if plus and last != text else None
    return "+".join((*modifiers, key)) if key and set(modifiers) <= _MODIFIERS else None


def sent_for(name: str) -> str:
    """Return the key that a terminal cannot tell a key from; empty where it can."""
    return _SENT_FOR.get(name.replace("left_square_bracket", "["), "")


def printed(name: str) -> str:
    """Return how a key stands on a screen: "?", "↑", "space"."""
    head, plus, last = name.rpartition("+")
    return f"{head}{plus}{_PRINTED.get(last, last)}"


def called(name: str, character: str | None) -> str:
    """Return what a key is called in a sentence: "z", "F5", "alt+u"; empty for what is no key.

    Shift and its like, media keys and whatever a terminal sends by itself are none.
    """
    if character and character.isprintable() and not unicodedata.combining(character[0]):
        return character if character.strip() else printed(name)
    last = name.rpartition("+")[2] or "+"
    known = last in KEYS or (len(last) == 1 and last.isalnum())
    return printed(name) if known else ""


def types(name: str) -> bool:
    """Return whether a key types a letter or a sign, which a line of text takes."""
    return len(name) == 1 or name == "space" or name in _SIGNS.values()


def names(keys: str) -> tuple[str, ...]:
    """Return the keys of a list with commas."""
    return tuple(key for each in keys.split(",") if (key := each.strip()))


def beside(keys: Sequence[str]) -> str:
    """Return printed keys as a last line has them: "↑↓", "0-9 + -"."""
    gaps = ["" if "".join(two) in _PAIRS else " " for two in pairwise(keys)]
    return "".join(f"{key}{gap}" for key, gap in zip(keys, (*gaps, ""), strict=True))


def apart(keys: Sequence[str]) -> str:
    """Return printed keys as a table has them: "↑ ↓", "e enter", "u  U"."""
    gaps = [
        "  " if one.isalpha() and len(one) == 1 and len(other) <= 3 else " "
        for one, other in pairwise(keys)
    ]
    return "".join(f"{key}{gap}" for key, gap in zip(keys, (*gaps, ""), strict=True))
