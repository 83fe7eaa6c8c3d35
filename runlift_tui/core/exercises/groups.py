"""What can stand in an exercise's place, in groups: own choices, easier, alike, harder, the rest.

Within a group what is at hand comes first, and of that the nearest.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise, counting
from runlift_tui.core.exercises.likeness import likeness
from runlift_tui.core.exercises.needs import Need, at_hand, kit_words
from runlift_tui.core.lists.lines import SPACE, SheetLine

_PARTS = {"glute", "quad", "core", "hamstring", "hip", "calf", "foot", "upper", "adductor"}
"""The tags that name a part of the body."""
_STEPS = ("", "one step", "two steps", "three steps", "four steps")


class Group(StrEnum):
    """Where a list has an exercise, as it is headed; the order is that of the list."""

    YOURS = "yours"
    EASIER = "easier"
    ALIKE = "alike"
    HARDER = "harder"
    OTHERS = "all others"
    CLOSED = "closed for now"


class StandIn(Struct, frozen=True, kw_only=True):
    """One exercise that can stand in another's place."""

    exercise: Exercise
    group: Group
    step: str = ""
    """How far it is from the other one: "one step easier", "harder", "as hard"."""
    at_hand: bool = True
    """Whether all its kit counts as there: what today's session takes does."""
    used: bool = True
    """Whether all its kit was used here, or is said to be there."""
    needs: str = ""
    """What it needs, in words: "bench, 2 weights", "no kit"."""
    closed: str = ""
    """Why it is closed for now, in words; empty where it is open."""

    @property
    def is_harder(self) -> bool:
        """Whether it is harder than the other one, on the slot's own list too."""
        return self.step.endswith(Group.HARDER)

    @property
    def kit(self) -> str:
        """What it needs, marked: "✓ bench, 2 weights", "? wall"."""
        return f"{'✓' if self.used else '?'} {self.needs}"


def grouped(
    now: Exercise,
    library: Iterable[Exercise],
    there: Collection[Need],
    closed: Callable[[Exercise], str],
    *,
    alternatives: Sequence[str] = (),
    used: Collection[Need] | None = None,
    reps_only: bool = False,
) -> tuple[StandIn, ...]:
    """Return what can stand in an exercise's place, in the order in which it is offered.

    Args:
        now: What stands there now; it is not offered.
        library: All that there is.
        there: What kit counts as at hand.
        closed: Returns why one is closed for now, in words; empty where it is open.
        alternatives: Ids of the slot's own list, in its order.
        used: What kit was used here or is said to be; None where that is all that is at hand.
        reps_only: Leave out what is not counted in reps, as where a set is half of another.
    """
    library = tuple(library)
    own = {id_: place for place, id_ in enumerate(alternatives)}
    groups = tuple(Group)
    parts = _PARTS & set(now.tags)
    steps = Steps(now, library)

    def place(found: StandIn) -> tuple[int, int, bool, bool, bool, int, int, str]:
        other = found.exercise
        mine = own.get(other.id, len(own))
        far = steps.between(other) if found.group in (Group.EASIER, Group.HARDER) else 0
        return (
            groups.index(found.group),
            mine,
            not found.used,
            not found.at_hand,
            found.group is Group.OTHERS and not parts & set(other.tags),
            far,
            -likeness(now, other),
            other.name,
        )

    sure = there if used is None else used
    fit = (each for each in library if each.id != now.id and (each.in_reps or not reps_only))
    found = (
        structs.replace(
            _stand_in(steps, each, closed(each), at_hand(each, there), mine=each.id in own),
            used=at_hand(each, sure),
            needs=kit_words(each, sure),
        )
        for each in fit
    )
    return tuple(sorted(found, key=place))


class Steps:
    """How many steps harder or easier than one exercise the others are, by all the ladders.

    A step leads to the next rung, or to one that is named as harder or easier.
    """

    def __init__(self, now: Exercise, library: Iterable[Exercise]) -> None:
        self.now = now
        up: dict[str, set[str]] = defaultdict(set)
        rungs: dict[str, list[Exercise]] = defaultdict(list)
        for each in library:
            up[each.id] |= set(each.harder)
            for id_ in each.easier:
                up[id_].add(each.id)
            if each.ladder:
                rungs[each.ladder].append(each)
        for ladder in rungs.values():
            for below, above in pairwise(sorted(ladder, key=lambda each: each.rung)):
                up[below.id].add(above.id)
        down: dict[str, set[str]] = defaultdict(set)
        for id_, above_it in up.items():
            for above_id in above_it:
                down[above_id].add(id_)
        self._up, self._down = _reached(now.id, up), _reached(now.id, down)

    def between(self, other: Exercise) -> int:
        """Return how many steps apart two exercises are; 1 where no steps lead to the other."""
        if other.ladder == self.now.ladder != "":
            return abs(other.rung - self.now.rung)
        return self._up.get(other.id) or self._down.get(other.id) or 1

    def is_harder(self, other: Exercise) -> bool:
        """Whether steps lead up to an exercise, and none down."""
        return other.id in self._up and other.id not in self._down

    def is_easier(self, other: Exercise) -> bool:
        """Whether steps lead down to an exercise, and none up."""
        return other.id in self._down and other.id not in self._up


