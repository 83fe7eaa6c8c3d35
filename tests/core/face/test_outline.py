"""What is to be done, slot by slot: before the start, and what is left in the middle."""

from runlift_tui.core.face.outline import (
    LEGEND,
    SlotRow,
    how_much_is_left,
    legend,
    planned_lines,
    rounds_to_come,
    sets_to_come,
    slot_lines,
    slot_rows,
)
from runlift_tui.core.session.commands import Finish, MoveToEnd, Skip, Swap
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.session.told import ramp_weight, weight, with_weight
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.preview import first_rounds
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, library, main, reps, warm_up


def test_before_the_start_every_slot_stands_once_with_its_sets() -> None:
    lines = dict(planned_lines(Athlete().session, Unit.KG))
    assert list(lines) == ["A1", "A2", "A3", "B1", "B2", "B3", "B4"]
    rounds = Athlete().session.routine.blocks[1].rounds
    assert lines["B1"].startswith(f"Rear-foot-elevated split squat, {rounds} sets of ")
    assert lines["B2"].endswith("half of B1's reps")


def rows(athlete: Athlete) -> dict[str, SlotRow]:
    return {row.label: row for row in slot_rows(athlete.session, Unit.KG)}


def cells(athlete: Athlete, label: str) -> list[str]:
    return [cell.text for cell in rows(athlete)[label].cells]


def test_a_row_is_a_slot_and_a_column_a_round() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    found = rows(athlete)
    assert list(found) == ["A1", "A2", "A3", "B1", "B2", "B3", "B4"]
    assert cells(athlete, "A1") == ["10", "· 10"]
    assert cells(athlete, "A2") == ["▣ 20 s", "· 20 s"]
    assert [label for label, row in found.items() if row.is_now] == ["A2"]
    assert found["B2"].asked == "half of B1's reps"
    assert found["B1"].block != found["A1"].block


def test_a_ramp_to_come_has_a_row_over_its_slot_that_goes_once_it_is_over() -> None:
    athlete = Athlete()

    def with_ramps() -> list[SlotRow]:
        return list(slot_rows(athlete.session, Unit.KG, ramps=True))

    labels = [row.label for row in with_ramps()]
    assert labels == ["A1", "A2", "A3", "B1", "B1", "B2", "B3", "B4"]
    ramp = with_ramps()[3]
    sets = athlete.session.routine.slot("B1").ramp
    assert ramp.name == "ramp to B1"
    assert [cell.text for cell in ramp.cells] == [f"· {each.reps}" for each in sets]
    assert "without weight" in ramp.asked
    athlete.walk_to(main(1, "B1", ramp=2))
    assert [row.name for row in with_ramps() if row.is_now] == ["ramp to B1"]
    assert with_ramps()[3].done[0] == main(1, "B1", ramp=1), "it can be put right there"
    athlete.walk_to(main(1, "B1"))
    assert [row.label for row in with_ramps()] == list(rows(athlete))


def test_a_cell_says_both_sides_what_was_left_the_snap_and_what_was_skipped() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {Field.LEFT: 8, Field.RIGHT: 7, Field.RIR: 2})
    assert cells(athlete, "B1")[0] == "8/7 +2"
    athlete.walk_past(main(1, "B2"), {Field.SNAP: 4})
    assert cells(athlete, "B2")[0] == "3 ~4", "what both did stands once"
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip())
    assert cells(athlete, "B3")[0] == "×"


def test_a_set_that_fell_away_has_an_empty_cell() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    athlete.say(Skip())
    assert cells(athlete, "B2")[0] == ""


def test_a_load_that_was_typed_stands_in_what_is_left() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {**reps(6), Field.LOAD_KG: 24})
    assert "2 x 12 kg" in rows(athlete)["B1"].asked
    left = [each for each in sets_to_come(athlete.session, Unit.KG) if each.label == "B1"]
    assert left
    assert all("2 x 12 kg" in each.text for each in left)


def test_what_was_done_before_a_swap_keeps_its_name_and_its_load() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {**reps(6), Field.LOAD_KG: 24})
    was = athlete.session.exercises["rfe-split-squat"]
    athlete.say(Swap("B1", library()["split-squat"]))
    first, second = (row for row in slot_rows(athlete.session, Unit.KG) if row.label == "B1")
    assert (first.name, first.lifted) == (was.name, "2 x 12 kg")
    assert [bool(cell.text) for cell in first.cells] == [True, False, False, False]
    assert (second.name, second.lifted) == ("Split squat", "")
    assert [bool(cell.text) for cell in second.cells] == [False, True, True, True]


def test_the_loads_of_the_sets_that_were_done_stand_in_their_row() -> None:
    athlete = Athlete()
    assert rows(athlete)["B1"].lifted == ""
    for round_, load in ((1, 24), (2, 28), (3, 28)):
        athlete.walk_past(main(round_, "B1"), {**reps(6), Field.LOAD_KG: load})
    assert rows(athlete)["B1"].lifted == "2 x 12 kg, 2 x 14 kg"
    athlete.walk_past(main(4, "B1"), {**reps(6), Field.LOAD_KG: 400})
    assert rows(athlete)["B1"].lifted == "2 x 12 kg, 2 x 14 kg, 2 x 200 kg?"
    assert rows(athlete)["B1"].cells[3].text == "6", "the mark stands at what is doubted"


