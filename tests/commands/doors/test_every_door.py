"""What typing refuses, no other door lets in: every impossible value, at every door it could use.

A door refuses it, or sets it aside and says so; what is beside it comes in.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec import convert, structs, to_builtins

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amend import amended_set, set_values
from runlift_tui.core.plan.form import FIELDS, read
from runlift_tui.core.sets.values import LIMITS, Field, checked
from runlift_tui.core.settings.lines import Settings
from runlift_tui.core.settings.lines import typed as setting_typed
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import LAST_MS
from runlift_tui.core.words.units import Unit
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.lines import encode_line
from runlift_tui.store.history.years import History
from runlift_tui.store.journal.records import Line
from runlift_tui.store.journal.segment import read_segment
from runlift_tui.store.library.library import Library
from runlift_tui.store.store import Store
from tests import impossible
from tests.commands.running import Run
from tests.core.builders import started
from tests.core.past import view
from tests.core.plans import plan
from tests.rows import for_each

Row = dict[str, Any]


def named(cases: list[tuple[Any, ...]]) -> list[Any]:
    """Return cases with names that a terminal can show."""
    return [pytest.param(*each, id=f"{each[:-1]}={str(each[-1])[:12]}") for each in cases]


def rows() -> list[tuple[str, Row, Any]]:
    """Return every impossible row of a year: its table, the row, and the value in it."""
    found = [("sessions", impossible.set_row("bad", **{k: v}), v) for k, v in impossible.SETS]
    found += [
        ("sessions", impossible.session_row("bad", **{k: v}), v) for k, v in impossible.SESSIONS
    ]
    found += [
        (table, impossible.run_row("bad", **{key: value}), value)
        for key, value in impossible.RUNS
        for table in ("runs", "trials")
    ]
    return found


ROWS = [
    pytest.param(*each[:2], id=f"{n}-{each[0]}-{str(each[2])[:12]}")
    for n, each in enumerate(rows())
]


def year_of(row: Row) -> str:
    return str(row.get("started", row.get("day")))[:4]


@pytest.fixture
def folder(folder: DataFolder) -> DataFolder:
    folder.create()
    return folder


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_an_import_refuses_it_by_its_place(run: Run, tmp_path: Path, table: str, row: Row) -> None:
    file, other = tmp_path / "out.json", tmp_path / "other"
    head = {"kind": "runlift-export", "format": 1, "schema": 1, "library": {}}
    year = year_of(row) if year_of(row).isdecimal() else "2026"
    file.write_text(json.dumps(head | {"history": {year: {table: [row]}}}), encoding="ascii")
    ran = run("import", str(file), data=str(other))
    assert (ran.status, ran.out) == (1, "")
    assert f"history.{year}.{table}[0]" in ran.err
    assert len(ran.err) < 600
    assert not other.exists()


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_file_that_has_it_already_keeps_it_out_of_view_and_says_so(
    run: Run, folder: DataFolder, table: str, row: Row
) -> None:
    if not year_of(row).isdecimal():
        return
    history = History(folder.history)
    history.fold(row, table=table)
    history.fold(impossible.session_row("good"))
    history.fold(impossible.run_row("good"), table="runs")
    before = Path(history.path(int(year_of(row)))).read_bytes()
    listed = run("history" if table == "sessions" else "runs", "--json")
    assert [each["id"] for each in json.loads(listed.out)] == ["good"]
    for words in (("history",), ("runs",), ("progress",)):
        told = run(*words)
        assert told.status == 0
        if words[0] == ("history" if table == "sessions" else "runs"):
            assert told.err.count(f"{year_of(row)}.json made no sense and stayed out of view") == 1
            assert "it stays in the file" in told.err
        assert len(told.out) + len(told.err) < 6000
    assert Path(history.path(int(year_of(row)))).read_bytes() == before


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_journal_of_changes_that_has_it_is_told_of(
    run: Run, folder: DataFolder, table: str, row: Row
) -> None:
    if not year_of(row).isdecimal():
        return
    change = {"before": None, "after": row, "table": table, "left": ""}
    lines: list[Row] = [{"journal": 1, "kind": "edit", "id": "e"}, change]
    Path(folder.journal, "e.jsonl").write_bytes(b"".join(encode_line(each) for each in lines))
    assert read_segment(str(Path(folder.journal, "e.jsonl"))).lost == 0
    words = "history" if table == "sessions" else "runs"
    assert json.loads(run(words, "--json").out) == []
    told = run(words)
    assert told.status == 0
    assert "a row of the journals made no sense and stayed out of view" in told.err


TYPED_RUNS = [
    "9999-12-31 8k 42:10",
    "0001-01-01 8k 42:10",
    "31 dec 9999 8k 42:10",
    f"{'9' * 400} km 42:10",
    "8k 0:01",
    "8k -42:10",
    "-8k 42:10",
    "8k 42:10 effort 11",
    "nan km 42:10",
    "inf km",
    f"8k 42:10 {'9' * 5000}x20s strides",
    f"8k 42:10 note {impossible.LONG}",
]


@pytest.mark.parametrize("text", TYPED_RUNS, ids=lambda text: text[:30])
def test_the_run_line_refuses_it(run: Run, data: Path, text: str) -> None:
    ran = run("run", text)
    assert ran.status != 0
    assert ran.out == ""
    assert len(ran.err) < 1000
    assert json.loads(run("runs", "--json").out) == []


def _ends(field: Field) -> list[float]:
    low, high, _ = LIMITS[field]
    return [low - 1, high + 1, 10.0**300, float("nan"), float("inf"), -float("inf"), low + 0.5]


@for_each("field", Field)
def test_keys_and_the_past_refuse_it(field: Field) -> None:
    values = [each for each in _ends(field) if field is not Field.LOAD_KG or each != 0.5]
    for value in values:
        with pytest.raises(Refused):
            checked({field: value})
    session = view(impossible.set_row("a", **{field.value: 1}))
    assert field.value in [each.key for each in set_values(session, 0, Unit.KG)]
    for text in (*map(str, values), "9" * 5000, "١" * 400, "1e999"):
        with pytest.raises(Refused):
            amended_set(session, 0, field.value, text, Unit.KG)


KEY = ["main", 1, "B1", 0]


def stamp(utc_ms: int, boot_ms: int = 0) -> Row:
    return {"utc_ms": utc_ms, "boot": "boot", "boot_ms": boot_ms}


@pytest.mark.parametrize("field", Field)
def test_a_session_under_way_takes_none_of_it_out_of_its_journal(
    folder: DataFolder, clock: ManualClock, field: Field
) -> None:
    begun, now = started(), clock.stamp().utc_ms
    lines: list[Row] = [{"journal": 1, "kind": "session", "id": begun.id}]
    lines.append({"at": stamp(now), "do": to_builtins(begun)})
    for value in (LIMITS[field][1] + 1, -1, impossible.HUGE, 1e300):
        typed = {"values": {field.value: value}}
        lines.append({"at": stamp(now), "do": {"type": "log", **typed}})
        lines.append({"at": stamp(now), "do": {"type": "correct", "key": KEY, **typed}})
    lost = (stamp(10**18), stamp(-(10**18)), stamp(now, 10**18))
    lines += [{"at": at, "do": {"type": "go"}} for at in lost]
    Path(folder.journal, f"{begun.id}.jsonl").write_bytes(
        b"".join(encode_line(each) for each in lines)
    )
    store = Store(folder.path, clock)
    found = store.sessions.unfinished()
    assert found is not None
    assert any("make no sense to this RunLift" in each for each in store.past.reports)
    assert found.live.session.done == {}
    assert found.live.session.at < LAST_MS


def test_the_shapes_of_a_journal_are_those_that_are_tried() -> None:
    """The lines above fail for their values, not for how they are written."""
    typed = {"values": {"left": 8}}
    for do in (
        to_builtins(started()),
        {"type": "log"} | typed,
        {"type": "correct", "key": KEY} | typed,
    ):
        convert({"at": stamp(0), "do": do}, Line)


@pytest.mark.parametrize(("key", "value"), named(impossible.ANSWERS))
def test_a_plan_that_cannot_be_is_refused_and_left_out(
    run: Run, folder: DataFolder, tmp_path: Path, key: str, value: Any
) -> None:
    row, file = impossible.plan_row("p", **{key: value}), tmp_path / "out.json"
    head = {"kind": "runlift-export", "format": 1, "schema": 1, "history": {}}
    file.write_text(json.dumps(head | {"library": {"plans": [row]}}), encoding="ascii")
    ran = run("import", str(file), data=str(tmp_path / "other"))
    assert ran.status == 1
    assert "library.plans[0]" in ran.err
    Library(folder.library).put("plans", "p", row)
    ran = run("plan")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("p in library.json was left out") == 1
    assert run("plan", "export", "--ics").status == 1


PLANNED = {
    "running": ["9" * 400 + " km", "1e9 km", "-40 km", "0", "nan km", "99999 h"],
    "pace": ["0:01 /km", "99:59 /km", "-6:00 /km"],
    "run_days": ["", "none", "someday", "7"],
    "race": ["9999-12-31", "0001-01-01", "2029-01-01", "in 999 weeks"],
    "start": ["9999-12-27", "0001-01-01", "1949-12-26", "2199-12-30"],
}


@pytest.mark.parametrize(
    ("key", "text"), [(k, each) for k, texts in PLANNED.items() for each in texts]
)
def test_the_form_of_a_plan_refuses_it(clock: ManualClock, key: str, text: str) -> None:
    from datetime import date

    texts = {
        **{field.name: "" for field in FIELDS},
        "level": "advanced",
        "running": "40 km",
        "pace": "6:00 /km",
        "run_days": "tue thu sun",
        "hard_days": "tue",
        "long_day": "sun",
        "start": "2026-11-30",
        "sessions": "2",
    }
    assert read(texts, date(2026, 11, 24), (), 3)[1] == ()
    others = (structs.replace(plan(), ended=None),)
    for before in ((), others):
        _, faults = read(texts | {key: text}, date(2026, 11, 24), before, 3)
        assert [each.place for each in faults]


@pytest.mark.parametrize(("table", "key", "value"), named(impossible.OWN))
def test_a_setting_that_cannot_be_does_not_count_and_is_told_of(
    run: Run, folder: DataFolder, table: str, key: str, value: Any
) -> None:
    Library(folder.library).put(table, "me", {"level": "advanced", "asked": True, key: value})
    ran = run("card")
    assert ran.status == 0
    assert ran.err.count(f"{key} under {table} in library.json makes no sense and does not") == 1
    assert len(ran.err) < 600


CONFIG = [
    ("lead_in_s", "61"),
    ("lead_in_s", "-1"),
    ("volume", "9" * 400),
    ("weight_step", "nan"),
    ("weight_step", "inf"),
    ("weight_step", "-2.5"),
    ("weights", "[8, 1e300]"),
    ("weights", f"[{', '.join(str(n) for n in range(1, 100))}]"),
    ("theme", f'"{impossible.LONG}"'),
    ("level", f'"{impossible.LONG}"'),
]


@pytest.mark.parametrize(("key", "text"), CONFIG, ids=lambda each: each[:20])
def test_a_settings_file_by_hand_does_not_let_it_in(
    run: Run, folder: DataFolder, key: str, text: str
) -> None:
    file = Path(folder.path, "config.toml")
    file.write_text(f"[settings]\n{key} = {text}\nunit = 'lb'\n", encoding="ascii")
    ran = run("card")
    assert ran.status == 0
    assert f"config.toml:2: settings.{key}: " in ran.err
    assert len(ran.err) < 800


@for_each("text", ["61", "-1", "9" * 5000, "nan", "¹²", "1e3"])
def test_the_settings_screen_refuses_it(text: str) -> None:
    for key in ("lead_in_s", "weights"):
        if key == "weights" and text in ("61",):
            continue
        with pytest.raises(Refused):
            setting_typed(Settings(), key, text)


EXERCISES = [
    ("name", f'"{impossible.LONG}"'),
    ("implements", "3"),
    ("implements", "9" * 400),
    ("contacts", "11"),
    ("rung", "-1"),
    ("cues", json.dumps([f"{n}" for n in range(2000)])),
    ("setup", f'"{impossible.LONG}"'),
]


@pytest.mark.parametrize(("key", "text"), EXERCISES, ids=lambda each: each[:20])
def test_the_text_of_an_exercise_does_not_let_it_in(
    run: Run, tmp_path: Path, key: str, text: str
) -> None:
    file = tmp_path / "list.toml"
    values = {"name": '"Wall sit"', "measure": '"hold"', "load": '"external"'} | {key: text}
    body = "\n".join(f"{name} = {value}" for name, value in values.items())
    file.write_text(f"[[exercises]]\n{body}\n", encoding="ascii")
    ran = run("exercises", "import", str(file))
    assert ran.status == 1
    assert len(ran.err) < 1500
    assert "list.toml" in ran.err


def test_a_number_that_is_none_costs_its_row_and_not_the_year(run: Run, folder: DataFolder) -> None:
    history = History(folder.history)
    history.fold(impossible.session_row("good"))
    path = Path(history.path(2026))
    for number in ("NaN", "Infinity", "-Infinity", "1e999"):
        broken = path.read_text("ascii").replace("20.0", number)
        path.write_text(broken, encoding="ascii")
        ran = run("history")
        assert "a row of 2026.json made no sense and stayed out of view" in ran.err
        assert path.read_text("ascii") == broken
        path.write_text(broken.replace(number, "20.0"), encoding="ascii")
    assert run("history").err == ""
