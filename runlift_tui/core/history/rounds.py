"""A session of the past as the table that it was trained in: a row a slot, a column a round."""

from collections.abc import Callable, Iterator, Sequence

from runlift_tui.core.exercises.call import short_name
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.history.text import sets_in_brief
from runlift_tui.core.history.told import RAMP, detail, head_lines
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.lists.tables import aligned
from runlift_tui.core.sets.pain import so_much
from runlift_tui.core.sets.told import DOUBT, NOT_CONFIRMED, in_a_cell, load_mark
from runlift_tui.core.words.units import Unit, clock, load

_GAP = 2
"""Cells between a label and what it says, as a sheet has them."""
_LEGENDS = (("/", "8/7 left, right"), ("+", "+2 could do 2 more"), ("~", "~4 snap"))
_NO_NAME = "an exercise without a name"

_Slots = dict[tuple[str, str], list[PastSet]]


def sheets(
    session: PastSession,
    unit: Unit,
    known: Callable[[str], Exercise | None],
    machine: str,
    width: int,
) -> tuple[tuple[SheetLine, ...], ...]:
    """Return a session as a page tells it, all of it first, the least last.

    The table stands over every set in a line of its own. Where there is no room for those it has
    a line a slot below it, with what was asked for and rested; then it stands alone, at last
    without the lighter sets on the way up.

    Args:
        session: The session.
        unit: Of its loads.
        known: Returns an exercise by its id, for what is called out of its name.
        machine: What the machine is called on which it was trained; empty for this one.
        width: Cells that a line may have.
    """
    whole = detail(session, unit, machine)
    slots = _slots(session)
    if not slots:
        return (whole,)
    head = tuple(head_lines(session, machine))
    labels = max(len(slot or "–") for slot, _ in slots)
    ramps = ramp_words(session, unit)
    room = width - labels - _GAP
    rows = tuple(_rows(slots, ramps, unit, known, room))
    briefest = SheetLine("", "  ".join(line.text for line in head[1:]), "quiet")
    title = (*head, SPACE, *_legend(rows), *rows)
    return (
        (*title, *whole[len(head) :]),
        (*title, SPACE, *_asked_and_rested(slots), *_noted_on_the_way(session.ramp)),
        title,
        # The list over it says what the session was.
        (*head[1:], *rows),
        (briefest, *rows),
        *([(briefest, *_rows(slots, {}, unit, known, room))] if ramps else []),
    )


def _slots(session: PastSession) -> _Slots:
    """Return the sets, those of one exercise in one slot together."""
    found: _Slots = {}
    for each in session.sets:
        found.setdefault((each.slot, each.name), []).append(each)
    return found


def ramp_words(session: PastSession, unit: Unit) -> dict[str, str]:
    """Return the lighter sets up to a slot in a line, by the slot: "ramp 5; 4 at 2 x 12 kg"."""
    found: dict[str, list[PastSet]] = {}
    for each in session.ramp:
        if each.skipped is None:
            found.setdefault(each.slot, []).append(each)
    return {slot: f"{RAMP} {sets_in_brief(sets, unit)}" for slot, sets in found.items()}


def _noted_on_the_way(ramp: Sequence[PastSet]) -> Iterator[SheetLine]:
    """Yield what was noted on lighter sets, and those that were left out."""
    for each in ramp:
        why = f"skipped: {each.skipped}{so_much(each.pain)}" if each.skipped else ""
        words = "  ".join(filter(None, (why, each.note)))
        if words:
            yield SheetLine(each.slot or "–", f"{RAMP}: {words}")


