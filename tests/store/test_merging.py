"""Two entries of one movement made one: every reader of the past sees one movement."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.exercise import Exercise, Sides
from runlift_tui.core.exercises.shelf import kept, merged
from runlift_tui.store.archive import archive_of
from runlift_tui.store.history.past import Past
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import edit_back
from tests.store.examples import session

MINE = Exercise(id="my-squat", name="My squat", sides=Sides.EACH)


def done(exercise: str, kg: float) -> dict[str, Any]:
    return {
        "exercise": exercise,
        "name": exercise,
        "slot": "B1",
        "block": "main",
        "round": 1,
        "left": 8,
        "right": 8,
        "load_kg": kg,
    }


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    """A folder with three sessions, the middle one of an entry of one's own."""
    opened = Store(tmp_path, clock)
    opened.open()
    ids = ("split-squat", "my-squat", "split-squat")
    for n, id_ in enumerate(ids):
        row = session(f"s{n}", f"2025-03-0{n + 1}", sets=[done(id_, 20 + 10 * (n == 1))])
        opened.history.fold(row)
    opened.desk.edit(kept(opened.desk.shelf(), MINE))
    yield opened
    opened.close()


def again(store: Store) -> Store:
    store.close()
    store = Store(store.folder.path, store.clock)
    store.open()
    return store


def merge(store: Store) -> None:
    shelf = store.desk.shelf()
    edit = merged(shelf, MINE, shelf.shipped["split-squat"])
    store.desk.edit(edit)
    store.acts.changed("exercises", edit)


def exercises(store: Store) -> list[str]:
    return [each.exercise for past in store.past.sessions() for each in past.sets]


def test_the_past_is_that_of_one_movement_as_if_it_had_been_written_so(store: Store) -> None:
    before = store.facts()
    assert before.best["split-squat"][-1].load_kg == 20
    merge(store)
    for now in (store, again(store)):
        assert exercises(now) == ["split-squat"] * 3
        facts = now.facts()
        assert [each.load_kg for each in facts.best["split-squat"]] == [30]
        assert "my-squat" not in facts.best
        (time,) = facts.last_times
        assert [each.load_kg for each in (*time.sets, *time.before)] == [20, 30]
        assert {outing.heavy for outing in facts.outings} == {"split-squat"}
        # Whoever only reads the folder sees the same, and no document was written anew.
        alone = Past(now.folder.path)
        assert {each.exercise for past in alone.sessions() for each in past.sets} == {"split-squat"}
        rows = [row["sets"][0]["exercise"] for row in alone.documents()]
        assert rows == ["split-squat", "my-squat", "split-squat"]


def test_a_session_that_is_put_right_keeps_what_its_document_says(store: Store) -> None:
    merge(store)
    (past,) = (each for each in store.past.sessions() if each.id == "s1")
    found = store.past.session_of({**past.document, "effort": 9})
    assert found is not None
    assert found.sets[0].exercise == "split-squat"
    assert found.rows[0]["exercise"] == "my-squat"


def test_it_is_taken_back_on_another_day_and_the_past_is_as_it_was(store: Store) -> None:
    before = store.facts()
    merge(store)
    store = again(again(store))
    act = store.acts.trail("exercises").newest()
    assert act is not None
    store.desk.edit(edit_back(store, act))
    store = again(store)
    assert store.facts() == before
    assert exercises(store) == ["split-squat", "my-squat", "split-squat"]
    assert store.desk.shelf().get("my-squat") == MINE


def test_an_export_has_it(store: Store) -> None:
    merge(store)
    store = again(store)
    rows = {row["id"]: row for row in archive_of(store.past).library["exercises"]}
    assert rows["split-squat"]["merged"] == ["my-squat"]
    assert "my-squat" in rows


def test_a_start_that_reads_little_knows_it_too(store: Store) -> None:
    merge(store)
    store = again(store)
    assert store.desk.starting_shelf().same == {"my-squat": "split-squat"}
    store = again(store)
    assert store.facts().best.keys() == {"split-squat"}


@pytest.mark.parametrize("said", [None, "my-squat", [3], {"my-squat": 1}])
def test_what_makes_no_sense_merges_nothing(store: Store, said: object) -> None:
    store.close()  # and everything is written
    store.library.put("exercises", "split-squat", {"merged": said})
    assert Past(store.folder.path).same() == {}
    store = again(store)
    assert exercises(store) == ["split-squat", "my-squat", "split-squat"]
