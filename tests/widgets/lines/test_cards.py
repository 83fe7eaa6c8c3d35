"""Some drawings beside each other in whatever room there is."""

from runlift_tui.core.lists.charts import BarChart, ChartBar
from runlift_tui.widgets.charts.chart_view import drawn
from runlift_tui.widgets.lines.cards import Card, Cards


def shown(cards: tuple[Card, ...], width: int, height: int) -> list[str]:
    found = Cards()
    found.set_reactive(Cards.cards, cards)
    return ["".join(piece.text for piece in line) for line in found.lines(width, height)]


TWO = (
    Card(("FIRST",), lambda width, height: ["a" * width] * height),
    Card(("SECOND",), lambda *_: ("b", "c")),
)


def test_they_stand_beside_each_other_under_their_titles() -> None:
    lines = shown(TWO, 43, 5)
    assert lines[0] == f"{'FIRST':<23}SECOND"
    assert lines[1] == f"{'a' * 20}   b"
    assert len(lines) == 5


def test_one_that_has_no_room_leaves_its_place_empty() -> None:
    lines = shown((Card(("NONE",), lambda *_: ()), TWO[1]), 43, 5)
    assert [line.strip() for line in lines] == ["SECOND", "b", "c"]
    assert shown((), 43, 5) == []


def test_a_chart_is_a_card_like_any_other() -> None:
    chart = BarChart((ChartBar(739_500.0, 40.0), ChartBar(739_507.0, 80.0)))
    lines = shown((Card(("MINUTES",), lambda *size: drawn(chart, *size)), TWO[1]), 63, 8)
    assert lines[0].split() == ["MINUTES", "SECOND"]
    assert lines[1].split()[0] == "80"
    assert lines[1].split()[-1] == "b"


def test_a_title_stands_whole_or_is_said_shorter() -> None:
    card = Card(("5K  23:26 → 21:03, 2:23 faster", "5K  2:23 faster"), lambda *_: ["x"])
    assert shown((card,), 40, 3)[0].strip() == card.titles[0]
    assert shown((card,), 20, 3)[0].strip() == card.titles[1]
    assert not shown((card,), 8, 3)[0].strip()
