"""Typing values into a set, a key at a time, without ever taking a key from the session.

Digits go to both legs until the cursor is moved to one of them; once left was typed alone, tab
goes from it to right and on, and both together are no place any more. What is typed is a draft on
the screen until it is taken over as one correction.
"""

from collections.abc import Mapping

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.loadable import Loadable, loadable
from runlift_tui.core.sets.values import LIMITS, Field, Values, checked
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit, load, number, to_kg

_PAIRS = ((Field.LEFT, Field.RIGHT), (Field.LEFT_S, Field.RIGHT_S))
_MOST_KEYS = 6
_USUAL = loadable(None, Gear())
_TO_LOAD = "whole numbers only; {presses} leads to the load"
_TIMES = ("", "", " twice")
_TIMES_SIGNS = str.maketrans("×*х✕", "xxxx")
"""What is drawn, or typed in another alphabet, for the x of "2 x 14"."""
_HEAVIEST = "that is the heaviest there is here; a heavier one can be typed"
_BARE = "the empty bar is the lightest; a lighter load can be typed"
_NOTHING = "less than no weight there is not"


class OpenSet(Struct, frozen=True):
    """A set whose values stand open to be typed over."""

    key: StepKey
    values: Values
    """As they stand, in the order in which they are shown."""
    implements: int
    """Of its exercise: a load is typed as each of them."""
    unsure: tuple[Field, ...] = ()
    """Values that are far from those before, and that nobody has confirmed."""
    exercise: Exercise | None = None
    """By which there are loads to step to; None for those of the hands."""
    begin_kg: float | None = None
    """Where a step up or down from no load leads, in kilograms in all, as it is suggested; None
    where nothing is, and the lightest there is comes first."""
    is_over: bool = False
    """Whether it was done or stopped: what is typed then begins at its first value again."""


class Draft(Struct, frozen=True, kw_only=True):
    """Where the cursor stands in a set's values, and what has been typed there."""

    key: StepKey
    stops: tuple[tuple[Field, ...], ...]
    """The fields that the cursor covers, place by place."""
    loads: Loadable
    """What loads are typed in, and what up and down can move to."""
    implements: int = 1
    cursor: int = 0
    text: str = ""
    is_over: bool = False
    """Whether the set is over, as `OpenSet` has it."""
    apart: bool = False
    """Whether left was typed alone: then no tab leads to both, where it would be lost."""

    @property
    def covered(self) -> tuple[Field, ...]:
        """The fields under the cursor."""
        return self.stops[self.cursor]

    def is_of(self, other: "Draft") -> bool:
        """Whether both are of the same values of the same set."""
        mine = self.key, self.stops, self.implements, self.loads, self.is_over
        return mine == (other.key, other.stops, other.implements, other.loads, other.is_over)

    def typed(self, key: str) -> "Draft":
        """Return the draft after a digit, or a point; what no number has is refused when taken."""
        if len(self.text) >= _MOST_KEYS:
            return self
        return structs.replace(touched(self), text=self.text + key)

    def times(self) -> "Draft | None":
        """Return the draft of "2 x" where a load is typed as it is read; None for anything else."""
        counts = self.covered == (Field.LOAD_KG,) and self.text == str(self.implements)
        return self.emptied() if counts else None

    def rubbed(self) -> "Draft":
        """Return the draft without its last key."""
        return structs.replace(self, text=self.text[:-1])

    def moved(self, by: int) -> "Draft":
        """Return the draft with the cursor on another place; take the text over before."""
        cursor, way = self.cursor, 1 if by > 0 else -1
        for _ in range(abs(by)):
            cursor = (cursor + way) % len(self.stops)
            if self.apart and len(self.stops[cursor]) > 1:
                cursor = (cursor + way) % len(self.stops)
        return structs.replace(self, cursor=cursor, text="")

    def at_end(self) -> "Draft":
        """Return the draft with the cursor on the last value of the row."""
        fields = [field for stop in self.stops for field in stop]
        last = [each for each in fields if all(each is not left for left, _ in _PAIRS)]
        return self.at(last[-1])

    def at(self, field: Field) -> "Draft":
        """Return the draft with the cursor on one field alone."""
        return structs.replace(self, cursor=self.stops.index((field,)), text="")

    def to_load(self) -> str:
        """Return how the cursor comes to the load, where there is one: "tab twice"."""
        times, load = 0, self.stops.index((Field.LOAD_KG,))
        while self.moved(times).cursor != load:
            times += 1
        often = _TIMES[times] if times < len(_TIMES) else f" {times} times"
        return f"{named('{session.next-value}')}{often}"

    def emptied(self) -> "Draft":
        """Return the draft with nothing typed."""
        return structs.replace(self, text="")

    def taken(self) -> dict[Field, float | None]:
        """Return the values that were typed: none if nothing was.

        Raises:
            Refused: it is no number, or out of its limits.
        """
        if not self.text:
            return {}
        try:
            value = float(self.text)
        except ValueError:
            raise Refused(f"{self.text} is no number") from None
        return self._values(value)

    def stepped(
        self, by: int, values: Mapping[Field, float | None], begin_kg: float | None = None
    ) -> dict[Field, float | None]:
        """Return the values one step up or down from what stands there; never out of limits.

        A load goes on to the next one that the gym can make, whether it is one itself or not; under
        the lightest weight there is none, and under a bar nothing. Where none stands there it is
        the one to begin with, if that is given.
        """
        if self.covered == (Field.LOAD_KG,):
            now = values.get(Field.LOAD_KG)
            if now is None and begin_kg is not None:
                return checked({Field.LOAD_KG: begin_kg})
            each = self._next_weight(by, now)
            after = now if each is None else round(each * self.implements, 4)
            return {} if after is None else checked({Field.LOAD_KG: after})
        return checked({field: _stepped(field, values.get(field), by) for field in self.covered})

    def stuck(
        self, by: int, values: Mapping[Field, float | None], begin_kg: float | None = None
    ) -> str:
        """Return why a load goes no further up or down, in words; empty where it does."""
        now = values.get(Field.LOAD_KG)
        begins = now is None and begin_kg is not None
        if self.covered != (Field.LOAD_KG,) or begins or self._next_weight(by, now) is not None:
            return ""
        if by > 0:
            return _HEAVIEST
        return _BARE if self.loads.bar_kg is not None else _NOTHING

    def _next_weight(self, by: int, now: float | None) -> float | None:
        """Return the next load of one implement; None where there is none."""
        each = (now or 0) / self.implements
        if by < 0:
            found = self.loads.below(each)
            is_last = found is None and (not each or self.loads.bar_kg is not None)
            return None if is_last else found or 0.0
        found = self.loads.above(each)
        most = LIMITS[Field.LOAD_KG][1] / self.implements
        return None if found is None or found > most else found

    def _values(self, value: float) -> dict[Field, float | None]:
        if self.covered == (Field.LOAD_KG,):
            value = to_kg(value, self.loads.unit) * self.implements
            return checked(dict.fromkeys(self.covered, value))
        if "." in self.text:
            # Weights are what has decimals; even 1.000 is no count, whatever it was meant for.
            loads = (Field.LOAD_KG,) in self.stops
            limits = LIMITS[self.covered[0]][2]
            way = _TO_LOAD.format(presses=self.to_load()) if loads else ""
            raise Refused(way or f"{limits}, whole numbers only")
        return checked(dict.fromkeys(self.covered, value))


