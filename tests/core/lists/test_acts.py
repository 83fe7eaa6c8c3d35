"""Acts: taken back later, onto what stands by then, and never over what came in between."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.lists.acts import (
    AGAIN,
    BACK,
    DID,
    KEPT_MS,
    MOST_BYTES,
    Act,
    Trails,
    act_of,
    taken_back,
    tidied,
)
from runlift_tui.core.words.faults import Refused
from tests.rows import for_each

Document = dict[str, Any]
DAY_MS = 86_400_000
NOW = 1_795_000_000_000

leaves = st.none() | st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2)
documents = st.dictionaries(
    st.sampled_from("abcd"),
    st.recursive(leaves, lambda inner: st.dictionaries(st.sampled_from("ab"), inner), max_leaves=4),
)


def act(
    number: int = 0,
    before: Document | None = None,
    after: Document | None = None,
    *,
    at: int = NOW,
    place: str = "runs",
) -> Act:
    return Act(id=f"{number}", at=at, place=place, table="runs", of="x", before=before, after=after)


def did(found: Act) -> Document:
    return {"id": f"line-{found.id}", DID: msgspec.to_builtins(found)}


@given(documents, documents)
def test_an_act_leads_back_and_forth_from_what_it_left(before: Document, after: Document) -> None:
    kept = act_of(act(0, before, after))
    assert taken_back(kept, after) == before
    assert taken_back(kept.undone(), before) == after


@given(documents, documents, st.integers())
def test_what_was_changed_beside_it_stays(before: Document, after: Document, other: int) -> None:
    kept = act_of(act(0, before, after))
    assert taken_back(kept, {**after, "other": other}) == {**before, "other": other}


def test_it_holds_no_more_than_what_it_changed_and_its_year() -> None:
    before = {"id": "x", "day": "2026-11-20", "sets": [1, 2], "effort": 5, "of": {"a": 1, "b": 2}}
    after = {**before, "effort": 7, "of": {"a": 1, "b": 3}}
    kept = act_of(act(0, before, after))
    assert kept.before == {"day": "2026-11-20", "effort": 5, "of": {"b": 2}}
    assert kept.after == {"day": "2026-11-20", "effort": 7, "of": {"b": 3}}


@for_each(
    ("before", "after", "now", "why"),
    [
        ({"a": 1}, {"a": 2}, {"a": 3}, "changed since"),
        ({"a": 1}, {"a": 2}, {}, "changed since"),
        ({"a": 1}, {}, {"a": 3}, "changed since"),
        ({"a": 1}, {"a": 2}, None, "deleted since"),
        (None, {"a": 2}, {"a": 3}, "changed since"),
        (None, {"a": 2}, None, "deleted since"),
        ({"a": 1}, None, {"a": 1}, "there is one again"),
    ],
)
def test_what_was_changed_since_is_left_and_told(
    before: Document | None, after: Document | None, now: Document | None, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        taken_back(act_of(act(0, before, after)), now)


def test_what_moved_to_another_table_goes_back_to_its_own() -> None:
    moved = structs.replace(act(0, {"a": 1}, {"a": 2}), table="trials", left="runs")
    assert (moved.undone().table, moved.undone().left) == ("runs", "trials")
    assert moved.undone().undone() == moved


def test_lines_come_to_the_way_back_of_each_place() -> None:
    first, second, other = act(1, None, {"a": 1}), act(2, {"a": 1}, None), act(3, place="plan")
    lines = [did(first), did(second), did(second), did(other), {"id": "4", BACK: "2"}]
    trails = Trails([*lines, {"id": "5"}, {"id": "6", DID: {"id": 3}}, {"id": "7", BACK: "none"}])
    assert trails.of("runs").newest() == first
    assert trails.of("runs").newest(undone=True) == second
    assert trails.of("plan").newest() == other
    trails.hear({"id": "8", AGAIN: "2"})
    assert trails.of("runs").newest() == second
    assert trails.deleted() == [other, second]
    trails.hear({"id": "9", BACK: "1"})
    assert trails.of("runs").done == [second]


def test_what_was_deleted_is_kept_for_thirty_days_and_then_let_go() -> None:
    old = act(1, {"a": 1}, None, at=NOW - KEPT_MS - DAY_MS)
    changed = act(2, {"a": 1}, {"a": 2}, at=NOW - KEPT_MS - DAY_MS)
    young, newest = act(3, {"a": 1}, None, at=NOW - KEPT_MS + DAY_MS), act(4, None, {}, at=NOW)
    lines = [did(each) for each in (old, changed, young, newest)]
    assert tidied(lines, NOW) == ([did(young), did(newest)], [old])
    assert tidied(lines[:3], NOW) == (lines[:3], []), "the clock alone lets nothing go"
    assert tidied(lines, NOW - 2 * DAY_MS) == (lines, []), "nor does the newest act alone"


def test_what_was_deleted_in_one_millisecond_stands_as_it_was_heard() -> None:
    acts = [
        act(number, before={"n": number}, place=place, at=NOW)
        for number, place in ((9, "a"), (1, "b"))
    ]
    trails = Trails([{"id": f"l{each.id}", DID: msgspec.to_builtins(each)} for each in acts])
    assert trails.deleted() == acts[::-1]


def test_what_is_kept_is_bounded_but_for_what_was_deleted() -> None:
    big = "x" * (MOST_BYTES // 20)
    deleted = act(0, {"a": big}, None, at=NOW)
    acts = [act(n, {"a": big}, {"a": 0}, at=NOW + n) for n in range(1, 30)]
    kept, gone = tidied([did(deleted), *map(did, acts)], NOW + 60)
    assert not gone
    assert kept[0] == did(deleted)
    assert kept[1:] == [did(each) for each in acts[-9:]]


def test_what_was_undone_can_still_be_made_again_after_it_was_tidied() -> None:
    acts = [act(n, {"a": n}, {"a": n + 1}, at=NOW + n) for n in range(4)]
    lines = [*map(did, acts), {"id": "b", BACK: "3"}, {"id": "c", BACK: "2"}]
    kept, _ = tidied(lines, NOW)
    trail, again = Trails(lines).of("runs"), Trails(kept).of("runs")
    assert (again.done, again.undone) == (trail.done, trail.undone)
