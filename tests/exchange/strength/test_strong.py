"""Strong's table: five shapes, each with its traps."""

import pytest

from runlift_tui.exchange.neutral import FileAnswers, NotRead
from tests.exchange.reading import brief, entries, sample, taken, why
from tests.rows import for_each

KG = FileAnswers(unit="kg")


def test_the_documents_of_a_file_from_an_iphone() -> None:
    found = taken(sample("strong-ios.csv"), KG)
    assert brief(found) == [
        [
            ("1", 1, "split-squat", 8, 12.5, 2, "left foot, first"),
            ("1", 2, "split-squat", 7, 12.5, 0, ""),
            ("2", 1, "plank", "61 s", None, None, ""),
            ("3", 1, "x-squat", 5, 70, 2, ""),
        ],
        [
            ("1", 1, "x-squat", 5, 60, None, ""),
            ("2", 1, "push-up", 12, None, None, ""),
            ("3", 1, "x-squat", 5, 62.5, None, ""),
            ("3", 2, "x-squat", 5, 62.5, None, ""),
            ("4", 1, "x-squat", 3, 65, None, ""),
            ("5", 1, "x-pull-up-assisted", 6, None, None, ""),
        ],
    ]
    assert why(found) == [
        ("rest-timer", 4),
        ("cardio", 8),
        ("nothing-done", 10),
        ("bad-row", 11),
        ("implausible", 12),
        ("bad-row", 13),
    ]
    assert entries(found) == 17
    assert found.unmatched == ["Pull Up (Assisted)", "Squat"]
    sums = found.figures
    assert (sums.sessions, sums.sets, sums.warm_ups, sums.reps) == (2, 10, 1, 56)
    assert (sums.hold_s, sums.volume_kg) == (61, 15 * 12.5 + 350 + 300 + 625 + 195)


def test_a_session_says_what_the_file_says_and_no_more() -> None:
    one, two = taken(sample("strong-ios.csv"), KG).sessions
    assert {key: value for key, value in one.items() if key not in ("sets", "ramp", "source")} == {
        "id": "019a4ae4-cce0-732a-b2b8-deb61e7b84e0",
        "routine": None,
        "routine_name": "Hill legs",
        "level": "",
        "started": "2025-11-03T17:05:00.000Z",
        "finished": "2025-11-03T17:57:00.000Z",
        "utc_offset_min": 60,
        "notes": 'Cold, "grey" evening\nTreadmill 1.3 in 5:02',
        "effort": None,
        "pain": None,
        "planned": [],
        "overrides": [],
    }
    assert one["ramp"] == [
        {
            "slot": "1",
            "exercise": "split-squat",
            "name": "Split Squat (Dumbbell)",
            "reps": 8,
            "load_kg": 6.5,
        }
    ]
    assert one["sets"][0] == {
        "slot": "1",
        "block": "imported",
        "round": 1,
        "exercise": "split-squat",
        "name": "Split Squat (Dumbbell)",
        "target": None,
        "reps": 8,
        "load_kg": 12.5,
        "implements": 1,
        "rir": 2,
        "started": None,
        "ended": None,
        "rest_kind": None,
        "rest_planned_s": 95,
        "rest_taken_s": None,
        "note": "left foot, first",
        "source": {"rpe": 8, "sides": "unsaid"},
    }
    assert one["source"] == {
        "format": "strong",
        "file": "theirs",
        "import": "",
        "wall": "2025-11-03 18:05:00",
        "zone": "Europe/Berlin",
    }
    assert two["finished"] == two["started"]
    assert two["sets"][-1]["source"]["assist_kg"] == 20


def test_another_zone_or_unit_makes_no_other_id() -> None:
    one = taken(sample("strong-ios.csv"), KG, "Europe/Berlin")
    other = taken(sample("strong-ios.csv"), FileAnswers(unit="lb"), "Asia/Tokyo")
    assert [each["id"] for each in one.sessions] == [each["id"] for each in other.sessions]
    assert other.sessions[0]["started"] == "2025-11-03T09:05:00.000Z"
    assert other.sessions[0]["sets"][0]["load_kg"] == 5.67


def test_without_a_unit_anywhere_it_is_asked() -> None:
    found = taken(sample("strong-ios.csv"))
    assert found.read.questions == ["unit"]
    assert found.figures.volume_kg is None


def test_no_weight_needs_no_unit() -> None:
    head = sample("strong-ios.csv").decode().splitlines()[0]
    found = taken(f'{head}\n2025-11-03 18:05:00,"A",5m,"Plank",1,0,0,0,30,"","",\n')
    assert (found.read.questions, found.read.unit) == ([], "")


