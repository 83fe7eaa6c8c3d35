"""Finding an exercise as its name is typed: by any of its names, in parts, or with a typo.

`textual.fuzzy` alone takes several frames over a thousand exercises, and finds nothing for a typo.
So names are prepared once, what is plainly meant is found by plain comparison, and the fuzzy
scores are asked for only where that is not enough.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import NamedTuple

from textual.fuzzy import FuzzySearch

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import FormerNames

MOST = 50
"""How many are shown of what a query finds."""

_LIKE = 0.74
"""From which likeness on, 0 to 1, one word is taken for a typo of another."""
_TYPO_FROM = 3
"""Letters from which on a word can hold a typo and still be told from others."""
_MOST_WAYS = 500
"""In how many ways letters may lie in a name before scoring them all would hold the screen up."""
LONGEST = 80
"""Letters of a query, at most: no exercise is meant by more, and comparing them would take long."""
_EQUAL, _BEGINS, _WORD, _INSIDE, _ALIAS_WORD, _ALIAS, _WORDS, _TYPO, _HEADS, _APART = range(10)
"""How an exercise was found, the surest way first."""


class Hit(NamedTuple):
    """An exercise that a query found."""

    exercise: Exercise
    alias: str = ""
    """The alias that it was found by, empty where its name was enough."""


class _Name(NamedTuple):
    """One name of an exercise, prepared."""

    place: int
    shown: str
    is_alias: bool
    text: str
    letters: int
    starts: tuple[int, ...]


class _Found(NamedTuple):
    """How one name was found; the least is the best."""

    way: int
    worse: float
    place: int
    name: _Name


class Finder:
    """A search over the names and aliases of exercises; it is prepared once, and asked often."""

    def __init__(self, exercises: Iterable[Exercise], former: FormerNames | None = None) -> None:
        """Prepare names.

        Args:
            exercises: What can be found.
            former: What else they are found by, as by an alias.
        """
        self._former = former or {}
        self.exercises = tuple(exercises)
        """In the order in which equals are found."""
        self._names = tuple(self._prepared())
        self._at: dict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(self._names):
            for start in name.starts:
                word = _WORD_AT(name.text, start)
                if word is not None:
                    self._at[word.group()].add(number)
        self._words = sorted(self._at)
        self._heads: dict[int, dict[str, set[int]]] = {}
        self._fuzzy = FuzzySearch()

    def find(self, query: str, among: Collection[str] | None = None) -> list[Hit]:
        """Return what a query means, best first, at most `MOST`; everything for an empty one.

        Args:
            query: As it was typed so far.
            among: Ids that count; all of them by default.
        """
        wanted = " ".join(_folded(query).split())
        if len(wanted) > LONGEST:
            return []
        if not wanted:
            every = (each for each in self.exercises if among is None or each.id in among)
            return [Hit(each) for each in every]
        names = self._names
        if among is not None and len(among) < len(self.exercises):
            names = tuple(each for each in names if self.exercises[each.place].id in among)
        found = self._best(wanted, names)
        return [
            Hit(self.exercises[each.place], each.name.shown if each.name.is_alias else "")
            for each in nsmallest(MOST, found)
        ]

    def _best(self, wanted: str, names: tuple[_Name, ...]) -> Iterable[_Found]:
        best: dict[int, _Found] = {}
        here = {each.place for each in names}

        def take(found: Iterable[_Found]) -> None:
            for each in found:
                if each.place in here and (each.place not in best or each < best[each.place]):
                    best[each.place] = each

        take(_holding(wanted, names))
        words = _WORDS_OF(wanted)
        if len(words) > 1:
            take(self._by_words(words))
        plain = bool(best)
        if len(best) < MOST:
            take(self._by_heads(wanted, names))
        if not plain:
            take(self._by_typos(words))
        if not best:
            take(self._apart(wanted, names))
        return best.values()

    def _prepared(self) -> Iterator[_Name]:
        for place, exercise in enumerate(self.exercises):
            for number, shown in enumerate(self._names_of(exercise)):
                text = _folded(shown)
                starts = tuple(match.start() for match in _WORD_IN(text))
                yield _Name(place, shown, number > 0, text, _letters(text), starts)

    def _names_of(self, exercise: Exercise) -> tuple[str, ...]:
        return exercise.name, *exercise.aliases, *self._former.get(exercise.id, ())

    def _by_words(self, words: list[str]) -> Iterator[_Found]:
        """Yield the names that have words which begin so, in whatever order."""
        numbers = [self._beginning(word) for word in words]
        for number in set.intersection(*numbers):
            name = self._names[number]
            yield _Found(_WORDS, len(name.text), name.place, name)

    def _beginning(self, head: str) -> set[int]:
        found: set[int] = set()
        for place in range(bisect_left(self._words, head), len(self._words)):
            word = self._words[place]
            if not word.startswith(head):
                break
            found |= self._at[word]
        return found

    def _by_heads(self, wanted: str, names: Iterable[_Name]) -> Iterator[_Found]:
        """Yield the names of which the query is made, a beginning of a word at a time: "splsq"."""
        query = wanted.replace(" ", "")
        letters = _letters(query)
        for name in names:
            if not letters & ~name.letters and _is_made_of_heads(query, name):
                yield _Found(_HEADS, -self._score(query, name), name.place, name)

    def _by_typos(self, words: list[str]) -> Iterator[_Found]:
        """Yield the names that are meant if some of the words were mistyped."""
        alike: dict[int, float] | None = None
        for word in words:
            if alike == {}:
                break
            found = dict.fromkeys(self._beginning(word), 1.0) or self._like(word)
            if alike is None:
                alike = found
            else:
                alike = {n: alike[n] + likeness for n, likeness in found.items() if n in alike}
        for number, likeness in (alike or {}).items():
            name = self._names[number]
            # Of equals the shorter name is meant.
            yield _Found(_TYPO, len(name.text) / 1000 - likeness, name.place, name)

    def _like(self, word: str) -> dict[int, float]:
        """Return the likeness of the names that have a word which begins like this one."""
        found: dict[int, float] = {}
        if len(word) < _TYPO_FROM:
            return found
        matcher = SequenceMatcher(b=word, autojunk=False)
        letters = _letters(word)
        for length in (len(word), len(word) - 1, len(word) + 1):
            for head, numbers in self._heads_of(length).items():
                if (_letters(head) ^ letters).bit_count() > 3:
                    continue
                matcher.set_seq1(head)
                if matcher.quick_ratio() >= _LIKE and (ratio := matcher.ratio()) >= _LIKE:
                    for number in numbers:
                        found[number] = max(ratio, found.get(number, 0.0))
        return found

    def _heads_of(self, length: int) -> dict[str, set[int]]:
        """Return the first so many letters of every word, and the names that have it."""
        if length not in self._heads:
            heads: dict[str, set[int]] = defaultdict(set)
            for word, numbers in self._at.items():
                if len(word) >= length:
                    heads[word[:length]] |= numbers
            self._heads[length] = heads
        return self._heads[length]

    def _apart(self, wanted: str, names: Iterable[_Name]) -> Iterator[_Found]:
        """Yield the names that have the letters in their order, however far apart."""
        query = wanted.replace(" ", "")
        letters = _letters(query)
        for name in names:
            if not letters & ~name.letters and (score := self._score(query, name)) > 0:
                yield _Found(_APART, -score, name.place, name)

    def _score(self, query: str, name: _Name) -> float:
        """Return how well letters lie in a name; where there are too many ways, hardly at all."""
        ways = 1
        for letter in query:
            ways *= name.text.count(letter)
        if ways > _MOST_WAYS:
            return 0.5 if _is_in_order(query, name.text) else 0.0
        return self._fuzzy.match(query, name.text)[0]


_WORD_IN = re.compile(r"\w+").finditer
_WORD_AT = re.compile(r"\w+").match
_WORDS_OF = re.compile(r"\w+").findall


def _folded(text: str) -> str:
    """Return a text as it is compared: small letters, no accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def _letters(text: str) -> int:
    """Return which letters a text has, a bit each; others share the bits that are left."""
    found = 0
    for each in set(text):
        found |= 1 << (ord(each) % 64)
    return found


def _holding(wanted: str, names: Iterable[_Name]) -> Iterator[_Found]:
    """Yield the names that hold the query as it stands."""
    for name in names:
        at = name.text.find(wanted)
        if at >= 0:
            yield _Found(_way(wanted, at, name), len(name.text), name.place, name)


def _way(wanted: str, at: int, name: _Name) -> int:
    if len(name.text) == len(wanted):
        return _EQUAL
    if at == 0 and not name.is_alias:
        return _BEGINS
    if at in name.starts or f" {wanted}" in name.text:
        return _ALIAS_WORD if name.is_alias else _WORD
    return _ALIAS if name.is_alias else _INSIDE


def _is_made_of_heads(query: str, name: _Name) -> bool:
    """Whether the query is a row of beginnings of the name's words, in their order."""
    text, end = name.text, len(name.text)
    ends = {start for start in name.starts if text[start] == query[0]}
    for letter in query[1:]:
        if not ends:
            return False
        first = min(ends)
        after = {at + 1 for at in ends if at + 1 < end and text[at + 1] == letter}
        after.update(start for start in name.starts if start > first and text[start] == letter)
        ends = after
    return bool(ends)


def _is_in_order(query: str, text: str) -> bool:
    at = -1
    for letter in query:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True
