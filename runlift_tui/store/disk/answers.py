"""A carried folder asked in a thread of its own: whoever trains never waits for one that hangs.

A network that is gone, or a drive that fetches a file only when it is opened, may never answer.
"""

import errno
from _thread import allocate_lock, start_new_thread  # threading takes 2 ms of every start
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")

SILENT = "it does not answer"
GLANCE_S = 0.5
"""For how long an answer is waited for before something is read that can do without it."""
READING_S = 1.0
"""The same where nothing else waits."""
WRITING_S = 3.0
"""The same where something is written, which a slow stick takes its time for."""
_ALL_IN_ALL_S = 3.0
_LOOK_EVERY_S = 0.05
_MOST_SILENT = 32
"""Questions without an answer, each of which holds a thread; then nothing is asked any more."""


class _Question(Generic[T]):
    """Something that was asked, and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._waits = allocate_lock()
        self._waits.acquire()
        self._error: BaseException | None = None
        self._answer: T

    def ask(self) -> None:
        """Begin; where no thread is to be had, it is done at once."""
        try:
            start_new_thread(self._run, ())
        except RuntimeError:
            self._run()

    def _run(self) -> None:
        try:
            self._answer = self._work()
        except BaseException as error:
            self._error = error
        self._waits.release()

    def is_answered(self, within_s: float = 0.0) -> bool:
        """Whether there is an answer, now or within some time."""
        if not self._waits.acquire(timeout=within_s):
            return False
        self._waits.release()
        return True

    def answer(self) -> T:
        """Return it, or raise what it raised."""
        if self._error is not None:
            raise self._error
        return self._answer


_OPEN: dict[Hashable, _Question[object]] = {}
"""What was not answered in time, by what it is of; it is not asked again until it is."""
_DOOR = allocate_lock()


class Answering:
    """Asks, and gives up early; what did not answer is asked again another time."""

    def __init__(self, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Have asked nothing.

        Args:
            goes_on: Asked while an answer is waited for; where it says no, nobody waits.
        """
        self._goes_on = goes_on
        self._left_s = _ALL_IN_ALL_S
        self.silent: set[Hashable] = set()
        """What did not answer in time; not what there was no time for."""

    def ask(
        self,
        of: Hashable,
        work: Callable[[], T],
        *,
        within_s: float | None = None,
        may_be_late: bool = False,
        progress: Callable[[], object] = lambda: None,
    ) -> T:
        """Return what some work returns, or raise what it raises.

        Args:
            of: What is asked; while it did not answer, nobody waits for it again.
            work: It may hang, and go on after this has given up.
            within_s: For how long to wait; for a second where none is given.
            may_be_late: Whether an answer is as good that came after somebody gave up.
            progress: Returns how far it is; while that changes, it answers.

        Raises:
            TimeoutError: it does not answer, or there was no time left to ask it.
        """
        with _DOOR:
            before = _OPEN.get(of)
            if before is not None and before.is_answered():
                del _OPEN[of]
                if may_be_late:
                    return before.answer()  # type: ignore[return-value]
                before = None
            if before is not None:
                self.silent.add(of)
            if before is not None or self._left_s <= 0 or _silent() >= _MOST_SILENT:
                raise _timeout()
            question = _Question(work)
            _OPEN[of] = question  # type: ignore[assignment]
        question.ask()
        if not self._is_answered(question, READING_S if within_s is None else within_s, progress):
            self.silent |= {of} if self._goes_on() else set()
            raise _timeout()
        with _DOOR:
            _OPEN.pop(of, None)
        return question.answer()

    def _is_answered(
        self, question: _Question[T], within_s: float, progress: Callable[[], object]
    ) -> bool:
        done, waited_s = progress(), 0.0
        while not question.is_answered(_LOOK_EVERY_S):
            waited_s += _LOOK_EVERY_S
            before, done = done, progress()
            if before != done:
                waited_s = 0.0
            if waited_s >= min(within_s, self._left_s):
                self._left_s -= waited_s
                return False
            if not self._goes_on():
                return False
        return True


class AtOnce(Answering):
    """Asks as if everything answered: within a question that is asked already."""

    def ask(
        self,
        of: Hashable,
        work: Callable[[], T],
        *,
        within_s: float | None = None,
        may_be_late: bool = False,
        progress: Callable[[], object] = lambda: None,
    ) -> T:
        """Return what some work returns, or raise what it raises."""
        return work()


def _silent() -> int:
    return sum(not each.is_answered() for each in _OPEN.values())


def _timeout() -> TimeoutError:
    return TimeoutError(errno.ETIMEDOUT, SILENT)
