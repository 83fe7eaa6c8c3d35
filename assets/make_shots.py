"""Makes the README's pictures by driving the program itself, with a clock that stands still.

Run it as `make shots`. Each picture is an SVG of plain rectangles and text, so that it looks the
same wherever it is shown.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.pilot import Pilot

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.commands.demo import write
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.plan.plan import METRES_PER_MILE, Answers, Plan
from runlift_tui.core.plan.today import plan_day
from runlift_tui.core.routines.levels import ALL_SLOTS, FIRST_DAY, Level
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.commands import Correct, Go, LogSet, RateEffort, StartHold
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import Finished, HoldReady, Rest, Session, Work
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.opening import Opening
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.library.library import ATHLETE, PLANS, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.planner import Planner
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store

HERE = Path(__file__).parent
NOW_MS = 1_795_366_800_000
"""2026-11-22T17:00:00Z."""
DAY_MS = 86_400_000
LOADS = ((12, 22.0), (9, 22.0), (5, 24.0), (2, 24.0))
"""Days ago, and the total load of B1 in kilograms."""
CELL_W, CELL_H = 9, 18
FONT = "ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
BLOCKS = {
    "█": ((0, 0, 2, 2),),
    "▀": ((0, 0, 2, 1),),
    "▄": ((0, 1, 2, 2),),
    "▌": ((0, 0, 1, 2),),
    "▐": ((1, 0, 2, 2),),
    "▘": ((0, 0, 1, 1),),
    "▝": ((1, 0, 2, 1),),
    "▖": ((0, 1, 1, 2),),
    "▗": ((1, 1, 2, 2),),
    "▙": ((0, 0, 1, 2), (1, 1, 2, 2)),
    "▟": ((1, 0, 2, 2), (0, 1, 1, 2)),
    "▛": ((0, 0, 1, 2), (1, 0, 2, 1)),
    "▜": ((1, 0, 2, 2), (0, 0, 1, 1)),
    "▚": ((0, 0, 1, 1), (1, 1, 2, 2)),
    "▞": ((1, 0, 2, 1), (0, 1, 1, 2)),
    **{char: ((0, 2 - eighths / 4, 2, 2),) for eighths, char in enumerate("▁▂▃▄▅▆▇", 1)},
}
"""Parts of a cell that a character fills: left, top, right, bottom, in halves."""
BRAILLE = range(0x2800, 0x2900)
DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Where each bit of a braille character has its dot: column and row."""


# The picture


def svg(lines: Iterable[Iterable[Segment]], width: int, height: int, background: str) -> str:
    """Return a screen as an SVG: filled cells as rectangles, letters as text."""
    cells = [list(line) for line in lines]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * CELL_W} '
        f'{height * CELL_H}" font-family="{FONT}" font-size="15">',
        f'<rect width="100%" height="100%" rx="8" fill="{background}"/>',
    ]
    for y, line in enumerate(cells):
        x = 0
        for segment in line:
            parts += _segment(segment, x, y, background)
            x += cell_len(segment.text)
    return "\n".join((*parts, "</svg>\n"))


def _segment(segment: Segment, x: int, y: int, background: str) -> Iterable[str]:
    front, back = _colours(segment, background)
    wide = cell_len(segment.text)
    if back != background:
        yield _rect(x, y, (0, 0, wide * 2, 2), back)
    bold = ' font-weight="bold"' if segment.style and segment.style.bold else ""
    for start, text in _words(segment.text):
        if all(character in BLOCKS for character in text):
            yield from _blocks(text, x + start, y, front)
            continue
        if ord(text[0]) in BRAILLE:
            yield _dots(text, x + start, y, front)
            continue
        left, baseline = (x + start) * CELL_W, y * CELL_H + 13
        length = cell_len(text) * CELL_W
        yield (
            f'<text x="{left}" y="{baseline}" textLength="{length}" fill="{front}"{bold}>'
            f"{escape(text)}</text>"
        )


