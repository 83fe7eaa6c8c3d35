"""How home is painted: the word in large letters, the week beside it, the cards under it."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.this_week import NOTHING
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import clock_of
from runlift_tui.screens.home.drawn import DrawnBeside, drawn_cards
from runlift_tui.screens.home.home_past import HomePast
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.page import Page
from runlift_tui.widgets.large.heading import Heading
from runlift_tui.widgets.lines.cards import Cards

_WEEK_FROM = 100
"""Columns from which on the week stands beside today."""
_CARDS_FROM = (100, 32)
"""Columns and rows from which on there are cards under it."""
_DRAWN_FROM = 36
"""Rows from which on figures under a page leave all of its words their room."""
_STATES = ("work", "rest", "hold", "overtime", "alarm")


class Strip(Static):
    """The strip, with the hour at its right end, however wide it becomes and whenever."""

    def __init__(self) -> None:
        super().__init__(id="strip", markup=False)
        self._where = self._hour = ""

    def show(self, name: str, hour: str) -> None:
        """Show where the athlete is, and what time it is; no time where there is no room."""
        self._where, self._hour = safe_text(name), hour
        self._lay_out()

    def on_resize(self) -> None:
        """Put the hour at the end again."""
        self._lay_out()

    def _lay_out(self) -> None:
        name, hour = self._where, self._hour
        room = self.size.width - cell_len(name)
        shown = f"{name}{hour:>{room}}" if hour and room > len(hour) + 1 else name
        self.update(Content(shown), layout=False)


def is_large(page: Page) -> bool:
    """Whether a window has room for the cards."""
    return page.app.size.width >= _CARDS_FROM[0] and page.app.size.height >= _CARDS_FROM[1]


def show_heading(page: Page, face: HomeFace, today: Today) -> None:
    """Show what today is in large letters, and the hour in the strip."""
    heading = page.query_one(Heading)
    heading.show(face.word, _figure(face))
    for state in _STATES:
        heading.set_class(state == face.state, f"-{state}")
    strip = page.query_one(Strip)
    if not face.ways:
        strip.show(f"RunLift   {face.kicker}", "")
        return
    now = today.now()
    clock = clock_of(now + today.clock.utc_offset_min(now) * 60_000)
    hour = f"{day_words(today.store.today())}  {clock}"
    strip.show(f"RunLift   {face.kicker}", hour)


def show_past(page: Page, face: HomeFace, past: HomePast, beside: DrawnBeside) -> None:
    """Show the week and the cards, where there is room and this is no introduction.

    What is drawn takes the place of a week in which nothing is.
    """
    shown = bool(face.ways)
    week, cards = page.query_one("#week", Static), page.query_one(Cards)
    has_room = page.app.size.width >= _WEEK_FROM
    drawn = bool(face.figure) and (
        not shown or (has_room and all(t == NOTHING for _, t in past.week()))
    )
    beside.show(face.figure if drawn else "")
    week.display = shown and has_room and not drawn
    drawings = drawn_cards(face.figures) if face.figures and _is_high(page) else ()
    cards.cards = past.cards() if shown and is_large(page) else drawings
    cards.styles.height = 1 + max(card.rows for card in drawings) if drawings else None
    cards.display = cards.display and bool(cards.cards)
    page.set_class(bool(drawings), "-drawn")
    if week.display:
        days = (
            Content.assemble((f"{day}  ", "$quiet"), safe_text(text)) for day, text in past.week()
        )
        week.update(Content("\n").join((Content.assemble(("THIS WEEK", "bold")), *days)))


def _is_high(page: Page) -> bool:
    return is_large(page) and page.app.size.height >= _DRAWN_FROM


def _figure(face: HomeFace) -> str:
    """Return the figure as it is drawn: "52 min", "12 of 22"."""
    if not face.big:
        return ""
    unit = face.unit.replace("minutes", "min").replace("minute", "min").removesuffix(" sets done")
    return f"{face.big} {unit}".rstrip()
