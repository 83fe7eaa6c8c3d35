"""The end of a session in figures: planned against done, and the pairs."""

import pytest
from msgspec import structs

from runlift_tui.core.face import set_rows
from runlift_tui.core.face import summary as summing
from runlift_tui.core.routines.levels import Level, article_routine
from runlift_tui.core.session.commands import Continue, Finish, Pause, RatePain, Skip, StopSign
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.values import Why
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, reps, started, warm_up
from tests.rows import for_each


def test_every_set_has_its_row_and_the_ramp_has_none() -> None:
    athlete = Athlete()
    athlete.walk()
    rows = set_rows.rows(athlete.session, Unit.KG)
    counted = [step for step in athlete.session.done if not step.ramp]
    assert [row.step.key for row in rows] == counted
    assert all(row.done for row in rows)


def test_from_no_chosen_set_up_leads_to_the_last_and_down_to_the_first() -> None:
    athlete = Athlete()
    athlete.walk()
    keys = set_rows.row_keys(athlete.session)
    assert set_rows.another(athlete.session, None, 1) == keys[0]
    assert set_rows.another(athlete.session, None, -1) == keys[-1]
    assert set_rows.another(athlete.session, keys[0], -1) is None
    assert set_rows.another(athlete.session, keys[-1], 1) is None, "below the last it is the effort"


def test_planned_and_done_stand_side_by_side() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(8, 7))
    athlete.walk_to(main(1, "B2"))
    athlete.log(reps(2))
    athlete.say(Finish())
    rows = {(r.step.key.slot, r.step.key.round): r for r in set_rows.rows(athlete.session, Unit.KG)}
    assert rows["B1", 1].done.startswith("8/7")
    assert rows["B1", 1].planned.startswith("6")
    assert rows["B2", 1].planned.startswith("3")
    assert rows["B2", 1].done.startswith("2/2")
    assert "not done" in rows["B4", 1].done
    (pair, *_) = summing.pairs(athlete.session, Unit.KG)
    assert "8/7" in pair
    assert "2/2" in pair


def test_why_a_fast_set_is_missing_is_still_said() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    athlete.say(Skip(Why.PAIN))
    athlete.say(Finish()) if athlete.session.done else None
    rows = [r for r in set_rows.rows(athlete.session, Unit.KG) if r.step.key.slot == "B2"]
    assert all("pain" in row.done or "jumps" in row.done for row in rows)


def paused_for(athlete: Athlete, seconds: int) -> None:
    athlete.say(Pause())
    athlete.wait(seconds * 1000)
    athlete.say(Continue())


def test_pauses_before_the_last_set_are_among_the_minutes() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    paused_for(athlete, 300)
    athlete.walk_past(main(2, "B1"))
    athlete.say(Finish())
    assert "5 of them paused" in summing.figure(athlete.session)[1][1]


def test_a_pause_after_the_last_set_is_none_of_its_minutes() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    paused_for(athlete, 300)
    athlete.say(Pause())
    athlete.wait(300_000)
    athlete.say(Finish())
    assert "paused" not in summing.figure(athlete.session)[1][1]


def test_a_pause_that_counts_as_no_minute_is_not_said() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    paused_for(athlete, 3_600)
    athlete.walk_past(main(2, "B1"))
    athlete.say(Finish())
    assert "paused" not in summing.figure(athlete.session)[1][1]


@for_each("width", [36, 56, 74, 96, 140])
def test_the_table_fits_whatever_the_window(width: int) -> None:
    athlete = Athlete()
    athlete.walk()
    rows = set_rows.rows(athlete.session, Unit.KG)
    head, *lines = set_rows.table(rows, 3, width)
    assert all(len(text) <= max(width, 48) for text, _ in (head, *lines))
    assert len({text.index(row.done) for row, (text, _) in zip(rows, lines, strict=True)}) == 1
    assert [chosen for _, chosen in lines].index(True) == 3
    assert ("rest taken" in head[0]) == (width >= 74)
    if width >= 96:
        assert "Rear-foot-elevated split squat" in "".join(text for text, _ in lines)


def test_a_session_of_seconds_has_no_minutes() -> None:
    athlete = Athlete()
    athlete.wait(1_000)
    athlete.log(reps(6))
    athlete.say(Finish())
    assert summing.figure(athlete.session)[1][1] == "under a minute"
    sets = summing.figure(athlete.session)[1][0]
    assert summing.headline(athlete.session) == (
        f"1 {sets.removesuffix(' sets')}",
        f"1 {sets}, under a minute",
    )


