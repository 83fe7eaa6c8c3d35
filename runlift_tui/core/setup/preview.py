"""A routine as it would be done: its steps and rests in words, its kit, its length."""

import shlex
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from runlift_tui.core.athlete.held_back import exchanged_words
from runlift_tui.core.exercises.call import short_name
from runlift_tui.core.face.outline import asked_of
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.routines.names import routine_named
from runlift_tui.core.routines.reserve import could_do, guided
from runlift_tui.core.routines.resolve import (
    is_adapted,
    is_archived,
    is_own,
    purpose,
)
from runlift_tui.core.routines.routine import Routine, heading_of
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.rests import has_window, plan_between
from runlift_tui.core.session.state import Session, Step, steps
from runlift_tui.core.session.suggested import begins_from
from runlift_tui.core.session.told import aim, ramp_weight, with_weight
from runlift_tui.core.sets.values import RestKind
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit, clock

_DIFFERS = "what is written, as your level, the plan's week, gates and last loads have it then"

_RAMP, _RAMP_IS = "ramp", "ramp: lighter sets"
"""A lighter set on the way up; and what that is, once, to somebody who meets it first."""


class Preview(NamedTuple):
    """What a routine comes to."""

    which: str = ""
    """Which session it is that is told of: "next, Tue 1 Dec, week 6"."""
    minutes: int = 0
    sets: int = 0
    """Without the lighter ones on the way to a heavy one."""
    kit: tuple[str, ...] = ()
    jumps: str = ""
    """Which jumps it has others for today, and why; empty where it has its own."""
    steps: tuple["PreviewLine", ...] = ()
    why_not: str = ""
    """Why it cannot be started; then there is nothing else."""

    @property
    def length(self) -> str:
        """The length in words: "45 min, 22 sets"; a dash where it cannot be started."""
        return f"{self.minutes} min, {self.sets} sets" if self.sets else "–"


class PreviewLine(NamedTuple):
    """One line of the steps: a step of the first round, or the heading of a block."""

    text: str
    label: str = ""
    """Of the slot; empty for a heading."""
    then: str = ""
    """The rest after it."""
    name: str = ""
    """Of the exercise; "ramp" of a lighter set before a heavy one."""
    call: str = ""
    """The same in fewer words."""
    asked: str = ""
    """What it asks for: "8 each leg, 2 x 24 kg"; behind it what hurts of it."""
    rest: str = ""
    """How long the rest after it is: "4:00"."""
    is_priming: bool = False
    """Whether that is between a heavy set and the fast one that takes half of it."""


def preview(coming: ComingSession, unit: Unit) -> Preview:
    """Return what a session that is still to begin comes to, loads in the athlete's unit."""
    start = coming.start
    session = begin(start, 0)
    found = steps(session)
    return Preview(
        which=coming.which.words,
        minutes=minutes_of(start),
        sets=sum(step.ramp is None for step in found),
        kit=kit(session, unit),
        jumps=exchanged_words(start.exchanged, start.routine, start.exercises),
        steps=tuple(first_rounds(session, unit)),
    )


def first_rounds(session: Session, unit: Unit) -> list[PreviewLine]:
    """Return the steps of each block's first round, under the block's name and rounds.

    Args:
        session: One that has not begun.
        unit: What loads are shown in.
    """
    found = steps(session)
    lines: list[PreviewLine] = []
    block = ""
    after = dict(pairwise([step.key for step in found]))
    by_key = {step.key: step for step in found}
    for step in found:
        if step.key.round > 1:
            continue
        if step.key.block != block:
            block = step.key.block
            lines.append(PreviewLine(heading_of(step.block)))
        following = by_key.get(after[step.key]) if step.key in after else None
        lines.append(_with_rest(_line(session, step, unit), step, following))
    return lines


