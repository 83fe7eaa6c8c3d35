"""What holds of any file: twice is once, in any order, and a longer one later adds the new."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.believed import row_faults
from runlift_tui.exchange.converted import Converted
from runlift_tui.exchange.known import Known
from runlift_tui.exchange.neutral import FileAnswers, NotRead
from tests.exchange.reading import SAMPLES, entries, sample, taken
from tests.rows import for_each
from tests.sweep import sweep

ALL = FileAnswers(unit="kg", distance="km", sport="run", cardio_as_runs=True)
NAMES = sorted(path.name for path in SAMPLES.iterdir())
TABLES = [name for name in NAMES if name.endswith(".csv") and name != "jefit.csv"]


def ids(found: Converted) -> set[str]:
    return {each["id"] for each in found.sessions} | {run.document["id"] for run in found.runs}


@for_each("name", NAMES)
def test_twice_is_once_whatever_the_zone_and_the_unit(name: str) -> None:
    known = Known([], [], [])
    first = known.judge(taken(sample(name), ALL))
    assert first.new > 0
    assert first.new + first.already + first.changed == len(first.sessions) + len(first.runs)
    for answers, zone in (
        (ALL, "Europe/Berlin"),
        (FileAnswers(unit="lb", distance="mi", sport="run", cardio_as_runs=True), "Asia/Tokyo"),
        (ALL, "America/Los_Angeles"),
    ):
        assert known.judge(taken(sample(name), answers, zone)).new == 0


@given(name=st.sampled_from(TABLES), chance=st.randoms(use_true_random=False))
def test_any_order_of_the_workouts_and_any_part_first(name: str, chance: object) -> None:
    head, *rows = sample(name).decode().splitlines()
    whole = taken(sample(name), ALL)
    cut = chance.randrange(len(rows) + 1)  # type: ignore[attr-defined]
    part = taken("\n".join((head, *rows[:cut])), ALL) if any(rows[:cut]) else None
    known = Known([], [], [])
    before = 0 if part is None else known.judge(part).new
    after = known.judge(whole)
    assert before + after.new == len(ids(whole))
    assert entries(whole) == len([row for row in rows if row.strip()]) or name == "stronglifts.csv"


ODD = ("x" * 20_000, "9" * 400, "1e300", "-1e300", "nan", "31/12/9999 23:59", "\x1b[2J\ud800=1")


@pytest.mark.parametrize("name", sweep(TABLES, stay=("hevy.csv", "strava.csv")))
def test_whatever_stands_in_a_cell_no_row_of_it_would_stay_out_of_view(name: str) -> None:
    text = sample(name).decode("utf-8-sig")
    mark = max(",;\t", key=text.count)
    heads, *rows = [[*row] for row in csv.reader(io.StringIO(text), delimiter=mark)]
    whole = next(row for row in rows if len(row) == len(heads) and any(row))
    for column in range(len(heads)):
        out = io.StringIO()
        changed = [[*whole[:column], odd, *whole[column + 1 :]] for odd in ODD]
        csv.writer(out, delimiter=mark).writerows((heads, *changed))
        try:
            found = taken(out.getvalue().encode("utf-8", "replace"), ALL)
        except NotRead:
            continue
        for table, made in (
            *(("sessions", each) for each in found.sessions),
            *(("runs", each.document) for each in found.runs),
        ):
            assert list(row_faults(table, made)) == [], heads[column]


@for_each("name", NAMES)
def test_nothing_is_invented(name: str) -> None:
    found = taken(sample(name), ALL)
    for session in found.sessions:
        for row in session["sets"]:
            assert {"left", "right", "left_s", "right_s", "contacts", "snap"}.isdisjoint(row)
            assert not row["slot"].startswith("B")
            assert (row["block"], row["target"], row["implements"]) == ("imported", None, 1)
        assert (session["effort"], session["pain"], session["routine"]) == (None, None, None)
    for run in found.runs:
        assert (run.document["kind"], run.document["fast_s"]) == (None, None)
        assert "started" not in run.document
