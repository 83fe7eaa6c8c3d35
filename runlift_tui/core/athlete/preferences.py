"""The few things about the program itself that an athlete may want otherwise."""

from typing import Literal

from msgspec import Struct

from runlift_tui.core.words.possible import LeadIn, Text, Volume

Glyphs = Literal["auto", "full", "ascii"]


class Preferences(Struct, frozen=True, kw_only=True):
    """How RunLift behaves; every default is our own choice."""

    lead_in_s: LeadIn = 10
    """Seconds from the key to the hold, 0 to `LONGEST_LEAD_IN_S`."""
    sound: bool = True
    volume: Volume = 7
    """Of sounds and voice, 0 to `LOUDEST`."""
    voice: bool = False
    """Whether exercise, side and target are spoken."""
    awake: bool = True
    """Whether the laptop is kept awake while a session runs."""
    motion: bool = True
    """Whether figures move and cues flash."""
    theme: Text = ""
    """Name of the theme; empty for RunLift's own."""
    plain: bool = False
    """Whether a session is trained in plain lines in the place of the screen."""
    glyphs: Glyphs = "auto"
    """What the screen is drawn with; `auto` is all there is where the terminal is known to lack
    nothing, else ASCII."""
