"""The rules of the house: how full a folder, how long a file, how big a class; one name, one class.

The order of the floors and of the subjects is held by the import contracts in `pyproject.toml`.
"""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[1] / "runlift_tui"
FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
MOST_FILES, MOST_LINES, MOST_METHODS = 20, 400, 20
MANY_METHODS, FEW = 15, 9
"""A class with more methods than the first is a large one; there are at most so many of these."""
OF_TRAINING = re.compile(
    r"\b(exercise|routine|slot|session|round|rest|reps|hold|plan|run|race|jump|athlete|set|rir|rung"
    r"|gate|pain)s?\b",
    re.I,
)
KNOWS_NOTHING = ("core/words", "core/lists")
BOUNDS = "core/words/possible.py: "
"""The one table of bounds, which every door asks: a row of it has to say what it bounds. It stands
below all, as whatever reads a file, of any subject, needs it before it knows what the file is."""
ABOVE_DOCUMENTS = ("core/history/", "core/progress/", "core/home/", "screens/", "widgets/")
ASKED_BY_NAME = re.compile(
    r"/commands/.*:(add|run)$|/exchange/(strength|running)/.*:(is_it|read)$|:_$"
)
"""What the file of a command has, and that of a dialect."""
CONVERT = {
    "core/history/archive.py": "an export out of somebody's hands, before it is taken for one",
    "core/history/believed.py": "reads a document: what of it is believed",
    "core/history/past.py": "the sets of its ramps, when they are asked for",
}
"""Who asks whether something is a document, and why."""

ROOT = PACKAGE.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PICTURE = README.split("<!-- house -->\n```\nrunlift_tui/\n")[1].split("```")[0].splitlines()
NAMED = re.compile(r"(?<![\w/])[a-z_]\w*(?:/(?:\w+(?:\.py)?)?|\.py)")
"""A folder or a Python file, as the picture names it: `core/`, `files.py`."""


class Known(NamedTuple):
    """A class of the package."""

    name: str
    """With those that it stands in: `Outer.Inner`."""
    where: str
    methods: int
    """Of its own."""

    @property
    def is_public(self) -> bool:
        """Whether everybody may use it: neither it nor what it stands in begins with a line."""
        return not any(part.startswith("_") for part in self.name.split("."))


@cache
def parsed() -> dict[Path, ast.Module]:
    """Return every file of the package."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


@cache
def classes() -> tuple[Known, ...]:
    """Return every class of the package."""
    return tuple(
        Known(name, f"{path.relative_to(PACKAGE)}: {name}", methods(node))
        for path, tree in parsed().items()
        for name, node in classes_in(tree)
    )


def classes_in(node: ast.AST, within: str = "") -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield the classes of a file, wherever they are made, with the names that they stand in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield f"{within}{child.name}", child
            yield from classes_in(child, f"{within}{child.name}.")
        else:
            yield from classes_in(child, within)


def methods(node: ast.ClassDef) -> int:
    """Return how many methods a class has of its own."""
    return sum(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) for each in node.body)


def test_no_folder_is_fuller_than_one_can_look_over() -> None:
    found = Counter(path.parent for path in FILES if path.name != "__init__.py")
    assert {f"{folder}": n for folder, n in found.items() if n > MOST_FILES} == {}


def test_no_file_is_too_long() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in FILES}
    long = {f"{path.relative_to(PACKAGE)}" for path, n in lines.items() if n > MOST_LINES}
    assert long == set()


def test_no_class_does_too_much() -> None:
    assert {each.where for each in classes() if each.methods > MOST_METHODS} == set()
    large = sorted(each.where for each in classes() if each.methods > MANY_METHODS)
    assert len(large) <= FEW, large


def test_a_public_class_has_a_name_of_its_own() -> None:
    found = Counter(each.name.rpartition(".")[2] for each in classes() if each.is_public)
    assert [name for name, n in found.items() if n > 1] == []


def test_a_folder_says_in_a_sentence_what_it_is_and_imports_nothing() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
        assert not any(isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body), path


def test_words_and_lists_are_no_drawers() -> None:
    """What they define has no name out of the training; their examples may."""
    found = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path, tree in parsed().items()
        if path.relative_to(PACKAGE).parent.as_posix() in KNOWS_NOTHING
        for name in _defined(tree)
        if _is_of_training(name)
    }
    assert {each for each in found if not each.startswith(BOUNDS)} == set()
    assert found, "the table of what is possible names what it bounds"


def _is_of_training(name: str) -> bool:
    return bool(OF_TRAINING.search(re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)))


def _defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names of what a file defines: functions, classes, fields, arguments, constants."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
                | ast.arg(arg=name)
            ):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
    for node in tree.body:
        for target in node.targets if isinstance(node, ast.Assign) else ():
            yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))


def test_no_module_leads_back_to_itself() -> None:
    """Counting what is imported late, or for types alone: whoever reads goes round there too."""
    below = {_module(path): set(_imported(path)) for path in FILES}
    while low := {name for name, leads in below.items() if not leads & below.keys()}:
        below = {name: leads for name, leads in below.items() if name not in low}
    # Those that only lead to a circle go too, so that what is left is on one.
    while high := below.keys() - set().union(*below.values()):
        below = {name: leads for name, leads in below.items() if name not in high}
    assert {name: sorted(leads & below.keys()) for name, leads in below.items()} == {}


def _module(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


def _imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, wherever in it: of `from a import b` both."""
    for node in ast.walk(parsed()[path]):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (module, *(f"{module}.{each.name}" for each in names))


