"""The parser of the command line: its every complaint is one line that says what would be right."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from runlift_tui.commands import printing
from runlift_tui.commands.plain import FOLDER
from runlift_tui.commands.printing import MISUSED
from runlift_tui.paths import DATA_DIR_VARIABLE, config_file, data_dir, in_a_package

DEMO_FOLDER = "demo leaves your folder alone, and --into DIR writes its training into another"
LIMIT_HELP = "at most N of them; by default 20, and all of them in JSON"
_HERE = (sys.platform, os.environ)
MOST_ROWS = 1_000_000
"""The most that a list can be asked for."""


class Parser(argparse.ArgumentParser):
    """A parser whose every complaint is one line."""

    named: str | None = None
    """The data folder of this command line, known before the rest of it is parsed."""
    every: Callable[[], Mapping[str, str]] | None = None
    """Returns the options of all commands, also of those that were not built."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and what would be right, in one line; end with 2."""
        from runlift_tui.core.words.text import safe_text

        self.exit(MISUSED, f"runlift: {safe_text(message + self._what_would_be_right(message))}\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print a message, and let nobody think that a help that was cut off is whole."""
        if message and file is not None and file is sys.stdout:
            printing.tell(message.removesuffix("\n"))
        elif message:
            printing.complain(*message.splitlines())

    def _what_would_be_right(self, message: str) -> str:
        """Return what argparse leaves out: the option that was meant, or what it takes."""
        options = options_of(self)
        name = message.partition("argument ")[2].partition(":")[0].partition("/")[0]
        if message.endswith("expected one argument") and name in options:
            return f": {options[name]}"
        if message.startswith("unrecognized arguments: "):
            from runlift_tui.core.words.nearest import near

            given = message.split(" ")[2].partition("=")[0]
            if given == FOLDER:
                return f"; {DEMO_FOLDER}"
            if given in (options if self.every is None else self.every()):
                return "; another command has that option: runlift COMMAND --help lists its own"
            found = near(given, options, 1, 0.7)
            meant = f"did you mean {found[0]}?" if found else "runlift --help lists what there is"
            return f"; {meant}"
        return ""

    def format_help(self) -> str:
        """Return the help, with the data folder and the settings file at its end."""
        folder, config = (find(self.named, os.environ) for find in (data_dir, config_file))
        left = "".join(f"Training from before: {each}\n" for each in in_a_package(*_HERE))
        return (
            f"{super().format_help()}\nData folder: {folder}  (${DATA_DIR_VARIABLE} changes it)\n"
            f"{left}Settings and keys by hand: {config}\n"
        )


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]
    """Where a command adds its words."""


def subcommands(parser: Parser, dest: str, metavar: str) -> Commands:
    """Return where a parser's commands add their words.

    Without a name of their own they are called after the usage of their parser, which is laid out
    for it: that would import `shutil` with every way to pack files.
    """
    return parser.add_subparsers(dest=dest, metavar=metavar, parser_class=Parser, prog=parser.prog)


def options_of(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Return every option of a parser and of its commands, with what it is for."""
    found: dict[str, str] = {}
    for action in parser._actions:
        found |= dict.fromkeys(action.option_strings, action.help or "")
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                found |= options_of(each)
    return found


def between(low: int, high: int) -> Callable[[str], int]:
    """Return a converter for whole numbers from `low` to `high`."""

    def number(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return value

    return number


def minutes_between(low: int, high: int) -> Callable[[str], int]:
    """Return a converter for minutes from `low` to `high`: a number, or a length as typed."""

    def minutes(text: str) -> int:
        from runlift_tui.core.words.faults import Refused
        from runlift_tui.core.words.typed_figures import typed_seconds

        bare = f"{text} min" if text.strip().isdecimal() else text
        try:
            found = typed_seconds(bare, of_hours=True) / 60
        except Refused:
            found = 0.5
        if found != int(found) or not low <= found <= high:
            what = f"{text!r} is not a whole number of minutes from {low} to {high}"
            raise argparse.ArgumentTypeError(f"{what}, as {low + 35} or 1h20")
        return int(found)

    return minutes


def one_of(*names: str) -> Callable[[str], str]:
    """Return a converter for one of these names, which offers the nearest one."""

    def named(text: str) -> str:
        if text in names:
            return text
        from runlift_tui.core.words.nearest import unknown

        raise argparse.ArgumentTypeError(unknown(text, names))

    return named


def add_limit(parser: argparse.ArgumentParser) -> None:
    """Add how many rows of a list are shown."""
    parser.add_argument("--limit", type=between(1, MOST_ROWS), metavar="N", help=LIMIT_HELP)


def add_plain(parser: argparse.ArgumentParser) -> None:
    """Add the choice of plain lines in the place of the screen."""
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help="train in plain lines, for a screen reader; without a command: what is unfinished,"
        " else the next session. Enter does what comes next; 8/7, load 24, could do 2 are values of"
        " the set; s skips it, u takes back, q leaves, ? says all that can be typed",
    )
