"""A session taken down from a card: its sets in their order, and the one that is asked for now."""

from runlift_tui.core.face.shapes import PanelFace
from runlift_tui.core.face.summary import SummaryRow, rows
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.targets import State, pending
from runlift_tui.core.session.told import aim, half_note
from runlift_tui.core.words.units import Unit

KEYS = (
    KeyFace("space", "as it stands"),
    KeyFace("0-9 ↑↓", "change"),
    KeyFace("s", "skip"),
    KeyFace("u", "back"),
    KeyFace("t", "when"),
    KeyFace("f", "finish"),
    KeyFace("?", "keys"),
)


def entry_rows(session: Session, unit: Unit) -> tuple[tuple[SummaryRow, ...], int | None]:
    """Return every set, planned against entered, and the place of the one asked for now."""
    found = tuple(
        row._replace(done="") if row.state in (State.NOW, State.TODO) else row
        for row in rows(session, unit)
    )
    now = (place for place, row in enumerate(found) if row.state is State.NOW)
    return found, next(now, None)


def asked(session: Session) -> PanelFace:
    """Return what heads the values: the set that is asked for, and what was planned."""
    step = pending(session)
    if step is None:
        return PanelFace()
    note = half_note(session, step)
    planned = f"planned {aim(session, step)}" + (f" ({note})" if note else "")
    place = f"{step.key.slot} round {step.key.round}"
    return PanelFace("NOW", place, step.exercise.name, (planned,))
