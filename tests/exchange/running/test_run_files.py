"""FIT, TCX, GPX and Apple Health: which distance and time, and what is no run."""

import gzip
import io
import zipfile

import pytest

from runlift_tui.exchange.converted import Converted
from runlift_tui.exchange.neutral import FileAnswers, NotRead
from runlift_tui.exchange.running.xml import root_of
from tests.exchange.fits import begun_file, run_file, session, strength_file
from tests.exchange.reading import entries, taken, why
from tests.rows import for_each

Told = tuple[str, str, float | None, int | None]


def told(found: Converted) -> list[Told]:
    """Return day, start, metres and seconds of every run."""
    documents = [run.document for run in found.runs]
    assert all(each["kind"] is None for each in documents)
    assert all("started" not in each for each in documents)
    return [(e["day"], e["source"]["started"], e["metres"], e["seconds"]) for e in documents]


def test_a_run_in_fit_has_timer_time_and_the_watchs_own_day() -> None:
    found = taken(run_file(points=5))
    assert told(found) == [("2026-03-02", "2026-03-02T17:05:00.000Z", 5000, 1500)]
    tokyo = taken(run_file(ahead_s=9 * 3600))
    assert told(tokyo)[0][0] == "2026-03-03"
    # A watch that writes UTC into both says nothing of its clock.
    assert told(taken(run_file(ahead_s=0), zone="Asia/Tokyo"))[0][0] == "2026-03-03"
    assert told(taken(run_file(metres=0)))[0][2] is None


def test_every_session_of_a_fit_is_an_entry() -> None:
    file = begun_file()
    for sport in (5, 3, 2, 3, 1):
        session(file, sport=sport)
    found = taken(file.whole())
    assert (len(found.runs), len(found.read.skipped), entries(found)) == (1, 4, 5)
    assert found.read.types == {"swimming": 1, "transition": 2, "cycling": 1}


def test_sets_of_a_watch() -> None:
    found = taken(
        strength_file(
            [
                (1, 0, 8, 60 * 16, 31),
                (0, 65_535, None, None, 90),
                (1, 0, 7, 65_535, 28),
                (1, 65_534, None, None, 45),
            ]
        )
    )
    (one,) = found.sessions
    rows = [
        (r["slot"], r["exercise"], r.get("reps"), r.get("seconds"), r["load_kg"], r["rest_taken_s"])
        for r in one["sets"]
    ]
    guess = "x-bench-press-as-the-watch-guessed"
    assert rows == [
        ("1", guess, 8, None, 60, 90),
        ("1", guess, 7, None, None, None),
        ("2", "x-nordic-lowering-as-the-watch-guessed", None, 45, None, None),
    ]
    assert one["sets"][1]["started"] == "2026-03-02T17:07:01.000Z"
    assert found.unmatched[0] == "Bench press (as the watch guessed)"


