"""What a line says of a set."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.aloud.orders import Kind, Order, order
from runlift_tui.core.aloud.typed import as_typed, says_values, values_typed
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.typing import OpenSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.rows import for_each

KEY = StepKey("main", 1, "B1")
LEGS = OpenSet(KEY, dict.fromkeys((Field.LEFT, Field.RIGHT, Field.LOAD_KG, Field.RIR), None), 2)
HOLD = OpenSet(KEY, dict.fromkeys((Field.LEFT_S, Field.RIGHT_S), None), 1)
JUMPS = OpenSet(KEY, dict.fromkeys((Field.REPS, Field.SNAP), None), 1)


@for_each(
    ("line", "opened", "values"),
    [
        ("8", LEGS, {Field.LEFT: 8, Field.RIGHT: 8}),
        ("8/7", LEGS, {Field.LEFT: 8, Field.RIGHT: 7}),
        ("8 / 7, load 24", LEGS, {Field.LEFT: 8, Field.RIGHT: 7, Field.LOAD_KG: 48}),
        ("8 at 2x22", LEGS, {Field.LEFT: 8, Field.RIGHT: 8, Field.LOAD_KG: 44}),
        ("load 7,5", LEGS, {Field.LOAD_KG: 15}),
        ("2 x 12.5 kg", LEGS, {Field.LOAD_KG: 25}),
        ("left 6, could do 2", LEGS, {Field.LEFT: 6, Field.RIR: 2}),
        ("right 6; 2 more", LEGS, {Field.RIGHT: 6, Field.RIR: 2}),
        ("20/18", HOLD, {Field.LEFT_S: 20, Field.RIGHT_S: 18}),
        ("left 15", HOLD, {Field.LEFT_S: 15}),
        ("6 reps, snap 4", JUMPS, {Field.REPS: 6, Field.SNAP: 4}),
        ("seconds 15", HOLD, {Field.LEFT_S: 15, Field.RIGHT_S: 15}),
    ],
)
def test_values_of_a_set(line: str, opened: OpenSet, values: dict[Field, float]) -> None:
    assert says_values(line)
    assert values_typed(line, opened, Gear()) == values


@for_each(
    ("line", "opened"),
    [
        ("8/7, load 24, could do 2", LEGS),
        ("8", LEGS),
        ("left 6", LEGS),
        ("right 6, load 7.5", LEGS),
        ("20/18", HOLD),
        ("6, snap 4", JUMPS),
        ("", JUMPS),
    ],
)
def test_a_set_is_written_as_it_is_typed(line: str, opened: OpenSet) -> None:
    values = values_typed(line, opened, Gear()) if line else {}
    found = structs.replace(opened, values=dict.fromkeys(opened.values, None) | values)
    assert as_typed(found, Gear()) == line


def test_a_load_is_in_the_unit_of_the_athlete() -> None:
    found = values_typed("load 10", LEGS, Gear(unit=Unit.LB))[Field.LOAD_KG]
    assert found == pytest.approx(2 * 10 * 0.45359237, abs=1e-3)


@for_each(
    ("line", "opened"),
    [
        ("8,5", LEGS),
        ("8 reps of something", LEGS),
        ("500", LEGS),
        ("snap 3", LEGS),
        ("3x20", LEGS),
        ("6/5", JUMPS),
        ("load 20", HOLD),
        ("left 6", JUMPS),
        ("8 12 x", LEGS),
        ("9 8 7", LEGS),
        ("9/8 7", LEGS),
        ("9 8", LEGS),
        ("8 load 10 load 12", LEGS),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(line: str, opened: OpenSet) -> None:
    with pytest.raises(Refused):
        values_typed(line, opened, Gear())


@given(st.text(max_size=30))
def test_no_line_does_anything_but_say_values_or_refuse(line: str) -> None:
    for opened in (LEGS, HOLD, JUMPS):
        with suppress(Refused):
            assert set(values_typed(line, opened, Gear())) <= set(opened.values)
    order(line)


@for_each(
    ("line", "meant"),
    [
        ("u", Order(Kind.UNDO)),
        ("U", Order(Kind.REDO)),
        ("Undo", Order(Kind.UNDO)),
        ("+", Order(Kind.LENGTHEN, "+15")),
        ("-30", Order(Kind.LENGTHEN, "-30")),
        ("+ 60 s", Order(Kind.LENGTHEN, "+60")),
        ("n left knee clicked", Order(Kind.NOTE, "left knee clicked")),
        ("pain 4", Order(Kind.PAIN, "4")),
        ("h", Order(Kind.PAIN)),
        ("l", Order(Kind.LATER)),
        ("PAUSE", Order(Kind.PAUSE)),
        ("left", Order(Kind.LEFT)),
        ("left 8", None),
        ("8", None),
        ("skip it", None),
        ("+x", None),
    ],
)
def test_orders(line: str, meant: Order | None) -> None:
    assert order(line) == meant
