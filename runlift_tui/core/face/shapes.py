"""What the session screen shows at one moment: plain, quantised values that compare equal.

The presenter fills a `SessionFace`, the screen sets it on one `var`, and a face equal to the one
before repaints nothing. So whatever is in here changes at most once a visible second: no floats,
no clock readings, nothing that the eye cannot see. Texts are plain: a widget never interprets
markup, shortens what does not fit, and makes a user's own words harmless by itself.
"""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from runlift_tui.core.lists.lines import KeyFace


class ScreenState(StrEnum):
    """What the athlete is doing; each state has a colour."""

    WORK = "work"
    REST = "rest"
    PRIMING = "priming"
    HOLD = "hold"
    LEAD_IN = "lead-in"
    OVERTIME = "overtime"
    PAUSED = "paused"
    FINISHED = "finished"


class Scene(StrEnum):
    """What stands where: how the screen is laid out."""

    WORK = "work"
    """The exercise, and how many."""
    REST = "rest"
    """The clock, and what comes next."""
    LEAD_IN = "lead-in"
    """The side, and the seconds to go."""
    HOLD = "hold"
    """The seconds, and the side."""


class Mark(StrEnum):
    """What became of one set: one square."""

    DONE = "done"
    NOW = "now"
    TODO = "todo"
    SKIPPED = "skipped"
    NONE = "none"
    """Takes no place: a B2 that vanished."""
    RAMP = "ramp"
    """A lighter set on the way to the heavy one: it is no round."""


class FieldFace(Struct, frozen=True):
    """One value of the row that the athlete can type into."""

    name: str
    """`left`, `load`, `could do`: lower case, said once."""
    shown: str
    """`8`, `2 x 12 kg`; `–` where nothing was said."""
    state: Literal["plain", "focused", "draft", "prefilled"] = "plain"
    """`focused` takes the digits, `draft` holds digits not committed yet, `prefilled` is what is
    logged when nothing is typed, `plain` was said by the athlete."""


class LineFace(Struct, frozen=True):
    """A line under its label: `last time  8/8 at 2 x 11 kg, could do 2 more`."""

    label: str
    text: str
    brief: str = ""
    """Both in fewer words, for a window that has less room: `last  8/8 at 2 x 11 kg`."""
    whole: str = ""
    """The text with what it leaves out, where there is room: `rest 0:30, A3 Bridge`."""


class PanelFace(Struct, frozen=True):
    """A small titled block."""

    heading: str = ""
    """`DONE`, `NEXT`, as printed: short and in capitals."""
    label: str = ""
    """The slot: `B2`."""
    name: str = ""
    """The exercise; printed in capitals."""
    lines: tuple[str, ...] = ()
    """Up to two lines, the weightier first: small windows drop the rest. Parts that stand three
    spaces apart may go on in the next row."""
    is_marked: bool = False
    """Whether its first line is something to be proud of, and stands out."""


class BarFace(Struct, frozen=True):
    """The bar under the number."""

    mode: Literal["none", "drain", "blocks", "dots", "fill"] = "none"
    """A shape for each state: `drain` is one solid bar that drains to the left (rest), `blocks`
    and `dots` are `steps` of them that go out (priming rest, lead-in), `fill` is an outline that
    fills (hold), and work has none."""
    filled: int = 0
    """How much of it is filled, in thousandths, 0 to 1000."""
    label: str = ""
    """At its end: `4:00`. With mode `none`, how long the set has taken: `0:24 working`."""
    note: str = ""
    """After the label, quieter: `window 3-7 min`."""
    steps: int = 0
    """How many blocks or dots there are."""


class BannerFace(Struct, frozen=True):
    """The line that says what is out of the ordinary, under the top strip."""

    kind: Literal["none", "alarm", "notice"] = "none"
    """`alarm` is a stop sign or NOT SAVED; `notice` is everything that may be read later."""
    text: str = ""
    shorter: tuple[str, ...] = ()
    """An alarm in fewer words, the longest first: it is cut nowhere."""


class AskedFace(Struct, frozen=True):
    """A question that stands under or beside the number, an answer a row, while it has room there.

    Where it has none it stands in the cue's place, its answers in that of the keys; what they
    hide then is kept here.
    """

    question: str
    answers: tuple[KeyFace, ...]
    """One row each: the key, or those that mean the same, and what it does."""
    keys: tuple[KeyFace, ...]
    """The last line meanwhile: the way back."""
    own: PanelFace = PanelFace()
    fields: tuple[FieldFace, ...] = ()
    large: str = ""
    """What it is about in large letters, over it: `2x125 KG?`."""


