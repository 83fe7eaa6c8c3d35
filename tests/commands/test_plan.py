"""`runlift plan`: the nine weeks as a table, and the file for a calendar."""

import sys
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock, SystemClock
from runlift_tui.commands.plan import flow_of
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.core.plan.plan import Plan, WeekChange
from runlift_tui.core.words.days import day_of
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.core.past import outing, row
from tests.core.plans import MONDAY, as_planned, plan


@pytest.fixture
def planned(data: Path, clock: ManualClock, still: None) -> None:
    """Keep a plan that begins in eight days."""
    keep(data, clock, plan(WeekChange(week=3, rounds=5)))


with_plan = pytest.mark.usefixtures("planned")


def keep(folder: Path, clock: ManualClock, found: Plan) -> None:
    store = Store(folder, clock)
    store.open()
    store.library.put(PLANS, found.id, document_of(found))
    store.close()


@with_plan
def test_the_plan_is_a_table_with_what_is_broken(
    run: Run,
) -> None:
    status, out, _ = run("plan")
    assert status == OK
    lines = [line for line in out.splitlines() if line[:2].strip().isdigit()]
    assert len(lines) == 9
    assert "2      5*" in lines[2]
    assert "75 are the most for a runner" in " ".join(out.split())
    assert "our own rules" in " ".join(out.split())


def test_what_was_trained_the_day_before_a_plan_moves_its_first_session_as_at_home(
    tmp_path: Path, clock: ManualClock
) -> None:
    today = day_of(clock.stamp().utc_ms, 0)
    found = plan(
        start=today + timedelta(days=1), run_days=(3,), hard_days=(), long_day=None, miles=10
    )
    keep(tmp_path, clock, found)
    before = flow_of(Store(tmp_path, clock), found, today).sessions[0].day
    folder = DataFolder(tmp_path)
    folder.create()
    History(folder.history).fold(outing(321, row(left=8, right=8)))
    store = Store(tmp_path, clock)
    after = flow_of(store, found, today)
    assert after.sessions == PlansToday(Today(store)).flow(found).sessions
    assert after.sessions[0].day > before


