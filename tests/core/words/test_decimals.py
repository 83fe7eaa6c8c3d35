"""One rule for commas, wherever a number is typed."""

from collections.abc import Callable
from datetime import date

import pytest

from runlift_tui.core.aloud.typed import values_typed
from runlift_tui.core.history.amend import amended_set
from runlift_tui.core.plan.form import readers_of
from runlift_tui.core.plan.week_edit import typed as week_typed
from runlift_tui.core.plan.weeks import plan_weeks
from runlift_tui.core.routines.edit import At
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Slot, StepKey
from runlift_tui.core.routines.shipped import shipped
from runlift_tui.core.routines.typed import typed as routine_typed
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.sets.plates import bar_typed
from runlift_tui.core.sets.typing import OpenSet
from runlift_tui.core.sets.typing import draft as begun
from runlift_tui.core.sets.values import Field
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.sets.weights_text import weights_typed
from runlift_tui.core.settings.lines import Settings
from runlift_tui.core.settings.lines import typed as setting_typed
from runlift_tui.core.setup.choices import MINUTES, Choices, rows
from runlift_tui.core.setup.choices import typed as choice_typed
from runlift_tui.core.words.decimals import divided, number_typed, pointed
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Distance, Unit
from tests.core.builders import library, started
from tests.core.past import outing, row, view
from tests.core.plans import plan
from tests.rows import for_each


@for_each(
    ("text", "said"),
    [
        ("8,5k 42:10", "8.5k 42:10"),
        ("8,5k, 42:10, easy", "8.5k, 42:10, easy"),
        ("10,000 m", "10000 m"),
        ("1,500m", "1500m"),
        ("1,500 metres", "1500 metres"),
        ("8,047 km", "8.047 km"),
        ("8,047 miles", "8.047 miles"),
    ],
)
def test_inside_of_a_number_it_is_the_point(text: str, said: str) -> None:
    assert pointed(text) == said


@for_each(
    ("text", "numbers"),
    [
        ("7,5 10 12,5", ["7.5", "10", "12.5"]),
        ("7,5; 10", ["7.5", "10"]),
        ("7,5", ["7.5"]),
        ("8,12,16", ["8", "12", "16"]),
        ("8, 12, 16", ["8", "12", "16"]),
    ],
)
def test_between_numbers_it_divides(text: str, numbers: list[str]) -> None:
    assert divided(text) == numbers


@pytest.mark.parametrize("text", ["1,250", "12,500"])
def test_what_can_be_thousands_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused, match="without the comma"):
        number_typed(text)
    with pytest.raises(ValueError, match="float"):
        number_typed("1,2,3")


def past(key: str, text: str) -> object:
    """Return a value of a set of the past as it was typed."""
    session = view(outing(0, row(left=8, right=8, load_kg=24.0, implements=2)))
    return amended_set(session, 0, key, text, Unit.KG)["sets"][0][key]


def live(text: str, *, tabs: int = 0) -> object:
    """Return what is typed into a set, a key at a time; a comma is the key of the point there."""
    draft = begun(StepKey("main", 1, "B1"), (Field.LEFT, Field.RIGHT, Field.LOAD_KG), 2)
    draft = draft.moved(tabs)
    for key in text.replace(",", "."):
        draft = draft.typed(key)
    return next(iter(draft.taken().values()))


def run(text: str) -> tuple[float | None, float | None]:
    """Return metres and seconds of a run."""
    line = read_line(text, TODAY, Distance.KM)
    return line.metres, line.seconds


def usual(text: str, key: str) -> object:
    """Return what stands in the line of a plan that asks what is run in a week."""
    return readers_of({"running": text, "pace": "6:00 /km"}, TODAY)["running"](text)[key]


def before_the_start(about: str, text: str) -> object:
    """Return the choices before a session with a line of them as it was typed."""
    choices = Choices(level=Level.ADVANCED)
    start = started(routine=shipped(choices.routine, Level.ADVANCED))
    place = next(n for n, row in enumerate(rows(choices, start)) if row.about == about)
    return choice_typed(choices, start, place, text.replace(",", "."))


def week(key: str, text: str) -> object:
    """Return a value of a plan's week as it was typed."""
    one = plan()
    return getattr(week_typed(one, plan_weeks(one)[0], key, text), key)


def slot(key: str, text: str) -> Slot:
    """Return a slot of a routine with a value as it was typed."""
    routine = shipped("runner-lower-body", Level.ADVANCED)
    return routine_typed(routine, B4, key, text, library()).slot("B4")


