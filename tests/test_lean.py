"""Parts of libraries stay out of the start, and are there for whoever asks for them later."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from runlift_tui import lean

LATER = """
import sys
from runlift_tui.lean import LEFT_OUT, bring
for library in LEFT_OUT:
    bring(library)
    assert not set(LEFT_OUT[library]) & sys.modules.keys(), library
from runlift_tui.app import RunLift
# Textual needs what msgspec does without.
parts = {part for parts in LEFT_OUT.values() for part in parts} - {"typing_extensions"}
assert not parts & sys.modules.keys(), parts & sys.modules.keys()
assert "textual.widgets._input" not in sys.modules
from msgspec import inspect
assert isinstance(inspect.type_info(int), inspect.IntType)
from textual.command import CommandPalette
from textual.screen import Screen
assert issubclass(CommandPalette, Screen)
import ssl
assert ssl.create_default_context()
from textual import app, suggestions
from textual.css.stylesheet import Stylesheet
assert Stylesheet().parse_style("bold").bold
assert suggestions.get_suggestion("squats", ["squat", "row"]) == "squat"
assert app.user_downloads_path().is_absolute()
import linecache, traceback, urllib.parse
assert linecache.getline(traceback.__file__, 1)
assert urllib.parse.urlsplit("http://[::1]/").hostname == "::1"
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library `brought` with a part `brought_part`, of which it takes the name `Part`."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(lean.LEFT_OUT, "brought", ("brought_part",))
    (tmp_path / "brought_part.py").write_text("class Part:\n    size = 3\n")
    (tmp_path / "brought.py").write_text("from brought_part import Part\n")
    yield tmp_path
    for name in ("brought", "brought_part"):
        sys.modules.pop(name, None)


def test_what_is_left_out_is_not_imported_and_there_for_whoever_asks_later() -> None:
    subprocess.run([sys.executable, "-c", LATER], check=True)


def test_a_part_is_an_empty_class_to_its_library_and_itself_afterwards(library: Path) -> None:
    (library / "brought.py").write_text("import brought_part as part\nPart = part.Part\n")
    lean.bring("brought")
    brought = sys.modules["brought"]
    assert not hasattr(brought.Part, "size")
    assert "brought_part" not in sys.modules
    assert brought.part.Part.size == 3
    assert not hasattr(brought.part, "__path__")
    with pytest.raises(AttributeError):
        _ = brought.part.no_such_name


def test_what_a_library_took_by_its_name_is_called_as_the_part_has_it(library: Path) -> None:
    (library / "brought_part.py").write_text("def twice(number):\n    return 2 * number\n")
    (library / "brought.py").write_text(
        "from brought_part import Part, twice\nclass Own(Part):\n    pass\nfirst = Own()\n"
    )
    lean.bring("brought")
    brought = sys.modules["brought"]
    assert isinstance(brought.first, brought.Part)
    assert isinstance(brought.Own(), brought.Own)
    assert "brought_part" not in sys.modules
    assert brought.twice(21) == 42


def test_a_library_that_cannot_do_without_is_imported_whole(library: Path) -> None:
    (library / "brought.py").write_text("from brought_part import Part\nSIZE = Part.size\n")
    lean.bring("brought")
    assert not {"brought", "brought_part"} & sys.modules.keys()
    assert import_module("brought").SIZE == 3


def test_what_is_there_already_stays_as_it_is(library: Path) -> None:
    part = import_module("brought_part")
    lean.bring("brought")
    assert sys.modules["brought"].Part is part.Part
    lean.bring("brought")
    assert sys.modules["brought_part"] is part


def test_the_command_line_is_read_before_any_library_comes() -> None:
    program = "import runlift_tui.cli, sys; assert not {'msgspec', 'textual'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", program], check=True)
