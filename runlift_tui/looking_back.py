"""The commands that take training out, bring it in, and tell of it in text."""

import os
import sys
from collections.abc import Iterator

from runlift_tui.core.faults import Fault
from runlift_tui.core.text import safe_text
from runlift_tui.store import files
from runlift_tui.store.errors import Locked, StoreError
from runlift_tui.store.folder import DataFolder
from runlift_tui.store.past import Past
from runlift_tui.store.taking_out import (
    STDIN,
    Added,
    add_archive,
    archive_of,
    archive_text,
    read_export,
)

OK, FAILED, MISUSED = 0, 1, 2


def export(folder: str, form: str, out: str | None) -> int:
    """Write all training to a file, or to standard output for None and "-"; return the exit status.

    Args:
        folder: The data folder.
        form: "json" for everything there is, "csv" for one row a set.
        out: Path of the file; one that is there is replaced.
    """
    past = Past(folder)
    try:
        text = _csv(past) if form == "csv" else archive_text(archive_of(past))
        if out is None or out == STDIN:
            for part in text:
                sys.stdout.buffer.write(part.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        elif files.lies_in(os.path.realpath(out), os.path.realpath(folder)):
            return say("an export does not belong into the data folder itself.", MISUSED)
        else:
            data = "".join(text).encode("utf-8", "replace")
            files.replace_whole(os.path.abspath(out), data, keep_previous=False)
    except StoreError as error:
        return say(error.what, FAILED)
    except BrokenPipeError:
        # Whoever read has seen enough; nothing more may be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    for report in past.reports:
        say(report, FAILED)
    return OK


def import_(folder: str, path: str) -> int:
    """Take an export in whole, or refuse it whole with everything wrong in it."""
    opened = DataFolder(folder)
    try:
        archive, faults = read_export(path)
        if faults:
            name = "stdin" if path == STDIN else path
            print(*_told(name, faults), sep="\n", file=sys.stderr)
            return FAILED
        opened.create()
        opened.lock.acquire()
        added = add_archive(opened, archive)
    except Locked as error:
        return say(f"{error.what} Nothing was imported.", FAILED)
    except StoreError as error:
        return say(error.what, FAILED)
    finally:
        opened.lock.release()
    print(_sum(added))
    return OK


def say(what: str, status: int) -> int:
    """Say something on standard error, and return the exit status."""
    print(f"runlift: {safe_text(what)}", file=sys.stderr)
    return status


def _told(name: str, faults: list[Fault]) -> list[str]:
    return [
        safe_text(
            f"{name}: {fault.place}: {fault.what}" if fault.where else f"{name}: {fault.what}"
        )
        for fault in faults
    ]


def _sum(added: Added) -> str:
    """Return what an import came to, in a line."""
    said = f"{_plural(added.sessions, 'session')} and {_plural(added.others, 'other document')} "
    said += f"added, {added.same} were here already"
    if added.kept:
        said += f", {added.kept} differ and stayed as they are here"
    return f"{said}."


def _plural(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _csv(past: Past) -> Iterator[str]:
    import csv
    import io

    from runlift_tui.core.set_table import COLUMNS, set_rows

    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for document in reversed(list(past.documents())):
        writer.writerows(set_rows(document))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
