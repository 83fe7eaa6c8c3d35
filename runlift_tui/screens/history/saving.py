"""The past as a file: a spreadsheet, or a backup of everything."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.lists.spreadsheet import Shape, for_excel
from runlift_tui.core.sets.far import Far
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import plural, safe_text
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.disk import handed_out
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import why
from runlift_tui.store.history.past import Past
from runlift_tui.store.store import Store


class Content(NamedTuple):
    """What stands in a file."""

    text: Iterable[str]
    what: str
    """How much that is, in words."""


class FileKind(NamedTuple):
    """One kind of file."""

    name: str
    """In the path that is offered, with the day for {}."""
    content: Callable[[Past, Shape], Content]
    """Returns what stands in it."""
    is_table: bool = True
    """Whether it is for a spreadsheet, so that it has a shape."""


def _sets(past: Past, shape: Shape) -> Content:
    from runlift_tui.store.spreadsheets import sets_text

    sessions = list(past.sessions())
    what = plural(sum(len(each.sets) for each in sessions), "set")
    return Content(sets_text(reversed(sessions), shape), what)


def _runs(past: Past, shape: Shape) -> Content:
    from runlift_tui.store.history.runs import Runs
    from runlift_tui.store.spreadsheets import runs_text

    runs = Runs(past).entries()
    return Content(runs_text(runs, shape), plural(len(runs), "run"))


def _all(past: Past, _: Shape) -> Content:
    from runlift_tui.store.archive import archive_of, archive_text

    return Content(archive_text(archive_of(past)), "everything")


_SETS = FileKind("runlift-sets-{}.csv", _sets)
_RUNS = FileKind("runlift-runs-{}.csv", _runs)
KINDS = {
    "Two spreadsheets: sets and runs": (_SETS, _RUNS),
    "A spreadsheet, a row a set": (_SETS,),
    "A spreadsheet, a row a run": (_RUNS,),
    "Everything, as a backup": (FileKind("runlift-{}.json", _all, is_table=False),),
}
"""What can be saved, and in which files."""
SHAPES = {
    "Commas, numbers as 12.5": for_excel("."),
    "Semicolons, numbers as 12,5": for_excel(","),
}
"""How a spreadsheet is written; Excel opens either by a double click, in its language."""
_HOW = "Which does your spreadsheet take?"
_OWN = "~"
"""The athlete's own folder."""
_A_FILE = f"a file; a name alone goes into your own folder, {_OWN}"
_A_FOLDER = f"a folder for the two files; {_OWN} is your own"


class Saving:
    """Writes files that somebody takes elsewhere.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: ListPage, store: Store) -> None:
        self._page = page
        self._store = store

    def action_save(self) -> None:
        """Have a kind of file chosen, then where it goes."""
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        names = [Count(name, 0) for name in KINDS]
        title = "Save as a file: what?"
        asked = ChoosingScreen(title, names, "", any_="", opened_by="history.save")
        self._page.app.push_screen(asked, self._how)

    def _how(self, name: str | None) -> None:
        """Have what parts the cells chosen; what this machine's own Excel takes comes first."""
        from runlift_tui.screens.parts.choosing import ChoosingScreen
        from runlift_tui.store.spreadsheets import excel_here

        if not name:
            return
        if not any(kind.is_table for kind in KINDS[name]):
            self._where(name, "")
            return
        here = next(words for words, shape in SHAPES.items() if shape == excel_here())
        asked = ChoosingScreen(_HOW, [Count(each, 0) for each in SHAPES], here, any_="")
        self._page.app.push_screen(asked, partial(self._where, name))

    def _where(self, name: str, how: str | None) -> None:
        from runlift_tui.screens.parts.typing_in import TypingScreen

        if how is not None:
            kinds, today = KINDS[name], self._store.today()
            names = [kind.name.format(today) for kind in kinds]
            offered, hint = (os.path.join(_OWN, names[0]), _A_FILE)
            if len(names) > 1:
                offered, hint = _OWN, _A_FOLDER
            take = _Asking(self._store.folder.path, names, partial(self._write, kinds, how)).take
            screen = TypingScreen(name, offered, hint, take, goes_on=True, verb="save")
            self._page.app.push_screen(screen)

    def _write(self, kinds: Sequence[FileKind], how: str, paths: Sequence[str]) -> None:
        self._page.tell("Writing …")
        folder = self._store.folder.path

        def write() -> list[str]:
            past, what = Past(folder), []
            for kind, path in zip(kinds, paths, strict=True):
                content = kind.content(past, SHAPES.get(how, Shape()))
                handed_out.hand_over(path, "".join(content.text).encode("utf-8", "replace"))
                what.append(content.what)
            written = " and ".join((safe_text(paths[0]), *map(os.path.basename, paths[1:])))
            shape = f", {how.replace('numbers as ', '').lower()}" if how else ""
            return [f"Written: {written}: {' and '.join(what)}{shape}.", *past.reports]

        def done(result: object) -> None:
            told = why(result) or " ".join(result if isinstance(result, list) else ())
            self._page.call_later(self._page.tell, told)

        self._store.writer.submit(write, done)


class _Asking:
    """Where files go; what is there already is asked about first."""

    def __init__(
        self, folder: str, names: Sequence[str], write: Callable[[Sequence[str]], None]
    ) -> None:
        self._folder = folder
        self._names = names
        self._write = write
        self._asked: list[str] = []

    def take(self, text: str) -> None:
        """Take a path: of the file, or where there are several of the folder for them.

        Raises:
            Far: a file is there already, and was not asked about.
            Refused: nothing can be written there.
        """
        paths = self._paths(text.strip())
        for path in paths:
            self._look(path)
        there = [path for path in paths if os.path.lexists(path)]
        if there and self._asked != there:
            self._asked = there
            names = " and ".join(map(os.path.basename, there))
            raise Far(f"{names} {'is' if len(there) < 2 else 'are'} there already: replace?")
        self._write(paths)

    def _paths(self, text: str) -> list[str]:
        several = len(self._names) > 1
        if not text:
            raise Refused("name a folder" if several else "name a file")
        path = os.path.expanduser(text)
        if not os.path.dirname(path) and path != os.path.expanduser(_OWN):
            path = os.path.join(os.path.expanduser(_OWN), path)
        path = os.path.abspath(path)
        if several:
            return [os.path.join(path, name) for name in self._names]
        if os.path.isdir(path):
            raise Refused("name a file")
        _, ending = os.path.splitext(path)
        return [path if ending else path + os.path.splitext(self._names[0])[1]]

    def _look(self, path: str) -> None:
        """Refuse a path that nothing can be written to."""
        try:
            inside = handed_out.lies_in_folder(path, self._folder)
        except StoreError as error:
            raise Refused(error.what.rstrip(".")) from None
        if inside:
            raise Refused("an export does not belong into the data folder itself")
        if not os.path.isdir(os.path.dirname(path)):
            raise Refused(f"there is no folder {os.path.dirname(path)}")
