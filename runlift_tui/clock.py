"""The only reader of real time.

Everything else is handed a clock, or a stamp that one made.
"""

import os
import sys
import time
from functools import cache
from typing import Protocol

from runlift_tui.core.session.timeline import Stamp

_BOOT_ID_FILE = "/proc/sys/kernel/random/boot_id"
_SYSCTL = ("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")
_SYSCTL_TIMEOUT_S = 2.0
_UUID_LENGTH = 36


class Clock(Protocol):
    """What the program asks of a clock."""

    def stamp(self) -> Stamp:
        """Return what the clocks say now."""
        ...

    def utc_offset_min(self, utc_ms: int) -> int:
        """Return the local offset from UTC at that moment, in minutes, east positive."""
        ...


class SystemClock:
    """The clocks of this machine; which boot it is gets read at the first stamp."""

    def stamp(self) -> Stamp:
        """Return what the clocks say now."""
        return Stamp(time.time_ns() // 1_000_000, boot_id(), _boot_ms())

    def utc_offset_min(self, utc_ms: int) -> int:
        """Return the local offset from UTC at that moment, in minutes, east positive.

        Raises:
            OSError, OverflowError, ValueError: the moment lies outside what the system can tell.
        """
        return time.localtime(utc_ms / 1000).tm_gmtoff // 60


class ManualClock:
    """A clock that stands still until it is told otherwise, for tests and pictures."""

    def __init__(
        self,
        start_utc_ms: int = 1_795_366_800_000,
        boot: str = "boot-1",
        offset_min: int = 0,
    ) -> None:
        """Start at 2026-11-22T17:00:00Z unless told otherwise, with a machine just booted."""
        self._first_boot = boot
        self._reboots = 0
        self._offset_min = offset_min
        self._stamp = Stamp(start_utc_ms, boot, 0)

    def stamp(self) -> Stamp:
        """Return what the clocks say now."""
        return self._stamp

    def utc_offset_min(self, utc_ms: int) -> int:
        """Return the offset that the clock was made with, whatever the moment."""
        return self._offset_min

    def advance(self, ms: int) -> None:
        """Let `ms` milliseconds pass on both clocks.

        Raises:
            ValueError: `ms` is negative; only the wall clock can be set back, with `set_utc`.
        """
        if ms < 0:
            raise ValueError(f"time does not run backwards: {ms} ms")
        now = self._stamp
        self._stamp = Stamp(now.utc_ms + ms, now.boot, now.boot_ms + ms)

    def set_utc(self, ms: int) -> None:
        """Set the wall clock to `ms` milliseconds since the epoch; the boot clock goes on."""
        self._stamp = Stamp(ms, self._stamp.boot, self._stamp.boot_ms)

    def reboot(self) -> None:
        """Start the machine anew at the same moment: another boot, counting from 0."""
        self._reboots += 1
        boot = f"{self._first_boot}+{self._reboots}"
        self._stamp = Stamp(self._stamp.utc_ms, boot, 0)


@cache
def boot_id() -> str:
    """Return an id of this boot of the machine, read once.

    Where the system tells none, the id belongs to this process alone, so that UTC decides
    between one run of the program and the next.
    """
    if sys.platform == "linux":
        told = _linux_boot_id()
    elif sys.platform == "darwin":
        told = _macos_boot_id()
    else:
        told = ""
    if len(told) == _UUID_LENGTH:
        return told.lower()
    return f"process-{os.urandom(8).hex()}"


def _boot_ms() -> int:
    """Return milliseconds on the steadiest clock there is that counts through a closed lid."""
    if sys.platform == "linux":
        ns = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        # time.monotonic stops while a Mac sleeps; this clock does not.
        ns = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    else:
        ns = time.monotonic_ns()
    return ns // 1_000_000


def _linux_boot_id() -> str:
    try:
        with open(_BOOT_ID_FILE, encoding="utf-8") as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _macos_boot_id() -> str:
    # Imported here because it costs as much as the whole of this module, and only a Mac needs it.
    import subprocess

    try:
        done = subprocess.run(
            _SYSCTL,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SYSCTL_TIMEOUT_S,
            check=True,
            encoding="ascii",
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip()