def test_a_document_of_the_history_is_converted_once_where_it_is_read() -> None:
    """Above that nobody asks whether it is one."""
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path, tree in parsed().items()
        if path.relative_to(PACKAGE).as_posix().startswith(ABOVE_DOCUMENTS)
        for node in ast.walk(tree)
        if _asks_for_a_document(node)
    }
    assert asking == CONVERT.keys()


def _asks_for_a_document(node: ast.AST) -> bool:
    """Whether it asks if something is one: by its class, its type or a pattern."""
    match node:
        case ast.Call(func=ast.Name(id="isinstance"), args=[_, kind]):
            asked = ast.unparse(kind)
        case ast.Compare(left=ast.Call(func=ast.Name(id="type")), comparators=kinds):
            asked = " ".join(map(ast.unparse, kinds))
        case ast.MatchClass(cls=kind):
            asked = ast.unparse(kind)
        case ast.MatchMapping():
            return True
        case _:
            return False
    return bool(re.search(r"\b(dict|Mapping)\b", asked))


def test_the_laws_see_every_way_of_writing_what_they_forbid() -> None:
    for text in (
        "isinstance(row, dict)",
        "isinstance(row, list | Mapping)",
        "type(row) is dict",
        "type(row) in (list, dict)",
        "match row:\n    case dict():\n        pass",
        "match row:\n    case {'id': _}:\n        pass",
    ):
        assert any(map(_asks_for_a_document, ast.walk(ast.parse(text)))), text
    assert not any(map(_asks_for_a_document, ast.walk(ast.parse("type(row['dict']) is int"))))
    for text in ("async def alone(): ...", "def alone(): ...", "alone = 1", "alone: int = 1"):
        assert _on_top(ast.parse(text)) == {"alone"}, text
        assert [*_defined(ast.parse(text))] == ["alone"], text
    assert _is_of_training("HEAVY_RIR")
    assert _is_of_training("PainTold")
    assert not _is_of_training("HEAVY_ROW")


def test_tests_stand_where_what_they_test_does() -> None:
    folders = {path.parent.relative_to(PACKAGE) for path in FILES if path.name != "__init__.py"}
    here = Path(__file__).parent
    assert [f"{each}" for each in folders if not [*here.joinpath(each).glob("test_*.py")]] == []


def placed() -> Iterator[tuple[Path, bool]]:
    """Yield what the picture of the house names, and whether a line of its own begins with it.

    What stands behind the first name of a line lies in that folder, or beside that file.
    """
    floor = folder = PACKAGE
    for line in PICTURE:
        names = NAMED.findall(line)
        match len(line) - len(line.lstrip()):
            case 2:
                floor = folder = PACKAGE / names.pop(0)
                yield folder, True
            case 4:
                folder = floor / names.pop(0)
                yield folder, True
        for name in names:
            inside, beside = folder / name, folder.parent / name
            yield beside if beside.exists() and not inside.exists() else inside, False


