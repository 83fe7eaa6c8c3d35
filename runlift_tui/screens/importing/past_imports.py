"""What was imported, and when, as a list; and all of one import."""

from collections.abc import Iterator

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.words.days import day_of, day_text
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.origin import APPS
from runlift_tui.screens.parts.list_page import ListModel
from runlift_tui.store.importing.row import at_ms, brought, file_names, stands
from runlift_tui.store.library.library import IMPORTS, Library
from runlift_tui.store.store import Store
from runlift_tui.widgets.lists.listing import Row

_MOST_FILES = 40


class PastImports(ListModel[Document]):
    """The imports of a data folder, newest first."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: list[Document] = []
        self.read()

    def read(self) -> None:
        """Read them anew."""
        rows = Library(self._store.folder.library).snapshot().get(IMPORTS, {}).values()
        self._rows = sorted(rows, key=lambda row: str(row.get("at")), reverse=True)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was imported yet."""
        return not self._rows

    @property
    def standing(self) -> list[Document]:
        """Those that can be taken back, newest first."""
        return [row for row in self._rows if stands(row)]

    def rows(self) -> list[Row]:
        """Return the rows as they are now."""
        return [Row(self._head(row), _brought(row)) for row in self._rows]

    def _head(self, row: Document) -> str:
        apps = dict.fromkeys(APPS.get(str(f.get("format")), "") for f in row.get("files", ()))
        return f"{self._day(row)}   {', '.join(filter(None, apps))}"

    def _day(self, row: Document) -> str:
        ms = at_ms(row)
        return day_text(day_of(ms, self._store.clock.utc_offset_min(ms))) if ms else "?"

    @property
    def items(self) -> list[Document]:
        """The imports, newest first."""
        return self._rows

    def id_of(self, item: Document) -> str:
        """Return the id of an import."""
        return str(item.get("id"))

    def in_vain(self, place: int) -> tuple[str, ...]:
        """Return what would come to nothing: to take back what was taken back."""
        row = self.at(place)
        return () if row is not None and stands(row) else ("take-out",)

    def sheet(self, place: int) -> tuple[SheetLine, ...]:
        """Return all of the import in a row."""
        row = self.at(place)
        return () if row is None else tuple(self._lines(row))

    def _lines(self, row: Document) -> Iterator[SheetLine]:
        yield SheetLine("", self._day(row), "strong")
        yield SheetLine("brought", _brought(row, short=False))
        files = list(zip(row.get("files", ()), file_names(row), strict=True))
        label = "files"
        for each, name in files[:_MOST_FILES]:
            format_ = str(each.get("format"))
            yield SheetLine(label, f"{name}   {APPS.get(format_, format_)}")
            label = ""
        if len(files) > _MOST_FILES:
            yield SheetLine("", f"and {len(files) - _MOST_FILES} more", "quiet")
        zone = row.get("answers", {}).get("timezone")
        if zone:
            yield SheetLine("times", f"without a zone read as {zone}")


def _brought(row: Document, *, short: bool = True) -> str:
    """Return what an import brought, and whether it is out again."""
    if row.get("undone"):
        return "taken back" if short else f"{brought(row)}, taken back"
    return brought(row)
