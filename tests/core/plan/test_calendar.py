"""The calendar file, read back by a calendar library."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.plan.calendar import Event, calendar_text, events, held
from runlift_tui.core.plan.plan import RaceDistance
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.words.text import safe_text
from tests.core.plans import FRI, MONDAY, plan

MADE = 1_795_366_800_123


def back(text: str) -> list[icalendar.Event]:
    """Return the events of a file as a calendar program reads it."""
    found = icalendar.Calendar.from_ical(text.encode())
    assert found["VERSION"] == "2.0"
    assert found["PRODID"]
    return [each for each in found.walk("VEVENT") if isinstance(each, icalendar.Event)]


def test_a_plan_comes_back_day_by_day() -> None:
    one = plan()
    now = flow(one, (), MONDAY - timedelta(days=1))
    found = back(calendar_text(events(one, now), MADE, "0.1.0"))
    sessions = [each for each in found if str(each["SUMMARY"]).startswith("Strength")]
    assert [each.start for each in sessions] == [each.day for each in now.sessions]
    assert [str(each["SUMMARY"]) for each in found if each not in sessions] == ["5K time trial"] * 2
    assert str(sessions[0]["SUMMARY"]) == "Strength: week 1 of 9, session 1"
    assert str(sessions[2]["DESCRIPTION"]) == (
        "About 52 min: 3 rounds, B1 8-10 each leg, could do 3 more.\n"
        "Run first, lift six hours later or more."
    )
    for each in found:
        assert isinstance(each.start, date)
        assert each.end - each.start == timedelta(days=1), "a whole day, its end left out"
        assert datetime(2026, 11, 22, 17, 0, tzinfo=UTC) == each.DTSTAMP
    assert len({str(each["UID"]) for each in found}) == len(found)


def test_what_pain_or_a_stop_sign_holds_back_says_until_when() -> None:
    one, day = plan(), MONDAY - timedelta(days=1)
    found = tuple(events(one, flow(one, (), day)))
    assert tuple(held(found, "", Running.ALL, day)) == found
    sign = tuple(held(found, "No running.", Running.NONE, day))
    assert all(each.summary.startswith("Not before somebody has looked: ") for each in sign)
    assert not any("Run first" in each.description for each in sign)
    sore = tuple(held(found, "", Running.EASY, day))
    told = {each.summary for each in sore if each.is_raced}
    assert told == {"Not before a session with pain 0-2: 5K time trial"}
    assert [each for each in sore if not each.is_raced] == [x for x in found if not x.is_raced]


def test_a_race_is_named_as_the_form_has_it() -> None:
    race = MONDAY + timedelta(days=61)
    one = plan(race=race, race_distance=RaceDistance.TEN)
    named = {each.day: each for each in events(one, flow(one, (), MONDAY)) if each.is_raced}
    assert named[race].summary == "Race, 10K"
    assert named[race].description == ("Then 3 easy days: no hard and no long run (our own rule).")


def test_a_session_that_moves_keeps_its_id() -> None:
    one = plan()
    before = {each.uid: each for each in events(one, flow(one, (), MONDAY))}
    week_2 = MONDAY + timedelta(days=7)
    trained = [TrainedOn(MONDAY + timedelta(days=each)) for each in (FRI,)]
    moved = flow(one, trained, week_2 + timedelta(days=3))
    after = {each.uid: each for each in events(one, moved)}
    assert after.keys() == before.keys()
    shifted = [uid for uid in after if after[uid].day != before[uid].day]
    assert any("week-2-session-1" in uid for uid in shifted)


def test_the_file_is_as_the_standard_has_it() -> None:
    odd = Event("one", MONDAY, "a, b; c\\d\nnext" + "é🏃" * 40)
    text = calendar_text([odd], MADE, "0.1.0")
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert any(line.startswith(" ") for line in lines)
    assert "DTSTART;VALUE=DATE:20261130" in lines
    assert "DTEND;VALUE=DATE:20261201" in lines


@pytest.mark.filterwarnings("default")
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_text_comes_back(text: str) -> None:
    (found,) = back(calendar_text([Event("one", MONDAY, text, text)], MADE, "0.1.0"))
    said = "\n".join(safe_text(row) for row in text.split("\n"))
    assert str(found["SUMMARY"]) == said
    assert str(found.get("DESCRIPTION", "")) == said
