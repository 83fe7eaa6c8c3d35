"""Writes the tables of `tests/README.md` from the figures that the long runs left: `make page`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_PAGE = Path(__file__).with_name("README.md")


def faults_table(told: dict[str, Any]) -> str:
    """Return the rows of `make faults`."""
    lines = ["| | fault | cases | broke a promise | |", "|---|---|---:|---:|---|"]
    total = 0
    for row in told["rows"]:
        careless = row["must_break"]
        total += 0 if careless else row["cases"]
        verdict = "caught" if careless and row["broken"] else "" if row["cases"] else "not tried"
        lines.append(
            f"| {row['part']} | {row['fault']} | {row['cases']:,} | {row['broken']:,} | {verdict} |"
        )
    minutes = sum(row["seconds"] for row in told["rows"]) / 60
    whole_s = told.get("whole_s")
    whole = f"; the whole run took {whole_s / 60:.0f} minutes" if whole_s else ""
    lines.append(f"\n{total:,} cases in {minutes:.0f} minutes of work{whole}. {_machine(told)}")
    return "\n".join(lines)


def bench_table(told: dict[str, Any]) -> str:
    """Return the rows of `make bench` or `make bench-peers`."""
    lines = ["| what | ours | limit | unit | ratio | allowed |", "|---|---:|---:|---|---:|---|"]
    for row in told["figures"]:
        cells = (row["what"].strip(), _number(row["ours"]), _number(row["limit"]), row["unit"])
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        lines.append(f"| {' | '.join(cells)} | {ratio} | {_allowed(row)} |")
    return "\n".join([*lines, f"\n{_machine(told)}"])


def keys_table(report: Path) -> str:
    """Return what came of `make keys`, seed by seed, from the report that pytest writes."""
    lines = ["| seed | keys | sets logged | screens | |", "|---:|---:|---:|---:|---|"]
    pressed, screens = 0, set[str]()
    for case in ElementTree.parse(report).iter("testcase"):
        found = {each.get("name"): each.get("value", "") for each in case.iter("property")}
        seen = found.get("screens", "").split()
        broken = [*case.iter("failure"), *case.iter("error")]
        pressed += int(found.get("keys", 0))
        screens |= {*seen}
        lines.append(
            f"| {case.get('name', '').partition('[')[2].rstrip(']')} "
            f"| {int(found.get('keys', 0)):,} | {found.get('sets', '')} | {len(seen)} "
            f"| {'**BROKEN**' if broken else 'held'} |"
        )
    lines.append(f"\n{pressed:,} keys in all, on {len(screens)} screens and dialogs.")
    return "\n".join(lines)


def installed_table(told: dict[str, Any]) -> str:
    """Return what came of `make installed`: each way to install it, each Python."""
    lines = ["| way | s | MB | MB of disk | MB after the first set | sets logged |"]
    lines.append("|---|---:|---:|---:|---:|---:|")
    for row in told["ways"]:
        sizes = (f"{row[name]:.1f}" for name in ("mb", "disk_mb", "used_mb"))
        lines.append(f"| {row['way']} | {row['seconds']} | {' | '.join(sizes)} | {row['sets']} |")
    lines.append(f"\n{told['download_mb']:.1f} MB come over the line. {_machine(told)}\n")
    lines += [f"| Python | the sdist's own tests: {', '.join(told['share'])} |", "|---|---|"]
    for row in told["tests"]:
        broken = "" if row["passed"] else " **BROKEN**"
        lines.append(f"| {row['python']} | {row['told']}{broken} |")
    return "\n".join(lines)


def _of_json(table: Callable[[dict[str, Any]], str]) -> Callable[[Path], str]:
    return lambda file: table(json.loads(file.read_text(encoding="utf-8")))


TABLES: dict[str, tuple[str, Callable[[Path], str]]] = {
    "faults": ("faults.json", _of_json(faults_table)),
    "keys": ("keys.xml", keys_table),
    "bench": ("bench.json", _of_json(bench_table)),
    "installed": ("installed.json", _of_json(installed_table)),
    "peers": ("peers.json", _of_json(bench_table)),
}
"""Name of a table -> the file that a long run left, and what makes the table of it."""


def written(page: str, name: str, table: str) -> str:
    """Return a page with a table between its marks."""
    head, begin, rest = page.partition(f"<!-- {name}: written by make page -->\n")
    _, end, tail = rest.partition(f"<!-- {name} end -->")
    if not (begin and end):
        raise ValueError(f"the page has no place for {name}")
    return f"{head}{begin}{table}\n{end}{tail}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 1000 or value == 0 else f"{value:.3g}"


def _allowed(row: dict[str, Any]) -> str:
    if row["allowed"] is None or row["rule"] == "told":
        return ""
    sign = {"times": "", "plus": "+", "most": "at most "}.get(row["rule"], "")
    unit = " x" if row["rule"] == "times" else f" {row['unit']}"
    over = "" if row["verdict"] == "ok" else f" **{row['verdict']}**"
    return f"{sign}{row['allowed']:g}{unit}{over}"


def _machine(told: dict[str, Any]) -> str:
    machine = told["machine"]
    return f"Python {machine['python']}, {machine['cores']} cores, {machine['system']}."


def main() -> int:
    """Write whichever tables there are figures for."""
    page = _PAGE.read_text(encoding="utf-8")
    for name, (file, table) in TABLES.items():
        figures = Path(sys.argv[1], file)
        if figures.exists():
            page = written(page, name, table(figures))
    _PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
