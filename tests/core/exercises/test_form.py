"""An exercise as a form, and back: nothing is lost, and what cannot work is said in words."""

from hypothesis import given
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides
from runlift_tui.core.exercises.form import advice, fields, listed, place_of, read, split, typed
from tests.core.builders import library
from tests.core.shelves import exercises
from tests.rows import for_each

RFESS = library()["rfe-split-squat"]


def told(exercise: Exercise, **changes: str) -> dict[str, str]:
    """Return what the form says of a change, by field."""
    _, faults = read({**typed(exercise), **changes}, exercise)
    return {place_of(fault): fault.what for fault in faults}


@given(exercises())
def test_what_is_not_touched_stays_to_the_letter(exercise: Exercise) -> None:
    assert read(typed(exercise), exercise) == (exercise, ())


def test_every_shipped_exercise_can_be_opened_and_kept() -> None:
    for exercise in library().values():
        assert read(typed(exercise), exercise) == (exercise, ())


@given(exercises())
def test_touching_one_field_leaves_the_others(exercise: Exercise) -> None:
    changed, _ = read({**typed(exercise), "name": "Another name"}, exercise)
    assert changed == structs.replace(exercise, name="Another name")


def test_each_field_is_read() -> None:
    texts = {
        "name": "  Box   step-up ",
        "aliases": "BSU, High step",
        "trains": "One leg",
        "measure": "hold",
        "sides": "alternating",
        "load": "band",
        "equipment": "box,band",
        "setup": "Knee-high box.",
        "cues.0": "Push",
        "cues.1": "",
        "cues.2": "Stand tall",
        "cues.3": "",
        "tags": "quad, single-leg,",
        "ladder": "step-up",
        "rung": "2",
        "contacts": "0",
        "why": "Because it is like running uphill.",
    }
    found, faults = read({**typed(RFESS), **texts}, RFESS)
    assert not faults
    assert found == structs.replace(
        RFESS,
        name="Box step-up",
        call="",
        aliases=("BSU", "High step"),
        trains="One leg",
        measure=Measure.HOLD,
        sides=Sides.ALTERNATING,
        load=LoadKind.BAND,
        implements=1,
        equipment=("box", "band"),
        setup="Knee-high box.",
        cues=("Push", "Stand tall"),
        tags=("quad", "single-leg"),
        ladder="step-up",
        rung=2,
        why="Because it is like running uphill.",
        source="",
    )


@for_each(
    ("changes", "field", "what"),
    [
        ({"name": " "}, "name", "it is empty"),
        ({"name": "x" * 81}, "name", "it has 81 characters, and 80 is the most"),
        ({"measure": "hold", "contacts": "1"}, "contacts", "a hold has no contacts"),
        ({"contacts": "11"}, "contacts", "contacts a rep go from 0 to 10"),
        ({"contacts": "one"}, "contacts", "a whole number is needed"),
        ({"rung": "-1"}, "rung", "a whole number is needed"),
        ({"rung": "9" * 7}, "rung", "a whole number is needed"),
        ({"rung": "²"}, "rung", "a whole number is needed"),
        ({"rung": "21"}, "rung", "rungs go from 0 to 20"),
        ({"ladder": ""}, "rung", "a rung needs a ladder"),
        ({"tags": "quad, quad"}, "tags", '"quad" is listed twice'),
        ({"aliases": "a,b,c,d,e,f,g,h,i,j,k,l,m"}, "aliases", "12 are the most"),
        ({"cues.1": "x" * 121}, "cues.1", "it has 121 characters, and 120 is the most"),
    ],
)
def test_what_cannot_work_is_said_where_it_is(
    changes: dict[str, str], field: str, what: str
) -> None:
    assert told(RFESS, **changes) == {field: what}


def test_a_source_stands_behind_its_own_words_only() -> None:
    assert RFESS.source
    changed, _ = read({**typed(RFESS), "why": "Feels good."}, RFESS)
    assert changed.source == ""


def test_a_load_that_is_no_weight_comes_in_one_piece() -> None:
    assert RFESS.implements == 2
    changed, faults = read({**typed(RFESS), "load": "none"}, RFESS)
    assert (changed.implements, faults) == (1, ())


def test_more_cues_than_lines_are_kept() -> None:
    many = structs.replace(RFESS, cues=tuple(f"cue {n}" for n in range(6)))
    assert sum(field.name.startswith("cues.") for field in fields(many)) == 6
    changed, _ = read({**typed(many), "cues.5": "last"}, many)
    assert changed.cues == (*many.cues[:5], "last")


@for_each("items", [(), ("one",), ("one", "two"), ("with, comma",), ("with, comma", "and without")])
def test_lists_come_back_as_they_were_typed(items: tuple[str, ...]) -> None:
    assert split(listed(items)) == items


def test_advice_is_friendly_and_no_fault() -> None:
    others = library().values()
    like = structs.replace(
        RFESS, id="mine", name="step-up", tags=("qaud",), ladder="split-sqat", equipment=("slidr",)
    )
    assert advice(like, others) == {
        "name": "another exercise has this name too",
        "tags": "qaud is new; did you mean quad?",
        "ladder": "split-sqat is new; did you mean split-squat?",
        "equipment": "slidr is new; did you mean slider?",
    }
    assert read(typed(like), like)[1] == ()
    assert advice(RFESS, others) == {}
