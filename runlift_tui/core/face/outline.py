"""What is to be done in a session, a line a slot: all of it before the start, then what is left."""

from itertools import groupby

from msgspec import Struct

from runlift_tui.core.routines.routine import HalfOf
from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.session.targets import StepState, open_steps, states
from runlift_tui.core.session.told import aim, weight
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit


class ToDo(Struct, frozen=True):
    """Sets of one slot that are alike but for their round."""

    block: str
    label: str
    exercise: str
    asked: str
    """"8 each leg, 2 x 24 kg"."""
    rounds: tuple[int, ...]
    """In which it is to be done; none for the lighter sets on the way up."""
    is_now: bool = False
    """Whether the first of them is under way, or next."""

    @property
    def when(self) -> str:
        """The rounds in words: "round 2", "rounds 2-4", "ramp"."""
        if not self.rounds:
            return "on the way up"
        first, last = self.rounds[0], self.rounds[-1]
        if first == last:
            return f"round {first}"
        row = tuple(range(first, last + 1))
        return f"rounds {f'{first}-{last}' if self.rounds == row else _listed(self.rounds)}"


def to_do(session: Session, unit: Unit) -> tuple[ToDo, ...]:
    """Return what is left of a session, in the order in which it comes."""
    found: dict[tuple[str, str, str, bool], list[Step]] = {}
    left = open_steps(session)
    for step in left:
        asked = _asked(session, step, unit)
        found.setdefault((step.block.name, step.key.slot, asked, step.ramp is None), []).append(
            step
        )
    return tuple(
        ToDo(
            block=block,
            label=label,
            exercise=of[0].exercise.name,
            asked=asked,
            rounds=tuple(step.key.round for step in of) if whole else (),
            is_now=of[0] is left[0],
        )
        for (block, label, asked, whole), of in found.items()
    )


def _asked(session: Session, step: Step, unit: Unit) -> str:
    if isinstance(step.slot.prescription, HalfOf):
        # Its number follows from sets that are still to come, round by round.
        return f"half of {step.slot.prescription.slot}"
    return ", ".join(filter(None, (aim(session, step), weight(session, step, unit))))


def _listed(rounds: tuple[int, ...]) -> str:
    return ", ".join(map(str, rounds))


def how_much_is_left(session: Session) -> str:
    """Return how many sets are done of all: "11 of 22 sets done, 1 skipped, 10 to come"."""
    marks = [state for step, state in states(session) if step.ramp is None]
    done = marks.count(StepState.DONE)
    total = len(marks) - marks.count(StepState.NONE)
    coming = sum(mark in (StepState.NOW, StepState.TODO) for mark in marks)
    skipped = marks.count(StepState.SKIPPED)
    out = f"{skipped} skipped, " if skipped else ""
    return f"{done} of {plural(total, 'set')} done, {out}{coming} to come"


def sets_of(times: int, asked: str) -> str:
    """Return what is asked for so many times: "3 sets of 8 each leg, 2 x 12 kg".

    "3 x" would look like the number of weights.
    """
    if times == 1:
        return asked
    return f"{times} sets{':' if asked.startswith('half') else ' of'} {asked}"


def planned_lines(session: Session, unit: Unit) -> tuple[tuple[str, str], ...]:
    """Return a session that has not begun, a line a slot: its label, and what is done in it."""
    whole = (each for each in to_do(session, unit) if each.rounds)
    lines = []
    for (label, exercise), group in groupby(whole, lambda each: (each.label, each.exercise)):
        first, *_ = of = list(group)
        times = sum(len(each.rounds) for each in of)
        lines.append((label, f"{exercise}, {sets_of(times, first.asked)}"))
    return tuple(lines)
