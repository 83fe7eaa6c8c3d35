"""The settings screen in words: each setting, what it is now, what it does, how it is changed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, get_args

from msgspec import Struct, structs

from runlift_tui.core.athlete.preferences import Glyphs, Preferences
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.plates import bar_text, bar_typed
from runlift_tui.core.sets.weights import Barbell, Weights
from runlift_tui.core.sets.weights_text import weights_text, weights_typed
from runlift_tui.core.words.decimals import with_digits
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import LONGEST_LEAD_IN_S, LOUDEST
from runlift_tui.core.words.units import Unit

INTRODUCTION = "introduction"
"""A line that is no setting: it leads to the first three screens."""
IMPORT = "import"
"""Another one: it leads to what other programs have."""
SYNC = "sync"
"""Another one, which stands there while other machines are met: the command line changes it."""
TRAINS = ("level", "ask_first")
"""What changes the training: it is chosen from a list rather than turned by one key."""
_TO_CHOOSE = "{settings.enter} shows what there is; {settings.less}{settings.more} takes another"
_WITH_LIST = "{settings.enter} types a step, as 2.5, a list, as 8 12 16, or one more, as +14"
_WITHOUT_LIST = "{settings.enter} types a step, as 2.5, a rack, as 4-32, or a list, as 8 12 16"
_TURN = "{settings.less}{settings.more} or {settings.enter}"
_LEAD_IN_STEP_S = 5


class Settings(Struct, frozen=True, kw_only=True):
    """All that the screen changes, in one value."""

    level: Level = Level.BEGINNER
    unit: Unit = Unit.KG
    weights: Weights = Weights()
    bar: Barbell = Barbell()
    ask_first: bool | None = None
    preferences: Preferences = Preferences()


class SettingLine(NamedTuple):
    """One line of the screen."""

    key: str
    """As the hand-written settings call it."""
    name: str
    shown: str
    what: str
    """What it does, in a line."""
    how: str
    """How it is changed."""
    turns: bool = False
    """Whether it has a few choices that the arrows go through."""
    by_hand: bool = False
    """Whether the hand-written settings decide it."""


def setting_lines(
    now: Settings,
    by_hand: Mapping[str, Any],
    themes: Sequence[str],
    shared: str = "",
    met: str = "",
) -> tuple[SettingLine, ...]:
    """Return the lines of the screen, those first that change the training.

    Args:
        now: What counts at this moment.
        by_hand: What the hand-written settings decide.
        themes: Names of the themes, RunLift's own first.
        shared: The folder through which other machines are met; empty while that is off.
        met: How that stands, in a few words.
    """
    own = now.preferences
    found = (
        _choice(
            "level",
            "level",
            now.level,
            named("Sets the numbers of a session; {home.levels} has all of them."),
        ),
        _choice("unit", "unit", now.unit, "Of every load; the history keeps kilograms either way."),
        SettingLine(
            "weights",
            "weights",
            weights_text(now.weights, now.unit),
            "What one dumbbell or kettlebell weighs; a pair is two.",
            named(_WITH_LIST if now.weights.list_kg else _WITHOUT_LIST),
        ),
        SettingLine(
            "bar",
            "bar, plates",
            bar_text(now.bar, now.unit),
            "What goes on each end stands beside a bar's load.",
            named("{settings.enter} types the bar, then its plates, as 20: 20 15 10 5 2.5"),
        ),
        _number("lead_in_s", "lead-in", f"{own.lead_in_s} s", "From the key to a hold.", 60),
        _yes("sound", "sounds", own.sound, "Stand up, 3-2-1, the end of a rest, switch sides."),
        _number("volume", "volume", _volume(own.volume), "Of sounds and voice.", LOUDEST),
        _yes("voice", "voice", own.voice, "Says the exercise, the side and the target."),
        _yes("awake", "stay awake", own.awake, "Keeps the laptop awake while a session runs."),
        _yes("motion", "motion", own.motion, "Figures move, and cues flash."),
        _choice("theme", "theme", _theme(now, themes), "The colours; it acts at once."),
        _choice("glyphs", "glyphs", own.glyphs, "What is drawn with; ascii is for plain fonts."),
        _yes("plain", "plain lines", own.plain, "For screen readers: starts in lines, no screen."),
        _choice(
            "ask_first",
            "ask first",
            {None: "not said", True: "yes", False: "no"}[now.ask_first],
            "A yes to the introduction's five lines; it stops jumps.",
        ),
        SettingLine(
            INTRODUCTION,
            "introduction",
            "show it again",
            "The first pages: who asks first, level, unit, weights.",
            "enter",
        ),
        SettingLine(
            IMPORT,
            "import",
            "what you have elsewhere",
            "From Strong, Hevy, Garmin, Strava and others.",
            "enter",
        ),
        *([_sync(shared, met)] if shared else []),
    )
    return tuple(line._replace(by_hand=line.key in by_hand) for line in found)


_LONGEST = 40
"""Letters of a folder's name; of a longer one its end is told, so that the rest has its room."""


