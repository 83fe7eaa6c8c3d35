"""What the command palette offers, and how it is found: actions, places, and things by name."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec import structs
from textual.fuzzy import FuzzySearch
from textual.message import Message
from textual.screen import Screen

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import row_words
from runlift_tui.core.home.ways import PLACES, Place
from runlift_tui.core.keys.actions import ROWS
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.routines.levels import ALL_SLOTS
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.screens.exercises.finder import Finder
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.parts.wanted import HomeWanted, PlaceWanted
from runlift_tui.store.store import Store

MOST = 20
"""Exercises, and sessions, that one query shows."""


class Offer(NamedTuple):
    """One thing that can be done, or gone to."""

    text: str
    note: str
    """What it is, or its key."""
    action: str = ""
    """Of the screen, as its binding has it; empty where `wanted` is set."""
    wanted: Callable[[], Message] | None = None
    """Makes the message that leads there."""


class Entries:
    """All that one screen's palette offers."""

    def __init__(self, screen: Screen[Any], store: Store, *, leads_on: bool) -> None:
        """Gather what there is.

        Args:
            screen: Below the palette.
            store: What there is by name.
            leads_on: Whether the screen can be left for another place.
        """
        self._near = list(_actions(screen))
        self._named: Finder | None = None
        self._past: PastList | None = None
        self._fuzzy = FuzzySearch()
        if leads_on:
            shelf = store.desk.shelf()
            level = store.desk.athlete().level
            said = {each.text for each in self._near}
            self._near += (each for each in _places() if each.text not in said)
            self._near += (
                _routine(id_, resolve(id_, level, ALL_SLOTS, shelf).name)
                for id_ in routine_ids(shelf)
            )
            self._named = Finder(shelf.exercises().values())
            self._past = PastList(store.past)

    def find(self, query: str) -> list[Offer]:
        """Return what a query means, the likest first; what is near at hand for an empty one."""
        words = query.casefold().split()
        if not words:
            return self._near
        plain = [each for each in self._near if _has_words(each.text, words)]
        exercises = list(self._exercises(query))
        named = [each for each in exercises if _has_words(each.text, words)]
        mistyped = [each for each in exercises if each not in named]
        return [*plain, *named, *self._sessions(query), *self._likely(query, plain), *mistyped]

    def _likely(self, query: str, plain: list[Offer]) -> list[Offer]:
        """Return what is near at hand and has the letters of a query in their order."""
        scored = [(self._score(query, each), each) for each in self._near if each not in plain]
        likely = sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])
        return [each for _, each in likely]

    def _score(self, query: str, entry: Offer) -> float:
        return self._fuzzy.match(query, entry.text)[0]

    def _exercises(self, query: str) -> Iterator[Offer]:
        if self._named is not None:
            for hit in self._named.find(query)[:MOST]:
                name = f"{hit.exercise.name}, {hit.alias}" if hit.alias else hit.exercise.name
                yield Offer(name, "exercise", wanted=_going(Place.EXERCISES, hit.exercise.id))

    def _sessions(self, query: str) -> Iterator[Offer]:
        past = self._past
        if past is not None:
            if past.filter.text != query:
                past.narrow(structs.replace(past.filter, text=query))
            for document in past.shown[:MOST]:
                yield _session(document)

    def read_on(self, query: str) -> bool:
        """Read a stretch of the past for a query; return whether there is more to be read."""
        past = self._past
        if past is None or not query.strip() or len(past.shown) >= MOST:
            return False
        return past.read_on(0)


def _actions(screen: Screen[Any]) -> Iterator[Offer]:
    """Yield the actions of a screen in their order, each with the key that it has here."""
    own = in_force()
    found = {binding.id: binding for _, binding in screen._bindings if binding.id}
    for id_ in filter(found.__contains__, ROWS):
        binding = found[id_]
        if screen.check_action(binding.action.partition("(")[0], ()) is not False:
            yield Offer(binding.description, own.key(id_), action=binding.action)


def _places() -> Iterator[Offer]:
    yield Offer("Home", "place", wanted=HomeWanted)
    for place in PLACES:
        yield Offer(ROWS[f"home.{place}"].title, "place", wanted=_going(place))
    yield Offer("Bin: restore what was deleted", "place", wanted=_going(Place.BIN))


def _routine(id_: str, name: str) -> Offer:
    return Offer(name, "routine", wanted=_going(Place.ROUTINES, id_))


def _session(session: PastSession) -> Offer:
    return Offer(row_words(session)[0], "session", wanted=_going(Place.HISTORY, session.id))


def _going(place: Place, at: str = "") -> Callable[[], Message]:
    return lambda: PlaceWanted(place, at)


def _has_words(text: str, words: Iterable[str]) -> bool:
    """Whether every word of a query begins a word of a text."""
    found = text.casefold().replace("-", " ").split()
    return all(any(each.startswith(word) for each in found) for word in words)
