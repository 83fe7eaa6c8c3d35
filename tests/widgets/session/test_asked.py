"""A law: a question hides neither the exercise that it stands over nor the side that starts."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from textual.geometry import Size

from runlift_tui.core.face import pain_questions, prompts
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.face.shapes import Scene, SessionFace
from runlift_tui.core.session.commands import Prepare
from runlift_tui.core.session.fold import apply
from runlift_tui.core.session.state import Holding, LeadIn, Session
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.values import Field
from runlift_tui.store.library import shipped
from runlift_tui.widgets.large.lettering import letter_lines
from runlift_tui.widgets.session.session_view import SessionView
from tests.sweep import sweep
from tests.widgets.faces import REST
from tests.widgets.gallery import Gallery
from tests.widgets.session.test_large import (
    SIZES,
    Seen,
    drawn,
    every_exercise,
    in_letters_at,
    moments,
)


def asking(session: Session, at: int) -> Iterator[SessionFace]:
    """Yield the face of a moment under each question that one meets in it."""
    step = pending(session)
    assert step is not None
    for prompt in (prompts.skip(session), pain_questions.asked(session)):
        yield face(session, at, Viewing(prompt=prompt))
    if step.exercise.takes_load and not isinstance(session.phase, LeadIn | Holding):
        far = apply(session, at, Prepare({Field.LOAD_KG: 900.0}))
        found = face(far, at, Viewing())
        assert found.flash.startswith(f"{name_of(step.key)}: "), "the set is named"
        yield found


def hidden(view: SessionView, size: Size, seen: Seen) -> list[str]:
    """Return what a question leaves nowhere on the screen: a name, a side, what is asked."""
    shown, lines = seen.face, drawn(view, size)
    cells, words = " ".join(" ".join(lines).split()), shown.call.split()
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    names = [(shown.call,), *halves]
    found: list[str] = []
    in_cells = any(each[:12].lower() in cells.lower() for each in (shown.title, shown.call))
    if not in_cells and not any(all(in_letters_at(lines, t) for t in each) for each in names):
        found.append(f"name {shown.title}")
    side = shown.side.partition(" ")[0]
    places = {type(part).__name__: region for part, region in view.placed(size)}
    by_pen = shown.scene is Scene.LEAD_IN and places["SideWord"].height >= 4 if side else True
    is_said = side in cells or by_pen or in_letters_at(lines, side)
    if side in ("LEFT", "RIGHT") and not is_said:
        found.append(f"side {side}")
    if (shown.asked.question if shown.asked else shown.flash).split()[0] not in cells:
        found.append("question")
    return found


@pytest.mark.parametrize("size", sweep(SIZES, stay=SIZES[:1]), ids="{0[0]}x{0[1]}".format)
async def test_a_question_leaves_the_name_and_the_side_on_the_screen(size: tuple[int, int]) -> None:
    app, failed, asked = Gallery(), dict[tuple[object, ...], list[str]](), set[tuple[Scene, str]]()
    async with app.run_test(size=size):
        for exercise in every_exercise():
            figure = shipped.figure(exercise.id)
            app.view.stage.rows = len(figure.small[0]) if figure else 0
            for each in moments(exercise, 27.5 if exercise.takes_load else None, asking):
                app.view.face = each.face
                asked.add((each.face.scene, each.face.doubt))
                lacks = hidden(app.view, Size(*size), each)
                if lacks:
                    failed[exercise.id, each.face.word, each.face.flash] = lacks
    assert failed == {}
    both = {(scene, doubt) for scene in (Scene.WORK, Scene.REST) for doubt in ("", "IS IT RIGHT?")}
    assert asked >= both


async def test_a_ramps_word_stands_behind_its_count_for_ramp_2_would_be_the_second() -> None:
    coming = structs.replace(
        REST, call="REAR-FOOT SPLIT SQUAT", count="2 EACH", load="", side="LEFT FIRST", ramp="RAMP"
    )
    app = Gallery(face=coming)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.stage.keep_room(kept=True)
        await pilot.pause()
        lines = drawn(app.view, Size(80, 24))
        ink = [
            "".join(piece.text for piece in letter_lines(each, 3)[0])
            for each in ("2 EACH", "RAMP", "LEFT FIRST")
        ]
        row = next(line for line in lines if ink[0] in line and ink[1] in line)
        assert sorted(ink, key=row.index) == ink
