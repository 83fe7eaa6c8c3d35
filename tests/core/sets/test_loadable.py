"""Which loads a gym can make for an exercise: a bar with its plates, a list, a step, a stack."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.aloud.states import told_step
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.prefill import expected_load, prefill
from runlift_tui.core.session.state import steps
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.session.told import shape, weight
from runlift_tui.core.sets.beginning import beginning
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.next_time import Coming, next_times
from runlift_tui.core.sets.plates import made_of
from runlift_tui.core.sets.typing import draft
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.weights import Barbell, Gear, Weights
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.setup.preview import preview
from runlift_tui.core.words.units import Unit, to_kg
from tests.core.builders import T0, library, main, started
from tests.core.past import DAY_MS
from tests.rows import for_each

BAR, PAIR, ONE = "rfe-split-squat-barbell", "rfe-split-squat", "goblet-squat"
TYPED = Weights(list_kg=(4.0, 6.0, 8.0, 10.0, 12.5, 15.0, 20.0, 25.0, 27.5, 30.0))
"""Dumbbells, as they were typed at a first start."""
PLATES = Barbell(bar_kg=20.0, plates_kg=(25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25))
HOME = Gear(TYPED, bar=PLATES)


@for_each(
    ("exercise", "gear", "now", "down", "up"),
    [
        (BAR, HOME, 42.5, 40.0, 45.0),
        (BAR, Gear(TYPED), 42.5, 40.0, 45.0),
        (BAR, Gear(), 42.5, 40.0, 45.0),
        (BAR, Gear(), 42.0, 40.0, 42.5),
        (BAR, Gear(Weights(step_kg=2.0), bar=Barbell(bar_kg=15.0)), 15.0, None, 17.5),
        (BAR, Gear(bar=Barbell(bar_kg=20.0, plates_kg=(10.0,))), 40.0, 20.0, 60.0),
        (BAR, HOME, 20.0, None, 22.5),
        (BAR, HOME, 8.0, None, 20.0),
        (BAR, Gear(unit=Unit.LB), to_kg(95, Unit.LB), to_kg(90, Unit.LB), to_kg(100, Unit.LB)),
        ("trap-bar-deadlift", HOME, 42.5, 40.0, 45.0),
        (PAIR, HOME, 12.5, 10.0, 15.0),
        (PAIR, HOME, 42.5, 30.0, None),
        (ONE, HOME, 4.0, None, 6.0),
        (ONE, Gear(), 13.0, 12.0, 14.0),
        ("leg-press", HOME, 100.0, 97.5, 102.5),
        ("leg-press", Gear(Weights(step_kg=5.0)), 100.0, 95.0, 105.0),
        ("hip-thrust", HOME, 27.5, 25.0, 30.0),
        ("hip-thrust", HOME, 42.5, 40.0, 45.0),
        ("hip-thrust", Gear(), 18.0, 16.0, 20.0),
        ("hip-thrust", Gear(), 20.0, 18.0, 22.5),
        ("pull-up", Gear(Weights(list_kg=(4.0, 8.0)), bar=PLATES), 2.5, 1.25, 4.0),
    ],
)
def test_the_loads_of_an_exercise_are_those_of_what_carries_them(
    exercise: str, gear: Gear, now: float, down: float | None, up: float | None
) -> None:
    found = loadable(library()[exercise], gear)
    assert found.below(now) == (None if down is None else pytest.approx(down))
    assert found.above(now) == (None if up is None else pytest.approx(up))


POUNDS = Gear(unit=Unit.LB)


@for_each(
    ("exercise", "gear", "each", "here"),
    [
        (PAIR, Gear(Weights(step_kg=2.0)), to_kg(20, Unit.LB), 8.0),
        (PAIR, Gear(), to_kg(17.5, Unit.LB), 6.0),
        (PAIR, HOME, to_kg(45, Unit.LB), 20.0),
        (BAR, Gear(), to_kg(135, Unit.LB), 60.0),
        (PAIR, POUNDS, 10.0, to_kg(20, Unit.LB)),
        (BAR, POUNDS, 60.0, to_kg(130, Unit.LB)),
        # What was lifted in this unit stands, whatever is said to be there.
        (PAIR, Gear(Weights(step_kg=2.0)), 9.0, 9.0),
        (PAIR, Gear(Weights(step_kg=2.0)), 9.07, 9.07),
        (PAIR, HOME, 13.0, 13.0),
        (PAIR, POUNDS, to_kg(22, Unit.LB), to_kg(22, Unit.LB)),
        # So does what is there, and what there is nothing lighter than.
        (PAIR, Gear(Weights(step_kg=to_kg(5, Unit.LB))), to_kg(20, Unit.LB), to_kg(20, Unit.LB)),
        (PAIR, Gear(Weights(step_kg=2.0), Unit.LB), 8.0, 8.0),
        (PAIR, HOME, to_kg(5, Unit.LB), to_kg(5, Unit.LB)),
    ],
)
def test_of_the_other_units_weights_the_next_lighter_is_taken_and_no_other_load_is_lowered(
    exercise: str, gear: Gear, each: float, here: float
) -> None:
    assert loadable(library()[exercise], gear).at_hand(each) == pytest.approx(here, abs=1e-3)


@for_each(
    ("exercise", "kg", "said"),
    [
        (BAR, 45.0, ""),
        (BAR, 43.0, "43 kg cannot be made with your bar and plates"),
        (PAIR, 25.0, ""),
        (PAIR, 22.0, "2 x 11 kg is not on your list"),
        ("leg-press", 101.0, ""),
        ("hip-thrust", 43.0, "43 kg is not on your list, nor made with your bar and plates"),
        ("hip-thrust", 12.5, ""),
    ],
)
def test_only_what_was_said_lacks_anything(exercise: str, kg: float, said: str) -> None:
    known = library()[exercise]
    assert loadable(known, HOME).lacks(kg, known.implements) == said
    for gear in (Gear(), Gear(Weights(step_kg=2.5)), Gear(bar=Barbell(bar_kg=20.0))):
        assert loadable(known, gear).lacks(kg, known.implements) == ""


@given(st.integers(1, 40), st.lists(st.integers(1, 30), min_size=1, max_size=3, unique=True))
def test_a_bar_makes_every_load_of_pairs_and_no_other(bar: int, plates: list[int]) -> None:
    gear = Gear(bar=Barbell(bar_kg=bar / 2, plates_kg=tuple(each / 4 for each in plates)))
    found = loadable(library()[BAR], gear)
    most = bar / 2 + 2 * 4 * min(plates) / 4  # with more, it may be more than four on each end
    made = {
        bar / 2 + 2 * sum(side) / 4
        for count in range(5)
        for side in combinations_with_replacement(plates, count)
    }
    assert [kg for kg in found.each_kg if kg <= most] == sorted(kg for kg in made if kg <= most)
    assert found.each_kg[-1] <= 1000


_kilos = st.integers(2, 240).map(lambda n: n / 4)
_gears = st.builds(
    Gear,
    st.one_of(
        st.builds(Weights, list_kg=st.lists(_kilos, max_size=6, unique=True).map(tuple)),
        st.builds(Weights, step_kg=st.sampled_from([None, 0.5, 2.0, 2.5, 5.0, 14.0])),
    ),
    st.sampled_from(Unit),
    st.builds(
        Barbell,
        bar_kg=st.sampled_from([None, 10.0, 15.0, 20.0, 25.0]),
        plates_kg=st.lists(_kilos, max_size=4, unique=True).map(tuple),
    ),
)


@given(_gears, st.sampled_from([BAR, PAIR, ONE, "hip-thrust", "leg-press", "pull-up"]), st.data())
def test_a_step_up_and_one_down_leads_back(gear: Gear, exercise: str, data: st.DataObject) -> None:
    known = library()[exercise]
    found = loadable(known, gear)
    most = 999 / known.implements
    each = data.draw(st.sampled_from([kg for kg in found.each_kg[:60] if kg <= most] or [0.0]))
    now = {Field.LOAD_KG: round(each * known.implements, 4)}
    at = draft(main(1, "B1"), (Field.LOAD_KG,), known.implements, found)
    for there, back in ((1, -1), (-1, 1)):
        moved = at.stepped(there, now)
        if at.stuck(there, now):
            assert moved == now
        else:
            assert (moved[Field.LOAD_KG] or 0) * there > (now[Field.LOAD_KG]) * there
            assert at.stepped(back, moved) == pytest.approx(now, abs=0.001)


_sets = st.builds(
    LastSet,
    left=st.integers(0, 12),
    right=st.integers(0, 12),
    rir=st.one_of(st.none(), st.integers(0, 5)),
    load_kg=st.one_of(st.none(), st.integers(0, 200).map(lambda n: n / 2)),
)


def with_bar(gear: Gear, *last: LastSet, days: int = 3, level: Level = Level.ADVANCED) -> Started:
    """Return the start of a session with a barbell at B1, as it was done that long ago."""
    start = started(level)
    slot = structs.replace(start.routine.slot("B1"), exercise=BAR)
    routine = start.routine.with_slots(lambda each: slot if each.label == "B1" else each)
    known = {**library(), BAR: library()[BAR]}
    when = T0 - days * DAY_MS
    past = (LastTime(slot="B1", exercise=BAR, sets=last, when=when),) if last else ()
    coming = Coming(gear=gear, level=level, now=T0)
    return structs.replace(
        start,
        routine=routine,
        exercises=(*start.exercises, known[BAR]),
        last=past,
        gear=gear,
        next_times=next_times(routine, known, past, coming),
    )


@given(_gears, st.lists(_sets, max_size=3), st.integers(0, 90), st.sampled_from(Level))
def test_a_bars_load_can_always_be_made_or_was_lifted_and_no_ramp_is_below_the_bar(
    gear: Gear, last: list[LastSet], days: int, level: Level
) -> None:
    start = with_bar(gear, *last, days=days, level=level)
    found = loadable(library()[BAR], gear)
    lifted = {each.load_kg for each in last}
    session = begin(start, T0)
    at = [step for step in steps(session) if step.exercise.id == BAR and not step.fast]
    working = expected_load(session, next(step for step in at if step.ramp is None))
    for step in at:
        kg = expected_load(session, step)
        assert kg in lifted or (kg is not None and found.makes(kg))
        assert "without" not in weight(session, step, gear.unit)
        if step.ramp is not None:
            lightest = min([found.each_kg[0], *(kg for kg in lifted if kg)])
            assert kg is not None
            assert kg >= lightest - 1e-3
            assert step.ramp.share or found.is_empty_bar(kg) or kg == working
            assert not working or kg <= working + 1e-3
        place = draft(step.key, (Field.LOAD_KG,), 1, found)
        for by in (1, -1):
            after = place.stepped(by, prefill(session, step)).get(Field.LOAD_KG)
            assert after in lifted or (after is not None and found.makes(after))


def test_what_a_bar_of_a_first_time_weighs_is_said_and_stands_prefilled() -> None:
    start = with_bar(HOME)
    session = begin(start, T0)
    ramp = [step for step in open_steps(session) if step.key.slot == "B1" and step.ramp]
    assert [expected_load(session, step) for step in ramp] == [20.0, 20.0, 20.0]
    assert weight(session, ramp[0], Unit.KG) == "empty bar, 20 kg"
    assert [each.why for each in start.next_times if each.slot == "B1"] == [
        "first time: begin with the empty bar, 20 kg, add until you could do 2 more"
    ]
    text = "\n".join(card(ComingSession(start=start), Unit.KG))
    assert "ramp: 5 each leg with the empty bar, 20 kg" in text
    assert "unloaded" not in text
    assert "20 kg (empty bar)" in kit(session, Unit.KG)
    told = told_step(session, ramp[0], Unit.KG)
    assert told.startswith("B1: ")
    assert "5 each leg with the empty bar, 20 kg, left first" in told
    shown = [each.text for each in preview(ComingSession(start=start), Unit.KG).steps]
    assert "ramp: 5 each leg with the empty bar, 20 kg" in shown
    assert not any("unloaded" in text for text in shown)


def test_a_bar_that_is_begun_without_weight_is_the_empty_bar() -> None:
    start = with_bar(HOME)
    bare = start.routine.with_slots(lambda slot: structs.replace(slot, unloaded=True))
    start = structs.replace(start, routine=bare, next_times=())
    session = begin(start, T0)
    heavy = next(step for step in steps(session) if step.key == main(1, "B1"))
    assert expected_load(session, heavy) == 20.0
    assert weight(session, heavy, Unit.KG) == "empty bar, 20 kg"
    assert "B1 6 (5-10) each leg with the empty bar, 20 kg" in shape(start)
    assert "20 kg (empty bar)" in kit(session, Unit.KG)


def test_what_was_built_of_plates_is_what_comes_again() -> None:
    done = LastSet(left=8, right=8, rir=2, load_kg=45.0)
    start = with_bar(HOME, done)
    session = begin(start, T0)
    ramps = [expected_load(session, step) for step in steps(session) if step.key.slot == "B1"]
    assert ramps[:4] == [20.0, 22.5, 32.5, 45.0]
    (coming,) = (each for each in start.next_times if each.slot == "B1")
    assert (coming.load_kg, "not" in coming.why) == (45.0, False)
    assert "45 kg (20 bar + 2 x (10 + 2.5))" in kit(session, Unit.KG)
    assert made_of(28.0, library()[PAIR], Gear(Weights(step_kg=2.5))) == ""


@for_each(
    ("gear", "kg", "words"),
    [
        (HOME, 45.0, "20 bar + 2 x (10 + 2.5)"),
        (HOME, 25.0, ""),
        (HOME, 12.5, ""),
        (HOME, 13.0, "13 kg is not on your list: 12.5 is next below"),
        (Gear(), 60.0, "20 bar + 2 x 20, if the bar has 20 kg"),
        (Gear(), 18.0, ""),
    ],
)
def test_where_either_will_do_a_load_is_told_by_what_carries_it(
    gear: Gear, kg: float, words: str
) -> None:
    assert made_of(kg, library()["hip-thrust"], gear) == words


def test_a_pair_is_begun_in_the_hands_though_a_bar_would_do() -> None:
    pair = library()["romanian-deadlift"]
    assert beginning(pair, Level.BEGINNER, 3, Gear()).at == "with 2 x 4-6 kg"
    assert loadable(pair, HOME).above(12.5) == 15.0
