"""The bin: what was deleted or discarded of late, and back with it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces, screen_keys
from runlift_tui.core.keys.in_force import key
from runlift_tui.core.lists.acts import Act
from runlift_tui.core.lists.bin import EMPTY, OffsetOf, bin_note
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.list_page import ListModel, ListPage
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import bring_back
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import Listing, Row


class BinList(ListModel[Act]):
    """What lies in the bin, the newest first."""

    def __init__(self, acts: Sequence[Act], offset_of: OffsetOf) -> None:
        self._acts = list(acts)
        self._offset_of = offset_of

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing."""
        return not self._acts

    def rows(self) -> list[Row]:
        """Return the rows as they are now."""
        return [Row(act.told, bin_note(act, self._offset_of), holds=True) for act in self._acts]

    @property
    def items(self) -> list[Act]:
        """What was deleted."""
        return self._acts

    def id_of(self, item: Act) -> str:
        """Return the id of an act."""
        return item.id


class BinScreen(ListPage):
    """Everything that can be brought back, from whichever place it was deleted."""

    KEYS = faces("bin", "restore; previous next; back; help")
    EMPTY_KEYS = faces("bin", "back; help")

    BINDINGS = bindings("bin")

    listed: BinList

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._back: Act | None = None
        """What was brought back last."""
        self._read()

    def _read(self) -> None:
        acts = self._store.acts.deleted()
        self.listed = BinList(acts, self._store.clock.utc_offset_min)

    def compose(self) -> ComposeResult:
        """Yield the strip, the list, what was done, the keys."""
        yield Static(id="strip", markup=False)
        yield Static(EMPTY, id="nothing", markup=False)
        with Container(id="browser"):
            yield Listing()
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show what was deleted last."""
        self.look()
        self.tell(self._store.only_looking)

    def paint(self) -> None:
        """Show how much there is."""
        count = len(self.listed.rows())
        self.show_strip("   ".join(("Bin", *([f"{count}"] if count else ()))))

    def action_restore(self) -> None:
        """Bring the chosen thing back."""
        act = self.listed.at(self.listing.chosen)
        if act is None or self._store.only_looking:
            self.tell(self._store.only_looking)
            return

        def done(why: str) -> None:
            if why:
                self.app.call_later(self.tell, why, wrong=True)

        try:
            bring_back(self._store, act, done)
        except Refused as refused:
            self.tell(f"Not brought back: {act.told}. {sentence(f'{refused}')}", wrong=True)
            return
        self._back = act
        self._read()
        self.look()
        self.tell(f"Brought back. It was: {act.told}.")

    def action_redo(self) -> None:
        """Say where what was brought back is deleted again: the place that has it does that."""
        if self._back is None:
            self.tell("Nothing was brought back here.")
        else:
            place = self._back.place
            where = key(f"{place}.redo"), screen_keys(place).title
            self.tell("{} in {} puts it in here again: {}.".format(*where, self._back.told))
