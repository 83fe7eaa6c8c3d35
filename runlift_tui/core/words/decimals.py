"""Commas in what is typed: one rule, wherever a number can be.

Inside of a number a comma is its point; between numbers it divides. With three digits behind it
one can stand for thousands: before metres it does, as our own sentences write them, and a number
that stands alone is refused in words.
"""

import re

from runlift_tui.core.words.faults import Refused

_THOUSANDS_OF_METRES = r"(?<=[0-9]),(?=[0-9]{3}\s*m(?:et(?:er|re)s?)?(?![a-z]))"
_INSIDE = r"(?<=[0-9]),(?=[0-9])"
_INSIDE_OF_LIST = r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))"
_EITHER = r"[0-9]{1,3},[0-9]{3}"
_PARTED = r"[\s;]"


def pointed(text: str) -> str:
    """Return words and figures with points in their numbers: "8,5k" as "8.5k"."""
    return re.sub(_INSIDE, ".", re.sub(_THOUSANDS_OF_METRES, "", text))


def divided(text: str) -> list[str]:
    """Return the numbers of a list, with points in them.

    A comma is a point wherever something else parts the numbers: "7,5 10 12,5" and "7,5; 10" have
    it, and so has "7,5" alone; "8,12,16" has three numbers.
    """
    said = text.strip()
    if re.search(_PARTED, said) or said.count(",") == 1:
        said = re.sub(_INSIDE_OF_LIST, ".", said)
    return [word for word in re.split(r"[\s,;]+", said) if word]


def number_typed(text: str) -> float:
    """Return the one number that was typed: "12.5", "12,5".

    Raises:
        Refused: it can be two numbers.
        ValueError: it is none.
    """
    said = text.strip()
    if re.fullmatch(_EITHER, said):
        whole, _, rest = said.partition(",")
        raise Refused(f"{said} can be {whole}.{rest} or {whole}{rest}: write it without the comma")
    return float(pointed(said))
