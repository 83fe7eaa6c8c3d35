"""The whole session screen as one widget: it takes a face and hands every part its share."""

from itertools import product
from typing import TYPE_CHECKING

from msgspec import structs
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import var
from textual.widget import Widget

from runlift_tui.core.face.shapes import BarFace, PanelFace, Scene, ScreenState, SessionFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Hued
from runlift_tui.widgets.base.pieces import Piece, Pieces
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.large.figure import Figure
from runlift_tui.widgets.large.lettering import lettered_width
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.session import saying
from runlift_tui.widgets.session.bar import Bar
from runlift_tui.widgets.session.frame import Needs, PartPlaces, is_low
from runlift_tui.widgets.session.head import Course, Head
from runlift_tui.widgets.session.letters import Letters, SideWord
from runlift_tui.widgets.session.lines import (
    Before,
    Called,
    ComingNext,
    TextLine,
    before_width,
    call_widths,
    needed_width,
)
from runlift_tui.widgets.session.places import places
from runlift_tui.widgets.session.question import Question, rows_of, unasked
from runlift_tui.widgets.session.question_place import question_width, with_question
from runlift_tui.widgets.session.rest_places import is_one_line
from runlift_tui.widgets.session.stage import Stage
from runlift_tui.widgets.session.values import Values
from runlift_tui.widgets.session.words import Beside, How, Under

if TYPE_CHECKING:
    from runlift_tui.widgets.session.plain import PlainLines

LEAST = (60, 16)
"""Columns and rows below which the view does not hold its parts any more."""
_LEAST_WITH_NUMBER = 8
"""Rows from which a large number stands over the plain lines of a window smaller than that."""
_NO_BAR = BarFace()
_HUES = {ScreenState.LEAD_IN: "overtime", ScreenState.FINISHED: "hold"}
"""Variables of the theme that give states their colour, where they are not called like them."""
_PLAIN = 3
"""Rows of plain lines."""


