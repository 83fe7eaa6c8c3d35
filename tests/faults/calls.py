"""Each call that reaches the disk goes wrong in turn, in each way."""

import errno
import importlib
import os
import pkgutil
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

import runlift_tui.store
from tests.faults.failing_os import FailingOS, Fault, Killed
from tests.faults.ledger import Broken, check
from tests.faults.outing import Outing
from tests.faults.tally import Tally


def store_modules() -> list[ModuleType]:
    """Return every module of the store that calls the system itself."""
    found = pkgutil.walk_packages(runlift_tui.store.__path__, "runlift_tui.store.")
    modules = [importlib.import_module(module.name) for module in found]
    return [module for module in modules if hasattr(module, "os")]


@contextmanager
def on(disk: FailingOS) -> Iterator[None]:
    """Let the whole store work on a disk."""
    with pytest.MonkeyPatch.context() as patched:
        for module in store_modules():
            patched.setattr(module, "os", disk)
        yield
    disk.forget()


def outing(path: str, disk: FailingOS, *, seed: int, presses: int) -> Outing:
    """Run an outing on a disk, as far as that lets it; the disk is well again at the end."""
    run = Outing(path, seed, presses=presses)
    with on(disk):
        try:
            run.run()
        except Killed:
            assert disk.dead
        if not disk.dead:
            disk.heal()
            run.save_what_waits()
    run.close()
    return run


def every_call(
    path: str, faults: Iterable[Fault], *, seed: int, presses: int, every: int = 1
) -> Tally:
    """Let the n-th call go wrong, for every n.

    Args:
        path: A folder to work in.
        faults: In which ways.
        seed: Of the outing.
        presses: How long its sessions are, in keys.
        every: Only every so many calls; 1 for all.
    """
    calm = FailingOS()
    run = outing(f"{path}/calm", calm, seed=seed, presses=presses)
    tally = Tally()
    tally.add(check(f"{path}/calm", run.ledger), "nothing went wrong")
    for fault in faults:
        for at in range(1, len(calm.calls) + 1, every):
            place = f"{path}/{fault.name}-{at}"
            disk = FailingOS(fault, at)
            run = outing(place, disk, seed=seed, presses=presses)
            name = disk.calls[at - 1] if at <= len(disk.calls) else "never reached"
            tally.add(check(place, run.ledger), f"{fault} at call {at}, {name}")
            shutil.rmtree(place, ignore_errors=True)
    return tally


class Mount(FailingOS):
    """A disk that does not know some calls, and says so each time, as the mounts of others do."""

    def __init__(self, unknown: dict[str, int]) -> None:
        super().__init__()
        self._unknown = unknown

    def __getattr__(self, name: str) -> Any:
        if name not in self._unknown:
            return super().__getattr__(name)

        def call(*_: Any, **__: Any) -> Any:
            raise OSError(self._unknown[name], os.strerror(self._unknown[name]))

        return call


MOUNTS: dict[str, dict[str, int]] = {
    "vfat": {"link": errno.EPERM, "symlink": errno.EPERM, "chmod": errno.EPERM},
    "exfat by FUSE": {"link": errno.ENOSYS, "symlink": errno.ENOSYS, "chmod": errno.ENOSYS},
    "a share that syncs nothing": {"fsync": errno.EINVAL, "link": errno.ENOTSUP},
    "a share that knows no sync": {"fsync": errno.ENOTSUP, "fdatasync": errno.ENOTSUP},
    "a share that cuts nothing": {"ftruncate": errno.ENOTSUP, "utime": errno.EPERM},
}
"""What the mounts of other systems answer."""


def mounts(path: str, *, trials: int) -> Tally:
    """Train, change and import on each kind of mount: as on any other."""
    tally = Tally()
    for name, unknown in MOUNTS.items():
        for seed in range(trials):
            place = f"{path}/{name}-{seed}"
            run = outing(place, Mount(unknown), seed=seed, presses=12)
            kept = all(told.acknowledged for told in run.ledger.sessions.values())
            found = [] if kept else [Broken("nobody can train there")]
            tally.add([*found, *check(place, run.ledger)], f"{name} {seed}")
            shutil.rmtree(place, ignore_errors=True)
    return tally
