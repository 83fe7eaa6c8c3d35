"""The command line: what can be said without a screen, and the way to the screen.

Nothing heavy is imported until it is known to be needed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from runlift_tui import __version__
from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.paths import DATA_DIR_VARIABLE, config_file, data_dir

if TYPE_CHECKING:
    from runlift_tui.app import Opening
    from runlift_tui.core.session.commands import Started
    from runlift_tui.core.setup.choices import Choices
    from runlift_tui.store.store import Store

_Add = Callable[[Any, argparse.ArgumentParser], None]
"""Adds a few commands; handed where they go, and the options that all of them have."""
_FOLDER = "--data-dir"
_DEMO_FOLDER = "demo leaves your folder alone, and --into DIR writes its training into another"
_LEVELS = ("beginner", "intermediate", "advanced")


class _Parser(argparse.ArgumentParser):
    """A parser whose every complaint is one line."""

    named: str | None = None
    """The data folder of this command line, known before the rest of it is parsed."""

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
        options = _options(self)
        name = message.partition("argument ")[2].partition(":")[0].partition("/")[0]
        if message.endswith("expected one argument") and name in options:
            return f": {options[name]}"
        if message.startswith("unrecognized arguments: "):
            from difflib import get_close_matches

            given = message.split()[2].partition("=")[0]
            if given == _FOLDER:
                return f"; {_DEMO_FOLDER}"
            if given in options:
                return "; another command has that option: runlift COMMAND --help lists its own"
            near = get_close_matches(given, options, 1, 0.7)
            return f"; did you mean {near[0]}?" if near else "; runlift --help lists what there is"
        return ""

    def format_help(self) -> str:
        """Return the help, with the data folder and the settings file at its end."""
        folder, config = (find(self.named, os.environ) for find in (data_dir, config_file))
        return (
            f"{super().format_help()}\nData folder: {folder}  (${DATA_DIR_VARIABLE} changes it)\n"
            f"Settings and keys by hand: {config}\n"
        )


def _options(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Return every option of a parser and of its commands, with what it is for."""
    found: dict[str, str] = {}
    for action in parser._actions:
        found |= dict.fromkeys(action.option_strings, action.help or "")
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                found |= _options(each)
    return found


def _named_folder(given: Sequence[str]) -> str | None:
    """Return what follows `--data-dir`, wherever it stands."""
    for number, each in enumerate(given):
        if each == _FOLDER:
            return given[number + 1] if number + 1 < len(given) else None
        if each.startswith("--data-dir="):
            return each.partition("=")[2]
    return None


def _between(low: int, high: int) -> Any:
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


def _one_of(*names: str) -> Any:
    """Return a converter for one of these names, which offers the nearest one."""

    def named(text: str) -> str:
        if text in names:
            return text
        from difflib import get_close_matches

        near = get_close_matches(text, names, 1, 0.4)
        meant = f"did you mean {near[0]}?" if near else f"choose from {', '.join(names)}"
        raise argparse.ArgumentTypeError(f"{text!r} is unknown: {meant}")

    return named


