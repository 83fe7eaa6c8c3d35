import pytest

from tests.rows import for_each


def test_every_row_is_tried_and_what_fails_tells_its_row() -> None:
    tried: list[tuple[int, str]] = []

    @for_each("text", ["a", "b"])
    @for_each(("number", "half"), [(2, 1), (3, 1), (5, 2), (8, 4)])
    def halved(number: int, half: int, text: str) -> None:
        tried.append((number, text))
        assert half * 2 == number

    with pytest.raises(BaseExceptionGroup, match="2 of 2 rows") as caught:
        halved()
    assert len(tried) == 8
    for group, text in zip(caught.value.exceptions, "ab", strict=True):
        assert isinstance(group, BaseExceptionGroup)
        assert group.__notes__ == [f"with {{'text': '{text}'}}"]
        told = [error.__notes__[0] for error in group.exceptions]
        assert told == ["with {'number': 3, 'half': 1}", "with {'number': 5, 'half': 2}"]


def test_one_row_that_fails_is_the_failure() -> None:
    @for_each("number", range(4))
    def is_small(number: int) -> None:
        assert number < 3

    with pytest.raises(AssertionError) as caught:
        is_small()
    assert caught.value.__notes__ == ["with {'number': 3}"]
