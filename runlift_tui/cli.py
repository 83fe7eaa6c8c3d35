"""The command line: it is parsed here and handed on, and the screen is opened.

A command's words and its work stand in its own file, below `commands/`. Nothing heavy is
imported until it is known to be needed, and of the commands only the one that was asked for.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from runlift_tui import __version__
from runlift_tui.commands import printing
from runlift_tui.commands.asked import Asked
from runlift_tui.commands.plain import FOLDER, named_folder, plainly
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.paths import config_file, data_dir

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

    from runlift_tui.app import RunLift
    from runlift_tui.commands.asked import Opens
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.setup.opening import Opening
    from runlift_tui.store.store import Store

COMMANDS = {
    "start": "start",
    "resume": "resume",
    "history": "history",
    "plan": "plan",
    "run": "runs.run",
    "runs": "runs.runs",
    "keys": "keys",
    "exercises": "library.exercises",
    "routines": "library.routines",
    "exercise": "exercise",
    "progress": "progress",
    "demo": "demo",
    "card": "card",
    "bin": "bin",
    "export": "export",
    "import": "exchange.import_",
    "imports": "exchange.imports",
    "sync": "sync.command",
    "doctor": "doctor.command",
    "completion": "shell.completion",
}
"""The file of each command, in the order of the help."""
_WITHOUT_FOLDER = ("keys", "demo", "doctor", "completion")
"""Commands that ask for no training, or say themselves what is wrong with its folder."""


_READS = ("history", "runs", "exercise", "progress", "export")
"""Commands before which other machines are met."""


class CommandFile(Protocol):
    """What the file of a command has."""

    def add(self, commands: Commands, folder: Parser) -> None:
        """Add its words to the command line, and the options that every command has."""
        ...

    def run(self, asked: Asked) -> int:
        """Do it; return the exit status."""
        ...


def command_of(name: str) -> CommandFile:
    """Return the command of that name."""
    return cast(CommandFile, import_module(f"runlift_tui.commands.{COMMANDS[name]}"))


def parser(asked: Sequence[str] | None = None) -> Parser:
    """Return the parser of the command line.

    Args:
        asked: What was typed; only the command that it means is built, because all of them take
            as long as a third of `python -c pass`. None builds every one.
    """
    import argparse

    from runlift_tui.commands.parser import Parser, add_plain, options_of, subcommands

    folder = Parser(add_help=False)
    folder.add_argument(
        FOLDER,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the folder that holds your training",
    )
    top = Parser(
        prog="runlift",
        description="Takes a runner through a strength session, set by set, in the terminal.",
        epilog="Without a command: home. Educational, not medical advice.",
        parents=[folder],
    )
    top.every = lambda: options_of(parser())
    add_plain(top)
    top.add_argument("--version", action="version", version=f"runlift {__version__}")
    commands = subcommands(top, "command", "COMMAND")
    for name in _meant(asked):
        command_of(name).add(commands, folder)
    return top


def _meant(asked: Sequence[str] | None) -> Iterable[str]:
    """Return the commands that a command line may mean; all of them where it is unclear.

    The folder and the version stand before a command, or alone for home.
    """
    if asked is None:
        return COMMANDS
    rest = list(asked)
    if rest[:1] == [FOLDER]:
        del rest[:2]
    elif rest and rest[0].startswith(f"{FOLDER}="):
        del rest[0]
    if not rest or rest == ["--version"]:
        return ()
    return rest[:1] if rest[0] in COMMANDS else COMMANDS


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, and return what the shell is told: 0, 1 for failed, 2 for misused."""
    given = sys.argv[1:] if argv is None else argv
    return printing.guarded(lambda: _run(given), lambda: _crashed(given))


