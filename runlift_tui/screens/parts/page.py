"""The grammar of a quiet screen: a strip, a stage, lines below, the keys that matter."""

from collections.abc import Collection, Iterator
from pathlib import Path, PurePath
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key, Resize
from textual.screen import Screen
from textual.widgets import Static

from runlift_tui.core.keys.actions import doing, looking_only
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.once import Once
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet

PAGE_CSS: list[str | PurePath] = [Path(__file__).with_name("pages.tcss")]
"""The look of every page."""
LIST_CSS: list[str | PurePath] = [*PAGE_CSS, Path(__file__).with_name("lists.tcss")]
"""The look of a page with a list on it, or with the form of one of its rows."""
ENDED_CSS: list[str | PurePath] = [*PAGE_CSS, Path(__file__).parents[1] / "session" / "ended.tcss"]
"""The look of a session's end, and of one that is entered."""

_LEAST_ROWS = 13
"""Rows below which a page keeps its list, or its text, and drops what stands beside it."""


class Page(Once[None]):
    """A screen of text with its keys in the last line; a click on a key is as good as the key."""

    CSS_PATH = PAGE_CSS

    LEADS_ON = True
    """Whether it can be left for any place that the palette offers."""
    READS_ON = True
    """Whether the keys that page turn its stage over before they do what else they do there."""
    changes: Any = None
    """Where its changes are made, which says why none can be; None where nothing is changed."""
    TELLS_OF_OTHERS = False
    """Whether it says what came in from other machines."""

    _keys: tuple[KeyFace, ...] = ()
    _vain: Collection[str] = ()

    def compose(self) -> ComposeResult:
        """Yield the strip, the stage in the middle, the lines below and the keys."""
        yield Static(id="strip", markup=False)
        with VerticalScroll(id="stage", can_focus=False), Vertical(id="column"):
            yield from self.stage()
        yield from self.below()
        yield KeysLine()

    def on_resize(self, event: Resize) -> None:
        """Give up what a window as low as this one cannot hold."""
        self.set_class(event.size.height < _LEAST_ROWS, "-tiny")

    async def _on_key(self, event: Key) -> None:
        """Read on where more stands below, as a scroll bar says, before a key pages elsewhere."""
        if self.READS_ON and not event._stop_propagation and _reads_on(self, event.key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def stage(self) -> ComposeResult:
        """Yield what stands in the middle."""
        raise NotImplementedError

    def below(self) -> ComposeResult:
        """Yield what stands between the stage and the keys."""
        yield from ()

    def show_keys(self, keys: tuple[KeyFace, ...], vain: Collection[str] = ()) -> None:
        """Show in the last line those of these keys that do something now; see `name_keys`.

        Args:
            keys: What the line has while all of them do something.
            vain: The names of actions that would come to nothing until the next call, beside
                those that are always asked for.
        """
        self._keys, self._vain = keys, vain
        name_keys(self)

    def in_vain(self) -> Iterator[str]:
        """Yield the names of actions that would come to nothing at this moment."""
        yield from self._vain
        if self.changes is not None and not self.changes.leads():
            yield "undo"
        if self.changes is None or not self.changes.leads(undone=True):
            yield "redo"

    def keys_of(self, id_: str) -> tuple[str, ...]:
        """Return the keys of an action: the athlete's own, or those that ship."""
        return in_force().of(id_)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen(screen_name(self)))

    def show_strip(self, text: str) -> None:
        """Say where the athlete is."""
        self.query_one("#strip", Static).update(Content(safe_text(text)), layout=False)

    def show_text(self, selector: str, text: str) -> None:
        """Show one plain line; an empty one takes no space."""
        line = self.query_one(selector, Static)
        line.update(Content(safe_text(text)))
        line.display = bool(text)

    def came_in(self, told: str) -> bool:
        """Show that something came in from another machine; return whether that was possible.

        Args:
            told: What came in, in a sentence; empty where that was told.
        """
        return self.read_anew()

    def read_anew(self) -> bool:
        """Read what is shown once more, what is chosen staying chosen; return whether it could."""
        return False

    def action_leave(self) -> None:
        """Back home."""
        self.want(HomeWanted())

    def action_whole(self) -> None:
        """Show all of the sheet."""
        from runlift_tui.screens.parts.whole import WholeScreen

        sheet, id_ = self.query_one(Sheet).sheet, f"{screen_name(self)}.whole"
        self.app.push_screen(WholeScreen(sheet, opened_by=id_))


def name_keys(page: Page) -> None:
    """Have the last line of a page name what its keys do now, with the athlete's own keys.

    Where nothing may be written those stay that change nothing.
    """
    locked = page.changes is not None and page.changes.locked
    may = looking_only(page._keys) if locked else page._keys
    page.query_one(KeysLine).keys = in_force().faces(doing(may, frozenset(page.in_vain())))


_IN_A_LIST = ("ten-on", "ten-back", "preview", "first", "last")
"""Actions that go along a list, or through another text, with the keys that turn a stage over."""


def _reads_on(page: Page, key: str) -> bool:
    """Turn the stage of a page over by a key that does, if a scroll bar says that there is more.

    Where there is a bar the key does nothing else, at the end neither: what is meant as reading
    leaves no page, and takes nothing back. Only a list goes on behind it.
    """
    stage = next(iter(page.query_children("#stage").results(VerticalScroll)), None)
    if key not in _TURNS or stage is None or not stage.show_vertical_scrollbar:
        return False
    before, by = stage.scroll_y, stage.size.height - 1
    to = {"pagedown": before + by, "pageup": before - by, "end": stage.max_scroll_y, "home": 0}
    listed = any(key in page.keys_of(f"{screen_name(page)}.{each}") for each in _IN_A_LIST)
    if not listed or key in ("pagedown", "pageup"):
        stage.scroll_to(y=to[key], animate=False, immediate=True)
    return stage.scroll_y != before or not listed


_TURNS = ("pagedown", "pageup", "end", "home")


def screen_name(screen: Screen[Any]) -> str:
    """Return what the ids of a screen's actions begin with; empty where it has none."""
    bound = (each for kind in type(screen).__mro__ for each in kind.__dict__.get("BINDINGS", ()))
    ids = (each.id for each in bound if isinstance(each, Binding) and each.id)
    return next(ids, "").partition(".")[0]
