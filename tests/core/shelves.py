"""Routines and exercises as an athlete might make them, odd ones among them."""

from hypothesis import strategies as st

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.routines.routine import (
    Block,
    HalfOf,
    Hold,
    Prescription,
    RampSet,
    Reps,
    Routine,
    Slot,
)
from tests.core.builders import library

REPS = sorted(id_ for id_, each in library().items() if each.measure is Measure.REPS)
HOLDS = sorted(id_ for id_, each in library().items() if each.measure is Measure.HOLD)

ODD = (
    '"',
    "'''",
    '"""',
    "\\",
    "a\nb",
    "\r\n",
    "\t",
    "\x00",
    "\x1b[2J",
    "\x9b",
    "\u202e",
    "#",
    "é🦵🏽‍♀️",
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
"""Any text that a file in UTF-8 can hold."""
odd_texts = st.one_of(texts, st.sampled_from(ODD), st.builds("{} {}".format, texts, texts))
named = odd_texts.filter(lambda text: bool(text.strip()) and len(text) <= 40)
"""Any text that will do as a name."""
rests = st.one_of(st.integers(0, 1800), st.sampled_from([0, 59, 60, 61, 1800]))


@st.composite
def exercises(draw: st.DrawFn, id_: str = "odd-one") -> Exercise:
    """Return an exercise that the editor accepts, whatever its texts are."""
    measure = draw(st.sampled_from(Measure))
    load = draw(st.sampled_from(LoadKind))
    ladder = draw(st.sampled_from(["", "dead-bug"]) | named)
    lists = st.lists(named, max_size=4, unique=True).map(tuple)
    neighbours = st.lists(st.sampled_from(REPS), max_size=2, unique=True).map(tuple)
    return Exercise(
        id=id_,
        name=draw(named),
        measure=measure,
        sides=Sides.BOTH if measure is Measure.METRES else draw(st.sampled_from(Sides)),
        load=load,
        implements=draw(st.sampled_from([1, 2])) if load is LoadKind.EXTERNAL else 1,
        aliases=draw(lists),
        trains=draw(st.just("") | named),
        equipment=draw(lists),
        setup=draw(st.just("") | named),
        cues=draw(lists),
        tags=draw(lists),
        ladder=ladder,
        rung=draw(st.integers(0, 20)) if ladder else 0,
        easier=draw(neighbours),
        harder=draw(neighbours),
        contacts=draw(st.integers(0, 10)) if measure is Measure.REPS else 0,
        why=draw(st.just("") | named),
        source=draw(st.just("") | named),
    )


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Return a routine that the editor accepts, out to the ends of what it accepts."""
    letters = draw(st.lists(st.sampled_from("ABCXYZ"), min_size=1, max_size=3, unique=True))
    return Routine(
        id="odd-one",
        name=draw(named),
        blocks=tuple(_block(draw, letter) for letter in letters),
    )


def _block(draw: st.DrawFn, letter: str) -> Block:
    slots: list[Slot] = []
    for number in draw(st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True)):
        slots.append(_slot(draw, f"{letter}{number}", slots))
    low, rounds, high = sorted(draw(st.tuples(*[st.integers(1, 9)] * 3)))
    return Block(
        id=f"block {letter}",
        name=draw(named),
        slots=tuple(slots),
        rounds=rounds,
        low=low,
        high=high,
        round_rest_s=draw(rests),
        rest_after_s=draw(rests),
        zero_is_go=draw(st.booleans()),
    )


def _slot(draw: st.DrawFn, label: str, before: list[Slot]) -> Slot:
    prescription = draw(_prescriptions(before))
    known = HOLDS if isinstance(prescription, Hold) else REPS
    priming = draw(rests)
    target = 0
    if not isinstance(prescription, HalfOf):
        target = draw(st.integers(prescription.low, prescription.high))
    return Slot(
        label=label,
        exercise=draw(st.sampled_from(known)),
        prescription=prescription,
        target=target,
        rir=draw(st.none() | st.tuples(st.integers(0, 4), st.integers(4, 10))),
        rest_s=draw(rests),
        priming_s=priming,
        least_s=draw(st.integers(0, priming)),
        ramp=draw(_ramps()) if isinstance(prescription, Reps) else (),
        alternatives=tuple(draw(st.lists(st.sampled_from(REPS), max_size=3, unique=True))),
        unloaded=draw(st.booleans()),
    )


def _prescriptions(before: list[Slot]) -> st.SearchStrategy[Prescription]:
    pairs = st.tuples(st.integers(1, 200), st.integers(1, 200)).map(sorted)
    kinds: list[st.SearchStrategy[Prescription]] = [
        pairs.map(lambda ends: Reps(*ends)),
        pairs.map(lambda ends: Hold(*ends)),
    ]
    heavy = [
        slot.label
        for slot in before
        if isinstance(slot.prescription, Reps) and slot.prescription.high >= 4
    ]
    if heavy:
        kinds.append(st.sampled_from(heavy).map(HalfOf))
    return st.one_of(kinds)


def _ramps() -> st.SearchStrategy[tuple[RampSet, ...]]:
    shares = st.lists(st.integers(0, 20).map(lambda part: part / 20), max_size=4, unique=True)
    sets = shares.map(sorted).flatmap(
        lambda rising: st.tuples(
            *(
                st.builds(RampSet, reps=st.integers(1, 50), share=st.just(share), rest_s=rests)
                for share in rising
            )
        )
    )
    return st.just(()) | sets