def touched(found: Draft) -> Draft:
    """Return a draft once the value under the cursor is changed: left alone is apart."""
    alone = any(found.covered == (left,) for left, _ in _PAIRS)
    return structs.replace(found, apart=True) if alone else found


def _stepped(field: Field, now: float | None, by: int) -> float:
    low, high, _ = LIMITS[field]
    wanted = low if now is None and by > 0 else (now or 0) + by
    return min(high, max(low, wanted))


def draft(
    key: StepKey,
    fields: tuple[Field, ...],
    implements: int = 1,
    loads: Loadable = _USUAL,
    *,
    is_over: bool = False,
) -> Draft:
    """Return an empty draft for a set; both legs first, then right, the rest, and left."""
    stops: list[tuple[Field, ...]] = []
    last: list[tuple[Field, ...]] = []
    for left, right in _PAIRS:
        if left in fields and right in fields:
            stops += [(left, right), (right,)]
            last = [(left,)]
    stops += [(field,) for field in fields if not any(field in pair for pair in _PAIRS)]
    places = tuple(stops + last)
    return Draft(key=key, stops=places, implements=implements, loads=loads, is_over=is_over)


def load_typed(text: str, key: StepKey, implements: int, loads: Loadable) -> Values:
    """Return a load that was typed in a line by itself: "14", "12,5", "2 x 14 kg", "2x14".

    Nothing typed is no value.

    Raises:
        Refused: it is no number, or out of its limits.
    """
    said = text.strip().lower().removesuffix(str(loads.unit)).translate(_TIMES_SIGNS)
    pieces, sign, each = said.partition("x")
    said = each if sign and pieces.strip() == str(implements) else said
    said = said.strip().replace(",", ".")
    if not set(said) <= set("0123456789."):
        raise Refused(f"{text.strip()} is no number")
    return structs.replace(draft(key, (Field.LOAD_KG,), implements, loads), text=said).taken()


def shown(field: Field, value: float | None, implements: int, unit: Unit) -> str:
    """Return a value as it stands in the row: "8", "2 x 12 kg", "–"."""
    if value is None:
        return "–"
    if field is not Field.LOAD_KG:
        return number(value)
    return load(value, implements, unit)
