"""What a file says of a run is believed only as far as it can be true."""

from runlift_tui.core.runs.logbook import RUNS, TRIALS, entry_faults, entry_of
from tests.rows import for_each

RUN = {"id": "a", "day": "2026-11-20", "metres": 8000.0, "seconds": 2530}


@for_each("table", [RUNS, TRIALS])
@for_each(
    ("name", "value"),
    [("metres", 1e308), ("metres", 0), ("metres", -1.0), ("seconds", 2**70), ("seconds", 0)],
)
def test_a_number_that_no_run_can_have_makes_no_entry(table: str, name: str, value: float) -> None:
    assert entry_of(table, RUN) is not None
    assert entry_of(table, {**RUN, name: value}) is None
    assert any(name in fault for fault in entry_faults(table, {**RUN, name: value}))


@for_each(
    ("change", "said"),
    [
        ({"metres": "NaN"}, 'metres cannot be "NaN"'),
        ({"metres": 1e300}, "metres cannot be 1e+300"),
        ({"kind": "swim"}, 'kind cannot be "swim"'),
        ({"day": [1]}, "day cannot be a list"),
        ({"day": None}, "day is missing"),
    ],
)
def test_what_cannot_be_is_told_in_our_words(change: dict[str, object], said: str) -> None:
    row = {"id": "r", "day": "2026-11-28", "metres": 8000.0, "seconds": 2530, "kind": "easy"}
    assert list(entry_faults(RUNS, row)) == []
    assert list(entry_faults(RUNS, row | change)) == [said]
    assert list(entry_faults(RUNS, {key: row[key] for key in row if key != "day"})) == [
        "day is missing"
    ]
