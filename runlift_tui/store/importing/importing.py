"""One import: files are read, what they leave open is answered, all of it is written as one.

The command and the screen do nothing else; they differ in who answers, and where it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, structs

from runlift_tui.exchange.names import NameAnswer, Names, folded_name
from runlift_tui.exchange.neutral import FileAnswers, SetRead
from runlift_tui.exchange.questions import LEFT_OUT, QUESTIONS, OpenQuestion, may_be_asked
from runlift_tui.store.importing.reading import Came, FileReader
from runlift_tui.store.importing.writing import Writing
from runlift_tui.store.library.library import IMPORTS, NAMES, Library

if TYPE_CHECKING:
    from runlift_tui.core.exercises.exercise import Exercise
    from runlift_tui.exchange.converted import Converted
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing.zones import Zone

MOST_OFFERED = 20
Answer = Callable[[str, OpenQuestion], str]
"""Returns the answer to what a file leaves open, by its path; empty where there is none."""


class LikeOurs(NamedTuple):
    """A name of a file that is like one of ours."""

    name: str
    folded: str
    sets: int
    ours: Exercise


class ReadWith(Struct, frozen=True, kw_only=True):
    """What the files of one import are read with."""

    zone: Zone
    """Of times that have none."""
    given: FileAnswers = FileAnswers()
    """What was said beforehand, of all files."""
    wanted: str = ""
    """The format that all of them are said to have; empty where their content decides."""
    mapped: Mapping[str, str] = {}
    """Names of theirs, and ids of ours; they go before what was said another time."""


class Importing:
    """The files of one import on their way in; nothing is written before `write`."""

    def __init__(
        self,
        past: Past,
        exercises: Iterable[Exercise],
        settings: ReadWith,
        go_on: Callable[[float], object] = lambda _: None,
    ) -> None:
        """Read nothing yet.

        Args:
            past: Of the data folder.
            exercises: Those that a name can be, archived ones among them.
            settings: What the files are read with.
            go_on: Called now and then with the part of a file that is read, from 0 to 1; what it
                raises ends the reading.
        """
        self.came: list[Came] = []
        """The files, as far as they came."""
        self.said: dict[str, str] = {}
        """Which exercise a folded name is, as was said with this import."""
        self._past = past
        self._exercises = list(exercises)
        self._settings = settings
        self._go_on = go_on
        self._names: Names | None = None
        self._given: dict[str, FileAnswers] = {}

    # Reading

    def read(self, path: str, answer: Answer | None = None) -> Came:
        """Return a file, as far as it comes with the answers to what it leaves open.

        Args:
            path: Of the file.
            answer: Asked once for each thing that it leaves open; None where nobody can be.
        """
        given = self._settings.given
        came = self._read(path, given)
        while answer is not None and came.found is not None and came.error:
            question = QUESTIONS.get(next(iter(came.found.read.questions), ""))
            if question is None or getattr(given, question.key):
                return came
            said = answer(path, question)
            if not said or said == LEFT_OUT:
                return came
            given = _answered(given, {question.key: said})
            came = self._read(path, given)
        if answer is None or came.found is None or came.error:
            return came
        asked = {q.key: answer(path, q) for q in may_be_asked(came.found, given)}
        more = {key: said for key, said in asked.items() if said}
        return self._read(path, _answered(given, more)) if more else came

    def again(self) -> None:
        """Read all files once more, as they are now that more names are known."""
        self._names = None
        self.came = [self._again(each) for each in self.came]

    def _again(self, came: Came) -> Came:
        if came.found is None or came.error:
            return came
        return self._read(came.name, came.found.given)

    def _read(self, path: str, given: FileAnswers) -> Came:
        wanted, zone = self._settings.wanted, self._settings.zone
        known = {} if given != self._settings.given else self._known_files()
        return FileReader(given, zone, self.names(), wanted, known, self._go_on).read(path)

    def names(self) -> Names:
        """Return what names of files can be here."""
        if self._names is None:
            said = self._remembered()
            ours = self.said | {folded_name(n): id_ for n, id_ in self._settings.mapped.items()}
            for name, id_ in ours.items():
                said[name] = said.get(name, NameAnswer())._replace(exercise=id_)
            self._names = Names(self._exercises, said)
        return self._names

    def _remembered(self) -> dict[str, NameAnswer]:
        rows = Library(self._past.folder.library).snapshot().get(NAMES, {})
        return {
            name: NameAnswer(*(str(row.get(key) or "") for key in NameAnswer._fields))
            for name, row in rows.items()
        }

    def _known_files(self) -> dict[str, Any]:
        """Return the figures of files that came in whole with the same answers, by SHA-256."""
        rows = Library(self._past.folder.library).snapshot().get(IMPORTS, {}).values()
        answers = self.answers
        return {
            each["sha256"]: each.get("figures", {})
            for row in rows
            if row.get("whole") and not row.get("undone") and row.get("answers") == answers
            for each in row.get("files", ())
            if "figures" in each
        }

    @property
    def answers(self) -> dict[str, Any]:
        """What was said of all files, as it is remembered with them."""
        given = structs.asdict(self._settings.given)
        given["run_types"] = sorted(given["run_types"])
        given |= {"timezone": self._settings.zone.name, "map": dict(self._settings.mapped)}
        return {name: value for name, value in given.items() if value}

    # Names

    def offers(self) -> list[LikeOurs]:
        """Return the names of the files that are like one of ours, those of the most sets first."""
        sets: dict[str, list[SetRead]] = {}
        for each in self.came:
            if each.found is not None and not each.error:
                _gather(each.found, sets)
        found = []
        for name, done in sorted(sets.items(), key=lambda item: -len(item[1])):
            ours = self.names().likely(name, done)
            if ours is not None:
                found.append(LikeOurs(name, folded_name(name), len(done), ours))
        return found

    # What becomes of them

    def judged(self) -> Writing:
        """Return what would become of the files, and write nothing."""
        return self._taken(None)

    def write(self, now_ms: int) -> Writing:
        """Write what is new of all files, at this moment; the lock has to be held.

        Raises:
            StoreError: the disk refuses.
        """
        return self._taken(now_ms)

    def _taken(self, now_ms: int | None) -> Writing:
        writing = Writing(self._past, self.answers, self._new_answers(), now_ms)
        writing.take(self.came)
        return writing

    def _new_answers(self) -> dict[str, dict[str, str]]:
        """Return what was said of names with this import, to be remembered for every later one."""
        found: dict[str, dict[str, str]] = {
            name: {"exercise": id_} for name, id_ in self.said.items()
        }
        for each in self.came:
            if each.found is None or each.error:
                continue
            given = each.found.given
            for key, said, names in (
                ("sides", given.sides, each.found.one_sided),
                ("dumbbells", given.dumbbells, each.found.in_hands),
            ):
                for name in names if said else ():
                    found.setdefault(folded_name(name), {})[key] = said
        return found


def _answered(given: FileAnswers, said: dict[str, str]) -> FileAnswers:
    """Return answers with those to what was asked."""
    return structs.replace(given, asked=(*given.asked, *said), **said)


def _gather(found: Converted, sets: dict[str, list[SetRead]]) -> None:
    """Add the sets of names that stay the file's own."""
    own = set(found.unmatched)
    for workout in found.read.workouts:
        for one in workout.sets:
            if one.name in own:
                sets.setdefault(one.name, []).append(one)