def aloud(text: str) -> object:
    """Return the first value of a set that a plain line says."""
    opened = OpenSet(StepKey("main", 1, "B1"), {Field.REPS: 8, Field.LOAD_KG: 24.0}, 2)
    return next(iter(values_typed(text, opened, Gear()).values()))


TODAY = date(2026, 11, 29)
SETTINGS = Settings()
B4 = At(1, 3)
TAKEN: list[tuple[Callable[[], object], object]] = [
    # What a gym has: a comma inside of a number is its point, between numbers it divides.
    (lambda: weights_typed("7,5 10 12,5", Unit.KG).list_kg, (7.5, 10.0, 12.5)),
    (lambda: weights_typed("7,5; 10", Unit.KG).list_kg, (7.5, 10.0)),
    (lambda: weights_typed("8,12,16", Unit.KG).list_kg, (8.0, 12.0, 16.0)),
    (lambda: weights_typed("2,5", Unit.KG).step_kg, 2.5),
    (lambda: bar_typed("20: 20 5 2,5 1,25", Unit.KG).plates_kg, (20.0, 5.0, 2.5, 1.25)),
    # A load: on a set, in the past, in a plain line.
    (lambda: live("12,5", tabs=2), 25.0),
    (lambda: past("load_kg", "12,5"), 25.0),
    (lambda: aloud("2 x 12,5 kg"), 25.0),
    # Digits of another script are digits, whatever stands about them.
    (lambda: past("load_kg", "\u0661\u0662\u066b\u0665"), 25.0),
    (lambda: aloud("\u0967\u0968"), 12),
    (lambda: run("today \u0668k \u0664\u0662:\u0661\u0660"), (8000.0, 2530.0)),
    (
        lambda: weights_typed("\uff18\u3001\uff11\uff12\u3001\uff11\uff16", Unit.KG).list_kg,
        (8.0, 12.0, 16.0),
    ),
    (lambda: usual("\u0664\u0660 km", "metres"), 40_000.0),
    (lambda: week("rounds", "\u0663"), 3),
    (lambda: slot("target", "\u096e").target, 8),
    (lambda: slot("rest", "\u0661:\u0663\u0660").rest_s, 90),
    (lambda: setting_typed(SETTINGS, "lead_in_s", "\uff15").preferences.lead_in_s, 5),
    # A distance, and how long something takes: of a run, of a week, of a rest.
    (lambda: run("today 5,2 km 25:10"), (5200.0, 1510.0)),
    (lambda: run("today 10,000m 42,5 min"), (10_000.0, 2550.0)),
    (lambda: usual("42,5 km", "metres"), 42_500.0),
    (lambda: usual("5,5 h", "run_min"), 330.0),
    (lambda: week("run_min", "5,5"), 330),
    (lambda: week("run_min", "5,5 h"), 330),
    (lambda: slot("rest", "1,5 min").rest_s, 90),
    (lambda: past("rest_taken_s", "1,5 min"), 90),
]
REFUSED: list[tuple[Callable[[], object], str]] = [
    # A count has no comma, whatever stands behind it.
    (lambda: live("7,5"), "whole numbers only; tab twice leads to the load"),
    (lambda: live("7,0"), "whole numbers only"),
    (lambda: live("1,000"), "whole numbers only"),
    (lambda: past("left", "7,5"), "whole numbers only"),
    (lambda: past("rir", "1,5"), "whole numbers only"),
    (lambda: aloud("7,5"), "whole numbers only"),
    (lambda: before_the_start("main", "2,5"), "whole numbers only"),
    (lambda: before_the_start("main", "2,0"), "whole numbers only"),
    (lambda: before_the_start(MINUTES, "45,5"), "whole numbers only"),
    (lambda: week("rounds", "2,5"), "whole number"),
    (lambda: week("reps", "7,5"), "a number or a range"),
    (lambda: slot("target", "7,5"), "whole number"),
    (lambda: run("today 8k 42:10 effort 7,5"), "whole numbers only"),
    (lambda: setting_typed(SETTINGS, "lead_in_s", "7,5"), "whole number"),
    # It could be either.
    (lambda: past("load_kg", "1,250"), "without the comma"),
    (lambda: past("left", "1,000"), "without the comma"),
]


@for_each("place", range(len(TAKEN)))
def test_commas_are_one_rule_wherever_a_number_is_typed(place: int) -> None:
    typed, said = TAKEN[place]
    assert typed() == said


@for_each("place", range(len(REFUSED)))
def test_a_comma_is_never_swallowed_and_a_count_with_one_is_refused_in_words(place: int) -> None:
    typed, why = REFUSED[place]
    with pytest.raises(Refused, match=why):
        typed()
