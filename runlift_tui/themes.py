"""The two looks: one for a dark room, one for daylight. States have colours of their own.

Every colour of a state reaches 7:1 against the stage, every text 4.5:1; the tests compute both.
"""

from textual.theme import Theme

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

THEMES = (DARK, LIGHT)
STATE_COLOURS = ("work", "rest", "priming", "hold", "overtime", "paused", "alarm")
"""Variables that colour figures, one a state; `alarm` is NOT SAVED."""
