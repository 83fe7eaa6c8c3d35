"""A session's journal: commands and their stamps to records and back."""

from collections.abc import Sequence
from typing import Any

import msgspec

from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.session.commands import Command, Started
from runlift_tui.core.session.fold import replay
from runlift_tui.core.session.state import Entry, Session
from runlift_tui.core.session.timeline import Stamp, Timeline
from runlift_tui.core.words.faults import NONSENSE, Refused
from runlift_tui.core.words.possible import (
    LAST_MS,
    MOST_BLOCKS,
    MOST_RAMP,
    MOST_ROUNDS,
    MOST_SET_S,
    MOST_SLOTS,
)

Record = dict[str, Any]
"""One line of a session's journal: `{"at": [utc_ms, boot, boot_ms], "do": {...}}`."""


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of a record."""

    at: Stamp
    do: Command


def record_of(stamp: Stamp, command: Command) -> Record:
    """Return the record of a command given at a stamp."""
    found: Record = msgspec.to_builtins(Line(stamp, command))
    return found


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """A session read back from its journal."""

    session: Session
    timeline: Timeline
    strange: int = 0
    """Records that no version of ours could have written, and that were passed over."""


def _is_of_this_world(routine: Routine) -> bool:
    """Whether a routine has no more in it than one can have; what a session made of it is left."""
    blocks = routine.blocks
    sizes = [(len(blocks), MOST_BLOCKS)]
    sizes += [(len(block.slots), MOST_SLOTS) for block in blocks]
    sizes += [(max(block.rounds, block.high), MOST_ROUNDS) for block in blocks]
    sizes += [(len(slot.ramp), MOST_RAMP) for _, slot in routine.slots()]
    sizes += [(slot.target, MOST_SET_S) for _, slot in routine.slots()]
    return all(size <= most for size, most in sizes)


def replayed(records: Sequence[Record]) -> Replayed:
    """Return the session that a journal's records come to.

    Raises:
        Refused: the records do not begin with the start of a session.
    """
    entries: list[Entry] = []
    timeline: Timeline | None = None
    strange = 0
    for record in records:
        try:
            line = msgspec.convert(record, Line)
        except NONSENSE:
            strange += 1
            continue
        moved = Timeline.start(line.at) if timeline is None else timeline.moved_to(line.at)
        if moved.at > LAST_MS:
            strange += 1
            continue
        timeline = moved
        entries.append(Entry(timeline.at, line.do))
    if timeline is None or not isinstance(entries[0].command, Started):
        raise Refused("the journal does not begin with the start of a session")
    known = {each.id for each in entries[0].command.exercises}
    for _, slot in entries[0].command.routine.slots():
        if slot.exercise not in known:
            raise Refused(f"the journal does not say what {slot.exercise} is")
    if not _is_of_this_world(entries[0].command.routine):
        raise Refused("the routine that it begins with is larger than any can be")
    session, refused = replay(entries)
    return Replayed(session=session, timeline=timeline, strange=strange + len(refused))
