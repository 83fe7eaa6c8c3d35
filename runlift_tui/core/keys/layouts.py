"""Keyboards other than the American one: what stands where there a digit or a Latin letter is."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

_DIGITS = "1234567890"


class DigitRow(Struct, frozen=True):
    """A row of digits that types signs or letters where Shift is not held."""

    types: str
    """From the key of 1 on."""
    moved: Mapping[str, str] = {}
    """Keys of the program that the row types, and for each the one that stands for it while the
    row types digits; by name."""

    def digit(self, character: str) -> str:
        """Return the digit on the key that types something; empty where it is none of the row.

        Under Caps Lock a letter of the row is a capital.
        """
        at = self.types.find(character.lower()) if character else -1
        return "" if at < 0 else _DIGITS[at]


DIGIT_ROWS: Mapping[str, DigitRow] = {
    "azerty": DigitRow("&é\"'(-è_çà", {"minus": "right_parenthesis"}),
    "belgian": DigitRow("&é\"'(§è!çà"),
    "czech": DigitRow("+ěščřžýáíé", {"plus": "equals_sign"}),
    "slovak": DigitRow("+ľščťžýáíé", {"plus": "equals_sign"}),
    "bepo": DigitRow('"«»()@+-/*', {"plus": "equals_sign", "minus": "percent_sign"}),
    "afnor": DigitRow("àéèê()‘’«»"),
    "lithuanian": DigitRow("ąčęėįšųū"),
}
"""By name, as the settings by hand take it."""
AS_TYPED = "signs"
"""What the settings take where such a row is to type no digits."""

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_ALPHABETS = (
    ("йцукенгшщзхъфывапролджэячсмитьбю", _LATIN),
    ("ёіїєґў", "`s]'\\o"),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
    ("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvnm,./"),
)
"""Russian with what Ukrainian and Belarusian have beside it; Greek; Hebrew; Arabic."""
_ON_LATIN = {
    letter: key for letters, keys in _ALPHABETS for letter, key in zip(letters, keys, strict=True)
}


def on_latin(character: str) -> str:
    """Return the Latin letter or sign on the key that types a letter of another alphabet.

    Args:
        character: One; a capital gives the capital.

    Returns:
        Empty where no well-known keyboard has it.
    """
    found = _ON_LATIN.get(character) or _ON_LATIN.get(character.lower(), "")
    return found.upper() if character != character.lower() else found


def rows_with(character: str) -> Iterator[str]:
    """Yield the names of the keyboards whose row of digits types a character without Shift."""
    return (name for name, row in DIGIT_ROWS.items() if row.digit(character))


def row_of(character: str, digit: str, first: str = "") -> str:
    """Return the keyboard that types a character with the key of a digit; empty for none.

    Args:
        character: What it types.
        digit: On an American keyboard.
        first: One that is taken before any other that does so too.
    """
    found = [name for name, row in DIGIT_ROWS.items() if row.digit(character) == digit]
    return first if first in found else next(iter(found), "")
