"""A small share of the long run, every time."""

import os
from pathlib import Path

import pytest

from tests.faults.__main__ import Job, jobs, tried
from tests.faults.ledger import check
from tests.faults.outing import Outing
from tests.faults.suites import suite
from tests.sweep import sweep

_SHARE = {"malformed": 0.003, "every call": 0.02, "the world outside": 0.02, "two machines": 0.02}
_SLOW = (
    "the installed command, in a terminal",
    "the kernel refuses it",
    "24 hours of use",
    "strings of bytes",
    "around a program",
    "every command under",
    "left open over night",
    "a set-up that is killed",
    "a megabyte pasted",
    "stock TinyDB",
)
_CAUGHT_AGAIN = "caught: stock TinyDB, power cut"
"""The other two careless programs are caught by the same faults every time."""


def _marked(job: Job) -> object:
    slow, again = job.fault.startswith(_SLOW), f"{job.part}: {job.fault}" == _CAUGHT_AGAIN
    marks = [*[pytest.mark.faults] * slow, *[pytest.mark.sweep] * again]
    return pytest.param(job, id=f"{job.part}: {job.fault}", marks=marks)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # a fork beside xdist's thread
@pytest.mark.parametrize("part", sweep((0.12, 1.0), stay=(0.12,)))
@pytest.mark.parametrize("job", [_marked(job) for job in jobs() if job.part != "the suite"])
def test_held_or_caught(job: Job, part: float) -> None:
    row, broken = tried(job, part * _SHARE.get(job.part, 0.01), None)
    if not row.cases:
        pytest.skip("it cannot be tried here")
    assert row.verdict in ("held", "caught"), broken[:3]


def test_the_outing_reaches_everything_that_is_promised(tmp_path: Path) -> None:
    run = Outing(os.path.join(tmp_path, "data"), 3)
    run.run()
    run.close()
    assert check(run.path, run.ledger) == []
    assert set(run.ledger.sessions) == {"a", "b", "c"}
    assert set(run.ledger.documents) == {"a", "old"}
    assert run.ledger.documents["old"] == [None], "it was deleted"
    assert all(told.acknowledged == len(told.records) for told in run.ledger.sessions.values())


def test_a_ledger_that_promised_more_is_broken(tmp_path: Path) -> None:
    run = Outing(os.path.join(tmp_path, "data"), 3, presses=5)
    run.run()
    run.close()
    told = run.ledger.sessions["c"]
    told.records.append(told.records[-1])
    told.acknowledged += 1
    assert next(each.what for each in check(run.path, run.ledger)).startswith("1 of ")


def test_a_suite_counts_what_failed_and_not_what_was_skipped(tmp_path: Path) -> None:
    tests = tmp_path / "test_three.py"
    tests.write_text(
        "import pytest\n"
        "def test_holds(): pass\n"
        "def test_breaks(): assert 1 == 2\n"
        "def test_is_skipped(): pytest.skip('not here')\n"
    )
    tally = suite(str(tmp_path), (str(tests),))
    assert (tally.cases, tally.failed) == (2, 1)
    assert "test_breaks" in tally.broken[0]


def test_a_suite_that_cannot_be_run_is_broken(tmp_path: Path) -> None:
    tally = suite(str(tmp_path), (str(tmp_path / "test_nothing.py"),))
    assert (tally.cases, tally.failed) == (1, 1)