def _reached(start: str, steps: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Return what steps lead to, and after how many."""
    found, edge = {start: 0}, [start]
    while edge:
        edge = [id_ for each in edge for id_ in steps.get(each, ()) if id_ not in found]
        found.update(dict.fromkeys(edge, max(found.values()) + 1))
    return found


def _stand_in(steps: Steps, other: Exercise, closed: str, there: bool, *, mine: bool) -> StandIn:
    group, step = _group(steps, other)
    if mine:
        group = Group.YOURS
    if closed:
        group = Group.CLOSED
    return StandIn(exercise=other, group=group, step=step, at_hand=there, closed=closed)


def _group(steps: Steps, other: Exercise) -> tuple[Group, str]:
    now = steps.now
    rungs = other.rung - now.rung if now.ladder == other.ladder != "" else 0
    if rungs:
        group = Group.HARDER if rungs > 0 else Group.EASIER
        far = abs(rungs)
        return group, f"{_STEPS[far]} {group}" if far < len(_STEPS) else f"much {group}"
    named = steps.between(other) == 1
    if (named or _is_alike(now, other)) and steps.is_easier(other):
        return Group.EASIER, Group.EASIER.value
    if (named or _is_alike(now, other)) and steps.is_harder(other):
        return Group.HARDER, Group.HARDER.value
    return (Group.ALIKE, Group.ALIKE.value) if _is_alike(now, other) else (Group.OTHERS, "")


def _is_alike(now: Exercise, other: Exercise) -> bool:
    """Whether another one is counted like it, and works all the parts of the body that it does.

    What it works first is one of them, so that a pull-up is not alike to a dead bug: both work the
    core. A throw is alike to throws alone, and what takes a load to what takes one.
    """
    if other.takes_load and not now.takes_load:
        return False
    parts = _PARTS & set(now.tags)
    kinds = [(each.measure, each.is_jump, each.is_power) for each in (now, other)]
    first = next((tag for tag in other.tags if tag in _PARTS), "")
    return kinds[0] == kinds[1] and first in parts and parts <= set(other.tags)


def about(found: StandIn, now: Exercise, last: str, start: str) -> tuple[SheetLine, ...]:
    """Return what is told of one that is chosen, the most needed first.

    Args:
        found: The one.
        now: What stands in the slot.
        last: What was done of it last; empty where it was never done.
        start: What it would begin with, a sentence; empty where there is nothing to say.
    """
    exercise = found.exercise
    done = f"last {last}" if last else "never done"
    facts = "; ".join(filter(None, (found.step, *_counting(now, exercise), done)))
    lines = [SheetLine("", exercise.name, "strong"), SheetLine("", facts, "quiet")]
    if found.closed:
        lines.append(SheetLine("", f"closed: {found.closed}", "mark"))
    lines += [SheetLine("", start), SPACE, SheetLine("", exercise.trains)]
    lines += [SheetLine("", exercise.setup), SPACE, SheetLine("", _kit(found), "quiet")]
    return tuple(line for line in lines if line.text or line == SPACE)


def _counting(now: Exercise, other: Exercise) -> Iterator[str]:
    if now.measure is not other.measure:
        yield counting(other)


def _kit(found: StandIn) -> str:
    if found.used:
        return ""
    return f"Needs {found.needs}. Not sure that you have all of it."


def is_about(exercise: Exercise, query: str) -> bool:
    """Whether each word of a query begins a word of what an exercise works or needs."""
    told = " ".join((*exercise.tags, *exercise.equipment)).lower().replace("-", " ")
    begins = (*told.split(), *exercise.tags, *exercise.equipment)
    asked = query.lower().split()
    return bool(asked) and all(any(each.startswith(word) for each in begins) for word in asked)
