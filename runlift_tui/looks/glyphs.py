"""Which glyphs the screen is drawn with: all of them, or ASCII and the letters of names alone.

A screen is drawn once, with every glyph. Where a terminal has not got them, what goes out to it is
put into ASCII, cell by cell and as wide as before: so nothing that is drawn later can slip past.
Only letters three rows high are drawn anew, as no cell of them by itself says what it belongs to.

The glyph tables of Debian's console-setup 1.221 (Lat15, Lat2, Lat7 and Uni2 in Fixed, Terminus and
VGA of 16 rows) have `█ ■ ▮ ▲ ▸ ● ─ ━ ┄ · × – … ← ↑ → ↓`, and none of `▀ ▄ ▌ ▐`, the eighths, the
quadrants, Braille, `□ ▣ ▪ ▯ ◆ ○ ★`; but for Uni2-Terminus they have no `↔ ↕` either. Its fonts for
Cyrillic and for all of Asia have the halves, and neither eighths nor quadrants nor Braille. The
kernel's own font is code page 437. ASCII is what all of them share.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual._context import active_app
from textual.app import App

from runlift_tui.core.athlete.preferences import Glyphs

ASCII = "-ascii"
"""The class of an app whose screen goes out in ASCII."""
_NO_BLOCKS = "-no-blocks"
"""The class of an app whose terminal is known to have no half blocks and no Braille."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")

_TWINS = dict(
    pair.split(" ")
    for pair in (
        *("█ #", "▛ #", "▜ #", "▙ #", "▟ #", "▆ #", "▇ #", "▅ #", "▉ #", "▊ #", "▋ #"),
        *('▀ "', "▄ _", "▁ _", "▂ _", "▃ _", "▔ -", "▌ |", "▐ |", "▍ |", "▎ |", "▏ ]", "▕ ["),
        *("▘ '", "▝ '", "▖ .", "▗ .", "▞ /", "▚ \\", "░ .", "▒ :", "▓ #"),
        *("■ #", "▣ @", "□ -", "▪ +", "▮ #", "▯ -", "▲ ^", "▸ >", "◆ +", "○ o", "● *", "★ *"),
        *("← <", "↑ ^", "→ >", "↓ v", "↔ -", "↕ |", "‹ <", "› >", "• *", "· ."),
        *("× x", "– -", "— -", "− -", "… .", "‘ '", "’ '", '“ "', '” "', "′ '", '″ "'),
        *("≈ ~", "≤ <", "≥ >", "± ~", "° o", "✓ +"),
    )
)
"""What stands in for a glyph, both one cell wide; `_of_a_kind` knows those that are many."""


def take_up(app: App[Any], wanted: Glyphs) -> None:
    """Have an app's screen go out as a setting says, from its next line on."""
    ascii_alone = wanted == "ascii" or (wanted == "auto" and app.has_class(_NO_BLOCKS))
    app.set_class(ascii_alone, ASCII, update=False)


def know_terminal(app: App[Any], *, has_blocks: bool) -> None:
    """Have an app know whether its terminal has the glyphs; `take_up` makes use of it."""
    app.set_class(not has_blocks, _NO_BLOCKS, update=False)


def is_ascii(app: App[Any]) -> bool:
    """Whether an app's screen goes out in ASCII."""
    return app.has_class(ASCII)


def ascii_now() -> bool:
    """Whether what is being drawn goes out in ASCII; outside of an app it does not."""
    app = active_app.get(None)
    return app is not None and is_ascii(app)


def in_ascii(text: str, has: Callable[[str], bool] = str.isascii) -> str:
    """Return a text, or what goes out to a terminal, in ASCII and as wide as it was.

    Letters stay where the terminal has them: they are the athlete's own names and notes. Nothing
    that steers a terminal is touched, as all of it is ASCII.

    Args:
        text: The text.
        has: Whether the terminal's encoding has a letter.
    """
    if text.isascii():
        return text
    return _NOT_ASCII.sub(lambda found: _run(found[0], has), text)


@lru_cache(maxsize=2048)
def _run(text: str, has: Callable[[str], bool]) -> str:
    """Return a run of characters, none of them ASCII, in as many cells as they took."""
    found = "".join(_twin(char, has) for char in text)
    # Signs that are joined into one are wider or narrower than the sum of them.
    return set_cell_size(found + "?" * (cell_len(text) - cell_len(found)), cell_len(text))


def _twin(char: str, has: Callable[[str], bool]) -> str:
    found = _TWINS.get(char) or _of_a_kind(char)
    if found:
        return found
    if char.isalpha() and has(char):
        return char
    base = unicodedata.normalize("NFKD", char)[:1]
    wide = cell_len(char)
    return base if base.isascii() and base.isprintable() and wide == 1 else "?" * wide


def _of_a_kind(char: str) -> str:
    """Return the twin of Braille or of a line; nothing for anything else."""
    code = ord(char)
    if 0x2800 <= code <= 0x28FF:
        upper, lower = ((code & half).bit_count() for half in (0x1B, 0xE4))
        few = ":" if upper and lower else "'" if upper else "." if lower else " "
        return "#" if upper + lower >= 6 else "+" if upper + lower >= 4 else few
    if 0x2500 <= code <= 0x257F:
        name = unicodedata.name(char)
        across = any(each in name for each in ("HORIZONTAL", "LEFT", "RIGHT"))
        along = any(each in name for each in ("VERTICAL", "UP", "DOWN"))
        if across and along:
            return "+"
        if across:
            bold = "HEAVY" in name or ("DOUBLE" in name and "DASH" not in name)
            return "." if "DASH" in name else "=" if bold else "-"
        return ":" if "DASH" in name else "|" if along else "+"
    return ""


@lru_cache(maxsize=8)
def having(encoding: str) -> Callable[[str], bool]:
    """Return whether an encoding has a letter."""

    def has(char: str) -> bool:
        try:
            char.encode(encoding)
        except (UnicodeError, LookupError):
            return False
        return True

    return has
