"""The laws of joining where a session is moved over New Year: the years of it on three machines."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sync.changes import changed, come, deleted, first
from runlift_tui.core.sync.held import Copy, Held, content, held, joined, piece
from runlift_tui.core.sync.moves import together
from runlift_tui.core.words.documents import Document
from tests.core.sync.test_laws import Machine, session
from tests.sweep import examples

Act = tuple[int, str, int]
"""On which machine, what, and a number that says to what."""
acts = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(("effort", "notes", "out", "day", "move", "delete", "back", "join")),
        st.integers(0, 5),
    ),
    max_size=20,
)


class Mover:
    """A machine, and what its years have of the one session."""

    def __init__(self, number: int) -> None:
        self.clock = Machine(number, session())
        document = {**session(), "started": "2025-12-28T17:00:00.000Z"}
        self.years: dict[int, Held] = {2025: first("sessions", document)}

    @property
    def stands(self) -> dict[int, Document]:
        return {year: content(each) for year, each in self.years.items() if each.lives}

    def here(self, year: int) -> Held:
        return self.years.get(year) or held(Copy("sessions", "a"))

    def put(self, year: int, document: Document) -> None:
        now, device = self.clock.tick(), self.clock.device
        self.years[year] = changed(self.here(year), document, "sessions", now, device)

    def move(self, year: int, to: int, document: Document) -> None:
        now, device, came = self.clock.tick(), self.clock.device, self.years[year]
        self.years[to] = come(self.here(to), came, document, "sessions", now, device)
        self.years[year] = deleted(came, self.clock.tick(), device, moved=True)

    def delete(self, year: int) -> None:
        self.years[year] = deleted(self.years[year], self.clock.tick(), self.clock.device)

    def join(self, theirs: dict[int, Held]) -> None:
        for year, each in theirs.items():
            mine = self.years.get(year)
            self.years[year] = each if mine is None else joined(mine, each)
        self.years |= together(self.years)
        self.years = {year: held(piece(each)) for year, each in self.years.items()}

    def act(self, what: str, number: int, others: list["Mover"]) -> None:
        if what == "join":
            self.join(others[number % 3].years)
            return
        for year, row in self.stands.items():
            if what in ("effort", "notes"):
                self.put(year, {**row, what: number if what == "effort" else "x" * number})
            elif what == "out":
                self.put(year, {**row, "sets": row["sets"][:number] + row["sets"][number + 1 :]})
            elif what == "day":
                self.put(year, {**row, "started": f"{row['started'][:8]}2{number}T17:00:00.000Z"})
            elif what == "move":
                to = 4051 - year
                self.move(year, to, {**row, "started": f"{to}-0{number + 1}-01T17:00:00.000Z"})
            elif what == "delete":
                self.delete(year)
            return
        if what == "back":
            for year in [year for year, each in self.years.items() if not each.moved]:
                self.put(year, content(self.years[year]))
                return


def meet(movers: list[Mover], order: tuple[int, ...] = (0, 1, 2)) -> None:
    for _ in range(4):
        for one in order:
            for other in order:
                movers[one].join(movers[other].years)


def told(mover: Mover) -> dict[int, Copy]:
    return {year: piece(each) for year, each in sorted(mover.years.items())}


def play(steps: list[Act]) -> list[Mover]:
    movers = [Mover(number) for number in range(3)]
    for number, what, to in steps:
        movers[number].act(what, to, movers)
    return movers


@given(acts)
@examples(25, 4000)
def test_every_machine_comes_to_one_session_in_the_year_of_its_day(steps: list[Act]) -> None:
    movers = play(steps)
    meet(movers)
    for each in movers:
        assert told(each) == told(movers[0])
        assert len(each.stands) <= 1
        for year, row in each.stands.items():
            assert int(row["started"][:4]) == year
    before = told(movers[0])
    meet(movers)
    assert told(movers[0]) == before


@given(acts)
@examples(25, 4000)
def test_whoever_hears_first_it_is_the_same_session(steps: list[Act]) -> None:
    one, other = play(steps), play(steps)
    meet(one)
    meet(other, (2, 0, 1))
    assert one[0].stands == other[0].stands


@given(acts, st.integers(0, 2), st.sampled_from(("effort", "move", "delete")))
@examples(25, 4000)
def test_the_last_act_stands_whichever_years_there_were(
    steps: list[Act], number: int, what: str
) -> None:
    movers = play(steps)
    meet(movers)
    movers[number].act(what, 5, movers)
    stands = movers[number].stands
    meet(movers)
    assert all(each.stands == stands for each in movers)


def test_a_value_changed_before_the_move_was_heard_of_is_kept() -> None:
    for first_to_act in (0, 1):
        a, b = movers = [Mover(0), Mover(1)]
        for one in (first_to_act, 1 - first_to_act):
            movers[one].clock.now = max(a.clock.now, b.clock.now) + 1000
            if one:
                b.act("effort", 5, movers)
            else:
                a.act("move", 0, movers)
        for each in (a, b, a):
            each.join(b.years if each is a else a.years)
        assert a.stands == b.stands == {2026: a.stands[2026]}
        assert a.stands[2026]["effort"] == 5
        assert set((piece(a.years[2026]).mark or {})["at"]) == {"started", "effort"}


def test_a_later_deletion_where_it_stood_before_is_of_the_year_to_which_it_went() -> None:
    for later in (True, False):
        a, b = movers = [Mover(0), Mover(1)]
        a.clock.now = b.clock.now + (-60_000 if later else 60_000)
        a.act("move", 0, movers)
        b.act("delete", 0, movers)
        meet([a, b], (0, 1))
        assert a.stands == b.stands
        assert list(a.stands) == ([] if later else [2026])


def test_the_newest_day_has_it_though_the_year_of_it_was_left_since() -> None:
    a, b, c = movers = [Mover(number) for number in range(3)]
    for at, (each, what) in enumerate(((a, "move"), (b, "day"), (c, "effort"))):
        each.clock.now = (at + 1) * 60_000
        each.act(what, 3, movers)
    a.join(c.years)
    assert list(a.stands) == [2026]
    meet(movers)
    for each in movers:
        assert list(each.stands) == [2025]
        row = each.stands[2025]
        assert (row["started"][:10], row["effort"]) == ("2025-12-23", 3)
