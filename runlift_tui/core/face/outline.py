"""What is to be done in a session: all of it before the start, then what is left, as a table."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from msgspec import Struct

from runlift_tui.core.exercises.call import short_name
from runlift_tui.core.routines.routine import HalfOf, StepKey
from runlift_tui.core.session.length import seconds_of, whole_minutes, work_seconds
from runlift_tui.core.session.new_bests import praised
from runlift_tui.core.session.rests import deadline, plan_between
from runlift_tui.core.session.state import Rest, Session, Step, is_finished, start_side
from runlift_tui.core.session.suggested import begins_from
from runlift_tui.core.session.targets import (
    StepState,
    how_many,
    not_done,
    open_steps,
    pending,
    states,
    target,
)
from runlift_tui.core.session.told import aim, load_now, ramp_weight, weight, with_weight
from runlift_tui.core.sets.told import DOUBT, counts, in_a_cell
from runlift_tui.core.sets.values import Field, RestKind, SetDone
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit, clock, load

LEGEND = "8/7 left, right  +2 could do 2 more  ~4 snap  × skipped  ▣ next  · to come"
"""What the cells of the table mean."""


_SIGNS = (("+", "+ could do"), ("~", "~ snap"))
"""The same of those that a figure does not tell by itself, over a column of sets."""


def legend(rows: Iterable["SlotRow"]) -> str:
    """Return what the cells of a table mean, a doubtful one only where there is one."""
    doubtful = any(
        "?" in text for row in rows for text in (row.lifted, *(c.text for c in row.cells))
    )
    return f"{LEGEND}  {DOUBT}" if doubtful else LEGEND


class RoundCell(NamedTuple):
    """One set of the table: what was done in it, or what it aims at."""

    text: str = ""
    """"8", "8/7 +2", "4 ~4", "×", "▣ 3", "· 8"; empty where the set has fallen away."""
    tone: Literal["", "quiet", "mark", "good"] = ""
    """`mark` is the set under way, or next; `good` a best set."""


class SlotRow(Struct, frozen=True):
    """One slot of the table, a cell a round."""

    block: str
    label: str
    name: str
    call: str
    """The same in fewer words, for a narrow window."""
    asked: str
    """"8 each leg, 2 x 24 kg"."""
    cells: tuple[RoundCell, ...]
    lifted: str
    """"24 kg", "22 kg, 24 kg", "24 kg?, –": with what its sets were done; empty for none at all."""
    is_now: bool = False
    """Whether its set is under way, or next."""
    done: tuple[StepKey | None, ...] = ()
    """The sets behind the cells that can be put right; None for one that is still to be done."""
    ramp_to: int = 0
    """The round that its cells are lighter sets before; 0 where each cell is of a round."""


class ToCome(NamedTuple):
    """Something that is still to come."""

    in_s: int
    """Seconds until it begins, by the plan."""
    label: str
    text: str
    after: str
    """What comes behind it: "rest 1:15", or how long it takes: "15 min"."""


def slot_rows(session: Session, unit: Unit, *, ramps: bool = False) -> tuple[SlotRow, ...]:
    """Return all of a session, a row a slot and exercise, in the order of its routine.

    What was done before another exercise was swapped in stands over that, under its own name.

    Args:
        session: As it stands.
        unit: What loads are shown in.
        ramps: Whether the lighter sets up to a slot have a row over it, a cell a set, as long as
            one of them is to come.
    """
    found: dict[tuple[str, str], list[tuple[Step, StepState]]] = {}
    lighter: dict[tuple[str, str], list[tuple[Step, StepState]]] = {}
    for step, state in states(session):
        kind = found if step.ramp is None else lighter
        kind.setdefault((step.key.block, step.key.slot), []).append((step, state))
    now = pending(session)
    rows = []
    for block in session.routine.blocks:
        for slot in block.slots:
            of = sorted(found[block.id, slot.label], key=lambda each: each[0].key.round)
            ids = [_exercise(session, step) for step, _ in of]
            ramp = lighter.get((block.id, slot.label), [])
            if ramps and any(_is_open(state) for _, state in ramp):
                rows.append(_ramp_row(session, unit, ramp, now=now))
            rows += [
                _slot_row(session, unit, of, id_, now=now)
                for id_ in sorted(dict.fromkeys(ids), key=lambda id_: id_ == slot.exercise)
            ]
    return tuple(rows)


def _exercise(session: Session, step: Step) -> str:
    """Return the id of what a set was done with; of what it will be, where it is still to come."""
    done = session.done.get(step.key)
    return step.exercise.id if done is None else done.exercise


def _slot_row(
    session: Session,
    unit: Unit,
    of: list[tuple[Step, StepState]],
    exercise_id: str,
    *,
    now: Step | None,
) -> SlotRow:
    """Return the row of one exercise in a slot, with nothing in the rounds of another."""
    own = [_exercise(session, step) == exercise_id for step, _ in of]
    mine = [each for each, is_own in zip(of, own, strict=True) if is_own]
    open_ = next((step for step, state in mine if _is_open(state)), mine[-1][0])
    exercise = session.exercises.get(exercise_id, open_.exercise)
    key = open_.key
    return SlotRow(
        block=open_.block.name,
        label=key.slot,
        name=exercise.name,
        call=short_name(exercise),
        asked=asked_of(session, open_, unit) if exercise_id == open_.exercise.id else "",
        cells=tuple(
            _cell(session, *each) if is_own else RoundCell()
            for each, is_own in zip(of, own, strict=True)
        ),
        lifted=_lifted(session, (step for step, _ in mine), unit),
        is_now=now is not None and now.key in [step.key for step, _ in mine],
        done=tuple(
            step.key if is_own and step.key in session.done else None
            for (step, _), is_own in zip(of, own, strict=True)
        ),
    )


def _ramp_row(
    session: Session, unit: Unit, of: list[tuple[Step, StepState]], *, now: Step | None
) -> SlotRow:
    """Return the row of the lighter sets up to a slot: they are no round of it."""
    first = of[0][0]
    shown = dict.fromkeys(
        ramp_weight(session, step, unit) if load_now(session, step) or not share else "easy"
        for step, share in _shares(of)
    )
    return SlotRow(
        block=first.block.name,
        label=first.key.slot,
        name=f"ramp to {first.key.slot}",
        call=f"ramp to {first.key.slot}",
        asked=", ".join(shown),
        cells=tuple(_cell(session, *each) for each in of),
        lifted=_lifted(session, (step for step, _ in of), unit),
        is_now=now is not None and now.key in [step.key for step, _ in of],
        done=tuple(step.key if step.key in session.done else None for step, _ in of),
        ramp_to=first.key.round,
    )


def _shares(of: list[tuple[Step, StepState]]) -> list[tuple[Step, float]]:
    """Return the lighter sets still to come, and which part of the load each is."""
    return [
        (step, step.ramp.share) for step, state in of if step.ramp is not None and _is_open(state)
    ]


def slot_lines(session: Session, unit: Unit, *, heads: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the table as lines under their slots: "B1", "Split squat   8 +2   8/7     2 x 12 kg".

    The load that its sets were done with stands behind.

    Args:
        session: As it stands.
        unit: What loads are shown in.
        heads: Whether a line over them has the rounds, and says what "+2" and "~4" are.
    """
    rows = slot_rows(session, unit)
    name = max((len(row.call) for row in rows), default=0)
    cell = max((len(each.text) for row in rows for each in row.cells), default=0)
    most = max((len(row.cells) for row in rows), default=0)
    if heads:
        rounds = "  ".join(f"{n:<{cell}}" for n in range(1, most + 1))
        texts = [each.text for row in rows for each in row.cells]
        told = (words for sign, words in _SIGNS if any(f" {sign}" in each for each in texts))
        yield "", f"{'round':<{name}}   {'   '.join((rounds, *told))}".rstrip()
    for row in rows:
        cells = "  ".join(f"{each.text:<{cell}}" for each in row.cells)
        if row.lifted:
            cells = f"{cells:<{most * (cell + 2)}} {row.lifted}"
        yield row.label, f"{row.call:<{name}}   {cells}".rstrip()