def _blocks(text: str, x: int, y: int, colour: str) -> Iterable[str]:
    """Yield rectangles, a run of full cells as one."""
    run = 0
    for place, character in enumerate((*text, "")):
        if character == "█":
            run += 1
            continue
        if run:
            yield _rect(x + place - run, y, (0, 0, run * 2, 2), colour)
            run = 0
        for quarter in BLOCKS.get(character, ()):
            yield _rect(x + place, y, quarter, colour)


def _dots(text: str, x: int, y: int, colour: str) -> str:
    """Return braille as one path of dots."""
    dots = "".join(
        f"M{(x + place + (column + 0.5) / 2) * CELL_W:g} {(y + (row + 0.5) / 4) * CELL_H:g}h0"
        for place, character in enumerate(text)
        for bit, (column, row) in enumerate(DOTS)
        if (ord(character) - BRAILLE.start) >> bit & 1
    )
    return f'<path stroke="{colour}" stroke-width="2.6" stroke-linecap="round" d="{dots}"/>'


def _rect(x: int, y: int, halves: tuple[float, float, float, float], colour: str) -> str:
    left, top, right, bottom = halves
    return (
        f'<rect x="{x * CELL_W + left * CELL_W / 2:g}" y="{y * CELL_H + top * CELL_H / 2:g}" '
        f'width="{(right - left) * CELL_W / 2:g}" height="{(bottom - top) * CELL_H / 2:g}" '
        f'fill="{colour}" shape-rendering="crispEdges"/>'
    )


def _words(text: str) -> Iterable[tuple[int, str]]:
    """Yield the stretches of a text without spaces, blocks, braille and letters apart, by cell."""
    word, start, x, blocks = "", 0, 0, 0
    for character in (*text, " "):
        kind = 2 if ord(character) in BRAILLE else int(character in BLOCKS)
        if character == " " or (word and kind != blocks):
            if word:
                yield start, word
            word = ""
        if character != " ":
            if not word:
                start, blocks = x, kind
            word += character
        x += cell_len(character)


def _colours(segment: Segment, background: str) -> tuple[str, str]:
    style = segment.style
    front, back = "#888888", background
    if style is not None and style.color is not None and style.color.triplet is not None:
        front = style.color.triplet.hex
    if style is not None and style.bgcolor is not None and style.bgcolor.triplet is not None:
        back = style.bgcolor.triplet.hex
    return (back, front) if style is not None and style.reverse else (front, back)


# Nine weeks

ATHLETES = (
    (Level.BEGINNER, 15, 9.5),
    (Level.INTERMEDIATE, 40, 9.0),
    (Level.ADVANCED, 60, 8.0),
)
"""Level, miles in a week, and minutes for a mile."""
MISSED = frozenset({4, 7})
"""Of the sessions as they come due, those on which something came between."""
WEEKS_IN = 5
RUN_DAYS, HARD_DAYS, LONG_DAY = (0, 1, 3, 4, 6), (1, 4), 6


def made_plan(level: Level, miles: float, pace: float) -> Plan:
    """Return a plan of somebody who is in its sixth week."""
    start = date(2026, 11, 16) - timedelta(weeks=WEEKS_IN - 1)
    return Plan(
        id="nine-weeks",
        answers=Answers(
            level=level,
            start=start,
            metres=miles * METRES_PER_MILE,
            pace_s=pace * 60 / METRES_PER_MILE * 1000,
            run_days=RUN_DAYS,
            hard_days=HARD_DAYS,
            long_day=LONG_DAY,
            in_miles=True,
            stage=FIRST_DAY if level is Level.BEGINNER else ALL_SLOTS,
        ),
        utc_offset_min=60,
    )


