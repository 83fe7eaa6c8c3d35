"""Promises that whole test files break on purpose, counted as cases of the long run."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.faults.ledger import Broken
from tests.faults.tally import Tally

_ROOT = Path(__file__).parents[2]


def suite(path: str, files: tuple[str, ...]) -> Tally:
    """Run test files, the slow tests in them too; what was skipped is no case."""
    report = Path(path, "report.xml")
    command = [sys.executable, "-m", "pytest", "--numprocesses", "0", "--quiet", "-m", ""]
    command += ["-p", "no:cacheprovider", "--basetemp", str(Path(path, "work"))]
    done = subprocess.run(
        [*command, f"--junitxml={report}", *files], cwd=_ROOT, capture_output=True, text=True
    )
    tally = Tally()
    if done.returncode not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        tally.add([Broken(done.stdout[-2000:] + done.stderr[-2000:])], "pytest")
        return tally
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("skipped") is None:
            wrong = [*case.iter("failure"), *case.iter("error")]
            told = [Broken(each.get("message", "")) for each in wrong]
            tally.add(told, f"{case.get('classname')}.{case.get('name')}")
    return tally