def _sync(shared: str, met: str) -> SettingLine:
    how = f"{met}. In a shell runlift sync status says more, and runlift sync off stops it"
    short = shared if len(shared) <= _LONGEST else f"…{shared[1 - _LONGEST :]}"
    return SettingLine(SYNC, "sync", short, "Your other machines, through this folder.", how)


def stepped(now: Settings, key: str, by: int, themes: Sequence[str]) -> Settings:
    """Return the settings with one of them a step further, or a step back below zero."""
    own = now.preferences
    match key:
        case "level":
            return structs.replace(now, level=_next(list(Level), now.level, by))
        case "ask_first":
            return structs.replace(now, ask_first=_next([None, True, False], now.ask_first, by))
        case "unit":
            return structs.replace(now, unit=_next(list(Unit), now.unit, by))
        case "lead_in_s":
            step = (own.lead_in_s // _LEAD_IN_STEP_S + by) * _LEAD_IN_STEP_S
            return _with(now, lead_in_s=max(0, min(LONGEST_LEAD_IN_S, step)))
        case "volume":
            return _with(now, volume=max(0, min(LOUDEST, own.volume + by)))
        case "theme":
            return _with(now, theme=_next(list(themes), _theme(now, themes), by))
        case "glyphs":
            return _with(now, glyphs=_next(get_args(Glyphs), own.glyphs, by))
        case "sound" | "voice" | "awake" | "motion" | "plain":
            return _with(now, **{key: not getattr(own, key)})
    return now


def choices(now: Settings, key: str, themes: Sequence[str]) -> dict[str, Settings]:
    """Return what can be chosen for a setting that turns, as it is shown, each with what it sets.

    They are in the order in which the arrows go through them, and what is set now is one of them.
    """
    first = {"level": next(iter(Level)), "ask_first": None}
    if key in first:
        now = structs.replace(now, **{key: first[key]})
    found: dict[str, Settings] = {}
    while True:
        shown = next(each.shown for each in setting_lines(now, {}, themes) if each.key == key)
        if shown in found:
            return found
        found[shown] = now
        now = stepped(now, key, 1, themes)


def typed(now: Settings, key: str, text: str) -> Settings:
    """Return the settings with one of them as it was typed.

    Raises:
        Refused: it cannot be; the text says what could.
    """
    if key == "weights":
        return structs.replace(now, weights=weights_typed(text, now.unit, now.weights))
    if key == "bar":
        return structs.replace(now, bar=bar_typed(text, now.unit))
    highest = {"lead_in_s": LONGEST_LEAD_IN_S, "volume": LOUDEST}[key]
    number = with_digits(text).strip().removesuffix("s").strip()
    if not number.isascii() or not number.isdecimal() or int(number[:9]) > highest:
        raise Refused(f"{text.strip() or 'Nothing'} is not a whole number from 0 to {highest}")
    return _with(now, **{key: int(number)})


def is_typed(key: str) -> bool:
    """Whether a setting is typed rather than turned."""
    return key in ("weights", "bar", "lead_in_s", "volume")


def _with(now: Settings, **changed: Any) -> Settings:
    return structs.replace(now, preferences=structs.replace(now.preferences, **changed))


def _next(choices: Sequence[Any], now: Any, by: int) -> Any:
    at = choices.index(now) if now in choices else 0
    return choices[(at + by) % len(choices)]


def _theme(now: Settings, themes: Sequence[str]) -> str:
    return now.preferences.theme or themes[0]


def _volume(volume: int) -> str:
    return f"{'▮' * volume}{'▯' * (LOUDEST - volume)} {volume}"


def _choice(key: str, name: str, value: str, what: str) -> SettingLine:
    how = named(_TO_CHOOSE) if key in TRAINS else f"{named(_TURN)} takes another"
    return SettingLine(key, name, str(value), what, how, turns=True)


def _number(key: str, name: str, value: str, what: str, most: int) -> SettingLine:
    how = named("{settings.less}{settings.more} less, more; a digit or {settings.enter} types it")
    how += f", 0 to {most}"
    return SettingLine(key, name, value, what, how, turns=True)


def _yes(key: str, name: str, value: bool, what: str) -> SettingLine:
    how = f"{named(_TURN)} turns it {'off' if value else 'on'}"
    return SettingLine(key, name, "on" if value else "off", what, how, turns=True)
