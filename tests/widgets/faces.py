"""Faces of the session screen with made-up values, one a state, for tests and the gallery."""

from msgspec.structs import replace

from runlift_tui.core.face.shapes import (
    BannerFace,
    BarFace,
    FieldFace,
    LineFace,
    Mark,
    PanelFace,
    Scene,
    ScreenState,
    SessionFace,
)
from runlift_tui.core.lists.lines import KeyFace

D, N, T = Mark.DONE, Mark.NOW, Mark.TODO
_SQUARES = ((D, D, D), (D, D, D), (), (D, D, D, D), (N, T, T, T), (T,) * 4, (T,) * 4)
_RESTING = ((D, D, D), (D, D, D), (), (D, D, D, D), (D, N, T, T), (T,) * 4, (T,) * 4)

WORK = SessionFace(
    state=ScreenState.WORK,
    place="Main  round 2 of 4",
    squares=_SQUARES,
    progress="11 of 22 sets",
    until="38 min left   done 18:42",
    progress_brief="11 of 22   38 min",
    word="WORK",
    label="B1",
    title="Rear-foot-elevated split squat",
    call="REAR-FOOT SPLIT SQUAT",
    each="each leg",
    load="2x12 KG",
    side="LEFT FIRST",
    big="8",
    units=("could do 2 more",),
    cue="Front heel heavy, chest tall, straight down",
    bar=BarFace(label="0:24 working"),
    before=(
        LineFace("last time", "8/8 at 2 x 11 kg, could do 2 more", "last  8/8 at 2 x 11 kg"),
        LineFace("then", "rest 4:00, B2, half of these", "then B2, half of these"),
    ),
    how=("Rear foot on a bench, knee height.", "Front heel heavy", "Chest tall"),
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
    scene=Scene.REST,
    state=ScreenState.PRIMING,
    squares=_RESTING,
    progress="12 of 22 sets",
    word="PRIMING REST",
    label="B2",
    title="Jumping lunge",
    call="JUMPING LUNGE",
    load="3 EACH",
    big="3:04",
    units=("3 each leg, 6 jumps", "half of 7"),
    before=(LineFace("last time", "4/4, snap 4", "last  4/4, snap 4"),),
    cue="",
    bar=BarFace("blocks", 767, "4:00", "window 3-7 min", 16),
    own=PanelFace("DONE", "B1"),
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
    own=PanelFace("DONE", "B3"),
    label="B4",
    title="Anti-rotation split squat",
    call="ANTI-ROTATION SQUAT",
    load="8 KG",
    units=("8 each side", "8 kg"),
    before=(),
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
    word="REST OVER",
    big="+0:12",
    bar=BarFace(label="space when you are ready"),
)
HOLD = replace(
    WORK,
    scene=Scene.HOLD,
    state=ScreenState.HOLD,
    place="Warm-up  round 1 of 2",
    word="HOLD",
    label="A2",
    title="Copenhagen plank, long lever",
    call="COPENHAGEN PLANK",
    each="each side",
    load="",
    side="",
    big="14",
    big_word="LEFT",
    units=("of 20 s", "then RIGHT"),
    cue="Long line from ear to ankle",
    bar=BarFace("fill", 300, "0:20"),
    before=(),
    fields=(),
    keys=(KeyFace("space", "end here"), KeyFace("u", "cancel"), KeyFace("?", "keys")),
)
LEAD_IN = replace(
    HOLD,
    scene=Scene.LEAD_IN,
    state=ScreenState.LEAD_IN,
    lead="SWITCH",
    count="20 S",
    word="SWITCH SIDES",
    big="7",
    big_word="RIGHT",
    units=("LEFT done: 20 s",),
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
