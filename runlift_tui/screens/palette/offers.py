"""What can be asked for by name: actions, places, settings, themes, routines and helps."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from textual.message import Message
from textual.screen import Screen

from runlift_tui.core.home.by_name import TOPICS, FarAction, Topic, far_actions, helps, words_of
from runlift_tui.core.home.ways import PLACES, Place
from runlift_tui.core.keys.actions import ROWS, screen_keys
from runlift_tui.core.keys.in_force import in_force, named
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.settings.lines import Settings, setting_lines
from runlift_tui.looks import themes
from runlift_tui.screens.parts.wanted import HomeWanted, PlaceWanted


class Offer(NamedTuple):
    """One thing that can be done, or gone to."""

    text: str
    note: str
    """What it is, or its key."""
    action: str = ""
    """Of the screen, as its binding has it; empty where another of these is set."""
    wanted: Callable[[], Message] | None = None
    """Makes the message that leads there."""
    opens: Callable[[], Screen[Any]] | None = None
    """Makes the page that is opened over the screen."""
    words: tuple[str, ...] = ()
    """What else it is called."""


def actions(screen: Screen[Any]) -> Iterator[Offer]:
    """Yield the actions of a screen in their order, each with the key that it has here."""
    own = in_force()
    found = {binding.id: binding for _, binding in screen._bindings if binding.id}
    for id_ in filter(found.__contains__, ROWS):
        binding = found[id_]
        if screen.check_action(binding.action.partition("(")[0], ()) is not False:
            words = words_of(id_)
            yield Offer(binding.description, own.key(id_), action=binding.action, words=words)


def places() -> Iterator[Offer]:
    """Yield home, the places that it leads to, and the bin."""
    yield Offer("Home", "place", wanted=HomeWanted, words=words_of("home"))
    for place in PLACES:
        id_ = f"home.{place}"
        yield Offer(ROWS[id_].title, "place", wanted=going(place), words=words_of(id_))
    import_ = ROWS["home.import"].title
    yield Offer(import_, "place", wanted=going(Place.IMPORT), words=words_of("home.import"))
    bin_ = going(Place.BIN)
    yield Offer("Bin: restore what was deleted", "place", wanted=bin_, words=words_of("bin"))


def settings() -> Iterator[Offer]:
    """Yield every setting, which is gone to, and every theme, which is taken at once."""
    offered = themes.offered()
    for line in setting_lines(Settings(), {}, offered):
        text = f"Settings: {line.name}"
        to = going(Place.SETTINGS, line.key)
        yield Offer(text, "setting", wanted=to, words=words_of(line.key))
    for name in offered:
        to = going(Place.SETTINGS, f"theme={name}")
        yield Offer(f"Theme: {name}", "theme", wanted=to, words=words_of("themes"))


def elsewhere(here: list[Offer]) -> Iterator[Offer]:
    """Yield the actions of other screens: done on arriving there, or shown with their keys.

    Args:
        here: What is offered already.
    """
    for each in far_actions(offer.text for offer in here):
        yield _far(each)


def _far(far: FarAction) -> Offer:
    note = f"{screen_keys(far.screen).title.lower()}, {in_force().key(far.id)}"
    words = words_of(far.id)
    if far.place is None:
        return Offer(far.title, note, opens=_help_of(far.screen), words=words)
    then = ROWS[far.id].method if far.at_once else ""
    return Offer(far.title, note, wanted=going(far.place, then=then), words=words)


def topics() -> Iterator[Offer]:
    """Yield what is done outside the screens, and the keys of every screen."""
    for topic in TOPICS:
        yield Offer(topic.title, "help", opens=_told(topic), words=words_of(topic.id))
    for screen, title in helps():
        yield Offer(f"Keys of: {title}", "help", opens=_help_of(screen))


def going(place: Place, at: str = "", then: str = "") -> Callable[[], Message]:
    """Return what makes the message that leads to a place."""
    return lambda: PlaceWanted(place, at, then)


def _help_of(screen: str) -> Callable[[], Screen[Any]]:
    def opened() -> Screen[Any]:
        from runlift_tui.screens.parts.help import HelpScreen

        return HelpScreen(screen, of_another=True)

    return opened


def _told(topic: Topic) -> Callable[[], Screen[Any]]:
    def opened() -> Screen[Any]:
        from runlift_tui.screens.parts.whole import WholeScreen

        first = SheetLine("", topic.title, "strong")
        return WholeScreen((first, *(SheetLine("", named(line)) for line in topic.lines)))

    return opened