def _line(session: Session, step: Step, unit: Unit) -> PreviewLine:
    """Return a step in words, and in the columns of a table."""
    line = PreviewLine(_step(session, step, unit), step.key.slot)
    if step.ramp is not None:
        asked = f"{aim(session, step)}, {ramp_weight(session, step, unit)}"
        name = _RAMP_IS if session.start.first and step.key.ramp == 1 else _RAMP
        return line._replace(name=name, call=name, asked=asked)
    hurts = session.start.hurts.get(step.exercise.id, "")
    return line._replace(
        name=step.exercise.name,
        call=short_name(step.exercise),
        asked=", ".join(filter(None, (asked_of(session, step, unit), hurts))),
    )


def _step(session: Session, step: Step, unit: Unit) -> str:
    loaded = with_weight(session, step, unit)
    if step.ramp is not None:
        return f"ramp: {aim(session, step)}{loaded}"
    text = f"{step.exercise.name}, {aim(session, step)}{loaded}"
    effort = could_do(guided(step.slot, step.exercise))
    return ", ".join(filter(None, (text, begins_from(session, step), effort)))


def _with_rest(line: PreviewLine, step: Step, following: Step | None) -> PreviewLine:
    plan = None if following is None else plan_between(step, following)
    if following is None or plan is None or not plan.seconds:
        return line
    said = clock(plan.seconds)
    then = f"{said} before {following.key.slot}" if has_window(step, following) else said
    return line._replace(then=then, rest=said, is_priming=plan.kind is RestKind.PRIMING)


def routine_marks(shelf: Shelf, id_: str, suggested: str) -> str:
    """Return what the athlete made of a routine, in words: "changed, archived"."""
    mine = shelf.routines.get(id_)
    copied = mine is not None and mine.routine is not None
    said = (
        ("home suggests it", id_ == suggested),
        ("your copy: what you wrote in it is yours", is_adapted(shelf, id_) and copied),
        ("with your exercises", is_adapted(shelf, id_) and not copied),
        ("archived", is_archived(shelf, id_)),
    )
    return ", ".join(word for word, so in said if so)


def routine_sheet(
    routine: Routine, found: Preview, shelf: Shelf, suggested: str
) -> tuple[SheetLine, ...]:
    """Return what the pane beside the list says of a routine.

    Args:
        routine: As it stands today.
        found: What it comes to.
        shelf: What the athlete made.
        suggested: Id of the routine that home suggests.
    """
    head = (
        SheetLine("", routine.name, "strong"),
        SheetLine("", purpose(routine.id) if not is_own(shelf, routine.id) else "", "quiet"),
        SheetLine("", routine_marks(shelf, routine.id, suggested), "mark"),
    )
    last = SheetLine("start", f"runlift start {_called(routine, shelf)}", "quiet")
    return tuple(line for line in (*head, *preview_sheet(found), last) if line.text)


def _called(routine: Routine, shelf: Shelf) -> str:
    """Return what a routine is called on the command line: one of theirs by its name, if it can."""
    try:
        if is_own(shelf, routine.id) and routine_named(routine.name, shelf) == routine.id:
            return shlex.quote(routine.name)
    except Refused:
        pass
    return routine.id


def preview_sheet(found: Preview, *, beside_it: bool = False) -> tuple[SheetLine, ...]:
    """Return what a routine comes to: length, kit, and every step of the first round.

    Args:
        found: It.
        beside_it: Whether the routine as it is written stands beside it: then why it differs.
    """
    if found.why_not:
        return (SheetLine("", found.why_not, "mark"),)
    return (
        SheetLine("as", found.which),
        *([SheetLine("", _DIFFERS, "quiet")] if beside_it else []),
        SheetLine("length", found.length, "strong"),
        SheetLine("kit", ", ".join(found.kit) or "none"),
        *([SheetLine("jumps", found.jumps, "mark")] if found.jumps else []),
        *_steps(found),
    )


def _steps(found: Preview) -> Iterator[SheetLine]:
    for line in found.steps:
        if not line.label:
            yield SheetLine("", line.text, "strong")
        else:
            yield SheetLine(line.label, f"{line.text}  →{line.then}" if line.then else line.text)
