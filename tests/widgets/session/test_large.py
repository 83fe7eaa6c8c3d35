"""A law: the name, the target, the side and the time are large in every state and window."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pytest
from msgspec import structs
from textual.geometry import Size
from textual.strip import Strip

from runlift_tui.core.exercises.call import call, columns
from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.face.called import count_in_letters
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.face.shapes import BannerFace, BarFace, Scene, ScreenState, SessionFace
from runlift_tui.core.routines.routine import (
    Block,
    HalfOf,
    RampSet,
    Reps,
    Routine,
    Slot,
    prescribed,
)
from runlift_tui.core.session.commands import Pause
from runlift_tui.core.session.fold import apply
from runlift_tui.core.session.state import Session, is_finished
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.store.library import shipped
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.large.figure import plan
from runlift_tui.widgets.large.lettering import can_letter, letter_lines, lettered_width
from runlift_tui.widgets.session.session_view import SessionView
from tests.core.builders import Athlete, library, started
from tests.sweep import is_whole, sweep
from tests.widgets.gallery import Gallery

SIZES = [(80, 24), (100, 30), (120, 36), (160, 45)]
_RAMP = (RampSet(reps=5, share=0.0, rest_s=60), RampSet(reps=4, share=0.5, rest_s=60))
NAMES = (
    "Pneumonoultramicroscopicsilicovolcanosquat",
    "Slow heavy front foot elevated squat",
    "Half kneeling landmine shoulder press holds",
    "保加利亚分腿蹲",
    "Болгарские приседания с гантелями",
    "Split squat \N{FLEXED BICEPS}\N{FIRE}",
    "\N{FLEXED BICEPS}" * 40,
    "X",
)
_LOADS_KG = (None, 20.0, 27.5)
"""In each hand: none known, and short and long ones in letters."""
_COUNT = 12
Look = Callable[[Session, int], Iterable[SessionFace]]
"""Returns the faces of a session at a moment that are to be seen."""


class Seen(NamedTuple):
    """A moment of a session, and what comes next or is under way then."""

    face: SessionFace
    target: str
    """Its target in letters."""


def plainly(session: Session, at: int) -> Iterator[SessionFace]:
    """Yield the face of a moment, and that of a pause in it."""
    for each in (session, apply(session, at, Pause())):
        yield face(each, at, Viewing())


def moments(exercise: Exercise, load_kg: float | None, look: Look = plainly) -> Iterator[Seen]:
    """Yield every state of a session in which an exercise is under way or next, as one looks."""
    ramp = _RAMP if exercise.takes_load and exercise.measure is Measure.REPS else ()
    asked = prescribed(exercise.measure, _COUNT, _COUNT)
    own = Slot(label="B1", exercise=exercise.id, prescription=asked, target=_COUNT, rest_s=90)
    main = structs.replace(own, ramp=ramp)
    warm = structs.replace(own, label="A1", rest_s=20)
    blocks = [
        Block(
            id="warm-up", name="Warm-up", slots=(warm,), rounds=2, round_rest_s=20, zero_is_go=True
        ),
        Block(id="main", name="Main", slots=(main,), rounds=2, round_rest_s=90),
    ]
    if exercise.measure is Measure.REPS:
        first = Slot(label="B1", exercise="squat", prescription=Reps(8, 8), target=8, priming_s=240)
        fast = Slot(label="B2", exercise=exercise.id, prescription=HalfOf("B1"), rest_s=90)
        if exercise.id != first.exercise:
            blocks = [*blocks[:1], Block(id="main", name="Main", slots=(first, fast), rounds=1)]
            yield from _walked(blocks, exercise, load_kg, look)
            blocks = [Block(id="main", name="Main", slots=(main,), rounds=2, round_rest_s=90)]
    yield from _walked(blocks, exercise, load_kg, look)


def _walked(
    blocks: list[Block], exercise: Exercise, load_kg: float | None, look: Look
) -> Iterator[Seen]:
    routine = Routine(id="r", name="R", blocks=tuple(blocks))
    kg = None if load_kg is None else load_kg * exercise.implements
    labels = {slot.label for _, slot in routine.slots() if slot.exercise == exercise.id}
    sets = tuple(LastSet(reps=12, left=12, right=12, load_kg=kg, rir=2) for _ in range(2))
    last = tuple(LastTime(slot=each, exercise=exercise.id, sets=sets) for each in sorted(labels))
    start = started(routine=routine, extra=(exercise,), last=() if kg is None else last)
    athlete, before = Athlete(start), set[SessionFace]()
    while not is_finished(athlete.session):
        step = pending(athlete.session)
        assert step is not None
        if step.exercise.id == exercise.id:
            for seen in look(athlete.session, athlete.now):
                found = structs.replace(seen, keys=())
                if _place(found) not in before:
                    before.add(_place(found))
                    yield Seen(found, count_in_letters(athlete.session, step))
        athlete.on()


def _place(shown: SessionFace) -> SessionFace:
    """Return a face without what moves nothing: how far it is, and which second."""
    big = "".join("0" if each.isdigit() else each for each in shown.big)
    strip = {"place": "", "squares": (), "progress": "", "until": "", "progress_brief": ""}
    return structs.replace(shown, big=big, bar=BarFace(), before=(), **strip)


def drawn(view: SessionView, size: Size) -> list[str]:
    """Return what stands in the rows of a window but for its number, side and figure."""
    rows = [[" "] * size.width for _ in range(size.height)]
    for part, region in view.placed(size):
        if not isinstance(part, Part):
            continue
        for y, pieces in enumerate(list(part.lines(*region.size))[: region.height]):
            text = "".join(piece.text for piece in pieces)
            rows[region.y + y][region.x : region.x + len(text)] = text
    return ["".join(row) for row in rows]


def in_letters_at(lines: list[str], text: str) -> bool:
    """Whether rows have a text in letters."""
    for height in (3, 5):
        ink = ["".join(p.text for p in row).rstrip() for row in letter_lines(text, height)]
        for top in range(len(lines) - height + 1):
            x = lines[top].find(ink[0])
            while x >= 0:
                if all(lines[top + y][x:].startswith(row) for y, row in enumerate(ink)):
                    return True
                x = lines[top].find(ink[0], x + 1)
    return False


def missing(view: SessionView, size: Size, seen: Seen) -> list[str]:
    """Return what is not large of what has to be."""
    shown, lines = seen.face, drawn(view, size)
    places = {type(part).__name__: region for part, region in view.placed(size)}
    digits = places["BigDigits"]
    found: list[str] = []

    def says(text: str) -> bool:
        return in_letters_at(lines, text)

    words = shown.call.split()
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    in_letters = can_letter(shown.call) and lettered_width(shown.call, 3) <= size.width - 2
    if in_letters and not any(all(map(says, texts)) for texts in [(shown.call,), *halves]):
        found.append(f"name {shown.call}")
    if not in_letters and not any(shown.title[:12].upper() in line.upper() for line in lines):
        found.append(f"name {shown.title} in cells")
    if plan(view._digits.figure, *digits.size).rows < 4:
        found.append(f"number {shown.big}")
    if (
        shown.scene in (Scene.WORK, Scene.REST)
        and shown.load
        and not (says(shown.load) or says(shown.load.rpartition(" ")[0]))
    ):
        found.append(f"load {shown.load}")
    if shown.scene in (Scene.REST, Scene.LEAD_IN) and not says(seen.target):
        found.append(f"count {seen.target}")
    if shown.scene is Scene.WORK and shown.big != seen.target.partition(" ")[0]:
        found.append(f"target {seen.target}")
    side = (shown.big_word or shown.side).partition(" ")[0]
    by_pen = shown.scene is Scene.LEAD_IN and places["SideWord"].height >= 4 if side else True
    if side in ("LEFT", "RIGHT") and not by_pen and not says(side):
        found.append(f"side {side}")
    if shown.state is ScreenState.PAUSED and not says("PAUSED"):
        found.append("PAUSED")
    return found


def every_exercise() -> list[Exercise]:
    """Return the exercises that ship; `make test` takes some of all lengths."""
    found = sorted(library().values(), key=lambda each: (columns(call(each)), each.id))
    return found if is_whole() else [*found[::9], found[-1]]


@pytest.mark.parametrize("size", sweep(SIZES, stay=SIZES[:1]), ids="{0[0]}x{0[1]}".format)
async def test_name_target_side_and_time_are_large_in_every_state(size: tuple[int, int]) -> None:
    app, failed, states = Gallery(), dict[tuple[object, ...], list[str]](), set[ScreenState]()
    async with app.run_test(size=size):
        for exercise in every_exercise():
            figure = shipped.figure(exercise.id)
            app.view.stage.rows = len(figure.small[0]) if figure else 0
            loads = _LOADS_KG if exercise.takes_load else (None,)
            seen = [(kg, each) for kg in loads for each in moments(exercise, kg)]
            for kg, each in sorted(seen, key=lambda one: one[1].face.state):
                app.view.face = each.face
                states.add(each.face.state)
                lacks = missing(app.view, Size(*size), each)
                if lacks:
                    failed[exercise.id, kg, each.face.state, each.face.word] = lacks
    assert failed == {}
    assert states == {*ScreenState} - {ScreenState.FINISHED}


@pytest.mark.parametrize("size", sweep(SIZES, stay=SIZES[:1]), ids="{0[0]}x{0[1]}".format)
async def test_a_name_of_ones_own_leaves_target_side_and_time_as_large(
    size: tuple[int, int],
) -> None:
    app, failed = Gallery(), dict[tuple[object, ...], list[str]]()
    async with app.run_test(size=size) as pilot:
        for name in NAMES if is_whole() else NAMES[::3]:
            for id_ in ("row-one-arm", "copenhagen-long"):
                own = structs.replace(library()[id_], id="own", name=name, call="")
                app.view.stage.rows = 16
                for each in moments(own, 27.5 if own.takes_load else None):
                    app.view.face = each.face
                    lacks = missing(app.view, Size(*size), each)
                    if lacks:
                        failed[name, each.face.state, each.face.word] = lacks
                await pilot.pause()
                assert all(strip.cell_length == size[0] for strip in strips(app))
    assert failed == {}


def strips(app: Gallery) -> list[Strip]:
    """Return the rows that stand on the screen."""
    return app.screen._compositor.render_strips()


@pytest.mark.parametrize("size", sweep(SIZES, stay=SIZES[:1]), ids="{0[0]}x{0[1]}".format)
async def test_an_alarm_over_them_leaves_them_large(size: tuple[int, int]) -> None:
    app, failed = Gallery(), dict[tuple[object, ...], list[str]]()
    alarm = BannerFace("alarm", "NOT SAVED: disk full. The session goes on in memory.")
    async with app.run_test(size=size):
        for exercise in every_exercise()[::4]:
            figure = shipped.figure(exercise.id)
            app.view.stage.rows = len(figure.small[0]) if figure else 0
            for each in moments(exercise, 27.5 if exercise.takes_load else None):
                app.view.face = structs.replace(each.face, banner=alarm)
                lacks = missing(app.view, Size(*size), each)
                if lacks:
                    failed[exercise.id, each.face.state, each.face.word] = lacks
    assert failed == {}
