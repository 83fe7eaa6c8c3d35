"""Child processes: no more than a few, and no trace of them."""

from runlift_tui.clock import ManualClock
from runlift_tui.devices.children import MOST, Children, Command
from tests.devices.fakes import is_alive, until


def test_no_zombie_is_left(clock: ManualClock) -> None:
    children = Children(clock)
    started = [children.start(Command(("/bin/sh", "-c", "exit 3")), 1_000) for _ in range(MOST)]

    def over() -> bool:
        children.check()
        return not len(children)

    until(over)
    assert all(child.failed for child in started)
    assert not any(is_alive(child._process.pid) for child in started)


def test_one_that_takes_too_long_is_killed(clock: ManualClock) -> None:
    children = Children(clock)
    child = children.start(Command(("/bin/sleep", "600")), 1_000)
    clock.advance(999)
    children.check()
    assert len(children) == 1
    clock.advance(1)
    children.check()
    assert child.failed
    assert not len(children)


def test_the_oldest_makes_room_and_is_not_blamed(clock: ManualClock) -> None:
    children = Children(clock)
    started = [children.start(Command(("/bin/sleep", "600")), 1_000) for _ in range(MOST + 2)]
    assert [child.failed for child in started] == [False, False, *[None] * MOST]
    assert len(children) == MOST
    clock.advance(1_000)
    children.check()
    assert not len(children)


def test_what_it_reads_comes_from_a_file_without_a_name(clock: ManualClock) -> None:
    children = Children(clock)
    script = "read line && [ \"$line\" = 'as it is: $(date)' ] && ! read line"
    child = children.start(Command(("/bin/sh", "-c", script), b"as it is: $(date)\n"), 5_000)
    until(lambda: child.failed is not None)
    assert child.failed is False
