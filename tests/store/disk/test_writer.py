import subprocess
import sys
import threading
from functools import partial
from typing import Any

import pytest

from runlift_tui.store.disk.writer import Writer


def test_jobs_are_done_in_order_on_one_other_thread() -> None:
    writer = Writer()
    done: list[tuple[Any, int]] = []
    for number in range(100):
        writer.submit(partial(int, number), lambda n: done.append((n, threading.get_ident())))
    writer.close()
    assert [number for number, _ in done] == list(range(100))
    (thread,) = {thread for _, thread in done}
    assert thread != threading.get_ident()


def test_what_a_job_raises_is_handed_back_and_the_next_is_done() -> None:
    writer = Writer()
    heard: list[Any] = []
    refused = OSError("full")

    def fail() -> None:
        raise refused

    writer.submit(fail, heard.append)
    writer.submit(lambda: "next", heard.append)
    writer.close()
    assert heard == [refused, "next"]


def test_a_listener_that_is_gone_stops_nothing() -> None:
    writer = Writer()
    heard: list[Any] = []

    def gone(_: Any) -> None:
        raise RuntimeError("the loop is closed")

    writer.submit(lambda: 1, gone)
    writer.submit(lambda: 2, heard.append)
    writer.close()
    assert heard == [2]


def test_closing_finishes_what_is_queued_and_takes_no_more() -> None:
    writer = Writer()
    gate = threading.Event()
    heard: list[Any] = []
    writer.submit(gate.wait)
    writer.submit(lambda: "late", heard.append)
    writer.close(wait=False)
    with pytest.raises(RuntimeError, match="closed"):
        writer.submit(lambda: None)
    gate.set()
    writer.close()
    writer.close()
    assert heard == ["late"]


def test_a_program_that_ends_loses_nothing_that_it_handed_over() -> None:
    program = (
        "import time\n"
        "from runlift_tui.store.disk.writer import Writer\n"
        "writer = Writer()\n"
        "writer.submit(lambda: time.sleep(0.05))\n"
        "for n in range(50):\n"
        "    writer.submit(lambda n=n: print(n, flush=True))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.split() == [str(n) for n in range(50)]
    assert done.stderr == ""
