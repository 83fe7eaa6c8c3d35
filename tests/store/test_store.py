"""The data folder as the screens see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.commands import Finish, LogSet, Undo
from runlift_tui.core.levels import Level
from runlift_tui.core.planning import Choices
from runlift_tui.core.sets import Field
from runlift_tui.core.units import Unit
from runlift_tui.store.errors import Newer, Unwritable
from runlift_tui.store.settings import Athlete, athlete_of
from runlift_tui.store.store import Store
from tests.screens.gym import begin
from tests.store.test_training import written

TEN = LogSet({Field.LEFT: 10, Field.RIGHT: 10})


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    found = Store(tmp_path, clock)
    found.open()
    yield found
    found.close()


def test_the_athlete_is_remembered(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    assert store.athlete() == Athlete()
    store.keep_athlete(Athlete(level=Level.ADVANCED, unit=Unit.LB, asked=True))
    written(store)
    assert Store(tmp_path, clock).athlete().unit is Unit.LB


def test_a_damaged_library_is_a_newcomer_and_a_report(store: Store, tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text('{"athlete": [')
    assert store.athlete() == Athlete()
    store.preferences()
    assert [each for each in store.past.reports if "library.json cannot be read" in each]
    assert len(store.past.reports) == 1, "once"


def test_the_newest_unfinished_comes_first(store: Store, clock: ManualClock) -> None:
    ids = []
    for _ in range(2):
        training = store.begin(begin(store, Choices()))
        training.leave()
        ids.append(training.session.start.id)
        clock.advance(1_000)
    written(store)
    found = store.unfinished()
    assert found is not None
    assert found.live.session.start.id == ids[1]


def test_a_discard_is_undone(store: Store) -> None:
    training = store.begin(begin(store, Choices()))
    training.tell(TEN)
    training.leave()
    written(store)
    found = store.unfinished()
    assert found is not None
    store.discard(found)
    written(store)
    assert store.unfinished() is None
    store.bring_back(found)
    written(store)
    again = store.unfinished()
    assert again is not None
    assert again.live.session == found.live.session


def test_what_the_last_run_finished_is_folded(store: Store, clock: ManualClock) -> None:
    training = store.begin(begin(store, Choices()))
    training.tell(TEN)
    training.tell(Finish())
    written(store)
    assert len(list(store.past.documents())) == 1, "it counts before it is folded"
    assert store.unfinished() is None
    store.fold_finished()
    store.fold_finished()
    assert len(list(store.past.documents())) == 1
    assert len(list(store.history.documents())) == 1


def test_facts_carry_last_times_values(store: Store, clock: ManualClock) -> None:
    assert store.facts().sessions == 0
    training = store.begin(begin(store, Choices()))
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
    training = store.begin(begin(store, Choices()))
    training.leave()
    written(store)
    (tmp_path / "journal" / "0.jsonl").write_bytes(b"nonsense\n")
    (tmp_path / "journal" / "1.jsonl").write_bytes(b"")
    assert store.unfinished() is not None
    store.fold_finished()


def test_a_year_that_cannot_be_written_keeps_no_other_one_waiting(
    store: Store, tmp_path: Path, clock: ManualClock
) -> None:
    for _ in range(2):
        training = store.begin(begin(store, Choices()))
        training.tell(TEN)
        training.tell(Finish())
        clock.advance(60 * 86_400_000)
    written(store)
    (tmp_path / "history" / "2026.json").write_text('{"meta": {"1": {"schema": 99}}}')
    with pytest.raises(Newer):
        store.fold_finished()
    assert (tmp_path / "history" / "2027.json").exists()
    assert len(list((tmp_path / "journal").glob("*.jsonl"))) == 1


def test_an_end_that_was_undone_while_the_history_refused_is_taken_back_at_the_next_start(
    store: Store, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = store.begin(begin(store, Choices()))
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
    Store(tmp_path, clock).fold_finished()
    assert list(store.history.documents()) == []


def _refuse(*_: object) -> None:
    raise Unwritable("2026.json", OSError(28, "No space left on device"))


def test_a_setting_that_makes_no_sense_is_left_out(store: Store) -> None:
    nonsense = {"unit": "\ud800", "level": "advanced", "rung": 2**70, "asked": "yes"}
    assert athlete_of(nonsense) == Athlete(level=Level.ADVANCED)
