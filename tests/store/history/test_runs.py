"""Runs and trials on disk: in their year, in the journal, and quick to read again."""

import json
import tempfile
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.runs.logbook import RUNS, TRIALS, LoggedRun, entry_of, ordered, written
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.store.disk.errors import Newer, Unwritable
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.history.years import History
from runlift_tui.store.journal.segment import Segment, list_segments
from runlift_tui.store.store import Store
from tests.store.examples import let_go, plain, session
from tests.store.history.test_changes import fold, keep
from tests.sweep import examples

EASY = written(Run(id="a", day=date(2026, 11, 20), metres=8000.0, seconds=2530))
RACE = written(Trial(id="b", day=date(2025, 12, 31), metres=5000.0, seconds=1198.4))


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Store:
    made = Store(tmp_path, clock)
    made.open()
    return made


def put(store: Store, *entries: LoggedRun) -> None:
    for entry in entries:
        store.history.fold(entry.document, table=entry.table)


def moved(entry: LoggedRun, day: str) -> LoggedRun:
    """Return an entry on another day."""
    found = entry_of(entry.table, {**entry.document, "day": day})
    assert found is not None
    return found


def test_they_stand_in_the_year_of_their_day_beside_its_sessions(store: Store) -> None:
    store.history.fold(session("s"))
    put(store, EASY, RACE)
    assert plain(store.history.path(2026)) == [session("s")]
    assert plain(store.history.path(2026), RUNS) == [EASY.document]
    assert plain(store.history.path(2025), TRIALS) == [RACE.document]
    assert list(store.past.documents()) == [session("s")]
    assert store.runs.all() == (RACE.run, EASY.said)
    assert store.runs.all()[0].kind is RunKind.RACE
    assert store.runs.trials() == (RACE.said,)
    assert store.runs.all(since=date(2026, 11, 20)) == (EASY.said,)
    assert store.runs.all(since=date(2026, 11, 21)) == ()
    store.close()


