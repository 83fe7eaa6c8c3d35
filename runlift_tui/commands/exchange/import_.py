"""`runlift import`: what other trackers and watches wrote, and RunLift's own export, back in."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from runlift_tui.commands import printing
from runlift_tui.commands.parser import one_of
from runlift_tui.commands.printing import FAILED, MISUSED, OK, say
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from collections.abc import Collection

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.exchange.neutral import FileAnswers
    from runlift_tui.exchange.questions import OpenQuestion
    from runlift_tui.store.importing.writing import Writing
    from runlift_tui.store.importing.zones import Zone

_TOLD = "told"
"""Of an interrupt after which there is nothing more to say."""


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    from runlift_tui.core.words.origin import FORMATS

    back = commands.add_parser(
        "import", parents=[folder], help="training from other trackers, or an export, back in"
    )
    back.add_argument("files", metavar="FILE", nargs="*", help="a path, or - for standard input")
    back.add_argument(
        "--from",
        dest="format",
        type=one_of(*FORMATS),
        metavar="FORMAT",
        help=f"for a file that is not recognised: {', '.join(FORMATS)}",
    )
    back.add_argument(
        "--unit", type=one_of("kg", "lb"), metavar="UNIT", help="kg or lb, where the file is silent"
    )
    back.add_argument(
        "--distance", type=one_of("km", "mi"), metavar="UNIT", help="km or mi, likewise"
    )
    back.add_argument(
        "--day-order",
        type=one_of("day", "month"),
        metavar="FIRST",
        help="day or month, which of 3/4/2026 comes first",
    )
    back.add_argument(
        "--timezone",
        metavar="ZONE",
        help="of times without one, as Europe/Berlin; by default yours",
    )
    back.add_argument("--sport", type=one_of("run"), metavar="SPORT", help="run, where nobody says")
    back.add_argument(
        "--run-type", action="append", default=[], metavar="WORD", help="what the file calls a run"
    )
    back.add_argument(
        "--sides",
        type=one_of("each", "total"),
        metavar="HOW",
        help="reps on one leg are of each, or of both in total; by default nobody knows",
    )
    back.add_argument(
        "--dumbbells",
        type=one_of("each", "total"),
        metavar="HOW",
        help="the weight is of each of two, or in total; by default it stands as it is",
    )
    back.add_argument("--map", metavar="FILE", help="TOML with names of theirs and ids of ours")
    back.add_argument(
        "--cardio-as-runs", action="store_true", help="runs of a strength app become runs"
    )
    back.add_argument("--dry-run", action="store_true", help="tell what would come, write nothing")
    back.add_argument("--yes", action="store_true", help="without asking whether it is right")
    back.add_argument("--json", action="store_true", help="one object for a program to read")
    back.add_argument(
        "--undo",
        nargs="?",
        const="",
        metavar="ID",
        help="take back what the last import added, or that one",
    )


def run(asked: Asked) -> int:
    """Take files in, or an import back; return the exit status."""
    words = asked.words
    if words.undo is not None:
        from runlift_tui.commands.exchange.undo import take_back

        return take_back(asked)
    if not words.files:
        return say("import needs a FILE, or - for standard input; --undo takes one back.", MISUSED)
    try:
        return _Import(asked).run()
    except KeyboardInterrupt as interrupt:
        if _TOLD not in interrupt.args:
            say("interrupted: nothing was imported.", OK)
        raise
    except _Misused as error:
        return say(f"{error}", MISUSED)
    except StoreError as error:
        return say(f"{error.what} Nothing was imported.", FAILED)


class _Misused(Exception):
    """An option that cannot be meant."""


class _Import:
    """One command: its files, what is here, and what becomes of them."""

    def __init__(self, asked: Asked) -> None:
        from runlift_tui.commands.exchange.asking import FilesRead
        from runlift_tui.store.history.past import Past
        from runlift_tui.store.importing.importing import Importing, ReadWith

        words = asked.words
        self._asked = asked
        self._words = words
        self._past = Past(asked.folder)
        self._zone = _zone(words.timezone)
        self._progress = FilesRead(len(words.files))
        exercises = asked.store().desk.shelf().exercises(archived=True)
        self._importing = Importing(
            self._past,
            exercises.values(),
            ReadWith(
                zone=self._zone,
                given=_given(words),
                wanted=words.format or "",
                mapped=_mapped(words.map, exercises),
            ),
            self._progress.within,
        )

    def run(self) -> int:
        from runlift_tui.commands.exchange.asking import Talk
        from runlift_tui.store.importing.importing import MOST_OFFERED

        words, importing = self._words, self._importing
        is_talk = printing.is_terminal() and sys.stdin.isatty()
        out = sys.stderr if words.json else sys.stdout
        talk = Talk(self._guess, out, self._progress.end) if is_talk else None
        for path in words.files:
            self._progress.step()
            importing.came.append(importing.read(path, None if talk is None else talk.answer))
        self._progress.end()
        if talk is not None:
            importing.said = talk.matched(importing.offers()[:MOST_OFFERED])
            if importing.said:
                importing.again()
                self._progress.end()
        came = importing.came
        if len(came) == 1 and came[0].own is not None and not words.json:
            from runlift_tui.commands.exchange.own import take

            return take(self._asked, came[0], dry_run=words.dry_run)
        shows = talk is not None and not (words.yes or words.dry_run or words.json)
        if talk is not None and shows and any(not each.error for each in came):
            self._tell(importing.judged(), preview=True)
            if not talk.is_yes():
                return say("Nothing was imported.", OK)
            return self._taken(told_before=True)
        return self._taken()

    def _guess(self, question: OpenQuestion) -> str:
        from runlift_tui.store.importing.guess import guess

        return guess(self._asked.store().desk.athlete(), question)

    def _written(self) -> Writing:
        """Judge every file, and write what is new of all of them.

        Raises:
            StoreError: the disk refuses, or another program holds the folder.
        """
        from runlift_tui.store.disk.lock import A_MOMENT_S

        past, importing = self._past, self._importing
        if self._words.dry_run:
            return importing.judged()
        try:
            if any(not each.error for each in importing.came):
                past.folder.create()
                past.folder.lock.acquire(A_MOMENT_S)
            return importing.write(time.time_ns() // 1_000_000)
        finally:
            past.folder.lock.release()

    def _taken(self, *, told_before: bool = False) -> int:
        """Write what is new of all files, and tell what each came to."""
        from runlift_tui.commands.exchange.held_off import HeldOff

        try:
            with HeldOff() as held_off:
                writing = self._written()
        except Locked as error:
            return self._failed(f"{error.what} Nothing was imported.")
        except StoreError as error:
            return self._failed(f"{error.what} The same import goes on once that is put right.")
        if told_before:
            new = writing.total["new"]
            printing.done(f"{new} taken in. runlift import --undo takes it back.")
        else:
            self._tell(writing)
        for each in writing.came:
            if each.error:
                say(f"{_shown(each.name)}: {each.error}. Nothing of it was imported.", FAILED)
        printing.said_of(self._past.reports)
        if held_off.asked:
            say("interrupted once all of it was written: it stays.", OK)
            raise KeyboardInterrupt(_TOLD)
        return max((each.status for each in writing.came), default=OK)

    def _failed(self, what: str) -> int:
        if self._words.json:
            from runlift_tui.exchange.figures import FIGURES, total_of

            rows = [FIGURES | {"file": each.name, "error": what} for each in self._importing.came]
            self._print_json(rows, total_of(rows), None)
        return say(what, FAILED)

    def _print_json(self, rows: list[Any], total: Any, id_: str | None) -> None:
        import json

        found = {
            "dry_run": self._words.dry_run,
            "import": id_,
            "timezone": self._zone.name,
            "files": rows,
            "total": total,
        }
        printing.write((json.dumps(found, ensure_ascii=False, indent=1) + "\n",))

    def _tell(self, writing: Writing, *, preview: bool = False) -> None:
        if self._words.json:
            self._print_json(writing.rows, writing.total, writing.id or None)
            return
        taken = [row for row in writing.rows if not row["error"]]
        if not taken:
            return
        from runlift_tui.exchange.figures import names_lines, table_lines

        lines = table_lines(taken, printing.width())
        lines += [line for each in writing.told for line in each]
        lines += names_lines(taken)
        lines.append(f"Times without a zone were read as {self._zone.name}.")
        if self._words.dry_run:
            lines.append("Nothing was written.")
        elif writing.id and not preview:
            lines.append("runlift import --undo takes it back.")
        printing.done(*lines)


def _zone(name: str | None) -> Zone:
    from runlift_tui.store.importing.zones import machines, named

    if name is None:
        return machines()
    found = named(name)
    if found is None:
        raise _Misused(f"{name!r} is no time zone: say one like Europe/Berlin or America/New_York")
    return found


def _given(words: Any) -> FileAnswers:
    from runlift_tui.exchange.neutral import FileAnswers

    return FileAnswers(
        unit=words.unit or "",
        distance=words.distance or "",
        sport=words.sport or "",
        run_types=tuple(words.run_type),
        sides=words.sides or "",
        dumbbells=words.dumbbells or "",
        cardio_as_runs=words.cardio_as_runs,
        day_order=words.day_order or "",
    )


def _mapped(path: str | None, exercises: Collection[str]) -> dict[str, str]:
    """Return the names of a file of answers, with the ids that they stand for."""
    if path is None:
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            table = tomllib.load(file)
    except OSError as error:
        raise _Misused(f"{_shown(path)} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise _Misused(f"{_shown(path)} is no TOML: {error}") from None
    if not all(isinstance(id_, str) for id_ in table.values()):
        raise _Misused(f'{_shown(path)} has more than lines like "Their name" = "our-id"')
    for name, id_ in table.items():
        if id_ not in exercises:
            from runlift_tui.core.words.nearest import meant

            raise _Misused(f"{name!r} is mapped to {id_!r}, no exercise{meant(id_, exercises)}")
    return table


def _shown(path: str) -> str:
    from runlift_tui.store.disk.handed_over import name_of

    return name_of(path)
