"""Strava, Garmin Connect, Runkeeper and intervals.icu: columns by place, units, decimal signs."""

import pytest

from runlift_tui.exchange.neutral import FileAnswers
from runlift_tui.exchange.running.garmin import readings
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import is_run
from tests.exchange.reading import entries, taken, why
from tests.exchange.running.test_run_files import told, zipped
from tests.rows import for_each

STRAVA_HEAD = (
    "Aktivitäts-ID,Datum,Name,Typ,Beschreibung,Verstrichene Zeit,Distanz,Max HF,Relativ,Pendeln,"
    "Notiz,Ausrüstung,Datei,Gewicht,Rad,Verstrichene Zeit,Bewegungszeit,Distanz,"
    "Max Tempo,Perceived Exertion"
)


def strava(*rows: str) -> str:
    return "\n".join((STRAVA_HEAD, *rows))


def a_run(when: str, kind: str = "Run", figures: str = "1600.0,1500.0,5012.3,4.1,6") -> str:
    return f'1234,"{when}",Morning Run,{kind},,1600,"5,01",150,,false,,,a/1.fit.gz,,,{figures}'


@pytest.mark.parametrize(
    "when",
    ["Mar 2, 2026, 5:05:00\u202fPM", "2 mrt 2026, 17:05:00", "02.03.2026, 17:05:00"],
)
def test_strava_goes_by_place_and_in_utc(when: str) -> None:
    found = taken(strava(a_run(when), a_run("Mar 3, 2026, 5:05:00 PM", "Ride")))
    assert told(found) == [("2026-03-02", "2026-03-02T17:05:00.000Z", 5012.3, 1500)]
    document = found.runs[0].document
    assert (document["effort"], document["note"]) == (6, "")
    assert (found.read.types, entries(found)) == ({"Ride": 1}, 2)


def test_strava_without_moving_time_has_the_elapsed_one() -> None:
    found = taken(strava(a_run("2 Mar 2026, 17:05:00", figures="1600.0,,5012.3,4.1,")))
    assert told(found)[0][2:] == (5012.3, 1600)


def test_in_stravas_archive_only_the_table_is_read() -> None:
    table = strava(a_run("2 Mar 2026, 17:05:00")).encode()
    found = taken(zipped(("export_1/activities.csv", table), ("export_1/activities/1.fit", b"no")))
    assert (found.read.format, len(found.runs)) == ("strava", 1)


GARMIN_HEAD = (
    "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max HF,Ø Schritte,Max Schritte,"
    "Ø Pace,Beste Pace,Anstieg,Abstieg,Ø Schrittlänge,Ø Vert,Ø Boden,TSS,Power,Runden"
)


def garmin(
    *runs: tuple[str, str, str, str], per_unit: float = 1000, cadence: int = 168, kind: str = "Run"
) -> str:
    """Return a table of runs: day, distance as written, time, and seconds of the time."""
    lines = [GARMIN_HEAD]
    for day, distance, time, pace in runs:
        seconds = sum(int(n) * 60**at for at, n in enumerate(reversed(time.split(":"))))
        minutes, units = seconds / 60, readings(distance)[0]
        stride = f"{per_unit * units / cadence / minutes:.2f}" if units else "--"
        lines.append(
            f'{kind},{day} 18:00:00,false,"Berlin Laufen","{distance}","3,021",{time},150,170,'
            f'{cadence},181,{pace},4:01,55,54,{stride},8.1,240,"0.0",--,5'
        )
    return "\n".join(lines)


THREE = (
    ("2026-03-02", "5.02", "00:26:42", "5:19"),
    ("2026-03-03", "10.10", "00:55:02", "5:27"),
    ("2026-03-04", "7.77", "00:41:02", "5:17"),
)


def test_garmin_in_any_language_works_its_unit_out() -> None:
    found = taken(garmin(*THREE, kind="Laufen"))
    assert (found.read.distance_unit, found.read.distance_from) == ("km", "file")
    assert told(found)[0] == ("2026-03-02", "2026-03-02T17:00:00.000Z", 5020, 1602)
    assert found.runs[0].document["note"] == ""
    indoors = taken(garmin(*THREE, kind="Laufbandtraining"))
    assert indoors.runs[0].document["source"]["treadmill"] is True
    miles = taken(garmin(*THREE, per_unit=1609.344))
    assert miles.read.distance_unit == "mi"
    assert told(miles)[0][2] == 8078.91


