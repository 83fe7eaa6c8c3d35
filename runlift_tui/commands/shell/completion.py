"""`runlift completion`: what a shell has to read to complete the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.parser import one_of
from runlift_tui.commands.printing import OK
from runlift_tui.commands.shell.shells import completion
from runlift_tui.commands.shell.words import SHELLS

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser

_MAN = "man"
"""In the place of a shell: the page that `man` shows."""


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    words = commands.add_parser(
        "completion", parents=[folder], help="commands and options by tab, for your shell"
    )
    words.add_argument(
        "shell",
        type=one_of(*SHELLS, _MAN),
        metavar="SHELL",
        help="bash, zsh, fish or powershell; or man, for a page",
    )


def run(asked: Asked) -> int:
    """Write the text for a shell; return the exit status."""
    from runlift_tui.commands.shell.man import page
    from runlift_tui.commands.shell.words import places

    every, shell = places(asked.whole()), asked.words.shell
    printing.write((page(every) if shell == _MAN else completion(shell, every),))
    return OK
