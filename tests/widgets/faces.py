"""Faces of the session screen with made-up values, one a state, for tests and the gallery."""

from msgspec.structs import replace

from runlift_tui.core.face.shapes import (
    BannerFace,
    BarFace,
    FieldFace,
    Mark,
    PanelFace,
    ScreenState,
    SessionFace,
)
from runlift_tui.core.lists.lines import KeyFace

D, N, T = Mark.DONE, Mark.NOW, Mark.TODO
_SQUARES = ((D, D, D), (D, D, D), (D, D, D, D), (N, T, T, T), (T,) * 4, (T,) * 4)
_RESTING = ((D, D, D), (D, D, D), (D, D, D, D), (D, N, T, T), (T,) * 4, (T,) * 4)

WORK = SessionFace(
    state=ScreenState.WORK,
    place="Main  round 2 of 4",
    squares=_SQUARES,
    progress="11 of 22 sets",
    until="done about 18:42",
    word="WORK",
    label="B1",
    title="Rear-foot-elevated split squat",
    side="start LEFT",
    big="8",
    units=("each leg", "2 x 12 kg, could do 2 more"),
    cue="Front heel heavy, chest tall, straight down",
    bar=BarFace(label="0:24 working"),
    aside=PanelFace(
        lines=("last time  8/8 at 2 x 11 kg", "then B2 in 4:00, half of these"),
    ),
    own=PanelFace(heading="THIS SET"),
    fields=(
        FieldFace("left", "8", "prefilled"),
        FieldFace("right", "8", "prefilled"),
        FieldFace("load", "2 x 12 kg", "prefilled"),
        FieldFace("could do", "–", "prefilled"),
    ),
    keys=(
        KeyFace("space", "done"),
        KeyFace("0-9 ↑↓", "change"),
        KeyFace("s", "skip"),
        KeyFace("x", "swap"),
        KeyFace("u", "undo"),
        KeyFace("w", "why"),
        KeyFace("?", "keys"),
    ),
)
PRIMING = replace(
    WORK,
    state=ScreenState.PRIMING,
    squares=_RESTING,
    progress="12 of 22 sets",
    word="PRIMING REST",
    label="",
    title="",
    side="",
    big="3:04",
    units=(),
    cue="",
    bar=BarFace("blocks", 767, "4:00", "window 3-7 min", 16),
    aside=PanelFace(
        "NEXT",
        "B2",
        "Jumping lunge",
        ("3 each leg, 6 jumps   (half of 7)", "last time 4/4, snap 4   start LEFT"),
    ),
    own=PanelFace("JUST DONE", "B1"),
    fields=(
        FieldFace("left", "8", "plain"),
        FieldFace("right", "7", "draft"),
        FieldFace("load", "2 x 12 kg", "plain"),
        FieldFace("could do", "–", "plain"),
    ),
    keys=(
        KeyFace("space", "go"),
        KeyFace("0-9 ↑↓", "correct"),
        KeyFace("+ -", "15 s"),
        KeyFace("p", "pause"),
        KeyFace("u", "undo"),
        KeyFace("?", "keys"),
    ),
)
REST = replace(
    PRIMING,
    state=ScreenState.REST,
    word="REST",
    big="1:27",
    bar=BarFace("drain", 967, "1:30"),
    own=PanelFace("JUST DONE", "B3"),
    aside=PanelFace("NEXT", "B4", "Anti-rotation split squat", ("8 each leg at 8 kg",)),
    fields=(
        FieldFace("left", "8", "plain"),
        FieldFace("right", "8", "focused"),
        FieldFace("load", "2 x 12 kg", "plain"),
        FieldFace("could do", "–", "plain"),
    ),
)
OVERTIME = replace(
    PRIMING,
    state=ScreenState.OVERTIME,
    word="REST IS OVER",
    big="+0:12",
    cue="when you are ready",
    bar=BarFace("blocks", 0, "4:00", "window 3-7 min", 16),
)
HOLD = replace(
    WORK,
    state=ScreenState.HOLD,
    place="Warm-up  round 1 of 2",
    word="HOLD",
    label="A2",
    title="Copenhagen adductor plank",
    side="",
    big="14",
    big_word="LEFT",
    units=(),
    cue="Long line from ear to ankle",
    bar=BarFace("fill", 300, "0:20"),
    aside=PanelFace(lines=("last time  20/18 s",)),
    own=PanelFace(),
    fields=(),
    keys=(KeyFace("space", "end here"), KeyFace("u", "cancel"), KeyFace("?", "keys")),
)
LEAD_IN = replace(
    HOLD,
    state=ScreenState.LEAD_IN,
    word="SWITCH SIDES",
    big="7",
    big_word="RIGHT",
    units=("to go", "left 20 s"),
    bar=BarFace("dots", 700, "0:10", steps=10),
    keys=(KeyFace("space", "begin now"), KeyFace("u", "cancel"), KeyFace("?", "keys")),
)
PAUSED = replace(
    REST,
    state=ScreenState.PAUSED,
    word="PAUSED",
    cue="space goes on",
    keys=(KeyFace("space", "go on"), KeyFace("f", "finish"), KeyFace("q", "leave")),
)
UNSAVED = replace(
    PRIMING,
    banner=BannerFace(
        "alarm", "NOT SAVED: disk full. The session goes on in memory and keeps trying."
    ),
)
EARLY = replace(WORK, flash="early: 1:12 of 3:00")
FINISHED = SessionFace(
    state=ScreenState.FINISHED, word="DONE", big="", keys=(KeyFace("q", "leave"),)
)

FACES = {
    "work": WORK,
    "priming": PRIMING,
    "rest": REST,
    "overtime": OVERTIME,
    "hold": HOLD,
    "lead-in": LEAD_IN,
    "paused": PAUSED,
    "unsaved": UNSAVED,
    "early": EARLY,
}
