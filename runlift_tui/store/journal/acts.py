"""What was changed and how it is taken back, also tomorrow: a line an act, beside the data itself.

The lines lie in `undo.jsonl`. It is read when a key of undo is pressed or the bin is looked into,
never for a start; without it all that was done stands, and only the way back is shorter.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

import msgspec
from msgspec import Struct

from runlift_tui.core.lists.acts import AGAIN, BACK, DID, Act, Trails, act_of, did_in, tidied
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.disk.lines import encode_line
from runlift_tui.store.disk.writer import Writer
from runlift_tui.store.journal.segment import SUFFIX, Segment, header, read_segment

NAME, KIND = "undo", "acts"


class AnyEdit(Protocol):
    """A change that says what it is about, and what it did."""

    @property
    def id(self) -> str:
        """Of what is changed."""

    @property
    def before(self) -> Struct | None:
        """As it was; None where there was none."""

    @property
    def after(self) -> Struct | None:
        """As it is now; None where it was taken out."""

    @property
    def told(self) -> str:
        """What was done, in words."""


class Acts:
    """The acts of one data folder: those of earlier days, and those of this run."""

    def __init__(
        self,
        folder: str,
        writer: Callable[[], Writer],
        now_ms: Callable[[], int],
        gone: Callable[[Act], object],
    ) -> None:
        """Read nothing yet.

        Args:
            folder: The data folder.
            writer: Returns the thread that writes.
            now_ms: Returns this moment, milliseconds since the epoch.
            gone: Called on that thread with what was deleted too long ago to be brought back.
        """
        self.path = os.path.join(folder, NAME + SUFFIX)
        self._folder = folder
        self._writer = writer
        self._now_ms = now_ms
        self._gone = gone
        self._segment: Segment | None = None
        self._trails: Trails | None = None
        self._own: list[Document] = []
        self._turned: set[str] = set()
        """The ids of acts that were taken back in this run."""

    # What was done

    def did(
        self,
        place: str,
        of: tuple[str, str],
        before: Document | None,
        after: Document | None,
        told: str = "",
        *,
        left: str = "",
    ) -> Act:
        """Remember something that was done, and return it.

        Args:
            place: Where its key of undo is pressed.
            of: Table and id of the document.
            before: As it was; None where there was none.
            after: As it is now; None where it was deleted.
            told: What was done, in words.
            left: The table that it stood in before, where that was another one.
        """
        at = self._now_ms()
        table, id_ = of
        whole = Act(
            id=new_id(at),
            at=at,
            place=place,
            table=table,
            of=id_,
            before=before,
            after=after,
            told=told,
            left=left,
        )
        act = act_of(whole)
        self._say(DID, msgspec.to_builtins(act))
        return act

    def changed(self, place: str, edit: AnyEdit) -> None:
        """Remember an edit of what the athlete has or set; `did` as for a document."""
        before, after = (
            # As they are read again: a tuple that is kept is a list, and compared as one.
            None if side is None else msgspec.json.decode(msgspec.json.encode(side))
            for side in (edit.before, edit.after)
        )
        table = str(getattr(edit, "table", place))
        self.did(place, (table, edit.id), before, after, edit.told)

    def took_back(self, act: Act) -> None:
        """Remember that an act was taken back."""
        self._turned.add(act.id)
        self._say(BACK, act.id)

    def made_again(self, act: Act) -> None:
        """Remember that an act that was taken back was made again."""
        self._say(AGAIN, act.id)

    def _say(self, what: str, said: object) -> None:
        record = {"id": new_id(self._now_ms()), what: said}
        self._own.append(record)
        if self._trails is not None:
            self._trails.hear(record)
        self._writer().submit(lambda: self._append(record))

    # The way back

    def trail(self, place: str) -> Trail[Act]:
        """Return the way back in one place, as far as it is kept."""
        return self._known().of(place)

    def leads(self, place: str, *, undone: bool = False, of: str = "") -> bool:
        """Whether there is a way back in a place, as far as is known: nothing is read for it.

        Args:
            place: A screen's name.
            undone: Whether it is the way forth: to what was taken back in this run.
            of: The id of the document that it has to be about; empty for any.
        """
        known = Trails(self._own) if self._trails is None else self._trails
        act = known.of(place).newest(undone=undone)
        if act is None or (undone and act.id not in self._turned):
            return False
        return not of or act.of == of

    def deleted(self) -> list[Act]:
        """Return what was deleted and can be brought back, the newest first."""
        return self._known().deleted()

    def _known(self) -> Trails:
        """Return all that is known, the file read once; what cannot be read is as good as none."""
        if self._trails is None:
            records: list[Document] = []
            with suppress(StoreError, FileNotFoundError):
                records = read_segment(self.path).records
            # What this run did may be in the file already, or not yet.
            self._trails = Trails([*records, *self._own])
        return self._trails

    # On the writer's thread

    def close(self) -> None:
        """Try once more to write what the disk refused, and let go of the file."""
        segment, self._segment = self._segment, None
        if segment is not None:
            with suppress(StoreError):
                segment.retry()
            segment.close()

    def _append(self, record: Document) -> None:
        """Write a line; one that the disk refuses waits for the next one.

        What was done is safe in its own file: nothing is said of a way back that is not.
        """
        with suppress(StoreError):
            if self._segment is None:
                self._segment = self._opened()
            self._segment.append(record)

    def _opened(self) -> Segment:
        """Return the file, without what is too old to be taken back."""
        try:
            contents = read_segment(self.path)
        except FileNotFoundError:
            return Segment.create(self._folder, NAME, KIND)
        records = contents.records
        if contents.lost:
            # A copy of it is set aside first, and it is tidied another time.
            return Segment.open(self.path)[0]
        kept, gone = tidied(records, self._now_ms())
        if sum(map(bool, map(did_in, kept))) < sum(map(bool, map(did_in, records))):
            for act in gone:
                self._gone(act)
            data = b"".join(map(encode_line, (header(KIND, NAME), *kept)))
            files.replace_whole(self.path, data, keep_previous=False)
        segment, _ = Segment.open(self.path)
        return segment