def _is_open(state: StepState) -> bool:
    return state in (StepState.NOW, StepState.TODO)


def _cell(session: Session, step: Step, state: StepState) -> RoundCell:
    match state:
        case StepState.DONE:
            done = session.done[step.key]
            return RoundCell(in_a_cell(done), "good" if praised(session, step.key) else "")
        case StepState.SKIPPED:
            return RoundCell(f"× {counts(session.done[step.key])}".rstrip(), "quiet")
        case StepState.LEFT_OUT:
            return RoundCell("×", "quiet")
        case StepState.NONE:
            return RoundCell()
        case StepState.NOW | StepState.TODO if is_finished(session):
            return RoundCell("–", "quiet")
        case StepState.NOW:
            return RoundCell(f"▣ {_aimed(session, step)}", "mark")
        case StepState.TODO:
            return RoundCell(f"· {_aimed(session, step)}", "quiet")


def _lifted(session: Session, of: Iterable[Step], unit: Unit) -> str:
    found = (session.done[step.key] for step in of if step.key in session.done)
    kept = [done for done in found if done.skipped is None]
    shown = dict.fromkeys(_load_words(done, unit) for done in kept)
    return ", ".join(shown) if any(done.load_kg for done in kept) else ""


def _load_words(done: SetDone, unit: Unit) -> str:
    if not done.load_kg:
        return "–"
    doubt = "?" if Field.LOAD_KG in done.unsure else ""
    return f"{load(done.load_kg, done.implements, unit)}{doubt}"


