"""What the command palette offers, and how it is found: actions, places, and things by name."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from textual.fuzzy import FuzzySearch
from textual.screen import Screen

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import row_words
from runlift_tui.core.home.by_name import ASKED_OF_ONE, FILLERS, LITTLE
from runlift_tui.core.home.ways import Place
from runlift_tui.core.routines.levels import ALL_SLOTS
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.core.sets.told import sets_shown
from runlift_tui.core.words.asked_days import asked_days
from runlift_tui.core.words.days import ago
from runlift_tui.screens.exercises.finder import Finder, Hit
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.palette.offers import (
    Offer,
    OfferKind,
    actions,
    at_first,
    elsewhere,
    going,
    places,
    settings,
    topics,
)
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.planner import Planner, coming_in_brief
from runlift_tui.store.store import Store

MOST = 20
"""Exercises, and sessions, that one query shows."""
_CALLED, _BEGINS, _HAS_WORDS, _MEANT, _NOT = range(5)
"""How what is near at hand was found, the surest way first; an exercise comes before `_MEANT`."""
_A_WORD = 3
"""Letters of a word that says something by itself."""


_LOAD = re.compile(r"\b[0-9]+(?:[.,][0-9]+)? ?(?:kg|kilos?|lbs?|pounds?)\b", re.IGNORECASE)
"""A load in figures: what is asked for is where its weights are."""
_SPACES = str.maketrans(dict.fromkeys("-:,.?!", " "))


class Entries:
    """All that one screen's palette offers."""

    def __init__(self, screen: Screen[Any], store: Store, *, leads_on: bool) -> None:
        """Gather what there is.

        Args:
            screen: Below the palette.
            store: What there is by name.
            leads_on: Whether the screen can be left for another place.
        """
        self.leads_on = leads_on
        """Whether more is searched than what the screen below does."""
        self._store, may = store, not store.only_looking
        self._near = list(actions(screen, may_change=may))
        self._named: Finder | None = None
        self._last: dict[str, str] = {}
        self._past: PastList | None = None
        self._today = store.today()
        self._fuzzy = FuzzySearch()
        shelf = self._shelf = store.desk.shelf()
        if leads_on:
            level = store.desk.athlete().level
            said = {each.text for each in self._near}
            self._near += (each for each in places() if each.text not in said)
            self._near += (
                _routine(id_, resolve(id_, level, ALL_SLOTS, shelf).name)
                for id_ in routine_ids(shelf)
            )
            self._near += settings(may_change=may)
            self._near += elsewhere(self._near, may_change=may)
            self._named = Finder(shelf.exercises().values(), shelf.former)
            self._last = _last_times(store)
            self._past = PastList(store.past)
        self._near += topics()

    def find(self, query: str) -> list[Offer]:
        """Return what a query means, the likest first; what is near at hand for an empty one."""
        found = self._find(query)
        return [self._answered(each) for each in found] if query.strip() else found

    def _answered(self, offer: Offer) -> Offer:
        """Return home with what is mostly asked of it, so that nobody need go there for it."""
        return offer._replace(note=self._next) if offer.wanted is HomeWanted else offer

    @cached_property
    def _next(self) -> str:
        return coming_in_brief(Planner(self._store, self._store.desk.shelf))

    def _find(self, query: str) -> list[Offer]:
        days = asked_days(query, self._today) is not None
        query = _LOAD.sub("weights", query)
        words = _plain(query).split()
        if not words:
            return at_first(self._near)
        ways = [(_way(each, " ".join(words)), each) for each in self._near]
        plain = [each for way, each in sorted(ways, key=lambda each: each[0]) if way < _MEANT]
        meant = [each for way, each in ways if way == _MEANT]
        exercises = list(self._exercises(query))
        named = [each for each in exercises if _has_words(each.text, words)]
        mistyped = [each for each in exercises if each not in named]
        if not (plain or named or meant or days):
            for little in (FILLERS, LITTLE):
                fewer = " ".join(word for word in words if word not in little)
                if fewer and fewer.split() != words:
                    return self._find(fewer)
            named = self._asked_of(words)
        nothing = not (plain or named or meant)
        likely = (self._with_most(words) or self._likely(query)) if nothing else []
        sessions = list(self._sessions(query))
        if days and len(words) > 1:  # "last week" names days, and a word of it much else
            return [*plain, *named, *sessions, *meant, *likely, *mistyped]
        return [*plain, *named, *meant, *sessions, *likely, *mistyped]

    def _asked_of(self, words: list[str]) -> list[Offer]:
        """Return the exercises of which a query asks something, as "best split squat"."""
        name = [word for word in words if word not in ASKED_OF_ONE]
        if not name or name == words:
            return []
        return [each for each in self._exercises(" ".join(name)) if _has_words(each.text, name)]

    def _with_most(self, words: list[str]) -> list[Offer]:
        """Return what is near at hand and has the most words of a sentence that none has whole."""
        named = [word for word in words if word not in FILLERS and len(word) >= _A_WORD]
        counts = [sum(_way(each, word) != _NOT for word in named) for each in self._near]
        most = max(counts, default=0)
        found = [each for each, n in zip(self._near, counts, strict=True) if n == most > 0]
        return sorted(found, key=lambda each: min(_way(each, word) for word in named))

    def _likely(self, query: str) -> list[Offer]:
        """Return what is near at hand and has the letters of a query in their order."""
        scored = [(self._score(query, each), each) for each in self._near]
        likely = sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])
        return [each for _, each in likely]

    def _score(self, query: str, entry: Offer) -> float:
        return self._fuzzy.match(query, entry.text)[0]

    def _exercises(self, query: str) -> Iterator[Offer]:
        if self._named is not None:
            for hit in self._trained_first(query, self._named.find(query))[:MOST]:
                name = f"{hit.exercise.name}, {hit.alias}" if hit.alias else hit.exercise.name
                to = going(Place.EXERCISES, hit.exercise.id)
                last = self._last.get(hit.exercise.id, "never done")
                yield Offer(name, OfferKind.EXERCISES, last, wanted=to)

    def _trained_first(self, query: str, hits: Iterable[Hit]) -> list[Hit]:
        """Return hits whose name has the words of a query by when they were trained last.

        One that is called just so comes before them, and those that are only like it after.
        """
        words, trained = _plain(query), {id_: n for n, id_ in enumerate(self._last)}

        def place(hit: Hit) -> tuple[int, int]:
            name = _plain(hit.exercise.name)
            if name == words:
                return 0, 0
            if not _has_words(f"{name} {hit.alias}", words.split()):
                return 2, 0
            return 1, trained.get(hit.exercise.id, len(trained))

        return sorted(hits, key=place)

    def _sessions(self, query: str) -> Iterator[Offer]:
        past = self._past
        if past is not None:
            if past.filter.text != query:
                past.narrow(past.filter.looking_for(query, self._shelf, self._today))
            for document in past.shown[:MOST]:
                yield _session(document)

    def read_on(self, query: str) -> bool:
        """Read a stretch of the past for a query; return whether there is more to be read."""
        past = self._past
        if past is None or not query.strip() or len(past.shown) >= MOST:
            return False
        return past.read_on(0)