class SessionFace(Struct, frozen=True, kw_only=True):
    """The whole session screen at one moment."""

    scene: Scene = Scene.WORK
    state: ScreenState = ScreenState.WORK
    place: str = ""
    """Top strip, left: `Main  round 2 of 4`."""
    squares: tuple[tuple[Mark, ...], ...] = ()
    """The whole session, one mark a set, one tuple a round, an empty one between two blocks."""
    progress: str = ""
    """Top strip, right: `11 of 22 sets`."""
    until: str = ""
    """Top strip, far right, the first to give way: `38 min left   done 18:42`."""
    progress_brief: str = ""
    """Both in fewer words: `11 of 22   38 min`."""
    banner: BannerFace = BannerFace()
    """Not saved, or a notice. Unsaved adds its colour to any state."""
    word: str = ""
    """The state in a word or two, in capitals: `WORK`, `HOLD`, `GET READY`, `PRIMING REST`. In a
    rest it heads the screen in large letters, else it stands as a chip."""
    label: str = ""
    """The slot of the exercise under way, in a rest of the next one: `B1`."""
    title: str = ""
    """That exercise's full name."""
    call: str = ""
    """That exercise in large letters: it heads its work, and stands as NEXT in the rest before."""
    each: str = ""
    """What the target counts for, large where there is room: `each leg`."""
    load: str = ""
    """The load in large letters: `2x12 KG`."""
    made: str = ""
    """Which of the lines beside the number is what makes up the load: `20 bar + 2 x 15`."""
    plates: str = ""
    """What is on a bar in large letters, where there is more room than for the rest: `2x(15+5)`."""
    count: str = ""
    """The target of what comes next, or of a hold to come, in large letters: `3 EACH`, `20 S`."""
    side: str = ""
    """The leg that starts, in large letters: `LEFT FIRST`."""
    ramp: str = ""
    """That it is a lighter set on the way up, in large letters: `RAMP`."""
    lead: str = ""
    """What the seconds of a lead-in lead to, in large letters: `READY IN`, `SWITCH`."""
    big: str = ""
    """The number: `3:04`, `+0:12`, `8`. Digits, colon, plus, minus; a space is a digit's width."""
    big_word: str = ""
    """The side under way in a lead-in and a hold: `LEFT`, `RIGHT`."""
    units: tuple[str, ...] = ()
    """Lines beside the number, weightiest first: `6 jumps`, `could do 2 more`; in a rest they
    stand in one row under what comes next, the target before all."""
    before: tuple[LineFace, ...] = ()
    """What was done before, and what comes then: `last time`, `round 1`, `then`."""
    how: tuple[str, ...] = ()
    """How the exercise is done, where it is not drawn: its set-up, then its cues."""
    cue: str = ""
    """One line under the number."""
    more: str = ""
    """Which key shows all of the cue: `w all of it`. Such a cue is the athlete's own words, and is
    shortened before anything else gives way to it; empty for one that is not."""
    flash: str = ""
    """Takes the cue's place while it is there: `early: 1:12 of 3:00`."""
    pulse: bool = False
    """Whether the number is lit up for a moment; never more often than once a second."""
    bar: BarFace = BarFace()
    own: PanelFace = PanelFace()
    """Heads the values in a rest: `DONE  B1`. Its lines are notes on the set that they are of."""
    fields: tuple[FieldFace, ...] = ()
    """The values that can be typed, in the order of tab."""
    keys: tuple[KeyFace, ...] = ()
    """The last line, most needed first: narrow windows drop from the right."""
    asked: AskedFace | None = None
    """What is asked now."""
    doubt: str = ""
    """What is asked of a value that is far from the others; it heads the screen till answered."""

    @property
    def alarms(self) -> bool:
        """Whether a stop sign stands, or something that the screen shows is not on disk."""
        return self.banner.kind == "alarm"

    @property
    def heading(self) -> str:
        """What stands on top in large letters: what to do now."""
        if self.doubt:
            return self.doubt
        return self.word if self.scene is Scene.REST or not self.call else self.call

    @property
    def stands(self) -> str:
        """What says in large letters that a set stands still; a rest has it on top."""
        paused = self.state is ScreenState.PAUSED and self.scene is not Scene.REST
        return self.word if paused else ""
