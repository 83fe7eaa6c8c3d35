"""One thread that writes, so that a slow disk never stalls the screen."""

import atexit
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any

from runlift_tui.store.disk.errors import StoreError

Job = Callable[[], Any]
Done = Callable[[Any], None]


class Writer:
    """Runs jobs one after the other, in the order in which they came."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Job, Done | None] | None] = SimpleQueue()
        self._door = threading.Lock()
        self._closed = False
        # A daemon, so that a forgotten one never keeps the program from ending; at exit it is
        # given the time to finish what it was handed.
        self._thread = threading.Thread(target=self._run, name="runlift-writer", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def submit(self, job: Job, done: Done | None = None) -> None:
        """Hand over a job.

        Args:
            job: what to do; it runs on the writer's thread.
            done: called there with what the job returned, or with the exception that it raised.

        Raises:
            RuntimeError: the writer was closed before.
        """
        with self._door:
            if self._closed:
                raise RuntimeError("the writer is closed")
            self._jobs.put((job, done))

    def close(self, *, wait: bool = True) -> None:
        """Take no more jobs; finish those that are there.

        Args:
            wait: return only when they are all done.
        """
        with self._door:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        if wait:
            if threading.current_thread() is not self._thread:
                self._thread.join()
            atexit.unregister(self.close)

    def _run(self) -> None:
        while self._next():
            pass

    def _next(self) -> bool:
        """Do the next job; return False at the end of the queue."""
        item = self._jobs.get()
        if item is None:
            return False
        job, done = item
        result: Any
        try:
            result = job()
        except BaseException as error:
            result = error
        if done is not None:
            # The loop that was to hear of it may be gone; the next job still has to be done.
            with suppress(Exception):
                done(result)
        return True


def reporting(done: Callable[[str], object] | None) -> Done:
    """Return what tells `done` why a job failed, in a sentence; empty where it did not."""

    def report(result: object) -> None:
        if done is not None:
            done(why(result))

    return report


def why(result: object) -> str:
    """Return why a job failed, in a sentence; empty where it did not."""
    if isinstance(result, BaseException):
        what = result.what if isinstance(result, StoreError) else ""
        return what or f"{type(result).__name__}: {result}"
    return ""
