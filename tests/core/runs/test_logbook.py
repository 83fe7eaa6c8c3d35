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
