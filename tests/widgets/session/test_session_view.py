"""The whole screen: what stands on it at each size, and what is painted again."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.widget import Widget

from runlift_tui.core.exercises.call import fitting
from runlift_tui.core.face.shapes import BarFace, FieldFace, Scene, SessionFace
from runlift_tui.looks.themes import DARK
from runlift_tui.widgets.base.part import LIT
from runlift_tui.widgets.large.digits import BigDigits, Slice
from runlift_tui.widgets.large.figure import plan
from runlift_tui.widgets.large.glyphs import width_of
from runlift_tui.widgets.large.lettering import letter_lines
from runlift_tui.widgets.lines.keys import KeyClicked, KeysLine
from runlift_tui.widgets.session.frame import heading_rows, is_low
from runlift_tui.widgets.session.head import Course, course_row
from runlift_tui.widgets.session.values import FieldPointed, Values
from tests.sweep import sweep
from tests.widgets.faces import FACES, HOLD, OVERTIME, PAUSED, PRIMING, REST, UNSAVED, WORK
from tests.widgets.gallery import Gallery

SIZES = [(60, 16), (80, 24), (120, 36), (160, 45), (200, 60)]
USUAL = [(60, 16), (120, 36)]
Painted = list[tuple[Widget, tuple[Region, ...], bool]]


def shown(app: Gallery) -> list[str]:
    """Return what stands on the screen, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def painted_cells(app: Gallery) -> list[list[tuple[str, Style]]]:
    """Return every character on the screen with its style."""
    return [
        [(each, segment.style or Style()) for segment in strip for each in segment.text]
        for strip in app.screen._compositor.render_strips()
    ]


def grounds(app: Gallery) -> set[object]:
    """Return the colours of all grounds on the screen."""
    return {style.bgcolor for line in painted_cells(app) for _, style in line}


def says(lines: list[str], text: str, rows: int, columns: int) -> bool:
    """Whether a text stands there in letters of so many rows, as much of it as fits."""
    drawn = ["".join(p.text for p in row) for row in letter_lines(fitting(text, columns), rows)]
    return any(
        all(row in line for row, line in zip(drawn, lines[top:], strict=False))
        for top in range(len(lines) - rows)
    )


@contextmanager
def painting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Painted]:
    """Collect every refresh that is asked for."""
    painted: Painted = []
    refresh = Widget.refresh

    def spy(self: Widget, *regions: Region, layout: bool = False, **more: bool) -> Widget:
        painted.append((self, regions, layout))
        return refresh(self, *regions, layout=layout, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Widget, "refresh", spy)
        yield painted


