"""The choices before a session, for any routine: rounds, minutes, and what home says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.home.home import home
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.routine import HalfOf, Routine
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.choices import (
    LEVEL,
    MINUTES,
    ROUTINE,
    Choices,
    changed,
    first_row,
    rounds_note,
    rows,
    startable_ids,
    suggested,
    typed,
)
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.fit import fitted, minutes_of
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, library, started
from tests.core.routines.routine_edits import routines
from tests.rows import for_each
from tests.sweep import examples

SEASONED = Facts(sessions=60, first=T0 - 400 * 86_400_000)


def shelf(*own: Routine) -> Shelf:
    return Shelf(
        shipped=library(), routines={each.id: MyRoutine(id=each.id, routine=each) for each in own}
    )


def planned(choices: Choices, found: Shelf | None = None) -> Started:
    now = Situation(facts=SEASONED, shelf=found or shelf(), now=T0)
    return planned_session(choices, now, "one")


def rounds(choices: Choices) -> dict[str, int]:
    return {block.id: block.rounds for block in planned(choices).routine.blocks}


@examples(15, 40)
@given(routines(), st.lists(st.tuples(st.integers(0, 20), st.sampled_from([-1, 1])), max_size=8))
def test_any_routine_can_be_chosen_and_its_lines_moved(
    routine: Routine, moves: list[tuple[int, int]]
) -> None:
    own = shelf(structs.replace(routine, id="own"))
    choices = Choices(routine="own", level=Level.ADVANCED)
    for line, by in moves:
        start = planned(choices, own)
        choices = changed(choices, start, line % len(rows(choices, start)), by, own)
    start = planned(choices, own)
    assert 0 <= first_row(rows(choices, start), start) < len(rows(choices, start))
    seen = outlook(start, SEASONED, Unit.KG, T0)
    assert home(ComingSession(start=start), seen, SEASONED, T0).big == str(seen.minutes)
    for block in start.routine.blocks:
        assert block.rounds <= block.high


@examples(15, 40)
@given(routines(), st.integers(10, 60))
def test_a_fitted_session_keeps_every_pair(routine: Routine, minutes: int) -> None:
    start = started(routine=routine)
    less = fitted(start, minutes)
    assert minutes_of(less) <= max(minutes, minutes_of(start))
    labels = {slot.label for _, slot in less.routine.slots()}
    for _, slot in routine.slots():
        if isinstance(slot.prescription, HalfOf) and slot.label in labels:
            assert slot.prescription.slot in labels
    warm_ups = [block for block in routine.blocks if block.zero_is_go]
    assert {b.id for b in warm_ups} <= {b.id for b in less.routine.blocks}


def test_the_article_loses_rounds_then_b4_then_b3() -> None:
    start = started(Level.ADVANCED)
    shrunk = [fitted(start, minutes).routine for minutes in range(65, 9, -1)]
    seen = list(
        dict.fromkeys(tuple(s.label for s in routine.blocks[1].slots) for routine in shrunk)
    )
    assert seen == [("B1", "B2", "B3", "B4"), ("B1", "B2", "B3"), ("B1", "B2")]
    assert shrunk[-1].blocks[0].rounds == 1


def test_in_pairs_the_second_pair_goes_first() -> None:
    start = started(routine=shipped("pairs", Level.ADVANCED))
    assert [block.id for block in fitted(start, 10).routine.blocks] == ["warm-up", "main"]


def test_main_rounds_are_those_of_every_block_but_the_warm_up() -> None:
    pairs = Choices(routine="pairs", level=Level.ADVANCED, main_rounds=3, warm_up_rounds=1)
    assert rounds(pairs) == {"warm-up": 1, "main": 3, "main-2": 3}
    one = structs.replace(pairs, rounds={"main-2": 2, "warm-up": 2})
    assert rounds(one) == {"warm-up": 2, "main": 3, "main-2": 2}


def put_in(about: str, text: str) -> Choices:
    """Return the choices of a session in pairs after a line of them was typed."""
    before = Choices(routine="pairs", level=Level.ADVANCED, main_rounds=3)
    start = planned(before)
    place = next(n for n, row in enumerate(rows(before, start)) if row.about == about)
    return typed(before, start, place, text)


def test_what_is_typed_belongs_to_its_line() -> None:
    assert rounds(put_in("main-2", "5")) == {"warm-up": 2, "main": 3, "main-2": 5}
    assert rounds(put_in("warm-up", "1"))["warm-up"] == 1
    assert put_in(MINUTES, "45").minutes == 45


@for_each(
    ("about", "text", "why"),
    [
        ("main", "2.5", "whole numbers only, 1 to 6"),
        ("main", ".", "whole numbers only"),
        ("main", "7", "1 to 6"),
        ("warm-up", "0", "1 to 3"),
        (MINUTES, "4", "10 to 180"),
        (MINUTES, "181", "10 to 180"),
        (MINUTES, "4.5", "whole numbers only"),
        (ROUTINE, "1", "← → choose"),
        (LEVEL, "2", "← → choose"),
    ],
)
def test_what_no_line_of_the_choices_has_is_refused_in_words(
    about: str, text: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        put_in(about, text)


def test_rounds_stay_within_what_the_block_allows() -> None:
    assert rounds(Choices(level=Level.ADVANCED, main_rounds=9, warm_up_rounds=9)) == {
        "warm-up": 3,
        "main": 6,
    }


def test_the_lines_of_the_choices() -> None:
    choices = Choices(routine="pairs", level=Level.ADVANCED)
    found = rows(choices, planned(choices))
    assert [row.about for row in found] == [ROUTINE, LEVEL, "warm-up", "main", "main-2", MINUTES]
    assert first_row(found, planned(choices)) == 3


def test_rounds_stand_beside_the_published_ones() -> None:
    block = next(each for each in started().routine.blocks if each.id != "warm-up")
    notes = [rounds_note(ARTICLE_ROUTINE, structs.replace(block, rounds=n)) for n in (3, 2)]
    assert notes == ["published: 3-6", "less than published: 3-6"]


def test_another_routine_brings_its_own_rounds() -> None:
    choices = Choices(level=Level.ADVANCED, main_rounds=6, minutes=40)
    after = changed(choices, planned(choices), 0, 1, shelf())
    assert (after.routine, after.main_rounds, after.minutes) == ("beginner-path", None, 40)
    assert changed(choices, planned(choices), 0, -1, shelf()).routine == list(SHIPPED)[-1]


def test_what_cannot_start_is_neither_offered_nor_suggested() -> None:
    base = structs.replace(shipped("minimal-25", Level.ADVANCED), id="own")
    slot = structs.replace(base.blocks[0].slots[0], exercise="sled")
    block = structs.replace(base.blocks[0], slots=(slot,))
    found = shelf(structs.replace(base, blocks=(block,)))
    assert "own" not in startable_ids(Level.ADVANCED, found)
    choices, why_not = suggested("own", Level.ADVANCED, found)
    assert choices == Choices(level=Level.ADVANCED)
    assert "sled" in why_not
    with pytest.raises(Refused, match="sled"):
        planned(Choices(routine="own"), found)


def test_one_that_was_deleted_gives_way_without_a_word() -> None:
    assert suggested("gone", Level.BEGINNER, shelf()) == (Choices(level=Level.BEGINNER), "")
