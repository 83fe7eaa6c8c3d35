"""A real process, really killed, and really out of room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from runlift_tui.store.folder import DataFolder
from runlift_tui.store.history import History
from runlift_tui.store.journal import list_segments, read_segment
from tests.store.examples import plain

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(os.name == "nt", reason="POSIX signals and limits"),
]

# It appends, folds and corrects without end, and says so of each only once it is on the disk.
ENDLESS = """
import itertools, sys
from runlift_tui.store.folder import DataFolder
from runlift_tui.store.history import History
from runlift_tui.store.journal import Segment

folder = DataFolder(sys.argv[1])
folder.create()
folder.lock.acquire()
history = History(folder.history)
segment = Segment.create(folder.journal, "s", "session")
for n in itertools.count():
    segment.append({"n": n})
    print("journal", n, flush=True)
    if n % 3 == 0:
        history.fold({"id": f"{n % 30}", "started": "2026-11-22T17:00:00Z", "n": n})
        print("history", n, flush=True)
"""

# A file may not outgrow 4,000 bytes; the limit comes after the imports, which write files too.
LIMITED = """
import resource, sys
from runlift_tui.store.errors import Unwritable
from runlift_tui.store.folder import DataFolder
from runlift_tui.store.journal import Segment

folder = DataFolder(sys.argv[1])
folder.create()
segment = Segment.create(folder.journal, "s", "session")
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, unlimited[1]))
refused = 0
for n in range(100):
    try:
        segment.append({"n": n, "note": "x" * 50})
    except Unwritable:
        refused += 1
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
print(refused, segment.pending, flush=True)
segment.retry()
"""


@pytest.mark.parametrize("heard", [1, 2, 3, 7, 20, 55, 148, 301])
def test_kill_9_loses_nothing_that_was_said(tmp_path: Path, heard: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        said = [victim.stdout.readline() for _ in range(heard)]
        victim.kill()
        said += [line for line in victim.stdout if line.endswith("\n")]
    last = {kind: int(number) for kind, number in map(str.split, said)}
    folder = DataFolder(tmp_path)
    folder.lock.acquire()
    folder.sweep()
    (path,) = list_segments(folder.journal)
    contents = read_segment(path)
    assert contents.lost == 0
    assert [record["n"] for record in contents.records] == list(range(len(contents.records)))
    assert len(contents.records) > last["journal"]
    if "history" in last:
        numbers = [document["n"] for document in plain(History(folder.history).path(2026))]
        assert len(numbers) == len(set(numbers))
        assert max(numbers) >= last["history"]
    folder.lock.release()


def test_a_file_that_may_not_grow_refuses_in_order(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True
    )
    refused, pending = map(int, done.stdout.split())
    assert done.stderr == ""
    assert 0 < refused == pending < 100
    (path,) = list_segments(DataFolder(tmp_path).journal)
    assert [record["n"] for record in read_segment(path).records] == list(range(100))
