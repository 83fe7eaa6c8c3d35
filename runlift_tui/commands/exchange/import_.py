"""`runlift import`: what other trackers and watches wrote, and RunLift's own export, back in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runlift_tui.commands import printing
from runlift_tui.commands.parser import one_of
from runlift_tui.commands.printing import FAILED, MISUSED, OK, say
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.exchange.reading import Came
    from runlift_tui.commands.exchange.zones import Zone
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.exchange.names import Names
    from runlift_tui.exchange.neutral import FileAnswers

FORMATS = (
    *("runlift", "strong", "hevy", "fitnotes", "fitnotes-ios", "liftosaur", "stronglifts"),
    *("fitbod", "jefit", "garmin", "strava", "runkeeper", "intervals", "apple-health", "fit"),
    *("tcx", "gpx"),
)


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
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
    except _Misused as error:
        return say(f"{error}", MISUSED)


class _Misused(Exception):
    """An option that cannot be meant."""


class _Import:
    """One command: its files, what is here, and what becomes of them."""

    def __init__(self, asked: Asked) -> None:
        from runlift_tui.store.history.past import Past

        self._asked = asked
        self._words = asked.words
        self._past = Past(asked.folder)
        self._zone = _zone(asked.words.timezone)
        self._given = _given(asked.words)
        self._map = _mapped(asked.words.map)

    def run(self) -> int:
        from runlift_tui.commands.exchange.reading import FileReader

        reader = FileReader(
            self._given, self._zone, self._names(), self._words.format or "", self._known_files()
        )
        came = [reader.read(path) for path in self._words.files]
        if len(came) == 1 and came[0].own is not None and not self._words.json:
            from runlift_tui.commands.exchange.own import take

            return take(self._asked, came[0].name, came[0].own, dry_run=self._words.dry_run)
        return self._taken(came)

    def _taken(self, came: list[Came]) -> int:
        """Write what is new of all files, and tell what each came to."""
        from runlift_tui.commands.exchange.writing import Writing
        from runlift_tui.store.disk.lock import A_MOMENT_S

        past, dry = self._past, self._words.dry_run
        status, told = OK, ""
        writing = Writing(past, self._answers(), dry_run=dry)
        try:
            if not dry and any(not each.error for each in came):
                past.folder.create()
                past.folder.lock.acquire(A_MOMENT_S)
            writing.take(came)
        except Locked as error:
            status, told = FAILED, f"{error.what} Nothing was imported."
        except StoreError as error:
            status, told = FAILED, f"{error.what} The same import goes on once that is put right."
        finally:
            past.folder.lock.release()
        if told:
            return say(told, status)
        self._tell(writing)
        for each in writing.came:
            if each.error:
                say(f"{_shown(each.name)}: {each.error}. Nothing of it was imported.", FAILED)
        printing.said_of(past.reports)
        return max((each.status for each in writing.came), default=OK)

    def _tell(self, writing: Any) -> None:
        if self._words.json:
            import json

            found = {
                "dry_run": self._words.dry_run,
                "import": writing.id or None,
                "timezone": self._zone.name,
                "files": writing.rows,
                "total": writing.total,
            }
            printing.write((json.dumps(found, ensure_ascii=False, indent=1) + "\n",))
            return
        lines = [line for each in writing.told for line in each]
        if lines:
            lines.append(f"Times without a zone were read as {self._zone.name}.")
            if self._words.dry_run:
                lines.append("Nothing was written.")
            elif writing.id:
                lines.append("runlift import --undo takes it back.")
            printing.done(*lines)

    def _answers(self) -> dict[str, Any]:
        """Return what the athlete said, as it is remembered with the files."""
        words = self._words
        found = {
            "timezone": self._zone.name,
            "unit": words.unit,
            "distance": words.distance,
            "sport": words.sport,
            "run_types": sorted(words.run_type),
            "sides": words.sides,
            "dumbbells": words.dumbbells,
            "cardio_as_runs": words.cardio_as_runs,
            "map": self._map,
        }
        return {name: value for name, value in found.items() if value}

    def _known_files(self) -> Mapping[str, Any]:
        """Return the figures of files that came in whole with the same answers, by SHA-256."""
        from runlift_tui.store.library.library import IMPORTS, Library

        rows = Library(self._past.folder.library).snapshot().get(IMPORTS, {}).values()
        answers = self._answers()
        return {
            each["sha256"]: each.get("figures", {})
            for row in rows
            if row.get("whole") and not row.get("undone") and row.get("answers") == answers
            for each in row.get("files", ())
        }

    def _names(self) -> Names:
        from runlift_tui.exchange.names import Names, folded_name

        exercises = self._asked.store().desk.shelf().exercises(archived=True)
        answers = {folded_name(name): id_ for name, id_ in self._map.items()}
        for name, id_ in self._map.items():
            if id_ not in exercises:
                from runlift_tui.core.words.nearest import meant

                raise _Misused(f"{name!r} is mapped to {id_!r}, no exercise{meant(id_, exercises)}")
        return Names(exercises.values(), answers)


def _zone(name: str | None) -> Zone:
    from runlift_tui.commands.exchange.zones import machines, named

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
    )


def _mapped(path: str | None) -> dict[str, str]:
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
    return table


def _shown(path: str) -> str:
    from runlift_tui.store.disk.handed_over import name_of

    return name_of(path)
