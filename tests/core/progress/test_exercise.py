"""One exercise, looked back on in words."""

from runlift_tui.core.progress.curves import Curve, points
from runlift_tui.core.progress.exercise import (
    best_lines,
    outing_line,
    outings_of,
    range_shown,
    sides_compared,
)
from runlift_tui.core.sets.e1rm import Estimate
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.told import sets_shown
from runlift_tui.core.words.units import Unit
from tests.core.past import heavy, outing, row, sessions
from tests.rows import for_each


def sides(*days: tuple[int, int]) -> str:
    found = (outing(n, row(left=left, right=right)) for n, (left, right) in enumerate(days))
    return sides_compared(outings_of(sessions(*found), "rfe-split-squat"))


def test_nothing_done_says_nothing() -> None:
    assert outings_of((), "dead-bug") == ()
    assert best_lines((), Unit.KG) == ()
    assert sides_compared(()) == ""


def test_sets_of_one_load_stand_together() -> None:
    sets = (heavy(8, 8), heavy(8, 7), heavy(6, 6, None, 28.0))
    assert sets_shown(sets, Unit.KG) == "8/8, 8/7 at 2 x 12 kg; 6/6 at 2 x 14 kg"
    assert sets_shown((LastSet(left_s=20, right_s=18), LastSet()), Unit.KG) == "20/18 s, –"


def test_a_range_in_either_unit() -> None:
    assert range_shown(Estimate(29.793, 30.4, 8), Unit.KG) == "29.8-30.4 kg"
    assert range_shown(Estimate(45.359237, 49.8951607, 1), Unit.LB) == "100-110 lb"


@for_each(
    ("days", "said"),
    [
        ([(8, 8), (8, 7)], "left and right: 3 more sessions before they are compared"),
        ([(8, 8)] * 5, "left and right: no clear difference"),
        (
            [(10, 8)] * 5,
            "right did 20 % less than left over the last 5 sessions; your typical error is 0 %",
        ),
        (
            [(6, 8)] * 5,
            "left did 25 % less than right over the last 5 sessions; your typical error is 0 %",
        ),
    ],
)
def test_how_the_sides_compare(days: list[tuple[int, int]], said: str) -> None:
    assert sides(*days) == said


def test_reps_without_sides_compare_none() -> None:
    found = outings_of(sessions(outing(0, row(reps=8))), "rfe-split-squat")
    assert len(found) == 1
    assert sides_compared(found) == ""


def test_the_best_sets_and_every_outing() -> None:
    found = outings_of(
        sessions(
            outing(0, row(left=8, right=8, load_kg=24.0, implements=2, rir=2)),
            outing(2, row(left=5, right=5, load_kg=28.0, implements=2)),
        ),
        "rfe-split-squat",
    )
    best = best_lines(found, Unit.KG)
    assert [each.by for each in best] == ["estimated 1RM 29.3-34.9 kg", "heaviest", "most"]
    assert best[1].done == "5/5 at 2 x 14 kg"
    lines = [outing_line(each, Unit.KG) for each in found]
    assert [each.done for each in lines] == ["8/8 at 2 x 12 kg", "5/5 at 2 x 14 kg"]
    assert [each.estimate for each in lines] == ["29.3-34.9 kg", "left unsaid"]
    assert [each.load for each in lines] == ["2 x 12 kg", "2 x 14 kg"]
    assert [each.most for each in lines] == ["8", "5"]
    assert [each.volume for each in lines] == ["384 kg", "280 kg"]
    assert [each.sides for each in lines] == ["8/8, +0 %", "5/5, +0 %"]


def test_what_is_clearly_more_is_best_though_it_has_no_estimate() -> None:
    found = outings_of(
        sessions(
            outing(0, row(left=9, right=9, load_kg=32.0, implements=2, rir=2)),
            outing(2, row(left=8, right=8, load_kg=32.0, implements=2, rir=0)),
        ),
        "rfe-split-squat",
    )
    best, more = best_lines(found, Unit.KG)[:2]
    assert (best.by, best.day) == ("estimated 1RM 36.9-43.3 kg", found[1].day)
    assert best.by.endswith(outing_line(found[1], Unit.KG).estimate), "as its row in the table"
    assert (more.by, more.day) == ("more than any estimate", found[0].day)
    assert more.done == "9/9 at 2 x 16 kg, could do 2 more (above 10 reps)"
    assert outing_line(found[0], Unit.KG).estimate == "above 10 reps"


def test_the_best_estimate_is_one_that_its_day_has_in_the_table_and_in_the_chart() -> None:
    found = outings_of(
        sessions(
            outing(0, row(left=8, right=8, load_kg=30.0, implements=2, rir=1)),
            outing(
                2,
                row(left=8, right=8, load_kg=32.0, implements=2, rir=2),
                row(left=8, right=8, load_kg=32.0, implements=2, rir=5),
            ),
        ),
        "rfe-split-squat",
    )
    best = best_lines(found, Unit.KG)
    along = points(found, Curve.E1RM, Unit.KG)
    assert [(each.by.split()[0], each.day) for each in best[:2]] == [
        ("estimated", found[0].day),
        ("more", found[1].day),
    ]
    assert [each.day for each in along] == [found[0].day]


def test_an_outing_in_pounds_and_one_of_holds() -> None:
    (loaded,) = outings_of(
        sessions(outing(0, row(left=5, right=4, load_kg=45.359237))), "rfe-split-squat"
    )
    line = outing_line(loaded, Unit.LB)
    assert (line.load, line.volume, line.sides) == ("100 lb", "900 lb", "5/4, -20 %")
    (held,) = outings_of(
        sessions(outing(0, row("plank", left_s=20, right_s=18), row("plank", seconds=30))), "plank"
    )
    line = outing_line(held, Unit.KG)
    assert (line.load, line.most, line.volume) == ("", "30 s", "68 s")