@pytest.mark.parametrize("size", sweep(SIZES, stay=USUAL), ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_state_shows_its_number_heading_and_first_key(size: tuple[int, int]) -> None:
    app = Gallery()
    width, height = size
    rows, last = heading_rows(*size), height - (1 if height < 32 else 2 if height < 40 else 3)
    async with app.run_test(size=size) as pilot:
        for name, face in FACES.items():
            app.view.face = face
            await pilot.pause()
            lines = shown(app)
            assert len(lines) == size[1]
            in_cells = is_low(height) and face.scene is Scene.REST
            heading = any(face.word in line for line in lines)
            assert heading if in_cells else says(lines, face.heading, rows, width - 2), name
            assert f" {face.keys[0].key}  {face.keys[0].word}" in lines[last], name
            assert sum(any(block in line for block in "█▀▄▌") for line in lines) >= 5, name
            for field in face.fields:
                assert any(field.shown in line for line in lines), (name, field)


@pytest.mark.parametrize("size", sweep(SIZES, stay=USUAL), ids=lambda size: f"{size[0]}x{size[1]}")
async def test_not_saved_is_said_at_every_size(size: tuple[int, int]) -> None:
    app = Gallery(face=UNSAVED)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert any("NOT SAVED: disk full" in line for line in shown(app))


async def test_an_equal_face_repaints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with painting(monkeypatch) as painted:
            app.view.face = replace(PRIMING)
            app.view.face = replace(PRIMING, fields=tuple(PRIMING.fields))
        assert painted == []


async def test_a_second_paints_the_digit_that_changed_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        last = list(app.view.query(Slice))[-1]
        with painting(monkeypatch) as painted:
            app.view.face = replace(PRIMING, big="3:03")
        assert [widget for widget, _, _ in painted] == [last]
        _, regions, layout = painted[0]
        assert not layout
        assert regions
        digits = app.view.query_one(BigDigits)
        digit = width_of("4", plan(digits.figure, *digits.size).rows)
        assert all(region.height == 1 and region.right <= digit for region in regions)


async def test_a_new_minute_paints_all_digits_but_lays_nothing_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Gallery(face=replace(PRIMING, big="3:00"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with painting(monkeypatch) as painted:
            app.view.face = replace(PRIMING, big="2:59")
        assert len(painted) == 3
        assert not any(layout for _, _, layout in painted)


async def test_the_bar_paints_only_the_cells_that_drained(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with painting(monkeypatch) as painted:
            app.view.face = replace(
                PRIMING, bar=BarFace("blocks", 733, "4:00", "window 3-7 min", 16)
            )
        assert sum(region.area for _, regions, _ in painted for region in regions) <= 2


@pytest.mark.parametrize("size", sweep(SIZES, stay=USUAL), ids=lambda size: f"{size[0]}x{size[1]}")
async def test_small_repaints_leave_what_a_full_one_would(size: tuple[int, int]) -> None:
    app = Gallery()
    steps = [
        PRIMING,
        replace(PRIMING, big="2:59", bar=BarFace("blocks", 700, "4:00", "window 3-7 min", 16)),
        OVERTIME,
        replace(OVERTIME, big="+0:13"),
        HOLD,
        replace(HOLD, big="9", bar=BarFace("fill", 800, "0:20")),
        WORK,
        replace(WORK, pulse=True),
        replace(REST, pulse=True),
        REST,
        PAUSED,
        UNSAVED,
        REST,
    ]
    async with app.run_test(size=size) as pilot:
        for face in steps:
            app.view.face = face
            await pilot.pause()
            small = painted_cells(app)
            app.screen.refresh(layout=True)
            for widget in app.screen.query("*"):
                widget.refresh()
            await pilot.pause()
            assert small == painted_cells(app)


async def test_states_take_their_colour_and_the_theme_can_change() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        for theme in ("runlift-dark", "runlift-light"):
            app.theme = theme
            for face, name in ((PRIMING, "priming"), (HOLD, "hold"), (WORK, "work")):
                app.view.face = face
                await pilot.pause()
                strips = app.screen._compositor.render_strips()
                colours = {
                    segment.style.color.triplet
                    for strip in strips
                    for segment in strip
                    if "██" in segment.text and segment.style and segment.style.color
                }
                wanted = Color.parse(app.theme_variables[name]).rich_color.triplet
                assert colours == {wanted}, (theme, name)


async def test_the_squares_close_up_and_go_where_there_is_no_room() -> None:
    app = Gallery(face=WORK)
    async with app.run_test(size=(80, 24)) as pilot:
        tops = {}
        for width in (120, 80, 60):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            tops[width] = shown(app)[0]
        assert "■■■ ■■■  ■■■■ ▣□□□ □□□□ □□□□" in tops[80]
        assert "38 min left   done 18:42" in tops[120]
        assert tops[80].rstrip().endswith("11 of 22   38 min")
        assert "■■■■■■■■■■▣□□□□□□□□□□□" in tops[60]
        assert tops[60].rstrip().endswith("38 min")
        assert all("Main  round 2 of 4" in tops[width] for width in (80, 60))
        brief = WORK.progress_brief
        course = Course(WORK.place, WORK.squares, WORK.progress, WORK.until, brief)
        narrow = "".join(piece.text for piece in course_row(course, 36))
        assert "■" not in narrow
        assert "Main  round 2 of 4" in narrow


@pytest.mark.parametrize("columns", [80, 120])
async def test_clicks_say_which_key_and_which_field(columns: int) -> None:
    heard: list[str | int] = []

    class Listening(Gallery):
        def on_key_clicked(self, message: KeyClicked) -> None:
            heard.append(message.key)

        def on_field_pointed(self, message: FieldPointed) -> None:
            heard.append(message.index)

    app = Listening(face=PRIMING)
    async with app.run_test(size=(columns, 24)) as pilot:
        await pilot.pause()
        for widget, text in ((KeysLine, "undo"), (Values, "could do"), (Values, "left")):
            found = app.view.query_one(widget)
            line, x = next(
                (y, line.index(text))
                for y, line in enumerate(shown(app))
                if text in line and found.region.y <= y < found.region.bottom
            )
            await pilot.click(offset=(x + 1, line))
        await pilot.pause()
    assert heard == ["u", 3, 0]


async def test_fields_do_not_move_when_the_focus_does() -> None:
    app = Gallery(face=REST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = shown(app)
        other = tuple(FieldFace(field.name, field.shown) for field in REST.fields)
        app.view.face = replace(REST, fields=other)
        await pilot.pause()
        assert [line.replace("[", " ").replace("]", " ") for line in before] == shown(app)


async def test_a_users_own_words_are_shown_and_never_obeyed() -> None:
    nasty: SessionFace = replace(WORK, title="[bold]Sq\x1buat[/]\nx", cue="a\u202eb")
    app = Gallery(face=nasty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "[bold]Sq\N{REPLACEMENT CHARACTER}uat[/] x" in text
        assert "\x1b" not in text
        assert "ab" in text


async def test_the_figure_stays_inside_while_the_window_changes() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        for width, height in (*SIZES, (40, 10), (20, 6), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert [len(line) for line in shown(app)] == [width] * height
            digits = app.view.query_one(BigDigits)
            assert sum(part.region.width for part in app.view.query(Slice)) == digits.size.width


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_that_letters_shorten_stands_whole_beside_its_code(
    size: tuple[int, int],
) -> None:
    face = replace(
        REST,
        label="B1",
        title="Barbell split squat",
        call="BARBELL SPLIT SQUAT",
        side="LEFT FIRST",
        load="BAR 20 KG",
        ramp="RAMP",
        units=("5 each leg", "ramp 1 of 2"),
    )
    app = Gallery(face=face)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = shown(app)
        whole = says(lines, "BARBELL SPLIT SQUAT", 3, size[0])
        named = any("NEXT  B1" in line and "Barbell split squat" in line for line in lines)
        assert whole is not named, "it stands once"


async def test_a_name_of_one_word_follows_one_in_two_rows() -> None:
    bar = BarFace("drain", 967, "1:30", "window 3-7 min")
    coming = replace(REST, count="8 EACH", load="18 KG", side="LEFT FIRST", bar=bar)
    app = Gallery(face=coming)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.stage.keep_room(kept=True)
        await pilot.pause()
        lines = shown(app)
        assert says(lines, "ANTI-ROTATION", 3, 80)
        assert says(lines, "SQUAT", 3, 80)
        assert any("1:30" in line for line in lines)
        assert any("window 3-7 min" in line for line in lines)
        app.view.face = replace(app.view.face, big="+0:12", bar=OVERTIME.bar)
        await pilot.pause()
        ready = [line[:50].split()[-2:] for line in shown(app)]
        assert ["you", "are"] in ready or ["when", "you"] in ready, "in two rows beside the clock"
        for call in ("STEP-UP", "JUMPING LUNGE", "REAR-FOOT SPLIT SQUAT"):
            app.view.face = replace(app.view.face, call=call)
            await pilot.pause()
            assert says(shown(app), call.partition(" ")[0], 3, 80)


@pytest.mark.parametrize("size", SIZES[1:4])
async def test_a_side_in_a_hold_stands_in_two_rows_the_side_alone(size: tuple[int, int]) -> None:
    app = Gallery(face=replace(HOLD, side="LEFT ON TOP"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = shown(app)
        assert any(says(lines, "LEFT ON TOP", rows, 99) for rows in (3, 5)) or all(
            any(says(lines, text, rows, 99) for rows in (3, 5)) for text in ("LEFT", "ON TOP")
        )


async def test_a_flash_lights_up_what_has_changed_of_the_number_and_leaves_no_trace() -> None:
    app = Gallery(face=replace(PRIMING, big="0:03"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.view.face = second = replace(PRIMING, big="0:02")
        await pilot.pause()
        before, last = painted_cells(app), [*app.view.query(Slice)][-1].region
        app.view.face = replace(second, pulse=True)
        await pilot.pause()
        after = painted_cells(app)
        assert [[text for text, _ in line] for line in after] == [
            [text for text, _ in line] for line in before
        ]
        dark = Color.parse(DARK.background or "").rich_color
        lit = {
            (x, y)
            for y, line in enumerate(after)
            for x in range(120)
            if line[x][1].bgcolor != before[y][x][1].bgcolor
        }
        spans = (last.column_span, last.line_span)
        ink = [(x, y) for y in range(*spans[1]) for x in range(*spans[0]) if after[y][x][0] != " "]
        columns, rows = ({place[n] for place in ink} for n in (0, 1))
        of_digit = range(min(columns), max(columns) + 1), range(min(rows), max(rows) + 1)
        assert lit == {(x, y) for y in of_digit[1] for x in of_digit[0]}
        assert all(after[y][x][1].bgcolor != dark for x, y in lit)
        app.view.face = second
        await pilot.pause()
        assert painted_cells(app) == before


async def test_a_change_of_state_lights_up_the_whole_number_in_its_colour() -> None:
    app = Gallery(face=replace(PRIMING, big="0:01"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.view.face = replace(OVERTIME, pulse=True)
        await pilot.pause()
        number = app.view.query_one(BigDigits).region
        rows = painted_cells(app)[number.y : number.bottom]
        inked = [each for row in rows for each in row[number.x : number.right] if each[0] != " "]
        lit = {style.bgcolor for _, style in inked}
        stage, state = Color.parse(DARK.background or ""), Color.parse(DARK.variables["overtime"])
        assert lit == {stage.blend(state, LIT).rich_color}


async def test_a_tiny_window_flashes_in_its_lines() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        dark = grounds(app)
        app.view.face = replace(PRIMING, pulse=True)
        await pilot.pause()
        assert len(grounds(app)) == len(dark) + 1


TINY = [(59, 16), (60, 15), (40, 10), (40, 7), (20, 5), (20, 3), (16, 2), (30, 1), (8, 1)]


@pytest.mark.parametrize(
    "size", sweep(TINY, stay=TINY[::3]), ids=lambda size: f"{size[0]}x{size[1]}"
)
async def test_a_tiny_window_keeps_the_clock_or_the_target(size: tuple[int, int]) -> None:
    app = Gallery()
    async with app.run_test(size=size) as pilot:
        for name, face in FACES.items():
            app.view.face = face
            await pilot.pause()
            lines = shown(app)
            assert [len(line) for line in lines] == [size[0]] * size[1]
            drawn = any(block in line for block in "█▟▙" for line in lines)
            assert drawn or any(face.big.strip() in line for line in lines), name
            assert not app.screen.query("ScrollBar").nodes
            if face.alarms and size[1] > 1 and size[0] > 11:
                assert any("NOT SAVED" in line for line in lines), name


async def test_a_window_that_grows_again_has_all_of_it() -> None:
    app = Gallery(face=PRIMING)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = painted_cells(app)
        for size in ((40, 10), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert painted_cells(app) == before


async def test_where_no_load_stands_in_letters_the_words_beside_a_number_go_on() -> None:
    long = "it comes after 2 sessions of this one with pain 0-2, typed with h before the first set"
    units = ("6 jumps", "half of 6", "Snap: how fast it felt, 1 to 5; tab leads to it.", long)
    bare = replace(WORK, load="", units=units)
    app = Gallery(face=bare)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.stage.keep_room(kept=True)
        await pilot.pause()
        lines = shown(app)
        assert any("before the first set" in line for line in lines)
        assert not any("…" in line for line in lines)
        assert says(lines, "LEFT FIRST", 3, 78)
        app.view.face = replace(bare, load="2x12 KG")
        await pilot.pause()
        assert says(shown(app), "2x12 KG", 3, 78)
        assert any("…" in line for line in shown(app))
