"""What can be typed where on the command line, as the parser has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser

SHELLS = ("bash", "zsh", "fish", "powershell")
"""Those that completion is written for."""


class Word(NamedTuple):
    """A word that can be typed."""

    word: str
    what: str
    """Its help."""
    leads_on: bool
    """Whether other words follow it: a command or an action, and no option."""


class Spot(NamedTuple):
    """Where such words are typed."""

    path: tuple[str, ...]
    """The command and the action before them; empty at the beginning."""
    words: tuple[Word, ...]


def places(parser: ArgumentParser) -> list[Spot]:
    """Return every place of a command line, the beginning first.

    Args:
        parser: Of all commands.
    """
    return list(_places(parser, ()))


def _places(parser: ArgumentParser, path: tuple[str, ...]) -> list[Spot]:
    import argparse

    words, below = [], []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {each.dest: each.help or "" for each in action._choices_actions}
            for name, each in action.choices.items():
                words.append(Word(name, helps.get(name, ""), leads_on=True))
                below += _places(each, (*path, name))
        elif action.help != argparse.SUPPRESS:
            told = (action.help or "").replace("%%", "%")
            names = action.option_strings
            # The short form of an option that has a long one is not offered.
            offered = [name for name in names if name.startswith("--")] or names
            words += [Word(name, told, leads_on=False) for name in offered]
    if path == ("completion",):
        words += [Word(shell, "", leads_on=False) for shell in SHELLS]
    return [Spot(path, tuple(words)), *below]
