"""FitNotes, Liftosaur, StrongLifts, Fitbod and JEFIT: a sample each, with its traps."""

from collections import Counter

from runlift_tui.exchange.neutral import FileAnswers
from tests.exchange.reading import brief, entries, sample, taken, why
from tests.rows import for_each

KG = FileAnswers(unit="kg")


def test_fitnotes_on_android() -> None:
    found = taken(sample("fitnotes.csv"))
    assert brief(found) == [
        [
            ("1", 1, "deadlift", 5, 92.5, None, ""),
            ("1", 2, "deadlift", 4, 92.533, None, "grip, left hand"),
            ("2", 1, "plank", "75 s", None, None, ""),
        ],
        [("1", 1, "push-up", 14, None, None, "")],
    ]
    assert why(found) == [("cardio", 5), ("cardio", 6), ("nothing-done", 8)]
    assert (found.read.unit, found.read.unit_from, entries(found)) == ("mixed", "row", 7)
    first = found.sessions[0]
    assert (first["started"], first["finished"]) == ("2025-09-01T10:00:00.000Z",) * 2
    assert first["routine_name"] == "FitNotes"
    assert first["notes"] == "Rowing Machine 4:00\nWalking 1.5 km in 15:00"
    assert len(found.read.warnings) == 1


def test_fitnotes_of_old_has_the_unit_in_its_header() -> None:
    text = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n"
    found = taken(f"{text}2019-01-05,Deadlift,Back,225.0,3,,,\n")
    assert (found.read.unit, found.read.unit_from) == ("lb", "header")
    assert found.sessions[0]["sets"][0]["load_kg"] == 102.058


def test_fitnotes_with_a_column_for_each_unit() -> None:
    found = taken(
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes\n"
        "2026-01-15,Deadlift,Legs,60,,5,,,,\n"
        "2026-01-15,Deadlift,Legs,,150,5,,,,\n"
        "2026-01-15,Deadlift,Legs,70,154.32,5,,,,\n"
    )
    loads = [row["load_kg"] for row in found.sessions[0]["sets"]]
    assert (loads, found.read.unit) == ([60, 68.039, 70], "mixed")
    assert found.read.unit_from == "header"


def test_fitnotes_on_ios() -> None:
    found = taken(sample("fitnotes-ios.csv"), KG)
    assert brief(found) == [
        [
            ("1", 1, "deadlift", 5, 102.5, 3, "smooth"),
            ("1", 2, "deadlift", 3, 110, 1, "failed"),
            ("2", 1, "side-plank", "45 s", None, None, ""),
        ]
    ]
    (session,) = found.sessions
    assert (session["started"], session["finished"], session["utc_offset_min"]) == (
        "2025-06-30T22:15:00.000Z",
        "2025-06-30T23:02:10.000Z",
        120,
    )
    assert session["ramp"][0]["load_kg"] == 62.5
    assert why(found) == [("not-done", 5), ("cardio", 7)]
    assert taken(sample("fitnotes-ios.csv")).read.questions == ["unit"]


def test_liftosaur_counts_what_was_done() -> None:
    found = taken(sample("liftosaur.csv"))
    assert brief(found) == [
        [
            ("1", 1, "x-deadlift-barbell", 5, 102.5, 1, ""),
            ("2", 1, "x-chin-up-leverage-machine", 6, None, None, ""),
        ]
    ]
    (session,) = found.sessions
    assert (session["routine_name"], session["finished"]) == ("Day B", "2025-04-02T16:21:00.000Z")
    assert session["ramp"][0] == {
        "slot": "1",
        "exercise": "x-deadlift-barbell",
        "name": "Deadlift, Barbell",
        "reps": 5,
        "load_kg": 40,
        "note": "belt",
    }
    assert session["sets"][1]["source"] == {"assist_kg": 4.536}
    assert (why(found), entries(found)) == ([("not-done", 4)], 4)


def test_stronglifts() -> None:
    found = taken(sample("stronglifts.csv"))
    assert brief(found) == [
        [
            ("1", 1, "deadlift", 5, 102.058, None, ""),
            ("2", 1, "x-chinups", 6, None, None, ""),
            ("2", 2, "x-chinups", 5, None, None, ""),
        ],
        [("1", n, "x-squat", reps, 61.235, None, "") for n, reps in ((1, 5), (2, 5), (3, 4))],
    ]
    assert Counter(why(found)) == {("nothing-done", 2): 1, ("nothing-done", 3): 1}
    first, second = found.sessions
    assert (first["started"], first["finished"]) == (
        "2025-02-14T17:40:00.000Z",
        "2025-02-14T18:25:00.000Z",
    )
    assert (first["routine_name"], first["notes"]) == ("Workout B", "cold bar")
    assert second["started"] == "2025-02-17T11:00:00.000Z"
    assert (found.read.unit, entries(found)) == ("lb", 8)


