"""A session over real clocks: what the journal says gives back what stood on the screen."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.face.press import space
from runlift_tui.core.session.advance import advance
from runlift_tui.core.session.commands import Left, Resumed
from runlift_tui.core.session.fold import replay
from runlift_tui.core.session.live import Given, Live, started
from runlift_tui.core.session.state import Entry, is_finished
from runlift_tui.core.session.timeline import Stamp, Timeline
from runlift_tui.core.words.faults import Refused
from tests.core import builders
from tests.core.strategies import Move, command_of, moves


def _read_back(journal: list[Given]) -> tuple[Live, list[Entry]]:
    """Return the session that the journal alone comes to, on its own line of time."""
    line = Timeline.start(journal[0].stamp)
    entries = []
    for stamp, command in journal:
        line = line.moved_to(stamp)
        entries.append(Entry(line.at, command))
    session, refused = replay(entries)
    return Live(session, line), refused


class _Clocks:
    """A wall clock that anybody may set, and a boot clock that starts anew."""

    def __init__(self) -> None:
        self.wall, self.boot, self.since = builders.T0, 0, 1_000

    def stamp(self) -> Stamp:
        return Stamp(self.wall, f"boot {self.boot}", self.since)

    def go_on(self, ms: int) -> None:
        self.wall += ms
        self.since += ms

    def restart(self, ms: int) -> None:
        self.wall += ms
        self.boot, self.since = self.boot + 1, 5_000


@given(
    st.lists(
        st.tuples(
            moves(),
            st.sampled_from(["", "", "", "", "set back", "set on", "closed", "restarted", "lid"]),
        ),
        max_size=40,
    )
)
def test_the_journal_gives_the_session_back_whatever_the_clocks_do(
    row: list[tuple[Move, str]],
) -> None:
    clocks = _Clocks()
    live, first = started(builders.started(), clocks.stamp())
    journal = [first]
    for move, luck in row:
        for _ in range(move.wait_ms // 4_000 + 1):
            clocks.go_on(min(4_000, move.wait_ms))
            live, _, given_ = live.walked(clocks.stamp())
            journal += given_
        command = space(live.session) if move.kind == "on" else command_of(live.session, move)
        if luck:
            journal, live = _unlucky(clocks, journal, live, luck)
        if command is None:
            continue
        try:
            live, told = live.told(clocks.stamp(), command)
        except Refused:
            continue
        journal.append(told)
        live, _, given_ = live.walked(clocks.stamp())
        journal += given_
    back, refused = _read_back(journal)
    assert refused == []
    assert back.timeline.at == live.timeline.at
    after, _ = advance(back.session, live.session.at)
    assert after == live.session


def _unlucky(
    clocks: _Clocks, journal: list[Given], live: Live, luck: str
) -> tuple[list[Given], Live]:
    """Let something happen to the machine; the session is on the screen again after it."""
    hour = 3_600_000
    if luck == "set back":
        clocks.wall -= hour
    elif luck == "set on":
        clocks.wall += hour
    elif luck == "lid":
        clocks.go_on(hour)
    elif luck == "restarted":
        clocks.restart(-hour if clocks.boot % 2 else 3 * 24 * hour)
        live, refused = _read_back(journal)
        assert refused == []
    else:
        live, told = live.told(clocks.stamp(), Left())
        live, refused = _read_back([*journal, told])
        assert refused == []
        clocks.go_on(60_000)
        live, resumed = live.told(clocks.stamp(), Resumed())
        journal = [*journal, told, resumed]
    live, _, watched = live.walked(clocks.stamp())
    return [*journal, *watched], live


def test_a_rest_goes_on_over_a_restart_on_the_same_deadline() -> None:
    clocks = _Clocks()
    live, first = started(builders.started(), clocks.stamp())
    clocks.go_on(20_000)
    live, _, _ = live.walked(clocks.stamp())
    command = space(live.session)
    assert command is not None
    live, told = live.told(clocks.stamp(), command)
    clocks.restart(8_000)
    back, _ = _read_back([first, told])
    back, cues, _ = back.walked(clocks.stamp())
    assert back.session.at == builders.T0 + 28_000
    assert cues == []
    assert back.session.phase == live.session.phase
    assert not is_finished(back.session)
