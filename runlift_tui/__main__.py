"""Start RunLift as `python -m runlift_tui`."""

import sys

from runlift_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
