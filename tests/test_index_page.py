"""The README on a package index: no picture and no link of it leads nowhere."""

import importlib.util
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCE = "https://github.com/somebody/runlift"


@pytest.fixture
def index_page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The function of the build; the builder itself is no part of what tests need."""
    interface = SimpleNamespace(MetadataHookInterface=object)
    monkeypatch.setitem(sys.modules, "hatchling.metadata.plugin.interface", interface)
    spec = importlib.util.spec_from_file_location("index_page", ROOT / "assets/index_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., str] = module.index_page
    return found


def links(page: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", page)


def test_without_an_address_nothing_leads_nowhere(index_page: Callable[..., str]) -> None:
    page = index_page(README)
    assert links(page)
    assert all(each.startswith(("https://", "#")) for each in links(page))
    assert "![" not in page
    assert "| | |\n|---|---|\n\n" not in page, "a table of pictures goes with them"
    assert page.count("|---|") == README.count("|---|") - README.count("| | |\n|---|---|\n| ![")
    assert "How RunLift is tested has every one" in page


def test_with_an_address_all_of_it_is_there(index_page: Callable[..., str]) -> None:
    page = index_page(README, SOURCE, "v1.2.3")
    assert all(each.startswith(("https://", "#")) for each in links(page))
    raw = "https://raw.githubusercontent.com/somebody/runlift/v1.2.3/assets/rest.svg"
    assert f"![A priming rest of four minutes, three minutes four seconds left]({raw})" in page
    assert page.count("![") == README.count("![")
    assert f"[Changelog]({SOURCE}/blob/v1.2.3/CHANGELOG.md)" in page
