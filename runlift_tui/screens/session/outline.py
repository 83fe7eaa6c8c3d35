"""What is left of a session, over its clock: slots and rounds in a table, then what is next."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.call import SHORT
from runlift_tui.core.face.outline import RoundCell, SlotRow, ToCome, legend
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.lists.tables import shortened
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.words.text import safe_text
from runlift_tui.looks.breakpoints import HORIZONTAL_BREAKPOINTS
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.session.letters import Letters
from runlift_tui.widgets.session.set_table import bring_into_sight

_EVERY_S = 1.0
_NORMAL, _WIDE = (columns for columns, _ in HORIZONTAL_BREAKPOINTS[1:])
_LABEL = 8
"""Cells in front of a name: the cursor, the slot, the space around them."""
_AROUND, _AIR, _CLOCK = 8, 2, 20
"""Cells around the page, between two parts of its first row, of the clock in it."""
_PITCH_FROM = 40
"""Rows of a window from which an empty one stands between two slots."""
_TONES = {"": "", "quiet": "$quiet", "mark": "bold $primary", "good": "bold $hold"}
_KEYS = faces(
    "outline",
    "outline=back; previous next; edit=correct; swap=swap; later=later; rounds=rounds; help",
)


class Meanwhile(NamedTuple):
    """What runs while the page is read."""

    clock: str
    """"3:04"; empty where nothing runs, as on a card."""
    state: str
    """"priming rest"."""
    until: str
    """"37 min left   done 18:42"."""


class LeftView(Struct, frozen=True):
    """What the page shows."""

    how_much: str
    """How many sets are done and to come, in words."""
    rows: Sequence[SlotRow]
    sets: Sequence[ToCome]
    """Every set that is to come."""
    rounds: Sequence[ToCome]
    """The same with a line for each round behind the one under way, for a window with less room."""
    meanwhile: Callable[[], Meanwhile]
    """Returns what runs meanwhile."""
    clock_of: Callable[[int], str]
    """Returns what a clock on the wall will show in so many seconds: "18:09"."""


class LeftAsked(NamedTuple):
    """What the athlete wants of a slot."""

    what: Literal["swap", "later", "rounds", "correct"]
    label: str
    key: StepKey | None = None
    """The set that is to be put right; None where none of the slot's is done."""


