"""The looks: for a dark room, for daylight, for weak eyes, for colour-blind ones, and Textual's.

Every colour of a state reaches 7:1 against the stage, every text 4.5:1; the tests compute both for
every theme that is offered. A theme of Textual's knows no states and not always such contrast: it
is made readable here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

if TYPE_CHECKING:
    from runlift_tui.looks.contrast import Colour

DARK = Theme(
    name="runlift-dark",
    dark=True,
    primary="#7FC4E8",
    secondary="#A9B4C0",
    accent="#FFB37A",
    success="#7FD8A0",
    warning="#F2C14E",
    error="#FF8A80",
    background="#0E1216",
    surface="#0E1216",
    panel="#171D23",
    foreground="#DDE3E8",
    variables={
        "work": "#FFB07C",
        "rest": "#7CC7F0",
        "priming": "#C9A8FF",
        "hold": "#7EDCA2",
        "overtime": "#F5CB5C",
        "paused": "#AEB7C0",
        "alarm": "#FF9389",
        "quiet": "#8C98A4",
        "on-state": "#0E1216",
    },
)
"""Calm and dark: what a sports watch shows at night."""

LIGHT = Theme(
    name="runlift-light",
    dark=False,
    primary="#0B5C85",
    secondary="#4E5964",
    accent="#8C3A0B",
    success="#125C36",
    warning="#6E4A00",
    error="#A3161A",
    background="#F6F4EF",
    surface="#F6F4EF",
    panel="#E9E6DF",
    foreground="#20262C",
    variables={
        "work": "#8F3408",
        "rest": "#0B5078",
        "priming": "#5B2FA3",
        "hold": "#0F5732",
        "overtime": "#6B4600",
        "paused": "#4A535C",
        "alarm": "#A3161A",
        "quiet": "#5D6771",
        "on-state": "#F6F4EF",
    },
)
"""Paper by daylight."""

HIGH_CONTRAST = Theme(
    name="runlift-high-contrast",
    dark=True,
    primary="#8FDCFF",
    secondary="#E0E0E0",
    accent="#FFC27A",
    success="#7DFFA8",
    warning="#FFEB57",
    error="#FFA3A3",
    background="#000000",
    surface="#000000",
    panel="#1C1C1C",
    foreground="#FFFFFF",
    variables={
        "work": "#FFB35C",
        "rest": "#66D5FF",
        "priming": "#E2BAFF",
        "hold": "#6CFF9C",
        "overtime": "#FFEB57",
        "paused": "#E0E0E0",
        "alarm": "#FFA3A3",
        "quiet": "#D0D0D0",
        "on-state": "#000000",
    },
)
"""Black and bright: figures reach 10:1, texts 7:1."""

COLOUR_BLIND = Theme(
    name="runlift-colour-blind",
    dark=True,
    primary="#8FB4FF",
    secondary="#A9B4C0",
    accent="#E0950F",
    success="#77E191",
    warning="#E2FC54",
    error="#FF9389",
    background="#0B0E12",
    surface="#0B0E12",
    panel="#151A20",
    foreground="#E3E7EB",
    variables={
        "work": "#E0950F",
        "rest": "#9398FF",
        "priming": "#FFBAFA",
        "hold": "#77E191",
        "overtime": "#E2FC54",
        "paused": "#AEB7C0",
        "alarm": "#FF9389",
        "quiet": "#929EAA",
        "on-state": "#0B0E12",
    },
)
"""States far apart in every common kind of colour blindness, by light as much as by hue."""

THEMES = (DARK, LIGHT, HIGH_CONTRAST, COLOUR_BLIND)
"""Our own, the first one the default."""
STATE_COLOURS = ("work", "rest", "priming", "hold", "overtime", "paused", "alarm")
"""Variables that colour figures, one a state; `alarm` is NOT SAVED."""
UNREADABLE = ("ansi-dark", "ansi-light")
"""Themes of Textual's in the terminal's own colours, of which nobody can know the contrast."""

_OWN = {theme.name: theme for theme in THEMES}
_TAKEN_OVER: dict[str, Theme] = {}


def offered() -> tuple[str, ...]:
    """Return the names of all themes that an athlete can choose, our own first."""
    return (*_OWN, *sorted(name for name in BUILTIN_THEMES if name not in UNREADABLE))


def find(name: str) -> Theme | None:
    """Return a theme that is offered, made readable; None where there is none of that name."""
    if name in _OWN:
        return _OWN[name]
    if name not in BUILTIN_THEMES or name in UNREADABLE:
        return None
    if name not in _TAKEN_OVER:
        _TAKEN_OVER[name] = taken_over(BUILTIN_THEMES[name])
    return _TAKEN_OVER[name]


def why_not(name: str) -> str:
    """Return that there is no theme of a name, with the nearest one; empty where there is one."""
    if find(name) is not None:
        return ""
    from runlift_tui.core.words.nearest import meant
    from runlift_tui.core.words.spelling import shown

    return f"there is no theme {shown(name)}{meant(name, offered())}"


def taken_over(theme: Theme) -> Theme:
    """Return a theme of Textual's with colours for our states, and contrast enough for its text.

    Hues of states are ours, so that a hold is green in every theme; what is too faint on the
    theme's grounds moves towards white or black until it can be read.
    """
    from runlift_tui.looks.contrast import FIGURES, TEXT, Colour, readable

    given = theme.to_color_system().generate()
    stage = _colour(given["background"])
    grounds = (stage, _colour(given["surface"]), _colour(given["panel"]))
    ours = DARK if theme.dark else LIGHT
    states = {
        name: str(readable(Colour.of(ours.variables[name]), (stage,), FIGURES))
        for name in STATE_COLOURS
    }
    quiet = _colour(given["foreground"]).towards(stage, 0.35)
    return replace(
        theme,
        primary=str(readable(_colour(theme.primary), grounds, TEXT)),
        foreground=str(readable(_colour(given["foreground"]), grounds, TEXT)),
        background=str(stage),
        surface=str(grounds[1]),
        panel=str(grounds[2]),
        variables={
            **theme.variables,
            **states,
            "quiet": str(readable(quiet, grounds, TEXT)),
            "on-state": str(stage),
        },
    )


def without_colour(theme: Theme) -> Theme:
    """Return a theme in greys that are as bright as its colours, for NO_COLOR."""
    given = theme.to_color_system().generate()
    return replace(
        theme,
        primary=_grey(given["primary"]),
        secondary=_grey(given["secondary"]),
        accent=_grey(given["accent"]),
        success=_grey(given["success"]),
        warning=_grey(given["warning"]),
        error=_grey(given["error"]),
        background=_grey(given["background"]),
        surface=_grey(given["surface"]),
        panel=_grey(given["panel"]),
        foreground=_grey(given["foreground"]),
        variables={
            name: _grey(text) if text.startswith("#") else text
            for name, text in theme.variables.items()
        },
    )


def _grey(text: str) -> str:
    """Return a colour's grey, as solid as it was: "#949CBB 30%" and "#689d6a40" are thin."""
    colour, *share = text.split()
    solid = Color.parse(colour)
    thin = f"{round(255 * solid.a):02X}" if solid.a < 1 else ""
    return " ".join((f"{_colour(colour).grey()}{thin}", *share))


def _colour(text: str) -> Colour:
    from runlift_tui.looks.contrast import Colour

    return Colour(*Color.parse(text).rgb)
