"""What can be asked for by name: actions, places, settings, themes, routines and helps."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from textual.message import Message
from textual.screen import Screen

from runlift_tui.core.home.by_name import words_of
from runlift_tui.core.home.far_actions import FarAction, far_actions, first_of, helps
from runlift_tui.core.home.terms import terms
from runlift_tui.core.home.topics import TOPICS
from runlift_tui.core.home.ways import PLACES, Place
from runlift_tui.core.keys.actions import ROWS, is_change, screen_keys
from runlift_tui.core.keys.in_force import in_force, named
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.progress.sections import HEAVY
from runlift_tui.core.settings.lines import Settings, setting_lines
from runlift_tui.looks import themes
from runlift_tui.screens.parts.wanted import HomeWanted, PlaceWanted, ResumeWanted


class OfferKind(StrEnum):
    """What stands over offers of one kind."""

    HERE = "HERE"
    PLACES = "PLACES"
    ELSEWHERE = "IN OTHER PLACES"
    EXERCISES = "EXERCISES"
    ROUTINES = "ROUTINES"
    SESSIONS = "SESSIONS"
    SETTINGS = "SETTINGS"
    THEMES = "THEMES"
    HELP = "HELP"


class Offer(NamedTuple):
    """One thing that can be done, or gone to."""

    text: str
    group: OfferKind
    note: str = ""
    """Its key, or what was done last."""
    action: str = ""
    """Of the screen, as its binding has it; empty where another of these is set."""
    wanted: Callable[[], Message] | None = None
    """Makes the message that leads there."""
    opens: Callable[[], Screen[Any]] | None = None
    """Makes the page that is opened over the screen."""
    words: tuple[str, ...] = ()
    """What else it is called."""
    first: int | None = 1
    """Where it stands before anything is typed, 0 first; None for what only moves about."""
    explains: bool = False
    """Whether it tells what a word means."""
    only_keys: bool = False
    """Whether no more comes of it than the keys of another screen."""


def actions(screen: Screen[Any], *, may_change: bool = True) -> Iterator[Offer]:
    """Yield the actions of a screen in their order, each with the key that it has here.

    Args:
        screen: The screen.
        may_change: Whether those that change something can be done.
    """
    own = in_force()
    found = {binding.id: binding for _, binding in screen._bindings if binding.id}
    for id_ in filter(found.__contains__, ROWS):
        binding = found[id_]
        if not may_change and is_change(id_):
            continue
        if screen.check_action(binding.action.partition("(")[0], ()) is not False:
            yield Offer(
                binding.description,
                OfferKind.HERE,
                own.key(id_),
                action=binding.action,
                words=words_of(id_),
                first=first_of(id_),
            )


def at_first(near: Iterable[Offer]) -> list[Offer]:
    """Return what is offered before anything is typed: what one would do here comes first."""
    found = [each for each in near if each.first is not None]
    return sorted(found, key=lambda each: each.first or 0)


def places() -> Iterator[Offer]:
    """Yield home, the places that it leads to, and the bin."""
    yield Offer("Home", OfferKind.PLACES, wanted=HomeWanted, words=words_of("home"))
    for place in PLACES:
        id_ = f"home.{place}"
        yield Offer(ROWS[id_].title, OfferKind.PLACES, wanted=going(place), words=words_of(id_))
    heavy = going(Place.PROGRESS, HEAVY)
    yield Offer("Progress: the heavy set", OfferKind.PLACES, wanted=heavy, words=words_of(HEAVY))
    import_ = going(Place.IMPORT), words_of("home.import")
    yield Offer(ROWS["home.import"].title, OfferKind.PLACES, wanted=import_[0], words=import_[1])
    bin_ = going(Place.BIN)
    yield Offer(
        "Bin: restore what was deleted", OfferKind.PLACES, wanted=bin_, words=words_of("bin")
    )


def going_on(*, unfinished: bool) -> Offer:
    """Return what leads back into the unfinished session, or says that there is none."""
    words, kind = words_of("home.resume"), OfferKind.PLACES
    if unfinished:
        return Offer(ROWS["home.resume"].title, kind, wanted=ResumeWanted, words=words, first=None)
    said = "no session is unfinished"
    home = HomeWanted("Nothing to resume: no session is unfinished.")
    return Offer("Nothing to resume", kind, said, wanted=lambda: home, words=words, first=None)


def settings(*, may_change: bool = True) -> Iterator[Offer]:
    """Yield every setting, which is gone to, and every theme, which is taken at once."""
    offered = themes.offered()
    for line in setting_lines(Settings(), {}, offered):
        text = f"Settings: {line.name}"
        to = going(Place.SETTINGS, line.key)
        yield Offer(text, OfferKind.SETTINGS, wanted=to, words=words_of(line.key))
    for name in offered if may_change else ():
        to = going(Place.SETTINGS, f"theme={name}")
        words = (*words_of(f"theme={name}"), *words_of("themes"))
        yield Offer(f"Theme: {name}", OfferKind.THEMES, wanted=to, words=words)


def elsewhere(
    screen: Screen[Any], here: list[Offer], *, may_change: bool = True
) -> Iterator[Offer]:
    """Yield the actions of other screens: done on arriving there, or shown with their keys.

    Args:
        screen: The screen that is there.
        here: What is offered already.
        may_change: Whether those that change something can be done.
    """
    there = {binding.id for _, binding in screen._bindings if binding.id}
    for each in far_actions((offer.text for offer in here), there):
        if may_change or not is_change(each.id):
            yield _far(each)


def _far(far: FarAction) -> Offer:
    note = f"{screen_keys(far.screen).title.lower()}, {in_force().key(far.id)}"
    words = words_of(far.id)
    if far.place is None:
        opens = _help_of(far.screen)
        kind = OfferKind.ELSEWHERE
        return Offer(far.title, kind, note, opens=opens, words=words, only_keys=True)
    wanted = going(far.place, then=far.then)
    return Offer(far.title, OfferKind.ELSEWHERE, note, wanted=wanted, words=words)


def topics(newest: str = "") -> Iterator[Offer]:
    """Yield what is done outside the screens, what their words mean, and the keys of each.

    Args:
        newest: What was done last, and where it is taken back; empty for nothing told of it.
    """
    for topic in TOPICS:
        title = named(topic.title)
        said = [("", named(line)) for line in topic.lines]
        if topic.id == "undo-keys" and newest:
            said.insert(0, ("", newest))
        opens = _told(title, said)
        yield Offer(title, OfferKind.HELP, opens=opens, words=words_of(topic.id))
    for term in terms():
        opens = _told(term.title, term.lines)
        words = (*term.codes, *words_of(term.id))
        yield Offer(term.title, OfferKind.HELP, opens=opens, words=words, explains=True)
    for screen, title in helps():
        opens = _help_of(screen)
        yield Offer(f"Keys of: {title}", OfferKind.HELP, opens=opens, only_keys=True)


def going(place: Place, at: str = "", then: str = "") -> Callable[[], Message]:
    """Return what makes the message that leads to a place."""
    return lambda: PlaceWanted(place, at, then)


def _help_of(screen: str) -> Callable[[], Screen[Any]]:
    def opened() -> Screen[Any]:
        from runlift_tui.screens.parts.help import HelpScreen

        return HelpScreen(screen, of_another=True)

    return opened


def _told(title: str, lines: Iterable[tuple[str, str]]) -> Callable[[], Screen[Any]]:
    said = (SheetLine(label, line) for label, line in lines)
    return telling((SheetLine("", title, "strong"), SPACE, *said))


def telling(lines: tuple[SheetLine, ...]) -> Callable[[], Screen[Any]]:
    """Return what makes the page that tells something."""

    def opened() -> Screen[Any]:
        from runlift_tui.screens.parts.whole import WholeScreen

        return WholeScreen(lines)

    return opened
