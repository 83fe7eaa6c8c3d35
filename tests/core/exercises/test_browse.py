"""What a filter lets through, and in which order."""

from msgspec import structs

from runlift_tui.core.exercises import shelf as changes
from runlift_tui.core.exercises.browse import NO_KIT, ExerciseFilter, View, kits, marks, shown, tags
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.shelf import Shelf
from tests.core.builders import library

PLAIN = Shelf(shipped=library())
OWN = Exercise(id="own", name="A", tags=("calf",))
MINE = PLAIN.after(changes.kept(PLAIN, OWN))
MINE = MINE.after(changes.favoured(MINE, "wall-sit"))
MINE = MINE.after(changes.archived(MINE, "dead-bug"))
MINE = MINE.after(changes.kept(MINE, structs.replace(library()["step-up"], name="Box step")))


def ids(shelf: Shelf, **what: object) -> list[str]:
    """Return the ids that a filter lets through, in their order."""
    return [each.id for each in shown(shelf, structs.replace(ExerciseFilter(), **what))]


def test_favourites_come_first_and_then_the_names() -> None:
    found = ids(MINE)
    assert found[:2] == ["wall-sit", "own"]
    names = [each.name.casefold() for each in shown(MINE, ExerciseFilter())][1:]
    assert names == sorted(names)


def test_what_was_done_lately_comes_before_the_rest_but_behind_favourites() -> None:
    found = [each.id for each in shown(MINE, ExerciseFilter(), {"step-up", "wall-sit"})]
    assert found[:3] == ["wall-sit", "step-up", "own"]


def test_the_archived_are_hidden_unless_asked_for() -> None:
    assert "dead-bug" not in ids(MINE)
    assert ids(MINE, view=View.ARCHIVED) == ["dead-bug"]


def test_each_view_shows_its_own() -> None:
    assert ids(MINE, view=View.FAVOURITES) == ["wall-sit"]
    assert sorted(ids(MINE, view=View.OWN)) == ["own", "step-up"]
    views = [View.ALL]
    while (view := views[-1].next()) is not View.ALL:
        views.append(view)
    assert views == list(View)


def test_a_tag_and_a_piece_of_equipment_narrow_together() -> None:
    assert ids(MINE, tag="calf", kit=NO_KIT)[0] == "own"
    for each in shown(PLAIN, ExerciseFilter(tag="calf", kit="step")):
        assert "calf" in each.tags
        assert "step" in each.equipment
    assert ids(PLAIN, tag="calf", kit="step")
    assert not ids(PLAIN, tag="nothing of the kind")


def test_the_counts_are_what_choosing_them_would_show() -> None:
    everything = shown(MINE, ExerciseFilter())
    for name, count in tags(everything):
        assert len(ids(MINE, tag=name)) == count
    for name, count in kits(everything):
        assert len(ids(MINE, kit=name)) == count
    assert kits(everything)[0].name == NO_KIT


def test_marks_say_what_the_athlete_made_of_it() -> None:
    assert [marks(MINE, id_) for id_ in ("own", "step-up", "dead-bug", "bridge")] == [
        "own",
        "adapted",
        "archived",
        "",
    ]


def test_a_filter_is_told_in_words() -> None:
    assert ExerciseFilter().words() == ""
    told = ExerciseFilter(view=View.FAVOURITES, tag="calf", kit="step").words()
    assert told == "favourites   calf   step"
