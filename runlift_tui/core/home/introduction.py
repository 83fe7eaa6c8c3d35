"""The first three screens of a newcomer: what this is, their level, their unit; one key each."""

from enum import StrEnum
from typing import NamedTuple

from runlift_tui.core.home.home import NOT_ADVICE, HomeFace
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.units import Unit


class IntroductionPage(StrEnum):
    """One of the three."""

    WHAT = "what"
    LEVEL = "level"
    UNIT = "unit"


class Turn(NamedTuple):
    """What a key said, and where it leads."""

    page: IntroductionPage | None
    """The next page; None when the introduction is over."""
    level: Level | None = None
    """What the athlete said that they are; None where they did not."""
    unit: Unit | None = None


_LEVELS = {"1": Level.BEGINNER, "2": Level.INTERMEDIATE, "3": Level.ADVANCED}
_UNITS = {"k": Unit.KG, "l": Unit.LB}
_AFTER = {
    IntroductionPage.WHAT: IntroductionPage.LEVEL,
    IntroductionPage.LEVEL: IntroductionPage.UNIT,
    IntroductionPage.UNIT: None,
}
_BEFORE = {
    IntroductionPage.LEVEL: IntroductionPage.WHAT,
    IntroductionPage.UNIT: IntroductionPage.LEVEL,
}


def turned(page: IntroductionPage, key: str) -> Turn | None:
    """Return what a key does on a page; None where it does nothing.

    Space passes one page, escape all that are left; whoever answers nothing stays what they are.
    Page up goes back to the page before, whose answer can be given anew.
    """
    if key == "pageup":
        return None if page is IntroductionPage.WHAT else Turn(_BEFORE[page])
    if key == "escape":
        return Turn(None)
    if key in ("space", "enter", "pagedown"):
        return Turn(_AFTER[page])
    if page is IntroductionPage.LEVEL and key in _LEVELS:
        return Turn(_AFTER[page], level=_LEVELS[key])
    if page is IntroductionPage.UNIT and key in _UNITS:
        return Turn(_AFTER[page], unit=_UNITS[key])
    return None


def introduction(page: IntroductionPage, level: Level, unit: Unit) -> HomeFace:
    """Return a page as home shows it.

    Args:
        page: Which one.
        level: What stays where the question is passed.
        unit: The same.
    """
    greeting = "Welcome to RunLift" if page is IntroductionPage.WHAT else "RunLift"
    kicker = f"{greeting}  {_place(page)} of 3"
    match page:
        case IntroductionPage.WHAT:
            return HomeFace(kicker, *_WHAT)
        case IntroductionPage.LEVEL:
            passed = f"It sets the numbers, and l changes it at any time. Space: {level}."
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


def _place(page: IntroductionPage) -> int:
    return list(IntroductionPage).index(page) + 1


_WHAT = (
    "Strength sessions for runners, carried by one key: space.",
    "",
    (),
    (
        "Warm-up rounds first, then rounds in which a heavy set primes a fast one.",
        "Space says done, go, start the hold. Every rest is timed for you.",
        "What was just logged can be put right through the whole rest.",
        "Stand two metres away: it is made for that. ? tells the keys, anywhere.",
    ),
    (("", NOT_ADVICE),),
    (KeyFace("space", "on"), KeyFace("escape", "skip this"), *faces("home", "help")),
)
_WHO = (
    "1  beginner: new to it, or coming back; steady first, no jumps yet",
    "2  intermediate: months of it; split squats with weights are familiar",
    "3  advanced: years of it; heavy single-leg work and jumping are familiar",
)
KEYS = (
    KeyFace("space enter", "the next of three; a question is passed"),
    KeyFace("PgDn PgUp", "the next, the one before, as a presenter's clicker has them"),
    KeyFace("1 2 3", "beginner, intermediate, advanced"),
    KeyFace("k  l", "kilograms, pounds"),
    KeyFace("escape", "skip what is left of it; settings show it again"),
    *faces("home", "quit"),
)
"""The keys of the introduction and what they mean, for its help."""
