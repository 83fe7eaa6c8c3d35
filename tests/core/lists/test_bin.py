"""The bin as a list: when, what, and until when."""

from runlift_tui.core.lists.acts import Act
from runlift_tui.core.lists.bin import bin_note, bin_rows, chosen
from tests.store.examples import from_iso

AT = from_iso("2026-11-22T23:30:00+00:00")


def test_a_row_says_when_it_was_deleted_and_how_long_it_is_kept() -> None:
    act = Act(id="a", at=AT, place="runs", table="runs", of="x", before={}, told="Deleted a run")
    (row,) = bin_rows([act], lambda _: 60)
    assert row == ("1", "Mon 23 Nov 2026", "Deleted a run", "Wed 23 Dec 2026")
    assert bin_note(act, lambda _: 60) == "until Wed 23 Dec"
    assert chosen([act], 1) is act
    assert chosen([act], 0) is None
    assert chosen([act], 2) is None
