"""Writes the tables of `tests/README.md` from the figures that the long runs left: `make page`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
    lines.append(f"\n{total:,} cases in {minutes:.0f} minutes of work. {_machine(told)}")
    return "\n".join(lines)


def bench_table(told: dict[str, Any]) -> str:
    """Return the rows of `make bench` or `make bench-peers`."""
    lines = ["| what | ours | limit | unit | ratio | allowed |", "|---|---:|---:|---|---:|---|"]
    for row in told["figures"]:
        cells = (row["what"].strip(), _number(row["ours"]), _number(row["limit"]), row["unit"])
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        lines.append(f"| {' | '.join(cells)} | {ratio} | {_allowed(row)} |")
    return "\n".join([*lines, f"\n{_machine(told)}"])


TABLES: dict[str, Callable[[dict[str, Any]], str]] = {
    "faults": faults_table,
    "bench": bench_table,
    "peers": bench_table,
}


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
    if row["allowed"] is None:
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
    for name, table in TABLES.items():
        figures = Path(sys.argv[1], f"{name}.json")
        if figures.exists():
            page = written(page, name, table(json.loads(figures.read_text())))
    _PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
