"""Where something came from, in words; and what a list and a page say of it."""

from typing import Any

from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.told import SessionFilter, detail, row_words
from runlift_tui.core.words.origin import APPS, format_of, origin_words
from runlift_tui.core.words.units import Unit
from runlift_tui.exchange.recognise import DIALECTS
from tests.core.past import outing, row, view


def test_every_dialect_has_a_name() -> None:
    assert APPS.keys() == {each.format for each in DIALECTS}
    assert origin_words(format_of({"source": {"format": "strong"}})) == "from Strong"
    stated: list[Any] = [None, {}, "strong", {"format": 3}]
    assert [origin_words(format_of({"source": each})) for each in stated] == [""] * 4


def test_an_origin_of_which_only_the_file_makes_no_sense_is_told_all_the_same() -> None:
    theirs = view(outing(0, row(), routine_name="Legs", source={"format": "hevy", "file": 5}))
    assert row_words(theirs)[1].endswith(", Hevy")


def test_the_history_says_where_a_session_came_from_and_finds_it_by_that() -> None:
    theirs = view(outing(0, row(), routine_name="Legs", source={"format": "hevy"}))
    own = view(outing(1, row(), routine_name="Legs"))
    assert row_words(theirs)[1].endswith(", Hevy")
    assert any("from Hevy" in line.text for line in detail(theirs, Unit.KG))
    shown = SessionFilter(text="from hevy")
    assert (shown.lets_through(theirs), shown.lets_through(own)) == (True, False)


def test_an_origin_that_makes_no_sense_is_an_origin_all_the_same() -> None:
    odd = view(outing(0, row(reps=500, load_kg=1000), source={"format": 3}))
    assert odd.source is not None
    assert (odd.sets[0].reps, odd.sets[0].load_kg) == (500, 1000)
    assert past_session(outing(0, row(reps=500))) is None
    assert past_session(outing(0, row(reps=1001), source={"format": "hevy"})) is None


def test_a_session_without_times_of_sets_took_as_long_as_its_file_says() -> None:
    times: dict[str, Any] = {"started": None, "ended": None}
    theirs = view(outing(0, row(**times), source={"format": "hevy"}))
    begun = theirs.document["started"]
    for later, minutes in (("09:40", 40), ("17:00", 240)):
        finished = begun.replace("T09:00", f"T{later}")
        assert view({**theirs.document, "finished": finished}).minutes == minutes
    own = {k: v for k, v in theirs.document.items() if k != "source"}
    assert view({**own, "finished": begun.replace("T09:00", "T09:40")}).minutes == 0
