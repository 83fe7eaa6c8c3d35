"""Text in lines of so many cells."""

from rich.cells import cell_len, set_cell_size


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` cells, broken between words where that can be."""
    found: list[str] = []
    row = ""
    for word in text.split(" "):
        joined = f"{row} {word}" if row else word
        if cell_len(joined) <= width:
            row = joined
            continue
        if row:
            found.append(row)
        while cell_len(word) > width:
            head = set_cell_size(word, width).rstrip() or word[:1]
            found.append(head)
            word = word[len(head) :]
        row = word
    return [*found, row] if row or not found else found
