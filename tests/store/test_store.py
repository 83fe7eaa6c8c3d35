"""The data folder as the screens see it."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.exercises.exercise import Measure
from runlift_tui.core.exercises.shelf import archived
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Finish, LogSet, RateEffort, Swap, Undo
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import entered
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Damaged, Newer, Unwritable
from runlift_tui.store.disk.lines import decode_line, encode_line
from runlift_tui.store.journal.segment import list_segments
from runlift_tui.store.library.settings import athlete_of
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import edit_back
from tests.screens.gym import begin
from tests.store.session.test_training import written

TEN = LogSet({Field.LEFT: 10, Field.RIGHT: 10})


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    found = Store(tmp_path, clock)
    found.open()
    yield found
    found.close()


def test_the_athlete_is_remembered(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    assert store.desk.athlete() == Athlete()
    store.desk.keep_athlete(Athlete(level=Level.ADVANCED, unit=Unit.LB, asked=True))
    written(store)
    assert Store(tmp_path, clock).desk.athlete().unit is Unit.LB


def test_a_damaged_library_is_a_newcomer_and_a_report(store: Store, tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text('{"athlete": [')
    assert store.desk.athlete() == Athlete()
    store.desk.preferences()
    assert [each for each in store.past.reports if "library.json cannot be read" in each]
    assert len(store.past.reports) == 1, "once"


def test_the_newest_unfinished_comes_first(store: Store, clock: ManualClock) -> None:
    ids = []
    for _ in range(2):
        training = store.sessions.begin(begin(store, Choices()))
        training.leave()
        ids.append(training.session.start.id)
        clock.advance(1_000)
    written(store)
    found = store.sessions.unfinished()
    assert found is not None
    assert found.live.session.start.id == ids[1]


def test_a_discard_is_undone(store: Store) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.leave()
    written(store)
    found = store.sessions.unfinished()
    assert found is not None
    why: list[str] = []
    store.sessions.discard(found, why.append)
    written(store)
    assert store.sessions.unfinished() is None
    store.sessions.discarded.bring_back(found.id, why.append)
    written(store)
    again = store.sessions.unfinished()
    assert again is not None
    assert again.live.session == found.live.session
    assert why == ["", ""]


def ended(store: Store, training: Training) -> None:
    """Have the program end that trained, and with it the handle of its journal."""
    store.submit(training.on_disk._segment.close)
    written(store)


def test_what_the_last_run_finished_is_folded(store: Store, clock: ManualClock) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.tell(Finish())
    ended(store, training)
    assert len(list(store.past.documents())) == 1, "it counts before it is folded"
    assert store.sessions.unfinished() is None
    store.sessions.folding()()
    store.sessions.folding()()
    assert len(list(store.past.documents())) == 1
    assert len(list(store.history.documents())) == 1


def test_facts_carry_last_times_values(store: Store, clock: ManualClock) -> None:
    assert store.facts().sessions == 0
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(LogSet({Field.LEFT: 9, Field.RIGHT: 8}))
    training.tell(Finish())
    training.leave()
    written(store)
    facts = store.facts()
    assert facts.sessions == 1
    assert facts.last is not None
    assert facts.last.sets == 1
    (last,) = facts.last_times
    assert (last.slot, last.sets[0].left, last.sets[0].right) == ("A1", 9, 8)


def test_what_fails_is_reported_and_told(store: Store) -> None:
    told: list[bool] = []
    store.told = lambda: told.append(True)

    def broken() -> None:
        raise ValueError("nonsense")

    store.submit(broken)
    written(store)
    assert told == [True]
    assert "nonsense" in store.past.reports[-1]


def test_one_journal_that_makes_no_sense_does_not_hide_the_others(
    store: Store, tmp_path: Path
) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.leave()
    written(store)
    (tmp_path / "journal" / "0.jsonl").write_bytes(b"nonsense\n")
    (tmp_path / "journal" / "1.jsonl").write_bytes(b"")
    assert store.sessions.unfinished() is not None
    store.sessions.folding()()


def test_a_year_that_cannot_be_written_keeps_no_other_one_waiting(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    for _ in range(2):
        training = store.sessions.begin(begin(store, Choices()))
        training.tell(TEN)
        training.tell(Finish())
        ended(store, training)
        clock.advance(60 * 86_400_000)
    (tmp_path / "history" / "2026.json").write_text('{"meta": {"1": {"schema": 99}}}')
    with pytest.raises(Newer):
        store.sessions.folding()()
    assert (tmp_path / "history" / "2027.json").exists()
    assert len(list((tmp_path / "journal").glob("*.jsonl"))) == 1


def test_an_end_that_was_undone_while_the_history_refused_is_taken_back_at_the_next_start(
    store: Store, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.tell(Finish())
    training.keep()
    with monkeypatch.context() as patched:
        patched.setattr(store.history, "withdraw", _refuse)
        training.tell(Undo())
        training.keep()
        training.leave()
        written(store)
    assert len(list(store.history.documents())) == 1
    assert list(store.past.documents()) == [], "it is under way, whatever the year says"
    Store(tmp_path, clock).sessions.folding()()
    assert list(store.history.documents()) == []


def test_a_journal_that_an_engine_takes_away_meanwhile_is_kept_all_the_same(store: Store) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.tell(Finish())
    written(store)
    fold = store.sessions.folding()
    for path in os.listdir(store.folder.journal):
        os.unlink(os.path.join(store.folder.journal, path))
    fold()
    assert len(list(store.history.documents())) == 1


def _refuse(*_: object) -> None:
    raise Unwritable("2026.json", OSError(28, "No space left on device"))


def test_a_setting_that_makes_no_sense_is_left_out(store: Store) -> None:
    nonsense = {"unit": "\ud800", "level": "advanced", "rung": 2**70, "asked": "yes"}
    assert athlete_of(nonsense) == Athlete(level=Level.ADVANCED)


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_an_end_entered_for_another_year_is_taken_back_there(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    clock.set_utc(1_767_348_000_000)  # 2 January 2026
    start = entered(begin(store, Choices()), 1_767_117_600_000, 0)  # 30 December 2025
    training = store.sessions.begin(start)
    training.tell(TEN)
    training.tell(Finish())
    training.keep()
    training.tell(Undo())
    written(store)
    assert len(list(store.history.documents())) == 1
    store.close()
    Store(tmp_path, clock).sessions.folding()()
    assert list(store.history.documents()) == []


def test_a_swap_for_good_and_an_edit_at_the_same_time_both_stay(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    slot = training.session.routine.slot("A1")
    other = next(
        each
        for each in store.desk.shelf().exercises().values()
        if each.id != slot.exercise and each.measure is Measure.REPS
    )
    training.tell(Swap("A1", other, keep=True))
    step = pending(training.session)
    assert step is not None
    training.tell(LogSet(prefill(training.session, step)))
    training.tell(Finish())
    held = threading.Event()
    store.writer.submit(lambda: held.wait(5))
    training.leave()
    id_ = training.session.routine.id
    kept = store.desk.shelf().routines[id_]
    assert kept.slots["A1"].exercise == other.id, "at once, on the screen's thread"
    act = store.acts.trail("routines").newest()
    assert act is not None
    assert edit_back(store, act).after is None, "u takes it back among the routines"
    store.desk.edit(archived(store.desk.shelf(), "dead-bug"))
    held.set()
    written(store)
    on_disk = Store(tmp_path, clock).desk.shelf()
    for shelf in (store.desk.shelf(), on_disk):
        assert shelf.is_archived("dead-bug")
        assert shelf.routines[id_] == kept


def test_a_setting_that_the_disk_refused_is_tried_again_and_its_message_goes(
    store: Store, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(files, "write_all", full)
        store.desk.keep_athlete(Athlete(unit=Unit.LB))
        written(store)
        assert "disk is full" in store.desk.outbox.unkept
        assert store.unsaved == store.desk.outbox.unkept
    store.desk.keep_preferences(Preferences(volume=3))
    written(store)
    assert store.unsaved == ""
    assert store.past.reports == []
    kept = Store(tmp_path, clock)
    assert (kept.desk.athlete().unit, kept.desk.preferences().volume) == (Unit.LB, 3)


def test_a_setting_is_tried_once_more_at_the_end_and_told_where_it_is_lost(
    store: Store, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(files, "write_all", full)
        store.desk.keep_athlete(Athlete(unit=Unit.LB))
        written(store)
    store.close()
    assert store.lost == []
    again = Store(tmp_path, clock)
    again.open()
    assert again.desk.athlete().unit is Unit.LB
    with monkeypatch.context() as disk:
        disk.setattr(files, "write_all", full)
        again.desk.keep_athlete(Athlete(unit=Unit.KG))
        again.close()
    assert "disk is full" in again.lost[0]


def _left(store: Store) -> Unfinished:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.leave()
    written(store)
    found = store.sessions.unfinished()
    assert found is not None
    return found


def test_a_discard_and_its_undo_are_on_the_disk_before_anyone_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, seen = _left(store), []
    sync = files.fsync_folder

    def synced(path: str) -> None:
        seen.append(sorted(name.rpartition(".")[2] for name in os.listdir(path)))
        sync(path)

    monkeypatch.setattr(files, "fsync_folder", synced)
    store.sessions.discard(found, lambda why: seen.append([why]))
    written(store)
    store.sessions.discarded.bring_back(found.id, lambda why: seen.append([why]))
    written(store)
    assert seen == [["discarded"], [""], ["jsonl"], [""]]


@pytest.mark.parametrize("refused", ["rename", "fsync_folder"])
def test_a_discard_that_the_disk_refuses_is_none(
    store: Store, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    found = _left(store)
    why: list[str] = []
    with monkeypatch.context() as disk:
        disk.setattr(files, refused, full)
        store.sessions.discard(found, why.append)
        written(store)
    assert why == [
        "The session could not be discarded: No space left on device. Nothing is changed."
    ]
    assert store.sessions.unfinished() is not None


def test_lines_that_make_no_sense_are_told_and_kept_before_anything_is_added(
    store: Store, tmp_path: Path
) -> None:
    path = Path(_left(store).path)
    *lines, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(
        b"".join((*lines, encode_line({"at": [1, "b", 1], "do": {"type": "?"}}), last))
    )
    data = path.read_bytes()
    found = store.sessions.unfinished()
    assert found is not None
    assert "1 line of" in store.past.reports[0]
    assert "makes no sense to this RunLift" in store.past.reports[0]
    training = store.sessions.resume(found)
    training.tell(Finish())
    training.leave()
    written(store)
    assert not path.exists()
    assert Path(f"{path}.damaged-1").read_bytes() == data


def test_sets_that_are_given_up_are_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    written(store)
    monkeypatch.setattr(files, "write_all", full)
    training.tell(TEN)
    training.leave()
    training.leave()
    written(store)
    (lost,) = store.lost
    assert lost.startswith("The newest entries of the session were not saved. The disk is full")


def test_a_session_of_which_all_is_saved_but_that_it_was_left_loses_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    written(store)
    monkeypatch.setattr(files, "write_all", full)
    training.leave()
    written(store)
    assert store.lost == []


def test_a_session_that_was_left_takes_nothing_more(store: Store) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.tell(Finish())
    training.keep()
    training.leave()
    with pytest.raises(Refused, match="left"):
        training.tell(RateEffort(7))
    training.keep()
    written(store)
    assert list_segments(store.folder.journal) == []


def test_the_reports_can_be_gone_through_while_one_comes(store: Store) -> None:
    damage = store.past.findings.damage
    store.past.findings.note("2026.json", Damaged("It is damaged.", "2026.json"))
    assert damage == {}, "whoever goes through it goes through one that stands"
    assert store.past.reports == ["It is damaged."]


def test_closing_it_while_another_thread_does_is_no_fault(tmp_path: Path) -> None:
    store = Store(tmp_path, ManualClock())
    store.open()
    store.writer.close()
    store.close()
    assert not Store(tmp_path, ManualClock()).only_looking


def test_a_journal_that_does_not_say_what_an_exercise_is(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    start = begin(store, Choices(level=Level.ADVANCED))
    training = store.sessions.begin(start)
    training.tell(LogSet({Field.LEFT: 8, Field.RIGHT: 8}))
    training.leave()
    store.close()
    (path,) = (tmp_path / "journal").glob("*.jsonl")
    records = [decode_line(line) or {} for line in path.read_bytes().splitlines()]
    exercises = records[1]["do"]["exercises"]
    records[1]["do"]["exercises"] = [each for each in exercises if each["id"] != "step-up"]
    path.write_bytes(b"".join(map(encode_line, records)))
    told = Store(tmp_path, clock)
    assert told.sessions.unfinished() is None
    assert any("step-up" in each and "left untouched" in each for each in told.past.reports)
    assert path.exists()


def test_a_journal_of_which_no_line_can_be_read_is_told_of(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    store.sessions.begin(begin(store, Choices(level=Level.ADVANCED))).leave()
    store.close()
    (path,) = (tmp_path / "journal").glob("*.jsonl")
    data = path.read_bytes().decode().encode("utf-16")
    path.write_bytes(data)
    told = Store(tmp_path, clock)
    assert told.sessions.unfinished() is None
    assert told.past.reports == [
        f"{path.name} was left untouched: no line of it can be read; if it holds a session, that "
        "is still in it."
    ]
    assert path.read_bytes() == data
