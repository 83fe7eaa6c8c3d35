"""The frame of a past session: when it began and ended, and what its routine was called."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.believed import row_faults
from runlift_tui.core.history.frame import (
    BEGAN,
    ENDED,
    ROUTINE,
    amended_frame,
    frame_told,
    frame_values,
)
from runlift_tui.core.sets.far import Far
from runlift_tui.core.words.faults import Refused
from tests.core.history.test_amend import document
from tests.core.past import view
from tests.rows import for_each
from tests.store.examples import from_iso

NOW = from_iso("2026-11-24T12:00:00+00:00")
TODAY = date(2026, 11, 24)


def ahead(_: int) -> int:
    return 60


def whole() -> dict[str, Any]:
    return {
        **document(),
        "finished": "2026-11-22T17:50:00.000Z",
        "utc_offset_min": 60,
        "routine_name": "Runner's lower body",
    }


def amended(key: str, text: str) -> dict[str, Any]:
    return amended_frame(view(whole()), key, text, NOW, ahead)


def test_what_is_shown_can_be_typed_back_and_changes_nothing() -> None:
    values = frame_values(view(whole()), NOW, ahead)
    assert [each.shown for each in values] == [
        "Sun 2026-11-22 18:00",
        "18:50",
        "Runner's lower body",
    ]
    for each in values:
        assert amended(each.key, each.shown) == whole()


def test_a_session_of_another_clock_is_told_by_its_own() -> None:
    far = view(whole() | {"utc_offset_min": -300})
    began, ended, _ = frame_values(far, NOW, ahead)
    assert (began.shown, ended.shown) == (f"Sun {far.local:%Y-%m-%d %H:%M}", "12:50")
    after = amended_frame(far, BEGAN, "2026-11-21 7:30", NOW, ahead)
    assert (after["started"], after["utc_offset_min"]) == ("2026-11-21T12:30:00.000Z", -300)


def test_another_begin_moves_every_moment() -> None:
    after = amended(BEGAN, "2026-11-21 7:30")
    assert (after["started"], after["finished"]) == (
        "2026-11-21T06:30:00.000Z",
        "2026-11-21T07:20:00.000Z",
    )
    first, second = after["sets"]
    assert (first["started"], first["ended"]) == (
        "2026-11-21T06:30:00.000Z",
        "2026-11-21T06:31:00.000Z",
    )
    assert second["skipped"] == "time"
    assert {**after, "started": "", "finished": "", "sets": []} == {
        **whole(),
        "started": "",
        "finished": "",
        "sets": [],
    }
    assert view(after).minutes == view(whole()).minutes


@pytest.mark.parametrize(
    ("text", "kept", "minutes"),
    [
        ("19:30", "18:30", 90),
        ("0:10", "23:10", 370),
        ("18:00", "17:00", 0),
        ("7pm", "18:00", 60),
        ("at 7 pm", "18:00", 60),
        ("18h30", "17:30", 30),
        ("1h20", "18:20", 80),
        ("1:20 h", "18:20", 80),
        ("1h", "18:00", 60),
        ("45 min", "17:45", 45),
        ("80 minutes", "18:20", 80),
        ("sun 19:30", "18:30", 90),
        ("22 nov 19:30", "18:30", 90),
    ],
)
def test_an_end_is_a_time_after_the_begin_or_a_length(text: str, kept: str, minutes: int) -> None:
    after = amended(ENDED, text)
    finished = f"2026-11-22T{kept}:00.000Z"
    assert after == {**whole(), "finished": finished, "length_min": minutes}
    assert view(after).minutes == minutes
    clock = view(after).clock_at(datetime.fromisoformat(finished))
    ended = f"ended {clock:%H:%M}"
    assert frame_told(view(after), ENDED, TODAY) == (
        f"{ended}, {minutes} min" if minutes else ended
    )
    moved = amended_frame(view(after), BEGAN, "21 nov", NOW, ahead)
    assert view(moved).minutes == minutes


def test_what_takes_longer_than_sessions_do_is_asked_about() -> None:
    with pytest.raises(Far, match="that is 6 h 10 min after it began"):
        amended_frame(view(whole()), ENDED, "0:10", NOW, ahead, confirmed=False)
    assert amended_frame(view(whole()), ENDED, "4 h", NOW, ahead, confirmed=False)


@for_each(
    ("text", "why"),
    [
        ("17:59", "is before it began, 18:00"),
        ("21 nov 19:00", "is before it began, Sun"),
        ("tue 14:00", "still to come|before it began"),
        ("30 h", "whole day"),
        ("22 nov", "19:05, 7pm, 45 min or 1h20"),
        ("7", "19:05, 7pm, 45 min or 1h20"),
    ],
)
def test_an_end_that_cannot_be_says_why(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        amended(ENDED, text)


@pytest.mark.parametrize(
    ("text", "began", "told"),
    [
        ("20 nov", "2026-11-20T17:00:00.000Z", "began 18:00, Fri 20 Nov, ended 18:50"),
        ("last sat", "2026-11-21T17:00:00.000Z", "began 18:00, Sat 21 Nov, ended 18:50"),
        ("7:30", "2026-11-22T06:30:00.000Z", "began 07:30, Sun 22 Nov, ended 08:20"),
        ("6pm", "2026-11-22T17:00:00.000Z", "began 18:00, Sun 22 Nov, ended 18:50"),
        ("sat 7pm", "2026-11-21T18:00:00.000Z", "began 19:00, Sat 21 Nov, ended 19:50"),
    ],
)
def test_a_day_alone_keeps_the_time_and_a_time_the_day(text: str, began: str, told: str) -> None:
    after = amended(BEGAN, text)
    assert after["started"] == began
    assert frame_told(view(after), BEGAN, TODAY) == told


def test_a_routine_was_called_otherwise() -> None:
    assert amended(ROUTINE, "  Hill   day ") == {**whole(), "routine_name": "Hill day"}


@for_each(
    ("key", "text"),
    [
        (BEGAN, "tomorrow 18:00"),
        (BEGAN, "today 12:30"),
        (BEGAN, "someday"),
        (BEGAN, ""),
        (ENDED, ""),
        (ENDED, "25:00"),
        (ENDED, "soon"),
        (ROUTINE, " "),
        (ROUTINE, "x" * 61),
    ],
)
def test_what_cannot_be_is_refused(key: str, text: str) -> None:
    with pytest.raises(Refused):
        amended(key, text)


@given(st.datetimes(min_value=datetime(2010, 1, 1)).map(lambda at: f"{at:%Y-%m-%d %H:%M}"))
def test_whatever_is_taken_is_believed(text: str) -> None:
    try:
        after = amended(BEGAN, text)
    except Refused:
        return
    assert not list(row_faults("sessions", after))
