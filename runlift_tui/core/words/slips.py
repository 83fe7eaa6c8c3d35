"""Slips of the fingers: which known word a typed one is, when it is only mistyped."""

from collections.abc import Iterable

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
