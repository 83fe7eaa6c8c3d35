"""An outing in a process of its own, which says what it promises until it is killed."""

import os
import pickle
import random
import select
import signal
import socket
import struct
import time
from collections.abc import Callable

from tests.faults.ledger import Ledger
from tests.faults.outing import Outing

_LENGTH = struct.Struct("!I")
_PIECE = 1 << 16


Promise = Callable[[Ledger], None]
Deed = Callable[[Promise], None]


class Listener:
    """The end of a socket at which promises arrive."""

    def __init__(self, ours: socket.socket) -> None:
        self._ours = ours
        self._heard = b""
        self._newest = b""
        self.ended = False
        """Whether nothing more can come."""

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._ours.fileno()

    def take(self) -> None:
        """Take in what is there, waiting for it."""
        piece = self._ours.recv(_PIECE)
        self._heard += piece
        self.ended = not piece
        while len(self._heard) >= _LENGTH.size:
            end = _LENGTH.size + int(_LENGTH.unpack_from(self._heard)[0])
            if len(self._heard) < end:
                break
            self._newest, self._heard = self._heard[_LENGTH.size : end], self._heard[end:]
        if self.ended:
            self._ours.close()

    @property
    def has_heard(self) -> bool:
        """Whether any promise came whole."""
        return bool(self._newest)

    def newest(self) -> Ledger:
        """Return the last promise that came whole; an empty one where none did."""
        found: Ledger = pickle.loads(self._newest) if self._newest else Ledger()
        return found


class Victim:
    """A forked process; whoever made it kills it."""

    def __init__(self, do: Deed) -> None:
        """Fork, and do it there.

        Args:
            do: Called in the child with what hears of every promise.
        """
        ours, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            ours.close()
            _act(do, theirs)
        theirs.close()
        self._listener = Listener(ours)

    def listen_for_one(self) -> None:
        """Wait for its first promise, or its end."""
        while not self._listener.ended and not self._listener.has_heard:
            self._listener.take()

    def listen(self, seconds: float) -> None:
        """Take in what it says for so long, or until its end."""
        end = time.monotonic() + seconds
        while not self._listener.ended and (left := end - time.monotonic()) > 0:
            if select.select([self._listener], [], [], left)[0]:
                self._listener.take()

    def kill(self) -> Ledger:
        """Kill it outright; return the last thing that it promised, whole."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        while not self._listener.ended:
            self._listener.take()
        return self._listener.newest()


def promise_over(theirs: socket.socket) -> Promise:
    """Return what sends promises over a socket."""

    def promise(ledger: Ledger) -> None:
        data = pickle.dumps(ledger)
        theirs.sendall(_LENGTH.pack(len(data)) + data)

    return promise


def _act(do: Deed, theirs: socket.socket) -> None:
    status = 1
    try:
        do(promise_over(theirs))
        status = 0
    finally:
        os._exit(status)


def outing_at(path: str, seed: int, presses: int) -> Deed:
    """Return what a victim does: an outing in a folder."""

    def do(promise: Promise) -> None:
        Outing(path, seed, presses=presses, watcher=promise).run()

    return do


def killed_at_random(path: str, seed: int, *, presses: int, within_s: float) -> Ledger:
    """Kill an outing at a moment that the seed chooses; return what it had promised."""
    victim = Victim(outing_at(path, seed, presses))
    victim.listen(random.Random(seed).uniform(0.0, within_s))
    return victim.kill()
