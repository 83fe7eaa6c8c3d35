"""The first screens of a newcomer: what this is, who asks first, level, unit; one key each."""

from enum import StrEnum
from typing import NamedTuple

from runlift_tui.core.athlete.pain import ASK_FIRST, NOT_ADVICE
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.units import Unit


class IntroductionPage(StrEnum):
    """One of them."""

    WHAT = "what"
    HEALTH = "health"
    LEVEL = "level"
    UNIT = "unit"


class Turn(NamedTuple):
    """What a key said, and where it leads."""

    page: IntroductionPage | None
    """The next page; None when the introduction is over."""
    level: Level | None = None
    """What the athlete said that they are; None where they did not."""
    unit: Unit | None = None
    ask_first: bool | None = None
    """Whether they said that they are to ask a doctor or physiotherapist first."""


_LEVELS = {"1": Level.BEGINNER, "2": Level.INTERMEDIATE, "3": Level.ADVANCED}
_UNITS = {"k": Unit.KG, "l": Unit.LB}
_ASK_FIRST = {"y": True, "n": False}
_AFTER = {
    IntroductionPage.WHAT: IntroductionPage.HEALTH,
    IntroductionPage.HEALTH: IntroductionPage.LEVEL,
    IntroductionPage.LEVEL: IntroductionPage.UNIT,
    IntroductionPage.UNIT: None,
}
_BEFORE = {
    IntroductionPage.HEALTH: IntroductionPage.WHAT,
    IntroductionPage.LEVEL: IntroductionPage.HEALTH,
    IntroductionPage.UNIT: IntroductionPage.LEVEL,
}


def turned(page: IntroductionPage, key: str, *, answered: bool) -> Turn | None:
    """Return what a key does on a page; None where it does nothing.

    Space passes one page, escape all that are left; whoever answers nothing stays what they are.
    The one page that is not passed before it was answered once asks who asks first. Page up goes
    back to the page before, whose answer can be given anew.

    Args:
        page: Which one is open.
        key: The key.
        answered: Whether it is known if they are to ask first.
    """
    health = page is IntroductionPage.HEALTH
    if key == "pageup":
        return None if page is IntroductionPage.WHAT else Turn(_BEFORE[page])
    if key == "escape" and (
        answered or page not in (IntroductionPage.WHAT, IntroductionPage.HEALTH)
    ):
        return Turn(None)
    if key in ("space", "enter", "pagedown", "escape") and (answered or not health):
        return Turn(_AFTER[page])
    if health and key in _ASK_FIRST:
        return Turn(_AFTER[page], ask_first=_ASK_FIRST[key])
    if page is IntroductionPage.LEVEL and key in _LEVELS:
        return Turn(_AFTER[page], level=_LEVELS[key])
    if page is IntroductionPage.UNIT and key in _UNITS:
        return Turn(_AFTER[page], unit=_UNITS[key])
    return None


def introduction(
    page: IntroductionPage, level: Level, unit: Unit, ask_first: bool | None
) -> HomeFace:
    """Return a page as home shows it.

    Args:
        page: Which one.
        level: What stays where the question is passed.
        unit: The same.
        ask_first: The same; None where it was not answered yet.
    """
    greeting = "Welcome to RunLift" if page is IntroductionPage.WHAT else "RunLift"
    kicker = f"{greeting}  {_place(page)} of {len(IntroductionPage)}"
    match page:
        case IntroductionPage.WHAT:
            return _what(kicker)
        case IntroductionPage.HEALTH:
            return _health(kicker, ask_first)
        case IntroductionPage.LEVEL:
            passed = named(
                f"It sets the numbers, and {{home.levels}} changes it at any time. Space: {level}."
            )
            keys = tuple(KeyFace(key, each.value) for key, each in _LEVELS.items())
            return HomeFace(
                kicker,
                "How much strength training have you done?",
                "",
                (),
                _WHO,
                (("", passed),),
                (KeyFace("space", "pass"), *keys, KeyFace("escape", "skip all")),
            )
        case IntroductionPage.UNIT:
            passed = f"The history keeps kilograms either way. Space: {unit}."
            return HomeFace(
                kicker,
                "Kilograms or pounds?",
                "",
                (),
                ("k  kilograms", "l  pounds"),
                (("", passed),),
                (KeyFace("space", "pass"), KeyFace("k", "kg"), KeyFace("l", "lb")),
            )


def _health(kicker: str, ask_first: bool | None) -> HomeFace:
    """Return the page that asks who asks a doctor or physiotherapist before they begin."""
    keys = [KeyFace("y", "yes, one of them"), KeyFace("n", "no, none")]
    said = "Only the yes or no is kept, and only here; settings change it."
    if ask_first is not None:
        keys.insert(0, KeyFace("space", "pass"))
        said = f"{said} Space: {'yes' if ask_first else 'no'}."
    yes = "A yes: ask a doctor or physiotherapist first. No jumps here until you take it back."
    return HomeFace(
        kicker,
        "Is one of these true of you?",
        "",
        (),
        ASK_FIRST,
        (("", yes), ("", said)),
        tuple(keys),
    )


def _place(page: IntroductionPage) -> int:
    return list(IntroductionPage).index(page) + 1


def _what(kicker: str) -> HomeFace:
    sentence, big, units, details, quiet, keys = _WHAT
    said = tuple(named(line) for line in details)
    return HomeFace(kicker, named(sentence), big, units, said, quiet, keys)


_WHAT = (
    "Strength sessions for runners, carried by one key: {session.space}.",
    "",
    (),
    (
        "Warm-up rounds first, then rounds of a heavy set, a rest, then a fast one.",
        "{^session.space} says done, go, start the hold. Every rest is timed for you.",
        "What was just logged can be put right through the whole rest.",
        "Stand two metres away: it is made for that. {home.help} tells the keys, anywhere.",
    ),
    (("", NOT_ADVICE),),
    (KeyFace("space", "on"), KeyFace("escape", "skip this"), *faces("home", "help")),
)
_WHO = (
    "1  beginner: new to it, or coming back; steady first, no jumps yet",
    "2  intermediate: months of it; split squats with weights, some jumping",
    "3  advanced: years of it; heavy single-leg work and jumping are familiar",
)
KEYS = (
    KeyFace("space enter", "the next of four; a question is passed"),
    KeyFace("PgDn PgUp", "the next, the one before, as a presenter's clicker has them"),
    KeyFace("y n", "one of the five is true of you, none is: it has to be answered once"),
    KeyFace("1 2 3", "beginner, intermediate, advanced"),
    KeyFace("k  l", "kilograms, pounds"),
    KeyFace("escape", "skip what is left of it; settings show it again"),
    *faces("home", "quit"),
)
"""The keys of the introduction and what they mean, for its help."""
