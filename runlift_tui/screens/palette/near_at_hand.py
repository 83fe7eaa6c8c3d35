"""What is near at hand, found by what a query says of it: all but exercises and sessions."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from runlift_tui.core.home.by_name import LITTLE
from runlift_tui.core.home.matching import BEGINS, NOT, Way, has_words, plain, way
from runlift_tui.core.words.nearest import near
from runlift_tui.screens.palette.offers import Offer

_A_WORD = 3
"""Letters of a word that says something by itself."""
_MISTYPED = 5
"""Letters from which on a word that nothing begins with is taken for another that is nearly it."""
_ALIKE, _LONG_ALIKE, _LONG = 0.8, 0.73, 8
"""From which share of letters in common on, 0 to 1, it is the other; less of a long one."""


class NearAtHand:
    """Offers, and the words that they are found by."""

    def __init__(self, offers: Sequence[Offer], names: Iterable[str]) -> None:
        """Take what there is.

        Args:
            offers: In the order in which equals are found.
            names: What else is spelt so: the names of exercises.
        """
        self.offers = tuple(offers)
        """In the order in which equals are found."""
        self._names = tuple(names)

    def ways(self, query: str) -> list[tuple[Way, Offer]]:
        """Return what means a query, the surest first.

        What only shows keys comes behind what does or tells something.
        """
        found = [(way(each.text, each.words, query), each) for each in self.offers]
        there = (each for each in found if each[0].how != NOT)
        return sorted(there, key=lambda each: (each[0].how, each[1].only_keys, each[0].far))

    def explained(self, word: str) -> list[Offer]:
        """Return what tells the meaning of a word."""
        return [each for how, each in self.ways(word) if each.explains and how.how <= BEGINS]

    @cached_property
    def _known(self) -> dict[str, None]:
        """Every word that something is called by."""
        said = [text for each in self.offers for text in (each.text, *each.words)]
        return dict.fromkeys(word for text in (*said, *self._names) for word in plain(text).split())

    def spelt(self, word: str) -> str:
        """Return a word as it is spelt, where it is mistyped; a word that is begun is not."""
        if len(word) < _MISTYPED or has_words(" ".join(self._known), (word,)):
            return word
        known = (each for each in self._known if abs(len(each) - len(word)) <= 1)
        alike = _LONG_ALIKE if len(word) >= _LONG else _ALIKE
        return next(iter(near(word, known, 1, alike)), word)

    def with_most(self, words: list[str]) -> list[Offer]:
        """Return what has the most of a sentence that none has whole.

        A word that few things have says more than one that many have.
        """
        named = [word for word in words if word not in LITTLE]
        named = [word for word in named if len(word) >= _A_WORD or word in self._known]
        by_word = [[way(each.text, each.words, word) for each in self.offers] for word in named]
        weigh = [1 / (1 + sum(each.how != NOT for each in ways)) for ways in by_word]
        found = []
        for offer, ways in zip(self.offers, zip(*by_word, strict=True), strict=False):
            score = sum(w for w, each in zip(weigh, ways, strict=True) if each.how != NOT)
            found.append((score, min(ways), offer))
        most = max((score for score, _, _ in found), default=0)
        best = [(surest, offer) for score, surest, offer in found if score == most > 0]
        return [each for _, each in sorted(best, key=lambda each: (each[0], each[1].only_keys))]
