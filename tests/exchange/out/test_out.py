"""The way out: Hevy's and Strong's shapes, and FIT as two foreign readers see it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from garmin_fit_sdk import Decoder, Stream

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.words.documents import Document
from runlift_tui.exchange.known import Known
from runlift_tui.exchange.neutral import FileAnswers
from runlift_tui.exchange.out.fit import NoTimes, cut, fit_of
from runlift_tui.exchange.out.tables import hevy_lines, strong_lines
from tests.core.past import outing, row, view
from tests.exchange.reading import taken
from tests.rows import for_each

ID = "019c0000-0000-7000-8000-0000000000{:02}"


def document(day: int = 0) -> Document:
    return outing(
        day,
        row(block="main", left=8, right=7, load_kg=24.0, implements=2, rir=2, rest_taken_s=90),
        row("dead-bug", slot="B2", block="main", left=10, right=10, note="=slow; =1+1"),
        row(block="main", round=2, left=9, right=8, load_kg=28.0, implements=2, rir=5),
        row("deadlift", slot="C1", block="late", reps=5, load_kg=60.5, rir=0),
        row("deadlift", slot="C1", block="late", skipped="time"),
        row("plank", slot="W1", block="warm", seconds=45),
        row("side-plank", slot="W2", block="warm", left_s=30, right_s=25),
        id=ID.format(day),
        routine_name='Legs "A"',
        notes="two\nlines",
        utc_offset_min=120,
        finished=f"2026-01-{5 + day:02}T08:53:00.000Z",
        ramp=[{"slot": "B1", "reps": 6, "load_kg": 8.0}],
    )


def session(day: int = 0) -> PastSession:
    return view(document(day))


def test_hevys_shape() -> None:
    told = list(hevy_lines([session()], each=True))
    begun = session().local
    assert f"{begun.day} Jan 2026, {begun:%H:%M}" in told[1]
    assert told[0].startswith('"title","start_time","end_time","description","exercise_title"')
    rows = [line.split('8000-000000000000",')[1] for line in told[1:]]
    b1 = '"Rfe-Split-Squat",0,"left 8, right 7; 2 x 12 kg; left 9, right 8; 2 x 14 kg",'
    assert rows == [
        b1 + '"0","warmup",8,6,,,\n',
        b1 + '"1","normal",12,7,,,8\n',
        b1 + '"2","normal",14,8,,,5\n',
        '"Dead-Bug",0,"\'=slow; \'=1+1; left 10, right 10","0","normal",,10,,,\n',
        '"Deadlift",,"","0","normal",60.5,5,,,10\n',
        '"Plank",1,"","0","normal",,,,45,\n',
        '"Side-Plank",1,"left 30 s, right 25 s","0","normal",,,,25,\n',
    ]


def test_strongs_shape() -> None:
    told = list(strong_lines([session()], each=False))
    begun = session().local
    assert told[0].startswith("Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,")
    assert told[1].startswith(f'{begun:%Y-%m-%d %H:%M:%S},"Legs ""A""",')
    assert told[2].split('"Rfe-Split-Squat"')[1] == (
        f',1,24,7,0,0,"left 8, right 7","two lines runlift:{ID.format(0)}",8\n'
    )


@for_each("shape", ["hevy", "strong"])
@for_each("each", [True, False])
def test_back_into_an_empty_folder_it_says_the_same(shape: str, each: bool) -> None:
    lines = (
        hevy_lines([session(1), session()], each=each)
        if shape == "hevy"
        else strong_lines([session(), session(1)], each=each)
    )
    found = taken("".join(lines), zone="Europe/Kyiv")
    assert found.read.questions == []
    back = {each["id"]: each for each in found.sessions}
    assert back.keys() == {ID.format(0), ID.format(1)}
    told = [
        (r["exercise"], r.get("reps") or r.get("seconds"), r["load_kg"], r["rir"])
        for r in back[ID.format(0)]["sets"]
    ]
    assert (
        sorted(told, key=str)
        == sorted(
            [
                ("rfe-split-squat", 7, 24, 2),
                ("rfe-split-squat", 8, 28, 5),
                ("dead-bug", 10, None, None),
                ("deadlift", 5, 60.5, 0),
                ("plank", 45, None, None),
                ("side-plank", 25, None, None),
            ],
            key=str,
        )
        or told[0][0] == "rfe-split-squat"
    )
    assert len(back[ID.format(0)]["ramp"]) == 1


def test_back_into_its_own_folder_nothing_is_added() -> None:
    known = Known([document(), document(1)], [], [])
    for text in (
        "".join(hevy_lines([session(1), session()], each=True)),
        "".join(strong_lines([session(), session(1)], each=True)),
        fit_of(session(), each=True),
    ):
        verdict = known.judge(taken(text, FileAnswers(), "Asia/Tokyo"))
        assert (verdict.new, verdict.changed) == (0, 0)
        assert verdict.already >= 1


def test_two_foreign_readers_agree_on_every_set() -> None:
    data = fit_of(session(), each=True)
    assert Decoder(Stream.from_byte_array(bytearray(data))).check_integrity()
    messages: Any
    messages, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert errors == []
    theirs = [_theirs(each, messages["exercise_title_mesgs"]) for each in messages["set_mesgs"]]
    ours = taken(data).sessions[0]
    assert [each for each in theirs if each[0] is not None] == [
        (row["name"], row.get("reps"), row["load_kg"], row["started"][:19]) for row in ours["sets"]
    ]
    names = [each[0] for each in theirs]
    assert names[:4] == [
        "Rfe-Split-Squat (left)",
        "Rfe-Split-Squat (right)",
        None,
        "Dead-Bug (left)",
    ]
    (activity,) = messages["activity_mesgs"]
    epoch = datetime(1989, 12, 31, tzinfo=UTC)
    local = epoch + timedelta(seconds=activity["local_timestamp"])
    assert local - activity["timestamp"] == timedelta(hours=2)
    assert messages["session_mesgs"][0]["sub_sport"] == "strength_training"
    assert ours["sets"][1]["rest_taken_s"] == 90


def _theirs(message: Any, titles: Any) -> tuple[str | None, int | None, float | None, str]:
    name = None
    if message["set_type"] == "active":
        name = titles[message["category_subtype"]]["wkt_step_name"]
    began = f"{message['start_time']:%Y-%m-%dT%H:%M:%S}"
    return name, message.get("repetitions"), message.get("weight"), began


def test_without_times_there_is_no_activity() -> None:
    entered = outing(0, row(reps=5, started=None, ended=None))
    with pytest.raises(NoTimes):
        fit_of(view(entered), each=True)


def test_a_name_is_cut_between_two_characters() -> None:
    assert cut("é" * 40, 47) == "é" * 23
