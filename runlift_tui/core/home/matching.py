"""How a query means something that has a title and words of its own: the surest way first.

Words are compared by what is left of them without their endings, so that a plural, a verb in
another form, a hyphen or another order finds the same.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from runlift_tui.core.home.by_name import FILLERS

CALLED, BEGINS, HAS_WORDS, MEANT, NOT = range(5)
"""Called so; its title begins so, or has the words; its other words have them; not found."""
_ACROSS = 99
"""How far a query is from a phrase, where only several phrases together have its words."""
_PARTS = str.maketrans({**dict.fromkeys('-:,.?!()/=;"“”„«»', " "), "'": None, "’": None})
_ENDINGS = re.compile(r"(?:ing|ed|e)$")
_VOWEL = re.compile(r"[aeiouy]")
_NOUNS = frozenset({"setting", "rating"})
"""They end as a verb does, and are none."""
_A_STEM = 3
_JOINED = 4
"""Letters from which on words written as one are the same as those written apart."""


class Way(NamedTuple):
    """How a query means something; the least is the surest."""

    how: int
    far: int = 0
    """Words of the phrase that the query has not; 1 where a query is a phrase in another form."""


@lru_cache(8192)
def plain(text: str) -> str:
    """Return a text as it is compared: case, hyphens, quotes and full stops do not matter."""
    return " ".join(text.casefold().translate(_PARTS).split())


@lru_cache(4096)
def stem(word: str) -> str:
    """Return a word without its ending: "deleted", "deleting" and "deletes" are one."""
    bare = word[:-1] if len(word) > _A_STEM and word[-1] == "s" and word[-2] not in "su" else word
    cut = bare if bare in _NOUNS else _ENDINGS.sub("", bare)
    if len(cut) < _A_STEM + bare.endswith("ing") or not _VOWEL.search(cut):
        return bare
    twice = cut != bare and len(cut) > _A_STEM and cut[-1] == cut[-2] and cut[-1] not in "sl"
    return cut[:-1] if twice else cut


def has_words(text: str, words: Iterable[str]) -> bool:
    """Whether every word of a query begins a word of a text, or is another form of one."""
    found, stems = _parts(text)
    return all(
        stem(word) in stems or any(each.startswith(word) for each in found) for word in words
    )


@lru_cache(8192)
def _parts(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a text, and what is left of them without their endings."""
    found = tuple(plain(text).split())
    return found, frozenset(map(stem, found))


class _Said(NamedTuple):
    """What a thing is called, prepared: title and all other words."""

    title: str
    whole: frozenset[str]
    unspaced: frozenset[str]
    joined: frozenset[str]
    named: frozenset[frozenset[str]]
    phrases: tuple[str, ...]
    every: str


@lru_cache(2048)
def _said(title: str, others: tuple[str, ...]) -> _Said:
    phrases = tuple(map(plain, (title, *others)))
    named = ((phrase, _named(phrase)) for phrase in phrases)
    return _Said(
        plain(title),
        frozenset(phrases),
        frozenset(phrase.replace(" ", "") for phrase in phrases),
        frozenset(map(_joined, phrases)),
        # "how long" is not asked for by "long"
        frozenset(bag for phrase, bag in named if len(bag) > 1 or (bag and " " not in phrase)),
        phrases[1:],
        " ".join(phrases),
    )


def way(title: str, others: tuple[str, ...], query: str) -> Way:
    """Return how a query means something.

    Args:
        title: What it is called on the screen.
        others: What else it is called.
        query: As it was typed.
    """
    asked, said = plain(query), _said(title, others)
    unspaced = asked.replace(" ", "")
    long = len(unspaced) >= _JOINED
    if asked in said.whole or (long and unspaced in said.unspaced):
        return Way(CALLED)
    if _named(asked) in said.named or (long and _joined(asked) in said.joined):
        return Way(CALLED, 1)
    if said.title.startswith(asked):
        return Way(BEGINS)
    words = asked.split()
    if not has_words(said.every, words):
        return Way(NOT)
    if has_words(said.title, words):
        return Way(HAS_WORDS)
    far = [len(each.split()) - len(words) for each in said.phrases if has_words(each, words)]
    return Way(MEANT, min(far, default=_ACROSS))


@lru_cache(8192)
def _joined(phrase: str) -> str:
    return stem(phrase.replace(" ", ""))


@lru_cache(8192)
def _named(phrase: str) -> frozenset[str]:
    return frozenset(stem(word) for word in phrase.split() if word not in FILLERS)
