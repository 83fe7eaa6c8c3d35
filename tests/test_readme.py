"""What the pages of the repository say is what the program does."""

import re
from pathlib import Path

from runlift_tui.cli import COMMANDS, parser
from runlift_tui.commands.parser import options_of
from runlift_tui.core.keys.actions import help_lines
from runlift_tui.core.keys.own_keys import shipped_keys

ROOT = Path(__file__).parents[1]
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md", "tests/README.md")
}
README = PAGES["README.md"]


def test_the_keys_of_the_readme_are_those_of_the_program() -> None:
    rows = [
        f"| `{line.key}` | {line.word} |" for line in shipped_keys().lines(help_lines("session"))
    ]
    table = README.split("<!-- keys end -->")[0].split("|---|---|\n")[-1].strip().splitlines()
    assert table == rows


def test_every_picture_is_there() -> None:
    pictures = [part.split(")")[0] for part in README.split("](assets/")[1:]]
    assert pictures
    for name in pictures:
        assert (Path(__file__).parents[1] / "assets" / name).read_text().startswith("<svg")


def test_nothing_is_claimed_that_no_source_supports() -> None:
    assert "over a minute" not in README
    assert "5x" not in README


def test_every_command_stands_in_the_readme_with_options_that_it_has() -> None:
    told = README.split("## The command line")[1].split("```")[1]
    lines = [line for line in told.splitlines() if re.match("runlift [a-z]", line)]
    assert {line.split()[1] for line in lines} == set(COMMANDS)
    for line in lines:
        name = line.split()[1]
        had = options_of(parser([name]))
        assert set(re.findall(r"(?<![\w-])(--?[a-z][\w-]*)", line)) <= set(had), line


def test_the_changes_name_every_command() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    listed = changes.split("\n## ")[1].rpartition("\n- ")[2]
    assert set(re.findall("`(?:runlift )?([a-z]+)`", listed)) == set(COMMANDS)


def test_what_is_said_to_be_made_has_a_target() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    for name, page in PAGES.items():
        asked = set(re.findall(r"(?:`|^)make ([a-z-]+)", page, re.M))
        assert asked
        assert asked <= targets, name


def test_the_workflow_runs_what_make_runs() -> None:
    flow = (ROOT / ".github/workflows/platforms.yml").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = {word for line in re.findall(r"run: make (.+)", flow) for word in line.split()}
    assert asked == {"workflow", "lint", "windows-rules", "test", "installed"}
    assert asked <= set(re.findall(r"(?m)^([a-z-]+):", makefile))
    # Windows has no make: word by word what `make test` runs.
    tried = re.findall(r"(?m)^test: .*\n\t\$\(BIN\)/(.+) \$\(PYTEST_ARGS\)$", makefile)
    set_up = (ROOT / "assets" / "set_up.sh").read_text(encoding="utf-8")
    assert "--constraint constraints.txt --editable" in set_up
    for line in (*tried, 'python -m pip install --constraint constraints.txt --editable ".[dev]"'):
        assert f"          {line}\n" in flow


def test_a_link_to_a_page_of_ours_finds_it() -> None:
    for name, page in PAGES.items():
        for to, heading in re.findall(r"\]\(([\w/.-]+)(?:#([\w-]+))?\)", page):
            found = (ROOT / name).parent / to
            assert found.exists(), f"{name}: {to}"
            heads = re.findall("(?m)^#+ (.+)$", found.read_text() if heading else "")
            assert not heading or heading in {each.lower().replace(" ", "-") for each in heads}