@with_plan
def test_the_calendar_file_lands_where_it_was_sent(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    assert run("plan", "export", "--ics", "-o", str(out)).status == OK
    data = out.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 50
    found = icalendar.Calendar.from_ical(data)
    starts = [
        each.start
        for each in found.walk("VEVENT")
        if isinstance(each, icalendar.Event) and "Strength" in str(each["SUMMARY"])
    ]
    assert starts == [each.day for each in as_planned(plan())]


@with_plan
def test_without_a_file_it_goes_to_standard_output(
    data: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", open(1, "w", closefd=False))  # noqa: SIM115 (fd 1 stays)
    assert main(["plan", "export", "--ics", "--data-dir", str(data)]) == OK
    out = capfdbinary.readouterr().out
    assert out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert out.endswith(b"END:VCALENDAR\r\n")


@with_plan
def test_what_cannot_be_written_is_said_in_one_line(run: Run, data: Path, tmp_path: Path) -> None:
    nowhere = run("plan", "export", "--ics", "-o", str(tmp_path / "none" / "plan.ics"))
    inside = run("plan", "export", "--ics", "-o", str(data / "plan.ics"))
    assert (nowhere.status, inside.status) == (FAILED, MISUSED)
    assert nowhere.err.count("\n") == inside.err.count("\n") == 1
    assert "does not belong into the data folder" in inside.err


@pytest.mark.parametrize("words", [["plan"], ["plan", "export", "--ics"]])
def test_without_a_plan_it_says_how_to_make_one(run: Run, data: Path, words: list[str]) -> None:
    why = "runlift: there is no plan; p on the first screen makes one.\n"
    assert run(*words) == (FAILED, "", why)
    assert not data.exists(), "asking makes no folder"


def test_an_export_says_its_format(run: Run) -> None:
    said = run("plan", "export")
    assert said.status == MISUSED
    assert "--ics" in said.err


def test_the_card_has_the_weeks_numbers(run: Run, data: Path) -> None:
    clock = SystemClock()
    now = clock.stamp().utc_ms
    today = day_of(now, clock.utc_offset_min(now))
    monday = today - timedelta(days=today.weekday() + 21)
    keep(data, ManualClock(now), plan(start=monday))
    status, out, _ = run("card", "--level", "advanced")
    assert status == OK
    assert "8 each leg" in out
    assert "could do 3-4 more" in out, "three weeks without a session: still the first step"
    assert MONDAY.weekday() == 0


@with_plan
@pytest.mark.parametrize("columns", ["0", "40", "60", None])
def test_every_number_of_the_plan_is_whole_in_a_narrow_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str | None
) -> None:
    whole = set(run("plan").out.split())
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    status, out, _ = run("plan")
    assert status == OK
    assert set(out.split()) <= whole
    assert " 5*" in out
    if columns in ("40", "60"):
        assert max(map(len, out.splitlines())) <= int(columns or 0)


@with_plan
def test_moving_it_tells_the_cost_first_and_does_it_with_yes(
    run: Run, data: Path, clock: ManualClock
) -> None:
    words = ("plan", "move", "--off", "4 jan", "--until", "sun", "--ill", "--later")
    status, out, _ = run(*words)
    assert status == OK
    assert "week 6: ill instead of build" in " ".join(out.split())
    assert "Nothing was moved yet" in out
    before = plan(WeekChange(week=3, rounds=5))
    assert Store(data, clock).desk.plans() == (before,)
    status, out, _ = run(*words, "--yes")
    assert status == OK
    assert "The plan is moved: Mon 4 Jan to Sun 10 Jan ill" in " ".join(out.split())
    (after,) = Store(data, clock).desk.plans()
    assert after.answers.weeks == 11
    newest = Store(data, clock).acts.trail("plan").newest()
    assert newest is not None
    assert newest.told == "The plan is moved: Mon 4 Jan to Sun 10 Jan ill"


@with_plan
def test_a_holiday_is_put_in_and_days_off_say_what_they_are(
    run: Run, data: Path, clock: ManualClock
) -> None:
    words = ("plan", "move", "--off", "4 jan", "--until", "sun", "--yes")
    status, out, err = run(*words)
    assert (status, out) == (MISUSED, "")
    why = "runlift: --holiday or --ill: say which it is: the plan leads back from them differently."
    assert " ".join(err.split()).startswith(why)
    assert run(*words, "--ill", "--holiday").status == MISUSED
    (before,) = Store(data, clock).desk.plans()
    assert before.off == ()
    status, out, _ = run(*words, "--holiday")
    assert status == OK
    assert "week 6: off instead of build" in " ".join(out.split())
    ((off,),) = [each.off for each in Store(data, clock).desk.plans()]
    assert (off.first, off.last, off.ill) == (date(2027, 1, 4), date(2027, 1, 10), False)


@with_plan
@pytest.mark.parametrize("word", ["--holiday", "--ill", "--later"])
def test_what_is_said_of_days_off_asks_for_their_first(run: Run, word: str) -> None:
    status, _, err = run("plan", "move", word, "--yes")
    assert status == MISUSED
    assert "--off: the first day off stands here" in err


@with_plan
def test_a_move_that_cannot_be_names_its_option(run: Run) -> None:
    status, _, err = run("plan", "move", "--race", "+50 weeks", "--distance", "5k", "--yes")
    assert status == MISUSED
    assert " is in week 49, and a plan leads over 44 at most" in " ".join(err.split())
    assert "--race: " in err
    status, _, err = run("plan", "move", "--distance", "mile", "--yes")
    assert status == MISUSED
    assert "--distance: mile is none of 5K, 10K" in " ".join(err.split())
    status, out, _ = run("plan", "move")
    assert status == OK
    assert "It costs nothing" in out
