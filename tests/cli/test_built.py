"""Only the commands that a command line may mean are built, and nobody can tell."""

import argparse
from pathlib import Path

import pytest

from runlift_tui.cli import COMMANDS, command_of, parser
from runlift_tui.commands import printing
from runlift_tui.commands.plain import PLAIN, plainly
from tests.commands.running import ran
from tests.rows import for_each

FOLDER = Path(printing.__file__).parent


def commands_of(parser_: argparse.ArgumentParser) -> list[str]:
    for action in parser_._actions:
        if isinstance(action, argparse._SubParsersAction):
            return list(action.choices)
    raise AssertionError("it has no commands")


def test_every_command_is_in_the_table_in_its_order() -> None:
    assert commands_of(parser()) == list(COMMANDS)


@for_each("asked", [[], ["--version"], ["--data-dir", "x"], ["--data-dir=start"]])
def test_home_and_version_build_none(asked: list[str]) -> None:
    assert commands_of(parser(asked)) == []


@for_each("name", COMMANDS)
@for_each("before", [[], ["--data-dir", "resume"], ["--data-dir=resume"]])
def test_a_command_is_built_for_itself(name: str, before: list[str]) -> None:
    assert commands_of(parser([*before, name])) == [name]


@for_each("asked", [["--help"], ["strat"], ["--data", "x", "start"], ["-h"]])
def test_what_is_unclear_builds_all(asked: list[str]) -> None:
    assert commands_of(parser(asked)) == list(COMMANDS)


def test_every_file_of_a_command_is_in_the_table() -> None:
    adding = {
        path.relative_to(FOLDER).with_suffix("").as_posix().replace("/", ".")
        for path in FOLDER.rglob("*.py")
        if "\ndef run(asked: Asked) -> int:" in path.read_text(encoding="utf-8")
    }
    assert adding == set(COMMANDS.values())
    assert all(callable(command_of(name).add) for name in COMMANDS)


def test_the_option_of_another_command_is_known_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    said = ran(["history", "--years", "2"], capsys)
    assert "another command has that option" in said.err


@for_each("words", PLAIN)
@for_each("folder", [[], ["--data-dir", "start"]])
def test_a_plain_line_is_what_argparse_makes_of_it(
    words: tuple[str, ...], folder: list[str]
) -> None:
    given = [*folder, *words]
    assert plainly(given) == vars(parser(given).parse_args(given))


@for_each(
    "given",
    [
        *(["--data-dir"], ["--data-dir", ""], ["--data-dir", "-x"], ["--data-dir=x"]),
        *(["start", "a"], ["start", "--data-dir", "x"], ["history"], ["--help"], ["strat"]),
    ],
)
def test_any_other_line_is_read_by_argparse(given: list[str]) -> None:
    assert plainly(given) is None
