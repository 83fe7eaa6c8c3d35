"""Some drawings beside each other in whatever room there is."""

from runlift_tui.widgets.lines.cards import Card, Cards


def shown(cards: tuple[Card, ...], width: int, height: int) -> list[str]:
    found = Cards()
    found.set_reactive(Cards.cards, cards)
    return ["".join(piece.text for piece in line) for line in found.lines(width, height)]


TWO = (
    Card("FIRST", lambda width, height: ["a" * width] * height),
    Card("SECOND", lambda *_: ("b", "c")),
)


def test_they_stand_beside_each_other_under_their_titles() -> None:
    lines = shown(TWO, 43, 5)
    assert lines[0] == f"{'FIRST':<23}SECOND"
    assert lines[1] == f"{'a' * 20}   b"
    assert len(lines) == 5


def test_one_that_has_no_room_leaves_its_place_empty() -> None:
    lines = shown((Card("NONE", lambda *_: ()), TWO[1]), 43, 5)
    assert [line.strip() for line in lines] == ["SECOND", "b", "c"]
    assert shown((), 43, 5) == []
