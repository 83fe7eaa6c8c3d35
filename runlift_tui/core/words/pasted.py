"""What comes in one piece from elsewhere, and the lines in it that a field can take."""

from runlift_tui.core.words.text import safe_text

LOOKED_AT = 20_000
"""How many letters of a pasted piece are looked at; a field takes a hundredth of them."""
OFFERED = 200
_OF_NUMBERS = "0123456789.,"


def pasted_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text that say something, each without effect where it is shown.

    Args:
        text: As it came, of any length; what stands behind `LOOKED_AT` letters is not looked at.

    Returns:
        At most `OFFERED` lines, none of them empty, with no space around them.
    """
    lines = (safe_text(line).strip() for line in text[:LOOKED_AT].splitlines())
    return tuple(line for line in lines if line)[:OFFERED]


def left_out(line: str, room: int) -> str:
    """Return what to say of a line that a field has no room for; empty where all of it fits.

    Args:
        line: What is to go in.
        room: How many letters more the field takes.
    """
    if len(line) <= room:
        return ""
    if room <= 0:
        return "This line is full: nothing of what was pasted fits."
    return f"Only the first {room} letters of what was pasted fit here."


def fitting(line: str, room: int) -> str:
    """Return as much of a line as there is room for, and no part of a number: that is another one.

    Args:
        line: What was pasted.
        room: Letters that it may have.
    """
    kept, rest = line[: max(0, room)], line[max(0, room) :]
    return kept.rstrip(_OF_NUMBERS) if rest[:1] in _OF_NUMBERS and rest else kept
