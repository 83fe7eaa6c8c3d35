"""What was done is taken back in another run, and never over what somebody changed since."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises import shelf as exercises
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.lists.acts import Act
from runlift_tui.core.plan.plan import PlanEdit, begun, ended
from runlift_tui.core.routines import shelf_edits as routines
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import resolve
from runlift_tui.core.runs.logbook import RUNS, TRIALS
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.library.library import document_of
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import amendment_back, edit_back, plan_edit_back, value_back
from tests.core.plans import MONDAY, plan
from tests.store.examples import session
from tests.store.history.test_changes import fold, keep

Document = dict[str, Any]
ONE, OTHER = session("one", effort=5), session("other", "2025-03-01", effort=5)
RUN: Document = {
    "id": "r",
    "day": "2026-11-20",
    "kind": "easy",
    "metres": 8000.0,
    "seconds": 2530,
}


@pytest.fixture
def runs(tmp_path: Path, clock: ManualClock) -> Iterator[Callable[[], Store]]:
    """Return what begins another run of the program, the one before closed."""
    stores: list[Store] = []

    def begin() -> Store:
        for each in stores:
            each.close()
        store = Store(tmp_path, clock)
        store.open()
        stores.append(store)
        return store

    yield begin
    for each in stores:
        each.close()


def did(store: Store, place: str, change: Amendment) -> None:
    """Make a change of the past, and remember it."""
    table = (change.table, change.id)
    store.acts.did(place, table, change.before, change.after, "Changed", left=change.left)
    assert keep(store.amending(), change) == [""]


def newest(store: Store, place: str) -> Act:
    act = store.acts.trail(place).newest()
    assert act is not None
    return act


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("document", [ONE, OTHER])
def test_a_session_that_was_deleted_or_changed_is_as_it_was(
    document: Document, folded: bool, runs: Callable[[], Store]
) -> None:
    for after in (None, {**document, "effort": 9}):
        store = runs()
        store.history.fold(document)
        did(store, "history", Amendment(document, after))
        if folded:
            fold(store.amending())
        store = runs()
        back = amendment_back(store, newest(store, "history"))
        assert back == Amendment(after, document)
        keep(store.amending(), back)
        fold(store.amending())
        assert list(store.past.documents()) == [document]


def test_a_run_that_became_a_race_becomes_a_run_again(runs: Callable[[], Store]) -> None:
    store = runs()
    store.history.fold(RUN, table=RUNS)
    did(store, "runs", Amendment(RUN, {**RUN, "metres": 5000.0}, TRIALS, RUNS))
    store = runs()
    keep(store.amending(), amendment_back(store, newest(store, "runs")))
    fold(store.amending())
    assert store.history.tables(2026, (RUNS, TRIALS)) == {RUNS: [RUN], TRIALS: []}


def test_what_another_program_changed_beside_it_stays(runs: Callable[[], Store]) -> None:
    store = runs()
    did(store, "history", Amendment(ONE, {**ONE, "effort": 9}))
    store = runs()
    store.sessions.folding()()
    store.history.fold({**ONE, "effort": 9, "notes": "by hand"})
    back = amendment_back(store, newest(store, "history"))
    assert back.after == {**ONE, "notes": "by hand"}


@pytest.mark.parametrize("now", [{**ONE, "effort": 3}, None])
def test_what_was_changed_since_is_not_undone(
    now: Document | None, runs: Callable[[], Store]
) -> None:
    store = runs()
    did(store, "history", Amendment(ONE, {**ONE, "effort": 9}))
    fold(store.amending())
    store = runs()
    if now is None:
        store.history.withdraw("one", 2026)
    else:
        store.history.fold(now)
    with pytest.raises(Refused, match="nothing is changed"):
        amendment_back(store, newest(store, "history"))


def test_exercises_and_routines_come_back(runs: Callable[[], Store]) -> None:
    store = runs()
    own = Exercise(id="own", name="Own")
    edits = [exercises.kept(store.desk.shelf(), own)]
    store.desk.edit(edits[0])
    shelf = store.desk.shelf()
    copied = routines.duplicated(
        shelf, resolve("runner-lower-body", Level.ADVANCED, ALL_SLOTS, shelf)
    )
    store.desk.edit(copied)
    store.desk.edit(exercises.deleted(store.desk.shelf(), "own"))
    store.desk.edit(copied.undone())
    for edit in (exercises.deleted(shelf, "own"), copied.undone()):
        before = document_of(edit.before) if edit.before else None
        store.acts.did(edit.table, (edit.table, edit.id), before, None, edit.told)
    store = runs()
    for table in ("exercises", "routines"):
        store.desk.edit(edit_back(store, newest(store, table)))
    assert store.desk.shelf().get("own") == own
    assert store.desk.shelf().routines[copied.id] == copied.after


def test_an_exercise_that_a_routine_stands_on_is_not_taken_out(runs: Callable[[], Store]) -> None:
    store = runs()
    edit = exercises.kept(store.desk.shelf(), Exercise(id="own", name="Own"))
    store.desk.edit(edit)
    assert edit.after is not None
    store.acts.did("exercises", ("exercises", "own"), None, document_of(edit.after), edit.told)
    shelf = store.desk.shelf()
    routine = resolve("runner-lower-body", Level.ADVANCED, ALL_SLOTS, shelf)
    (block, *rest) = routine.blocks
    slots = (structs.replace(block.slots[0], exercise="own"), *block.slots[1:])
    mine = structs.replace(
        routine, id="mine", name="Mine", blocks=(structs.replace(block, slots=slots), *rest)
    )
    store.desk.edit(routines.added(shelf, mine))
    with pytest.raises(Refused, match="Mine would not work any more"):
        edit_back(store, newest(store, "exercises"))


def test_a_plan_that_was_ended_goes_on(runs: Callable[[], Store]) -> None:
    store, one = runs(), plan()
    end = ended(one, MONDAY + timedelta(days=7))
    for edit in (begun(one), end):
        store.desk.edit_plan(edit)
        before, after = (
            None if side is None else document_of(side) for side in (edit.before, edit.after)
        )
        store.acts.did("plan", ("plans", edit.id), before, after, edit.told)
    store = runs()
    back = plan_edit_back(store, newest(store, "plan"))
    assert back == PlanEdit(id=one.id, before=end.after, after=one, told="The plan is ended")
    store.desk.edit_plan(back)
    store.acts.took_back(newest(store, "plan"))
    store = runs()
    assert plan_edit_back(store, newest(store, "plan")).after is None


def test_who_trains_is_as_before_and_what_was_set_elsewhere_stays(
    runs: Callable[[], Store],
) -> None:
    store = runs()
    before = store.desk.athlete()
    after = structs.replace(before, level=Level.ADVANCED)
    store.acts.did("levels", ("levels", "athlete"), document_of(before), document_of(after))
    store = runs()
    now = structs.replace(after, routine="mine")
    act = newest(store, "levels")
    assert value_back(act, now) == structs.replace(before, routine="mine")
    with pytest.raises(Refused, match="changed since"):
        value_back(act, structs.replace(after, level=Level.INTERMEDIATE))


@pytest.mark.parametrize(
    "nonsense",
    [{**ONE, "sets": 5}, {**ONE, "id": "other"}, {**ONE, "started": "soon"}, {"effort": 5}],
)
def test_nothing_that_cannot_be_comes_back_out_of_a_file_that_a_hand_changed(
    nonsense: Document, runs: Callable[[], Store]
) -> None:
    store = runs()
    store.acts.did("history", ("sessions", "one"), nonsense, None, "Deleted")
    with pytest.raises(Refused, match="makes no sense"):
        amendment_back(store, newest(store, "history"))
