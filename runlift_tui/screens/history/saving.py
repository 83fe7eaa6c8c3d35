"""The past as a file: a spreadsheet, or a backup of everything."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.sets.far import Far
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.store.disk import handed_out
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import why
from runlift_tui.store.history.past import Past
from runlift_tui.store.store import Store


class FileKind(NamedTuple):
    """One kind of file."""

    name: str
    """In the path that is offered, with the day for {}."""
    text: Callable[[Past], Iterable[str]]
    """Returns what stands in it."""


def _sets(past: Past) -> Iterable[str]:
    from runlift_tui.store.spreadsheets import excel_here, sets_text

    return sets_text(reversed(list(past.sessions())), excel_here())


def _runs(past: Past) -> Iterable[str]:
    from runlift_tui.store.history.runs import Runs
    from runlift_tui.store.spreadsheets import excel_here, runs_text

    return runs_text(Runs(past).entries(), excel_here())


def _all(past: Past) -> Iterable[str]:
    from runlift_tui.store.archive import archive_of, archive_text

    return archive_text(archive_of(past))


KINDS = {
    "A spreadsheet, a row a set": FileKind("runlift-sets-{}.csv", _sets),
    "A spreadsheet, a row a run": FileKind("runlift-runs-{}.csv", _runs),
    "Everything, as a backup": FileKind("runlift-{}.json", _all),
}


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
        self._page.app.push_screen(ChoosingScreen(title, names, "", any_=""), self._where)

    def _where(self, name: str | None) -> None:
        from runlift_tui.screens.parts.typing_in import TypingScreen

        if name:
            kind, today = KINDS[name], self._store.today()
            offered = os.path.join("~", kind.name.format(today))
            take = _Asking(self._store.folder.path, partial(self._write, kind)).take
            screen = TypingScreen(name, offered, "a file; ~ is your own folder", take)
            self._page.app.push_screen(screen)

    def _write(self, kind: FileKind, path: str) -> None:
        self._page.tell("Writing …")
        folder = self._store.folder.path

        def write() -> list[str]:
            past = Past(folder)
            data = "".join(kind.text(past)).encode("utf-8", "replace")
            handed_out.hand_over(path, data)
            return past.reports

        def done(result: object) -> None:
            reports = result if isinstance(result, list) else []
            told = why(result) or " ".join((f"Written: {safe_text(path)}", *reports))
            self._page.call_later(self._page.tell, told)

        self._store.writer.submit(write, done)


class _Asking:
    """Where a file goes; one that is there already is asked about first."""

    def __init__(self, folder: str, write: Callable[[str], None]) -> None:
        self._folder = folder
        self._write = write
        self._asked = ""

    def take(self, text: str) -> None:
        """Take a path.

        Raises:
            Far: a file is there already, and was not asked about.
            Refused: nothing can be written there.
        """
        path = os.path.abspath(os.path.expanduser(text.strip()))
        if not text.strip() or os.path.isdir(path):
            raise Refused("name a file")
        try:
            inside = handed_out.lies_in_folder(path, self._folder)
        except StoreError as error:
            raise Refused(error.what.rstrip(".")) from None
        if inside:
            raise Refused("an export does not belong into the data folder itself")
        if not os.path.isdir(os.path.dirname(path)):
            raise Refused(f"there is no folder {os.path.dirname(path)}")
        if os.path.lexists(path) and self._asked != path:
            self._asked = path
            raise Far(f"{os.path.basename(path)} is there already: replace it?")
        self._write(path)
