"""Today's session as plain text, to take along where the laptop does not go."""

from collections.abc import Iterator
from textwrap import wrap

from runlift_tui.core.athlete.pain import stopped
from runlift_tui.core.routines.reserve import could_do, guided
from runlift_tui.core.routines.routine import Block, heading_of
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.prefill import expected_load
from runlift_tui.core.session.rests import plan_between
from runlift_tui.core.session.state import Session, Step, steps
from runlift_tui.core.session.suggested import coming_why
from runlift_tui.core.session.told import aim, half_note, weight_made_of, with_weight
from runlift_tui.core.sets.values import RestKind
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.words.text import capital, safe_text
from runlift_tui.core.words.units import Unit, clock

_WIDTH, _IN = 80, "    "
"""Columns of a card, and of what stands in from its edge."""
_BOX = "[ ]"


def card(coming: ComingSession, unit: Unit) -> Iterator[str]:
    """Yield the lines of a session still to begin: what to do, with a box for every round.

    Args:
        coming: As it was planned; its last values are the loads that stand here.
        unit: The athlete's.
    """
    start = coming.start
    session = begin(start, 0)
    found = steps(session)
    yield f"{safe_text(start.routine.name)}, {start.level}, about {minutes_of(start)} min"
    yield capital(coming.which.words)
    if stopped(start.held):
        yield stopped(start.held)
    fetch = kit(session, unit)
    if fetch:
        yield from wrap(f"Kit: {safe_text(', '.join(fetch))}", _WIDTH, subsequent_indent="     ")
    for block in start.routine.blocks:
        yield ""
        yield safe_text(heading_of(block)).upper()
        for number, step in enumerate(found):
            if step.key.block == block.id and step.key.round == 1:
                following = found[number + 1] if number + 1 < len(found) else None
                yield from _step_lines(session, block, step, following, unit)
        if block.rounds > 1 and block.round_rest_s:
            yield f"    after the round: rest {clock(block.round_rest_s)}"
    yield ""
    yield "Effort 0-10: ___   Pain 0-10: ___   Notes:"


def _step_lines(
    session: Session, block: Block, step: Step, following: Step | None, unit: Unit
) -> Iterator[str]:
    weight = with_weight(session, step, unit)
    if step.ramp is not None:
        yield f"{step.key.slot:<3} ramp: {aim(session, step)}{weight}"
        return
    asked = guided(step.slot, step.exercise)
    effort = f", {could_do(asked)}" if asked else ""
    yield f"{step.key.slot:<3} {safe_text(step.exercise.name)}"
    half = f" ({half_note(session, step)})" if step.fast else ""
    yield f"    {aim(session, step)}{half}{weight}{effort}{_rest(step, following)}"
    made = weight_made_of(session, step, expected_load(session, step))
    if made:
        yield f"{_IN}{made}"
    start = session.start
    told = (start.hurts.get(step.exercise.id, ""), start.exchanged.get(step.key.slot, ""))
    for why in (coming_why(session, step), *told):
        if why:
            yield from wrap(safe_text(why), _WIDTH, initial_indent=_IN, subsequent_indent=_IN)
    yield f"    {'  '.join(_boxes(block.rounds))}"


def _boxes(rounds: int) -> Iterator[str]:
    for round_ in range(1, rounds + 1):
        yield f"{_BOX} {round_} ____"


def _rest(step: Step, following: Step | None) -> str:
    if following is None or following.key.round != step.key.round:
        return ""
    plan = plan_between(step, following)
    if not plan.seconds or following.key.block != step.key.block:
        return ""
    kind = " before the fast set" if plan.kind is RestKind.PRIMING else ""
    return f"; then rest {clock(plan.seconds)}{kind}"
