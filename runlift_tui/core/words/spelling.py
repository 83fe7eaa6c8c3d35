"""How the text form spells a number: "5-10" reps, "10-20 s" of a hold, "3:00" of rest.

Each `..._text` has its reader beside it, which takes back what it wrote and a little more.
"""

import re
from collections.abc import Iterable
from typing import Any

from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import span

_RANGE = r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?"
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_SHOWN = 40


class Misspelt(Exception):
    """A value that is not what stands in its place; its text says what would be."""


def shown(value: object) -> str:
    """Return a value of a file as a message quotes it: short, and harmless to print."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    quote = '"' if isinstance(value, str) else ""
    text = safe_text(str(value))
    return f"{quote}{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}{quote}"


def is_id(text: str) -> bool:
    """Whether a text has the look of an id: "wall-sit"."""
    return re.fullmatch(_ID, text) is not None


def no_id(text: str) -> str:
    """Return that a text has not the look of an id."""
    return f"{shown(text)} is no id: small letters, digits and hyphens, as wall-sit"


def range_text(low: int, high: int) -> str | int:
    """Return "5-10", or 8 where both ends are the same."""
    return low if low == high else span(low, high)


def range_of(value: Any) -> tuple[int, int]:
    """Return the ends of a range: "5-10", "8" or 8.

    Raises:
        Misspelt: it is none.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value, value
    found = re.fullmatch(_RANGE, value.strip()) if isinstance(value, str) else None
    if found is None:
        raise Misspelt(f'{shown(value)} is no range, write "5-10" or 8')
    low = int(found[1])
    return low, low if found[2] is None else int(found[2])


_ONE, _TWO = 3, 8
"""Letters from which on one slip is believed, and from which on two are."""


def slip(word: str, known: Iterable[str]) -> str:
    """Return the known word that a typed one is but for a slip or two; empty where none is.

    A letter left out, doubled, wrong or changed with its neighbour is a slip. The first one is
    nearly always right, and a short word with a wrong letter is mostly another word.
    """
    if not word.isalpha():
        return ""
    most = 0 if len(word) < _ONE else 1 if len(word) < _TWO else 2
    found = [
        (slips, each)
        for each in known
        if each != word and each[:1] == word[:1] and abs(len(each) - len(word)) <= most
        if (slips := slips_between(word, each)) <= most
        if len(word) > _ONE or len(each) > len(word)
    ]
    return min(found, default=(0, ""))[1]


def slips_between(one: str, other: str) -> int:
    """Return how many slips lead from one word to another."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        after = [place]
        for number, wanted in enumerate(other, 1):
            cost = min(row[number] + 1, after[-1] + 1, row[number - 1] + (letter != wanted))
            if place > 1 and number > 1 and (letter, wanted) == (other[number - 2], one[place - 2]):
                cost = min(cost, before[number - 2] + 1)
            after.append(cost)
        before, row = row, after
    return row[-1]
