"""Where a question stands: beside the number or under it, over nothing that stays."""

from msgspec import structs
from textual.geometry import Region

from runlift_tui.core.face.shapes import Scene
from runlift_tui.widgets.session.frame import LETTERS, NOWHERE, PartPlaces

_AIR = 1
"""Rows between a name in letters and a question under it."""


def with_question(
    found: PartPlaces,
    scene: Scene,
    rows: int,
    *,
    named: bool = True,
    wide: tuple[int, int] = (0, 0),
) -> PartPlaces | None:
    """Return the places with a question beside the number or under it; None without the room.

    In a rest what comes next stands over it, in letters where there is room, else in a row.

    Args:
        found: Where everything stands without it.
        scene: What stands there.
        rows: How many the question and its answers take, in `question_width` columns.
        named: Whether there has to be room for what comes next.
        wide: Columns of its call in one row of letters and in two; 0 where it has none.
    """
    if scene in (Scene.LEAD_IN, Scene.HOLD):
        return None
    beside = found.beside
    if scene is Scene.WORK and not found.under.area and beside.height >= rows:
        return structs.replace(found, question=beside, beside=NOWHERE)
    end = found.values.y if scene is Scene.REST else found.cue.y
    under = found.number.bottom
    tops = (found.bar.bottom, found.bar.y, under) if scene is Scene.REST else (under,)
    name = int(named and scene is Scene.REST)
    for top in tops:
        if top >= under and end - top >= rows + name:
            x, width = found.keys.x, question_width(found, scene)
            free = end - top - rows - name - _AIR
            fits = (n * LETTERS for n, each in enumerate(wide, 1) if 0 < each <= width)
            letters = next((each for each in fits if each <= free), 0) if name else 0
            first = top + letters + name
            region = Region(x, first, width, end - first)
            words = Region(beside.x, beside.y, beside.width, min(beside.height, top - beside.y))
            kept = words if beside.area else NOWHERE
            hidden = structs.replace(found, question=region, under=NOWHERE, beside=kept)
            if scene is Scene.REST:
                hidden = structs.replace(
                    hidden,
                    cue=NOWHERE,
                    called=Region(x, top, width, letters),
                    next=Region(x, top + letters, width, name),
                    coming=NOWHERE,
                )
            return hidden if top >= found.bar.bottom else structs.replace(hidden, bar=NOWHERE)
    return None


def question_width(found: PartPlaces, scene: Scene) -> int:
    """Return the columns that a question has."""
    if scene is Scene.WORK and not found.under.area and found.beside.area:
        return found.beside.width
    column = found.figure if found.figure.area else found.how
    return column.x - found.keys.x - 1 if column.area else found.keys.width
