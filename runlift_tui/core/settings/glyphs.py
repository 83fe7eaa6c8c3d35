"""Which glyphs a terminal is given: by the setting, else by what is known of it."""

import re
from collections.abc import Mapping

from msgspec import Struct

from runlift_tui.core.athlete.preferences import Glyphs

_CONSOLES = re.compile(r"(screen\.)?(linux|vt[1-5]\d\d|cons25|wsvt25|ansi)([-.].*)?", re.ASCII)
"""Values of TERM of terminals whose fonts are known to lack most of what is drawn; GNU screen puts
its own name before that of the terminal that it is in."""
_UNICODE = ("utf8", "cp65001")


class Look(Struct, frozen=True):
    """Which look a terminal is given."""

    is_ascii: bool
    why: str
    """In a few words; empty for the full look that nothing speaks against."""
    by_itself: bool = True
    """Whether no setting decided it."""


def look(wanted: Glyphs, environ: Mapping[str, str], encoding: str) -> Look:
    """Return which look is used, and why.

    Args:
        wanted: What the setting says.
        environ: The environment, for TERM.
        encoding: The terminal's, as the system names it.
    """
    if wanted != "auto":
        return Look(wanted == "ascii", "the setting glyphs says so", by_itself=False)
    term = environ.get("TERM", "")
    if _CONSOLES.fullmatch(term):
        return Look(True, f"fonts of TERM={term} lack half blocks and Braille")
    if encoding.replace("-", "").replace("_", "").lower() not in _UNICODE:
        return Look(True, f"the encoding is {encoding}")
    return Look(False, "")


def encoding_of(stream: object) -> str:
    """Return the encoding of what the screen goes out through."""
    return getattr(stream, "encoding", None) or "utf-8"
