import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from runlift_tui.core.athlete.pain import no_jumps
from runlift_tui.core.history.believed import row_faults
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.words.faults import Fault
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history import digest as module
from runlift_tui.store.history import year_summary as summary
from runlift_tui.store.history.digest import Digest
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.sound import VERSION
from runlift_tui.store.history.year_summary import RECENT, Summary, add_up, facts, summarise
from runlift_tui.store.history.years import History
from runlift_tui.store.tables.generations import settle
from tests.store.examples import done, session


@pytest.fixture
def history(folder: DataFolder) -> History:
    """A history of three sessions in two years."""
    made = History(folder.history)
    made.fold(session("a", "2025-03-01", done("B1", "step-up", 6)))
    made.fold(session("b", "2026-01-05", done("B1", "step-up", 7, contacts=2)))
    made.fold(session("c", "2026-02-05", done("B2", "lunge", 3)))
    return made


@pytest.fixture
def digest(folder: DataFolder, history: History) -> Digest:
    """A digest that was loaded once."""
    made = Digest(folder.derived, history)
    made.load()
    return made


def truth(history: History) -> Summary:
    return summarise(History(history.folder).sessions(newest_first=False))


@pytest.fixture
def reads(history: History, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The years that are read from now on."""
    years: list[int] = []
    real = history.year_sessions

    def year(number: int, *, newest_first: bool = True) -> Iterator[PastSession]:
        years.append(number)
        return real(number, newest_first=newest_first)

    monkeypatch.setattr(history, "year_sessions", year)
    return years


def test_no_history_no_digest(tmp_path: Path) -> None:
    assert Digest(str(tmp_path), History(str(tmp_path / "none"))).load() == Summary()


def test_it_says_what_the_history_says(digest: Digest, history: History) -> None:
    assert digest.load() == truth(history)


def test_while_nothing_changed_no_year_is_read(digest: Digest, reads: list[int]) -> None:
    digest.load()
    assert reads == []


def test_a_change_costs_the_reading_of_its_year(
    digest: Digest, history: History, reads: list[int]
) -> None:
    history.fold(session("d", "2026-03-05", done("B1", "step-up", 8)))
    assert digest.load() == truth(history)
    assert reads == [2026]


def test_an_edit_by_another_program_is_seen(digest: Digest, history: History) -> None:
    with TinyDB(history.path(2025)) as opened:
        opened.table("sessions").update({"sets": []}, where("id") == "a")
    assert digest.load() == truth(history)


def test_a_year_that_is_gone_is_seen(digest: Digest, history: History) -> None:
    os.unlink(history.path(2025))
    assert digest.load().sessions == 2


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"\0" * 50, b"12345678 {}\n"])
def test_rubbish_is_made_anew(digest: Digest, history: History, rubbish: bytes) -> None:
    for name in os.listdir(digest.folder):
        Path(digest.folder, name).write_bytes(rubbish)
    assert digest.load() == truth(history)


def test_a_record_without_sense_is_made_anew(digest: Digest, history: History) -> None:
    odd: list[Any] = [{"sessions": "many"}, {"recent": [{"when": 10**20}]}, [], None]
    for strange in odd:
        for name in ("digest", "digest-2025", "digest-2026"):
            kept = digest._derived.read(name)
            assert kept is not None
            digest._derived.keep(name, kept | {"summary": strange})
        assert digest.load() == truth(history)


def test_one_changed_byte_is_noticed(digest: Digest, history: History) -> None:
    path = Path(digest.folder, "digest.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"sessions":3', b'"sessions":9'))
    assert digest.load() == truth(history)


def test_it_can_be_deleted_at_will(digest: Digest, history: History, reads: list[int]) -> None:
    os.unlink(os.path.join(digest.folder, "digest.jsonl"))
    assert digest.load() == truth(history)
    assert reads == []
    shutil.rmtree(digest.folder)
    assert digest.load() == truth(history)


def test_another_version_is_made_anew(
    digest: Digest, history: History, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VERSION", VERSION + 1)
    Digest(digest.folder, history).load()
    assert reads == [2025, 2026]


def test_damage_is_told_each_time_until_it_is_put_right(digest: Digest, history: History) -> None:
    Path(history.path(2026)).write_bytes(b"")
    for _ in range(2):
        history.findings.damage.clear()
        assert digest.load().sessions == 2
        assert history.path(2026) in history.findings.damage
    settle(history.path(2026))
    digest.load()
    fresh = History(history.folder)
    assert Digest(digest.folder, fresh).load().sessions == 2
    assert fresh.findings.damage == {}


def test_what_is_read_does_not_grow_with_the_sessions(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary, "RECENT", 2)

    def size(number: int) -> int:
        history = History(os.path.join(folder.path, f"history-{number}"))
        derived = os.path.join(folder.path, f"derived-{number}")
        for path in (history.folder, derived):
            os.mkdir(path)
        for n in range(number):
            history.fold(session(f"{n:04d}", f"2026-01-{n + 1:02d}", done("B1", "step-up", 10 + n)))
        Digest(derived, history).load()
        return os.path.getsize(os.path.join(derived, "digest.jsonl"))

    assert size(28) <= size(2) * 1.05


def test_home_sees_nine_weeks_of_a_session_every_day_with_the_clock_of_then(
    folder: DataFolder,
) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(63)]
    for day in days:
        row = session(f"{day}", f"{day}", done("B1", "step-up", 10))
        History(folder.history).fold(row | {"utc_offset_min": 60})
    outings = facts(Digest(folder.derived, History(folder.history)).load()).outings
    assert len(outings) == 63
    assert {outing.utc_offset_min for outing in outings} == {60}


def test_what_was_believed_is_not_looked_over_again_until_its_file_changes(
    folder: DataFolder, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    Digest(folder.derived, history).load()
    looked_over: list[str] = []

    def seen(table: str, document: dict[str, Any]) -> Iterator[Fault]:
        looked_over.append(document["id"])
        return row_faults(table, document)

    monkeypatch.setattr("runlift_tui.core.history.believed.row_faults", seen)
    past = Past(folder.path)
    assert [each["id"] for each in past.history.documents()] == ["c", "b", "a"]
    assert looked_over == []
    path = Path(past.history.path(2026))
    path.write_bytes(path.read_bytes().replace(b'"started": "2026-02', b'"started": "x026-02', 1))
    assert [each["id"] for each in Past(folder.path).history.documents()] == ["b", "a"]
    assert set(looked_over) == {"b", "c"}


@pytest.mark.parametrize("calm", [None, 3, 2])
def test_pain_is_not_forgotten_behind_a_hundred_sessions(calm: int | None) -> None:
    def one(number: int, pain: int | None) -> PastSession:
        started = datetime(2025, 11, 1, tzinfo=UTC) + timedelta(days=number)
        return PastSession(id=f"{number}", started=started, finished=started, pain=pain)

    old = [one(0, 7)]
    newer = [one(number, None) for number in range(1, RECENT + 40)]
    newer[20] = one(21, calm)
    years = [[each for each in (*old, *newer) if each.day.year == year] for year in (2025, 2026)]
    for known in (summarise((*old, *newer)), add_up(summarise(year) for year in years)):
        found = facts(known).outings
        assert bool(no_jumps(False, found)) == (calm != 2)
        assert len(found) == RECENT + (calm != 2)
