"""The last line: the few keys that matter now."""

from collections.abc import Sequence

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, width_of

_GAP, _NARROW_GAP = 3, 2
"""Cells between two keys, and where more of them have room so."""
_FIRST_PAD = 1
"""Cells before the first key, which stands on a ground of its own."""
_NEAR = 1
"""So many cells beside a key that stands among others are still meant for it."""


class KeyClicked(Message):
    """A key of the last line was clicked: as good as pressed."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        """As Textual names it."""


_STAY = frozenset({"escape", "?", "F1"})
"""The way back and the way to all keys: the last that a narrow window drops."""


class KeysLine(Part):
    """Keys and what they do, most needed first; a narrow window drops them from the right.

    The first one always stays, and the ways out and to all keys as long as they can.
    """

    DEFAULT_CSS = "KeysLine { height: 1; width: 1fr; }"

    keys: var[tuple[KeyFace, ...]] = var((), init=False)

    away: var[bool] = var(False, init=False)
    """Whether a page stands over it, with keys of its own: none of these works then."""

    def watch_keys(self) -> None:
        """Show the new keys."""
        self.redraw()

    def watch_away(self) -> None:
        """Show no keys, or show them again."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the keys that fit."""
        if self.away:
            return []
        found: list[Piece] = []
        between = self._gap(width)
        for number, face in enumerate(self._fitting(width)):
            gap = Piece(" " * between) if number else Piece("")
            found += [gap, *_key(face, first=not number)]
        return [cut(found, width)]

    def _gap(self, width: int) -> int:
        """Return the cells between two keys: fewer where more of them have room so."""
        wide, narrow = (self._held(width, gap) for gap in (_GAP, _NARROW_GAP))
        return _NARROW_GAP if len(narrow) > len(wide) else _GAP

    def _fitting(self, width: int) -> list[KeyFace]:
        """Return the keys that a width holds, in their order."""
        return self._held(width, self._gap(width))

    def _held(self, width: int, gap: int) -> list[KeyFace]:
        found = list(self.keys)
        while len(found) > 1 and _width(found, gap) > width:
            gone = [n for n, face in enumerate(found) if n and face.key not in _STAY]
            del found[gone[-1] if gone else -1]
        return found

    def on_click(self, event: Click) -> None:
        """Say which key was clicked."""
        x = 0
        gap = self._gap(self.size.width)
        for number, face in enumerate(self._fitting(self.size.width)):
            end = x + (gap if number else 0) + width_of(_key(face, first=not number))
            if event.x < end <= self.size.width:
                key = key_at(face.key, event.x - x - (gap if number else _FIRST_PAD))
                if key:
                    self.post_message(KeyClicked(key))
                return
            x = end


def _width(faces: Sequence[KeyFace], gap: int) -> int:
    """Return the cells that keys take beside each other."""
    words = sum(width_of(_key(face, first=not n)) for n, face in enumerate(faces))
    return words + gap * (len(faces) - 1)


def key_at(printed: str, x: int) -> str:
    """Return the key that a click is meant for, as Textual names it, or an empty text for none.

    Args:
        printed: One key, or a few as in `+ -`, `0-9 ↑↓`, which stand before their word.
        x: Cells from their first one.
    """
    from runlift_tui.core.keys.key_names import key_name

    found: list[tuple[int, str]] = []
    start = 0
    for part in printed.split(" "):
        whole, signs = key_name(part), [key_name(sign) for sign in part]
        if whole:
            found.append((start, whole))
        elif all(signs) and not any(sign.isalnum() for sign in part):
            found += [(start + place, name) for place, name in enumerate(signs) if name]
        start += len(part) + 1
    if len(found) == 1 and " " not in printed:
        return found[0][1]
    near = [(abs(x - at), key) for at, key in found if abs(x - at) <= _NEAR]
    return min(near)[1] if near else ""


def _key(face: KeyFace, *, first: bool) -> Pieces:
    key, word = safe_text(face.key), safe_text(f" {face.word}" if face.word else "")
    # A digit that comes first is one answer among others, not the one that is expected.
    if first and not key.isdigit():
        return (Piece(f" {key} ", "chip"), Piece(word, "strong"))
    return (Piece(key, "strong"), Piece(word, "quiet"))
