"""What a search finds: any name, in parts, with a typo, and never for long."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.screens.exercises.finder import LONGEST, MOST, Finder
from tests.core.builders import library
from tests.rows import for_each

EVERYTHING = tuple(sorted(library().values(), key=lambda each: each.name))
FINDER = Finder(EVERYTHING)


def first(query: str) -> str:
    """Return the id of the best that a query finds."""
    return FINDER.find(query)[0].exercise.id


@for_each(
    ("query", "id_"),
    [
        ("dead bug", "dead-bug"),
        ("DEAD BUG", "dead-bug"),
        ("  dead   bug ", "dead-bug"),
        ("rfess", "rfe-split-squat"),
        ("rdl", "romanian-deadlift"),
        ("bulgarian", "rfe-split-squat"),
        ("jump lunge", "jumping-lunge"),
        ("squat split", "split-squat"),
        ("step up", "step-up"),
        ("nordic curl", "nordic"),
    ],
)
def test_a_name_or_an_alias_finds_its_exercise(query: str, id_: str) -> None:
    assert first(query) == id_


@for_each(
    ("query", "id_"),
    [
        ("bulgarain", "rfe-split-squat"),
        ("bulgarai", "rfe-split-squat"),
        ("vulgarian", "rfe-split-squat"),
        ("jumpign lunge", "jumping-lunge"),
        ("ded bugg", "dead-bug"),
        ("copenhagn", "copenhagen-short"),
        ("romanain", "romanian-deadlift"),
    ],
)
def test_a_typo_is_no_harm(query: str, id_: str) -> None:
    assert id_ in [hit.exercise.id for hit in FINDER.find(query)[:4]]


@for_each("query", ["bss", "splsq", "spsqu", "sl dl"])
def test_beginnings_of_words_are_enough(query: str) -> None:
    assert any(
        "squat" in hit.exercise.name or "eadlift" in hit.exercise.name
        for hit in FINDER.find(query)[:5]
    )


def test_the_alias_that_was_meant_is_told() -> None:
    hit = FINDER.find("rfess")[0]
    assert hit.alias == "RFESS"
    assert FINDER.find("rear-foot")[0].alias == ""


def test_accents_make_no_difference() -> None:
    finder = Finder([Exercise(id="a", name="Élévation des mollets"), Exercise(id="b", name="B")])
    assert [hit.exercise.id for hit in finder.find("elevation")] == ["a"]
    assert [hit.exercise.id for hit in finder.find("ÉLÉV")] == ["a"]


def test_nothing_typed_shows_everything_in_its_order() -> None:
    assert [hit.exercise for hit in FINDER.find(" ")] == list(EVERYTHING)


def test_what_is_like_nothing_finds_nothing() -> None:
    assert FINDER.find("zzzzqqq") == []


def test_only_some_can_be_asked_for() -> None:
    among = {"jumping-lunge", "dead-bug"}
    assert {hit.exercise.id for hit in FINDER.find("l", among)} <= among
    assert [hit.exercise.id for hit in FINDER.find("jumpin", among)] == ["jumping-lunge"]
    assert FINDER.find("bulgarain", among) == []


def test_the_best_fifty_are_shown() -> None:
    assert len(FINDER.find("s")) == MOST


@given(st.sampled_from(EVERYTHING), st.data())
def test_every_exercise_is_found_by_each_of_its_names(
    exercise: Exercise, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from((exercise.name, *exercise.aliases)))
    hits = FINDER.find(name)
    same = [hit for hit in hits if name in (hit.exercise.name, *hit.exercise.aliases)]
    assert exercise in [hit.exercise for hit in same]
    assert hits[: len(same)] == same


@given(st.sampled_from(EVERYTHING), st.data())
def test_two_letters_that_changed_places_are_no_harm(
    exercise: Exercise, data: st.DataObject
) -> None:
    words = [word for word in exercise.name.lower().split() if len(word) > 6 and word.isalpha()]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    at = data.draw(st.integers(1, len(word) - 2))
    typo = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert FINDER.find(typo), typo


@given(st.text(max_size=30))
def test_any_query_is_answered(query: str) -> None:
    hits = FINDER.find(query)
    ids = [hit.exercise.id for hit in hits]
    assert len(ids) == len(set(ids))


@for_each("query", ["a" * 40, "ab" * 20, "a" * 39 + "b", "a b " * 10])
def test_no_name_is_bad_enough_to_hold_the_screen_up(query: str) -> None:
    """Letters that fit in ever so many ways are not tried in all of them."""
    bad = [Exercise(id=str(n), name=("a " * 40 + "b")[n:]) for n in range(20)]
    bad += [Exercise(id=f"x{n}", name="ab" * (20 + n)) for n in range(20)]
    Finder(bad).find(query)


def test_likeness_to_a_longer_name_gives_way_to_the_shorter() -> None:
    plain, more = library()["rfe-split-squat"], library()["rfe-split-squat-offset"]
    for order in ((plain, more), (more, plain)):
        assert Finder(order).find("bulgarain")[0].exercise == plain


def test_equals_keep_their_order() -> None:
    one = Exercise(id="one", name="Same name")
    two = structs.replace(one, id="two")
    for order in ((one, two), (two, one)):
        assert [hit.exercise for hit in Finder(order).find("same")] == list(order)


def test_no_query_holds_the_screen_up() -> None:
    """Words without end, each mistyped, would be compared with every word there is."""
    assert FINDER.find("sqaut " * 10_000) == []
    mistyped = (" ".join(f"xq{number}zk" for number in range(20)))[:LONGEST]
    assert FINDER.find(mistyped) == []
