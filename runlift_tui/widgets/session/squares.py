"""A whole session as a row of squares: one a set, grouped by round."""

from collections.abc import Sequence

from runlift_tui.core.face.shapes import Mark
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone

Rounds = Sequence[Sequence[Mark]]

_SHAPES: dict[Mark, Piece] = {
    Mark.DONE: Piece("■"),
    Mark.NOW: Piece("▣", "mark"),
    Mark.TODO: Piece("□", "quiet"),
    Mark.SKIPPED: Piece("×", "quiet"),
    Mark.NONE: Piece(""),
}


def squares(rounds: Rounds, width: int) -> Pieces:
    """Return the rounds as squares, in groups while those fit into `width` cells.

    Where not even the squares alone fit, nothing is returned: half a session would be a lie.
    """
    grouped = _row(rounds, " ")
    if sum(len(piece.text) for piece in grouped) <= width:
        return grouped
    plain = _row(rounds, "")
    return plain if sum(len(piece.text) for piece in plain) <= width else ()


def _row(rounds: Rounds, gap: str) -> Pieces:
    runs: list[tuple[str, Tone]] = []
    shown = [marks for marks in rounds if any(mark is not Mark.NONE for mark in marks)]
    for number, marks in enumerate(shown):
        for piece in [Piece(gap if number else ""), *(_SHAPES[mark] for mark in marks)]:
            if not piece.text:
                continue
            if runs and runs[-1][1] == piece.tone:
                runs[-1] = (runs[-1][0] + piece.text, piece.tone)
            else:
                runs.append(piece)
    return tuple(Piece(*run) for run in runs)
