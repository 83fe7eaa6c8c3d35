"""The lines of keys, held against the standard parser: the same places, and the right lines."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.words.faults import Place
from runlift_tui.store.text.toml_lines import line_of, lines
from tests.rows import for_each

TEXT = '''\
# a comment = [1]
id = "runner" # id = 2
'lit eral' = 'a # b'
"quo\\"ted \\u0041" = """
[not] = "a table"
\\""" still "in" it """""
raw = \'\'\'
[[neither]]
\'\'\'\'\'
a.b . "c" = 1979-05-27 07:32:00.5+01:00
a.b.d = [ 1.5, [ "x]", \'y}\' ], # ]
  { z = -inf, "k" = { } },
]

[[blocks]]
rounds = 0x1F
  [[blocks.slots]]
  label = "B1"
  [[ blocks . slots ]]
  label = "B2"
  [blocks.slots.rest]
  s = 1
[[blocks]]
[[blocks.slots]]
ramp = [
  { reps = 5 },
  { reps = 3 },
]
[other."ta.ble"]
on = true'''
LINES: dict[Place, int] = {
    ("id",): 2,
    ("lit eral",): 3,
    ('quo"ted A',): 4,
    ("raw",): 7,
    ("a", "b", "c"): 10,
    ("a", "b", "d"): 11,
    ("a", "b", "d", 1, 1): 11,
    ("a", "b", "d", 2, "k"): 12,
    ("blocks",): 15,
    ("blocks", 0, "rounds"): 16,
    ("blocks", 0, "slots", 0): 17,
    ("blocks", 0, "slots", 1): 19,
    ("blocks", 0, "slots", 1, "label"): 20,
    ("blocks", 0, "slots", 1, "rest", "s"): 22,
    ("blocks", 1): 23,
    ("blocks", 1, "slots", 0): 24,
    ("blocks", 1, "slots", 0, "ramp", 1, "reps"): 27,
    ("other", "ta.ble", "on"): 30,
}


def places(value: Any, at: Place = ()) -> set[Place]:
    """Return every place in what the standard parser makes of a text."""
    found = {at} if at else set()
    if isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in inside:
            found |= places(each, (*at, key))
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_place_has_its_line(end: str) -> None:
    text = TEXT.replace("\n", end)
    found = lines(text)
    assert found.keys() == places(tomllib.loads(text))
    assert {place: found[place] for place in LINES} == LINES


@for_each("text", ["", "\n\n", "# nothing", "  \r\n#x\r\n", "a={}", "a=[]", "a=''"])
def test_small_texts(text: str) -> None:
    assert lines(text).keys() == places(tomllib.loads(text))


def test_a_missing_place_has_the_line_of_what_is_around_it() -> None:
    found = lines("a = 1\n[b]\nc = [\n1,\n2]")
    assert line_of(found, ("b", "c", 1)) == 5
    assert line_of(found, ("b", "missing")) == 2
    assert line_of(found, ("missing", 0, "x")) == 1
    assert line_of(found, ()) == 1


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_odd = st.sampled_from(['"""', "'''", "\\", "#", "[[x]]", "a.b", "\n", "\r\n", "\x7f", "]", "}"])
_scalars = st.one_of(
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False),
    st.datetimes(),
    st.dates(),
    st.times(),
    _texts,
    _odd,
)
_values = st.recursive(
    _scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_texts | _odd, inner, max_size=4)
    ),
    max_leaves=15,
)


@given(st.dictionaries(_texts | _odd, _values, max_size=5), st.booleans())
def test_any_text_has_a_line_for_every_place(data: dict[str, Any], folded: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=folded)
    found = lines(text)
    assert found.keys() == places(tomllib.loads(text))
    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), min_size=1, max_size=8))
def test_lines_are_counted_through_whatever_lies_between(gaps: list[tuple[int, int]]) -> None:
    fillers = ("", "# x = 1\n", 'long = """\n\n"""\n', "l = [\n\n]\n")
    text, wanted = "", {}
    for number, (blank, filler) in enumerate(gaps):
        text += "\n" * blank + f"[t{number}]\n{fillers[filler]}"
        wanted[(f"t{number}", "key")] = text.count("\n") + 1
        text += "key = 1\n"
    found = lines(text)
    assert {place: found[place] for place in wanted} == wanted