class SessionView(Hued):
    """Strip, heading, number, words, figure, cue, bar, values and keys.

    Its colour is that of the state. An equal face repaints nothing.
    """

    BLANK = True
    DEFAULT_CSS = "SessionView { width: 1fr; height: 1fr; }"

    face: var[SessionFace] = var(SessionFace())

    def __init__(self, face: SessionFace | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._head = Head()
        self._heading, self._lead, self._target = Letters(), Letters(), Letters()
        self._side = SideWord()
        self._chips, self._cue, self._clock, self._next = (
            TextLine(),
            TextLine(),
            TextLine(),
            TextLine(),
        )
        self._digits = BigDigits()
        self._beside, self._under, self._how = Beside(), Under(), How()
        self._question = Question()
        self.stage = Stage()
        """Where an exercise's figure may stand."""
        self._bar = Bar()
        self._called, self._coming = Called(), ComingNext()
        self._values, self._before = Values(), Before()
        self._keys = KeysLine()
        self._parts: dict[Widget, str] = {
            self._head: "strip",
            self._heading: "heading",
            self._chips: "chips",
            self._side: "word",
            self._lead: "lead",
            self._target: "target",
            self._digits: "number",
            self._beside: "beside",
            self._under: "under",
            self._question: "question",
            self.stage: "figure",
            self._how: "how",
            self._bar: "bar",
            self._cue: "cue",
            self._clock: "clock",
            self._next: "next",
            self._called: "called",
            self._coming: "coming",
            self._values: "values",
            self._before: "before",
            self._keys: "keys",
        }
        """Every part with the name of its place."""
        self._plain: PlainLines | None = None
        self._placed: PartPlaces | None = None
        self._seen: SessionFace | None = None
        """The face that was shown, without what a second changes."""
        self.set_reactive(SessionView.face, face or SessionFace())
        self._show()

    @property
    def layout(self) -> Layout:
        """Each part at its place."""
        return _Placing()

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield from self._parts

    def on_mount(self) -> None:
        """Lay the parts out anew when a figure comes or goes."""
        self.watch(self.stage, "rows", self._show, init=False)

    def on_resize(self, event: Resize) -> None:
        """Give up what a window as small as this one cannot hold, and say it in plain lines."""
        if _is_tiny(event.size) and self._plain is None:
            from runlift_tui.widgets.session.plain import PlainLines

            self._plain = PlainLines()
            self.mount(self._plain)
        self._show()

    def watch_face(self) -> None:
        """Hand the new face to the parts; what a second changes, to those that change with it."""
        if _still(self.face) == self._seen:
            self._show_second(self.face)
        else:
            self._show()

    def is_stage(self, widget: Widget, y: int) -> bool:
        """Whether a row of a widget is part of what is tapped like the one big key."""
        if widget is self:
            found = self._placed
            return found is not None and y < (found.values.y or found.keys.y - 1)
        others = Head | Values | Before | KeysLine | Question | type(self._plain)
        return not isinstance(widget, others)

    def placed(self, size: Size) -> list[tuple[Widget, Region]]:
        """Return where the parts lie in a space of `size`."""
        if _is_tiny(size):
            rows = min(_PLAIN, size.height)
            number = size.height - rows if size.height >= _LEAST_WITH_NUMBER else 0
            tiny: dict[Widget, Region] = {self._digits: Region(0, 0, size.width, number)}
            if self._plain is not None:
                tiny[self._plain] = Region(0, number, size.width, rows)
            return [each for each in tiny.items() if each[1].area]
        _, found = self._laid(size)
        self._placed = found
        named = ((part, getattr(found, name)) for part, name in self._parts.items())
        return [(part, region) for part, region in named if region.area]

    def _laid(self, size: Size) -> tuple[SessionFace, PartPlaces]:
        """Return the face as it is shown, and where its parts stand.

        A question that has room under the number or beside it leaves the rest as it was.
        """
        face = self.face
        if face.asked is not None:
            kept = unasked(face)
            needs = self._needs(kept)
            found = places(needs, *size)
            brief = structs.replace(face.asked, large="")
            for named, asked in product((True, False), (face.asked, brief)):
                rows = rows_of(asked, question_width(found, face.scene))
                wide = needs.name, needs.broken
                roomy = with_question(found, face.scene, rows, named=named, wide=wide)
                if roomy is not None:
                    return kept, roomy
        return face, places(self._needs(face), *size)

    def _needs(self, face: SessionFace) -> Needs:
        rests = face.scene is Scene.REST
        name, broken = call_widths(face.call) if rests else (0, 0)
        return Needs(
            scene=face.scene,
            big=saying.widest(face),
            word=face.big_word if face.scene is Scene.LEAD_IN else saying.where(face),
            lead=face.lead,
            count=face.count if face.scene is Scene.LEAD_IN else "",
            stands=lettered_width(face.stands, 3) if face.stands else 0,
            alarm=face.alarms,
            noted=saying.is_noted(face, *self.size),
            notes=sum(cell_len(line) + 1 for line in face.own.lines) if face.fields else 0,
            before=before_width(face.before),
            cue=cell_len(face.flash or face.cue),
            cut=bool(self.stage.rows and saying.more(face)),
            figure=self.stage.rows,
            bare=not face.load and not face.ramp,
            name=name,
            broken=broken,
            beside=needed_width(face.count, face.load, face.side) if rests else 0,
        )

    def _show(self) -> None:
        face, size = self.face, self.size
        self.take(_HUES.get(face.state, str(face.state)))
        found: PartPlaces | None = None
        if not _is_tiny(size):
            face, found = self._laid(size)
        if self.is_mounted and found is not None and found != self._placed:
            # A layout is kept until one of the children asks for a new one.
            self._head.refresh(layout=True)
        self._seen = _still(self.face)
        self._question.show(face.asked if found is not None and found.question.area else None)
        self._show_second(face)
        self._show_head(face, 0 if found is None or not found.question.area else found.chips.width)
        narrow = saying.is_narrow(size.width)
        # A value that is asked about is large where it is asked; the words beside stay as they are.
        doubted = found is not None and found.question.area and self.face.doubt
        in_letters = (found is None or not found.under.area) and not doubted
        self._beside.show(saying.words(face, in_letters=in_letters), in_letters=in_letters)
        self._under.show(face.load, face.side, face.ramp)
        self._how.show(face.how)
        self._show_lines(face, found, narrow=narrow)
        if found is not None and saying.is_crowded(face, *size):
            more = saying.without_room(face, found.beside.height)
            self._values.panel = PanelFace(lines=(more,) if more else ())
        self._keys.keys = face.keys

    def _show_second(self, face: SessionFace) -> None:
        size = self.size
        self._digits.figure = _number(face, left=not _is_tiny(size))
        self._digits.light(lit=face.pulse)
        self._bar.bar = face.bar
        narrow = saying.is_narrow(size.width)
        self._clock.show((), (Piece(saying.worked(face, narrow=narrow), "quiet"),))
        if self._plain is not None:
            self._plain.alone = size.height < _LEAST_WITH_NUMBER
            self._plain.face = face

    def _show_head(self, face: SessionFace, sided: int) -> None:
        self._head.course = Course(
            face.place, face.squares, face.progress, face.until, face.progress_brief
        )
        self._head.banner = face.banner
        named = face.scene is not Scene.REST and face.heading not in (face.word, face.doubt)
        self._heading.show(face.heading, "" if named else "figure")
        self._lead.show(face.lead, "figure")
        self._target.show(face.count if face.scene is Scene.LEAD_IN else "")
        self._side.show(face.big_word if face.scene is Scene.LEAD_IN else "")
        self._chips.show(saying.chips(face, sided))

    def _show_lines(self, face: SessionFace, found: PartPlaces | None, *, narrow: bool) -> None:
        self._cue.show(_cue(face), saying.beside_cue(face), saying.more(face))
        last = saying.last(face, narrow=narrow)
        low = is_low(self.size.height)
        width = 0 if found is None else found.coming.width
        # A name that has a row of its own, or no letters, has its count, load and side below it.
        alone = found is None or low or is_one_line(self._needs(face), width)
        self._coming.show(
            face.call if alone else "",
            face.load,
            face.units,
            face.side,
            face.ramp,
            saying.next_slot(face) if low else (),
            last if narrow else (),
            count=face.count,
            label=face.label,
            title=face.title if low else "",
            made=face.made,
        )
        called = self._coming.called(width)
        if found is not None and found.called.area:
            called = face.call
            self._called.show(called, "" if self._coming.says_ramp(width) else face.ramp)
        self._next.show(saying.next_title(face, called), () if narrow else last)
        if found is not None and found.question.area and face.scene is Scene.REST:
            self._called.show(face.call, saying.side_beside(face, found.called.width))
            self._next.show(saying.next_named(face, found.next.width))
        self._values.panel = saying.values_panel(face, narrow=narrow)
        self._values.right = saying.beside_values(face, narrow=narrow)
        self._values.fields = face.fields
        self._before.show(face.before)


class _Placing(Layout):
    name = "placing"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place the parts of a `SessionView`; one without a place has no cell."""
        assert isinstance(parent, SessionView)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child)
            for child, region in parent.placed(size)
            if child in children
        ]


def _is_tiny(size: Size) -> bool:
    return size.width < LEAST[0] or size.height < LEAST[1]


def _still(face: SessionFace) -> SessionFace:
    """Return a face without what a second changes."""
    return structs.replace(face, big=saying.widest(face), bar=_NO_BAR)


def _number(face: SessionFace, *, left: bool) -> Figure:
    """Return the number: hollow in a pause; in a tiny window in the middle, its side beside it."""
    hollow = face.state is ScreenState.PAUSED
    if left:
        return Figure(face.big, hollow=hollow, left=True)
    ticks = face.scene in (Scene.HOLD, Scene.LEAD_IN)
    return Figure(face.big.ljust(2) if ticks else face.big, face.big_word, hollow=hollow)


def _cue(face: SessionFace) -> Pieces:
    if face.flash:
        return (Piece(safe_text(face.flash), "mark"),)
    return (Piece(safe_text(face.cue)),)
