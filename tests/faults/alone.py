"""An outing as a program: `python -m tests.faults.alone FOLDER SEED PRESSES SOCKET`."""

import socket
import sys

from tests.faults.outing import Outing
from tests.faults.victims import promise_over

if __name__ == "__main__":
    folder, seed, presses, number = sys.argv[1], *map(int, sys.argv[2:])
    run = Outing(folder, seed, presses=presses, watcher=promise_over(socket.socket(fileno=number)))
    run.run()
    run.close()
