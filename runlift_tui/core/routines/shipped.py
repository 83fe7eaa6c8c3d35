"""The routines that ship: the article's session, and what can be made of it.

Each is made from the level's numbers, so a change of level changes it. Which slots are left
out, and what rests become by that, is our own rule.
"""

from collections.abc import Callable

from msgspec import Struct, structs

from runlift_tui.core.routines.levels import (
    ALL_SLOTS,
    ARTICLE_ROUTINE,
    MAIN,
    RULES,
    WARM_UP,
    Level,
    article_routine,
)
from runlift_tui.core.routines.routine import Block, HalfOf, Routine, Slot

BEGINNER_PATH = "beginner-path"
MINIMAL = "minimal-25"
NO_IMPACT = "no-impact"
PAIRS = "pairs"
SECOND_PAIR = "main-2"
_FEET_DOWN = "split-squat-fast"
_MINIMAL_TARGETS = {"A1": 8, "A2": 15, "A3": 10, "B1": 6}
_MINIMAL_SLOTS = ("A1", "A2", "A3", "B1", "B2")
_MINIMAL_REST_S = 90


class Shipped(Struct, frozen=True):
    """A routine that ships."""

    name: str
    purpose: str
    """What it is for, in one plain sentence."""
    blocks: Callable[[Level, int], tuple[Block, ...]]


def shipped(id_: str, level: Level, stage: int = ALL_SLOTS) -> Routine:
    """Return a routine that ships, with a level's numbers.

    Args:
        id_: One of `SHIPPED`.
        level: Whose numbers.
        stage: How far along the beginner's path; other levels have every slot at once.

    Raises:
        KeyError: no such routine ships.
    """
    found = SHIPPED[id_]
    return Routine(id=id_, name=found.name, blocks=found.blocks(level, stage))


def _article(level: Level, stage: int) -> tuple[Block, ...]:
    return article_routine(level, stage).blocks


def _beginner(_: Level, stage: int) -> tuple[Block, ...]:
    return _article(Level.BEGINNER, stage)


def _minimal(level: Level, stage: int) -> tuple[Block, ...]:
    """Return the least that works: the warm-up once, then B1 and B2."""
    gentle = RULES[Level.INTERMEDIATE]

    def least(slot: Slot) -> Slot:
        target = min(slot.target, _MINIMAL_TARGETS.get(slot.label, 0))
        slot = structs.replace(slot, target=target, rest_s=min(slot.rest_s, 20))
        if slot.label != "B1":
            return slot
        return structs.replace(
            slot,
            priming_s=min(slot.priming_s, gentle.priming[0]),
            least_s=min(slot.least_s, gentle.priming[1]),
            ramp=gentle.ramp if level is Level.ADVANCED else slot.ramp,
            rir=gentle.heavy_rir if level is Level.ADVANCED else slot.rir,
            rest_s=_MINIMAL_REST_S,
        )

    found = []
    for whole in _article(level, stage):
        block = whole.with_slots(least)
        slots = tuple(slot for slot in block.slots if slot.label in _MINIMAL_SLOTS)
        block = structs.replace(block, slots=slots)
        if block.id == WARM_UP:
            found.append(structs.replace(block, rounds=1))
        else:
            rounds = min(block.rounds, 3)
            found.append(structs.replace(block, rounds=rounds, round_rest_s=_MINIMAL_REST_S))
    return tuple(found)


def _no_impact(level: Level, stage: int) -> tuple[Block, ...]:
    """Return the session with the feet down: B2 is fast, and nothing lands."""

    def grounded(slot: Slot) -> Slot:
        fast = isinstance(slot.prescription, HalfOf)
        return structs.replace(slot, exercise=_FEET_DOWN) if fast else slot

    return article_routine(level, stage).with_slots(grounded).blocks


def _pairs(level: Level, stage: int) -> tuple[Block, ...]:
    """Return the session in pairs: B1 and B2 are over before B3 and B4 begin."""
    found: list[Block] = []
    for block in _article(level, stage):
        if block.id != MAIN:
            found.append(block)
            continue
        first = tuple(slot for slot in block.slots if slot.label in ("B1", "B2"))
        second = tuple(slot for slot in block.slots if slot.label not in ("B1", "B2"))
        rest = RULES[level].after_step_up_s
        found.append(
            structs.replace(block, name="First pair", slots=first, rest_after_s=block.round_rest_s)
        )
        found.append(
            structs.replace(
                block, id=SECOND_PAIR, name="Second pair", slots=second, round_rest_s=rest
            )
        )
    return tuple(found)


SHIPPED: dict[str, Shipped] = {
    ARTICLE_ROUTINE: Shipped(
        "Runner's lower body",
        "The whole session: a warm-up, then a heavy set, a rest and a fast one, step-ups, and a"
        " split squat against rotation.",
        _article,
    ),
    BEGINNER_PATH: Shipped(
        "Beginner's path",
        "The same session with a beginner's numbers, one more exercise for two sessions.",
        _beginner,
    ),
    MINIMAL: Shipped(
        "Minimal dose",
        "For weeks of 50 miles and more: the warm-up once, then only the heavy set and its fast"
        " one.",
        _minimal,
    ),
    NO_IMPACT: Shipped(
        "No impact",
        "The whole session with the feet down: the fast set stays on the ground, nothing lands.",
        _no_impact,
    ),
    PAIRS: Shipped(
        "In pairs",
        "For a shared gym: all rounds of the heavy set and its fast one first, then the rest.",
        _pairs,
    ),
}
"""Every routine that ships, by id, in the order in which they are offered."""
