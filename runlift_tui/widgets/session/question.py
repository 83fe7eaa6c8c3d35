"""A question under or beside the number: bold in the state's colour, an answer a row."""

from msgspec import structs
from textual.events import Click

from runlift_tui.core.face.shapes import AskedFace, SessionFace
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.large.lettering import ROWS, letter_lines, rows_for
from runlift_tui.widgets.lines.keys import KeyClicked, key_at

_SMALLER = ROWS[-1]
"""Rows of the letters that are there at the least."""
_BEFORE = 1
"""Columns in front of an answer's key, and between it and its word."""


class Question(Part):
    """The question, and its answers as far as they fit; a tap on a row is as good as its key."""

    asked: AskedFace | None = None

    def show(self, asked: AskedFace | None) -> None:
        """Show a question, or none."""
        if asked != self.asked:
            self.asked = asked
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows, with an empty one between them where there is room."""
        return [row for row, _, _ in self._laid(width, height)]

    def _laid(self, width: int, height: int) -> list[tuple[Pieces, KeyFace | None, int]]:
        """Return each row, the answer in it, and the column where its keys begin."""
        if self.asked is None:
            return []
        head: list[tuple[Pieces, KeyFace | None, int]] = [
            (each, None, 0) for each in _head(self.asked, width)
        ]
        answers = [
            [(row, face, _BEFORE + 1) for row in _answer(face, width)]
            for face in self.asked.answers
        ]
        least = len(head) + sum(map(len, answers))
        drawn = _large(self.asked, width, height - least)
        head = [*((each, None, 0) for each in drawn), *head]
        least += len(drawn)
        air: list[tuple[Pieces, KeyFace | None, int]] = [((), None, 0)]
        airy = least + len(answers) <= height
        above = air if least + airy * len(answers) < height else []
        found = [*above, *head]
        for rows in answers:
            found += [*(air if airy else ()), *rows]
        return found[:height]

    def on_click(self, event: Click) -> None:
        """Say which answer was tapped."""
        rows = self._laid(self.size.width, self.size.height)
        if event.y >= len(rows):
            return
        _, face, begins = rows[event.y]
        if face is None:
            return
        one = face.key.split(" ")
        key = key_at(face.key if len(one) > 1 else one[0], event.x - begins)
        if key:
            event.stop()
            self.post_message(KeyClicked(key))


def rows_of(asked: AskedFace, width: int) -> int:
    """Return how many rows a question and its answers take at the least, letters and all."""
    words = len(_head(asked, width)) + sum(len(_answer(face, width)) for face in asked.answers)
    return words + len(_large(asked, width, _SMALLER))


def unasked(face: SessionFace) -> SessionFace:
    """Return a face whose question stands under the number, with what it would hide elsewhere."""
    asked = face.asked
    if asked is None:
        return face
    return structs.replace(face, flash="", own=asked.own, fields=asked.fields, keys=asked.keys)


def _large(asked: AskedFace, width: int, height: int) -> list[Pieces]:
    """Return the rows of what is asked about in letters; none where they have no room."""
    rows = rows_for(asked.large, width, height)
    return letter_lines(asked.large, rows, "figure") if rows else []


def _head(asked: AskedFace, width: int) -> list[Pieces]:
    return [(Piece(row, "mark"),) for row in wrapped(safe_text(asked.question), max(1, width))]


def _answer(face: KeyFace, width: int) -> list[Pieces]:
    key = safe_text(face.key)
    edge = _BEFORE + len(key) + 2
    chip = (Piece(" " * _BEFORE), Piece(f" {key} ", "chip"))
    rows = wrapped(safe_text(face.word), max(8, width - edge - _BEFORE))
    space = " " * _BEFORE
    return [
        (*(chip if not n else (Piece(" " * edge),)), Piece(f"{space}{row}"))
        for n, row in enumerate(rows)
    ]
