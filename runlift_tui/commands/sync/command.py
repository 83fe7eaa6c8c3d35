"""`runlift sync`: exchange now, switch it on and off, and say how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser

_HELP = "share your training with your other machines"
_ABOUT = (
    "Every machine keeps all of your training, and puts a copy into a folder that Syncthing, a "
    "cloud drive, git or rsync carries. Without a word behind it: exchange now."
)


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    from runlift_tui.commands.parser import subcommands

    sync = commands.add_parser("sync", parents=[folder], help=_HELP, description=_ABOUT)
    what = subcommands(sync, "what", "WHAT")
    on = what.add_parser("on", parents=[folder], help="from now on, through a folder")
    on.add_argument("through", metavar="DIR", help="the carried folder; made where it is missing")
    on.add_argument("--name", metavar="NAME", help="what this machine is called")
    on.add_argument(
        "--join", action="store_true", help="take in machines that share no session with this one"
    )
    status = what.add_parser("status", parents=[folder], help="which machines, since when")
    status.add_argument("--json", action="store_true", help="one object for a program to read")
    what.add_parser("off", parents=[folder], help="stop; nothing is deleted")
    gone = what.add_parser("forget", parents=[folder], help="a machine that is no more")
    gone.add_argument("name", metavar="NAME", help="its name, or that of its folder")
    what.add_parser("take", parents=[folder], help="make a folder that was carried here your own")


def run(asked: Asked) -> int:
    """Do what was asked for; return the exit status."""
    if asked.words.what == "status":
        from runlift_tui.commands.sync.status import status

        return status(asked)
    from runlift_tui.commands.sync import doing

    return doing.do(asked)