@pytest.mark.parametrize("cut", [1, 30, 60])
def test_a_damaged_fit_is_refused(cut: int) -> None:
    data = run_file(points=3)
    for bad in (data[:-cut], data[:cut] + b"\x55" + data[cut + 1 :]):
        with pytest.raises(NotRead):
            taken(bad)
    with pytest.raises(NotRead, match="damaged: its checksum is wrong"):
        taken(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(NotRead, match="damaged: it is cut off"):
        taken(data[: len(data) // 2])


LAP = (
    "<Lap StartTime='{t}'><TotalTimeSeconds>{s}</TotalTimeSeconds><DistanceMeters>{m}"
    "</DistanceMeters><Track><Trackpoint><Time>{t}</Time><DistanceMeters>99999</DistanceMeters>"
    "</Trackpoint></Track></Lap>"
)


def activity(start: str, sport: str, *laps: tuple[float, float]) -> str:
    inner = "".join(LAP.format(t=start, s=s, m=m) for m, s in laps)
    return f"<Activity Sport='{sport}'><Id>{start}</Id>{inner}</Activity>"


def tcx(*activities: str) -> str:
    return (
        "<?xml version='1.0'?><TrainingCenterDatabase "
        "xmlns='http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2'><Activities>"
        f"{''.join(activities)}</Activities></TrainingCenterDatabase>"
    )


def test_a_tcx_of_many_activities_sums_their_laps() -> None:
    found = taken(
        tcx(
            activity("2026-03-02T17:05:00.000Z", "Running", (1000, 300.5), (1500.4, 480.2)),
            activity("2026-03-03T17:05:00Z", "Biking", (9000, 1200)),
            activity("2026-03-04T23:30:00Z", "Running", (0, 1800)),
        )
    )
    assert told(found) == [
        ("2026-03-02", "2026-03-02T17:05:00.000Z", 2500.4, 781),
        ("2026-03-05", "2026-03-04T23:30:00.000Z", None, 1800),
    ]
    assert why(found) == [("not-a-run", 2)]


def gpx(*tracks: str) -> str:
    return f"<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>{''.join(tracks)}</gpx>"


def track(kind: str, *segments: list[tuple[float, str]], name: str = "") -> str:
    inner = "".join(
        "<trkseg>"
        + "".join(
            f"<trkpt lat='{lat}' lon='0'>{f'<time>{t}</time>' if t else ''}</trkpt>"
            for lat, t in points
        )
        + "</trkseg>"
        for points in segments
    )
    head = f"<name>{name}</name>" if name else ""
    return f"<trk>{head}{f'<type>{kind}</type>' if kind else ''}{inner}</trk>"


ONE = [(0.0, "2026-03-02T17:00:00Z"), (0.01, "2026-03-02T17:06:00Z")]
TWO = [(0.05, "2026-03-02T17:20:00Z"), (0.06, "2026-03-02T17:27:00Z")]


def test_gpx_joins_no_gap() -> None:
    one = told(taken(gpx(track("running", ONE, TWO))))
    assert one == [("2026-03-02", "2026-03-02T17:00:00.000Z", 2223.9, 780)]
    assert told(taken(gpx(track("9", ONE), track("9", TWO)))) == one
    far = [(0.05, "2026-03-02T18:20:00Z"), (0.06, "2026-03-02T18:27:00Z")]
    assert len(told(taken(gpx(track("9", ONE), track("9", far))))) == 2


def test_gpx_without_a_type_is_asked_for() -> None:
    found = taken(gpx(track("", ONE)))
    assert found.read.questions == ["sport"]
    said = taken(gpx(track("", ONE)), FileAnswers(sport="run"))
    assert (said.read.questions, len(said.runs)) == ([], 1)
    other = taken(gpx(track("hiking", ONE), track("running", [(0.0, ""), (0.1, "")])))
    assert why(other) == [("not-a-run", 1), ("no-time", 2)]


APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="de_DE">
 <Record type="HKQuantityTypeIdentifierStepCount" value="12"/>
 <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="25.5" durationUnit="min"
  totalDistance="3.5" totalDistanceUnit="mi" startDate="2026-03-02 23:40:00 -0500"/>
 <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="1800" durationUnit="s"
  startDate="2026-03-04 07:00:00 +0100">
  <MetadataEntry key="HKIndoorWorkout" value="1"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.1" unit="km"/>
 </Workout>
 <Workout workoutActivityType="HKWorkoutActivityTypeYoga" duration="30" durationUnit="min"
  startDate="2026-03-05 07:00:00 +0100"/>
</HealthData>
"""


def test_apple_health() -> None:
    found = taken(APPLE)
    assert told(found) == [
        ("2026-03-02", "2026-03-03T04:40:00.000Z", 5632.7, 1530),
        ("2026-03-04", "2026-03-04T06:00:00.000Z", 5100, 1800),
    ]
    assert found.runs[1].document["source"]["treadmill"] is True
    assert (found.read.types, entries(found)) == ({"Yoga": 1}, 3)


@for_each(
    ("text", "what"),
    [
        (APPLE.replace("<!ELEMENT", '<!ENTITY a "b"><!ELEMENT', 1), "declares entities"),
        (tcx()[:-30], "cut off"),
        (gpx("<a>" * 80 + "</a>" * 80), "nested deeper"),
        (gpx(), "not a single entry"),
    ],
)
def test_xml_that_is_no_good(text: str, what: str) -> None:
    with pytest.raises(NotRead, match=what):
        taken(text)


def zipped(*files: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def test_packed_files_are_opened() -> None:
    plain = told(taken(run_file()))
    assert told(taken(gzip.compress(run_file()))) == plain
    later = tcx(activity("2026-03-09T17:05:00Z", "Running", (1000, 300)))
    both = zipped(("a/one.fit.gz", gzip.compress(run_file())), ("two.tcx", later.encode()))
    assert len(told(taken(both))) == 2
    apple = zipped(("apple_health_export/export.xml", APPLE.encode()), ("export_cda.xml", b"<a/>"))
    assert len(told(taken(apple))) == 2
    for bad in (zipped(("a.zip", zipped())), zipped(), zipped(("xl/workbook.xml", b"<a/>"))):
        with pytest.raises(NotRead):
            taken(bad)


def test_records_of_one_outing_in_one_file() -> None:
    found = taken(
        tcx(
            activity("2026-03-02T17:05:00Z", "Running", (5000, 1500)),
            activity("2026-03-02T17:05:10Z", "Running", (5080, 1510)),
            activity("2026-03-02T17:05:10Z", "Running", (5080, 1510)),
        )
    )
    assert [(run.document["metres"], run.again) for run in found.runs] == [
        (5080, False),
        (5080, True),
    ]
    assert why(found) == [("overlap", 1)]
    assert entries(found) == 3


def test_what_no_run_can_be() -> None:
    found = taken(
        tcx(
            activity("2026-03-02T17:05:00Z", "Running", (50_000, 1500)),
            activity("2026-03-03T17:05:00Z", "Running", (0, 0)),
            activity("2026-03-04T17:05:00Z", "Running", (30, 20)),
        )
    )
    assert why(found) == [("implausible", 1), ("nothing-done", 2)]
    assert told(found)[0][2:] == (30, 20)


@for_each("begin", ["<!DOCTYPE ", "<?xml", "<", "< ", "<!--", "<!DOCTYPE a [", "<:>"])
def test_xml_that_ends_where_it_begins(begin: str) -> None:
    assert isinstance(root_of(begin.encode()), str)
    with pytest.raises(NotRead):
        taken(begin)
