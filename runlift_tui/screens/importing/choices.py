"""What is to be chosen before an import: answers that a file leaves open, and names like ours."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from runlift_tui.core.words.text import plural
from runlift_tui.exchange.questions import OpenQuestion
from runlift_tui.screens.importing.reader import AskedOf, ImportReader, WhatCame
from runlift_tui.screens.parts.list_page import ListModel
from runlift_tui.store.importing.importing import LikeOurs
from runlift_tui.widgets.lists.listing import Row

_NAMES = "Names like one of ours"
_OPEN = "What the file leaves open"


class ChoiceLine(NamedTuple):
    """One line that can be turned."""

    row: Row
    asked: AskedOf | None = None
    offer: LikeOurs | None = None


class ImportChoices(ListModel[ChoiceLine]):
    """The lines of the preview, and what is chosen in each."""

    def __init__(self, reader: ImportReader) -> None:
        self._reader = reader
        self._asked: Sequence[AskedOf] = ()
        self._offers: Sequence[LikeOurs] = ()
        self._ours: set[str] = set()
        """Folded names that are the same as ours."""

    def take(self, came: WhatCame) -> None:
        """Take over what files leave open, and which of their names are like ours."""
        self._asked, self._offers = came.asked, came.offers

    @property
    def said(self) -> Mapping[str, str]:
        """Which exercise a folded name is, of those that were chosen to be the same as ours."""
        return {each.folded: each.ours.id for each in self._offers if each.folded in self._ours}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be chosen."""
        return not (self._asked or self._offers)

    @property
    def items(self) -> list[ChoiceLine]:
        """The lines as they are now."""
        return list(self._lines())

    def id_of(self, item: ChoiceLine) -> str:
        """Return no id: a line is never gone to."""
        return ""

    def _lines(self) -> Iterator[ChoiceLine]:
        several = len(self._reader.paths) > 1
        if self._asked:
            yield ChoiceLine(Row(_OPEN, is_heading=True))
        for each in self._asked:
            name = each.path.replace("\\", "/").rsplit("/", 1)[-1]
            text = f"{name}: {each.question.label}" if several else each.question.label
            yield ChoiceLine(Row(text, f"‹ {each.question.word(self._answer(each))} ›"), asked=each)
        if self._offers:
            yield ChoiceLine(Row(_NAMES, is_heading=True))
        for offer in self._offers:
            same = offer.folded in self._ours
            word = "same" if same else "new"
            text = f"{offer.name}, {plural(offer.sets, 'set')}"
            yield ChoiceLine(Row(text, f"‹ {word} ›"), offer=offer)

    def _answer(self, each: AskedOf) -> str:
        return self._reader.answers.get((each.path, each.question.key), "")

    def rows(self) -> list[Row]:
        """Return the rows as they are now."""
        return [each.row for each in self._lines()]

    def turn(self, place: int, by: int) -> bool:
        """Take another answer in a line; return whether the files have to be read again."""
        line = self.at(place) or ChoiceLine(Row(""))
        if line.offer is not None:
            self._ours ^= {line.offer.folded}
        if line.asked is None:
            return False
        question: OpenQuestion = line.asked.question
        at = question.answers.index(self._answer(line.asked))
        found = question.answers[(at + by) % len(question.answers)]
        self._reader.answers[(line.asked.path, question.key)] = found
        return True

    def words(self, place: int) -> str:
        """Return what a line asks; nothing where there is none."""
        line = self.at(place) or ChoiceLine(Row(""))
        if line.asked is not None:
            return line.asked.question.words
        if line.offer is None:
            return ""
        ours = line.offer.ours.name
        return f"Same: it is our {ours}, and its sets count for that. New: it keeps its name."