def _rows(
    slots: _Slots,
    ramps: dict[str, str],
    unit: Unit,
    known: Callable[[str], Exercise | None],
    width: int,
) -> Iterator[SheetLine]:
    """Yield the table: with loads behind it, or below where they have no room; else in brief.

    A ramp stands in a line over the row that it led to: it has no round.
    """
    names = [briefly_named(name, sets[0].exercise, known) for (_, name), sets in slots.items()]
    cells = [_cells(sets) for sets in slots.values()]
    loads = [_loads(sets, unit) for sets in slots.values()]
    labels = [slot or "–" for slot, _ in slots]
    most = max(map(len, cells))
    table = [
        (name, *row, *[""] * (most - len(row))) for name, row in zip(names, cells, strict=True)
    ]
    texts = aligned([(*row, so) for row, so in zip(table, loads, strict=True)])
    below = ""
    if len(texts[0]) > width:
        texts = aligned(table)
        below = ", ".join(f"{n} {so}" for n, so in zip(labels, loads, strict=True) if so)
    if len(texts[0]) > width:
        done = ([each for each in sets if each.skipped is None] for sets in slots.values())
        told = [sets_in_brief(each, unit) or "–" for each in done]
        texts = [f"{name}  {said}" for name, said in zip(names, told, strict=True)]
        below = ""
    left = dict(ramps)
    for (slot, _), label, text in zip(slots, labels, texts, strict=True):
        if slot in left:
            yield SheetLine(label, left.pop(slot), "quiet")
        yield SheetLine(label, text.rstrip())
    for slot, words in left.items():  # it led to no set
        yield SheetLine(slot or "–", words, "quiet")
    if below:
        yield SheetLine("", f"at {below}")


def briefly_named(name: str, id_: str, known: Callable[[str], Exercise | None]) -> str:
    """Return what an exercise is called out as, under the name that it had then."""
    found = known(id_)
    if found is None or found.name != name:
        found = Exercise(id=id_, name=name or _NO_NAME)
    return short_name(found)


def _cells(sets: Sequence[PastSet]) -> list[str]:
    """Return a cell a round; sets of one round, or of none, stand in their order."""
    rounds = [each.round for each in sets]
    shown = [in_a_cell(each) if each.skipped is None else "×" for each in sets]
    if None in rounds or len(set(rounds)) < len(rounds):
        return shown
    by_round = dict(zip(rounds, shown, strict=True))
    return [by_round.get(number, "") for number in range(1, max(filter(None, rounds)) + 1)]


def _loads(sets: Sequence[PastSet], unit: Unit) -> str:
    done = [each for each in sets if each.skipped is None]
    shown = dict.fromkeys(
        f"{load(each.load_kg, each.implements, unit)}{load_mark(each)}" for each in done
    )
    return ", ".join(shown) if any(each.load_kg for each in done) else ""


def _legend(rows: Sequence[SheetLine]) -> Iterator[SheetLine]:
    """Yield what stands in the cells, as far as it does."""
    text = " ".join(row.text for row in rows)
    said = [words for sign, words in _LEGENDS if any(_has(row.text, sign) for row in rows)]
    said += ["× skipped"] if "×" in text else []
    said += [DOUBT] if NOT_CONFIRMED in text else []
    if said:
        yield SheetLine("", "  ".join(said), "quiet")


def _has(text: str, sign: str) -> bool:
    return any(sign in word and any(map(str.isdigit, word)) for word in text.split())


def _asked_and_rested(slots: _Slots) -> Iterator[SheetLine]:
    """Yield a line a slot: what was asked and rested; behind it notes and what was skipped."""
    most = max(map(len, slots.values()))
    texts = aligned(
        [(_asked(s), *_rested(s), *[""] * (most - len(s)), _planned(s)) for s in slots.values()]
    )
    yield SheetLine("", "asked, rested round by round, of planned", "quiet")
    for ((slot, _), sets), text in zip(slots.items(), texts, strict=True):
        yield SheetLine(slot or "–", text.rstrip())
        for each in sets:
            why = f"skipped: {each.skipped}{so_much(each.pain)}" if each.skipped else ""
            words = "  ".join(filter(None, (why, each.note)))
            place = "" if each.round is None else f"round {each.round}: "
            if words:
                yield SheetLine("", f"{place}{words}")


def _asked(sets: Sequence[PastSet]) -> str:
    return ", ".join(dict.fromkeys(f"{e.target}" for e in sets if e.target is not None))


def _rested(sets: Sequence[PastSet]) -> Iterator[str]:
    for each in sets:
        timed = each.rest_planned_s is not None and each.skipped is None
        taken = "–" if each.rest_taken_s is None else clock(each.rest_taken_s)
        yield taken if timed else ""


def _planned(sets: Sequence[PastSet]) -> str:
    planned = dict.fromkeys(
        clock(each.rest_planned_s)
        for each in sets
        if each.rest_planned_s is not None and each.skipped is None
    )
    return f"of {', '.join(planned)}" if planned else ""
