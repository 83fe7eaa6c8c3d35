"""Text in lines of so many cells."""

import re

from rich.cells import cell_len, set_cell_size

_TOGETHER = re.compile(r"(?<=\d) (?=x \d)|(?<=\d x) (?=\d)|(?<=\d) (?=(?:kg|lb)\b)")
"""The spaces inside `2 x 18 kg`, which is read as one."""
_STUCK = "\N{NO-BREAK SPACE}"


def ended(lines: list[str], width: int, rows: int) -> list[str]:
    """Return at most so many lines, with an ellipsis where more of them would follow."""
    if len(lines) <= rows:
        return lines
    last = lines[rows - 1]
    if cell_len(last) >= width:
        last = set_cell_size(last, max(0, width - 1)).rstrip()
        if any(map(str.isdigit, last.rpartition(" ")[2])):
            last = last.rpartition(" ")[0].rstrip(" ,;")
    return [*lines[: rows - 1], f"{last}…"]


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` cells, broken between words where that can be.

    A load stays whole: `2 x 18 kg`.
    """
    found: list[str] = []
    row = ""
    for stuck in _TOGETHER.sub(_STUCK, text).split(" "):
        word = stuck.replace(_STUCK, " ")
        joined = f"{row} {word}" if row else word
        if cell_len(joined) <= width:
            row = joined
            continue
        if row:
            found.append(row)
        while cell_len(word) > width:
            head = set_cell_size(word, width).rstrip() or word[:1]
            found.append(head)
            word = word[len(head) :].lstrip(" ")
        row = word
    return [*found, row] if row or not found else found
