"""The centre lines of the letters of LEFT and RIGHT, which are drawn as high as digits are."""

from collections.abc import Callable

from runlift_tui.widgets.large.strokes import Box, Stroke, arc, bar


def _c(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    return [
        [
            *reversed(arc((right - r, box.top + r), r, -1, -0.1)),
            *reversed(arc((left + r, box.top + r), r, 2, 3)),
            *reversed(arc((left + r, box.bottom - r), r, 1, 2)),
            *reversed(arc((right - r, box.bottom - r), r, 0.1, 1)),
        ]
    ]


def _e(box: Box) -> list[Stroke]:
    end = box.right - (box.right - box.left) / 6
    bars = [bar(box.left, box.right, y) for y in (box.top, box.bottom)]
    return [*bars, *_i_at(box.left, box), bar(box.left, end, box.middle)]


def _f(box: Box) -> list[Stroke]:
    end = box.right - (box.right - box.left) / 6
    return [
        [(box.right, box.top), (box.left, box.top), (box.left, box.bottom)],
        bar(box.left, end, box.middle),
    ]


def _g(box: Box) -> list[Stroke]:
    x, y = (box.width + box.pen) / 2, _arm(box)
    return [*_c(box), [(x, y), (box.right, y), (box.right, box.bottom - box.round)]]


def _h(box: Box) -> list[Stroke]:
    stems = [*_i_at(box.left, box), *_i_at(box.right, box)]
    return [*stems, bar(box.left, box.right, box.middle)]


def _i(box: Box) -> list[Stroke]:
    return _i_at(box.stem, box)


def _i_at(x: float, box: Box) -> list[Stroke]:
    return [[(x, box.top), (x, box.bottom)]]


def _l(box: Box) -> list[Stroke]:
    return [[(box.left, box.top), (box.left, box.bottom), (box.right, box.bottom)]]


def _p(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    return [
        [
            (left, box.bottom),
            (left, box.top),
            *arc((right - r, box.top + r), r, -1, 0),
            *arc((right - r, box.middle - r), r, 0, 1),
            (left, box.middle),
        ]
    ]


def _r(box: Box) -> list[Stroke]:
    return [*_p(box), [(box.right - box.round, box.middle), (box.right, box.bottom)]]


def _t(box: Box) -> list[Stroke]:
    return [bar(box.left, box.right, box.top), *_i(box)]


def _arm(box: Box) -> float:
    """Return the centre of a bar a little below the middle."""
    return box.height - box.middle


LETTERS: dict[str, Callable[[Box], list[Stroke]]] = {
    "E": _e,
    "F": _f,
    "G": _g,
    "H": _h,
    "I": _i,
    "L": _l,
    "R": _r,
    "T": _t,
}