def _last_times(store: Store) -> dict[str, str]:
    """Return what was done last of every exercise, by its id, the newest first."""
    unit, now = store.desk.athlete().unit, store.clock.stamp().utc_ms
    offset = store.clock.utc_offset_min(now)
    found: dict[str, str] = {}
    for time in store.facts().last_times:  # the newest first
        if time.when is not None:
            when = ago(time.when, now, offset)
            found.setdefault(time.exercise, f"{sets_shown(time.sets, unit)}, {when}")
    return found


def _routine(id_: str, name: str) -> Offer:
    return Offer(name, OfferKind.ROUTINES, wanted=going(Place.ROUTINES, id_))


def _session(session: PastSession) -> Offer:
    name, note = row_words(session)
    return Offer(name, OfferKind.SESSIONS, note, wanted=going(Place.HISTORY, session.id))


def _way(offer: Offer, query: str) -> int:
    """Return how a query means something, the surest way least."""
    text = _plain(offer.text)
    if query == text or query in map(_plain, offer.words):
        return _CALLED
    if text.startswith(query):
        return _BEGINS
    if _has_words(text, query.split()):
        return _HAS_WORDS
    every = " ".join((text, *map(_plain, offer.words)))
    return _MEANT if _has_words(every, query.split()) else _NOT


def _has_words(text: str, words: Iterable[str]) -> bool:
    """Whether every word of a query begins a word of a text."""
    found = _plain(text).split()
    return all(any(each.startswith(word) for each in found) for word in words)


def _plain(text: str) -> str:
    """Return a text as it is compared: case, hyphens and full stops do not matter."""
    return " ".join(text.casefold().translate(_SPACES).split())
