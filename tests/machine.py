"""What a table of figures says of the machine that it was made on."""

import os
import platform


def machine() -> dict[str, object]:
    """Return the Python, the cores and the system, without a name or an address."""
    system = f"{platform.system()} {platform.machine()}"
    return {"python": platform.python_version(), "cores": os.cpu_count(), "system": system}
