"""The laws of joining, on random histories of edits on several machines with clocks that lie."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.amend import with_another
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.rearrange import moved
from runlift_tui.core.sync.changes import changed, deleted, first, patched
from runlift_tui.core.sync.held import Held, content, held, joined, piece
from runlift_tui.core.sync.registers import ABSENT, in_order
from runlift_tui.core.words.documents import Document
from tests.sweep import examples

_HOUR = 3_600_000
_NOW = 1_795_366_800_000
_DEVICES = ("k7f2q9ab", "m3x8w1cd", "z0a1b2c3")
_SKEWS = (0, -11 * 24 * _HOUR, 11 * 24 * _HOUR)

Act = tuple[int, str, int, int]
"""On which machine, what, and two numbers that say to what."""
acts = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            ("effort", "notes", "value", "add", "shift", "out", "delete", "back", "join", "wipe")
        ),
        st.integers(0, 4),
        st.integers(0, 9),
    ),
    max_size=25,
)


def session(rounds: int = 3, *, entered: bool = False) -> Document:
    return {
        "id": "a",
        "started": "2026-11-22T17:00:00.000Z",
        "effort": None,
        "notes": "",
        "planned": [{"slot": "B1", "rounds": 3, "target": 8}],
        "sets": [
            {
                "block": "main",
                "slot": "B1",
                "round": number + 1,
                "exercise": "squat",
                "reps": 8,
                "started": None if entered else f"2026-11-22T17:0{number}:00.000Z",
            }
            for number in range(rounds)
        ],
    }


class Machine:
    """One of them: what it holds of the one session."""

    def __init__(self, number: int, document: Document) -> None:
        self.device = _DEVICES[number]
        self.now = _NOW + _SKEWS[number]
        self.holds = first("sessions", document)

    def tick(self) -> int:
        self.now += 1000
        return self.now

    def change(self, to: Callable[[Document], Document]) -> None:
        if self.holds.lives:
            document = to(content(self.holds))
            self.holds = changed(self.holds, document, "sessions", self.tick(), self.device)
            assert content(self.holds) == document or self.holds.order is None
            self.reload()

    def reload(self) -> None:
        """Write it and read it back."""
        back = held(piece(self.holds))
        assert told(back) == told(self.holds)
        self.holds = back


def told(found: Held) -> tuple[object, ...]:
    """Return what of it another machine can see."""
    return piece(found)[:3] + piece(found)[3:]


def play(steps: list[Act], *, entered: bool = False) -> list[Machine]:
    machines = [Machine(n, session(entered=entered)) for n in range(3)]
    for number, what, one, other in steps:
        one_machine(machines, machines[number], what, one, other)
    return machines


def one_machine(machines: list[Machine], me: Machine, what: str, one: int, other: int) -> None:
    if what in ("effort", "notes"):
        me.change(lambda row: {**row, what: other if what == "effort" else "x" * other})
    elif what == "value":
        me.change(lambda row: with_value(row, one, other))
    elif what == "wipe":
        me.change(lambda row: {key: row[key] for key in row if key != "effort"})
    elif what == "add":
        me.change(lambda row: {**row, "sets": [*row["sets"], another(row, other, f"{me.now}")]})
    elif what == "shift" and me.holds.lives:
        document = shifted(content(me.holds), one)
        me.change(lambda _: document)
        assert content(me.holds) == document, "as it was put, and not by its times"
    elif what == "out":
        me.change(lambda row: {**row, "sets": row["sets"][:one] + row["sets"][one + 1 :]})
    elif what == "delete" and me.holds.lives:
        me.holds = deleted(me.holds, me.tick(), me.device)
        assert not me.holds.lives
        me.reload()
    elif what == "back" and not me.holds.lives:
        me.holds = changed(me.holds, content(me.holds), "sessions", me.tick(), me.device)
        assert me.holds.lives
        me.reload()
    elif what == "join":
        me.holds = joined(me.holds, machines[one % 3].holds)
        me.reload()


def shifted(row: Document, at: int) -> Document:
    rows = list(row["sets"])
    rows[at : at + 2] = reversed(rows[at : at + 2])
    return {**row, **in_order(rows)}


def with_value(row: Document, at: int, reps: int) -> Document:
    rows = list(row["sets"])
    if at < len(rows):
        rows[at] = {**rows[at], "reps": reps}
    return {**row, "sets": rows}


def another(row: Document, reps: int, added: str) -> Document:
    rounds = [each["round"] for each in row["sets"]]
    like = session()["sets"][0]
    return {**like, "round": max(rounds, default=0) + 1, "reps": reps, "started": None} | (
        {"added": added} if reps % 2 else {}
    )


@given(acts, st.booleans())
@examples(25, 4000)
def test_joining_is_commutative_associative_and_idempotent(steps: list[Act], entered: bool) -> None:
    a, b, c = (each.holds for each in play(steps, entered=entered))
    assert told(joined(a, b)) == told(joined(b, a))
    assert told(joined(joined(a, b), c)) == told(joined(a, joined(b, c)))
    assert told(joined(a, a)) == told(a)
    assert told(joined(joined(a, b), b)) == told(joined(a, b))
    assert told(joined(held(piece(joined(a, b))), c)) == told(joined(joined(a, b), c))


@given(acts, st.integers(0, 2), st.integers(0, 9))
@examples(25, 4000)
def test_a_change_beats_what_it_replaced_on_every_machine(
    steps: list[Act], number: int, effort: int
) -> None:
    machines = play(steps)
    for each in machines:
        machines[number].holds = joined(machines[number].holds, each.holds)
    me = machines[number]
    if not me.holds.lives:
        return
    me.change(lambda row: {**row, "effort": effort})
    for each in machines:
        assert content(joined(each.holds, me.holds))["effort"] == effort


@given(acts, acts)
@examples(25, 4000)
def test_the_later_deliberate_act_stands(steps: list[Act], more: list[Act]) -> None:
    machines = play(steps)
    me, other = machines[:2]
    me.holds = joined(me.holds, other.holds)
    was_alive = me.holds.lives
    me.holds = deleted(me.holds, me.tick(), me.device)
    assert not joined(me.holds, other.holds).lives
    # Brought back, it has all that it had.
    before = content(me.holds)
    me.holds = changed(me.holds, before, "sessions", me.tick(), me.device)
    assert joined(other.holds, me.holds).lives
    assert content(joined(other.holds, me.holds)) == before or not was_alive


@given(acts)
@examples(25, 4000)
def test_every_machine_comes_to_the_same_whoever_hears_first(steps: list[Act]) -> None:
    a, b, c = (each.holds for each in play(steps))
    ways = (joined(joined(a, b), c), joined(joined(c, a), b), joined(joined(b, c), a))
    assert len({repr(told(way)) for way in ways}) == 1 or all(
        told(way) == told(ways[0]) for way in ways
    )


def test_sets_that_two_machines_add_to_one_session_are_both_there() -> None:
    machines = [Machine(number, session()) for number in (0, 1)]
    for each, reps in zip(machines, (6, 7), strict=True):
        each.change(lambda row, n=reps, own=each.device: with_one_more(row, own, n))  # type: ignore[misc]
    one, other = (each.holds for each in machines)
    met = joined(one, other)
    assert told(met) == told(joined(other, one))
    assert [row["reps"] for row in content(met)["sets"]] == [8, 8, 8, 6, 7]
    # Taken out on one machine while the other changes its own: that one goes alone.
    me, them = machines
    me.holds = them.holds = met
    me.change(lambda row: {**row, "sets": [*row["sets"][:3], row["sets"][4]]})
    them.change(lambda row: with_value(row, 4, 5))
    assert [row["reps"] for row in content(joined(me.holds, them.holds))["sets"]] == [8, 8, 8, 5]
    # Moved to another place they are the same sets still.
    me.holds = met
    me.change(lambda row: moved(seen(row), 3, 1)[0])
    assert not me.holds.gone
    assert [row["reps"] for row in content(me.holds)["sets"]] == [8, 8, 8, 7, 6]


def with_one_more(row: Document, own: str, reps: int) -> Document:
    after, place = with_another(seen(row), 2, own)
    return with_value(after, place, reps)


def seen(row: Document) -> PastSession:
    found = past_session(row)
    assert found is not None
    return found


@given(acts, st.integers(0, 9))
@examples(25, 4000)
def test_a_patch_changes_what_was_typed_and_nothing_else(steps: list[Act], effort: int) -> None:
    machines = play(steps)
    shown, now = content(machines[0].holds), content(machines[1].holds)
    after = patched("sessions", shown, {**shown, "effort": effort}, now)
    if shown.get("effort", ABSENT) != effort:
        assert after == {**now, "effort": effort} or sorted_sets(after) == sorted_sets(
            {**now, "effort": effort}
        )


def sorted_sets(row: Document) -> Document:
    return {**row, "sets": sorted(row["sets"], key=repr)}
