"""Where a question stands: beside the number or under it, over nothing that stays."""

from msgspec import structs
from textual.geometry import Region

from runlift_tui.core.face.shapes import Scene
from runlift_tui.widgets.session.frame import NOWHERE, PartPlaces


def with_question(found: PartPlaces, scene: Scene, rows: int) -> PartPlaces | None:
    """Return the places with a question beside the number or under it; None without the room.

    Args:
        found: Where everything stands without it.
        scene: What stands there.
        rows: How many the question and its answers take, in `question_width` columns.
    """
    if scene in (Scene.LEAD_IN, Scene.HOLD):
        return None
    beside = found.beside
    if scene is Scene.WORK and not found.under.area and beside.height >= rows:
        return structs.replace(found, question=beside, beside=NOWHERE)
    end = found.values.y if scene is Scene.REST else found.cue.y
    tops = (found.bar.bottom, found.bar.y) if scene is Scene.REST else (found.number.bottom,)
    for top in tops:
        if top >= found.number.bottom and end - top >= rows:
            region = Region(found.keys.x, top, question_width(found, scene), end - top)
            words = Region(beside.x, beside.y, beside.width, min(beside.height, top - beside.y))
            kept = words if beside.area else NOWHERE
            hidden = structs.replace(found, question=region, under=NOWHERE, beside=kept)
            if scene is Scene.REST:
                hidden = structs.replace(
                    hidden, cue=NOWHERE, next=NOWHERE, called=NOWHERE, coming=NOWHERE
                )
            return hidden if top >= found.bar.bottom else structs.replace(hidden, bar=NOWHERE)
    return None


def question_width(found: PartPlaces, scene: Scene) -> int:
    """Return the columns that a question has."""
    if scene is Scene.WORK and not found.under.area and found.beside.area:
        return found.beside.width
    column = found.figure if found.figure.area else found.how
    return column.x - found.keys.x - 1 if column.area else found.keys.width
