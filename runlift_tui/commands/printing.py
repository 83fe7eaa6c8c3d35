"""Everything that the command line prints, and what becomes of it where it cannot be printed.

A reader that has seen enough ends a command in silence; a full disk, or a standard output that is
closed, ends it in one line. What a terminal's encoding has not is replaced, except in exports and
JSON, which are bytes. What was done is told even where standard output takes nothing.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from runlift_tui.core.lists.tables import Column

OK, FAILED, MISUSED = 0, 1, 2
SHOWN = 20
"""Rows of a list where nobody said how many."""
MOST_FAULTS = 10
"""Faults of a file that are told one by one; whoever mends those finds the others next."""
INTERRUPTED = 130
"""What a shell expects of a program that was interrupted: 128 and the signal."""
_NO_MEMORY = "runlift: there is not enough memory for this. What was kept so far is on disk.\n"
STANDARD = "-"
"""Stands for standard input, or output, in the place of a file."""
LEAST_WORDS = 16
"""How short the words of a row may become before a column goes."""
_SETS, _KEPT = "sets", 100
"""The words on the sets of a session, which are what a row is for."""
_PLAIN = dict(
    pair.split(" ", 1)
    for pair in (
        *("– -", "— -", "− -", "‘ '", "’ '", '“ "', '” "', "… ...", "· .", "• *"),
        *("× x", "≈ ~", "± +-", "≤ <=", "≥ >=", "→ ->", "µ u", "½ 1/2", "▣ >", "■ x", "□ -"),
        *("↑ up", "↓ down", "← left"),
    )
)
"""What stands in for a character that an encoding has not; a question mark for any other."""
_HANDLER = "runlift.plain"
_SEEN_ENOUGH = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}


class NotPrinted(Exception):
    """Standard output did not take what was written to it."""

    def __init__(self, error: OSError | ValueError) -> None:
        super().__init__(str(error))
        code = getattr(error, "errno", None)
        self.enough = code in _SEEN_ENOUGH
        """Whether whoever read has seen enough."""
        reason = getattr(error, "strerror", None) or str(error)
        self.reason = "standard output is closed" if code == errno.EBADF else reason
        """Why, in a few words."""


def guarded(command: Callable[[], int], crashed: Callable[[], str]) -> int:
    """Run a command; return its exit status, also of a fault, which `crashed` reports and tells."""
    _stand_in()
    _print_what_can_be_printed()
    try:
        try:
            status = command()
        finally:
            # Now, while it can be told what went wrong: at exit it could not be any more.
            flush()
        return status
    except NotPrinted as failed:
        _silence()
        if failed.enough:
            return OK
        return say(f"the output is not complete: {failed.reason}. Nothing was changed.", FAILED)
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    except Exception as error:
        hush()
        return _failed(error, crashed)


def _failed(error: Exception, crashed: Callable[[], str]) -> int:
    try:
        if not isinstance(error, MemoryError):
            return say(crashed(), FAILED)
    except MemoryError:
        hush()
    try:
        sys.stderr.write(_NO_MEMORY)  # nothing is imported any more
        sys.stderr.flush()
    except (OSError, ValueError):
        silence_errors()
    return FAILED


def hush() -> None:
    """Let what is left of a program that failed say nothing more: a sentence told it all."""
    import warnings

    sys.unraisablehook = lambda _: None
    warnings.simplefilter("ignore")


def tell(*lines: str) -> None:
    """Print lines for a person to read.

    Raises:
        NotPrinted: they could not be.
    """
    try:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    except (OSError, ValueError) as error:
        raise NotPrinted(error) from None


def tell_now(line: str) -> None:
    """Print a text in lines no wider than the terminal, and let it out: somebody waits for it.

    Raises:
        NotPrinted: it could not be.
    """
    prose(line)
    flush()


def bell() -> None:
    """Ring the terminal's bell, where there is one."""
    if is_terminal():
        sys.stdout.write("\a")
        sys.stdout.flush()


def write(parts: Iterable[str | bytes]) -> None:
    """Write what a program is to read as it is, text in UTF-8 whatever the terminal has.

    Raises:
        NotPrinted: they could not be written.
    """
    flush()
    for part in parts:
        data = part.encode("utf-8", "replace") if isinstance(part, str) else part
        try:
            sys.stdout.buffer.write(data)
        except (OSError, ValueError) as error:
            raise NotPrinted(error) from None
    flush()


def flush() -> None:
    """Let everything out that was printed so far.

    Raises:
        NotPrinted: it does not go out.
    """
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise NotPrinted(error) from None


def done(*lines: str) -> int:
    """Tell what was done and cannot be taken back by failing; return the exit status.

    Where standard output takes nothing it is told on standard error: whoever believes that it
    failed would do it a second time.
    """
    from runlift_tui.core.words.text import safe_text

    try:
        tell(*map(safe_text, lines))
        flush()
    except NotPrinted as failed:
        _silence()
        if not failed.enough:
            why = f"(Said here, as it could not be printed: {failed.reason}.)"
            say(" ".join((*lines, why)), OK)
    return OK


def say(what: str, status: int) -> int:
    """Say something on standard error, and return the exit status."""
    complain(f"runlift: {what}")
    return status