def test_what_is_next_says_when_by_the_plan_and_a_small_window_has_a_line_a_round() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    first, second, *_ = sets_to_come(athlete.session, Unit.KG)
    assert (first.label, first.in_s, first.after) == ("B2", 240, "rest 1:30")
    assert second.in_s > 240 + 90
    lines = rounds_to_come(athlete.session, Unit.KG)
    assert [each.label for each in lines[:4]] == ["B2", "B3", "B4", "B1"]
    assert lines[3].text == "Main, round 2, right first"
    assert lines[3].after.endswith(" min")


def test_what_was_skipped_is_counted_too() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.say(Skip())
    done, skipped, coming = how_much_is_left(athlete.session).split(", ")
    assert (done.split(" of ")[0], skipped) == ("1", "1 skipped")
    assert int(done.split()[2]) == 2 + int(coming.split()[0])


def test_what_is_left_stands_in_the_order_in_which_it_is_trained() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B2"))
    athlete.say(MoveToEnd("B3"))
    come = [each.label for each in sets_to_come(athlete.session, Unit.KG)]
    assert come[:4] == ["B4", "B3", "B1", "B2"], "the rest of this round, then the next one"
    assert list(rows(athlete)) == ["A1", "A2", "A3", "B1", "B2", "B3", "B4"], "as in the routine"


def test_once_it_is_over_nothing_is_to_come_and_the_load_stands_behind() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {Field.LEFT: 8, Field.RIGHT: 8, Field.LOAD_KG: 24})
    assert "▣ 4" in dict(slot_lines(athlete.session, Unit.KG))["B2"]
    assert dict(slot_lines(athlete.session, Unit.KG))["B1"].endswith("  2 x 12 kg")
    athlete.say(Finish())
    lines = dict(slot_lines(athlete.session, Unit.KG))
    assert lines["B1"].split("  ")[-1].strip() == "2 x 12 kg"
    assert lines["B2"].endswith("–")
    assert not any("▣" in line or "·" in line for line in lines.values())


def test_over_the_rounds_stands_which_they_are_and_what_is_behind_a_plus() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {**reps(8), Field.LOAD_KG: 24})
    (_, head), *lines = slot_lines(athlete.session, Unit.KG, heads=True)
    assert head.split() == ["round", "1", "2", "3", "4"]
    athlete.correct(main(1, "B1"), {Field.RIR: 2})
    (_, head), *lines = slot_lines(athlete.session, Unit.KG, heads=True)
    assert head.split("  ")[-1] == "+ could do"
    athlete.walk_past(main(1, "B2"), {**reps(4), Field.SNAP: 4})
    (_, head), *lines = slot_lines(athlete.session, Unit.KG, heads=True)
    assert "4 ~4" in dict(lines)["B2"]
    assert head.endswith("   + could do   ~ snap"), "each sign that stands below"
    done = dict(lines)["B1"]
    assert head.index(" 1 ") + 1 == done.index("8 +2")
    assert head.startswith("round "), "space in front of a text is not shown"


def test_a_doubtful_set_has_its_question_mark_and_the_legend_says_what_that_is() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    assert legend(tuple(rows(athlete).values())) == LEGEND
    athlete.walk_past(main(1, "B1"), reps(6))
    athlete.correct(main(1, "B1"), reps(101))
    assert athlete.done(main(1, "B1")).unsure
    assert cells(athlete, "B1")[0].startswith("101?")
    assert legend(tuple(rows(athlete).values())).endswith("? not confirmed")


def test_a_ramp_weighs_the_same_in_the_outline_as_on_its_own_screen() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1", ramp=1))
    athlete.say(Swap("B1", library()["split-squat-barbell"]))
    ramps = [step for step in open_steps(athlete.session) if step.ramp is not None]
    assert len(ramps) == 3
    told = [each.text for each in sets_to_come(athlete.session, Unit.KG) if "ramp, " in each.text]
    for step, line in zip(ramps, told, strict=True):
        assert step.ramp is not None
        assert line.endswith(f"ramp, {step.ramp.reps} with the empty bar, 20 kg")
    assert weight(athlete.session, ramps[0], Unit.KG) == "empty bar, 20 kg"
    row = next(each for each in slot_rows(athlete.session, Unit.KG, ramps=True) if each.ramp_to)
    assert row.asked == "empty bar, 20 kg"


def test_while_nobody_knows_the_load_a_ramp_of_weights_in_the_hands_is_a_share_everywhere() -> None:
    athlete = Athlete()
    ramps = [step for step in open_steps(athlete.session) if step.ramp is not None]
    told = [each.text for each in sets_to_come(athlete.session, Unit.KG) if "ramp, " in each.text]
    drawn = [each for each in first_rounds(athlete.session, Unit.KG) if "ramp: " in each.text]
    for step, line, row in zip(ramps, told, drawn, strict=True):
        shown = with_weight(athlete.session, step, Unit.KG)
        assert shown in (" without weight", f" at {ramp_weight(athlete.session, step, Unit.KG)}")
        assert line.endswith(shown)
        assert row.text.endswith(shown)
