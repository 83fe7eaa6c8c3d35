"""Changes of the past on disk: nothing that was acknowledged is lost, whatever ends in between."""

import threading
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.history.changes import Amending
from runlift_tui.store.history.past import Past
from runlift_tui.store.journal.segment import EDIT, Segment, list_segments
from runlift_tui.store.store import Store
from tests.store.examples import let_go, plain

Document = dict[str, Any]
OLDER: Document = {"id": "a", "started": "2025-11-22T17:00:00.000Z", "sets": [], "effort": 5}
NEWER: Document = {"id": "b", "started": "2026-11-22T17:00:00.000Z", "sets": [], "effort": None}
RIGHT = {**OLDER, "effort": 7}


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Store:
    made = Store(tmp_path, clock)
    made.open()
    for document in (OLDER, NEWER):
        made.history.fold(document)
    return made


def keep(amending: Amending, *changes: Amendment) -> list[str]:
    """Journal changes; return what the writer says of each."""
    said: list[str] = []
    for change in changes:
        done = threading.Event()

        def heard(why: str, done: threading.Event = done) -> None:
            said.append(why)
            done.set()

        amending.keep(change, heard)
        assert done.wait(10)
    return said


def fold(amending: Amending) -> str:
    done, said = threading.Event(), [""]

    def heard(why: str) -> None:
        said[0] = why
        done.set()

    amending.fold(heard)
    assert done.wait(10)
    return said[0]


def seen(path: Path) -> list[Document]:
    """Return what anyone sees who only reads."""
    return list(Past(path).documents())


def test_killed_before_the_fold(tmp_path: Path, store: Store, clock: ManualClock) -> None:
    assert keep(store.amending(), Amendment(OLDER, RIGHT), Amendment(NEWER, None)) == ["", ""]
    # Nothing is closed or folded: what the folder holds now is what a kill leaves.
    assert plain(store.history.path(2025)) == [OLDER]
    assert seen(tmp_path) == [RIGHT]
    store.folder.lock.release()
    let_go()
    again = Store(tmp_path, clock)
    again.open()
    assert list(again.past.documents()) == [RIGHT]
    again.sessions.folding()()
    assert plain(again.history.path(2025)) == [RIGHT]
    assert plain(again.history.path(2026)) == []
    assert not list_segments(again.folder.journal)
    assert seen(tmp_path) == [RIGHT]
    again.close()
    store.close()


def test_killed_in_the_middle_of_the_fold(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store.amending(), Amendment(OLDER, RIGHT))

    def killed(_: Segment) -> None:
        raise Unwritable("x", OSError(5, "gone"))

    let_go()
    with monkeypatch.context() as patched:
        patched.setattr(Segment, "remove", killed)
        with pytest.raises(Unwritable):
            store.sessions.folding()()
    assert seen(tmp_path) == [NEWER, RIGHT]
    store.sessions.folding()()
    assert seen(tmp_path) == [NEWER, RIGHT]
    assert not list_segments(store.folder.journal)
    store.close()


def test_the_newest_change_counts(tmp_path: Path, store: Store) -> None:
    amending = store.amending()
    keep(amending, Amendment(OLDER, RIGHT), Amendment(RIGHT, None), Amendment(None, RIGHT))
    assert seen(tmp_path) == [NEWER, RIGHT]
    assert fold(amending) == ""
    assert seen(tmp_path) == [NEWER, RIGHT]
    store.close()


def test_a_change_waits_for_the_session_it_is_about(store: Store, tmp_path: Path) -> None:
    Segment.create(store.folder.journal, "a", "session", first=[{"strange": 1}]).close()
    amending = store.amending()
    keep(amending, Amendment(OLDER, RIGHT))
    assert fold(amending) == ""
    assert plain(store.history.path(2025)) == [OLDER]
    assert RIGHT in seen(tmp_path)
    store.close()


