"""What the system knows of a process: the processor time that it took, the memory that it holds."""

import os
import sys

KNOWN = sys.platform == "linux"
"""Whether this system tells: only Linux has /proc."""


def processor_ms(pid: int) -> float:
    """Return the processor time of all threads of a process, milliseconds.

    The scheduler's own account, to the nanosecond; clock ticks of 10 ms would hide an idle program.
    """
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total / 1e6


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process, MB of a million bytes."""
    return status_mb(pid, "VmRSS")


def peak_mb(pid: int) -> float:
    """Return the most memory that a process ever had resident, MB of a million bytes."""
    return status_mb(pid, "VmHWM")


def status_mb(pid: int, name: str) -> float:
    """Return one line of a process's status, MB of a million bytes.

    Raises:
        KeyError: the status has no such line.
    """
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        for line in file:
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * 1024 / 1e6
    raise KeyError(name)
