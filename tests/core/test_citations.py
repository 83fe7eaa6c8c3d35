"""Whoever is told of a paper can find it: author, year, journal, volume and page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from runlift_tui import core
from tests.rows import for_each

CORE = Path(core.__path__[0])
YEAR = re.compile(r"(?:19|20)\d\d")
CITED = re.compile(r"(?P<who>[A-ZÅÖØ]\w+)(?: et al\.| & [A-Z]\w+)? (?:19|20)\d\d(?!-)")
PLACE = re.compile(r"(?: et al\.| & [A-Z]\w+)? \d{4},? [A-Z][^;()\d]*(?:\d+:e?\d+|\d+, doi 10\.)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def said(text: str) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings."""
    tree = ast.parse(text)
    silent = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node.value


def cited() -> Iterator[tuple[str, str]]:
    modules = [path.read_text("utf-8") for path in sorted(CORE.rglob("*.py"))]
    for module in filter(YEAR.search, modules):
        for text in said(module):
            for found in CITED.finditer(text):
                if found["who"] not in MONTHS:
                    yield found["who"], text[found.end("who") :]


PAPERS = list(cited())


def test_papers_are_cited_at_all() -> None:
    assert {"Paavolainen", "Grgic", "Bosquet"} <= {who for who, _ in PAPERS}


@for_each(("who", "place"), PAPERS)
def test_a_cited_paper_has_its_journal_volume_and_page(who: str, place: str) -> None:
    assert PLACE.match(place), f"{who}{place[:60]}"
