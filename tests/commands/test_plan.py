"""`runlift plan`: the nine weeks as a table, and the file for a calendar."""

import sys
from datetime import timedelta
from pathlib import Path

import icalendar
import pytest

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock, SystemClock
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.core.plan.plan import Plan, WeekChange
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from tests.core.plans import MONDAY, as_planned, plan


@pytest.fixture
def folder(tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a plan that begins in eight days."""
    monkeypatch.setattr("runlift_tui.clock.SystemClock", lambda: clock)
    found = tmp_path / "data"
    keep(found, clock, plan(WeekChange(week=3, rounds=5)))
    return found


def keep(folder: Path, clock: ManualClock, found: Plan) -> None:
    store = Store(folder, clock)
    store.open()
    store.library.put(PLANS, found.id, document_of(found))
    store.close()


def test_the_plan_is_a_table_with_what_is_broken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", "--data-dir", str(folder)]) == OK
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if line[:2].strip().isdigit()]
    assert len(lines) == 9
    assert "2 x 5*" in lines[2]
    assert "75 are the most for a runner" in " ".join(out.split())
    assert "our own rules" in " ".join(out.split())


def test_the_calendar_file_lands_where_it_was_sent(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    assert main(["plan", "export", "--ics", "-o", str(out), "--data-dir", str(folder)]) == OK
    data = out.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 50
    found = icalendar.Calendar.from_ical(data)
    starts = [
        each.start
        for each in found.walk("VEVENT")
        if isinstance(each, icalendar.Event) and "Strength" in str(each["SUMMARY"])
    ]
    assert starts == [each.day for each in as_planned(plan())]


def test_without_a_file_it_goes_to_standard_output(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", open(1, "w", closefd=False))  # noqa: SIM115 (fd 1 stays)
    assert main(["plan", "export", "--ics", "--data-dir", str(folder)]) == OK
    out = capfdbinary.readouterr().out
    assert out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert out.endswith(b"END:VCALENDAR\r\n")


def test_what_cannot_be_written_is_said_in_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "none" / "plan.ics"
    argv = ["plan", "export", "--ics", "--data-dir", str(folder), "-o"]
    assert main([*argv, str(nowhere)]) == FAILED
    assert main([*argv, str(folder / "plan.ics")]) == MISUSED
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "does not belong into the data folder" in said[1]


def test_without_a_plan_it_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "none"
    assert main(["plan", "--data-dir", str(folder)]) == FAILED
    assert main(["plan", "export", "--ics", "--data-dir", str(folder)]) == FAILED
    said = capsys.readouterr()
    assert said.out == ""
    assert set(said.err.splitlines()) == {
        "runlift: there is no plan; p on the first screen makes one."
    }
    assert not folder.exists(), "asking makes no folder"


def test_an_export_says_its_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["plan", "export"])
    assert end.value.code == MISUSED
    assert "--ics" in capsys.readouterr().err


def test_the_card_has_the_weeks_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = SystemClock()
    now = clock.stamp().utc_ms
    from runlift_tui.core.words.days import day_of

    today = day_of(now, clock.utc_offset_min(now))
    monday = today - timedelta(days=today.weekday() + 21)
    folder = tmp_path / "data"
    keep(folder, ManualClock(now), plan(start=monday))
    assert main(["card", "--level", "advanced", "--data-dir", str(folder)]) == OK
    out = capsys.readouterr().out
    assert "8 each leg" in out
    assert "could do 3-4 more" in out, "three weeks without a session: still the first step"
    assert MONDAY.weekday() == 0


@pytest.mark.parametrize("columns", ["0", "40", "60", None])
def test_every_number_of_the_plan_is_whole_in_a_narrow_terminal(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: str | None,
) -> None:
    assert main(["plan", "--data-dir", str(folder)]) == OK
    whole = set(capsys.readouterr().out.split())
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert main(["plan", "--data-dir", str(folder)]) == OK
    out = capsys.readouterr().out
    assert set(out.split()) <= whole
    assert "2 x 5*" in out
    if columns in ("40", "60"):
        assert max(map(len, out.splitlines())) <= int(columns or 0)
