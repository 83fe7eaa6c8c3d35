"""Who may import whom: import-linter sees what is written, an interpreter what really happens."""

import pkgutil
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import runlift_tui
from tests.sweep import sweep

ROOT = Path(__file__).parents[1]
INTERFACE = {"textual", "rich"}
STORAGE = {"tinydb", "platformdirs"}

# No module of the package may be outside of this table: what it must not pull in, by its part.
BARRED = {
    "__main__": INTERFACE | {"asyncio"},
    "app": {"wakepy"},
    "by_lines": INTERFACE | {"asyncio", "wakepy"},
    "cli": INTERFACE | {"asyncio", "tinydb"},
    "clock": INTERFACE | STORAGE | {"asyncio", "pathlib", "subprocess"},
    "core": INTERFACE | STORAGE | {"asyncio", "pathlib", "random"},
    "data": INTERFACE | STORAGE | {"asyncio"},
    "commands": {"asyncio", "textual", "tinydb"},
    "commands.doctor": {"asyncio", "textual", "wakepy"},
    "commands.printing": INTERFACE | STORAGE | {"asyncio", "pathlib", "unicodedata"},
    "devices": INTERFACE | STORAGE | {"asyncio", "wakepy"},
    "exchange": INTERFACE | STORAGE | {"asyncio"},
    "leading": {"wakepy"},
    "lean": INTERFACE | STORAGE | {"asyncio", "pathlib"},
    "looks": {"tinydb"},
    "meeting": {"tinydb", "wakepy"},
    "paths": INTERFACE | STORAGE | {"asyncio", "pathlib"},
    "places": {"wakepy"},
    "screens": {"wakepy"},
    "store": INTERFACE | {"asyncio"},
    "terminal": {"tinydb", "wakepy"},
    "terminal.end": INTERFACE | STORAGE | {"asyncio", "pathlib", "subprocess"},
    "widgets": {"tinydb", "wakepy"},
}


def parts() -> dict[str, list[str]]:
    """Return every module of the package, as it stands on disk, by the part that it belongs to."""
    found: dict[str, list[str]] = {}
    for module in pkgutil.walk_packages(runlift_tui.__path__, "runlift_tui."):
        name = module.name.removeprefix("runlift_tui.")
        inner = ".".join(name.split(".")[:2])
        found.setdefault(inner if inner in BARRED else inner.split(".")[0], []).append(module.name)
    return found


def run(code: str) -> str:
    """Return what a fresh interpreter prints.

    It leaves out `site`, whose path files import what they like on a developer's machine, and is
    handed this interpreter's own path instead.
    """
    prepared = f"import sys; sys.path[:] = {sys.path!r}\n{code}"
    done = subprocess.run(
        [sys.executable, "-S", "-c", prepared], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_contracts_are_kept() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "import-linter is not installed beside this interpreter"
    done = subprocess.run(
        [command, "--no-cache"], capture_output=True, text=True, encoding="utf-8", cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_bare_interpreter_has_nothing_barred() -> None:
    assert not set().union(*BARRED.values()) & set(run("print(*sys.modules)").split())


def test_every_part_is_in_the_table() -> None:
    assert not parts().keys() - BARRED.keys(), "say in BARRED what the new part must not import"


def chains() -> list[tuple[str, ...]]:
    """Return all parts in few rows, in which none is barred from what one before it may pull in."""
    found: list[list[str]] = []
    for part in sorted(parts(), key=lambda part: -len(BARRED.get(part, ()))):
        barred = BARRED.get(part, set())
        fitting = (chain for chain in found if barred <= BARRED.get(chain[-1], set()))
        chain = next(fitting, None)
        if chain is None:
            found.append([part])
        else:
            chain.append(part)
    return [tuple(chain) for chain in found]


@pytest.mark.parametrize(
    "chain",
    sweep({**dict.fromkeys(chains()), **{(part,): None for part in parts()}}, stay=chains()),
    ids=" ".join,
)
def test_part_pulls_in_nothing_barred(chain: tuple[str, ...]) -> None:
    # One interpreter for them all; the first module of a part to pull something in names it.
    modules = [(name, BARRED.get(part, set())) for part in chain for name in parts()[part]]
    guilty = run(
        "from importlib import import_module\n"
        f"for name, barred in {modules!r}:\n"
        "    import_module(name)\n"
        "    if found := barred & sys.modules.keys():\n"
        "        print(name, 'pulls in', *sorted(found))\n"
        "        break\n"
    )
    assert guilty == ""


@pytest.mark.skipif(find_spec("runlift_tui.cli") is None, reason="runlift_tui/cli.py is not there")
def test_version_needs_no_interface() -> None:
    printed = run(
        "from runlift_tui.cli import main\n"
        "sys.argv[1:] = ['--version']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "print(*sys.modules)"
    )
    version, modules = printed.strip().splitlines()
    assert runlift_tui.__version__ in version
    barred = INTERFACE | STORAGE | {"asyncio", "msgspec", "importlib.metadata"}
    assert not barred & set(modules.split())


@pytest.mark.parametrize("words", [["--help"], ["histori"], ["run", "--help"]])
def test_the_words_of_the_commands_need_nothing_that_they_do(words: list[str]) -> None:
    printed = run(
        "from runlift_tui.cli import main\n"
        "try:\n"
        f"    main({words!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print(*sys.modules)"
    )
    barred = INTERFACE | {"asyncio", "json", "msgspec", "tinydb", "runlift_tui.store.store"}
    assert not barred & set(printed.splitlines()[-1].split())