def test_a_row_of_jefit_that_grew_counts_once() -> None:
    rows = ("60x8,0x0", "60x8,60x8,0x0", "60x8,60x8,62.5x6", "62.5x6", "62.5x6")
    found = taken(
        "### SETTING ###\nmass\n kg\n\n### EXERCISE LOGS ###\nmydate,ename,belongsession,logs\n"
        + "".join(f'2026-03-02,{name},7,"{logs}"\n' for logs in rows for name in ("Row", "Dip"))
        + '2026-03-03,Row,8,"62.5x6,60x8"\n'
    )
    one, two = found.sessions
    assert [row["reps"] for row in one["sets"] if row["name"] == "Row"] == [8, 8, 6, 6, 6]
    assert len(two["sets"]) == 2
    assert Counter(reason for reason, _ in why(found)) == {"overlap": 10}
    assert entries(found) == 10 + 10 + 2


def test_fitbod_without_a_multiplier_is_fitbods_too() -> None:
    found = taken(
        "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note\n"
        "2025-12-15 18:30:00 +0000,Dumbbell Lunge, 10, 12.5,0.0,0.0,0.0,0.0,false,\n"
    )
    assert (found.read.format, found.read.unit, found.figures.volume_kg) == ("fitbod", "kg", 125)


def test_fitbod() -> None:
    found = taken(sample("fitbod.csv"))
    assert brief(found) == [
        [
            ("1", 1, "x-dumbbell-lunge", 10, 31.751466, None, "slow, even"),
            ("2", 1, "plank", "90 s", None, None, ""),
        ]
    ]
    (session,) = found.sessions
    assert session["started"] == "2025-10-26T00:30:00.000Z"
    assert session["utc_offset_min"] == 120
    assert session["notes"] == "Running 1900 m in 10:12"
    assert session["sets"][0]["source"] == {"seconds": 40, "multiplier": 4, "sides": "unsaid"}
    assert (why(found), entries(found)) == ([("cardio", 7), ("cardio", 8)], 5)


def test_dumbbells_and_sides_as_the_athlete_says() -> None:
    given = FileAnswers(dumbbells="each", sides="each")
    row = taken(sample("fitbod.csv"), given).sessions[0]["sets"][0]
    assert (row["load_kg"], row["implements"], row["source"]["sides"]) == (63.503, 2, "each")
    assert {"left", "right", "left_s", "right_s"}.isdisjoint(row)


def test_cardio_becomes_runs_where_that_is_asked() -> None:
    found = taken(sample("fitbod.csv"), FileAnswers(cardio_as_runs=True))
    assert [
        (r.document["day"], r.document["metres"], r.document["seconds"]) for r in found.runs
    ] == [
        ("2025-10-26", 1900, 612),
        ("2025-10-27", 5000, 1500),
    ]
    assert all(run.document["kind"] is None for run in found.runs)
    assert entries(found) == 5


def test_jefit() -> None:
    found = taken(sample("jefit.csv"))
    assert brief(found) == [
        [
            ("1", 1, "deadlift", 5, 64.9998, None, ""),
            ("1", 2, "deadlift", 3, 102.0582, None, ""),
            ("2", 1, "plank", "60 s", None, None, ""),
            ("2", 2, "plank", "45 s", None, None, ""),
        ],
        [("1", n, "push-up", reps, None, None, "") for n, reps in ((1, 15), (2, 12))],
    ]
    first, second = found.sessions
    assert (first["started"], first["finished"]) == (
        "2025-02-01T18:00:00.000Z",
        "2025-02-01T19:00:00.000Z",
    )
    assert second["started"] == "2025-02-04T11:00:00.000Z"
    assert (found.read.unit, why(found), entries(found)) == ("kg", [("nothing-done", 14)], 7)


@for_each(
    "name",
    [
        *("fitnotes.csv", "fitnotes-ios.csv", "liftosaur.csv", "stronglifts.csv"),
        *("fitbod.csv", "jefit.csv", "strong-ios.csv", "hevy.csv"),
    ],
)
def test_every_document_is_believed(name: str) -> None:
    from runlift_tui.core.history.believed import past_session, row_faults

    for session in taken(sample(name), KG).sessions:
        assert list(row_faults("sessions", session)) == []
        past = past_session(session)
        assert past is not None
        assert past.source is not None
        assert all(each.slot[0].isdigit() for each in past.sets)


def test_the_unit_of_a_distance_is_said_of_its_rows() -> None:
    head = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    one = "2026-03-02,Rowing,Cardio,,,,2,km,0:10:00,\n"
    found = taken(head + one).read
    assert (found.distance_unit, found.distance_from) == ("km", "row")
    found = taken(head + one + one.replace("km", "mi") + one).read
    assert (found.distance_unit, found.distance_from) == ("", "row")


def test_the_unit_of_a_distance_that_was_answered_is_said() -> None:
    head = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds\n"
    row = "2026-03-02 18:05:00,Legs,Running,1,0,0,3.1,1302\n"
    found = taken(head + row, FileAnswers(unit="kg", distance="km", cardio_as_runs=True)).read
    assert (found.distance_unit, found.distance_from) == ("km", "option")
    found = taken(head + row, FileAnswers(unit="kg", distance="km")).read
    assert (found.distance_unit, found.distance_from) == ("", "none")
