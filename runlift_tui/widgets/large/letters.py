"""The centre lines of the capital letters, for words that are read from two metres."""

from collections.abc import Callable

from runlift_tui.widgets.large.strokes import Box, Stroke, arc, bar, zero


def _a(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    outline = [
        (left, box.bottom),
        *arc((left + r, box.top + r), r, 2, 3),
        *arc((right - r, box.top + r), r, -1, 0),
        (right, box.bottom),
    ]
    return [outline, bar(left, right, _arm(box))]


def _b(box: Box) -> list[Stroke]:
    left, right, r, middle = box.left, box.right, box.round, box.middle
    upper = [
        (left, box.top),
        *arc((right - r, box.top + r), r, -1, 0),
        *arc((right - r, middle - r), r, 0, 1),
    ]
    lower = [
        (left, middle),
        *arc((right - r, middle + r), r, -1, 0),
        *arc((right - r, box.bottom - r), r, 0, 1),
        (left, box.bottom),
    ]
    return [[*upper, (left, middle)], lower, [(left, box.top), (left, box.bottom)]]


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


def _d(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    bowl = [
        (left, box.top),
        *arc((right - r, box.top + r), r, -1, 0),
        *arc((right - r, box.bottom - r), r, 0, 1),
        (left, box.bottom),
    ]
    return [bowl, [(left, box.top), (left, box.bottom)]]


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


def _j(box: Box) -> list[Stroke]:
    left, right, r, bottom = box.left, box.right, box.round, box.bottom
    hook = [*arc((right - r, bottom - r), r, 0, 1), *arc((left + r, bottom - r), r, 1, 1.9)]
    return [[(right, box.top), *hook]]


def _k(box: Box) -> list[Stroke]:
    waist = box.left + box.pen / 2
    arms = [
        [(box.right, y), (waist, box.middle + box.pen / 4 * turn)]
        for y, turn in ((box.top, 1), (box.bottom, -1))
    ]
    return [*_i_at(box.left, box), *arms]


def _l(box: Box) -> list[Stroke]:
    return [[(box.left, box.top), (box.left, box.bottom), (box.right, box.bottom)]]


def _m(box: Box) -> list[Stroke]:
    valley = (box.stem, box.top + 0.55 * (box.bottom - box.top))
    return [[*_n_left(box), valley, (box.right, box.top), (box.right, box.bottom)]]


def _n(box: Box) -> list[Stroke]:
    return [[*_n_left(box), (box.right, box.bottom), (box.right, box.top)]]


def _n_left(box: Box) -> Stroke:
    return [(box.left, box.bottom), (box.left, box.top)]


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


def _q(box: Box) -> list[Stroke]:
    tail = [((box.left + box.right) / 2, _arm(box)), (box.right, box.bottom)]
    return [*zero(box), tail]


def _r(box: Box) -> list[Stroke]:
    return [*_p(box), [(box.right - box.round, box.middle), (box.right, box.bottom)]]


def _s(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    top, middle, bottom = box.top, box.middle, box.bottom
    return [
        [
            *reversed(arc((right - r, top + r), r, -1, -0.1)),
            *reversed(arc((left + r, top + r), r, 2, 3)),
            *reversed(arc((left + r, middle - r), r, 1, 2)),
            *arc((right - r, middle + r), r, -1, 0),
            *arc((right - r, bottom - r), r, 0, 1),
            *arc((left + r, bottom - r), r, 1, 1.9),
        ]
    ]


def _t(box: Box) -> list[Stroke]:
    return [bar(box.left, box.right, box.top), *_i(box)]


def _u(box: Box) -> list[Stroke]:
    left, right, r, bottom = box.left, box.right, box.round, box.bottom
    bowl = [*arc((right - r, bottom - r), r, 0, 1), *arc((left + r, bottom - r), r, 1, 2)]
    return [[(right, box.top), *bowl, (left, box.top)]]


def _v(box: Box) -> list[Stroke]:
    return [[(box.left, box.top), (box.stem, box.bottom), (box.right, box.top)]]


def _w(box: Box) -> list[Stroke]:
    feet = box.left + (box.right - box.left) / 4, box.right - (box.right - box.left) / 4
    peak = (box.stem, box.top + 0.35 * box.height)
    return [
        [
            (box.left, box.top),
            (feet[0], box.bottom),
            peak,
            (feet[1], box.bottom),
            (box.right, box.top),
        ]
    ]


def _x(box: Box) -> list[Stroke]:
    left, right = box.left, box.right
    return [[(left, box.top), (right, box.bottom)], [(right, box.top), (left, box.bottom)]]


def _y(box: Box) -> list[Stroke]:
    fork = (box.stem, box.middle + box.pen / 2)
    return [[(box.left, box.top), fork, (box.right, box.top)], [fork, (box.stem, box.bottom)]]


def _z(box: Box) -> list[Stroke]:
    left, right = box.left, box.right
    return [[(left, box.top), (right, box.top), (left, box.bottom), (right, box.bottom)]]


def _arm(box: Box) -> float:
    """Return the centre of a bar a little below the middle."""
    return box.height - box.middle


LETTERS: dict[str, Callable[[Box], list[Stroke]]] = {
    "A": _a,
    "B": _b,
    "C": _c,
    "D": _d,
    "E": _e,
    "F": _f,
    "G": _g,
    "H": _h,
    "I": _i,
    "J": _j,
    "K": _k,
    "L": _l,
    "M": _m,
    "N": _n,
    "O": zero,
    "P": _p,
    "Q": _q,
    "R": _r,
    "S": _s,
    "T": _t,
    "U": _u,
    "V": _v,
    "W": _w,
    "X": _x,
    "Y": _y,
    "Z": _z,
}
