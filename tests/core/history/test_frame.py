"""The frame of a past session: when it began and ended, and what its routine was called."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.believed import row_faults
from runlift_tui.core.history.frame import BEGAN, ENDED, ROUTINE, amended_frame, frame_values
from runlift_tui.core.words.faults import Refused
from tests.core.history.test_amend import document
from tests.core.past import view
from tests.rows import for_each
from tests.store.examples import from_iso

NOW = from_iso("2026-11-24T12:00:00+00:00")


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
    ("key", "text", "kept"),
    [
        (ENDED, "19:30", "2026-11-22T18:30:00.000Z"),
        (ENDED, "0:10", "2026-11-22T23:10:00.000Z"),
        (ENDED, "18:00", "2026-11-22T17:00:00.000Z"),
    ],
)
def test_an_end_is_the_first_such_time_after_the_begin(key: str, text: str, kept: str) -> None:
    assert amended(key, text) == {**whole(), "finished": kept}


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
