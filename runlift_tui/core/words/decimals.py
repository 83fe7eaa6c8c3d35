"""Commas in what is typed: one rule, wherever a number can be.

Inside of a number a comma is its point; between numbers it divides. With three digits behind it
one can stand for thousands: before metres it does, as our own sentences write them, and a number
that stands alone is refused in words.
"""

import re
import unicodedata

from runlift_tui.core.words.faults import Refused

_THOUSANDS_OF_METRES = r"(?<=[0-9]),(?=[0-9]{3}\s*m(?:et(?:er|re)s?)?(?![a-z]))"
_INSIDE = r"(?<=[0-9]),(?=[0-9])"
_INSIDE_OF_LIST = r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))"
_EITHER = r"[0-9]{1,3},[0-9]{3}"
_PARTED = r"[\s;]"
_SIGNS = {"\u066b": ".", "\uff0e": ".", "\u066c": ",", "\u060c": ",", "\uff0c": ",", "\u3001": ","}
"""Points and commas beside the digits of other scripts."""


def with_digits(text: str) -> str:
    """Return a text with 0 to 9 for the digits of every script: they count as what they are."""
    if text.isascii():
        return text
    return "".join(
        f"{digit}" if (digit := unicodedata.decimal(each, None)) is not None else each
        for each in (_SIGNS.get(each, each) for each in text)
    )


def pointed(text: str) -> str:
    """Return words and figures with points in their numbers: "8,5k" as "8.5k"."""
    return re.sub(_INSIDE, ".", re.sub(_THOUSANDS_OF_METRES, "", with_digits(text)))


def divided(text: str) -> list[str]:
    """Return the numbers of a list, with points in them.

    A comma is a point wherever something else parts the numbers: "7,5 10 12,5" and "7,5; 10" have
    it, and so has "7,5" alone; "8,12,16" has three numbers.
    """
    said = with_digits(text).strip()
    if re.search(_PARTED, said) or said.count(",") == 1:
        said = re.sub(_INSIDE_OF_LIST, ".", said)
    return [word for word in re.split(r"[\s,;]+", said) if word]


def number_typed(text: str) -> float:
    """Return the one number that was typed: "12.5", "12,5".

    Raises:
        Refused: it can be two numbers.
        ValueError: it is none.
    """
    said = with_digits(text).strip()
    if re.fullmatch(_EITHER, said):
        whole, _, rest = said.partition(",")
        raise Refused(f"{said} can be {whole}.{rest} or {whole}{rest}: write it without the comma")
    return float(pointed(said))
