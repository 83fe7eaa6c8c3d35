"""A session under way: nothing runs ahead of the disk, nothing of it is lost."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import Correct, Finish, Go, LogSet, Undo
from runlift_tui.core.session.state import Rest, is_finished
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.journal.records import replayed
from runlift_tui.store.journal.segment import list_segments, read_segment
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from tests.screens.gym import begin

A1 = StepKey("warm-up", 1, "A1")
TEN = LogSet({Field.LEFT: 10, Field.RIGHT: 10})


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    found = Store(tmp_path, clock)
    found.open()
    yield found
    found.close()


@pytest.fixture
def training(store: Store) -> Training:
    return store.sessions.begin(begin(store, Choices(level=Level.ADVANCED)))


def written(store: Store) -> None:
    """Wait until the writer has done all that it was given."""
    done = threading.Event()
    store.writer.submit(lambda: None, lambda _: done.set())
    assert done.wait(10)


def on_disk(store: Store) -> "object":
    """Return the session as its only journal has it."""
    (path,) = list_segments(store.folder.journal)
    return replayed(read_segment(path).records).session.done


def test_what_is_shown_waits_for_the_disk(store: Store, training: Training) -> None:
    held = threading.Event()
    store.writer.submit(held.wait)
    training.tell(TEN)
    assert A1 in training.session.done
    assert A1 not in training.shown.done
    training.tick()
    assert A1 not in training.shown.done
    held.set()
    written(store)
    training.tick()
    assert training.shown is training.session
    assert on_disk(store) == training.session.done


def test_a_word_that_nobody_heard_is_made_up_for_by_a_tick(
    store: Store, training: Training
) -> None:
    def lost() -> None:
        raise RuntimeError("there is no screen now")

    training.on_disk.heard = lost
    training.tell(TEN)
    written(store)
    assert A1 not in training.shown.done
    training.tick()
    assert A1 in training.shown.done


def test_a_refused_command_is_not_written(store: Store, training: Training) -> None:
    with pytest.raises(Refused):
        training.tell(Go())
    with pytest.raises(Refused):
        training.tell(Correct(A1, {Field.LEFT: 3}))
    training.tell(TEN)
    written(store)
    (path,) = list_segments(store.folder.journal)
    assert len(read_segment(path).records) == 2


def test_a_session_that_was_left_goes_on(
    store: Store, training: Training, clock: ManualClock
) -> None:
    training.tell(TEN)
    training.leave()
    written(store)
    clock.advance(5_000)
    found = store.sessions.unfinished()
    assert found is not None
    again = store.sessions.resume(found)
    before, after = training.session.phase, again.session.phase
    assert isinstance(before, Rest)
    assert isinstance(after, Rest)
    assert after.began == before.began
    assert again.session.done == training.session.done


def test_finished_kept_undone_and_withdrawn(store: Store, training: Training) -> None:
    training.tell(TEN)
    training.tell(Finish())
    training.keep()
    written(store)
    assert [row["id"] for row in store.history.documents()] == [training.session.start.id]
    training.tell(Undo())
    training.keep()
    written(store)
    assert not list(store.history.documents())
    assert not is_finished(training.session)
    training.tell(Finish())
    training.leave()
    written(store)
    assert len(list(store.history.documents())) == 1
    assert not list_segments(store.folder.journal)


def test_a_session_without_a_set_leaves_nothing(store: Store, training: Training) -> None:
    training.tell(Finish())
    training.keep()
    training.leave()
    written(store)
    assert not list(store.history.documents())
    assert not list_segments(store.folder.journal)


def test_a_history_that_refuses_is_said_and_the_journal_stays(
    store: Store, training: Training, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bool:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(store.history, "fold", broken)
    training.tell(TEN)
    training.tell(Finish())
    training.keep()
    why: list[str] = []
    training.leave(why.append)
    written(store)
    training.settle()
    assert "Input/output" in training.on_disk.unkept
    assert "Input/output" in why[0]
    assert len(list_segments(store.folder.journal)) == 1
    monkeypatch.undo()
    store.sessions.folding()()
    assert len(list(store.history.documents())) == 1
    assert not list_segments(store.folder.journal)
