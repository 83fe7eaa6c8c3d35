"""A faulty export is told all that is wrong in it."""

from typing import Any

import pytest

from runlift_tui.core.history.archive import read_archive
from runlift_tui.core.history.table import COLUMNS, set_rows
from runlift_tui.core.lists.tables import cell
from tests.core.past import outing, row, view
from tests.rows import for_each


def value(*sessions: Any, **more: Any) -> dict[str, Any]:
    years = {"2026": {"sessions": list(sessions)}}
    sound = {"kind": "runlift-export", "format": 1, "schema": 1, "history": years, "library": {}}
    return sound | more


def told(found: Any) -> list[str]:
    return [f"{fault.place}: {fault.what}" for fault in read_archive(found, 1)[1]]


def test_a_sound_one_is_read_as_it_is() -> None:
    session = outing(0, row(left=8, right=8, load_kg=24.0, rir=None))
    archive, faults = read_archive(value(session), 1)
    assert faults == []
    assert archive.years == {2026: {"sessions": [session]}}


@for_each("strange", [None, [], 3, "x", {}, {"kind": "backup"}, {"sessions": {}}])
def test_something_else_is_no_export(strange: Any) -> None:
    assert told(strange) == [": it is no export of RunLift"]


@for_each("schema", [2, 0, True, None, "1"])
def test_a_newer_schema_is_refused_with_both_numbers(schema: Any) -> None:
    (said,) = told(value(outing(0), schema=schema))
    assert said.startswith("schema: it is ")
    assert said.endswith("knows up to 1")


@for_each(
    ("more", "said"),
    [
        ({"history": None}, "history: it is missing"),
        ({"history": []}, "history: it is no table"),
        ({"library": 3}, "library: it is no table"),
        ({"history": {"26": {}}}, 'history.26: "26" is no year'),
        ({"history": {"2026": {"runs": {}}}}, "history.2026.runs: it is no list"),
        ({"library": {"meta": []}}, "library.meta: it is the store's own"),
        ({"library": {"plans": [3]}}, "library.plans[0]: it is no document"),
    ],
)
def test_a_table_that_is_none(more: dict[str, Any], said: str) -> None:
    assert told(value(outing(0), **more)) == [said]


@for_each(
    ("table", "row", "said"),
    [
        ("runs", {"day": "2026-02-30"}, 'runs[0]: day cannot be "2026-02-30"'),
        ("runs", {}, "runs[0]: day is missing"),
        ("runs", {"day": "2025-12-31"}, 'runs[0].day: "2025-12-31" is not in 2026'),
        ("runs", {"day": "2026-01-01", "kind": "swim"}, 'runs[0]: kind cannot be "swim"'),
        ("trials", {"day": "2026-01-01", "metres": 0}, "trials[0]: 0.00 km is no run"),
        ("trials", {"day": "2026-01-01", "metres": 5e3}, "trials[0]: seconds is missing"),
    ],
)
def test_a_faulty_run_is_told(table: str, row: dict[str, Any], said: str) -> None:
    (told_,) = told(value(history={"2026": {table: [{"id": "x", **row}]}}))
    assert told_.startswith(f"history.2026.{said}")


def test_every_fault_of_a_file_is_told_at_once() -> None:
    bad = outing(1, row(left=-1, right="8", load_kg=True), started="noon")
    bad["sets"] += [7, row(rir=2.5) | {"exercise": None}]
    assert told(value(outing(0), outing(0), {"started": None}, bad)) == [
        'history.2026.sessions[1].id: "day-0" is there twice',
        "history.2026.sessions[2].id: it is missing",
        "history.2026.sessions[2].started: it is missing",
        'history.2026.sessions[3].started: "noon" is no time in UTC',
        "history.2026.sessions[3].sets[0].left: -1 is no whole number from 0 on",
        'history.2026.sessions[3].sets[0].right: "8" is no whole number from 0 on',
        "history.2026.sessions[3].sets[0].load_kg: true is no load",
        "history.2026.sessions[3].sets[1]: it is no set",
        "history.2026.sessions[3].sets[2].exercise: None is no id of an exercise",
        "history.2026.sessions[3].sets[2].rir: 2.5 is no whole number from 0 on",
    ]


@for_each("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1"])
def test_a_formula_is_only_a_text_in_a_spreadsheet(text: str) -> None:
    assert cell(text) == f"'{text}"


@for_each(
    ("given", "text"),
    [
        ("\t=1", "' =1"),
        ("\r\n=1", "'  =1"),
        ("a\x1b[2J", "a�[2J"),
        ("a\nb", "a b"),
        ("x\u202ey", "xy"),
    ],
)
def test_nothing_in_a_cell_steers_a_terminal_or_begins_a_row(given: str, text: str) -> None:
    assert cell(given) == text


@for_each(("given", "text"), [(None, ""), (0, "0"), (24.5, "24.5"), ("a=b", "a=b")])
def test_any_other_cell_stays_as_it_is(given: object, text: str) -> None:
    assert cell(given) == text


def test_a_set_is_one_row_under_its_columns() -> None:
    session = outing(0, row(left=8, load_kg=24.0, note="-"), row(skipped="time"), notes="=x")
    first, second = (dict(zip(COLUMNS, cells, strict=True)) for cells in set_rows(view(session)))
    assert (first["session_id"], first["left"], first["load_kg"]) == ("day-0", "8", "24.0")
    assert (first["right"], first["note"], first["session_notes"]) == ("", "'-", "'=x")
    assert second["skipped"] == "time"
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert list(set_rows(view(outing(0)))) == []


@pytest.mark.parametrize(
    ("said", "text"), [({"morning": True}, "worse"), ({"morning": False}, "not worse"), ({}, "")]
)
def test_the_morning_after_is_a_column_of_every_set_behind_the_metres(
    said: dict[str, bool], text: str
) -> None:
    session = view(outing(0, row(left=8), row(left=7), pain=4, **said))
    assert COLUMNS[-9:-6] == ("metres", "session_morning", "unsure")
    assert [cells[COLUMNS.index("session_morning")] for cells in set_rows(session)] == [text, text]
