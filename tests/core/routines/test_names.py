"""Routines by what people call them."""

import pytest
from msgspec import structs

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.names import listed_routines, routine_named
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.words.faults import Refused
from tests.core.builders import library
from tests.rows import for_each


def own(id_: str, name: str, *, archived: bool = False) -> MyRoutine:
    routine = structs.replace(shipped("pairs", Level.ADVANCED), id=id_, name=name)
    return MyRoutine(id=id_, routine=routine, archived=archived)


SHELF = Shelf(
    shipped=library(),
    routines={
        "beach": own("beach", "Beach day"),
        "beach-2": own("beach-2", "beach-day"),
        "old": own("old", "Old one", archived=True),
    },
)


@for_each(
    ("text", "id_"),
    [
        ("pairs", "pairs"),
        ("in PAIRS", "pairs"),
        ("no impact", "no-impact"),
        ("Runner's lower body", "runner-lower-body"),
        ("old one", "old"),
        ("beach-2", "beach-2"),
    ],
)
def test_an_id_or_a_name(text: str, id_: str) -> None:
    assert routine_named(text, SHELF) == id_


@for_each(
    ("text", "said"),
    [
        ("Beach day", "'Beach day' is the name of beach and of beach-2: say which"),
        ("minimal", "did you mean minimal-25? There are runner-lower-body, "),
        ("runers lower body", "did you mean runner-lower-body? There are "),
        ("zzzz", "'zzzz' is unknown: choose from runner-lower-body, "),
        ("", "'' is unknown: choose from "),
    ],
)
def test_what_is_none_lists_what_there_is(text: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        routine_named(text, SHELF)
    assert said in str(refused.value)


def test_all_of_them_with_what_was_made_of_them() -> None:
    rows = {id_: (name, marks) for id_, name, marks, _ in listed_routines(SHELF)}
    assert list(rows) == [*SHIPPED, "beach", "beach-2", "old"]
    assert rows["pairs"] == ("In pairs", "")
    assert rows["beach"] == ("Beach day", "own")
    assert rows["old"] == ("Old one", "own, archived")
