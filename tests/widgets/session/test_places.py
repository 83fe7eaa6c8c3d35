"""Where the parts stand: as in the sketches, inside of the window, and never over each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from textual.geometry import Region

from runlift_tui.core.face.shapes import Scene
from runlift_tui.widgets.session.frame import Needs, PartPlaces
from runlift_tui.widgets.session.places import places
from runlift_tui.widgets.session.question_place import with_question
from tests.rows import for_each

WORK = Needs(Scene.WORK, "00", figure=16)
REST = Needs(Scene.REST, "0:00", figure=16)
SHORT = structs.replace(REST, name=30, beside=63)
LONG = structs.replace(REST, name=68, broken=46, beside=63)
LEAD_IN = Needs(Scene.LEAD_IN, "00", "LEFT", "READY IN", figure=16)
COUNTED = structs.replace(LEAD_IN, count="20 S")
HOLD = Needs(Scene.HOLD, "00", "LEFT", figure=16)

NEEDS = st.builds(
    Needs,
    st.sampled_from(Scene),
    st.sampled_from(["00", "000", "0:00", "+0:00", "00:00", "0:00:00"]),
    st.sampled_from(["", "LEFT", "RIGHT"]),
    st.sampled_from(["", "READY IN", "SWITCH"]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 120),
    st.booleans(),
    st.sampled_from([0, 6, 16]),
    name=st.sampled_from([0, 26, 49, 76]),
    broken=st.sampled_from([0, 39]),
    beside=st.sampled_from([0, 33, 75]),
    count=st.sampled_from(["", "20 S", "120 S"]),
    stands=st.sampled_from([0, 23]),
)


def regions(found: PartPlaces) -> dict[str, Region]:
    """Return the parts that have a place."""
    return {name: region for name, region in structs.asdict(found).items() if region.area}


@given(NEEDS, st.integers(60, 240), st.integers(16, 70))
def test_parts_are_inside_and_none_lies_over_another(needs: Needs, width: int, height: int) -> None:
    found = regions(places(needs, width, height))
    window = Region(0, 0, width, height)
    assert {name for name, region in found.items() if not window.contains_region(region)} == set()
    over = [(a, b) for a, b in combinations(found, 2) if found[a].overlaps(found[b])]
    assert over == []
    assert {"strip", "number", "keys"} <= set(found)


@for_each(
    ("needs", "size", "wanted"),
    [
        # Rows and columns of the sketches, counted from 0 here.
        (WORK, (80, 24), {"heading": (1, 3), "chips": (4, 1), "number": (6, 7), "under": (14, 6)}),
        (WORK, (120, 36), {"heading": (3, 3), "chips": (7, 1), "number": (10, 14)}),
        (WORK, (160, 45), {"heading": (3, 5), "chips": (9, 1), "number": (13, 20)}),
        (WORK, (60, 16), {"heading": (1, 3), "chips": (4, 1), "number": (6, 6)}),
        (REST, (80, 24), {"number": (5, 8), "bar": (14, 1), "coming": (17, 4), "values": (21, 1)}),
        (REST, (120, 36), {"number": (8, 13), "bar": (22, 1), "coming": (26, 4)}),
        (REST, (160, 45), {"number": (10, 18), "bar": (30, 1), "coming": (34, 4)}),
        (SHORT, (80, 24), {"number": (4, 6), "bar": (11, 1), "called": (14, 3), "coming": (17, 4)}),
        (SHORT, (80, 24), {"figure": (1, 16), "next": (13, 1), "cue": (12, 1)}),
        (LONG, (80, 24), {"number": (4, 5), "bar": (7, 2), "called": (11, 6), "coming": (17, 4)}),
        (LONG, (80, 24), {"figure": (1, 16), "next": (10, 1), "cue": (4, 3)}),
        (LONG, (100, 30), {"figure": (4, 16), "called": (20, 3), "coming": (23, 4)}),
        (LONG, (120, 36), {"number": (8, 10), "bar": (19, 1), "called": (23, 3)}),
        (LONG, (120, 36), {"figure": (5, 16), "coming": (26, 4), "values": (31, 1)}),
        (REST, (60, 16), {"number": (2, 6), "bar": (8, 1), "coming": (9, 4)}),
        (LEAD_IN, (80, 24), {"word": (6, 7), "lead": (16, 3), "number": (14, 5), "bar": (20, 1)}),
        (LEAD_IN, (120, 36), {"word": (9, 10), "lead": (25, 3), "number": (20, 8)}),
        (LEAD_IN, (160, 45), {"word": (11, 14), "lead": (32, 5), "number": (26, 11)}),
        (COUNTED, (80, 24), {"word": (6, 5), "target": (8, 3), "lead": (16, 3)}),
        (COUNTED, (120, 36), {"word": (9, 10), "target": (16, 3), "lead": (25, 3)}),
        (COUNTED, (160, 45), {"word": (11, 12), "target": (18, 5), "lead": (32, 5)}),
        (HOLD, (80, 24), {"number": (6, 10), "bar": (19, 1), "cue": (21, 1)}),
        (HOLD, (120, 36), {"number": (9, 18), "bar": (28, 1), "cue": (30, 1)}),
        (HOLD, (160, 45), {"number": (11, 24), "bar": (36, 1), "cue": (38, 1)}),
    ],
)
def test_rows_are_those_of_the_sketches(
    needs: Needs, size: tuple[int, int], wanted: dict[str, tuple[int, int]]
) -> None:
    found = regions(places(needs, *size))
    assert {name: (found[name].y, found[name].height) for name in wanted} == wanted


@pytest.mark.parametrize("size", [(120, 36), (160, 45)])
def test_what_was_before_goes_to_the_right_before_a_note_is_cut(size: tuple[int, int]) -> None:
    plain = places(WORK, *size)
    noted = places(structs.replace(WORK, notes=400, before=30), *size)
    assert noted.before.x > plain.before.x
    assert noted.before.right == plain.before.right
    assert noted.before.width >= 30
    few = structs.replace(WORK, notes=60, before=30)
    assert places(few, *size) == plain


@given(NEEDS, st.integers(60, 240), st.integers(16, 70), st.integers(2, 12))
def test_a_question_lies_over_nothing_that_stays_and_hides_neither_number_values_nor_keys(
    needs: Needs, width: int, height: int, rows: int
) -> None:
    without = places(needs, width, height)
    found = with_question(without, needs.scene, rows)
    if found is None:
        return
    assert found.question.height >= rows
    for stays in ("number", "values", "keys", "heading", "figure"):
        assert getattr(found, stays) == getattr(without, stays)
    for (_, one), (_, other) in combinations(regions(found).items(), 2):
        assert not one.overlaps(other)
    assert Region(0, 0, width, height).contains_region(found.question)


@for_each("size", [(80, 24), (120, 36), (160, 45)])
@for_each("needs", [WORK, REST])
def test_a_question_with_five_answers_has_a_place_beside_the_number_or_under_it(
    needs: Needs, size: tuple[int, int]
) -> None:
    found = with_question(places(needs, *size), needs.scene, 6)
    assert found is not None
    assert found.question.y >= found.number.y


@given(NEEDS, st.integers(80, 240), st.integers(22, 70))
def test_words_keep_two_columns_from_how_it_is_done(needs: Needs, width: int, height: int) -> None:
    found = places(needs, width, height)
    if found.how.area and found.beside.area:
        assert found.how.x - found.beside.right >= 2


def test_what_comes_next_gives_up_a_figure_only_where_it_has_no_room_in_two_rows() -> None:
    assert places(LONG, 80, 24).figure.area
    one_word = structs.replace(LONG, broken=0)
    assert not places(one_word, 80, 24).figure.area
    assert places(one_word, 80, 24).called.width >= one_word.name
    lying = structs.replace(one_word, figure=8)
    assert places(lying, 80, 24).figure.height == 8
    noted = structs.replace(LONG, cue=120)
    assert not places(noted, 80, 24).figure.area, (
        "what is not shortened is read before a figure is seen"
    )
    assert places(noted, 80, 24).cue.width >= 78
    for needs in (structs.replace(noted, cut=True), structs.replace(REST, cue=120, cut=True)):
        found = places(needs, 80, 24)
        assert found.figure.height == 16
        assert not found.cue.overlaps(found.figure)
    assert places(structs.replace(noted, cut=True), 120, 36).cue.height >= 2


def test_a_name_that_has_no_letters_leaves_its_row_to_the_count() -> None:
    found = places(structs.replace(LONG, name=0, broken=0), 80, 24)
    assert not found.called.area
    assert found.number == places(REST, 80, 24).number