def refused(faults: Sequence[str]) -> int:
    """Tell what is wrong with a file, and that nothing of it was taken; return the exit status.

    Args:
        faults: One at least, each in words that begin with the file.
    """
    first = [f"runlift: {each.rstrip('.')}" for each in faults[:MOST_FAULTS]]
    if len(faults) == 1:
        first[0] += ". Nothing was imported."
    else:
        more = len(faults) - len(first)
        first.append(f"runlift: {f'and {more} more; ' if more else ''}nothing was imported.")
    complain(*first)
    return FAILED


def complain(*lines: str) -> None:
    """Print lines on standard error, or nothing where it takes none."""
    from runlift_tui.core.words.text import safe_text

    try:
        sys.stderr.write("".join(f"{safe_text(line)}\n" for line in lines))
        sys.stderr.flush()
    except (OSError, ValueError):
        silence_errors()


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], marked: int | None = None
) -> None:
    """Print a table: as wide as it is in a pipe, and in a terminal no wider than that.

    Args:
        columns: Its columns.
        rows: Its cells, any text.
        marked: The number of a row that stands out as the heads do, from 1.
    """
    from runlift_tui.core.lists.tables import laid_out
    from runlift_tui.core.words.text import safe_text

    cells = [[printable(safe_text(cell)) for cell in row] for row in rows]
    lines = laid_out(columns, cells, width(), _cells_of, printable("…"))
    tell(*(bold(line) if number in (0, marked) else line for number, line in enumerate(lines)))


def printed(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], first: Collection[str] = ()
) -> list[Column]:
    """Return the columns for print: the last ones are spared first, the one before all stays.

    Args:
        columns: As the screen has them.
        rows: Their cells; one without a figure is words, and may be shortened.
        first: Names of those that are spared before any other.
    """
    found = []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows]
        wordy = not column.number and (column.head == _SETS or not any(map(_has_figure, cells)))
        spare = place + len(columns) * (column.head in first) - _KEPT * (column.head == _SETS)
        found.append(
            column._replace(width=0, least=LEAST_WORDS * wordy, spare=max(0, spare)),
        )
    return found


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)


def more(shown: int, every: int) -> str:
    """Return that a list goes on, and how to see it."""
    return f"{shown} of {every}; --limit N for more"


def sheet(lines: Iterable[tuple[str, str]]) -> None:
    """Print texts behind their labels; a long one goes on under its own beginning."""
    from runlift_tui.core.lists.tables import hanging
    from runlift_tui.core.words.text import safe_text

    safe = [(printable(safe_text(label)), printable(safe_text(text))) for label, text in lines]
    tell(*hanging(safe, width()))


def prose(text: str) -> None:
    """Print a text, in lines no wider than the terminal."""
    sheet([("", text)])


def width() -> int | None:
    """Return how many columns there are; None where there is no end to them, as in a pipe."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def is_terminal() -> bool:
    """Whether a person sees what is printed as it comes."""
    return sys.stdout.isatty()


def no_screen() -> str:
    """Return why no screen can be shown here; empty where one can."""
    if os.environ.get("TERM", "") == "dumb":
        return "TERM=dumb cannot show this; in it, use: runlift --plain, or runlift history"
    seen = sys.stdin.isatty() and sys.stdout.isatty()
    if not seen and os.name == "nt" and os.environ.get("MSYSTEM"):
        return "this needs a terminal: in Git Bash, use Windows Terminal, or: winpty runlift"
    if not seen:
        return "this needs a terminal; in a pipe, use: runlift history --json, or runlift --plain"
    return ""


def bold(text: str) -> str:
    """Return a text that a terminal shows in bold."""
    plain = not is_terminal() or os.environ.get("TERM", "") in ("", "dumb", "unknown")
    return text if plain else f"\x1b[1m{text}\x1b[0m"


def printable(text: str) -> str:
    """Return a text as standard output will show it, with what its encoding has not replaced."""
    if text.isascii():
        return text
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, _HANDLER).decode(encoding)


def shows(text: str) -> bool:
    """Whether the encoding of standard output has every character of a text."""
    return printable(text) == text


def _cells_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _print_what_can_be_printed() -> None:
    """Let what a terminal's encoding has not, such as in a note, stop nothing."""
    import codecs

    codecs.register_error(_HANDLER, _replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    found = (_PLAIN.get(char, "?") for char in missing)
    return "".join(_encodable(text, error.encoding) for text in found), error.end


def _encodable(text: str, encoding: str) -> str:
    return text if text.isascii() else text.encode(encoding, "replace").decode(encoding)


def _stand_in() -> None:
    """Put something in the place of every standard stream that is closed.

    The next file to be opened would have its number, and with it whatever is written there.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        # What reads finds nothing; what is printed is refused, as the system itself would.
        flags = os.O_WRONLY if name == "stderr" else os.O_RDONLY
        _put(os.open(os.devnull, flags), number)
        mode = "r" if name == "stdin" else "w"
        setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _put(fd: int, number: int) -> None:
    """Let a descriptor have a number of its own choice."""
    if fd != number:
        os.dup2(fd, number)
        os.close(fd)


def _silence() -> None:
    """Let what is still to be written go nowhere, so that nothing complains at exit."""
    _to_nowhere(sys.stdout)


def silence_errors() -> None:
    """Let what is still to be complained about go nowhere."""
    _to_nowhere(sys.stderr)


def _to_nowhere(stream: TextIO) -> None:
    try:
        _put(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        stream.flush()
    except (OSError, ValueError):
        pass


def said_of(reports: Iterable[str]) -> None:
    """Say what was found damaged on the way."""
    for report in reports:
        say(report, FAILED)