def parser(asked: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser of the command line.

    Args:
        asked: What was typed; only the commands that it may mean are built, because all of them
            take as long as a third of `python -c pass`. None builds every one.
    """
    folder = _Parser(add_help=False)
    folder.add_argument(
        _FOLDER,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the folder that holds your training",
    )
    top = _Parser(
        prog="runlift",
        description="Takes a runner through a strength session, set by set, in the terminal.",
        epilog="Without a command: home. Educational, not medical advice.",
        parents=[folder],
    )
    top.add_argument("--version", action="version", version=f"runlift {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for add in _meant(asked):
        add(commands, folder)
    return top


def _meant(asked: Sequence[str] | None) -> Iterable[_Add]:
    """Return what adds the commands that a command line may mean; everything where it is unclear.

    The folder and the version stand before a command, or alone for home.
    """
    if asked is None:
        return dict.fromkeys(COMMANDS.values())
    rest = list(asked)
    if rest[:1] == [_FOLDER]:
        del rest[:2]
    elif rest and rest[0].startswith("--data-dir="):
        del rest[0]
    if not rest or rest == ["--version"]:
        return ()
    return (COMMANDS[rest[0]],) if rest[0] in COMMANDS else dict.fromkeys(COMMANDS.values())


def _add_training(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what leads into a session."""
    start = commands.add_parser("start", parents=[folder], help="straight into the first step")
    _add_choices(start)
    commands.add_parser("resume", parents=[folder], help="straight into the unfinished session")


def _add_history(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what lists the sessions."""
    history = commands.add_parser(
        "history", parents=[folder], help="finished sessions, newest first"
    )
    form = history.add_mutually_exclusive_group()
    form.add_argument(
        "--json", action="store_true", help="as a JSON array of session documents, all of them"
    )
    form.add_argument(
        "--text", action="store_true", help="as text to paste under a run: the newest, or --limit N"
    )
    history.add_argument("--limit", type=_between(1, 1_000_000), metavar="N", help=_LIMIT_HELP)


def _add_keys(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what prints the keys."""
    keys = commands.add_parser("keys", parents=[folder], help="the keys of a session, as they are")
    which = keys.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="of every screen")
    which.add_argument(
        "--ids", action="store_true", help="every action by the id that [keys] in config.toml takes"
    )


def _add_choices(start: argparse.ArgumentParser) -> None:
    """Add what can be chosen before a session."""
    start.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        help="id or name of the routine, as runlift routines lists them; by default the last"
        " chosen",
    )
    start.add_argument(
        "--level",
        type=_one_of(*_LEVELS),
        metavar="LEVEL",
        help="beginner, intermediate or advanced, for this session",
    )
    start.add_argument("--warm-up-rounds", type=_between(1, 3), metavar="N", help="1 to 3")
    start.add_argument(
        "--main-rounds", type=_between(1, 6), metavar="N", help="1 to 6; the article has 3 to 6"
    )
    start.add_argument(
        "--minutes",
        type=_between(10, 180),
        metavar="M",
        help="fit the session into so many, 10 to 180",
    )


