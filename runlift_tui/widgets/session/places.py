"""Where the parts of the session screen stand in a window of any size. No widgets here.

What goes first where it is short: empty rows, what was before, the cue, the bar, the figure, the
letters beside the number, those of the heading. Number or clock, values and keys go never.
"""

from functools import lru_cache

from msgspec import structs
from textual.geometry import Region

from runlift_tui.core.face.shapes import Scene
from runlift_tui.widgets.large.glyphs import gap_for, text_width
from runlift_tui.widgets.large.lettering import lettered_width, rows_for
from runlift_tui.widgets.session.frame import (
    LETTERS,
    NOWHERE,
    WIDE,
    Frame,
    Needs,
    PartPlaces,
    RightColumn,
    column_of,
    frame_of,
    heading_rows,
    rows_of,
)
from runlift_tui.widgets.session.rest_places import resting

_LONGEST_SIDE = "RIGHT"
_SIDE_SHARE = 0.56
"""How much of the rows of a lead-in is the side's."""
_APART = 3
"""Columns between a side and how long it will be held."""
_BESIDE = 40
"""Columns that words in letters take beside a number at least: `RIGHT FIRST`."""
_BESIDE_IN_CELLS = 20
_LEAST_HELD = 6
"""Rows of the seconds of a hold at the least, before how a side works is said in cells."""
_LEAST_BEFORE, _NOTE_AIR = 28, 8
"""Columns of what was before at the least, and those that wrapping may waste in a note's row."""
_BEFORE = 63
"""Column from which what was before stands, or later where the number reaches further."""


@lru_cache(maxsize=32)
def places(needs: Needs, width: int, height: int) -> PartPlaces:
    """Return where everything stands in a window of so many cells, at least 60 by 16."""
    frame = frame_of(needs, width, height)
    match needs.scene:
        case Scene.REST:
            return resting(needs, frame)
        case Scene.LEAD_IN if not frame.low:
            return _lead_in(needs, frame)
        case Scene.LEAD_IN | Scene.HOLD:
            return _hold(needs, frame)
    return _work(needs, frame)


def _work(needs: Needs, frame: Frame) -> PartPlaces:
    cue, end = frame.up(4, 4, 10, 9), frame.up(4, 4, 11, 10)
    above = 3 if frame.high else 2 if frame.tall else 1
    below = 2 if frame.high else int(not frame.low)
    first = frame.top + above
    column = column_of(needs, frame, frame.chips + 2 * frame.tall, end, first)
    under = frame.up(3, 3, 8, 7)
    rows = frame.keys().y - 1 - under if frame.tall else 1 + needs.noted
    values = frame.row(under, rows)
    clock = 13 if frame.width >= WIDE else 5
    if needs.cue > frame.full - clock - 1:
        clock = 0
    found = PartPlaces(
        strip=frame.strip,
        heading=frame.heading,
        chips=_chips(frame, column),
        figure=column.figure,
        how=column.how,
        cue=frame.row(cue, width=frame.full - clock - bool(clock)),
        clock=Region(frame.pad + frame.full - clock, cue, clock, 1),
        values=values,
        keys=frame.keys(),
    )
    beside = rows_of(needs.big, end - below - first, column.left - _BESIDE)
    room = end - first - 1 - 2 * LETTERS
    under = rows_of(needs.big, room, column.left - _BESIDE_IN_CELLS)
    if frame.low or beside >= under:
        found = _abreast(found, needs, frame, column, first, beside)
    else:
        found = _over(found, needs, frame, column, first, under)
    if frame.tall and frame.width >= WIDE and not needs.noted:
        x = max(found.beside.x, _BEFORE)
        if needs.notes > (x - frame.pad - 3 - _NOTE_AIR) * (values.height - 1):
            # What was before goes to the right as far as it can, before a note is cut.
            x = max(x, frame.width - frame.pad - max(_LEAST_BEFORE, needs.before))
        before = Region(x, values.y, frame.width - frame.pad - x, values.height)
        found = structs.replace(
            found, before=before, values=frame.row(values.y, values.height, width=x - frame.pad - 3)
        )
    return found


def _chips(frame: Frame, column: RightColumn) -> Region:
    beside = column.figure.height and column.figure.y <= frame.chips
    return frame.row(frame.chips, width=column.left if beside else frame.full)


