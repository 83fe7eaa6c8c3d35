"""Only the commands that a command line may mean are built, and nobody can tell."""

import argparse

import pytest

from runlift_tui.cli import COMMANDS, parser


def commands_of(parser_: argparse.ArgumentParser) -> list[str]:
    for action in parser_._actions:
        if isinstance(action, argparse._SubParsersAction):
            return list(action.choices)
    raise AssertionError("it has no commands")


def test_every_command_is_in_the_table_in_its_order() -> None:
    assert commands_of(parser()) == list(COMMANDS)


@pytest.mark.parametrize("asked", [[], ["--version"], ["--data-dir", "x"], ["--data-dir=start"]])
def test_home_and_version_build_none(asked: list[str]) -> None:
    assert commands_of(parser(asked)) == []


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("before", [[], ["--data-dir", "resume"], ["--data-dir=resume"]])
def test_a_command_is_built_for_itself(name: str, before: list[str]) -> None:
    found = commands_of(parser([*before, name]))
    assert name in found
    assert len(found) < len(COMMANDS)


@pytest.mark.parametrize("asked", [["--help"], ["strat"], ["--data", "x", "start"], ["-h"]])
def test_what_is_unclear_builds_all(asked: list[str]) -> None:
    assert commands_of(parser(asked)) == list(COMMANDS)