SHAPES = {
    "2016": (
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\r\n"
        "2016-05-01 09:00:00,Early,Deadlift (Barbell),0,80,5,,,\r\n"
        "2016-05-01 09:00:00,Early,Deadlift (Barbell),1,82.5,5,,,slow"
    ),
    "Android 2018": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes\n"
        "2016-05-01 09:00:00;Early;Deadlift (Barbell);1;80;kg;5;;;;;;\n"
        "2016-05-01 09:00:00;Early;Deadlift (Barbell);2;181.881;lbs;5;;;;;slow;\n"
    ),
    "Android": (
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
        '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
        '"1";"2016-05-01 09:00:00";"Early";"600";"Deadlift (Barbell)";"1";"80";"5";"";"";"";"";""\n'
        '"1";"2016-05-01 09:00:00";"Early";"600";"Deadlift (Barbell)";"2";"82.5";"5";"";"";"";'
        '"slow";""\n'
    ),
    "French": (
        "Date,Nom de l’entraînement,Durée,Nom de l’exercice,Ordre de la série,Poids (kg),Réps,"
        "Distance,Secondes\n"
        "2016-05-01 09:00:00,Early,10m,Deadlift (Barbell),1,80,5,0,0\n"
        "2016-05-01 09:00:00,Early,10m,Deadlift (Barbell),2,82.5,5,0,0\n"
    ),
    "German": (
        "Datum;Workout-Name;Name der Übung;Reihenfolge festlegen;Gewicht (kg);Wiederh.;RPE;"
        "Entfernung;Sekunden;Notizen;Workout-Notizen;Workout-Dauer\n"
        "2016-05-01 09:00:00;Early;Deadlift (Barbell);1;80;5;;;0;;;10m\n"
        "2016-05-01 09:00:00;Early;Deadlift (Barbell);2;82,5;5;;;0;slow;;10m\n"
    ),
}


@for_each("shape", SHAPES)
def test_every_shape_comes_to_the_same(shape: str) -> None:
    found = taken("\ufeff" + SHAPES[shape])
    (session,) = found.sessions
    sets = [(row["slot"], row["exercise"], row["reps"]) for row in session["sets"]]
    assert sets == [("1", "deadlift", 5), ("1", "deadlift", 5)]
    assert [row["load_kg"] for row in session["sets"]] == [80, pytest.approx(82.5, abs=0.001)]
    assert found.read.unit == ("mixed" if shape == "Android 2018" else "kg")
    assert found.read.unit_from == ("row" if shape == "Android 2018" else "header")
    assert session["id"] == "01546b8b-ba80-70c1-a7c7-187372a2eab1"


def test_a_distance_has_the_unit_of_its_row() -> None:
    head = SHAPES["Android 2018"].splitlines()[0]
    row = "2016-05-01 09:00:00;Early;Running;1;;;;;2.5;miles;1500;;"
    found = taken(f"{head}\n{row}\n", FileAnswers(cardio_as_runs=True))
    assert (found.read.questions, found.read.distance_unit) == ([], "mi")
    assert found.runs[0].document["metres"] == pytest.approx(4023.36)


def test_pounds_are_summed_as_they_are_written() -> None:
    head = SHAPES["2016"].splitlines()[0].replace("kg", "lb")
    rows = "\n".join(f"2016-05-01 09:00:00,Early,Squat,{at},45,1000,,," for at in range(9))
    found = taken(f"{head}\n{rows}\n")
    assert found.figures.volume_kg == pytest.approx(9 * 1000 * 45 * 0.45359237, abs=0.001)
    assert found.sessions[0]["sets"][0]["load_kg"] == 20.412


def test_a_rest_timer_of_its_own_name_and_a_note_of_its_own_row_are_no_sets() -> None:
    row = '"1";"2026-03-02 18:05:00";"Hills";"2400";'
    found = taken(
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
        '"Weight (kg)";"Reps";"RPE";"Distance (m)";"Seconds";"Notes";"Workout Notes"\n'
        f'{row}"Deadlift";"Note";"";"";"";"";"";"grip\nwide";""\n'
        f'{row}"Deadlift";"1";"60,5";"5";"";"";"";"";""\n'
        f'{row}"Rest Timer";"1";"0";"0";"";"";"75";"";""\n'
        f'{row}"Running";"1";"";"";"";"2000.0";"600.0";"";""\n'
    )
    (session,) = found.sessions
    (only,) = session["sets"]
    assert (only["load_kg"], only["rest_planned_s"]) == (60.5, 75)
    assert session["notes"] == "Deadlift: grip\nwide\nRunning 2000 m in 10:00"
    assert why(found) == [("nothing-done", 2), ("rest-timer", 5), ("cardio", 6)]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(NotRead, match="it looks like Strong's, but has no column reps"):
        taken("Date,Workout Name,Exercise Name,Set Order,Weight\n")