def _run(given: Sequence[str]) -> int:
    if list(given) == ["--version"]:
        printing.tell(f"runlift {__version__}")
        return OK
    words = _words(given)
    from runlift_tui.lean import bring

    bring("msgspec")
    named = getattr(words, "data_dir", None)
    asked = _at_home(
        Asked(
            words,
            data_dir(named, os.environ),
            config_file(named, os.environ),
            _full_screen,
            parser,
        )
    )
    if words.command not in _WITHOUT_FOLDER:
        hidden = _hidden(asked.folder)
        if hidden:
            return printing.say(hidden, FAILED)
        if getattr(words, "undo", None) is None:  # an undo goes on with what was cut short
            _put_right(asked.folder)
    if words.command is None:
        return _full_screen(asked)
    if words.command in _READS:
        from runlift_tui.commands.sync.fresh import freshen

        freshen(asked)
    return command_of(words.command).run(asked)


def _at_home(asked: Asked) -> Asked:
    """Return what is asked for, with this machine's own folder in the place of another's."""
    from runlift_tui.store.disk.device import home_of

    home = home_of(asked.folder)
    if home == asked.folder:
        return asked
    from contextlib import suppress

    from runlift_tui.store.disk.errors import StoreError
    from runlift_tui.store.sync.switching import carry

    with suppress(StoreError):
        carry(asked.folder, home)
    return asked.within(home, carried=asked.folder)


def _words(given: Sequence[str]) -> Namespace:
    """Return a command line, parsed."""
    plain = plainly(given)
    if plain is not None:
        from types import SimpleNamespace

        return cast("Namespace", SimpleNamespace(**plain))
    from runlift_tui.commands.parser import Parser

    Parser.named = named_folder(given)
    return parser(given).parse_args(given)


def _hidden(folder: str) -> str:
    """Return why what was trained cannot be looked for; empty where it can be.

    To whoever went on, there would seem to be no training.
    """
    from runlift_tui.core.words.text import safe_text
    from runlift_tui.store.disk.errors import Unreadable
    from runlift_tui.store.disk.folder import DataFolder

    try:
        DataFolder(folder).look()
    except Unreadable as error:
        return safe_text(f"{error.what} Put that right, or name another folder with --data-dir.")
    return ""


def _put_right(folder: str) -> None:
    """Take out what an import wrote that was cut short, before anything of it is shown."""
    from runlift_tui.store.disk.folder import DataFolder

    if os.path.lexists(DataFolder(folder).half):
        from runlift_tui.store.importing.half import put_right

        said = put_right(folder)
        if said:
            printing.say(said, OK)


def _full_screen(asked: Asked, opens: Opens | None = None) -> int:
    """Open the store, and the screen on it; return the exit status.

    Until the first screen stands nothing becomes garbage, and looking for it would take a fifth
    of that time; the app turns the collector on again.

    Args:
        asked: What was asked for.
        opens: Returns what the screen begins with, which needs a folder that can be written to;
            None is home.
    """
    wanted: bool | None = getattr(asked.words, "plain", None)
    why_not = "" if wanted else printing.no_screen()
    store = asked.store()
    if why_not and (wanted is False or not store.desk.preferences().plain):
        return printing.say(why_not, MISUSED)
    import gc

    gc.disable()
    from runlift_tui.store.disk.lock import A_MOMENT_S

    store.open(A_MOMENT_S if opens is not None or wanted else 0.0)
    try:
        in_lines = store.desk.preferences().plain if wanted is None else wanted
        if (opens is not None or in_lines) and store.only_looking:
            return printing.say(store.only_looking, FAILED)
        from runlift_tui.core.words.faults import Refused

        try:
            if in_lines:
                gc.enable()
                return _in_lines(asked, store, opens)
            opening = None if opens is None else opens(store)
        except Refused as refused:
            return printing.say(str(refused), FAILED)
        return _on_screen(asked, store, opening)
    finally:
        store.close()


