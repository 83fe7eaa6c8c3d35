"""Everything out of one folder and into another: the same documents, and nothing twice."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amend import (
    amended_session,
    amended_set,
    set_values,
    with_another,
    without_set,
)
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.history.archive import Archive
from runlift_tui.core.history.document import document
from runlift_tui.core.runs.logbook import written as written_run
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.documents import iso
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import (
    FIRST_DAY,
    LAST_DAY,
    LEAST_RUN_M,
    LEAST_RUN_S,
    MOST_RUN_M,
    MOST_RUN_S,
)
from runlift_tui.core.words.units import Unit
from runlift_tui.store.archive import Added, add_archive, archive_of, archive_text, read_export
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import TABLES, Library
from runlift_tui.store.store import Store
from tests.core.past import shown_everywhere, view
from tests.core.strategies import athletes
from tests.store.examples import plain, session
from tests.store.sync.machines import TestMachine
from tests.store.sync.machines import session as machine_session
from tests.sweep import examples

_texts = st.text(st.characters(), max_size=12)
_numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | _numbers | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=8,
)

_typed = st.sampled_from(["", "0", "1", "7", "12,5", "40", "4:10", "-3", "slow"])
_ids = _texts.filter(bool)
_moments = st.integers(0, 4_000_000_000_000).map(iso)
_words = {"notes": _plain, "odd": _plain, "effort": st.none() | st.integers(0, 10)}
_sessions = st.fixed_dictionaries({"id": _ids, "started": _moments}, optional=_words)
_rows = st.fixed_dictionaries({"id": _ids}, optional={"name": _plain, "more": _plain})
_free_tables = [table for table in TABLES if table != "plans"]


def written(folder: DataFolder, sessions: list[Any], rows: list[tuple[str, Any]]) -> None:
    """Put documents into a folder as the program does."""
    folder.create()
    for each in sessions:
        History(folder.history).fold(each)
    for table, row in rows:
        Library(folder.library).put(table, row["id"], row)


def carried(source: DataFolder, target: DataFolder, file: Path) -> tuple[Archive, Added]:
    """Take everything out of a folder into a file, and out of the file into another folder."""
    archive = archive_of(Past(source.path))
    file.write_text("".join(archive_text(archive)), encoding="ascii")
    read, faults = read_export(str(file), file.read_bytes())
    assert faults == []
    target.create()
    return archive, add_archive(Past(target.path), read)


@examples(20, 60)
@given(
    st.lists(_sessions, max_size=6, unique_by=lambda row: row["id"]),
    st.lists(st.tuples(st.sampled_from(_free_tables), _rows), max_size=4),
)
def test_any_training_comes_back_as_it_was(sessions: list[Any], rows: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as place:
        source, target = DataFolder(f"{place}/a"), DataFolder(f"{place}/b")
        written(source, sessions, rows)
        archive, added = carried(source, target, Path(place, "out.json"))
        assert archive_of(Past(target.path)) == archive
        assert (added.sessions, added.same, added.kept) == (len(sessions), 0, 0)
        stood = {path: path.read_bytes() for path in Path(target.path).rglob("*.json")}
        _, again = carried(source, target, Path(place, "out.json"))
        assert (again.sessions, again.others, again.kept) == (0, 0, 0)
        assert {path: path.read_bytes() for path in Path(target.path).rglob("*.json")} == stood


@settings(max_examples=10)
@given(athletes())
def test_a_session_of_any_keys_comes_back_as_it_was(athlete: Any) -> None:
    row = document(athlete.session)
    with tempfile.TemporaryDirectory() as place:
        source, target = DataFolder(f"{place}/a"), DataFolder(f"{place}/b")
        written(source, [row], [])
        carried(source, target, Path(place, "out.json"))
        assert list(Past(target.path).documents()) == [row]


_days = st.dates(FIRST_DAY, LAST_DAY)


@st.composite
def _said(draw: st.DrawFn) -> Run | Trial:
    """Return a run, or a race, that can have been."""
    metres, pace = draw(st.floats(LEAST_RUN_M, MOST_RUN_M)), draw(st.floats(0.24, 1.19))
    seconds = min(MOST_RUN_S, max(LEAST_RUN_S, metres * pace))
    own: dict[str, Any] = {"id": draw(_ids), "day": draw(_days), "note": draw(_texts)}
    if draw(st.booleans()):
        return Trial(**own, metres=metres, seconds=seconds)
    return Run(
        **own,
        kind=draw(st.sampled_from(RunKind)),
        metres=draw(st.sampled_from((None, metres))),
        seconds=draw(st.sampled_from((None, round(seconds)))),
        fast_s=draw(st.none() | st.integers(1, round(seconds))),
        effort=draw(st.none() | st.integers(0, 10)),
    )


@examples(8, 15)
@given(st.lists(_said(), max_size=4, unique_by=lambda said: said.id))
def test_any_runs_and_trials_come_back_as_they_were(said: list[Run | Trial]) -> None:
    with tempfile.TemporaryDirectory() as place:
        source, target = DataFolder(f"{place}/a"), DataFolder(f"{place}/b")
        source.create()
        for each in map(written_run, said):
            History(source.history).fold(each.document, table=each.table)
        carried(source, target, Path(place, "out.json"))
        found = Runs(Past(target.path)).entries()
        assert found == Runs(Past(source.path)).entries()
        assert {each.said.id: each.said for each in found} == {each.id: each for each in said}
        assert [each.said.day for each in found] == sorted(each.day for each in said)


def edited(row: Any, at: int, which: int, text: str) -> Any:
    """Return a session with something typed into it, a set more or a set less; as it is, else."""
    session = view(row)
    try:
        if not row["sets"] or at % 4 == 0:
            return amended_session(session, ("effort", "pain", "notes")[which % 3], text)
        place = at % len(row["sets"])
        if which % 7 == 5:
            return with_another(session, place, "k7f2q9ab")[0]
        if which % 7 == 6:
            return without_set(session, place)
        values = set_values(session, place, Unit.LB)
        return amended_set(session, place, values[which % len(values)].key, text, Unit.LB)
    except Refused:
        return row


@settings(max_examples=12)
@given(athletes(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), _typed), max_size=6))
def test_a_session_edited_in_any_way_is_shown_and_comes_back_as_it_is(
    athlete: Any, edits: list[tuple[int, int, str]]
) -> None:
    row = document(athlete.session)
    with tempfile.TemporaryDirectory() as place:
        store = Store(f"{place}/a", ManualClock())
        store.open()
        store.history.fold(row)
        amending = store.amending()
        for edit in edits:
            before, row = row, edited(row, *edit)
            amending.keep(Amendment(before, row), lambda _: None)
        store.writer.close()
        amending.close()
        shown_everywhere([row])
        # Nothing is folded: this is what a kill leaves.
        carried(store.folder, DataFolder(f"{place}/b"), Path(place, "out.json"))
        assert list(Past(f"{place}/b").documents()) == [row]
        store.sessions.folding()()
        assert plain(store.history.path(int(row["started"][:4]))) == [row]
        store.folder.lock.release()


def test_stock_tinydb_opens_what_was_brought_in(folder: DataFolder, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "other")
    written(folder, [session("a"), session("b", "2025-03-01")], [("settings", {"id": "x", "n": 1})])
    carried(folder, other, tmp_path / "out.json")
    assert plain(f"{other.history}/2026.json") == [session("a")]
    assert plain(f"{other.history}/2025.json") == [session("b", "2025-03-01")]
    assert plain(other.library, "settings") == [{"id": "x", "n": 1}]


def test_what_is_here_stays_as_it_is(folder: DataFolder, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "other")
    written(folder, [session("a"), session("b")], [("athlete", {"id": "me", "level": "advanced"})])
    mine = [("athlete", {"id": "me", "level": "beginner"})]
    written(other, [session("a", notes="mine"), session("c")], mine)
    _, added = carried(folder, other, tmp_path / "out.json")
    assert added == Added(sessions=1, others=0, same=0, kept=2)
    kept = {row["id"]: row for row in plain(f"{other.history}/2026.json")}
    assert kept.keys() == {"a", "b", "c"}
    assert kept["a"]["notes"] == "mine"


def test_the_other_tables_of_a_year_come_along(folder: DataFolder, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "other")
    run = {"id": "r", "day": "2026-11-22", "metres": 8200.0}
    History(folder.history).fold(run, table="runs")
    archive, _ = carried(folder, other, tmp_path / "out.json")
    assert archive.years[2026]["runs"] == [run]
    assert plain(f"{other.history}/2026.json", "runs") == [run]


def moved_into(machine: TestMachine, other: TestMachine) -> Added:
    """Import what a machine exports on another one."""
    text = "".join(archive_text(archive_of(machine.past)))
    archive, faults = read_export("-", text.encode())
    assert not faults
    return add_archive(other.past, archive)


def test_what_was_deleted_comes_back_by_a_later_change_and_by_no_older_copy(tmp_path: Path) -> None:
    old, new, here = (TestMachine(tmp_path, tmp_path, name) for name in ("old", "new", "here"))
    for each in (old, new, here):
        each.past.history.fold(machine_session(1))
    here.delete("s1")
    assert moved_into(old, here) == Added(kept=1)
    new.now = here.now - 3_600_000
    new.change("s1", effort=3)
    assert (moved_into(new, here), here.sessions()) == (Added(kept=1), {})
    new.now = here.now + 3_600_000
    new.change("s1", effort=7)
    assert moved_into(new, here) == Added(sessions=1)
    assert here.sessions()["s1"]["effort"] == 7
    assert moved_into(new, here) == Added(same=1)


def test_marks_and_deletions_are_in_an_export_and_come_along(tmp_path: Path) -> None:
    source, target = (TestMachine(tmp_path, tmp_path, name) for name in ("source", "target"))
    for number in (1, 2):
        source.train(number)
    source.change("s1", effort=7)
    source.delete("s2")
    assert moved_into(source, target) == Added(sessions=1)
    assert archive_of(target.past) == archive_of(source.past)
    assert archive_of(source.past).years[2026].keys() == {"sessions", "marks", "deleted"}
    older = TestMachine(tmp_path, tmp_path, "older")
    older.train(2)
    assert moved_into(older, target) == Added(kept=1)
    assert target.sessions().keys() == {"s1"}
