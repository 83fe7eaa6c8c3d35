"""The page that tells how RunLift is tested: its tables come from commands, its tests exist."""

import re
from pathlib import Path

import pytest

from tests.faults.__main__ import Row, jobs
from tests.page import TABLES, bench_table, faults_table, keys_table, written

PAGE = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
MACHINE = {"python": "3.11.7", "cores": 2, "system": "Linux x86_64"}


def test_every_table_has_its_place() -> None:
    for name in TABLES:
        assert written(PAGE, name, "| a table |").count("| a table |") == 1
    with pytest.raises(ValueError, match="no place"):
        written(PAGE, "nothing", "")


def test_every_test_that_the_page_names_is_there() -> None:
    root = Path(__file__).parents[1]
    files = set(re.findall(r"`(tests/[\w/]+(?:\.py)?)/?`", PAGE))
    assert files
    assert [name for name in files if not (root / name).exists()] == []
    sources = "".join(path.read_text() for path in Path(__file__).parent.rglob("test_*.py"))
    tests = set(re.findall(r"`(test_\w+)`", PAGE))
    assert tests
    assert [name for name in tests if f"def {name}(" not in sources] == []


def test_every_part_that_the_page_names_is_tried() -> None:
    parts = {job.part for job in jobs()} | {f"{job.part}: {job.fault}" for job in jobs()}
    named = re.findall(r"`tests/faults`, \*([^*]+)\*", PAGE)
    assert named
    assert set(named) <= parts


def test_the_tables() -> None:
    rows = [Row("kill -9", "headless", 1000, 0), Row("caught", "stock", 30, 13, True)]
    told = faults_table({"machine": MACHINE, "rows": [row._asdict() for row in rows]})
    assert "| kill -9 | headless | 1,000 | 0 |  |" in told
    assert "| caught | stock | 30 | 13 | caught |" in told
    assert "1,000 cases" in told
    whole = {"machine": MACHINE, "rows": [], "whole_s": 840.0}
    assert "the whole run took 14 minutes" in faults_table(whole)
    figure = {"what": "a set", "ours": 0.36, "limit": 0.22, "unit": "ms", "ratio": 1.61}
    figure |= {"allowed": 2.0, "rule": "times", "verdict": "OVER"}
    table = bench_table({"machine": MACHINE, "figures": [figure]})
    assert "| a set | 0.36 | 0.22 | ms | 1.61 | 2 x **OVER** |" in table
    told_only = bench_table({"machine": MACHINE, "figures": [figure | {"rule": "told"}]})
    assert "| a set | 0.36 | 0.22 | ms | 1.61 |  |" in told_only


def test_the_table_of_random_keys(tmp_path: Path) -> None:
    report = tmp_path / "keys.xml"
    properties = "".join(
        f'<property name="{name}" value="{value}"/>'
        for name, value in (("keys", 10000), ("screens", "HomeScreen PlanScreen"), ("sets", 7))
    )
    report.write_text(
        "<testsuites><testsuite>"
        f'<testcase name="test_keys[100]"><properties>{properties}</properties></testcase>'
        '<testcase name="test_keys[101]"><properties><property name="keys" value="10000"/>'
        '</properties><failure message="no"/></testcase>'
        "</testsuite></testsuites>"
    )
    table = keys_table(report)
    assert "| 100 | 10,000 | 7 | 2 | held |" in table
    assert "| 101 | 10,000 |  | 0 | **BROKEN** |" in table
    assert "20,000 keys in all, on 2 screens" in table
