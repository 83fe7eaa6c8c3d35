"""A routine as plain values: the same value back, and every fault with its place."""

from typing import Any

import pytest
from hypothesis import given

from runlift_tui.core.routines.levels import Level, article_routine
from runlift_tui.core.routines.routine import Block, HalfOf, Hold, Reps, Routine, Slot
from runlift_tui.core.routines.text import read_routine, routine_plain
from tests.core.builders import library
from tests.core.shelves import routines
from tests.rows import for_each


def slot(**values: Any) -> dict[str, Any]:
    """Return a plain routine of one slot, with these values in place of its own; None drops one."""
    found = {"label": "B1", "exercise": "step-up", "reps": "6-12", **values}
    rest = {key: value for key, value in found.items() if value is not None}
    return {"name": "Mine", "blocks": [{"name": "Main", "rounds": 3, "slots": [rest]}]}


def told(table: dict[str, Any]) -> list[str]:
    return [f"{fault.place}: {fault.what}" for fault in read_routine(table, library())[1]]


@given(routines())
def test_whatever_the_editor_accepts_comes_back_the_same(made: Routine) -> None:
    plain = routine_plain(made)
    assert read_routine(plain, library()) == (made, [])


def test_it_reads_as_one_would_write_it() -> None:
    plain = routine_plain(article_routine(Level.ADVANCED))
    main = plain["blocks"][1]
    assert {key: main[key] for key in main if key != "slots"} == {
        "id": "main",
        "name": "Main",
        "rounds": 4,
        "from": 1,
        "to": 6,
        "round_rest": "2:30",
    }
    assert main["slots"][0] == {
        "label": "B1",
        "exercise": "rfe-split-squat",
        "reps": "5-10",
        "target": 6,
        "rir": 2,
        "rest": "1:30",
        "priming_rest": "4:00",
        "least_rest": "3:00",
        "ramp": [
            {"reps": 5, "share": 0.0, "rest": "0:45"},
            {"reps": 5, "share": 0.5, "rest": "1:00"},
            {"reps": 2, "share": 0.75, "rest": "1:30"},
        ],
    }
    assert main["slots"][1] == {
        "label": "B2",
        "exercise": "jumping-lunge",
        "half_of": "B1",
        "rest": "1:30",
    }
    assert plain["blocks"][0]["slots"][1]["hold"] == "10-20 s"


def test_what_is_left_out_has_its_default() -> None:
    assert read_routine(slot(), library()) == (
        Routine(
            id="mine",
            name="Mine",
            blocks=(
                Block(
                    id="main",
                    name="Main",
                    rounds=3,
                    low=1,
                    high=6,
                    slots=(
                        Slot(label="B1", exercise="step-up", prescription=Reps(6, 12), target=6),
                    ),
                ),
            ),
        ),
        [],
    )


@pytest.mark.parametrize(
    ("values", "prescription", "target"),
    [
        ({"reps": 8}, Reps(8, 8), 8),
        ({"reps": None, "hold": 20, "exercise": "plank"}, Hold(20, 20), 20),
        ({"reps": "8-12", "target": 9}, Reps(8, 12), 9),
    ],
)
def test_what_is_prescribed(values: dict[str, Any], prescription: object, target: int) -> None:
    routine, faults = read_routine(slot(**values), library())
    assert faults == []
    assert routine.blocks[0].slots[0].prescription == prescription
    assert routine.blocks[0].slots[0].target == target


SLOT = "blocks[0].slots[0]"