def test_a_refused_change_is_said_to_be_and_comes_first(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    amending = store.amending()
    with monkeypatch.context() as patched:

        def full(*_: object, **__: object) -> None:
            raise Unwritable(str(tmp_path / "x"), OSError(28, "full"))

        patched.setattr("runlift_tui.store.disk.files.replace_whole", full)
        said = keep(amending, Amendment(OLDER, RIGHT))
    assert "disk is full" in said[0]
    assert keep(amending, Amendment(NEWER, None)) == [""]
    assert seen(tmp_path) == [RIGHT]
    store.close()


def test_a_clock_set_back_between_two_visits_does_not_let_the_older_change_win(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    assert keep(store.amending(), Amendment(OLDER, {**OLDER, "effort": 3})) == [""]
    clock.set_utc(clock.stamp().utc_ms - 86_400_000)
    assert keep(store.amending(), Amendment({**OLDER, "effort": 3}, RIGHT)) == [""]
    assert RIGHT in seen(tmp_path)
    let_go()
    store.sessions.folding()()
    assert plain(store.history.path(2025)) == [RIGHT]


def test_a_row_of_settings_that_makes_no_sense_keeps_no_change_waiting(
    store: Store, tmp_path: Path
) -> None:
    store.library.put("settings", "deleted-session", {"document": "gone"})
    amending = store.amending()
    assert keep(amending, Amendment(OLDER, RIGHT)) == [""]
    assert fold(amending) == ""
    assert RIGHT in seen(tmp_path)


def test_a_change_that_says_no_day_is_passed_over(store: Store, tmp_path: Path) -> None:
    strange = {"id": "a", "sets": []}
    Segment.create(
        str(tmp_path / "journal"),
        "e",
        EDIT,
        first=[{"before": OLDER, "after": strange}, {"before": strange, "after": RIGHT}],
    ).close()
    assert RIGHT in seen(tmp_path)
    store.sessions.folding()()
    assert plain(store.history.path(2025)) == [RIGHT]


@pytest.mark.parametrize("nonsense", [[], "a day", 3, "", {"id": 7}])
def test_what_makes_no_sense_in_a_change_does_not_keep_what_does(
    nonsense: object, store: Store, tmp_path: Path
) -> None:
    lines = [{"before": nonsense, "after": RIGHT}, {"before": RIGHT, "after": nonsense}]
    Segment.create(str(tmp_path / "journal"), "e", EDIT, first=lines).close()
    assert RIGHT in seen(tmp_path)
    store.sessions.folding()()
    assert plain(store.history.path(2025)) == [RIGHT]


def test_a_newer_change_waits_behind_an_older_one_that_has_to(store: Store) -> None:
    Segment.create(store.folder.journal, "b", "session", first=[{"strange": 1}]).close()
    amending = store.amending()
    keep(
        amending, Amendment(OLDER, {**OLDER, "effort": 3}), Amendment(NEWER, {**NEWER, "effort": 1})
    )
    assert fold(amending) == ""
    keep(amending, Amendment({**OLDER, "effort": 3}, RIGHT))
    assert fold(amending) == ""
    Segment.open(store.folder.journal + "/b.jsonl")[0].remove()
    store.sessions.folding()()
    assert plain(store.history.path(2025)) == [RIGHT]
    assert not list_segments(store.folder.journal)
    store.close()


def test_a_bit_that_flips_in_the_header_costs_no_change(
    tmp_path: Path, store: Store, clock: ManualClock
) -> None:
    keep(store.amending(), Amendment(OLDER, RIGHT))
    store.close()
    (path,) = map(Path, list_segments(store.folder.journal))
    data = bytearray(path.read_bytes())
    data[20] ^= 1
    path.write_bytes(data)
    again = Store(tmp_path, clock)
    again.open()
    again.sessions.folding()()
    assert plain(again.history.path(2025)) == [RIGHT]
    (report,) = again.past.reports
    assert "1 line of" in report
    assert "damaged-1" in report
    assert Path(f"{path}.damaged-1").read_bytes() == data
    again.close()


def test_a_change_that_makes_no_sense_is_told_and_kept(store: Store, tmp_path: Path) -> None:
    strange = {"before": OLDER, "after": {"id": "a"}}
    segment = Segment.create(
        store.folder.journal, "e", EDIT, first=[{"before": OLDER, "after": RIGHT}, strange]
    )
    data = Path(segment.path).read_bytes()
    let_go()
    store.sessions.folding()()
    assert plain(store.history.path(2025)) == [RIGHT]
    assert "1 line of e.jsonl makes no sense" in store.past.reports[0]
    assert Path(f"{segment.path}.damaged-1").read_bytes() == data
    store.close()


def test_a_change_that_waits_counts_for_what_comes_next(store: Store) -> None:
    done = {"slot": "B1", "exercise": "step-up", "reps": 8, "load_kg": 80.0}
    trained = {**NEWER, "sets": [done]}
    store.history.fold(trained)
    assert store.facts().sessions == 2
    moved = {**trained, "sets": [{**done, "load_kg": 16.0}]}
    keep(store.amending(), Amendment(trained, moved), Amendment(OLDER, None))
    facts = store.facts()
    assert facts.sessions == 1
    assert [last.sets[0].load_kg for last in facts.last_times] == [16.0]
    let_go()
    store.sessions.folding()()
    assert store.facts() == facts
    store.close()


def test_what_the_disk_refuses_to_the_end_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Unwritable("x", OSError(28, "full"))

    with monkeypatch.context() as patched:
        patched.setattr("runlift_tui.store.disk.files.replace_whole", full)
        keep(store.amending(), Amendment(OLDER, RIGHT))
        assert "disk is full" in store.unsaved
        store.close()
    (lost,) = store.lost
    assert lost.startswith("What was changed last is not saved.")
