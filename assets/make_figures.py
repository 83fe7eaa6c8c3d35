"""Draws the figures of the exercises, and one picture of them all for the README.

Run it as `make figures`. The frames go to `runlift_tui/data/figures`, one file an exercise, and
the picture to `assets/figures.svg`. The poses are our own: `figures/poses.py`.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from figures.drawn import Drawn
from figures.poses import FIGURES
from figures.scene import drawn, window_of

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "runlift_tui" / "data"
SIZES = {"small": (28, 16), "large": (44, 24)}
"""Columns and rows."""

Frames = list[list[str]]

CELL_W, CELL_H = 8, 16
COLUMNS = 5
GROUND, BODY, QUIET, MARK = "#0E1216", "#DDE3E8", "#8C98A4", "#FFB07C"
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
EIGHTHS = "▁▂▃▄▅▆▇"
ARROWS = "↑↕↔"
BRAILLE = 0x2800
DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Where each bit of a braille character has its dot: column and row."""


def frames_of(figure: Drawn, size: tuple[int, int]) -> Frames:
    """Return a figure's frames, without the rows above it that are empty in all of them."""
    window = window_of(figure.scenes, figure.view)
    frames = [drawn(scene, figure.view, window, size) for scene in figure.scenes]
    empty = min(next(y for y, row in enumerate(rows) if row.strip()) for rows in frames)
    return [rows[empty:] for rows in frames]


def document(figure: Drawn) -> str:
    """Return a figure as it ships."""
    sizes = {name: frames_of(figure, size) for name, size in SIZES.items()}
    head = f'{{"side": "{figure.side}", "shown": {list(figure.order)}, "still": {figure.still}'
    return f"{head},\n{json.dumps(sizes, ensure_ascii=False, indent=1)[2:]}\n"


# The picture of them all


def sheet(names: dict[str, str]) -> str:
    """Return an SVG of every figure as it stands still, with its name under it."""
    wide = (SIZES["small"][0] + 3) * CELL_W
    stills = [
        (names[id_], frames_of(figure, SIZES["small"])[figure.still])
        for id_, figure in ((id_, draw()) for id_, draw in FIGURES.items())
    ]
    parts: list[str] = []
    top = 12
    for line in range(0, len(stills), COLUMNS):
        row = stills[line : line + COLUMNS]
        high = max(len(rows) for _, rows in row) * CELL_H
        for column, (name, rows) in enumerate(row):
            left = 12 + column * wide + CELL_W
            parts += _rows(rows, left, top + high - len(rows) * CELL_H)
            parts.append(
                f'<text x="{left + SIZES["small"][0] * CELL_W // 2}" y="{top + high + 12}" '
                f'fill="{QUIET}" text-anchor="middle">{escape(name)}</text>'
            )
        top += high + 36
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS * wide + 24} {top}" '
            'font-family="system-ui, sans-serif" font-size="12">',
            f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>',
            *parts,
            "</svg>\n",
        )
    )


def _rows(rows: Sequence[str], left: int, top: int) -> Iterable[str]:
    """Yield the cells of a frame: one path for the body, one for the dots, text for arrows."""
    solid: list[list[bool]] = [[] for _ in range(len(rows) * 8)]
    dots = []
    for y, row in enumerate(rows):
        for x, char in enumerate(row):
            at = left + x * CELL_W, top + y * CELL_H
            for line in range(8):
                solid[y * 8 + line] += _block(char, line)
            if char in ARROWS:
                yield (
                    f'<text x="{at[0]}" y="{at[1] + 13}" fill="{MARK}" '
                    f'font-weight="bold">{char}</text>'
                )
            elif char not in QUADRANTS + EIGHTHS:
                bits = ord(char) - BRAILLE
                held = (place for bit, place in enumerate(DOTS) if bits >> bit & 1)
                dots += [f"M{at[0] + 2 + 4 * dx} {at[1] + 2 + 4 * dy}h0" for dx, dy in held]
    yield f'<path fill="{BODY}" d="{"".join(_runs(solid, left, top))}"/>'
    yield (
        f'<path stroke="{QUIET}" stroke-width="2.4" stroke-linecap="round" d="{"".join(dots)}"/>'
    )


def _block(char: str, line: int) -> tuple[bool, bool]:
    """Return whether the left and the right half of a cell's eighth row are filled."""
    if char in EIGHTHS:
        filled = line >= 7 - EIGHTHS.index(char)
        return filled, filled
    bits = max(QUADRANTS.find(char), 0) >> line // 4 * 2
    return bool(bits & 1), bool(bits & 2)


def _runs(lines: Sequence[Sequence[bool]], left: int, top: int) -> Iterable[str]:
    """Yield rectangles that cover what is filled: equal stretches of rows as one."""
    open_: dict[tuple[int, int], int] = {}
    for y, line in enumerate((*lines, [False] * len(lines[0]))):
        edges = [x for x in range(len(line) + 1) if _at(line, x - 1) != _at(line, x)]
        stretches = set(zip(edges[::2], edges[1::2], strict=True))
        for start, end in [stretch for stretch in open_ if stretch not in stretches]:
            first = open_.pop((start, end))
            x, wide, high = left + start * 4, (end - start) * 4, (y - first) * 2
            yield f"M{x} {top + first * 2}h{wide}v{high}h-{wide}z"
        for stretch in stretches:
            open_.setdefault(stretch, y)


def _at(line: Sequence[bool], x: int) -> bool:
    return 0 <= x < len(line) and line[x]


def main() -> int:
    """Draw them all, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, help="a folder for all of it, to compare")
    into: Path | None = parser.parse_args().into
    listed = json.loads((SHIPPED / "exercises.json").read_text(encoding="utf-8"))
    names = {each["id"]: each["name"] for each in listed}
    documents = {id_: document(draw()) for id_, draw in FIGURES.items()}
    folder = (into or SHIPPED) / "figures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for id_, text in documents.items():
        (folder / f"{id_}.json").write_text(text, encoding="utf-8")
    ((into or HERE) / "figures.svg").write_text(sheet(names), encoding="utf-8")
    print(f"{len(FIGURES)} figures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