def test_the_minutes_are_what_is_read_from_afar() -> None:
    athlete = Athlete()
    athlete.walk()
    large, sentence = summing.headline(athlete.session)
    assert large.endswith(" min")
    assert sentence.startswith("22 of 22 sets, ")
    assert "minutes" not in sentence, "they stand there in large letters"


def test_the_minutes_are_said_once_more_where_some_of_them_were_none_of_training() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    paused_for(athlete, 300)
    athlete.walk()
    large, sentence = summing.headline(athlete.session)
    assert f"{large.removesuffix(' min')} minutes, 5 of them paused" in sentence


def finished(athlete: Athlete) -> str:
    athlete.walk()
    return summing.afterword(athlete.session)


def known(*but: str) -> tuple[LastTime, ...]:
    slots = [slot for _, slot in article_routine(Level.ADVANCED).slots()]
    return tuple(
        LastTime(slot=slot.label, exercise=slot.exercise, sets=(LastSet(left=8, right=8),))
        for slot in slots
        if slot.label not in but
    )


def test_after_the_first_session_it_says_what_is_normal_and_what_is_not() -> None:
    words = finished(Athlete(structs.replace(started(), first=True)))
    assert words.startswith("After a first session sore thighs and glutes for two days are normal")
    assert words.endswith(" No hard run tomorrow.")
    assert "adductors" not in words
    assert "longer, is not" in words


@pytest.mark.parametrize("first", [False, True])
def test_what_hurt_has_its_advice_and_a_stop_sign_no_next_time(first: bool) -> None:
    told, athlete = {}, Athlete()
    for pain in (3, 5, 7):
        athlete = Athlete(structs.replace(started(), first=first, last=known()))
        athlete.walk_to(main(2, "B3"))
        athlete.say(Skip(Why.PAIN))
        athlete.say(RatePain(main(2, "B3"), pain))
        told[pain] = summing.afterword(athlete.session)
    assert "physiotherapist" not in told[3]
    assert "B3 hurt 5 of 10: leave it out or easier next time" in told[5]
    assert "Leave what hurt until it is calm" in told[7]
    assert all("see a physiotherapist. No hard run tomorrow." in told[pain] for pain in (5, 7))
    assert all(("sharper pain, or longer" in each) is first for each in told.values())
    athlete.say(StopSign())
    assert summing.afterword(athlete.session).endswith(summing.UNTIL_LOOKED)
    assert "next time" not in dict(summing.ahead(athlete.session, Gear()))


@pytest.mark.parametrize(
    ("new", "felt"), [("A2", "inner thighs"), ("B4", "thighs and sides of the trunk")]
)
def test_what_is_new_says_where_it_will_be_felt(new: str, felt: str) -> None:
    athlete = Athlete(started(last=known(new)))
    words = finished(athlete)
    assert words.startswith("New today: ")
    assert f"Sore {felt} for two days are normal" in words


def test_what_is_new_and_was_skipped_is_not_told_of() -> None:
    athlete = Athlete(started(last=known("A2")))
    for round_ in (1, 2):
        athlete.walk_to(warm_up(round_, "A2"))
        athlete.say(Skip())
    assert finished(athlete) == ""


def test_where_all_is_known_nothing_is_said() -> None:
    assert finished(Athlete(started(last=known()))) == ""


def test_rests_are_told_a_slot_at_a_time_and_the_hours_by_the_wall_clock() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk()
    told = summing.rests(athlete.session)[1].split(" · ")
    assert [each.split()[0] for each in told[:-1]] == ["B1", "B2", "B3"]
    assert told[-1] == "not those between rounds"
    assert told[0].endswith("of 4:00")
    assert summing.hours(athlete.session, 0).count(" to ") == 1
    assert summing.hours(athlete.session, 0).count(":") == 2
    short = Athlete(started(Level.ADVANCED))
    short.walk_past(warm_up(1, "A1"))
    assert summing.hours(short.session, 0).count(":") == 4, "a minute more or less would be much"
    assert summing.rests(Athlete().session)[1] == summing.hours(Athlete().session, 0) == ""
