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
    Mark.RAMP: Piece("▲", "mark"),
}


def squares(rounds: Rounds, width: int) -> Pieces:
    """Return the rounds as squares, in groups while those fit into `width` cells.

    An empty round stands between two blocks, which are further apart.

    Where not even the squares alone fit, nothing is returned: half a session would be a lie.
    """
    grouped = _row(rounds, " ")
    if sum(len(piece.text) for piece in grouped) <= width:
        return grouped
    plain = _row(rounds, "")
    return plain if sum(len(piece.text) for piece in plain) <= width else ()


def _row(rounds: Rounds, gap: str) -> Pieces:
    runs: list[tuple[str, Tone]] = []
    apart = ""
    for marks in rounds:
        shown = [_SHAPES[mark] for mark in marks if mark is not Mark.NONE]
        if not shown:
            # Two blocks are as far apart as two rounds and one more.
            apart += gap if runs and not marks else ""
            continue
        for piece in (Piece(apart), *shown):
            if piece.text and runs and runs[-1][1] == piece.tone:
                runs[-1] = (runs[-1][0] + piece.text, piece.tone)
            elif piece.text:
                runs.append(piece)
        apart = gap
    return tuple(Piece(*run) for run in runs)