def _on_screen(asked: Asked, store: Store, opening: Opening | None) -> int:
    from runlift_tui.lean import bring

    bring("asyncio")
    bring("textual.app")
    from runlift_tui.app import RunLift, system_speaker

    for lying in ("LINES", "COLUMNS"):
        # The terminal itself says how large it is; these are believed before it, and may be old,
        # or so large that nothing is ever drawn.
        os.environ.pop(lying, None)
    app = RunLift(store, store.clock, opening, system_speaker)
    _show(app, store)
    if app.fault:
        store.close()
        printing.say(app.fault, FAILED)
    elif app.leading.left_unfinished and asked.words.command != "demo":
        store.close()
        printing.tell(_kept(asked))
    return _closed(store) or app.return_code or OK


def _kept(asked: Asked) -> str:
    """Return what becomes of a session that the screen was left in."""
    from shlex import quote

    named = getattr(asked.words, "data_dir", None)
    resume = "runlift resume" if named is None else f"runlift {FOLDER} {quote(named)} resume"
    return f"The session is kept as it stands. {resume} goes on with it."


def _show(app: RunLift, store: Store) -> None:
    """Have the screen on the terminal until the end, and the terminal as it was after it.

    Raises:
        RuntimeError: it ended though nobody asked for that, and without a word.
    """
    from runlift_tui.terminal.end import TerminalEnd
    from runlift_tui.terminal.file import write_patiently
    from runlift_tui.terminal.input import listen
    from runlift_tui.terminal.output import draw

    listen(app)
    put_back = write_patiently(app)
    draw(app, store.desk.preferences().glyphs, app.action_repaint)
    try:
        with TerminalEnd(app.leaving.soon, store.close, put_back):
            app.run()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and app.leaving.is_over:
            raise
        printing.hush()
        if not app.fault:
            raise RuntimeError("the screen ended") from error
    finally:
        put_back()
    if not app.leaving.is_over:
        raise RuntimeError("the screen ended by itself")


def _in_lines(asked: Asked, store: Store, opens: Opens | None) -> int:
    """Train in plain lines: what is unfinished, else what was asked for, else what comes next.

    Raises:
        Refused: nothing can be begun.
    """
    from contextlib import nullcontext

    from runlift_tui.by_lines.introduction import introduced
    from runlift_tui.by_lines.keyboard import standard_input
    from runlift_tui.by_lines.session import train
    from runlift_tui.commands import start
    from runlift_tui.core.home.next_session import early_sentence
    from runlift_tui.devices.speaker import SystemSpeaker
    from runlift_tui.terminal.end import TerminalEnd

    found = store.sessions.unfinished()
    opening = (opens or start.usual)(store)
    begins = found or opening.start
    if begins is None:
        return printing.say("there is nothing to train.", FAILED)
    keyboard = standard_input()
    speaker = SystemSpeaker(store.desk.preferences(), store.clock, printing.bell)
    ends = TerminalEnd(keyboard.end, store.close) if keyboard.by_hand else nullcontext()
    with ends:
        if found is None and opening.introduced is not None:
            if not introduced(store, keyboard, printing.tell_now):
                return _closed(store)
            begins = opening.introduced()
        if found is None and opening.early:
            printing.tell_now(early_sentence(opening.early))
        train(store, begins, keyboard, printing.tell_now, speaker)
    return _closed(store)


def _closed(store: Store) -> int:
    """Finish what is being written, and say what is lost; return the exit status."""
    store.close()
    for lost in store.lost:
        printing.say(lost, FAILED)
    return FAILED if store.lost else OK


def _crashed(given: Sequence[str]) -> str:
    """Keep a report of the exception under way; return what to say of it.

    Raises:
        MemoryError: it says no more than that.
    """
    import time
    import traceback

    if any(words in str(sys.exception()) for words in ("start new thread", "allocate memory")):
        raise MemoryError

    from runlift_tui.store.disk import crash
    from runlift_tui.store.disk.device import home_of

    folder = home_of(data_dir(named_folder(given), os.environ))
    return crash.sentence(
        crash.keep_report(folder, traceback.format_exc(), int(time.time() * 1000))
    )