def test_the_picture_of_the_house_names_what_is_there() -> None:
    assert [f"{path}" for path, _ in placed() if not path.exists()] == []


def test_every_folder_stands_in_the_picture_of_the_house() -> None:
    folders = {path.parent for path in PACKAGE.rglob("__init__.py")} - {PACKAGE}
    shown = {path for path, _ in placed()}
    unseen = {f"{path}" for path in folders - shown if "data" not in path.parts}
    assert unseen == set()


def test_the_subjects_stand_in_the_picture_in_the_order_that_holds() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (order,) = (each["layers"] for each in contracts if each["id"] == "subjects-core")
    assert [path.name for path, own in placed() if own and path.parent.name == "core"] == order


def test_the_walk_and_the_page_for_those_who_contribute_name_what_is_there() -> None:
    walk = README.split("<!-- house end -->")[0].split("**One set")[1]
    named = {PACKAGE / name for name in re.findall(r"`([\w/]+\.py)`", walk)}
    named |= {ROOT / name for name in re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", CONTRIBUTING)}
    assert len(named) > 20
    assert [f"{path}" for path in named if not path.exists()] == []
    alone = re.findall(r"`(\w+\.py)`", CONTRIBUTING)
    assert set(alone) <= {path.name for path in FILES}


def test_the_page_for_those_who_contribute_is_read_in_one_go() -> None:
    assert CONTRIBUTING.count("\n") <= 80


_COMMENT, _RULE = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"([^{};]+)\{")
_OF_TEXTUAL = {"Screen", "ModalScreen", "Static", "Input", "VerticalScroll"}


def test_every_rule_of_the_look_is_of_something_that_is_there() -> None:
    """A class that is called otherwise since would go without its look, and without a word."""
    classes = set(_OF_TEXTUAL)
    for path in PACKAGE.rglob("*.py"):
        classes |= set(re.findall(r"^class (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    for path in PACKAGE.rglob("*.tcss"):
        text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
        named = re.findall(r"(?<![\w.#$-])([A-Z]\w+)", " ".join(_RULE.findall(text)))
        assert set(named) - classes == set(), path


def test_nothing_is_left_that_nobody_uses() -> None:
    """Neither a function nor a class nor a constant: each is used in its file, or imported."""
    elsewhere = set().union(*map(_used_of_others, FILES))
    left = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path, tree in parsed().items()
        for name in _on_top(tree) - _read_in(tree)
        if f"{_module(path)}.{name}" not in elsewhere and not ASKED_BY_NAME.search(f"{path}:{name}")
    }
    assert left == {
        "clock.py: ManualClock",  # the tests' own clock
        "core/exercises/figure.py: SOLID",  # what the files of figures are held to
    }


def _on_top(tree: ast.Module) -> set[str]:
    """Return what a file defines, in no function and no class."""
    found = set()
    for node in tree.body:
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                found.add(name)
            case ast.Assign(targets=targets):
                inside = (each for target in targets for each in ast.walk(target))
                found |= {each.id for each in inside if isinstance(each, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
    return {name for name in found if not name.startswith("__")}


def _read_in(tree: ast.Module) -> set[str]:
    """Return what a file reads by name, in code or in a text that is an annotation."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                found.add(name)
            case ast.Constant(value=str(text)) if text.isidentifier():
                found.add(text)
    return found


def _used_of_others(path: Path) -> Iterator[str]:
    """Yield what a file takes from others: `from a import b`, and `b.c` of that."""
    modules: dict[str, str] = {}
    for node in ast.walk(parsed()[path]):
        if isinstance(node, ast.ImportFrom):
            modules |= {
                each.asname or each.name: f"{node.module}.{each.name}" for each in node.names
            }
    yield from modules.values()
    for node in ast.walk(parsed()[path]):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in modules:
                yield f"{modules[name]}.{attr}"


def test_only_what_takes_minutes_or_asks_for_other_programs_is_left_out_of_the_whole_suite() -> (
    None
):
    found = {path.name for path in TESTS if re.search(r"mark\.slow\b", path.read_text("utf-8"))}
    assert found - {Path(__file__).name} == {"test_any_key.py", "test_real_terminals.py"}
