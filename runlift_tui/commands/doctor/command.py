"""`runlift doctor`: its words; what looks at everything is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    doctor = commands.add_parser(
        "doctor", parents=[folder], help="what this machine has for it: folder, sound, voice..."
    )
    doctor.add_argument("--quiet", action="store_true", help="play and speak nothing")


def run(asked: Asked) -> int:
    """Say what there is for a session on this machine; return the exit status."""
    from runlift_tui.commands.doctor.report import doctor

    return doctor(asked.folder, asked.config, quiet=asked.words.quiet)