def test_a_second_reading_reads_no_year(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, EASY, RACE)
    first = store.runs.all()
    reads: list[int] = []
    read = History.tables

    def counted(self: History, year: int, wanted: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        reads.append(year)
        return read(self, year, wanted)

    monkeypatch.setattr(History, "tables", counted)
    assert store.runs.all() == first
    assert reads == []
    put(store, moved(EASY, "2026-11-21"))
    assert [run.day.day for run in store.runs.all()] == [31, 21]
    assert reads == [2026]
    store.close()


def test_what_makes_no_sense_is_passed_over_and_stays(store: Store) -> None:
    strange = {"id": "x", "day": "2026-02-30", "metres": "far"}
    put(store, EASY)
    store.history.fold(strange, table=RUNS)
    store.history.fold({"id": "y", "day": "2026-01-02", "kind": "swim", "metres": 1.0}, table=RUNS)
    assert store.runs.all() == (EASY.said,)
    assert strange in plain(store.history.path(2026), RUNS)
    store.close()


def test_a_damaged_year_shows_its_last_good_generation_and_says_so(store: Store) -> None:
    put(store, EASY)
    put(store, moved(EASY, "2026-11-21"))
    Path(store.history.path(2026)).write_text("{", encoding="ascii")
    assert [run.day.day for run in store.runs.all()] == [20]
    assert "2026.json" in store.past.reports[0]
    again = Store(store.folder.path, store.clock)
    assert [run.day.day for run in again.runs.all()] == [20]
    assert again.past.reports
    store.close()


def test_a_year_of_a_newer_schema_is_refused_in_words(store: Store) -> None:
    put(store, EASY, RACE)
    path = Path(store.history.path(2026))
    tables = json.loads(path.read_text(encoding="ascii"))
    tables["meta"]["1"]["schema"] = 99
    path.write_text(json.dumps(tables), encoding="ascii")
    assert store.runs.all() == (RACE.run,)
    with pytest.raises(Newer):
        Runs(store.past).entries()
    assert "99" in store.past.reports[0]
    store.close()


def test_killed_before_the_fold(tmp_path: Path, store: Store, clock: ManualClock) -> None:
    put(store, RACE)
    amending = store.amending()
    added = Amendment(None, EASY.document, RUNS)
    assert keep(amending, added, Amendment(RACE.document, None, TRIALS)) == ["", ""]
    # Nothing is closed or folded: what the folder holds now is what a kill leaves.
    assert plain(store.history.path(2025), TRIALS) == [RACE.document]
    assert store.runs.all() == (EASY.said,)
    store.folder.lock.release()
    let_go()
    again = Store(tmp_path, clock)
    again.open()
    assert again.runs.all() == (EASY.said,)
    assert list(again.past.documents()) == []
    again.sessions.folding()()
    assert plain(again.history.path(2026), RUNS) == [EASY.document]
    assert plain(again.history.path(2025), TRIALS) == []
    assert not list_segments(again.folder.journal)
    assert again.runs.all() == (EASY.said,)
    again.close()
    store.close()


def test_killed_in_the_middle_of_the_fold(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, RACE)
    later = moved(RACE, "2026-01-02")
    keep(store.amending(), Amendment(RACE.document, later.document, TRIALS))

    def killed(*_: object, **__: object) -> bool:
        raise Unwritable("x", OSError(5, "gone"))

    let_go()
    with monkeypatch.context() as patched:
        patched.setattr(History, "withdraw", killed)
        with pytest.raises(Unwritable):
            store.sessions.folding()()
    # It stands in both years for now, and is seen once.
    assert plain(store.history.path(2025), TRIALS) == [RACE.document]
    assert store.runs.trials() == (later.said,)
    store.sessions.folding()()
    assert plain(store.history.path(2025), TRIALS) == []
    assert store.runs.trials() == (later.said,)
    store.close()


def test_a_run_that_becomes_a_race_changes_its_table_and_back(store: Store) -> None:
    put(store, EASY)
    race = written(Trial(id="a", day=date(2026, 11, 20), metres=8000.0, seconds=2400.0), EASY)
    change = Amendment(EASY.document, race.document, TRIALS, RUNS)
    amending = store.amending()
    assert keep(amending, change) == [""]
    assert store.runs.trials() == (race.said,)
    assert fold(amending) == ""
    assert plain(store.history.path(2026), RUNS) == []
    assert store.runs.all() == (race.run,)
    keep(amending, change.undone())
    assert fold(amending) == ""
    assert plain(store.history.path(2026), TRIALS) == []
    assert store.runs.all() == (EASY.said,)
    assert change.undone().undone() == change
    store.close()


def test_a_run_that_wandered_through_years_in_one_visit_leaves_none_behind(store: Store) -> None:
    put(store, EASY)
    days = [EASY, moved(EASY, "2025-01-01"), moved(EASY, "2024-01-01"), moved(EASY, "2023-01-01")]
    amending = store.amending()
    for old, new in pairwise(days):
        keep(amending, Amendment(old.document, new.document, RUNS))
    assert fold(amending) == ""
    assert store.runs.all() == (days[-1].said,)
    assert plain(store.history.path(2026), RUNS) == []
    assert not any(Path(store.history.path(year)).exists() for year in (2024, 2025))
    store.close()


_ids = st.sampled_from("abc")
_days = st.dates(date(2024, 12, 30), date(2026, 1, 2))
_said = st.builds(Run, id=_ids, day=_days, metres=st.floats(100, 9000)) | st.builds(
    Trial, id=_ids, day=_days, metres=st.just(5000.0), seconds=st.floats(900, 2000)
)


@examples(10, 15)
@given(st.lists(_said | _ids | st.just("undo") | st.just("fold"), max_size=10))
def test_any_changes_come_to_the_same_folded_or_not(steps: list[Run | Trial | str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        store = Store(place, ManualClock())
        store.open()
        amending, trail = store.amending(), Trail[Amendment]()
        model: dict[str, LoggedRun] = {}
        for step in steps:
            if step == "fold":
                assert fold(amending) == ""
                continue
            change = trail.undo() if step == "undo" else changed(model, step)
            if change is None:
                continue
            if step != "undo":
                trail.add(change)
            assert keep(amending, change) == [""]
            model.pop(change.id, None)
            after = None if change.after is None else entry_of(change.table, change.after)
            if after is not None:
                model[change.id] = after
            assert store.runs.entries() == ordered(model.values())
        assert fold(amending) == ""
        assert store.runs.entries() == ordered(model.values())
        years = [store.history.tables(year, (RUNS, TRIALS)) for year in store.history.years()]
        tables = [year.get(name, []) for year in years for name in (RUNS, TRIALS)]
        stored = [row["id"] for rows in tables for row in rows]
        assert sorted(stored) == sorted(model)
        store.close()


def changed(model: dict[str, LoggedRun], step: Run | Trial | str) -> Amendment | None:
    """Return the change that adds, edits or (by an id) deletes, or None where it is none."""
    if isinstance(step, str):
        gone = model.get(step)
        return None if gone is None else Amendment(gone.document, None, gone.table)
    old = model.get(step.id)
    new = written(step, old)
    left = old.table if old is not None and old.table != new.table else ""
    return Amendment(None if old is None else old.document, new.document, new.table, left)


def test_a_refused_run_is_said_to_be_and_comes_first(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    amending = store.amending()
    with monkeypatch.context() as patched:

        def full(*_: object, **__: object) -> None:
            raise Unwritable(str(tmp_path / "x"), OSError(28, "full"))

        patched.setattr("runlift_tui.store.disk.files.replace_whole", full)
        said = keep(amending, Amendment(None, EASY.document, RUNS))
    assert "disk is full" in said[0]
    assert keep(amending, Amendment(None, RACE.document, TRIALS)) == [""]
    assert store.runs.all() == (RACE.run, EASY.said)
    store.close()


def test_a_journal_of_runs_leaves_the_sessions_alone(store: Store) -> None:
    store.history.fold(session("s"))
    Segment.create(
        store.folder.journal,
        "j",
        "edit",
        first=[{"before": None, "after": EASY.document, "table": RUNS, "left": ""}],
    ).close()
    assert list(store.past.documents()) == [session("s")]
    assert Runs(store.past).entries() == [EASY]
    store.close()


def test_an_edit_keeps_what_somebody_else_wrote_into_the_document(store: Store) -> None:
    old = entry_of(RUNS, {**EASY.document, "shoes": "red", "kind": "easy"})
    assert old is not None
    run = written(Run(id="a", day=EASY.said.day, seconds=2600), old)
    assert run.document["shoes"] == "red"
    race = written(Trial(id="a", day=EASY.said.day, metres=5000.0, seconds=1200.0), old)
    assert race.document["shoes"] == "red"
    assert "kind" not in race.document
    store.close()


def test_a_run_that_is_folded_while_all_are_read_is_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store.amending(), Amendment(None, EASY.document, RUNS))
    let_go()
    years = store.history.years

    def folded_first(**how: bool) -> list[int]:
        found = years(**how)
        monkeypatch.undo()
        store.sessions.folding()()
        return found

    monkeypatch.setattr(store.history, "years", folded_first)
    assert store.runs.all() == (EASY.said,)
    assert plain(store.history.path(2026), RUNS) == [EASY.document]
    store.close()


def test_races_of_late_are_had_without_a_look_at_the_other_runs(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = written(Trial(id="c", day=date(2026, 11, 22), metres=21_097.5, seconds=5400.0))
    untimed = written(Run(id="d", day=date(2026, 11, 24), kind=RunKind.RACE, metres=5000.0))
    waiting = written(Trial(id="e", day=date(2026, 11, 25), metres=10_000.0, seconds=2400.0))
    put(store, EASY, RACE, half, untimed)
    keep(store.amending(), Amendment(None, waiting.document, TRIALS))
    read: list[str] = []

    def seen(table: str, document: dict[str, Any]) -> LoggedRun | None:
        read.append(document["id"])
        return entry_of(table, document)

    monkeypatch.setattr("runlift_tui.store.history.runs.entry_of", seen)
    assert [(each.day.day, each.easy) for each in store.runs.races(date(2026, 11, 20))] == [
        (22, 7),
        (24, 3),
        (25, 3),
    ]
    assert sorted(read) == ["c", "d", "e"]
