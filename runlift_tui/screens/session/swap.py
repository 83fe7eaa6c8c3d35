"""What else can stand in a slot, in groups; under the list, or beside it, all of the chosen one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.athlete.closed import marked
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.groups import Group, StandIn, about, is_about
from runlift_tui.core.exercises.same import FormerNames
from runlift_tui.core.session.swaps import Seen
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.exercises.choosing import ExerciseList, RowOfOne
from runlift_tui.screens.exercises.finder import LONGEST, Hit
from runlift_tui.screens.parts.turning import Turning
from runlift_tui.widgets.lines.one_line import OneLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, Row, choosable
from runlift_tui.widgets.session.moving_figure import MovingFigure

_HOW_LONG = ("for today", "from now on")
_LAST_FROM = 140
"""Columns of a window from which the list has the last time too."""

_SEARCHED = "name, muscle or kit      ✓ kit that you have   ? not sure of all of it"


class SwapOffer(Struct, frozen=True):
    """What a swap is about, and what is known of all that can come in."""

    slot: str
    """Label of the slot."""
    now: Exercise
    """What stands there."""
    choices: Sequence[StandIn]
    """What can stand there, in the order in which it is offered."""
    former: FormerNames
    """What else they are found by."""
    seen: Callable[[Exercise], Seen | None]
    """Returns what was done of one last, and when; None where it never was."""
    start: Callable[[Exercise], str]
    """Returns what one would begin with, a sentence; empty where there is nothing to say."""
    motion: bool = True
    """Whether figures may move."""


class SwapScreen(ExerciseList[tuple[Exercise, bool] | None]):
    """Choose an exercise; dismissed with it and whether it is from now on, or with None."""

    KEYS = "enter  swap     tab  for how long     ↑↓  choose     escape  back"

    BINDINGS = [Binding("tab,shift+tab", "for_good", show=False, priority=True)]

    def __init__(self, offer: SwapOffer) -> None:
        found = {each.exercise.id: each for each in offer.choices}
        super().__init__(
            f"Swap {offer.slot}   {offer.now.name}",
            [each.exercise for each in offer.choices],
            lambda exercise: found[exercise.id].closed,
            former=offer.former,
        )
        self._offer = offer
        self._found = found
        self._keep = False
        self._with_last = False

    @cached_property
    def _turning(self) -> Turning:
        return Turning(self, self.query_one(MovingFigure), motion=self._offer.motion)

    def compose(self) -> ComposeResult:
        """Yield what is asked and for how long, the line, the list and all of the chosen one."""
        with Vertical(classes="dialog -list -whole"):
            with Container(id="asked"):
                yield Static(Content(safe_text(self._title)), classes="dialog-title")
                yield Static(_how_long(keep=False), id="how-long")
            yield OneLine(placeholder=_SEARCHED, max_length=LONGEST)
            with Container(id="offer"):
                yield Listing(aligned=True)
                with Container(id="chosen"):
                    yield MovingFigure(classes="-absent")
                    yield Sheet()
            yield Static(Content(self.KEYS), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show everything; a text that has no room says that there is more of it."""
        self.query_one(Sheet).more = "…"
        super().on_mount()
        self.choose(choosable(self.query_one(Listing).rows, self._first_to_take()))

    def _first_to_take(self) -> int:
        """Return the place of the first that is no harder: who swaps has no kit, or it hurts."""
        own = ((n, each.exercise) for n, each in enumerate(self.shown) if each.exercise)
        return next((n for n, each in own if not self._found[each.id].is_harder), 0)

    def on_resize(self, event: events.Resize) -> None:
        """Have the last times stand in the list where there is room."""
        wide = event.size.width >= _LAST_FROM
        if wide != self._with_last:
            self._with_last = wide
            self._again()

    def _again(self) -> None:
        chosen = self.shown.at(self.query_one(Listing).chosen)
        self.find(self.query_one(Input).value)
        places = (n for n, entry in enumerate(self.shown) if entry.exercise is chosen)
        self.choose(next(places, choosable(self.query_one(Listing).rows, 0)))

    def arranged(self, hits: Sequence[Hit], *, searched: bool) -> Iterator[RowOfOne]:
        """Yield the rows: groups under their headings, and what a search found as it found it."""
        found = [self._found[hit.exercise.id] for hit in hits]
        kit = max((len(each.kit) for each in found if not each.closed), default=0)
        before: Group | None = None
        for each in found:
            if each.group is not before and not searched:
                before = each.group
                yield RowOfOne(Row(self._headed(before), is_heading=True))
            yield RowOfOne(
                Row(each.exercise.name, self._note(each, kit), key=each.exercise.id), each.exercise
            )

    def also(self, query: str) -> Iterable[Exercise]:
        """Return what works such a muscle, or needs such kit."""
        return (each.exercise for each in self._offer.choices if is_about(each.exercise, query))

    def _headed(self, group: Group) -> str:
        return f"{group.upper()} FOR {self._offer.slot}" if group is Group.YOURS else group.upper()

    def _note(self, found: StandIn, kit: int) -> str:
        if found.closed:
            return marked(found.closed)
        if not self._with_last:
            return found.kit
        seen = self._offer.seen(found.exercise)
        return f"{found.kit:<{kit}}  {f'{seen.done}, {seen.day}' if seen else 'never done'}"

    def chosen(self, exercise: Exercise | None) -> None:
        """Show all of the chosen one."""
        sheet = self.query_one(Sheet)
        if exercise is None:
            sheet.sheet = ()
            return
        offer = self._offer
        found = self._found[exercise.id]
        seen = offer.seen(exercise)
        last = "" if seen is None else " ".join(filter(None, seen))
        sheet.sheet = about(found, offer.now, last, offer.start(exercise))
        self._turning.show(exercise.id)

    def taken(self, exercise: Exercise) -> None:
        """Swap it in."""
        self.dismiss((exercise, self._keep))

    def action_for_good(self) -> None:
        """Swap for today, or from now on; that reaches the routine when the session is saved."""
        self._keep = not self._keep
        self.query_one("#how-long", Static).update(_how_long(keep=self._keep))


def _how_long(*, keep: bool) -> Content:
    shown = [
        (f" {word} ", "reverse bold" if place == keep else "$quiet")
        for place, word in enumerate(_HOW_LONG)
    ]
    return Content.assemble(shown[0], "  ", shown[1])
