"""The sets of a session in rows, planned against done: in the summary, and as a card is entered."""

from typing import NamedTuple

from runlift_tui.core.exercises.call import short_name
from runlift_tui.core.face.shapes import PanelFace
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.tables import Column, laid_out
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.session.targets import StepState, pending, states, target
from runlift_tui.core.session.told import aim, half_note, no_fast_set
from runlift_tui.core.sets.told import result
from runlift_tui.core.sets.values import RestKind
from runlift_tui.core.words.units import Unit, clock

LEAST_NAME, LEAST_DONE = 16, 38
"""Cells of a name in the table, and of what was done; where that leaves no room, the rests give
way. Why a fast set fell away is longer, and stands with its pair as well."""
_CALLS_BELOW = 96
"""Cells of a line under which exercises have their short names."""
_COLUMNS = (
    Column("  set", width=7),
    Column("exercise", least=LEAST_NAME),
    Column("plan", number=True),
    Column("done", least=LEAST_DONE),
    Column("rest taken", spare=1),
)


class SummaryRow(NamedTuple):
    """One set of the session in the summary."""

    step: Step
    state: StepState
    slot: str
    name: str
    call: str
    """The same in fewer words, where a name has no room."""
    planned: str
    done: str
    rest: str


def rows(session: Session, unit: Unit) -> tuple[SummaryRow, ...]:
    """Return every set of the session, planned against done, ramp left out."""
    return tuple(
        _row(session, step, state, unit) for step, state in states(session) if step.ramp is None
    )


def row_keys(session: Session) -> list[StepKey]:
    """Return what names the set of each of these rows."""
    return [step.key for step, _ in states(session) if step.ramp is None]


def _row(session: Session, step: Step, state: StepState, unit: Unit) -> SummaryRow:
    done = session.done.get(step.key)
    planned = f"{done.target if done is not None else target(session, step) or '–'}"
    left_out = "left out for pain" if state is StepState.LEFT_OUT else ""
    fallen = left_out or no_fast_set(session, step) or "not done"
    text = fallen if done is None else result(done, unit)
    rest = ""
    if done is not None and done.rest_planned_s is not None:
        taken = "not timed" if done.rest_taken_s is None else clock(done.rest_taken_s)
        rest = f"{taken} of {clock(done.rest_planned_s)}"
        if done.rest_kind is RestKind.PRIMING:
            rest += " priming"
    name = done.name if done is not None else step.exercise.name
    return SummaryRow(
        step=step,
        state=state,
        slot=step.key.slot,
        name=name,
        call=short_name(step.exercise) if name == step.exercise.name else name,
        planned=planned,
        done=text,
        rest=rest,
    )


def another(session: Session, chosen: StepKey | None, by: int) -> StepKey | None:
    """Return the set to choose next among those that were done; None, which is the effort, beyond.

    From none, one goes down to the first and up to the last.

    Args:
        session: Over, or about to be.
        chosen: The one that is; None for none.
        by: So many further down.
    """
    order: list[StepKey | None] = [None, *filter(session.done.__contains__, row_keys(session))]
    place = order.index(chosen) if chosen in order else 0
    return order[(place + by) % len(order)]


def table(
    found: tuple[SummaryRow, ...], chosen: int | None, width: int, *, rests: bool = True
) -> list[tuple[str, bool]]:
    """Return the rows as lines of at most `width` characters, and whether each is the chosen one.

    Args:
        found: The rows.
        chosen: The place of one of them.
        width: Characters that a line may have.
        rests: Whether the rests have a column.
    """
    rests = rests and any(row.rest for row in found)
    columns = _COLUMNS if rests else _COLUMNS[:-1]
    cells = [
        (
            f"{'▸' if number == chosen else ' '} {row.slot:<3} {row.step.key.round}",
            *(row.name if width >= _CALLS_BELOW else row.call, row.planned, row.done, row.rest),
        )[: len(columns)]
        for number, row in enumerate(found)
    ]
    head, *lines = laid_out(columns, cells, width)
    return [(head, False), *((text, number == chosen) for number, text in enumerate(lines))]


def entry_rows(session: Session, unit: Unit) -> tuple[tuple[SummaryRow, ...], int | None]:
    """Return every set, planned against entered, and the place of the one asked for now."""
    found = tuple(
        row._replace(done="") if row.state in (StepState.NOW, StepState.TODO) else row
        for row in rows(session, unit)
    )
    now = (place for place, row in enumerate(found) if row.state is StepState.NOW)
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


def pain_before(session: Session) -> str:
    """Return what was said of pain before a session that is entered, or that it is asked for."""
    if session.pain is None:
        return named("Pain before it, as on the card: {entry.pain} and the number")
    return f"Pain {session.pain} of 10 before it"
