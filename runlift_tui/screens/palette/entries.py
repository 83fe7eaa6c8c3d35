"""What the command palette offers, and how it is found: actions, places, and things by name."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from textual.screen import Screen

from runlift_tui.core.exercises.sheet import sheet
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import row_words
from runlift_tui.core.home.by_name import ASKED_OF_ONE, FILLERS, LITTLE, MEANING
from runlift_tui.core.home.matching import CALLED, MEANT, has_words, plain
from runlift_tui.core.home.ways import Place
from runlift_tui.core.routines.levels import ALL_SLOTS
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.core.sets.told import done_shown
from runlift_tui.core.words.asked_days import asked_days
from runlift_tui.core.words.days import ago
from runlift_tui.screens.exercises.finder import Finder, Hit
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.home.today import done_last
from runlift_tui.screens.palette.near_at_hand import NearAtHand
from runlift_tui.screens.palette.offers import (
    Offer,
    OfferKind,
    actions,
    at_first,
    elsewhere,
    going,
    going_on,
    places,
    settings,
    telling,
    topics,
)
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.planner import Planner, coming_in_brief
from runlift_tui.store.store import Store

MOST = 20
"""Exercises, and sessions, that one query shows."""
_LOAD = re.compile(r"\b[0-9]+(?:[.,][0-9]+)? ?(?:kg|kilos?|lbs?|pounds?)\b", re.IGNORECASE)
"""A load in figures: what is asked for is where its weights are."""


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
        offers = list(actions(screen, may_change=may))
        self._last: dict[str, str] = {}
        self._past: PastList | None = None
        self._today = store.today()
        shelf = self._shelf = store.desk.shelf()
        self._named = Finder(shelf.exercises().values(), shelf.former)
        if leads_on:
            level = store.desk.athlete().level
            said = {each.text for each in offers}
            offers += (each for each in places() if each.text not in said)
            resumes = going_on(unfinished=store.sessions.unfinished() is not None)
            offers += [resumes] if may and resumes.text not in said else []
            offers += (
                _routine(id_, resolve(id_, level, ALL_SLOTS, shelf).name)
                for id_ in routine_ids(shelf)
            )
            offers += settings(may_change=may)
            offers += elsewhere(screen, offers, may_change=may)
            self._last = _last_times(store)
            self._past = PastList(store.past)
        offers += topics(done_last(store) if may else "")
        every = self._named.exercises if leads_on else ()
        self.near = NearAtHand(offers, (n for each in every for n in (each.name, *each.aliases)))

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
        words = plain(query).split()
        if not words:
            return at_first(self.near.offers)
        if told := self._explained(" ".join(words)):
            return told
        ways = self.near.ways(query)
        plainly = [each for found, each in ways if found.how < MEANT]
        meant = [each for found, each in ways if found.how == MEANT]
        exercises = list(self._exercises(query))
        named = [each for each in exercises if has_words(each.text, words)]
        sure = any(found.how == CALLED for found, _ in ways)
        mistyped = [] if sure else [each for each in exercises if each not in named]
        if not (plainly or named or meant or days):
            for little in (frozenset[str](), FILLERS, LITTLE):
                left = (word for word in words if word not in little and not word.isdecimal())
                fewer = " ".join(left)
                if fewer and fewer.split() != words:
                    return self._find(fewer)
            named = self._asked_of(words)
        likely = [] if plainly or named or meant else self._nearly(words)
        sessions = list(self._sessions(query))
        if days and len(words) > 1:  # "last week" names days, and a word of it much else
            return [*plainly, *named, *(sessions or _NONE_THEN), *meant, *likely, *mistyped]
        if not self.leads_on:  # in a session its keys come before what is only told
            return [*plainly, *meant, *named, *likely]
        return [*plainly, *named, *meant, *sessions, *likely, *mistyped]

    def _nearly(self, words: list[str]) -> list[Offer]:
        """Return what a query may mean that nothing has as it stands."""
        right = [self.near.spelt(word) for word in words]
        return self.near.with_most(words) if right == words else self._find(" ".join(right))

    def _explained(self, words: str) -> list[Offer]:
        """Return what is asked for by a query that asks what a word means; else nothing."""
        asked = MEANING.search(words)
        word: str = (asked["word"] or asked["other"]) if asked else ""
        told = self.near.explained(word) if word else []
        return [*told, *(each for each in self._find(word) if each not in told)] if told else []

    def _asked_of(self, words: list[str]) -> list[Offer]:
        """Return the exercises of which a query asks something, as "best split squat"."""
        name = [word for word in words if word not in ASKED_OF_ONE]
        if not name or name == words:
            return []
        return [each for each in self._exercises(" ".join(name)) if has_words(each.text, name)]

    def _exercises(self, query: str) -> Iterator[Offer]:
        """Yield the exercises that a query finds: each leads to its place, or is told here."""
        for hit in self._trained_first(query, self._named.find(query))[:MOST]:
            exercise = hit.exercise
            name = f"{exercise.name}, {hit.alias}" if hit.alias else exercise.name
            if self.leads_on:
                last = self._last.get(exercise.id, "never done")
                to = going(Place.EXERCISES, exercise.id)
                yield Offer(name, OfferKind.EXERCISES, last, wanted=to)
            else:
                opens = telling(sheet(exercise, self._shelf))
                yield Offer(name, OfferKind.EXERCISES, "how and why", opens=opens)

    def _trained_first(self, query: str, hits: Iterable[Hit]) -> list[Hit]:
        """Return hits whose name has the words of a query by when they were trained last.

        One that is called just so comes before them, and those that are only like it after.
        """
        words, trained = plain(query), {id_: n for n, id_ in enumerate(self._last)}

        def place(hit: Hit) -> tuple[int, int]:
            name = plain(hit.exercise.name)
            if name == words:
                return 0, 0
            if not has_words(f"{name} {hit.alias}", words.split()):
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


_NONE_THEN = (Offer("No session then", OfferKind.SESSIONS, "history", wanted=going(Place.HISTORY)),)
"""Where days are asked for on which nobody trained."""


def _last_times(store: Store) -> dict[str, str]:
    """Return what was done last of every exercise, by its id, the newest first."""
    unit, now = store.desk.athlete().unit, store.clock.stamp().utc_ms
    offset = store.clock.utc_offset_min(now)
    found: dict[str, str] = {}
    for time in store.facts().last_times:  # the newest first
        at = time.tried_at or time.when
        if at is not None:
            shown = done_shown(time.sets, time.stopped, unit)
            found.setdefault(time.exercise, f"{shown}, {ago(at, now, offset)}")
    return found


def _routine(id_: str, name: str) -> Offer:
    return Offer(name, OfferKind.ROUTINES, wanted=going(Place.ROUTINES, id_))


def _session(session: PastSession) -> Offer:
    name, note = row_words(session)
    return Offer(name, OfferKind.SESSIONS, note, wanted=going(Place.HISTORY, session.id))