def _abreast(
    found: PartPlaces, needs: Needs, frame: Frame, column: RightColumn, y: int, rows: int
) -> PartPlaces:
    """Return the places with the words beside the number."""
    wide = text_width(needs.big, rows)
    x = frame.pad + wide + max(3, 2 * rows // 5)
    beside = Region(x, y, max(0, frame.pad + column.left - x), rows)
    return structs.replace(found, number=frame.row(y, rows, width=wide), beside=beside)


def _over(
    found: PartPlaces, needs: Needs, frame: Frame, column: RightColumn, y: int, rows: int
) -> PartPlaces:
    """Return the places with what is said in letters under the number."""
    wide = text_width(needs.big, rows)
    x = frame.pad + wide + gap_for(rows)
    free = needs.bare * LETTERS
    under = y + rows + 1 + free
    return structs.replace(
        found,
        number=frame.row(y, rows, width=wide),
        beside=Region(x, y, max(0, frame.pad + column.left - x), rows + 1 + free),
        under=frame.row(under, 2 * LETTERS - free, width=column.left),
    )


def _lead_in(needs: Needs, frame: Frame) -> PartPlaces:
    bar, cue = frame.up(0, 4, 7, 7), frame.up(0, 3, 5, 5)
    if needs.cue > frame.full and not frame.tall:
        bar, cue = bar - 1, cue - 1
    end, first = frame.up(0, 4, 8, 8), frame.top + 1
    ground = end - (2 if frame.high else 1 if frame.tall else 0)
    column = column_of(needs, frame, frame.chips + 2 * frame.tall, ground, first)
    rows = end - frame.top - (2 if frame.tall else 3)
    letters = heading_rows(frame.width, frame.height)
    asked = rows_for(needs.count, column.left, letters)
    counted = lettered_width(needs.count, asked) if asked else 0
    # Beside the side stands how long it will be held; without sides above what leads to it.
    free = column.left - (counted + _APART if counted else 0)
    side = rows_of(_LONGEST_SIDE, round(_SIDE_SHARE * rows), free) if needs.word else 0
    below = first + side + 1 if side else first
    target = frame.row(first, asked, width=counted)
    if side:
        free = text_width(_LONGEST_SIDE, side)
        target = target.translate((free + _APART, max(0, side - asked)))
    letters = rows_for(needs.lead, column.left, letters)
    lead = frame.row(below, letters, width=lettered_width(needs.lead, letters or LETTERS))
    taken = max(lead.width, 0 if side else counted)
    x = frame.pad + taken + (2 if taken else 0)
    left = frame.pad + column.left - x
    number = rows_of(needs.big, rows - side if side else rows, left)
    if not side and number < asked + lead.height:
        target = NOWHERE
    return PartPlaces(
        strip=frame.strip,
        heading=frame.heading,
        chips=_chips(frame, column),
        word=frame.row(first, side, width=free),
        target=target,
        # On one line with the number, as words and figures stand on one anywhere.
        lead=lead.translate((0, max(0, number - lead.height))),
        number=Region(x, below, left, number),
        figure=column.figure,
        how=column.how,
        bar=frame.row(bar, width=column.left),
        cue=frame.row(cue, 2),
        keys=frame.keys(),
    )


def _hold(needs: Needs, frame: Frame) -> PartPlaces:
    first, end = frame.top + 1, frame.up(3, 8, 9, 10)
    ground = frame.up(3, 4, 9, 10)
    column = column_of(needs, frame, frame.chips + 2 * frame.tall, ground, first)
    words = max(_BESIDE_IN_CELLS + 10 * frame.tall, needs.stands + max(3, gap_for(end - first)))
    rows = rows_of(needs.big, end - first, column.left - words)
    if needs.word:
        wide = max(words, lettered_width(needs.word, LETTERS) + 3)
        beside = rows_of(needs.big, end - first, column.left - wide)
        rows = beside if beside >= _LEAST_HELD else rows
    wide = text_width(needs.big, rows)
    x = frame.pad + wide + max(3, gap_for(rows))
    air = 3 if frame.tall else 1
    below = max(rows, end - first) if needs.word else rows
    return PartPlaces(
        strip=frame.strip,
        heading=frame.heading,
        chips=_chips(frame, column),
        number=frame.row(first, rows, width=wide),
        beside=Region(x, first + air, max(0, frame.pad + column.left - x), max(0, below - air)),
        figure=column.figure,
        how=column.how,
        bar=NOWHERE if frame.low else frame.row(frame.up(0, 5, 8, 9), width=column.left),
        cue=frame.row(frame.up(3, 3, 6, 7), 2 if needs.cue > frame.full else 1),
        keys=frame.keys(),
    )
