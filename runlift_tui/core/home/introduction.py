"""The first screens of a newcomer: what this is, who asks first, level, unit, weights."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.pain import ASK_FIRST, NOT_ADVICE
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.would_be import WouldBe
from runlift_tui.core.keys.action import NO, YES, yes_or_no
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import digits_in, named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.plates import bar_how, bar_text, bar_told, bar_typed
from runlift_tui.core.sets.weights import Barbell, Weights
from runlift_tui.core.sets.weights_text import weights_text, weights_told, weights_typed
from runlift_tui.core.words.text import capital
from runlift_tui.core.words.units import Unit


class IntroductionPage(StrEnum):
    """One of them."""

    WHAT = "what"
    HEALTH = "health"
    LEVEL = "level"
    UNIT = "unit"
    WEIGHTS = "weights"


class Turn(NamedTuple):
    """What a key said, and where it leads."""

    page: IntroductionPage | None
    """The next page; None when the introduction is over."""
    level: Level | None = None
    """What the athlete said that they are; None where they did not."""
    unit: Unit | None = None
    ask_first: bool | None = None
    """Whether they said that they are to ask a doctor or physiotherapist first."""
    weights: bool = False
    """Whether they went on with the weights that they were shown, which are there then."""


_LEVELS = {"1": Level.BEGINNER, "2": Level.INTERMEDIATE, "3": Level.ADVANCED}
_UNITS = {"k": Unit.KG, "p": Unit.LB}
_WORDS = {
    "yes": YES,
    **dict.fromkeys(("n", "no", "none", "-"), NO),
    **{level.value: key for key, level in _LEVELS.items()},
    "kg": "k",
    "kilograms": "k",
    "lb": "p",
    "pounds": "p",
}
"""What is typed in lines for a key."""
_PAGES = tuple(IntroductionPage)
_ON = ("space", "enter", "right", "pagedown", "escape")
_BACK = KeyFace("←", "back")
_NO_BAR = Barbell()
_NO_SESSIONS: Mapping[Level, WouldBe] = {}


def turned(page: IntroductionPage, key: str, *, answered: bool) -> Turn | None:
    """Return what a key does on a page; None where it does nothing.

    Space passes one page, escape all that are left; whoever answers nothing stays what they are.
    The one page that is not passed before it was answered once asks who asks first. An arrow to
    the left goes back to the page before, whose answer can be given anew.

    Args:
        page: Which one is open.
        key: The key.
        answered: Whether it is known if they are to ask first.
    """
    at = _PAGES.index(page)
    after = _PAGES[at + 1] if at + 1 < len(_PAGES) else None
    health = page is IntroductionPage.HEALTH
    if key in ("left", "pageup"):
        return Turn(_PAGES[at - 1]) if at else None
    if key == "escape" and (
        answered or page not in (IntroductionPage.WHAT, IntroductionPage.HEALTH)
    ):
        return Turn(None)
    if key in _ON and (answered or not health):
        return Turn(after, weights=page is IntroductionPage.WEIGHTS)
    said = yes_or_no(key)
    if health and said is not None:
        return Turn(after, ask_first=said)
    if page is IntroductionPage.LEVEL and key in _LEVELS:
        return Turn(after, level=_LEVELS[key])
    if page is IntroductionPage.UNIT and key in _UNITS:
        return Turn(after, unit=_UNITS[key])
    return None


def said_of(athlete: Athlete, turn: Turn) -> Athlete:
    """Return an athlete as a key said that they are; at the end they were asked."""
    shown = athlete.weights
    untyped = not shown.list_kg and shown.step_kg is None
    return structs.replace(
        athlete,
        level=turn.level or athlete.level,
        unit=turn.unit or athlete.unit,
        ask_first=athlete.ask_first if turn.ask_first is None else turn.ask_first,
        weights=structs.replace(shown, are_there=True) if turn.weights and untyped else shown,
        asked=athlete.asked or turn.page is None,
    )


def lines_key(line: str) -> str:
    """Return the key that a typed line, in small letters, stands for; empty for none."""
    if not line:
        return "space"
    return _WORDS.get(line, line if len(line) == 1 else "")


def lines_keys(page: IntroductionPage, athlete: Athlete) -> str:
    """Return what can be typed on a page where the questions come in lines."""
    match page:
        case IntroductionPage.HEALTH if athlete.ask_first is None:
            return "Type yes: one of them; no: none."
        case IntroductionPage.HEALTH:
            now = "yes" if athlete.ask_first else "no"
            return f"Type yes: one of them; no: none; Enter: {now}."
        case IntroductionPage.LEVEL:
            return f"Type {', '.join(_LEVELS)}; Enter: {athlete.level}."
        case IntroductionPage.UNIT:
            return f"Type {', '.join(_UNITS)}; Enter: {athlete.unit}."
        case IntroductionPage.WEIGHTS:
            return "Type the weights, or bar and what it has; Enter: as they stand."
        case IntroductionPage.WHAT:
            return "Enter: on."


def unturned(page: IntroductionPage | None, key: str) -> str:
    """Return why a key that turns every other page does not turn this one; empty where it does."""
    if page is not IntroductionPage.HEALTH or key not in _ON:
        return ""
    return f"This one is asked first: {YES} or {NO} goes on. It says whether there are jumps."


class TypedAnswer(NamedTuple):
    """An answer that is typed in a line."""

    title: str
    now: str
    """As it is now."""
    hint: str
    """What may be typed."""
    begun: str
    """What the key that opens the line has typed already."""
    before: str
    """What is read before it, so that it is known for what it is."""


BAR_KEY = "b"
"""What opens the line of the bar, and comes before it where the questions come in lines."""
_BEGIN = {"plus": "+", "minus": "-"}
_WEIGHTS_HOW = "A step, as 2.5; a list, as 8 12 16; a rack, as 4-30; +14 adds one, -8 takes one off"


def typing(page: IntroductionPage | None, key: str, athlete: Athlete) -> TypedAnswer | None:
    """Return which answer a key begins to type on a page; None where it begins none."""
    if page is not IntroductionPage.WEIGHTS:
        return None
    unit = athlete.unit
    if key == BAR_KEY:
        return TypedAnswer(
            "Your bar", bar_text(athlete.bar, unit), capital(bar_how(unit)), "", BAR_KEY
        )
    begun = _BEGIN.get(key, key)
    if begun.isdecimal() or (key in _BEGIN and athlete.weights.list_kg):
        return TypedAnswer(
            "Your weights", weights_text(athlete.weights, unit), _WEIGHTS_HOW, begun, ""
        )
    return None


def typed(text: str, athlete: Athlete) -> Athlete:
    """Return an athlete with the weights that were typed, or behind a b the bar.

    Raises:
        Refused: it is neither.
    """
    said = text.strip()
    if said[:1].lower() == BAR_KEY:
        bar = bar_typed(said.lower().removeprefix("bar").removeprefix(BAR_KEY), athlete.unit)
        return structs.replace(athlete, bar=bar)
    weights = weights_typed(said, athlete.unit, athlete.weights)
    return structs.replace(athlete, weights=weights)


def introduction(
    page: IntroductionPage,
    level: Level,
    unit: Unit,
    ask_first: bool | None,
    weights: Weights,
    bar: Barbell = _NO_BAR,
    sessions: Mapping[Level, WouldBe] = _NO_SESSIONS,
) -> HomeFace:
    """Return a page as home shows it.

    Args:
        page: Which one.
        level: What stays where the question is passed.
        unit: The same.
        ask_first: The same; None where it was not answered yet.
        weights: The same.
        bar: The same.
        sessions: What a session of each level would be.
    """
    kicker = f"{_PAGES.index(page) + 1} of {len(_PAGES)}"
    match page:
        case IntroductionPage.WHAT:
            return _what(kicker)
        case IntroductionPage.HEALTH:
            return _health(kicker, ask_first)
        case IntroductionPage.LEVEL:
            passed = named(
                f"It sets the numbers; at home {{home.levels}} changes it. Space: {level}."
            )
            return HomeFace(
                kicker,
                "How much strength training have you done?",
                "",
                "",
                tuple(_who(sessions)),
                (("", passed),),
                (
                    KeyFace("space", level.value),
                    KeyFace(digits_in(" ".join(_LEVELS)), "choose"),
                    _BACK,
                    KeyFace("escape", "skip"),
                ),
                word="Your level",
                figures=tuple((level.value, told.exercise) for level, told in sessions.items()),
            )
        case IntroductionPage.UNIT:
            passed = f"The history keeps kilograms either way. Space: {unit}."
            return HomeFace(
                kicker,
                "In what are the weights that you lift?",
                "",
                "",
                ("k  kilograms   2 x 12 kg", "p  pounds      2 x 25 lb"),
                (("", passed),),
                (
                    KeyFace("space", unit.value),
                    *(KeyFace(key, each.value) for key, each in _UNITS.items()),
                    _BACK,
                    KeyFace("escape", "skip"),
                ),
                word="kg or lb",
            )
        case IntroductionPage.WEIGHTS:
            return _weights(kicker, weights_told(weights, unit), bar_told(bar, unit))


def _health(kicker: str, ask_first: bool | None) -> HomeFace:
    """Return the page that asks who asks a doctor or physiotherapist before they begin."""
    keys = [KeyFace(YES, "yes, one of them"), KeyFace(NO, "no, none")]
    said = "Only the yes or no is kept, here; settings change it."
    if ask_first is not None:
        now = "yes" if ask_first else "no"
        keys.insert(0, KeyFace("space", now))
        said = f"{said} Space: {now}."
    yes = "A yes: ask a doctor or physiotherapist first. No jumps here until you take it back."
    return HomeFace(
        kicker,
        "Is one of these true of you?",
        "",
        "",
        ASK_FIRST,
        (("", yes), ("", said)),
        (*keys, _BACK),
        word="Ask first",
    )


def _weights(kicker: str, now: str, bar: str) -> HomeFace:
    """Return the page that asks what there is to lift, with what was read so far in words."""
    passed = named("At home {home.settings} changes both. Space: on with these.")
    return HomeFace(
        kicker,
        "Which weights do you have?",
        "",
        "",
        (
            "What one dumbbell or kettlebell weighs; a pair is two of it.",
            named("Only one of each? {session.swap} at a set swaps to what takes one weight."),
            "Begin to type: a step, as 2.5, where there is one after the other,",
            "or a list, as 8 12 16, where there are these alone.",
        ),
        (("", f"Your weights: {now}."), ("", f"Your bar: {bar}; b types it."), ("", passed)),
        (
            KeyFace("space", "on with these"),
            KeyFace("0-9", "type them", ("0-9",)),
            KeyFace(BAR_KEY, "bar"),
            _BACK,
            KeyFace("escape", "skip"),
        ),
        word="Your weights",
    )


def _what(kicker: str) -> HomeFace:
    sentence, big, unit, details, quiet, keys = _WHAT
    said = tuple(named(line) for line in details)
    return HomeFace(
        kicker, named(sentence), big, unit, said, quiet, keys, word="RunLift", figure=_DRAWN
    )


_WHAT = (
    "Strength sessions for runners, carried by one key: {session.space}.",
    "",
    "",
    (
        "Warm-up rounds first, then rounds of a heavy set, a rest, then a fast one.",
        "{^session.space} says done, go, start the hold. Every rest is timed for you.",
        "What was just logged can be put right through the whole rest.",
        "Stand two metres away: it is made for that. {home.help} tells the keys, anywhere.",
    ),
    (("", NOT_ADVICE),),
    (KeyFace("space", "on"), KeyFace("escape", "skip"), *faces("home", "help")),
)
_DRAWN = "jumping-lunge"
"""Which exercise stands beside the first page: what the article is about."""
_WHO = {
    Level.BEGINNER: ("{digits.1}  beginner: new to it, or coming back; steady first, no jumps yet"),
    Level.INTERMEDIATE: (
        "{digits.2}  intermediate: months of it; split squats with weights, some jumping"
    ),
    Level.ADVANCED: (
        "{digits.3}  advanced: years of it; heavy single-leg work and jumping are familiar"
    ),
}


def _who(sessions: Mapping[Level, WouldBe]) -> Iterator[str]:
    """Yield whom each level is for, and under it what a session of it would be."""
    for level, words in _WHO.items():
        yield named(words)
        if level in sessions:
            yield f"   {sessions[level].words}"


KEYS = (
    KeyFace(
        "space enter",
        f"the next of {len(_PAGES)}; a question keeps the answer that stands beside space",
    ),
    KeyFace("← →", "the page before, whose answer can be given anew; the next"),
    KeyFace("PgUp PgDn", "the same, as a presenter's clicker has them"),
    KeyFace(f"{YES} {NO}", "one of the five is true of you, none is: it has to be answered once"),
    KeyFace("1 2 3", "beginner, intermediate, advanced", ("1", "2", "3")),
    KeyFace("k  p", "kilograms, pounds"),
    KeyFace("0-9", "where your weights are asked: begin to type them", ("0-9",)),
    KeyFace("b", "there: type the bar, with its plates"),
    KeyFace("escape", "skip what is left of it; settings show it again"),
    *faces("home", "quit"),
)
"""The keys of the introduction and what they mean, for its help."""
