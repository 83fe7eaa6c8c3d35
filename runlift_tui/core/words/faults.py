"""What is wrong with something that was typed or written: where, and in which words."""

from collections.abc import Iterator
from typing import NamedTuple

from runlift_tui.core.words.possible import LONGEST_TEXT, too_long

Place = tuple[str | int, ...]
"""Keys and places in lists, as the text form of a thing has them: `("blocks", 0, "name")`."""


class Fault(NamedTuple):
    """One thing that cannot work."""

    where: Place
    """Empty for the thing as a whole."""
    what: str
    """In words, without a full stop; it may hold what the athlete typed."""

    @property
    def place(self) -> str:
        """Where it is, as one writes it: "blocks[1].slots[0].rest"."""
        return written(self.where)


class WordsFault(Fault):
    """Words that are missing, too long or too many: what has them is odd to read, and works."""


def written(where: Place) -> str:
    """Return a place as one writes it: "blocks[1].slots[0].rest"."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in where)
    return "".join(parts).removeprefix(".")


def text_faults(where: Place, text: str, most: int, *, empty: bool = False) -> Iterator[Fault]:
    """Yield what is wrong with a line of text.

    Args:
        where: Its place.
        text: What was typed.
        most: How many characters it may have.
        empty: Whether it may be left empty.
    """
    if len(text) > LONGEST_TEXT:
        yield Fault(where, too_long(text))
    elif not text.strip():
        if text or not empty:
            yield WordsFault(where, "it is empty")
    elif len(text) > most:
        yield WordsFault(where, f"it has {len(text)} characters, and {most} is the most")


class Refused(Exception):
    """A command that cannot be carried out; its text says why, for the athlete's eyes."""


NONSENSE = (ValueError, OverflowError)
"""What is no such thing is a ValueError to msgspec, and some numbers overflow."""
