"""Hevy's table: newest first, supersets, months in the phone's language."""

from tests.exchange.reading import brief, entries, sample, taken, why


def test_the_documents_of_a_file() -> None:
    found = taken(sample("hevy.csv"))
    assert brief(found) == [
        [
            ("1a", 1, "step-up", 9, 11.34, 3, ""),
            ("1a", 2, "step-up", 12, 6.804, None, "drop set"),
            ("1b", 1, "x-dead-bug", "40 s", None, None, ""),
            ("2", 1, "wall-sit", "75 s", None, 0, ""),
        ],
        [("1", 1, "deadlift", 5, 99.79, 0, "")],
    ]
    assert why(found) == [("nothing-done", 6), ("cardio", 8)]
    assert entries(found) == 8
    assert (found.read.unit, found.read.unit_from) == ("lb", "header")


def test_when_and_what_was_written() -> None:
    late, first = taken(sample("hevy.csv")).sessions
    assert (late["started"], late["finished"]) == (
        "2026-02-06T22:40:00.000Z",
        "2026-02-06T23:31:00.000Z",
    )
    assert late["notes"] == "windy\nhome late\nRunning 2.1 km in 11:40"
    assert late["ramp"][0]["note"] == "knee over toes"
    assert late["sets"][1]["source"] == {"type": "dropset", "sides": "unsaid"}
    assert first["started"] == first["finished"] == "2026-02-02T17:05:00.000Z"


def test_the_order_of_the_rows_makes_no_other_id() -> None:
    head, *rows = sample("hevy.csv").decode().splitlines()
    turned = "\n".join((head, rows[-1], *rows[:-1]))
    one, other = taken(sample("hevy.csv")), taken(turned)
    assert {e["id"]: e["sets"] for e in one.sessions} == {
        e["id"]: e["sets"] for e in other.sessions
    }