def _aimed(session: Session, step: Step) -> str:
    count = target(session, step) or "–"
    if step.is_hold:
        return f"{count} s"
    return f"{count} m" if step.in_metres else f"{count}"


def asked_of(session: Session, step: Step, unit: Unit) -> str:
    """Return what a set asks for: "8 each leg, 2 x 24 kg", "half of B1's reps"."""
    if isinstance(step.slot.prescription, HalfOf):
        # Its number follows from sets that are still to come, round by round.
        return f"half of {step.slot.prescription.slot}'s reps"
    shown = weight(session, step, unit) or begins_from(session, step)
    return ", ".join(filter(None, (aim(session, step), shown)))


def sets_to_come(session: Session, unit: Unit) -> tuple[ToCome, ...]:
    """Return every set that is still to come, the first of them under way or next."""
    left = open_steps(session)
    seconds = _until_next(session)
    found = []
    before: StepKey | None = None
    for step, after in pairwise((*left, None)):
        if step is None:
            break
        new = before is None or (before.block, before.round) != (step.key.block, step.key.round)
        text = _set_words(session, step, unit)
        if new and before is not None:
            text = f"{_round_words(step)}: {text}"
        plan = None if after is None else plan_between(step, after)
        rest = f"rest {clock(plan.seconds)}" if plan is not None and plan.seconds else ""
        if plan is not None and plan.kind is RestKind.PRIMING and rest:
            rest = f"priming {rest}"
        found.append(ToCome(seconds, step.key.slot, text, rest))
        seconds += work_seconds(session, step) + (0 if plan is None else plan.seconds)
        before = step.key
    return tuple(found)


def rounds_to_come(session: Session, unit: Unit) -> tuple[ToCome, ...]:
    """Return the sets of the round under way, then a line for each round behind it."""
    sets = sets_to_come(session, unit)
    found: list[ToCome] = []
    place = 0
    for _, group in groupby(open_steps(session), lambda step: (step.key.block, step.key.round)):
        of = list(group)
        if not place:
            found += sets[: len(of)]
        else:
            minutes = whole_minutes(seconds_of(session, of))
            said = f"{of[0].block.name}, {_round_words(of[0])}"
            found.append(ToCome(sets[place].in_s, of[0].key.slot, said, f"{minutes} min"))
        place += len(of)
    return tuple(found)


def _set_words(session: Session, step: Step, unit: Unit) -> str:
    asked = asked_of(session, step, unit) if not step.fast else aim(session, step)
    if step.ramp is not None:
        asked = f"ramp, {step.ramp.reps}{with_weight(session, step, unit)}"
    return f"{step.exercise.name}, {asked}"


def _round_words(step: Step) -> str:
    side = start_side(step)
    return f"round {step.key.round}" + (f", {side} first" if side is not None else "")


def _until_next(session: Session) -> int:
    """Return the seconds of the rest under way that are still to go; 0 outside one."""
    if not isinstance(session.phase, Rest):
        return 0
    now = session.at if session.paused is None else session.paused
    return max(0, deadline(session, session.phase) - now) // 1000


def how_much_is_left(session: Session) -> str:
    """Return how many sets are done of all: "11 of 22 sets done, 1 skipped, 10 to come"."""
    marks = [state for step, state in states(session) if step.ramp is None]
    done, total = how_many(session)
    coming = sum(map(_is_open, marks))
    return ", ".join(
        (f"{done} of {plural(total, 'set')} done", *not_done(session), f"{coming} to come")
    )


def sets_of(times: int, asked: str) -> str:
    """Return what is asked for so many times: "3 sets of 8 each leg, 2 x 12 kg".

    "3 x" would look like the number of weights.
    """
    if times == 1:
        return asked
    return f"{times} sets{':' if asked.startswith('half') else ' of'} {asked}"


def planned_lines(session: Session, unit: Unit) -> tuple[tuple[str, str], ...]:
    """Return a session that has not begun, a line a slot: its label, and what is done in it."""
    found: dict[tuple[str, str], list[Step]] = {}
    hurts = session.start.hurts
    for step in open_steps(session):
        if step.ramp is None:
            found.setdefault((step.key.slot, step.exercise.name), []).append(step)
    return tuple(
        (label, ", ".join(filter(None, (name, sets, hurts.get(of[0].exercise.id, "")))))
        for (label, name), of in found.items()
        for sets in (sets_of(len(of), asked_of(session, of[0], unit)),)
    )
