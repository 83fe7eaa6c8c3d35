"""The last line: the few keys that matter now."""

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.face import KeyFace
from runlift_tui.core.text import safe_text
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, cut, width_of


class KeyClicked(Message):
    """A key of the last line was clicked: as good as pressed."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        """As it is printed."""


class KeysLine(Part):
    """Keys and what they do, most needed first; a narrow window drops them from the right."""

    DEFAULT_CSS = "KeysLine { height: 1; width: 1fr; }"

    keys: var[tuple[KeyFace, ...]] = var((), init=False)

    def watch_keys(self) -> None:
        """Show the new keys."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the keys that fit; the first one always stays."""
        found: list[Piece] = []
        for number, pieces in enumerate(_key(face, first=not n) for n, face in self._numbered()):
            gap = Piece("   ") if number else Piece("")
            if number and width_of([*found, gap, *pieces]) > width:
                break
            found += [gap, *pieces]
        return [cut(found, width)]

    def _numbered(self) -> list[tuple[int, KeyFace]]:
        return list(enumerate(self.keys))

    def on_click(self, event: Click) -> None:
        """Say which key was clicked."""
        x = 0
        for number, face in self._numbered():
            end = x + (3 if number else 0) + width_of(_key(face, first=not number))
            if event.x < end <= self.size.width:
                self.post_message(KeyClicked(face.key))
                return
            x = end


def _key(face: KeyFace, *, first: bool) -> Pieces:
    key, word = safe_text(face.key), safe_text(face.word)
    if first:
        return (Piece(f" {key} ", "chip"), Piece(f" {word}", "strong"))
    return (Piece(key, "strong"), Piece(f" {word}", "quiet"))
