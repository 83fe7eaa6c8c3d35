"""`runlift export`: all training, to take along."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.parser import one_of
from runlift_tui.commands.printing import FAILED, MISUSED, OK, STANDARD, say
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.exchange.out import ExportSpan
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.lists.spreadsheet import Shape
    from runlift_tui.store.history.past import Past


_COLUMNS = (
    "Columns of csv: name is that of the exercise; target, reps, left and right are reps, or "
    "seconds of a hold; load_kg is all that was lifted, 40 for 2 x 20 kg, and implements says of "
    "how many; rir is how many more you could do; contacts are the landings of the set, both "
    "legs; set_started and ended are UTC, session_day, session_time and set_time your own clock; "
    "set_kind is set, or ramp."
)


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    out = commands.add_parser(
        "export",
        parents=[folder],
        help="all your training, to take along",
        epilog=_COLUMNS,
    )
    out.add_argument(
        "--format",
        type=one_of("json", "csv", "runs-csv", "hevy-csv", "strong-csv", "fit"),
        default="json",
        metavar="FORMAT",
        help="json, with nothing left out (the default), csv: a row a set, runs-csv: a row a run, "
        "hevy-csv or strong-csv: in their shapes, fit: an activity a session",
    )
    out.add_argument(
        "--separator",
        type=one_of("comma", "semicolon", "tab"),
        metavar="SIGN",
        help="between the cells of csv and runs-csv: comma (the default), semicolon or tab",
    )
    out.add_argument(
        "--decimal",
        type=one_of("point", "comma"),
        metavar="SIGN",
        help="before their decimals: point (the default) or comma",
    )
    out.add_argument(
        "--excel",
        action="store_true",
        help="as Excel takes them by a double click in your language: a byte order mark, and where "
        "a comma stands before decimals, semicolons",
    )
    out.add_argument("--session", metavar="ID", help="that session alone, or last; not for json")
    out.add_argument("--since", metavar="DAY", help="from that day on, as 20 nov or 2026-03-02")
    out.add_argument("--until", metavar="DAY", help="up to that day; likewise")
    out.add_argument(
        "--dumbbells",
        type=one_of("each", "total"),
        metavar="HOW",
        help="in hevy-csv, strong-csv and fit the weight of each (the default), or in total",
    )
    out.add_argument(
        "-o", dest="out", metavar="FILE", help="by default standard output; a folder for fit"
    )


def run(asked: Asked) -> int:
    """Write all training to a file, or to standard output; return the exit status.

    A file that is there is replaced, and kept as `.bak` where a damaged year is missing from the
    new one.
    """
    from runlift_tui.commands.exchange.out import ExportSpan, NotMeant, told
    from runlift_tui.store.history.past import Past

    past = Past(asked.folder)
    try:
        return _written(asked, past, ExportSpan(asked.words, asked.store().today()))
    except NotMeant as problem:
        return told(problem)


def _written(asked: Asked, past: Past, span: ExportSpan) -> int:
    from runlift_tui.commands.exchange.out import NotMeant, fit_files
    from runlift_tui.store.disk import handed_out

    out, form = asked.words.out, asked.words.format
    if form not in ("csv", "runs-csv") and (asked.words.separator or asked.words.decimal):
        raise NotMeant("--separator and --decimal go with csv and runs-csv")
    if form not in ("csv", "runs-csv") and asked.words.excel:
        raise NotMeant("--excel goes with csv and runs-csv")
    if form == "json" and not span.is_all:
        raise NotMeant("json has nothing left out: a session or a span goes with the other formats")
    try:
        if form == "fit":
            status = fit_files(asked, past, span)
            printing.said_of(past.reports)
            return FAILED if past.is_incomplete else status
        text = _text(asked, past, span)
        if form == "strong-csv" and out is not None and os.path.isdir(out):
            from runlift_tui.exchange.out.tables import STRONG_FILE

            out = os.path.join(out, STRONG_FILE)
        if out is None or out == STANDARD:
            printing.write(text)
        elif handed_out.lies_in_folder(out, asked.folder):
            return say("an export does not belong into the data folder itself.", MISUSED)
        else:
            data = "".join(text).encode("utf-8", "replace")
            handed_out.hand_over(os.path.abspath(out), data, keep_previous=past.is_incomplete)
    except StoreError as error:
        return say(error.what, FAILED)
    except BrokenPipeError:
        pass  # whoever read from a pipe by that name has seen enough
    printing.said_of(past.reports)
    return FAILED if past.is_incomplete else OK


def _json(past: Past) -> Iterator[str]:
    from runlift_tui.store.archive import archive_of, archive_text, refused_of

    archive = archive_of(past)
    if refused := refused_of(archive):
        past.report(refused)
    return archive_text(archive)


def _text(asked: Asked, past: Past, span: ExportSpan) -> Iterator[str]:
    """Return an export as text."""
    match asked.words.format:
        case "csv":
            from runlift_tui.store.spreadsheets import sets_text

            return sets_text(reversed(span.sessions(past)), _shape(asked))
        case "runs-csv":
            from runlift_tui.store.history.runs import Runs
            from runlift_tui.store.spreadsheets import runs_text

            runs = (each for each in Runs(past).entries() if span.has(each.said.day))
            return runs_text(runs, _shape(asked))
        case "json":
            return _json(past)
    from runlift_tui.commands.exchange.out import tables

    return tables(asked, past, span)


def _shape(asked: Asked) -> Shape:
    """Return how a table is written.

    Raises:
        NotMeant: a number would be two cells.
    """
    from runlift_tui.commands.exchange.out import NotMeant
    from runlift_tui.core.lists.spreadsheet import DECIMALS, SEPARATORS, Shape
    from runlift_tui.store.spreadsheets import excel_here

    words = asked.words
    found = excel_here() if words.excel else Shape()
    if words.separator is not None:
        found = found._replace(separator=SEPARATORS[words.separator])
    if words.decimal is not None:
        found = found._replace(decimal=DECIMALS[words.decimal])
    if found.separator == found.decimal:
        raise NotMeant("a comma before decimals goes with --separator semicolon, or tab")
    return found
