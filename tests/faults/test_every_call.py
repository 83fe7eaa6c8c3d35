"""Every call that reaches the disk goes wrong in turn, in every way; then the promises are held."""

from pathlib import Path

import pytest

from runlift_tui.store import files, folder, history, journal, lock
from tests.faults.failing_os import FailingOS, Fault, Killed
from tests.faults.workload import Evening

MODULES = (files, folder, history, journal, lock)
SHORT = (Fault.FULL, Fault.EIO_ONCE, Fault.SHORT, Fault.KILL_AFTER, Fault.POWER_CUT)
"""The faults of every run; the others belong to the long suite."""


def evening(path: Path, disk: FailingOS, monkeypatch: pytest.MonkeyPatch) -> Evening:
    """Run the whole workload on a disk, as far as that lets it."""
    run = Evening(str(path))
    with monkeypatch.context() as patched:
        for module in MODULES:
            patched.setattr(module, "os", disk)
        try:
            run.run()
        except Killed:
            assert disk.dead
        if not disk.dead:
            disk.heal()
            run.save_what_waits()
    run.close()
    disk.forget()
    return run


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls the workload makes when nothing goes wrong."""
    disk = FailingOS()
    with pytest.MonkeyPatch.context() as monkeypatch:
        run = evening(tmp_path_factory.mktemp("calm") / "data", disk, monkeypatch)
    assert run.acknowledged == len(run.submitted) == 6
    assert [len(may) for may in run.documents.values()] == [1] * 4
    run.check()
    return len(disk.calls)


@pytest.mark.parametrize(
    "fault",
    [pytest.param(fault, marks=() if fault in SHORT else pytest.mark.faults) for fault in Fault],
)
def test_no_promise_is_broken(
    fault: Fault, calls: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert calls > 50
    for at in range(1, calls + 1):
        disk = FailingOS(fault, at)
        run = evening(tmp_path / str(at), disk, monkeypatch)
        assert len(disk.calls) >= at
        try:
            run.check()
        except AssertionError as error:
            error.add_note(f"{fault} at call {at} of {calls}: {disk.calls[at - 1]}")
            raise


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.EIO, Fault.BARRED])
def test_a_disk_that_refuses_from_the_start_acknowledges_nothing(
    fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Evening(str(tmp_path / "data"))
    disk = FailingOS(fault, 1)
    with monkeypatch.context() as patched:
        for module in MODULES:
            patched.setattr(module, "os", disk)
        run.run()
    assert run.acknowledged == 0
    assert all(may[0] is None for may in run.documents.values())