def live(folder: str, level: Level, miles: float, pace: float) -> None:
    """Walk an athlete through the plan up to today, some sessions missed."""
    plan = made_plan(level, miles, pace)
    days = (date(2026, 11, 22) - plan.answers.start).days
    clock = ManualClock(NOW_MS - days * DAY_MS, offset_min=60)
    store = Store(folder, clock)
    store.open()
    store.library.put(ATHLETE, KEY, document_of(Athlete(level=level, asked=True)))
    store.library.put(PLANS, plan.id, document_of(plan))
    store.close()
    due = 0
    for number in range(days):
        now = NOW_MS - (days - number) * DAY_MS
        clock.advance(now - clock.stamp().utc_ms)
        store = Store(folder, clock)
        store.open()
        found = plan_day(store.desk.plans(), store.facts(), now, 60)
        if found is not None and found.next is not None and found.next.day == found.today:
            due += 1
            if due not in MISSED:
                train(store, clock, 20.0 + 2 * (number // 14), level)
        store.close()


async def nine_weeks() -> None:
    """Draw a plan in its fifth week, one athlete a level, and the form that makes one."""
    for level, miles, pace in ATHLETES:
        with tempfile.TemporaryDirectory() as folder:
            live(folder, level, miles, pace)
            clock = ManualClock(NOW_MS, offset_min=60)
            async with on_stage(folder, clock, (120, 36), session=False) as (app, pilot):
                if level is Level.ADVANCED:
                    keep(app, "home-plan")
                await pilot.press("p")
                await settled(app, pilot)
                keep(app, f"plan-{level}")
    with tempfile.TemporaryDirectory() as folder:
        clock = ManualClock(NOW_MS, offset_min=60)
        store = Store(folder, clock)
        store.open()
        store.library.put(ATHLETE, KEY, document_of(Athlete(level=Level.ADVANCED, asked=True)))
        store.close()
        async with on_stage(folder, clock, (120, 36), session=False) as (app, pilot):
            await pilot.press("p")
            await settled(app, pilot)
            keep(app, "plan-form")


# The story


def train(store: Store, clock: ManualClock, load_kg: float, level: Level = Level.ADVANCED) -> None:
    """Train one session as a steady athlete would, and put it into the history."""
    training = _begun(store, level)
    training.on_disk.heard = lambda: None
    while not isinstance(training.session.phase, Finished):
        _one_thing(training, clock, load_kg)
    training.tell(RateEffort(7))
    training.leave()


def _begun(store: Store, level: Level) -> Training:
    planner = Planner(store, store.desk.shelf)
    return store.sessions.begin(planner.start_of(Choices(level=level)))


def _one_thing(training: Training, clock: ManualClock, load_kg: float) -> None:
    """Do the next thing that an athlete would do."""
    session = training.session
    phase = session.phase
    if isinstance(phase, Work):
        clock.advance(40_000)
        _log(training, session, load_kg)
    elif isinstance(phase, HoldReady):
        training.tell(StartHold())
    elif isinstance(phase, Rest) and phase.over:
        clock.advance(4_000)
        training.tell(Go())
    else:
        due = next_boundary(session)
        clock.advance(max(1, (due or 0) - training.now()))
        training.tick()


def _log(training: Training, session: Session, load_kg: float) -> None:
    step = pending(session)
    if step is None:
        return
    values = prefill(session, step)
    if Field.LOAD_KG in values and step.ramp is None:
        values[Field.LOAD_KG] = load_kg if step.key.slot == "B1" else 16.0
    training.tell(LogSet(values))
    said = {Field.RIR: 2, Field.SNAP: 4}
    known = {field: value for field, value in said.items() if field in values}
    if known and step.ramp is None and not isinstance(training.session.phase, Finished):
        training.tell(Correct(step.key, dict(known)))


@asynccontextmanager
async def on_stage(
    folder: str, clock: ManualClock, size: tuple[int, int], *, session: bool, theme: str = ""
) -> AsyncIterator[tuple[RunLift, Pilot[None]]]:
    """Open the program on a folder, at home or in a session that has just begun."""
    store = Store(folder, clock)
    store.open()
    start = None
    if session:
        start = Planner(store, store.desk.shelf).start_of(Choices(level=Level.ADVANCED))
    app = RunLift(store, clock, Opening(start))
    if theme:
        app.theme = theme
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
    store.close()


async def until(app: RunLift, pilot: Pilot[None], clock: ManualClock, slot: str) -> None:
    """Go through the session with the one key until a slot's working set is due, or the end."""
    for _ in range(400):
        training: Any = app.leading.training
        await settled(app, pilot)
        if not isinstance(app.screen, SessionScreen):
            return
        step = pending(training.session)
        phase = training.session.phase
        if step and step.key.slot == slot and not step.key.ramp and not isinstance(phase, Rest):
            return
        if isinstance(phase, Work | HoldReady) or (isinstance(phase, Rest) and phase.over):
            await wait(app, pilot, clock, 35 if isinstance(phase, Work) else 3)
            await pilot.press("space")
        else:
            due = next_boundary(training.session)
            await wait(app, pilot, clock, max(0.001, ((due or 0) - training.now()) / 1000))
        await pilot.pause()


async def settled(app: RunLift, pilot: Pilot[None]) -> None:
    """Wait until the writer has done what it was given, and the screen has heard of it."""
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    app._store.writer.submit(lambda: None, lambda _: loop.call_soon_threadsafe(done.set))
    await done.wait()
    await pilot.pause()


async def wait(app: RunLift, pilot: Pilot[None], clock: ManualClock, seconds: float) -> None:
    """Let time pass."""
    clock.advance(round(seconds * 1000))
    if isinstance(app.screen, SessionScreen):
        app.screen._tick()
    await pilot.pause()


def keep(app: RunLift, name: str) -> None:
    """Write a picture of what stands on the screen."""
    width, height = app.size
    background = app.screen.styles.background.hex
    strips = app.screen._compositor.render_strips()
    (HERE / f"{name}.svg").write_text(svg(strips, width, height, background), encoding="utf-8")
    print(f"assets/{name}.svg")


async def pictures(folder: str) -> None:
    """Make them all."""
    clock = ManualClock(NOW_MS - 20 * DAY_MS, offset_min=60)
    store = Store(folder, clock)
    store.open()
    store.library.put(ATHLETE, KEY, document_of(Athlete(level=Level.ADVANCED, asked=True)))
    for days, load_kg in LOADS:
        clock.advance(NOW_MS - days * DAY_MS - clock.stamp().utc_ms)
        train(store, clock, load_kg)
        store.close()
        store = Store(folder, clock)
        store.open()
    store.close()
    clock.advance(NOW_MS - clock.stamp().utc_ms)
    large, small = (120, 36), (80, 24)
    async with on_stage(folder, clock, large, session=False) as (app, _):
        keep(app, "home")
    for key, name in (("e", "exercises"), ("o", "routines")):
        async with on_stage(folder, clock, large, session=False) as (app, pilot):
            await pilot.press(key)
            await settled(app, pilot)
            if name == "exercises":
                await pilot.press("slash", *"rfess", "enter")
                await settled(app, pilot)
            keep(app, name)
    async with on_stage(folder, clock, large, session=True) as (app, pilot):
        await until(app, pilot, clock, "A2")
        await wait(app, pilot, clock, 14)
        await wait(app, pilot, clock, 9)
        keep(app, "hold")
        await until(app, pilot, clock, "B1")
        await wait(app, pilot, clock, 24)
        keep(app, "work")
        await pilot.press("space", "7", "tab")
        await wait(app, pilot, clock, 56)
        keep(app, "rest")
    async with on_stage(folder, clock, small, session=False) as (app, pilot):
        await pilot.press("space")
        await pilot.pause()
        await wait(app, pilot, clock, 30)
        keep(app, "rest-80x24")
    async with on_stage(folder, clock, large, session=False) as (app, pilot):
        await pilot.press("space")
        await pilot.pause()
        await until(app, pilot, clock, "the end")
        await pilot.press("7")
        await pilot.pause()
        keep(app, "summary")


async def looking_back(folder: str) -> None:
    """Make those of the past, on made-up training."""
    clock = ManualClock(NOW_MS, offset_min=60)
    write(folder, 2, clock)
    past = (
        ("history", "h down down"),
        ("progress", "b"),
        ("exercise", "e slash r f e s s enter b left left left left"),
    )
    for name, keys in past:
        async with on_stage(folder, clock, (120, 36), session=False) as (app, pilot):
            for key in keys.split():
                await pilot.press(key)
                await settled(app, pilot)
                # The past is read in turns.
                await pilot.pause(0.5)
            keep(app, name)


def main() -> int:
    """Make the pictures, and return the exit status."""
    for some in (pictures, looking_back):
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(some(folder))
    asyncio.run(nine_weeks())
    return 0


if __name__ == "__main__":
    sys.exit(main())
