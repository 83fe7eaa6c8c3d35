"""Where something came from, in words; and what a list and a page say of it."""

from runlift_tui.core.history.told import SessionFilter, detail, row_words
from runlift_tui.core.words.origin import APPS, origin_words
from runlift_tui.core.words.units import Unit
from runlift_tui.exchange.recognise import DIALECTS
from tests.core.past import outing, row, view


def test_every_dialect_has_a_name() -> None:
    assert APPS.keys() == {each.format for each in DIALECTS}
    assert origin_words({"format": "strong"}) == "from Strong"
    assert [origin_words(each) for each in (None, {}, "strong", {"format": 3})] == [""] * 4


def test_the_history_says_where_a_session_came_from_and_finds_it_by_that() -> None:
    theirs = view(outing(0, row(), routine_name="Legs", source={"format": "hevy"}))
    own = view(outing(1, row(), routine_name="Legs"))
    assert row_words(theirs)[1].endswith(", Hevy")
    assert any("from Hevy" in line.text for line in detail(theirs, Unit.KG))
    shown = SessionFilter(text="from hevy")
    assert (shown.lets_through(theirs), shown.lets_through(own)) == (True, False)