def test_garmin_with_too_few_runs_is_asked_for() -> None:
    assert taken(garmin(THREE[0])).read.questions == ["distance"]
    said = taken(garmin(THREE[0]), FileAnswers(distance="mi"))
    assert (said.read.distance_unit, said.read.distance_from) == ("mi", "option")


def test_garmin_columns_that_are_found_by_name_go_by_their_median_alone() -> None:
    odd = [each.replace(",168,", ",131,") for each in garmin(*THREE).splitlines()[1:3]]
    table = "\n".join((garmin(*THREE), *odd))
    english = table.replace("Ø Schritte,", "Avg Run Cadence,")
    found = taken(english.replace("Ø Schrittlänge", "Avg Stride Length")).read
    assert (found.distance_unit, found.distance_from) == ("km", "file")


def test_garmin_mixes_decimal_signs() -> None:
    found = taken(
        garmin(
            *THREE,
            ("2026-03-05", "2,81", "00:14:47", "5:16"),
            ("2026-03-06", "10,005", "00:53:22", "5:20"),
            ("2026-03-07", "4,40", "00:53:22", "5:20"),
            ("2026-03-08", "0.00", "00:40:00", "--"),
        )
    )
    assert [metres for _, _, metres, _ in told(found)][3:] == [2810, 10_005, None]
    assert why(found) == [("implausible", 7)]


def test_runkeeper() -> None:
    found = taken(
        "Date,Type,Route Name,Distance (mi),Duration,Average Pace,Calories Burned,Notes\n"
        "2020-02-29 18:05:00,Running,,3.10,26:42,8:37,310,\n"
        "2020-03-01 18:05:00,Running,Around the lake,,1:06:06,,600,wet feet\n"
        "2020-03-02 18:05:00,Cycling,,9.1,40:00,,,\n"
    )
    assert told(found) == [
        ("2020-02-29", "2020-02-29T17:05:00.000Z", 4988.97, 1602),
        ("2020-03-01", "2020-03-01T17:05:00.000Z", None, 3966),
    ]
    assert found.runs[1].document["note"] == "wet feet"
    assert found.read.distance_unit == "mi"


def test_intervals() -> None:
    found = taken(
        "id,start_date_local,name,type,moving_time,distance,elapsed_time,icu_training_load\n"
        "i1,2026-03-02T18:05:00,Hills with Anna,TrailRun,1500,5000.5,1600,40\n"
        "i2,2026-03-03T18:05:00,Lunch Run,VirtualRun,900,,900,\n"
        "i3,2026-03-03T20:05:00,Spin,Ride,900,9000,900,\n"
    )
    assert told(found) == [
        ("2026-03-02", "2026-03-02T17:05:00.000Z", 5000.5, 1500),
        ("2026-03-03", "2026-03-03T17:05:00.000Z", None, 900),
    ]
    assert [run.document["note"] for run in found.runs] == ["Hills with Anna", ""]


@for_each(
    ("title", "kind", "kept"),
    [
        ("Morning Run", "Run", ""),
        ("Berlin Running", "Running", ""),
        ("Course à pied le matin", "Run", ""),
        ("Club 5000 at dusk", "Run", "Club 5000 at dusk"),
        ("Laufen", "Laufen", ""),
        ("Tempo Run", "Run", "Tempo Run"),
        ("Łódź Bieganie", "Running", ""),
        ("Berlin Running", "", ""),
        ("Mi primera carrera", "Running", "Mi primera carrera"),
    ],
)
def test_a_title_that_an_app_made_is_none(title: str, kind: str, kept: str) -> None:
    assert own_title(title, kind) == kept


@for_each(
    ("kind", "so"),
    [
        *((each, True) for each in ("Trail Run", "TRAIL_RUNNING", "Lauf", "Futás", "Løb", "løb ")),
        ("Course à pied sur tapis roulant", True),
        ("Virtueller Lauf", True),
        ("Забег", True),
        *((each, False) for each in ("Walking", "Hike", "Ride", "Laufrad", "Runner", "")),
    ],
)
def test_what_is_a_run(kind: str, so: bool) -> None:
    assert is_run(kind) is so
    assert is_run(kind, (kind,)) or not kind