def _add_running(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what notes runs down and lists them."""
    run = commands.add_parser(
        "run",
        parents=[folder],
        help='note a run down: runlift run "today 8k 42:10 easy"',
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_RUN_LINE,
    )
    run.add_argument(
        "line",
        nargs="+",
        metavar="LINE",
        help="day, distance, time, kind, effort in any order, then note and any words",
    )
    runs = commands.add_parser("runs", parents=[folder], help="runs and trials, newest first")
    runs.add_argument("--json", action="store_true", help="as a JSON array; metres and seconds")
    runs.add_argument("--limit", type=_between(1, 1_000_000), metavar="N", help=_LIMIT_HELP)


def _add_lists(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what takes exercises and routines out as text, and back."""
    for name, what in (("exercises", "every exercise"), ("routines", "a routine")):
        group = commands.add_parser(
            name, parents=[folder], help=f"{name} by id and name; as text: export, import"
        )
        actions = group.add_subparsers(dest="action", metavar="ACTION", parser_class=_Parser)
        actions.add_parser("list", parents=[folder], help="by id and name; so without an action")
        out = actions.add_parser(
            "export", parents=[folder], help=f"{what} as TOML on standard output"
        )
        if name == "routines":
            out.add_argument("id", metavar="ID", help="id or name of the routine")
        back = actions.add_parser(
            "import", parents=[folder], help="back out of such a file, whole or not at all"
        )
        back.add_argument("file", metavar="FILE", help="its path, or - for standard input")


def _add_plan(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what prints the plan, and takes it out for a calendar."""
    plan = commands.add_parser("plan", parents=[folder], help="the nine weeks as a table; export")
    actions = plan.add_subparsers(dest="action", metavar="ACTION", parser_class=_Parser)
    out = actions.add_parser("export", parents=[folder], help="the plan as a calendar file")
    out.add_argument("--ics", action="store_true", required=True, help="in iCalendar's format")
    out.add_argument("-o", dest="out", metavar="FILE", help="by default standard output")


def _add_looking_back(commands: Any, folder: argparse.ArgumentParser) -> None:
    """Add what tells of the training, takes it out, and brings it in."""
    what = commands.add_parser(
        "exercise", parents=[folder], help="best sets and last sessions of one"
    )
    what.add_argument("name", metavar="NAME", help="its id, its name, or another name for it")
    commands.add_parser(
        "progress", parents=[folder], help="weeks, best sets, rests before jumps, plans, the 5K"
    )
    demo = commands.add_parser(
        "demo", help="RunLift alive with made-up training, thrown away after"
    )
    demo.add_argument(
        "--years", type=_between(1, 20), default=2, metavar="N", help="1 to 20; by default 2"
    )
    demo.add_argument("--into", metavar="DIR", help="only write it into this empty folder")
    card = commands.add_parser(
        "card", parents=[folder], help="today's session as plain text, for a phone or a page"
    )
    _add_choices(card)
    card.add_argument(
        "--enter", action="store_true", help="enter it afterwards, one key a set as written"
    )
    out = commands.add_parser("export", parents=[folder], help="all your training, to take along")
    out.add_argument(
        "--format",
        type=_one_of("json", "csv", "runs-csv"),
        default="json",
        metavar="FORMAT",
        help="json, with nothing left out (the default), csv: a row a set, runs-csv: a row a run",
    )
    out.add_argument("-o", dest="out", metavar="FILE", help="by default standard output")
    back = commands.add_parser("import", parents=[folder], help="an export in JSON, back in")
    back.add_argument("file", metavar="FILE", help="its path, or - for standard input")
    doctor = commands.add_parser(
        "doctor", parents=[folder], help="what this machine has for it: folder, sound, voice..."
    )
    doctor.add_argument("--quiet", action="store_true", help="play and speak nothing")


_LIMIT_HELP = "at most N of them; by default 20, and all of them in JSON"
_RUN_LINE = """\
a line says these, in any order; only a distance or a time is needed:
  day       today, yesterday, sat, last sat, 3 days ago, 20 nov, 2026-11-20;
            left out, today
  distance  8k, 5.2 miles, 800m, half, marathon
  time      42:10, 1:21:00, 1h20, 45 min
  pace      5:16/km, 8:30/mi, with a distance or a time, the other follows
  kind      easy, long, tempo, intervals, hills, sprints, race; a race over a
            distance counts for the 5K
  strides   strides 6x20s
  effort    effort 7, 7/10
  note      note and any words, to the end of the line

  runlift run "today 8k 42:10 easy"
  runlift run "3 days ago 45 min easy strides 6x20s effort 4"
  runlift run "sat 10k 41:12 race note windy, hilly second half"
"""

COMMANDS: dict[str, _Add] = {
    "start": _add_training,
    "resume": _add_training,
    "history": _add_history,
    "plan": _add_plan,
    "run": _add_running,
    "runs": _add_running,
    "keys": _add_keys,
    "exercises": _add_lists,
    "routines": _add_lists,
    "exercise": _add_looking_back,
    "progress": _add_looking_back,
    "demo": _add_looking_back,
    "card": _add_looking_back,
    "export": _add_looking_back,
    "import": _add_looking_back,
    "doctor": _add_looking_back,
}
"""What adds each command, in the order of the help."""


_WITHOUT_FOLDER = ("keys", "demo", "doctor")
"""Commands that ask for no training, or say themselves what is wrong with its folder."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, and return what the shell is told: 0, 1 for failed, 2 for misused."""
    asked = sys.argv[1:] if argv is None else argv
    return printing.guarded(lambda: _run(asked))


def _run(asked: Sequence[str]) -> int:
    _Parser.named = _named_folder(asked)
    arguments = parser(asked).parse_args(asked)
    folder = str(data_dir(getattr(arguments, "data_dir", None), os.environ))
    if arguments.command not in _WITHOUT_FOLDER:
        hidden = _hidden(folder)
        if hidden:
            return _refuse(hidden, FAILED)
    if arguments.command == "history":
        from runlift_tui.commands.history import Form, history

        form = Form.JSON if arguments.json else Form.TEXT if arguments.text else Form.TABLE
        return history(folder, _config(arguments), form, arguments.limit)
    if arguments.command == "plan":
        from runlift_tui.commands import plan as nine_weeks

        if arguments.action == "export":
            return nine_weeks.export(folder, _config(arguments), arguments.out)
        return nine_weeks.show(folder, _config(arguments))
    if arguments.command in ("run", "runs"):
        return _running(folder, arguments)
    if arguments.command == "keys":
        from runlift_tui.commands.history import keys

        return keys(_config(arguments), every=arguments.all, ids=arguments.ids)
    if arguments.command in ("exercises", "routines"):
        return _shelving(folder, arguments)
    if arguments.command in ("exercise", "progress", "export", "import"):
        return _looking_back(folder, arguments)
    if arguments.command == "doctor":
        from runlift_tui.commands.doctor.report import doctor

        return doctor(folder, _config(arguments), quiet=arguments.quiet)
    if arguments.command == "demo":
        if hasattr(arguments, "data_dir"):
            return _refuse(f"demo takes no {_FOLDER}: {_DEMO_FOLDER}", MISUSED)
        if arguments.into or _is_terminal():
            return _demo(arguments)
    why_not = _named_routine(folder, arguments)
    if why_not:
        return _refuse(why_not, MISUSED)
    if os.environ.get("TERM", "") == "dumb":
        return _refuse("TERM=dumb cannot show this; in it, use: runlift history", MISUSED)
    if arguments.command == "card" and not arguments.enter:
        return _card(folder, arguments)
    if not _is_terminal():
        return _refuse("this needs a terminal; in a pipe, use: runlift history --json", MISUSED)
    return _full_screen(folder, arguments)


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


def _running(folder: str, arguments: argparse.Namespace) -> int:
    from runlift_tui.commands import runs as running

    config = _config(arguments)
    if arguments.command == "run":
        return running.add(folder, config, arguments.line)
    return running.listed(folder, config, as_json=arguments.json, limit=arguments.limit)


def _config(arguments: argparse.Namespace) -> str:
    """Return the path of the hand-written settings."""
    return str(config_file(getattr(arguments, "data_dir", None), os.environ))


def _shelving(folder: str, arguments: argparse.Namespace) -> int:
    from runlift_tui.commands import lists as shelving

    exercises = arguments.command == "exercises"
    if arguments.action == "import":
        take = shelving.import_exercises if exercises else shelving.import_routine
        return take(folder, arguments.file)
    if arguments.action != "export":
        return shelving.list_exercises(folder) if exercises else shelving.list_routines(folder)
    if exercises:
        return shelving.export_exercises(folder)
    return shelving.export_routine(folder, arguments.id)


def _looking_back(folder: str, arguments: argparse.Namespace) -> int:
    from runlift_tui.commands import progress as looking_back

    if arguments.command == "exercise":
        return looking_back.exercise(folder, arguments.name, _config(arguments))
    if arguments.command == "progress":
        return looking_back.progress(folder, _config(arguments))
    if arguments.command == "export":
        return looking_back.export(folder, arguments.format, arguments.out)
    return looking_back.import_(folder, arguments.file)


def _named_routine(folder: str, arguments: argparse.Namespace) -> str:
    """Put a routine's id in the place of its name; return that there is none, where that is so."""
    routine = getattr(arguments, "routine", None)
    if routine is None:
        return ""
    from runlift_tui.core.routines.names import routine_named
    from runlift_tui.core.routines.shipped import SHIPPED
    from runlift_tui.core.words.faults import Refused

    if routine in SHIPPED:
        return ""
    from runlift_tui.clock import SystemClock
    from runlift_tui.store.store import Store

    try:
        arguments.routine = routine_named(routine, Store(folder, SystemClock()).desk.shelf())
    except Refused as refused:
        return f"argument ROUTINE: {refused}"
    return ""


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


_refuse = printing.say


def _full_screen(folder: str, arguments: argparse.Namespace) -> int:
    """Open the store, and the screen on it.

    Until the first screen stands nothing becomes garbage, and looking for it would take a fifth
    of that time; the app turns the collector on again.
    """
    import gc

    gc.disable()
    from runlift_tui.clock import SystemClock
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.store.store import Store

    store = Store(folder, SystemClock(), _config(arguments))
    store.open()
    try:
        command = arguments.command
        if command in ("start", "resume", "card") and store.only_looking:
            return _refuse(store.only_looking, FAILED)
        from runlift_tui.app import RunLift, system_speaker

        try:
            opening = _opening(store, arguments)
        except Refused as refused:
            return _refuse(str(refused), FAILED)
        app = RunLift(store, store.clock, opening, system_speaker)
        app.run()
        store.close()
        for lost in store.lost:
            _refuse(lost, FAILED)
        return app.return_code or (FAILED if store.lost else OK)
    except KeyboardInterrupt:
        return printing.INTERRUPTED
    except Exception:
        return _refuse(_crashed(folder, store.clock.stamp().utc_ms), FAILED)
    finally:
        store.close()


def _opening(store: Store, arguments: argparse.Namespace) -> Opening:
    """Return what the screen is to begin with.

    Raises:
        Refused: that cannot be.
    """
    from runlift_tui.app import Opening
    from runlift_tui.core.words.faults import Refused

    command = arguments.command
    unfinished = store.sessions.unfinished() if command in ("start", "resume", "card") else None
    if command == "resume" and unfinished is None:
        raise Refused("there is no unfinished session to resume.")
    if command not in ("start", "card"):
        return Opening(resume=command == "resume")
    choices = _choices(store, arguments)
    if unfinished is not None:
        return Opening(asked=choices)
    start = _start(store, choices)
    _tell_what_is_not_as_asked(store, choices, start)
    return Opening(_entered(start, store) if command == "card" else start)


def _entered(start: Started, store: Store) -> Started:
    from runlift_tui.core.setup.planning import entered, probably_trained_at

    return entered(start, probably_trained_at(start, store.clock.stamp().utc_ms))


def _crashed(folder: str, at_ms: int) -> str:
    """Keep a report of the exception under way; return what to say of it."""
    import traceback

    from runlift_tui.store.disk import crash

    return crash.sentence(crash.keep_report(folder, traceback.format_exc(), at_ms))


def _demo(arguments: argparse.Namespace) -> int:
    """Write made-up training, and open it unless it was only to be written."""
    from runlift_tui.clock import SystemClock
    from runlift_tui.commands import demo

    if arguments.into:
        return demo.write(os.path.abspath(arguments.into), arguments.years, SystemClock())
    return demo.throwaway(
        arguments.years, SystemClock(), lambda folder: _full_screen(folder, arguments)
    )


def _card(folder: str, arguments: argparse.Namespace) -> int:
    """Print the session that `start` with the same words would begin; nothing is written."""
    from runlift_tui.clock import SystemClock
    from runlift_tui.core.setup.card import card
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.store.store import Store

    store = Store(folder, SystemClock(), _config(arguments))
    try:
        choices = _choices(store, arguments)
        start = _start(store, choices)
    except Refused as refused:
        return _refuse(str(refused), FAILED)
    printing.tell(*card(start, store.desk.athlete().unit))
    _tell_what_is_not_as_asked(store, choices, start)
    printing.said_of(store.past.reports)
    return OK


def _tell_what_is_not_as_asked(store: Store, choices: Choices, start: Started) -> None:
    """Say on standard error what could not be had; on the card stands what there is."""
    from msgspec import structs

    from runlift_tui.core.setup.as_asked import not_as_asked

    if choices.minutes is None and choices.main_rounds is None and choices.warm_up_rounds is None:
        return
    whole = _start(store, structs.replace(choices, minutes=None))
    for line in not_as_asked(choices, whole.routine, start):
        printing.say(line, OK)


def _choices(store: Store, arguments: argparse.Namespace) -> Choices:
    """Return what was asked for on the command line.

    Raises:
        Refused: nothing was, and the routine that was chosen last cannot be started.
    """
    from runlift_tui.core.routines.levels import Level
    from runlift_tui.core.setup.choices import Choices, suggested
    from runlift_tui.core.words.faults import Refused

    athlete = store.desk.athlete()
    level = Level(arguments.level) if arguments.level else athlete.level
    chosen, why_not = suggested(athlete.routine, level, store.desk.starting_shelf())
    if why_not and arguments.routine is None:
        raise Refused(why_not)
    return Choices(
        routine=arguments.routine or chosen.routine,
        level=level,
        warm_up_rounds=arguments.warm_up_rounds,
        main_rounds=arguments.main_rounds,
        minutes=arguments.minutes,
    )


def _start(store: Store, choices: Choices) -> Started:
    """Return the start of the session that was asked for."""
    from runlift_tui.core.athlete.athlete import gear_of, standing_of
    from runlift_tui.core.setup.planning import planned_session, week_of_plan
    from runlift_tui.store.disk.ids import new_id

    now = store.clock.stamp().utc_ms
    shelf = store.desk.starting_shelf()
    athlete = store.desk.athlete()
    facts, offset = store.facts(), store.clock.utc_offset_min(now)
    return planned_session(
        choices,
        facts,
        shelf,
        id_=new_id(now),
        now=now,
        utc_offset_min=offset,
        standing=standing_of(athlete, choices.level),
        gear=gear_of(athlete),
        lead_in_s=store.desk.preferences().lead_in_s,
        week=week_of_plan(store.desk.plans(), facts, now, offset),
    )