def _widest(texts: Sequence[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _beside(names: Sequence[str], what: Sequence[str]) -> list[str]:
    """Return names with something beside each of them, under each other."""
    wide = _widest(names)
    return [f"{name:<{wide}}   {each}".rstrip() for name, each in zip(names, what, strict=True)]


def _table(
    rows: Sequence[SlotRow], chosen: int, round_: int, room: int, *, airy: bool
) -> Iterator[list[Content]]:
    """Yield the head with the rows of the first block, and those of each other one."""
    cells = _cells(rows, room)
    named = _named(rows, room - _LABEL - sum(cells) - 1)
    heads = [f"{'round ' if room >= _NORMAL - 8 else ''}{n + 1}" for n in range(len(cells))]
    head = "".join(f"{each:>{wide}}" for each, wide in zip(heads, cells, strict=True))
    lines = [Content.styled(f"{' ' * (room - sum(cells))}{head}", "$quiet")]
    block = rows[0].block if rows else ""
    for place, row in enumerate(rows):
        if row.block != block:
            block = row.block
            yield lines
            lines = []
        elif airy and place:
            lines.append(Content())
        at = round_ if place == chosen else None
        lines.append(_row(row, named[place], cells, room, chosen=at))
    yield lines


def _cells(rows: Sequence[SlotRow], room: int) -> list[int]:
    """Return the columns of each round; the sets of a ramp stand under none."""
    of_rounds = [row.cells for row in rows if not row.ramp_to]
    rounds = max(map(len, of_rounds), default=0)
    widest = max((len(cell.text) for cells in of_rounds for cell in cells), default=0)
    least = 7 if room < _NORMAL - 8 else 9 if room < _WIDE - 8 else 12
    if rounds * least > room // 2:
        least = 5
    return [max(least, widest + 2)] * rounds


def _named(rows: Sequence[SlotRow], space: int) -> list[str]:
    """Return each slot's name and, where there is room, what it asks for, or its load."""
    names, calls = [row.name for row in rows], [_short(row.call) for row in rows]
    asked, lifted = [row.asked for row in rows], [row.lifted for row in rows]
    fits = (_beside(name, what) for name, what in ((names, asked), (names, lifted)))
    brief = _beside(calls, lifted)
    # A load that is doubted is seen, whatever gives way to it.
    doubted = (_beside(names, lifted), brief) if any("?" in each for each in lifted) else ()
    tried = (*doubted, *fits, names, brief)
    found = next((each for each in tried if _widest(each) <= space), calls)
    return [shortened(safe_text(each), space, cell_len) for each in found]


def _short(call: str) -> str:
    """Return a call that takes nothing from the others, of wide letters too."""
    return shortened(safe_text(call), SHORT, cell_len)


def _newest(row: SlotRow) -> int:
    """Return the place of the last set of a slot that was done; the first where none was."""
    return max((place for place, key in enumerate(row.done) if key is not None), default=0)


def _ramp(row: SlotRow, name: str, room: int, *, chosen: int | None) -> Content:
    """Return the row of the sets before a round, which stand under no round: "5, then 4"."""
    cells = []
    for number, cell in enumerate(row.cells):
        is_chosen = number == chosen and row.done[number] is not None
        tone = f"{_TONES[cell.tone]} reverse".strip() if is_chosen else _TONES[cell.tone]
        cells.append(Content.styled(cell.text, tone))
    before = Content.styled(f", before round {row.ramp_to}", "$quiet")
    whole, brief = (Content(each).join(cells) + before for each in (", then ", ", "))
    head = f"{' ' if chosen is None else '▸'} {row.label:<4}"
    call = _short(row.call)
    fits = ((name, whole), (call, whole), (call, brief))
    free = room - cell_len(head) - 1
    shown = next(
        (each for each in fits if cell_len(each[0]) + each[1].cell_length <= free), fits[-1]
    )
    space = " " * max(1, free + 1 - cell_len(shown[0]) - shown[1].cell_length)
    style = "" if chosen is None else "bold"
    return Content.styled(f"{head}{shown[0]}{space}", style) + shown[1]


def _row(row: SlotRow, name: str, cells: list[int], room: int, *, chosen: int | None) -> Content:
    """Return a slot's row, the round that is chosen in it marked; None for another slot's."""
    if row.ramp_to:
        return _ramp(row, name, room, chosen=chosen)
    shown = f"{' ' if chosen is None else '▸'} {row.label:<4}{name}"
    space = " " * max(1, room - sum(cells) - cell_len(shown))
    parts = [Content.styled(f"{shown}{space}", "" if chosen is None else "bold")]
    blank = RoundCell()
    for number, wide in enumerate(cells):
        cell = row.cells[number] if number < len(row.cells) else blank
        tone, text = _TONES[cell.tone], cell.text
        if number == chosen and row.done[number : number + 1] not in ((), (None,)):
            parts.append(Content(" " * (wide - cell_len(text))))
            tone, wide = f"{tone} reverse".strip(), 0
        parts.append(Content.styled(f"{text:>{wide}}", tone))
    return Content("").join(parts)


def _space(columns: int, state: str, runs: bool) -> int:
    """Return the columns that the title has beside the state and, while it runs, the clock."""
    return columns - _AROUND - _AIR - cell_len(state) - runs * (_CLOCK + _AIR)


def _then(view: LeftView, room: int) -> Iterator[Content]:
    """Yield what the cells mean, and what comes next."""
    yield Content.styled(legend(view.rows), "$quiet")
    yield Content()
    wide = room >= _NORMAL - 8
    for place, each in enumerate(view.sets if wide else view.rounds):
        clock = "NEXT" if not place else view.clock_of(each.in_s) if wide else ""
        text = f"{clock:<7}{each.label:<4}{each.text}"
        gap = max(3, room - cell_len(text) - len(each.after)) if wide else 3
        style = "bold" if not place else ""
        yield Content.assemble((safe_text(text), style), (f"{' ' * gap}{each.after}", "$quiet"))


class OutlineScreen(ReadingScreen[LeftAsked | None]):
    """The session's table; dismissed with what is wanted of the chosen slot, or with None."""

    BINDINGS = bindings("outline")

    def __init__(self, view: LeftView, at: LeftAsked | None = None) -> None:
        """Show it.

        Args:
            view: What is left.
            at: What was wanted of a slot last, which is chosen again; None for the one under way.
        """
        super().__init__()
        self._view = view
        label = "" if at is None else at.label
        now = [n for n, row in enumerate(view.rows) if (row.label == label if at else row.is_now)]
        # Of one label the ramp stands first; what was asked was asked of the slot itself.
        self._chosen = now[-1] if now else 0
        self._round = 0
        self._at = 0
        """The line of the chosen slot in its table, which begins with a line of heads."""
        if view.rows:
            done = view.rows[self._chosen].done
            known = at is not None and at.key in done and at.key is not None
            self._round = done.index(at.key) if known and at else _newest(view.rows[self._chosen])

    def compose(self) -> ComposeResult:
        """Yield the time, the table, what is next, and the keys."""
        # In focus it would scroll by the keys that choose a slot.
        with VerticalScroll(classes="dialog -whole", can_focus=False):
            with Container(id="running"):
                yield Static(id="how-much")
                yield Static(id="meanwhile")
                yield Letters()
            yield Static(id="left")
            yield Static(id="then")
            yield KeysLine()

    def on_mount(self) -> None:
        """Let the time run on."""
        self.query_one(KeysLine).keys = in_force().faces(_KEYS)
        self._tick()
        self._paint()
        self.set_interval(_EVERY_S, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the table out anew."""
        self.call_after_refresh(self._paint)

    def _tick(self) -> None:
        now = self._view.meanwhile()
        wide = self.app.size.width >= _NORMAL
        much = self._view.how_much
        said = ["What is left", *((much, now.until) if wide else (much.partition(",")[0],))]
        brief = now.until.partition(" left")[0]
        state = now.state.upper() if wide and now.clock else now.state
        shown = state if wide else "   ".join(filter(None, (now.clock, state, brief)))
        self.query_one("#meanwhile", Static).update(Content(shown))
        self.query_one(Letters).show(now.clock if wide else "", "mark")
        if wide and cell_len("   ".join(said)) > _space(
            self.app.size.width, shown, bool(now.clock)
        ):
            said[1] = much.partition(",")[0]
        space = self.app.size.width - _AROUND - _AIR - cell_len(shown)
        while not wide and said and cell_len("   ".join(said)) > space:
            said.pop()  # the time stands whole in any window
        title = self.query_one("#how-much", Static)
        title.display = bool(said)
        rest = (f"   {each}" for each in said[1:])
        title.update(Content.assemble(("What is left" if said else "", "bold"), *rest))

    def _paint(self) -> None:
        size = self.app.size
        room = _room(size.width)
        gap = "\n\n" if size.height >= _PITCH_FROM else "\n"
        table = (
            Content("\n").join(lines)
            for lines in _table(
                *(self._view.rows, self._chosen, self._round, room), airy=gap == "\n\n"
            )
        )
        left = Content(f"\n{gap}").join(table)
        self._at = left.plain[: left.plain.find("▸")].count("\n") - 1
        self.query_one("#left", Static).update(left)
        self.query_one("#then", Static).update(_coming(self._view, room))

    def action_move(self, by: int) -> None:
        """Choose another slot; past the last one, read on."""
        place = self._chosen + by
        if 0 <= place < len(self._view.rows):
            self._chosen = place
            self._round = _newest(self._view.rows[place])
            self._paint()
            bring_into_sight(self.query_one("#left"), self._at)
        else:
            self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_round(self, by: int) -> None:
        """Choose another round of the slot, among those that were done."""
        done = self._view.rows[self._chosen].done if self._view.rows else ()
        past = range(self._round + by, len(done) if by > 0 else -1, by)
        self._round = next((place for place in past if done[place] is not None), self._round)
        self._paint()

    def action_correct(self) -> None:
        """Leave, and put the chosen set right."""
        row = self._view.rows[self._chosen] if self._view.rows else None
        if row is None:
            return
        if row.done[self._round] is not None:
            self.dismiss(LeftAsked("correct", row.label, row.done[self._round]))
            return
        room = _room(self.app.size.width)
        none = f"No set of {row.label} is done yet: ↑ and ↓ choose one that is."
        self.query_one("#then", Static).update(
            Content(f"{none}\n\n").append(_coming(self._view, room))
        )

    def action_outline(self) -> None:
        """Go back with the key that led here."""
        self.dismiss()

    def action_swap(self) -> None:
        """Leave, and swap what stands in the chosen slot."""
        self._ask("swap")

    def action_later(self) -> None:
        """Leave, and put the chosen slot off."""
        self._ask("later")

    def action_rounds(self) -> None:
        """Leave, and ask for the rounds."""
        self._ask("rounds")

    def action_help(self) -> None:
        """Show the keys of this page."""
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("outline"))

    def _ask(self, what: Literal["swap", "later", "rounds"]) -> None:
        if self._view.rows:
            self.dismiss(LeftAsked(what, self._view.rows[self._chosen].label))


def _coming(view: LeftView, room: int) -> Content:
    """Return what comes next, under the table."""
    return Content("\n").join(_then(view, room))


def _room(columns: int) -> int:
    """Return the columns that the table has in a window."""
    return columns - (6 if columns < _NORMAL else 8)