@for_each(
    ("values", "faults"),
    [
        ({"rest_s": 90}, [".rest_s: unknown key, did you mean rest?"]),
        ({"reps": None, "rep": "6-12"}, [".rep: unknown key, did you mean reps?"]),
        ({"label": None, "lable": "B1"}, [".lable: unknown key, did you mean label?"]),
        ({"label": None}, [".label: it is missing"]),
        ({"label": 1}, ['.label: 1 is no text, put it in "quotes"']),
        ({"reps": None}, [".reps: reps, hold, metres or half_of is missing"]),
        ({"hold": "10 s"}, [".hold: the slot has reps already"]),
        ({"reps": "many", "target": 6}, ['.reps: "many" is no range, write "5-10" or 8']),
        ({"reps": None, "hold": "long"}, ['.hold: "long" is no hold, write "10-20 s"']),
        ({"reps": None, "half_of": 2}, ['.half_of: 2 is no text, put it in "quotes"']),
        ({"target": 6.5}, [".target: 6.5 is no whole number"]),
        ({"target": True}, [".target: true is no whole number"]),
        ({"rest": "soon"}, ['.rest: "soon" is no rest, write "1:30" or 90']),
        ({"priming_rest": "soon", "least_rest": 60}, ['.priming_rest: "soon" is no rest, wri']),
        ({"priming": 90, "least_rest": 60}, [".priming: unknown key, did you mean priming_rest?"]),
        ({"rir": "few"}, ['.rir: "few" is no range']),
        ({"unloaded": "yes"}, ['.unloaded: "yes" is neither true nor false']),
        ({"alternatives": "squat"}, ['.alternatives: "squat" is no list']),
        ({"alternatives": [1]}, [".alternatives: 1 is no text"]),
        ({"ramp": 5}, [".ramp: it is no list of tables"]),
        ({"ramp": {"reps": 5}}, [".ramp: it stands in a list: write its name in two brackets"]),
        ({"ramp": [{"reps": 5, "share": "0"}]}, ['.ramp[0].share: "0" is no number']),
        ({"ramp": [{"share": 0}]}, [".ramp[0].reps: it is missing"]),
        ({"colour": "red"}, [".colour: unknown key, known are label, exercise, reps"]),
    ],
)
def test_a_fault_is_named_alone(values: dict[str, Any], faults: list[str]) -> None:
    found = told(slot(**values))
    assert len(found) == len(faults), found
    for line, begins in zip(found, faults, strict=True):
        assert line.startswith(SLOT + begins)


@for_each(
    ("table", "faults"),
    [
        ({}, ["name: it is missing", "blocks: a routine needs at least one block"]),
        ({"name": "x", "blocks": 3}, ["blocks: it is no list of tables"]),
        ({"name": "x", "blocks": {}}, ["blocks: it stands in a list: write its name in two"]),
        ({"name": "x", "blocks": [1]}, ["blocks: it is no list of tables"]),
        ({**slot(), "id": "Mine!"}, ['id: "Mine!" is no id: small letters, digits and hyphens']),
        ({**slot(), "blcks": []}, ["blcks: unknown key, did you mean blocks?"]),
    ],
)
def test_faults_of_the_whole(table: dict[str, Any], faults: list[str]) -> None:
    found = told(table)
    assert len(found) == len(faults), found
    for line, begins in zip(found, faults, strict=True):
        assert line.startswith(begins)


def test_an_id_that_is_known_needs_no_looks() -> None:
    table = {**slot(), "id": "Mine!"}
    assert read_routine(table, library(), {"Mine!"})[1] == []


def test_every_fault_of_the_file_is_listed() -> None:
    table = slot(rest=-5, exercise="step-upp", half_off="A1")
    table["blocks"].append({"name": "Main", "rounds": 12, "slots": []})
    assert told(table) == [
        f"{SLOT}.half_off: unknown key, did you mean half_of?",
        'blocks[0].id: another block is called "main" too',
        f'{SLOT}.exercise: there is no exercise "step-upp", did you mean step-up?',
        f"{SLOT}.rest: a rest cannot be negative",
        'blocks[1].id: another block is called "main" too',
        "blocks[1].rounds: rounds go from 1 to 9, not 12",
        "blocks[1].slots: a block needs at least one slot",
    ]


def test_halves_are_judged_by_what_could_be_read() -> None:
    table = slot(reps="many")
    table["blocks"][0]["slots"].append({"label": "B2", "exercise": "squat-jump", "half_of": "B1"})
    assert told(table) == [f'{SLOT}.reps: "many" is no range, write "5-10" or 8']
    routine, _ = read_routine(table, library())
    assert routine.slot("B2").prescription == HalfOf("B1")
